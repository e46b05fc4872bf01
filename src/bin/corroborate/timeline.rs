//! `corroborate timeline`.

use std::path::PathBuf;

use clap::Args;
use corroborate::render;

use crate::answer::Answer;
use crate::claim;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;
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

    #[command(flatten)]
    judging: Judging,

    #[command(flatten)]
    answer: Answer,
}

impl TimelineCommand {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let evaluator = self.judging.evaluator()?;
        let dossier = input::dossier(&self.file)?;
        let claims = claim::find(&dossier, &input::name(&self.file), &self.claims)?;
        if self.answer.is_json() && (self.all || !claims.is_empty()) {
            let all = "`--claim` and `--all` are for text: as JSON, a timeline holds every change of every claim";
            return Err(Trouble::Sentence(all.to_owned()));
        }
        let progress = Progress::spinner("replaying");
        let timeline = evaluator.timeline(&dossier);
        drop(progress);
        let mut told = render::DayByDay::new(&timeline);
        if !claims.is_empty() {
            told = told.only(claims.iter().map(|claim| claim.id.clone()));
        }
        if self.all {
            told = told.and_what_changed_nothing();
        }
        self.answer.write(|| &timeline, |out| write!(out, "{told}"))?;
        Ok(Ending::Clear)
    }
}
