//! How much is worked out and shown: bounds, so that a sheet of any dossier is made and read in bounded time.

/// Steps that looking into claims may take: claims times what is said on their topics.
const DETAILS: usize = 5_000_000;
/// The same for advice, which judges a topic again some tens of times for each claim.
const ADVICE: usize = 30_000;
/// Rows of tables on the whole page.
const ROWS: usize = 5_000;
/// Rows of one table.
pub(super) const ROWS_OF_TOPIC: usize = 300;
/// Marks in one plot.
pub(super) const MARKS: usize = 200;
/// Boxes in one graph.
pub(super) const BOXES: usize = 24;
/// Sentences on how verdicts changed.
pub(super) const CHANGES: usize = 400;
/// Sources that can be chosen.
pub(super) const CHOICES: usize = 1_000;
/// Topics in the table of contents.
pub(super) const CONTENTS: usize = 250;
/// Steps that a timeline may take: for each topic, what is said on it times the days on which something is.
pub(super) const REPLAY: usize = 3_000_000;

/// What is left to be spent.
pub(super) struct Allowance {
    details: usize,
    advice: usize,
    rows: usize,
    claims: usize,
    settled: usize,
    /// Claims that are told in brief, for which nothing was left.
    pub(super) brief: usize,
    /// Flagged claims, told in full, of which it was not worked out what would settle them.
    pub(super) unsettled: usize,
}

impl Allowance {
    pub(super) fn new(claims: usize, settled: usize) -> Self {
        Self { details: DETAILS, advice: ADVICE, rows: ROWS, claims, settled, brief: 0, unsettled: 0 }
    }

    /// Whether so many steps may be taken.
    pub(super) fn spend_details(&mut self, steps: usize) -> bool {
        spend(&mut self.details, steps)
    }

    /// Whether one more claim is told in full.
    pub(super) fn spend_claim(&mut self, is_small: bool) -> bool {
        let told = is_small && spend(&mut self.claims, 1);
        self.brief += usize::from(!told);
        told
    }

    /// Whether a claim may be advised on, which takes so many steps.
    pub(super) fn spend_advice(&mut self, steps: usize) -> bool {
        spend(&mut self.advice, steps)
    }

    /// Whether it is worked out what would settle one more claim.
    pub(super) fn spend_remedy(&mut self, is_advised: bool) -> bool {
        let settled = is_advised && spend(&mut self.settled, 1);
        self.unsettled += usize::from(!settled);
        settled
    }

    /// How many of so many rows may be shown.
    pub(super) fn rows(&mut self, wanted: usize) -> usize {
        let shown = wanted.min(ROWS_OF_TOPIC).min(self.rows);
        self.rows -= shown;
        shown
    }
}

fn spend(left: &mut usize, amount: usize) -> bool {
    let enough = *left >= amount;
    if enough {
        *left -= amount;
    }
    enough
}
