//! Wordings: what a sentence states as fact is confirmed, and what it attributes somebody said.

use corroborate::{Claim, Dossier, Evaluator, Policy, Stance, render};
use proptest::prelude::*;

use crate::config;
use crate::generate::random::{LARGE, SMALL, dossier, policy};
use crate::naive;

/// Follows spokesmen to the end.
fn speaker<'d>(dossier: &'d Dossier, id: &'d corroborate::SourceId) -> &'d corroborate::SourceId {
    std::iter::successors(Some(id), |id| dossier.source(id)?.speaks_for.as_ref()).last().unwrap()
}

fn proved(dossier: &Dossier, policy: &Policy, wording: &render::Wording) -> Result<(), TestCaseError> {
    let sentence = &wording.sentence;
    prop_assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{}", sentence);
    let slips = ["  ", " ,", "at at", ",,", ",;", ",:", ", .", "()", " ;", "and and", ",."];
    prop_assert!(!slips.iter().any(|slip| sentence.contains(slip)), "{}", sentence);
    if let Some(stated) = &wording.states {
        let mut claim =
            Claim::new("read back", "", stated.subject.clone(), stated.attribute.clone(), stated.value.clone());
        claim.unit.clone_from(&stated.unit);
        claim.when.clone_from(&stated.when);
        let more = dossier.clone().into_builder().claim(claim).build().unwrap();
        let naive = naive::judge(&more, policy, None);
        prop_assert_eq!(naive.claims[&"read back".into()].verdict, "confirmed", "{}", sentence);
        let evaluation = Evaluator::new(policy.clone()).evaluate(&more);
        prop_assert!(!evaluation.assessment(&"read back".into()).unwrap().is_flagged(), "{}", sentence);
    }
    for attributed in &wording.attributes {
        for source in &attributed.sources {
            let said = dossier.attributions().iter().any(|word| {
                let says = match attributed.stance {
                    Stance::Affirms => word.says() == Some(Stance::Affirms),
                    stance => word.says() == Some(stance),
                };
                let names = speaker(dossier, &word.source) == source
                    || word.cites.iter().flatten().any(|cited| speaker(dossier, cited) == source);
                says && names && word.claim.as_ref() == Some(&attributed.claim)
            });
            prop_assert!(said, "{} did not say {}: {}", source, attributed.claim, sentence);
        }
    }
    Ok(())
}

fn all_proved(dossier: &Dossier, policy: &Policy) -> Result<(), TestCaseError> {
    let evaluation = Evaluator::new(policy.clone()).evaluate(dossier);
    for (assessment, wording) in evaluation.assessments().zip(render::wordings(&evaluation)) {
        proved(dossier, policy, &wording)?;
        let stated = wording.states.as_ref().and_then(|stated| stated.claim.as_ref());
        let states_itself = stated == Some(&assessment.claim().id);
        prop_assert_eq!(states_itself, !assessment.is_flagged(), "{}", wording.sentence);
        if let Some(other) = stated {
            prop_assert!(!evaluation.assessment(other).unwrap().is_flagged(), "{}", wording.sentence);
        }
        prop_assert_eq!(&wording, &render::wording(&assessment));
    }
    for topic in evaluation.topics() {
        proved(dossier, policy, &render::topic_wording(&topic))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(2), ..config() })]

    #[test]
    fn what_a_sentence_states_is_confirmed_and_what_it_attributes_was_said(dossier in dossier(SMALL), policy in policy()) {
        all_proved(&dossier, &policy)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(16), ..config() })]

    #[test]
    fn so_it_is_of_large_dossiers(dossier in dossier(LARGE), policy in policy()) {
        all_proved(&dossier, &policy)?;
    }
}
