//! The JSON Schemas: the committed files are those that the library makes, what the library reads and writes passes them, and what is wrong in its shape does not.
#![cfg(feature = "schema")]

use std::fs;
use std::path::{Path, PathBuf};

use corroborate::{Dossier, Evaluator, Policy, Problems, render, schema};
use jsonschema::Validator;
use serde_json::Value;

#[path = "bad_inputs/entries.rs"]
mod entries;
#[path = "bad_inputs/policies.rs"]
mod policies;
#[path = "bad_inputs/relations.rs"]
mod relations;
#[path = "bad_inputs/syntax.rs"]
mod syntax;
#[path = "bad_inputs/values.rs"]
mod values;
#[path = "bad_inputs/words.rs"]
mod words;

/// A bad file, and the good one beside it, as the tests of bad inputs have them.
struct Case {
    kind: &'static str,
    wrong: Vec<u8>,
    right: Vec<u8>,
    schema: fn() -> Value,
}

fn case(kind: &'static str, frame: &str, wrong: &str, right: &str, _: &'static str) -> Case {
    let [wrong, right] = [wrong, right].map(|part| frame.replacen('@', part, 1).into_bytes());
    Case { kind, wrong, right, schema: schema::dossier }
}

fn bytes(kind: &'static str, wrong: &[u8], right: &[u8], _: &'static str) -> Case {
    Case { kind, wrong: wrong.to_vec(), right: right.to_vec(), schema: schema::dossier }
}

fn policy(kind: &'static str, wrong: &str, right: &str, _: &'static str) -> Case {
    Case { kind, wrong: wrong.into(), right: right.into(), schema: schema::policy }
}

/// These are wrong in what entries say together, or in what a schema cannot tell: a number that is too long, a day that is not in its month.
const BEYOND_SHAPE: &[&str] = &[
    "UnknownId",
    "DuplicateId",
    "Kind",
    "TooPrecise",
    "Cumulative",
    "Phrase",
    "Loop",
    "ReferenceLoop",
    "Itself",
    "Later",
    "SomebodyElses",
    "StanceWithoutWord",
    "CorrectionWithoutWord",
    "Repeated",
    "MixedScopes",
    "RuleKind",
    "RuleUnits",
    "Value(Reversed",
    "Value(NearlyZero",
    "Number(Too",
    "Moment(NoSuchDay",
    "Edtf(Impossible",
    "Edtf(Reversed",
    "Edtf(NeedsYear",
    "Edtf(YearOutOfRange",
    "Edtf(TooScattered",
    "Policy(Tolerance",
    "Policy(Weights(Letter",
    "Policy(Weights(Order",
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

#[track_caller]
fn passes(validator: &Validator, instance: &Value, what: &str) {
    let errors: Vec<String> =
        validator.iter_errors(instance).take(5).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}\n{}", errors.join("\n"));
}

/// All files of a folder that end so.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(here(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = all.filter(|path| path.to_string_lossy().ends_with(end)).collect();
    files.sort();
    assert!(!files.is_empty(), "{folder}");
    files
}

/// The scenarios of a file: one, or a list.
fn scenarios(path: &Path) -> Vec<Value> {
    match serde_json::from_str(&read(path)).unwrap() {
        Value::Array(many) => many,
        one => vec![one],
    }
}

/// Every dossier that the examples and tests have, with a name.
fn dossiers() -> Vec<(String, Value)> {
    let mut dossiers = Vec::new();
    for path in files("examples", ".json")
        .into_iter()
        .chain([here("tests/read_write/full.json"), here("tests/read_write/full.written.json")])
    {
        dossiers.push((path.display().to_string(), serde_json::from_str(&read(&path)).unwrap()));
    }
    for path in files("tests/scenarios", ".json") {
        for mut scenario in scenarios(&path) {
            dossiers.push((path.display().to_string(), scenario["dossier"].take()));
        }
    }
    assert!(dossiers.len() > 80);
    dossiers
}

