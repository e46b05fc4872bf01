//! Dossiers: the ways in.

use std::io::Read;

use super::frame;
use super::gather::Gathered;
use super::input::Input;
use super::lines;
use super::syntax;
use crate::model::dossier::Dossier;
use crate::model::problem::{Path, Problems};

impl Dossier {
    /// Reads a dossier from JSON: UTF-8 without a byte order mark, in version 1 of the file format.
    ///
    /// ```
    /// use corroborate::Dossier;
    /// let dossier = Dossier::from_json(
    ///     br#"{
    ///         "corroborate": 1,
    ///         "sources": [{"id": "duma", "name": "State Duma", "kind": "legislature"}],
    ///         "attributes": [{"id": "ratified-on", "kind": "date"}],
    ///         "claims": [{"id": "c", "statement": "It was ratified on 24 October", "subject": "treaty",
    ///                     "attribute": "ratified-on", "value": {"date": "2024-10-24"}}],
    ///         "attributions": [{"id": "a", "source": "duma", "claim": "c"}]
    ///     }"#,
    /// )?;
    /// assert_eq!(dossier.attributions().len(), 1);
    ///
    /// let problems = Dossier::from_json(b"{\"corroborate\": 1,\n \"sources\": [{\"id\": 7, \"nam\": \"x\"}]}").unwrap_err();
    /// assert_eq!(
    ///     problems.to_string(),
    ///     "line 2, column 14: sources[0]: a source lacks its `name`\n\
    ///      line 2, column 21: sources[0].id: expected a string, found a number\n\
    ///      line 2, column 24: sources[0].nam: unknown field `nam` of a source, did you mean `name`?"
    /// );
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong, each with its path and its line and column, in the order of the text. A problem that only follows
    /// from another is left out: naming an entry that could not be read is not held against anybody. After the first thousand, problems are counted only.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Problems> {
        Self::from_json_str(syntax::text(bytes)?)
    }

    /// Reads a dossier from JSON text; see [`Dossier::from_json`].
    ///
    /// # Errors
    /// As [`Dossier::from_json`].
    pub fn from_json_str(text: &str) -> Result<Self, Problems> {
        json(Input::of(text))
    }

    /// Reads a dossier from whatever gives its JSON, to the end. The text is never held as a whole: beside the dossier, memory grows with its largest entry alone.
    ///
    /// ```
    /// use corroborate::Dossier;
    /// let file = br#"{"corroborate": 1, "sources": [{"id": "duma", "name": "State Duma"}]}"#;
    /// let dossier = Dossier::read_json(&file[..])?;
    /// assert_eq!(dossier, Dossier::from_json(file)?);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    ///
    /// # Errors
    /// What [`Dossier::from_json`] says of the same text, word for word; [`ProblemKind::Unreadable`](crate::ProblemKind::Unreadable) where the reader fails.
    pub fn read_json(mut reader: impl Read) -> Result<Self, Problems> {
        json(Input::from(&mut reader))
    }

    /// Reads a dossier from JSON Lines: a header, then an entry a line, in any order. Empty lines do not count.
    ///
    /// ```
    /// use corroborate::Dossier;
    /// let dossier = Dossier::from_jsonl(
    ///     br#"{"corroborate": 1, "title": "A treaty"}
    /// {"attribution": {"id": "a", "source": "duma", "claim": "c"}}
    /// {"source": {"id": "duma", "name": "State Duma", "kind": "legislature"}}
    /// {"attribute": {"id": "ratified", "kind": "truth"}}
    /// {"claim": {"id": "c", "statement": "It was ratified", "subject": "treaty", "attribute": "ratified", "value": true}}
    /// "#,
    /// )?;
    /// assert_eq!(dossier.attributions().len(), 1);
    ///
    /// let problems = Dossier::from_jsonl(b"{\"corroborate\": 1}\n{\"source\": {\"id\": \"duma\"}}").unwrap_err();
    /// assert_eq!(problems.to_string(), "line 2, column 12: source: a source lacks its `name`");
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    ///
    /// # Errors
    /// As [`Dossier::from_json`]; paths begin at the line. A line that is no JSON does not hide what is wrong with the others.
    pub fn from_jsonl(bytes: &[u8]) -> Result<Self, Problems> {
        lines(Input::of(syntax::text(bytes)?))
    }

    /// Reads a dossier from whatever gives its JSON Lines, to the end; memory as in [`Dossier::read_json`].
    ///
    /// # Errors
    /// What [`Dossier::from_jsonl`] says of the same text, word for word; [`ProblemKind::Unreadable`](crate::ProblemKind::Unreadable) where the reader fails.
    pub fn read_jsonl(mut reader: impl Read) -> Result<Self, Problems> {
        lines(Input::from(&mut reader))
    }
}

fn json(mut input: Input<'_>) -> Result<Dossier, Problems> {
    let mut gathered = Gathered::default();
    match frame::dossier(&mut input, &mut gathered) {
        Ok(()) => gathered.finish(|kind, at| Path::root().field(kind.list()).index(at)),
        Err(stop) => Err(input.give_up(stop)),
    }
}

fn lines(mut input: Input<'_>) -> Result<Dossier, Problems> {
    let mut gathered = Gathered::default();
    match lines::dossier(&mut input, &mut gathered) {
        Ok(()) => gathered.finish(|kind, _| Path::root().field(kind.one())),
        Err(stop) => Err(input.give_up(stop)),
    }
}
