//! Claims about one time whose values are intervals: one sweep over their ends finds who quarrels with whom.
//!
//! Two intervals oppose each other when one ends before the other begins. Where any two do, the one that ends first opposes the one that begins last; whoever opposes
//! anybody opposes one of these two. So there is one dispute at most. What is pairwise compatible has a point in common (Helly, in one dimension), so a camp is what holds at
//! a point, and the largest are found where an interval ends behind one that has newly begun.

use std::cmp::Ordering;
use std::ops::Bound;

use crate::evaluate::Evaluation;
use crate::model::edtf::Day;
use crate::model::number::Number;
use crate::model::ranges::{Point, Ranges};
use crate::model::region::Region;

/// A place between points, from the far low end to the far high end: right before a point, or right after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Start,
    At(Number, bool),
    End,
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |place: &Self| match place {
            Self::Start => 0,
            Self::At(..) => 1,
            Self::End => 2,
        };
        match (self, other) {
            (Self::At(a, after), Self::At(b, later)) => (a, after).cmp(&(b, later)),
            _ => rank(self).cmp(&rank(other)),
        }
    }
}

/// A claim, from where its wide set begins to where it is over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interval {
    pub(super) claim: u32,
    pub(super) low: Place,
    pub(super) high: Place,
}

/// The intervals of a set on a line.
pub(super) fn pieces(region: &Region) -> Option<Vec<(Place, Place)>> {
    fn of<T: Point>(ranges: &Ranges<T>, number: impl Fn(&T) -> Number) -> Vec<(Place, Place)> {
        let low = |bound: Bound<&T>| match bound {
            Bound::Included(at) => Place::At(number(at), false),
            Bound::Excluded(at) => Place::At(number(at), true),
            Bound::Unbounded => Place::Start,
        };
        let high = |bound: Bound<&T>| match bound {
            Bound::Included(at) => Place::At(number(at), true),
            Bound::Excluded(at) => Place::At(number(at), false),
            Bound::Unbounded => Place::End,
        };
        ranges.iter().map(|(from, to)| (low(from), high(to))).collect()
    }
    match region {
        Region::Numbers(ranges) => Some(of(ranges, |number| *number)),
        Region::Days(ranges) => Some(of(ranges, |day: &Day| Number::from(day.number()))),
        Region::Texts(_) | Region::Truths(_) => None,
    }
}

/// The claims as intervals, where every two of them are about one time and in one unit, and oppose each other as intervals do.
pub(super) fn intervals(evaluation: &Evaluation<'_>, claims: &[u32]) -> Option<Vec<Interval>> {
    let first = *claims.first()?;
    let links = evaluation.dossier().links();
    let topic = links.topics.get(*links.claim_topic.get(first as usize)? as usize)?;
    if evaluation.dossier().attributes().get(topic.attribute as usize)?.many {
        return None;
    }
    if !evaluation.are_of_one_time(claims) {
        return None;
    }
    let one = |claim: &u32| {
        let is_comparable = evaluation.unit_class(*claim) == evaluation.unit_class(first);
        match pieces(&evaluation.extent(*claim).wide).filter(|_| is_comparable)?.as_slice() {
            [(low, high)] => Some(Interval { claim: *claim, low: *low, high: *high }),
            _ => None,
        }
    };
    claims.iter().map(one).collect()
}

/// Those that oppose no other, and those that oppose some.
pub(super) fn quarrel(line: &[Interval]) -> (Vec<u32>, Vec<u32>) {
    let first_end = line.iter().map(|interval| interval.high).min().unwrap_or(Place::End);
    let last_begin = line.iter().map(|interval| interval.low).max().unwrap_or(Place::Start);
    let (together, alone): (Vec<Interval>, Vec<Interval>) =
        line.iter().partition(|interval| interval.high <= last_begin || interval.low >= first_end);
    let claims = |of: Vec<Interval>| of.iter().map(|interval| interval.claim).collect();
    (claims(alone), claims(together))
}

/// The camps, from the lowest to the highest: the claims that hold at a point, wherever one of them ends behind one that has newly begun.
#[derive(Debug, Clone)]
pub(super) struct Camps {
    line: Vec<Interval>,
    /// Where an interval begins or is over, and which; last first.
    ends: Vec<(Place, bool, u32)>,
    inside: Vec<bool>,
    has_grown: bool,
}

impl Camps {
    pub(super) fn of(line: Vec<Interval>) -> Self {
        // At one place those that are over come before those that begin there: they have no point in common.
        let begins = line.iter().zip(0..).map(|(interval, nth)| (interval.low, true, nth));
        let ends = line.iter().zip(0..).map(|(interval, nth)| (interval.high, false, nth));
        let mut ends: Vec<(Place, bool, u32)> = begins.chain(ends).collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        let inside = vec![false; line.len()];
        Self { line, ends, inside, has_grown: false }
    }
}

impl Iterator for Camps {
    type Item = Vec<u32>;

    fn next(&mut self) -> Option<Vec<u32>> {
        while let Some((_, begins, nth)) = self.ends.pop() {
            let is_camp = !begins && self.has_grown;
            let camp = || self.inside.iter().zip(&self.line).filter(|(inside, _)| **inside);
            let camp: Option<Vec<u32>> = is_camp.then(|| camp().map(|(_, interval)| interval.claim).collect());
            self.has_grown = begins;
            if let Some(inside) = self.inside.get_mut(nth as usize) {
                *inside = begins;
            }
            if camp.is_some() {
                return camp;
            }
        }
        None
    }
}
