//! Where clauses begin and end, as well as that can be told without knowing every verb.

use std::ops::Range;

use super::attribution::Known;
use super::reading::Span;
use super::token::Token;
use super::word::{is_adverb, is_auxiliary, is_clause_word, is_relative, one_of};

/// The clauses of a sentence: for every token the first of its clause, and the one behind its last.
#[derive(Debug, Clone)]
pub(super) struct Clauses {
    /// Where a clause begins, its first token: itself, or that of the clause that goes on.
    begins: Vec<Option<usize>>,
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Clauses {
    /// One pass, which looks a few tokens ahead at every *and*.
    pub(super) fn of(line: &Known<'_, '_>) -> Clauses {
        let tokens = line.tokens;
        let mut begins = vec![None; tokens.len()];
        let (mut start, mut outer) = (0, None);
        let mut has_verb = false;
        let mut commas = 0;
        // Behind a word that opens a clause inside another: the next comma closes it.
        let mut is_inserted = false;
        for (at, token) in tokens.iter().enumerate() {
            let next = tokens.get(at + 1);
            let previous = at.checked_sub(1).and_then(|at| tokens.get(at));
            let is_behind_comma = previous.is_some_and(|token| token.is(","));
            let opens = match token.text {
                ";" | ":" => true,
                "," if is_inserted => {
                    let is_list = tokens
                        .get(at + 2..at + 4)
                        .is_some_and(|two| two.iter().any(|token| token.is("and") || token.is("or")));
                    is_inserted = is_list;
                    !is_list
                }
                _ if token.is_dash() => token.spaced && next.is_some_and(|next| next.spaced) || token.text == "—",
                _ if token.is("yet") || token.is("with") => is_behind_comma,
                _ if is_clause_word(token) => {
                    is_inserted = is_inserted
                        || (is_behind_comma && is_relative(token))
                        || !token.is("but") && previous.is_none_or(|previous| !previous.is_word() && !is_behind_comma);
                    true
                }
                _ if token.is("and") || token.is("or") => {
                    next.is_some_and(|next| is_adverb(next) && next.lower.ends_with("ly"))
                        || (has_verb || is_behind_comma && commas == 1) && is_verb_near(line, at + 1)
                        || next.is_some_and(is_auxiliary)
                }
                _ => false,
            };
            commas += usize::from(token.is(","));
            if opens {
                (has_verb, commas) = (false, 0);
                // Behind what was inserted, the clause that it was inserted into goes on.
                let resumed = outer.take().filter(|_| token.is(","));
                if is_behind_comma && is_relative(token) {
                    outer = Some(start);
                }
                start = resumed.unwrap_or(at);
                if let Some(begins) = begins.get_mut(at) {
                    *begins = Some(start);
                }
            }
            has_verb |= is_auxiliary(token);
        }
        Clauses::cut(begins)
    }

    /// The same clauses, cut at these places as well.
    pub(super) fn cut_at(&self, places: impl Iterator<Item = usize>) -> Clauses {
        let mut begins = self.begins.clone();
        for place in places {
            if let Some(begins) = begins.get_mut(place) {
                *begins = Some(place);
            }
        }
        Clauses::cut(begins)
    }

    fn cut(begins: Vec<Option<usize>>) -> Clauses {
        let mut start = 0;
        let mut starts = Vec::with_capacity(begins.len());
        for begins in &begins {
            start = begins.unwrap_or(start);
            starts.push(start);
        }
        let mut ends = vec![begins.len(); begins.len()];
        let mut end = begins.len();
        for (at, (begins, slot)) in begins.iter().zip(&mut ends).enumerate().rev() {
            *slot = end;
            if begins.is_some() {
                end = at;
            }
        }
        Clauses { begins, starts, ends }
    }

    /// The first token of the clause that this token stands in.
    pub(super) fn start(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(at)
    }

    /// The token behind the last of the clause that this token stands in.
    pub(super) fn end(&self, at: usize) -> usize {
        self.ends.get(at).copied().unwrap_or(self.starts.len())
    }
}

/// Whether a verb that shows itself as one stands within a few words, before the next sign.
fn is_verb_near(line: &Known<'_, '_>, from: usize) -> bool {
    let near = line.tokens.iter().enumerate().skip(from).take(8);
    near.take_while(|(_, token)| token.is_word() || token.text.starts_with(|c: char| c.is_ascii_digit()))
        .any(|(at, token)| is_auxiliary(token) || line.is_verb(at))
}

/// The tokens without signs and joining words at their ends.
pub(super) fn trimmed(tokens: &[Token<'_>], range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.min(tokens.len()));
    let is_sign = |token: &Token<'_>| {
        !token.is_word() && !token.text.starts_with(|c: char| c.is_ascii_digit() || c.is_alphanumeric())
    };
    let is_joint = |token: &Token<'_>| {
        one_of(
            token,
            &[
                "and", "or", "but", "while", "although", "though", "whereas", "because", "that", "then", "yet",
                "however", "so",
            ],
        )
    };
    let closes = |token: &Token<'_>, start: usize, end: usize| {
        let opening = match token.text {
            "%" => return true,
            "”" => "“",
            "»" => "«",
            "\"" => "\"",
            ")" => "(",
            _ => return false,
        };
        tokens.get(start..end - 1).is_some_and(|tokens| tokens.iter().any(|token| token.text == opening))
    };
    while start < end && tokens.get(end - 1).is_some_and(|token| is_sign(token) && !closes(token, start, end)) {
        end -= 1;
    }
    // What a currency or an opening quotation mark belongs to is kept.
    while start < end
        && tokens.get(start).is_some_and(|token| {
            is_joint(token) && (start + 1 < end || !token.is("that")) || is_sign(token) && !is_kept_first(token)
        })
    {
        start += 1;
    }
    start..end
}

fn is_kept_first(token: &Token<'_>) -> bool {
    matches!(token.text, "$" | "€" | "£" | "¥" | "“" | "\"" | "«" | "(" | "#" | "~" | "+")
}

/// The bytes of some tokens.
pub(super) fn span(tokens: &[Token<'_>], range: &Range<usize>) -> Option<Span> {
    let tokens = tokens.get(range.clone())?;
    Some(tokens.first()?.span().to(tokens.last()?.span()))
}
