//! What would settle it: each kind of addition and each verdict, as an editor would read it, and the proof by applying.
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

use corroborate::{
    Addition, Attribute, Attribution, Certainty, Claim, Dossier, DossierBuilder, Evaluator, Moment, Number, Outcome,
    Policy, Reliability, Remedy, Settling, Source, SourceKind, Stance, Value, ValueKind, Verdict, render,
};

/// Whether a bridge is closed, and who might know.
fn bridge() -> DossierBuilder {
    Dossier::builder("A bridge")
        .source(Source::new("ministry", "Ministry of Transport").kind(SourceKind::Government))
        .source(Source::new("mayor", "Mayor's Office").kind(SourceKind::Government))
        .source(Source::new("police", "City Police").kind(SourceKind::Police))
        .source(Source::new("union", "Drivers' Union").kind(SourceKind::Ngo))
        .source(Source::new("courier", "The Courier").kind(SourceKind::Newspaper))
        .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
        .attribute(Attribute::new("closed", ValueKind::Truth))
        .claim(Claim::new("c", "The bridge is closed", "bridge", "closed", Value::Truth(true)))
}

fn says(id: &str, source: &str) -> Attribution {
    Attribution::new(id, source, "c")
}

fn denies(id: &str, source: &str) -> Attribution {
    says(id, source).stance(Stance::Denies)
}

fn day(text: &str) -> Moment {
    text.parse().unwrap()
}

fn of(builder: DossierBuilder, words: impl IntoIterator<Item = Attribution>) -> Dossier {
    words.into_iter().fold(builder, DossierBuilder::attribution).build().unwrap()
}

/// The verdict now, and what would settle it, each remedy proved by applying it.
#[track_caller]
fn settles(dossier: &Dossier, evaluator: &Evaluator, toward: Outcome) -> (Verdict, Vec<Remedy>) {
    let evaluation = evaluator.evaluate(dossier);
    let assessment = evaluation.assessment(&"c".into()).unwrap();
    let remedies = assessment.remedies(toward);
    for remedy in &remedies {
        let settled = remedy.apply(dossier).unwrap();
        assert_eq!(settled.attributions().len(), dossier.attributions().len() + remedy.size() as usize);
        let verdict = evaluator.evaluate(&settled).assessment(&"c".into()).unwrap().verdict();
        assert_eq!(verdict, toward.verdict(), "{remedy:?}");
    }
    (assessment.verdict(), remedies)
}

#[track_caller]
fn told_by(policy: Policy, dossier: &Dossier, verdict: Verdict, toward: Outcome, expected: &[&str]) {
    let (found, remedies) = settles(dossier, &Evaluator::new(policy), toward);
    assert_eq!(found, verdict);
    let sentences: Vec<String> = remedies.iter().map(|remedy| render::remedy(remedy, dossier)).collect();
    assert_eq!(sentences, expected);
}

#[track_caller]
fn told(dossier: &Dossier, verdict: Verdict, toward: Outcome, expected: &[&str]) {
    told_by(Policy::default(), dossier, verdict, toward, expected);
}

use Outcome::{Confirmed, Refuted};

#[test]
fn a_single_origin_lacks_another() {
    let words = [says("a1", "ministry"), says("a2", "courier").citing(["ministry"])];
    let dossier = of(bridge(), words);
    told(
        &dossier,
        Verdict::Unconfirmed,
        Confirmed,
        &["One more credible origin that does not rest on the Ministry of Transport."],
    );
    told(
        &dossier,
        Verdict::Unconfirmed,
        Refuted,
        &[
            "A denial by whoever keeps the record of it.",
            "Three credible origins, independent of each other, deny it.",
            "The Ministry of Transport withdraws its statement, and two credible origins, independent of each other, deny it.",
        ],
    );
}

#[test]
fn what_nobody_says_lacks_whoever_knows() {
    let dossier = of(bridge(), []);
    told(
        &dossier,
        Verdict::Unsourced,
        Confirmed,
        &["The word of whoever keeps the record of it.", "Two credible origins, independent of each other."],
    );
    let engineer =
        Source::new("engineer", "Bridge Authority").kind(SourceKind::Government).authority_on("bridge/closed");
    let dossier = of(bridge().source(engineer.clone()), []);
    told(
        &dossier,
        Verdict::Unsourced,
        Confirmed,
        &["The Bridge Authority's own word on it.", "Two credible origins, independent of each other."],
    );
    told(
        &dossier,
        Verdict::Unsourced,
        Refuted,
        &[
            "A denial by the Bridge Authority, whose own records settle it.",
            "Two credible origins, independent of each other, deny it.",
        ],
    );
    let other = Source::new("archive", "Public works (archive)").kind(SourceKind::Government).authority_on("closed");
    let dossier = of(bridge().source(engineer.clone()).source(other), []);
    told(
        &dossier,
        Verdict::Unsourced,
        Confirmed,
        &[
            "The word of Public works (archive) or the Bridge Authority, whose own records settle it.",
            "Two credible origins, independent of each other.",
        ],
    );
    // An authority with a stake, or one that cannot be relied on, settles nothing.
    let dossier = of(bridge().source(engineer.reliability(Reliability::D)), []);
    told(
        &dossier,
        Verdict::Unsourced,
        Confirmed,
        &["The word of whoever keeps the record of it.", "Two credible origins, independent of each other."],
    );
}

