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

/// The sentences of the gold set with what is to be read in them.
fn gold() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("text/gold.tsv").lines().filter(|line| !line.starts_with("# "));
    lines.map(|line| line.split_once('\t').unwrap()).collect()
}

fn published() -> Option<Moment> {
    Some("2025-09-03".parse().unwrap())
}

#[test]
fn sentences_of_the_news_are_read_as_the_gold_set_says() {
    let gold = gold();
    let wrong: Vec<String> = gold
        .iter()
        .filter_map(|(sentence, expected)| {
            let read = notation::line(&text::read(sentence, published()));
            (read != *expected).then(|| format!("`{sentence}` is read as `{read}`, not `{expected}`"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), gold.len(), wrong.join("\n"));
    assert!(gold.len() >= 400);
}

#[test]
fn words_around_a_sentence_change_nothing_that_is_read_in_it() {
    for (sentence, _) in gold() {
        let alone = text::read(sentence, published());
        for (before, behind) in [
            ("Officials spoke of it.\n\n", "\n\nNobody answered."),
            ("He was there. ", " Not more than that was said."),
        ] {
            let among = format!("{before}{sentence}{behind}");
            let read = text::read(&among, published());
            let shifted: Vec<_> =
                notation::reading(&alone).into_iter().map(|(at, item)| (at + before.len(), item)).collect();
            assert_eq!(notation::reading(&read), shifted, "{among}");
        }
    }
}

/// Whether the figure read in a sentence is a floor or a ceiling.
fn side(sentence: &str) -> Option<&'static str> {
    use corroborate::Quantity::*;
    let reading = text::read(sentence, None);
    match reading.figures().first()?.quantity {
        AtLeast(_) | MoreThan(_) => Some("floor"),
        AtMost(_) | FewerThan(_) | Nearly(_) => Some("ceiling"),
        Exactly(_) | About(_) | Between(..) => None,
    }
}

#[test]
fn no_bound_is_turned_round_by_a_negation() {
    let frames = [
        "There were {} soldiers.",
        "It sent {} soldiers.",
        "{} soldiers fell.",
        "The toll was {}.",
        "Losses, he said, were {} tanks.",
        "Of these {} came back.",
        "It cost {} dollars.",
    ];
    let floors = [
        "more than 500",
        "over 500",
        "at least 500",
        "in excess of 500",
        "upwards of 500",
        "greater than 500",
        "above 500",
    ];
    let ceilings = ["fewer than 500", "less than 500", "under 500", "below 500", "lower than 500"];
    let negations = [
        "not",
        "never",
        "no",
        "not any",
        "hardly",
        "not necessarily",
        "not really",
        "not yet",
        "far from",
        "not quite",
        "nowhere near",
        "not even",
    ];
    for frame in frames {
        for (bounds, is, turned) in [(floors.as_slice(), "floor", "ceiling"), (&ceilings, "ceiling", "floor")] {
            for bound in bounds {
                let plain = frame.replace("{}", bound);
                assert_ne!(side(&plain), Some(turned), "{plain}");
                for negation in negations {
                    let negated = frame.replace("{}", &format!("{negation} {bound}"));
                    assert_ne!(side(&negated), Some(is), "{negated}");
                }
            }
        }
    }
    for helper in [
        "did not send",
        "didn't send",
        "never sent",
        "has not lost",
        "would not have had",
        "cannot have had",
        "could not be",
    ] {
        for (bounds, is) in [(floors.as_slice(), "floor"), (&ceilings, "ceiling")] {
            for bound in bounds {
                let sentence = format!("The army {helper} {bound} soldiers.");
                assert_ne!(side(&sentence), Some(is), "{sentence}");
            }
        }
    }
}

#[test]
fn a_figure_knows_the_bytes_of_its_parts() {
    for (sentence, span, number, bound, of) in [
        ("Up to 15,000 North Korean troops left.", "Up to 15,000 North Korean troops", "15,000", "Up to", "troops"),
        ("He saw 1,000 or more workers.", "1,000 or more workers", "1,000", "or more", "workers"),
        ("He saw 1,000 workers or more.", "1,000 workers or more", "1,000", "or more", "workers"),
        ("It is “between 1.5 and 2 million” shells.", "1.5 and 2 million", "1.5 and 2 million", "", ""),
        ("It cost €1.5 billion.", "€1.5 billion", "1.5 billion", "", ""),
        ("Ünd: nearly ½ of the 10 km²", "nearly ½", "½", "nearly", ""),
        ("It rose by about 5 % to 20.", "about 5 %", "5", "about", "%"),
    ] {
        let reading = text::read(sentence, None);
        let figure = &reading.figures()[0];
        let parts = [Some(figure.span), Some(figure.number), figure.bound, figure.of];
        let words = parts.map(|span| span.map_or("", |span| span.of(sentence)));
        assert_eq!(words, [span, number, bound, of], "{sentence}");
    }
}

#[test]
fn without_a_day_of_publication_relative_dates_stay_open_and_say_why() {
    let read = |published: Option<&str>| {
        let published = published.map(|moment| moment.parse::<Moment>().unwrap());
        notation::line(&text::read("On Friday he spoke of May 2025, of June and of this year.", published))
    };
    let open = "@? the date counts from the day of publication, which is not known";
    assert_eq!(read(None), format!("{open} | @2025-05 | {open} | {open}"));
    let open = "@? the date counts from the day of publication, of which only the month is known";
    assert_eq!(read(Some("2025-09")), format!("{open} | @2025-05 | @2025-06 | @2025"));
    assert_eq!(read(Some("2025-09-03T23:00:00Z")), "@2025-08-29 | @2025-05 | @2025-06 | @2025");
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
