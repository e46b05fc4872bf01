//! `corroborate timeline`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use corroborate::render;

use crate::claim;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;
use crate::output;
use crate::progress::Progress;

/// Tell day by day how verdicts changed, and by whose words.
#[derive(Debug, Args)]
pub(crate) struct TimelineCommand {
    /// The dossier.
    file: PathBuf,

    /// Keep to these claims.
    #[arg(long = "claim", value_name = "CLAIM")]
    claims: Vec<String>,

    /// Also tell what was said of a claim on days on which its verdict stayed the same.
    #[arg(long)]
    all: bool,

    #[arg(long, value_enum, default_value_t)]
    /// How to write it.
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
    /// For other programs: docs/replay.md.
    Json,
}

impl TimelineCommand {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let evaluator = self.judging.evaluator()?;
        let dossier = input::dossier(&self.file)?;
        let claims = claim::find(&dossier, &input::name(&self.file), &self.claims)?;
        if self.format == Format::Json && (self.all || !claims.is_empty()) {
            let all = "`--claim` and `--all` are for text: as JSON, a timeline holds every change of every claim";
            return Err(Trouble::Sentence(all.to_owned()));
        }
        let progress = Progress::spinner("replaying");
        let timeline = evaluator.timeline(&dossier);
        drop(progress);
        output::write(self.output.as_deref(), |out| {
            if self.format == Format::Json {
                serde_json::to_writer_pretty(&mut *out, &timeline).map_err(std::io::Error::from)?;
                return Ok(writeln!(out)?);
            }
            let mut told = render::DayByDay::new(&timeline);
            if !claims.is_empty() {
                told = told.only(claims.iter().map(|claim| claim.id.clone()));
            }
            if self.all {
                told = told.and_what_changed_nothing();
            }
            Ok(write!(out, "{told}")?)
        })?;
        Ok(Ending::Clear)
    }
}
