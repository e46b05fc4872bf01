//! What a word weighs: the desk's table from Admiralty letters and hedges to probabilities.

use serde::{Deserialize, Deserializer, Serialize, de};
use thiserror::Error;

use super::attribution::Certainty;
use super::number::Number;
use super::odds::{LogOdds, log_odds};
use super::source::Reliability;

/// What is wrong with a table of weights.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// A letter that says nothing, or leaves no doubt.
    #[error("`{field}` is `{given}`: a letter weighs above 0.5 and below 1, with at most four decimals")]
    Letter {
        /// The field.
        field: &'static str,
        /// What it was set to.
        given: Number,
    },
    /// A share outside its range.
    #[error("`{field}` is `{given}`: a hedged word counts for a share from 0 to 1, with at most four decimals")]
    Share {
        /// The field.
        field: &'static str,
        /// What it was set to.
        given: Number,
    },
    /// Two fields that stand the wrong way round.
    #[error("`{more}` is `{given_more}` and `{less}` is `{given_less}`: `{less}` must not be above `{more}`")]
    Order {
        /// The field that should be no less.
        more: &'static str,
        /// What it was set to.
        given_more: Number,
        /// The field that should be no more.
        less: &'static str,
        /// What it was set to.
        given_less: Number,
    },
}

/// How much a word weighs as evidence, by the Admiralty letter of its source and by its hedge: data, because no standard puts numbers to the letters.
///
/// For a letter, the probability that what such a source states is so; D and E carry nothing, and F, which means that reliability is unknown, carries little. For a hedge, the
/// share of the source's log-odds that is left; what is stated outright counts in full.
///
/// ```
/// use corroborate::{Certainty, Number, Reliability, Weights};
/// let weights = Weights { a: "0.9".parse()?, ..Weights::default() };
/// assert!(weights.check().is_ok());
/// assert_eq!(weights.log_odds(Reliability::A, Certainty::Stated).to_string(), "2.197224");
/// assert_eq!(weights.log_odds(Reliability::A, Certainty::Possible).to_string(), "0.878889");
/// assert_eq!(weights.log_odds(Reliability::E, Certainty::Stated).millionths(), 0);
///
/// let wrong = Weights { c: "0.9".parse()?, ..Weights::default() };
/// assert_eq!(wrong.check().unwrap_err().to_string(), "`b` is `0.85` and `c` is `0.9`: `c` must not be above `b`");
/// # Ok::<(), corroborate::NumberError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weights {
    /// Completely reliable; 0.95.
    pub a: Number,
    /// Usually reliable; 0.85.
    pub b: Number,
    /// Fairly reliable; 0.7.
    pub c: Number,
    /// Reliability cannot be judged; 0.55.
    pub f: Number,
    /// The share of a word that calls it probable; 0.75.
    pub probable: Number,
    /// The share of a word that calls it possible; 0.4.
    pub possible: Number,
    /// The share of a word that says it could not be verified; 0.2.
    pub unverified: Number,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            a: Number::decimal(95, 2),
            b: Number::decimal(85, 2),
            c: Number::decimal(7, 1),
            f: Number::decimal(55, 2),
            probable: Number::decimal(75, 2),
            possible: Number::decimal(4, 1),
            unverified: Number::decimal(2, 1),
        }
    }
}

impl Weights {
    /// Checks that every number is in its range, that a better letter weighs no less, and that a surer word counts for no less.
    ///
    /// # Errors
    /// The first field out of its range, else the first two that stand the wrong way round.
    pub fn check(&self) -> Result<(), WeightsError> {
        self.letters().into_iter().try_for_each(|(field, given)| check_letter(field, given))?;
        self.shares().into_iter().try_for_each(|(field, given)| check_share(field, given))?;
        self.check_order()
    }

    pub(crate) fn check_order(&self) -> Result<(), WeightsError> {
        for fields in [&self.letters()[..], &self.shares()[..]] {
            for (more, less) in fields.iter().zip(fields.iter().skip(1)) {
                if less.1 > more.1 {
                    let (more, given_more, less, given_less) = (more.0, more.1, less.0, less.1);
                    return Err(WeightsError::Order { more, given_more, less, given_less });
                }
            }
        }
        Ok(())
    }

    fn letters(&self) -> [(&'static str, Number); 4] {
        [("a", self.a), ("b", self.b), ("c", self.c), ("f", self.f)]
    }

    fn shares(&self) -> [(&'static str, Number); 3] {
        [("probable", self.probable), ("possible", self.possible), ("unverified", self.unverified)]
    }

    /// The log-odds of a word of this certainty by a source of this letter, rounded down to a millionth twice: that of the letter, and the share of it. Nothing where the
    /// table does not [check](Self::check).
    #[must_use]
    pub fn log_odds(&self, reliability: Reliability, certainty: Certainty) -> LogOdds {
        let letter = match reliability {
            Reliability::A => self.a,
            Reliability::B => self.b,
            Reliability::C => self.c,
            Reliability::F => self.f,
            Reliability::D | Reliability::E => return LogOdds::EVEN,
        };
        let share = match certainty {
            Certainty::Stated => Number::from(1),
            Certainty::Probable => self.probable,
            Certainty::Possible => self.possible,
            Certainty::Unverified => self.unverified,
        };
        let whole = log_odds(letter).unwrap_or_default().millionths();
        let (units, decimals) = share.parts();
        let scaled = 10_i128.checked_pow(decimals).and_then(|ten| Some(i128::from(whole).checked_mul(units)? / ten));
        LogOdds::new(scaled.and_then(|scaled| i64::try_from(scaled).ok()).filter(|_| is_share(share)).unwrap_or(0))
    }
}

pub(crate) fn check_letter(field: &'static str, given: Number) -> Result<(), WeightsError> {
    log_odds(given).map(|_| ()).ok_or(WeightsError::Letter { field, given })
}

pub(crate) fn check_share(field: &'static str, given: Number) -> Result<(), WeightsError> {
    if is_share(given) { Ok(()) } else { Err(WeightsError::Share { field, given }) }
}

fn is_share(given: Number) -> bool {
    given.is_tolerance() || given == Number::from(1)
}

/// The file form: one flat object, every field optional.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wire {
    a: Number,
    b: Number,
    c: Number,
    f: Number,
    probable: Number,
    possible: Number,
    unverified: Number,
}

impl Default for Wire {
    fn default() -> Self {
        let Weights { a, b, c, f, probable, possible, unverified } = Weights::default();
        Self { a, b, c, f, probable, possible, unverified }
    }
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Wire { a, b, c, f, probable, possible, unverified } = Wire::deserialize(deserializer)?;
        let weights = Self { a, b, c, f, probable, possible, unverified };
        weights.check().map_err(de::Error::custom)?;
        Ok(weights)
    }
}
