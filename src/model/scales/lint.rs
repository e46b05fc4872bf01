//! Sentences that mix what ICD 203 keeps apart.

mod sentences;

use thiserror::Error;

use self::sentences::sentences;
use super::{Icd203, Row};
use crate::model::text::excerpt;

/// What a sentence mixes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Mixed {
    /// A level of confidence and a degree of likelihood.
    #[error(
        "`{confidence}` and `{likelihood}` stand in one sentence: give confidence and likelihood a sentence each: `{sentence}`"
    )]
    ConfidenceWithLikelihood {
        /// The words for confidence.
        confidence: String,
        /// The words for likelihood.
        likelihood: String,
        /// The sentence, or its beginning.
        sentence: String,
    },
    /// Terms of the two rows of ICD 203.
    #[error("`{first}` and `{second}` are terms of different rows of ICD 203: keep to one: `{sentence}`")]
    Rows {
        /// A term of the first row.
        first: String,
        /// A term of the second.
        second: String,
        /// The sentence, or its beginning.
        sentence: String,
    },
}

/// Looks for the first sentence that combines a level of confidence with a degree of likelihood, which ICD 203 (D.6.e.(2)) forbids, or terms of its two rows, which it discourages.
///
/// Levels are *high*, *moderate*, *medium* and *low confidence* in their usual forms; degrees are the terms of [`Icd203`] in both rows. Case does not matter; words count as a whole, and
/// the longest term counts alone: *very unlikely* is not also *unlikely*. *Remote* counts only in a sentence that speaks of a chance, and *probable cause* never. Longer text is
/// taken sentence by sentence. English only; O(n) for n bytes.
///
/// ```
/// use corroborate::scales::{Mixed, lint};
/// assert!(lint("The dam has very likely failed. We have moderate confidence in this judgment.").is_ok());
/// let mixed = lint("We judge with high confidence that the dam will probably fail.").unwrap_err();
/// assert_eq!(
///     mixed.to_string(),
///     "`high confidence` and `probably` stand in one sentence: give confidence and likelihood a sentence each: \
///      `We judge with high confidence that the dam will probably fai…`"
/// );
/// assert!(matches!(lint("It is likely, even highly probable."), Err(Mixed::Rows { .. })));
/// ```
///
/// # Errors
/// What the first such sentence mixes; where it does both, confidence with likelihood.
pub fn lint(text: &str) -> Result<(), Mixed> {
    sentences(text).into_iter().try_for_each(lint_sentence)
}

fn lint_sentence(sentence: &str) -> Result<(), Mixed> {
    let words = words(sentence);
    let likelihoods = likelihoods(&words);
    let text = |span: (usize, usize)| excerpt(sentence.get(span.0..span.1).unwrap_or_default());
    if let (Some(confidence), Some((likelihood, _))) = (confidence(&words), likelihoods.first()) {
        return Err(Mixed::ConfidenceWithLikelihood {
            confidence: text(confidence),
            likelihood: text(*likelihood),
            sentence: excerpt(sentence),
        });
    }
    let of = |row: Row| likelihoods.iter().find(|found| found.1 == row).map(|found| text(found.0));
    match (of(Row::First), of(Row::Second)) {
        (Some(first), Some(second)) => Err(Mixed::Rows { first, second, sentence: excerpt(sentence) }),
        _ => Ok(()),
    }
}

/// A word in lower case, and where it stands.
struct Word {
    text: String,
    span: (usize, usize),
}

/// A hyphen parts words: "high-confidence".
fn words(sentence: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in sentence.char_indices().chain([(sentence.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word { text: sentence.get(from..at).unwrap_or_default().to_lowercase(), span: (from, at) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether the words begin with a phrase; its length in words.
fn begins(words: &[Word], phrase: &str) -> Option<usize> {
    let length = phrase.split(' ').count();
    let is_there = words.len() >= length && words.iter().zip(phrase.split(' ')).all(|(word, other)| word.text == other);
    is_there.then_some(length)
}

fn span(words: &[Word]) -> (usize, usize) {
    (words.first().map_or(0, |word| word.span.0), words.last().map_or(0, |word| word.span.1))
}

/// The degrees of likelihood, each with the row of its term.
fn likelihoods(words: &[Word]) -> Vec<((usize, usize), Row)> {
    const CHANCES: [&str; 8] =
        ["chance", "chances", "possibility", "probability", "likelihood", "odds", "prospect", "prospects"];
    let speaks_of_chance = words.iter().any(|word| CHANCES.contains(&word.text.as_str()));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let terms = Icd203::terms().filter_map(|(term, _, row)| begins(rest, term).map(|length| (length, term, row)));
        let Some((length, term, row)) = terms.max_by_key(|(length, ..)| *length) else {
            at += 1;
            continue;
        };
        let is_other = (term == "remote" && !speaks_of_chance) || begins(rest, "probable cause").is_some();
        if !is_other {
            found.push((span(rest.get(..length).unwrap_or_default()), row));
        }
        at += length;
    }
    found
}

const LEVELS: [&str; 4] = ["high", "moderate", "medium", "low"];

fn is_level(word: Option<&Word>) -> bool {
    word.is_some_and(|word| LEVELS.contains(&word.text.as_str()))
}

/// The first level of confidence: "high confidence", "a moderate degree of confidence", "our confidence in this is low", "highly confident".
fn confidence(words: &[Word]) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|at| {
        let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
        let is = |word: Option<&Word>, any: &[&str]| word.is_some_and(|word| any.contains(&word.text.as_str()));
        let upto = |from: usize, to: usize| words.get(from..=to).map(span);
        match words.get(at)?.text.as_str() {
            "confident" if is(before(1), &["highly", "moderately"]) => upto(at - 1, at),
            "confidence" if is_level(before(1)) => upto(at - 1, at),
            "confidence" if is(before(1), &["of"]) && is(before(2), &["degree", "level"]) && is_level(before(3)) => {
                upto(at - 3, at)
            }
            "confidence" => {
                // "confidence in this judgment is low": the verb stands near, and the level behind it.
                let verb = (at + 1..=at + 6).find(|at| is(words.get(*at), &["is", "was", "remains"]))?;
                is_level(words.get(verb + 1)).then(|| upto(at, verb + 1)).flatten()
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests;
