//! Kent: the first table of words for odds.

use super::Span;
use crate::model::names::vocabulary;
use crate::model::probability::Probability;

vocabulary! {
    /// Words of estimative probability of Sherman Kent (*Studies in Intelligence*, 1964), from the least to the most, and *possible*, which carries no odds.
    ///
    /// Kent gives a middle and a spread: *probable* is 75 per cent, give or take about 12. Some probabilities between the bands have no word. Where two bands meet (at 40 and at 87
    /// per cent) the word nearer to even chances is used. *Possible* is for when no estimate can be made, and is never the word for a number.
    ///
    /// ```
    /// use corroborate::{Probability, scales::Kent};
    /// assert_eq!(Kent::of(Probability::of_percent(93)?), Some(Kent::AlmostCertain));
    /// assert_eq!(Kent::of(Probability::of_percent(61)?), None);
    /// assert_eq!(Kent::Possible.middle(), None);
    /// # Ok::<(), corroborate::ProbabilityError>(())
    /// ```
    pub enum Kent: "Kent's word" {
        /// 0 per cent.
        Impossible = "impossible",
        /// 7 per cent, give or take 5.
        AlmostCertainlyNot = "almost certainly not",
        /// 30 per cent, give or take 10.
        ProbablyNot = "probably not",
        /// 50 per cent, give or take 10.
        ChancesAboutEven = "chances about even",
        /// 75 per cent, give or take 12.
        Probable = "probable",
        /// 93 per cent, give or take 6.
        AlmostCertain = "almost certain",
        /// 100 per cent.
        Certain = "certain",
        /// No odds at all.
        Possible = "possible",
    }
}

impl Kent {
    /// The word for a probability; `None` between the bands. Never [`Possible`](Self::Possible).
    #[must_use]
    pub fn of(probability: Probability) -> Option<Self> {
        let (even, probable) = (Self::ChancesAboutEven, Self::Probable);
        let nearest_first = [even, Self::ProbablyNot, probable, Self::AlmostCertainlyNot, Self::AlmostCertain];
        let ends = [Self::Impossible, Self::Certain];
        let holds = |word: &Self| word.span().is_some_and(|(low, high)| probability.is_within(low, high));
        nearest_first.into_iter().chain(ends).find(holds)
    }

    /// The ends of the band.
    #[must_use]
    pub fn range(self) -> Option<(Probability, Probability)> {
        self.span().map(super::range)
    }

    /// The number that Kent gives for the word.
    #[must_use]
    pub fn middle(self) -> Option<Probability> {
        self.span().map(super::middle)
    }

    const fn span(self) -> Option<Span> {
        match self {
            Self::Impossible => Some((0, 0)),
            Self::AlmostCertainlyNot => Some((2, 12)),
            Self::ProbablyNot => Some((20, 40)),
            Self::ChancesAboutEven => Some((40, 60)),
            Self::Probable => Some((63, 87)),
            Self::AlmostCertain => Some((87, 99)),
            Self::Certain => Some((100, 100)),
            Self::Possible => None,
        }
    }
}
