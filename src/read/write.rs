//! Writes a dossier, or a policy, as JSON, in one form for one content.

use std::io::{self, Write};

use serde::Serialize;

use super::kind::Kind;
use crate::model::dossier::{Dossier, FORMAT_VERSION};
use crate::model::policy::Policy;

impl Dossier {
    /// The dossier as JSON, one entry a line, in the order of the ids (rules: as given). Equal dossiers give the same bytes;
    /// [`Dossier::from_json`] reads an equal one back.
    ///
    /// ```
    /// use corroborate::{Dossier, Source};
    /// let dossier = Dossier::builder("A treaty").source(Source::new("duma", "State Duma")).build()?;
    /// let json = "{\n\"corroborate\": 1,\n\"title\": \"A treaty\",\n\"sources\": [\n{\"id\":\"duma\",\"name\":\"State Duma\"}\n]\n}\n";
    /// assert_eq!(dossier.to_json(), json);
    /// assert_eq!(Dossier::from_json(json.as_bytes())?, dossier);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        in_memory(|out| self.write_json(out))
    }

    /// Writes the dossier as JSON, as [`Dossier::to_json`], an entry at a time.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json(&self, out: impl Write) -> io::Result<()> {
        let mut out = Lines::to(out);
        out.text("{\n\"corroborate\": ")?.json(&FORMAT_VERSION)?;
        if !self.title().is_empty() {
            out.text(",\n\"title\": ")?.json(self.title())?;
        }
        out.list(Kind::Source, self.sources())?;
        out.list(Kind::Attribute, self.attributes())?;
        out.list(Kind::Claim, self.claims())?;
        out.list(Kind::Attribution, self.attributions())?;
        out.list(Kind::Rule, self.rules())?;
        out.text("\n}\n")?.end()
    }

    /// The dossier as JSON Lines: the header, then sources, attributes, claims, attributions and rules, in the order of their ids (rules: as given). Equal dossiers
    /// give the same bytes; [`Dossier::from_jsonl`] reads an equal one back.
    ///
    /// ```
    /// use corroborate::{Dossier, Source};
    /// let dossier = Dossier::builder("A treaty").source(Source::new("duma", "State Duma")).build()?;
    /// let lines = "{\"corroborate\":1,\"title\":\"A treaty\"}\n{\"source\":{\"id\":\"duma\",\"name\":\"State Duma\"}}\n";
    /// assert_eq!(dossier.to_jsonl(), lines);
    /// assert_eq!(Dossier::from_jsonl(lines.as_bytes())?, dossier);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn to_jsonl(&self) -> String {
        in_memory(|out| self.write_jsonl(out))
    }

    /// Writes the dossier as JSON Lines, as [`Dossier::to_jsonl`], a line at a time.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_jsonl(&self, out: impl Write) -> io::Result<()> {
        let mut out = Lines::to(out);
        out.text("{\"corroborate\":")?.json(&FORMAT_VERSION)?;
        if !self.title().is_empty() {
            out.text(",\"title\":")?.json(self.title())?;
        }
        out.text("}\n")?;
        out.each(Kind::Source, self.sources())?;
        out.each(Kind::Attribute, self.attributes())?;
        out.each(Kind::Claim, self.claims())?;
        out.each(Kind::Attribution, self.attributions())?;
        out.each(Kind::Rule, self.rules())?;
        out.end()
    }
}

impl Policy {
    /// The policy as JSON, indented by two spaces: every rule, also where it is as by default, then the severities and guidelines that there are.
    /// Equal policies give the same bytes; [`Policy::from_json`] reads an equal one back.
    ///
    /// ```
    /// use corroborate::Policy;
    /// let json = Policy::strict().to_json();
    /// assert!(json.starts_with("{\n  \"name\": \"Strict Sourcing\",\n"));
    /// assert_eq!(Policy::from_json(json.as_bytes())?, Policy::strict());
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // Writing to memory fails for maps whose keys are no strings and for types that refuse; no noun is or has one.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

/// What is written to memory, where writing does not fail.
fn in_memory(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Writes an entry at a time, so that a writer is called once for each.
struct Lines<W> {
    out: W,
    line: Vec<u8>,
}

impl<W: Write> Lines<W> {
    const fn to(out: W) -> Self {
        Self { out, line: Vec::new() }
    }

    fn text(&mut self, text: &str) -> io::Result<&mut Self> {
        self.line.extend_from_slice(text.as_bytes());
        Ok(self)
    }

    fn json<T: Serialize + ?Sized>(&mut self, value: &T) -> io::Result<&mut Self> {
        serde_json::to_writer(&mut self.line, value)?;
        Ok(self)
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(&self.line)?;
        self.line.clear();
        Ok(())
    }

    /// A list of a dossier, left out where it is empty.
    fn list<T: Serialize>(&mut self, kind: Kind, entries: &[T]) -> io::Result<()> {
        for (at, entry) in entries.iter().enumerate() {
            if at == 0 {
                self.text(",\n\"")?.text(kind.list())?.text("\": [\n")?;
            } else {
                self.text(",\n")?;
            }
            self.json(entry)?.end()?;
        }
        if !entries.is_empty() {
            self.text("\n]")?;
        }
        Ok(())
    }

    /// A line for each entry.
    fn each<T: Serialize>(&mut self, kind: Kind, entries: &[T]) -> io::Result<()> {
        for entry in entries {
            self.text("{\"")?.text(kind.one())?.text("\":")?.json(entry)?.text("}\n")?.end()?;
        }
        Ok(())
    }
}
