//! Evaluations as text and JSON: every finding is a sentence, strangers' text is harmless, the same entries give the same bytes.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use corroborate::{
    AttributionId, ClaimId, Code, Dossier, Evaluation, Evaluator, Finding, NextStep, Policy, SourceId, render,
};
use serde_json::Value;

/// Entries whose ids no sentence may show: each begins with `ID-`.
const STORY: &str = r#"{
  "corroborate": 1,
  "title": "A flood",
  "sources": [
    {"id": "ID-water", "name": "Ministry of Water", "kind": "government", "owner": "ID-state"},
    {"id": "ID-state", "name": "Government of Ruritania", "kind": "government", "party": true},
    {"id": "ID-herald", "name": "The Herald", "kind": "newspaper"},
    {"id": "ID-radio", "name": "Radio 9", "kind": "broadcaster"},
    {"id": "ID-ruiz", "name": "Ana Ruiz, mayor", "kind": "official"}
  ],
  "attributes": [{"id": "ID-dead", "kind": "quantity", "unit": "people", "over_time": "cumulative"}],
  "claims": [
    {"id": "ID-40", "statement": "About 40 people had died by 3 March 2025.", "subject": "flood", "attribute": "ID-dead",
     "value": {"about": 40}, "when": "2025-03-03"},
    {"id": "ID-30", "statement": "At least 30 people had died by 3 March 2025", "subject": "flood", "attribute": "ID-dead",
     "value": {"at_least": 30}, "when": "2025-03-03"},
    {"id": "ID-90", "statement": "Some 90 people had died by 1 March 2025", "subject": "flood", "attribute": "ID-dead",
     "value": {"about": 90}, "when": "2025-03-01"}
  ],
  "attributions": [
    {"id": "ID-a1", "source": "ID-herald", "claim": "ID-40", "cites": ["ID-water"], "published": "2025-03-03"},
    {"id": "ID-a2", "source": "ID-radio", "claim": "ID-40", "cites": ["ID-herald", "ID-water"], "published": "2025-03-04"},
    {"id": "ID-a3", "source": "ID-water", "claim": "ID-30", "certainty": "probable", "hedge": "we estimate", "published": "2025-03-03"},
    {"id": "ID-a4", "source": "ID-ruiz", "claim": "ID-90", "published": "2025-03-01"},
    {"id": "ID-a5", "source": "ID-ruiz", "claim": "ID-40", "stance": "denies"},
    {"id": "ID-a6", "source": "ID-water", "retracts": "ID-a3", "published": "2025-03-06"}
  ]
}"#;

fn story() -> Dossier {
    Dossier::from_json(STORY.as_bytes()).unwrap()
}

fn evaluate(dossier: &Dossier) -> Evaluation<'_> {
    Evaluator::new(Policy::default()).evaluate(dossier)
}

fn ids<T: for<'a> From<&'a str>>(names: &[&str]) -> Vec<T> {
    names.iter().map(|name| T::from(format!("ID-{name}").as_str())).collect()
}

/// A finding on the claim of 40 dead.
fn finding(code: Code, sources: &[&str], attributions: &[&str], claims: &[&str]) -> Finding {
    let dossier = story();
    let mut finding = evaluate(&dossier).assessments().flat_map(|a| a.findings()).next().unwrap();
    finding.code = code;
    finding.claim = ClaimId::from("ID-40");
    finding.sources = ids(sources);
    finding.attributions = ids(attributions);
    finding.claims = ids(claims);
    finding.next = NextStep::Mention;
    finding
}

#[track_caller]
fn assert_sentence(words: &str) {
    assert!(words.ends_with(['.', '!', '?']) && !words.ends_with(".."), "no stop: {words}");
    let first = words.chars().next().unwrap();
    assert!(!first.is_lowercase() && first != ' ', "no capital: {words}");
    assert!(!words.contains("  ") && !words.contains(" ,") && !words.contains(" ."), "spaces: {words}");
    assert!(!words.contains("ID-"), "an id leaks: {words}");
    assert!(!words.chars().any(char::is_control), "control characters: {words:?}");
}

/// A code, what its finding names (sources, attributions, claims), and the sentence.
type Row = (Code, &'static [&'static str], &'static [&'static str], &'static [&'static str], &'static str);

