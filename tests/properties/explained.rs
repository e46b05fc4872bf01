//! Explanations: they tell what the evaluator did, of every entry, and nothing else.

use std::collections::BTreeSet;

use corroborate::explanation::{Argument, Explanation, Lack, Passage, Row};
use corroborate::{AttributionId, Code, Evaluator, Moment, Side, Verdict};
use proptest::prelude::*;

use crate::config;
use crate::generate::random::{LARGE, SMALL, dossier, policy};

fn cited<'e>(argument: &Argument<'e>) -> Vec<&'e AttributionId> {
    argument.words.iter().map(|word| word.attribution).collect()
}

/// Passages of the chains that were followed.
fn passages(explanation: &Explanation<'_>) -> BTreeSet<Passage> {
    let words = explanation.support.words.iter().chain(&explanation.opposition.words);
    let chains = words.flat_map(|word| &word.chains).filter(|chain| !chain.is_replaced);
    chains.flat_map(|chain| &chain.links).map(|link| link.passage).collect()
}

fn assert_told(argument: &Argument<'_>, side: Side<'_>) -> Result<(), TestCaseError> {
    prop_assert_eq!(cited(argument), side.attributions());
    prop_assert_eq!(argument.origins.iter().map(|origin| origin.source).collect::<Vec<_>>(), side.origins());
    prop_assert_eq!(argument.origins.iter().any(|origin| origin.settles), side.has_authority());
    let counts = argument.origins.iter().any(|o| o.is_credible && !o.lacks.contains(&Lack::Anonymous));
    prop_assert_eq!(counts, side.credible() > 0, "{:?}", argument);
    for origin in &argument.origins {
        let is_partial = |lack: &Lack| matches!(lack, Lack::Anonymous | Lack::Undeclared);
        if origin.is_credible {
            prop_assert!(origin.lacks.iter().all(is_partial), "{:?}", origin);
        } else {
            // Where nobody without a name counts, that is reason enough.
            prop_assert!(!origin.lacks.is_empty() && origin.lacks != [Lack::Undeclared], "{:?}", origin);
        }
        prop_assert!(!origin.by.is_empty());
    }
    for chain in argument.words.iter().flat_map(|word| &word.chains) {
        // Only what nobody has seen leads on.
        let mut links = chain.links.iter().map(|link| link.passage);
        let last = links.by_ref().find(|passage| *passage != Passage::Unseen);
        prop_assert!(last.is_none() || links.all(|passage| passage == Passage::Unreached));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_explanation_tells_what_the_evaluator_did(
        dossier in prop_oneof![dossier(SMALL), dossier(LARGE)],
        policy in policy(),
        as_of in prop::option::of(Just("2024-06-15")),
    ) {
        let as_of: Option<Moment> = as_of.map(|day| day.parse().unwrap());
        let evaluator = Evaluator::new(policy.clone());
        let evaluator = match as_of {
            Some(moment) => evaluator.as_of(moment),
            None => evaluator,
        };
        let evaluation = evaluator.evaluate(&dossier);
        for assessment in evaluation.assessments() {
            let explanation = assessment.explanation();
            prop_assert_eq!(explanation.verdict, assessment.verdict());
            prop_assert_eq!(&explanation.rests_on, &assessment.rests_on());
            assert_told(&explanation.support, assessment.support())?;
            assert_told(&explanation.opposition, assessment.opposition())?;

            // The row gives the verdict.
            let verdict = match explanation.decision.row {
                Row::NobodySaysSo => Verdict::Unsourced,
                Row::NothingLeft => Verdict::Withdrawn,
                Row::OppositionPrevails => Verdict::Refuted,
                Row::SupportPrevails => Verdict::Confirmed,
                Row::OppositionStands | Row::RivalPrevailsToo => Verdict::Contradicted,
                Row::FallsShort => Verdict::Unconfirmed,
            };
            prop_assert_eq!(verdict, assessment.verdict());
            prop_assert_eq!(explanation.decision.row == Row::RivalPrevailsToo, !explanation.decision.rivals.is_empty());

            // Every entry on the claim is on one side, or left out, and not both.
            let standing: BTreeSet<&AttributionId> =
                cited(&explanation.support).into_iter().chain(cited(&explanation.opposition)).collect();
            let left: BTreeSet<&AttributionId> = explanation.left_out.iter().map(|left| left.attribution).collect();
            prop_assert!(standing.is_disjoint(&left));
            for entry in dossier.attributions().iter().filter(|entry| entry.says().is_some()) {
                let is_on_it = entry.claim.as_ref() == Some(explanation.claim);
                prop_assert!(!is_on_it || standing.contains(&entry.id) || left.contains(&entry.id), "{:?}", entry);
            }

            // Broken links and findings are the same story.
            let codes: BTreeSet<Code> = assessment.findings().iter().map(|finding| finding.code).collect();
            let passages = passages(&explanation);
            for (passage, code) in [
                (Passage::Unseen, Code::OriginUnseen),
                (Passage::Withdrawn, Code::OriginWithdrew),
                (Passage::Misattributed, Code::Misattributed),
                (Passage::Weaker, Code::QualifierDropped),
                (Passage::Stale, Code::StaleCitation),
            ] {
                prop_assert_eq!(passages.contains(&passage), codes.contains(&code), "{} {}", passage, code);
            }

            // Conflicts are those of the evaluation that name the claim.
            let of_claim = evaluation.conflicts().filter(|conflict| conflict.claims.contains(explanation.claim));
            let mut expected: Vec<_> = of_claim.collect();
            let mut told = explanation.conflicts.clone();
            for conflicts in [&mut expected, &mut told] {
                conflicts.sort_by(|a, b| (a.kind, &a.claims).cmp(&(b.kind, &b.claims)));
            }
            prop_assert_eq!(told, expected);
        }
    }

    #[test]
    fn a_revision_of_nothing_is_empty_and_what_is_added_is_told(
        dossier in dossier(SMALL),
        policy in policy(),
        nth in 0_usize..8,
    ) {
        let evaluator = Evaluator::new(policy.clone());
        let whole = evaluator.evaluate(&dossier);
        let same = whole.since(&whole);
        prop_assert!(same.is_empty() && same.shifts().is_empty() && same.begun().is_empty() && same.ended().is_empty());

        let Some(gone) = dossier.attributions().get(nth).map(|entry| entry.id.clone()) else {
            return Ok(());
        };
        let parts = crate::generate::parts::Parts::of(&dossier).keep(|entry| entry.id != gone);
        let Some(less) = parts.build() else {
            return Ok(());
        };
        let less = evaluator.evaluate(&less);
        let revision = whole.since(&less);
        prop_assert!(revision.edits().iter().any(|edit| edit.id == gone.as_str()));
        for (before, after) in less.assessments().zip(whole.assessments()) {
            let shift = revision.shifts().iter().find(|shift| shift.claim == after.claim().id);
            let (from, to) = (before.verdict(), after.verdict());
            prop_assert_eq!(shift.map_or(from == to, |shift| shift.from == Some(from) && shift.to == Some(to)), true);
        }
        let back = less.since(&whole);
        prop_assert_eq!(back.begun(), revision.ended());
        prop_assert_eq!(back.ended(), revision.begun());
    }
}
