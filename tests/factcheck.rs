//! Responses of Google's search for claims.
#![cfg(feature = "factcheck")]

use corroborate::factcheck::{Reader, Reviews};
use corroborate::import::{Acceptance, Labels, Proposal, RepairCode, Tree};
use corroborate::{Dossier, Stance};

/// Two claims, the first with two reviews that disagree.
const RESPONSE: &str = include_str!("factcheck/response.json");

#[track_caller]
fn tree(json: &str) -> Tree {
    Tree::read(json).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

fn reasons(json: &str) -> Vec<String> {
    let tree = tree(json);
    let found = Reader::default().reviews(&tree);
    found.passed_over.iter().map(|(at, reason)| format!("{}: {reason}", at.pointer())).collect()
}

#[test]
fn each_review_of_each_claim_is_read() {
    let tree = tree(RESPONSE);
    let Reviews { reviews, next_page, passed_over, .. } = Reader::default().reviews(&tree);
    let told: Vec<_> = reviews
        .iter()
        .map(|review| {
            let reviewer =
                review.reviewer().and_then(|reviewer| reviewer.name.as_ref()).map(|name| name.value.as_str());
            (
                review.at.pointer().to_string(),
                review.claim.as_ref().map(|claim| claim.value.as_str()),
                reviewer,
                review.stance(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("/claims/0/claimReview/0".into(), Some("The dam has burst"), Some("Facts"), Some(Stance::Denies)),
            ("/claims/0/claimReview/1".into(), Some("The dam has burst"), Some("Checks"), None),
            ("/claims/1/claimReview/0".into(), Some("The valley is flooded & closed"), None, Some(Stance::Affirms)),
        ]
    );
    assert_eq!(next_page.map(|token| token.value).as_deref(), Some("CAoQ"));
    assert_eq!(passed_over, []);
}

#[test]
fn what_is_wrong_is_noticed_and_what_the_interface_does_is_not() {
    let tree = tree(RESPONSE);
    let found = Reader::default().reviews(&tree);
    let codes: Vec<Vec<RepairCode>> =
        found.reviews.iter().map(|review| review.repairs.iter().map(|repair| repair.code).collect()).collect();
    assert_eq!(
        codes,
        [
            vec![],
            vec![RepairCode::LabelMixed],
            vec![
                RepairCode::EntityDecoded,
                RepairCode::CollectiveClaimant,
                RepairCode::ReviewerUnnamed,
                RepairCode::ClaimDatedAsReview
            ],
        ]
    );
}

#[test]
fn reviews_of_one_claim_meet_in_a_dossier() {
    let tree = tree(RESPONSE);
    let mut acceptance = Acceptance::new(Dossier::builder("A dam"));
    for review in &Reader::default().reviews(&tree).reviews {
        assert_eq!(acceptance.accept(Proposal::of(review).unwrap().decide(Stance::Doubts)), []);
    }
    let dossier = acceptance.finish().build().unwrap();
    assert_eq!(dossier.claims().len(), 2);
    let ids: Vec<_> = dossier.sources().iter().map(|source| source.id.as_str()).collect();
    assert_eq!(
        ids,
        ["checks.example", "claimant-facebook-users", "claimant-jane-roe", "facts.example", "water.example"]
    );
    assert_eq!(dossier.attributions().len(), 5);
}

#[test]
fn leaves_that_have_no_place_are_kept() {
    let tree = tree(RESPONSE);
    let found = Reader::default().reviews(&tree);
    let unread: Vec<Vec<String>> =
        found.reviews.iter().map(|review| review.unread().map(|leaf| leaf.pointer().to_string()).collect()).collect();
    assert_eq!(unread, [vec!["/claims/0/claimReview/0/x/0"], vec![], vec!["/claims/1/topic"]]);
}

#[test]
fn a_list_a_single_claim_and_the_search_by_image_are_read_too() {
    let claim = r#"{"text": "It rains", "claimReview": [{"url": "https://facts.example/1", "textualRating": "True"}]}"#;
    for json in [
        claim.to_owned(),
        format!("[{claim}]"),
        format!("[{{\"claims\": [{claim}]}}, {{}}]"),
        format!("{{\"results\": [{{\"claim\": {claim}}}]}}"),
    ] {
        let tree = tree(&json);
        let found = Reader::default().reviews(&tree);
        assert_eq!((found.reviews.len(), found.passed_over.len()), (1, 0), "{json}");
        assert_eq!(found.reviews[0].stance(), Some(Stance::Affirms), "{json}");
    }
}

#[test]
fn what_is_no_review_is_passed_over_for_a_reason() {
    assert_eq!(reasons("{}"), [""; 0]);
    assert_eq!(
        reasons(r#"{"error": {"code": 403}}"#),
        [": this is no response of `claims:search`: it holds neither `claims` nor `claimReview`"]
    );
    assert_eq!(
        reasons(r#"{"claims": [{"text": "It rains"}, 5, {"claimReview": [[]]}]}"#),
        [
            "/claims/0: a claim without a review: `claimReview` is missing or empty",
            "/claims/1: expected an object, found a number",
            "/claims/2/claimReview/0: expected an object, found a list"
        ]
    );
    assert_eq!(reasons("5"), [": expected an object, found a number"]);
}

#[test]
fn a_desk_may_know_what_a_publisher_means() {
    let tree = tree(RESPONSE);
    let labels = Labels::from_json(br#"{"publishers": {"checks.example": {"denies": ["half true"]}}}"#).unwrap();
    let found = Reader::new(labels).reviews(&tree);
    assert_eq!(found.reviews[1].stance(), Some(Stance::Denies));
    assert_eq!(found.reviews[0].stance(), None);
}
