//! The closed set of findings: each code has its page, a story that raises it, and a clean one beside it.
#![cfg(feature = "json")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use corroborate::{Code, Severity};
use serde_json::Value;

/// The codes that others' files may rely on. A new one is added here by hand; none is ever renamed.
const CODES: [&str; 30] = [
    "anonymous-only",
    "below-standard",
    "circular",
    "contradicted",
    "denied-by-party",
    "doubted",
    "falling-cumulative",
    "floors-apart",
    "hedge-dropped",
    "hedged-only",
    "misattributed",
    "not-comparable",
    "origin-unseen",
    "origin-withdrew",
    "owner-shared",
    "party-only",
    "published-before-event",
    "qualifier-dropped",
    "revised",
    "rule-broken",
    "self-contradiction",
    "single-conduit",
    "single-origin",
    "stale",
    "stale-citation",
    "undated",
    "undeclared-origin",
    "unreliable-only",
    "unsourced",
    "withdrawn",
];

const HEADINGS: [&str; 4] = ["## What", "## Why it matters", "## Example", "## What clears it"];

fn read(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn none(missing: &[String]) {
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Whether what is expected of a claim says that the code is raised (true), is not raised (false), or neither.
fn raises(claim: &Value, code: &str) -> Option<bool> {
    let lists = |key: &str| {
        let list = claim[key].as_array();
        list.map(|list| list.iter().any(|name| name == code || name["code"] == code))
    };
    match (lists("codes"), lists("has"), lists("findings"), lists("has_not")) {
        (Some(true), ..) | (_, Some(true), ..) | (_, _, Some(true), _) => Some(true),
        (Some(false), ..) | (_, _, _, Some(true)) => Some(false),
        _ => None,
    }
}

/// For each scenario of a file, what is expected of each claim.
fn scenarios(code: &str) -> Vec<Vec<Value>> {
    let file: Value = serde_json::from_str(&read(&format!("tests/scenarios/finding-{code}.json"))).unwrap();
    let scenarios = file.as_array().unwrap();
    let claims = |scenario: &Value| scenario["expect"]["claims"].as_object().unwrap().values().cloned().collect();
    scenarios.iter().map(claims).collect()
}

#[test]
fn the_set_of_codes_is_this_one() {
    let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, CODES);
}

#[test]
fn no_two_codes_share_a_name_or_a_description() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let descriptions: BTreeSet<&str> = Code::ALL.iter().map(|code| code.description()).collect();
    assert_eq!((names.len(), descriptions.len()), (Code::ALL.len(), Code::ALL.len()));
}

#[test]
fn every_code_is_read_back_from_its_name() {
    for code in Code::ALL {
        assert_eq!(code.as_str().parse(), Ok(*code));
        let json = serde_json::to_string(code).unwrap();
        assert_eq!(json, format!("\"{code}\""));
        assert_eq!(serde_json::from_str::<Code>(&json).unwrap(), *code);
    }
    let unknown = "single-orgin".parse::<Code>().unwrap_err();
    assert_eq!(unknown.to_string(), "unknown finding `single-orgin`, did you mean `single-origin`?");
}

#[test]
fn every_severity_is_given_to_some_code() {
    let given: BTreeSet<Severity> = Code::ALL.iter().map(|code| code.severity()).collect();
    assert!(given.iter().eq(Severity::ALL), "{given:?}");
}

#[test]
fn every_description_is_one_sentence() {
    for code in Code::ALL {
        let description = code.description();
        assert!(description.ends_with('.') && !description.trim_end_matches('.').contains(". "), "{description}");
    }
}

#[test]
fn every_code_has_its_page() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let page = read(&format!("docs/findings/{code}.md"));
        let opening = format!("# `{code}`\n\n{} Severity: {}.\n\n", code.description(), code.severity());
        if !page.starts_with(&opening) {
            wrong.push(format!("{code}: the page does not begin with {opening:?}"));
        }
        let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        if headings != HEADINGS {
            wrong.push(format!("{code}: its headings are {headings:?}"));
        }
        let is_blank = |part: &str| part.split_once('\n').is_none_or(|(_, text)| text.trim().is_empty());
        if page.split("\n## ").skip(1).any(is_blank) {
            wrong.push(format!("{code}: nothing stands below a heading"));
        }
    }
    none(&wrong);
}

#[test]
fn the_list_of_pages_holds_every_code_and_no_other() {
    let list = read("docs/findings/README.md");
    let mut rows: Vec<&str> = list.lines().filter(|line| line.starts_with("| [`")).collect();
    rows.sort_unstable();
    let row = |code: &&Code| format!("| [`{code}`]({code}.md) | {} | {} |", code.severity(), code.description());
    let mut wanted: Vec<String> = Code::ALL.iter().map(|code| row(&code)).collect();
    wanted.sort_unstable();
    assert_eq!(rows, wanted);
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/findings");
    let pages = fs::read_dir(folder).unwrap().filter(|entry| entry.as_ref().unwrap().file_name() != "README.md");
    assert_eq!(pages.count(), Code::ALL.len());
}

#[test]
fn every_code_is_raised_by_a_story_that_names_its_entries() {
    let mut wrong = Vec::new();
    for code in CODES {
        let named =
            |claim: &Value| claim["findings"].as_array().is_some_and(|all| all.iter().any(|f| f["code"] == code));
        if !scenarios(code).iter().flatten().any(|claim| raises(claim, code) == Some(true) && named(claim)) {
            wrong.push(format!("no story raises {code} and names its entries"));
        }
    }
    none(&wrong);
}

#[test]
fn every_code_is_absent_from_a_clean_story_beside_it() {
    let mut wrong = Vec::new();
    for code in CODES {
        let is_clean = |claims: &Vec<Value>| claims.iter().all(|claim| raises(claim, code) == Some(false));
        if !scenarios(code).iter().any(is_clean) {
            wrong.push(format!("no story beside those that raise {code} is clean of it"));
        }
    }
    none(&wrong);
}
