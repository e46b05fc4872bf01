//! Writes the evidence sheet of a dossier to a file, and says where it is.
//!
//! ```text
//! cargo run --release --features html --example evidence_sheet -- [DOSSIER [FILE]]
//! ```
//!
//! Without a dossier it reads the real story of `kim_putin`; without a file it writes `evidence-sheet.html` beside what cargo builds.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use corroborate::{Dossier, Evaluator, html};

fn main() -> ExitCode {
    match run() {
        Ok(told) => ExitCode::from(u8::from(writeln!(io::stdout(), "{told}").is_err())),
        Err(complaint) => {
            // Where nobody listens there is nobody to tell.
            let _ = writeln!(io::stderr(), "{complaint}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<String, String> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let story = || Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kim-putin.json");
    let file = arguments.next().unwrap_or_else(story);
    write_sheet(&file, &arguments.next().unwrap_or_else(beside_what_is_built))
}

/// Writes the sheet of the dossier in a file to another, and tells of it.
pub fn write_sheet(file: &Path, to: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let dossier = Dossier::from_json(&bytes).map_err(|problems| format!("{}:\n{problems}", file.display()))?;
    let evaluation = Evaluator::default().evaluate(&dossier);
    let page = html::Sheet::new(&evaluation).to_string();
    fs::write(to, &page).map_err(|error| format!("{}: {error}", to.display()))?;
    Ok(format!("The evidence sheet ({} kB) is in {}\nOpen it in a browser.", page.len() / 1000, to.display()))
}

/// The folder in which this program lies: `target/debug` or `target/release`.
fn beside_what_is_built() -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let folder = program.parent().and_then(Path::parent).map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    folder.join("evidence-sheet.html")
}
