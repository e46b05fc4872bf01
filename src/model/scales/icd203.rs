//! ICD 203: likelihood in the words of the United States intelligence community.

use super::Span;
use crate::model::names::{UnknownName, nearest, vocabulary};
use crate::model::probability::Probability;

vocabulary! {
    /// Degrees of likelihood of Intelligence Community Directive 203, *Analytic Standards* (2 January 2015), D.6.e.(2), from the least to the most.
    ///
    /// Each has a term in either of two [rows](Row), which are not to be mixed; [`lint`](super::lint) looks for that. The name is the term of the first row; [`find`](Self::find) reads
    /// the terms of both.
    ///
    /// Neighbouring bands of the directive share their edge (05–20, 20–45). Here an edge belongs to the band nearer to even chances, so that the weaker word is used where two would
    /// do: 80 per cent is *likely*, 20 per cent *unlikely*. The table begins at 1 per cent and ends at 99: below and above it the directive has no word, and neither has this.
    ///
    /// ```
    /// use corroborate::{Probability, scales::{Icd203, Row}};
    /// let band = Icd203::of(Probability::of_percent(80)?).unwrap();
    /// assert_eq!(band.to_string(), "likely");
    /// assert_eq!(band.term(Row::Second), "probable");
    /// assert_eq!(Icd203::find("Highly improbable"), Ok((Icd203::VeryUnlikely, Row::Second)));
    /// assert_eq!(Icd203::of(Probability::of_percent(100)?), None);
    /// # Ok::<(), corroborate::ProbabilityError>(())
    /// ```
    pub enum Icd203: "ICD 203 term" {
        /// 1 to 5 per cent: almost no chance, remote.
        AlmostNoChance = "almost no chance",
        /// 5 to 20 per cent: very unlikely, highly improbable.
        VeryUnlikely = "very unlikely",
        /// 20 to 45 per cent: unlikely, improbable.
        Unlikely = "unlikely",
        /// 45 to 55 per cent: roughly even chance, roughly even odds.
        RoughlyEven = "roughly even chance",
        /// 55 to 80 per cent: likely, probable.
        Likely = "likely",
        /// 80 to 95 per cent: very likely, highly probable.
        VeryLikely = "very likely",
        /// 95 to 99 per cent: almost certain, nearly certain.
        AlmostCertain = "almost certain",
    }
}

/// A row of terms of ICD 203.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// From *almost no chance* to *almost certain*.
    First,
    /// From *remote* to *nearly certain*.
    Second,
}

/// The terms of the second row, in the same order.
const SECOND: [&str; 7] =
    ["remote", "highly improbable", "improbable", "roughly even odds", "probable", "highly probable", "nearly certain"];

/// The adverbs that the directive gives beside some of its terms.
pub(super) const ADVERBS: [(&str, Icd203, Row); 3] = [
    ("almost certainly", Icd203::AlmostCertain, Row::First),
    ("improbably", Icd203::Unlikely, Row::Second),
    ("probably", Icd203::Likely, Row::Second),
];

impl Icd203 {
    /// The band of a probability; `None` below 1 and above 99 per cent.
    #[must_use]
    pub fn of(probability: Probability) -> Option<Self> {
        if !probability.is_within(1, 99) {
            return None;
        }
        // The one nearest to even chances, of those that share an edge.
        let nearest_first = [3, 2, 4, 1, 5, 0, 6].map(|at| Self::ALL[at]);
        nearest_first.into_iter().find(|band| probability.is_within(band.span().0, band.span().1))
    }

    /// The lowest and the highest probability of the band, as the directive gives them.
    #[must_use]
    pub fn range(self) -> (Probability, Probability) {
        super::range(self.span())
    }

    /// The middle of the band, which is a value that the term stands for.
    #[must_use]
    pub fn middle(self) -> Probability {
        super::middle(self.span())
    }

    pub(super) const fn span(self) -> Span {
        match self {
            Self::AlmostNoChance => (1, 5),
            Self::VeryUnlikely => (5, 20),
            Self::Unlikely => (20, 45),
            Self::RoughlyEven => (45, 55),
            Self::Likely => (55, 80),
            Self::VeryLikely => (80, 95),
            Self::AlmostCertain => (95, 99),
        }
    }

    /// The term of a row.
    #[must_use]
    pub const fn term(self, row: Row) -> &'static str {
        match row {
            Row::First => self.as_str(),
            Row::Second => SECOND[self as usize],
        }
    }

    /// The band that a term names, in either row, and the row; in any case, adverbs of the directive included (*almost certainly*, *probably*, *improbably*).
    ///
    /// # Errors
    /// Where the directive has no such term.
    pub fn find(term: &str) -> Result<(Self, Row), UnknownName> {
        let given = term.to_lowercase();
        let mut terms = Self::terms();
        terms.find(|(known, ..)| *known == given).map(|(_, band, row)| (band, row)).ok_or_else(|| UnknownName {
            vocabulary: "ICD 203 term",
            given: term.to_owned(),
            nearest: nearest(term, Self::terms().map(|(known, ..)| known)),
        })
    }

    /// Every term, with its band and row.
    pub(super) fn terms() -> impl Iterator<Item = (&'static str, Self, Row)> {
        let rows = [Row::First, Row::Second].into_iter();
        rows.flat_map(|row| Self::ALL.iter().map(move |band| (band.term(row), *band, row))).chain(ADVERBS)
    }
}
