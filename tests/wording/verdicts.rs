//! Every verdict, every kind of value, every kind of source: one sentence each, as `docs/wording.md` has them.

use corroborate::{
    Attribute, Attribution, Basis, Certainty, Claim, ClaimId, Dossier, DossierBuilder, Edtf, Evaluator, OverTime,
    Party, Policy, Quantity, Reliability, Source, SourceKind, Stance, Value, ValueKind, Verdict, render,
};

fn official(id: &str, name: &str) -> Source {
    Source::new(id, name).kind(SourceKind::Government).reliability(Reliability::B)
}

fn figure(id: &str, statement: &str, quantity: Quantity) -> Claim {
    Claim::new(id, statement, "troops", "sent", Value::from(quantity)).when(Edtf::parse("2024-10-28").unwrap())
}

/// Three officials, a party, a medium, an unnamed official; a truth, a growing count, a date and a text to speak of.
fn story() -> DossierBuilder {
    Dossier::builder("Troops")
        .source(official("nis", "National Intelligence Service"))
        .source(official("us", "US State Department"))
        .source(official("uk", "UK Ministry of Defence"))
        .source(official("mfa", "Foreign Ministry").party(Party::Yes))
        .source(official("treaty-office", "Treaty Office").authority_on("signed-on"))
        .source(Source::new("wire", "The Wire").kind(SourceKind::NewsAgency).reliability(Reliability::B))
        .source(Source::new("unnamed", "An official, not named").kind(SourceKind::Official).anonymous())
        .attribute(Attribute::new("deployed", ValueKind::Truth))
        .attribute(
            Attribute::new("sent", ValueKind::Quantity)
                .unit("people")
                .over_time(OverTime::Cumulative)
                .phrase("{number} soldiers had been sent {when}"),
        )
        .attribute(Attribute::new("signed-on", ValueKind::Date).phrase("The treaty was signed {value}"))
        .attribute(Attribute::new("article", ValueKind::Text))
        .claim(Claim::new("deployed", "Soldiers have been sent", "troops", "deployed", Value::Truth(true)))
        .claim(figure("low", "10,000 soldiers had been sent by 28 October 2024", Quantity::Exactly(10_000.into())))
        .claim(figure("high", "About 15,000 soldiers had been sent by 28 October 2024", Quantity::About(15_000.into())))
        .claim(Claim::new(
            "signed-18",
            "The treaty was signed on 18 June 2024",
            "treaty",
            "signed-on",
            Value::from(Edtf::parse("2024-06-18").unwrap()),
        ))
        .claim(Claim::new(
            "signed-19",
            "The treaty was signed on 19 June 2024",
            "treaty",
            "signed-on",
            Value::from(Edtf::parse("2024-06-19").unwrap()),
        ))
        .claim(Claim::new(
            "article-3",
            "The duty to consult stands in Article 3.",
            "treaty",
            "article",
            Value::Text(vec!["Article 3".to_owned()]),
        ))
        .claim(Claim::new(
            "article-4",
            "The duty to consult stands in Article 4.",
            "treaty",
            "article",
            Value::Text(vec!["Article 4".to_owned()]),
        ))
}

fn says(source: &str, claim: &str) -> Attribution {
    Attribution::new(format!("{source} on {claim}"), source, claim)
}

#[track_caller]
fn reads(words: impl IntoIterator<Item = Attribution>, claim: &str, verdict: Verdict, sentence: &str) {
    let dossier = words.into_iter().fold(story(), DossierBuilder::attribution).build().unwrap();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let assessment = evaluation.assessment(&ClaimId::from(claim)).unwrap();
    let wording = render::wording(&assessment);
    assert_eq!((assessment.verdict(), wording.sentence.as_str()), (verdict, sentence));
}

