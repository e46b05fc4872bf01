//! The command line.

use anstream::ColorChoice;
use clap::{Parser, Subcommand, ValueEnum};

use crate::check::Check;
use crate::completions::Completions;
use crate::diff::Diff;
use crate::draft::Draft;
use crate::explain::Explain;
use crate::export::Export;
use crate::fmt::Fmt;
use crate::import::Import;
use crate::man::Man;
use crate::new::New;
use crate::policy::PolicyCommand;
use crate::schema::Schema;
use crate::settle::Settle;
use crate::timeline::TimelineCommand;

const AFTER: &str = "FILE is a dossier as JSON or JSON Lines; `-` is standard input.

Ends with 0 where nothing is flagged, with 1 where something is, or where two things differ, and with 2 where something could not be read, judged or written.";

/// Judge the sourcing of a running story: what may be stated as fact, and what is wrong with the rest.
#[derive(Debug, Parser)]
#[command(name = "corroborate", version, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Args {
    /// When to use colours: auto (on a terminal, unless NO_COLOR is set), always or never.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t, global = true, hide_possible_values = true)]
    pub(crate) color: Color,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Judge dossiers: every claim with its verdict, what is wrong, who says so and what to do.
    Check(Check),
    /// Tell why the verdict on a claim is what it is: a tree of reasons, down to the entries.
    Explain(Explain),
    /// Tell what would settle claims: the smallest additions that would confirm or refute them.
    Settle(Settle),
    /// Tell day by day how verdicts changed, and by whose words.
    Timeline(TimelineCommand),
    /// Tell what changed between two versions of a dossier, and what that did to its verdicts.
    Diff(Diff),
    /// Propose claims and attributions from English text: what a person may take into a dossier.
    Draft(Draft),
    /// Show the standards that claims are judged by, and in what they differ.
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// Print the JSON Schema of a file format.
    Schema(Schema),
    /// Write a dossier to begin with, and say what is in it.
    New(New),
    /// Write dossiers in their one form: one entry a line, in the order of the ids.
    Fmt(Fmt),
    /// Put what others have checked into a dossier.
    Import(Import),
    /// Write what a claim was judged to be, for others to read.
    Export(Export),
    /// Print the completions of a shell.
    Completions(Completions),
    /// Write the manual pages.
    #[command(hide = true)]
    Man(Man),
}

/// When to use colours.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the environment says otherwise (`NO_COLOR`).
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Settles it for everything that is written.
    pub(crate) fn write_global(self) {
        match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        }
        .write_global();
    }
}
