//! Exact decimal numbers: no rounding anywhere, and every refusal says why.

use std::{cmp::Ordering, fmt, ops::Neg, str::FromStr};

use rust_decimal::Decimal;
use thiserror::Error;

use super::{ranges::Point, text::excerpt};

mod wire;

pub(super) use wire::{from_double, from_integer};

/// An exact decimal number.
///
/// What is *read* has at most 18 significant digits and 12 decimals and is below 10¹⁸ in magnitude; results of
/// arithmetic may be longer, but are exact or refused, never rounded. The text form is an optional sign, digits (which
/// may stand in groups of three, by `,` or `_`), an optional fraction and an optional exponent.
///
/// ```
/// use corroborate::Number;
///
/// let n: Number = "15,000".parse()?;
/// assert_eq!(n, "15_000".parse()?);
/// assert_eq!(n, "1.5e4".parse()?);
/// assert_eq!(n, Number::from(15_000_i64));
/// assert_eq!(n.to_string(), "15000");
/// assert_eq!("15,00".parse::<Number>().unwrap_err().to_string(), "`15,00` is not grouped in thousands");
/// # Ok::<(), corroborate::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number(Decimal);

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((a, a_decimals), (b, b_decimals)) = (self.parts(), other.parts());
        // Figures mostly have equally many decimals, or few more or less, and then their digits tell.
        match (a_decimals, b_decimals) {
            _ if a_decimals == b_decimals => a.cmp(&b),
            (few, more) if few < more => match lengthened(a, more - few) {
                Some(a) => a.cmp(&b),
                None => self.0.cmp(&other.0),
            },
            (more, few) => match lengthened(b, more - few) {
                Some(b) => a.cmp(&b),
                None => self.0.cmp(&other.0),
            },
        }
    }
}

/// The same units with more decimals, where that surely fits.
fn lengthened(units: i128, decimals: u32) -> Option<i128> {
    const TENS: [i128; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
    // Units have 96 bits at the most, and the largest of these 27.
    TENS.get(decimals as usize).map(|ten| units * ten)
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Number {
    /// Nought.
    pub const ZERO: Number = Number(Decimal::ZERO);
    /// 0.1
    pub(crate) const TENTH: Number = Number(Decimal::from_parts(1, 0, 0, false, 1));
    /// 0.01
    pub(super) const HUNDREDTH: Number = Number(Decimal::from_parts(1, 0, 0, false, 2));

    /// `units` × 10^−`decimals`, the last digit not nought.
    pub(super) const fn decimal(units: u32, decimals: u32) -> Number {
        Number(Decimal::from_parts(units, 0, 0, false, decimals))
    }

    /// Most significant digits that are read.
    const DIGITS: usize = 18;
    /// Most digits before the decimal point that are read.
    const WHOLE: i64 = 18;
    /// Most decimals that are read.
    const DECIMALS: i64 = 12;
    /// Most decimals of a tolerance.
    const TOLERANCE_DECIMALS: u32 = 4;

    /// `units` × 10^−`decimals`, without trailing zeros; `None` where that does not fit 96 bits and 28 decimals.
    pub(crate) fn from_parts(mut units: i128, mut decimals: u32) -> Option<Number> {
        while decimals > 0 && units % 10 == 0 {
            units /= 10;
            // Nought has no decimals; without this a long scale would be walked for nothing.
            decimals = if units == 0 { 0 } else { decimals - 1 };
        }
        Decimal::try_from_i128_with_scale(units, decimals).ok().map(Number)
    }

    /// The number as whole units and the count of decimals, without trailing zeros in the decimals.
    pub(crate) fn parts(self) -> (i128, u32) {
        (self.0.mantissa(), self.0.scale())
    }

    /// How many digits the number has between its first and last that are not nought; 0 for nought.
    pub(crate) fn significant_digits(self) -> usize {
        let (units, _) = self.parts();
        units.unsigned_abs().to_string().trim_end_matches('0').len()
    }

    /// Whether the number is nought.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The magnitude, without the sign.
    #[must_use]
    pub fn abs(self) -> Number {
        Number(self.0.abs())
    }

    /// The exact sum, or `None` where it does not fit 28 digits.
    ///
    /// ```
    /// # use corroborate::Number;
    /// let (a, b): (Number, Number) = ("0.1".parse()?, "0.2".parse()?);
    /// assert_eq!(a.checked_add(b), Some("0.3".parse()?));
    /// let (large, small): (Number, Number) = ("1e17".parse()?, "1e-12".parse()?);
    /// assert_eq!(large.checked_add(small), None);
    /// # Ok::<(), corroborate::NumberError>(())
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Number) -> Option<Number> {
        let ((a, a_decimals), (b, b_decimals)) = (self.parts(), other.parts());
        let decimals = a_decimals.max(b_decimals);
        let align = |units: i128, from: u32| units.checked_mul(10_i128.checked_pow(decimals - from)?);
        Number::from_parts(align(a, a_decimals)?.checked_add(align(b, b_decimals)?)?, decimals)
    }

    /// The exact product, or `None` where it does not fit 28 digits.
    #[must_use]
    pub fn checked_mul(self, other: Number) -> Option<Number> {
        let ((a, a_decimals), (b, b_decimals)) = (self.parts(), other.parts());
        Number::from_parts(a.checked_mul(b)?, a_decimals + b_decimals)
    }

    /// The two numbers that lie `tolerance` of this one's magnitude below and above it.
    ///
    /// Exact for every number that is read, also after [conversion](crate::Unit::to_base), and every tolerance that
    /// is [legal](crate::Tolerance::is_legal). Any other tolerance stretches nothing, nor is a number stretched that
    /// arithmetic has made too long for it (more than 24 digits or decimals): the answer is never a rounded one.
    ///
    /// ```
    /// # use corroborate::Number;
    /// let tenth: Number = "0.1".parse()?;
    /// assert_eq!(Number::from(-200).stretch(tenth), (Number::from(-220), Number::from(-180)));
    /// # Ok::<(), corroborate::NumberError>(())
    /// ```
    #[must_use]
    pub fn stretch(self, tolerance: Number) -> (Number, Number) {
        self.stretched(tolerance).unwrap_or((self, self))
    }

    fn stretched(self, tolerance: Number) -> Option<(Number, Number)> {
        if !tolerance.is_tolerance() {
            return None;
        }
        let ((units, decimals), (share, share_decimals)) = (self.parts(), tolerance.parts());
        let centre = units.checked_mul(10_i128.checked_pow(share_decimals)?)?;
        let reach = units.checked_abs()?.checked_mul(share)?;
        let decimals = decimals + share_decimals;
        let low = Number::from_parts(centre.checked_sub(reach)?, decimals)?;
        let high = Number::from_parts(centre.checked_add(reach)?, decimals)?;
        Some((low, high))
    }

    /// Whether this can be a tolerance: from 0 to below 1, with at most four decimals.
    pub(super) fn is_tolerance(self) -> bool {
        self >= Number::ZERO && self.0 < Decimal::ONE && self.0.scale() <= Number::TOLERANCE_DECIMALS
    }
}

/// Between any two numbers lies another.
impl Point for Number {
    fn successor(&self) -> Option<Number> {
        None
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Number {
        Number(Decimal::from(whole))
    }
}

impl From<i32> for Number {
    fn from(whole: i32) -> Number {
        Number(Decimal::from(whole))
    }
}

impl From<u32> for Number {
    fn from(whole: u32) -> Number {
        Number(Decimal::from(whole))
    }
}

impl Neg for Number {
    type Output = Number;

    fn neg(self) -> Number {
        // There is one nought: without this its sign would be carried along.
        if self.is_zero() { self } else { Number(-self.0) }
    }
}

/// Plain digits without trailing zeros; reading them gives the same number.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The formatter is not passed on: a precision would round.
        write!(f, "{}", self.0)
    }
}

