//! Section 6: the verdict.

use std::collections::{BTreeMap, BTreeSet};

use corroborate::{Claim, ClaimId, Dossier, Number, Policy};

use super::bearing::{Bearing, Towards};
use super::origins::Evidence;
use super::words::{Word, Words};
use super::{Judged, Side};

pub(crate) fn verdict(policy: &Policy, support: &Side, opposition: &Side, ever: bool, lost: bool) -> &'static str {
    let is_less = |side: &Side, than: &Side| side.credible == 0 || outweighs(policy, than, side);
    if !ever && !opposition.meets_standard {
        "unsourced"
    } else if support.most == 0 && lost && !opposition.meets_standard {
        "withdrawn"
    } else if opposition.meets_standard && is_less(support, opposition) {
        "refuted"
    } else if support.meets_standard && is_less(opposition, support) {
        "confirmed"
    } else if !is_less(opposition, support) {
        "contradicted"
    } else {
        "unconfirmed"
    }
}

fn outweighs(policy: &Policy, side: &Side, other: &Side) -> bool {
    let by_authority = side.authority && !other.authority && !other.meets_standard;
    // A product too large to hold is more than any number of origins.
    let needed = policy.outweighs.checked_mul(Number::from(other.credible));
    let by_number = needed.is_some_and(|needed| Number::from(side.credible) >= needed);
    by_authority || (by_number && (!other.authority || side.authority))
}

/// Whether something that bore support was removed, superseded or disowned.
pub(crate) fn was_lost<'a>(
    bearing: &Bearing<'a>,
    words: &Words<'a>,
    claim: &Claim,
    support: &Evidence<'_, 'a>,
) -> bool {
    let mut bore = words.recorded.iter().filter(|word| bearing.of(word, claim) == Some(Towards::Support));
    // Who merely repeats itself takes nothing back.
    let is_repeated = |word: &Word<'_>| {
        let same = |other: &&Word<'_>| {
            (&other.source.id, &other.claim.id, other.stance) == (&word.source.id, &word.claim.id, word.stance)
        };
        words.recorded.iter().filter(same).any(|other| other.stands)
    };
    support.is_withdrawn || bore.any(|word| !word.stands && !is_repeated(word))
}

pub(crate) fn never_confirm_both(dossier: &Dossier, bearing: &Bearing<'_>, claims: &mut BTreeMap<ClaimId, Judged>) {
    let confirmed = |claim: &&Claim| claims[&claim.id].verdict == "confirmed";
    let confirmed: Vec<&Claim> = dossier.claims().iter().filter(confirmed).collect();
    let is_opposed = |claim: &&&Claim| confirmed.iter().any(|other| bearing.is_opposed(claim, other));
    let opposed: BTreeSet<&ClaimId> = confirmed.iter().filter(is_opposed).map(|claim| &claim.id).collect();
    for (_, judged) in claims.iter_mut().filter(|(id, _)| opposed.contains(id)) {
        judged.verdict = "contradicted";
    }
}
