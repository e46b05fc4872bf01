//! STIX 2.1: the confidence of a record, 0 to 100, and the scales that its Appendix A maps to it.

use std::fmt;

use thiserror::Error;

use super::{Credibility, Span};
use crate::model::names::vocabulary;
use crate::model::probability::Probability;

/// The `confidence` of a STIX 2.1 object: how sure its producer is that it is correct, from 0 to 100. Where it is absent, confidence is unspecified: that is
/// `Option<StixConfidence>`, and nought is not its stand-in.
///
/// The mappings to the scales of this module are those of Appendix A (*Confidence Scales*), which are normative. Reliability of a source, the letter of the Admiralty code, has
/// none.
///
/// ```
/// use corroborate::scales::{StixConfidence, StixDni, StixLevel};
/// let confidence = StixConfidence::new(85)?;
/// assert_eq!(StixLevel::of(confidence), StixLevel::High);
/// assert_eq!(StixDni::of(confidence).confidence(), confidence);
/// assert_eq!(StixConfidence::new(101).unwrap_err().to_string(), "`101` is not a STIX confidence: expected 0 to 100");
/// # Ok::<(), corroborate::scales::StixConfidenceError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StixConfidence(u8);

/// Why a number is not a STIX confidence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{given}` is not a STIX confidence: expected 0 to 100")]
pub struct StixConfidenceError {
    /// What was given.
    pub given: u8,
}

impl StixConfidence {
    /// A confidence of 0 to 100.
    ///
    /// # Errors
    /// Where the number is above 100.
    pub const fn new(value: u8) -> Result<Self, StixConfidenceError> {
        if value > 100 { Err(StixConfidenceError { given: value }) } else { Ok(Self(value)) }
    }

    /// A probability in whole per cent, halves rounded up: for a producer whose confidence is one.
    #[must_use]
    pub fn of(probability: Probability) -> Self {
        Self(probability.whole_percent())
    }

    /// The value, from 0 to 100.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.0
    }

    fn is_in(self, (low, high): Span) -> bool {
        (low..=high).contains(&u32::from(self.0))
    }
}

impl fmt::Display for StixConfidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Gives a scale its table: for each step the confidence that is written, and the confidences that are read as it.
macro_rules! table {
    ($type:ident: $( $step:ident = $value:literal, $low:literal to $high:literal; )+) => {
        impl $type {
            /// The step for a confidence.
            #[must_use]
            pub fn of(confidence: StixConfidence) -> Self {
                let is_read = |step: &&Self| confidence.is_in(step.span());
                // The ranges leave nothing out; a test goes through them.
                Self::ALL.iter().find(is_read).copied().unwrap_or(Self::ALL[0])
            }

            /// The confidence that is written for the step.
            #[must_use]
            pub const fn confidence(self) -> StixConfidence {
                match self { $( Self::$step => StixConfidence($value), )+ }
            }

            const fn span(self) -> Span {
                match self { $( Self::$step => ($low, $high), )+ }
            }
        }
    };
}

vocabulary! {
    /// The scale None, Low, Med, High of STIX 2.1.
    pub enum StixLevel: "STIX level" {
        /// 0.
        None = "None",
        /// 1 to 29; written as 15.
        Low = "Low",
        /// 30 to 69; written as 50.
        Med = "Med",
        /// 70 to 100; written as 85.
        High = "High",
    }
}

table! { StixLevel:
    None = 0, 0 to 0;
    Low = 15, 1 to 29;
    Med = 50, 30 to 69;
    High = 85, 70 to 100;
}

/// The scale 0 to 10 of STIX 2.1: a step n is written as 10 n and read from the five below that to the four above, within 0 and 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StixTen(u8);

impl StixTen {
    /// A step of 0 to 10; `None` above that.
    #[must_use]
    pub const fn new(step: u8) -> Option<Self> {
        if step > 10 { None } else { Some(Self(step)) }
    }

    /// The step, from 0 to 10.
    #[must_use]
    pub const fn step(self) -> u8 {
        self.0
    }

    /// The step for a confidence.
    #[must_use]
    pub const fn of(confidence: StixConfidence) -> Self {
        Self((confidence.0 + 5) / 10)
    }

    /// The confidence that is written for the step.
    #[must_use]
    pub const fn confidence(self) -> StixConfidence {
        StixConfidence(10 * self.0)
    }
}

