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
    Some([line.one(&claim.extent.wide)?, line.one(&claim.extent.core)?])
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
        let mut points = vec![[0; AXES]; claims.len()];
        // One axis after another: all places at once would take more room than everything else.
        let places = std::array::from_fn(|axis| {
            let place = |claim: u32| place(line, &measures.claims[claim as usize], axis);
            let mut order: Vec<(Place, u32)> = claims.iter().copied().map(place).zip(0..).collect();
            order.sort_unstable();
            let mut places: Vec<Place> = Vec::new();
            for (place, at) in order {
                if places.last() != Some(&place) {
                    places.push(place);
                }
                points[at as usize][axis] = u32::try_from(places.len() - 1).unwrap_or(u32::MAX);
            }
            places.shrink_to_fit();
            places
        });
        Self { places, points }
    }

    /// The points alone, and how many ranks each axis has: all that is needed once the boxes are made.
    pub(super) fn into_points(self) -> (Vec<Point>, [usize; AXES]) {
        (self.points, self.places.map(|places| places.len()))
    }
}

/// Where a claim lies on an axis.
fn place(line: &mut Line, measured: &Measured, axis: usize) -> Place {
    let interval = |region, line: &mut Line| line.one(region).unwrap_or((Place::Start, Place::End));
    let time = measured.time.unwrap_or(Time { start: 0, end: 0 });
    match axis {
        _ if axis == Axis::WideLow as usize => interval(&measured.extent.wide, line).0,
        _ if axis == Axis::WideHigh as usize => interval(&measured.extent.wide, line).1,
        _ if axis == Axis::CoreLow as usize => interval(&measured.extent.core, line).0,
        _ if axis == Axis::CoreHigh as usize => interval(&measured.extent.core, line).1,
        _ if axis == Axis::Start as usize => Place::Time(time.start.into()),
        _ => Place::Time(time.end.into()),
    }
}

/// One way in which a limit can turn as the point moves up its axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Toggle {
    /// The rank from which on it holds, or no longer holds.
    pub(super) rank: u32,
    /// Twice the box, and one more where it holds from there on.
    pub(super) turn: u32,
}

/// Boxes over the points of a field.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    /// For each box, whose it is.
    pub(super) owner: Vec<(u32, SideOf)>,
    /// By axis.
    pub(super) toggles: [Vec<Toggle>; AXES],
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
        let before = self.toggles.each_ref().map(Vec::len);
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
                for (toggles, before) in self.toggles.iter_mut().zip(before) {
                    toggles.truncate(before);
                }
                return;
            }
            if !holds_always {
                let rank = u32::try_from(rank).unwrap_or(u32::MAX);
                self.toggles[axis as usize].push(Toggle { rank, turn: 2 * of + u32::from(holds_above) });
            }
        }
        self.owner.push(owner);
    }
}