/// Why a text is not a [`Number`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NumberError {
    /// There is nothing to read.
    #[error("a number is missing")]
    Empty,
    /// Infinity, or "not a number".
    #[error("`{0}` is not finite")]
    NotFinite(String),
    /// The text is no decimal number.
    #[error("`{0}` is not a number")]
    Malformed(String),
    /// Separators stand where no thousands end: `15,00`, `1,5`, `1,000_000`, `0,500`.
    #[error("`{0}` is not grouped in thousands")]
    Grouping(String),
    /// The magnitude is 10¹⁸ or more.
    #[error("`{0}` is too large: numbers are below 10^18")]
    TooLarge(String),
    /// More than 12 decimals.
    #[error("`{0}` has more than 12 decimals")]
    TooManyDecimals(String),
    /// More than 18 significant digits.
    #[error("`{0}` has more than 18 significant digits")]
    TooManyDigits(String),
    /// A binary floating-point number that does not say which decimal number was meant.
    #[error("`{0}` has more than 15 significant digits: write it as a string")]
    Inexact(String),
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Number, NumberError> {
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        let malformed = || NumberError::Malformed(excerpt(text));
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if ["nan", "inf", "infinity"].iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
            return Err(NumberError::NotFinite(excerpt(text)));
        }
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent).ok_or_else(malformed)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return Err(malformed()),
            None => (mantissa, ""),
        };
        if !whole.starts_with(|c: char| c.is_ascii_digit())
            || !whole.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '_')
        {
            return Err(malformed());
        }
        if !is_well_grouped(whole) {
            return Err(NumberError::Grouping(excerpt(text)));
        }

        // From here on the number is `significant` × 10^`power`; neither is worked out before it is known to be small.
        let digits: String = whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit).collect();
        let without_tail = digits.trim_end_matches('0');
        let dropped = digits.len() - without_tail.len();
        let significant = without_tail.trim_start_matches('0');
        if significant.is_empty() {
            return Ok(Number::ZERO);
        }
        let power = exponent.saturating_add(length(dropped)).saturating_sub(length(fraction.len()));
        if power.saturating_add(length(significant.len())) > Number::WHOLE {
            return Err(NumberError::TooLarge(excerpt(text)));
        }
        if power < -Number::DECIMALS {
            return Err(NumberError::TooManyDecimals(excerpt(text)));
        }
        if significant.len() > Number::DIGITS {
            return Err(NumberError::TooManyDigits(excerpt(text)));
        }
        let units: i128 = significant.parse().map_err(|_| malformed())?;
        let units = if negative { -units } else { units };
        let shift = u32::try_from(power.unsigned_abs()).map_err(|_| malformed())?;
        let number = if power < 0 {
            Number::from_parts(units, shift)
        } else {
            10_i128.checked_pow(shift).and_then(|ten| Number::from_parts(units.checked_mul(ten)?, 0))
        };
        number.ok_or_else(malformed)
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An optional sign and digits; so large an exponent that it does not fit is as good as any other that is too large.
fn read_exponent(text: &str) -> Option<i64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !is_digits(unsigned) {
        return None;
    }
    let size = unsigned.parse::<i64>().unwrap_or(i64::MAX);
    Some(if text.starts_with('-') { -size } else { size })
}

/// Whether `whole` (digits and separators) is plain, or in groups of three by one separator, the first not starting
/// with `0`: `0,500` is far more likely half of something than five hundred.
fn is_well_grouped(whole: &str) -> bool {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return true;
    };
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
