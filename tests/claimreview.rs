//! ClaimReview and MediaReview: what is read, what is repaired, what is proposed, what is published.
#![cfg(feature = "claimreview")]

#[path = "claimreview/leaves.rs"]
mod leaves;
#[path = "claimreview/markup.rs"]
mod markup;
#[path = "claimreview/pages.rs"]
mod pages;
#[path = "claimreview/proposals.rs"]
mod proposals;
#[path = "claimreview/repairs.rs"]
mod repairs;
#[path = "claimreview/shapes.rs"]
mod shapes;

use corroborate::import::Tree;

/// A review in which nothing is to be repaired.
const PLAIN: &str = include_str!("claimreview/plain.json");

#[track_caller]
fn tree(json: &str) -> Tree {
    Tree::read(json).unwrap_or_else(|error| panic!("{error}\n{json}"))
}
