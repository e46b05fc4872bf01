//! One JSON document with the place of every value: nothing of it is lost, rounded or put in another order.

mod index;

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, Visitor};
use serde_json::value::RawValue;
use thiserror::Error;

use self::index::{Entry, NONE, index};
use crate::model::problem::{Clean, Position};

/// Why a text is no document that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TreeError {
    /// The bytes are not UTF-8.
    #[error("this is not UTF-8: byte {0} begins no character")]
    NotUtf8(usize),
    /// There is nothing but white space.
    #[error("this is empty: expected JSON")]
    Empty,
    /// It is not JSON.
    #[error("{position}: this is not JSON: {reason}{found}", found = .found.map(|found| format!(", found `{}`", Clean(found.encode_utf8(&mut [0; 4])))).unwrap_or_default())]
    Syntax {
        /// Where it stops being JSON.
        position: Position,
        /// What was expected there.
        reason: String,
        /// What stands there.
        found: Option<char>,
    },
    /// It ends before its JSON does.
    #[error("{position}: this ends too early: {reason}")]
    Truncated {
        /// Where it ends.
        position: Position,
        /// What is missing.
        reason: String,
    },
    /// It is longer than 4 GiB.
    #[error("this is longer than 4 GiB: read it as a feed")]
    TooLong,
}

/// One JSON document, with the place of every value.
///
/// It keeps the text as it came, so that whatever is not asked for is still there: members in their order, also those of one name, and
/// numbers digit by digit. Reading takes one pass for the form (by `serde_json`) and one for the places; neither recurses. O(n) in time, and
/// 28 bytes a value.
///
/// ```
/// use corroborate::import::Tree;
/// let tree = Tree::read(r#"{"reviewRating": {"ratingValue": 1.0, "alternateName": "False"}}"#)?;
/// let leaves: Vec<_> = tree.root().leaves().map(|leaf| (leaf.pointer().to_string(), leaf.raw())).collect();
/// assert_eq!(leaves, [("/reviewRating/ratingValue".into(), "1.0"), ("/reviewRating/alternateName".into(), "\"False\"")]);
///
/// assert_eq!(Tree::read("{\"a\": tru}").unwrap_err().to_string(), "line 1, column 10: this is not JSON: expected ident, found `}`");
/// # Ok::<(), corroborate::import::TreeError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Tree {
    text: Box<str>,
    entries: Vec<Entry>,
}

impl Tree {
    /// Reads one JSON value.
    ///
    /// # Errors
    /// The text is no JSON, or more than one value.
    pub fn read(text: &str) -> Result<Self, TreeError> {
        // A byte order mark says nothing that is not known of UTF-8.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if u32::try_from(text.len()).is_err() {
            return Err(TreeError::TooLong);
        }
        if text.trim_ascii().is_empty() {
            return Err(TreeError::Empty);
        }
        match serde_json::from_str::<&RawValue>(text) {
            Ok(_) => Ok(Self { text: text.into(), entries: index(text) }),
            Err(error) => Err(refused(text, &error)),
        }
    }

    /// Reads one JSON value from bytes.
    ///
    /// # Errors
    /// The bytes are no UTF-8, no JSON, or more than one value.
    pub fn read_bytes(bytes: &[u8]) -> Result<Self, TreeError> {
        Self::read(std::str::from_utf8(bytes).map_err(|error| TreeError::NotUtf8(error.valid_up_to()))?)
    }

    /// The whole document.
    #[must_use]
    pub fn root(&self) -> Node<'_> {
        Node { tree: self, at: 0 }
    }

    /// Every value, each before what it holds, in the order of the text.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (0..self.entries.len()).map(|at| Node { tree: self, at: u32::try_from(at).unwrap_or(NONE) })
    }

    fn entry(&self, at: u32) -> Option<&Entry> {
        self.entries.get(at as usize)
    }

    fn slice(&self, from: u32, to: u32) -> &str {
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }
}

fn refused(text: &str, error: &serde_json::Error) -> TreeError {
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default().to_owned();
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The column of a complaint is that of the offending byte in its line, from 1.
    let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
    let position = Position { line: error.line(), column: before.chars().count() + 1 };
    if error.is_eof() {
        let reason = match reason.rsplit(' ').next() {
            Some("list") => "a list is not closed",
            Some("object") => "an object is not closed",
            Some("string") => "a string is not closed",
            _ => "a value is missing or incomplete",
        };
        return TreeError::Truncated { position, reason: reason.to_owned() };
    }
    let found = line.get(before.len()..).and_then(|rest| rest.chars().next());
    TreeError::Syntax { position, reason, found }
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// Digits.
    Number,
    /// `true` or `false`
    Truth,
    /// `null`
    Null,
}

impl Kind {
    /// As messages name it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::List => "a list",
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Truth => "true or false",
            Self::Null => "null",
        }
    }
}

