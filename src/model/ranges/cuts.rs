//! Where a set of points on a line begins and ends.

use std::{mem, ops::Bound};

use super::Point;

/// A place between points: right before `at`, or right after it.
///
/// On a line of neighbours "after" is written as "before the next", so that one place has one name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Cut<T> {
    at: T,
    after: bool,
}

impl<T: Point> Cut<T> {
    fn before(at: T) -> Cut<T> {
        Cut { at, after: false }
    }

    fn after(at: T) -> Cut<T> {
        match at.successor() {
            Some(next) => Cut::before(next),
            None => Cut { at, after: true },
        }
    }

    /// Where an interval with this low end begins; `None` if it has always begun.
    pub(super) fn before_interval(low: Bound<T>) -> Option<Cut<T>> {
        match low {
            Bound::Included(at) => Some(Cut::before(at)),
            Bound::Excluded(at) => Some(Cut::after(at)),
            Bound::Unbounded => None,
        }
    }

    /// Where an interval with this high end is over; `None` if it never is.
    pub(super) fn after_interval(high: Bound<T>) -> Option<Cut<T>> {
        match high {
            Bound::Included(at) => Some(Cut::after(at)),
            Bound::Excluded(at) => Some(Cut::before(at)),
            Bound::Unbounded => None,
        }
    }

    /// The cut read as the low end of an interval.
    pub(super) fn as_low(&self) -> Bound<&T> {
        if self.after { Bound::Excluded(&self.at) } else { Bound::Included(&self.at) }
    }

    /// The cut read as the high end of an interval.
    pub(super) fn as_high(&self) -> Bound<&T> {
        if self.after { Bound::Included(&self.at) } else { Bound::Excluded(&self.at) }
    }

    /// Whether the point lies above the cut.
    pub(super) fn is_below(&self, point: &T) -> bool {
        if self.after { self.at < *point } else { self.at <= *point }
    }
}

/// Which end of an interval a cut is; openings sort first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Opens,
    Closes,
}

/// A list of cuts that allocates from the third on, since nearly every value is one interval.
///
/// It only ever grows, from `None` on, so one list has one form, and comparing forms compares lists.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Cuts<T> {
    None,
    One([Cut<T>; 1]),
    Two([Cut<T>; 2]),
    Many(Vec<Cut<T>>),
}

impl<T> Cuts<T> {
    pub(super) fn as_slice(&self) -> &[Cut<T>] {
        match self {
            Cuts::None => &[],
            Cuts::One(cuts) => cuts,
            Cuts::Two(cuts) => cuts,
            Cuts::Many(cuts) => cuts,
        }
    }

    pub(super) fn push(&mut self, cut: Cut<T>) {
        *self = match mem::replace(self, Cuts::None) {
            Cuts::None => Cuts::One([cut]),
            Cuts::One([first]) => Cuts::Two([first, cut]),
            Cuts::Two([first, second]) => Cuts::Many(vec![first, second, cut]),
            Cuts::Many(mut cuts) => {
                cuts.push(cut);
                Cuts::Many(cuts)
            }
        };
    }
}
