use std::collections::BTreeSet;

use serde_json::Value;

use super::{dossier, dossier_line, policy};
use crate::model::dossier::Dossier;
use crate::model::policy::Policy;
use crate::read::{asked, fields, forms};

/// An object that the readers open, and where its schema stands.
type Noun = (&'static str, fn() -> Value, &'static str);

/// Every such object.
const NOUNS: [Noun; 10] = [
    ("a source", dossier, "/$defs/Source"),
    ("an attribute", dossier, "/$defs/Attribute"),
    ("a claim", dossier, "/$defs/Claim"),
    ("an attribution", dossier, "/$defs/Attribution"),
    ("an implication", dossier, "/$defs/Rule/oneOf/1/properties/implies"),
    ("a sum", dossier, "/$defs/Rule/oneOf/2/properties/sum"),
    ("a header", dossier_line, "/$defs/Header"),
    ("a policy", policy, ""),
    ("a guideline", policy, "/$defs/Guideline"),
    ("a table of weights", policy, "/$defs/Weights"),
];

fn names(schema: &Value, pointer: &str) -> BTreeSet<String> {
    let properties = schema.pointer(&format!("{pointer}/properties")).and_then(Value::as_object);
    properties.unwrap_or_else(|| panic!("no properties at {pointer}")).keys().cloned().collect()
}

#[test]
fn the_readers_ask_for_the_fields_that_the_schemas_have_and_for_no_other() {
    let full = Dossier::from_json_str(include_str!("../../tests/read_write/full.json")).unwrap();
    Dossier::from_jsonl(full.to_jsonl().as_bytes()).unwrap();
    Policy::from_json(Policy::strict().to_json().as_bytes()).unwrap();
    let asked = asked::all();
    let mut nouns: BTreeSet<&str> = asked.keys().copied().collect();
    for (noun, schema, pointer) in NOUNS {
        assert!(nouns.remove(noun), "nothing was read of {noun}");
        let read: BTreeSet<String> = asked[noun].iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(read, names(&schema(), pointer), "{noun}");
        assert_eq!(schema().pointer(pointer).unwrap()["additionalProperties"], false, "{noun}");
    }
    assert!(nouns.is_empty(), "no schema of {nouns:?}");
}

#[test]
fn the_lists_of_a_dossier_and_the_forms_of_a_value_are_those_that_are_read() {
    assert_eq!(fields().map(str::to_owned).collect::<BTreeSet<_>>(), names(&dossier(), ""));
    let schema = dossier();
    let any = schema.pointer("/$defs/Value/anyOf").and_then(Value::as_array).unwrap();
    let form = |form: &Value| form.get("properties")?.as_object()?.keys().next().cloned();
    assert_eq!(forms().map(str::to_owned).collect::<BTreeSet<_>>(), any.iter().filter_map(form).collect());
}

#[test]
fn the_example_is_a_dossier_with_an_entry_of_each_kind() {
    let example = &dossier()["examples"][0];
    let dossier = Dossier::from_json_str(&example.to_string()).unwrap();
    assert!(fields().all(|field| example.get(field).is_some()));
    assert!(!dossier.rules().is_empty() && dossier.attributions().len() == 2);
}
