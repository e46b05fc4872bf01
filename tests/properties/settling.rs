//! Property 14: a remedy, when applied, gives the verdict that it promised, and nothing smaller does.

use std::collections::BTreeSet;

use corroborate::{
    Addition, Attribution, AttributionId, Basis, ClaimId, Dossier, Evaluator, Moment, Outcome, Policy, Remedy, Scope,
    Settling, SourceId, Stance, Verdict,
};
use proptest::prelude::*;

use crate::generate::parts::Parts;
use crate::generate::random::{SMALL, dossier, moment, policy};
use crate::naive::{self, Judged};
use crate::{config, newcomer};

/// One entry more, as this file understands it.
#[derive(Debug, Clone)]
enum Step {
    Origin,
    Authority(Option<SourceId>),
    OwnWord(SourceId),
    Withdrawal(SourceId),
}

/// A claim, as of a moment, that is to be settled one way.
struct Desk<'a> {
    dossier: &'a Dossier,
    policy: &'a Policy,
    as_of: Option<Moment>,
    claim: &'a ClaimId,
    toward: Outcome,
}

impl Desk<'_> {
    fn verdict(&self, dossier: &Dossier) -> Verdict {
        let mut evaluator = Evaluator::new(self.policy.clone());
        if let Some(moment) = self.as_of {
            evaluator = evaluator.as_of(moment);
        }
        evaluator.evaluate(dossier).assessment(self.claim).unwrap().verdict()
    }

    fn speaker<'s>(&'s self, id: &'s SourceId) -> &'s SourceId {
        let source = self.dossier.source(id).unwrap();
        source.speaks_for.as_ref().map_or(id, |principal| self.speaker(principal))
    }

    fn cites(&self, entry: &Attribution, source: &SourceId) -> bool {
        entry.cites.iter().flatten().any(|cited| self.speaker(cited) == source)
    }

    /// When the new entries are published: after all others.
    fn published(&self) -> Option<Moment> {
        let is_dated = self.dossier.attributions().iter().any(|entry| entry.published.is_some());
        self.as_of.or_else(|| is_dated.then(|| "2030-01-01".parse().unwrap()))
    }

    /// The entries known that stand on the side that is to prevail, and on the other.
    fn sides<'j>(&self, judged: &'j Judged) -> [&'j naive::Side; 2] {
        match self.toward {
            Outcome::Confirmed => [&judged.support, &judged.opposition],
            Outcome::Refuted => [&judged.opposition, &judged.support],
        }
    }

    /// Everything that might be added.
    fn steps(&self, judged: &Judged) -> Vec<Step> {
        let [toward, against] = self.sides(judged);
        let topic = self.dossier.claim(self.claim).unwrap();
        let has_authority = |scope: &Scope| scope.covers(&topic.subject, &topic.attribute);
        let has_spoken = |id: &SourceId| {
            self.dossier.attributions().iter().any(|entry| self.speaker(&entry.source) == id || self.cites(entry, id))
        };
        let known = self.dossier.sources().iter().filter(|source| source.authority_on.iter().any(has_authority));
        let silent = known.filter(|source| source.speaks_for.is_none() && !source.anonymous && !has_spoken(&source.id));
        let mut steps = vec![Step::Origin, Step::Authority(None)];
        steps.extend(silent.map(|source| Step::Authority(Some(source.id.clone()))));
        // Who has no name cannot be asked.
        let has_name = |id: &SourceId| !self.dossier.source(id).unwrap().anonymous;
        steps.extend(toward.origins.iter().filter(|id| has_name(id)).cloned().map(Step::OwnWord));
        let mut taking_back = BTreeSet::new();
        for entry in against.attributions.iter().map(|id| self.dossier.attribution(id).unwrap()) {
            taking_back.insert(self.speaker(&entry.source));
            taking_back.extend(entry.cites.iter().flatten().map(|cited| self.speaker(cited)));
        }
        steps.extend(taking_back.into_iter().filter(|id| has_name(id)).cloned().map(Step::Withdrawal));
        steps
    }

    /// The dossier with these entries more.
    fn with(&self, judged: &Judged, steps: &[&Step]) -> Dossier {
        let mut parts = Parts::of(self.dossier);
        for (nth, step) in steps.iter().enumerate() {
            let new = format!("new {nth}");
            let source = match step {
                Step::Origin => {
                    parts.sources.push(newcomer(&new));
                    new.as_str().into()
                }
                Step::Authority(None) => {
                    let topic = self.dossier.claim(self.claim).unwrap();
                    let scope = format!("{}/{}", topic.subject, topic.attribute);
                    parts.sources.push(newcomer(&new).authority_on(&scope));
                    new.as_str().into()
                }
                Step::Authority(Some(source)) | Step::OwnWord(source) | Step::Withdrawal(source) => source.clone(),
            };
            let mut entry = Attribution::new(new.as_str(), source.clone(), self.claim.clone()).basis(Basis::Record);
            entry.published = self.published();
            let listed = |ids: &BTreeSet<AttributionId>, is: &dyn Fn(&Attribution) -> bool| {
                ids.iter().filter(|id| is(self.dossier.attribution(id).unwrap())).cloned().collect::<Vec<_>>()
            };
            let [toward, against] = self.sides(judged);
            let is_own = |entry: &Attribution| *self.speaker(&entry.source) == source;
            match step {
                Step::Withdrawal(_) => {
                    entry.claim = None;
                    entry.retracts = listed(&against.attributions, &is_own);
                    entry.disowns =
                        listed(&against.attributions, &|entry| !is_own(entry) && self.cites(entry, &source));
                }
                _ => entry.stance = (self.toward == Outcome::Refuted).then_some(Stance::Denies),
            }
            if matches!(step, Step::OwnWord(_)) {
                let is_replaced = |entry: &Attribution| {
                    let is_relay = !entry.cites.is_empty() && entry.basis == Basis::Undeclared;
                    is_own(entry) && entry.claim.as_ref() == Some(self.claim) && !is_relay
                };
                entry.corrects = listed(&toward.attributions, &is_replaced);
            }
            parts.attributions.push(entry);
        }
        parts.build().unwrap()
    }
}

