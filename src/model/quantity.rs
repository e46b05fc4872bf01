//! Quantities, as reports put them.

use super::{
    number::Number,
    ranges::Ranges,
    unit::Unit,
    value::{Tolerance, ValueError},
};

/// A quantity as somebody put it: a number, or a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// `n`, or `{"exactly": n}`.
    Exactly(Number),
    /// `{"about": n}`: literally `n`, with more tolerance than anything else.
    About(Number),
    /// `{"nearly": n}`: below `n`, but by no more than a tenth.
    Nearly(Number),
    /// `{"at_least": n}`
    AtLeast(Number),
    /// `{"at_most": n}`
    AtMost(Number),
    /// `{"more_than": n}`
    MoreThan(Number),
    /// `{"fewer_than": n}`
    FewerThan(Number),
    /// `{"between": [a, b]}`, both included.
    Between(Number, Number),
}

impl Quantity {
    /// Checks that some number fits.
    ///
    /// # Errors
    ///
    /// [`ValueError::Reversed`] where the ends of `between` are, and [`ValueError::NearlyZero`]: nothing lies within a
    /// tenth of nought below nought.
    pub fn check(&self) -> Result<(), ValueError> {
        match *self {
            Quantity::Between(low, high) if low > high => Err(ValueError::Reversed { low, high }),
            Quantity::Nearly(n) if n.is_zero() => Err(ValueError::NearlyZero),
            _ => Ok(()),
        }
    }

    /// What is literally said and, after it, the same with each end moved outwards by the tolerance; `None` where the
    /// unit cannot be converted exactly.
    pub(super) fn extent(
        &self,
        unit: Option<&Unit>,
        tolerance: &Tolerance,
    ) -> Option<(Ranges<Number>, Ranges<Number>)> {
        let base = |n: Number| unit.map_or(Some(n), |unit| unit.to_base(n));
        let low = |n: Number| n.stretch(tolerance.otherwise).0;
        let high = |n: Number| n.stretch(tolerance.otherwise).1;
        Some(match *self {
            Quantity::Exactly(n) => {
                let n = base(n)?;
                (Ranges::point(n), Ranges::closed(low(n), high(n)))
            }
            Quantity::About(n) => {
                let n = base(n)?;
                let (least, most) = n.stretch(tolerance.about);
                (Ranges::point(n), Ranges::closed(least, most))
            }
            Quantity::Nearly(n) => {
                let n = base(n)?;
                let least = n.stretch(Number::TENTH).0;
                (Ranges::half_open(least, n), Ranges::half_open(low(least), high(n)))
            }
            Quantity::AtLeast(n) => {
                let n = base(n)?;
                (Ranges::at_least(n), Ranges::at_least(low(n)))
            }
            Quantity::AtMost(n) => {
                let n = base(n)?;
                (Ranges::at_most(n), Ranges::at_most(high(n)))
            }
            Quantity::MoreThan(n) => {
                let n = base(n)?;
                (Ranges::more_than(n), Ranges::more_than(low(n)))
            }
            Quantity::FewerThan(n) => {
                let n = base(n)?;
                (Ranges::fewer_than(n), Ranges::fewer_than(high(n)))
            }
            Quantity::Between(a, b) => {
                let (a, b) = (base(a)?, base(b)?);
                (Ranges::closed(a, b), Ranges::closed(low(a), high(b)))
            }
        })
    }
}

impl From<Number> for Quantity {
    fn from(n: Number) -> Quantity {
        Quantity::Exactly(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn a_quantity_that_no_number_fits_is_malformed() {
        let reversed = Quantity::Between(n("5"), n("3")).check().unwrap_err();
        assert_eq!(reversed.to_string(), "`between` is reversed: `5` is above `3`");
        let nearly = Quantity::Nearly(n("0.0")).check().unwrap_err();
        assert_eq!(nearly.to_string(), "`nearly` needs a number other than 0");
        for fine in [
            Quantity::Between(n("3"), n("3")),
            Quantity::Between(n("-5"), n("3")),
            Quantity::Nearly(n("-1")),
            Quantity::FewerThan(n("0")),
        ] {
            assert_eq!(fine.check(), Ok(()), "{fine:?}");
        }
    }

    #[test]
    fn each_form_means_its_set_with_each_finite_end_stretched_by_its_own_magnitude() {
        use Quantity::*;
        let tolerance = Tolerance::default();
        for (quantity, core, wide) in [
            (Exactly(n("100")), Ranges::point(n("100")), Ranges::closed(n("99"), n("101"))),
            (About(n("100")), Ranges::point(n("100")), Ranges::closed(n("90"), n("110"))),
            (Nearly(n("100")), Ranges::half_open(n("90"), n("100")), Ranges::half_open(n("89.1"), n("101"))),
            (Nearly(n("-100")), Ranges::half_open(n("-110"), n("-100")), Ranges::half_open(n("-111.1"), n("-99"))),
            (AtLeast(n("100")), Ranges::at_least(n("100")), Ranges::at_least(n("99"))),
            (AtMost(n("100")), Ranges::at_most(n("100")), Ranges::at_most(n("101"))),
            (MoreThan(n("100")), Ranges::more_than(n("100")), Ranges::more_than(n("99"))),
            (FewerThan(n("100")), Ranges::fewer_than(n("100")), Ranges::fewer_than(n("101"))),
            (Between(n("-100"), n("200")), Ranges::closed(n("-100"), n("200")), Ranges::closed(n("-101"), n("202"))),
            (Exactly(n("0")), Ranges::point(n("0")), Ranges::point(n("0"))),
        ] {
            let extent = quantity.extent(None, &tolerance).unwrap();
            assert_eq!(extent, (core.clone(), wide), "{quantity:?}");
            let exact = quantity.extent(None, &Tolerance::NONE).unwrap();
            assert_eq!(exact, (core.clone(), core), "{quantity:?} without tolerance");
        }
    }
}
