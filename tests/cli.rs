//! The `corroborate` binary, run as people and pipelines run it. `UPDATE_SNAPSHOTS=1` rewrites what is in `tests/cli`.
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

#[path = "cli/arguments.rs"]
mod arguments;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/draft.rs"]
mod draft;
#[path = "cli/exchange.rs"]
mod exchange;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/input.rs"]
mod input;
#[path = "cli/reasons.rs"]
mod reasons;
#[path = "cli/terminal.rs"]
mod terminal;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The real story.
const REAL: &str = "examples/kim-putin.json";
/// The story that `corroborate new` writes.
const STARTER: &str = "src/bin/corroborate/new/starter.json";

/// A treaty that a parliament says it ratified: nothing is flagged.
const CLEAN: &str = r#"{"corroborate": 1, "title": "A treaty",
  "sources": [{"id": "duma", "name": "State Duma", "kind": "legislature", "authority_on": ["ratified"]}],
  "attributes": [{"id": "ratified", "kind": "truth"}],
  "claims": [{"id": "c", "statement": "The treaty was ratified", "subject": "treaty", "attribute": "ratified", "value": true}],
  "attributions": [{"id": "a", "source": "duma", "claim": "c", "published": "2024-10-24"}]}"#;

/// What a run came to.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    code: i32,
    out: String,
    err: String,
}

fn corroborate<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_corroborate"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command
}

#[track_caller]
fn told(command: &mut Command) -> Told {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Told { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

#[track_caller]
fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Told {
    told(&mut corroborate(arguments))
}

/// Runs with text on standard input.
#[track_caller]
fn run_with<A: AsRef<OsStr>>(input: impl Into<Vec<u8>>, arguments: impl IntoIterator<Item = A>) -> Told {
    told(corroborate(arguments).write_stdin(input))
}

/// What a run that goes well writes.
#[track_caller]
fn out<A: AsRef<OsStr>>(code: i32, arguments: impl IntoIterator<Item = A>) -> String {
    let Told { code: ended, out, err } = run(arguments);
    assert_eq!((ended, err.as_str()), (code, ""));
    out
}

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A file of this name in a folder.
fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

#[track_caller]
fn assert_snapshot(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differing = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
    let line = differing.unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
    assert!(
        expected == actual,
        "{name} differs from line {}:\n- {}\n+ {}\nUPDATE_SNAPSHOTS=1 rewrites it",
        line + 1,
        expected.lines().nth(line).unwrap_or_default(),
        actual.lines().nth(line).unwrap_or_default(),
    );
}
