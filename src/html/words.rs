//! Words on the page: escaped, and those of right-to-left scripts set apart from the sentence around them.

use std::fmt;

use askama::filters::{Escaper, Html, HtmlSafe};

/// A sentence of ours that may hold names and quotations in any script.
///
/// Cleaning has taken out the characters that reorder text. What is left to do is to keep a name in Arabic or Hebrew from drawing the punctuation around it to its own side: each run
/// of such letters stands in a `<bdi>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words(pub(super) String);

impl HtmlSafe for Words {}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.as_str();
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
            Html.write_escaped_str(&mut *f, before)?;
            f.write_str("<bdi>")?;
            Html.write_escaped_str(&mut *f, run)?;
            f.write_str("</bdi>")?;
            rest = after;
        }
        Html.write_escaped_str(&mut *f, rest)
    }
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
            ("a < b & \"c\"", "a &#60; b &#38; &#34;c&#34;"),
            ("by وكالة الأنباء, on 3 May", "by <bdi>وكالة الأنباء</bdi>, on 3 May"),
            ("הארץ (\"<b>\")", "<bdi>הארץ</bdi> (&#34;&#60;b&#62;&#34;)"),
            ("א<ב", "<bdi>א&#60;ב</bdi>"),
        ] {
            assert_eq!(Words(text.to_owned()).to_string(), html);
        }
    }
}
