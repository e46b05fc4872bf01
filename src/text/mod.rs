//! Reading English: the quantities and dates in a text, each with the bytes that it was read from.
//!
//! Deterministic, without a model and without a network: word lists and a few rules, in time linear in the text. What
//! is not understood is left out; a bound may be missed, it is never turned around.

mod bound;
mod date;
mod dates;
mod figure;
mod lexicon;
mod line;
mod numeral;
mod phrases;
mod quantities;
mod ratio;
mod reading;
mod sentence;
mod token;
mod unit;

pub use date::{Date, Unresolved};
pub use figure::{Change, Figure};
pub use reading::{Reading, Span};

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
    Reading { text, tokens, sentences, figures, dates }
}
