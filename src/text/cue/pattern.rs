//! A few words to look for, with alternatives, and adverbs between them.

use std::ops::Range;

use crate::text::token::Token;
use crate::text::word::is_adverb;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    /// One of these words.
    Words(Vec<&'static str>),
    /// One of these, or none.
    Optional(Vec<&'static str>),
    /// One of these must follow, and is no part of what is found.
    Ahead(Vec<&'static str>),
    /// Up to two adverbs, or none.
    Adverbs,
}

/// The words of one line of a cue list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    elements: Vec<Element>,
    /// The element that is looked up.
    anchor: usize,
}

const BE: &str = "is/are/was/were/be/been/being";
const HAVE: &str = "has/have/had/having";

/// The patterns of a line: two where it has a negated form, which may be contracted.
pub(super) fn patterns(words: &'static str) -> Vec<Pattern> {
    const NEGATED: [(&str, &str, &str); 4] = [
        ("{didnot}", "did/does/do not", "didn't/doesn't/don't"),
        ("{hasnot}", "has/have/had ~ not", "hasn't/haven't/hadn't"),
        ("{isnot}", "is/are/was/were ~ not", "isn't/aren't/wasn't/weren't"),
        ("{couldnot}", "could/can not", "couldn't/can't/cannot"),
    ];
    let mut variants = vec![Vec::new()];
    for word in words.split(' ') {
        match NEGATED.iter().find(|(name, ..)| *name == word) {
            Some((_, whole, contracted)) => {
                let mut others = variants.clone();
                variants.iter_mut().for_each(|variant| variant.extend(whole.split(' ').filter_map(element)));
                others.iter_mut().for_each(|variant| variant.extend(element(contracted)));
                variants.append(&mut others);
            }
            None => variants.iter_mut().for_each(|variant| variant.extend(element(word))),
        }
    }
    variants.into_iter().filter_map(Pattern::new).collect()
}

fn element(word: &'static str) -> Option<Element> {
    let words = |words: &'static str| words.split('/').collect();
    Some(match word {
        "" => return None,
        "~" => Element::Adverbs,
        "{be}" => Element::Words(words(BE)),
        "{have}" => Element::Words(words(HAVE)),
        _ => match (word.strip_prefix('>'), word.strip_suffix('?')) {
            (Some(ahead), _) => Element::Ahead(words(ahead)),
            (None, Some(optional)) => Element::Optional(words(optional)),
            (None, None) => Element::Words(words(word)),
        },
    })
}

impl Pattern {
    /// The anchor is the element whose words are longest: long words are rare.
    fn new(elements: Vec<Element>) -> Option<Pattern> {
        let length = |element: &Element| match element {
            Element::Words(words) => words.iter().map(|word| word.len()).min(),
            _ => None,
        };
        let lengths = elements.iter().enumerate().filter_map(|(at, element)| Some((length(element)?, at)));
        let (_, anchor) = lengths.max_by_key(|(length, at)| (*length, std::cmp::Reverse(*at)))?;
        Some(Pattern { elements, anchor })
    }

    /// The words under which the pattern is looked up.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.elements
            .get(self.anchor)
            .into_iter()
            .flat_map(|element| match element {
                Element::Words(words) => words.as_slice(),
                _ => &[],
            })
            .copied()
    }

    /// The tokens that fit, with the anchor at this place, and the end of what must follow them.
    pub(super) fn matches(&self, tokens: &[Token<'_>], at: usize) -> Option<(Range<usize>, usize)> {
        let (before, behind) = self.elements.split_at_checked(self.anchor + 1)?;
        let mut start = at;
        let mut wanted = before.iter().rev().skip(1).peekable();
        while let Some(element) = wanted.next() {
            let previous = start.checked_sub(1).and_then(|at| tokens.get(at));
            match element {
                Element::Words(words) if previous.is_some_and(|token| is_one(token, words)) => start -= 1,
                Element::Words(_) => return None,
                Element::Optional(words) if previous.is_some_and(|token| is_one(token, words)) => start -= 1,
                Element::Optional(_) | Element::Ahead(_) => {}
                Element::Adverbs => {
                    for _ in 0..2 {
                        let previous = start.checked_sub(1).and_then(|at| tokens.get(at));
                        let is_wanted = previous.zip(wanted.peek()).is_some_and(|(token, next)| next.is_met(token));
                        if is_wanted || !previous.is_some_and(is_adverb) {
                            break;
                        }
                        start -= 1;
                    }
                }
            }
        }
        let mut end = at + 1;
        let mut reach = end;
        let mut wanted = behind.iter().peekable();
        while let Some(element) = wanted.next() {
            let next = tokens.get(end);
            match element {
                Element::Words(words) if next.is_some_and(|token| is_one(token, words)) => end += 1,
                Element::Words(_) => return None,
                Element::Optional(words) if next.is_some_and(|token| is_one(token, words)) => end += 1,
                Element::Optional(_) => {}
                Element::Ahead(words) if next.is_some_and(|token| is_one(token, words)) => reach = end + 1,
                Element::Ahead(_) => return None,
                Element::Adverbs => {
                    for _ in 0..2 {
                        let next = tokens.get(end);
                        let is_wanted = next.zip(wanted.peek()).is_some_and(|(token, wanted)| wanted.is_met(token));
                        if is_wanted || !next.is_some_and(is_adverb) {
                            break;
                        }
                        end += 1;
                    }
                }
            }
        }
        Some((start..end, reach.max(end)))
    }
}

impl Element {
    fn is_met(&self, token: &Token<'_>) -> bool {
        match self {
            Element::Words(words) | Element::Optional(words) | Element::Ahead(words) => is_one(token, words),
            Element::Adverbs => false,
        }
    }
}

fn is_one(token: &Token<'_>, words: &[&str]) -> bool {
    words.contains(&&*token.lower)
}
