//! What would settle it: for every claim of a dossier that may not be stated as fact, what would confirm it and what would refute it.
//!
//! ```text
//! cargo run --example what_would_settle_it -- [FILE [CLAIM]]
//! ```
//!
//! Without a file it reads the real story of `kim_putin`.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use corroborate::{Assessment, Dossier, Evaluation, Evaluator, Outcome, Policy, Settling, render};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            // Where nobody listens there is nobody to tell.
            let _ = writeln!(io::stderr(), "{complaint}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let story = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json").to_owned();
    let file = arguments.next().unwrap_or(story);
    let bytes = std::fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let dossier = Dossier::from_json(&bytes).map_err(|problems| format!("{file}:\n{problems}"))?;
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let wanted = arguments.next();
    if let Some(claim) = &wanted
        && dossier.claim(&claim.as_str().into()).is_none()
    {
        return Err(format!("{file}: there is no claim `{}`", claim.escape_debug()));
    }
    match tell(&evaluation, wanted.as_deref()) {
        // A closed pipe is the reader's choice, and no mistake.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}

fn tell(evaluation: &Evaluation<'_>, wanted: Option<&str>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut topics: BTreeMap<(&str, &str), Vec<Assessment<'_>>> = BTreeMap::new();
    for assessment in evaluation.assessments() {
        let claim = assessment.claim();
        if wanted.map_or(assessment.is_flagged(), |wanted| claim.id.as_str() == wanted) {
            topics.entry((&claim.subject, claim.attribute.as_str())).or_default().push(assessment);
        }
    }
    writeln!(out, "{}\n\nWhat would settle it, by topic.", evaluation.dossier().title())?;
    let settling = Settling::of(evaluation);
    for ((subject, attribute), assessments) in topics {
        writeln!(out, "\n\n{}", format!("{subject}: {attribute}").replace('-', " ").to_uppercase())?;
        for assessment in assessments {
            let claim = assessment.claim();
            writeln!(out)?;
            paragraph(&mut out, "* ", &format!("{}.", claim.statement))?;
            paragraph(&mut out, "  ", &render::verdict(&assessment))?;
            for (toward, heading) in [(Outcome::Confirmed, "confirm"), (Outcome::Refuted, "refute")] {
                let remedies = settling.remedies(&claim.id, toward);
                if !remedies.is_empty() {
                    writeln!(out, "  What would {heading} it:")?;
                }
                for remedy in remedies {
                    paragraph(&mut out, "  - ", &render::remedy(&remedy, evaluation.dossier()))?;
                }
            }
        }
    }
    out.flush()
}

/// Writes words in lines of at most 100 columns, hung under the first.
fn paragraph(out: &mut impl Write, first: &str, words: &str) -> io::Result<()> {
    let mut line = first.to_owned();
    for word in words.split(' ') {
        if line.trim_start().chars().count() > 2 && line.chars().count() + word.chars().count() > 100 {
            writeln!(out, "{}", line.trim_end())?;
            line = " ".repeat(first.chars().count());
        }
        line = line + word + " ";
    }
    writeln!(out, "{}", line.trim_end())
}
