//! Objects of one field, whose name says what the field holds: values and rules.

use std::borrow::Cow;

use super::node::{Node, Place, raw_fields, unquoted};
use super::report::Report;
use crate::model::names::{UnknownName, nearest};
use crate::model::problem::ProblemKind;

/// The one field of an object.
pub(super) struct Form<'a> {
    pub(super) name: Cow<'a, str>,
    key: &'a str,
    json: &'a str,
}

impl<'a> Form<'a> {
    /// The one field of this object; `None` if it has none or several, or is none.
    pub(super) fn of(node: Node<'a, '_>, noun: &'static str, report: &mut Report<'a>) -> Option<Self> {
        if !node.is_object() {
            return node.is_no(noun, report);
        }
        let kind = match *raw_fields(node.json) {
            [(key, json)] => match unquoted(key) {
                Ok(name) => return Some(Self { name, key, json }),
                Err(error) => error,
            },
            [] => ProblemKind::Empty(noun),
            ref several => ProblemKind::Forms { noun, count: several.len() },
        };
        report.add(node, || kind);
        None
    }

    /// What the field holds.
    pub(super) fn inner<'p>(&'p self, outer: &'p Place<'p>, report: &mut Report<'_>) -> Node<'a, 'p> {
        let place = Place::Field(outer, &self.name);
        report.pass(self.json, &place);
        Node { json: self.json, place }
    }

    /// Reports that there is no such form.
    pub(super) fn is_unknown<T>(
        &self,
        node: Node<'_, '_>,
        vocabulary: &'static str,
        known: impl Iterator<Item = &'static str>,
        report: &mut Report<'_>,
    ) -> Option<T> {
        report.add(Node { json: self.key, ..node }, || {
            ProblemKind::UnknownName(UnknownName {
                vocabulary,
                given: self.name.clone().into_owned(),
                nearest: nearest(&self.name, known),
            })
        });
        None
    }
}
