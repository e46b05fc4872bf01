//! Advice: what follows from an evaluation for the desk. Everything here asks the evaluator and nothing else.

mod part;
mod strongest;
mod topic;

pub use strongest::Statement;
pub use topic::{Best, Camp, Camps, Dispute, Topic};
