//! `corroborate settle`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use corroborate::{Assessment, Outcome, Remedy, Settling, render};

use crate::claim;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;
use crate::output;
use crate::progress::Progress;

/// Tell what would settle claims: the smallest additions that would confirm or refute them.
#[derive(Debug, Args)]
pub(crate) struct Settle {
    /// The dossier.
    file: PathBuf,

    /// The claims; without any, all that may not be stated as fact.
    #[arg(value_name = "CLAIM")]
    claims: Vec<String>,

    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    judging: Judging,

    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How to write it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For other programs: docs/cli.md.
    Json,
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
        output::write(self.output.as_deref(), |out| match self.format {
            Format::Text => Ok(write!(out, "{}", render::Settlement::new(&evaluation, &settled))?),
            Format::Json => {
                let json = render::Settlement::new(&evaluation, &settled);
                serde_json::to_writer_pretty(&mut *out, &json).map_err(std::io::Error::from)?;
                Ok(writeln!(out)?)
            }
        })?;
        Ok(Ending::Clear)
    }
}
