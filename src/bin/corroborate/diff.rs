//! `corroborate diff`.

use std::path::PathBuf;

use clap::Args;
use corroborate::render;

use crate::answer::Answer;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;
use crate::progress::Progress;

/// Tell what changed between two versions of a dossier, and what that did to its verdicts.
///
/// Ends with 0 where both versions say the same, with 1 where they do not.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The earlier version.
    old: PathBuf,

    /// The later version.
    new: PathBuf,

    #[command(flatten)]
    judging: Judging,

    #[command(flatten)]
    answer: Answer,
}

impl Diff {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let files = [self.old, self.new];
        input::once(&files)?;
        let evaluator = self.judging.evaluator()?;
        // Both are read before either is complained of: who mends files mends them together.
        let [old, new] = files.map(|file| input::dossier(&file));
        let (old, new) = match (old, new) {
            (Ok(old), Ok(new)) => (old, new),
            (Err(old), Err(new)) => {
                old.complain();
                return Err(new);
            }
            (Err(trouble), Ok(_)) | (Ok(_), Err(trouble)) => return Err(trouble),
        };
        let [old, new] = [&old, &new].map(|dossier| evaluator.evaluate(dossier));
        let progress = Progress::spinner("comparing");
        let revision = new.since(&old);
        drop(progress);
        self.answer.write(|| &revision, |out| write!(out, "{}", render::Revised::new(&revision)))?;
        Ok(Ending::flagged(!revision.is_empty()))
    }
}
