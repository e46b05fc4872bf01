//! Judges a dossier: what may be stated as fact, and what is wrong with the rest.
//!
//! ```text
//! cargo run --example evaluate -- [FILE] [--as-of DATE] [--policy FILE] [--advice] [--json]
//! ```
//!
//! Ends with 0 where every claim may be stated as fact, with 1 where one may not, with 2 where the input is bad.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use corroborate::{Dossier, Evaluation, Evaluator, Moment, Policy, render};

const USAGE: &str = "usage: evaluate [FILE] [--as-of DATE] [--policy FILE] [--advice] [--json]

FILE holds the dossier; without it, or where it is `-`, standard input is read.

  --as-of DATE   judge by what was known then: 2024-10-18T09:30:00Z, 2024-10-18 or 2024-10
  --policy FILE  judge by the policy in this file
  --advice       add what may be written of each claim, and what would settle it
  --json         write the evaluation as JSON
  --help         show this";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(complaint) => {
            // Where nobody listens there is nobody to tell.
            let _ = writeln!(io::stderr(), "{complaint}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, String> {
    let options = Options::read(std::env::args_os().skip(1))?;
    if options.help {
        return written(writeln!(io::stdout(), "{USAGE}")).map(|()| ExitCode::SUCCESS);
    }
    let (name, bytes) = match options.file.as_deref().filter(|file| *file != OsStr::new("-")) {
        Some(file) => load(file)?,
        None => {
            let mut bytes = Vec::new();
            let name = "standard input".to_owned();
            io::stdin().read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
            (name, bytes)
        }
    };
    let dossier = Dossier::from_json(&bytes).map_err(|problems| prefixed(&name, &problems.to_string()))?;
    let policy = match &options.policy {
        Some(file) => {
            let (name, bytes) = load(file)?;
            Policy::from_json(&bytes).map_err(|problems| prefixed(&name, &problems.to_string()))?
        }
        None => Policy::default(),
    };
    let mut evaluator = Evaluator::new(policy);
    if let Some(moment) = options.as_of {
        evaluator = evaluator.as_of(moment);
    }
    let evaluation = evaluator.evaluate(&dossier);
    written(write(&evaluation, &options))?;
    let is_flagged = evaluation.assessments().any(|assessment| assessment.is_flagged());
    Ok(ExitCode::from(u8::from(is_flagged)))
}

fn write(evaluation: &Evaluation<'_>, options: &Options) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if options.json {
        let json = render::Json::new(evaluation);
        serde_json::to_writer(&mut out, &if options.advice { json.with_advice() } else { json })?;
        writeln!(out)?;
    } else {
        let text = render::Text::new(evaluation);
        write!(out, "{}", if options.advice { text.with_advice() } else { text })?;
    }
    out.flush()
}

/// A closed pipe is the reader's choice, and no mistake.
fn written(result: io::Result<()>) -> Result<(), String> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}

/// The name of a file and what it holds.
fn load(file: &OsStr) -> Result<(String, Vec<u8>), String> {
    let path = PathBuf::from(file);
    let name = path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
    Ok((name, bytes))
}

/// One problem a line, each behind the name of its file.
fn prefixed(name: &str, problems: &str) -> String {
    problems.lines().map(|problem| format!("{name}: {problem}")).collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Options {
    file: Option<OsString>,
    policy: Option<OsString>,
    as_of: Option<Moment>,
    advice: bool,
    json: bool,
    help: bool,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next() {
            let mut value = |of: &str| arguments.next().ok_or_else(|| format!("`{of}` lacks its value\n\n{USAGE}"));
            match argument.to_string_lossy().as_ref() {
                "--advice" => options.advice = true,
                "--json" => options.json = true,
                "--help" => options.help = true,
                "--policy" => options.policy = Some(value("--policy")?),
                "--as-of" => {
                    let given = value("--as-of")?;
                    let moment = given.to_string_lossy().parse().map_err(|error| format!("--as-of: {error}"))?;
                    options.as_of = Some(moment);
                }
                option if option.starts_with('-') && option != "-" => {
                    return Err(format!("unknown option `{}`\n\n{USAGE}", option.escape_debug()));
                }
                _ if options.file.is_some() => return Err(format!("one file at a time\n\n{USAGE}")),
                _ => options.file = Some(argument),
            }
        }
        Ok(options)
    }
}
