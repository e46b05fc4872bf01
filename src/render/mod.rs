//! Leaves: an evaluation as text to read aloud, and as JSON. Nothing is decided here.
//!
//! The one place where a finding becomes a sentence is [`message`]; where it becomes advice, [`next_step`]; [`verdict`] and [`reason`] say in short what holds and why. Text from the dossier comes from strangers: wherever it is
//! written, control characters and those that reorder the text around them are taken out, white space becomes single spaces, and what is too long is cut.

mod advice;
mod agreement;
mod citation;
mod clean;
mod date;
mod diff;
mod evidence;
mod guideline;
#[cfg(feature = "json")]
mod json;
mod list;
mod message;
mod name;
mod remedy;
mod scene;
#[cfg(feature = "html")]
pub(crate) mod sheet;
mod step;
mod summary;
mod text;
mod timeline;
mod value;
mod verdict;
mod wording;
mod wrap;

pub use diff::{Difference, verdict_change};
pub use guideline::guideline;
#[cfg(feature = "json")]
pub use json::{Json, json, json_pretty};
pub use message::message;
pub use remedy::remedy;
pub use step::next_step;
pub use text::Text;
pub use timeline::{DayByDay, change, day};
pub use verdict::{reason, verdict};
pub use wording::{Attributed, Stated, Wording, topic_wording, wording, wordings};
