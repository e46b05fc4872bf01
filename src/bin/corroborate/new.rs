//! `corroborate new`.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::complain::Trouble;
use crate::ending::Ending;
use crate::{input, output};

/// A small invented story in which every noun of a dossier is used, and what each entry is there to show. JSON has no comments, so they stand apart.
const STARTER: &str = include_str!("new/starter.json");
const GUIDE: &str = include_str!("new/guide.txt");

/// Write a dossier to begin with, and say what is in it.
///
/// The dossier tells a small invented story in which every kind of entry is used; the guide goes through it entry by entry. A file that is there already is left alone.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The file to write; `-` writes the dossier to standard output and the guide to standard error.
    #[arg(default_value = "dossier.json")]
    file: PathBuf,
}

impl New {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        if input::is_standard(&self.file) {
            // Whoever takes the dossier from a pipe may not want to read.
            let _ = write!(anstream::stderr().lock(), "{}", guide(Path::new("dossier.json")));
            output::write(None, |out| Ok(out.write_all(STARTER.as_bytes())?))?;
            return Ok(Ending::Clear);
        }
        let name = input::name(&self.file);
        let made = File::create_new(&self.file).and_then(|mut file| file.write_all(STARTER.as_bytes()));
        match made {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(Trouble::Sentence(format!("{name}: this is there already, and is left as it is")));
            }
            Err(error) => return Err(cannot(&name, &error)),
        }
        output::write(None, |out| Ok(write!(out, "{}", guide(&self.file))?))?;
        Ok(Ending::Clear)
    }
}

fn cannot(name: &str, error: &io::Error) -> Trouble {
    Trouble::Sentence(format!("{name}: cannot be written: {}", input::told(error)))
}

fn guide(file: &Path) -> String {
    GUIDE.replace("FILE", &input::name(file))
}