#[test]
fn the_committed_files_are_those_that_the_library_makes() {
    for (name, schema) in schema::all() {
        let path = here(&format!("schemas/{name}.schema.json"));
        let made = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::create_dir_all(here("schemas")).unwrap();
            fs::write(&path, &made).unwrap();
        }
        assert_eq!(read(&path), made, "{name}: UPDATE_SNAPSHOTS=1 rewrites it");
    }
    assert_eq!(files("schemas", ".json").len(), schema::all().len());
}

#[test]
fn each_is_a_schema_of_draft_2020_12() {
    for (name, schema) in schema::all() {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
    }
}

#[test]
fn every_field_and_every_type_is_described_in_plain_words() {
    let mut described = 0;
    for (name, schema) in schema::all() {
        let mut open = vec![(name.to_owned(), &schema)];
        while let Some((path, value)) = open.pop() {
            let Some(object) = value.as_object() else { continue };
            let properties = object.get("properties").and_then(Value::as_object);
            for (field, property) in properties.into_iter().flatten() {
                let description = property.get("description").and_then(Value::as_str).unwrap_or_default();
                assert!(description.len() > 3, "{path}: `{field}` has no description");
                for code in ["::", "[`", "```", "#[", "None", "Vec<", "http"] {
                    assert!(!description.contains(code), "{path}.{field}: {description}");
                }
                assert!(
                    description.ends_with(['.', '`', ')', ':']) || description.contains("\n- "),
                    "{path}.{field}: {description}"
                );
                described += 1;
                open.push((format!("{path}.{field}"), property));
            }
            for (key, inner) in object {
                match inner {
                    Value::Array(list) => open.extend(list.iter().map(|inner| (format!("{path}/{key}"), inner))),
                    _ if key == "properties" => {}
                    inner => open.push((format!("{path}/{key}"), inner)),
                }
            }
            if path.ends_with("/$defs") {
                for (name, schema) in object {
                    assert!(schema.get("description").is_some() || schema.get("examples").is_some(), "{path}/{name}");
                }
            }
        }
    }
    assert!(described > 130, "{described}");
}

#[test]
fn the_page_on_the_file_format_has_the_fields_that_the_schema_has_and_requires_the_same() {
    let page = read(here("docs/file-format.md"));
    let schema = schema::dossier();
    for (heading, pointer) in [
        ("## The dossier", ""),
        ("## A source", "/$defs/Source"),
        ("## An attribute\n", "/$defs/Attribute"),
        ("## A claim", "/$defs/Claim"),
        ("## An attribution", "/$defs/Attribution"),
    ] {
        let (_, section) = page.split_once(heading).unwrap();
        let table = section.split("\n\n").find(|block| block.trim_start().starts_with('|')).unwrap();
        let mut rows: Vec<(String, bool)> = table
            .trim()
            .lines()
            .skip(2)
            .map(|row| (row.split('`').nth(1).unwrap().to_owned(), row.contains(", required |")))
            .collect();
        rows.sort();
        let object = schema.pointer(pointer).unwrap();
        let required = object["required"].as_array().unwrap();
        let properties = object["properties"].as_object().unwrap().keys();
        let fields: Vec<(String, bool)> =
            properties.map(|name| (name.clone(), required.contains(&name.as_str().into()))).collect();
        assert_eq!(rows, fields, "{heading}");
    }
    // Every kind of source is named.
    for kind in schema["$defs"]["SourceKind"]["enum"].as_array().unwrap() {
        assert!(page.contains(&format!("`{}`", kind.as_str().unwrap())), "{kind}");
    }
}

#[test]
fn every_dossier_passes_and_so_does_each_of_its_lines() {
    let (whole, line) = (validator(&schema::dossier()), validator(&schema::dossier_line()));
    for (name, dossier) in dossiers() {
        passes(&whole, &dossier, &name);
        let Ok(read) = Dossier::from_json_str(&dossier.to_string()) else { continue };
        passes(&whole, &serde_json::from_str(&read.to_json()).unwrap(), &name);
        for text in read.to_jsonl().lines() {
            passes(&line, &serde_json::from_str(text).unwrap(), &name);
        }
    }
}

