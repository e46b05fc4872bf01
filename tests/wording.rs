//! What a newsroom may write: every sentence about the real story, and what holds of every sentence about any.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "wording/real.rs"]
mod real;
#[path = "wording/verdicts.rs"]
mod verdicts;
