//! The replay: part by part and day by day, only what can have changed.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::causes::{Novelty, Search};
use super::{Change, Timeline};
use crate::advise::part::Parts;
use crate::evaluate::{Again, Evaluator, Verdict, Work};
use crate::model::dossier::Dossier;
use crate::model::edtf::Day;
use crate::model::links::index;
use crate::model::moment::Moment;
use crate::model::policy::Policy;

/// The replay of a dossier, and what it took.
pub(super) fn timeline<'d>(evaluator: &Evaluator, dossier: &'d Dossier) -> (Timeline<'d>, Work) {
    let whole = evaluator.evaluate(dossier);
    let (policy, end) = (whole.policy(), whole.as_of());
    let parts = Parts::of(&whole);
    let mut work = Work::default();
    let mut changes = Vec::new();
    for part in 0..parts.len() {
        let is_dated = |at: &u32| dossier.attributions()[*at as usize].published.is_some();
        if parts.claims(part).is_empty() || !parts.attributions(part).iter().any(is_dated) {
            continue;
        }
        // A dossier that does not fall into parts needs no copy.
        if parts.len() == 1 {
            replay(dossier, policy, end, &mut changes, &mut work);
        } else if let Ok(alone) = parts.builder(&[part]).build() {
            replay(&alone, policy, end, &mut changes, &mut work);
        }
    }
    let mut days: Vec<Day> = known_days(dossier, end).into_iter().map(|(day, _)| day.into()).collect();
    days.dedup();
    let undated = dossier.attributions().iter().filter(|entry| entry.published.is_none());
    let undated = undated.map(|entry| entry.id.clone()).collect();
    (Timeline::new(dossier, days, changes, undated), work)
}

/// Every attribution that is known by the end of the replay, with the day on which it becomes known; in order.
fn known_days(dossier: &Dossier, end: Option<Moment>) -> Vec<(NaiveDate, u32)> {
    let end: Option<DateTime<Utc>> = end.map(|moment| moment.known_from());
    let mut known: Vec<(NaiveDate, u32)> = (0..)
        .zip(dossier.attributions())
        .filter_map(|(at, entry)| Some((entry.published?, at)))
        .filter(|(moment, _)| end.is_none_or(|end| moment.known_from() <= end))
        .map(|(moment, at)| (moment.last_day(), at))
        .collect();
    known.sort_unstable();
    known
}

/// Replays one dossier whose claims are all judged together.
fn replay(dossier: &Dossier, policy: &Policy, end: Option<Moment>, changes: &mut Vec<Change>, work: &mut Work) {
    let known = known_days(dossier, end);
    let mut again = Again::of(dossier, policy);
    let mut is_known = vec![false; dossier.attributions().len()];
    let mut raw = vec![Verdict::Unsourced; dossier.claims().len()];
    let mut settled = raw.clone();
    for today in known.chunk_by(|a, b| a.0 == b.0) {
        let day = today[0].0;
        let new: Vec<u32> = today.iter().map(|(_, at)| *at).collect();
        for at in &new {
            is_known[*at as usize] = true;
        }
        let touched = again.touched(&new, |at| is_known[at as usize]);
        if touched.is_empty() {
            continue;
        }
        // On its last day the replay may end before midnight.
        let day_end = Moment::Day(day);
        let as_of = end.filter(|end| end.known_from() < day_end.known_from()).unwrap_or(day_end);
        let before = raw.clone();
        again.judge(as_of, &[], &touched, &mut raw);
        if raw == before {
            continue;
        }
        let changed = resettle(&mut again, &before, &raw, &mut settled);
        let novelty = Novelty { dossier, new: &new, as_of, is_known: &is_known };
        let claims: Vec<u32> = changed.iter().map(|(claim, _)| *claim).collect();
        let mut search = Search {
            again: &mut again,
            novelty: &novelty,
            changed: &claims,
            before: &before,
            after: &raw,
            tried: HashMap::from([(new.clone(), raw.clone())]),
        };
        for (claim, from) in changed {
            let to = settled[claim as usize];
            let (because, likewise) = search.causes(claim, to);
            let claim = dossier.claims()[claim as usize].id.clone();
            changes.push(Change { on: day.into(), claim, from, to, because, likewise });
        }
    }
    work.standings += again.work.standings;
    work.judgements += again.work.judgements;
}

/// Settles the claims whose verdicts changed, and with them those that oppose one that has become confirmed, or is no longer. Gives those that changed, with the
/// verdict before.
fn resettle(
    again: &mut Again<'_>,
    before: &[Verdict],
    raw: &[Verdict],
    settled: &mut [Verdict],
) -> Vec<(u32, Verdict)> {
    let confirms = |verdicts: &[Verdict], at: usize| verdicts[at] == Verdict::Confirmed;
    let is_shaken = (0..raw.len()).any(|at| confirms(before, at) != confirms(raw, at));
    let mut changed = Vec::new();
    for claim in 0..raw.len() {
        if before[claim] == raw[claim] && !(is_shaken && confirms(raw, claim)) {
            continue;
        }
        let verdict = again.settled(raw, index(claim));
        if verdict != settled[claim] {
            changed.push((index(claim), settled[claim]));
            settled[claim] = verdict;
        }
    }
    changed
}
