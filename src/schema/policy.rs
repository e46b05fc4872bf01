//! The shape of a policy; `docs/policies.md` describes its fields.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::page;
use super::shapes::Count;
use crate::model::code::{Code, Severity};
use crate::model::number::Number;
use crate::model::policy::Policy;
use crate::model::policy::guideline::Guideline;
use crate::model::policy::rule::PolicyRule;

/// How much sourcing a desk asks for before it states a claim as fact. Every field may be left out, and is then as by default.
#[derive(JsonSchema)]
#[schemars(rename = "Policy", deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is wanted")]
pub(super) struct File {
    name: Option<String>,
    description: Option<String>,
    #[schemars(extend("minimum" = 1))]
    independent_origins: Option<Count>,
    authority_suffices: Option<bool>,
    #[schemars(extend("exclusiveMinimum" = 1))]
    outweighs: Option<Number>,
    #[schemars(extend("minimum" = 0, "exclusiveMaximum" = 1))]
    about: Option<Number>,
    #[schemars(extend("minimum" = 0, "exclusiveMaximum" = 1))]
    otherwise: Option<Number>,
    anonymous_are_distinct: Option<bool>,
    named_only: Option<bool>,
    first_hand_only: Option<bool>,
    #[schemars(extend("exclusiveMinimum" = 1))]
    floors_apart: Option<Number>,
    stale_after: Option<Count>,
    weights: Option<Weights>,
    severity: Option<Severities>,
    because: Option<Reasons>,
}

/// How much a word weighs as evidence, by the Admiralty letter of its source and by its hedge. None is above the one before it, among the letters and among the hedges.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is wanted")]
struct Weights {
    /// The probability that what a completely reliable source states is so.
    #[schemars(extend("exclusiveMinimum" = 0.5, "exclusiveMaximum" = 1))]
    a: Option<Number>,
    /// The same of a usually reliable source.
    #[schemars(extend("exclusiveMinimum" = 0.5, "exclusiveMaximum" = 1))]
    b: Option<Number>,
    /// The same of a fairly reliable source.
    #[schemars(extend("exclusiveMinimum" = 0.5, "exclusiveMaximum" = 1))]
    c: Option<Number>,
    /// The same of a source whose reliability cannot be judged.
    #[schemars(extend("exclusiveMinimum" = 0.5, "exclusiveMaximum" = 1))]
    f: Option<Number>,
    /// The share that is left of a word that calls it probable.
    #[schemars(extend("minimum" = 0, "maximum" = 1))]
    probable: Option<Number>,
    /// The share that is left of a word that calls it possible.
    #[schemars(extend("minimum" = 0, "maximum" = 1))]
    possible: Option<Number>,
    /// The share that is left of a word that says it could not be verified.
    #[schemars(extend("minimum" = 0, "maximum" = 1))]
    unverified: Option<Number>,
}

/// An object whose fields are the words of a vocabulary.
macro_rules! table {
    ($table:ident, $words:ty, $value:ty) => {
        struct $table;

        impl JsonSchema for $table {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($table).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let value = generator.subschema_for::<$value>();
                let described = described(&<$words>::json_schema(generator), &value);
                json_schema!({"type": "object", "properties": described, "additionalProperties": false})
            }
        }
    };
}

table!(Severities, Code, Severity);
table!(Reasons, PolicyRule, Vec<Guideline>);

/// A property for each word of a vocabulary, with what the word means.
fn described(words: &Schema, value: &Schema) -> Value {
    let forms = words.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let property = |form: &Value| {
        let mut property = value.clone().to_value();
        property.as_object_mut()?.insert("description".to_owned(), form.get("description")?.clone());
        Some((form.get("const")?.as_str()?.to_owned(), property))
    };
    Value::Object(forms.filter_map(property).collect())
}

/// Describes the fields of a policy as its page does, and adds what holds where one is left out.
pub(super) fn describe(schema: &mut Value) {
    if let Some(root) = schema.as_object_mut() {
        page::describe(root, page::table(include_str!("../../docs/policies.md"), 0, 1));
    }
    let defaults = serde_json::to_value(Policy::default()).unwrap_or_default();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for (name, property) in properties.iter_mut() {
            if let (Some(property), Some(default)) = (property.as_object_mut(), defaults.get(name)) {
                property.insert("default".to_owned(), default.clone());
            }
        }
        // The one field of all files that knows null: never.
        if let Some(stale_after) = properties.get_mut("stale_after").and_then(Value::as_object_mut) {
            stale_after.insert("type".to_owned(), serde_json::json!(["integer", "string", "null"]));
            stale_after.insert("default".to_owned(), Value::Null);
        }
    }
}
