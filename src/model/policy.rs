//! The newsroom's standard, as data.

pub(crate) mod guideline;
mod presets;
pub(crate) mod rule;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use guideline::Guideline;
use rule::PolicyRule;

use super::code::{Code, Severity};
use super::number::Number;
use super::value::Tolerance;
use super::weights::{Weights, WeightsError};

/// What is wrong with a policy.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// No origin at all would confirm everything.
    #[error("`independent_origins` is 0: at least 1 origin must be asked for")]
    NoOrigins,
    /// A side cannot outweigh its equal.
    #[error("`outweighs` is `{0}`: it must be above 1")]
    Outweighs(Number),
    /// A tolerance outside its range.
    #[error("`{field}` is `{given}`: a tolerance is at least 0 and below 1, with at most four decimals")]
    Tolerance {
        /// The field.
        field: &'static str,
        /// What it was set to.
        given: Number,
    },
    /// A factor that would call every two floors apart.
    #[error("`floors_apart` is `{0}`: it must be above 1")]
    FloorsApart(Number),
    /// A table of weights that cannot be applied.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

/// How much sourcing a desk asks for before it states a claim as fact.
///
/// No public guideline states a flat two-source rule; they ask for more than one and except an authority. So it is data. `docs/policies.md` tells of every field and
/// of the [presets](Policy::presets).
///
/// ```
/// use corroborate::{Number, Policy};
/// let strict = Policy { independent_origins: 3, authority_suffices: false, ..Policy::default() };
/// assert!(strict.check().is_ok());
/// assert!(Policy { outweighs: Number::from(1), ..Policy::default() }.check().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// What the desk calls it.
    pub name: Option<String>,
    /// What it is for, in a sentence or two. (A file's `about` is the tolerance of values given with that word.)
    pub description: Option<String>,
    /// Credible independent origins that meet the standard; 2.
    pub independent_origins: u32,
    /// Whether an authority on the topic meets the standard alone; true.
    pub authority_suffices: bool,
    /// How many times as many credible origins outweigh the other side; 3, always above 1.
    pub outweighs: Number,
    /// How far a value stretches when two are compared.
    pub tolerance: Tolerance,
    /// Whether anonymous sources of one description count as different people; false.
    pub anonymous_are_distinct: bool,
    /// Whether anonymous origins never count as credible; false: all of them together count once, beside a credible named one.
    pub named_only: bool,
    /// Whether an origin counts as credible only where its word declares a basis, or it has authority on the topic, or speaks against its interest; false.
    pub first_hand_only: bool,
    /// How many times one floor must be another, said for one time, to be remarked on; 2.
    pub floors_apart: Number,
    /// After how many days without fresh words a claim is stale, where a moment of judgement is given; `None`: never, except where a varying attribute says how long it holds.
    pub stale_after: Option<u32>,
    /// How much findings matter to this desk, where it is not as their [code](Code::severity) says.
    pub severity: BTreeMap<Code, Severity>,
    /// The public guidelines that a rule comes from. They explain, and change no verdict.
    pub because: BTreeMap<PolicyRule, Vec<Guideline>>,
    /// How much a word weighs as evidence; for [confidence](crate::Confidence) alone, never for a verdict.
    pub weights: Weights,
}

impl Default for Policy {
    /// The rules of [`Policy::authority_or_two`], without its name and guidelines.
    fn default() -> Self {
        Self {
            name: None,
            description: None,
            independent_origins: 2,
            authority_suffices: true,
            outweighs: Number::from(3),
            tolerance: Tolerance::default(),
            anonymous_are_distinct: false,
            named_only: false,
            first_hand_only: false,
            floors_apart: Number::from(2),
            stale_after: None,
            severity: BTreeMap::new(),
            because: BTreeMap::new(),
            weights: Weights::default(),
        }
    }
}

impl Policy {
    /// Checks that the standard can be applied.
    ///
    /// # Errors
    /// The first field out of its range.
    pub fn check(&self) -> Result<(), PolicyError> {
        let one = Number::from(1);
        if self.independent_origins == 0 {
            return Err(PolicyError::NoOrigins);
        }
        if self.outweighs <= one {
            return Err(PolicyError::Outweighs(self.outweighs));
        }
        if self.floors_apart <= one {
            return Err(PolicyError::FloorsApart(self.floors_apart));
        }
        for (field, given) in [("about", self.tolerance.about), ("otherwise", self.tolerance.otherwise)] {
            if !Tolerance::is_legal(given) {
                return Err(PolicyError::Tolerance { field, given });
            }
        }
        Ok(self.weights.check()?)
    }

    /// How much a finding matters to this desk.
    ///
    /// ```
    /// use corroborate::{Code, Policy, Severity};
    /// let mut policy = Policy::default();
    /// assert_eq!(policy.severity_of(Code::Doubted), Severity::Info);
    /// policy.severity.insert(Code::Doubted, Severity::Critical);
    /// assert_eq!(policy.severity_of(Code::Doubted), Severity::Critical);
    /// ```
    #[must_use]
    pub fn severity_of(&self, code: Code) -> Severity {
        self.severity.get(&code).copied().unwrap_or(code.severity())
    }
}

/// The file form: one object, every field optional.
#[derive(Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wire {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    independent_origins: u32,
    authority_suffices: bool,
    outweighs: Number,
    about: Number,
    otherwise: Number,
    anonymous_are_distinct: bool,
    named_only: bool,
    first_hand_only: bool,
    floors_apart: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    stale_after: Option<u32>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    severity: BTreeMap<Code, Severity>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    because: BTreeMap<PolicyRule, Vec<Guideline>>,
    weights: Weights,
}

impl Default for Wire {
    fn default() -> Self {
        Self::from(&Policy::default())
    }
}

impl From<&Policy> for Wire {
    fn from(policy: &Policy) -> Self {
        Self {
            name: policy.name.clone(),
            description: policy.description.clone(),
            independent_origins: policy.independent_origins,
            authority_suffices: policy.authority_suffices,
            outweighs: policy.outweighs,
            about: policy.tolerance.about,
            otherwise: policy.tolerance.otherwise,
            anonymous_are_distinct: policy.anonymous_are_distinct,
            named_only: policy.named_only,
            first_hand_only: policy.first_hand_only,
            floors_apart: policy.floors_apart,
            stale_after: policy.stale_after,
            severity: policy.severity.clone(),
            because: policy.because.clone(),
            weights: policy.weights.clone(),
        }
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        let policy = Self {
            name: wire.name,
            description: wire.description,
            independent_origins: wire.independent_origins,
            authority_suffices: wire.authority_suffices,
            outweighs: wire.outweighs,
            tolerance: Tolerance { about: wire.about, otherwise: wire.otherwise },
            anonymous_are_distinct: wire.anonymous_are_distinct,
            named_only: wire.named_only,
            first_hand_only: wire.first_hand_only,
            floors_apart: wire.floors_apart,
            stale_after: wire.stale_after,
            severity: wire.severity,
            because: wire.because,
            weights: wire.weights,
        };
        policy.check().map_err(de::Error::custom)?;
        Ok(policy)
    }
}
