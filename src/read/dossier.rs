//! Dossiers.

use super::attribute::attribute;
use super::claim::{attribution, claim};
use super::fields::Fields;
use super::locate;
use super::node::{Node, Place, raw_fields, unquoted};
use super::report::Report;
use super::rule::rule;
use super::scalar::{number, text};
use super::source::source;
use super::syntax;
use crate::model::dossier::{Dossier, DossierBuilder, FORMAT_VERSION, Placed};
use crate::model::number::Number;
use crate::model::problem::{ProblemKind, Problems};

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
        let root = Node { json: syntax::value(text)?, place: Place::Root };
        let mut report = Report::new(text);
        match dossier(root, &mut report) {
            Some(dossier) if report.is_empty() => Ok(dossier),
            _ => Err(report.into_problems()),
        }
    }
}

fn dossier<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Dossier> {
    let mut fields = Fields::open(node, "a dossier", report)?;
    match fields.optional("corroborate", version) {
        Some(Version::This) => {}
        // Of another version it is not known what is a mistake.
        Some(Version::Other) => return None,
        None => fields.lacks("corroborate", || ProblemKind::NoVersion),
    }
    let mut builder = Dossier::builder(fields.optional("title", text::<String>).unwrap_or_default());
    let DossierBuilder { sources, attributes, claims, attributions, rules, unread, .. } = &mut builder;
    let lists = [
        fields.optional("sources", |list, report| Some(entries(list, source, sources, &mut unread.sources, report))),
        fields.optional("attributes", |list, report| {
            Some(entries(list, attribute, attributes, &mut unread.attributes, report))
        }),
        fields.optional("claims", |list, report| Some(entries(list, claim, claims, &mut unread.claims, report))),
        fields.optional("attributions", |list, report| {
            Some(entries(list, attribution, attributions, &mut unread.attributions, report))
        }),
        fields.optional("rules", |list, report| Some(entries(list, rule, rules, &mut Vec::new(), report))),
    ];
    let complete = fields.close().complete;
    if report.is_full() {
        return None;
    }
    let mut problems = Vec::new();
    let dossier = builder.check(&mut problems);
    // Where a list is misspelled, doubled or no list, nobody can be blamed for naming what stands in it.
    if !complete || lists.contains(&Some(false)) {
        problems.retain(|problem| !matches!(problem.kind, ProblemKind::UnknownId { .. }));
    }
    locate::add_all(problems, node.json, report);
    dossier
}

enum Version {
    This,
    Other,
}

fn version(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Version> {
    if !node.is_number() {
        return node.is_no("a number", report);
    }
    if number(node, report)? == Number::from(FORMAT_VERSION) {
        return Some(Version::This);
    }
    report.add(node, || ProblemKind::Version(node.json.to_owned()));
    Some(Version::Other)
}

/// Reads each entry of a list, and remembers the ids of those that cannot be read; false if it is no list.
fn entries<'a, T>(
    list: Node<'a, '_>,
    read: impl Fn(Node<'a, '_>, &mut Report<'a>) -> Option<T>,
    entries: &mut Vec<Placed<T>>,
    unread: &mut Vec<String>,
    report: &mut Report<'a>,
) -> bool {
    let read_all = list.each("a list", report, |at, entry, report| match read(entry, report) {
        Some(read) => entries.push((at, read)),
        None => unread.extend(id(entry)),
    });
    read_all.is_some()
}

/// The id of an entry that could not be read, if at least that can be.
fn id(entry: Node<'_, '_>) -> Option<String> {
    let (_, id) = raw_fields(entry.json).into_iter().find(|(key, _)| *key == "\"id\"")?;
    id.starts_with('"').then(|| unquoted(id).ok().map(Into::into))?
}
