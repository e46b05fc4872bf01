//! `corroborate policy`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use corroborate::{Moment, Policy, render};

use crate::complain::Trouble;
use crate::ending::Ending;
use crate::input;
use crate::judging;
use crate::output;
use crate::progress::Progress;

/// Show the standards that claims are judged by, and in what they differ.
#[derive(Debug, Subcommand)]
pub(crate) enum PolicyCommand {
    /// List the presets.
    List,
    /// Show a policy, rule by rule, with the guidelines behind it.
    Show(Show),
    /// Tell in what two policies differ, and with a dossier, which verdicts that changes.
    Diff(Diff),
}

/// A policy, rule by rule.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The name of a preset or a file; without it, the rules that hold where no policy is given.
    #[arg(value_name = "NAME|FILE")]
    policy: Option<OsString>,

    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Two policies.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The first: the name of a preset or a file.
    #[arg(value_name = "FROM")]
    from: OsString,

    /// The second.
    #[arg(value_name = "TO")]
    to: OsString,

    /// A dossier to judge by both.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// Judge by what was known then.
    #[arg(long, value_name = "DATE", requires = "file")]
    as_of: Option<Moment>,
}

/// How to write a policy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// As a file to begin with.
    Json,
}

impl PolicyCommand {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        match self {
            Self::List => output::write(None, |out| Ok(write!(out, "{}", render::Presets)?)).map(|()| Ending::Clear),
            Self::Show(show) => show.run(),
            Self::Diff(diff) => diff.run(),
        }
    }
}

impl Show {
    fn run(self) -> Result<Ending, Trouble> {
        let policy = self.policy.as_deref().map_or_else(|| Ok(Policy::authority_or_two()), judging::policy)?;
        output::write(None, |out| match self.format {
            Format::Text => Ok(write!(out, "{}", render::Standard::new(&policy))?),
            Format::Json => Ok(out.write_all(policy.to_json().as_bytes())?),
        })?;
        Ok(Ending::Clear)
    }
}

impl Diff {
    fn run(self) -> Result<Ending, Trouble> {
        let [from, to] = [judging::policy(&self.from)?, judging::policy(&self.to)?];
        let Some(file) = &self.file else {
            output::write(None, |out| Ok(write!(out, "{}", render::Differing::new(&from, &to))?))?;
            return Ok(Ending::flagged(!from.differing_rules(&to).is_empty()));
        };
        let dossier = input::dossier(file)?;
        let progress = Progress::spinner("judging by both");
        let diff = from.diff(&to, &dossier, self.as_of);
        drop(progress);
        output::write(None, |out| Ok(write!(out, "{}", render::Difference::new(&diff))?))?;
        Ok(Ending::flagged(!diff.rules().is_empty()))
    }
}