impl fmt::Display for StixTen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// By the Admiralty credibility scale of STIX 2.1. A `6`, *truth cannot be judged*, is an absent confidence, both ways.
impl Credibility {
    /// The digit for a confidence; where that is unspecified, `6`.
    ///
    /// ```
    /// use corroborate::scales::{Credibility, StixConfidence};
    /// assert_eq!(Credibility::of_stix(Some(StixConfidence::new(79)?)), Credibility::ProbablyTrue);
    /// assert_eq!(Credibility::of_stix(None), Credibility::CannotBeJudged);
    /// assert_eq!(Credibility::CannotBeJudged.stix(), None);
    /// # Ok::<(), corroborate::scales::StixConfidenceError>(())
    /// ```
    #[must_use]
    pub fn of_stix(confidence: Option<StixConfidence>) -> Self {
        match confidence.map_or(u8::MAX, StixConfidence::value) {
            0..=19 => Self::Improbable,
            20..=39 => Self::Doubtful,
            40..=59 => Self::PossiblyTrue,
            60..=79 => Self::ProbablyTrue,
            80..=100 => Self::Confirmed,
            _ => Self::CannotBeJudged,
        }
    }

    /// The confidence that is written for the digit; none for a `6`.
    #[must_use]
    pub const fn stix(self) -> Option<StixConfidence> {
        match self {
            Self::Improbable => Some(StixConfidence(10)),
            Self::Doubtful => Some(StixConfidence(30)),
            Self::PossiblyTrue => Some(StixConfidence(50)),
            Self::ProbablyTrue => Some(StixConfidence(70)),
            Self::Confirmed => Some(StixConfidence(90)),
            Self::CannotBeJudged => None,
        }
    }
}

vocabulary! {
    /// The words of estimative probability, as STIX 2.1 has them. Its ranges are not [Kent's](super::Kent).
    pub enum StixWep: "STIX word of estimative probability" {
        /// 0.
        Impossible = "Impossible",
        /// 1 to 19; written as 10.
        HighlyUnlikely = "Highly Unlikely/Almost Certainly Not",
        /// 20 to 39; written as 30.
        Unlikely = "Unlikely/Probably Not",
        /// 40 to 59; written as 50.
        EvenChance = "Even Chance",
        /// 60 to 79; written as 70.
        Likely = "Likely/Probable",
        /// 80 to 99; written as 90.
        HighlyLikely = "Highly likely/Almost Certain",
        /// 100.
        Certain = "Certain",
    }
}

table! { StixWep:
    Impossible = 0, 0 to 0;
    HighlyUnlikely = 10, 1 to 19;
    Unlikely = 30, 20 to 39;
    EvenChance = 50, 40 to 59;
    Likely = 70, 60 to 79;
    HighlyLikely = 90, 80 to 99;
    Certain = 100, 100 to 100;
}

vocabulary! {
    /// The DNI scale of STIX 2.1. It has the terms of [ICD 203](super::Icd203) and other ranges: a confidence of 85 is *very likely* here and begins at 80; 30 is *unlikely* and
    /// ends at 39, not at 45.
    pub enum StixDni: "STIX DNI term" {
        /// 0 to 9; written as 5.
        AlmostNoChance = "Almost No Chance / Remote",
        /// 10 to 19; written as 15.
        VeryUnlikely = "Very Unlikely / Highly Improbable",
        /// 20 to 39; written as 30.
        Unlikely = "Unlikely / Improbable",
        /// 40 to 59; written as 50.
        RoughlyEven = "Roughly Even Chance / Roughly Even Odds",
        /// 60 to 79; written as 70.
        Likely = "Likely / Probable",
        /// 80 to 89; written as 85.
        VeryLikely = "Very Likely / Highly Probable",
        /// 90 to 100; written as 95.
        AlmostCertain = "Almost Certain / Nearly Certain",
    }
}

table! { StixDni:
    AlmostNoChance = 5, 0 to 9;
    VeryUnlikely = 15, 10 to 19;
    Unlikely = 30, 20 to 39;
    RoughlyEven = 50, 40 to 59;
    Likely = 70, 60 to 79;
    VeryLikely = 85, 80 to 89;
    AlmostCertain = 95, 90 to 100;
}
