//! The options of every command that judges.

use std::path::Path;

use clap::Args;
use corroborate::{Evaluator, Moment, Policy};

use crate::complain::Trouble;
use crate::input;

/// By what, and as of when.
#[derive(Debug, Args)]
pub(crate) struct Judging {
    /// Judge by what was known then: 2024-10-18T09:30:00Z, 2024-10-18 or 2024-10.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Moment>,

    /// Judge by this standard: the name of a preset (`corroborate policy list`) or a file.
    #[arg(long, value_name = "NAME|FILE")]
    policy: Option<std::ffi::OsString>,
}

impl Judging {
    pub(crate) fn evaluator(&self) -> Result<Evaluator, Trouble> {
        let policy = self.policy.as_deref().map_or_else(|| Ok(Policy::default()), policy)?;
        let evaluator = Evaluator::new(policy).in_parallel();
        Ok(match self.as_of {
            Some(moment) => evaluator.as_of(moment),
            None => evaluator,
        })
    }
}

/// A preset of this name, or else the policy in this file.
pub(crate) fn policy(named: &std::ffi::OsStr) -> Result<Policy, Trouble> {
    let unknown = match named.to_str().map(Policy::preset) {
        Some(Ok(policy)) => return Ok(policy),
        Some(Err(unknown)) => Some(unknown),
        None => None,
    };
    let path = Path::new(named);
    match unknown {
        // Nobody means a file by a bare word that is no file.
        Some(unknown) if path.components().count() == 1 && path.extension().is_none() && !path.exists() => {
            let presets: Vec<&str> = Policy::presets().map(|(name, _)| name).collect();
            Err(Trouble::Sentence(format!(
                "{unknown}; presets are {}; a file of this name there is none",
                presets.join(", ")
            )))
        }
        _ => input::policy(path),
    }
}
