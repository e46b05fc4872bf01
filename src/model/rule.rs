//! Rules: arithmetic laws between attributes.

use serde::{Deserialize, Serialize};

use super::source::Scope;
use super::value::Value;

/// An attribute and a value of it: one end of an implication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term(pub Scope, pub Value);

/// A law between attributes of each subject (plain attributes), or between named topics (`subject/attribute`); the two are not mixed.
///
/// ```
/// use corroborate::{Rule, Scope};
/// let rule = Rule::AtMost(vec![Scope::new("killed"), Scope::new("casualties")]);
/// assert_eq!(rule.scopes().count(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub enum Rule {
    /// Each is at most the next: killed ≤ casualties.
    AtMost(#[cfg_attr(feature = "schema", schemars(length(min = 2)))] Vec<Scope>),
    /// If the first holds, so does the second.
    Implies {
        /// The condition.
        #[serde(rename = "if")]
        condition: Term,
        /// The consequence.
        #[serde(rename = "then")]
        consequence: Term,
    },
    /// The parts add up to the total.
    Sum {
        /// The parts.
        #[cfg_attr(feature = "schema", schemars(with = "crate::schema::shapes::OneOrMany<Scope, 1>"))]
        parts: Vec<Scope>,
        /// The total.
        total: Scope,
    },
}

impl Rule {
    /// The attributes that the rule ties together, as written.
    pub fn scopes(&self) -> impl Iterator<Item = &Scope> {
        let (list, ends): (&[Scope], [Option<&Scope>; 2]) = match self {
            Self::AtMost(scopes) => (scopes, [None, None]),
            Self::Implies { condition, consequence } => (&[], [Some(&condition.0), Some(&consequence.0)]),
            Self::Sum { parts, total } => (parts, [Some(total), None]),
        };
        list.iter().chain(ends.into_iter().flatten())
    }
}
