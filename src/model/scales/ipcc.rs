//! IPCC: calibrated likelihood in climate assessments.

use super::Span;
use crate::model::names::vocabulary;
use crate::model::probability::Probability;

vocabulary! {
    /// Likelihood terms of the guidance note for lead authors of the IPCC Fifth Assessment Report (Mastrandrea and others, 2010), also used in the sixth; from the least to the most.
    ///
    /// The ranges are nested, not disjoint: what is *very likely* is also *likely*. So several [terms hold](Self::all_of) of a probability, and one is the
    /// [narrowest](Self::narrowest). The note calls the edges fuzzy; here they are exact, and both ends belong to the range, but for *more likely than not*, which begins above 50.
    ///
    /// The confidence of the IPCC is another scale, of evidence and agreement; it has no numbers, and is not here.
    ///
    /// ```
    /// use corroborate::{Probability, scales::Ipcc};
    /// let p = Probability::of_percent(96)?;
    /// assert_eq!(Ipcc::narrowest(p), Ipcc::ExtremelyLikely);
    /// let all: Vec<_> = Ipcc::all_of(p).collect();
    /// assert_eq!(all, [Ipcc::MoreLikelyThanNot, Ipcc::Likely, Ipcc::VeryLikely, Ipcc::ExtremelyLikely]);
    /// # Ok::<(), corroborate::ProbabilityError>(())
    /// ```
    pub enum Ipcc: "IPCC term" {
        /// 0 to 1 per cent.
        ExceptionallyUnlikely = "exceptionally unlikely",
        /// 0 to 5 per cent; an additional term.
        ExtremelyUnlikely = "extremely unlikely",
        /// 0 to 10 per cent.
        VeryUnlikely = "very unlikely",
        /// 0 to 33 per cent.
        Unlikely = "unlikely",
        /// 33 to 66 per cent.
        AboutAsLikelyAsNot = "about as likely as not",
        /// Above 50, up to 100 per cent; an additional term.
        MoreLikelyThanNot = "more likely than not",
        /// 66 to 100 per cent.
        Likely = "likely",
        /// 90 to 100 per cent.
        VeryLikely = "very likely",
        /// 95 to 100 per cent; an additional term.
        ExtremelyLikely = "extremely likely",
        /// 99 to 100 per cent.
        VirtuallyCertain = "virtually certain",
    }
}

impl Ipcc {
    /// Every term that holds of a probability, from the least to the most; at least one.
    pub fn all_of(probability: Probability) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |term| term.holds(probability))
    }

    /// The term with the narrowest range, of those that hold; of two as narrow, *about as likely as not*.
    #[must_use]
    pub fn narrowest(probability: Probability) -> Self {
        let width = |term: &Self| (term.span().1 - term.span().0, *term != Self::AboutAsLikelyAsNot);
        Self::all_of(probability).min_by_key(width).unwrap_or(Self::AboutAsLikelyAsNot)
    }

    /// Whether the term may be used of a probability.
    #[must_use]
    pub fn holds(self, probability: Probability) -> bool {
        let (low, high) = self.span();
        probability.is_within(low, high) && !(self == Self::MoreLikelyThanNot && probability.is_at_most(50))
    }

    /// Whether the note has the term as one that may be used in addition to the others.
    #[must_use]
    pub const fn is_additional(self) -> bool {
        matches!(self, Self::ExtremelyUnlikely | Self::MoreLikelyThanNot | Self::ExtremelyLikely)
    }

    /// The ends of the range.
    #[must_use]
    pub fn range(self) -> (Probability, Probability) {
        super::range(self.span())
    }

    const fn span(self) -> Span {
        match self {
            Self::ExceptionallyUnlikely => (0, 1),
            Self::ExtremelyUnlikely => (0, 5),
            Self::VeryUnlikely => (0, 10),
            Self::Unlikely => (0, 33),
            Self::AboutAsLikelyAsNot => (33, 66),
            Self::MoreLikelyThanNot => (50, 100),
            Self::Likely => (66, 100),
            Self::VeryLikely => (90, 100),
            Self::ExtremelyLikely => (95, 100),
            Self::VirtuallyCertain => (99, 100),
        }
    }
}
