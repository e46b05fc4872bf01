//! The sweep: claims visited in an order in which little changes, and what changes between one and the next.

use super::field::{AXES, Boxes, Point};
use super::order::order;
use super::pass::Passes;
use crate::evaluate::provenance::SideOf;
use crate::model::links::Lists;

/// A group of words that begins, ceases, or changes sides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) group: u32,
    pub(super) from: Option<SideOf>,
    pub(super) to: Option<SideOf>,
}

/// Visits the claims of all passes. What changed since the claim before comes with each; at the end of a pass, with no claim, all that was comes to
/// its end.
pub(super) fn sweep(passes: Passes<'_>, groups: usize, mut visit: impl FnMut(&[Change], Option<u32>)) {
    let mut sides = Sides::new(groups);
    passes.each(|claims, field, boxes| {
        let (points, ranks) = field.into_points();
        let mut pointer = Pointer::new(ranks, boxes, &mut sides);
        for at in order(pointer.steps(&points)) {
            pointer.go_to(points[at as usize], &mut sides);
            sides.settle();
            visit(&sides.changes, Some(claims[at as usize]));
        }
        pointer.leave(&mut sides);
        sides.settle();
        visit(&sides.changes, None);
    });
}

/// For each group, how many of its boxes hold the point, and the side that follows.
#[derive(Debug)]
struct Sides {
    boxes: Vec<[u32; 2]>,
    side: Vec<Option<SideOf>>,
    touched: Vec<u32>,
    changes: Vec<Change>,
}

impl Sides {
    fn new(groups: usize) -> Self {
        Self { boxes: vec![[0; 2]; groups], side: vec![None; groups], touched: Vec::new(), changes: Vec::new() }
    }

    fn enter(&mut self, (group, side): (u32, SideOf)) {
        self.boxes[group as usize][side as usize] += 1;
        self.touched.push(group);
    }

    fn exit(&mut self, (group, side): (u32, SideOf)) {
        self.boxes[group as usize][side as usize] -= 1;
        self.touched.push(group);
    }

    /// Makes changes of all that was touched; of two readings that bear either way, the one that opposes counts.
    fn settle(&mut self) {
        self.changes.clear();
        for group in self.touched.drain(..) {
            let to = match self.boxes[group as usize] {
                [0, 0] => None,
                [_, 0] => Some(SideOf::Support),
                [_, _] => Some(SideOf::Opposition),
            };
            let from = std::mem::replace(&mut self.side[group as usize], to);
            if from != to {
                self.changes.push(Change { group, from, to });
            }
        }
    }
}

/// A point on the move, and the boxes that hold it.
struct Pointer {
    at: Point,
    owner: Vec<(u32, SideOf)>,
    /// For each box, how many of its limits do not hold.
    unmet: Vec<u8>,
    /// For each axis and rank, the limits that turn there: twice the box, and one more where it holds from there on.
    turns: [Lists; AXES],
}

impl Pointer {
    fn new(ranks: [usize; AXES], boxes: Boxes, sides: &mut Sides) -> Self {
        let Boxes { mut owner, toggles } = boxes;
        owner.shrink_to_fit();
        let mut unmet = vec![0; owner.len()];
        for toggle in toggles.iter().flatten().filter(|toggle| toggle.turn % 2 == 1) {
            unmet[toggle.turn as usize / 2] += 1;
        }
        for (unmet, owner) in unmet.iter().zip(&owner) {
            if *unmet == 0 {
                sides.enter(*owner);
            }
        }
        let mut axis = 0;
        let turns = toggles.map(|on_axis| {
            let turns = Lists::group(ranks[axis], on_axis.iter().map(|toggle| (toggle.rank, toggle.turn)));
            axis += 1;
            turns
        });
        Self { at: [0; AXES], owner, unmet, turns }
    }

    /// For each point, how many limits turn below it on each axis.
    fn steps(&self, points: &[Point]) -> Vec<[u32; AXES]> {
        let ends = |axis: usize, rank: u32| self.turns[axis].span(rank).end;
        let step = |axis: usize, rank: u32| u32::try_from(ends(axis, rank)).unwrap_or(u32::MAX);
        points.iter().map(|point| std::array::from_fn(|axis| step(axis, point[axis]))).collect()
    }

    fn go_to(&mut self, point: Point, sides: &mut Sides) {
        for (axis, (from, to)) in self.at.into_iter().zip(point).enumerate() {
            for rank in from + 1..=to {
                self.pass(axis, rank, 1, sides);
            }
            for rank in (to + 1..=from).rev() {
                self.pass(axis, rank, 0, sides);
            }
        }
        self.at = point;
    }

    /// Passes a rank, upwards (1) or downwards (0).
    fn pass(&mut self, axis: usize, rank: u32, up: u32, sides: &mut Sides) {
        for turn in self.turns[axis].get(rank as usize) {
            let of = (turn / 2) as usize;
            if turn % 2 == up {
                self.unmet[of] -= 1;
                if self.unmet[of] == 0 {
                    sides.enter(self.owner[of]);
                }
            } else {
                if self.unmet[of] == 0 {
                    sides.exit(self.owner[of]);
                }
                self.unmet[of] += 1;
            }
        }
    }

    /// Takes everything off the point.
    fn leave(self, sides: &mut Sides) {
        for (unmet, owner) in self.unmet.iter().zip(self.owner) {
            if *unmet == 0 {
                sides.exit(owner);
            }
        }
    }
}
