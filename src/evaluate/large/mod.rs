//! Large clusters, judged without comparing every claim with every word.
//!
//! The outcome is exactly that of [`judge`](super::judge), claim for claim; what differs is the way there. A claim's value is a point (the ends of its
//! wide set and of its core, and of its time of fact), and every group of words bears on the claims whose points lie in a few boxes ([`field`]).
//! Claims are visited in an order in which little changes between one and the next ([`order`], [`sweep`]); the words that come to a side or leave it
//! change a few facts about who reports, knows and cites ([`ledger`], [`side`]), and the greatest number of disjoint paths is repaired, not counted
//! again ([`paths`]).
//!
//! Cost: O(n log n) and one repair for each word that changes sides. On a topic whose figures are put in a few ways (exactly, at least, about) every
//! word changes sides a few times, so that is near-linear. What is not:
//!
//! - values that vary freely along d axes (ranges of any width; counts that move through time) make n^(2 - 1/d) changes;
//! - claims whose value is not one interval (one of several texts, scattered dates) are each judged directly, against all words;
//! - a repair can take as long as the sources are many where citations form a dense net without a bottleneck;
//! - many stale citations of many earlier words of one value are listed pair by pair;
//! - topics on which anonymous sources of a known owner speak, or sources of an anonymous owner, are judged directly;
//! - conflicts ([`opponents`]) of texts, of truths and between topics tied by rules are looked for pair by pair, when they are asked for.

mod cast;
mod field;
mod heard;
mod lane;
mod ledger;
mod opponents;
mod order;
mod pass;
mod paths;
mod place;
mod residual;
mod search;
mod side;
mod stale;
mod sweep;
#[cfg(test)]
mod tests;
mod tracker;

pub(crate) use opponents::Opponents;

use cast::Cast;
use ledger::Ledger;
use pass::Passes;
use sweep::sweep;

use super::hop::Walker;
use super::judge::{Bench, Group, Judged, is_opposed};
use super::provenance::SideOf;
use crate::model::attribution::Stance;
use crate::model::policy::Policy;

/// Judges the claims of a cluster; `false`, and nothing is judged, where it cannot.
pub(crate) fn judge(
    walker: &Walker<'_>,
    policy: &Policy,
    bench: &mut Bench,
    groups: &[Group<'_>],
    claims: &[u32],
    mut put: impl FnMut(u32, Judged),
) -> bool {
    let Some((passes, irregular)) = Passes::of(walker, groups, claims) else {
        return false;
    };
    let cast = Cast::of(walker, groups);
    if cast.mixes_gates(walker) {
        return false;
    }
    let mut ledger = Ledger::new(walker, &cast);
    sweep(passes, groups.len(), |changes, claim| match claim {
        Some(claim) => put(claim, ledger.judge(policy, changes, claim)),
        None => ledger.apply(changes),
    });
    for claim in irregular {
        put(claim, bench.judge(walker, policy, groups, claim));
    }
    true
}

/// Those of some claims that oppose another of them; `None` where it cannot tell.
pub(crate) fn opposed(walker: &Walker<'_>, claims: &[u32]) -> Option<Vec<u32>> {
    let affirmed = |claim: &u32| Group {
        claim: *claim,
        stance: Stance::Affirms,
        readings: walker.readings_once((*claim, Stance::Affirms)).into(),
    };
    let groups: Vec<Group<'_>> = claims.iter().map(affirmed).collect();
    let (passes, irregular) = Passes::of(walker, &groups, claims)?;
    let mut opposed = Vec::new();
    let mut against = 0_usize;
    sweep(passes, groups.len(), |changes, claim| {
        for change in changes {
            if change.from == Some(SideOf::Opposition) {
                against -= 1;
            }
            if change.to == Some(SideOf::Opposition) {
                against += 1;
                // It opposes the claim that the sweep has come to.
                opposed.push(groups[change.group as usize].claim);
            }
        }
        opposed.extend(claim.filter(|_| against > 0));
    });
    for a in irregular {
        let others: Vec<u32> = claims.iter().copied().filter(|b| is_opposed(walker, a, *b)).collect();
        if !others.is_empty() {
            opposed.push(a);
            opposed.extend(others);
        }
    }
    opposed.sort_unstable();
    opposed.dedup();
    Some(opposed)
}
