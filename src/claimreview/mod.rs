//! ClaimReview and MediaReview, the markup in which fact-checkers publish (schema.org).
//!
//! A [`Reader`] reads whatever is published under these names. It loses nothing, and says what it repaired. `docs/formats/claimreview.md` says what becomes of every field.

mod find;
mod page;
mod read;

pub use find::{PassedOver, Reason};
pub use page::{Block, Page, Unreadable, Wrapping};
pub use read::{Reader, Reviews};
