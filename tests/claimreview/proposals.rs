//! What reviews propose to a dossier.

use corroborate::claimreview::Reader;
use corroborate::import::{Acceptance, Proposal};
use corroborate::{Dossier, Source, SourceKind, Stance};

use super::{PLAIN, tree};

#[track_caller]
fn proposed(json: &str) -> Proposal {
    let tree = tree(json);
    Proposal::of(&Reader::default().reviews(&tree).reviews[0]).unwrap()
}

#[test]
fn a_review_proposes_its_sources_its_claim_and_who_says_what() {
    let dossier = proposed(PLAIN).accept(Dossier::builder("A dam")).build().unwrap();
    let sources: Vec<_> =
        dossier.sources().iter().map(|source| (source.id.as_str(), source.name.as_str(), source.kind)).collect();
    assert_eq!(
        sources,
        [("claimant-jane-roe", "Jane Roe", SourceKind::Person), ("facts.example", "Facts", SourceKind::FactChecker)]
    );
    assert_eq!(dossier.claims()[0].statement, "The dam above the village has burst");
    let mut words: Vec<_> = dossier
        .attributions()
        .iter()
        .map(|word| {
            let url = word.url.as_ref().map(ToString::to_string).unwrap_or_default();
            let published = word.published.map(|date| date.to_string()).unwrap_or_default();
            (word.source.as_str(), word.stance, url, published, word.quote.as_deref())
        })
        .collect();
    words.sort_by(|a, b| a.2.cmp(&b.2));
    assert_eq!(
        words,
        [
            (
                "facts.example",
                Some(Stance::Denies),
                "https://facts.example/2025/dam".into(),
                "2025-03-02T08:30:00Z".into(),
                Some("False")
            ),
            ("claimant-jane-roe", None, "https://social.example/jane/1".into(), "2025-03-01".into(), None),
            ("claimant-jane-roe", None, "https://video.example/2".into(), "2025-03-01".into(), None),
        ]
    );
}

#[test]
fn what_the_table_does_not_know_is_left_to_a_person() {
    for label in ["Four Pinocchios", "Half true", ""] {
        let json = PLAIN.replace("\"False\"", &format!("{label:?}"));
        let proposal = proposed(&json);
        assert!(proposal.undecided.is_some(), "{label}");
        assert!(proposal.attributions.iter().all(|word| word.source.as_str() != "facts.example"), "{label}");
        let decided = proposal.decide(Stance::Doubts);
        assert_eq!(decided.undecided, None);
        assert_eq!(decided.attributions.last().and_then(|word| word.stance), Some(Stance::Doubts));
        // Decided once, it stays so.
        assert_eq!(decided.clone().decide(Stance::Affirms), decided);
    }
}

#[test]
fn reviews_of_the_same_words_meet_in_one_claim() {
    let other = PLAIN
        .replace("facts.example", "checks.example")
        .replace("has burst", "HAS  burst")
        .replace("\"Facts\"", "\"Checks\"");
    let mut acceptance = Acceptance::new(Dossier::builder("A dam"));
    assert_eq!(acceptance.accept(proposed(PLAIN)), []);
    // The claim was worded in another way, and the claimant is the same.
    let differing = acceptance.accept(proposed(&other));
    assert_eq!(differing.iter().map(|one| one.noun).collect::<Vec<_>>(), ["claim"]);
    let dossier = acceptance.finish().build().unwrap();
    assert_eq!((dossier.claims().len(), dossier.sources().len(), dossier.attributions().len()), (1, 3, 4));
}

#[test]
fn what_the_desk_wrote_down_stands() {
    let desk = Dossier::builder("A dam")
        .source(Source::new("facts.example", "Facts (Valley desk)").kind(SourceKind::Newspaper));
    let mut acceptance = Acceptance::new(desk);
    let differing = acceptance.accept(proposed(PLAIN));
    assert_eq!(differing[0].to_string(), "the dossier has another source `facts.example`, which stands");
    // The same again is no difference.
    assert_eq!(acceptance.accept(proposed(PLAIN)).len(), 1);
    let dossier = acceptance.finish().build().unwrap();
    assert_eq!(dossier.source(&"facts.example".into()).map(|source| source.kind), Some(SourceKind::Newspaper));
}

#[test]
fn a_collective_is_anonymous_and_has_no_address() {
    let json = PLAIN.replace("\"Jane Roe\"", "\"Facebook users\"");
    let proposal = proposed(&json);
    let source = &proposal.sources[0];
    assert!(source.anonymous);
    assert_eq!((source.kind, &source.url), (SourceKind::SocialAccount, &None));
}

#[test]
fn one_site_is_one_reviewer_under_whatever_name() {
    let other = proposed(&PLAIN.replace("\"Facts\"", "\"Facts Check\""));
    assert_eq!(
        other.sources.last().map(|source| source.id.clone()),
        proposed(PLAIN).sources.last().map(|source| source.id.clone())
    );
}

#[test]
fn a_review_without_a_claim_proposes_nothing() {
    let json = PLAIN.replace("\"The dam above the village has burst\"", "\"[[claim]]\"");
    let tree = tree(&json);
    assert_eq!(Proposal::of(&Reader::default().reviews(&tree).reviews[0]), None);
}
