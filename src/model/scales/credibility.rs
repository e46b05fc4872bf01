//! Credibility of information: the digits of the NATO Admiralty code.

use crate::model::names::vocabulary;

vocabulary! {
    /// Credibility of a piece of information: the digits of the NATO Admiralty code (STANAG 2511).
    ///
    /// `6` is not the bottom of the scale: it says that there is no basis to judge. So the order of this type is that of the digits, and no number stands for a `6`.
    pub enum Credibility: "credibility" {
        /// 1: confirmed by other sources.
        Confirmed = "1",
        /// 2: probably true.
        ProbablyTrue = "2",
        /// 3: possibly true.
        PossiblyTrue = "3",
        /// 4: doubtful.
        Doubtful = "4",
        /// 5: improbable.
        Improbable = "5",
        /// 6: truth cannot be judged.
        CannotBeJudged = "6",
    }
}

impl Credibility {
    /// The wording of the code.
    #[must_use]
    pub const fn wording(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed by other sources",
            Self::ProbablyTrue => "probably true",
            Self::PossiblyTrue => "possibly true",
            Self::Doubtful => "doubtful",
            Self::Improbable => "improbable",
            Self::CannotBeJudged => "truth cannot be judged",
        }
    }
}
