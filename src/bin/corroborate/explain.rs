//! `corroborate explain`.

use std::path::PathBuf;

use clap::Args;
use corroborate::render;

use crate::answer::Answer;
use crate::claim;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;

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

    #[command(flatten)]
    judging: Judging,

    #[command(flatten)]
    answer: Answer,
}

impl Explain {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let evaluator = self.judging.evaluator()?;
        let dossier = input::dossier(&self.file)?;
        let claims = claim::find(&dossier, &input::name(&self.file), &self.claims)?;
        let evaluation = evaluator.evaluate(&dossier);
        let asked = claims.iter().filter_map(|claim| evaluation.assessment(&claim.id));
        self.answer.write(
            || asked.clone().map(|judged| judged.explanation()).collect::<Vec<_>>(),
            |out| {
                asked.clone().enumerate().try_for_each(|(nth, judged)| {
                    let between = if nth > 0 { "\n\n" } else { "" };
                    write!(out, "{between}{}", render::Explained::new(&judged))
                })
            },
        )?;
        Ok(Ending::Clear)
    }
}
