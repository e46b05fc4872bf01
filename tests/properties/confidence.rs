//! Properties 3, 4, 5, 11, 16 and 18 for confidence, exactly, in whole millionths of log-odds.

use std::collections::{BTreeMap, BTreeSet};

use corroborate::{
    Attribution, Bottleneck, Certainty, Dossier, Evaluator, Evidence, LogOdds, Policy, Reliability, Source, SourceId,
    SourceKind, Stance,
};
use proptest::prelude::*;

use crate::generate::parts::Parts;
use crate::generate::random::{LARGE, SMALL, dossier, policy};
use crate::judged::{judge, of};
use crate::naive::confidence::Scales;
use crate::naive::{Judged, weights};
use crate::renaming::{renamed, turned};
use crate::{config, newcomer};

fn and(parts: &Parts, source: Source, entry: Attribution) -> Parts {
    let mut more = parts.clone();
    more.sources.push(source);
    more.attributions.push(entry);
    more
}

fn net(judged: &Judged) -> i64 {
    judged.support.weight - judged.opposition.weight
}

type Caps = BTreeMap<BTreeSet<SourceId>, i64>;

/// What caps the two sides of every claim, by its id.
fn bottlenecks(dossier: &Dossier, policy: &Policy) -> Vec<(String, [Caps; 2])> {
    let evaluation = Evaluator::new(policy.clone()).evaluate(dossier);
    let caps = |evidence: Evidence<'_>| -> Caps {
        let told = |cap: Bottleneck<'_>| (cap.sources.into_iter().cloned().collect(), cap.lets_through.millionths());
        evidence.capped_by().into_iter().map(told).collect()
    };
    let confidences = evaluation.confidences();
    confidences.map(|c| (c.claim().id.to_string(), [caps(c.support()), caps(c.opposition())])).collect()
}

fn naive_bottlenecks(dossier: &Dossier, policy: &Policy) -> Vec<(String, [Caps; 2])> {
    let claims = dossier.claims().iter();
    claims.map(|claim| (claim.id.to_string(), weights(dossier, policy, &claim.id).map(|side| side.caps))).collect()
}

