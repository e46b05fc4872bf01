//! Advice: what follows from an evaluation for the desk. Everything here asks the evaluator and nothing else.

mod diff;
mod part;

pub use diff::{PolicyDiff, VerdictChange};
mod timeline;

pub use timeline::{Act, Bears, Cause, Change, Timeline};
