//! A piece of the file and its place in it, and how the plain shapes of JSON are taken out of it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::report::Report;
use crate::model::problem::{Path, ProblemKind};

/// The way from the whole file to a piece of it, innermost step first. It costs nothing until a problem asks for its [path](Place::path).
#[derive(Clone, Copy)]
pub(super) enum Place<'p> {
    Root,
    Field(&'p Place<'p>, &'p str),
    Index(&'p Place<'p>, usize),
}

impl Place<'_> {
    /// The same way, spelled out. As deep as the file format at most, however deep the file is.
    pub(super) fn path(&self) -> Path {
        match *self {
            Place::Root => Path::root(),
            Place::Field(outer, name) => outer.path().field(name),
            Place::Index(outer, at) => outer.path().index(at),
        }
    }

    /// How many steps it is long.
    pub(super) fn depth(&self) -> usize {
        let (mut place, mut depth) = (self, 0);
        while let Place::Field(outer, _) | Place::Index(outer, _) = place {
            (place, depth) = (outer, depth + 1);
        }
        depth
    }
}

/// A field as it stands in the file: its key, quotes and all, and its value.
pub(super) type RawField<'a> = (&'a str, &'a str);

/// One JSON value of the file, known to be well-formed, without white space around it.
#[derive(Clone, Copy)]
pub(super) struct Node<'a, 'p> {
    pub(super) json: &'a str,
    pub(super) place: Place<'p>,
}

impl<'a> Node<'a, '_> {
    fn starts_with(&self, first: char) -> bool {
        self.json.starts_with(first)
    }

    pub(super) fn is_object(&self) -> bool {
        self.starts_with('{')
    }

    pub(super) fn is_list(&self) -> bool {
        self.starts_with('[')
    }

    pub(super) fn is_string(&self) -> bool {
        self.starts_with('"')
    }

    pub(super) fn is_number(&self) -> bool {
        self.json.starts_with(|c: char| c == '-' || c.is_ascii_digit())
    }

    pub(super) fn is_null(&self) -> bool {
        self.json == "null"
    }

    /// `Some` of a truth.
    pub(super) fn truth(&self) -> Option<bool> {
        match self.json {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// Reports that something else was expected here.
    pub(super) fn is_no<T>(&self, expected: &'static str, report: &mut Report<'_>) -> Option<T> {
        let found = match self.json.as_bytes().first() {
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b'"') => "a string",
            Some(b't') => "true",
            Some(b'f') => "false",
            Some(b'n') => "null",
            _ => "a number",
        };
        report.add(*self, || ProblemKind::Type { expected, found });
        None
    }

    /// The content of a string.
    pub(super) fn string(&self, report: &mut Report<'_>) -> Option<Cow<'a, str>> {
        if !self.is_string() {
            return self.is_no("a string", report);
        }
        match unquoted(self.json) {
            Ok(text) => Some(text),
            Err(error) => {
                report.add(*self, || error);
                None
            }
        }
    }

    /// Hands over each element of a list; `None` if this is none.
    pub(super) fn each(
        &self,
        expected: &'static str,
        report: &mut Report<'a>,
        mut read: impl FnMut(usize, Node<'a, '_>, &mut Report<'a>),
    ) -> Option<()> {
        if !self.is_list() {
            return self.is_no(expected, report);
        }
        let mut at = 0;
        elements(self.json, |json| {
            let place = Place::Index(&self.place, at);
            report.pass(json, &place);
            read(at, Node { json, place }, report);
            at += 1;
        });
        Some(())
    }
}

/// The content of a string that is known to be one; only escapes of half a character can still be wrong.
pub(super) fn unquoted(json: &str) -> Result<Cow<'_, str>, ProblemKind> {
    let inner = json.get(1..json.len().saturating_sub(1)).unwrap_or_default();
    if !inner.contains('\\') {
        return Ok(Cow::Borrowed(inner));
    }
    serde_json::from_str(json)
        .map(Cow::Owned)
        .map_err(|_| ProblemKind::Syntax("a string escapes half a character".to_owned()))
}

/// The elements of a list; none if it is no list.
pub(super) fn elements<'a>(json: &'a str, each: impl FnMut(&'a str)) {
    struct Elements<F>(F);

    impl<'a, F: FnMut(&'a str)> Visitor<'a> for Elements<F> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'a>>(mut self, mut seq: A) -> Result<(), A::Error> {
            while let Some(element) = seq.next_element::<&'a RawValue>()? {
                (self.0)(element.get());
            }
            Ok(())
        }
    }

    // The whole text has been found to be well-formed, so that only a wrong type is an error here, and that means no elements.
    serde_json::Deserializer::from_str(json).deserialize_seq(Elements(each)).unwrap_or_default();
}

/// The fields of an object, in order; none if it is no object.
pub(super) fn raw_fields(json: &str) -> Vec<RawField<'_>> {
    struct RawFields;

    impl<'a> Visitor<'a> for RawFields {
        type Value = Vec<RawField<'a>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut fields = Vec::new();
            // Keys are taken raw as well, for their places in the text.
            while let Some((key, value)) = map.next_entry::<&'a RawValue, &'a RawValue>()? {
                fields.push((key.get(), value.get()));
            }
            Ok(fields)
        }
    }

    serde_json::Deserializer::from_str(json).deserialize_map(RawFields).unwrap_or_default()
}
