//! Writes the dossier `examples/kim-putin.json` from the case folder and the desk's own decisions.
//!
//! ```text
//! cargo run --example author_kim_putin -- <case-folder> [output-file]
//! ```
//!
//! The case folder holds what was found: a page a line, with its address, date and citations. The folder
//! `examples/kim-putin/` holds what the desk made of it: which pages say the same, who speaks for whom, what a hedge
//! weighs, which pages are left out and why. Every report, source and sentence of the article has to be decided upon:
//! what is missing, unknown or unused stops the run and is named.

mod assemble;
mod case;
mod decisions;
mod entry;
mod layout;
mod lines;
mod resolve;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(summary) => say(&mut std::io::stdout(), &summary, ExitCode::SUCCESS),
        Err(problem) => say(&mut std::io::stderr(), &problem, ExitCode::FAILURE),
    }
}

fn say(to: &mut dyn Write, text: &str, code: ExitCode) -> ExitCode {
    // A closed pipe is the reader's choice and changes nothing about the work done.
    let _ = writeln!(to, "{text}");
    code
}

fn run() -> Result<String, String> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let case_folder = arguments.next().ok_or("usage: author_kim_putin <case-folder> [output-file]")?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let output = arguments.next().unwrap_or_else(|| here.join("kim-putin.json"));

    let case = case::Case::read(&case_folder)?;
    let decisions = decisions::Decisions::read(&here.join("kim-putin"))?;
    let dossier = assemble::dossier(&case, &decisions)?;
    resolve::check(&dossier)?;

    std::fs::write(&output, layout::to_text(&dossier)?)
        .map_err(|e| format!("cannot write `{}`: {e}", output.display()))?;
    Ok(format!(
        "{}: {} sources, {} attributes, {} claims, {} attributions, {} rules",
        output.display(),
        dossier.sources.len(),
        dossier.attributes.len(),
        dossier.claims.len(),
        dossier.attributions.len(),
        dossier.rules.len(),
    ))
}
