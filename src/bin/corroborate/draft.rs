//! `corroborate draft`.

use std::path::PathBuf;

use clap::Args;
use corroborate::{Moment, render, text};

use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input::Input;
use crate::output;

/// Propose claims and attributions from English text: what a person may take into a dossier.
///
/// Each draft is a figure, a date, or something attributed or hedged, with who says so through whom, how surely, and what is left for a person to fill in. Nothing is guessed, and nothing is
/// written into a dossier. Ends with 0 whatever is found.
#[derive(Debug, Args)]
pub(crate) struct Draft {
    /// The text; `-` is standard input.
    #[arg(default_value = "-", value_name = "TEXT")]
    file: PathBuf,

    /// When it was published, by which "Friday" and "in October" are told: 2024-10-18T09:30:00Z, 2024-10-18 or 2024-10.
    #[arg(long, value_name = "DATE")]
    published: Option<Moment>,

    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Draft {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let Input { name, bytes } = Input::read(&self.file)?;
        let given = String::from_utf8(bytes).map_err(|error| {
            let byte = error.utf8_error().valid_up_to();
            Trouble::Sentence(format!("{name}: the text is not UTF-8: byte {byte} begins no character"))
        })?;
        let drafts = text::draft(&given, self.published);
        output::write(self.output.as_deref(), |out| Ok(out.write_all(render::drafts(&drafts).as_bytes())?))?;
        Ok(Ending::Clear)
    }
}
