//! How numbers are written to files and read back without ever passing through a rounded form.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, de::Visitor};

use super::{Number, NumberError};

/// Decimal numbers of at most this many significant digits survive a binary double: its shortest text is the number.
const EXACT_IN_DOUBLE: usize = 15;

/// An integer as an integer, a decimal as a number while that is exact, and anything longer as a string.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (units, decimals) = self.parts();
        if decimals == 0
            && let Ok(whole) = i64::try_from(units)
        {
            return serializer.serialize_i64(whole);
        }
        let text = self.to_string();
        match text.parse::<f64>() {
            Ok(double) if self.significant_digits() <= EXACT_IN_DOUBLE => serializer.serialize_f64(double),
            _ => serializer.serialize_str(&text),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

/// The number that a binary double was written as, if that can be told.
pub(in crate::model) fn from_double(double: f64) -> Result<Number, NumberError> {
    // The shortest text that gives this double back; never in exponent form.
    let text = double.to_string();
    let number: Number = text.parse()?;
    if number.significant_digits() > EXACT_IN_DOUBLE { Err(NumberError::Inexact(text)) } else { Ok(number) }
}

/// Integers go through their text as well, so that one limit holds for all.
pub(in crate::model) fn from_integer(integer: impl fmt::Display) -> Result<Number, NumberError> {
    integer.to_string().parse()
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Number, E> {
        from_integer(integer).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Number, E> {
        from_integer(integer).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, double: f64) -> Result<Number, E> {
        from_double(double).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Number, E> {
        text.parse().map_err(E::custom)
    }
}
