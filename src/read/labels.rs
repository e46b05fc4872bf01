//! Tables of labels.

use std::collections::BTreeMap;

use serde::Serialize;

use super::node::{Node, Place, raw_fields, unquoted};
use super::report::Report;
use super::scalar::truth;
use super::syntax;
use crate::import::labels::{Labels, Meaning, Publisher, Table, key};
use crate::model::names::nearest;
use crate::model::problem::{ProblemKind, Problems};

impl Labels {
    /// Reads a table of labels from JSON, in the form of `docs/formats/claimreview.md`.
    ///
    /// # Errors
    /// Everything that is wrong, each with its place in the text; one label for two meanings is.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Problems> {
        let text = syntax::text(bytes)?;
        let root = Node { json: syntax::value(text)?, place: Place::Root };
        let mut report = Report::new(text);
        let labels = labels(root, &mut report);
        if report.is_empty() { Ok(labels) } else { Err(report.into_problems()) }
    }

    /// The table as JSON, indented by two spaces. Equal tables give the same bytes; [`Labels::from_json`] reads an equal one back.
    #[must_use]
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Wire<'a> {
            labels: BTreeMap<&'static str, Vec<&'a str>>,
            media: BTreeMap<&'static str, Vec<&'a str>>,
            publishers: BTreeMap<&'a str, BTreeMap<&'static str, Each<'a>>>,
        }
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Each<'a> {
            Labels(Vec<&'a str>),
            Scale(bool),
        }
        let publishers = self.publishers.iter().map(|(site, publisher)| {
            let lists = by_meaning(&publisher.labels).into_iter().map(|(name, list)| (name, Each::Labels(list)));
            let scale = publisher.scale.then_some(("scale", Each::Scale(true)));
            (site.as_str(), lists.chain(scale).collect())
        });
        let wire =
            Wire { labels: by_meaning(&self.labels), media: by_meaning(&self.media), publishers: publishers.collect() };
        // Writing to memory fails for maps whose keys are no strings and for types that refuse; there are none here.
        let mut json = serde_json::to_string_pretty(&wire).unwrap_or_default();
        json.push('\n');
        json
    }
}

fn by_meaning(table: &Table) -> BTreeMap<&'static str, Vec<&str>> {
    let mut lists: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    for (label, meaning) in table {
        lists.entry(meaning.as_str()).or_default().push(label);
    }
    lists
}

fn labels<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Labels {
    let mut labels = Labels::empty();
    members(node, "a table of labels", report, |name, node, stranger, report| match name {
        "labels" => labels.labels = table(node, report, |_, _| false),
        "media" => labels.media = table(node, report, |_, _| false),
        "publishers" => members(node, "an object of publishers by site", report, |site, node, _, report| {
            let mut scale = false;
            let read = table(node, report, |node, report| {
                scale = truth(node, report).unwrap_or_default();
                true
            });
            labels.publishers.insert(site.to_owned(), Publisher { labels: read, scale });
        }),
        _ => unknown(name, "a table of labels", &["labels", "media", "publishers"], stranger, report),
    });
    labels
}

/// Labels by their meaning. What stands under `scale` is handed on; where it is not taken, the name is unknown.
fn table<'a>(
    node: Node<'a, '_>,
    report: &mut Report<'a>,
    mut scale: impl FnMut(Node<'a, '_>, &mut Report<'a>) -> bool,
) -> Table {
    let mut table = Table::new();
    members(node, "an object of labels by meaning", report, |name, node, stranger, report| {
        if name == "scale" && scale(node, report) {
            return;
        }
        let Ok(meaning) = name.parse::<Meaning>() else {
            let known: Vec<&str> = Meaning::ALL.iter().map(|meaning| meaning.as_str()).collect();
            unknown(name, "an object of labels by meaning", &known, stranger, report);
            return;
        };
        node.each("a list of labels", report, |_, node, report| {
            let Some(label) = node.string(report) else { return };
            let key = key(&label);
            if key.is_empty() {
                report.add(node, || ProblemKind::Empty("a label"));
            } else if table.insert(key, meaning).is_some_and(|before| before != meaning) {
                report.add(node, || ProblemKind::TwoMeanings(label.clone().into_owned()));
            }
        });
    });
    table
}

fn unknown<'a>(field: &str, noun: &'static str, known: &[&str], stranger: Node<'a, '_>, report: &mut Report<'a>) {
    report.add(stranger, || ProblemKind::UnknownField {
        field: field.to_owned(),
        noun,
        nearest: nearest(field, known.iter().copied()),
    });
}

/// Hands over each member of an object: its name, its value, and its name as something to complain of. A name that stands twice is reported.
fn members<'a>(
    node: Node<'a, '_>,
    expected: &'static str,
    report: &mut Report<'a>,
    mut read: impl FnMut(&str, Node<'a, '_>, Node<'a, '_>, &mut Report<'a>),
) {
    if !node.is_object() {
        let _: Option<()> = node.is_no(expected, report);
        return;
    }
    let mut seen = std::collections::BTreeSet::new();
    for (raw, json) in raw_fields(node.json) {
        let name = match unquoted(raw) {
            Ok(name) => name,
            Err(error) => {
                report.add(Node { json: raw, ..node }, || error);
                continue;
            }
        };
        let place = Place::Field(&node.place, &name);
        let stranger = Node { json: raw, place };
        if !seen.insert(name.clone()) {
            report.add(stranger, || ProblemKind::DuplicateField(name.clone().into_owned()));
        }
        read(&name, Node { json, place }, stranger, report);
    }
}
