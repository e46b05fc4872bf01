//! `corroborate check`.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use corroborate::{Assessment, ClaimId, Evaluation, Evaluator, Verdict, html, render};
use serde::Serialize;

use crate::claim;
use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging::Judging;
use crate::output;
use crate::progress::Progress;

/// Judge dossiers: every claim with its verdict, what is wrong, who says so and what to do.
///
/// Ends with 1 where a claim may not be stated as fact; with `--claim`, where one of these may not. So a publishing pipeline can stop on it.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The dossiers.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// How to write the answer.
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    judging: Judging,

    /// Show claims of these verdicts alone; the exit code stays that of all.
    #[arg(long, value_enum, value_name = "VERDICT", value_delimiter = ',')]
    only: Vec<Only>,

    /// Judge these claims alone; may be given several times.
    #[arg(long = "claim", value_name = "CLAIM")]
    claims: Vec<String>,

    /// Keep to the verdict on each claim and the gravest reason for it.
    #[arg(long)]
    brief: bool,

    /// Add what may be written of each claim, and what would settle it.
    #[arg(long)]
    advice: bool,

    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How to write the answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, at a terminal.
    #[default]
    Text,
    /// For other programs: docs/evaluation-json.md; one document for each file, one after another.
    Json,
    /// For other programs and many files: one line for each, with its name.
    Jsonl,
    /// For people, on a page.
    Markdown,
    /// For people, in a browser: the evidence sheet of one dossier, with advice.
    Html,
}

/// Which claims to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    /// All that may not be stated as fact.
    Flagged,
    Confirmed,
    Unconfirmed,
    Contradicted,
    Unsourced,
    Withdrawn,
    Refuted,
}

impl Only {
    fn holds(self, verdict: Verdict) -> bool {
        match self {
            Self::Flagged => verdict.is_flagged(),
            Self::Confirmed => verdict == Verdict::Confirmed,
            Self::Unconfirmed => verdict == Verdict::Unconfirmed,
            Self::Contradicted => verdict == Verdict::Contradicted,
            Self::Unsourced => verdict == Verdict::Unsourced,
            Self::Withdrawn => verdict == Verdict::Withdrawn,
            Self::Refuted => verdict == Verdict::Refuted,
        }
    }
}

