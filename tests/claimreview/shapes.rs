//! The shapes in which reviews are published.

use corroborate::claimreview::Reader;
use corroborate::import::{Feed, ReviewKind};

use super::{PLAIN, tree};

/// Where the reviews of a document stand, and what claims they review.
#[track_caller]
fn found(json: &str) -> Vec<(String, String)> {
    let tree = tree(json);
    let told = |review: &corroborate::import::Review<'_>| {
        (review.at.pointer().to_string(), review.claim.as_ref().map(|claim| claim.value.clone()).unwrap_or_default())
    };
    Reader::default().reviews(&tree).reviews.iter().map(told).collect()
}

#[track_caller]
fn passed_over(json: &str) -> Vec<String> {
    let tree = tree(json);
    let found = Reader::default().reviews(&tree);
    assert!(found.reviews.is_empty());
    found.passed_over.iter().map(ToString::to_string).collect()
}

#[test]
fn reviews_are_found_wherever_they_stand() {
    let dam = |at: &str| vec![(at.to_owned(), "The dam above the village has burst".to_owned())];
    assert_eq!(found(PLAIN), dam(""));
    assert_eq!(found(&format!("[{{\"@type\": \"Article\"}}, {PLAIN}]")), dam("/1"));
    assert_eq!(found(&format!("{{\"@context\": \"https://schema.org\", \"@graph\": [{PLAIN}]}}")), dam("/@graph/0"));
    assert_eq!(
        found(&format!("{{\"@type\": \"DataFeed\", \"dataFeedElement\": [{{\"item\": [{PLAIN}]}}]}}")),
        dam("/dataFeedElement/0/item/0")
    );
    assert_eq!(found(&PLAIN.replace("\"ClaimReview\"", "[\"Review\", \"ClaimReview\"]")), dam(""));
}

#[test]
fn names_may_bear_the_prefix_of_schema_org() {
    for (context, prefix) in [
        ("\"https://schema.org\"", "schema:"),
        ("\"https://schema.org\"", "https://schema.org/"),
        ("\"https://schema.org\"", "http://schema.org/"),
        ("{\"s\": \"http://schema.org/\"}", "s:"),
    ] {
        let json = format!(
            "{{\"@context\": {context}, \"@type\": \"{prefix}ClaimReview\", \"{prefix}claimReviewed\": \"It rains\",
              \"{prefix}reviewRating\": {{\"@type\": \"{prefix}Rating\", \"{prefix}alternateName\": {{\"@value\": \"False\", \"@language\": \"en\"}}}}}}"
        );
        let tree = tree(&json);
        let found = Reader::default().reviews(&tree);
        let review = &found.reviews[0];
        assert_eq!(review.claim.as_ref().map(|claim| claim.value.as_str()), Some("It rains"), "{json}");
        assert_eq!(review.stance().map(|stance| stance.as_str()), Some("denies"), "{json}");
        assert!(!review.has(corroborate::import::RepairCode::ContextMissing));
    }
}

#[test]
fn references_are_followed_inside_the_document_also_in_circles() {
    let json = r##"{"@context": "https://schema.org", "@graph": [
        {"@type": "ClaimReview", "claimReviewed": "It rains", "author": {"@id": "#facts"}, "itemReviewed": {"@id": "#claim"}, "reviewRating": {"@id": "#rating"}},
        {"@id": "#facts", "@type": "Organization", "name": "Facts", "parentOrganization": {"@id": "#facts"}},
        {"@id": "#claim", "@type": "Claim", "author": {"@id": "#roe"}},
        {"@id": "#roe", "@type": "Person", "name": "Jane Roe", "knows": {"@id": "#claim"}},
        {"@id": "#rating", "@type": "Rating", "alternateName": "True"}]}"##;
    let tree = tree(json);
    let found = Reader::default().reviews(&tree);
    let review = &found.reviews[0];
    let name = |agent: &corroborate::import::Agent<'_>| agent.name.as_ref().map(|name| name.value.clone());
    assert_eq!(review.author.as_ref().and_then(name).as_deref(), Some("Facts"));
    assert_eq!(review.author.as_ref().map(|author| author.at.pointer().to_string()).as_deref(), Some("/@graph/1"));
    assert_eq!(name(&review.claimants[0].0).as_deref(), Some("Jane Roe"));
    assert_eq!(review.stance().map(|stance| stance.as_str()), Some("affirms"));
    assert_eq!(review.repairs, []);
}

