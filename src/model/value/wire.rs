//! How values are written to files and read back.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};

use super::Value;
use crate::model::{
    number::{Number, from_double, from_integer},
    quantity::Quantity,
};

/// The forms of a quantity that have a name.
const QUANTITIES: &[&str] =
    &["exactly", "about", "nearly", "at_least", "at_most", "more_than", "fewer_than", "between"];
/// The forms of a value that have a name.
const VALUES: &[&str] = &[
    "date",
    "text",
    "one_of",
    "exactly",
    "about",
    "nearly",
    "at_least",
    "at_most",
    "more_than",
    "fewer_than",
    "between",
];

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (name, n) = match self {
            Quantity::Exactly(n) => return n.serialize(serializer),
            Quantity::Between(low, high) => return one_entry(serializer, "between", &[low, high]),
            Quantity::About(n) => ("about", n),
            Quantity::Nearly(n) => ("nearly", n),
            Quantity::AtLeast(n) => ("at_least", n),
            Quantity::AtMost(n) => ("at_most", n),
            Quantity::MoreThan(n) => ("more_than", n),
            Quantity::FewerThan(n) => ("fewer_than", n),
        };
        one_entry(serializer, name, n)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Quantity(quantity) => quantity.serialize(serializer),
            Value::Date(date) => one_entry(serializer, "date", date),
            Value::Text(texts) => match texts.as_slice() {
                [text] => one_entry(serializer, "text", text),
                texts => one_entry(serializer, "one_of", texts),
            },
            Value::Truth(truth) => serializer.serialize_bool(*truth),
        }
    }
}

fn one_entry<S: Serializer, T: Serialize + ?Sized>(serializer: S, name: &str, value: &T) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(name, value)?;
    map.end()
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Quantity, D::Error> {
        deserializer.deserialize_any(QuantityVisitor)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// A text, or a list of them.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// The quantity of this name, its numbers being the next value of the map; `None` if there is no such form.
fn named_quantity<'de, A: MapAccess<'de>>(name: &str, map: &mut A) -> Result<Option<Quantity>, A::Error> {
    let form = match name {
        "exactly" => Quantity::Exactly,
        "about" => Quantity::About,
        "nearly" => Quantity::Nearly,
        "at_least" => Quantity::AtLeast,
        "at_most" => Quantity::AtMost,
        "more_than" => Quantity::MoreThan,
        "fewer_than" => Quantity::FewerThan,
        "between" => {
            let ends: Vec<Number> = map.next_value()?;
            let [low, high] = ends[..] else {
                return Err(de::Error::invalid_length(ends.len(), &"two numbers"));
            };
            return Ok(Some(Quantity::Between(low, high)));
        }
        _ => return Ok(None),
    };
    map.next_value().map(|n| Some(form(n)))
}

/// Refuses a second entry: a value that is written in two ways is two values.
fn end<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    match map.next_key::<String>()? {
        None => Ok(()),
        Some(_) => Err(de::Error::custom("a value has one form, and this has several")),
    }
}

fn first_key<'de, A: MapAccess<'de>>(map: &mut A) -> Result<String, A::Error> {
    map.next_key()?.ok_or_else(|| de::Error::custom("a value is missing"))
}

struct QuantityVisitor;

impl<'de> Visitor<'de> for QuantityVisitor {
    type Value = Quantity;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a form such as {\"at_least\": 10}")
    }

    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Quantity, E> {
        from_integer(integer).map(Quantity::Exactly).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Quantity, E> {
        from_integer(integer).map(Quantity::Exactly).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, double: f64) -> Result<Quantity, E> {
        from_double(double).map(Quantity::Exactly).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Quantity, E> {
        text.parse().map(Quantity::Exactly).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Quantity, A::Error> {
        let name = first_key(&mut map)?;
        let quantity = named_quantity(&name, &mut map)?.ok_or_else(|| de::Error::unknown_field(&name, QUANTITIES))?;
        end(&mut map)?;
        Ok(quantity)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, true, false, or a form such as {\"date\": \"2024-06\"}")
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Truth(truth))
    }

    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Value, E> {
        QuantityVisitor.visit_i64(integer).map(Value::Quantity)
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Value, E> {
        QuantityVisitor.visit_u64(integer).map(Value::Quantity)
    }

    fn visit_f64<E: de::Error>(self, double: f64) -> Result<Value, E> {
        QuantityVisitor.visit_f64(double).map(Value::Quantity)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        QuantityVisitor.visit_str(text).map(Value::Quantity)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let name = first_key(&mut map)?;
        let value = match name.as_str() {
            "date" => Value::Date(map.next_value()?),
            "text" => Value::Text(vec![map.next_value()?]),
            "one_of" => match map.next_value()? {
                OneOrMany::One(text) => Value::Text(vec![text]),
                OneOrMany::Many(texts) => Value::Text(texts),
            },
            _ => named_quantity(&name, &mut map)?
                .map(Value::Quantity)
                .ok_or_else(|| de::Error::unknown_field(&name, VALUES))?,
        };
        end(&mut map)?;
        Ok(value)
    }
}
