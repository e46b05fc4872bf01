//! What has been read of a dossier so far, piece by piece: the same for every form in which dossiers are written.

use super::attribute::attribute;
use super::claim::{attribution, claim};
use super::fields::Fields;
use super::kind::Kind;
use super::landmarks::{self, Landmarks, Trail};
use super::mark::Mark;
use super::node::{Node, Place, raw_fields, unquoted};
use super::report::{Report, Tally};
use super::rule::rule;
use super::scalar::{number, text};
use super::source::source;
use crate::model::dossier::{Dossier, DossierBuilder, FORMAT_VERSION, Placed};
use crate::model::number::Number;
use crate::model::problem::{Path, ProblemKind, Problems, Step};

/// A dossier in the making.
#[derive(Default)]
pub(super) struct Gathered {
    builder: DossierBuilder,
    /// What is wrong with the frame: problems that stand also where the version is another.
    frame: Tally,
    /// What is wrong with its content.
    content: Tally,
    trail: Trail,
    landmarks: [Landmarks; Kind::ALL.len()],
    /// How many entries of each kind there have been, good or bad.
    count: [usize; Kind::ALL.len()],
    is_of_other_version: bool,
    /// Whether something was passed over in which entries may have been meant: then nobody can be blamed for naming them.
    lacks_entries: bool,
}

impl Gathered {
    /// Whether the dossier is of a version of which it is not known what is a mistake.
    pub(super) const fn is_of_other_version(&self) -> bool {
        self.is_of_other_version
    }

    /// Whether problems are only counted any more.
    pub(super) const fn is_full(&self) -> bool {
        self.frame.is_full() || self.content.is_full()
    }

    /// Entries may have been meant that could not be read.
    pub(super) const fn lacks_entries(&mut self) {
        self.lacks_entries = true;
    }

    /// A problem with the frame.
    pub(super) fn frame(&mut self, at: Mark, path: Path, kind: ProblemKind) {
        self.frame.add(at.position, path, kind);
    }

    /// A problem with the content.
    pub(super) fn content(&mut self, at: Mark, path: Path, kind: ProblemKind) {
        self.content.add(at.position, path, kind);
    }

    /// Reads the header of a dossier in JSON Lines.
    pub(super) fn header(&mut self, json: &str, start: Mark) {
        let mut report = Report::of(json, start, std::mem::take(&mut self.frame));
        if let Some(mut fields) = Fields::open(Node { json, place: Place::Root }, "a header", &mut report) {
            let version = fields.optional("corroborate", version);
            self.is_of_other_version = version == Some(Version::Other);
            if !self.is_of_other_version {
                fields.lacks("corroborate", || ProblemKind::NoVersion);
                self.builder.title = fields.optional("title", text::<String>).unwrap_or_default();
                fields.close();
            }
        }
        (self.frame, _) = report.close();
    }

    /// Reads the version.
    pub(super) fn version(&mut self, json: &str, start: Mark) {
        let mut report = Report::of(json, start, std::mem::take(&mut self.frame));
        let place = Place::Field(&Place::Root, "corroborate");
        self.is_of_other_version |= version(Node { json, place }, &mut report) == Some(Version::Other);
        (self.frame, _) = report.close();
    }

    /// Reads the title.
    pub(super) fn title(&mut self, json: &str, start: Mark) {
        let title = self.piece(json, start, Place::Field(&Place::Root, "title"), text::<String>);
        self.builder.title = title.unwrap_or_default();
    }

    /// Reads a piece of the content.
    pub(super) fn piece<'a, T>(
        &mut self,
        json: &'a str,
        start: Mark,
        place: Place<'_>,
        read: impl FnOnce(Node<'a, '_>, &mut Report<'a>) -> T,
    ) -> T {
        let mut report = Report::of(json, start, std::mem::take(&mut self.content));
        let read = read(Node { json, place }, &mut report);
        (self.content, _) = report.close();
        read
    }

