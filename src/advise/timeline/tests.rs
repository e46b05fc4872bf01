//! What a replay recomputes, and what it does not.

use super::replay;
use crate::evaluate::Work;
use crate::{
    Attribute, Attribution, Claim, Dossier, DossierBuilder, Evaluator, Moment, Source, SourceKind, ValueKind, Verdict,
};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// Two claims on topics of their own, four sources that speak for themselves.
fn story() -> DossierBuilder {
    let mut builder = Dossier::builder("A story");
    for attribute in ["burst", "empty"] {
        builder = builder.attribute(Attribute::new(attribute, ValueKind::Truth)).claim(Claim::new(
            attribute,
            attribute,
            "dam",
            attribute,
            true.into(),
        ));
    }
    for source in ["a", "b", "c", "d"] {
        builder = builder.source(Source::new(source, source).kind(SourceKind::Government));
    }
    builder
}

fn word(id: &str, source: &str, claim: &str, published: &str) -> Attribution {
    Attribution::new(id, source, claim).published(moment(published))
}

#[track_caller]
fn work(dossier: DossierBuilder) -> Work {
    replay::timeline(&Evaluator::default(), &dossier.build().unwrap()).1
}

#[test]
fn a_day_is_judged_only_in_the_part_in_which_something_becomes_known() {
    let dossier = story()
        .attribution(word("r1", "a", "burst", "2024-05-01"))
        .attribution(word("r2", "b", "burst", "2024-05-03"))
        .attribution(word("r3", "a", "empty", "2024-05-02"));
    assert_eq!(work(dossier), Work { standings: 3, judgements: 3 });
}

#[test]
fn nothing_is_judged_where_nothing_is_dated() {
    assert_eq!(work(story().attribution(Attribution::new("r1", "a", "burst"))), Work::default());
    assert_eq!(work(story()), Work::default());
}

#[test]
fn of_one_topic_only_claims_that_can_have_changed_are_judged() {
    // Times of fact that do not meet: each claim stands for itself.
    let mut dossier = Dossier::builder("")
        .attribute(Attribute::new("in-place", ValueKind::Truth).over_time(crate::OverTime::Varying));
    for at in 1..=4 {
        let (id, source) = (format!("c{at}"), format!("s{at}"));
        let claim = Claim::new(id.as_str(), "", "troops", "in-place", true.into());
        let when = crate::Edtf::parse(&format!("2024-0{at}-01")).unwrap();
        dossier = dossier
            .source(Source::new(source.as_str(), "").kind(SourceKind::Government))
            .claim(claim.when(when))
            .attribution(word(&format!("r{at}"), &source, &id, &format!("2024-0{at}-02")));
    }
    assert_eq!(work(dossier), Work { standings: 4, judgements: 4 });
}

#[test]
fn the_only_entry_of_a_day_is_its_cause_without_a_search() {
    let dossier = story()
        .attribution(word("r1", "a", "burst", "2024-05-01"))
        .attribution(Attribution::retraction("r2", "a", "r1").published(moment("2024-05-02")));
    assert_eq!(work(dossier), Work { standings: 2, judgements: 2 });
}

#[test]
fn entries_of_one_day_are_tried_one_by_one_and_then_together() {
    let two =
        story().attribution(word("r1", "a", "burst", "2024-05-01")).attribution(word("r2", "b", "burst", "2024-05-01"));
    // The day itself, and either entry alone; that both together are enough is known from the day itself.
    let dossier = two.clone().build().unwrap();
    let (timeline, spent) = replay::timeline(&Evaluator::default(), &dossier);
    let [change] = timeline.changes() else { panic!("one change") };
    assert_eq!((change.from, change.to, change.because.len()), (Verdict::Unsourced, Verdict::Confirmed, 2));
    assert_eq!(spent.standings, 3);
}

#[test]
fn the_end_of_the_replay_leaves_out_what_comes_after() {
    let dossier = story()
        .attribution(word("r1", "a", "burst", "2024-05-01"))
        .attribution(word("r2", "b", "burst", "2024-05-02T10:00:00Z"))
        .attribution(word("r3", "c", "burst", "2024-05-02"))
        .build()
        .unwrap();
    let until = |end: &str| {
        let (timeline, spent) = replay::timeline(&Evaluator::default().as_of(moment(end)), &dossier);
        (timeline.days().len(), timeline.changes().len(), spent.standings)
    };
    assert_eq!(until("2024-04-30"), (0, 0, 0));
    assert_eq!(until("2024-05-02T09:59:00Z"), (1, 1, 1));
    // A day's word is not known before its end, so the other one alone confirms.
    assert_eq!(until("2024-05-02T12:00:00Z"), (2, 2, 2));
}

#[test]
fn a_topic_of_very_many_claims_is_judged_whole_on_each_day_and_comes_out_the_same() {
    let mut dossier = Dossier::builder("").attribute(Attribute::new("count", ValueKind::Quantity));
    for at in 0..300_i64 {
        let (id, source) = (format!("c{at}"), format!("s{at}"));
        let figure = crate::Quantity::AtLeast(crate::Number::from(10 * at));
        dossier = dossier
            .source(Source::new(source.as_str(), "").kind(SourceKind::Government))
            .claim(Claim::new(id.as_str(), "", "it", "count", crate::Value::Quantity(figure)))
            .attribution(word(&format!("r{at}"), &source, &id, &format!("2024-05-0{}", 1 + at % 5)));
    }
    let dossier = dossier.build().unwrap();
    let (timeline, spent) = replay::timeline(&Evaluator::default(), &dossier);
    assert_eq!(spent, Work { standings: 5, judgements: 5 * 300 });
    for day in timeline.days() {
        let evaluation = Evaluator::default().as_of(Moment::Day(day.date().unwrap())).evaluate(&dossier);
        assert!(timeline.on(*day).eq(evaluation.assessments().map(|a| (&a.claim().id, a.verdict()))), "on {day}");
    }
    for change in timeline.changes() {
        assert!(change.because.iter().all(|cause| cause.bears == crate::Bears::For), "{change:?}");
        assert!(!change.because.is_empty(), "{change:?}");
    }
}
