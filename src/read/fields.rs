//! The fields of one object, each asked for by its name.

use std::borrow::Cow;

use super::node::{Node, Place, raw_fields, unquoted};
use super::report::Report;
use crate::model::names::nearest;
use crate::model::problem::ProblemKind;

/// An object of the file being read. Whoever reads it asks for every field that it may have, and so names each of them once:
/// what was never asked for is unknown.
pub(super) struct Fields<'a, 'p, 'r> {
    noun: &'static str,
    node: Node<'a, 'p>,
    report: &'r mut Report<'a>,
    fields: Vec<Field<'a>>,
    asked: Vec<&'static str>,
    sound: bool,
    complete: bool,
}

struct Field<'a> {
    name: Cow<'a, str>,
    key: &'a str,
    value: &'a str,
    known: bool,
}

impl<'a, 'p, 'r> Fields<'a, 'p, 'r> {
    /// Opens an object; `None` if this is none.
    pub(super) fn open(node: Node<'a, 'p>, noun: &'static str, report: &'r mut Report<'a>) -> Option<Self> {
        if !node.is_object() {
            return node.is_no(noun, report);
        }
        let mut sound = true;
        let mut fields = Vec::new();
        for (key, value) in raw_fields(node.json) {
            match unquoted(key) {
                Ok(name) => fields.push(Field { name, key, value, known: false }),
                Err(error) => {
                    sound = false;
                    report.add(Node { json: key, ..node }, || error);
                }
            }
        }
        Some(Self { noun, node, report, fields, asked: Vec::new(), sound, complete: true })
    }

    /// What `read` makes of this field; `None` if it is missing, or after `read` has said why it cannot.
    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Node<'a, '_>, &mut Report<'a>) -> Option<T>,
    ) -> Option<T> {
        let json = self.take(name)?;
        let place = Place::Field(&self.node.place, name);
        self.report.pass(json, &place);
        let result = read(Node { json, place }, self.report);
        self.sound &= result.is_some();
        result
    }

    /// The same for a field that must be there.
    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Node<'a, '_>, &mut Report<'a>) -> Option<T>,
    ) -> Option<T> {
        let result = self.optional(name, read);
        if result.is_none() {
            let noun = self.noun;
            self.lacks(name, || ProblemKind::MissingField { field: name, noun });
        }
        result
    }

    /// Reports that this field is missing, unless it is there.
    pub(super) fn lacks(&mut self, name: &str, kind: impl FnOnce() -> ProblemKind) {
        if !self.fields.iter().any(|field| field.name == name) {
            self.sound = false;
            self.report.add(self.node, kind);
        }
    }

    /// The value of a field, the first where there are several.
    fn take(&mut self, name: &'static str) -> Option<&'a str> {
        self.asked.push(name);
        let mut first = None;
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            field.known = true;
            if first.is_none() {
                first = Some(field.value);
            } else {
                self.complete = false;
                let again = Node { json: field.key, place: Place::Field(&self.node.place, name) };
                self.report.add(again, || ProblemKind::DuplicateField(name.to_owned()));
            }
        }
        first
    }

    /// Reports every field that was not asked for, and says whether what was asked for can be used.
    pub(super) fn close(self) -> Closed {
        #[cfg(test)]
        asked::note(self.noun, &self.asked);
        let mut complete = self.complete;
        for field in self.fields.iter().filter(|field| !field.known) {
            // Where problems are only counted any more, nobody is told what may have been meant.
            let nearest = match self.report.is_full() {
                false => nearest(&field.name, self.asked.iter().copied()),
                true => None,
            };
            complete &= nearest.is_none();
            let stranger = Node { json: field.key, place: Place::Field(&self.node.place, &field.name) };
            self.report.add(stranger, || ProblemKind::UnknownField {
                field: field.name.clone().into_owned(),
                noun: self.noun,
                nearest,
            });
        }
        Closed { sound: self.sound, complete }
    }
}

/// What became of an object.
pub(super) struct Closed {
    /// No field that was asked for is missing or wrong. A field too many does not count: it takes nothing away.
    pub(super) sound: bool,
    /// No field was passed over that may have been meant for one that was asked for.
    pub(super) complete: bool,
}

/// What the readers ask for, noun by noun: which fields a file may have.
#[cfg(test)]
pub(crate) mod asked {
    use std::cell::RefCell;
    use std::collections::{BTreeMap, BTreeSet};

    thread_local! {
        static ASKED: RefCell<BTreeMap<&'static str, BTreeSet<&'static str>>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub(super) fn note(noun: &'static str, names: &[&'static str]) {
        ASKED.with_borrow_mut(|asked| asked.entry(noun).or_default().extend(names));
    }

    /// All that was asked for on this thread.
    #[cfg(feature = "schema")]
    pub(crate) fn all() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        ASKED.with_borrow(Clone::clone)
    }
}
