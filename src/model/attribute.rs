//! Attributes: what can be said of a subject, and how it behaves over time.

use serde::{Deserialize, Serialize};

use super::edtf::Day;
use super::id::AttributeId;
use super::names::vocabulary;
use super::phrase::Phrase;
use super::value::ValueKind;
use super::wire;

vocabulary! {
    /// How the true value of an attribute behaves over time.
    #[derive(Default)]
    pub enum OverTime: "behaviour over time" {
        /// It does not change: the day a treaty was signed. The default.
        #[default]
        Fixed = "fixed",
        /// It goes up and down: troops in place.
        Varying = "varying",
        /// It only grows: killed so far. For quantities and truths (what has happened stays happened).
        Cumulative = "cumulative",
    }
}

/// What can be said of a subject.
///
/// ```
/// use corroborate::{Attribute, OverTime, ValueKind};
/// let killed = Attribute::new("killed", ValueKind::Quantity)
///     .unit("people")
///     .over_time(OverTime::Cumulative);
/// assert_eq!(killed.unit.as_deref(), Some("people"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Attribute {
    /// What the dossier calls it; it holds no `/`.
    pub id: AttributeId,
    /// The kind of its values.
    pub kind: ValueKind,
    /// The unit of its quantities, unless a claim states its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How it behaves over time.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub over_time: OverTime,
    /// Whether several values may hold at once.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub many: bool,
    /// How many days apart two readings of a varying attribute may be and still be compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::shapes::Count>"))]
    pub holds_for: Option<u32>,
    /// The day from which a cumulative count no longer grows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Day>,
    /// How a sentence states a value that is nobody's own claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phrase: Option<Phrase>,
}

impl Attribute {
    /// A fixed attribute with one value at a time.
    pub fn new(id: impl Into<AttributeId>, kind: ValueKind) -> Self {
        Self {
            id: id.into(),
            kind,
            unit: None,
            over_time: OverTime::default(),
            many: false,
            holds_for: None,
            closes: None,
            phrase: None,
        }
    }

    /// Sets the unit of its quantities.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// Sets how it behaves over time.
    #[must_use]
    pub fn over_time(mut self, over_time: OverTime) -> Self {
        self.over_time = over_time;
        self
    }

    /// Lets several values hold at once.
    #[must_use]
    pub fn many(mut self) -> Self {
        self.many = true;
        self
    }

    /// Sets how many days apart two varying readings are still compared.
    #[must_use]
    pub fn holds_for(mut self, days: u32) -> Self {
        self.holds_for = Some(days);
        self
    }

    /// Sets the day from which a cumulative count no longer grows.
    #[must_use]
    pub fn closes(mut self, day: Day) -> Self {
        self.closes = Some(day);
        self
    }

    /// Sets how a sentence states a value that is nobody's own claim; see [`Phrase`].
    #[must_use]
    pub fn phrase(mut self, phrase: impl Into<Phrase>) -> Self {
        self.phrase = Some(phrase.into());
        self
    }
}
