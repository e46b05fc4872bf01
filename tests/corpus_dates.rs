//! Dates of the shared corpus: every expression of level 0 and 1, and every set, means the days that other implementations give it.
#![cfg(feature = "corpora")]

use std::path::Path;

use corroborate::Edtf;
use serde_json::Value;

/// What we refuse, and why.
const REFUSED: [(&str, &str); 3] = [
    ("Y170000002", "`Y170000002` is outside the years -9999 to 9999"),
    ("Y1700", "`Y1700` is not an EDTF date: Y-prefixed years require |year| > 9999, at byte 1"),
    ("Spring, 2002", "`Spring, 2002` is not an EDTF date: whitespace is not allowed, at byte 7"),
];

fn lines() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/dates/edtf.jsonl");
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("the feature `corpora` needs {}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn refused(edtf: &str) -> Option<&'static str> {
    REFUSED.iter().find(|(refused, _)| *refused == edtf).map(|(_, why)| *why)
}

#[test]
fn bounds_are_those_of_other_implementations() {
    let mut compared = 0;
    let mut wrong = Vec::new();
    for line in lines() {
        let is_ours = line["level"].as_u64().is_some_and(|level| level < 2) || line["cat"] == "SET_REPRESENTATIONS";
        if line["kind"] != "bounds" || !is_ours {
            continue;
        }
        let text = line["edtf"].as_str().unwrap();
        let day =
            |field: &str| line[field].as_str().and_then(|moment| moment.split_once('T')).map(|(day, _)| day.to_owned());
        match Edtf::parse(text) {
            Ok(date) => {
                compared += 1;
                let bounds = [date.core().first(), date.core().last()].map(|day| day.map(|day| day.to_string()));
                if bounds != [day("StartLowerTimeRFC3339"), day("EndUpperTimeRFC3339")] && !text.contains('+') {
                    wrong.push(format!("{text}: {bounds:?}"));
                }
            }
            Err(error) if refused(text) == Some(error.to_string().as_str()) => {}
            Err(error) => wrong.push(format!("{text}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(compared > 20, "only {compared} were compared");
}

#[test]
fn valid_intervals_are_read() {
    for line in lines().iter().filter(|line| matches!(line["list"].as_str(), Some("L0_Intervals" | "L1_Intervals"))) {
        let text = line["edtf"].as_str().unwrap();
        // An interval without a date says nothing, so nobody can claim it.
        assert_eq!(Edtf::parse(text).is_ok(), text.contains(|c: char| c.is_ascii_digit()), "{text}");
    }
}

/// Held to be invalid there, because the 11th of a month comes after its 1st; here it is the rest of that month.
const READ: &str = "2004-06-11%/2004-06~";

#[test]
fn of_the_valid_texts_of_level_0_and_1_all_are_read_that_mean_days_and_of_the_invalid_none_is() {
    // Without a year, or with one beyond four digits, nothing is said that could be compared.
    let is_ours = |text: &str| text.contains(|c: char| c.is_ascii_digit()) && refused(text).is_none();
    let (mut valid, mut invalid, mut wrong) = (0, 0, Vec::new());
    for line in lines().iter().filter(|line| line["kind"] == "valid_list") {
        let (list, text) = (line["list"].as_str().unwrap(), line["edtf"].as_str().unwrap());
        let is_level = list.starts_with("L0") || list.starts_with("L1");
        match (Edtf::parse(text), list.to_lowercase().contains("bad") || list.to_lowercase().contains("invalid")) {
            (Err(error), false) if is_level && is_ours(text) => wrong.push(format!("{list} {text}: {error}")),
            (Ok(_), true) if text != READ => wrong.push(format!("{list} {text}: is read")),
            (Err(_), true) => invalid += 1,
            (Ok(_), true) => {}
            (Ok(_), false) => valid += 1,
            (Err(_), false) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Not read: an interval of nothing but open ends, and one whose year is open altogether.
    assert_eq!((valid, invalid), (48, 27), "of 50 valid and 28 invalid ones");
}
