//! Dossiers in JSON Lines: a header, then an entry a line, in any order.

use serde_json::value::RawValue;

use super::gather::Gathered;
use super::input::{Input, Stop};
use super::kind::Kind;
use super::mark::Mark;
use super::node::{Node, Place, raw_fields, unquoted};
use super::report::offset;
use super::syntax::{self, Refused};
use crate::model::names::{UnknownName, nearest};
use crate::model::problem::{Path, ProblemKind};

/// Reads all lines. A line that cannot be read does not keep the others from being read.
pub(super) fn dossier(input: &mut Input<'_>, gathered: &mut Gathered) -> Result<(), Stop> {
    input.begin()?;
    let mut is_header = true;
    while let Some(length) = input.line()? {
        let line = input.piece(length);
        if !(line.trim().is_empty() || gathered.is_of_other_version()) {
            let here = input.here();
            match value(line) {
                Ok(json) if is_header => first(json, here.after(before(line, json)), gathered),
                Ok(json) => entry(json, here.after(before(line, json)), gathered),
                // Without its header it is not known what the file is.
                Err(refused) if is_header => {
                    return Err(Stop::at(here.after(before_byte(line, refused.at)), refused.kind));
                }
                Err(refused) => {
                    gathered.lacks_entries();
                    gathered.content(here.after(before_byte(line, refused.at)), Path::root(), refused.kind);
                }
            }
            is_header = false;
        }
        input.pass_line(length);
    }
    if is_header { Err(Stop::at(Mark::START, ProblemKind::Empty("the file"))) } else { Ok(()) }
}

/// The one JSON value of a line.
fn value(line: &str) -> Result<&str, Refused> {
    serde_json::from_str::<&RawValue>(line).map(RawValue::get).map_err(|error| {
        let Refused { at, kind } = syntax::refused(line, &error);
        let kind = match kind {
            ProblemKind::Truncated(open) => {
                return Refused {
                    at: line.trim_end().len(),
                    kind: ProblemKind::Syntax(format!("the line ends too early: {open}")),
                };
            }
            ProblemKind::TrailingText => ProblemKind::Syntax("the line goes on after the end of its value".to_owned()),
            kind => kind,
        };
        Refused { at, kind }
    })
}

fn before<'l>(line: &'l str, json: &str) -> &'l [u8] {
    before_byte(line, offset(line, json))
}

fn before_byte(line: &str, at: usize) -> &[u8] {
    line.as_bytes().get(..at).unwrap_or_default()
}

/// The first line: the header, unless an entry stands there already.
fn first(json: &str, start: Mark, gathered: &mut Gathered) {
    let is_entry = matches!(*raw_fields(json), [(key, _)] if kind(key).is_some());
    if is_entry {
        gathered.frame(start, Path::root(), ProblemKind::NoVersion);
        entry(json, start, gathered);
    } else {
        gathered.header(json, start);
    }
}

/// What the key of a line says that it holds.
fn kind(key: &str) -> Option<Kind> {
    let name = unquoted(key).ok()?;
    Kind::ALL.into_iter().find(|kind| kind.one() == name)
}

fn entry(json: &str, start: Mark, gathered: &mut Gathered) {
    let fields = raw_fields(json);
    if let [(key, value)] = *fields
        && let Some(kind) = kind(key)
    {
        let start = start.after(before(json, value));
        gathered.entry(kind, value, start, |_| Place::Field(&Place::Root, kind.one()));
        return;
    }
    gathered.lacks_entries();
    gathered.piece(json, start, Place::Root, |node, report| match *fields {
        _ if !node.is_object() => {
            node.is_no::<()>("an entry, such as `{\"source\": …}`", report);
        }
        [(key, _)] => report.add(Node { json: key, ..node }, || stranger(key)),
        ref none_or_several => report.add(node, || ProblemKind::Entries(none_or_several.len())),
    });
}

/// What is wrong with a key that names no kind of entry.
fn stranger(key: &str) -> ProblemKind {
    match unquoted(key) {
        Ok(header) if header == "corroborate" => ProblemKind::DuplicateField(header.into_owned()),
        Ok(name) => ProblemKind::UnknownName(UnknownName {
            vocabulary: "kind of entry",
            nearest: nearest(&name, Kind::ALL.into_iter().map(Kind::one)),
            given: name.into_owned(),
        }),
        Err(error) => error,
    }
}
