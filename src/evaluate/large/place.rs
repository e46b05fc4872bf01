//! Sets of values as intervals between places on a line, whatever the kind of value.
//!
//! Texts have no order of their own; each takes the next slot of the line as it is met, so that one text is an interval like a day.

use std::collections::HashMap;
use std::ops::Bound;

use crate::model::edtf::Day;
use crate::model::number::Number;
use crate::model::ranges::{Point, Ranges};
use crate::model::region::Region;
use crate::model::value::ValueKind;

/// A place between values: right before one, or (`true`) right after it. Only places of one kind are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Start,
    Number(Number, bool),
    Day(Day, bool),
    /// Before the slot of that number.
    Slot(u32),
    /// A day of a time of fact, by number.
    Time(i64),
    End,
}

/// From a place to a later one.
pub(super) type Interval = (Place, Place);

/// The line that the values of a cluster lie on.
#[derive(Debug, Default)]
pub(super) struct Line {
    slots: HashMap<String, u32>,
}

/// The kind of value of a region.
pub(super) fn kind(region: &Region) -> ValueKind {
    match region {
        Region::Numbers(_) => ValueKind::Quantity,
        Region::Days(_) => ValueKind::Date,
        Region::Texts(_) => ValueKind::Text,
        Region::Truths(_) => ValueKind::Truth,
    }
}

impl Line {
    /// The intervals of a set, in order. They cover it exactly; neighbouring texts are intervals of their own.
    pub(super) fn intervals(&mut self, region: &Region) -> Vec<Interval> {
        match region {
            Region::Numbers(set) => ranges(set, Place::Number),
            Region::Days(set) => ranges(set, Place::Day),
            Region::Truths(set) => {
                let truths = [false, true].into_iter().filter(|truth| set.contains(*truth));
                truths.map(|truth| (Place::Slot(u32::from(truth)), Place::Slot(u32::from(truth) + 1))).collect()
            }
            Region::Texts(set) => {
                let mut slots: Vec<u32> = set.named().map(|text| self.slot(text)).collect();
                slots.sort_unstable();
                let named = slots.into_iter().map(|slot| (Place::Slot(slot), Place::Slot(slot + 1))).collect();
                if set.is_all_but() { gaps(&named) } else { named }
            }
        }
    }

    /// The only interval of a set that is one.
    pub(super) fn one(&mut self, region: &Region) -> Option<Interval> {
        match region {
            Region::Numbers(set) => one(set, Place::Number),
            Region::Days(set) => one(set, Place::Day),
            Region::Truths(_) | Region::Texts(_) => match self.intervals(region).as_slice() {
                [interval] => Some(*interval),
                _ => None,
            },
        }
    }

    fn slot(&mut self, text: &str) -> u32 {
        if let Some(slot) = self.slots.get(text) {
            return *slot;
        }
        let slot = u32::try_from(self.slots.len()).unwrap_or(u32::MAX - 1);
        self.slots.insert(text.to_owned(), slot);
        slot
    }
}

/// What lies between intervals, before the first and after the last.
pub(super) fn gaps(intervals: &Vec<Interval>) -> Vec<Interval> {
    let mut gaps = Vec::with_capacity(intervals.len() + 1);
    let mut from = Place::Start;
    for (low, high) in intervals {
        if from < *low {
            gaps.push((from, *low));
        }
        from = *high;
    }
    if from < Place::End {
        gaps.push((from, Place::End));
    }
    gaps
}

/// From the beginning of the first interval to the end of the last.
pub(super) fn hull(intervals: &[Interval]) -> Option<Interval> {
    Some((intervals.first()?.0, intervals.last()?.1))
}

fn ranges<T: Point>(set: &Ranges<T>, place: impl Fn(T, bool) -> Place) -> Vec<Interval> {
    set.iter().map(|ends| interval(ends, &place)).collect()
}

fn one<T: Point>(set: &Ranges<T>, place: impl Fn(T, bool) -> Place) -> Option<Interval> {
    let mut intervals = set.iter();
    let first = intervals.next()?;
    intervals.next().is_none().then(|| interval(first, &place))
}

fn interval<T: Point>((from, to): (Bound<&T>, Bound<&T>), place: &impl Fn(T, bool) -> Place) -> Interval {
    let low = match from {
        Bound::Included(at) => place(at.clone(), false),
        Bound::Excluded(at) => place(at.clone(), true),
        Bound::Unbounded => Place::Start,
    };
    let high = match to {
        Bound::Included(at) => place(at.clone(), true),
        Bound::Excluded(at) => place(at.clone(), false),
        Bound::Unbounded => Place::End,
    };
    (low, high)
}
