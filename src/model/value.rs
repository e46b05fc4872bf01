//! What a claim says of its subject, and the sets of values that this means.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    edtf::Edtf,
    number::Number,
    quantity::Quantity,
    region::{Region, Truths},
    text::Texts,
    unit::Unit,
};

mod wire;

/// What a claim says of an attribute of its subject.
///
/// In JSON: `15000` or `{"about": 2000}` and the other forms of [`Quantity`], `{"date": "2024-06"}`, `{"text": "…"}` or
/// `{"one_of": ["…", "…"]}`, `true` or `false`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// How much, or how many.
    Quantity(Quantity),
    /// When.
    Date(Edtf),
    /// One of these texts; usually there is one.
    Text(Vec<String>),
    /// Whether.
    Truth(bool),
}

/// The kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ValueKind {
    /// How much, or how many.
    Quantity,
    /// When.
    Date,
    /// A text.
    Text,
    /// Whether.
    Truth,
}

impl fmt::Display for ValueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            ValueKind::Quantity => "quantity",
            ValueKind::Date => "date",
            ValueKind::Text => "text",
            ValueKind::Truth => "truth",
        })
    }
}

/// How far a quantity may lie from another, as a part of its own magnitude, and still be the same for the newsroom.
///
/// 0 switches it off. Dates carry their own tolerance (`~`), and texts and truths have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tolerance {
    /// Of `about`; by default a tenth.
    pub about: Number,
    /// Of everything else; by default a hundredth.
    pub otherwise: Number,
}

impl Tolerance {
    /// No tolerance at all: what is said is taken literally.
    pub const NONE: Tolerance = Tolerance { about: Number::ZERO, otherwise: Number::ZERO };

    /// Whether a part can be a tolerance: from 0 to below 1, with at most four decimals. Any other stretches nothing.
    pub fn is_legal(part: Number) -> bool {
        part.is_tolerance()
    }
}

impl Default for Tolerance {
    fn default() -> Tolerance {
        Tolerance { about: Number::TENTH, otherwise: Number::HUNDREDTH }
    }
}

/// Why a value, though well-formed, means nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ValueError {
    /// The first end of `between` is above the second.
    #[error("`between` is reversed: `{low}` is above `{high}`")]
    Reversed {
        /// The end that stands first.
        low: Number,
        /// The end that stands second.
        high: Number,
    },
    /// `nearly 0`.
    #[error("`nearly` needs a number other than 0")]
    NearlyZero,
    /// One of no texts.
    #[error("`one_of` needs at least one text")]
    NoText,
    /// A text of white space, or none.
    #[error("a text is empty")]
    BlankText,
}

impl Value {
    /// The kind of the value.
    pub fn kind(&self) -> ValueKind {
        match self {
            Value::Quantity(_) => ValueKind::Quantity,
            Value::Date(_) => ValueKind::Date,
            Value::Text(_) => ValueKind::Text,
            Value::Truth(_) => ValueKind::Truth,
        }
    }

    /// Checks that the value means something.
    ///
    /// # Errors
    ///
    /// Where [`Quantity::check`] has one, and [`ValueError::NoText`] or [`ValueError::BlankText`].
    pub fn check(&self) -> Result<(), ValueError> {
        match self {
            Value::Quantity(quantity) => quantity.check(),
            Value::Text(texts) if texts.is_empty() => Err(ValueError::NoText),
            Value::Text(texts) if texts.iter().any(|text| text.trim().is_empty()) => Err(ValueError::BlankText),
            Value::Text(_) | Value::Date(_) | Value::Truth(_) => Ok(()),
        }
    }

    /// The sets that the value means, quantities in the base unit of their dimension.
    ///
    /// `None` where a quantity in a known unit has so many digits that it cannot be [converted](Unit::to_base) exactly.
    ///
    /// ```
    /// use corroborate::{Number, Quantity, Tolerance, Unit, Value};
    ///
    /// let [metres, km] = ["m", "km"].map(Unit::new);
    /// let value = |n: i64| Value::from(Quantity::AtLeast(Number::from(n)));
    /// let tolerance = Tolerance::default();
    /// assert_eq!(value(3000).extent(Some(&metres), &tolerance), value(3).extent(Some(&km), &tolerance));
    /// ```
    pub fn extent(&self, unit: Option<&Unit>, tolerance: &Tolerance) -> Option<Extent> {
        let same = |region: Region| Extent { wide: region.clone(), core: region };
        Some(match self {
            Value::Quantity(quantity) => {
                let (core, wide) = quantity.extent(unit, tolerance)?;
                Extent { core: Region::Numbers(core), wide: Region::Numbers(wide) }
            }
            Value::Date(date) => {
                Extent { core: Region::Days(date.core().clone()), wide: Region::Days(date.wide().clone()) }
            }
            Value::Text(texts) => same(Region::Texts(Texts::only(texts))),
            Value::Truth(truth) => same(Region::Truths(Truths::only(*truth))),
        })
    }
}

impl From<Quantity> for Value {
    fn from(quantity: Quantity) -> Value {
        Value::Quantity(quantity)
    }
}

impl From<Edtf> for Value {
    fn from(date: Edtf) -> Value {
        Value::Date(date)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Truth(truth)
    }
}

/// Where the truth lies, if a value is right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extent {
    /// What is literally said.
    pub core: Region,
    /// What is said, give or take; all of `core` among it.
    pub wide: Region,
}

/// Whether who says `a` also says `b`, give or take: core(a) ⊆ wide(b).
///
/// ```
/// use corroborate::{Number, Quantity, Tolerance, Value, opposes, supports};
///
/// let extent = |quantity: Quantity| Value::from(quantity).extent(None, &Tolerance::default()).unwrap();
/// let exactly = extent(Quantity::Exactly(Number::from(10_000)));
/// let floor = extent(Quantity::AtLeast(Number::from(3_000)));
/// let ceiling = extent(Quantity::FewerThan(Number::from(3_000)));
/// assert!(supports(&exactly, &floor) && !supports(&floor, &exactly));
/// assert!(opposes(&exactly, &ceiling) && opposes(&ceiling, &exactly));
/// // Tolerance lets these two meet just around 3,000.
/// assert!(!opposes(&floor, &ceiling));
/// ```
pub fn supports(a: &Extent, b: &Extent) -> bool {
    a.core.is_subset(&b.wide)
}

/// Whether `a` and `b` cannot both be right, give or take: wide(a) ∩ wide(b) = ∅. Values of different kinds are no
/// conflict, but no comparison either.
pub fn opposes(a: &Extent, b: &Extent) -> bool {
    a.wide.is_same_kind(&b.wide) && a.wide.is_disjoint(&b.wide)
}

#[cfg(test)]
mod tests;
