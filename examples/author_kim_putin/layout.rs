//! Lays the dossier out with one entry on each line, so that a change of one entry is a change of one line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::entry::Dossier;

pub(crate) fn to_text(dossier: &Dossier) -> Result<String, String> {
    let sections = [
        ("sources", lines(&dossier.sources)?),
        ("attributes", lines(&dossier.attributes)?),
        ("claims", lines(&dossier.claims)?),
        ("attributions", lines(&dossier.attributions)?),
        ("rules", lines(&dossier.rules)?),
    ];
    let mut text = format!("{{\n  \"corroborate\": 1,\n  \"title\": {}", one_line(&dossier.title)?);
    for (name, entries) in sections {
        text.push_str(&format!(",\n  \"{name}\": [\n    {}\n  ]", entries.join(",\n    ")));
    }
    text.push_str("\n}\n");
    Ok(text)
}

fn lines<T: Serialize>(entries: &[T]) -> Result<Vec<String>, String> {
    entries.iter().map(one_line).collect()
}

fn one_line<T: Serialize>(entry: &T) -> Result<String, String> {
    let mut bytes = Vec::new();
    entry.serialize(&mut Serializer::with_formatter(&mut bytes, Spaced)).map_err(|e| e.to_string())?;
    String::from_utf8(bytes).map_err(|e| e.to_string())
}

/// One line, with a space after each comma and colon.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        separate(writer, first)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        separate(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

fn separate<W: ?Sized + Write>(writer: &mut W, first: bool) -> io::Result<()> {
    if first { Ok(()) } else { writer.write_all(b", ") }
}