impl Check {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        input::once(&self.files)?;
        self.suits_a_page()?;
        let evaluator = self.judging.evaluator()?;
        let mut ending = Ending::Clear;
        let written = output::write(self.output.as_deref(), |out| {
            let progress = Progress::of(self.files.len(), "judging").beside(self.output.as_deref());
            for (nth, file) in self.files.iter().enumerate() {
                let mut answer = Separated { out: &mut *out, is_due: nth > 0 && self.format.is_for_people() };
                match self.judge(&evaluator, file, &mut answer) {
                    Ok(of_file) => ending = ending.max(of_file),
                    Err(trouble @ Trouble::Output(_)) => return Err(trouble),
                    Err(trouble) => {
                        ending = Ending::Trouble;
                        progress.aside(|| trouble.complain());
                        if self.format == Format::Jsonl {
                            line(out, &Line { file: &input::name(file), evaluation: None, problems: trouble.lines() })?;
                        }
                    }
                }
                progress.step();
            }
            Ok(())
        });
        match written {
            Err(trouble) if trouble.is_closed_pipe() => Ok(ending),
            written => written.map(|()| ending),
        }
    }

    /// The evidence sheet is of one dossier, and of all of it.
    fn suits_a_page(&self) -> Result<(), Trouble> {
        if self.format != Format::Html {
            return Ok(());
        }
        let trouble = match self.files.len() {
            1 if self.only.is_empty() && self.claims.is_empty() && !self.brief => return Ok(()),
            1 => {
                "the page shows the whole dossier and has filters of its own: leave out `--only`, `--claim` and `--brief`"
            }
            _ => "a page shows one dossier: write a page for each file",
        };
        Err(Trouble::Sentence(trouble.to_owned()))
    }

    /// Reads and judges one file, and writes what came of it.
    fn judge(&self, evaluator: &Evaluator, file: &Path, out: &mut dyn Write) -> Result<Ending, Trouble> {
        let dossier = input::dossier(file)?;
        let asked = claim::find(&dossier, &input::name(file), &self.claims)?;
        let evaluation = evaluator.evaluate(&dossier);
        let is_asked =
            |judged: &Assessment<'_>| asked.is_empty() || asked.iter().any(|claim| claim.id == judged.claim().id);
        let is_flagged = evaluation.assessments().filter(is_asked).any(|judged| judged.is_flagged());
        let is_shown =
            |judged: &Assessment<'_>| self.only.is_empty() || self.only.iter().any(|only| only.holds(judged.verdict()));
        let shown: Option<BTreeSet<ClaimId>> = (!asked.is_empty() || !self.only.is_empty()).then(|| {
            let kept = evaluation.assessments().filter(|judged| is_asked(judged) && is_shown(judged));
            kept.map(|judged| judged.claim().id.clone()).collect()
        });
        self.tell(&evaluation, shown.as_ref(), file, out)?;
        Ok(Ending::flagged(is_flagged))
    }

    fn tell(
        &self,
        evaluation: &Evaluation<'_>,
        only: Option<&BTreeSet<ClaimId>>,
        file: &Path,
        out: &mut dyn Write,
    ) -> Result<(), Trouble> {
        match self.format {
            Format::Text => {
                let mut text = render::Text::new(evaluation);
                if let Some(only) = only {
                    text = text.only(only);
                }
                if self.brief {
                    text = text.brief();
                }
                self.put(out, &if self.advice { text.with_advice() } else { text })?;
            }
            Format::Markdown => {
                let mut text = render::Markdown::new(evaluation);
                if let Some(only) = only {
                    text = text.only(only);
                }
                if self.brief {
                    text = text.brief();
                }
                self.put(out, &if self.advice { text.with_advice() } else { text })?;
            }
            Format::Html => Self::advised(out, &html::Sheet::new(evaluation))?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &self.json(evaluation, only)).map_err(io::Error::from)?;
                writeln!(out)?;
            }
            Format::Jsonl => {
                let evaluation = Some(self.json(evaluation, only));
                line(out, &Line { file: &input::name(file), evaluation, problems: Vec::new() })?;
            }
        }
        Ok(())
    }

    /// Writes a report.
    fn put(&self, out: &mut dyn Write, report: &dyn Display) -> io::Result<()> {
        if self.advice { Self::advised(out, report) } else { write!(out, "{report}") }
    }

    /// Writes a report with advice. That is worked out while the report is written: as a whole, so that the sign of progress does not get into it.
    fn advised(out: &mut dyn Write, report: &dyn Display) -> io::Result<()> {
        let progress = Progress::spinner("looking for what would settle each claim");
        let report = report.to_string();
        drop(progress);
        out.write_all(report.as_bytes())
    }

    fn json<'e>(&self, evaluation: &'e Evaluation<'e>, only: Option<&'e BTreeSet<ClaimId>>) -> render::Json<'e> {
        let mut json = render::Json::new(evaluation);
        if let Some(only) = only {
            json = json.only(only);
        }
        if self.advice { json.with_advice() } else { json }
    }
}

impl Format {
    /// Whether answers for several files are set apart by empty lines.
    const fn is_for_people(self) -> bool {
        matches!(self, Self::Text | Self::Markdown)
    }
}

/// What came of one file.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluation: Option<render::Json<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<String>,
}

fn line(out: &mut dyn Write, line: &Line<'_>) -> Result<(), Trouble> {
    serde_json::to_writer(&mut *out, line).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

/// An answer that is set apart from the one before as soon as it has something to say.
struct Separated<'w> {
    out: &'w mut dyn Write,
    is_due: bool,
}

impl Write for Separated<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if std::mem::take(&mut self.is_due) {
            self.out.write_all(b"\n\n\n")?;
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
