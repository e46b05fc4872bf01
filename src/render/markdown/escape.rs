//! Escaping: what is text stays text, whatever it holds.

use std::fmt::{self, Write};

use url::Url;

/// Text on one line that Markdown shows as it is: nothing in it begins a heading, a list, emphasis, a link, an address or HTML.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        for (at, c) in self.0.char_indices() {
            match c {
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '&' => f.write_str("&amp;")?,
                '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '$' => write!(f, "\\{c}")?,
                // At its beginning a list or a heading, before its end a picture.
                '#' | '+' | '-' | '=' if at == 0 => write!(f, "\\{c}")?,
                '.' | ')' if digits > 0 && at == digits => write!(f, "\\{c}")?,
                // `https://` and `www.` become links of themselves on GitHub, `:name:` a picture, `@name` and `#1` calls.
                ':' if self.0[at + 1..].starts_with("//") || is_between_words(self.0, at) => f.write_str("&#58;")?,
                '.' if self.0[..at].to_ascii_lowercase().ends_with("www") => f.write_str("&#46;")?,
                '@' => f.write_str("&#64;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Whether no space stands on either side.
fn is_between_words(text: &str, at: usize) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    is_word(text[at + 1..].chars().next()) || (at > 0 && text[..at].ends_with(':'))
}

/// An address as the target of a link, where it is one that a reader may follow without harm.
pub(super) fn link(url: &Url) -> Option<String> {
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let mut safe = String::from("<");
    for c in url.as_str().chars() {
        match c {
            '<' => safe.push_str("%3C"),
            '>' => safe.push_str("%3E"),
            '\\' => safe.push_str("%5C"),
            '\n' | '\r' | ' ' => {}
            '&' => safe.push_str("&amp;"),
            c => safe.push(c),
        }
    }
    safe.push('>');
    Some(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, escaped) in [
            ("plain, with a comma; and: a colon.", "plain, with a comma; and: a colon."),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("*a* _b_ `c` ~~d~~ |e| $f$", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\|e\\| \\$f\\$"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript&#58;alert(1))"),
            ("![x](y)", "!\\[x\\](y)"),
            ("# no heading", "\\# no heading"),
            ("- no list", "\\- no list"),
            ("1. no list", "1\\. no list"),
            ("12) no list", "12\\) no list"),
            ("in 1. place", "in 1. place"),
            ("see https://evil.example or WWW.evil.example", "see https&#58;//evil.example or WWW&#46;evil.example"),
            ("@somebody &copy; \\", "&#64;somebody &amp;copy; \\\\"),
            ("", ""),
        ] {
            assert_eq!(Escaped(text).to_string(), escaped);
        }
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let of = |text: &str| link(&Url::parse(text).unwrap());
        assert_eq!(of("https://a.example/b(c)?d=e&f=g").as_deref(), Some("<https://a.example/b(c)?d=e&amp;f=g>"));
        assert_eq!(of("javascript:alert(1)"), None);
        assert_eq!(of("data:text/html,x"), None);
    }
}
