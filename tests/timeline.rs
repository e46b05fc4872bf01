//! Timelines of small stories, each with what an editor asks of it; and of the real one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test may panic as the test may")]

use corroborate::{
    Act, Attribute, Attribution, Bears, Claim, Day, Dossier, DossierBuilder, Evaluator, Moment, Quantity, Source,
    SourceKind, Stance, Timeline, Value, ValueKind, Verdict, render,
};

fn story() -> DossierBuilder {
    let mut builder = Dossier::builder("A dam").attribute(Attribute::new("burst", ValueKind::Truth)).claim(Claim::new(
        "c",
        "The dam has burst",
        "dam",
        "burst",
        true.into(),
    ));
    for (id, name) in [("a", "Ministry of Water"), ("b", "Government"), ("d", "Dam Authority")] {
        builder = builder.source(Source::new(id, name).kind(SourceKind::Government));
    }
    for (id, name) in [("paper", "The Herald"), ("radio", "Radio 9")] {
        builder = builder.source(Source::new(id, name).kind(SourceKind::Newspaper));
    }
    builder
}

fn on(entry: Attribution, published: &str) -> Attribution {
    entry.published(published.parse().unwrap())
}

fn says(id: &str, source: &str, published: &str) -> Attribution {
    on(Attribution::new(id, source, "c"), published)
}

/// Every change as `day from to: cause act bears, …; likewise`.
fn told(timeline: &Timeline<'_>) -> Vec<String> {
    let tell = |change: &corroborate::Change| {
        let because: Vec<String> =
            change.because.iter().map(|c| format!("{} {} {}", c.attribution, c.act, c.bears)).collect();
        let likewise: String = change.likewise.iter().map(|id| format!("; {id}")).collect();
        format!("{} {} {}: {}{likewise}", change.on, change.from, change.to, because.join(", "))
    };
    timeline.changes().iter().map(tell).collect()
}

#[track_caller]
fn assert_told(dossier: DossierBuilder, expected: &[&str]) {
    let dossier = dossier.build().unwrap();
    assert_eq!(told(&Evaluator::default().timeline(&dossier)), expected);
}

#[test]
fn a_retraction_shows_which_claims_it_reached_through_those_who_cited() {
    let dossier = story()
        .attribute(Attribute::new("flooded", ValueKind::Truth))
        .claim(Claim::new("other", "The town is flooded", "town", "flooded", true.into()))
        .attribution(says("r1", "a", "2024-05-01"))
        .attribution(says("r2", "paper", "2024-05-02").citing(["a"]))
        .attribution(on(Attribution::new("r3", "b", "other"), "2024-05-02"))
        .attribution(on(Attribution::retraction("r4", "a", "r1"), "2024-05-04"))
        .build()
        .unwrap();
    let timeline = Evaluator::default().timeline(&dossier);
    let after: Vec<&corroborate::Change> = timeline.after(&"r4".into()).collect();
    let [change] = after[..] else { panic!("one claim was reached") };
    assert_eq!((change.claim.as_str(), change.from, change.to), ("c", Verdict::Unconfirmed, Verdict::Withdrawn));
    assert_eq!((change.because[0].act, change.because[0].bears), (Act::Retracts, Bears::Neither));
    assert_eq!(
        render::change(change, &dossier),
        "\"The dam has burst\" goes from unconfirmed to withdrawn: the Ministry of Water withdrew what it had said of it."
    );
    assert_eq!(timeline.of(&"other".into()).count(), 1);
}

#[test]
fn who_is_disowned_loses_the_footing() {
    assert_told(
        story()
            .attribution(says("r1", "paper", "2024-05-01").citing(["a"]))
            .attribution(on(Attribution::disowning("r2", "a", "r1"), "2024-05-02")),
        &["2024-05-01 unsourced unconfirmed: r1 affirms for", "2024-05-02 unconfirmed withdrawn: r2 disowns neither"],
    );
}

#[test]
fn a_correction_is_told_as_one() {
    assert_told(
        story()
            .attribution(says("r1", "a", "2024-05-01"))
            .attribution(says("r2", "a", "2024-05-02").stance(Stance::Denies).corrects("r1")),
        &["2024-05-01 unsourced unconfirmed: r1 affirms for", "2024-05-02 unconfirmed withdrawn: r2 corrects against"],
    );
}

