//! Advice: what follows from an evaluation for the desk. Everything here asks the evaluator and nothing else.

mod diff;
mod excerpt;
mod part;
mod revision;
mod settle;
mod strongest;
mod timeline;
mod topic;

pub use diff::{PolicyDiff, VerdictChange};
pub use revision::{Edit, Edited, Noun, Revision, Shift};
pub use settle::{Addition, Heard, Outcome, Remedy, Settling};
pub use strongest::Statement;
pub use timeline::{Act, Bears, Cause, Change, Timeline};
pub use topic::{Best, Camp, Camps, Dispute, Topic};