#[test]
fn what_is_confirmed_is_stated_with_its_sources() {
    let fact = "Soldiers have been sent, according to the National Intelligence Service and the US State Department, independently of each other.";
    reads([says("nis", "deployed"), says("us", "deployed")], "deployed", Verdict::Confirmed, fact);
    let four = ["nis", "us", "uk", "treaty-office"].map(|source| says(source, "deployed"));
    let counted = "Soldiers have been sent, according to four independent sources.";
    reads(four, "deployed", Verdict::Confirmed, counted);
    let settled = "The treaty was signed on 18 June 2024, according to the Treaty Office.";
    reads([says("treaty-office", "signed-18")], "signed-18", Verdict::Confirmed, settled);
}

#[test]
fn what_one_source_says_is_attributed_with_all_that_weakens_it() {
    let unconfirmed = |word: Attribution, told: &str| {
        let sentence =
            format!("Soldiers have been sent, according to {told}; that has not been independently confirmed.");
        reads([word], "deployed", Verdict::Unconfirmed, &sentence);
    };
    unconfirmed(says("nis", "deployed"), "the National Intelligence Service");
    unconfirmed(
        says("nis", "deployed").certainty(Certainty::Probable).hedge("likely"),
        "the National Intelligence Service, hedged as \"likely\"",
    );
    unconfirmed(
        says("nis", "deployed").certainty(Certainty::Possible),
        "the National Intelligence Service, as possible",
    );
    unconfirmed(says("mfa", "deployed"), "the Foreign Ministry, with a stake in the matter");
    unconfirmed(says("unnamed", "deployed"), "an official (not named)");
    unconfirmed(says("wire", "deployed"), "The Wire, without saying where the account came from");
    unconfirmed(says("wire", "deployed").citing(["nis"]), "the National Intelligence Service, as reported by The Wire");
    unconfirmed(says("wire", "deployed").basis(Basis::FirstHand), "The Wire");
}

#[test]
fn several_who_do_not_suffice_are_told_with_the_reason() {
    let hedged = |source: &str| says(source, "deployed").certainty(Certainty::Probable).hedge("likely");
    reads(
        [hedged("nis"), hedged("us")],
        "deployed",
        Verdict::Unconfirmed,
        "Soldiers have been sent, according to the National Intelligence Service and the US State Department, hedged as \"likely\"; nobody has stated it outright.",
    );
    reads(
        [says("nis", "deployed"), hedged("us")],
        "deployed",
        Verdict::Unconfirmed,
        "Soldiers have been sent, according to the National Intelligence Service and the US State Department (hedged as \"likely\"); that does not amount to confirmation.",
    );
}

#[test]
fn a_floor_that_is_confirmed_is_stated_and_the_rest_attributed() {
    reads(
        [says("nis", "low"), says("us", "high")],
        "high",
        Verdict::Contradicted,
        "Between about 10,000 and 15,000 soldiers had been sent by 28 October 2024, according to two independent sources; the US State Department spoke of about 15,000, but the National Intelligence Service spoke of 10,000.",
    );
}

#[test]
fn contradictions_give_both_sides() {
    reads(
        [says("nis", "deployed"), says("us", "deployed").stance(Stance::Denies)],
        "deployed",
        Verdict::Contradicted,
        "Soldiers have been sent, according to the National Intelligence Service, but the US State Department denied it.",
    );
    reads(
        [says("nis", "article-3"), says("us", "article-4")],
        "article-3",
        Verdict::Contradicted,
        "The duty to consult stands in Article 3, according to the National Intelligence Service, but the US State Department said otherwise: \"The duty to consult stands in Article 4\".",
    );
}

#[test]
fn what_is_refuted_gives_way_to_what_is_the_case() {
    reads(
        [says("treaty-office", "signed-18"), says("wire", "signed-19")],
        "signed-19",
        Verdict::Refuted,
        "The treaty was signed on 18 June 2024; accounts to the contrary by The Wire (\"The treaty was signed on 19 June 2024\") are not borne out.",
    );
    reads(
        [
            says("wire", "deployed"),
            says("nis", "deployed").stance(Stance::Denies),
            says("us", "deployed").stance(Stance::Denies),
        ],
        "deployed",
        Verdict::Contradicted,
        "Soldiers have been sent, according to The Wire, without saying where the account came from, but the National Intelligence Service and the US State Department denied it.",
    );
    let denied = ["nis", "us"].map(|source| says(source, "deployed").stance(Stance::Denies));
    reads(
        denied.into_iter().chain([says("mfa", "deployed")]),
        "deployed",
        Verdict::Refuted,
        "It is not borne out that \"Soldiers have been sent\", as the Foreign Ministry reported: the National Intelligence Service and the US State Department denied it.",
    );
}

