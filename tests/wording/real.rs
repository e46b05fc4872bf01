//! The real story, sentence by sentence.

use std::fmt::Write as _;
use std::path::Path;

use corroborate::{Claim, Dossier, Evaluator, Policy, Verdict, render};

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

#[test]
fn what_the_sentences_of_the_real_story_state_is_confirmed_when_it_is_claimed() {
    let dossier = real();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let topics = evaluation.topics().map(|topic| render::topic_wording(&topic));
    let mut new = 0;
    for wording in render::wordings(&evaluation).chain(topics) {
        let Some(stated) = wording.states else { continue };
        if let Some(id) = &stated.claim {
            assert_eq!(evaluation.assessment(id).unwrap().verdict(), Verdict::Confirmed, "{}", wording.sentence);
            continue;
        }
        new += 1;
        let mut claim = Claim::new("read back", "", stated.subject, stated.attribute, stated.value);
        (claim.unit, claim.when) = (stated.unit, stated.when);
        let more = dossier.clone().into_builder().claim(claim).build().unwrap();
        let judged = Evaluator::new(Policy::default()).evaluate(&more);
        assert_eq!(
            judged.assessment(&"read back".into()).unwrap().verdict(),
            Verdict::Confirmed,
            "{}",
            wording.sentence
        );
    }
    assert!(new > 20, "hardly any statement of its own: {new}");
}

#[test]
fn the_troops_of_the_real_story_are_disputed_by_camps() {
    let dossier = real();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let began = evaluation.topics().find(|topic| topic.attribute().id.as_str() == "combat-began-in").unwrap();
    let dispute = began.disputes().next().unwrap();
    let camps: Vec<Vec<&str>> =
        dispute.camps().map(|camp| camp.claims().iter().map(|claim| claim.id.as_str()).collect()).collect();
    assert_eq!(camps, [["combat-began-nov24"], ["combat-began-dec24"]]);
    let behind: Vec<Vec<&str>> =
        dispute.camps().map(|camp| camp.sources().into_iter().map(|source| source.as_str()).collect()).collect();
    assert!(behind[0].contains(&"nis") && !behind[1].contains(&"nis"), "{behind:?}");
    let sent = evaluation.topics().find(|topic| topic.attribute().id.as_str() == "sent-total").unwrap();
    let best = sent.best_supported().max_by_key(|best| best.origins).unwrap();
    assert!(best.origins >= 2 && !best.claims.is_empty(), "{best:?}");
}
