//! The gold sentences of `text/said.txt`: everything in them is read, and nothing else.
#![cfg(feature = "text")]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

#[path = "text/gold.rs"]
mod gold;
#[path = "text/drafts.rs"]
mod drafts;
#[path = "text/properties.rs"]
mod properties;

use gold::{Mark, gold};

#[test]
fn all_that_is_in_the_sentences_is_read_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in gold() {
        let found = gold::found(&case.sentence);
        let wanted: Vec<&str> =
            case.items.iter().filter(|(mark, _)| *mark != Mark::Miss).map(|(_, item)| item.as_str()).collect();
        let lacks: Vec<_> = wanted
            .iter()
            .filter(|item| !found.iter().any(|other| other == *item))
            .map(|item| format!("  lacks {item}"))
            .collect();
        let more: Vec<_> = found
            .iter()
            .filter(|item| !wanted.contains(&item.as_str()))
            .map(|item| format!("  reads {item}"))
            .collect();
        if !lacks.is_empty() || !more.is_empty() {
            wrong.push(format!("{}\n{}", case.sentence, [lacks, more].concat().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

/// The counts in docs/text.md.
#[test]
fn the_errors_that_are_known_are_counted() {
    let items = || gold().into_iter().flat_map(|case| case.items);
    let count = |mark: Mark| items().filter(|(of, _)| *of == mark).count();
    let (right, missed, false_finds) = (count(Mark::Right), count(Mark::Miss), count(Mark::False));
    let documented = format!(
        "{} sentences, {} items: {right} read, {missed} missed, {false_finds} read wrongly",
        gold().len(),
        right + missed
    );
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/text.md")).unwrap();
    assert!(docs.contains(&documented), "docs/text.md does not say `{documented}`");
}
