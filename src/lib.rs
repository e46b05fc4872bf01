#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(unreachable_pub)]
// What users can feed in must never panic, and a library does not print; tests and examples may do both.
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)
)]

mod advise;
mod evaluate;
#[cfg(feature = "html")]
pub mod html;
mod model;
#[cfg(feature = "json")]
mod read;
pub mod render;

pub use advise::{
    Act, Addition, Bears, Best, Camp, Camps, Cause, Change, Dispute, Heard, Outcome, PolicyDiff, Remedy, Settling,
    Statement, Timeline, Topic, VerdictChange,
};
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
