//! PHIA: the probability yardstick of the United Kingdom.

use super::Span;
use crate::model::names::vocabulary;
use crate::model::probability::Probability;

vocabulary! {
    /// Terms of the probability yardstick of the Professional Head of Intelligence Assessment, in the [edition](Self::EDITION) of *Explaining Uncertainty in UK Intelligence
    /// Assessment* of 24 March 2025, from the least to the most.
    ///
    /// The yardstick leaves gaps between its bands, and no term holds 50 per cent: an assessment is meant to come down on one side. A probability in a gap has no term here
    /// and is never rounded into a band. The ends of the bands are approximate in the source (*~5%*) and exact here. An older edition without gaps still circulates; terms of the
    /// two must not be taken for each other.
    ///
    /// ```
    /// use corroborate::{Probability, scales::Phia};
    /// assert_eq!(Phia::of(Probability::of_percent(45)?), Some(Phia::RealisticPossibility));
    /// assert_eq!(Phia::of(Probability::of_percent(50)?), None);
    /// # Ok::<(), corroborate::ProbabilityError>(())
    /// ```
    pub enum Phia: "PHIA term" {
        /// Above 0, up to 5 per cent.
        RemoteChance = "remote chance",
        /// 10 to 20 per cent.
        HighlyUnlikely = "highly unlikely",
        /// 25 to 35 per cent.
        Unlikely = "unlikely",
        /// 40 to below 50 per cent.
        RealisticPossibility = "realistic possibility",
        /// 55 to 75 per cent: likely, or probable.
        Likely = "likely or probable",
        /// 80 to 90 per cent.
        HighlyLikely = "highly likely",
        /// 95 to below 100 per cent.
        AlmostCertain = "almost certain",
    }
}

impl Phia {
    /// The edition of the yardstick.
    pub const EDITION: &'static str = "2025-03-24";

    /// The term for a probability; `None` in the gaps, at 50 per cent, and for what is impossible or certain.
    #[must_use]
    pub fn of(probability: Probability) -> Option<Self> {
        let is_open_end = [0, 50, 100].iter().any(|end| probability.is_within(*end, *end));
        let holds = |term: &&Self| probability.is_within(term.span().0, term.span().1);
        Self::ALL.iter().find(holds).copied().filter(|_| !is_open_end)
    }

    /// The ends of the band. 0, 50 and 100 per cent are ends that no band includes.
    #[must_use]
    pub fn range(self) -> (Probability, Probability) {
        super::range(self.span())
    }

    /// The middle of the band, which is a value that the term stands for.
    #[must_use]
    pub fn middle(self) -> Probability {
        super::middle(self.span())
    }

    const fn span(self) -> Span {
        match self {
            Self::RemoteChance => (0, 5),
            Self::HighlyUnlikely => (10, 20),
            Self::Unlikely => (25, 35),
            Self::RealisticPossibility => (40, 50),
            Self::Likely => (55, 75),
            Self::HighlyLikely => (80, 90),
            Self::AlmostCertain => (95, 100),
        }
    }
}
