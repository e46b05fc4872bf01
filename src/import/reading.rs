//! What is asked of the fields of a stranger's object: texts, numbers, dates, addresses; and what is noted on the way.

use std::borrow::Cow;
use std::collections::BTreeMap;

use url::Url;

use super::address::{Address, addresses};
use super::date::{Dated, dated};
use super::entities::decoded;
use super::repair::{Repair, RepairCode};
use super::tree::{Kind, Node, Tree};
use crate::model::moment::Moment;
use crate::model::number::Number;

/// What a field says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'t, T> {
    /// What was read.
    pub value: T,
    /// Where it stands: its raw value and its pointer.
    pub at: Node<'t>,
}

impl<'t, T> Field<'t, T> {
    pub(crate) const fn new(value: T, at: Node<'t>) -> Self {
        Self { value, at }
    }

    /// The value as it stands in the document.
    #[must_use]
    pub fn raw(&self) -> &'t str {
        self.at.raw()
    }
}

/// Things that are referred to by `@id`, where somebody asked.
type Known<'t> = BTreeMap<Cow<'t, str>, Node<'t>>;

/// The reading of one document. What is noted belongs to the object that is being read.
pub(crate) struct Reading<'t> {
    tree: &'t Tree,
    known: Option<Known<'t>>,
    /// Names may begin with one of these, and mean the same.
    prefixes: Vec<String>,
    pub(crate) base: Option<Url>,
    pub(crate) repairs: Vec<Repair<'t>>,
    /// The numbers of the leaves that were read.
    pub(crate) read: Vec<u32>,
}

impl<'t> Reading<'t> {
    pub(crate) const fn of(tree: &'t Tree, prefixes: Vec<String>) -> Self {
        Self { tree, known: None, prefixes, base: None, repairs: Vec::new(), read: Vec::new() }
    }

    pub(crate) fn note(&mut self, code: RepairCode, at: Node<'t>) {
        self.repairs.push(Repair::new(code, at));
    }

    pub(crate) fn note_taken(&mut self, code: RepairCode, at: Node<'t>, taken: impl std::fmt::Display) {
        self.repairs.push(Repair::taking(code, at, taken));
    }

