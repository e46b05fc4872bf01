//! The Admiralty code: a letter for the source and a digit for what it said.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::Credibility;
use crate::model::source::Reliability;
use crate::model::text::excerpt;

/// A rating by the NATO Admiralty code: reliability of the source and credibility of the information, each judged for itself.
///
/// ```
/// use corroborate::{Reliability, scales::{Admiralty, Credibility}};
/// let code: Admiralty = "B2".parse()?;
/// assert_eq!((code.reliability, code.credibility), (Reliability::B, Credibility::ProbablyTrue));
/// assert_eq!(code.to_string(), "B2");
/// assert_eq!(
///     "B7".parse::<Admiralty>().unwrap_err().to_string(),
///     "`B7` is not an Admiralty code: `7` is not a digit from 1 to 6"
/// );
/// # Ok::<(), corroborate::scales::AdmiraltyError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Admiralty {
    /// The letter.
    pub reliability: Reliability,
    /// The digit.
    pub credibility: Credibility,
}

/// Why a text is not an Admiralty code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AdmiraltyError {
    /// Not two characters.
    #[error("`{0}` is not an Admiralty code: expected a letter from A to F and a digit from 1 to 6, such as B2")]
    Shape(String),
    /// No such letter.
    #[error("`{given}` is not an Admiralty code: `{letter}` is not a letter from A to F")]
    Letter {
        /// The text.
        given: String,
        /// Its first character.
        letter: String,
    },
    /// No such digit.
    #[error("`{given}` is not an Admiralty code: `{digit}` is not a digit from 1 to 6")]
    Digit {
        /// The text.
        given: String,
        /// Its second character.
        digit: String,
    },
}

impl fmt::Display for Admiralty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.reliability, self.credibility))
    }
}

impl FromStr for Admiralty {
    type Err = AdmiraltyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut characters = text.chars();
        let (Some(letter), Some(digit), None) = (characters.next(), characters.next(), characters.next()) else {
            return Err(AdmiraltyError::Shape(excerpt(text)));
        };
        let given = || excerpt(text);
        let [letter, digit] = [letter, digit].map(|character| excerpt(&character.to_string()));
        let reliability = letter.parse().map_err(|_| AdmiraltyError::Letter { given: given(), letter })?;
        let credibility = digit.parse().map_err(|_| AdmiraltyError::Digit { given: given(), digit })?;
        Ok(Self { reliability, credibility })
    }
}