#[test]
fn what_was_withdrawn_starts_again() {
    let dossier = of(bridge(), [says("a1", "ministry"), Attribution::retraction("a2", "ministry", "a1")]);
    told(
        &dossier,
        Verdict::Withdrawn,
        Confirmed,
        &["The word of whoever keeps the record of it.", "Two credible origins, independent of each other."],
    );
}

#[test]
fn a_contradiction_is_settled_from_either_side() {
    let dossier = of(bridge(), [says("a1", "ministry"), denies("a2", "mayor")]);
    told(
        &dossier,
        Verdict::Contradicted,
        Confirmed,
        &[
            "The word of whoever keeps the record of it.",
            "Two more credible origins, independent of each other and of the Ministry of Transport.",
            "The Mayor's Office withdraws its denial, and one more credible origin that does not rest on the Ministry of Transport says so.",
        ],
    );
    told(
        &dossier,
        Verdict::Contradicted,
        Refuted,
        &[
            "A denial by whoever keeps the record of it.",
            "Two more credible origins, independent of each other and of the Mayor's Office, deny it.",
            "The Ministry of Transport withdraws its statement, and one more credible origin that does not rest on the Mayor's Office denies it.",
        ],
    );
    let strict = Policy { authority_suffices: false, ..Policy::default() };
    told_by(
        strict,
        &dossier,
        Verdict::Contradicted,
        Confirmed,
        &[
            "The word of whoever keeps the record of it.",
            "Two more credible origins, independent of each other and of the Ministry of Transport.",
            "The Mayor's Office withdraws its denial, and one more credible origin that does not rest on the Ministry of Transport says so.",
        ],
    );
}

#[test]
fn who_is_cited_can_disown_what_is_told() {
    let words = [says("a1", "ministry"), says("a2", "police"), denies("a3", "courier").citing(["mayor"])];
    told(
        &of(bridge(), words),
        Verdict::Contradicted,
        Confirmed,
        &[
            "One more credible origin that does not rest on the Ministry of Transport or the City Police.",
            "The Mayor's Office disowns what The Courier credited it with.",
        ],
    );
}

#[test]
fn what_is_refuted_can_be_confirmed_still() {
    let dossier =
        of(bridge(), [says("a1", "ministry"), denies("a2", "mayor"), denies("a3", "police"), denies("a4", "union")]);
    told(
        &dossier,
        Verdict::Refuted,
        Confirmed,
        &[
            "Whoever keeps the record of it says so; the Mayor's Office withdraws its denial; and the City Police withdraw their denial.",
            "The Mayor's Office withdraws its denial; the City Police withdraw their denial; the Drivers' Union withdraws its denial; and one more credible origin that does not rest on the Ministry of Transport says so.",
            "Eight more credible origins, independent of each other and of the Ministry of Transport.",
        ],
    );
    let engineer =
        Source::new("engineer", "Bridge Authority").kind(SourceKind::Government).authority_on("bridge/closed");
    let dossier = of(bridge().source(engineer), [denies("a1", "engineer")]);
    told(
        &dossier,
        Verdict::Refuted,
        Confirmed,
        &[
            "Whoever keeps the record of it says so, and the Bridge Authority withdraws its denial.",
            "The Bridge Authority withdraws its denial, and two credible origins, independent of each other, say so.",
            "Whoever keeps the record of it says so, and so do two more credible origins, independent of each other.",
        ],
    );
}

#[test]
fn who_hedges_can_say_it_outright() {
    let words = [says("a1", "ministry"), says("a2", "police").certainty(Certainty::Probable)];
    let dossier = of(bridge(), words);
    told(
        &dossier,
        Verdict::Unconfirmed,
        Confirmed,
        &[
            "One more credible origin that does not rest on the Ministry of Transport.",
            "The City Police say so outright.",
        ],
    );
}

