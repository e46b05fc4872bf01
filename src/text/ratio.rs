//! Exact fractions of small numbers: what number words say before it is written as a decimal.

use crate::model::number::Number;

/// A fraction in lowest terms; the denominator is above nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    pub(super) const ZERO: Ratio = Ratio { over: 0, under: 1 };
    pub(super) const ONE: Ratio = Ratio { over: 1, under: 1 };

    pub(super) const fn whole(n: i128) -> Ratio {
        Ratio { over: n, under: 1 }
    }

    pub(super) fn new(over: i128, under: i128) -> Option<Ratio> {
        if under == 0 {
            return None;
        }
        let common = gcd(over.unsigned_abs(), under.unsigned_abs());
        let common = i128::try_from(common).ok()?;
        let sign = if under < 0 { -1 } else { 1 };
        Some(Ratio { over: over / common * sign, under: under / common * sign })
    }

    pub(super) fn of(number: Number) -> Option<Ratio> {
        let (units, decimals) = number.parts();
        Ratio::new(units, 10_i128.checked_pow(decimals)?)
    }

    pub(super) fn plus(self, other: Ratio) -> Option<Ratio> {
        let left = self.over.checked_mul(other.under)?;
        let right = other.over.checked_mul(self.under)?;
        Ratio::new(left.checked_add(right)?, self.under.checked_mul(other.under)?)
    }

    pub(super) fn times(self, other: Ratio) -> Option<Ratio> {
        Ratio::new(self.over.checked_mul(other.over)?, self.under.checked_mul(other.under)?)
    }

    pub(super) fn divided_by(self, other: Ratio) -> Option<Ratio> {
        self.times(Ratio::new(other.under, other.over)?)
    }

    pub(super) fn negated(self) -> Ratio {
        Ratio { over: -self.over, under: self.under }
    }

    pub(super) fn is_zero(self) -> bool {
        self.over == 0
    }

    pub(super) fn is_whole(self) -> bool {
        self.under == 1
    }

    /// Whether it is below another; `false` where the comparison does not fit.
    pub(super) fn is_below(self, other: Ratio) -> bool {
        match (self.over.checked_mul(other.under), other.over.checked_mul(self.under)) {
            (Some(left), Some(right)) => left < right,
            _ => false,
        }
    }

    /// The nearest decimals not above and not below it, which are one where it is a decimal of at most twelve places.
    pub(super) fn decimals(self) -> Option<(Number, Number)> {
        const PLACES: u32 = 12;
        const LARGEST: i128 = 10_i128.pow(18);
        if self.over.checked_abs()?.checked_div(self.under)? >= LARGEST {
            return None;
        }
        let scaled = self.over.checked_mul(10_i128.pow(PLACES))?;
        let below = scaled.div_euclid(self.under);
        let above = if scaled.rem_euclid(self.under) == 0 { below } else { below.checked_add(1)? };
        Some((Number::from_parts(below, PLACES)?, Number::from_parts(above, PLACES)?))
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_kept_in_lowest_terms() {
        let third = Ratio::new(2, -6).unwrap();
        assert_eq!(third.negated().plus(Ratio::new(1, 6).unwrap()), Ratio::new(1, 2));
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::ONE.divided_by(Ratio::ZERO), None);
    }

    #[test]
    fn decimals_enclose_what_they_cannot_say() {
        let (low, high) = Ratio::new(1, 3).unwrap().decimals().unwrap();
        assert_eq!([low.to_string(), high.to_string()], ["0.333333333333", "0.333333333334"]);
        let half = Ratio::new(-1, 2).unwrap().decimals().unwrap();
        assert_eq!(half, ("-0.5".parse().unwrap(), "-0.5".parse().unwrap()));
        assert_eq!(Ratio::whole(10_i128.pow(18)).decimals(), None);
    }
}
