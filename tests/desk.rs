//! A desk: what is judged again and what is not, what is refused and in which words, and what others see meanwhile.
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

use corroborate::{
    Amendment, Attribute, Attribution, Claim, Code, Desk, Dossier, Evaluator, Name, OverTime, Policy, Quantity,
    Reliability, Rule, Scope, Snapshot, Source, SourceKind, Value, ValueKind, Verdict,
};

fn quantity(n: i64) -> Value {
    Value::Quantity(Quantity::Exactly(n.into()))
}

/// Two dams, each with a word; counts that a rule ties; troops on four days of June.
fn desk() -> Desk {
    let mut builder = Dossier::builder("Two dams")
        .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
        .source(Source::new("police", "The police").kind(SourceKind::Police))
        .source(Source::new("gazette", "Gazette").kind(SourceKind::Newspaper))
        .source(Source::new("idle", "Nobody asked"))
        .attribute(Attribute::new("burst", ValueKind::Truth))
        .attribute(Attribute::new("killed", ValueKind::Quantity).unit("people"))
        .attribute(Attribute::new("hurt", ValueKind::Quantity).unit("people"))
        .attribute(Attribute::new("troops", ValueKind::Quantity).over_time(OverTime::Varying))
        .rule(Rule::AtMost(vec![Scope::new("killed"), Scope::new("hurt")]));
    for dam in ["north", "south"] {
        builder = builder
            .claim(Claim::new(dam, format!("The {dam} dam has burst"), dam, "burst", true.into()))
            .claim(Claim::new(format!("{dam}-killed"), "Ten have been killed", dam, "killed", quantity(10)))
            .claim(Claim::new(format!("{dam}-hurt"), "Five have been hurt", dam, "hurt", quantity(5)))
            .attribution(Attribution::new(format!("{dam}-1"), "ministry", dam))
            .attribution(Attribution::new(format!("{dam}-2"), "gazette", format!("{dam}-hurt")).citing(["ministry"]));
    }
    for day in 1..5 {
        let id = format!("troops-{day}");
        let when = format!("2024-06-{:02}", day * 7).parse().unwrap();
        builder = builder
            .claim(Claim::new(id.as_str(), "There are troops", "border", "troops", quantity(100 * day)).when(when))
            .attribution(Attribution::new(id.as_str(), "police", id.as_str()));
    }
    Desk::open(builder.build().unwrap(), Evaluator::default())
}

/// How many claims a change can reach, and how many it takes to judge them.
#[track_caller]
fn reached(desk: &mut Desk, amendment: Amendment) -> (usize, usize) {
    let work = desk.apply([amendment]).unwrap().work();
    (work.reached, work.claims)
}

#[test]
fn a_word_on_one_topic_judges_no_claim_of_another() {
    let word = |claim: &str| Amendment::add(Attribution::new("new", "police", claim));
    assert_eq!(reached(&mut desk(), word("north")), (1, 1));
    // A rule ties those killed and those hurt of one dam, and not of the other.
    assert_eq!(reached(&mut desk(), word("north-killed")), (2, 2));
    // What varies is compared on one day alone.
    assert_eq!(reached(&mut desk(), word("troops-2")), (1, 1));
}

#[test]
fn a_source_without_words_is_no_reason_to_judge_anything() {
    let mut desk = desk();
    assert_eq!(reached(&mut desk, Amendment::add(Source::new("new", "Somebody"))), (0, 0));
    let idle = Source::new("idle", "Nobody asked").reliability(Reliability::A);
    assert_eq!(reached(&mut desk, Amendment::edit(idle)), (0, 0));
    assert_eq!(reached(&mut desk, Amendment::Remove(Name::Source("idle".into()))), (0, 0));
    assert_eq!(reached(&mut desk, Amendment::Title("Three dams".to_owned())), (0, 0));
}

#[test]
fn a_source_is_judged_again_wherever_it_speaks_or_is_cited() {
    let mut desk = desk();
    let ministry =
        Source::new("ministry", "Ministry of Water").kind(SourceKind::Government).reliability(Reliability::E);
    // Both dams, and of both those hurt and killed.
    assert_eq!(reached(&mut desk, Amendment::edit(ministry)), (6, 6));
    let gazette = Source::new("gazette", "Gazette").kind(SourceKind::Newspaper).owner("idle");
    assert_eq!(reached(&mut desk, Amendment::edit(gazette)), (4, 4));
    // Its owner is asked for as well now.
    let idle = Source::new("idle", "A publisher");
    assert_eq!(reached(&mut desk, Amendment::edit(idle)), (4, 4));
}

