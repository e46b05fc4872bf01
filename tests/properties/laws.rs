//! Properties 2, 9, 15, 17 and 19: what holds of every judgement.

use std::collections::BTreeMap;

use corroborate::{
    Attribute, Attribution, Basis, Claim, ClaimId, Evaluator, Policy, Reliability, Source, SourceKind, Stance,
    ValueKind,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::generate::parts::Parts;
use crate::generate::random::{SMALL, dossier, one_truth, policy};
use crate::judged::{judge, of};
use crate::naive::Judgement;
use crate::tied::Tied;
use crate::{config, newcomer};

/// What follows where one new source affirms the claim, and nobody else says anything.
fn affirmed_alone(parts: &Parts, claim: &Claim, policy: &Policy) -> Judgement {
    let attributions = vec![Attribution::new("alone", "alone", claim.id.clone())];
    let sources = [parts.sources.clone(), vec![newcomer("alone")]].concat();
    of(&Parts { sources, attributions, ..parts.clone() }, policy)
}

fn supports(alone: &Judgement, claim: &ClaimId) -> bool {
    !alone.claims[claim].support.attributions.is_empty()
}

fn opposes(alone: &Judgement, claim: &ClaimId) -> bool {
    !alone.claims[claim].opposition.attributions.is_empty()
}

prop_compose! {
    /// Somebody who can be named, is known to be right, and has it at first hand.
    fn good_source()(
        kind in select(&[SourceKind::Police, SourceKind::Court, SourceKind::Newspaper, SourceKind::Eyewitness][..]),
        reliability in select(&[Reliability::A, Reliability::B, Reliability::C][..]),
        day in 1..=31,
    ) -> (SourceKind, Reliability, String) {
        (kind, reliability, format!("2024-05-{day:02}"))
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p02_nothing_said_is_unsourced(dossier in dossier(SMALL), policy in policy()) {
        let parts = Parts::of(&dossier);
        let judgement = judge(&dossier, &policy, None);
        for claim in dossier.claims() {
            let tied = Tied::to(claim, &parts);
            if !dossier.attributions().iter().any(|entry| tied.holds(entry)) {
                prop_assert_eq!(judgement.claims[&claim.id].verdict, "unsourced");
            }
        }
    }

    /// It has no number, but it is what a desk relies on: who may not state a claim is told why.
    #[test]
    fn a_flagged_claim_has_a_reason(dossier in dossier(SMALL), policy in policy()) {
        let evaluation = Evaluator::new(policy).evaluate(&dossier);
        for assessment in evaluation.assessments().filter(|assessment| assessment.is_flagged()) {
            prop_assert!(!assessment.findings().is_empty(), "{:?}", assessment);
        }
    }

    #[test]
    fn p09_a_claim_supports_itself_and_none_that_it_opposes(dossier in dossier(SMALL), policy in policy()) {
        let parts = Parts::of(&dossier);
        let alone = |claim: &Claim| (claim.id.clone(), affirmed_alone(&parts, claim, &policy));
        let alone: BTreeMap<_, _> = dossier.claims().iter().map(alone).collect();
        for a in dossier.claims() {
            prop_assert!(supports(&alone[&a.id], &a.id), "{} does not support itself", a.id);
            for b in dossier.claims() {
                let supports = supports(&alone[&a.id], &b.id);
                let [there, back] = [opposes(&alone[&a.id], &b.id), opposes(&alone[&b.id], &a.id)];
                prop_assert!(!(supports && (there || back)), "{} both supports and opposes {}", a.id, b.id);
                if (&a.subject, &a.attribute) == (&b.subject, &b.attribute) {
                    prop_assert_eq!(there, back, "{} and {}", a.id, b.id);
                }
            }
        }
    }

    #[test]
    fn p15_a_clean_dossier_has_no_findings(good in prop::collection::vec(good_source(), 2..6)) {
        let mut parts = Parts {
            attributes: vec![Attribute::new("signed", ValueKind::Truth)],
            claims: vec![Claim::new("c", "It was signed", "treaty", "signed", true.into())],
            ..Parts::default()
        };
        for (at, (kind, reliability, day)) in good.into_iter().enumerate() {
            let id = format!("s{at}");
            parts.sources.push(Source::new(id.as_str(), id.as_str()).kind(kind).reliability(reliability));
            let word = Attribution::new(id.as_str(), id.as_str(), "c").basis(Basis::FirstHand);
            parts.attributions.push(word.published(day.parse().unwrap()));
        }
        let dossier = parts.build().unwrap();
        let evaluation = Evaluator::default().evaluate(&dossier);
        for assessment in evaluation.assessments() {
            prop_assert_eq!(assessment.verdict().as_str(), "confirmed");
            prop_assert_eq!(assessment.findings(), Vec::new());
        }
    }

    #[test]
    fn p17_mirrored_a_truth_is_refuted_where_it_was_confirmed(dossier in one_truth(SMALL), policy in policy()) {
        let mut mirrored = Parts::of(&dossier);
        for entry in mirrored.attributions.iter_mut().filter(|entry| entry.says().is_some()) {
            entry.stance = match entry.says() {
                Some(Stance::Affirms) => Some(Stance::Denies),
                Some(Stance::Denies) => Some(Stance::Affirms),
                other => other,
            };
        }
        let [here, there] = [judge(&dossier, &policy, None), of(&mirrored, &policy)];
        for (id, here) in &here.claims {
            let there = &there.claims[id];
            prop_assert_eq!((&here.support, &here.opposition), (&there.opposition, &there.support));
            prop_assert_eq!(here.verdict == "confirmed", there.verdict == "refuted");
            prop_assert_eq!(here.verdict == "refuted", there.verdict == "confirmed");
        }
    }

    #[test]
    fn p19_no_two_opposed_claims_are_both_confirmed(dossier in dossier(SMALL), policy in policy()) {
        let parts = Parts::of(&dossier);
        let judgement = judge(&dossier, &policy, None);
        let is_confirmed = |claim: &&Claim| judgement.claims[&claim.id].verdict == "confirmed";
        let confirmed: Vec<_> = dossier.claims().iter().filter(is_confirmed).collect();
        for a in &confirmed {
            let alone = affirmed_alone(&parts, a, &policy);
            for b in &confirmed {
                prop_assert!(!opposes(&alone, &b.id), "{} and {}", a.id, b.id);
            }
        }
    }
}
