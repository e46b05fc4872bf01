//! The claims of one pass as points, and what bears on them as boxes: a group of words bears a side on every claim whose point lies in one of its boxes.

use super::place::{Interval, Line, Place, gaps, hull};
use crate::evaluate::compare::Asserted;
use crate::evaluate::measure::{Measured, Measures};
use crate::evaluate::provenance::SideOf;
use crate::evaluate::time::Time;

/// What a point is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    WideLow,
    WideHigh,
    CoreLow,
    CoreHigh,
    Start,
    End,
}

pub(super) const AXES: usize = 6;

/// Where a claim's point lies on each axis, as a rank.
pub(super) type Point = [u32; AXES];

/// The least or the most that a box asks for on an axis.
#[derive(Debug, Clone, Copy)]
pub(super) enum Limit {
    AtLeast(Axis, Place),
    AtMost(Axis, Place),
}

/// The wide set and the core of a claim, where each is one interval.
pub(super) fn intervals(line: &mut Line, claim: &Measured) -> Option<[Interval; 2]> {
    let mut one = |region| match line.intervals(region).as_slice() {
        [interval] => Some(*interval),
        _ => None,
    };
    Some([one(&claim.extent.wide)?, one(&claim.extent.core)?])
}

/// The claims of a pass.
#[derive(Debug)]
pub(super) struct Field {
    /// For each axis its places, in order.
    places: [Vec<Place>; AXES],
    pub(super) points: Vec<Point>,
}

impl Field {
    pub(super) fn of(measures: &Measures, line: &mut Line, claims: &[u32]) -> Self {
        let places_of = |line: &mut Line, claim: u32| {
            let measured = &measures.claims[claim as usize];
            let [wide, core] = intervals(line, measured).unwrap_or([(Place::Start, Place::End); 2]);
            let time = measured.time.unwrap_or(Time { start: 0, end: 0 });
            [wide.0, wide.1, core.0, core.1, Place::Time(time.start.into()), Place::Time(time.end.into())]
        };
        let all: Vec<[Place; AXES]> = claims.iter().map(|claim| places_of(line, *claim)).collect();
        let mut points = vec![[0; AXES]; claims.len()];
        let mut order: Vec<u32> = (0..).take(claims.len()).collect();
        let places = std::array::from_fn(|axis| {
            order.sort_unstable_by_key(|at| all[*at as usize][axis]);
            let mut places: Vec<Place> = Vec::new();
            for at in &order {
                let place = all[*at as usize][axis];
                if places.last() != Some(&place) {
                    places.push(place);
                }
                points[*at as usize][axis] = u32::try_from(places.len() - 1).unwrap_or(u32::MAX);
            }
            places
        });
        Self { places, points }
    }

    /// How many ranks an axis has.
    pub(super) fn ranks(&self, axis: usize) -> usize {
        self.places[axis].len()
    }
}

/// One way in which a limit can turn as the point moves up its axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Toggle {
    pub(super) axis: usize,
    /// The rank from which on it holds, or no longer holds.
    pub(super) rank: u32,
    pub(super) of: u32,
    pub(super) holds_above: bool,
}

/// Boxes over the points of a field.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    /// For each box, whose it is.
    pub(super) owner: Vec<(u32, SideOf)>,
    pub(super) toggles: Vec<Toggle>,
}

impl Boxes {
    /// What a group's words assert, where these limits of time hold.
    pub(super) fn add(&mut self, field: &Field, line: &mut Line, group: u32, read: (&Asserted, bool), when: &[Limit]) {
        let (asserted, many) = read;
        let core = line.intervals(&asserted.core);
        let mut limits = when.to_vec();
        if !(many && asserted.is_denial) {
            if let Some((low, high)) = hull(&core) {
                limits.extend([Limit::AtMost(Axis::WideLow, low), Limit::AtLeast(Axis::WideHigh, high)]);
            }
            self.push(field, (group, SideOf::Support), &limits);
        }
        let (axes, misses) = if asserted.is_denial {
            ([Axis::CoreLow, Axis::CoreHigh], gaps(&core))
        } else if many {
            return;
        } else {
            ([Axis::WideLow, Axis::WideHigh], gaps(&line.intervals(&asserted.wide)))
        };
        for (low, high) in misses {
            limits.truncate(when.len());
            limits.extend([Limit::AtLeast(axes[0], low), Limit::AtMost(axes[1], high)]);
            self.push(field, (group, SideOf::Opposition), &limits);
        }
    }

    fn push(&mut self, field: &Field, owner: (u32, SideOf), limits: &[Limit]) {
        let before = self.toggles.len();
        let of = u32::try_from(self.owner.len()).unwrap_or(u32::MAX);
        for limit in limits {
            let (axis, rank, holds_above) = match *limit {
                Limit::AtLeast(axis, at) => (axis, field.places[axis as usize].partition_point(|p| *p < at), true),
                Limit::AtMost(axis, at) => (axis, field.places[axis as usize].partition_point(|p| *p <= at), false),
            };
            let (holds_always, holds_never) = match (rank, holds_above) {
                (0, holds_above) => (holds_above, !holds_above),
                (rank, holds_above) if rank == field.places[axis as usize].len() => (!holds_above, holds_above),
                _ => (false, false),
            };
            if holds_never {
                self.toggles.truncate(before);
                return;
            }
            if !holds_always {
                let rank = u32::try_from(rank).unwrap_or(u32::MAX);
                self.toggles.push(Toggle { axis: axis as usize, rank, of, holds_above });
            }
        }
        self.owner.push(owner);
    }
}
