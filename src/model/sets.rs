//! Disjoint sets of numbers, by union and find.

use std::collections::HashMap;

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
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut set = Vec::with_capacity(members);
        for member in 0..index(members) {
            let root = self.find(member);
            let next = index(numbers.len());
            set.push(*numbers.entry(root).or_insert(next));
        }
        (set, numbers.len())
    }
}
