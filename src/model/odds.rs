//! Log-odds, exact in millionths: what evidence is added up and compared in.
//!
//! All arithmetic is on integers, with sixty binary places where a logarithm or its inverse is worked out; no binary floating point is involved, so every machine gives the
//! same digits.

use std::fmt;

use super::number::Number;
use super::probability::Probability;

/// Log-odds in whole millionths: the natural logarithm of p ÷ (1 − p).
///
/// Nought is even odds; 2.944438 is 95 in 100. What is compared and ranked is this integer; the [probability](Self::probability) is derived from it.
///
/// ```
/// use corroborate::{Certainty, Reliability, Weights};
/// let usually_reliable = Weights::default().log_odds(Reliability::B, Certainty::Stated);
/// assert_eq!(usually_reliable.millionths(), 1_734_601);
/// assert_eq!(usually_reliable.to_string(), "1.734601");
/// assert_eq!(usually_reliable.probability().to_string(), "0.85");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LogOdds(i64);

impl LogOdds {
    /// Even odds: nothing speaks for either side.
    pub const EVEN: Self = Self(0);

    pub(crate) const fn new(millionths: i64) -> Self {
        Self(millionths)
    }

    /// The number of millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// As a number.
    #[must_use]
    pub fn as_number(self) -> Number {
        Number::from_parts(i128::from(self.0), 6).unwrap_or(Number::ZERO)
    }

    /// The probability with these odds, to the nearest millionth, and never nought or one: 1 ÷ (1 + e^−x).
    ///
    /// Rises with the log-odds; that of the opposite odds is what is left to one. Beyond some 13.8 either way it rises no further: to rank, compare the log-odds.
    #[must_use]
    pub fn probability(self) -> Probability {
        let against = self.0.unsigned_abs();
        let rarer = if against > NEGLIGIBLE { 1 } else { rarer_side(i128::from(against)).clamp(1, MILLION / 2) };
        Probability::of_millionths(if self.0 < 0 { rarer } else { MILLION - rarer })
    }
}

impl fmt::Display for LogOdds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000))
    }
}

const MILLION: i128 = 1_000_000;
/// Beyond this the rarer side is less than half a millionth.
const NEGLIGIBLE: u64 = 20_000_000;
/// One, with sixty binary places.
const ONE: i128 = 1 << 60;

/// The log-odds of a probability above one half and below one with at most four decimals, rounded down; `None` of any other.
///
/// The error before rounding is below 10⁻¹⁵, and two such probabilities lie at least 4 · 10⁻⁴ apart in log-odds: their order is kept.
pub(super) fn log_odds(probability: Number) -> Option<LogOdds> {
    let (units, decimals) = probability.parts();
    let whole = 10_i128.checked_pow(decimals).filter(|_| decimals <= 4)?;
    let is_between = 2 * units > whole && units < whole;
    let millionths = is_between.then(|| (ln(units, whole - units) * MILLION) >> 60)?;
    i64::try_from(millionths).ok().map(LogOdds)
}

/// The natural logarithm of `above` ÷ `below`, both positive and small, the first no less than the second.
fn ln(above: i128, below: i128) -> i128 {
    let mut halved = below;
    let mut twos = 0;
    while above >= 2 * halved {
        halved *= 2;
        twos += 1;
    }
    // What is left lies between 1 and 2, so that the series gains a decimal at every term.
    twos * twice_artanh(1, 3) + twice_artanh(above - halved, above + halved)
}

/// 2 artanh(z) of z = `above` ÷ `below` = ln((1 + z) ÷ (1 − z)): 2 (z + z³/3 + z⁵/5 + …).
fn twice_artanh(above: i128, below: i128) -> i128 {
    let z = ONE * above / below;
    let square = (z * z) >> 60;
    let mut power = z;
    let mut sum = 0;
    let mut odd = 1;
    while power > 0 {
        sum += power / odd;
        power = (power * square) >> 60;
        odd += 2;
    }
    2 * sum
}

/// The millionths of probability that log-odds of so many millionths leave to the other side: e^−x ÷ (1 + e^−x).
fn rarer_side(millionths: i128) -> i128 {
    let x = millionths * ONE / MILLION;
    let ln_two = twice_artanh(1, 3);
    let (halvings, rest) = (x / ln_two, x % ln_two);
    let mut term = ONE;
    let mut sum = 0;
    let mut nth = 0;
    while term != 0 {
        sum += term;
        nth += 1;
        // Towards nought, so that the terms, whose signs alternate, end.
        term = -(term * rest / ONE) / nth;
    }
    let odds = sum >> halvings;
    let (whole, twice) = (ONE + odds, 2 * MILLION * odds);
    (twice + whole) / (2 * whole)
}

#[cfg(test)]
mod tests;
