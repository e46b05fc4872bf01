//! What is published, and what is wrong with it.

use corroborate::claimreview::{LintCode, Markup, Page, Publication, Reader, VerdictRating, Verdicts, lint};
use corroborate::import::Proposal;
use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Source, SourceKind, ValueKind, Verdict};
use serde_json::Value;

use super::{PLAIN, tree};

fn dossier() -> Dossier {
    dossier_of("The dam has burst")
}

fn dossier_of(claim: &str) -> Dossier {
    Dossier::builder("A dam")
        .source(
            Source::new("roe", "Jane Roe")
                .kind(SourceKind::Person)
                .url("https://people.example/jane-roe".parse().unwrap()),
        )
        .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government).authority_on("burst"))
        .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
        .attribute(Attribute::new("burst", ValueKind::Truth))
        .claim(Claim::new("burst", claim, "dam", "burst", true.into()))
        .attribution(word("a3", "herald", "2025-03-02", "https://herald.example/1").citing(["roe"]))
        .attribution(word("a2", "roe", "2025-03-01", "https://social.example/jane/1"))
        .attribution(
            word("a1", "ministry", "2025-03-02", "https://ministry.example/1").stance(corroborate::Stance::Denies),
        )
        .build()
        .unwrap()
}

fn word(id: &str, source: &str, day: &str, url: &str) -> Attribution {
    Attribution::new(id, source, "burst").published(day.parse().unwrap()).url(url.parse().unwrap())
}

fn page() -> Publication {
    Publication::new("https://www.valley.example/dam".parse().unwrap(), "The Valley")
        .publisher_url("https://valley.example".parse().unwrap())
        .published("2025-03-03T10:00:00Z".parse().unwrap())
        .language("en")
        .explanation("The ministry keeps the gauge.")
}

fn written(dossier: &Dossier) -> Markup {
    let evaluation = Evaluator::default().evaluate(dossier);
    Markup::of(&evaluation, &"burst".into(), &page(), &Verdicts::default()).unwrap()
}

#[test]
fn a_judged_claim_is_written_with_everything_that_google_asks_for() {
    let markup = written(&dossier());
    let json: Value = serde_json::from_str(&markup.to_json()).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://www.valley.example/dam", "claimReviewed": "The dam has burst",
            "datePublished": "2025-03-03T10:00:00Z", "inLanguage": "en",
            "author": {"@type": "Organization", "name": "The Valley", "url": "https://valley.example/"},
            "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Jane Roe", "sameAs": "https://people.example/jane-roe"},
                "datePublished": "2025-03-01", "firstAppearance": {"@type": "CreativeWork", "url": "https://social.example/jane/1"},
                "appearance": [{"@type": "CreativeWork", "url": "https://herald.example/1"}]},
            "reviewRating": {"@type": "Rating", "alternateName": "Refuted", "ratingValue": 1, "bestRating": 5, "worstRating": 1,
                "ratingExplanation": "The ministry keeps the gauge."}
        })
    );
    assert_eq!(markup.problems(), []);
}

#[test]
fn no_text_ends_the_script_that_it_is_put_into() {
    let json = written(&dossier_of("The dam has burst </script>")).to_json();
    let page = Page::read(&format!("<script type=\"application/ld+json\">{json}</script>"));
    assert_eq!((page.blocks.len(), page.unreadable.len()), (1, 0));
    let found = Reader::default().block(&page.blocks[0]);
    assert_eq!(found.reviews[0].claim.as_ref().map(|claim| claim.value.as_str()), Some("The dam has burst </script>"));
}

#[test]
fn what_is_written_is_read_again_as_it_was() {
    let markup = written(&dossier());
    let json = markup.to_json();
    let tree = tree(&json);
    let found = Reader::default().reviews(&tree);
    let proposal = Proposal::of(&found.reviews[0]).unwrap();
    assert_eq!(proposal.claim.statement, "The dam has burst");
    assert_eq!(
        proposal.sources.iter().map(|source| source.name.as_str()).collect::<Vec<_>>(),
        ["Jane Roe", "The Valley"]
    );
    let urls: Vec<_> =
        proposal.attributions.iter().filter_map(|word| word.url.as_ref()).map(|url| url.as_str()).collect();
    assert_eq!(urls, ["https://social.example/jane/1", "https://herald.example/1"]);
    // `Refuted` is the desk's own word, which no common table has.
    assert_eq!(proposal.undecided.and_then(|word| word.quote).as_deref(), Some("Refuted"));
}

#[test]
fn every_verdict_has_words_and_only_the_decided_ones_a_number() {
    let table = Verdicts::default();
    for verdict in Verdict::ALL {
        let rating = table.rating(*verdict);
        assert!(!rating.label.is_empty());
        assert_eq!(rating.value.is_some(), matches!(verdict, Verdict::Confirmed | Verdict::Refuted), "{verdict}");
    }
}

