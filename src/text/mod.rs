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
