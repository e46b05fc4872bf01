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
        for (heading, sentences) in self.told(scene, claim) {
            writeln!(f, "  {heading}")?;
            sentences.iter().try_for_each(|sentence| paragraph(f, "  - ", sentence))?;
        }
        Ok(())
    }

    /// The sentences under each heading.
    pub(super) fn told(&self, scene: Scene<'_>, claim: &Assessment<'_>) -> Vec<(&'static str, Vec<String>)> {
        let mut told = Vec::new();
        if let Some(wording) = self.wordings.get(claim.claim as usize) {
            told.push(("What to write:", vec![wording.sentence.clone()]));
        }
        for (toward, heading) in
            [(Outcome::Confirmed, "What would confirm it:"), (Outcome::Refuted, "What would refute it:")]
        {
            let remedies = self.settling.remedies(&claim.claim().id, toward);
            let or = |nth: usize| if nth == 0 { "" } else { "Or: " };
            let sentences = remedies.iter().enumerate();
            let sentences: Vec<String> =
                sentences.map(|(nth, settles)| format!("{}{}", or(nth), remedy(settles, scene.0))).collect();
            if !sentences.is_empty() {
                told.push((heading, sentences));
            }
        }
        told
    }
}
