//! From bytes to one well-formed JSON value, before anything is asked of its content.

use serde_json::value::RawValue;

use super::report::alone;
use crate::model::problem::{Clean, ProblemKind, Problems};

/// The bytes as text.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Problems> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, _) = bytes.split_at(error.valid_up_to());
        let good = std::str::from_utf8(good).unwrap_or_default();
        let kind = match error.error_len() {
            Some(_) => ProblemKind::NotUtf8(good.len()),
            None => ProblemKind::Truncated("its last character is incomplete".to_owned()),
        };
        alone(good, good.len(), kind)
    })
}

/// The one JSON value of a text. Everything in it is checked for its form, in one pass that keeps no stack: nesting costs a byte a level.
pub(super) fn value(text: &str) -> Result<&str, Problems> {
    if text.starts_with('\u{feff}') {
        return Err(alone(text, 0, ProblemKind::ByteOrderMark));
    }
    if text.trim().is_empty() {
        return Err(alone(text, 0, ProblemKind::Empty("the file")));
    }
    serde_json::from_str::<&RawValue>(text).map(RawValue::get).map_err(|error| refused(text, &error))
}

fn refused(text: &str, error: &serde_json::Error) -> Problems {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    if error.is_eof() {
        let open = match message.rsplit(' ').next() {
            Some("list") => "a list is not closed",
            Some("object") => "an object is not closed",
            Some("string") => "a string is not closed",
            _ => "a value is missing or incomplete",
        };
        return alone(text, text.trim_end().len(), ProblemKind::Truncated(open.to_owned()));
    }
    // The column is that of the offending byte in its line, from 1, or 0 for the line break before it.
    let breaks_before = error.line().saturating_sub(1);
    let line_start = match breaks_before.checked_sub(1) {
        Some(nth) => text.match_indices('\n').nth(nth).map_or(0, |(at, _)| at + 1),
        None => 0,
    };
    let at = (line_start + error.column()).saturating_sub(1);
    if message.starts_with("control character") {
        // This one alone is told of the byte before the offending one.
        let kind = ProblemKind::Syntax("a string holds a control character: write it as an escape".to_owned());
        return alone(text, at + 1, kind);
    }
    let kind = match (message, text.get(at..).and_then(|rest| rest.chars().next())) {
        ("trailing characters", _) => ProblemKind::TrailingText,
        (_, Some(found)) => {
            ProblemKind::Syntax(format!("{message}, found `{}`", Clean(found.encode_utf8(&mut [0; 4]))))
        }
        (_, None) => ProblemKind::Syntax(message.to_owned()),
    };
    alone(text, at, kind)
}
