//! From bytes to one well-formed JSON value, before anything is asked of its content.

use super::input::Input;
use super::mark::Mark;
use super::report::alone;
use crate::model::problem::{Clean, ProblemKind, Problems};

/// The bytes as text.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Problems> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, _) = bytes.split_at(error.valid_up_to());
        let kind = match error.error_len() {
            Some(_) => ProblemKind::NotUtf8(good.len()),
            None => incomplete_character(),
        };
        alone(Mark::START.after(good), kind)
    })
}

/// The one JSON value of a text. Everything in it is checked for its form, in one pass that keeps no stack: nesting costs a byte a level.
pub(super) fn value(text: &str) -> Result<&str, Problems> {
    let mut input = Input::of(text);
    match input.only_value() {
        Ok(range) => Ok(text.get(range).unwrap_or_default()),
        Err(stop) => Err(input.give_up(stop)),
    }
}

pub(super) fn incomplete_character() -> ProblemKind {
    ProblemKind::Truncated("its last character is incomplete".to_owned())
}

/// What `serde_json` refuses in a text, and how many bytes lie before it.
pub(super) struct Refused {
    pub(super) at: usize,
    pub(super) kind: ProblemKind,
}

pub(super) fn refused(text: &str, error: &serde_json::Error) -> Refused {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    if error.is_eof() {
        let open = match message.rsplit(' ').next() {
            Some("list") => "a list is not closed",
            Some("object") => "an object is not closed",
            Some("string") => "a string is not closed",
            _ => "a value is missing or incomplete",
        };
        return Refused { at: text.len(), kind: ProblemKind::Truncated(open.to_owned()) };
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
        return Refused { at: at + 1, kind };
    }
    let kind = match message {
        "trailing characters" => ProblemKind::TrailingText,
        _ => unexpected(message, text.get(at..).unwrap_or_default()),
    };
    Refused { at, kind }
}

/// Something else was expected where this text begins.
pub(super) fn unexpected(message: &str, rest: &str) -> ProblemKind {
    ProblemKind::Syntax(match rest.chars().next() {
        Some(found) => format!("{message}, found `{}`", Clean(found.encode_utf8(&mut [0; 4]))),
        None => message.to_owned(),
    })
}
