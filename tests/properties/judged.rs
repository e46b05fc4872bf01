//! What the evaluator says, in the shape of what the naive one says.

use std::collections::BTreeSet;

use corroborate::{ConflictKind, Dossier, Evaluator, Moment, Policy};

use crate::generate::parts::Parts;
use crate::naive::{Judged, Judgement, Side};

pub(crate) fn judge(dossier: &Dossier, policy: &Policy, as_of: Option<Moment>) -> Judgement {
    let mut evaluator = Evaluator::new(policy.clone());
    if let Some(moment) = as_of {
        evaluator = evaluator.as_of(moment);
    }
    let evaluation = evaluator.evaluate(dossier);
    let (sums, pairs): (Vec<_>, Vec<_>) =
        evaluation.conflicts().partition(|conflict| conflict.kind == ConflictKind::Sum);
    Judgement {
        claims: evaluation
            .assessments()
            .zip(evaluation.confidences())
            .map(|(assessment, confidence)| {
                let judged = Judged {
                    verdict: assessment.verdict().as_str(),
                    support: side(assessment.support(), confidence.support()),
                    opposition: side(assessment.opposition(), confidence.opposition()),
                };
                (assessment.claim().id.clone(), judged)
            })
            .collect(),
        conflicts: pairs
            .into_iter()
            .map(|conflict| (conflict.kind.as_str(), conflict.claims[0].clone(), conflict.claims[1].clone()))
            .collect(),
        sums: sums.into_iter().map(|conflict| conflict.claims.into_iter().collect::<BTreeSet<_>>()).collect(),
    }
}

fn side(side: corroborate::Side<'_>, evidence: corroborate::Evidence<'_>) -> Side {
    Side {
        least: side.least(),
        most: side.most(),
        credible: side.credible(),
        authority: side.has_authority(),
        meets_standard: side.meets_standard(),
        weight: evidence.log_odds().millionths(),
        attributions: side.attributions().into_iter().cloned().collect(),
        origins: side.origins().into_iter().cloned().collect(),
    }
}

/// The judgement of what the parts make, with everything known.
pub(crate) fn of(parts: &Parts, policy: &Policy) -> Judgement {
    judge(&parts.build().unwrap(), policy, None)
}
