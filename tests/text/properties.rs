//! What holds whatever is read.

use corroborate::text;
use proptest::prelude::*;

use crate::drafting;
use crate::gold::{found, gold};

fn holds(text: &str) {
    drafting::draft(text.as_bytes());
    let reading = text::read(text, None);
    for hedge in reading.hedges() {
        assert!(
            reading.sentences().any(|sentence| sentence.contains(hedge.span) && sentence.contains(hedge.scope)),
            "{text:?}"
        );
    }
    assert!(reading.hedges().is_sorted_by_key(|hedge| hedge.span));
}

/// Words that mean something here, signs, and others.
const WORDS: [&str; 56] = [
    "said",
    "says",
    "Kyiv",
    "the",
    "agency",
    "that",
    "according to",
    "citing",
    "quoted",
    "as saying",
    "reportedly",
    "may",
    "have",
    "not",
    "denied",
    "and",
    "but",
    ",",
    ".",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "who",
    "which",
    "2,000",
    "men",
    "died",
    "it",
    "he",
    "told",
    "Reuters",
    "could",
    "be",
    "verified",
    "no",
    "evidence",
    "if",
    "confirmed",
    "plans",
    "to",
    "?",
    ":",
    ";",
    "(",
    ")",
    "—",
    "in",
    "May",
    "2024",
    "officials",
    "suggest",
    "\n\n",
    "é",
    "日本",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_string_is_read(text in "\\PC{0,200}") {
        holds(&text);
    }

    #[test]
    fn any_words_are_read(words in prop::collection::vec(prop::sample::select(&WORDS[..]), 0..60)) {
        holds(&words.join(" "));
        holds(&words.concat());
    }

    /// A sentence is read the same wherever it stands.
    #[test]
    fn what_stands_around_a_sentence_changes_nothing_in_it(order in prop::collection::vec(any::<prop::sample::Index>(), 1..6)) {
        let cases = gold();
        let sentences: Vec<&str> = order.iter().map(|index| index.get(&cases).sentence.as_str()).collect();
        let apart: Vec<String> = sentences.iter().flat_map(|sentence| found(sentence)).collect();
        let mut together = found(&sentences.join("\n\n"));
        let mut apart = apart;
        together.sort();
        apart.sort();
        prop_assert_eq!(together, apart);
    }
}

/// Text that is made to take long: if the time were not linear, this test would not end.
#[test]
fn hostile_text_takes_no_longer_than_other_text() {
    let words = [
        "said ",
        "said, ",
        "Kyiv said ",
        "citing ",
        ", ",
        "“",
        "\"",
        "A said that B said that ",
        "who ",
        "not ",
        "and ",
        "2,000 men ",
        "may ",
        "may not have ",
        "reportedly 2,000 men said, ",
        "a, ",
        "(",
        "it ",
        "? ",
    ];
    for word in words {
        let text = word.repeat(60_000 / word.len());
        let reading = text::read(&text, None);
        assert_eq!(reading.text().len(), text.len());
        let _ = text::draft(&text, None);
    }
}
