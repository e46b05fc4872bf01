//! Advice: what follows from an evaluation for the desk. Everything here asks the evaluator and nothing else.

mod diff;
mod part;
mod settle;
mod timeline;

pub use diff::{PolicyDiff, VerdictChange};
pub use settle::{Addition, Heard, Outcome, Remedy, Settling};
pub use timeline::{Act, Bears, Cause, Change, Timeline};
