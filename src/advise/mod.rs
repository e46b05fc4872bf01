//! Advice: what follows from an evaluation for the desk. Everything here asks the evaluator and nothing else.

mod part;
mod timeline;

pub use timeline::{Act, Bears, Cause, Change, Timeline};
