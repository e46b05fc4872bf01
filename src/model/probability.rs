//! Probabilities: exact decimals from 0 to 1.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::number::{Number, NumberError};

/// A probability: an exact decimal from 0 to 1, both included.
///
/// ```
/// use corroborate::Probability;
/// let p: Probability = "0.95".parse()?;
/// assert_eq!(p, Probability::of_percent(95)?);
/// assert_eq!(p.to_string(), "0.95");
/// assert_eq!(p.whole_percent(), 95);
/// assert_eq!("1.2".parse::<Probability>().unwrap_err().to_string(), "`1.2` is not a probability: it lies outside 0 to 1");
/// # Ok::<(), corroborate::ProbabilityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Probability(Number);

/// Why a number is not a probability.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProbabilityError {
    /// Below 0 or above 1.
    #[error("`{0}` is not a probability: it lies outside 0 to 1")]
    Outside(Number),
    /// Not a number.
    #[error(transparent)]
    Number(#[from] NumberError),
}

impl Probability {
    /// A number as a probability.
    ///
    /// # Errors
    /// Where it lies outside 0 to 1.
    pub fn new(number: Number) -> Result<Self, ProbabilityError> {
        let is_one = number >= Number::ZERO && number <= Number::from(1);
        if is_one { Ok(Self(number)) } else { Err(ProbabilityError::Outside(number)) }
    }

    /// So many in a hundred.
    ///
    /// # Errors
    /// Where that is more than a hundred.
    pub fn of_percent(percent: u32) -> Result<Self, ProbabilityError> {
        let outside = || ProbabilityError::Outside(Number::from(percent));
        Number::from_parts(i128::from(percent), 2).ok_or_else(outside).and_then(Self::new)
    }

    pub(crate) fn of_millionths(millionths: i128) -> Self {
        Self(Number::from_parts(millionths.clamp(0, 1_000_000), 6).unwrap_or(Number::ZERO))
    }

    /// As a number.
    #[must_use]
    pub const fn as_number(self) -> Number {
        self.0
    }

    /// In whole per cent, halves rounded up.
    #[must_use]
    pub fn whole_percent(self) -> u8 {
        let (units, decimals) = self.0.parts();
        let whole = 10_i128.saturating_pow(decimals);
        u8::try_from((units.saturating_mul(200).saturating_add(whole)) / (2 * whole)).unwrap_or(100)
    }

    /// Whether this lies between two whole per cents, both included.
    pub(crate) fn is_within(self, low: u32, high: u32) -> bool {
        self.is_at_least(low) && self.is_at_most(high)
    }

    pub(crate) fn is_at_least(self, percent: u32) -> bool {
        Self::of_percent(percent).is_ok_and(|edge| self >= edge)
    }

    pub(crate) fn is_at_most(self, percent: u32) -> bool {
        Self::of_percent(percent).is_ok_and(|edge| self <= edge)
    }
}

impl fmt::Display for Probability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Probability {
    type Err = ProbabilityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text.parse()?)
    }
}
