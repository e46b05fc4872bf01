//! Objects whose fields are named by the words of a closed vocabulary.

use std::collections::BTreeMap;

use super::node::{Node, Place, raw_fields, unquoted};
use super::report::Report;
use crate::model::names::{UnknownName, nearest};
use crate::model::problem::ProblemKind;

/// What `read` makes of each field of an object, by the word that names it; `None` after whatever is wrong has been reported.
pub(super) fn table<'a, K: Copy + Ord, V>(
    node: Node<'a, '_>,
    (expected, vocabulary): (&'static str, &'static str),
    (known, name_of): (&'static [K], fn(K) -> &'static str),
    report: &mut Report<'a>,
    read: impl Fn(Node<'a, '_>, &mut Report<'a>) -> Option<V>,
) -> Option<BTreeMap<K, V>> {
    if !node.is_object() {
        return node.is_no(expected, report);
    }
    let mut table = BTreeMap::new();
    let mut sound = true;
    for (key, json) in raw_fields(node.json) {
        let name = match unquoted(key) {
            Ok(name) => name,
            Err(error) => {
                sound = false;
                report.add(Node { json: key, ..node }, || error);
                continue;
            }
        };
        let place = Place::Field(&node.place, &name);
        let stranger = Node { json: key, place };
        let Some(word) = known.iter().copied().find(|word| name_of(*word) == name) else {
            sound = false;
            report.add(stranger, || {
                let nearest = nearest(&name, known.iter().map(|word| name_of(*word)));
                ProblemKind::UnknownName(UnknownName { vocabulary, given: name.clone().into_owned(), nearest })
            });
            continue;
        };
        match read(Node { json, place }, report) {
            Some(_) if table.contains_key(&word) => {
                sound = false;
                report.add(stranger, || ProblemKind::DuplicateField(name.clone().into_owned()));
            }
            Some(value) => {
                table.insert(word, value);
            }
            None => sound = false,
        }
    }
    sound.then_some(table)
}
