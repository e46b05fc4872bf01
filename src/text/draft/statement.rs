//! What is claimed, as a sentence of its own.

use crate::text::reading::Span;

/// The words at a span, without the hedging adverbs in it, quotation marks around it, and with a capital.
pub(super) fn statement(text: &str, span: Span, adverbs: &[Span]) -> String {
    let mut words = String::with_capacity(span.end - span.start);
    let mut at = span.start;
    for adverb in adverbs.iter().filter(|adverb| span.contains(**adverb)) {
        words.push_str(text.get(at..adverb.start).unwrap_or_default());
        at = adverb.end.max(at);
    }
    words.push_str(text.get(at..span.end).unwrap_or_default());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = said(bare(&words));
    let mut letters = bare.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The part of `... and that ...` that a value stands in: two things are said, and this is one of them.
pub(super) fn part(text: &str, whole: Span, core: Span) -> Span {
    const JOINT: &str = " and that ";
    let (before, behind) = (Span { start: whole.start, end: core.start }, Span { start: core.end, end: whole.end });
    let start = before.of(text).rfind(JOINT).map_or(whole.start, |at| whole.start + at + JOINT.len());
    let end = behind.of(text).find(JOINT).map_or(whole.end, |at| core.end + at);
    Span { start, end }
}

/// Without signs at the ends, and without quotation marks around all of it.
fn bare(words: &str) -> &str {
    let words =
        words.trim_start_matches([',', ' ', '.', ';', ':', '-', '*', '•']).trim_end_matches([',', ' ', '.', ';', ':']);
    let words = ["Q: ", "A: "].iter().find_map(|label| words.strip_prefix(label)).unwrap_or(words);
    for (open, close) in [('“', '”'), ('"', '"'), ('«', '»')] {
        let inner = words.strip_prefix(open).and_then(|words| words.strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains([open, close])) {
            return inner.trim_end_matches([',', '.']);
        }
    }
    words
}

/// What the reports say: `reports that the dam was closed`.
fn said(words: &str) -> &str {
    const NOUNS: [&str; 8] =
        ["report", "reports", "claim", "claims", "allegations", "accusations", "suggestions", "rumours"];
    let short = words.strip_prefix("the ").unwrap_or(words);
    match short.split_once(" that ") {
        Some((noun, rest)) if NOUNS.contains(&noun) => rest,
        _ => words,
    }
}

/// Whether the words are only a hedge, so that the sentence is as good without them.
pub(super) fn is_adverb(words: &str) -> bool {
    const ADVERBS: [&str; 6] = ["perhaps", "maybe", "likely", "most likely", "very likely", "highly likely"];
    let words = words.to_lowercase();
    ADVERBS.contains(&words.as_str()) || !words.contains(' ') && words.ends_with("ly")
}

/// Whether some words cannot be a sentence: too short, or no clause by their first word.
pub(super) fn is_phrase(words: &str) -> bool {
    const OPENERS: [&str; 14] =
        ["of", "as", "to", "about", "over", "for", "by", "against", "at", "with", "how", "whether", "why", "what"];
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut all = words.split_whitespace();
    let (first, second) = (bare(all.next().unwrap_or_default()), bare(all.next().unwrap_or_default()));
    // `at least 40 people`, `about 300`, `as many as`: a bound.
    let is_bound =
        second.starts_with(|c: char| c.is_ascii_digit()) || matches!(second.as_str(), "least" | "most" | "many");
    let is_opener = OPENERS.contains(&first.as_str()) && !is_bound;
    words.split_whitespace().count() < 3 || first.len() > 4 && first.ends_with("ing") || is_opener
}

/// Whether some words stand for a claim made elsewhere.
pub(super) fn is_reference(words: &str) -> bool {
    let words = words.to_lowercase();
    let words = words
        .trim_start_matches("the ")
        .trim_start_matches("this ")
        .trim_start_matches("these ")
        .trim_start_matches("those ");
    matches!(
        words,
        "it" | "this"
            | "that"
            | "them"
            | "so"
            | "report"
            | "reports"
            | "claim"
            | "claims"
            | "figure"
            | "figures"
            | "toll"
            | "number"
            | "numbers"
            | "account"
            | "accounts"
            | "allegation"
            | "allegations"
            | "accusation"
            | "accusations"
            | "statement"
            | "assertion"
            | "charge"
            | "charges"
            | "estimate"
            | "estimates"
            | "which"
    )
}

/// Whether some words can be a sentence: long enough, and with a subject before the verb.
pub(super) fn is_clause(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    words.split_whitespace().count() > 3
        && !matches!(
            first.as_str(),
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "may"
                | "might"
                | "could"
                | "can"
                | "not"
                | "to"
                | "with"
        )
}
