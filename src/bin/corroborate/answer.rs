//! How a command answers: for people or for other programs, and to where.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::complain::Trouble;
use crate::output;

/// How to answer, and to where.
#[derive(Debug, Args)]
pub(crate) struct Answer {
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How to write it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For other programs: docs/cli.md.
    Json,
}

impl Answer {
    pub(crate) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Writes one of the two; the other is not worked out.
    pub(crate) fn write<J: Serialize>(
        &self,
        json: impl FnOnce() -> J,
        text: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Trouble> {
        output::write(self.output.as_deref(), |out| match self.format {
            Format::Text => Ok(text(out)?),
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &json()).map_err(io::Error::from)?;
                Ok(writeln!(out)?)
            }
        })
    }
}
