//! The `corroborate` command: the library at a terminal and in a publishing pipeline. It reads, asks and arranges; what is decided and every sentence come from the library.

// What users can feed in must never panic.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod answer;
mod args;
mod check;
mod claim;
mod complain;
mod completions;
mod diff;
mod draft;
mod ending;
mod explain;
mod export;
mod fmt;
mod import;
mod input;
mod judging;
mod man;
mod new;
mod output;
mod paint;
mod policy;
mod progress;
mod schema;
mod settle;
mod timeline;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use ending::Ending;

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.write_global();
    let ended = match args.command {
        Command::Check(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Settle(command) => command.run(),
        Command::Timeline(command) => command.run(),
        Command::Diff(command) => command.run(),
        Command::Draft(command) => command.run(),
        Command::Policy(command) => command.run(),
        Command::Schema(command) => command.run(),
        Command::New(command) => command.run(),
        Command::Fmt(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Export(command) => command.run(),
        Command::Completions(command) => command.run(),
        Command::Man(command) => command.run(),
    };
    match ended {
        Ok(ending) => ending.into(),
        // Who closes a pipe has read enough.
        Err(trouble) if trouble.is_closed_pipe() => ExitCode::SUCCESS,
        Err(trouble) => {
            trouble.complain();
            Ending::Trouble.into()
        }
    }
}
