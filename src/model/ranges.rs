//! Sets of points on a line: the algebra under every comparison of quantities and dates.

use std::ops::Bound;

mod cuts;

use cuts::{Cut, Cuts, End};

/// A point on an ordered line.
///
/// Implemented by [`Number`](crate::Number), between any two of which lies another, and by [`Day`](crate::Day), each of
/// which has a next one.
pub trait Point: Ord + Clone {
    /// The very next point, where there is one: `None` on a line without gaps, and at the end of a line with them.
    fn successor(&self) -> Option<Self>;
}

/// A set of points on a line: any union of intervals, whose ends are included, excluded or unbounded.
///
/// Two equal sets are equal values, whichever way they were made; so days, which have neighbours, join up:
///
/// ```
/// use corroborate::{Day, Number, Ranges};
///
/// let day = Day::from_number;
/// let joined = Ranges::closed(day(1), day(2)).union(&Ranges::closed(day(3), day(4)));
/// assert_eq!(joined, Ranges::closed(day(1), day(4)));
///
/// let n = |n: i64| Number::from(n);
/// let apart = Ranges::closed(n(1), n(2)).union(&Ranges::closed(n(3), n(4)));
/// assert_ne!(apart, Ranges::closed(n(1), n(4)));
/// assert!(apart.is_subset(&Ranges::at_least(n(1))));
/// ```
///
/// Every operation takes time linear in the number of intervals; one interval takes no allocation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ranges<T> {
    /// Whether the far low end of the line is in the set.
    from_start: bool,
    /// Where membership changes, in strictly rising order. That is all there is to a set: its complement merely starts
    /// the other way, and union and intersection are one walk over the changes of both.
    cuts: Cuts<T>,
}

impl<T: Point> Ranges<T> {
    /// No point at all.
    pub fn empty() -> Ranges<T> {
        Ranges { from_start: false, cuts: Cuts::None }
    }

    /// Every point.
    pub fn full() -> Ranges<T> {
        Ranges { from_start: true, cuts: Cuts::None }
    }

    /// This point alone.
    pub fn point(at: T) -> Ranges<T> {
        Ranges::closed(at.clone(), at)
    }

    /// This point and all above it.
    pub fn at_least(low: T) -> Ranges<T> {
        Ranges::between(Bound::Included(low), Bound::Unbounded)
    }

    /// This point and all below it.
    pub fn at_most(high: T) -> Ranges<T> {
        Ranges::between(Bound::Unbounded, Bound::Included(high))
    }

    /// All points above this one.
    pub fn more_than(low: T) -> Ranges<T> {
        Ranges::between(Bound::Excluded(low), Bound::Unbounded)
    }

    /// All points below this one.
    pub fn fewer_than(high: T) -> Ranges<T> {
        Ranges::between(Bound::Unbounded, Bound::Excluded(high))
    }

    /// From `low` to `high`, both included; empty if they are reversed.
    pub fn closed(low: T, high: T) -> Ranges<T> {
        Ranges::between(Bound::Included(low), Bound::Included(high))
    }

    /// From `low`, included, to `high`, excluded; empty if they are reversed or equal.
    pub fn half_open(low: T, high: T) -> Ranges<T> {
        Ranges::between(Bound::Included(low), Bound::Excluded(high))
    }

    /// One interval with any ends; empty if nothing lies between them.
    pub fn between(low: Bound<T>, high: Bound<T>) -> Ranges<T> {
        let (low, high) = (Cut::before_interval(low), Cut::after_interval(high));
        if let (Some(low), Some(high)) = (&low, &high)
            && low >= high
        {
            return Ranges::empty();
        }
        let mut ranges = Ranges { from_start: low.is_none(), cuts: Cuts::None };
        low.into_iter().chain(high).for_each(|cut| ranges.cuts.push(cut));
        ranges
    }

    /// Whether the point is in the set.
    pub fn contains(&self, point: &T) -> bool {
        let passed = self.cuts.as_slice().partition_point(|cut| cut.is_below(point));
        self.from_start != (passed % 2 == 1)
    }

    /// Whether no point is in the set.
    pub fn is_empty(&self) -> bool {
        !self.from_start && self.cuts.as_slice().is_empty()
    }

    /// Whether every point is in the set.
    pub fn is_full(&self) -> bool {
        self.from_start && self.cuts.as_slice().is_empty()
    }

    /// Every point that is not in the set.
    #[must_use]
    pub fn complement(&self) -> Ranges<T> {
        Ranges { from_start: !self.from_start, cuts: self.cuts.clone() }
    }

    /// The points that are in either set.
    #[must_use]
    pub fn union(&self, other: &Ranges<T>) -> Ranges<T> {
        self.combine(other, |here, there| here || there)
    }