/// Every remedy that asks for less: an addition left out, or fewer origins.
fn smaller(remedy: &Remedy) -> Vec<Remedy> {
    let mut smaller = vec![Remedy { additions: Vec::new(), ..remedy.clone() }];
    for addition in &remedy.additions {
        let of_it: Vec<Addition> = match addition {
            Addition::Origins { count, beyond } => {
                (1..=*count).map(|count| Addition::Origins { count, beyond: beyond.clone() }).collect()
            }
            other => vec![other.clone()],
        };
        for less in smaller.clone() {
            for part in &of_it {
                let mut more = less.clone();
                more.additions.push(part.clone());
                smaller.push(more);
            }
        }
    }
    smaller.retain(|less| less.size() < remedy.size());
    smaller
}

fn check(desk: &Desk<'_>, judged: &Judged, remedies: &[Remedy]) -> Result<(), TestCaseError> {
    let promised = desk.toward.verdict();
    for remedy in remedies {
        let settled = remedy.apply(desk.dossier).unwrap();
        let naive = naive::judge(&settled, desk.policy, desk.as_of).claims[desk.claim].verdict;
        prop_assert_eq!(naive, promised.as_str(), "{:?}", remedy);
        if remedy.size() > 20 {
            continue;
        }
        for less in smaller(remedy) {
            let verdict = desk.verdict(&less.apply(desk.dossier).unwrap());
            prop_assert!(verdict != promised, "{:?} is enough, not {:?}", less, remedy);
        }
        for addition in &remedy.additions {
            if let Addition::Authority { one_of } = addition {
                for one in one_of {
                    let only = Addition::Authority { one_of: vec![one.clone()] };
                    let additions = remedy.additions.iter().map(|a| if a == addition { &only } else { a });
                    let chosen = Remedy { additions: additions.cloned().collect(), ..remedy.clone() };
                    prop_assert_eq!(desk.verdict(&chosen.apply(desk.dossier).unwrap()), promised, "{:?}", chosen);
                }
            }
        }
    }
    // Nothing smaller than the first: by every choice of one entry, and of two.
    let first = remedies.first().map_or(u32::MAX, Remedy::size);
    let steps = desk.steps(judged);
    let fails = |chosen: &[&Step]| {
        let verdict = desk.verdict(&desk.with(judged, chosen));
        prop_assert!(verdict != promised, "{:?} is enough, not {:?}", chosen, remedies.first());
        Ok(())
    };
    for (nth, one) in steps.iter().enumerate().filter(|_| first > 1) {
        fails(&[one])?;
        for other in steps[nth..].iter().filter(|other| first > 2 && (nth == 0 || !std::ptr::eq(*other, one))) {
            fails(&[one, other])?;
        }
    }
    Ok(())
}

proptest! {
    // Each case tries some hundreds of dossiers.
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(8), ..config() })]

    #[test]
    fn p14_a_remedy_keeps_its_promise_and_nothing_smaller_does(
        dossier in dossier(SMALL),
        policy in policy(),
        now in prop::option::of(moment()),
    ) {
        let mut evaluator = Evaluator::new(policy.clone());
        if let Some(moment) = now {
            evaluator = evaluator.as_of(moment);
        }
        let evaluation = evaluator.evaluate(&dossier);
        let settling = Settling::of(&evaluation);
        let judgement = naive::judge(&dossier, &policy, now);
        for assessment in evaluation.assessments() {
            let claim = &assessment.claim().id;
            for toward in Outcome::BOTH {
                let remedies = settling.remedies(claim, toward);
                if !assessment.is_flagged() || assessment.verdict() == toward.verdict() {
                    prop_assert!(remedies.is_empty(), "{:?}", remedies);
                    continue;
                }
                prop_assert!(remedies.len() <= 5 && remedies.is_sorted_by_key(Remedy::size), "{:?}", remedies);
                let desk = Desk { dossier: &dossier, policy: &policy, as_of: now, claim, toward };
                check(&desk, &judgement.claims[claim], &remedies)?;
            }
        }
    }
}
