//! Which tokens of a sentence stand between quotation marks.

use std::ops::Range;

use crate::text::token::Token;

/// The quotations of a sentence, in order, marks included. One that began in an earlier sentence begins with this one; one that goes on ends with it.
///
/// Single marks count only where they are curly: a straight one is an apostrophe more often.
pub(super) fn quotations(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    let mut open = None;
    for (at, token) in tokens.iter().enumerate() {
        let next_spaced = tokens.get(at + 1).is_none_or(|next| next.spaced || next.text == "." || next.text == ",");
        let (opens, closes) = match token.text {
            "“" | "«" | "„" => (true, false),
            "”" | "»" => (false, true),
            "\"" => (open.is_none(), open.is_some()),
            "‘" => (token.spaced, false),
            "’" => (
                false,
                open.is_some() && next_spaced && tokens.get(open.unwrap_or(0)).is_some_and(|token| token.text == "‘"),
            ),
            _ => (false, false),
        };
        if closes {
            quotations.push(open.take().unwrap_or(0)..at + 1);
        } else if opens && open.is_none() {
            open = Some(at);
        }
    }
    if let Some(open) = open {
        // A straight mark without a partner that is written on to the word before it closes what an earlier sentence opened.
        let closes = tokens.get(open).is_some_and(|token| token.text == "\"" && !token.spaced && open > 0);
        quotations.push(if closes { 0..open + 1 } else { open..tokens.len() });
    }
    quotations
}
