//! What a cue touches.

use std::ops::Range;

use super::attribution::Known;
use super::clause::{Clauses, trimmed};
use super::cue::Reach;
use super::token::Kind;
use super::word::{is_auxiliary, is_clause_word, is_determiner, is_preposition, one_of};

/// The tokens that a cue at these tokens touches; the cue itself where nothing else is left.
pub(super) fn scope(line: &Known<'_, '_>, clauses: &Clauses, cue: &Range<usize>, reach: Reach) -> Range<usize> {
    let start = clauses.start(cue.start);
    let end = clauses.end(cue.end.saturating_sub(1));
    let touched = match reach {
        Reach::Figure => figure(line, cue),
        Reach::Onward => trimmed(line.tokens, cue.end..end),
        Reach::Clause => clause(line, clauses, cue, start..end),
    };
    if touched.is_empty() { cue.clone() } else { touched }
}

fn clause(line: &Known<'_, '_>, clauses: &Clauses, cue: &Range<usize>, whole: Range<usize>) -> Range<usize> {
    // `It is likely that the dam will hold`: what it introduces.
    let introduces = |at: usize| line.token(at).is_some_and(|token| matches!(&*token.lower, "that" | "whether" | "if"));
    let last_is_that = cue.end.checked_sub(1).is_some_and(introduces) && cue.len() > 1;
    if introduces(cue.end) || last_is_that {
        let from = cue.end + usize::from(!last_is_that);
        return trimmed(line.tokens, from..clauses.end(from));
    }
    let before = trimmed(line.tokens, whole.start..cue.start);
    let behind = trimmed(line.tokens, cue.end..whole.end);
    match (before.is_empty(), behind.is_empty()) {
        // `If confirmed, it was the first`: what its clause is added to.
        (true, true) => trimmed(line.tokens, whole.end..clauses.end(whole.end)),
        // `Perhaps the plane was hit`
        (true, false)
            if line.token(cue.end.saturating_sub(1)).is_some_and(|token| {
                token.lower.ends_with("ly")
                    || one_of(token, &["perhaps", "maybe", "appears", "seems", "appeared", "seemed"])
            }) =>
        {
            behind
        }
        (true, false) => cue.start..behind.end,
        (false, true) => before.start..cue.end,
        (false, false) => before.start..behind.end,
    }
}

/// From the determiner before it to the end of the noun phrase behind it.
fn figure(line: &Known<'_, '_>, cue: &Range<usize>) -> Range<usize> {
    let start =
        cue.start - usize::from(cue.start.checked_sub(1).and_then(|at| line.token(at)).is_some_and(is_determiner));
    let mut end = cue.end;
    while let Some(token) = line.token(end) {
        let is_part = (token.is_word()
            || token.kind == Kind::Number
            || token.is_dash() && !token.spaced
            || token.kind == Kind::Symbol)
            && !is_auxiliary(token)
            && !is_clause_word(token)
            && !(end > cue.end && (is_preposition(token) || is_determiner(token)))
            && !matches!(&*token.lower, "and" | "or");
        if !is_part || end - cue.end > 8 {
            break;
        }
        end += 1;
    }
    start..end
}