#[test]
fn what_was_taken_back_and_what_nobody_says_are_not_stated() {
    reads(
        [says("nis", "deployed"), Attribution::retraction("back", "nis", "nis on deployed")],
        "deployed",
        Verdict::Withdrawn,
        "The National Intelligence Service withdrew the account that \"Soldiers have been sent\", and nobody else on record stands by it.",
    );
    reads([], "deployed", Verdict::Unsourced, "Nobody on record says that \"Soldiers have been sent\".");
    reads(
        [says("nis", "deployed").stance(Stance::Denies)],
        "deployed",
        Verdict::Unsourced,
        "Nobody on record says that \"Soldiers have been sent\"; the National Intelligence Service denied it.",
    );
}

#[test]
fn topics_say_the_most_that_can_be_stated_and_who_says_more() {
    let dossier =
        [says("nis", "low"), says("us", "low"), says("uk", "high").certainty(Certainty::Probable).hedge("we think")]
            .into_iter()
            .fold(story(), DossierBuilder::attribution)
            .build()
            .unwrap();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let topic = evaluation.topics().find(|topic| topic.attribute().id.as_str() == "sent").unwrap();
    assert_eq!(
        render::topic_wording(&topic).sentence,
        "10,000 soldiers had been sent by 28 October 2024, according to two independent sources; the UK Ministry of Defence spoke of about 15,000 (\"we think\")."
    );
}

#[test]
fn text_of_strangers_is_cleaned_wherever_it_is_written() {
    let nasty = "a\u{1b}[31m\u{202e}b\n\n\u{0}c";
    let dossier = Dossier::builder(nasty)
        .source(Source::new("s", nasty).kind(SourceKind::Government))
        .source(Source::new("t", format!("{nasty} two")).kind(SourceKind::Government).authority_on("known"))
        .attribute(
            Attribute::new("n", ValueKind::Quantity)
                .unit(nasty)
                .phrase(&*format!("{{value}} {nasty} {{subject}} {{when}}")),
        )
        .attribute(Attribute::new("text", ValueKind::Text).phrase(&*format!("{nasty}\t{{value}}")))
        .attribute(Attribute::new("known", ValueKind::Truth))
        .claim(Claim::new("low", nasty, "x\u{7}\u{2066}", "n", Value::from(Quantity::Exactly(10.into()))))
        .claim(Claim::new("high", nasty, "x\u{7}\u{2066}", "n", Value::from(Quantity::Exactly(20.into()))))
        .claim(Claim::new("word", nasty, "x", "text", Value::Text(vec![nasty.to_owned()])))
        .claim(Claim::new("known", nasty, "x", "known", Value::Truth(true)))
        .attribution(Attribution::new("a", "s", "low").certainty(Certainty::Stated))
        .attribution(Attribution::new("b", "t", "high"))
        .attribution(Attribution::new("c", "s", "word").certainty(Certainty::Possible).hedge(nasty))
        .attribution(Attribution::new("d", "t", "known"))
        .build()
        .unwrap();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let topics: Vec<_> = evaluation.topics().map(|topic| render::topic_wording(&topic).sentence).collect();
    let sentences: Vec<String> = render::wordings(&evaluation).map(|wording| wording.sentence).chain(topics).collect();
    assert!(sentences.iter().any(|sentence| sentence.starts_with("Between 10 and 20")), "{sentences:?}");
    for sentence in sentences {
        assert!(
            !sentence.chars().any(|c| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')),
            "{sentence:?}"
        );
    }
}
