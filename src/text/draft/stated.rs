//! A claim from one sentence.

use thiserror::Error;

use crate::model::claim::Claim;
use crate::model::id::{AttributeId, ClaimId};
use crate::model::text::excerpt;
use crate::model::value::Value;

/// Why a sentence does not say what is claimed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum StatementError {
    /// No figure and no date.
    #[error("`{}` has no figure and no date: give the value yourself", excerpt(.0))]
    NoValue(String),
    /// More than one.
    #[error("`{}` has more than one value, `{}` and `{}`: give the value yourself", excerpt(.statement), excerpt(.first), excerpt(.second))]
    Several {
        /// The sentence.
        statement: String,
        /// A value.
        first: String,
        /// Another.
        second: String,
    },
    /// A hedge, which belongs to an attribution.
    #[error("`{}` hedges with `{}`: leave that to the attribution", excerpt(.statement), excerpt(.words))]
    Hedged {
        /// The sentence.
        statement: String,
        /// The hedge.
        words: String,
    },
    /// A negation: a claim says what is so.
    #[error("`{}` is negated with `{}`: state what is so, and let an attribution deny it", excerpt(.statement), excerpt(.words))]
    Negated {
        /// The sentence.
        statement: String,
        /// The negation.
        words: String,
    },
    /// Who says so, which belongs to an attribution.
    #[error("`{}` says who says so with `{}`: leave that to the attribution", excerpt(.statement), excerpt(.words))]
    Attributed {
        /// The sentence.
        statement: String,
        /// The words of attribution.
        words: String,
    },
    /// A question.
    #[error("`{}` is a question", excerpt(.0))]
    Question(String),
}

impl Claim {
    /// A claim whose value, unit and time are read from its statement: one figure, with its unit, and a date, if there is one; or one date.
    ///
    /// The unit is the one that is written. Where the attribute counts in another word ("people" for "troops"), say so with [`unit`](Claim::unit). A date that hangs on the day of publication
    /// is no date here.
    ///
    /// ```
    /// use corroborate::{Claim, Number, Quantity};
    /// let claim = Claim::stated("deployed-15000", "Up to 15,000 troops deployed by April 2025", "dprk-troops", "deployed")?;
    /// assert_eq!(claim.value, Quantity::AtMost(Number::from(15_000)).into());
    /// assert_eq!(claim.unit.as_deref(), Some("troops"));
    /// assert_eq!(claim.when, Some("../2025-04".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the statement has no value or more than one, asks, negates or hedges, or says who says so.
    pub fn stated(
        id: impl Into<ClaimId>,
        statement: impl Into<String>,
        subject: impl Into<String>,
        attribute: impl Into<AttributeId>,
    ) -> Result<Claim, StatementError> {
        let statement = statement.into();
        let (value, unit, when) = value(&statement)?;
        let mut claim = Claim::new(id, statement, subject, attribute, value);
        claim.unit = unit;
        claim.when = when;
        Ok(claim)
    }
}

type Read = (Value, Option<String>, Option<crate::model::edtf::Edtf>);

fn value(statement: &str) -> Result<Read, StatementError> {
    let reading = crate::text::read(statement, None);
    let own = || statement.to_owned();
    let words = |span: crate::text::Span| span.of(statement).to_owned();
    if reading.modals().iter().any(|modal| modal.modality == crate::text::Modality::Asked) {
        return Err(StatementError::Question(own()));
    }
    if let Some(said) = reading.attributions().iter().find_map(|said| said.chain.first()) {
        return Err(StatementError::Attributed { statement: own(), words: words(said.cue) });
    }
    if let Some(negation) = reading.negations().first() {
        return Err(StatementError::Negated { statement: own(), words: words(negation.span) });
    }
    if let Some(hedge) = reading.hedges().first() {
        return Err(StatementError::Hedged { statement: own(), words: words(hedge.span) });
    }
    let dates: Vec<_> = reading.dates().iter().filter_map(|date| Some((date.span, date.date.as_ref().ok()?))).collect();
    let several =
        |first, second| StatementError::Several { statement: own(), first: words(first), second: words(second) };
    match (reading.figures(), dates.as_slice()) {
        ([], []) => Err(StatementError::NoValue(own())),
        ([], [(_, date)]) => Ok((Value::Date((*date).clone()), None, None)),
        ([figure], []) => Ok((figure.quantity.into(), figure.unit.clone(), None)),
        ([figure], [(_, date)]) => Ok((figure.quantity.into(), figure.unit.clone(), Some((*date).clone()))),
        ([first, second, ..], _) => Err(several(first.span, second.span)),
        (_, [(first, _), (second, _), ..]) => Err(several(*first, *second)),
    }
}
