//! What is published for each verdict: a table, which a newsroom can replace.

use std::collections::BTreeMap;

use crate::evaluate::Verdict;

/// What is published for a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerdictRating {
    /// The words.
    pub label: String,
    /// The number; `None` where the verdict says nothing of the truth of the claim.
    pub value: Option<u32>,
}

impl VerdictRating {
    /// Words without a number.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), value: None }
    }

    /// Sets the number.
    #[must_use]
    pub const fn value(mut self, value: u32) -> Self {
        self.value = Some(value);
        self
    }
}

/// What is published for each verdict, and on which scale.
///
/// A verdict says what the recorded sourcing supports. That is a number for the truth of the claim where the standard is met, on either side, and none where it is not:
/// by default *confirmed* is 5 and *refuted* 1, on the scale from 1 to 5 that Google assumes, and the other verdicts have words alone.
///
/// ```
/// use corroborate::Verdict;
/// use corroborate::claimreview::{VerdictRating, Verdicts};
/// let table = Verdicts::default().with(Verdict::Refuted, VerdictRating::new("False").value(1));
/// assert_eq!(table.rating(Verdict::Refuted).label, "False");
/// assert_eq!(table.rating(Verdict::Contradicted).label, "Disputed");
///
/// let desk = Verdicts::from_json(br#"{"best": 3, "worst": 1, "verdicts": {"confirmed": {"label": "True", "value": 3}}}"#)?;
/// assert_eq!((desk.rating(Verdict::Confirmed).value, desk.best()), (Some(3), 3));
/// // What the table leaves out is published under the name of the verdict, without a number.
/// assert_eq!(desk.rating(Verdict::Refuted).label, "Refuted");
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    pub(crate) best: u32,
    pub(crate) worst: u32,
    pub(crate) ratings: BTreeMap<Verdict, VerdictRating>,
}

impl Default for Verdicts {
    fn default() -> Self {
        let table = Self { best: 5, worst: 1, ratings: BTreeMap::new() };
        table
            .with(Verdict::Confirmed, VerdictRating::new("Confirmed").value(5))
            .with(Verdict::Refuted, VerdictRating::new("Refuted").value(1))
            .with(Verdict::Contradicted, VerdictRating::new("Disputed"))
            .with(Verdict::Unsourced, VerdictRating::new("No source found"))
    }
}

impl Verdicts {
    /// The same table with this for a verdict.
    #[must_use]
    pub fn with(mut self, verdict: Verdict, rating: VerdictRating) -> Self {
        self.ratings.insert(verdict, rating);
        self
    }

    /// What is published for a verdict; its name, where the table says nothing of it.
    #[must_use]
    pub fn rating(&self, verdict: Verdict) -> VerdictRating {
        self.ratings.get(&verdict).cloned().unwrap_or_else(|| {
            let name = verdict.as_str();
            let (first, rest) = name.split_at_checked(1).unwrap_or_default();
            VerdictRating::new(format!("{}{rest}", first.to_ascii_uppercase()))
        })
    }

    /// The number that is best, that is, most true.
    #[must_use]
    pub const fn best(&self) -> u32 {
        self.best
    }

    /// The number that is worst.
    #[must_use]
    pub const fn worst(&self) -> u32 {
        self.worst
    }
}