#[test]
fn who_is_only_cited_can_say_it_itself() {
    let relay = |id: &str, of: &str| says(id, "courier").citing([of]).certainty(Certainty::Possible);
    let dossier = of(bridge(), [says("a1", "ministry"), relay("a2", "police")]);
    told(
        &dossier,
        Verdict::Unconfirmed,
        Confirmed,
        &[
            "One more credible origin that does not rest on the Ministry of Transport.",
            "The City Police say so themselves, outright.",
        ],
    );
    // All comes through one outlet: either who is cited would free it.
    let told_of = |id: &str, of: &str| says(id, "courier").citing([of]);
    let dossier = of(bridge(), [told_of("a1", "mayor"), told_of("a2", "police")]);
    told(
        &dossier,
        Verdict::Unconfirmed,
        Confirmed,
        &[
            "One more credible origin that does not rest on the Mayor's Office or the City Police.",
            "The Mayor's Office says so itself, outright.",
        ],
    );
}

#[test]
fn who_does_not_say_how_it_knows_can_say_so() {
    let dossier = of(bridge(), [says("a1", "ministry"), says("a2", "courier")]);
    told(
        &dossier,
        Verdict::Unconfirmed,
        Confirmed,
        &[
            "One more credible origin that does not rest on the Ministry of Transport.",
            "The Courier shows that it has this at first hand.",
        ],
    );
}

#[test]
fn a_word_of_its_own_replaces_what_is_undated_and_what_is_of_the_same_moment() {
    let hedged = says("a2", "police").certainty(Certainty::Probable);
    let mut policy = Policy { authority_suffices: false, ..Policy::default() };
    for published in [None, Some(day("2025-03-01"))] {
        let mut words = [says("a1", "ministry"), hedged.clone()];
        for word in &mut words {
            word.published = published;
        }
        let dossier = of(bridge(), words);
        let mut evaluator = Evaluator::new(policy.clone());
        if let Some(moment) = published {
            evaluator = evaluator.as_of(moment);
        }
        let (_, remedies) = settles(&dossier, &evaluator, Confirmed);
        let own = remedies.iter().find(|remedy| matches!(remedy.additions[0], Addition::OwnWord { .. })).unwrap();
        assert_eq!(own.published, published);
        let settled = own.apply(&dossier).unwrap();
        let evaluation = evaluator.evaluate(&settled);
        let standing = evaluation.assessment(&"c".into()).unwrap().support().attributions();
        assert_eq!(standing.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["a1", "added-1"]);
    }
    policy.independent_origins = 1;
    let dossier = of(bridge(), [says("a1", "ministry")]);
    assert_eq!(settles(&dossier, &Evaluator::new(policy), Confirmed), (Verdict::Confirmed, Vec::new()));
}

#[test]
fn a_replay_asks_for_nothing_that_it_cannot_know() {
    let words = [
        says("a1", "ministry").published(day("2025-03-01")),
        denies("a2", "mayor").published(day("2025-03-02")),
        denies("a3", "police").published(day("2025-03-09")),
        says("a4", "union"),
    ];
    let dossier = of(bridge(), words);
    let then = Evaluator::new(Policy::default()).as_of(day("2025-03-02"));
    let (verdict, remedies) = settles(&dossier, &then, Confirmed);
    assert_eq!(verdict, Verdict::Contradicted);
    assert!(remedies.iter().all(|remedy| remedy.published == Some(day("2025-03-02"))));
    let asked: Vec<_> = remedies.iter().flat_map(|remedy| &remedy.additions).collect();
    let withdrawn = Addition::Withdrawal { source: "mayor".into(), retracts: vec!["a2".into()], disowns: Vec::new() };
    assert!(asked.contains(&&withdrawn), "{asked:?}");
    let (_, remedies) = settles(&dossier, &Evaluator::new(Policy::default()), Confirmed);
    assert!(remedies.iter().all(|remedy| remedy.published == Some(day("2025-03-10"))));
}

#[test]
fn a_withdrawal_reaches_all_that_would_stand_again() {
    let words = [
        says("a1", "ministry"),
        says("a2", "police"),
        denies("a3", "mayor").published(day("2025-03-01")),
        denies("a4", "mayor").published(day("2025-03-02")),
        denies("a5", "courier").citing(["mayor"]).published(day("2025-03-03")),
    ];
    let (verdict, remedies) = settles(&of(bridge(), words), &Evaluator::new(Policy::default()), Confirmed);
    assert_eq!(verdict, Verdict::Contradicted);
    let retracts = vec!["a3".into(), "a4".into()];
    let withdrawn = Addition::Withdrawal { source: "mayor".into(), retracts, disowns: vec!["a5".into()] };
    assert!(remedies.iter().any(|remedy| remedy.additions == [withdrawn.clone()]), "{remedies:?}");
}

