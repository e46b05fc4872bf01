//! Section 7: which claims quarrel.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use corroborate::{Claim, ClaimId, Number, Ranges, Region, Rule, Scope, Stance};

use super::Judged;
use super::bearing::Bearing;
use super::time::Desk;
use super::words::{Words, is_one_matter};

type Pairs = BTreeSet<(&'static str, ClaimId, ClaimId)>;

pub(crate) fn conflicts<'a>(
    desk: &Desk<'a>,
    bearing: &Bearing<'a>,
    words: &Words<'a>,
    judged: &BTreeMap<ClaimId, Judged>,
) -> (Pairs, BTreeSet<BTreeSet<ClaimId>>) {
    let is_said = |claim: &Claim| {
        words.recorded.iter().any(|word| word.stands && word.stance == Stance::Affirms && word.claim.id == claim.id)
    };
    let held: Vec<&'a Claim> =
        desk.dossier.claims().iter().filter(|claim| is_said(claim) && judged[&claim.id].support.most > 0).collect();
    let mut pairs = Pairs::new();
    for (at, a) in held.iter().enumerate() {
        for b in held[at + 1..].iter().filter(|b| bearing.is_opposed(a, b)) {
            let kind = if is_one_matter(desk, a, b) {
                "values"
            } else if (&a.subject, &a.attribute) == (&b.subject, &b.attribute) {
                "over-time"
            } else {
                "rule"
            };
            pairs.insert((kind, a.id.clone(), b.id.clone()));
        }
    }
    (pairs, broken_sums(desk, bearing, &held))
}

/// Every choice of one claim for each part of a sum that cannot hold together with a claim for its total.
fn broken_sums<'a>(desk: &Desk<'a>, bearing: &Bearing<'a>, held: &[&'a Claim]) -> BTreeSet<BTreeSet<ClaimId>> {
    let mut broken = BTreeSet::new();
    let about = |scope: &Scope, subject: &str| -> Vec<&'a Claim> {
        let subject = scope.subject.as_deref().unwrap_or(subject);
        held.iter().copied().filter(|claim| claim.subject == subject && claim.attribute == scope.attribute).collect()
    };
    for rule in desk.dossier.rules() {
        let Rule::Sum { parts, total } = rule else { continue };
        for &whole in held.iter().filter(|claim| total.covers(&claim.subject, &claim.attribute)) {
            let mut choices = vec![(vec![whole], Bounds::ZERO)];
            for part in parts {
                let readings: Vec<_> = about(part, &whole.subject)
                    .into_iter()
                    .flat_map(|claim| {
                        bearing.moved_to(desk, claim, whole).into_iter().map(move |region| (claim, region))
                    })
                    .collect();
                choices = choices
                    .iter()
                    .flat_map(|(chosen, sum)| {
                        readings
                            .iter()
                            .map(move |(claim, region)| ([&chosen[..], &[*claim]].concat(), sum.plus(region)))
                    })
                    .collect();
            }
            let apart = choices.into_iter().filter(|(_, sum)| sum.is_apart_from(&bearing.extent(whole).wide));
            broken.extend(apart.map(|(chosen, _)| chosen.into_iter().map(|claim| claim.id.clone()).collect()));
        }
    }
    broken
}

/// Between what a sum lies.
struct Bounds {
    low: Bound<Number>,
    high: Bound<Number>,
}

impl Bounds {
    const ZERO: Bounds = Bounds { low: Bound::Included(Number::ZERO), high: Bound::Included(Number::ZERO) };

    fn plus(&self, region: &Region) -> Bounds {
        let Region::Numbers(part) = region else { return Bounds { low: Bound::Unbounded, high: Bound::Unbounded } };
        let end = |end: Option<Bound<&Number>>| end.map_or(Bound::Unbounded, |end| end.cloned());
        Bounds { low: add(self.low, end(part.lower())), high: add(self.high, end(part.upper())) }
    }

    fn is_apart_from(&self, total: &Region) -> bool {
        let Region::Numbers(total) = total else { return false };
        Ranges::between(self.low, self.high).is_disjoint(total)
    }
}

/// An end of a sum belongs to it where the ends of both parts belong to them; one too large to hold bounds nothing.
fn add(a: Bound<Number>, b: Bound<Number>) -> Bound<Number> {
    match (a, b) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
        (Bound::Included(a), Bound::Included(b)) => a.checked_add(b).map_or(Bound::Unbounded, Bound::Included),
        (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b) | Bound::Excluded(b)) => {
            a.checked_add(b).map_or(Bound::Unbounded, Bound::Excluded)
        }
    }
}
