//! Advice: what follows from an evaluation for the desk. Everything here asks the evaluator and nothing else.

mod part;
mod settle;

pub use settle::{Addition, Heard, Outcome, Remedy, Settling};
