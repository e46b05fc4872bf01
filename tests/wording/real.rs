//! The real story, sentence by sentence.

use std::fmt::Write as _;
use std::path::Path;

use corroborate::{Dossier, Evaluator, Policy, render};

fn real() -> Dossier {
    Dossier::from_json(include_bytes!("../../examples/kim-putin.json")).unwrap()
}

/// `UPDATE_SNAPSHOTS=1` writes it anew.
#[test]
fn the_sentences_of_the_real_story_are_these() {
    let dossier = real();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let mut text = String::new();
    for (assessment, wording) in evaluation.assessments().zip(render::wordings(&evaluation)) {
        writeln!(text, "{} [{}]\n  {}", assessment.claim().id, assessment.verdict(), wording.sentence).unwrap();
    }
    writeln!(text, "\nTOPICS\n").unwrap();
    for topic in evaluation.topics() {
        writeln!(text, "{}/{}\n  {}", topic.subject(), topic.attribute().id, render::topic_wording(&topic).sentence)
            .unwrap();
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/wording-kim-putin.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap();
    assert!(text == expected, "the sentences have changed: compare with UPDATE_SNAPSHOTS=1");
}