#[test]
fn every_code_is_a_sentence_that_names_what_it_is_about() {
    use Code::*;
    let table: &[Row] = &[
        (Unsourced, &[], &[], &[], "Nobody in the dossier says so."),
        (SingleOrigin, &["water"], &["a1", "a2"], &[], "Both accounts rest on one origin, the Ministry of Water."),
        (
            SingleConduit,
            &["herald"],
            &["a1"],
            &[],
            "Several origins stand behind it, but every account reached the desk through The Herald.",
        ),
        (
            Circular,
            &["herald", "radio"],
            &[],
            &[],
            "The Herald and Radio 9 rest on each other's word, and none of them is on record as knowing it.",
        ),
        (
            UndeclaredOrigin,
            &["herald"],
            &["a1"],
            &[],
            "It is not declared where The Herald had it from, so that cannot count as independent.",
        ),
        (
            OriginUnseen,
            &["water"],
            &["a1", "a2"],
            &[],
            "What the Ministry of Water said is known only through The Herald and Radio 9; the original is not on record.",
        ),
        (
            OriginWithdrew,
            &["water"],
            &["a1", "a3", "a6"],
            &[],
            "The Herald credited the Ministry of Water with this, but that was withdrawn on 6 March 2025.",
        ),
        (
            Misattributed,
            &["water"],
            &["a1", "a3"],
            &[],
            "The Herald credited the Ministry of Water with this, but the words on record are something else: \"At least 30 people had died by 3 March 2025\" (3 March 2025).",
        ),
        (
            QualifierDropped,
            &["water"],
            &["a1", "a2", "a3"],
            &[],
            "The Herald and Radio 9 credited the Ministry of Water with this, but the words on record say less: \"At least 30 people had died by 3 March 2025\" (3 March 2025).",
        ),
        (
            HedgeDropped,
            &["water"],
            &["a1", "a3"],
            &[],
            "The Herald stated outright what the Ministry of Water called probable (\"we estimate\").",
        ),
        (HedgedOnly, &["water"], &["a3"], &[], "Nobody stated it outright; it is put as \"we estimate\"."),
        (AnonymousOnly, &["ruiz"], &["a4"], &[], "Nobody behind it has a name: it rests on Ana Ruiz."),
        (
            PartyOnly,
            &["state"],
            &["a4"],
            &[],
            "Every account passes through those with a stake in the matter: the Government of Ruritania.",
        ),
        (
            UnreliableOnly,
            &["radio"],
            &["a2"],
            &[],
            "Every account passes through sources whose reliability does not suffice: Radio 9.",
        ),
        (
            BelowStandard,
            &["radio", "water"],
            &[],
            &[],
            "It rests on Radio 9 and the Ministry of Water, fewer credible independent origins than the standard asks for.",
        ),
        (
            OwnerShared,
            &["state", "water"],
            &[],
            &[],
            "One owner counts once: the Ministry of Water under the Government of Ruritania.",
        ),
        (
            Contradicted,
            &["ruiz"],
            &["a4", "a5"],
            &["90"],
            "Ana Ruiz denied it and Ana Ruiz said otherwise: \"Some 90 people had died by 1 March 2025\".",
        ),
        (DeniedByParty, &["ruiz"], &["a5"], &[], "Ana Ruiz, with a stake in the matter, denied it."),
        (
            Doubted,
            &["water"],
            &["a3"],
            &[],
            "The Ministry of Water could not confirm it on 3 March 2025 (\"we estimate\").",
        ),
        (
            SelfContradiction,
            &["ruiz"],
            &["a4"],
            &["90"],
            "Ana Ruiz said two things on 1 March 2025 that cannot both be: this, and \"Some 90 people had died by 1 March 2025\".",
        ),
        (
            Revised,
            &["water"],
            &["a1", "a3"],
            &[],
            "The Ministry of Water said otherwise later: \"At least 30 people had died by 3 March 2025\" (3 March 2025).",
        ),
        (Withdrawn, &["water"], &["a3", "a6"], &[], "The Ministry of Water withdrew it on 6 March 2025."),
        (
            FallingCumulative,
            &[],
            &[],
            &["90"],
            "The count can only grow, so this does not fit with what is said for another time: \"Some 90 people had died by 1 March 2025\".",
        ),
        (
            StaleCitation,
            &["ruiz"],
            &["a1", "a4"],
            &[],
            "The Herald cited Ana Ruiz for 3 March 2025, but the figure was given for 1 March 2025.",
        ),
        (
            RuleBroken,
            &[],
            &[],
            &["90", "30"],
            "The figures do not add up together with \"Some 90 people had died by 1 March 2025\" and \"At least 30 people had died by 3 March 2025\".",
        ),
        (
            NotComparable,
            &[],
            &[],
            &["90"],
            "It could not be compared with what is given for no particular time: \"Some 90 people had died by 1 March 2025\".",
        ),
        (Stale, &[], &["a1", "a2"], &[], "The newest account behind it is of 3 to 4 March 2025."),
        (Undated, &["ruiz"], &["a5"], &[], "No date is recorded for what Ana Ruiz said."),
        (
            PublishedBeforeEvent,
            &["ruiz"],
            &["a4"],
            &[],
            "Ana Ruiz reported it on 1 March 2025, before the time that it is about (3 March 2025).",
        ),
        (
            FloorsApart,
            &[],
            &[],
            &["30"],
            "Lower bounds for one time lie far apart: this, and \"At least 30 people had died by 3 March 2025\".",
        ),
    ];
    assert_eq!(table.iter().map(|row| row.0).collect::<BTreeSet<_>>(), Code::ALL.iter().copied().collect());
    let dossier = story();
    for (code, sources, attributions, claims, expected) in table {
        let message = render::message(&finding(*code, sources, attributions, claims), &dossier);
        assert_eq!(message, *expected, "{code}");
        assert_sentence(&message);
    }
}