#[test]
fn every_policy_passes() {
    let validator = validator(&schema::policy());
    for path in files("policies", ".json") {
        passes(&validator, &serde_json::from_str(&read(&path)).unwrap(), &path.display().to_string());
    }
    passes(&validator, &serde_json::to_value(Policy::default()).unwrap(), "default");
    for path in files("tests/scenarios", ".json") {
        for scenario in scenarios(&path) {
            if let Some(policy) = scenario.get("policy") {
                passes(&validator, policy, &path.display().to_string());
            }
        }
    }
}

/// The same schema, in which nothing may stand that it does not name.
fn strict(mut schema: Value) -> Value {
    let mut open = vec![&mut schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(list) => open.extend(list),
            Value::Object(object) => {
                if object.contains_key("properties") {
                    object.insert("additionalProperties".to_owned(), false.into());
                }
                open.extend(object.values_mut());
            }
            _ => {}
        }
    }
    schema
}

#[test]
fn every_evaluation_passes_and_has_no_key_that_its_schema_does_not_name() {
    let validator = validator(&strict(schema::evaluation()));
    let mut evaluated = 0;
    for (name, dossier) in dossiers() {
        let Ok(dossier) = Dossier::from_json_str(&dossier.to_string()) else { continue };
        let evaluation = Evaluator::new(Policy::default()).as_of("2025-01".parse().unwrap()).evaluate(&dossier);
        passes(&validator, &serde_json::to_value(render::Json::new(&evaluation)).unwrap(), &name);
        // What would settle the claims of the real story takes minutes to find.
        if dossier.claims().len() < 20 {
            let evaluation = Evaluator::default().evaluate(&dossier);
            passes(&validator, &serde_json::to_value(render::Json::new(&evaluation).with_advice()).unwrap(), &name);
        }
        evaluated += 1;
    }
    assert!(evaluated > 80);
}

#[test]
fn what_is_wrong_in_its_shape_does_not_pass_and_what_is_right_does() {
    let cases =
        [syntax::cases(), entries::cases(), words::cases(), values::cases(), relations::cases(), policies::cases()];
    let (mut refused, mut said) = (0, String::new());
    for case in cases.into_iter().flatten() {
        let validator = validator(&(case.schema)());
        if let Ok(right) = serde_json::from_slice::<Value>(&case.right)
            && !validator.is_valid(&right)
        {
            said += &format!("RIGHT {} {right}\n", case.kind);
        }
        // That a host holds no space is beyond an expression as well.
        let is_spaced_host = case.kind == "Url" && case.wrong.windows(8).any(|part| part == b"exa mple");
        let is_of_shape = !is_spaced_host && !BEYOND_SHAPE.iter().any(|kind| case.kind.starts_with(kind));
        // Where a key stands twice, a `Value` keeps one, and nothing is wrong any more.
        let is_read = |value: &Value| {
            let text = value.to_string();
            Dossier::from_json_str(&text).is_ok() || Policy::from_json(text.as_bytes()).is_ok()
        };
        if let Ok(wrong) = serde_json::from_slice::<Value>(&case.wrong)
            && is_of_shape
            && !is_read(&wrong)
        {
            if validator.is_valid(&wrong) {
                said += &format!("WRONG {} {wrong}\n", case.kind);
            }
            refused += 1;
        }
    }
    assert!(said.is_empty(), "{said}");
    assert!(refused > 80, "{refused}");
}

#[test]
fn every_field_that_a_schema_requires_is_one_that_the_reader_misses() {
    let problems = |json: &str| -> Vec<String> {
        let told: Problems = Dossier::from_json_str(json).unwrap_err();
        told.iter()
            .filter_map(|problem| match problem.kind {
                corroborate::ProblemKind::MissingField { field, .. } => Some(field.to_owned()),
                _ => None,
            })
            .collect()
    };
    let schema = schema::dossier();
    for (list, noun) in
        [("sources", "Source"), ("attributes", "Attribute"), ("claims", "Claim"), ("attributions", "Attribution")]
    {
        let mut missed = problems(&format!("{{\"corroborate\": 1, \"{list}\": [{{}}]}}"));
        let mut required: Vec<&str> =
            schema["$defs"][noun]["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        missed.sort();
        required.sort_unstable();
        assert_eq!(missed, required, "{noun}");
    }
    assert_eq!(schema["required"], serde_json::json!(["corroborate"]));
}