#[test]
fn parts_fall_apart_and_come_together_as_rules_go_and_come() {
    let mut desk = desk();
    let rule = Rule::AtMost(vec![Scope::new("killed"), Scope::new("hurt")]);
    let word = |id: &str| Amendment::add(Attribution::new(id, "police", "north-killed"));
    assert_eq!(reached(&mut desk, Amendment::remove_rule(rule.clone())), (4, 4));
    assert_eq!(reached(&mut desk, word("new-1")), (1, 1));
    assert_eq!(reached(&mut desk, Amendment::add_rule(rule)), (4, 4));
    assert_eq!(reached(&mut desk, word("new-2")), (2, 2));
}

#[test]
fn what_changed_is_told_with_its_cause_and_nothing_else() {
    let mut desk = desk();
    let effect = desk
        .apply([
            Amendment::add(Source::new("mayor", "The mayor").kind(SourceKind::Official)),
            Amendment::add(Attribution::new("north-3", "mayor", "north")),
            Amendment::add(Attribution::new("south-3", "idle", "south").citing(["ministry"])),
        ])
        .unwrap();
    let [changed] = effect.judgements() else {
        panic!("{:?}", effect.judgements());
    };
    assert_eq!((changed.claim.as_str(), changed.because.as_slice()), ("north", &[1][..]));
    assert_eq!(changed.before.map(|it| it.verdict()), Some(Verdict::Unconfirmed));
    assert_eq!(changed.after.map(|it| it.verdict()), Some(Verdict::Confirmed));
    let findings = effect.findings();
    let told: Vec<_> = findings
        .iter()
        .map(|it| (it.claim.as_str(), it.before.as_ref().or(it.after.as_ref()).unwrap().code, &*it.because))
        .collect();
    assert!(told.contains(&("north", Code::SingleOrigin, &[1][..])), "{told:?}");
    assert!(told.iter().all(|(claim, ..)| ["north", "south"].contains(claim)), "{told:?}");
    assert!(effect.conflicts().is_empty());
}

#[test]
fn a_batch_may_come_in_any_order_and_is_refused_as_a_whole() {
    let mut desk = desk();
    let before = desk.view().dossier();
    let problems = desk
        .apply([
            Amendment::add(Attribution::new("new", "mayor", "north")),
            Amendment::add(Source::new("mayr", "The mayor")),
            Amendment::add(Claim::new("north", "Another", "north", "burst", false.into())),
            Amendment::edit(Claim::new("nort", "Another", "north", "burst", false.into())),
            Amendment::Remove(Name::Attribution("north-9".into())),
            Amendment::remove_rule(Rule::AtMost(vec![Scope::new("hurt"), Scope::new("killed")])),
        ])
        .unwrap_err();
    assert_eq!(
        problems.to_string(),
        "[2].add.claim.id: claim `north` stands twice with different content\n\
         [3].edit.claim.id: unknown claim `nort`, did you mean `north`?\n\
         [4].remove.attribution: unknown attribution `north-9`, did you mean `north-1`?\n\
         [5].remove.rule: there is no such rule: it is named by its content, as it stands in the list\n\
         [0].add.attribution.source: unknown source `mayor`, did you mean `mayr`?"
    );
    assert_eq!(desk.view().dossier(), before);
    assert!(desk.undo().is_none());
    desk.apply([
        Amendment::add(Attribution::new("new", "mayor", "north")),
        Amendment::add(Source::new("mayor", "The mayor")),
    ])
    .unwrap();
}

#[test]
fn what_would_no_longer_fit_is_named() {
    let mut desk = desk();
    let mut refused = |amendment: Amendment| desk.apply([amendment]).unwrap_err().to_string();
    assert_eq!(
        refused(Amendment::Remove(Name::Source("police".into()))),
        ["1", "2", "3", "4"].map(|n| format!("attributions.troops-{n}.source: unknown source `police`")).join("\n")
    );
    assert_eq!(
        refused(Amendment::Remove(Name::Claim("north".into()))),
        "attributions.north-1.claim: unknown claim `north`"
    );
    assert_eq!(
        refused(Amendment::edit(Attribute::new("burst", ValueKind::Date))),
        "claims.north.value: attribute `burst` takes a date, this is a truth\n\
         claims.south.value: attribute `burst` takes a date, this is a truth"
    );
    let attribute = refused(Amendment::Remove(Name::Attribute("killed".into())));
    assert!(attribute.contains("claims.north-killed.attribute: unknown attribute `killed`"), "{attribute}");
    assert!(attribute.contains("rules[0]: unknown attribute `killed`"), "{attribute}");
}

