//! `corroborate man`: the manual pages, from the command line's own description.

use std::path::PathBuf;

use clap::{Args, CommandFactory};

use crate::complain::Trouble;
use crate::ending::Ending;
use crate::output;

/// Write the manual pages.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The folder that they go to; without it the page of the whole is printed.
    folder: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let command = crate::args::Args::command();
        match self.folder {
            Some(folder) => clap_mangen::generate_to(command, folder)?,
            None => output::write(None, |out| Ok(clap_mangen::Man::new(command).render(out)?))?,
        }
        Ok(Ending::Clear)
    }
}
