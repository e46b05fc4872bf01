//! Trials: a remedy applied to the claim's part of the dossier, and judged.

use super::remedy::{Addition, Remedy};
use crate::evaluate::{Evaluator, Rivals};
use crate::model::dossier::Dossier;

/// What remedies for one claim are tried on.
pub(super) struct Trial<'a> {
    evaluator: &'a Evaluator,
    /// What of the dossier the claim is judged by.
    pub(super) excerpt: &'a Dossier,
    /// The remedy that adds nothing yet.
    blank: &'a Remedy,
    rivals: Rivals,
}

impl<'a> Trial<'a> {
    pub(super) const fn new(evaluator: &'a Evaluator, excerpt: &'a Dossier, blank: &'a Remedy, rivals: Rivals) -> Self {
        Self { evaluator, excerpt, blank, rivals }
    }

    /// A remedy of these additions and so many new origins.
    pub(super) fn remedy<'c>(&self, additions: impl IntoIterator<Item = &'c Addition>, origins: u32) -> Remedy {
        let mut remedy = self.blank.clone();
        remedy.additions.extend(additions.into_iter().cloned());
        if origins > 0 {
            remedy.additions.push(Addition::Origins { count: origins, beyond: Vec::new() });
        }
        remedy
    }

    /// Whether the evaluator gives the verdict promised once the remedy is applied.
    pub(super) fn keeps(&self, remedy: &Remedy) -> bool {
        let Ok(settled) = remedy.apply(self.excerpt) else {
            return false;
        };
        self.evaluator.verdict_on(&remedy.claim, &settled, self.rivals) == Some(remedy.toward.verdict())
    }
}
