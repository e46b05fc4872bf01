//! Reading English: what is read in a sentence, as data.
#![cfg(feature = "text")]

#[path = "text/notation.rs"]
mod notation;

use corroborate::{Moment, text};

/// The entries of a word list: form, example, expected.
fn entries(file: &str) -> Vec<[&str; 3]> {
    let rows = file.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    rows.map(|row| {
        let columns: Vec<&str> = row.split('\t').collect();
        assert_eq!(columns.len(), 5, "five columns in `{row}`");
        [columns[0], columns[3], columns[4]]
    })
    .collect()
}

#[track_caller]
fn every_entry_is_read(file: &str, published: Option<&str>) {
    let published = published.map(|day| day.parse::<Moment>().unwrap());
    let mut wrong = Vec::new();
    for [form, example, expected] in entries(file) {
        let read = notation::line(&text::read(example, published));
        if read != expected {
            wrong.push(format!("{form}: `{example}` is read as `{read}`, not `{expected}`"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_number_word_is_read_as_its_entry_says() {
    every_entry_is_read(include_str!("../src/text/cues/numbers.tsv"), None);
}

#[test]
fn every_bound_is_read_as_its_entry_says() {
    every_entry_is_read(include_str!("../src/text/cues/bounds.tsv"), None);
}

#[test]
fn every_unit_is_read_as_its_entry_says() {
    every_entry_is_read(include_str!("../src/text/cues/units.tsv"), None);
}

#[test]
fn every_word_of_the_calendar_is_read_as_its_entry_says() {
    every_entry_is_read(include_str!("../src/text/cues/calendar.tsv"), Some("2024-10-23"));
}
