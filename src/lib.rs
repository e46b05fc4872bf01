#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(unreachable_pub)]
// What users can feed in must never panic, and a library does not print; tests and examples may do both.
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)
)]

mod advise;
#[cfg(feature = "claimreview")]
pub mod claimreview;
mod desk;
mod evaluate;
#[cfg(feature = "factcheck")]
pub mod factcheck;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "import")]
pub mod import;
mod model;
#[cfg(feature = "json")]
mod read;
pub mod render;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "text")]
pub mod text;

pub use advise::{
    Act, Addition, Bears, Best, Camp, Camps, Cause, Change, Dispute, Edit, Edited, Heard, Noun, Outcome, PolicyDiff,
    Remedy, Revision, Settling, Shift, Statement, Timeline, Topic, VerdictChange,
};
pub use desk::{Amendment, Changed, Desk, Effect, Entry, Judgement, Name, Origins, Snapshot, Work};
#[cfg(feature = "json")]
pub use desk::{Journal, JournalError, Rebuilt, Torn};
pub use evaluate::explanation;
pub use evaluate::{
    Assessment, Axis, Bottleneck, Citation, Code, Confidence, Conflict, ConflictKind, Evaluation, Evaluator, Evidence,
    Finding, Footing, NextStep, Passage, Provenance, Role, Severity, Side, Verdict,
};
pub use model::attribute::{Attribute, OverTime};
pub use model::attribution::{Attribution, Basis, Certainty, Stance};
pub use model::claim::Claim;
pub use model::dossier::{Dossier, DossierBuilder, FORMAT_VERSION};
pub use model::edtf::{Day, Edtf, EdtfError};
pub use model::id::{AttributeId, AttributionId, ClaimId, SourceId};
pub use model::moment::{Moment, MomentError};
pub use model::names::UnknownName;
pub use model::number::{Number, NumberError};
pub use model::odds::LogOdds;
pub use model::phrase::Phrase;
pub use model::policy::guideline::Guideline;
pub use model::policy::rule::PolicyRule;
pub use model::policy::{Policy, PolicyError};
pub use model::probability::{Probability, ProbabilityError};
pub use model::problem::{Path, Position, Problem, ProblemKind, Problems, Step};
pub use model::quantity::Quantity;
pub use model::ranges::{Point, Ranges};
pub use model::region::{Region, Truths};
pub use model::rule::{Rule, Term};
pub use model::scales;
pub use model::source::{Party, Reliability, Scope, Source, SourceKind};
pub use model::text::Texts;
pub use model::unit::{Dimension, Unit};
pub use model::value::{Extent, Tolerance, Value, ValueError, ValueKind, opposes, supports};
pub use model::weights::{Weights, WeightsError};

// The examples of these pages are run.
#[cfg(all(doctest, feature = "claimreview", feature = "factcheck"))]
mod formats {
    #[doc = include_str!("../docs/formats/claimreview.md")]
    struct ClaimReview;
    #[doc = include_str!("../docs/formats/google-fact-check.md")]
    struct GoogleFactCheck;
}
