//! The desk: a story that is worked on, and what is to be said of it now.
//!
//! A desk keeps the entries of a story in order, and what names what. It judges nothing itself: of an amendment it finds which claims it can reach ([`reach`], [`near`]), cuts these
//! out of the story with all that they are judged by ([`cut`]), and asks the evaluator. `docs/desk.md` says what that guarantees.

mod amend;
mod amendment;
mod check;
mod cut;
mod effect;
#[cfg(feature = "json")]
mod journal;
mod judgement;
mod names;
mod near;
mod open;
mod reach;
mod rules;
mod snapshot;
mod story;
mod tree;

use std::fmt;

pub use amendment::{Amendment, Entry, Name};
pub use effect::{Changed, Effect, Work};
#[cfg(feature = "json")]
pub use journal::{Journal, JournalError, Rebuilt, Torn};
pub use judgement::{Judgement, Origins};
pub use snapshot::Snapshot;

use self::amend::{Touched, amend};
use self::check::{Verb, check};
use self::effect::because;
use self::reach::For;
use crate::evaluate::{Evaluation, Evaluator};
use crate::model::dossier::Dossier;
use crate::model::problem::{Path, Problem, ProblemKind, Problems};

/// A story that is worked on: amended entry by entry, and judged all the time.
///
/// Whatever was done to it, a desk says what the evaluator says of the same dossier, byte for byte; but of an amendment only those topics are judged again that it can reach. A batch is
/// applied as a whole or not at all.
///
/// ```
/// use corroborate::{Amendment, Attribute, Attribution, Claim, Desk, Dossier, Evaluator, Source, SourceKind, ValueKind, Verdict};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
///     .source(Source::new("police", "The police").kind(SourceKind::Police))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
///     .attribution(Attribution::new("a1", "ministry", "burst"))
///     .build()?;
/// let mut desk = Desk::open(dossier, Evaluator::default());
/// let effect = desk.apply([Amendment::add(Attribution::new("a2", "police", "burst"))])?;
/// let changed = &effect.judgements()[0];
/// assert_eq!(changed.before.unwrap().verdict(), Verdict::Unconfirmed);
/// assert_eq!(changed.after.unwrap().verdict(), Verdict::Confirmed);
/// assert_eq!(effect.work().reached, 1);
///
/// let problems = desk.apply([Amendment::add(Attribution::new("a3", "polise", "burst"))]).unwrap_err();
/// assert_eq!(problems.to_string(), "[0].add.attribution.source: unknown source `polise`, did you mean `police`?");
///
/// desk.undo();
/// assert_eq!(desk.view().judgement(&"burst".into()).unwrap().verdict(), Verdict::Unconfirmed);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Clone, Default)]
pub struct Desk {
    now: Snapshot,
    /// What undoes what was done, and what does again what was undone; the last batch last.
    done: Vec<Vec<Amendment>>,
    undone: Vec<Vec<Amendment>>,
}

impl Desk {
    /// An empty desk.
    #[must_use]
    pub fn new(evaluator: Evaluator) -> Self {
        Self { now: Snapshot { evaluator, ..Snapshot::default() }, ..Self::default() }
    }

    /// A desk with a dossier on it; takes one evaluation and O(n log n).
    #[must_use]
    pub fn open(dossier: Dossier, evaluator: Evaluator) -> Self {
        Self { now: open::open(dossier, evaluator), ..Self::default() }
    }

    /// Applies amendments together, and says what they changed.
    ///
    /// Within a batch the order of additions does not matter: an attribution may come before its source. Takes O(log n) for each amendment, and one evaluation of what they reach together.
    ///
    /// # Errors
    /// Everything that is wrong with the story as it would be, in the words in which reading a file tells of it; then nothing was changed. Paths lead into the batch (`[0].add.claim.value`),
    /// or to the entry that would no longer fit (`attributions.r1.source`). Taking out or editing what is not there is an error.
    pub fn apply(&mut self, amendments: impl IntoIterator<Item = Amendment>) -> Result<Effect, Problems> {
        let (effect, inverse) = self.applied(amendments.into_iter().collect())?;
        if !inverse.is_empty() {
            self.done.push(inverse);
            self.undone.clear();
        }
        Ok(effect)
    }

    /// Undoes the last batch that was applied and changed an entry; `None` where there is none. What was undone is forgotten as soon as another batch is applied.
    ///
    /// A journal writes the [amendments](Effect::amendments) by which it was undone.
    pub fn undo(&mut self) -> Option<Effect> {
        let inverse = self.done.pop()?;
        let (effect, again) = self.applied(inverse).ok()?;
        self.undone.push(again);
        Some(effect)
    }

