//! What may be written of a claim, and what would settle it, in a report.

use std::fmt;

use super::remedy::remedy;
use super::scene::Scene;
use super::wording::{Wording, wordings};
use super::wrap::paragraph;
use crate::advise::{Outcome, Settling};
use crate::evaluate::{Assessment, Evaluation};

/// Advice on every claim of an evaluation.
pub(super) struct Advice<'e> {
    /// What may be written, by claim number.
    wordings: Vec<Wording>,
    settling: Settling<'e>,
}

impl<'e> Advice<'e> {
    pub(super) fn of(evaluation: &'e Evaluation<'e>) -> Self {
        Self { wordings: wordings(evaluation).collect(), settling: Settling::of(evaluation) }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>, scene: Scene<'_>, claim: &Assessment<'_>) -> fmt::Result {
        if let Some(wording) = self.wordings.get(claim.claim as usize) {
            writeln!(f, "  What to write:")?;
            paragraph(f, "  - ", &wording.sentence)?;
        }
        for (toward, heading) in
            [(Outcome::Confirmed, "What would confirm it:"), (Outcome::Refuted, "What would refute it:")]
        {
            let remedies = self.settling.remedies(&claim.claim().id, toward);
            for (nth, settles) in remedies.iter().enumerate() {
                if nth == 0 {
                    writeln!(f, "  {heading}")?;
                }
                let or = if nth == 0 { "" } else { "Or: " };
                paragraph(f, "  - ", &format!("{or}{}", remedy(settles, scene.0)))?;
            }
        }
        Ok(())
    }
}
