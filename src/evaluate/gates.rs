//! Gates under small numbers: through which the sources of one graph are fed and drain.

/// The gates of one end of a graph, numbered as they are met.
#[derive(Debug)]
pub(crate) struct Gates {
    /// For each source, the round in which the gate named after it was last met, and its number.
    numbers: Vec<(u32, u32)>,
    round: u32,
    /// By number, the source that each is named after.
    pub(crate) named: Vec<u32>,
}

impl Gates {
    pub(crate) fn new(sources: usize) -> Self {
        Self { numbers: vec![(0, 0); sources], round: 0, named: Vec::new() }
    }

    pub(crate) fn clear(&mut self) {
        self.named.clear();
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.numbers.fill((0, 0));
            self.round = 1;
        }
    }

    pub(crate) fn number(&mut self, gate: u32) -> u32 {
        let (round, number) = &mut self.numbers[gate as usize];
        if *round != self.round {
            (*round, *number) = (self.round, u32::try_from(self.named.len()).unwrap_or(u32::MAX));
            self.named.push(gate);
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
