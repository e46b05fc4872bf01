//! `corroborate export`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use corroborate::Moment;
use corroborate::claimreview::{Markup, Publication, Verdicts};
use url::Url;

use crate::claim;
use crate::complain::{Faulty, Trouble};
use crate::ending::Ending;
use crate::input::{self, Input};
use crate::judging::Judging;
use crate::output;

/// Write what a claim was judged to be, for others to read.
///
/// What is missing from it, or could be better, is told on standard error; the exit code is 1 where it cannot be published so.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// What to write.
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: Format,

    /// The dossier.
    file: PathBuf,

    /// The claim.
    claim: String,

    /// The page on which it is published.
    #[arg(long)]
    url: Url,

    /// Who publishes it.
    #[arg(long, value_name = "NAME")]
    publisher: String,

    /// The address of the publisher.
    #[arg(long, value_name = "URL")]
    publisher_url: Option<Url>,

    /// When it is published: a moment or a day.
    #[arg(long, value_name = "WHEN")]
    published: Option<Moment>,

    /// The language of the page, such as `en`.
    #[arg(long)]
    language: Option<String>,

    /// Why the claim is rated as it is, in a sentence or two.
    #[arg(long, value_name = "WORDS")]
    explanation: Option<String>,

    /// What is published for each verdict, as JSON: docs/formats/claimreview.md.
    #[arg(long, value_name = "TABLE")]
    verdicts: Option<PathBuf>,

    #[command(flatten)]
    judging: Judging,

    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// ClaimReview of schema.org, as JSON-LD.
    Claimreview,
}

impl Export {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let Format::Claimreview = self.to;
        let evaluator = self.judging.evaluator()?;
        let verdicts = self.verdicts.as_deref().map_or_else(|| Ok(Verdicts::default()), verdicts)?;
        let dossier = input::dossier(&self.file)?;
        let claims = claim::find(&dossier, &input::name(&self.file), std::slice::from_ref(&self.claim))?;
        let mut page = Publication::new(self.url, self.publisher);
        (page.publisher_url, page.published) = (self.publisher_url, self.published);
        (page.language, page.explanation) = (self.language, self.explanation);
        let evaluation = evaluator.evaluate(&dossier);
        let markup = claims.first().and_then(|claim| Markup::of(&evaluation, &claim.id, &page, &verdicts));
        let Some(markup) = markup else { return Ok(Ending::Clear) };
        output::write(self.output.as_deref(), |out| Ok(writeln!(out, "{}", markup.to_json())?))?;
        let problems = markup.problems();
        let mut complaints = anstream::stderr().lock();
        // Where nobody listens there is nobody to tell.
        let _ = problems.iter().try_for_each(|(_, problem)| writeln!(complaints, "{problem}"));
        Ok(Ending::flagged(problems.iter().any(|(code, _)| code.is_error())))
    }
}

fn verdicts(path: &Path) -> Result<Verdicts, Trouble> {
    let Input { name, bytes } = Input::read(path)?;
    Verdicts::from_json(&bytes).map_err(|problems| Trouble::Faulty(Box::new(Faulty { name, bytes, problems })))
}
