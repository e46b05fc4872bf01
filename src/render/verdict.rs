//! Verdicts in words.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::list::{count, number};
use super::message::message;
use super::scene::{Scene, quoted};
use crate::evaluate::{Assessment, Code, Finding, NextStep, Side, Verdict};
use crate::model::attribution::Stance;
use crate::model::dossier::Dossier;
use crate::model::id::{ClaimId, SourceId};

/// The verdict on a claim, in one sentence for people.
///
/// ```
/// use corroborate::{Attribute, Claim, Dossier, Evaluator, Policy, Value, ValueKind, render};
/// let dossier = Dossier::builder("A treaty")
///     .attribute(Attribute::new("signed", ValueKind::Truth))
///     .claim(Claim::new("c", "It was signed", "treaty", "signed", Value::Truth(true)))
///     .build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// let verdicts: Vec<String> = evaluation.assessments().map(|a| render::verdict(&a)).collect();
/// assert_eq!(verdicts, ["Unsourced: nobody is on record as saying it."]);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn verdict(assessment: &Assessment<'_>) -> String {
    let (support, opposition) = (assessment.support(), assessment.opposition());
    let origins = |n: u32| match n {
        0 => "no credible origin".to_owned(),
        n => count(n as usize, "credible origin", "credible origins"),
    };
    match assessment.verdict() {
        Verdict::Refuted => refuted(assessment),
        Verdict::Withdrawn => "Withdrawn: what stood behind it was withdrawn, replaced or disowned.".to_owned(),
        Verdict::Unsourced => "Unsourced: nobody is on record as saying it.".to_owned(),
        Verdict::Contradicted => {
            let against = number(opposition.credible() as usize);
            format!("Contradicted: {} behind it, {against} against it.", origins(support.credible()))
        }
        Verdict::Unconfirmed if support.most() == 0 => {
            "Unconfirmed: no account of it leads to anybody who knows.".to_owned()
        }
        Verdict::Unconfirmed if support.credible() == 0 => {
            let policy = assessment.evaluation.policy();
            let named = if policy.named_only { " that is named" } else { "" };
            let does = if policy.first_hand_only {
                "is on record as stating it outright and at first hand"
            } else {
                "states it outright"
            };
            format!("Unconfirmed: no credible origin{named} {does}.")
        }
        Verdict::Unconfirmed => {
            let asked = number(assessment.evaluation.policy().independent_origins as usize);
            format!("Unconfirmed: {} behind it, where the standard asks for {asked}.", origins(support.credible()))
        }
        Verdict::Confirmed => "Confirmed: it may be stated as fact.".to_owned(),
    }
}

/// The gravest reason for the verdict on a flagged claim, in one sentence, as far as [`verdict`] has not said it. What is wrong with words on
/// the claim itself comes before what is wrong with words on others.
#[must_use]
pub fn reason(assessment: &Assessment<'_>) -> Option<String> {
    if matches!(assessment.verdict(), Verdict::Confirmed | Verdict::Refuted | Verdict::Unsourced) {
        return None;
    }
    let dossier = assessment.evaluation.dossier();
    let findings = assessment.findings();
    let own = findings.iter().find(|finding| !is_about_others(finding, dossier));
    own.or(findings.first()).map(|gravest| message(gravest, dossier))
}

/// Whether a finding is about words on other claims alone, which only bear on the one judged.
pub(super) fn is_about_others(finding: &Finding, dossier: &Dossier) -> bool {
    let at_fault = match &finding.next {
        NextStep::CheckCitation { of } => of,
        _ => &finding.attributions,
    };
    let is_elsewhere = |id| dossier.attribution(id).is_some_and(|word| word.claim.as_ref() != Some(&finding.claim));
    // What stands against a claim is on others by its nature.
    finding.code != Code::Contradicted && !at_fault.is_empty() && at_fault.iter().all(is_elsewhere)
}

/// Who stands against it, and with what: the claim that most of them make.
fn refuted(assessment: &Assessment<'_>) -> String {
    let scene = Scene(assessment.evaluation.dossier());
    let side = assessment.opposition();
    let by = scene.names(origins_first(scene, &side));
    let mut said: BTreeMap<&ClaimId, usize> = BTreeMap::new();
    for word in side.attributions().into_iter().filter_map(|id| scene.0.attribution(id)) {
        if let Some(claim) = word.claim.as_ref().filter(|_| word.says() == Some(Stance::Affirms)) {
            *said.entry(claim).or_default() += 1;
        }
    }
    let most = said.into_iter().max_by_key(|(claim, words)| (*words, Reverse(*claim)));
    let statement = most.and_then(|(claim, _)| scene.0.claim(claim)).map(|claim| format!(": {}", quoted(claim)));
    format!("Refuted by {by}{}.", statement.unwrap_or_default())
}

/// The origins of a side; who may know comes before who passes on.
pub(super) fn origins_first<'e>(scene: Scene<'_>, side: &Side<'e>) -> Vec<&'e SourceId> {
    let mut origins = side.origins();
    origins.sort_by_key(|id| scene.0.source(id).is_some_and(|source| source.kind.is_medium()));
    origins
}
