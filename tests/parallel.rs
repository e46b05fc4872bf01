//! Several threads give what one gives, to the byte.
#![cfg(all(feature = "json", feature = "parallel"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use corroborate::{Dossier, Evaluation, Evaluator, Moment, Policy, render};
use proptest::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde::Deserialize;
use serde_json::value::RawValue;

#[allow(dead_code)]
mod generate;
#[path = "../benches/shapes/mod.rs"]
mod shapes;

use generate::random::{LARGE, dossier, policy};

const STORY: &[u8] = include_bytes!("../examples/kim-putin.json");
/// Words to a job: one, so that even a small dossier is divided everywhere; some; and more than any of these dossiers has.
const JOBS: [usize; 3] = [1, 50, 8192];

/// A dossier, and how it is judged; what is expected of it is asked elsewhere.
#[derive(Deserialize)]
struct Scenario<'a> {
    #[serde(default)]
    as_of: Option<Moment>,
    #[serde(borrow, default)]
    policy: Option<&'a RawValue>,
    #[serde(borrow)]
    dossier: &'a RawValue,
}

/// A file holds one scenario, or a table of them.
fn table(text: &str) -> Result<Vec<Scenario<'_>>, serde_json::Error> {
    if text.starts_with('[') { serde_json::from_str(text) } else { serde_json::from_str(text).map(|one| vec![one]) }
}

fn pools() -> Vec<ThreadPool> {
    [1, 2, 3, 8].map(|threads| ThreadPoolBuilder::new().num_threads(threads).build().unwrap()).into()
}

/// Everything that an evaluation says: verdicts, counts, origins, findings, conflicts, sentences.
fn everything(evaluation: &Evaluation<'_>) -> (String, String) {
    (render::json(evaluation), render::Text::new(evaluation).to_string())
}

/// Verdicts and counts alone, where saying why takes too long.
fn counts(evaluation: &Evaluation<'_>) -> String {
    evaluation.assessments().map(|assessment| format!("{assessment:?}\n")).collect()
}

#[track_caller]
fn assert_same<T: PartialEq + Send>(
    evaluator: &Evaluator,
    dossier: &Dossier,
    tell: impl Fn(&Evaluation<'_>) -> T + Sync,
) {
    let alone = tell(&evaluator.evaluate(dossier));
    for pool in pools() {
        for words in JOBS {
            let together = pool.install(|| tell(&evaluator.clone().in_jobs_of(words).evaluate(dossier)));
            let threads = pool.current_num_threads();
            assert!(together == alone, "{threads} threads, {words} words a job: `{}`", dossier.title());
        }
    }
}

#[test]
fn the_real_story_is_judged_the_same() {
    let dossier = Dossier::from_json(STORY).unwrap();
    let strict = Policy::from_json(&fs::read(Path::new("policies/strict.json")).unwrap()).unwrap();
    assert_same(&Evaluator::default(), &dossier, everything);
    assert_same(&Evaluator::new(strict).as_of("2024-11-15".parse().unwrap()), &dossier, everything);
}

#[test]
fn every_scenario_is_judged_the_same() {
    let mut judged = 0;
    for entry in fs::read_dir("tests/scenarios").unwrap() {
        let file = fs::read_to_string(entry.unwrap().path()).unwrap();
        for scenario in table(&file).unwrap() {
            let dossier = Dossier::from_json(scenario.dossier.get().as_bytes()).unwrap();
            let policy = scenario.policy.map(|policy| Policy::from_json(policy.get().as_bytes()).unwrap());
            let mut evaluator = Evaluator::new(policy.unwrap_or_default());
            if let Some(moment) = scenario.as_of {
                evaluator = evaluator.as_of(moment);
            }
            assert_same(&evaluator, &dossier, everything);
            judged += 1;
        }
    }
    assert!(judged > 50, "{judged} scenarios");
}

#[test]
fn large_dossiers_are_judged_the_same() {
    assert_same(&Evaluator::default(), &shapes::realistic(20_000), counts);
    for shape in [shapes::one_topic, shapes::one_desk, shapes::one_claim, shapes::chain] {
        assert_same(&Evaluator::default(), &shape(500), counts);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn random_dossiers_are_judged_the_same(dossier in dossier(LARGE), policy in policy()) {
        assert_same(&Evaluator::new(policy), &dossier, everything);
    }
}