    /// Refuses a list that is none.
    pub(super) fn no_list(&mut self, json: &str, start: Mark, place: Place<'_>) {
        self.lacks_entries = true;
        self.piece(json, start, place, |node, report| node.is_no::<()>("a list", report));
    }

    /// Reads an entry, or remembers the id of one that cannot be read.
    pub(super) fn entry<'p>(&mut self, kind: Kind, json: &str, start: Mark, place: impl FnOnce(usize) -> Place<'p>) {
        let Some((count, landmarks)) = self.count.get_mut(kind as usize).zip(self.landmarks.get_mut(kind as usize))
        else {
            return;
        };
        let at = *count;
        *count += 1;
        if self.is_of_other_version {
            return;
        }
        let node = Node { json, place: place(at) };
        let trail = std::mem::take(&mut self.trail).into_entry(&node.place);
        let mut report = Report::of(json, start, std::mem::take(&mut self.content)).along(trail);
        let DossierBuilder { sources, attributes, claims, attributions, rules, unread, .. } = &mut self.builder;
        match kind {
            Kind::Source => put(at, node, source, sources, &mut unread.sources, &mut report),
            Kind::Attribute => put(at, node, attribute, attributes, &mut unread.attributes, &mut report),
            Kind::Claim => put(at, node, claim, claims, &mut unread.claims, &mut report),
            Kind::Attribution => put(at, node, attribution, attributions, &mut unread.attributions, &mut report),
            Kind::Rule => put(at, node, rule, rules, &mut Vec::new(), &mut report),
        }
        let trail;
        (self.content, trail) = report.close();
        self.trail = trail.unwrap_or_default();
        landmarks.keep(json, start, &mut self.trail);
    }

    /// The dossier, after everything in it has been checked against everything else; `place` makes the path of an entry in the file.
    pub(super) fn finish(mut self, place: fn(Kind, usize) -> Path) -> Result<Dossier, Problems> {
        if self.is_of_other_version {
            return Err(self.frame.into_problems());
        }
        let is_full = self.is_full();
        self.frame.join(self.content);
        let mut tally = self.frame;
        if is_full {
            return Err(tally.into_problems());
        }
        let mut problems = Vec::new();
        let dossier = self.builder.check(&mut problems);
        if self.lacks_entries {
            problems.retain(|problem| !matches!(problem.kind, ProblemKind::UnknownId { .. }));
        }
        problems.sort_by(|a, b| a.path.cmp(&b.path));
        for (kind, landmarks) in Kind::ALL.into_iter().zip(&self.landmarks) {
            let of_kind = problems.extract_if(
                ..,
                |problem| matches!(problem.path.steps().first(), Some(Step::Field(list)) if list == kind.list()),
            );
            landmarks::add_all(of_kind.collect(), landmarks, &self.trail, |n| place(kind, n), &mut tally);
        }
        match dossier {
            Some(dossier) if tally.is_empty() => Ok(dossier),
            _ => Err(tally.into_problems()),
        }
    }
}

/// Reads an entry, the `at`-th of its kind.
fn put<'a, T>(
    at: usize,
    node: Node<'a, '_>,
    read: impl Fn(Node<'a, '_>, &mut Report<'a>) -> Option<T>,
    entries: &mut Vec<Placed<T>>,
    unread: &mut Vec<String>,
    report: &mut Report<'a>,
) {
    match read(node, report) {
        Some(entry) => entries.push((at, entry)),
        None => unread.extend(id(node)),
    }
}

/// The id of an entry that could not be read, if at least that can be.
fn id(entry: Node<'_, '_>) -> Option<String> {
    let (_, id) = raw_fields(entry.json).into_iter().find(|(key, _)| *key == "\"id\"")?;
    id.starts_with('"').then(|| unquoted(id).ok().map(Into::into))?
}

#[derive(PartialEq, Eq)]
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