#[test]
fn a_finding_that_names_nothing_known_is_still_a_sentence() {
    let dossier = story();
    for code in Code::ALL {
        for named in [&[][..], &["nobody"]] {
            assert_sentence(&render::message(&finding(*code, named, named, named), &dossier));
        }
    }
}

#[test]
fn every_next_step_is_a_sentence() {
    let sources = |names: &[&str]| ids::<SourceId>(names);
    let words = |names: &[&str]| ids::<AttributionId>(names);
    let claims = |names: &[&str]| ids::<ClaimId>(names);
    let dossier = story();
    for (next, expected) in [
        (NextStep::SeekSource, "Find somebody who says so."),
        (
            NextStep::SeekOrigin { beyond: sources(&["water", "ruiz"]) },
            "Find a credible origin that does not rest on the Ministry of Water or Ana Ruiz.",
        ),
        (NextStep::SeekOwnWord { of: sources(&["water"]) }, "Find the original words of the Ministry of Water."),
        (NextStep::AskBasis { of: sources(&["herald"]) }, "Ask The Herald where it comes from."),
        (
            NextStep::AskPlainStatement { of: sources(&["water"]) },
            "Ask the Ministry of Water whether it can be said outright.",
        ),
        (
            NextStep::CheckCitation { of: words(&["a1", "a2"]) },
            "Check the accounts of The Herald and Radio 9 against what the Ministry of Water said.",
        ),
        (
            NextStep::AskWhichHolds { of: words(&["a4", "a5"]) },
            "Ask Ana Ruiz which holds: \"Some 90 people had died by 1 March 2025\" (1 March 2025) or a denial of this.",
        ),
        (
            NextStep::Reconcile { with: claims(&["90"]) },
            "Find out which holds: this, or else \"Some 90 people had died by 1 March 2025\".",
        ),
        (NextStep::SeekDate { of: words(&["a5"]) }, "Find out when Ana Ruiz said it."),
        (
            NextStep::Align { with: claims(&["90"]) },
            "State this in one unit and for one time with \"Some 90 people had died by 1 March 2025\".",
        ),
        (NextStep::Refresh, "Look for a newer account."),
        (NextStep::Mention, "Say so where the claim is used; there is nothing to clear."),
    ] {
        let mut finding = finding(Code::Misattributed, &["water"], &["a1", "a2", "a3"], &[]);
        finding.next = next;
        let step = render::next_step(&finding, &dossier);
        assert_eq!(step, expected);
        assert_sentence(&step);
    }
    for empty in [
        NextStep::SeekOrigin { beyond: vec![] },
        NextStep::SeekOwnWord { of: vec![] },
        NextStep::AskBasis { of: vec![] },
        NextStep::AskPlainStatement { of: vec![] },
        NextStep::CheckCitation { of: vec![] },
        NextStep::AskWhichHolds { of: vec![] },
        NextStep::Reconcile { with: vec![] },
        NextStep::SeekDate { of: vec![] },
        NextStep::Align { with: vec![] },
    ] {
        let mut finding = finding(Code::Unsourced, &[], &[], &[]);
        finding.next = empty;
        assert_sentence(&render::next_step(&finding, &dossier));
    }
}

