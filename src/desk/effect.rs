//! Effects: what a batch of amendments changed.

use std::collections::BTreeMap;

use super::amendment::Amendment;
use super::cut;
use super::judgement::Judgement;
use super::reach::{Cut, For, Reach};
use super::snapshot::Snapshot;
use super::story::Story;
use crate::evaluate::{Conflict, ConflictKind, Evaluation, Finding};
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;
use crate::model::probability::Probability;

/// Something about a claim that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Changed<T> {
    /// The claim; of a conflict the first.
    pub claim: ClaimId,
    /// As it was; `None` where there was none.
    pub before: Option<T>,
    /// As it is now; `None` where there is none any more.
    pub after: Option<T>,
    /// The amendments that can have changed it, by their place among [those that were applied](Effect::amendments).
    pub because: Vec<usize>,
}

/// How far a batch reached: what applying it took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Work {
    /// The claims whose judgement the batch could have changed.
    pub reached: usize,
    /// The claims that were evaluated: these, and those that they are judged by.
    pub claims: usize,
    /// The attributions that were evaluated.
    pub attributions: usize,
}

/// What a batch of amendments changed: judgements at once; findings, conflicts and confidences are worked out when they are asked for, from the story before and after.
#[derive(Debug, Clone)]
pub struct Effect {
    pub(super) amendments: Vec<Amendment>,
    pub(super) before: Snapshot,
    pub(super) after: Snapshot,
    pub(super) reach: Reach,
    pub(super) judgements: Vec<Changed<Judgement>>,
    pub(super) work: Work,
}

impl Effect {
    /// The amendments that were applied: what a journal writes. Of what was undone, those that undid it.
    #[must_use]
    pub fn amendments(&self) -> &[Amendment] {
        &self.amendments
    }

