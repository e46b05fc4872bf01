//! Verdicts in words.

use super::list::{count, number};
use crate::evaluate::{Assessment, Verdict};

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
    let origins = |n: u32| count(n as usize, "credible origin", if n == 0 { "credible origin" } else { "credible origins" });
    match assessment.verdict() {
        Verdict::Refuted if support.credible() == 0 => {
            "Refuted: what stands against it meets the standard, and nobody credible stands behind it.".to_owned()
        }
        Verdict::Refuted => "Refuted: what stands against it meets the standard, and outweighs what stands behind it.".to_owned(),
        Verdict::Withdrawn => "Withdrawn: what stood behind it was withdrawn, replaced or disowned.".to_owned(),
        Verdict::Unsourced => "Unsourced: nobody is on record as saying it.".to_owned(),
        Verdict::Contradicted => {
            format!("Contradicted: {} behind it, {} against it.", origins(support.credible()), number(opposition.credible() as usize))
        }
        Verdict::Unconfirmed if support.most() == 0 => "Unconfirmed: no account of it leads to anybody who knows.".to_owned(),
        Verdict::Unconfirmed if support.credible() == 0 => "Unconfirmed: no credible origin states it outright.".to_owned(),
        Verdict::Unconfirmed => {
            let asked = assessment_standard(assessment);
            format!("Unconfirmed: {} behind it, where the standard asks for {asked}.", origins(support.credible()))
        }
        Verdict::Confirmed => "Confirmed: it may be stated as fact.".to_owned(),
    }
}

fn assessment_standard(assessment: &Assessment<'_>) -> String {
    number(assessment.evaluation.policy().independent_origins as usize)
}
