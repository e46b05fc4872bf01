//! Everything that a file can have wrong, and the exact words in which its author is told; beside each, the nearest file that is right.
#![cfg(feature = "json")]

use std::collections::BTreeSet;

use corroborate::{Dossier, Policy, Problems};
use entry_points::InPieces;

#[path = "bad_inputs/entries.rs"]
mod entries;
#[path = "fuzz_smoke/entry_points.rs"]
#[allow(dead_code)]
mod entry_points;
#[path = "bad_inputs/hostile.rs"]
mod hostile;
#[path = "bad_inputs/journals.rs"]
mod journals;
#[path = "bad_inputs/lines.rs"]
mod lines;
#[path = "bad_inputs/policies.rs"]
mod policies;
#[path = "bad_inputs/relations.rs"]
mod relations;
#[path = "bad_inputs/syntax.rs"]
mod syntax;
#[cfg(feature = "claimreview")]
#[path = "bad_inputs/tables.rs"]
mod tables;
#[path = "bad_inputs/values.rs"]
mod values;
#[path = "bad_inputs/words.rs"]
mod words;

/// A bad file, and the good one beside it.
struct Case {
    /// The name of the `ProblemKind`, and of the error inside it: `Type`, `Value(Reversed`.
    kind: &'static str,
    wrong: Vec<u8>,
    right: Vec<u8>,
    /// All problems, one a line.
    says: &'static str,
    read: fn(&[u8]) -> Result<(), Problems>,
}

/// A dossier that is wrong or right by what is put in the place of `@`.
fn case(kind: &'static str, frame: &str, wrong: &str, right: &str, says: &'static str) -> Case {
    let [wrong, right] = [wrong, right].map(|part| frame.replacen('@', part, 1).into_bytes());
    bytes(kind, &wrong, &right, says)
}

fn bytes(kind: &'static str, wrong: &[u8], right: &[u8], says: &'static str) -> Case {
    let read = |bytes: &[u8]| Dossier::from_json(bytes).map(|_| ());
    Case { kind, wrong: wrong.to_vec(), right: right.to_vec(), says, read }
}

fn policy(kind: &'static str, wrong: &str, right: &str, says: &'static str) -> Case {
    let read = |bytes: &[u8]| Policy::from_json(bytes).map(|_| ());
    Case { kind, wrong: wrong.into(), right: right.into(), says, read }
}

fn catalogue() -> Vec<Case> {
    let of_files = [syntax::cases(), entries::cases(), words::cases(), values::cases(), relations::cases()];
    let others = [lines::cases(), policies::cases(), journals::cases()];
    #[cfg(feature = "claimreview")]
    let others = others.into_iter().chain([tables::cases()]);
    of_files.into_iter().chain(others).flatten().collect()
}

#[test]
fn every_bad_file_is_refused_in_these_words() {
    let mut differ = String::new();
    for case in catalogue() {
        let file = String::from_utf8_lossy(&case.wrong);
        match (case.read)(&case.wrong) {
            Ok(()) => differ += &format!("READ {}: {file}\n", case.kind),
            Err(problems) => {
                let says = problems.to_string();
                let is_of_kind =
                    problems.iter().map(|p| format!("{:?}", p.kind)).any(|kind| kind.starts_with(case.kind));
                if says != case.says || !is_of_kind {
                    differ += &format!("FILE {file}\n  EXPECTED {} {}\n  FOUND {says}\n", case.kind, case.says);
                }
            }
        }
    }
    assert!(differ.is_empty(), "{differ}");
}

#[test]
fn a_file_that_comes_in_pieces_is_refused_or_read_as_a_whole_one_is() {
    for case in catalogue() {
        for (file, dice) in [(&case.wrong, 1), (&case.wrong, 20), (&case.right, 300), (&case.right, 4000)] {
            let pieces = || InPieces::with(file, dice);
            assert_eq!(Dossier::read_json(pieces()), Dossier::from_json(file), "{}", String::from_utf8_lossy(file));
            assert_eq!(Dossier::read_jsonl(pieces()), Dossier::from_jsonl(file), "{}", String::from_utf8_lossy(file));
        }
    }
}

#[test]
fn the_nearest_good_file_of_each_is_read() {
    for case in catalogue() {
        if let Err(problems) = (case.read)(&case.right) {
            panic!("{}: {}\n{problems}", case.kind, String::from_utf8_lossy(&case.right));
        }
    }
}

