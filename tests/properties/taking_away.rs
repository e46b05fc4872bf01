//! Properties 6, 8 and 12: what can go without a trace.

use std::collections::BTreeSet;

use corroborate::{Attribution, AttributionId, Dossier, Source, SourceId};
use proptest::prelude::*;

use crate::config;
use crate::generate::parts::Parts;
use crate::generate::random::{SMALL, dossier, moment, policy};
use crate::judged::{judge, of};
use crate::tied::Tied;

/// Who speaks when this source does.
fn speaker<'a>(dossier: &'a Dossier, id: &SourceId) -> &'a Source {
    let source = dossier.source(id).unwrap();
    source.speaks_for.as_ref().map_or(source, |principal| speaker(dossier, principal))
}

fn is_twin(a: &Attribution, b: &Attribution) -> bool {
    let mut twin = b.clone();
    (twin.id, twin.url) = (a.id.clone(), a.url.clone());
    if twin.says() == a.says() {
        twin.stance = a.stance;
    }
    twin == *a
}

/// These and all that takes them back, and all that takes that back.
fn and_takings_back(dossier: &Dossier, mut ids: BTreeSet<AttributionId>) -> BTreeSet<AttributionId> {
    loop {
        let reaches = |entry: &&Attribution| {
            [&entry.corrects, &entry.retracts, &entry.disowns].iter().copied().flatten().any(|id| ids.contains(id))
        };
        let reaching: Vec<_> = dossier.attributions().iter().filter(reaches).map(|entry| entry.id.clone()).collect();
        let before = ids.len();
        ids.extend(reaching);
        if ids.len() == before {
            return ids;
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p06_other_topics_change_nothing(dossier in dossier(SMALL), policy in policy()) {
        let parts = Parts::of(&dossier);
        let whole = judge(&dossier, &policy, None);
        for claim in dossier.claims() {
            let tied = Tied::to(claim, &parts);
            let here = dossier.attributions().iter().filter(|entry| tied.holds(entry)).map(|entry| entry.id.clone());
            let here = and_takings_back(&dossier, here.collect());
            let alone = of(&parts.clone().keep(|entry| here.contains(&entry.id)), &policy);
            prop_assert_eq!(&alone.claims[&claim.id], &whole.claims[&claim.id]);
        }
    }

    #[test]
    fn p08_a_retracted_word_that_nobody_cites_was_never_said(dossier in dossier(SMALL), policy in policy()) {
        let cited = dossier.attributions().iter().flat_map(|entry| entry.cites.iter().flatten());
        let cited: BTreeSet<_> = cited.map(|id| &speaker(&dossier, id).id).collect();
        for word in dossier.attributions() {
            if word.says().is_none() || cited.contains(&speaker(&dossier, &word.source).id) {
                continue;
            }
            let never = of(&Parts::of(&dossier).keep(|entry| !is_twin(entry, word)), &policy);
            let mut retracted = Parts::of(&dossier);
            // In words of its own, or it would be the twin of one that may itself have been withdrawn.
            let retraction = Attribution::retraction("retraction", word.source.clone(), word.id.clone());
            retracted.attributions.push(retraction.quote("we were wrong"));
            let retracted = of(&retracted, &policy);
            for (id, never) in &never.claims {
                let retracted = &retracted.claims[id];
                prop_assert_eq!((&never.support, &never.opposition), (&retracted.support, &retracted.opposition));
                prop_assert!(never.verdict == retracted.verdict || retracted.verdict == "withdrawn");
            }
        }
    }

    #[test]
    fn p12_after_the_last_word_everything_is_known(dossier in dossier(SMALL), policy in policy()) {
        let dated = Parts::of(&dossier).keep(|entry| entry.published.is_some()).build().unwrap();
        let last = "2024-06-01".parse().unwrap();
        prop_assert_eq!(judge(&dated, &policy, Some(last)), judge(&dated, &policy, None));
    }

    #[test]
    fn p12_what_comes_later_is_not_known(dossier in dossier(SMALL), policy in policy(), now in moment()) {
        let is_known = |entry: &Attribution| {
            entry.published.is_some_and(|published| published.known_from() <= now.known_from())
        };
        prop_assert_eq!(judge(&dossier, &policy, Some(now)), of(&Parts::of(&dossier).keep(is_known), &policy));
    }
}