#[test]
fn a_tie_of_dates_names_both_where_it_took_both_and_the_others_where_one_would_do() {
    assert_told(
        story().attribution(says("r1", "b", "2024-05-01")).attribution(says("r2", "a", "2024-05-01")),
        &["2024-05-01 unsourced confirmed: r1 affirms for, r2 affirms for"],
    );
    assert_told(
        story()
            .attribution(says("r1", "b", "2024-05-01"))
            .attribution(says("r2", "paper", "2024-05-02").citing(["d"]))
            .attribution(says("r3", "a", "2024-05-02"))
            .attribution(says("r4", "b", "2024-05-02")),
        // Who cites comes after who speaks for himself; who repeats himself changes nothing.
        &["2024-05-01 unsourced unconfirmed: r1 affirms for", "2024-05-02 unconfirmed confirmed: r3 affirms for; r2"],
    );
}

#[test]
fn the_earlier_word_of_a_day_comes_first() {
    assert_told(
        story()
            .attribution(says("r1", "a", "2024-05-01T18:00:00Z"))
            .attribution(says("r2", "paper", "2024-05-01T09:00:00Z").citing(["b"]).citing(["a"]))
            .attribution(says("r3", "b", "2024-05-01")),
        // The paper has it from two; of A and B it takes either to free it from being the only conduit.
        &["2024-05-01 unsourced confirmed: r2 affirms for, r1 affirms for"],
    );
}

#[test]
fn a_month_is_known_with_its_last_day_and_a_moment_on_its_day_in_utc() {
    let dossier = story()
        .attribution(says("r1", "a", "2024-05"))
        .attribution(says("r2", "b", "2024-06-01T05:00:00+09:00"))
        .attribution(says("r3", "d", "2024-06-01T12:00:00Z").stance(Stance::Denies))
        .build()
        .unwrap();
    let timeline = Evaluator::default().timeline(&dossier);
    let days: Vec<String> = timeline.days().iter().map(Day::to_string).collect();
    assert_eq!(days, ["2024-05-31", "2024-06-01"]);
    assert_eq!(timeline.first_confirmed(&"c".into()), Some("2024-05-31".parse().unwrap()));
    assert_eq!(timeline.verdict(&"c".into(), "2024-05-30".parse().unwrap()), Some(Verdict::Unsourced));
    assert_eq!(timeline.verdict(&"c".into(), "2030-01-01".parse().unwrap()), Some(Verdict::Contradicted));
    assert_eq!(timeline.verdict(&"none".into(), "2030-01-01".parse().unwrap()), None);
}

#[test]
fn what_has_no_date_is_named_and_takes_no_part() {
    let dossier = story()
        .attribution(says("r1", "a", "2024-05-01"))
        .attribution(Attribution::new("r2", "b", "c"))
        .build()
        .unwrap();
    let timeline = Evaluator::default().timeline(&dossier);
    assert_eq!(timeline.undated(), ["r2".into()]);
    assert_eq!(told(&timeline), ["2024-05-01 unsourced unconfirmed: r1 affirms for"]);
    assert!(render::DayByDay::new(&timeline).to_string().ends_with(
        "\n* \"The dam has burst\" becomes unconfirmed: the Ministry of Water said so.\n\n\
         One account of these claims has no date and counts on no day.\n"
    ));
}

#[test]
fn nothing_to_tell_is_said_so() {
    let dossier = story().build().unwrap();
    let timeline = Evaluator::default().timeline(&dossier);
    assert_eq!(
        render::DayByDay::new(&timeline).and_what_changed_nothing().to_string(),
        "A dam, day by day\n\nNo verdict changed on any day.\n"
    );
}

#[test]
fn days_without_a_change_are_told_where_they_are_asked_for() {
    let dossier = story()
        .attribution(says("r1", "a", "2024-05-01"))
        .attribution(says("r2", "a", "2024-05-03"))
        .attribution(says("r3", "paper", "2024-05-03").citing(["a"]))
        .attribution(says("r4", "radio", "2024-05-05").citing(["a"]).stance(Stance::Doubts))
        .attribution(says("r5", "paper", "2024-05-05").citing(["a"]).stance(Stance::Doubts))
        .build()
        .unwrap();
    let timeline = Evaluator::default().timeline(&dossier);
    let text = render::DayByDay::new(&timeline).and_what_changed_nothing().to_string();
    assert!(
        text.contains("\n3 May 2024\n* \"The dam has burst\" stays unconfirmed: the Ministry of Water said so.\n"),
        "{text}"
    );
    assert!(
        text.contains(
            "stays unconfirmed: Radio 9 and The Herald, both citing the Ministry of Water,\n  could not confirm it.\n"
        ),
        "{text}"
    );
    let none = render::DayByDay::new(&timeline).only([]).and_what_changed_nothing().to_string();
    assert_eq!(none, "A dam, day by day\n\nNo verdict changed on any day.\n");
}

