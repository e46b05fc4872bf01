//! The JSON Schemas of the file formats, in draft 2020-12: for the completion of an editor, the checks of a pipeline, the structured output of an extractor.
//!
//! They are made from the types of the nouns, whose documentation describes the fields. A schema knows the shape of a file and not what its entries must satisfy
//! together: what it passes, [`Dossier::from_json`](crate::Dossier::from_json) may still refuse. The files in `schemas/` hold the same; `docs/schema.md` tells how
//! to use them.

mod dossier;
mod evaluation;
mod page;
mod policy;
pub(crate) mod shapes;
#[cfg(test)]
mod tests;
mod tidy;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of a dossier in JSON.
///
/// ```
/// let schema = corroborate::schema::dossier();
/// assert_eq!(schema["properties"]["corroborate"]["const"], 1);
/// assert_eq!(schema["$defs"]["Claim"]["additionalProperties"], false);
/// ```
#[must_use]
pub fn dossier() -> Value {
    read::<dossier::File>("dossier", "A dossier for corroborate, version 1")
}

/// The schema of a line of a dossier in JSON Lines: the header, or an entry.
#[must_use]
pub fn dossier_line() -> Value {
    read::<dossier::Line>("dossier-line", "A line of a dossier in JSON Lines for corroborate, version 1")
}

/// The schema of a policy.
///
/// ```
/// let schema = corroborate::schema::policy();
/// assert_eq!(schema["properties"]["independent_origins"]["default"], 2);
/// ```
#[must_use]
pub fn policy() -> Value {
    let mut schema = read::<policy::File>("policy", "A policy for corroborate");
    policy::describe(&mut schema);
    schema
}

/// The schema of an evaluation in JSON, with advice or without. Later versions may add keys, so it allows others beside those that it knows.
#[must_use]
pub fn evaluation() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema =
        finished::<evaluation::Evaluation>(settings, "evaluation", "An evaluation by corroborate, version 1");
    evaluation::describe(&mut schema);
    schema
}

/// Every schema, by the name of its file in `schemas/`.
#[must_use]
pub fn all() -> [(&'static str, Value); 4] {
    [("dossier", dossier()), ("dossier-line", dossier_line()), ("evaluation", evaluation()), ("policy", policy())]
}

/// The schema of what is read: nothing in it may be null, unless it says so.
fn read<T: JsonSchema>(name: &str, title: &str) -> Value {
    let mut schema = finished::<T>(SchemaSettings::draft2020_12(), name, title);
    tidy::without_null(&mut schema);
    schema
}

fn finished<T: JsonSchema>(settings: SchemaSettings, name: &str, title: &str) -> Value {
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    tidy::tidy(&mut schema);
    if let Some(root) = schema.as_object_mut() {
        root.insert("$id".to_owned(), format!("urn:corroborate:{name}:1").into());
        root.insert("title".to_owned(), title.into());
    }
    schema
}
