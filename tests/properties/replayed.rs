//! Property 12, of the replay: a timeline says of every day what was to be said on it, and names what changed it.

use std::collections::BTreeMap;

use corroborate::{AttributionId, Change, ClaimId, Day, Dossier, Evaluator, Moment, Policy, Timeline, Verdict};
use proptest::prelude::*;

use crate::config;
use crate::generate::random::{self, LARGE, SMALL, Size};

type Verdicts = BTreeMap<ClaimId, Verdict>;

fn verdicts(evaluator: &Evaluator, dossier: &Dossier) -> Verdicts {
    evaluator.evaluate(dossier).assessments().map(|a| (a.claim().id.clone(), a.verdict())).collect()
}

fn end_of(day: Day) -> Moment {
    Moment::Day(day.date().unwrap())
}

/// What holds at the end of a day, if the replay does not end before.
fn as_of(policy: &Policy, dossier: &Dossier, day: Day, end: Option<Moment>) -> Verdicts {
    let day = end_of(day);
    let moment = end.filter(|end| end.known_from() < day.known_from()).unwrap_or(day);
    verdicts(&Evaluator::new(policy.clone()).as_of(moment), dossier)
}

fn on(timeline: &Timeline<'_>, day: Day) -> Verdicts {
    timeline.on(day).map(|(claim, verdict)| (claim.clone(), verdict)).collect()
}

fn known_on(dossier: &Dossier, id: &AttributionId) -> Day {
    dossier.attribution(id).unwrap().published.unwrap().last_day().into()
}

fn timeline<'d>(policy: &Policy, dossier: &'d Dossier, end: Option<Moment>) -> Timeline<'d> {
    let mut evaluator = Evaluator::new(policy.clone());
    if let Some(end) = end {
        evaluator = evaluator.as_of(end);
    }
    evaluator.timeline(dossier)
}

/// The dossier as it would be had only these of a day's attributions been published on it, the others without a date: a replay does not know those.
fn with_only(dossier: &Dossier, day: Day, kept: &[AttributionId]) -> Dossier {
    let mut builder = Dossier::builder("");
    for source in dossier.sources() {
        builder = builder.source(source.clone());
    }
    for attribute in dossier.attributes() {
        builder = builder.attribute(attribute.clone());
    }
    for claim in dossier.claims() {
        builder = builder.claim(claim.clone());
    }
    for rule in dossier.rules() {
        builder = builder.rule(rule.clone());
    }
    for entry in dossier.attributions() {
        let mut entry = entry.clone();
        if entry.published.is_some_and(|moment| Day::from(moment.last_day()) == day) && !kept.contains(&entry.id) {
            entry.published = None;
        }
        builder = builder.attribution(entry);
    }
    builder.build().unwrap()
}

/// Whether these attributions, added to what was known the day before, give the claim of a change its new verdict.
fn is_enough(policy: &Policy, dossier: &Dossier, change: &Change, kept: &[AttributionId], end: Option<Moment>) -> bool {
    let alone = with_only(dossier, change.on, kept);
    as_of(policy, &alone, change.on, end)[&change.claim] == change.to
}

fn check(dossier: &Dossier, policy: &Policy, end: Option<Moment>) -> Result<(), TestCaseError> {
    let timeline = timeline(policy, dossier, end);
    let first: Day = "2024-04-30".parse().unwrap();
    for day in (0..34).map(|after| first.plus(after)) {
        prop_assert_eq!(on(&timeline, day), as_of(policy, dossier, day, end), "on {}", day);
    }
    for change in timeline.changes() {
        prop_assert_ne!(change.from, change.to);
        prop_assert!(timeline.days().contains(&change.on));
        prop_assert_eq!(timeline.verdict(&change.claim, change.on.previous()), Some(change.from));
        prop_assert_eq!(timeline.verdict(&change.claim, change.on), Some(change.to));
        let because: Vec<AttributionId> = change.because.iter().map(|cause| cause.attribution.clone()).collect();
        prop_assert!(!because.is_empty());
        for id in because.iter().chain(&change.likewise) {
            prop_assert_eq!(known_on(dossier, id), change.on, "{} is of another day", id);
            prop_assert!(timeline.after(id).any(|other| other == change));
        }
        prop_assert!(is_enough(policy, dossier, change, &because, end), "{:?} is not enough", change);
        for at in 0..because.len() {
            let mut less = because.clone();
            less.remove(at);
            prop_assert!(!is_enough(policy, dossier, change, &less, end), "{:?} has needless causes", change);
        }
        for other in &change.likewise {
            prop_assert!(
                is_enough(policy, dossier, change, std::slice::from_ref(other), end),
                "{:?}, {}",
                change,
                other
            );
        }
    }
    Ok(())
}

/// Everything that changes is dated, mostly on few days, so that entries of one day act together.
const DENSE: Size = Size { sources: 6, attributes: 3, claims: 5, attributions: 20, rules: 3 };

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p12_a_timeline_is_what_was_known_on_every_day(
        dossier in random::dossier(SMALL), policy in random::policy(), end in proptest::option::weighted(0.3, random::moment()),
    ) {
        check(&dossier, &policy, end)?;
    }

    #[test]
    fn p12_a_timeline_of_tied_topics_is_what_was_known_on_every_day(dossier in random::dossier(DENSE), policy in random::policy()) {
        check(&dossier, &policy, None)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 8, ..config() })]

    #[test]
    fn p12_a_timeline_of_many_entries_is_what_was_known_on_every_day(dossier in random::dossier(LARGE), policy in random::policy()) {
        check(&dossier, &policy, None)?;
    }
}
