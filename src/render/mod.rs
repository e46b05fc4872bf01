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
#[cfg(feature = "text")]
mod draft;
mod evidence;
mod explanation;
mod guideline;
#[cfg(feature = "json")]
mod json;
mod list;
mod markdown;
mod message;
mod name;
mod news;
mod remedy;
mod revision;
mod scene;
mod settlement;
#[cfg(feature = "html")]
pub(crate) mod sheet;
mod standard;
mod step;
mod summary;
mod text;
mod timeline;
mod tree;
mod value;
mod verdict;
mod wording;
mod wrap;

pub use diff::{Difference, verdict_change};
#[cfg(feature = "text")]
pub use draft::drafts;
pub use explanation::Explained;
pub use guideline::guideline;
#[cfg(feature = "json")]
pub use json::{Json, json, json_pretty};
pub use markdown::Markdown;
pub use message::message;
pub use news::news;
pub use remedy::remedy;
pub use revision::Revised;
pub use settlement::{Settled, Settlement};
pub use standard::{Differing, Presets, Standard};
pub use step::next_step;
pub use text::Text;
pub use timeline::{DayByDay, change, day};
pub use value::value_in_words as value;
pub use verdict::{reason, verdict};
pub use wording::{Attributed, Stated, Wording, topic_wording, wording, wordings};
