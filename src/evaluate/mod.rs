//! Verbs: from the dossier to its evaluation, one stage a file, in the order in which data flows.

mod again;
mod alone;
mod basin;
mod batch;
mod clash;
mod compare;
mod confidence;
mod conflict;
mod contest;
mod crew;
mod evaluation;
mod explain;
pub mod explanation;
mod finding;
mod findings;
mod flow;
mod grounds;
mod hop;
mod independence;
mod judge;
mod large;
mod lent;
mod measure;
mod moves;
mod numbers;
mod own;
mod passage;
mod provenance;
mod records;
mod relayed;
mod removal;
mod roles;
mod route;
mod standards;
mod standing;
mod sums;
mod time;
mod trail;
mod verdict;
mod weighing;
mod words;

pub(crate) use again::{Again, Work};
pub(crate) use alone::Rivals;
pub use compare::Axis;
pub use confidence::{Bottleneck, Confidence, Evidence};
pub use conflict::{Conflict, ConflictKind};
pub use evaluation::{Assessment, Evaluation, Side};
pub use finding::{Code, Finding, NextStep, Severity};
pub(crate) use independence::Tally;
pub(crate) use judge::Judged;
pub(crate) use own::Own;
pub use passage::Passage;
pub(crate) use provenance::{Part, SideOf};
pub(crate) use roles::Spoken;
pub use trail::{Citation, Footing, Provenance, Role};
pub use verdict::Verdict;

use crew::Crew;

use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;
use crate::model::moment::Moment;
use crate::model::policy::Policy;

/// Judges dossiers by one policy, as of one moment.
///
/// ```
/// use corroborate::{Evaluator, Policy};
/// let evaluator = Evaluator::new(Policy::default()).as_of("2024-10-25".parse()?);
/// # let dossier = corroborate::Dossier::builder("").build()?;
/// let evaluation = evaluator.evaluate(&dossier);
/// assert_eq!(evaluation.assessments().count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Evaluator {
    policy: Policy,
    as_of: Option<Moment>,
    crew: Crew,
}

impl Evaluator {
    /// An evaluator by this policy, of everything that the desk knows.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { policy, as_of: None, crew: Crew::ALONE }
    }

    /// Judges by what was known at a moment. A day means its end, a month its last day's, in UTC; undated attributions are then not known.
    #[must_use]
    pub fn as_of(mut self, moment: Moment) -> Self {
        self.as_of = Some(moment);
        self
    }

    /// Judges by all threads of the rayon pool that [`evaluate`](Self::evaluate) is called in, the global one unless it is called inside `ThreadPool::install`.
    /// The outcome is the same to the byte, whatever the number of threads. A dossier of fewer than some two thousand attributions is judged by one thread, because dividing
    /// the work would cost more than it saves.
    ///
    /// ```
    /// use corroborate::{Dossier, Evaluator};
    /// # let dossier = Dossier::builder("").build()?;
    /// let evaluation = Evaluator::default().in_parallel().evaluate(&dossier);
    /// assert_eq!(evaluation.assessments().count(), 0);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[cfg(feature = "parallel")]
    #[cfg_attr(docsrs, doc(cfg(feature = "parallel")))]
    #[must_use]
    pub fn in_parallel(self) -> Self {
        self.in_jobs_of(Crew::ALONE.job)
    }

    /// The same, in jobs of so many words: for tests, where even a small dossier must be divided.
    #[cfg(feature = "parallel")]
    #[doc(hidden)]
    #[must_use]
    pub fn in_jobs_of(mut self, words: usize) -> Self {
        self.crew = Crew::of_many(words);
        self
    }

    /// Judges every claim. Total: a dossier that was built is judged.
    ///
    /// Takes O(n log n) for n entries whose topics are small, and mostly on a topic of very many claims too; `benches/README.md` has the measurements.
    #[must_use]
    pub fn evaluate<'d>(&self, dossier: &'d Dossier) -> Evaluation<'d> {
        Evaluation::of(dossier, self)
    }

    /// The evaluation of a dossier whose claims have been judged already, by number.
    pub(crate) fn held<'d>(&self, dossier: &'d Dossier, judged: Vec<Judged>) -> Evaluation<'d> {
        Evaluation::held(dossier, self, judged)
    }

    /// The verdict of [`evaluate`](Self::evaluate) on one claim, without judging the rest.
    pub(crate) fn verdict_on(&self, claim: &ClaimId, dossier: &Dossier, rivals: Rivals) -> Option<Verdict> {
        alone::verdict(dossier, self, claim, rivals)
    }
}