#[test]
fn a_claim_falls_with_one_that_opposes_it_and_rises_again() {
    // Two say 101, which is near enough to 100 to support it and too near to 102.5 to oppose it; with 102 it is the other way round.
    let mut dossier = Dossier::builder("").attribute(Attribute::new("length", ValueKind::Quantity));
    for (id, figure) in [("c100", "100"), ("c101", "101"), ("c102", "102"), ("c102.5", "102.5")] {
        let value = Value::Quantity(Quantity::Exactly(figure.parse().unwrap()));
        dossier = dossier.claim(Claim::new(id, "", "it", "length", value));
    }
    for (source, claim, published) in [
        ("a", "c101", "2024-05-01"),
        ("b", "c101", "2024-05-01"),
        ("d", "c102", "2024-05-02"),
        ("e", "c102", "2024-05-02"),
    ] {
        let word = on(Attribution::new(format!("by-{source}"), source, claim), published);
        dossier = dossier.source(Source::new(source, source).kind(SourceKind::Government)).attribution(word);
    }
    let dossier = dossier.attribution(on(Attribution::retraction("back", "d", "by-d"), "2024-05-04")).build().unwrap();
    let timeline = Evaluator::default().timeline(&dossier);
    let history: Vec<String> = timeline
        .of(&"c100".into())
        .map(|change| {
            let because: Vec<&str> = change.because.iter().map(|cause| cause.attribution.as_str()).collect();
            format!("{} {}: {}", change.on, change.to, because.join(", "))
        })
        .collect();
    assert_eq!(
        history,
        ["2024-05-01 confirmed: by-a, by-b", "2024-05-02 contradicted: by-d, by-e", "2024-05-04 confirmed: back"]
    );
    for day in timeline.days() {
        let evaluation = Evaluator::default().as_of(Moment::Day(day.date().unwrap())).evaluate(&dossier);
        assert!(timeline.on(*day).eq(evaluation.assessments().map(|a| (&a.claim().id, a.verdict()))), "on {day}");
    }
}

#[cfg(feature = "json")]
mod real {
    use super::*;

    fn dossier() -> Dossier {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json");
        Dossier::from_json(&std::fs::read(file).unwrap()).unwrap()
    }

    #[test]
    fn the_real_story_is_on_every_tenth_day_what_was_known_then() {
        let dossier = dossier();
        let timeline = Evaluator::default().timeline(&dossier);
        assert!(timeline.changes().len() > 100 && timeline.days().len() > 100);
        for day in timeline.days().iter().step_by(10) {
            let evaluator = Evaluator::default().as_of(Moment::Day(day.date().unwrap()));
            let evaluation = evaluator.evaluate(&dossier);
            let judged = evaluation.assessments().map(|a| (a.claim().id.clone(), a.verdict()));
            assert!(timeline.on(*day).map(|(id, verdict)| (id.clone(), verdict)).eq(judged), "on {day}");
        }
    }

    #[test]
    fn the_form_is_as_documented() {
        let dossier = story()
            .attribution(says("r1", "a", "2024-05-01"))
            .attribution(says("r2", "b", "2024-05-01"))
            .attribution(Attribution::new("r3", "b", "c"))
            .build()
            .unwrap();
        let written = serde_json::to_string_pretty(&Evaluator::default().timeline(&dossier)).unwrap();
        let page = include_str!("../docs/replay.md");
        let shown = page.split("```json\n").nth(1).and_then(|rest| rest.split_once("\n```")).unwrap().0;
        assert_eq!(written, shown);
        for word in Act::ALL.iter().map(|act| act.as_str()).chain(Bears::ALL.iter().map(|bears| bears.as_str())) {
            assert!(page.contains(&format!("`{word}`")), "`{word}` is not on the page");
        }
    }
}
