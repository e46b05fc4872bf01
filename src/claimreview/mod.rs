//! ClaimReview and MediaReview, the markup in which fact-checkers publish (schema.org).
//!
//! A [`Reader`] reads whatever is published under these names. It loses nothing, and says what it repaired. `docs/formats/claimreview.md` says what becomes of every field.

mod export;
mod find;
mod lint;
mod page;
mod read;
mod verdicts;

pub use export::{Markup, Publication};
pub use find::{PassedOver, Reason};
pub use lint::{LintCode, LintProblem, lint};
pub use page::{Block, Page, Unreadable, Wrapping};
pub use read::{Reader, Reviews};
pub use verdicts::{VerdictRating, Verdicts};
