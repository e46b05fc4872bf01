//! Files that are meant to exhaust whoever reads them: each must be refused (or read) in time and memory linear in its size.

use std::fmt::Write;

use corroborate::{Dossier, Policy, ProblemKind, Problems};

fn problems(json: &str) -> Problems {
    Dossier::from_json_str(json).unwrap_err()
}

/// So many entries, each made from its number.
fn many(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..count).map(entry).collect::<Vec<_>>().join(",\n")
}

#[test]
fn two_hundred_megabytes_of_open_lists_do_not_overflow_the_stack() {
    // Without optimisation that takes a quarter of a minute, and a tenth of it would overflow as well.
    let size = if cfg!(debug_assertions) { 20_000_000 } else { 200_000_000 };
    let problems = Dossier::from_json(&vec![b'['; size]).unwrap_err();
    let says = format!("line 1, column {}: the file ends too early: a list is not closed", size + 1);
    assert_eq!(problems.to_string(), says);
}

#[test]
fn lists_nested_very_deep_are_only_a_wrong_type_wherever_they_stand() {
    const DEPTH: usize = 200_000;
    let (open, close) = ("[".repeat(DEPTH), "]".repeat(DEPTH));
    for (before, after, says) in [
        ("", "", "line 1, column 1: expected a dossier, found a list"),
        (r#"{"corroborate": 1, "title": "#, "}", "line 1, column 29: title: expected a string, found a list"),
        (r#"{"corroborate": 1, "notes": "#, "}", "line 1, column 20: notes: unknown field `notes` of a dossier"),
        (r#"{"corroborate": 1, "sources": "#, "}", "line 1, column 32: sources[0]: expected a source, found a list"),
        (
            r#"{"corroborate": 1, "attributions": [{"id": "r", "source": "s", "claim": "c", "cites": "#,
            "}]}",
            "line 1, column 89: attributions[0].cites[0][0]: expected a string, found a list",
        ),
        (
            r#"{"corroborate": 1, "claims": [{"id": "c", "statement": "S", "subject": "x", "attribute": "a", "value": {"about": "#,
            "}}]}",
            "line 1, column 114: claims[0].value.about: expected a number, found a list",
        ),
    ] {
        let file = format!("{before}{open}{close}{after}");
        let first = problems(&file).iter().next().unwrap().to_string();
        assert_eq!(first, says);
        let objects = format!("{before}{}1{}{after}", "{\"a\":".repeat(DEPTH), "}".repeat(DEPTH));
        assert!(Dossier::from_json_str(&objects).is_err());
    }
    assert!(Policy::from_json(format!("{open}{close}").as_bytes()).is_err());
}

#[test]
fn of_a_hundred_thousand_bad_entries_a_thousand_are_listed_and_the_rest_counted() {
    let entries = many(100_000, |n| format!(r#"{{"id": "s{n}", "name": {n}}}"#));
    let problems = problems(&format!("{{\"corroborate\": 1, \"sources\": [\n{entries}]}}"));
    assert_eq!(problems.iter().count(), 1001);
    let last = problems.iter().last().unwrap();
    assert_eq!(last.to_string(), "and 99000 more problems, too many to list");
    assert_eq!(last.position, None);
    let before = problems.iter().nth(999).unwrap();
    assert_eq!(before.to_string(), "line 1001, column 24: sources[999].name: expected a string, found a number");
}

#[test]
fn a_hundred_thousand_unknown_fields_of_one_entry_are_counted_once_each() {
    let fields = many(100_000, |n| format!(r#""nam{n}": 1"#));
    let problems = problems(&format!("{{\"corroborate\": 1, \"sources\": [{{\"id\": \"s\", {fields}}}]}}"));
    assert_eq!(problems.iter().last().unwrap().kind, ProblemKind::More(99_001));
}

#[test]
fn a_hundred_thousand_names_that_nobody_bears_are_looked_up_once_each() {
    let sources = many(100_000, |n| format!(r#"{{"id": "source-{n}", "name": "S"}}"#));
    let words = many(100_000, |n| format!(r#"{{"id": "r{n}", "source": "source-{n}x", "retracts": "r{}"}}"#, n + 1));
    let problems =
        problems(&format!("{{\"corroborate\": 1, \"sources\": [\n{sources}], \"attributions\": [\n{words}]}}"));
    assert_eq!(problems.iter().count(), 1001);
    let first = problems.iter().next().unwrap();
    let says = "line 100002, column 24: attributions[0].source: unknown source `source-0x`, did you mean `source-0`?";
    assert_eq!(first.to_string(), says);
    assert_eq!(problems.iter().last().unwrap().kind, ProblemKind::More(99_001));
}

#[test]
fn one_line_of_fifty_thousand_entries_gives_every_problem_its_column() {
    let entry = |n: usize| match n % 100 {
        99 => r#"{"id":"ü","name":7}"#.to_owned(),
        _ => r#"{"id":"s","name":"é"}"#.to_owned(),
    };
    let entries = many(50_000, entry).replace('\n', "");
    let problems = problems(&format!("{{\"corroborate\":1,\"sources\":[{entries}]}}"));
    for (nth, problem) in problems.iter().enumerate() {
        let position = problem.position.unwrap();
        // 28 characters before the first entry, 22 for a good one, 20 for a bad one, and 17 into it.
        let column = 29 + nth * (99 * 22 + 20) + 99 * 22 + 17;
        assert_eq!((position.line, position.column), (1, column), "{problem}");
    }
    assert_eq!(problems.iter().count(), 500);
}

#[test]
fn a_message_quotes_no_more_than_a_line_of_a_text_of_a_megabyte() {
    let long = "x".repeat(1_000_000);
    let word = |fields: &str| {
        format!(
            r#"{{"corroborate": 1, "sources": [{{"id": "s", "name": "S"}}], "attributions": [{{"id": "r", "source": "s", {fields}}}]}}"#
        )
    };
    for file in [
        word(&format!(r#""claim": "{long}""#)),
        word(&format!(r#""{long}": 1"#)),
        word(&format!(r#""claim": "c", "stance": "{long}""#)),
        word(&format!(r#""claim": "c", "url": "{long}""#)),
        word(&format!(r#""claim": "c", "published": "{long}""#)),
        format!(r#"{{"corroborate": {}}}"#, "9".repeat(1_000_000)),
        format!(r#"{{"corroborate": 1, "attributes": [{{"id": "a", "kind": "{long}"}}]}}"#),
        format!(r#"{{"corroborate": 1, "rules": [{{"{long}": 1}}]}}"#),
    ] {
        for problem in &problems(&file) {
            assert!(problem.to_string().len() < 400, "{}", problem.to_string().len());
        }
    }
}

#[test]
fn what_is_large_and_right_is_read() {
    let mut file = String::from("{\"corroborate\": 1, \"sources\": [\n");
    let name = "ж".repeat(500_000);
    let _ = write!(
        file,
        "{{\"id\": \"long\", \"name\": \"{name}\"}},\n{}",
        many(20_000, |n| format!(r#"{{"id": "s{n}", "name": "S"}}"#))
    );
    file.push_str("]}");
    let dossier = Dossier::from_json_str(&file).unwrap();
    assert_eq!(dossier.sources().len(), 20_001);
    assert_eq!(dossier.source(&"long".into()).unwrap().name, name);
}
