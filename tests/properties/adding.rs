//! Properties 1, 3, 4, 5 and 20: what one entry more may do, and what not.

use std::collections::BTreeSet;

use corroborate::{Attribution, AttributionId, Basis, Source, SourceKind, Stance};
use proptest::prelude::*;

use crate::generate::parts::Parts;
use crate::generate::random::{SMALL, dossier, policy};
use crate::judged::{judge, of};
use crate::naive::{Judgement, Side};
use crate::{config, newcomer};

/// The parts and one attribution more, by a source that is new to them.
fn and(parts: &Parts, source: Source, entry: Attribution) -> Parts {
    let mut more = parts.clone();
    more.sources.push(source);
    more.attributions.push(entry);
    more
}

/// The judgement without this attribution in any of its lists.
fn without(mut judgement: Judgement, id: &AttributionId) -> Judgement {
    for judged in judgement.claims.values_mut() {
        judged.support.attributions.remove(id);
        judged.opposition.attributions.remove(id);
    }
    judgement
}

fn is_no_weaker(now: &Side, then: &Side) -> bool {
    now.least >= then.least && now.most >= then.most && now.credible >= then.credible
}

/// From the lowest verdict up.
fn rank(verdict: &str) -> usize {
    let order = ["refuted", "withdrawn", "unsourced", "contradicted", "unconfirmed", "confirmed"];
    order.iter().position(|known| *known == verdict).unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p01_a_twin_adds_nothing(dossier in dossier(SMALL), policy in policy()) {
        let judgement = judge(&dossier, &policy, None);
        for entry in dossier.attributions() {
            let mut with_twin = Parts::of(&dossier);
            let mut twin = entry.clone();
            twin.id = "twin".into();
            with_twin.attributions.push(twin);
            prop_assert_eq!(&without(of(&with_twin, &policy), &"twin".into()), &judgement, "twin of {}", entry.id);
        }
    }

    #[test]
    fn p03_a_copy_adds_no_origin(dossier in dossier(SMALL), policy in policy()) {
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
            let copied = and(&parts, Source::new("copy", "copy").kind(SourceKind::Newspaper), copy);
            let after = without(of(&copied, &policy), &"copy".into());
            for (id, then) in &before.claims {
                let now = &after.claims[id];
                for (then, now) in [(&then.support, &now.support), (&then.opposition, &now.opposition)] {
                    prop_assert_eq!((&now.origins, &now.attributions), (&then.origins, &then.attributions), "{}", id);
                    prop_assert!(is_no_weaker(now, then), "{}", id);
                }
            }
        }
    }

    #[test]
    fn p04_one_more_good_origin_never_hurts(dossier in dossier(SMALL), policy in policy()) {
        let before = judge(&dossier, &policy, None);
        for (claim, then) in &before.claims {
            // At first hand, so that it is credible under every policy.
            let word = Attribution::new("new", "new", claim.clone()).basis(Basis::FirstHand);
            let more = and(&Parts::of(&dossier), newcomer("new"), word);
            let now = &of(&more, &policy).claims[claim];
// One law is stronger: it may now be confirmed beside a confirmed claim that it opposes, and both are contradicted.
            let is_outlawed = (then.verdict, now.verdict) == ("unconfirmed", "contradicted")
                && now.support.meets_standard
                && now.opposition == then.opposition;
            prop_assert!(
                is_outlawed || rank(now.verdict) >= rank(then.verdict),
                "{} became {}",
                then.verdict,
                now.verdict
            );
            prop_assert!(is_no_weaker(&now.support, &then.support), "{:?} became {:?}", then, now);
        }
    }

    #[test]
    fn p05_a_newcomers_denial_never_helps(dossier in dossier(SMALL), policy in policy()) {
        let before = judge(&dossier, &policy, None);
        for (claim, then) in &before.claims {
            let denial = Attribution::new("new", "new", claim.clone()).stance(Stance::Denies);
            let now = &of(&and(&Parts::of(&dossier), newcomer("new"), denial), &policy).claims[claim];
            prop_assert!(rank(now.verdict) <= rank(then.verdict), "{} became {}", then.verdict, now.verdict);
        }
    }

    #[test]
    fn p20_relaying_both_sides_is_no_contradiction(dossier in dossier(SMALL), policy in policy()) {
        let mut parts = Parts::of(&dossier);
        parts.sources.extend([newcomer("for"), newcomer("against"), Source::new("page", "page").kind(SourceKind::NewsSite)]);
        for claim in dossier.claims() {
            let relay = |id: &str, day: &str| {
                Attribution::new(id, "page", claim.id.clone()).citing([id]).published(day.parse().unwrap())
            };
            for day in ["2024-05-01", "2024-05-02"] {
                let mut relayed = parts.clone();
                relayed.attributions.extend([relay("for", "2024-05-01"), relay("against", day).stance(Stance::Denies)]);
                let dossier = relayed.build().unwrap();
                let judged = &judge(&dossier, &policy, None).claims[&claim.id];
                prop_assert!(judged.support.attributions.contains(&"for".into()));
                prop_assert!(judged.opposition.attributions.contains(&"against".into()));
                let evaluation = corroborate::Evaluator::new(policy.clone()).evaluate(&dossier);
                let findings = evaluation.assessment(&claim.id).unwrap().findings();
                let blamed = findings.iter().any(|finding| {
                    finding.code.as_str() == "self-contradiction" && finding.sources.contains(&"page".into())
                });
                prop_assert!(!blamed, "{:?}", findings);
            }
        }
    }
}
