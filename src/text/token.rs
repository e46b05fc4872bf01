//! Cuts a text into words, numbers and signs, in one pass.
//!
//! Hyphens, quotation marks, apostrophes that end a word and full stops are tokens of their own, so that `mid-November`
//! is three tokens without space between them; `'s` is a word of its own (`Kim` `'s`), `didn't` is one word. Letters
//! with full stops between them are one word (`U.S.`, `a.m.`). A number keeps the separators between its digits
//! (`15,000`, `1.5`, `18.06.2024`); what is written on to it is the next token (`5` `k`, `1` `st`, `180` `ml`).

use std::borrow::Cow;

use super::reading::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, and digits behind them: `troops`, `didn't`, `'s`, `U.S.`, `B52`.
    Word,
    /// Digits with separators between them, or one sign for a fraction: `15,000`, `1.5`, `½`.
    Number,
    /// One sign that belongs to the sentence: full stop, comma, hyphen or dash, quotation mark, bracket.
    Punctuation,
    /// Any other sign: `$`, `%`, `+`, `€`.
    Symbol,
}

/// One word, number or sign.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token<'t> {
    /// As it stands in the text.
    pub(crate) text: &'t str,
    /// In lower case and with straight apostrophes, for looking it up.
    pub(crate) lower: Cow<'t, str>,
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    /// Whether white space, or the beginning of the text, stands before it.
    pub(crate) spaced: bool,
    /// Whether an empty line, or the beginning of the text, stands before it.
    pub(crate) opens_paragraph: bool,
}

impl Token<'_> {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    pub(crate) fn is(&self, lower: &str) -> bool {
        self.lower == lower
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// Whether it begins with a capital letter.
    pub(crate) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// A hyphen or a dash of any length.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "–" | "—" | "−")
    }

    pub(crate) fn is_quotation_mark(&self) -> bool {
        matches!(self.text, "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "’" | "'")
    }
}

/// All tokens of the text, in order; white space between them is left out. One pass over the text.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    // Most English words take six bytes with the space behind them.
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut rest = text;
    let mut spaced = true;
    let mut opens_paragraph = true;
    loop {
        let trimmed = rest.trim_start();
        if trimmed.len() < rest.len() {
            let space = rest.get(..rest.len() - trimmed.len()).unwrap_or_default();
            spaced = true;
            opens_paragraph |= ends_paragraph(text, text.len() - rest.len(), space);
        }
        let Some(first) = trimmed.chars().next() else { break };
        let start = text.len() - trimmed.len();
        let (kind, length) = next(trimmed, first, spaced);
        let Some((token, behind)) = trimmed.split_at_checked(length) else { break };
        tokens.push(Token { text: token, lower: lower(token, kind), kind, start, spaced, opens_paragraph });
        rest = behind;
        (spaced, opens_paragraph) = (false, false);
    }
    tokens
}

/// A line so long was not broken by hand: its line break ends a paragraph.
const LONG_LINE: usize = 120;

/// Whether white space at this place ends a paragraph: with an empty line, or with a line break beside a long line or before an item of a list. What it takes to know stands within two lines.
fn ends_paragraph(text: &str, at: usize, space: &str) -> bool {
    let Some(first) = space.find('\n') else { return false };
    if space.bytes().filter(|byte| *byte == b'\n').count() > 1 {
        return true;
    }
    let bytes = text.as_bytes();
    let is_long = |line: &mut dyn Iterator<Item = &u8>| {
        line.take(LONG_LINE).take_while(|byte| **byte != b'\n').count() == LONG_LINE
    };
    let (before, behind) =
        (bytes.get(..at + first).unwrap_or_default(), bytes.get(at + space.len()..).unwrap_or_default());
    let is_item = matches!(behind, [b'-' | b'*' | b'|', b' ', ..]) || before.ends_with(b"|");
    is_item || is_long(&mut before.iter().rev()) || is_long(&mut behind.iter())
}

fn lower(token: &str, kind: Kind) -> Cow<'_, str> {
    if kind != Kind::Word {
        return Cow::Borrowed(token);
    }
    if token.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(token)
    } else if token.is_ascii() {
        Cow::Owned(token.to_ascii_lowercase())
    } else {
        Cow::Owned(token.to_lowercase().replace('’', "'"))
    }
}

/// Kind and length in bytes of the token that begins the text with this character.
fn next(text: &str, first: char, spaced: bool) -> (Kind, usize) {
    if first.is_ascii_digit() {
        (Kind::Number, number(text))
    } else if is_vulgar_fraction(first) {
        (Kind::Number, first.len_utf8())
    } else if first.is_alphanumeric() {
        (Kind::Word, dotted(text).unwrap_or_else(|| word(text)))
    } else if matches!(first, '\'' | '’') && !spaced && is_possessive(text, first) {
        (Kind::Word, first.len_utf8() + 1)
    } else if is_punctuation(first) {
        (Kind::Punctuation, first.len_utf8())
    } else {
        (Kind::Symbol, first.len_utf8())
    }
}

