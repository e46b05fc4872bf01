//! Which claims of one topic oppose a claim, without asking each of them.
//!
//! A tree over the claims, by time and value, whose nodes know the bounds of what is below them; a search passes over every node that can hold no
//! opponent. On a topic that does not move through time it finds k opponents in O(k log n).

use super::field::intervals;
use super::place::{Interval, Line, Place};
use crate::evaluate::hop::Walker;
use crate::evaluate::judge::is_opposed;
use crate::evaluate::measure::{UnitNumber, attribute_of};
use crate::evaluate::time::Time;
use crate::model::attribute::{Attribute, OverTime};

/// What is known of some claims together.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    units: (UnitNumber, UnitNumber),
    /// Whether some say when, and some do not.
    dated: (bool, bool),
    starts: (i64, i64),
    ends: (i64, i64),
    /// The lowest upper end and the highest lower end.
    lowest: Place,
    highest: Place,
}

impl Bounds {
    fn and(self, other: Self) -> Self {
        let join = |a: (i64, i64), b: (i64, i64)| (a.0.min(b.0), a.1.max(b.1));
        Self {
            units: (self.units.0.min(other.units.0), self.units.1.max(other.units.1)),
            dated: (self.dated.0 || other.dated.0, self.dated.1 || other.dated.1),
            starts: join(self.starts, other.starts),
            ends: join(self.ends, other.ends),
            lowest: self.lowest.min(other.lowest),
            highest: self.highest.max(other.highest),
        }
    }

    /// Whether some of the claims may oppose one of these bounds; `one` is a single claim.
    fn may_oppose(&self, one: &Self, attribute: &Attribute) -> bool {
        if one.units.0 < self.units.0 || self.units.1 < one.units.0 {
            return false;
        }
        // Of one claim, the lowest upper end is its upper end, and the highest lower end its lower one.
        let (below, above) = (self.lowest <= one.highest, self.highest >= one.lowest);
        if attribute.over_time == OverTime::Fixed {
            return below || above;
        }
        let near = attribute.holds_for.filter(|_| attribute.over_time == OverTime::Varying).map_or(0, i64::from);
        let closes = attribute.closes.is_some_and(|day| one.starts.0 >= day.number().into());
        let together = self.starts.0 <= one.ends.0 + near && self.ends.1 >= one.starts.0 - near;
        let of_same_time = (one.dated.1 && self.dated.1) || (one.dated.0 && self.dated.0 && (together || closes));
        let moves = attribute.over_time == OverTime::Cumulative && one.dated.0 && self.dated.0;
        (of_same_time && (below || above))
            || (moves && self.ends.0 < one.starts.0 && above)
            || (moves && self.starts.1 > one.ends.0 && below)
    }
}

/// The claims of one topic, ready to be searched.
#[derive(Debug)]
pub(crate) struct Opponents {
    /// In the order of the leaves.
    claims: Vec<u32>,
    /// Leaves behind the inner nodes: the children of `at` are `2 at` and `2 at + 1`.
    nodes: Vec<Option<Bounds>>,
    leaves: usize,
}

impl Opponents {
    pub(crate) fn of(walker: &Walker<'_>, claims: &[u32]) -> Self {
        let mut line = Line::default();
        let bounds = |claim: &u32| (bounds(walker, &mut line, *claim), *claim);
        let mut sorted: Vec<(Bounds, u32)> = claims.iter().map(bounds).collect();
        sorted.sort_by_key(|(b, claim)| (b.units.0, b.dated.0, b.starts.0, b.ends.0, b.highest, *claim));
        let leaves = sorted.len().next_power_of_two();
        let mut nodes = vec![None; leaves];
        nodes.extend(sorted.iter().map(|(bounds, _)| Some(*bounds)));
        nodes.resize(2 * leaves, None);
        for at in (1..leaves).rev() {
            nodes[at] = match (nodes[2 * at], nodes[2 * at + 1]) {
                (Some(a), Some(b)) => Some(Bounds::and(a, b)),
                (a, b) => a.or(b),
            };
        }
        Self { claims: sorted.into_iter().map(|(_, claim)| claim).collect(), nodes, leaves }
    }

    /// The claims that oppose one of the same topic and have a higher number, in order.
    pub(crate) fn beyond(&self, walker: &Walker<'_>, claim: u32) -> Vec<u32> {
        let one = bounds(walker, &mut Line::default(), claim);
        let attribute = attribute_of(walker.dossier, walker.topic_number(claim));
        let is_text = matches!(one.lowest, Place::Slot(_));
        let mut found = Vec::new();
        let mut waiting = vec![1];
        while let Some(at) = waiting.pop() {
            let may = |bounds: &Bounds| is_text || bounds.may_oppose(&one, attribute);
            if !self.nodes[at].as_ref().is_some_and(may) {
                continue;
            }
            if at < self.leaves {
                waiting.extend([2 * at + 1, 2 * at]);
            } else if self.claims[at - self.leaves] > claim && is_opposed(walker, claim, self.claims[at - self.leaves])
            {
                found.push(self.claims[at - self.leaves]);
            }
        }
        found.sort_unstable();
        found
    }
}

/// The bounds of one claim. One whose value is not one interval may oppose anything.
fn bounds(walker: &Walker<'_>, line: &mut Line, claim: u32) -> Bounds {
    let measured = &walker.measures.claims[claim as usize];
    let wide: Option<Interval> = intervals(line, measured).map(|[wide, _]| wide);
    let time = measured.time.unwrap_or(Time { start: 0, end: 0 });
    let [start, end] = [time.start, time.end].map(i64::from);
    Bounds {
        units: (walker.measures.units.class(measured.unit), walker.measures.units.class(measured.unit)),
        dated: (measured.time.is_some(), measured.time.is_none()),
        starts: (start, start),
        ends: (end, end),
        lowest: wide.map_or(Place::Start, |wide| wide.1),
        highest: wide.map_or(Place::End, |wide| wide.0),
    }
}