    /// The points that are in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Ranges<T>) -> Ranges<T> {
        self.combine(other, |here, there| here && there)
    }

    /// Whether every point of this set is in the other.
    pub fn is_subset(&self, other: &Ranges<T>) -> bool {
        self.walk(other).all(|(_, here, there)| !here || there)
    }

    /// Whether the sets have no point in common.
    pub fn is_disjoint(&self, other: &Ranges<T>) -> bool {
        self.walk(other).all(|(_, here, there)| !(here && there))
    }

    /// The set closed upwards: everything that is at least some point of it.
    #[must_use]
    pub fn up(&self) -> Ranges<T> {
        if self.from_start {
            return Ranges::full();
        }
        let mut cuts = Cuts::None;
        self.cuts.as_slice().first().cloned().into_iter().for_each(|cut| cuts.push(cut));
        Ranges { from_start: false, cuts }
    }

    /// The set closed downwards: everything that is at most some point of it.
    #[must_use]
    pub fn down(&self) -> Ranges<T> {
        if self.is_empty() || self.to_end() {
            return Ranges { from_start: !self.is_empty(), cuts: Cuts::None };
        }
        let mut cuts = Cuts::None;
        self.cuts.as_slice().last().cloned().into_iter().for_each(|cut| cuts.push(cut));
        Ranges { from_start: true, cuts }
    }

    /// Where the set begins, or `None` if it is empty.
    pub fn lower(&self) -> Option<Bound<&T>> {
        self.iter().next().map(|(low, _)| low)
    }

    /// Where the set ends, or `None` if it is empty.
    pub fn upper(&self) -> Option<Bound<&T>> {
        self.iter().last().map(|(_, high)| high)
    }

    /// The intervals of the set, in order. On a line of neighbours (days) every finite end is excluded: the last day of
    /// an interval is the one before it, which [`Ranges::last`] gives.
    pub fn iter(&self) -> impl Iterator<Item = (Bound<&T>, Bound<&T>)> {
        let cuts = self.cuts.as_slice();
        let opening = self.from_start.then_some(Bound::Unbounded);
        let lows = cuts.iter().skip(usize::from(self.from_start)).step_by(2).map(Cut::as_low);
        let highs = cuts.iter().skip(usize::from(!self.from_start)).step_by(2).map(Cut::as_high);
        opening.into_iter().chain(lows).zip(highs.chain(std::iter::once(Bound::Unbounded)))
    }

    /// Whether the far high end of the line is in the set.
    fn to_end(&self) -> bool {
        self.from_start != (self.cuts.as_slice().len() % 2 == 1)
    }

    fn combine(&self, other: &Ranges<T>, keep: impl Fn(bool, bool) -> bool) -> Ranges<T> {
        let mut result = Ranges { from_start: keep(self.from_start, other.from_start), cuts: Cuts::None };
        let mut inside = result.from_start;
        for (cut, here, there) in self.walk(other) {
            if let Some(cut) = cut
                && keep(here, there) != inside
            {
                inside = !inside;
                result.cuts.push(cut.clone());
            }
        }
        result
    }

    /// The stretches of the line on which membership in neither set changes, in order: the cut that begins the stretch
    /// (none for the first), and whether it lies in this and in the other set. No stretch is empty.
    fn walk<'a>(&'a self, other: &'a Ranges<T>) -> impl Iterator<Item = (Option<&'a Cut<T>>, bool, bool)> {
        let mut here = (self.from_start, self.cuts.as_slice().iter().peekable());
        let mut there = (other.from_start, other.cuts.as_slice().iter().peekable());
        let first = (None, here.0, there.0);
        let rest = std::iter::from_fn(move || {
            let cut = match (here.1.peek(), there.1.peek()) {
                (Some(a), Some(b)) => *a.min(b),
                (Some(only), None) | (None, Some(only)) => *only,
                (None, None) => return None,
            };
            for (inside, cuts) in [&mut here, &mut there] {
                *inside ^= cuts.next_if(|next| *next == cut).is_some();
            }
            Some((Some(cut), here.0, there.0))
        });
        std::iter::once(first).chain(rest)
    }
}

/// The union of intervals in any order, overlapping or not, in time n log n.
impl<T: Point> FromIterator<(Bound<T>, Bound<T>)> for Ranges<T> {
    fn from_iter<I: IntoIterator<Item = (Bound<T>, Bound<T>)>>(intervals: I) -> Ranges<T> {
        // As many intervals cover a stretch as have begun before it and not yet ended; the set changes where that
        // number leaves or reaches nought.
        let mut covering = 0_usize;
        let mut ends = Vec::new();
        for (low, high) in intervals {
            let (low, high) = (Cut::before_interval(low), Cut::after_interval(high));
            match (low, high) {
                (Some(low), Some(high)) if low >= high => continue,
                (None, None) => return Ranges::full(),
                (low, high) => {
                    match low {
                        Some(low) => ends.push((low, End::Opens)),
                        None => covering += 1,
                    }
                    ends.extend(high.map(|high| (high, End::Closes)));
                }
            }
        }
        // At one cut openings come first, so that touching intervals join.
        ends.sort();
        let mut ranges = Ranges { from_start: covering > 0, cuts: Cuts::None };
        for (cut, end) in ends {
            match end {
                End::Opens => covering += 1,
                End::Closes => covering = covering.saturating_sub(1),
            }
            let changes = match end {
                End::Opens => covering == 1,
                End::Closes => covering == 0,
            };
            if changes {
                ranges.cuts.push(cut);
            }
        }
        ranges
    }
}

#[cfg(test)]
mod tests;