/// The text of the real story.
fn kim_putin() -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kim-putin.json")).unwrap()
}

/// Every dossier that is written down in the tests.
fn dossiers() -> Vec<Dossier> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![story()];
    let mut files: Vec<_> =
        fs::read_dir(here.join("tests/scenarios")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let scenarios: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let scenarios = scenarios.as_array().cloned().unwrap_or_else(|| vec![scenarios.clone()]);
        found.extend(scenarios.iter().map(|s| Dossier::from_json(s["dossier"].to_string().as_bytes()).unwrap()));
    }
    found
}

#[test]
fn all_that_is_found_anywhere_is_told_in_sentences() {
    for dossier in dossiers().into_iter().chain([Dossier::from_json(&kim_putin()).unwrap()]) {
        let evaluation = evaluate(&dossier);
        for assessment in evaluation.assessments() {
            assert_sentence(&render::verdict(&assessment));
            render::reason(&assessment).iter().for_each(|reason| assert_sentence(reason));
            for finding in assessment.findings() {
                assert_sentence(&render::message(&finding, &dossier));
                assert_sentence(&render::next_step(&finding, &dossier));
            }
        }
    }
}

#[test]
fn text_is_set_in_a_hundred_columns_without_trailing_or_double_spaces() {
    for dossier in dossiers().into_iter().chain([Dossier::from_json(&kim_putin()).unwrap()]) {
        let evaluation = evaluate(&dossier);
        for text in [render::Text::new(&evaluation), render::Text::new(&evaluation).brief()] {
            for line in text.to_string().lines() {
                assert!(line.chars().count() <= 100, "{line}");
                assert_eq!(line.trim_end(), line);
                assert!(!line.trim_start().contains("  "), "{line}");
            }
        }
    }
}

#[test]
fn text_can_leave_out_what_may_be_stated() {
    let dossier = Dossier::from_json(
        br#"{"corroborate": 1, "sources": [{"id": "d", "name": "State Duma", "kind": "legislature", "authority_on": ["r"]}],
            "attributes": [{"id": "r", "kind": "truth"}],
            "claims": [{"id": "c", "statement": "It was ratified", "subject": "t", "attribute": "r", "value": true}],
            "attributions": [{"id": "a", "source": "d", "claim": "c"}]}"#,
    )
    .unwrap();
    let evaluation = evaluate(&dossier);
    assert!(render::Text::new(&evaluation).to_string().contains("* It was ratified."));
    assert!(!render::Text::new(&evaluation).only_flagged().to_string().contains("* It was ratified."));
}

/// Text that reorders, rings, hides, breaks lines and colours, and goes on and on.
const HOSTILE: &str = "\u{202e}evil\u{2066}\u{0}\u{7}\u{1b}[31m\r\n\u{85}\u{2028}x\u{200b}\u{feff}\u{e0041}\u{61c}\"\\";

fn hostile() -> Dossier {
    let mut story: Value = serde_json::from_str(STORY).unwrap();
    let long = HOSTILE.repeat(2000);
    story["title"] = long.clone().into();
    for source in story["sources"].as_array_mut().unwrap() {
        source["name"] = long.clone().into();
    }
    for claim in story["claims"].as_array_mut().unwrap() {
        claim["statement"] = long.clone().into();
        claim["subject"] = long.clone().into();
    }
    for word in story["attributions"].as_array_mut().unwrap().iter_mut().filter(|word| word["retracts"].is_null()) {
        word["hedge"] = long.clone().into();
        word["certainty"] = "probable".into();
    }
    Dossier::from_json(story.to_string().as_bytes()).unwrap()
}

#[test]
fn hostile_text_is_harmless() {
    let dossier = hostile();
    let evaluation = evaluate(&dossier);
    let is_harmful = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let text = render::Text::new(&evaluation).to_string();
    assert!(!text.contains(is_harmful));
    assert!(text.len() < 40_000, "{} bytes", text.len());
    let json = render::json(&evaluation);
    assert!(!json.contains(is_harmful) && !json.contains('\n'));
    assert!(json.len() < 40_000, "{} bytes", json.len());
    serde_json::from_str::<Value>(&json).unwrap();
}

