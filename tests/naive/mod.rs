//! `docs/semantics.md` as a program: slow, short, and section by section, so that it can be read beside the page.

mod bearing;
pub(crate) mod confidence;
mod conflicts;
pub(crate) mod flow;
mod hops;
mod origins;
mod time;
mod verdict;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use corroborate::{AttributionId, ClaimId, Dossier, Moment, Policy, SourceId};

use bearing::{Bearing, Towards};
use time::Desk;
use words::Words;

/// What the dossier says of every claim, and which claims quarrel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judgement {
    pub(crate) claims: BTreeMap<ClaimId, Judged>,
    /// Kind and two claims, the smaller id first.
    pub(crate) conflicts: BTreeSet<(&'static str, ClaimId, ClaimId)>,
    /// Sets of claims that break a sum, one for each part and the total.
    pub(crate) sums: BTreeSet<BTreeSet<ClaimId>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) verdict: &'static str,
    pub(crate) support: Side,
    pub(crate) opposition: Side,
}

/// One side of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) least: u32,
    pub(crate) most: u32,
    pub(crate) credible: u32,
    pub(crate) authority: bool,
    pub(crate) meets_standard: bool,
    /// What it weighs, in millionths of log-odds.
    pub(crate) weight: i64,
    /// Entries whose words stand and bear this way.
    pub(crate) attributions: BTreeSet<AttributionId>,
    /// Origins from which some path carries, declared or not.
    pub(crate) origins: BTreeSet<SourceId>,
}

pub(crate) fn judge(dossier: &Dossier, policy: &Policy, as_of: Option<Moment>) -> Judgement {
    let desk = Desk::new(dossier, policy, as_of);
    let bearing = Bearing::new(&desk);
    let words = Words::new(&desk, &bearing);
    let mut claims: BTreeMap<ClaimId, Judged> = dossier
        .claims()
        .iter()
        .map(|claim| {
            let [support, opposition] = [Towards::Support, Towards::Opposition]
                .map(|side| origins::Evidence::new(&desk, &bearing, &words, claim, side));
            let lost = verdict::was_lost(&bearing, &words, claim, &support);
            let ever = words.recorded.iter().any(|word| bearing.of(word, claim) == Some(Towards::Support));
            let [support, opposition] = [support.side(&desk), opposition.side(&desk)];
            let verdict = verdict::verdict(policy, &support, &opposition, ever, lost);
            (claim.id.clone(), Judged { verdict, support, opposition })
        })
        .collect();
    verdict::never_confirm_both(dossier, &bearing, &mut claims);
    let (conflicts, sums) = conflicts::conflicts(&desk, &bearing, &words, &claims);
    Judgement { claims, conflicts, sums }
}

/// What weighs on the two sides of one claim, with everything known.
pub(crate) fn weights(dossier: &Dossier, policy: &Policy, claim: &ClaimId) -> [confidence::Weights; 2] {
    let desk = Desk::new(dossier, policy, None);
    let bearing = Bearing::new(&desk);
    let words = Words::new(&desk, &bearing);
    let claim = dossier.claim(claim).expect("the claim is there");
    [Towards::Support, Towards::Opposition]
        .map(|side| origins::Evidence::new(&desk, &bearing, &words, claim, side).weights(&desk))
}
