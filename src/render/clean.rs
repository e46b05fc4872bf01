//! Text of strangers, made harmless: one line, no control characters, straight quotation marks, never too long.

use std::fmt::{self, Write};

use crate::model::problem::is_unprintable;

/// Longest name of a source, in characters.
pub(super) const NAME: usize = 100;
/// Longest statement that is shown for itself.
pub(super) const STATEMENT: usize = 400;
/// Longest statement that is quoted inside a sentence.
pub(super) const QUOTED: usize = 160;
/// Longest hedge.
pub(super) const HEDGE: usize = 60;

/// The text on one line, cut after so many characters.
pub(super) fn line(text: &str, longest: usize) -> String {
    let mut clean = String::with_capacity(text.len().min(longest * 4));
    let mut length = 0;
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = length > 0;
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if length + usize::from(gap) >= longest {
            clean.push('…');
            return clean;
        }
        if gap {
            clean.push(' ');
            length += 1;
            gap = false;
        }
        clean.push(straight(c));
        length += 1;
    }
    clean
}

/// Characters that take no room, or reorder or annotate the text around them.
fn is_invisible(c: char) -> bool {
    is_unprintable(c)
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Straight quotation marks, so that those around a quotation can be told from those inside.
const fn straight(c: char) -> char {
    match c {
        '\u{201c}'..='\u{201f}' | '«' | '»' => '"',
        '\u{2018}'..='\u{201b}' => '\'',
        other => other,
    }
}

/// Words of strangers between quotation marks, without a final stop; marks inside become single ones.
pub(super) struct Quoted<'a>(pub(super) &'a str, pub(super) usize);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = line(self.0, self.1);
        f.write_char('"')?;
        for c in words.trim_end_matches(['.', ' ']).chars() {
            f.write_char(if c == '"' { '\'' } else { c })?;
        }
        f.write_char('"')
    }
}

/// A sentence: a capital at its beginning and one stop at its end.
pub(super) fn sentence(words: &str) -> String {
    let mut sentence = capital(words);
    if !sentence.ends_with(['.', '?', '!']) {
        sentence.push('.');
    }
    sentence
}

/// The words with a capital at their beginning.
pub(super) fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_cannot_break_or_turn_a_line() {
        assert_eq!(line(" a\r\n\tb\u{2028}c \u{202e}d\u{0}\u{1b}[31me ", 80), "a b c d[31me");
        assert_eq!(line("e\u{e0041}\u{61c}f", 80), "ef");
        assert_eq!(line("\u{200b}\n", 80), "");
    }

    #[test]
    fn long_text_is_cut_at_its_limit() {
        assert_eq!(line("abc def", 7), "abc def");
        assert_eq!(line("abc defg", 7), "abc def…");
        assert_eq!(line("abc  d", 3), "abc…");
        assert_eq!(line("abc ", 3), "abc");
    }

    #[test]
    fn quotation_marks_are_straight_and_nest() {
        assert_eq!(Quoted("He said “no” – it’s over.", 80).to_string(), "\"He said 'no' – it's over\"");
    }

    #[test]
    fn a_sentence_has_one_stop() {
        assert_eq!(sentence("sold by Acme Inc."), "Sold by Acme Inc.");
        assert_eq!(sentence("élan"), "Élan.");
        assert_eq!(sentence(""), ".");
    }
}
