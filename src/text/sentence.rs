//! Where sentences end.

use std::ops::Range;

use super::{reading::Span, token::Token};

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its tokens, by their place in the text.
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
}

/// Words that end with a full stop and go on.
///
/// The titles and abbreviations of the AP and Guardian style books; months and weekdays as they are cut short there.
const ABBREVIATIONS: [&str; 63] = [
    "adm", "approx", "apr", "atty", "aug", "brig", "bros", "c", "capt", "cmdr", "co", "col", "corp", "cpl", "dec",
    "dept", "dr", "est", "etc", "feb", "fig", "fri", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt",
    "ltd", "maj", "mar", "messrs", "mon", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "p", "pfc", "pp", "prof",
    "pvt", "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt", "v", "vol", "vs",
];

/// Cuts a text into sentences: at full stops, question and exclamation marks with what closes behind them, before a
/// capital letter, a number or an opening sign; and at empty lines. One pass over the tokens.
pub(crate) fn split(tokens: &[Token<'_>]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        let is_end = tokens.get(at + 1).is_none_or(|next| next.opens_paragraph || ends(tokens, at, next));
        if !is_end {
            continue;
        }
        if let (Some(first), Some(last)) = (tokens.get(start), tokens.get(at)) {
            sentences.push(Sentence { tokens: start..at + 1, span: first.span().to(last.span()) });
        }
        start = at + 1;
    }
    sentences
}

/// Whether a sentence ends with the token at this place.
fn ends(tokens: &[Token<'_>], at: usize, next: &Token<'_>) -> bool {
    if !next.spaced || next.text.chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    // What closes a quotation or a bracket belongs to the sentence that it closes; the stop stands before it. More than
    // two of them are no sentence of the news, and looking no further keeps this constant.
    let mut stop = at;
    for _ in 0..2 {
        let closes = tokens.get(stop).is_some_and(|token| !token.spaced && is_closing(token.text));
        if !closes || stop == 0 {
            break;
        }
        stop -= 1;
    }
    let Some(token) = tokens.get(stop) else { return false };
    match token.text {
        "!" | "?" | "…" => true,
        "." => {
            let Some(word) = stop.checked_sub(1).and_then(|before| tokens.get(before)) else { return true };
            let goes_on = word.is_word()
                && (is_initial(word.text) || ABBREVIATIONS.binary_search(&&*word.lower).is_ok() && word.text != "no");
            !goes_on
        }
        // `in the U.S. Officials said`, but `U.S. President`: only what is no name tells.
        text if token.is_word() && text.ends_with('.') => {
            matches!(
                &*next.lower,
                "the" | "a" | "an" | "it" | "he" | "she" | "they" | "but" | "in" | "on" | "and" | "officials"
            )
        }
        _ => false,
    }
}

fn is_closing(sign: &str) -> bool {
    matches!(sign, "\"" | "”" | "’" | "'" | ")" | "]" | "»")
}

/// A single capital letter but `I`: part of a name.
fn is_initial(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(|c| c.is_uppercase() && c != 'I') && characters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokens;

    #[track_caller]
    fn cut(text: &str, into: &[&str]) {
        let sentences = split(&tokens(text));
        assert_eq!(sentences.iter().map(|sentence| sentence.span.of(text)).collect::<Vec<_>>(), into);
    }

    #[test]
    fn abbreviations_are_in_order() {
        assert!(ABBREVIATIONS.is_sorted());
    }

    #[test]
    fn sentences_end_at_full_stops_that_end_something() {
        cut("One fell. Two rose.", &["One fell.", "Two rose."]);
        cut("Gen. Kim of the U.S. Army met J. Park. He left.", &["Gen. Kim of the U.S. Army met J. Park.", "He left."]);
        cut("“It is over.” He said 1.5 million. 15 died!", &["“It is over.”", "He said 1.5 million.", "15 died!"]);
        cut(
            "He lives in the U.S. The troops left. In Aug. 2024 it ended.",
            &["He lives in the U.S.", "The troops left.", "In Aug. 2024 it ended."],
        );
        cut("A headline without a stop\n\nThe text", &["A headline without a stop", "The text"]);
        cut("Did he say no. Yes", &["Did he say no.", "Yes"]);
        cut("", &[]);
    }
}