#[test]
fn properties_that_nobody_knows_survive_a_round_trip() {
    let odd = PLAIN
        .replacen('{', "{\"sdLicense\": \"https://licence.example\", \"x:odd\": [1.50, {\"deep\": null}],", 1)
        .replace("\"@type\": \"Rating\",", "\"@type\": \"Rating\", \"image\": \"https://facts.example/stamp.png\",")
        .replace("\"name\": \"Facts\",", "\"name\": \"Facts\", \"logo\": {\"width\": 9e1},");
    let tree = tree(&odd);
    let found = Reader::default().reviews(&tree);
    let review = &found.reviews[0];
    let json = written(&dossier()).onto(review).to_json();
    for kept in [
        "\"sdLicense\": \"https://licence.example\"",
        "1.50",
        "\"deep\": null",
        "\"image\": \"https://facts.example/stamp.png\"",
        "9e1",
        "\"headline\": \"The dam holds\"",
    ] {
        assert!(json.contains(kept), "{kept} is lost:\n{json}");
    }
    // What this one says goes before what that one said.
    assert!(json.contains("\"Refuted\"") && !json.contains("\"False\"") && !json.contains("Facts"), "{json}");
    // Written once more, nothing changes.
    let again = super::tree(&json);
    let twice = written(&dossier()).onto(&Reader::default().reviews(&again).reviews[0]).to_json();
    assert_eq!(serde_json::from_str::<Value>(&twice).unwrap(), serde_json::from_str::<Value>(&json).unwrap());
}

#[test]
fn every_fault_that_the_lint_knows_has_a_case_and_a_clean_review_has_none() {
    let plain = tree(PLAIN);
    assert_eq!(lint(&Reader::default().reviews(&plain).reviews[0]), []);
    let long = "x".repeat(76);
    for (code, from, to) in [
        (LintCode::RequiredMissing, "\"url\": \"https://facts.example/2025/dam\",", ""),
        (LintCode::RecommendedMissing, "\"datePublished\": \"2025-03-02T09:30:00+01:00\",", ""),
        (LintCode::BestNotAboveWorst, "\"bestRating\": 5", "\"bestRating\": 1"),
        (LintCode::WorstBelowOne, "\"worstRating\": 1", "\"worstRating\": 0"),
        (LintCode::ValueOutsideScale, "\"ratingValue\": 1", "\"ratingValue\": 6"),
        (LintCode::LabelDisagrees, "\"False\"", "\"True\""),
        (LintCode::ClaimTooLong, "The dam above", &long),
        (LintCode::ClaimIsHeadline, "The dam holds", "The dam above the village has burst"),
        (LintCode::CollectiveClaimant, "Jane Roe", "Facebook users"),
        (LintCode::AuthorWithoutType, "\"@type\": \"Person\",", ""),
        (LintCode::OtherSite, "\"url\": \"https://facts.example\"", "\"url\": \"https://other.example\""),
        (LintCode::Repaired, "2025-03-02T09:30:00+01:00", "2025-03-02 09:30"),
    ] {
        let wrong = PLAIN.replacen(from, to, 1);
        assert_ne!(wrong, PLAIN, "{code}");
        let tree = tree(&wrong);
        let problems = lint(&Reader::default().reviews(&tree).reviews[0]);
        assert!(problems.iter().any(|problem| problem.code == code), "{code}: {problems:?}");
    }
}

#[test]
fn a_claim_whose_only_speakers_are_anonymous_or_withdrawn_is_credited_to_nobody() {
    let dossier = Dossier::builder("A dam")
        .source(Source::new("someone", "an official").anonymous())
        .source(Source::new("roe", "Jane Roe").kind(SourceKind::Person))
        .attribute(Attribute::new("burst", ValueKind::Truth))
        .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
        .attribution(word("a1", "roe", "2025-03-01", "https://social.example/jane/1"))
        .attribution(Attribution::retraction("a2", "roe", "a1").published("2025-03-02".parse().unwrap()))
        .attribution(word("a3", "someone", "2025-03-02", "https://herald.example/1"))
        .build()
        .unwrap();
    let json = written(&dossier).to_json();
    assert!(!json.contains("Jane Roe") && !json.contains("an official"), "{json}");
    assert!(json.contains("https://herald.example/1"));
}

#[test]
fn a_table_of_verdicts_that_cannot_be_read_says_where() {
    let wrong = r#"{"best": 3, "worst": 0, "verdicts": {"confirmd": {"label": "True"}, "refuted": {"value": 4, "labels": "x"}}}"#;
    assert_eq!(
        Verdicts::from_json(wrong.as_bytes()).unwrap_err().to_string(),
        "line 1, column 22: worst: 0 lies outside the scale: expected at least 1\n\
         line 1, column 38: verdicts.confirmd: unknown verdict `confirmd`, did you mean `confirmed`?\n\
         line 1, column 80: verdicts.refuted: what is published for a verdict lacks its `label`\n\
         line 1, column 90: verdicts.refuted.value: 4 lies outside the scale: expected 0 to 3\n\
         line 1, column 93: verdicts.refuted.labels: unknown field `labels` of what is published for a verdict, did you mean `label`?"
    );
    assert_eq!(
        Verdicts::from_json(br#"{"best": 1, "verdicts": {}}"#).unwrap_err().to_string(),
        "line 1, column 10: best: 1 lies outside the scale: expected at least 2"
    );
    let own = Verdicts::default().with(Verdict::Unconfirmed, VerdictRating::new("Unproven"));
    assert_eq!(own.rating(Verdict::Unconfirmed).label, "Unproven");
}
