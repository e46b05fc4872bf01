//! Drafts: what is proposed, what is missing, and what a person makes of it.

use corroborate::text::{Missing, Names, SpeakerKind, Unaccepted, draft};
use corroborate::{
    Attribute, Certainty, Claim, Dossier, Number, OverTime, Quantity, Source, SourceId, SourceKind, Stance, Value,
    ValueKind, render,
};

const STORY: &str = include_str!("story.txt");

#[track_caller]
fn only(text: &str) -> corroborate::text::ClaimDraft {
    let mut drafts = draft(text, None);
    assert_eq!(drafts.claims.len(), 1, "{}", render::drafts(&drafts));
    drafts.claims.remove(0)
}

#[test]
fn a_figure_in_a_chain_becomes_a_claim_and_a_citing_word() {
    let draft = only("AFP quoted a lawmaker who cited the spy agency as saying 2,000 men had died.");
    assert_eq!(draft.statement, "2,000 men had died");
    assert_eq!(draft.value, Quantity::Exactly(Number::from(2000)).into());
    assert_eq!(draft.unit.as_deref(), Some("men"));
    let chain: Vec<&str> = draft.words[0].chain.iter().map(|cited| cited.name.as_str()).collect();
    assert_eq!(chain, ["AFP", "a lawmaker", "the spy agency"]);
    assert_eq!(draft.words[0].stance, Some(Stance::Affirms));
}

#[test]
fn what_is_missing_is_listed() {
    let missing = |text: &str| only(text).missing;
    let text = |words: &str| words.to_owned();
    assert_eq!(missing("Kyiv said 3,000 men had died."), [Missing::Topic]);
    assert_eq!(missing("Officials said 3,000 men had died."), [Missing::Topic, Missing::Speaker(text("Officials"))]);
    assert_eq!(
        missing("Lawmakers were told that 3,000 men had died."),
        [Missing::Topic, Missing::Nobody(text("were told"))]
    );
    assert_eq!(missing("Kim told Reuters that 3,000 men had died."), [Missing::Topic, Missing::Told(text("Reuters"))]);
    assert_eq!(
        missing("Moscow denied sending the shells."),
        [Missing::Topic, Missing::Statement(text("Sending the shells"))]
    );
    assert!(missing("Kyiv said it did not lose 40 tanks.").contains(&Missing::Negation(text("not"))));
    assert!(
        missing("Kyiv said it might lose 40 tanks.").iter().any(|missing| matches!(missing, Missing::Modality { .. }))
    );
    assert!(missing("In May Kyiv said 3,000 men had died.").contains(&Missing::When(text("May"))));
    assert!(missing("Losses are estimated at 3,000 men.").contains(&Missing::Hedge(text("are estimated"))));
    assert!(missing("Thousands of men died.").contains(&Missing::Vague(text("Thousands of men"))));
    assert!(
        missing("Kyiv said 3,000 men had died on Friday.")
            .iter()
            .any(|missing| matches!(missing, Missing::Date { .. }))
    );
    assert!(
        missing("The Kremlin declined to comment on the losses.")
            .contains(&Missing::Stance(text("declined to comment on")))
    );
}

#[test]
fn every_lack_is_told_in_one_line() {
    let words = || "it\nall".to_owned();
    let told = [
        Missing::Topic,
        Missing::Statement(words()),
        Missing::Hedge(words()),
        Missing::Negation(words()),
        Missing::Modality { modality: corroborate::text::Modality::Planned, words: words() },
        Missing::Unit,
        Missing::Vague(words()),
        Missing::Change(words()),
        Missing::Date { words: words(), why: corroborate::text::Unresolved::NeedsPublication },
        Missing::When(words()),
        Missing::Speaker(words()),
        Missing::Nobody(words()),
        Missing::Told(words()),
        Missing::Refers(words()),
        Missing::Stance(words()),
    ]
    .map(|missing| missing.to_string());
    assert_eq!(
        told,
        [
            "say what it is about (the subject) and what is said of that (the attribute)",
            "`it�all` is no sentence: put what is claimed as one",
            "put the statement without `it�all`, which is kept as the hedge",
            "put the statement without `it�all`: the stance says that it is not so",
            "this is planned (`it�all`), and no fact: choose an attribute that says so",
            "say what is counted",
            "`it�all` is an open count: only its floor is taken",
            "`it�all` is how far it moved, not where it stands: choose an attribute that says so",
            "`it�all`: the date counts from the day of publication, which is not known",
            "`it�all`: say whether that is when it was so, or when it was said",
            "say who is meant by `it�all`",
            "`it�all`: the text does not say who says so",
            "it was told to `it�all`: say whether the text has it from there",
            "`it�all` may stand for this claim: say whether it does",
            "`it�all` is no stance: leave it out, or record it elsewhere",
        ]
    );
}

#[test]
fn doubt_and_denial_become_certainty_and_stance() {
    for (text, stance, certainty, hedge) in [
        ("Kyiv said 3,000 men had died.", Stance::Affirms, Certainty::Stated, None),
        ("Kyiv denied that 3,000 men had died.", Stance::Denies, Certainty::Stated, None),
        ("Kyiv did not lose 40 tanks.", Stance::Denies, Certainty::Stated, None),
        ("There is no evidence that 3,000 men died.", Stance::Doubts, Certainty::Stated, None),
        ("It is unlikely that 3,000 men died.", Stance::Denies, Certainty::Probable, Some("unlikely")),
        (
            "Reuters could not verify that 3,000 men had died.",
            Stance::Doubts,
            Certainty::Unverified,
            Some("could not verify"),
        ),
        (
            "Kyiv estimates that 3,000 men may have died.",
            Stance::Affirms,
            Certainty::Possible,
            Some("estimates; may have"),
        ),
        ("Reports suggest 3,000 men died.", Stance::Affirms, Certainty::Unverified, Some("Reports suggest")),
    ] {
        let word = only(text).words.remove(0);
        assert_eq!((word.stance, word.certainty, word.hedge.as_deref()), (Some(stance), certainty, hedge), "{text}");
    }
}

