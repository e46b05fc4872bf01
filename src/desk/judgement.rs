//! Judgements: what is held of every claim.

use std::fmt;

use crate::evaluate::{Judged, Tally, Verdict};

/// The judgement of a claim, without what it rests on: the verdict, and the counts behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Judgement(pub(super) Judged);

/// How many independent origins stand on one side of a claim; the same numbers as those of a [`Side`](crate::Side).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origins {
    /// At the least: undeclared ones count only where no declared one carries, and then as one.
    pub least: u32,
    /// At the most: every undeclared one is kept apart.
    pub most: u32,
    /// Those that are credible; what the verdict counts.
    pub credible: u32,
    /// Whether the side rests on an authority on the topic, or on an admission against interest.
    pub has_authority: bool,
}

impl From<&Tally> for Origins {
    fn from(tally: &Tally) -> Self {
        let Tally { least, most, credible, has_authority } = *tally;
        Self { least, most, credible, has_authority }
    }
}

impl Judgement {
    /// The verdict.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.0.verdict
    }

    /// Whether the claim must not be stated as fact.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.verdict().is_flagged()
    }

    /// What stands for it.
    #[must_use]
    pub fn support(&self) -> Origins {
        (&self.0.sides[0]).into()
    }

    /// What stands against it.
    #[must_use]
    pub fn opposition(&self) -> Origins {
        (&self.0.sides[1]).into()
    }
}

impl fmt::Debug for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Judgement")
            .field("verdict", &self.verdict())
            .field("support", &self.support())
            .field("opposition", &self.opposition())
            .finish()
    }
}
