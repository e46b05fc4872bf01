//! The standard vocabularies of doubt, each a type of its own with its own table.
//!
//! They are not steps of one ladder. ICD 203, PHIA, Kent and IPCC put *likelihood* into words; the Admiralty code grades a source and what it said; a STIX confidence is how
//! sure the producer of a record is of it. A number may be said in the words of several, but a word of one is not a word of another: STIX's table for the ICD 203 terms,
//! for one, has other ranges than ICD 203. So nothing here converts from scale to scale but through a number, and only where the standard defines the number.
//!
//! ```
//! use corroborate::{Probability, scales::{Icd203, Ipcc, Phia}};
//! let p: Probability = "0.92".parse()?;
//! assert_eq!(Icd203::of(p).unwrap().to_string(), "very likely");
//! assert_eq!(Ipcc::narrowest(p).to_string(), "very likely");
//! // The yardstick leaves a gap between 90 and 95 per cent, and means to.
//! assert_eq!(Phia::of(p), None);
//! # Ok::<(), corroborate::ProbabilityError>(())
//! ```

mod admiralty;
mod credibility;
mod icd203;
mod ipcc;
mod kent;
mod lint;
mod phia;
mod stix;

pub use admiralty::{Admiralty, AdmiraltyError};
pub use credibility::Credibility;
pub use icd203::{Icd203, Row};
pub use ipcc::Ipcc;
pub use kent::Kent;
pub use lint::{Mixed, lint};
pub use phia::Phia;
pub use stix::{StixConfidence, StixConfidenceError, StixDni, StixLevel, StixTen, StixWep};

use crate::model::probability::Probability;

/// A span of whole per cents.
type Span = (u32, u32);

/// The probabilities at the ends of a span.
fn range((low, high): Span) -> (Probability, Probability) {
    (Probability::of_millionths(10_000 * i128::from(low)), Probability::of_millionths(10_000 * i128::from(high)))
}

/// The probability in the middle of a span.
fn middle((low, high): Span) -> Probability {
    Probability::of_millionths(5_000 * i128::from(low + high))
}

#[cfg(test)]
mod tests;
