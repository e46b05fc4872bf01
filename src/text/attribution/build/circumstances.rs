//! What stands between a verb of speech and what is said: to whom, when, where.

use std::ops::Range;

use super::Words;
use crate::text::attribution::phrase;
use crate::text::token::Kind;
use crate::text::word::{is_auxiliary, is_time_word, one_of};

impl Words<'_, '_, '_> {
    /// `told lawmakers`
    pub(super) fn addressee(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let line = self.line;
        let (somebody, _) = phrase::after(line, at)?;
        let end = somebody.name.end;
        // `told the court` and not `told the army had left`: with a verb behind it, the phrase is what was told.
        if self.is(end, is_auxiliary) {
            return None;
        }
        Some((somebody.name, end))
    }

    /// Behind `on Friday`, `in a statement`, `late last week`.
    pub(super) fn behind_circumstances(&self, from: usize) -> usize {
        let line = self.line;
        let mut at = from;
        for _ in 0..4 {
            let start = at;
            while at - from < 12 && self.is(at, |token| is_time_word(token) && !token.is("first")) {
                at += 1;
            }
            let opens = self.is(at, |token| {
                one_of(
                    token,
                    &[
                        "on", "in", "at", "during", "after", "before", "through", "via", "to", "under", "late",
                        "early", "by", "without",
                    ],
                )
            });
            if opens {
                let end = self.phrase_end(at + 1);
                // It counts only if what is said follows or the sentence ends; or if it is a time.
                let is_time = self.is(at + 1, |token| is_time_word(token) || token.kind == Kind::Number);
                let is_closed = line.token(end).is_none_or(|token| {
                    token.is("that") || matches!(token.text, "," | ":" | "." | ";") || line.quotation_at(end).is_some()
                });
                if end > at + 1 && (is_closed || is_time) {
                    at = end;
                }
            }
            if at == start {
                break;
            }
        }
        at
    }

    /// The end of a short phrase without a verb.
    pub(super) fn phrase_end(&self, from: usize) -> usize {
        let line = self.line;
        let is_time = self.is(from, |token| is_time_word(token) || token.kind == Kind::Number);
        let mut at = from;
        while at - from < 12 {
            let Some(token) = line.token(at) else { break };
            let is_part = if is_time {
                is_time_word(token)
                    || token.kind == Kind::Number
                        && !(at > from
                            && line.before(at).is_some_and(is_time_word)
                            && token.text.len() != 4
                            && token.text.len() > 2)
            } else {
                (token.is_word() || token.kind == Kind::Number || token.is_dash())
                    && !token.is("that")
                    && !is_auxiliary(token)
                    && !line.is_verb(at)
            };
            if !is_part {
                break;
            }
            at += 1;
        }
        at
    }
}
