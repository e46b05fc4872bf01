//! `corroborate completions`.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::complain::Trouble;
use crate::ending::Ending;
use crate::output;

/// Print the completions of a shell.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::args::Args::command(), "corroborate", &mut script);
        output::write(None, |out| Ok(out.write_all(&script)?))?;
        Ok(Ending::Clear)
    }
}
