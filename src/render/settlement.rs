//! What would settle some claims, as a report of its own.

use std::collections::BTreeMap;
use std::fmt;

use super::clean::{STATEMENT, line, sentence};
use super::remedy::remedy;
use super::summary;
use super::text::heading;
use super::verdict::verdict;
use super::wrap::paragraph;
use crate::advise::{Outcome, Remedy};
use crate::evaluate::{Assessment, Evaluation};
use crate::model::id::AttributeId;

/// A claim and what would settle it, one way or the other.
#[derive(Debug, Clone)]
pub struct Settled<'e> {
    /// The claim, judged.
    pub assessment: Assessment<'e>,
    /// What would settle it.
    pub remedies: Vec<Remedy>,
}

/// What would settle some claims, by topic, as plain text that an editor can read aloud; with the feature `json` also as JSON.
///
/// The remedies are asked for beforehand ([`Settling`](crate::Settling)), because finding them takes a while.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Outcome, Settling, Source, SourceKind, ValueKind, render};
/// let dossier = Dossier::builder("A bridge")
///     .source(Source::new("ministry", "Ministry of Transport").kind(SourceKind::Government))
///     .attribute(Attribute::new("closed", ValueKind::Truth))
///     .claim(Claim::new("c", "The bridge is closed", "bridge", "closed", true.into()))
///     .attribution(Attribution::new("a", "ministry", "c"))
///     .build()?;
/// let evaluation = Evaluator::default().evaluate(&dossier);
/// let assessment = evaluation.assessments().next().unwrap();
/// let remedies = Settling::of(&evaluation).remedies(&"c".into(), Outcome::Confirmed);
/// let text = render::Settlement::new(&evaluation, &[render::Settled { assessment, remedies }]).to_string();
/// assert!(text.ends_with("  What would confirm it:\n  - One more credible origin that does not rest on the Ministry of Transport.\n"));
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Settlement<'e, 's> {
    pub(super) evaluation: &'e Evaluation<'e>,
    pub(super) settled: &'s [Settled<'e>],
}

impl<'e, 's> Settlement<'e, 's> {
    /// A report on these claims of an evaluation.
    #[must_use]
    pub const fn new(evaluation: &'e Evaluation<'e>, settled: &'s [Settled<'e>]) -> Self {
        Self { evaluation, settled }
    }
}

impl fmt::Display for Settlement<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        paragraph(f, "", &summary::title(self.evaluation.dossier().title()))?;
        writeln!(f)?;
        paragraph(f, "", &summary::as_of(self.evaluation))?;
        paragraph(f, "", &summary::standard(self.evaluation.policy()))?;
        if self.settled.is_empty() {
            writeln!(f, "\nThere is nothing to settle: every claim may be stated as fact.")?;
        }
        let mut topics: BTreeMap<(&str, &AttributeId), Vec<&Settled<'_>>> = BTreeMap::new();
        for settled in self.settled {
            let claim = settled.assessment.claim();
            topics.entry((&claim.subject, &claim.attribute)).or_default().push(settled);
        }
        for ((subject, attribute), claims) in topics {
            writeln!(f, "\n")?;
            paragraph(f, "", &format!("{}: {}", heading(subject), heading(attribute.as_str())))?;
            claims.into_iter().try_for_each(|settled| self.one(f, settled))?;
        }
        Ok(())
    }
}

impl Settlement<'_, '_> {
    fn one(&self, f: &mut fmt::Formatter<'_>, settled: &Settled<'_>) -> fmt::Result {
        let assessment = &settled.assessment;
        writeln!(f)?;
        paragraph(f, "* ", &sentence(&line(&assessment.claim().statement, STATEMENT)))?;
        paragraph(f, "  ", &verdict(assessment))?;
        if !assessment.is_flagged() {
            return Ok(());
        }
        if settled.remedies.is_empty() {
            return paragraph(f, "  ", "Nothing that was tried would settle it: no few additions would do.");
        }
        for (toward, heading) in
            [(Outcome::Confirmed, "What would confirm it:"), (Outcome::Refuted, "What would refute it:")]
        {
            let mut first = true;
            for settles in settled.remedies.iter().filter(|remedy| remedy.toward == toward) {
                if first {
                    writeln!(f, "  {heading}")?;
                }
                let or = if first { "" } else { "Or: " };
                paragraph(f, "  - ", &format!("{or}{}", remedy(settles, self.evaluation.dossier())))?;
                first = false;
            }
        }
        Ok(())
    }
}
