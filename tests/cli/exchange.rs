//! `import`, `export`: what others have checked, and what others are told.

use serde_json::Value;

use super::*;

const PLAIN: &str = "tests/claimreview/plain.json";

#[test]
fn a_review_becomes_a_dossier_and_the_dossier_a_review() {
    let folder = folder("exchange");
    let dossier = folder.join("dossier.json");
    let dossier = dossier.to_str().unwrap();
    let imported = run(["import", "--from", "claimreview", PLAIN, "--title", "A dam", "-o", dossier]);
    let told = "1 review was read\n";
    assert_eq!(imported, Told { code: 0, out: String::new(), err: told.to_owned() });
    let read: Value = serde_json::from_str(&fs::read_to_string(dossier).unwrap()).unwrap();
    assert_eq!((&read["title"], &read["sources"][1]["id"]), (&"A dam".into(), &"facts.example".into()));
    let claim = read["claims"][0]["id"].as_str().unwrap();
    let exported = run([
        "export",
        "--to",
        "claimreview",
        dossier,
        claim,
        "--url",
        "https://valley.example/dam",
        "--publisher",
        "The Valley",
        "--publisher-url",
        "https://valley.example",
        "--published",
        "2025-03-04",
    ]);
    assert_eq!(exported.code, 0);
    let review: Value = serde_json::from_str(&exported.out).unwrap();
    assert_eq!(review["reviewRating"]["alternateName"], "Disputed");
    assert_eq!(review["itemReviewed"]["author"]["name"], "Jane Roe");
    assert!(exported.err.lines().all(|line| line.contains(": recommended-missing: ")), "{}", exported.err);
    // What the dossier has stands.
    let again = run(["import", "--from", "claimreview", PLAIN, "--into", dossier]);
    assert_eq!(again.out, fs::read_to_string(dossier).unwrap());
}

#[test]
fn a_page_a_feed_and_a_search_are_read() {
    let review = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PLAIN)).unwrap();
    let page = format!(
        "<html><script type='application/ld+json'>{review}</script><script type='application/ld+json'>{{</script></html>"
    );
    let of_page = run_with(page, ["import", "--from", "claimreview", "-"]);
    assert_eq!(of_page.code, 2);
    assert!(of_page.out.contains("\"facts.example\""));
    assert!(of_page.err.contains("standard input: line "), "{}", of_page.err);
    let feed = format!(
        "{{\"@context\": \"https://schema.org\", \"@type\": \"DataFeed\", \"dataFeedElement\": [{review}, {}]}}",
        review.replace("\"False\"", "\"Odd\"")
    );
    let of_feed = run_with(feed, ["import", "--from", "claimreview", "--repairs", "-"]);
    assert_eq!(of_feed.code, 1);
    assert!(of_feed.err.contains("left to a person: what facts.example says of `The dam above the village has burst`: `Odd`, https://facts.example/2025/dam"), "{}", of_feed.err);
    assert!(of_feed.err.contains("/dataFeedElement/1/reviewRating/alternateName: label-unmapped: "), "{}", of_feed.err);
    let search = run(["import", "--from", "google-fact-check", "tests/factcheck/response.json"]);
    assert_eq!(search.code, 1);
    assert!(search.out.contains("\"checks.example\""));
    assert!(
        search.err.contains("3 reviews were read; what 1 of them says of its claim is left to a person\n"),
        "{}",
        search.err
    );
}

#[test]
fn what_holds_no_review_is_said_to() {
    let none = run(["import", "--from", "claimreview", "examples/kim-putin.json"]);
    assert_eq!(none.code, 0);
    assert!(
        none.err
            .starts_with("examples/kim-putin.json: passed over: /claims/0: no ClaimReview and no MediaReview is here"),
        "{}",
        none.err
    );
    let missing = run(["import", "--from", "claimreview", "no-such-file.json"]);
    assert_eq!(
        (missing.code, missing.err.contains("no-such-file.json: there is no such file")),
        (2, true),
        "{}",
        missing.err
    );
    let table = run_with("{\"labels\": {\"denie\": []}}", ["import", "--from", "claimreview", PLAIN, "--labels", "-"]);
    assert_eq!((table.code, table.err.contains("did you mean `denies`?")), (2, true), "{}", table.err);
    let claim = run([
        "export",
        "--to",
        "claimreview",
        STARTER,
        "no-such-claim",
        "--url",
        "https://a.example",
        "--publisher",
        "A",
    ]);
    assert_eq!((claim.code, claim.err.contains("there is no claim `no-such-claim`")), (2, true), "{}", claim.err);
}
