//! `corroborate settle`.

use std::path::PathBuf;

use clap::Args;
use corroborate::{Assessment, Outcome, Remedy, Settling, render};

use crate::answer::Answer;
use crate::claim;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;
use crate::progress::Progress;

/// Tell what would settle claims: the smallest additions that would confirm or refute them.
#[derive(Debug, Args)]
pub(crate) struct Settle {
    /// The dossier.
    file: PathBuf,

    /// The claims; without any, all that may not be stated as fact.
    #[arg(value_name = "CLAIM")]
    claims: Vec<String>,

    #[command(flatten)]
    judging: Judging,

    #[command(flatten)]
    answer: Answer,
}

impl Settle {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let evaluator = self.judging.evaluator()?;
        let dossier = input::dossier(&self.file)?;
        let evaluation = evaluator.evaluate(&dossier);
        let claims = claim::find(&dossier, &input::name(&self.file), &self.claims)?;
        let wanted: Vec<Assessment<'_>> = if claims.is_empty() {
            evaluation.assessments().filter(Assessment::is_flagged).collect()
        } else {
            claims.iter().filter_map(|claim| evaluation.assessment(&claim.id)).collect()
        };
        let settling = Settling::of(&evaluation);
        let progress = Progress::of(wanted.len(), "settling");
        let mut settled: Vec<render::Settled<'_>> = Vec::with_capacity(wanted.len());
        for assessment in &wanted {
            let remedies: Vec<Remedy> = Outcome::BOTH
                .into_iter()
                .flat_map(|toward| settling.remedies(&assessment.claim().id, toward))
                .collect();
            settled.push(render::Settled { assessment: *assessment, remedies });
            progress.step();
        }
        drop(progress);
        let settlement = render::Settlement::new(&evaluation, &settled);
        self.answer.write(|| &settlement, |out| write!(out, "{settlement}"))?;
        Ok(Ending::Clear)
    }
}
