//! `corroborate schema`.

use clap::{Args, ValueEnum};
use corroborate::schema;

use crate::complain::Trouble;
use crate::ending::Ending;
use crate::output;

/// Print the JSON Schema of a file format.
///
/// For the completion of an editor, and for what writes such files.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// The format.
    #[arg(value_enum, default_value_t)]
    of: Of,
}

/// A file format.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Of {
    /// A dossier as JSON.
    #[default]
    Dossier,
    /// A line of a dossier as JSON Lines.
    DossierLine,
    /// A policy.
    Policy,
    /// What `check --format json` writes.
    Evaluation,
}

impl Schema {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let schema = match self.of {
            Of::Dossier => schema::dossier(),
            Of::DossierLine => schema::dossier_line(),
            Of::Policy => schema::policy(),
            Of::Evaluation => schema::evaluation(),
        };
        output::write(None, |out| Ok(writeln!(out, "{schema:#}")?))?;
        Ok(Ending::Clear)
    }
}