#[test]
fn hundreds_of_origins_are_counted_and_thousands_are_no_advice() {
    let dossier = of(bridge(), [says("a1", "ministry"), denies("a2", "mayor")]);
    let ask = |outweighs: i64, independent_origins: u32| {
        let policy = Policy {
            outweighs: Number::from(outweighs),
            independent_origins,
            authority_suffices: false,
            ..Policy::default()
        };
        let (_, remedies) = settles(&dossier, &Evaluator::new(policy), Confirmed);
        let origins = |remedy: &Remedy| match &remedy.additions[..] {
            [Addition::Origins { count, .. }] => Some(*count),
            _ => None,
        };
        remedies.iter().find_map(origins)
    };
    assert_eq!(ask(3, 2), Some(2));
    assert_eq!(ask(700, 2), Some(699));
    assert_eq!(ask(3, 300), Some(299));
    assert_eq!(ask(3, 5000), None);
}

#[test]
fn many_opponents_are_withdrawn_no_further_than_needed() {
    let mut builder = bridge();
    let mut words = Vec::new();
    for at in 0..6 {
        let id = format!("o{at}");
        builder = builder.source(Source::new(id.as_str(), format!("Office {at}")).kind(SourceKind::Government));
        words.push(denies(&format!("d{at}"), &id));
        words.push(denies(&format!("r{at}"), "courier").citing([id.as_str()]));
    }
    words.extend([says("a1", "ministry"), says("a2", "police")]);
    let policy = Policy { outweighs: Number::from(900), authority_suffices: false, ..Policy::default() };
    let dossier = of(builder, words);
    let (verdict, remedies) = settles(&dossier, &Evaluator::new(policy), Confirmed);
    assert_eq!(verdict, Verdict::Contradicted);
    let withdrawn = remedies[0].additions.iter().filter(|addition| matches!(addition, Addition::Withdrawal { .. }));
    assert_eq!((withdrawn.count(), remedies[0].size()), (6, 6));
}

/// Every fifth claim: all of them take minutes without optimisation.
#[cfg(feature = "json")]
#[test]
fn the_real_story_can_be_settled_either_way() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json");
    let dossier = Dossier::from_json(&std::fs::read(file).unwrap()).unwrap();
    let evaluator = Evaluator::new(Policy::default());
    let evaluation = evaluator.evaluate(&dossier);
    let settling = Settling::of(&evaluation);
    for assessment in evaluation.assessments().filter(|assessment| assessment.is_flagged()).step_by(5) {
        let claim = &assessment.claim().id;
        for toward in Outcome::BOTH.into_iter().filter(|toward| toward.verdict() != assessment.verdict()) {
            let remedies = settling.remedies(claim, toward);
            let first = remedies.first().unwrap_or_else(|| panic!("{claim} cannot be {toward:?}"));
            let settled = first.apply(&dossier).unwrap();
            let verdict = evaluator.evaluate(&settled).assessment(claim).unwrap().verdict();
            assert_eq!(verdict, toward.verdict(), "{claim}: {first:?}");
        }
    }
}

#[test]
fn nothing_is_asked_for_what_is_settled_already() {
    let dossier = of(bridge(), [says("a1", "ministry"), says("a2", "police")]);
    for toward in Outcome::BOTH {
        told(&dossier, Verdict::Confirmed, toward, &[]);
    }
    told(&of(bridge(), [denies("a1", "ministry"), denies("a2", "police")]), Verdict::Refuted, Refuted, &[]);
    let evaluation = Evaluator::default().evaluate(&dossier);
    assert!(Settling::of(&evaluation).remedies(&"no such claim".into(), Confirmed).is_empty());
}

#[test]
fn new_entries_bear_ids_that_nothing_else_bears() {
    let mut words = vec![says("a1", "ministry")];
    let mut builder = bridge().source(Source::new("new-1", "Already here").kind(SourceKind::Government));
    for at in 1..=3 {
        words.push(says(&format!("added-{at}"), "courier").citing(["new-1"]).certainty(Certainty::Unverified));
    }
    builder = builder.source(Source::new("new-3", "Here too"));
    let dossier = of(builder, words);
    let (_, remedies) = settles(&dossier, &Evaluator::new(Policy::default()), Refuted);
    let three = remedies.iter().find(|remedy| remedy.size() == 3).unwrap();
    let settled = three.apply(&dossier).unwrap();
    for id in ["new-2", "new-4", "new-5"] {
        assert!(settled.source(&id.into()).is_some(), "{id}");
    }
    assert!(settled.attribution(&"added-6".into()).is_some());
}

#[test]
fn a_remedy_for_another_dossier_is_an_error() {
    let dossier = of(bridge(), [says("a1", "ministry")]);
    let (_, remedies) = settles(&dossier, &Evaluator::new(Policy::default()), Confirmed);
    let problems = remedies[0].apply(&Dossier::builder("").build().unwrap()).unwrap_err();
    assert!(problems.to_string().contains("`c`"), "{problems}");
}
