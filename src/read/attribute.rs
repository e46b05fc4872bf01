//! Attributes.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::node::{Node, Place, raw_fields, unquoted};
use super::report::Report;
use super::scalar::{count, name, parsed, text, truth};
use crate::model::attribute::Attribute;
use crate::model::id::AttributeId;
use crate::model::names::{UnknownName, nearest};
use crate::model::phrase::Phrase;
use crate::model::problem::ProblemKind;
use crate::model::value::ValueKind;

pub(super) fn attribute<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Attribute> {
    let mut fields = Fields::open(node, "an attribute", report)?;
    let id = fields.required("id", text::<AttributeId>);
    let kind = fields.required("kind", kind);
    let unit = fields.optional("unit", text);
    let over_time = fields.optional("over_time", name);
    let many = fields.optional("many", truth);
    let holds_for = fields.optional("holds_for", count);
    let closes = fields.optional("closes", parsed);
    let phrase = fields.optional("phrase", phrase);
    if !fields.close().sound {
        return None;
    }
    let mut attribute = Attribute::new(id?, kind?);
    attribute.unit = unit;
    attribute.over_time = over_time.unwrap_or_default();
    attribute.many = many.unwrap_or_default();
    attribute.holds_for = holds_for;
    attribute.closes = closes;
    attribute.phrase = phrase;
    Some(attribute)
}

fn kind(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<ValueKind> {
    const KINDS: [(&str, ValueKind); 4] = [
        ("quantity", ValueKind::Quantity),
        ("date", ValueKind::Date),
        ("text", ValueKind::Text),
        ("truth", ValueKind::Truth),
    ];
    let given = node.string(report)?;
    let known = KINDS.iter().find(|(name, _)| *name == given);
    if known.is_none() {
        report.add(node, || {
            ProblemKind::UnknownName(UnknownName {
                vocabulary: "kind of attribute",
                given: given.clone().into_owned(),
                nearest: nearest(&given, KINDS.iter().map(|(name, _)| *name)),
            })
        });
    }
    known.map(|(_, kind)| *kind)
}

/// A text, or an object of texts by subject.
fn phrase<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Phrase> {
    if node.is_string() {
        return node.string(report).map(|phrase| Phrase::Every(phrase.into_owned()));
    }
    if !node.is_object() {
        return node.is_no("a phrase, or an object of phrases by subject", report);
    }
    let mut phrases = BTreeMap::new();
    let mut is_sound = true;
    for (key, json) in raw_fields(node.json) {
        let Ok(subject) = unquoted(key) else {
            report.add(Node { json: key, ..node }, || {
                ProblemKind::Syntax("a string escapes half a character".to_owned())
            });
            is_sound = false;
            continue;
        };
        let place = Place::Field(&node.place, &subject);
        report.pass(json, &place);
        let phrase = Node { json, place }.string(report);
        if phrases.contains_key(&*subject) {
            report.add(Node { json: key, place }, || ProblemKind::DuplicateField(subject.clone().into_owned()));
            is_sound = false;
        }
        match phrase {
            Some(phrase) => {
                phrases.insert(subject.into_owned(), phrase.into_owned());
            }
            None => is_sound = false,
        }
    }
    is_sound.then_some(Phrase::Each(phrases))
}
