//! Characters that a text holds as HTML character references.

use html5gum::{State, Token, Tokenizer};

/// How often a text is decoded. Publishing systems escape what has been escaped already, but not without end.
const TIMES: usize = 3;

/// The text with its character references read, by the rules of HTML; `None` where it has none. Tags are left as they are.
pub(crate) fn decoded(text: &str) -> Option<String> {
    let mut result = None;
    for _ in 0..TIMES {
        let now: &str = result.as_deref().unwrap_or(text);
        if !now.contains('&') {
            break;
        }
        match once(now) {
            next if next == now => break,
            next => result = Some(next),
        }
    }
    result
}

fn once(text: &str) -> String {
    let mut tokenizer = Tokenizer::new(text);
    // In this state everything is text, but for character references.
    tokenizer.set_state(State::RcData);
    let mut bytes = Vec::with_capacity(text.len());
    for token in tokenizer {
        let Ok(token) = token;
        if let Token::String(piece) = token {
            bytes.extend_from_slice(&piece);
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn references_are_read_and_nothing_else_is_touched() {
        for (text, expected) in [
            ("Singh&#039;s &ndash; &quot;idea&quot;", Some("Singh's – \"idea\"")),
            ("A &amp;amp; B", Some("A & B")),
            ("<b>R&amp;D</b> </title>", Some("<b>R&D</b> </title>")),
            ("AT&T & Co. &unknown;", None),
            ("no reference <p>", None),
        ] {
            assert_eq!(decoded(text).as_deref(), expected, "{text}");
        }
    }
}
