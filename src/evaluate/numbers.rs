//! Small numbers for the few of many that one claim is about, and sets of them; both forgotten in no time.

/// Sources, or gates named after sources, numbered as they are met.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    /// For each source, the round in which it was last met, and its number.
    numbers: Vec<(u32, u32)>,
    round: u32,
    /// Those met in this round, by number.
    pub(crate) named: Vec<u32>,
}

impl Numbers {
    pub(crate) fn new(sources: usize) -> Self {
        Self { numbers: vec![(0, 0); sources], round: 1, named: Vec::new() }
    }

    pub(crate) fn clear(&mut self) {
        self.named.clear();
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.numbers.fill((0, 0));
            self.round = 1;
        }
    }

    /// The number of a source, if it has been met.
    pub(crate) fn get(&self, source: u32) -> Option<u32> {
        let (round, number) = self.numbers[source as usize];
        (round == self.round).then_some(number)
    }

    /// The number of a source, the next one where it has not been met.
    pub(crate) fn number(&mut self, source: u32) -> u32 {
        let (round, number) = &mut self.numbers[source as usize];
        if *round != self.round {
            (*round, *number) = (self.round, u32::try_from(self.named.len()).unwrap_or(u32::MAX));
            self.named.push(source);
        }
        *number
    }
}

/// A set of small numbers that is emptied in no time.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    marked: Vec<u32>,
    round: u32,
}

impl Seen {
    /// Empties the set; it will hold numbers below `members`.
    pub(crate) fn start(&mut self, members: usize) {
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.marked.fill(0);
            self.round = 1;
        }
        if self.marked.len() < members {
            self.marked.resize(members, 0);
        }
    }

    pub(crate) fn has(&self, at: u32) -> bool {
        self.marked[at as usize] == self.round
    }

    /// Puts a number in; whether it is new.
    pub(crate) fn put(&mut self, at: u32) -> bool {
        std::mem::replace(&mut self.marked[at as usize], self.round) != self.round
    }
}
