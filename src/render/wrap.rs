//! Paragraphs of at most 100 columns.

use std::fmt::{self, Write};

/// Columns of a line. Wide enough for two indents and a sentence, narrow enough for a terminal and a printed page.
const COLUMNS: usize = 100;

/// Writes words as one paragraph: `first` begins its first line, and as many spaces every other. Words are never broken, so that a long address stays whole.
pub(super) fn paragraph(f: &mut fmt::Formatter<'_>, first: &str, words: &str) -> fmt::Result {
    hung(f, first, &" ".repeat(first.chars().count()), words)
}

/// As [`paragraph`], with what begins every other line given.
pub(super) fn hung(f: &mut impl Write, first: &str, others: &str, words: &str) -> fmt::Result {
    let indent = others.chars().count();
    f.write_str(first)?;
    let mut column = first.chars().count();
    for (at, word) in words.split(' ').enumerate() {
        let length = word.chars().count();
        if at > 0 && column + 1 + length > COLUMNS {
            write!(f, "\n{others}")?;
            column = indent;
        } else if at > 0 {
            f.write_char(' ')?;
            column += 1;
        }
        f.write_str(word)?;
        column += length;
    }
    f.write_char('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Paragraph<'a>(&'a str, &'a str);

    impl fmt::Display for Paragraph<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            paragraph(f, self.0, self.1)
        }
    }

    #[test]
    fn lines_are_hung_under_their_first_and_never_longer() {
        let text = Paragraph("- ", &"word ".repeat(30)).to_string();
        assert!(text.lines().count() > 1);
        assert!(text.lines().all(|line| line.chars().count() <= COLUMNS));
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")));
    }

    #[test]
    fn a_word_longer_than_the_line_stays_whole() {
        let word = "x".repeat(150);
        assert_eq!(Paragraph("  ", &word).to_string(), format!("  {word}\n"));
    }
}
