//! Sums: parts and a total that cannot add up, by the bounds of what is claimed.

use std::ops::Bound;

use super::conflict::{Conflict, ConflictKind};
use super::evaluation::Evaluation;
use super::measure::attribute_of;
use super::time::{Lies, lies};
use crate::model::number::Number;
use crate::model::region::Region;
use crate::model::rule::Rule;
use crate::model::source::Scope;

/// The tightest bound that the claims on a topic set, and the claim that sets it.
#[derive(Debug, Clone, Copy)]
struct Limit {
    at: Number,
    is_open: bool,
    claim: u32,
}

/// Every broken sum, one for each total and direction.
pub(crate) fn broken(evaluation: &Evaluation<'_>) -> Vec<Conflict> {
    let of = |rule: &Rule| match rule {
        Rule::Sum { parts, total } => of_rule(evaluation, parts, total),
        Rule::AtMost(_) | Rule::Implies { .. } => Vec::new(),
    };
    evaluation.dossier().rules().iter().flat_map(of).collect()
}

fn of_rule(evaluation: &Evaluation<'_>, parts: &[Scope], total: &Scope) -> Vec<Conflict> {
    let links = evaluation.dossier().links();
    let mut conflicts = Vec::new();
    for (number, topic) in (0..).zip(&links.topics) {
        if !total.covers(&topic.subject, &attribute_of(evaluation.dossier(), number).id) {
            continue;
        }
        let parts: Option<Vec<u32>> = parts.iter().map(|part| part_of(evaluation, part, &topic.subject)).collect();
        let Some(parts) = parts else {
            continue;
        };
        let walker = evaluation.walker();
        let held = |topic: u32| {
            let claims = walker.moves.claims.get(walker.moves.cluster[topic as usize] as usize).iter().copied();
            let on_topic = claims.filter(move |claim| walker.topic_number(*claim) == topic);
            on_topic.filter(|claim| evaluation.is_held(*claim)).collect::<Vec<u32>>()
        };
        let part_claims: Vec<Vec<u32>> = parts.iter().map(|part| held(*part)).collect();
        for whole in held(number) {
            for side in [Side::Lower, Side::Upper] {
                conflicts.extend(check(evaluation, &part_claims, whole, side));
            }
        }
    }
    conflicts
}

fn part_of(evaluation: &Evaluation<'_>, part: &Scope, subject: &str) -> Option<u32> {
    let subject = part.subject.as_deref().unwrap_or(subject);
    let topics = &evaluation.dossier().links().topics;
    let found = |topic: &crate::model::links::Topic| {
        *topic.subject == *subject && evaluation.dossier().attributes()[topic.attribute as usize].id == part.attribute
    };
    topics.iter().position(found).and_then(|at| u32::try_from(at).ok())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Lower,
    Upper,
}

/// Whether the parts are too large for the total (by their lower bounds), or too small (by their upper ones).
fn check(evaluation: &Evaluation<'_>, parts: &[Vec<u32>], whole: u32, side: Side) -> Option<Conflict> {
    let opposite = if side == Side::Lower { Side::Upper } else { Side::Lower };
    let total = limit(evaluation, whole, whole, opposite)?;
    let mut sum = Number::ZERO;
    let mut is_open = total.is_open;
    let mut claims = vec![whole];
    for part in parts {
        let limits = part.iter().filter_map(|claim| limit(evaluation, *claim, whole, side));
        let tightest = limits.reduce(|best, next| {
            let is_tighter = match side {
                Side::Lower => next.at > best.at,
                Side::Upper => next.at < best.at,
            };
            if is_tighter { next } else { best }
        })?;
        sum = sum.checked_add(tightest.at)?;
        is_open |= tightest.is_open;
        claims.push(tightest.claim);
    }
    let exceeds = if side == Side::Lower { sum > total.at } else { sum < total.at };
    (exceeds || (is_open && sum == total.at)).then(|| {
        claims.sort_unstable();
        claims.dedup();
        evaluation.conflict(ConflictKind::Sum, &claims)
    })
}

/// The bound that a claim sets at the time of another.
fn limit(evaluation: &Evaluation<'_>, claim: u32, at_time_of: u32, side: Side) -> Option<Limit> {
    let walker = evaluation.walker();
    let [own, other] = [claim, at_time_of].map(|c| &walker.measures.claims[c as usize]);
    if !walker.measures.units.is_comparable(own.unit, other.unit) {
        return None;
    }
    let attribute = attribute_of(walker.dossier, walker.topic_number(claim));
    match (lies(attribute, own.time, other.time), side) {
        (Lies::Same, _) | (Lies::Earlier, Side::Lower) | (Lies::Later, Side::Upper) => {}
        _ => return None,
    }
    let Region::Numbers(wide) = &own.extent.wide else {
        return None;
    };
    let bound = match side {
        Side::Lower => wide.lower()?,
        Side::Upper => wide.upper()?,
    };
    match bound {
        Bound::Included(at) => Some(Limit { at: *at, is_open: false, claim }),
        Bound::Excluded(at) => Some(Limit { at: *at, is_open: true, claim }),
        Bound::Unbounded => None,
    }
}
