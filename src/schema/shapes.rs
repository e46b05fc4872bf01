//! The shapes of scalars and of what may be written in several ways.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::edtf::{Day, Edtf};
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};
use crate::model::moment::Moment;
use crate::model::number::Number;
use crate::model::quantity::Quantity;
use crate::model::source::{Party, Scope};
use crate::model::value::Value;

/// Characters that cannot be seen, or that reorder the text around them.
macro_rules! unseen {
    () => {
        r"\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    };
}

/// Text that is not blank and holds no such character.
const ID: &str = concat!("^[^", unseen!(), "]*[^\\s", unseen!(), "][^", unseen!(), "]*$");
/// The same without the slash that divides a subject from an attribute.
const ATTRIBUTE_ID: &str = concat!("^[^/", unseen!(), "]*[^/\\s", unseen!(), "][^/", unseen!(), "]*$");
/// Digits, which may stand in groups of three, a fraction, an exponent.
const NUMBER: &str = r"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}(_[0-9]{3})+)(\.[0-9]+)?([eE][+-]?[0-9]+)?$";
const COUNT: &str = r"^\+?([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}(_[0-9]{3})+)(\.0+)?$";
const DAY: &str = r"^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$";
/// A month, a day, or an instant with its zone.
const MOMENT: &str =
    r"^[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?$";
/// The characters of EDTF; its grammar is more than an expression can say.
const EDTF: &str = r"^([-+0-9XYESTZ:,/~?%{}\[\] ]|\.\.)*[0-9]([-+0-9XYESTZ:,/~?%{}\[\] ]|\.\.)*$";
/// An address begins with its scheme.
pub(super) const ADDRESS: &str = r"^\s*[A-Za-z][A-Za-z0-9+.-]*:";

/// The schema of a type, under its name.
macro_rules! named {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

named!(SourceId, "SourceId", {"description": "What the dossier calls a source.", "type": "string", "pattern": ID});
named!(ClaimId, "ClaimId", {"description": "What the dossier calls a claim.", "type": "string", "pattern": ID});
named!(AttributionId, "AttributionId", {
    "description": "What the dossier calls an attribution.", "type": "string", "pattern": ID
});
named!(AttributeId, "AttributeId", {
    "description": "What the dossier calls an attribute; it holds no `/`.", "type": "string", "pattern": ATTRIBUTE_ID
});
named!(Scope, "Scope", {
    "description": "An attribute of every subject, or of one: `subject/attribute`.",
    "type": "string", "pattern": ID, "examples": ["ratified-on", "treaty/ratified-on"]
});
named!(Day, "Day", {"description": "A day.", "type": "string", "pattern": DAY, "examples": ["2025-12-31"]});
named!(Moment, "Moment", {
    "description": "A month, a day, or an instant with its time zone.",
    "type": "string", "pattern": MOMENT, "examples": ["2024-10-24", "2024-10", "2024-10-24T09:30:00+09:00"]
});
named!(Edtf, "Edtf", {
    "description": "A date, or a stretch of time, in EDTF (ISO 8601-2): open ends are `..`, `~` stands for about.",
    "type": "string",
    "pattern": EDTF,
    "examples": [
        "2024-06-18", "2024-06", "2024", "2024-06-18/2024-06-20", "../2025-08", "2016/..", "2024-06~", "[2024-10,2024-11]"
    ]
});
named!(Number, "Number", {
    "description": "A number. As a string its digits may stand in groups of three; longer numbers than fifteen digits should be strings, because most tools round others.",
    "type": ["number", "string"], "pattern": NUMBER, "examples": [15000, 0.5, "15,000"]
});

/// A whole number of days, or of origins.
pub(crate) struct Count;

impl JsonSchema for Count {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["integer", "string"], "minimum": 0, "maximum": u32::MAX, "pattern": COUNT, "examples": [2]})
    }
}

/// A list, or its single element.
pub(crate) struct OneOrMany<T, const LEAST: usize = 0>(PhantomData<T>);

