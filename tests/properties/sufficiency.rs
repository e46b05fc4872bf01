//! Property 7: an explanation is a proof. Another evaluator, given the entries that a verdict cites and nothing else, comes to the same verdict.

use std::collections::BTreeSet;
use std::fs;

use corroborate::{Assessment, AttributionId, Dossier, Evaluation, Evaluator, Moment, Policy};
use proptest::prelude::*;

use crate::config;
use crate::generate::parts::Parts;
use crate::generate::random::{LARGE, SMALL, dossier, moment, policy};
use crate::judged::judge;
use crate::naive;

/// The dossier with the entries that a verdict cites alone: no other word, no claim of another topic, no source that takes no part.
fn cited(dossier: &Dossier, assessment: &Assessment<'_>) -> Dossier {
    let cited: BTreeSet<AttributionId> = assessment.rests_on().into_iter().cloned().collect();
    let whole = Parts::of(dossier);
    let mut parts = whole.keep(|entry| cited.contains(&entry.id));
    let spoken: BTreeSet<_> = parts.attributions.iter().filter_map(|entry| entry.claim.clone()).collect();
    parts.claims.retain(|claim| spoken.contains(&claim.id) || claim.id == assessment.claim().id);
    let mut named: BTreeSet<_> = parts.attributions.iter().map(|entry| entry.source.clone()).collect();
    named.extend(parts.attributions.iter().flat_map(|entry| entry.cites.iter().flatten().cloned()));
    loop {
        let above = parts.sources.iter().filter(|source| named.contains(&source.id));
        let above: Vec<_> = above.flat_map(|source| source.owner.iter().chain(&source.speaks_for)).cloned().collect();
        let before = named.len();
        named.extend(above);
        if named.len() == before {
            break;
        }
    }
    parts.sources.retain(|source| named.contains(&source.id));
    parts.build().expect("what is cited is a dossier")
}

/// That both evaluators come to the verdict of each claim from what it cites.
fn unproved(dossier: &Dossier, evaluation: &Evaluation<'_>, policy: &Policy, as_of: Option<Moment>) -> Option<String> {
    evaluation.assessments().find_map(|assessment| {
        let alone = cited(dossier, &assessment);
        let (claim, verdict) = (&assessment.claim().id, assessment.verdict().as_str());
        let naive = naive::judge(&alone, policy, as_of).claims[claim].verdict;
        let fast = judge(&alone, policy, as_of).claims[claim].verdict;
        (naive != verdict || fast != verdict)
            .then(|| format!("{claim} is {verdict}; by {:?} it is {naive}, or {fast}", assessment.rests_on()))
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p07_what_the_explanation_cites_suffices(dossier in dossier(SMALL), policy in policy(), now in moment()) {
        for as_of in [None, Some(now)] {
            let mut evaluator = Evaluator::new(policy.clone());
            if let Some(now) = as_of {
                evaluator = evaluator.as_of(now);
            }
            let unproved = unproved(&dossier, &evaluator.evaluate(&dossier), &policy, as_of);
            prop_assert!(unproved.is_none(), "{}", unproved.unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 8, ..config() })]

    #[test]
    fn p07_what_the_explanation_cites_suffices_in_larger_dossiers(dossier in dossier(LARGE), policy in policy()) {
        let unproved = unproved(&dossier, &Evaluator::new(policy.clone()).evaluate(&dossier), &policy, None);
        prop_assert!(unproved.is_none(), "{}", unproved.unwrap());
    }
}

#[test]
fn p07_every_verdict_of_the_real_story_follows_from_what_it_cites() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json");
    let dossier: Dossier = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let policy = Policy::default();
    let evaluation = Evaluator::new(policy.clone()).evaluate(&dossier);
    assert!(evaluation.assessments().any(|assessment| !assessment.rests_on().is_empty()));
    let unproved = unproved(&dossier, &evaluation, &policy, None);
    assert!(unproved.is_none(), "{}", unproved.unwrap());
}
