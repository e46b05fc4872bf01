//! `explain`, `settle`, `timeline`, `policy`: what is behind a verdict.

use serde_json::Value;

use super::*;

#[test]
fn why_a_claim_of_the_real_story_is_confirmed() {
    assert_snapshot("explain-confirmed.txt", &out(0, ["explain", REAL, "deployed-autumn-2024"]));
}

#[test]
fn why_claims_of_the_real_story_are_contradicted() {
    assert_snapshot("explain-contradicted.txt", &out(0, ["explain", REAL, "captured-8000-kursk", "sent-12000-oct18"]));
}

#[test]
fn why_a_claim_stood_as_it_did_on_a_day() {
    let told = out(0, ["explain", REAL, "deployed-autumn-2024", "--as-of", "2024-10-20", "--policy", "strict"]);
    assert_snapshot("explain-as-of.txt", &told);
}

#[test]
fn every_verdict_of_a_small_story_is_explained() {
    let claims = [
        "burst",
        "cause-neglect",
        "dead-20",
        "evacuated-3000",
        "evacuation-ordered",
        "injured-40",
        "opened-1968",
        "victims-30",
    ];
    assert_snapshot("explain-starter.txt", &out(0, ["explain", STARTER].into_iter().chain(claims)));
}

#[test]
fn an_explanation_as_json_cites_the_entries() {
    let told: Value = serde_json::from_str(&out(0, ["explain", STARTER, "dead-20", "--format", "json"])).unwrap();
    let [told] = told.as_array().unwrap().as_slice() else { panic!("{told}") };
    assert_eq!(told["verdict"], "refuted");
    assert_eq!(told["decision"]["row"], "opposition-prevails");
    assert_eq!(told["decision"]["rules"], serde_json::json!(["authority_suffices"]));
    assert_eq!(told["opposition"]["origins"][0]["source"], "police");
    assert_eq!(told["opposition"]["origins"][0]["settles"], true);
    let left: Vec<&Value> = told["left_out"].as_array().unwrap().iter().collect();
    assert_eq!(left.len(), 1);
    assert_eq!(
        (&left[0]["attribution"], &left[0]["why"], &left[0]["by"]),
        (&"a05".into(), &"corrected".into(), &serde_json::json!(["a07"]))
    );
}

#[test]
fn what_would_settle_a_claim() {
    assert_snapshot("settle-real.txt", &out(0, ["settle", REAL, "china-uneasy", "deployed-autumn-2024"]));
    assert_snapshot("settle-starter.txt", &out(0, ["settle", STARTER]));
    assert_snapshot("settle-starter.json", &out(0, ["settle", STARTER, "injured-40", "--format", "json"]));
    let Told { out, .. } = run_with(CLEAN, ["settle", "-"]);
    assert!(out.ends_with("\nThere is nothing to settle: every claim may be stated as fact.\n"), "{out}");
}

#[test]
fn how_verdicts_changed_day_by_day() {
    assert_snapshot("timeline-starter.txt", &out(0, ["timeline", STARTER]));
    let claim = ["timeline", REAL, "--claim", "deployed-autumn-2024"];
    assert_snapshot("timeline-claim.txt", &out(0, claim));
    assert_snapshot("timeline-claim-all.txt", &out(0, claim.into_iter().chain(["--all", "--as-of", "2024-11-01"])));
    let json: Value = serde_json::from_str(&out(0, ["timeline", STARTER, "--format", "json"])).unwrap();
    assert_eq!(json["changes"][0]["because"][0]["attribution"], "a01");
    assert_eq!(run(["timeline", STARTER, "--format", "json", "--all"]).code, 2);
}

#[test]
fn the_standards_and_in_what_they_differ() {
    assert_snapshot("policy-list.txt", &out(0, ["policy", "list"]));
    assert_snapshot("policy-show.txt", &out(0, ["policy", "show"]));
    assert_snapshot("policy-show-breaking-news.txt", &out(0, ["policy", "show", "breaking-news"]));
    assert_snapshot("policy-diff.txt", &out(1, ["policy", "diff", "breaking-news", "strict"]));
    assert_snapshot("policy-diff-starter.txt", &out(1, ["policy", "diff", "authority-or-two", "strict", STARTER]));
    let same = out(0, ["policy", "diff", "strict", "policies/strict.json"]);
    assert_eq!(same, "The first policy and the second policy\n\nThe policies have the same rules.\n");
    let real = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/example-two_desks.txt"));
    assert_eq!(out(1, ["policy", "diff", "authority-or-two", "strict", REAL]), real.unwrap());
}

#[test]
fn a_preset_is_shown_as_the_file_that_it_is() {
    let file = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("policies/strict.json")).unwrap();
    assert_eq!(out(0, ["policy", "show", "strict", "--format", "json"]), file);
}