    /// A name without its prefix.
    pub(crate) fn plain<'n>(&self, name: &'n str) -> &'n str {
        if !name.contains(':') {
            return name;
        }
        const SITES: [&str; 4] = ["schema:", "https://schema.org/", "http://schema.org/", "http://www.schema.org/"];
        let declared = self.prefixes.iter().map(String::as_str);
        SITES.into_iter().chain(declared).find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name)
    }

    /// The members of these names, in one pass; the last of several, as in most programs.
    pub(crate) fn members<const N: usize>(&mut self, object: Node<'t>, names: [&str; N]) -> [Option<Node<'t>>; N] {
        let mut found = [None; N];
        if object.kind() != Kind::Object {
            return found;
        }
        for member in object.children() {
            let Some(key) = member.key() else { continue };
            let Some(place) = names.iter().position(|name| *name == self.plain(&key)) else { continue };
            if let Some(slot) = found.get_mut(place) {
                if slot.is_some() {
                    self.note(RepairCode::DuplicateField, member);
                }
                *slot = Some(member);
            }
        }
        found
    }

    /// The elements of a list, or the one value that stands alone; `@set` and `@list` are lists, and null is nothing.
    pub(crate) fn each(&mut self, node: Node<'t>) -> Vec<Node<'t>> {
        match node.kind() {
            Kind::Null => {
                self.mark(node);
                Vec::new()
            }
            Kind::List => node.children().filter(|element| element.kind() != Kind::Null).collect(),
            Kind::Object => match node.get("@set").or_else(|| node.get("@list")) {
                Some(list) if list.kind() == Kind::List => list.children().collect(),
                Some(one) => vec![one],
                None => vec![node],
            },
            _ => vec![node],
        }
    }

    /// The one value, or the first of several.
    pub(crate) fn one(&mut self, node: Node<'t>) -> Option<Node<'t>> {
        if matches!(node.kind(), Kind::Text | Kind::Number | Kind::Truth) {
            return Some(node);
        }
        let all = self.each(node);
        if all.len() > 1 {
            self.note(RepairCode::SeveralValues, node);
        }
        let first = all.first().copied();
        if first.is_none() {
            self.note(RepairCode::EmptyField, node);
        }
        first
    }

    /// What an object that is nothing but an `@id` refers to, in this document; anything else is itself.
    pub(crate) fn resolved(&mut self, node: Node<'t>) -> Node<'t> {
        let is_bare = node.kind() == Kind::Object && node.children().nth(1).is_none();
        let Some(reference) = node.get("@id").filter(|_| is_bare) else { return node };
        let Some(id) = reference.text() else { return node };
        let tree = self.tree;
        let known = self.known.get_or_insert_with(|| known(tree));
        match known.get(&id) {
            Some(found) => {
                self.read.push(reference.number());
                *found
            }
            None => {
                self.note(RepairCode::ReferenceUnresolved, reference);
                node
            }
        }
    }

    /// Notes that this leaf was read.
    pub(crate) fn mark(&mut self, node: Node<'t>) {
        self.read.push(node.number());
    }

    /// The words of a text, without what HTML and typists leave in it. A number is taken for its digits.
    pub(crate) fn text(&mut self, node: Node<'t>) -> Option<Field<'t, String>> {
        let node = self.one(node)?;
        // A text of a stated language.
        let node = if node.kind() == Kind::Object { node.get("@value").unwrap_or(node) } else { node };
        let given = match node.kind() {
            Kind::Text => unwrapped(node),
            Kind::Number => {
                self.note_taken(RepairCode::WrongType, node, node.raw());
                Cow::Borrowed(node.raw())
            }
            _ => {
                self.note(RepairCode::WrongType, node);
                return None;
            }
        };
        self.mark(node);
        let trimmed = given.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'));
        if trimmed.is_empty() {
            self.note(RepairCode::EmptyField, node);
            return None;
        }
        if trimmed.len() < given.len() {
            self.note_taken(RepairCode::TextTrimmed, node, trimmed);
        }
        let text = match decoded(trimmed) {
            Some(decoded) => {
                self.note_taken(RepairCode::EntityDecoded, node, &decoded);
                decoded
            }
            None => trimmed.to_owned(),
        };
        if holds_markup(&text) {
            self.note(RepairCode::MarkupInText, node);
        }
        Some(Field::new(text, node))
    }

    /// A number, also one that is written as a text.
    pub(crate) fn number(&mut self, node: Node<'t>) -> Option<Field<'t, Number>> {
        let node = self.one(node)?;
        let given = match node.kind() {
            Kind::Number => Cow::Borrowed(node.raw()),
            Kind::Text => unwrapped(node),
            _ => {
                self.note(RepairCode::WrongType, node);
                return None;
            }
        };
        self.mark(node);
        if given.trim().is_empty() {
            self.note(RepairCode::EmptyField, node);
            return None;
        }
        match given.trim().parse::<Number>() {
            Ok(number) => {
                if node.kind() == Kind::Text {
                    self.note_taken(RepairCode::NumberAsText, node, number);
                }
                Some(Field::new(number, node))
            }
            Err(_) => {
                self.note(RepairCode::NotANumber, node);
                None
            }
        }
    }

    /// A date.
    pub(crate) fn date(&mut self, node: Node<'t>) -> Option<Field<'t, Moment>> {
        let node = self.one(node)?;
        let Some(given) = node.text() else {
            self.note(RepairCode::WrongType, node);
            return None;
        };
        self.mark(node);
        if given.trim().is_empty() {
            self.note(RepairCode::EmptyField, node);
            return None;
        }
        match dated(given.trim()) {
            Dated::AsWritten(moment) => return Some(Field::new(moment, node)),
            Dated::Mended(moment) => {
                self.note_taken(RepairCode::DateForm, node, moment);
                return Some(Field::new(moment, node));
            }
            Dated::Zoneless(day) => {
                self.note_taken(RepairCode::DateWithoutZone, node, day);
                return Some(Field::new(day, node));
            }
            Dated::Sentinel => self.note(RepairCode::DateSentinel, node),
            Dated::Unreadable => self.note(RepairCode::NotADate, node),
        }
        None
    }

    /// An address, or several where several stand in one text.
    pub(crate) fn addresses(&mut self, node: Node<'t>) -> Vec<Field<'t, Url>> {
        let Some(given) = node.text() else {
            self.note(RepairCode::WrongType, node);
            return Vec::new();
        };
        self.mark(node);
        if given.trim().is_empty() {
            self.note(RepairCode::EmptyField, node);
            return Vec::new();
        }
        if given.trim().len() < given.len() {
            self.note_taken(RepairCode::TextTrimmed, node, given.trim());
        }
        let text = decoded(given.trim()).unwrap_or_else(|| given.trim().to_owned());
        let mut read = Vec::new();
        for address in addresses(&text, self.base.as_ref()) {
            let (code, url) = match address {
                Address::AsWritten(url) => (None, url),
                Address::Repaired(code, url) => (Some(code), url),
                Address::Unreadable => {
                    self.note(RepairCode::NotAnAddress, node);
                    continue;
                }
            };
            if let Some(code) = code {
                self.note_taken(code, node, &url);
            }
            read.push(Field::new(url, node));
        }
        read
    }

    /// One address.
    pub(crate) fn address(&mut self, node: Node<'t>) -> Option<Field<'t, Url>> {
        let node = self.one(node)?;
        // What stands for a page may be told by its `@id` or its `url`.
        let node = match node.kind() {
            Kind::Object => node.get("url").or_else(|| node.get("@id")).unwrap_or(node),
            _ => node,
        };
        self.addresses(node).into_iter().next()
    }
}

/// The content of a text.
fn unwrapped(node: Node<'_>) -> Cow<'_, str> {
    node.text().unwrap_or_default()
}

/// Whatever bears an `@id` and says more than that; the first of each.
fn known(tree: &Tree) -> Known<'_> {
    let mut known = Known::new();
    for node in tree.nodes().filter(|node| node.raw_key() == Some("\"@id\"")) {
        let (Some(id), Some(object)) = (node.text(), node.parent()) else { continue };
        if object.children().nth(1).is_some() {
            known.entry(id).or_insert(object);
        }
    }
    known
}

/// Whether something in the text looks like a tag of HTML.
fn holds_markup(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let length = name.chars().take_while(char::is_ascii_alphanumeric).count();
        let then = name.get(length..).and_then(|rest| rest.chars().next());
        (1..=10).contains(&length)
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && (then == Some('>') || (then.is_some_and(|c| c == ' ' || c == '/') && rest.contains('>')))
    })
}