pub(super) fn is_vulgar_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        && !matches!(c, '$' | '%' | '+' | '=' | '<' | '>' | '~' | '^' | '|' | '`' | '#' | '&' | '@')
        || matches!(c, '\u{2010}'..='\u{2015}' | '−' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '…')
}

/// Digits, with single separators that have digits on either side.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || matches!(bytes.get(end), Some(b',' | b'.' | b'_')) && is_digit(end + 1) {
        end += 1;
    }
    end
}

/// `'s` that is not the beginning of a longer word.
fn is_possessive(text: &str, apostrophe: char) -> bool {
    let mut behind = text.get(apostrophe.len_utf8()..).unwrap_or_default().chars();
    matches!(behind.next(), Some('s' | 'S')) && !behind.next().is_some_and(char::is_alphanumeric)
}

/// Letters and digits, with apostrophes inside that do not make a possessive.
fn word(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if c.is_alphanumeric() && !is_vulgar_fraction(c) || is_mark(c) {
            continue;
        }
        let joins = matches!(c, '\'' | '’')
            && characters.peek().is_some_and(|(_, next)| next.is_alphabetic())
            && !is_possessive(text.get(at..).unwrap_or_default(), c);
        if !joins {
            return at;
        }
    }
    text.len()
}

/// Signs that sit on the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}')
}

/// `U.S.`, `U.S`, `a.m.`: single ASCII letters with full stops between them.
fn dotted(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && bytes.get(end + 1) == Some(&b'.') {
        end += 2;
    }
    let is_letter = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    match (end, is_letter(end), is_letter(end + 1)) {
        // `J.` is an initial, or the end of a sentence: its full stop is a token of its own.
        (0 | 2, false, _) => None,
        (2.., true, false) => Some(end + 1),
        // `a.man`: the last full stop ends something.
        (2, true, true) | (0, true, _) => None,
        (_, true, true) => Some(end - 1),
        _ => Some(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cut(text: &str, into: &[&str]) {
        assert_eq!(tokens(text).iter().map(|token| token.text).collect::<Vec<_>>(), into);
    }

    #[test]
    fn words_numbers_and_signs_are_told_apart() {
        cut(
            "Kim's 15,000 troops didn't “leave”.",
            &["Kim", "'s", "15,000", "troops", "didn't", "“", "leave", "”", "."],
        );
        cut("mid-November, 5k–20k", &["mid", "-", "November", ",", "5", "k", "–", "20", "k"]);
        cut("$1.5bn (2½%)", &["$", "1.5", "bn", "(", "2", "½", "%", ")"]);
        cut(
            "the months’ end, O’Neill’s 1st B52",
            &["the", "months", "’", "end", ",", "O’Neill", "’s", "1", "st", "B52"],
        );
    }

    #[test]
    fn letters_with_full_stops_are_one_word() {
        cut("the U.S. at 9 a.m.", &["the", "U.S.", "at", "9", "a.m."]);
        cut("U.S troops. J. Park", &["U.S", "troops", ".", "J", ".", "Park"]);
        cut("plan A. Then B.The", &["plan", "A", ".", "Then", "B", ".", "The"]);
        cut("a.b.man 1.5.", &["a.b", ".", "man", "1.5", "."]);
    }

    #[test]
    fn a_paragraph_ends_at_an_empty_line_and_beside_a_long_one() {
        let long = "word ".repeat(30);
        for (text, ends) in [
            ("one\ntwo".to_owned(), 0),
            ("one\n\ntwo".to_owned(), 1),
            (format!("Heading\n{long}"), 1),
            (format!("{long}\nHeading"), 1),
            ("Points\n- one\n- two".to_owned(), 2),
        ] {
            assert_eq!(tokens(&text).iter().skip(1).filter(|token| token.opens_paragraph).count(), ends, "{text}");
        }
    }

    #[test]
    fn every_byte_that_is_not_white_space_is_in_one_token() {
        for text in ["", " ", "a\u{301}b é'É ’s", "日本 15,000元 \u{200d}\u{feff}", "…—‘x’ 1,2.3_4, ,5"]
        {
            let tokens = tokens(text);
            let kept: String = tokens.iter().map(|token| token.text).collect();
            assert_eq!(kept, text.split_whitespace().collect::<String>());
            assert!(tokens.iter().all(|token| token.span().of(text) == token.text));
        }
    }
}