impl<T: JsonSchema, const LEAST: usize> JsonSchema for OneOrMany<T, LEAST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrManyOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        if LEAST == 0 {
            return json_schema!({"anyOf": [{"type": "array", "items": one}, one]});
        }
        json_schema!({"anyOf": [{"type": "array", "items": one, "minItems": LEAST}, one]})
    }
}

/// Chains of sources, each of which may be a single source, and so may they all.
pub(crate) struct Chains;

impl JsonSchema for Chains {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Chains".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let source = generator.subschema_for::<SourceId>();
        json_schema!({
            "anyOf": [
                {"type": "array", "items": {"anyOf": [{"type": "array", "items": source, "minItems": 1}, source]}},
                source
            ],
            "examples": [[["lee", "nis"]], ["duma"]]
        })
    }
}

impl JsonSchema for Party {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Party".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let attribute = generator.subschema_for::<AttributeId>();
        json_schema!({
            "anyOf": [
                {"description": "Whether it has a stake in everything.", "type": "boolean"},
                {"description": "The attributes in which it has a stake.", "type": "array", "items": attribute},
                attribute
            ]
        })
    }
}

/// The forms of a quantity that have a name, and of it what they are in words.
const QUANTITIES: [(&str, &str); 7] = [
    ("exactly", "So much, exactly; the plain number says the same."),
    ("about", "About so much: literally so much, with more tolerance than anything else."),
    ("nearly", "Below so much, but by no more than a tenth."),
    ("at_least", "So much or more."),
    ("at_most", "So much or less: \"up to\"."),
    ("more_than", "More than so much."),
    ("fewer_than", "Less than so much."),
];

/// An object of one field.
fn form(name: &str, description: &str, inner: impl Into<serde_json::Value>) -> serde_json::Value {
    let mut inner: serde_json::Value = inner.into();
    if let Some(inner) = inner.as_object_mut() {
        inner.insert("description".to_owned(), description.into());
    }
    serde_json::json!({
        "type": "object", "properties": {name: inner}, "required": [name], "additionalProperties": false
    })
}

fn quantities(generator: &mut SchemaGenerator) -> Vec<serde_json::Value> {
    let number = generator.subschema_for::<Number>();
    let plain = number.clone().to_value();
    let forms = QUANTITIES.map(|(name, description)| form(name, description, number.clone()));
    let two = serde_json::json!({"type": "array", "items": number, "minItems": 2, "maxItems": 2});
    let between = form("between", "From the first number to the second, both included.", two);
    [plain].into_iter().chain(forms).chain([between]).collect()
}

impl JsonSchema for Quantity {
    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A quantity as somebody put it: a number, or a bound.",
            "anyOf": quantities(generator)
        })
    }
}

impl JsonSchema for Value {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = serde_json::json!({"type": "string", "pattern": r"\S"});
        let texts = serde_json::json!({"anyOf": [{"type": "array", "items": text, "minItems": 1}, text]});
        let mut forms = quantities(generator);
        forms.extend([
            form("date", "A date, or a stretch of time, in EDTF (ISO 8601-2).", generator.subschema_for::<Edtf>()),
            form("text", "A text.", text),
            form("one_of", "One of several texts.", texts),
            serde_json::json!({"description": "Whether it is so.", "type": "boolean"}),
        ]);
        json_schema!({
            "description": "What a claim says of an attribute of its subject, in a form of the attribute's kind: a number or a bound, a date, a text, true or false.",
            "anyOf": forms,
            "examples": [15000, {"about": 2000}, {"between": [10000, 12000]}, {"date": "2024-06"}, {"text": "Pyongyang"}, true]
        })
    }
}

/// An attribution speaks of a claim, or takes something back.
pub(crate) fn says_something(attribution: &mut Schema) {
    let one_of = ["claim", "retracts", "disowns"].map(|name| serde_json::json!({"required": [name]}));
    attribution.insert("anyOf".to_owned(), serde_json::Value::from(one_of.to_vec()));
}