#[test]
fn who_becomes_somebodys_spokesman_cannot_have_corrected_another() {
    let mut desk = desk();
    desk.apply([Amendment::add(Attribution::new("north-4", "ministry", "north").corrects("north-1"))]).unwrap();
    let other = Source::new("ministry", "Ministry of Water").kind(SourceKind::Government).speaks_for("idle");
    desk.apply([Amendment::edit(other)]).unwrap();
    let word = Attribution::new("north-1", "police", "north");
    assert_eq!(
        desk.apply([Amendment::edit(word)]).unwrap_err().to_string(),
        "attributions.north-4.corrects: `north-4` corrects `north-1`, which is the word of another source, `police`"
    );
}

#[test]
fn a_snapshot_stays_as_it_was_while_the_desk_goes_on() {
    let mut desk = desk();
    let early: Snapshot = desk.snapshot();
    let reader = std::thread::spawn(move || {
        let verdicts: Vec<Verdict> = (0..100).map(|_| early.judgement(&"north".into()).unwrap().verdict()).collect();
        (verdicts, early.dossier())
    });
    let before = desk.view().dossier();
    desk.apply([Amendment::add(Attribution::new("new", "police", "north"))]).unwrap();
    let (verdicts, seen) = reader.join().unwrap();
    assert!(verdicts.iter().all(|verdict| *verdict == Verdict::Unconfirmed));
    assert_eq!(seen, before);
    assert_eq!(desk.view().judgement(&"north".into()).unwrap().verdict(), Verdict::Confirmed);
}

#[test]
fn what_is_undone_comes_back_as_it_was_and_can_be_done_again() {
    let mut desk = desk();
    let first = desk.view().dossier();
    let rules = [
        Rule::AtMost(vec![Scope::new("hurt"), Scope::new("killed")]),
        Rule::AtMost(vec![Scope::new("killed"), Scope::new("hurt")]),
    ];
    desk.apply(rules.iter().cloned().map(Amendment::add_rule)).unwrap();
    let second = desk.view().dossier();
    desk.apply([Amendment::remove_rule(rules[1].clone())]).unwrap();
    let third = desk.view().dossier();
    assert!(desk.undo().is_some());
    assert_eq!(desk.view().dossier(), second);
    assert!(desk.undo().is_some());
    assert_eq!(desk.view().dossier(), first);
    assert!(desk.undo().is_none());
    assert!(desk.redo().is_some() && desk.redo().is_some() && desk.redo().is_none());
    assert_eq!(desk.view().dossier(), third);
    desk.undo();
    desk.apply([Amendment::Title("Other".to_owned())]).unwrap();
    assert!(desk.redo().is_none(), "another batch has been applied since");
}

#[test]
fn a_claim_is_explained_and_seen_at_another_moment_without_the_rest() {
    let mut desk = desk();
    let dated = Attribution::new("new", "police", "north").published("2025-03-02".parse().unwrap());
    desk.apply([Amendment::add(dated)]).unwrap();
    let at = |day: &str| {
        desk.view().as_of(day.parse().unwrap(), &"north".into(), |it| (it.verdict(), it.support().origins().len()))
    };
    assert_eq!(at("2025-03-01"), Some((Verdict::Unsourced, 0)));
    assert_eq!(at("2025-03-02"), Some((Verdict::Unconfirmed, 1)));
    assert_eq!(desk.view().judge(&"north".into(), |it| it.support().origins().len()), Some(2));
    let alone = Policy { independent_origins: 3, ..Policy::default() };
    let verdict = desk.view().judge_by(&Evaluator::new(alone.clone()), &"north".into(), |it| it.verdict());
    assert_eq!(verdict, Some(Verdict::Unconfirmed));
    assert_eq!(desk.view().judge(&"nowhere".into(), |it| it.verdict()), None);
    desk.judge_by(Evaluator::new(alone));
    assert_eq!(desk.view().judgement(&"north".into()).unwrap().verdict(), Verdict::Unconfirmed);
}
