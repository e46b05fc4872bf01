//! Disjoint sets of numbers, by union and find.

use super::links::index;

/// Disjoint sets of the numbers from 0 on.
pub(crate) struct Sets {
    above: Vec<u32>,
}

impl Sets {
    /// Every number in a set of its own.
    pub(crate) fn new(members: usize) -> Self {
        Self { above: (0..index(members)).collect() }
    }

    fn find(&mut self, mut at: u32) -> u32 {
        while self.above[at as usize] != at {
            let above = self.above[at as usize];
            self.above[at as usize] = self.above[above as usize];
            at = above;
        }
        at
    }

    /// Joins the sets of two members.
    pub(crate) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        // The smaller number leads, so that the outcome does not follow the order of joining.
        self.above[a.max(b) as usize] = a.min(b);
    }

    /// For each of the first `members` the number of its set, sets in the order of their first members, and how many there are.
    pub(crate) fn numbers(mut self, members: usize) -> (Vec<u32>, usize) {
        let mut set: Vec<u32> = Vec::with_capacity(members);
        let mut sets = 0;
        for member in 0..index(members) {
            // The smallest member of a set leads it, so it has been numbered before the others.
            let root = self.find(member);
            match set.get(root as usize) {
                Some(number) => set.push(*number),
                None => {
                    set.push(sets);
                    sets += 1;
                }
            }
        }
        (set, sets as usize)
    }
}
