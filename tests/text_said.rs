//! The gold sentences of `text/said.txt`: everything in them is read, and nothing else.
#![cfg(feature = "text")]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

#[path = "fuzz_smoke/drafting.rs"]
mod drafting;
#[path = "text/drafts.rs"]
mod drafts;
#[path = "text/gold.rs"]
mod gold;
#[path = "text/properties.rs"]
mod properties;

use gold::{Case, Mark, gold, unseen};

#[track_caller]
fn is_read_as_it_says(cases: &[Case]) {
    let mut wrong = Vec::new();
    for case in cases {
        let found = gold::found(&case.sentence);
        let wanted: Vec<&str> =
            case.items.iter().filter(|(mark, _)| *mark != Mark::Miss).map(|(_, item)| item.as_str()).collect();
        let is_missed = |item: &&String| case.items.iter().any(|(mark, other)| *mark == Mark::Miss && other == *item);
        let lacks = wanted
            .iter()
            .filter(|item| !found.iter().any(|other| other == *item))
            .map(|item| format!("  lacks {item}"));
        let more = found.iter().filter(|item| !wanted.contains(&item.as_str())).map(|item| format!("  reads {item}"));
        let mended = found.iter().filter(is_missed).map(|item| format!("  no longer misses {item}"));
        let all: Vec<String> = lacks.chain(more).chain(mended).collect();
        if !all.is_empty() {
            wrong.push(format!("{}\n{}", case.sentence, all.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn all_that_is_in_the_sentences_is_read_and_nothing_else() {
    is_read_as_it_says(&gold());
}

#[test]
fn sentences_that_no_rule_was_made_for_are_read_as_well_as_they_say() {
    is_read_as_it_says(&unseen());
}

#[test]
fn every_sentence_stands_there_once() {
    let mut sentences: Vec<String> = gold().into_iter().chain(unseen()).map(|case| case.sentence).collect();
    sentences.sort();
    assert!(sentences.windows(2).all(|pair| pair[0] != pair[1]));
}

/// The counts in docs/text.md.
#[test]
fn the_errors_that_are_known_are_counted() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/text.md")).unwrap();
    for (name, cases) in [("said.txt", gold()), ("unseen.txt", unseen())] {
        let count = |mark: Mark| cases.iter().flat_map(|case| &case.items).filter(|(of, _)| *of == mark).count();
        let (right, missed, wrong) = (count(Mark::Right), count(Mark::Miss), count(Mark::False));
        let row = format!("| `{name}` | {} | {} | {right} | {missed} | {wrong} |", cases.len(), right + missed);
        assert!(docs.contains(&row), "docs/text.md does not have the row {row}");
    }
}
