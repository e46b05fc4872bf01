//! `corroborate explain`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use corroborate::render;

use crate::claim;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;
use crate::output;

/// Tell why the verdict on a claim is what it is: a tree of reasons, down to the entries.
///
/// From the verdict to the rule that gives it, to either side, to its origins, to the accounts by which they are known; then what was left out and why, and what the claim
/// cannot hold together with. Ids of the dossier's entries stand in square brackets.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The dossier.
    file: PathBuf,

    /// The claims, by their ids.
    #[arg(required = true, value_name = "CLAIM")]
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
    /// For other programs: docs/cli.md; a list, one element for each claim.
    Json,
}

impl Explain {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let evaluator = self.judging.evaluator()?;
        let dossier = input::dossier(&self.file)?;
        let claims = claim::find(&dossier, &input::name(&self.file), &self.claims)?;
        let evaluation = evaluator.evaluate(&dossier);
        let asked = claims.iter().filter_map(|claim| evaluation.assessment(&claim.id));
        output::write(self.output.as_deref(), |out| {
            if self.format == Format::Json {
                let explained: Vec<_> = asked.map(|judged| judged.explanation()).collect();
                serde_json::to_writer_pretty(&mut *out, &explained).map_err(std::io::Error::from)?;
                return Ok(writeln!(out)?);
            }
            for (nth, judged) in asked.enumerate() {
                let between = if nth > 0 { "\n\n" } else { "" };
                write!(out, "{between}{}", render::Explained::new(&judged))?;
            }
            Ok(())
        })?;
        Ok(Ending::Clear)
    }
}