#[test]
fn several_reviews_of_one_claim_stay_several() {
    let two = format!(
        "[{PLAIN}, {}]",
        PLAIN.replace("\"False\"", "\"True\"").replace("\"ratingValue\": 1", "\"ratingValue\": 5")
    );
    let tree = tree(&two);
    let found = Reader::default().reviews(&tree);
    let stances: Vec<_> = found.reviews.iter().map(|review| review.stance().map(|stance| stance.as_str())).collect();
    assert_eq!(stances, [Some("denies"), Some("affirms")]);
}

#[test]
fn media_are_reviewed_by_their_categories() {
    let review = |categories: &str| {
        format!(
            r#"{{"@context": "https://schema.org", "@type": "MediaReview", "url": "https://facts.example/picture", "author": {{"@type": "Organization", "name": "Facts"}},
             "mediaAuthenticityCategory": {categories}, "itemReviewed": {{"@type": "ImageObject", "contentUrl": "https://social.example/flood.jpg"}}}}"#
        )
    };
    for (categories, stance) in [
        ("\"TransformedContent\"", Some("denies")),
        ("[\"https://schema.org/DecontextualizedContent\", \"EditedOrCroppedContent\"]", Some("denies")),
        ("\"OriginalMediaContent\"", Some("affirms")),
        ("\"SatireOrParodyContent\"", None),
        ("[\"OriginalMediaContent\", \"TransformedContent\"]", None),
        ("\"SomethingElse\"", None),
    ] {
        let json = review(categories);
        let tree = tree(&json);
        let found = Reader::default().reviews(&tree);
        assert_eq!(found.reviews[0].kind, ReviewKind::Media);
        assert_eq!(found.reviews[0].stance().map(|stance| stance.as_str()), stance, "{categories}");
    }
}

#[test]
fn what_is_no_review_is_passed_over_for_a_reason() {
    assert_eq!(
        passed_over(r#"[{"@type": "Article"}, {"@type": ["Person", "schema:Thing"]}]"#),
        ["no ClaimReview and no MediaReview is here, only `Article`, `Person`, `Thing`"]
    );
    assert_eq!(
        passed_over(r#"{"rating": "false"}"#),
        ["no ClaimReview and no MediaReview is here, nor anything that has an `@type`"]
    );
    assert_eq!(passed_over("\"ClaimReview\""), ["expected an object or a list, found a text"]);
    assert_eq!(
        passed_over(r#"{"a": {"@type": "Claim", "claimReviewed": "x"}}"#),
        ["/a: it holds `claimReviewed`, but is a `Claim`"]
    );
    let deep = format!("{}{{\"@type\": \"ClaimReview\"}}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep = tree(&deep);
    let reasons: Vec<_> =
        Reader::default().reviews(&deep).passed_over.into_iter().map(|passed| passed.reason).collect();
    assert_eq!(reasons, [corroborate::claimreview::Reason::TooDeep]);
}

#[test]
fn a_feed_gives_the_reviews_that_the_whole_document_has() {
    let feed = format!(
        "{{\"@context\": \"https://schema.org\", \"@type\": \"DataFeed\", \"dataFeedElement\": [{{\"item\": [{PLAIN}]}}, {PLAIN}, {{}}]}}"
    );
    let whole = found(&feed);
    let mut streamed = Vec::new();
    for item in Feed::new(feed.as_bytes()) {
        let item = item.unwrap();
        for review in Reader::default().item(&item).reviews {
            assert_eq!(review.repairs, []);
            streamed.push((format!("{}{}", item.pointer, review.at.pointer()), review.claim.unwrap().value));
        }
    }
    assert_eq!(streamed, whole);
    assert_eq!(streamed.len(), 2);
}

#[test]
fn reviews_nested_in_reviews_cost_no_stack() {
    let nested =
        format!("{}null{}", "{\"@type\": \"ClaimReview\", \"itemReviewed\": ".repeat(20_000), "}".repeat(20_000));
    let tree = tree(&nested);
    let found = Reader::default().reviews(&tree);
    assert_eq!(found.reviews.len(), 65);
    assert_eq!(found.passed_over.len(), 20_000 - 65);
    assert!(found.passed_over[0].to_string().ends_with(": a review stands more than 64 levels deep"));
}
