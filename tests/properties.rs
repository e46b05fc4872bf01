//! The properties of the model, each under its number, and that the evaluator is the naive one made fast.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod generate;
mod naive;

#[path = "properties/adding.rs"]
mod adding;
#[path = "properties/agreement.rs"]
mod agreement;
#[path = "properties/amended.rs"]
mod amended;
#[path = "properties/confidence.rs"]
mod confidence;
#[path = "properties/explained.rs"]
mod explained;
#[path = "properties/judged.rs"]
mod judged;
#[path = "properties/laws.rs"]
mod laws;
#[path = "properties/policies.rs"]
mod policies;
#[path = "properties/remembered.rs"]
mod remembered;
#[path = "properties/renaming.rs"]
mod renaming;
#[path = "properties/replayed.rs"]
mod replayed;
#[path = "properties/scaling.rs"]
mod scaling;
#[path = "properties/settling.rs"]
mod settling;
#[path = "properties/sufficiency.rs"]
mod sufficiency;
#[path = "properties/taking_away.rs"]
mod taking_away;
#[path = "properties/tied.rs"]
mod tied;
#[path = "properties/topics.rs"]
mod topics;
#[path = "properties/unchanged.rs"]
mod unchanged;
#[path = "properties/wordings.rs"]
mod wordings;

use corroborate::{Reliability, Source, SourceKind};
use proptest::prelude::ProptestConfig;

/// As many cases as proptest would try, or `PROPTEST_CASES`; a case that fails belongs in a test of its own, not in a file.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// A named source of the best kind that nobody has heard of before, and whom nobody owns.
fn newcomer(id: &str) -> Source {
    Source::new(id, id).kind(SourceKind::Government).reliability(Reliability::A)
}
