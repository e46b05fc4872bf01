//! What would settle a claim: the smallest additions to the dossier that would make it confirmed, and those that would make it refuted.
//!
//! Additions are composed, applied and judged; `docs/settling.md` says what is searched, what smallest means, and what is not found.

mod apply;
mod candidates;
mod excerpt;
mod remedy;
mod search;
mod trial;

pub use remedy::{Addition, Heard, Outcome, Remedy};

use super::part::Parts;
use candidates::Candidates;
use excerpt::{Excerpt, Ties};
use trial::Trial;

use crate::evaluate::{Assessment, Evaluation, Evaluator, Rivals};
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;
use crate::model::moment::Moment;

impl Assessment<'_> {
    /// What would settle the claim this way: at most five remedies, the smallest first, each of another kind; none where the claim is confirmed, where it has that verdict
    /// already, and where nothing in the search would do.
    ///
    /// A remedy is proved before it is given: applied to the dossier it gives the verdict, and with anything left out it does not. The first is as small as any. Who asks for
    /// many claims asks [`Settling`], which cuts the dossier once.
    ///
    /// ```
    /// use corroborate::{Addition, Attribute, Attribution, Claim, Dossier, Evaluator, Outcome, Policy, Source, SourceKind, Value, ValueKind, render};
    /// let dossier = Dossier::builder("A bridge")
    ///     .source(Source::new("ministry", "Ministry of Transport").kind(SourceKind::Government))
    ///     .attribute(Attribute::new("closed", ValueKind::Truth))
    ///     .claim(Claim::new("c", "The bridge is closed", "bridge", "closed", Value::Truth(true)))
    ///     .attribution(Attribution::new("a", "ministry", "c"))
    ///     .build()?;
    /// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    /// let remedies = evaluation.assessment(&"c".into()).unwrap().remedies(Outcome::Confirmed);
    /// assert_eq!(remedies[0].additions, [Addition::Origins { count: 1, beyond: vec!["ministry".into()] }]);
    /// assert_eq!(
    ///     render::remedy(&remedies[0], &dossier),
    ///     "One more credible origin that does not rest on the Ministry of Transport."
    /// );
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn remedies(&self, toward: Outcome) -> Vec<Remedy> {
        Settling::of(self.evaluation).remedies(&self.claim().id, toward)
    }
}

/// An evaluation, asked what would settle its claims.
///
/// ```
/// use corroborate::{Dossier, Evaluator, Outcome, Policy, Settling};
/// let dossier = Dossier::builder("").build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// let settling = Settling::of(&evaluation);
/// assert!(settling.remedies(&"nowhere".into(), Outcome::Confirmed).is_empty());
/// # Ok::<(), corroborate::Problems>(())
/// ```
pub struct Settling<'e> {
    evaluation: &'e Evaluation<'e>,
    parts: Parts<'e>,
    ties: Ties<'e>,
    evaluator: Evaluator,
    published: Option<Moment>,
}

impl<'e> Settling<'e> {
    /// Cuts the dossier into the parts that are judged apart; O(n log n).
    #[must_use]
    pub fn of(evaluation: &'e Evaluation<'e>) -> Self {
        let evaluator = evaluation.evaluator();
        let published = evaluation.as_of().or_else(|| after_all(evaluation.dossier()));
        Self { evaluation, parts: Parts::of(evaluation), ties: Ties::of(evaluation.dossier()), evaluator, published }
    }

    /// What would settle a claim this way, as [`Assessment::remedies`] says. Takes some tens of evaluations of the part of the dossier that the claim is judged with.
    #[must_use]
    pub fn remedies(&self, claim: &ClaimId, toward: Outcome) -> Vec<Remedy> {
        let wanted = self.evaluation.assessment(claim).filter(Assessment::is_flagged);
        if wanted.is_none_or(|assessment| assessment.verdict() == toward.verdict()) {
            return Vec::new();
        }
        self.search(claim, toward).unwrap_or_default()
    }

    fn search(&self, id: &ClaimId, toward: Outcome) -> Option<Vec<Remedy>> {
        let dossier = self.evaluation.dossier();
        let assessment = self.evaluation.assessment(id)?;
        let part = self.parts.of_claim(assessment.claim);
        let (claims, attributions) = (self.parts.claims(part), self.parts.attributions(part));
        let whole = Excerpt::whole(dossier, claims, attributions);
        let near = Excerpt::near(dossier, &self.ties, &assessment, attributions);
        let others = self.ties.authorities(assessment.claim);
        let blank = Remedy { claim: id.clone(), toward, additions: Vec::new(), published: self.published };
        if near.len() < whole.len() {
            let (near, whole) = (near.dossier(others.clone())?, whole.dossier(others.clone())?);
            let found = self.search_in(&near, &blank, Rivals::Ignored)?;
            let trial = Trial::new(&self.evaluator, &whole, &blank, Rivals::Heeded);
            if found.iter().all(|remedy| trial.keeps(remedy)) {
                return Some(found);
            }
        }
        // A claim farther off opposes this one and would be confirmed beside it, so all that it is judged by counts.
        self.search_in(&whole.dossier(others)?, &blank, Rivals::Heeded)
    }

    fn search_in(&self, excerpt: &Dossier, blank: &Remedy, rivals: Rivals) -> Option<Vec<Remedy>> {
        let judged = self.evaluator.evaluate(excerpt);
        let candidates = Candidates::of(&judged.assessment(&blank.claim)?, blank.toward);
        let trial = Trial::new(&self.evaluator, excerpt, blank, rivals);
        Some(search::remedies(&trial, &candidates, self.evaluation.policy()))
    }
}

/// The day after the last on which anything was published.
fn after_all(dossier: &Dossier) -> Option<Moment> {
    let last = dossier.attributions().iter().filter_map(|word| word.published).max_by_key(Moment::known_from)?;
    // Past the year 9999 a date could not be read again; on the last day of all, words take back by naming what they take back.
    let next = last.last_day().succ_opt().filter(|day| chrono::Datelike::year(day) <= 9999);
    Some(next.map_or(last, Moment::Day))
}
