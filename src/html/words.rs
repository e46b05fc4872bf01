//! Words on the page: escaped, and those of right-to-left scripts set apart from the sentence around them.

use std::fmt::{self, Write};

use askama::filters::HtmlSafe;

/// A sentence of ours that may hold names and quotations in any script.
///
/// It stands between tags, never inside one. Cleaning has taken out the characters that reorder text. What is left to do is to keep a name in Arabic or Hebrew from drawing the punctuation around it to its own side: each run
/// of such letters stands in a `<bdi>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words(pub(super) String);

impl HtmlSafe for Words {}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut rest, mut last) = (self.0.as_str(), ' ');
        while let Some(start) = rest.find(is_right_to_left) {
            let (before, run) = rest.split_at(start);
            // A run goes on over spaces and marks as long as another such letter comes before a letter of another kind.
            let mut end = 0;
            for (at, c) in run.char_indices() {
                if is_right_to_left(c) {
                    end = at + c.len_utf8();
                } else if c.is_alphanumeric() {
                    break;
                }
            }
            let (run, after) = run.split_at(end);
            typeset(f, before, &mut last)?;
            f.write_str("<bdi>")?;
            typeset(f, run, &mut last)?;
            f.write_str("</bdi>")?;
            rest = after;
        }
        typeset(f, rest, &mut last)
    }
}

/// Writes text between tags, escaped, with the quotation marks and apostrophes of print.
fn typeset(f: &mut fmt::Formatter<'_>, text: &str, last: &mut char) -> fmt::Result {
    for c in text.chars() {
        let opens = last.is_whitespace() || matches!(last, '(' | '[' | '“' | '‘' | '–');
        match c {
            '&' => f.write_str("&amp;")?,
            '<' => f.write_str("&lt;")?,
            '>' => f.write_str("&gt;")?,
            '"' => f.write_char(if opens { '“' } else { '”' })?,
            '\'' => f.write_char(if opens { '‘' } else { '’' })?,
            other => f.write_char(other)?,
        }
        *last = match c {
            '"' if opens => '“',
            '\'' if opens => '‘',
            other => other,
        };
    }
    Ok(())
}

/// Letters of scripts written from right to left.
const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Words, one by one.
pub(super) fn all(sentences: impl IntoIterator<Item = String>) -> Vec<Words> {
    sentences.into_iter().map(Words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_from_right_to_left_stand_apart_and_everything_is_escaped() {
        for (text, html) in [
            ("plain", "plain"),
            ("a < b & \"c\"", "a &lt; b &amp; “c”"),
            ("\"it's 'so'\" (\"b\")", "“it’s ‘so’” (“b”)"),
            ("by وكالة الأنباء, on 3 May", "by <bdi>وكالة الأنباء</bdi>, on 3 May"),
            ("הארץ (\"<b>\")", "<bdi>הארץ</bdi> (“&lt;b&gt;”)"),
            ("א<ב", "<bdi>א&lt;ב</bdi>"),
        ] {
            assert_eq!(Words(text.to_owned()).to_string(), html);
        }
    }
}