    /// Applies again what was undone last.
    pub fn redo(&mut self) -> Option<Effect> {
        let again = self.undone.pop()?;
        let (effect, inverse) = self.applied(again).ok()?;
        self.done.push(inverse);
        Some(effect)
    }

    /// Judges everything by another evaluator; takes one evaluation of the whole story.
    pub fn judge_by(&mut self, evaluator: Evaluator) {
        self.now = open::open(self.now.dossier(), evaluator);
    }

    /// The story and its judgements as they are now.
    #[must_use]
    pub const fn view(&self) -> &Snapshot {
        &self.now
    }

    /// The same to keep, for instance to hand it to another thread; O(1).
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        self.now.clone()
    }

    /// Hands over the evaluation of the whole story; see [`Snapshot::evaluation`].
    pub fn evaluation<T>(&self, ask: impl FnOnce(&Evaluation<'_>) -> T) -> T {
        self.now.evaluation(ask)
    }

    /// Applies a batch, and gives with its effect what undoes it.
    fn applied(&mut self, amendments: Vec<Amendment>) -> Result<(Effect, Vec<Amendment>), Problems> {
        let before = self.now.clone();
        let mut after = self.now.clone();
        let mut touched = Touched::default();
        let mut problems: Vec<Problem> = Vec::new();
        let mut inverse = Vec::new();
        let batch: Vec<Verb> = amendments.iter().map(Verb::of).collect();
        for (by, amendment) in amendments.iter().cloned().enumerate() {
            inverse.extend(amend(&mut after.story, &mut touched, by, amendment, &mut problems));
        }
        let cut = touched.reach.cut(&after.story, For::Judging);
        let built = cut::dossier(&after.story, &cut);
        // What is to be judged has been checked as it was built; mostly that is all that was touched.
        if !(problems.is_empty() && built.as_ref().is_ok_and(|dossier| touched.are_all_in(&after.story, dossier))) {
            check(&after.story, &before.story, &touched, &batch, &mut problems);
        }
        if !problems.is_empty() {
            return Err(limited(problems));
        }
        let dossier = built?;
        inverse.reverse();
        let reach = touched.reach;
        let mut work = Work { reached: cut.reached.len(), ..Work::default() };
        let mut judgements = Vec::new();
        if !cut.reached.is_empty() {
            (work.claims, work.attributions) = (dossier.claims().len(), dossier.attributions().len());
            let evaluation = after.evaluator.evaluate(&dossier);
            for number in cut.reached {
                let Some(assessment) =
                    after.story.claim(number).and_then(|claim| evaluation.assessment(&claim.entry.id))
                else {
                    continue;
                };
                let (new, old) = (assessment.judged(), before.story.judgement(number).copied());
                if old != Some(new) {
                    judgements.push(Changed {
                        claim: assessment.claim().id.clone(),
                        before: old.map(Judgement),
                        after: Some(Judgement(new)),
                        because: Vec::new(),
                    });
                }
                if after.story.judgement(number) != Some(&new) {
                    after.story.judged.insert((number, new), |other| other.0.cmp(&number));
                }
            }
        }
        for number in touched.claims.keys().filter(|number| after.story.claim(**number).is_none()) {
            if let Some((claim, old)) = before.story.claim(*number).zip(before.story.judgement(*number)) {
                judgements.push(Changed {
                    claim: claim.entry.id.clone(),
                    before: Some(Judgement(*old)),
                    after: None,
                    because: Vec::new(),
                });
            }
        }
        for changed in &mut judgements {
            changed.because = match batch.len() {
                1 => vec![0],
                _ => because(&reach, [&before.story, &after.story], &changed.claim, false),
            };
        }
        judgements.sort_by(|a, b| a.claim.cmp(&b.claim));
        self.now = after.clone();
        Ok((Effect { amendments, before, after, reach, judgements, work }, inverse))
    }
}

/// So many problems are told one by one.
const MOST: usize = 1000;

pub(crate) fn limited(mut problems: Vec<Problem>) -> Problems {
    if problems.len() > MOST {
        let more = problems.len() - MOST;
        problems.truncate(MOST);
        problems.push(Problem::new(Path::root(), ProblemKind::More(more)));
    }
    Problems(problems)
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("title", &self.now.title()).field("size", &self.now.size()).finish_non_exhaustive()
    }
}
