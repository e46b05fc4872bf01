//! `corroborate fmt`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input::{self, Form, Input};
use crate::output;

/// Write dossiers in their one form: one entry a line, in the order of the ids.
///
/// Files are replaced in their place, whole or not at all; standard input goes to standard output. What the form leaves out says nothing: the order of entries, entries given
/// twice, and fields that are as they are by default.
#[derive(Debug, Args)]
pub(crate) struct Fmt {
    /// The dossiers.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Change nothing: name the files that are not in their form, and end with 1 where there is one.
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        input::once(&self.files)?;
        let mut ending = Ending::Clear;
        for file in &self.files {
            let ended = self.one(file);
            match ended {
                Ok(of_file) => ending = ending.max(of_file),
                Err(trouble) if trouble.is_closed_pipe() => return Err(trouble),
                Err(trouble) => {
                    trouble.complain();
                    ending = Ending::Trouble;
                }
            }
        }
        Ok(ending)
    }

    fn one(&self, file: &Path) -> Result<Ending, Trouble> {
        let input = Input::read(file)?;
        let (before, name, form) = (input.bytes.clone(), input.name.clone(), input.form());
        let dossier = input.dossier()?;
        let after = match form {
            Form::Json => dossier.to_json(),
            Form::Lines => dossier.to_jsonl(),
        };
        let is_same = before == after.as_bytes();
        if self.check {
            if !is_same {
                writeln!(io::stdout().lock(), "{name}")?;
            }
            return Ok(Ending::flagged(!is_same));
        }
        if input::is_standard(file) {
            output::write(None, |out| Ok(out.write_all(after.as_bytes())?))?;
        } else if !is_same {
            output::replace(file, |out| Ok(out.write_all(after.as_bytes())?))?;
        }
        Ok(Ending::Clear)
    }
}
