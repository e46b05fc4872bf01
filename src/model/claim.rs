//! Claims: checkable propositions.

use serde::{Deserialize, Serialize};

use super::edtf::Edtf;
use super::id::{AttributeId, ClaimId};
use super::value::Value;

/// One checkable proposition: a value of an attribute of a subject. Subject and attribute are its topic.
///
/// ```
/// use corroborate::{Claim, Number, Quantity, Value};
/// let claim = Claim::new(
///     "killed-2000",
///     "About 2,000 soldiers have been killed",
///     "dprk-troops",
///     "killed",
///     Value::Quantity(Quantity::About(Number::from(2000))),
/// );
/// assert_eq!(claim.subject, "dprk-troops");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Claim {
    /// What the dossier calls it.
    pub id: ClaimId,
    /// The proposition in words, for people.
    pub statement: String,
    /// What it is about.
    pub subject: String,
    /// What it says of the subject.
    pub attribute: AttributeId,
    /// The value that it states.
    pub value: Value,
    /// The unit of its quantity, where it is not the attribute's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The time that the fact is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
}

impl Claim {
    /// A claim in the attribute's unit, about no particular time.
    pub fn new(
        id: impl Into<ClaimId>,
        statement: impl Into<String>,
        subject: impl Into<String>,
        attribute: impl Into<AttributeId>,
        value: Value,
    ) -> Self {
        Self {
            id: id.into(),
            statement: statement.into(),
            subject: subject.into(),
            attribute: attribute.into(),
            value,
            unit: None,
            when: None,
        }
    }

    /// States the unit of its quantity.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// Sets the time that the fact is about.
    #[must_use]
    pub fn when(mut self, when: Edtf) -> Self {
        self.when = Some(when);
        self
    }
}
