//! Policies as files: the presets are what their files say, and the page on policies knows every field.
#![cfg(feature = "json")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use corroborate::{
    Attribute, Attribution, Basis, Claim, Code, Dossier, Evaluator, Guideline, Policy, PolicyRule, Severity, Source,
    SourceKind, ValueKind, render,
};

fn here(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(here(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of all fields of a policy's file: of one that has them all.
fn fields() -> Vec<String> {
    let mut policy = Policy::breaking_news();
    policy.because.insert(PolicyRule::Otherwise, vec![Guideline::new("P", "D", "A")]);
    let written: serde_json::Value = serde_json::from_str(&policy.to_json()).unwrap();
    written.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn every_preset_is_what_its_file_says() {
    for (name, preset) in Policy::presets() {
        let path = format!("policies/{name}.json");
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(here(&path), preset.to_json()).unwrap();
        }
        let file = read(&path);
        assert_eq!(Policy::from_json(file.as_bytes()).unwrap(), preset, "{path}");
        assert_eq!(file, preset.to_json(), "{path}: UPDATE_SNAPSHOTS=1 rewrites it");
    }
}

#[test]
fn every_file_of_a_policy_is_a_preset() {
    let files: BTreeSet<String> = fs::read_dir(here("policies"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(files, Policy::presets().map(|(name, _)| format!("{name}.json")).collect());
}

#[test]
fn every_preset_can_be_applied_and_is_found_by_its_name() {
    let mut names = BTreeSet::new();
    for (name, preset) in Policy::presets() {
        assert_eq!(preset.check(), Ok(()));
        assert_eq!(Policy::preset(name), Ok(preset.clone()));
        assert!(preset.description.is_some());
        names.insert(preset.name.unwrap());
    }
    assert_eq!(names.len(), Policy::presets().count());
}

#[test]
fn every_guideline_of_a_preset_can_be_looked_up() {
    for (name, preset) in Policy::presets() {
        assert!(!preset.because.is_empty(), "{name}");
        for guideline in preset.because.values().flatten() {
            // A section or a date says where in what; what has neither has an address.
            let is_placed = guideline.section.is_some() || guideline.date.is_some() || guideline.url.is_some();
            assert!(is_placed, "{name}: {guideline:?}");
            assert!(
                guideline.asks.ends_with('.') && !guideline.asks.trim_end_matches('.').contains(". "),
                "{guideline:?}"
            );
        }
    }
}

#[test]
fn every_rule_of_a_preset_that_is_not_the_default_is_cited_or_said_to_be_its_own() {
    for (name, preset) in Policy::presets() {
        let page = read("docs/policies.md");
        for rule in preset.differing_rules(&Policy::default()) {
            let own = format!("`{rule}` of `{name}` is its own");
            assert!(preset.because.contains_key(&rule) != page.contains(&own), "{name}: {rule}");
        }
    }
}

#[test]
fn the_page_on_policies_has_a_row_for_every_field_and_no_other() {
    let page = read("docs/policies.md");
    let (_, fields_of_page) = page.split_once("## Fields").unwrap();
    let (fields_of_page, _) = fields_of_page.split_once("\n## ").unwrap();
    let row = |line: &str| line.strip_prefix("| `")?.split_once('`').map(|(name, _)| name.to_owned());
    let rows: Vec<String> = fields_of_page.lines().filter_map(row).collect();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>(), fields().iter().collect());
    assert_eq!(rows.len(), fields().len());
}

#[test]
fn the_page_on_policies_gives_the_defaults() {
    let page = read("docs/policies.md");
    let default: serde_json::Value = serde_json::from_str(&Policy::default().to_json()).unwrap();
    for (field, value) in default.as_object().unwrap() {
        let row = page.lines().find(|line| line.starts_with(&format!("| `{field}`"))).unwrap();
        let cell = format!("| `{}` |", value.to_string().trim_matches('"'));
        assert!(row.contains(&cell), "{row} lacks {cell}");
    }
}

/// What the table of presets says in the column of a preset.
fn cell(policy: &Policy, rule: PolicyRule) -> String {
    let written: serde_json::Value = serde_json::from_str(&policy.to_json()).unwrap();
    match &written[rule.as_str()] {
        serde_json::Value::Null => "–".to_owned(),
        _ if rule == PolicyRule::Weights && policy.weights == Policy::default().weights => "as by default".to_owned(),
        serde_json::Value::Object(graded) => graded
            .iter()
            .map(|(code, severity)| format!("{code}: {}", severity.as_str().unwrap()))
            .collect::<Vec<_>>()
            .join(", "),
        value => value.to_string().trim_matches('"').to_owned(),
    }
}

#[test]
fn the_page_on_policies_compares_the_presets() {
    let page = read("docs/policies.md");
    let names: Vec<String> = Policy::presets().map(|(name, _)| format!("`{name}`")).collect();
    let mut table = format!("| rule | {} |\n|{}\n", names.join(" | "), " --- |".repeat(names.len() + 1));
    for rule in PolicyRule::ALL {
        let cells: Vec<String> = Policy::presets().map(|(_, preset)| cell(&preset, *rule)).collect();
        table += &format!("| `{rule}` | {} |\n", cells.join(" | "));
    }
    assert!(page.contains(&table), "docs/policies.md should hold\n{table}");
}

#[test]
fn the_policies_on_the_page_can_be_read() {
    let page = read("docs/policies.md");
    let blocks: Vec<&str> =
        page.split("```json\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        if let Err(problems) = Policy::from_json(block.as_bytes()) {
            panic!("{block}\n{problems}");
        }
    }
}

fn truth(id: &str) -> Dossier {
    let word = |id: &str| Attribution::new(id, id, "c").published("2025-03-01".parse().unwrap());
    let builder = Dossier::builder("A bridge")
        .source(Source::new("office", "Road Office").kind(SourceKind::Government).authority_on("closed"))
        .source(Source::new("mayor", "Ana Ruiz").kind(SourceKind::Official))
        .source(Source::new("aide", "An aide").kind(SourceKind::Official).anonymous())
        .attribute(Attribute::new("closed", ValueKind::Truth))
        .claim(Claim::new("c", "The bridge is closed", "bridge", "closed", true.into()))
        .attribution(word("mayor").basis(Basis::FirstHand));
    builder.attribution(word(id)).build().unwrap()
}

#[track_caller]
fn told(from: &Policy, to: &Policy, dossier: &Dossier, by: &[&[PolicyRule]], sentence: &str) {
    let diff = from.diff(to, dossier, None);
    let [change] = diff.changes() else { panic!("{:?}", diff.changes()) };
    assert_eq!(change.by, by);
    assert_eq!(render::verdict_change(&diff, change), sentence);
}

#[test]
fn a_change_that_takes_two_rules_names_both() {
    let usual = Policy { name: Some("Usual".to_owned()), ..Policy::default() };
    let grave = Policy {
        name: Some("Grave".to_owned()),
        independent_origins: 3,
        authority_suffices: false,
        outweighs: "2.5".parse().unwrap(),
        ..Policy::default()
    };
    told(
        &usual,
        &grave,
        &truth("office"),
        &[&[PolicyRule::IndependentOrigins, PolicyRule::AuthoritySuffices]],
        "\"The bridge is closed\": confirmed under Usual, unconfirmed under Grave, because Grave asks for three credible origins instead of two and does not \
         take the word of an authority alone.",
    );
    told(
        &grave,
        &usual,
        &truth("office"),
        &[&[PolicyRule::IndependentOrigins], &[PolicyRule::AuthoritySuffices]],
        "\"The bridge is closed\": unconfirmed under Grave, confirmed under Usual, because Usual asks for two credible origins instead of three; it would be \
         enough, too, that it takes the word of an authority alone.",
    );
}

#[test]
fn policies_without_a_name_of_their_own_are_told_apart() {
    let sentence = "\"The bridge is closed\": confirmed under the first policy, unconfirmed under the second policy, because the second policy counts named \
                    origins only.";
    let named_only = Policy { named_only: true, ..Policy::default() };
    told(&Policy::default(), &named_only, &truth("aide"), &[&[PolicyRule::NamedOnly]], sentence);
    let [one, other] = [Policy::default(), named_only].map(|policy| Policy { name: Some("Desk".to_owned()), ..policy });
    told(&one, &other, &truth("aide"), &[&[PolicyRule::NamedOnly]], sentence);
}

#[test]
fn a_name_of_a_policy_cannot_break_a_line() {
    let usual = Policy { name: Some("A\n\u{202e}desk".to_owned()), ..Policy::default() };
    let dossier = truth("aide");
    let text = render::Difference::new(&usual.diff(&Policy::strict(), &dossier, None)).to_string();
    let counts = "The only claim may be stated as fact under A desk, and not under Strict Sourcing.\n";
    assert!(text.contains(counts), "{text}");
    let evaluation = Evaluator::new(usual).evaluate(&dossier);
    assert!(render::Text::new(&evaluation).to_string().contains("The standard (A desk): a claim"));
}

#[test]
fn findings_carry_the_severity_that_the_policy_gives_them() {
    let mut policy = Policy { named_only: true, ..Policy::default() };
    let dossier = truth("aide");
    let found = |policy: &Policy| {
        let evaluation = Evaluator::new(policy.clone()).evaluate(&dossier);
        evaluation.assessments().flat_map(|judged| judged.findings()).map(|f| (f.code, f.severity)).collect::<Vec<_>>()
    };
    assert_eq!(found(&policy), [(Code::BelowStandard, Severity::Warning)]);
    policy.severity.insert(Code::BelowStandard, Severity::Critical);
    assert_eq!(found(&policy), [(Code::BelowStandard, Severity::Critical)]);
}

#[test]
fn where_it_matters_how_they_know_they_are_asked() {
    let policy = Policy { first_hand_only: true, ..Policy::default() };
    let dossier = truth("aide");
    let evaluation = Evaluator::new(policy).evaluate(&dossier);
    let findings = evaluation.assessments().flat_map(|judged| judged.findings());
    let steps: Vec<String> = findings.map(|finding| render::next_step(&finding, &dossier)).collect();
    assert_eq!(steps, ["Ask an aide where it comes from."]);
}

#[test]
fn a_verdict_names_what_the_policy_asks_of_an_origin() {
    let dossier = Dossier::builder("A bridge")
        .source(Source::new("aide", "An aide").kind(SourceKind::Official).anonymous())
        .attribute(Attribute::new("closed", ValueKind::Truth))
        .claim(Claim::new("c", "The bridge is closed", "bridge", "closed", true.into()))
        .attribution(Attribution::new("a", "aide", "c"))
        .build()
        .unwrap();
    let told = |named_only, first_hand_only| {
        let policy = Policy { named_only, first_hand_only, ..Policy::default() };
        let evaluation = Evaluator::new(policy).evaluate(&dossier);
        evaluation.assessments().map(|judged| render::verdict(&judged)).collect::<Vec<_>>()
    };
    let first_hand = "is on record as stating it outright and at first hand.";
    assert_eq!(told(true, false), ["Unconfirmed: no credible origin that is named states it outright."]);
    assert_eq!(told(false, true), [format!("Unconfirmed: no credible origin {first_hand}")]);
    assert_eq!(told(true, true), [format!("Unconfirmed: no credible origin that is named {first_hand}")]);
}

#[test]
fn every_rule_is_told_both_ways() {
    let dossier = Dossier::builder("").build().unwrap();
    let usual = Policy::default();
    let mut told = BTreeSet::new();
    for (file, there, back) in [
        (
            r#"{"independent_origins": 1}"#,
            "asks for one credible origin instead of two",
            "asks for two credible origins instead of one",
        ),
        (
            r#"{"authority_suffices": false}"#,
            "does not take the word of an authority alone",
            "takes the word of an authority alone",
        ),
        (
            r#"{"outweighs": 1.5}"#,
            "lets one side outweigh the other at 1.5 to one instead of three to one",
            "lets one side outweigh the other at three to one instead of 1.5 to one",
        ),
        (
            r#"{"about": 0.125}"#,
            "lets a figure given as \"about\" stretch by 12.5% instead of 10%",
            "lets a figure given as \"about\" stretch by 10% instead of 12.5%",
        ),
        (
            r#"{"otherwise": 0}"#,
            "lets any other figure stretch by 0% instead of 1%",
            "lets any other figure stretch by 1% instead of 0%",
        ),
        (
            r#"{"anonymous_are_distinct": true}"#,
            "counts anonymous sources of one description as different people",
            "counts anonymous sources of one description as one",
        ),
        (r#"{"named_only": true}"#, "counts named origins only", "counts an anonymous origin beside a named one"),
        (
            r#"{"first_hand_only": true}"#,
            "counts an origin only where it is on record how it knows",
            "counts an origin also where it is not on record how it knows",
        ),
        (
            r#"{"floors_apart": 12}"#,
            "remarks on floors that are 12 times apart instead of two times",
            "remarks on floors that are two times apart instead of 12 times",
        ),
        (r#"{"stale_after": 1}"#, "calls a claim stale after one day", "calls no claim stale for its age alone"),
        (r#"{"weights": {"a": 0.99}}"#, "weighs evidence differently", "weighs evidence differently"),
        (r#"{"severity": {"stale": "critical"}}"#, "grades findings differently", "grades findings differently"),
    ] {
        let other = Policy::from_json(file.as_bytes()).unwrap();
        for (from, to, clause) in [(&usual, &other, there), (&other, &usual, back)] {
            let diff = from.diff(to, &dossier, None);
            told.extend(diff.rules().to_vec());
            let text = render::Difference::new(&diff).to_string().replace("\n  ", " ").replace('\n', " ");
            let sentence = format!("They differ in this: - The second policy {clause}. ");
            assert!(text.contains(&sentence), "{text}\nlacks\n{sentence}");
        }
    }
    assert_eq!(told.into_iter().collect::<Vec<_>>(), PolicyRule::ALL);
    let [two, five] = [2, 5].map(|days| Policy { stale_after: Some(days), ..Policy::default() });
    let text = render::Difference::new(&two.diff(&five, &dossier, None)).to_string();
    assert!(text.contains("stale after five days instead of two days"), "{text}");
}

#[test]
fn the_claims_that_only_the_second_desk_may_state_stand_under_its_name() {
    let dossier = truth("aide");
    let text = render::Difference::new(&Policy::strict().diff(&Policy::breaking_news(), &dossier, None)).to_string();
    let expected = "A bridge\n\nJudged on everything in the dossier.\n\
        The only claim may be stated as fact under Breaking News, and not under Strict Sourcing.\n\
        They differ in this:\n\
        - Breaking News asks for one credible origin instead of two. See BBC, \"Editorial Guidelines\" (2019),\n  \
          3.3.4.\n\
        - Breaking News counts an origin also where it is not on record how it knows.\n\
        - Breaking News calls a claim stale after one day.\n\
        - Breaking News grades findings differently.\n\
        One claim has another verdict under Breaking News.\n\n\n\
        MAY BE STATED AS FACT UNDER BREAKING NEWS ALONE\n\
        ===============================================\n\n\
        Unconfirmed under Strict Sourcing, confirmed under Breaking News, because Breaking News asks for one\n\
        credible origin instead of two:\n\
        * The bridge is closed.\n";
    assert_eq!(text, expected);
}