#[test]
fn the_same_entries_give_the_same_bytes_in_whatever_order() {
    // The real story in both orders, and each dossier of the tests twice.
    let mut story: Value = serde_json::from_slice(&kim_putin()).unwrap();
    let first = Dossier::from_json(&kim_putin()).unwrap();
    for list in ["sources", "attributes", "claims", "attributions"] {
        story[list].as_array_mut().unwrap().reverse();
    }
    let reversed = Dossier::from_json(story.to_string().as_bytes()).unwrap();
    let json = |dossier: &Dossier| render::json(&evaluate(dossier));
    assert!(json(&first) == json(&reversed), "order changes nothing");
    let bytes = |dossier: &Dossier| (render::Text::new(&evaluate(dossier)).to_string(), json(dossier));
    for dossier in dossiers() {
        assert!(bytes(&dossier) == bytes(&dossier), "evaluating twice gives the same bytes");
    }
}

#[test]
fn pretty_json_says_the_same() {
    let dossier = story();
    let evaluation = evaluate(&dossier);
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(read(&render::json(&evaluation)), read(&render::json_pretty(&evaluation)));
}

#[test]
fn json_keeps_the_order_of_its_keys() {
    let dossier = Dossier::from_json(
        br#"{"corroborate": 1, "sources": [{"id": "nis", "name": "NIS", "kind": "intelligence-agency"}, {"id": "y", "name": "Yonhap", "kind": "news-agency"}],
            "attributes": [{"id": "t", "kind": "truth"}],
            "claims": [{"id": "c", "statement": "It is so", "subject": "s", "attribute": "t", "value": true}],
            "attributions": [{"id": "r1", "source": "y", "claim": "c", "cites": ["nis"], "published": "2024-10-18"},
                             {"id": "r2", "source": "nis", "claim": "c", "published": "2024-10-18"}]}"#,
    )
    .unwrap();
    let evaluation = Evaluator::new(Policy::default()).as_of("2024-10-25".parse().unwrap()).evaluate(&dossier);
    let expected = concat!(
        r#"{"corroborate":1,"as_of":"2024-10-25","assessments":[{"claim":"c","verdict":"unconfirmed","#,
        r#""support":{"least":1,"most":1,"credible":1,"meets_standard":false,"origins":["nis"],"chokepoints":["nis"],"attributions":["r1","r2"],"authority":false},"#,
        r#""opposition":{"least":0,"most":0,"credible":0,"meets_standard":false,"origins":[],"chokepoints":[],"attributions":[],"authority":false},"#,
        r#""findings":[{"code":"single-origin","severity":"warning","sources":["nis"],"attributions":["r1","r2"],"claims":[],"#,
        r#""message":"Both accounts rest on one origin, NIS.","#,
        r#""next":{"step":"seek-origin","beyond":["nis"],"message":"Find a credible origin that does not rest on NIS."}}],"rests_on":["r1","r2"],"#,
        r#""confidence":{"probability":0.55,"log_odds":0.20067,"credibility":"3","support":{"log_odds":0.20067,"capped_by":[{"sources":["nis"],"lets_through":0.20067}]},"#,
        r#""opposition":{"log_odds":0,"capped_by":[]}}}],"conflicts":[]}"#
    );
    assert_eq!(render::json(&evaluation), expected);
}

/// Every key that occurs in a rendered evaluation.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            // A value is written as in a dossier, whose form is documented elsewhere.
            if key != "value" {
                keys(value, found);
            }
        }),
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_json_is_documented() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/evaluation-json.md")).unwrap();
    // A row of a table documents the key that stands first in it.
    let documented: BTreeSet<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|(key, _)| key).collect();
    let mut found = BTreeSet::new();
    for dossier in dossiers() {
        let advised = serde_json::to_value(render::Json::new(&evaluate(&dossier)).with_advice()).unwrap();
        assert!(advised["assessments"].as_array().unwrap().iter().all(|a| a["wording"]["sentence"].is_string()));
        keys(&advised, &mut found);
    }
    for key in &found {
        assert!(documented.contains(key.as_str()), "`{key}` is not documented");
    }
}