#[test]
fn a_denial_of_it_is_a_word_on_what_stands_before_it() {
    let draft = only("Kyiv said 3,000 men had died. Moscow denied it.");
    let stances: Vec<_> = draft.words.iter().map(|word| word.stance).collect();
    assert_eq!(stances, [Some(Stance::Affirms), Some(Stance::Denies)]);
    assert!(draft.missing.contains(&Missing::Refers("it".to_owned())));
}

#[test]
fn nothing_is_in_a_dossier_before_it_is_accepted() {
    let claims = draft(STORY, Some("2025-05-06".parse().unwrap())).claims;
    let dossier = Dossier::builder("A dam")
        .source(Source::new("ministry", "Interior ministry").kind(SourceKind::Government))
        .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
        .attribute(Attribute::new("killed", ValueKind::Quantity).unit("people").over_time(OverTime::Cumulative))
        .build()
        .unwrap();
    let names = Names::of(&dossier);
    let find = |name: &str| names.find(name).map(|source| source.id.clone());
    let dead = claims.iter().find(|claim| claim.unit.as_deref() == Some("people")).unwrap();
    assert_eq!(dead.statement, "At least 40 people were killed when the Orel dam burst on 3 May");
    let claim = dead.accept("killed-40", "dam", "killed");
    assert_eq!(claim.value, Quantity::AtLeast(Number::from(40)).into());
    assert_eq!(claim.when.as_ref().map(ToString::to_string).as_deref(), Some("2025-05-03"));
    let word = dead.words[0].accept("r1", "herald", "killed-40", find).unwrap();
    assert_eq!(word.cites, [[SourceId::from("ministry")]]);
    let accepted = dossier.clone().into_builder().claim(claim).attribution(word).build().unwrap();
    assert_eq!((accepted.claims().len(), accepted.attributions().len()), (1, 1));
    assert_eq!(dossier.claims().len(), 0);
}

#[test]
fn whoever_is_no_source_and_takes_no_stance_is_not_accepted() {
    let refused = |text: &str| only(text).words[0].accept("r", "herald", "c", |_: &str| None).unwrap_err();
    let unknown = refused("Kyiv said 3,000 men had died.");
    assert_eq!(unknown, Unaccepted::Speaker("Kyiv".to_owned()));
    assert_eq!(unknown.to_string(), "`Kyiv` is no known source: say who it is");
    let silent = refused("The Kremlin declined to comment on the losses.");
    assert_eq!(silent.to_string(), "nobody takes a stance here: a refusal to say is no word");
    let nobody = only("Lawmakers were told that 3,000 men had died.");
    assert_eq!(nobody.words[0].chain[0].speaker.kind, SpeakerKind::Nobody);
    let word = nobody.words[0].accept("r", "herald", "c", |_: &str| None).unwrap();
    assert!(word.cites.is_empty());
}

#[test]
fn a_name_that_fits_two_sources_fits_none() {
    let dossier = Dossier::builder("Ministries")
        .source(Source::new("a", "Ministry of Defence (Ukraine)"))
        .source(Source::new("b", "Ministry of Defence (Russia)"))
        .source(Source::new("reuters", "Reuters"))
        .build()
        .unwrap();
    let names = Names::of(&dossier);
    assert!(names.find("the Ministry of Defence").is_none());
    assert_eq!(names.find("Ministry of Defence (Russia)").unwrap().id, SourceId::from("b"));
    for name in ["Reuters", "reuters", " REUTERS ", "Reuters’s", "the Reuters"] {
        assert_eq!(names.find(name).map(|source| source.id.as_str()), Some("reuters"), "{name}");
    }
    assert!(names.find("Reuter").is_none() && names.find("").is_none());
}

#[test]
fn a_claim_is_read_from_its_statement_in_one_line() {
    let claim = Claim::stated("c", "15,000 troops deployed", "dprk-troops", "deployed").unwrap();
    assert_eq!(claim.value, Quantity::Exactly(Number::from(15_000)).into());
    assert_eq!((claim.unit.as_deref(), claim.when), (Some("troops"), None));
    let signed = Claim::stated("c", "The treaty was signed on 19 June 2024", "treaty", "signed-on").unwrap();
    assert_eq!(signed.value, Value::Date("2024-06-19".parse().unwrap()));
    let refused = |statement: &str| Claim::stated("c", statement, "s", "a").unwrap_err().to_string();
    for (statement, why) in [
        ("The dam has burst", "`The dam has burst` has no figure and no date: give the value yourself"),
        (
            "40 men and 12 dogs died",
            "`40 men and 12 dogs died` has more than one value, `40 men` and `12 dogs`: give the value yourself",
        ),
        ("40 men reportedly died", "`40 men reportedly died` hedges with `reportedly`: leave that to the attribution"),
        (
            "40 men did not die",
            "`40 men did not die` is negated with `not`: state what is so, and let an attribution deny it",
        ),
        (
            "Kyiv said 40 men died",
            "`Kyiv said 40 men died` says who says so with `said`: leave that to the attribution",
        ),
        ("Did 40 men die?", "`Did 40 men die?` is a question"),
    ] {
        assert_eq!(refused(statement), why);
    }
}
