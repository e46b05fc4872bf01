//! The labelled situations of the real story: each raises what an editor would expect of it.
#![cfg(feature = "json")]

use std::collections::BTreeSet;
use std::fmt::Write;

use corroborate::{ClaimId, Dossier, Evaluator};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    id: String,
    #[serde(rename = "kind")]
    _kind: String,
    /// What an editor expects, in words.
    #[serde(rename = "expect")]
    _expect: String,
    claims: Vec<Expected>,
    /// Why we do not follow the label, where we do not.
    #[serde(rename = "disagree")]
    _disagree: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    claim: String,
    /// Any of these will do.
    verdict: Vec<String>,
    /// All of these are found.
    codes: Vec<String>,
}

#[test]
fn every_situation_is_recognised() {
    let dossier = Dossier::from_json(include_bytes!("../examples/kim-putin.json")).unwrap();
    let situations: Vec<Situation> = serde_json::from_str(include_str!("situations.json")).unwrap();
    let ids: BTreeSet<&str> = situations.iter().map(|situation| situation.id.as_str()).collect();
    assert_eq!(ids.len(), 22, "each labelled situation has its entry");

    let evaluation = Evaluator::default().evaluate(&dossier);
    let mut wrong = String::new();
    for situation in &situations {
        assert!(!situation.claims.is_empty(), "{} expects nothing", situation.id);
        for expected in &situation.claims {
            let at = format!("{} {}", situation.id, expected.claim);
            let Some(assessment) = evaluation.assessment(&ClaimId::from(expected.claim.as_str())) else {
                writeln!(wrong, "{at}: no such claim").unwrap();
                continue;
            };
            let verdict = assessment.verdict().as_str();
            if !expected.verdict.iter().any(|one| one == verdict) {
                writeln!(wrong, "{at}: expected {:?}, is {verdict}", expected.verdict).unwrap();
            }
            let found: BTreeSet<&str> = assessment.findings().iter().map(|finding| finding.code.as_str()).collect();
            for code in expected.codes.iter().filter(|code| !found.contains(code.as_str())) {
                writeln!(wrong, "{at}: {code} is not among {found:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
