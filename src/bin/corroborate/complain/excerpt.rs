//! The part of a line that is shown with a problem: never long, and nothing in it that a terminal would obey.

use std::ops::Range;

/// Lines of at most so many bytes are shown whole.
const WHOLE: usize = 400;
/// Of others, characters shown before the place and from it on.
const BEFORE: usize = 40;
const AFTER: usize = 60;

/// A piece of a line, and the bytes of it that are underlined.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
    /// Whether it is less than the line.
    pub(crate) is_cut: bool,
}

impl Excerpt {
    /// The surroundings of the character in this column, from 1, with what begins there underlined.
    pub(crate) fn of(line: &str, column: usize) -> Self {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let is_cut = line.len() > WHOLE;
        let from = column.saturating_sub(1);
        let first = if is_cut { from.saturating_sub(BEFORE) } else { 0 };
        // A line may be a whole file: only its surroundings are ever copied.
        let mut text = if first > 0 { "…".to_owned() } else { String::new() };
        text.extend(line.chars().skip(first).take(from - first).map(shown));
        let start = text.len();
        let mut rest = line.chars().skip(from);
        let after: String = rest.by_ref().take(if is_cut { AFTER } else { WHOLE }).collect();
        let marked = token(&after);
        text.extend(after.chars().map(shown));
        if rest.next().is_some() {
            text.push('…');
        }
        let length: usize = after.chars().take(marked).map(|c| shown(c).len_utf8()).sum();
        Self { span: start..start + length, text, is_cut }
    }
}

/// How many characters the JSON takes that begins here: a string or a bare word whole, of anything else the first character.
fn token(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some('"') => {
            let mut is_escaped = false;
            let closing = chars.position(|c| {
                let closes = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                closes
            });
            closing.map_or_else(|| text.chars().count(), |at| at + 2)
        }
        Some(c) if is_bare(c) => text.chars().take_while(|c| is_bare(*c)).count(),
        Some(_) => 1,
        None => 0,
    }
}

fn is_bare(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.' | '_')
}

/// The character as it is shown: one that is not to be seen leaves a mark.
fn shown(c: char) -> char {
    match c {
        '\t' => ' ',
        c if is_hidden(c) => '\u{fffd}',
        c => c,
    }
}

/// Control characters, and those that cannot be seen or that reorder or annotate the text around them.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn marks(line: &str, column: usize, marked: &str) {
        let Excerpt { text, span, .. } = Excerpt::of(line, column);
        assert_eq!(&text[span], marked, "{text}");
    }

    #[test]
    fn what_begins_at_the_place_is_underlined() {
        marks(r#"{"id": "nis", "nam": 1}"#, 8, r#""nis""#);
        marks(r#"{"id": "a\"b\\", "nam": 1}"#, 8, r#""a\"b\\""#);
        marks(r#"{"value": -15_000}"#, 11, "-15_000");
        marks(r#"{"value": {"about": 1}}"#, 11, "{");
        marks(r#"{"id": "no end"#, 8, r#""no end"#);
        marks("{", 2, "");
        marks("", 1, "");
    }

    #[test]
    fn long_lines_are_cut_on_both_sides() {
        let line = format!("{}\"x\"{}", " ".repeat(1000), "y".repeat(1000));
        let Excerpt { text, span, .. } = Excerpt::of(&line, 1001);
        assert_eq!(&text[span], "\"x\"");
        assert_eq!(text.chars().count(), 1 + BEFORE + AFTER + 1);
        assert!(text.starts_with('…') && text.ends_with('…'));
    }

    #[test]
    fn nothing_in_it_moves_a_terminal() {
        let Excerpt { text, span, .. } = Excerpt::of("\"a\u{1b}[2J\u{202e}\u{9b}b\"\r", 1);
        assert_eq!(text, "\"a\u{fffd}[2J\u{fffd}\u{fffd}b\"");
        assert_eq!(span, 0..text.len());
    }
}
