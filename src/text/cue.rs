//! The cue lists (`cues/*.tsv`, whose first lines document them) as data, and where their words stand in a sentence.

mod pattern;
mod row;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use self::pattern::Pattern;
pub(super) use self::row::{Form, Meaning, Reach, Side};
use super::token::Token;

/// A cue list: its name, and its text.
pub(super) const LISTS: [(&str, &str); 4] = [
    ("hedges", include_str!("cues/hedges.tsv")),
    ("negations", include_str!("cues/negations.tsv")),
    ("modality", include_str!("cues/modality.tsv")),
    ("reporting", include_str!("cues/reporting.tsv")),
];

/// Words of a sentence that a list has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Where in the sentence, by token.
    pub(super) tokens: Range<usize>,
    /// The same with what must follow.
    reach: usize,
    pub(super) meaning: &'static Meaning,
}

struct Lexicon {
    patterns: Vec<(Pattern, Meaning)>,
    /// For each word that anchors patterns, which.
    anchors: HashMap<&'static str, Vec<usize>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { patterns: Vec::new(), anchors: HashMap::new() };
    // That every line is well-formed is a test; here a line that is not says nothing.
    for (list, text) in LISTS {
        for row in row::rows(list, text).into_iter().flatten() {
            for pattern in pattern::patterns(row.words) {
                let at = lexicon.patterns.len();
                for word in pattern.anchors() {
                    lexicon.anchors.entry(word).or_default().push(at);
                }
                lexicon.patterns.push((pattern, row.meaning.clone()));
            }
        }
    }
    lexicon
});

/// All cues of a sentence, in its order. Where cues overlap the longer counts; cues of two lists may stand on the same words.
///
/// Linear in the sentence: every pattern is a few words long, and tried only at its rarest word.
pub(super) fn find(tokens: &[Token<'_>]) -> Vec<Found> {
    let lexicon: &'static Lexicon = &LEXICON;
    let mut found: Vec<Found> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(anchored) = lexicon.anchors.get(&*token.lower) else { continue };
        for (pattern, meaning) in anchored.iter().filter_map(|at| lexicon.patterns.get(*at)) {
            if let Some((tokens, reach)) = pattern.matches(tokens, at) {
                found.push(Found { tokens, reach, meaning });
            }
        }
    }
    found.sort_by_key(|cue| (cue.tokens.start, std::cmp::Reverse(cue.reach)));
    longest(found)
}

fn longest(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for cue in found {
        let size = |cue: &Found| cue.reach - cue.tokens.start;
        while let Some(last) = kept.last().filter(|last| last.tokens.end > cue.tokens.start) {
            // Those that share the words of the last one with it came before it, so that all of them go at once.
            if size(last) >= size(&cue) {
                break;
            }
            kept.pop();
        }
        let is_free = kept.last().is_none_or(|last| last.tokens.end <= cue.tokens.start);
        let is_twin = kept.last().is_some_and(|last| (&last.tokens, last.reach) == (&cue.tokens, cue.reach))
            && !kept
                .iter()
                .rev()
                .take(4)
                .any(|last| last.tokens == cue.tokens && last.meaning.list() == cue.meaning.list());
        if is_free || is_twin {
            kept.push(cue);
        }
    }
    kept.retain(|cue| *cue.meaning != Meaning::Skip);
    kept
}

#[cfg(test)]
mod tests;
