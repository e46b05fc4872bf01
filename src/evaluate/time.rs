//! Times of fact: when two readings speak of the same time, and which of two comes first.

use crate::model::attribute::{Attribute, OverTime};
use crate::model::edtf::Edtf;

/// The hull of the time that a fact is about, in days; an open end is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Time {
    pub(crate) start: i32,
    pub(crate) end: i32,
}

impl Time {
    pub(crate) fn of(when: &Edtf) -> Self {
        Self {
            start: when.start().map_or(i32::MIN, |day| day.number()),
            end: when.end().map_or(i32::MAX, |day| day.number()),
        }
    }

    const fn overlaps(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// How one time of fact lies to another, for one attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lies {
    /// They count as one time.
    Same,
    /// The first is earlier.
    Earlier,
    /// The first is later.
    Later,
    /// They cannot be compared.
    Apart,
}

/// How `a` lies to `b`: `fixed` attributes know no time; `varying` ones compare near times; `cumulative` ones have an order.
pub(crate) fn lies(attribute: &Attribute, a: Option<Time>, b: Option<Time>) -> Lies {
    if attribute.over_time == OverTime::Fixed {
        return Lies::Same;
    }
    let (a, b) = match (a, b) {
        (None, None) => return Lies::Same,
        (Some(a), Some(b)) => (a, b),
        _ => return Lies::Apart,
    };
    if a.overlaps(b) {
        return Lies::Same;
    }
    match attribute.over_time {
        OverTime::Varying => {
            let gap = i64::from(a.start.max(b.start)) - i64::from(a.end.min(b.end));
            if attribute.holds_for.is_some_and(|days| gap <= i64::from(days)) { Lies::Same } else { Lies::Apart }
        }
        _ if attribute.closes.is_some_and(|day| a.start.min(b.start) >= day.number()) => Lies::Same,
        _ if a.end < b.start => Lies::Earlier,
        _ => Lies::Later,
    }
}

/// Whether `a` and `b` count as one time of fact.
pub(crate) fn is_same(attribute: &Attribute, a: Option<Time>, b: Option<Time>) -> bool {
    lies(attribute, a, b) == Lies::Same
}