/// The variants of an enum, from its source.
fn variants(source: &str, name: &str) -> Vec<String> {
    let (_, body) = source.split_once(&format!("pub enum {name} {{\n")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let named = |line: &str| {
        let line = line.strip_prefix("    ")?;
        let name: String = line.chars().take_while(char::is_ascii_alphanumeric).collect();
        line.starts_with(|c: char| c.is_ascii_uppercase()).then_some(name)
    };
    body.lines().filter_map(named).collect()
}

#[test]
fn every_kind_of_problem_has_a_case() {
    let kinds: BTreeSet<&str> = catalogue().iter().map(|case| case.kind).collect();
    // These hold an error of their own; a dossier reads its numbers from their digits, so that none is ever inexact.
    let nested = [
        ("Number", "NumberError", include_str!("../src/model/number.rs"), Some("Inexact")),
        ("Value", "ValueError", include_str!("../src/model/value.rs"), None),
        ("Edtf", "EdtfError", include_str!("../src/model/edtf.rs"), None),
        ("Moment", "MomentError", include_str!("../src/model/moment.rs"), None),
        ("Policy", "PolicyError", include_str!("../src/model/policy.rs"), None),
    ];
    let mut wanted: BTreeSet<String> =
        variants(include_str!("../src/model/problem.rs"), "ProblemKind").into_iter().collect();
    assert!(wanted.len() > 30, "{wanted:?}");
    // These are problems of tables that are read with that feature alone.
    if cfg!(not(feature = "claimreview")) {
        assert!(["OffScale", "TwoMeanings"].iter().all(|kind| wanted.remove(*kind)));
    }
    // Counted in `hostile`.
    assert!(wanted.remove("More"));
    for (kind, error, source, unreachable) in nested {
        assert!(wanted.remove(kind), "{kind}");
        let inner = variants(source, error).into_iter().filter(|name| Some(&**name) != unreachable);
        wanted.extend(inner.map(|name| format!("{kind}({name}")));
    }
    let without: Vec<&String> = wanted.iter().filter(|name| !kinds.contains(name.as_str())).collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn all_problems_of_a_file_are_told_at_once_and_in_its_order() {
    let file = include_bytes!("bad_inputs/many.json");
    let problems = Dossier::from_json(file).unwrap_err();
    assert_eq!(problems.to_string(), include_str!("bad_inputs/many.txt").trim_end());
    let positions: Vec<_> = problems.iter().map(|problem| problem.position).collect();
    assert!(positions.is_sorted());
}

#[test]
fn a_problem_that_only_follows_from_another_is_not_told() {
    let follows = |file: &str| Dossier::from_json(file.as_bytes()).unwrap_err().to_string();
    // The source cannot be read; the word that names it is right.
    let file = r#"{"corroborate": 1, "sources": [{"id": "nis", "name": 5}], "attributes": [{"id": "a", "kind": "truth"}],
        "claims": [{"id": "c", "statement": "S", "subject": "x", "attribute": "a", "value": true}],
        "attributions": [{"id": "r", "source": "nis", "claim": "c"}]}"#;
    assert_eq!(follows(file), "line 1, column 54: sources[0].name: expected a string, found a number");
    // One word corrects another that cannot be read.
    let file = file.replace(": 5", ": \"NIS\"");
    let word = r#"{"id": "q", "source": "nis", "claim": "c", "corrects": "r"}, {"id": "r", "quote": 1, "#;
    let file_of_words = file.replace(r#"{"id": "r", "#, word);
    assert_eq!(follows(&file_of_words), "line 3, column 108: attributions[1].quote: expected a string, found a number");
    // The whole list is misspelled.
    let file = file.replace("\"sources\"", "\"sorces\"");
    assert_eq!(
        follows(&file),
        "line 1, column 20: sorces: unknown field `sorces` of a dossier, did you mean `sources`?"
    );
    // The claim is there, under a name that nobody knows.
    let file = file.replace("sorces", "sources").replace("\"claim\"", "\"claims\"");
    assert_eq!(
        follows(&file),
        "line 3, column 55: attributions[0].claims: unknown field `claims` of an attribution, did you mean `claim`?"
    );
}