    /// Whether the judgement of no claim changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.judgements.is_empty()
    }

    /// The claims whose judgement changed, the new ones and those that are gone among them, by id.
    #[must_use]
    pub fn judgements(&self) -> &[Changed<Judgement>] {
        &self.judgements
    }

    /// How far the batch reached.
    #[must_use]
    pub const fn work(&self) -> Work {
        self.work
    }

    /// The story and its judgements before.
    #[must_use]
    pub const fn before(&self) -> &Snapshot {
        &self.before
    }

    /// The story and its judgements afterwards.
    #[must_use]
    pub const fn after(&self) -> &Snapshot {
        &self.after
    }

    /// The findings that changed, by claim and in the order in which they are listed. One that names other entries than before has changed.
    ///
    /// Evaluates what the batch reached twice, as it was and as it is. Of claims that all exclude each other each finding is as long as the topic.
    #[must_use]
    pub fn findings(&self) -> Vec<Changed<Finding>> {
        self.compare(|evaluation, claim| {
            evaluation.assessment(claim).map(|assessment| assessment.findings()).unwrap_or_default()
        })
        .into_iter()
        .flat_map(|(claim, because, before, after)| {
            let paired = paired(before, after, |a, b| a.code == b.code && a.sources == b.sources);
            paired.into_iter().map(move |(before, after)| Changed {
                claim: claim.clone(),
                before,
                after,
                because: because.clone(),
            })
        })
        .collect()
    }

    /// The claims whose confidence changed, by id.
    #[must_use]
    pub fn confidences(&self) -> Vec<Changed<Probability>> {
        self.compare(|evaluation, claim| {
            let confidence = evaluation.assessment(claim).map(|assessment| assessment.confidence());
            confidence.map(|confidence| (confidence.log_odds(), confidence.probability())).into_iter().collect()
        })
        .into_iter()
        .filter(|(_, _, before, after)| before != after)
        .map(|(claim, because, before, after)| {
            let of = |mut one: Vec<_>| one.pop().map(|(_, probability)| probability);
            Changed { claim, before: of(before), after: of(after), because }
        })
        .collect()
    }

    /// The conflicts that changed, by their claims. One with other affirmations than before has changed.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Changed<Conflict>> {
        let mut all: BTreeMap<(Vec<ClaimId>, ConflictKind), [Option<Conflict>; 2]> = BTreeMap::new();
        let sides = self.dossiers();
        for (at, (cut, dossier, story)) in sides.iter().enumerate() {
            let evaluation = self.after.evaluator.evaluate(dossier);
            let is_reached = |id: &ClaimId| {
                story.claim_ids.number(id.as_str()).is_some_and(|number| cut.reached.binary_search(&number).is_ok())
            };
            for conflict in evaluation.conflicts().filter(|conflict| conflict.claims.iter().all(is_reached)) {
                let key = (conflict.claims.clone(), conflict.kind);
                all.entry(key).or_default()[at] = Some(conflict);
            }
        }
        let changed = all.into_iter().filter(|(_, [before, after])| before != after);
        changed
            .map(|((claims, _), [before, after])| {
                let mut because: Vec<usize> = claims.iter().flat_map(|claim| self.because(claim)).collect();
                because.sort_unstable();
                because.dedup();
                Changed { claim: claims[0].clone(), before, after, because }
            })
            .collect()
    }

    /// Hands over the evaluation of what was reached, as it is now.
    pub(crate) fn with_evaluation<T>(&self, ask: impl FnOnce(&Evaluation<'_>) -> T) -> T {
        let [_, (_, dossier, _)] = self.dossiers();
        ask(&self.after.evaluator.evaluate(&dossier))
    }

    /// What was reached, as it was and as it is.
    fn dossiers(&self) -> [(Cut, Dossier, &Story); 2] {
        let both = [&self.before.story, &self.after.story];
        let reach = self.reach.for_telling(&both);
        both.map(|story| {
            let cut = reach.cut(story, For::Telling(&both));
            let dossier = cut::dossier(story, &cut).unwrap_or_default();
            (cut, dossier, story)
        })
    }

    /// Asks the same of each reached claim before and after.
    #[allow(clippy::type_complexity)]
    fn compare<T: PartialEq>(
        &self,
        ask: impl Fn(&Evaluation<'_>, &ClaimId) -> Vec<T>,
    ) -> Vec<(ClaimId, Vec<usize>, Vec<T>, Vec<T>)> {
        let mut all: BTreeMap<ClaimId, [Vec<T>; 2]> = BTreeMap::new();
        for (at, (cut, dossier, story)) in self.dossiers().iter().enumerate() {
            let evaluation = self.after.evaluator.evaluate(dossier);
            for claim in cut.reached.iter().filter_map(|claim| story.claim(*claim)) {
                all.entry(claim.entry.id.clone()).or_default()[at] = ask(&evaluation, &claim.entry.id);
            }
        }
        let changed = all.into_iter().filter(|(_, [before, after])| before != after);
        changed
            .map(|(claim, [before, after])| {
                let because = self.because(&claim);
                (claim, because, before, after)
            })
            .collect()
    }

    fn because(&self, claim: &ClaimId) -> Vec<usize> {
        let both = [&self.before.story, &self.after.story];
        let direct = because(&self.reach, both, claim, true);
        if direct.is_empty() { because(&self.reach.for_telling(&both), both, claim, true) } else { direct }
    }
}

/// The amendments that can have reached a claim.
pub(super) fn because(reach: &Reach, stories: [&Story; 2], claim: &ClaimId, wholly: bool) -> Vec<usize> {
    let mut because: Vec<usize> = stories
        .into_iter()
        .filter_map(|story| Some(reach.because(story, story.claim_ids.number(claim.as_str())?, wholly)))
        .flatten()
        .collect();
    because.sort_unstable();
    because.dedup();
    because
}

type Pair<T> = (Option<T>, Option<T>);

/// What is only in one of two lists: alike ones side by side, in the order of the new list and then of the old.
fn paired<T: PartialEq>(before: Vec<T>, after: Vec<T>, is_alike: impl Fn(&T, &T) -> bool) -> Vec<Pair<T>> {
    let mut before: Vec<Option<T>> = before.into_iter().map(Some).collect();
    let mut new: Vec<T> = Vec::new();
    for item in after {
        match before.iter_mut().find(|old| old.as_ref() == Some(&item)) {
            Some(old) => *old = None,
            None => new.push(item),
        }
    }
    let mut pairs: Vec<Pair<T>> = Vec::new();
    for item in new {
        let old = before.iter_mut().find(|old| old.as_ref().is_some_and(|old| is_alike(old, &item)));
        pairs.push((old.and_then(Option::take), Some(item)));
    }
    pairs.extend(before.into_iter().flatten().map(|old| (Some(old), None)));
    pairs
}
