//! Many small lists over the same members, each member on one list at most: putting on and taking off cost O(1).

/// No member, no edge, nothing.
pub(super) const NONE: u32 = u32::MAX;
/// The neighbour of a member that is on no list.
const OFF: u32 = u32::MAX - 1;

/// Lists of members, by number.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    first: Vec<u32>,
    next: Vec<u32>,
    before: Vec<u32>,
}

impl Lanes {
    pub(super) fn new(lists: usize, members: usize) -> Self {
        Self { first: vec![NONE; lists], next: vec![OFF; members], before: vec![OFF; members] }
    }

    /// The first member of a list, or `NONE`.
    pub(super) fn first(&self, list: u32) -> u32 {
        self.first[list as usize]
    }

    /// The member after this one on its list, or `NONE`.
    pub(super) fn after(&self, member: u32) -> u32 {
        self.next[member as usize]
    }

    /// Whether a member is on its list.
    pub(super) fn is_on(&self, member: u32) -> bool {
        self.next[member as usize] != OFF
    }

    pub(super) fn put(&mut self, list: u32, member: u32) {
        let first = std::mem::replace(&mut self.first[list as usize], member);
        if first != NONE {
            self.before[first as usize] = member;
        }
        self.next[member as usize] = first;
        self.before[member as usize] = NONE;
    }

    pub(super) fn take(&mut self, list: u32, member: u32) {
        let next = std::mem::replace(&mut self.next[member as usize], OFF);
        let before = std::mem::replace(&mut self.before[member as usize], OFF);
        if next != NONE {
            self.before[next as usize] = before;
        }
        if before == NONE {
            self.first[list as usize] = next;
        } else {
            self.next[before as usize] = next;
        }
    }
}
