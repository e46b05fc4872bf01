//! Reading English: the quantities and dates in a text, each with the bytes that it was read from.
//!
//! Deterministic, without a model and without a network: word lists and a few rules, in time linear in the text. What
//! is not understood is left out; a bound may be missed, it is never turned around.

mod attribution;
mod bound;
mod clause;
mod cue;
mod date;
mod dates;
mod draft;
mod figure;
mod hedge;
mod lexicon;
mod line;
mod modality;
mod negation;
mod numeral;
mod phrases;
mod quantities;
mod ratio;
mod reading;
mod said;
mod scope;
mod sentence;
mod token;
mod unit;
mod word;

pub use attribution::{Attributed, Speaker, SpeakerKind, Speech};
pub use date::{Date, Unresolved};
pub use draft::{Citation, ClaimDraft, Drafts, Missing, Names, StatementError, Unaccepted, WordDraft, draft};
pub use figure::{Change, Figure};
pub use hedge::Hedge;
pub use modality::{Modal, Modality};
pub use negation::{Negation, NegationKind};
pub use reading::{Reading, Span};

pub(crate) use word::is_common;

use crate::model::moment::Moment;
use line::Line;

/// Reads a sentence or a whole article.
///
/// Relative dates ("Friday", "three days ago", "in October") are resolved against the moment of publication; without
/// one they stay unresolved and say so.
///
/// Takes time linear in the length of the text, and never fails: what is not understood is left out.
pub fn read(text: &str, published: Option<Moment>) -> Reading<'_> {
    let tokens = token::tokens(text);
    let sentences = sentence::split(&tokens);
    let published = dates::Published::new(published);
    let (mut dates, mut figures) = (Vec::new(), Vec::new());
    for sentence in &sentences {
        let mut line = Line::new(text, tokens.get(sentence.tokens.clone()).unwrap_or_default());
        dates::dates(&mut line, published, &mut dates);
        quantities::figures(&line, &mut figures);
    }
    let said = said::read(&tokens, &sentences, &figures);
    Reading { text, tokens, sentences, figures, dates, said }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often the tokens of a text are looked at.
    fn looks(text: &str) -> u64 {
        line::LOOKS.set(0);
        read(text, "2025-09-03".parse().ok());
        line::LOOKS.get()
    }

    #[test]
    fn twice_the_text_is_no_more_than_twice_the_work() {
        let heaps = [
            "one hundred and ",
            "two thirds of ",
            "not ",
            "more than ",
            "between 1 and ",
            "1 234 ",
            "1,2",
            "5-",
            "from 5 to ",
            "last ",
            "the ",
            "in May ",
            "October 8-",
            "five and a half ",
            "tens of thousands of ",
            "three days after ",
            "at least some about ",
            "a ",
            "( ",
            "U.S.",
            "- ",
            "no soldiers ",
            "Q1 2024 ",
            "one in five ",
            "12 North Korean special forces ",
            "two weeks and ",
            "\u{301}",
            "’s",
            "early mid late ",
            "the first week of ",
            "three days from ",
            "12 of the 13 of the ",
            "week of week of ",
        ];
        for heap in heaps {
            let (once, twice) = (looks(&heap.repeat(300)), looks(&heap.repeat(600)));
            assert!(twice <= once * 21 / 10, "{heap}: {once}, then {twice}");
            let tokens = u64::try_from(token::tokens(&heap.repeat(300)).len()).unwrap();
            assert!(once <= tokens * 3_000, "{heap}: {once} looks at {tokens} tokens");
        }
    }
}