/// A value of a [`Tree`].
#[derive(Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    at: u32,
}

impl<'t> Node<'t> {
    fn entry(self) -> Entry {
        self.tree.entry(self.at).copied().unwrap_or_default()
    }

    /// Its number, in the order of the text.
    pub(crate) const fn number(self) -> u32 {
        self.at
    }

    /// The value as it stands in the text.
    #[must_use]
    pub fn raw(self) -> &'t str {
        let Entry { start, end, .. } = self.entry();
        self.tree.slice(start, end)
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self.raw().as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b't' | b'f') => Kind::Truth,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// The content of a text; `None` of anything else. Half a character, escaped, becomes U+FFFD; [`raw`](Self::raw) still has it.
    #[must_use]
    pub fn text(self) -> Option<Cow<'t, str>> {
        (self.kind() == Kind::Text).then(|| unquoted(self.raw()))
    }

    /// The name under which it stands in an object, quotes and escapes and all.
    pub(crate) fn raw_key(self) -> Option<&'t str> {
        let Entry { key, key_end, .. } = self.entry();
        (key_end > 0).then(|| self.tree.slice(key, key_end))
    }

    /// The name under which it stands in an object; `None` in a list and at the root.
    #[must_use]
    pub fn key(self) -> Option<Cow<'t, str>> {
        self.raw_key().map(unquoted)
    }

    /// The object or list that it stands in.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let Entry { parent, .. } = self.entry();
        (parent != NONE).then_some(Self { at: parent, ..self })
    }

    /// The members of an object, or the elements of a list, in order.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let (end, mut next) = (self.entry().after, self.at + 1);
        std::iter::from_fn(move || {
            let child = (next < end).then_some(Self { at: next, ..self })?;
            next = child.entry().after.max(next + 1);
            Some(child)
        })
    }

    /// The last member of this name, as readers of JSON that keep one of several do. O(members).
    #[must_use]
    pub fn get(self, name: &str) -> Option<Self> {
        if self.kind() != Kind::Object {
            return None;
        }
        self.children().filter(|child| child.key().is_some_and(|key| key == name)).last()
    }

    /// Every value inside it that holds no other, itself included, in the order of the text. An empty object or list is one.
    pub fn leaves(self) -> impl Iterator<Item = Self> {
        (self.at..self.entry().after).map(move |at| Self { at, ..self }).filter(|node| node.is_leaf())
    }

    /// Whether another value stands in it, or is it.
    pub(crate) fn holds(self, other: Self) -> bool {
        (self.at..self.entry().after).contains(&other.at)
    }

    /// Every leaf of the document that it stands in.
    pub(crate) fn document(self) -> impl Iterator<Item = Self> {
        self.tree.root().leaves()
    }

    fn is_leaf(self) -> bool {
        self.entry().after == self.at + 1
    }

    /// Whether it stands in at most so many objects and lists.
    pub(crate) fn is_within(self, levels: usize) -> bool {
        std::iter::successors(self.parent(), |node| node.parent()).nth(levels).is_none()
    }

    /// Where it stands.
    #[must_use]
    pub fn pointer(self) -> Pointer {
        let way = std::iter::successors(Some(self), |node| node.parent());
        let mut steps: Vec<Cow<'t, str>> = way.filter_map(Self::step).collect();
        steps.reverse();
        let mut pointer = String::new();
        for step in &steps {
            pointer.push('/');
            if step.contains(['~', '/']) {
                pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
            } else {
                pointer.push_str(step);
            }
        }
        Pointer(pointer)
    }

    fn step(self) -> Option<Cow<'t, str>> {
        self.parent()?;
        Some(self.key().unwrap_or_else(|| Cow::Owned(self.entry().ordinal.to_string())))
    }
}

/// Two values are the same where they stand at the same place of the same document.
impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && std::ptr::eq(self.tree, other.tree)
    }
}

impl Eq for Node<'_> {}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at `{}`", self.kind().name(), self.pointer())
    }
}

/// The place of a value in a JSON document (RFC 6901); empty for the whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pointer(pub(crate) String);

impl Pointer {
    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The content of a string that is known to be well-formed.
fn unquoted(json: &str) -> Cow<'_, str> {
    struct Text;

    impl<'a> Visitor<'a> for Text {
        type Value = Cow<'a, str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Self::Value, E> {
            Ok(Cow::Owned(String::from_utf8_lossy(bytes).into_owned()))
        }
    }

    let inner = json.get(1..json.len().saturating_sub(1)).unwrap_or_default();
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    // As bytes, because a text may escape half a character, which no `str` can hold.
    serde_json::Deserializer::from_str(json).deserialize_bytes(Text).unwrap_or(Cow::Borrowed(inner))
}

#[cfg(test)]
mod tests;