fn weight(policy: &Policy, letter: Reliability) -> i64 {
    policy.weights.log_odds(letter, Certainty::Stated).millionths()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p03_a_copy_weighs_nothing_unless_it_frees_an_owners_gate(dossier in dossier(SMALL), policy in policy()) {
        let parts = Parts::of(&dossier);
        let before = judge(&dossier, &policy, None);
        for claim in dossier.claims() {
            let standing = &before.claims[&claim.id].support.attributions;
            let stands = |entry: &&Attribution| entry.claim.as_ref() == Some(&claim.id) && standing.contains(&entry.id);
            let own: BTreeSet<_> = dossier.attributions().iter().filter(stands).map(|entry| entry.source.clone()).collect();
            if own.is_empty() {
                continue;
            }
            let mut copy = Attribution::new("copy", "copy", claim.id.clone());
            copy.cites = own.into_iter().map(|source| vec![source]).collect();
            let grade = Reliability::A;
            let copier = Source::new("copy", "copy").kind(SourceKind::Newspaper).reliability(grade);
            let after = of(&and(&parts, copier, copy), &policy);
            let is_owned = dossier.sources().iter().any(|source| source.owner.is_some());
            for (id, then) in &before.claims {
                let now = &after.claims[id];
                for (then, now) in [(&then.support, &now.support), (&then.opposition, &now.opposition)] {
                    let most = if is_owned { then.weight + weight(&policy, grade) } else { then.weight };
                    prop_assert!((then.weight..=most).contains(&now.weight), "{}: {} to {}", id, then.weight, now.weight);
                }
            }
        }
    }

    #[test]
    fn p04_a_new_good_origin_adds_its_whole_weight(dossier in dossier(SMALL), policy in policy()) {
        let before = judge(&dossier, &policy, None);
        for (claim, then) in &before.claims {
            let more = and(&Parts::of(&dossier), newcomer("new"), Attribution::new("new", "new", claim.clone()));
            let now = &of(&more, &policy).claims[claim];
            // It stands beside the declared origins; undeclared ones, which may rest on it, do not come on top.
            let [support, _] = weights(&dossier, &policy, claim);
            let raised = (support.declared + weight(&policy, Reliability::A)).max(support.undeclared);
            prop_assert_eq!(now.support.weight, raised);
            prop_assert_eq!(now.opposition.weight, then.opposition.weight);
            prop_assert!(net(now) > net(then) || support.undeclared >= raised, "{} to {}", net(then), net(now));
            prop_assert!(net(now) >= net(then));
        }
    }

    #[test]
    fn p05_a_newcomers_denial_takes_its_whole_weight_away(dossier in dossier(SMALL), policy in policy()) {
        let before = judge(&dossier, &policy, None);
        for (claim, then) in &before.claims {
            let denial = Attribution::new("new", "new", claim.clone()).stance(Stance::Denies);
            let now = &of(&and(&Parts::of(&dossier), newcomer("new"), denial), &policy).claims[claim];
            let [_, opposition] = weights(&dossier, &policy, claim);
            let raised = (opposition.declared + weight(&policy, Reliability::A)).max(opposition.undeclared);
            prop_assert_eq!(now.opposition.weight, raised);
            prop_assert_eq!(now.support.weight, then.support.weight);
            prop_assert!(net(now) <= net(then));
        }
    }

    #[test]
    fn p18_evidence_is_the_smallest_cut(
        feeds in prop::collection::btree_map(0_u8..4, prop::collection::btree_map(0_u8..6, 0_i64..9, 1..4), 0..3),
        links in prop::collection::btree_map((0_u8..6, 0_u8..6), 0_i64..9, 0..12),
        drains in prop::collection::btree_map(0_u8..4, prop::collection::btree_set(0_u8..6, 1..4), 0..3),
    ) {
        let scales = Scales { feeds, links, drains };
        prop_assert_eq!(scales.smallest_cut(), scales.most_flow());
    }

    #[test]
    fn p16_the_bottleneck_is_the_naive_one(dossier in dossier(SMALL), policy in policy()) {
        prop_assert_eq!(bottlenecks(&dossier, &policy), naive_bottlenecks(&dossier, &policy));
    }

    #[test]
    fn p11_other_names_have_the_same_bottlenecks(dossier in dossier(SMALL), policy in policy()) {
        let other = renamed(Parts::of(&dossier)).build().unwrap();
        let back = |id: &SourceId| SourceId::from(turned(id.as_str()));
        let turn = |caps: Caps| caps.into_iter().map(|(ids, through)| (ids.iter().map(back).collect(), through)).collect();
        let found = bottlenecks(&other, &policy).into_iter();
        let found: Vec<_> = found.map(|(claim, caps)| (turned(&claim), caps.map(turn))).collect::<BTreeMap<_, _>>().into_iter().collect();
        prop_assert_eq!(found, bottlenecks(&dossier, &policy));
    }

    #[test]
    fn p18_what_caps_the_evidence_adds_up_to_it(dossier in dossier(SMALL), policy in policy()) {
        let evaluation = Evaluator::new(policy).evaluate(&dossier);
        for confidence in evaluation.confidences() {
            for (evidence, side) in [
                (confidence.support(), confidence.assessment().support()),
                (confidence.opposition(), confidence.assessment().opposition()),
            ] {
                let caps = evidence.capped_by();
                let sum: i64 = caps.iter().map(|cap| cap.lets_through.millionths()).sum();
                prop_assert_eq!(sum, evidence.log_odds().millionths(), "{:?}", caps);
                prop_assert!(caps.is_sorted_by(|a, b| a.sources < b.sources), "{:?}", caps);
                prop_assert!(caps.iter().all(|cap| !cap.sources.is_empty() && cap.sources.is_sorted()), "{:?}", caps);
                // Whatever carries is capped somewhere, if only by its own weight.
                prop_assert_eq!(caps.is_empty(), side.most() == 0);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(10), ..config() })]

    #[test]
    fn p16_the_bottleneck_is_the_naive_one_among_many_sources(dossier in dossier(LARGE), policy in policy()) {
        prop_assert_eq!(bottlenecks(&dossier, &policy), naive_bottlenecks(&dossier, &policy));
    }

    #[test]
    fn p16_one_claim_is_weighed_as_all_are(dossier in dossier(LARGE), policy in policy()) {
        let evaluation = Evaluator::new(policy).evaluate(&dossier);
        for (assessment, of_all) in evaluation.assessments().zip(evaluation.confidences()) {
            let alone = assessment.confidence();
            prop_assert_eq!(&alone.claim().id, &of_all.claim().id);
            prop_assert_eq!(alone.support().log_odds(), of_all.support().log_odds());
            prop_assert_eq!(alone.opposition().log_odds(), of_all.opposition().log_odds());
            let net = alone.support().log_odds().millionths() - alone.opposition().log_odds().millionths();
            prop_assert_eq!(alone.log_odds().millionths(), net);
            let sure = alone.probability() > LogOdds::EVEN.probability();
            prop_assert!(sure == (net > 0) || (0..2).contains(&net), "{}", net);
        }
    }
}

#[test]
fn p18_every_small_net_is_cut_where_it_flows() {
    let pairs: Vec<(u8, u8)> = (0..3).flat_map(|a| (0..3).map(move |b| (a, b))).filter(|(a, b)| a != b).collect();
    for drawn in 0..3_usize.pow(6) {
        let rooms = pairs.iter().enumerate().map(|(at, pair)| (*pair, [0, 2, 5][drawn / 3_usize.pow(at as u32) % 3]));
        let links: BTreeMap<(u8, u8), i64> = rooms.filter(|(_, room)| *room > 0).collect();
        for (shared, report) in [(false, 1), (true, 1), (false, 2), (true, 2)] {
            let both = [(0, 3), (1, 4)];
            let feeds = if shared {
                BTreeMap::from([(0, BTreeMap::from(both))])
            } else {
                both.map(|(source, brings)| (source, BTreeMap::from([(source, brings)]))).into()
            };
            let drains = BTreeMap::from([(7, BTreeSet::from([report, 2]))]);
            let scales = Scales { feeds, links: links.clone(), drains };
            assert_eq!(scales.smallest_cut(), scales.most_flow(), "{scales:?}");
        }
    }
}
