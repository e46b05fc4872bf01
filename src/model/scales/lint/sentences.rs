//! Where sentences end, as well as that can be told without understanding them.

/// Words whose full stop ends no sentence.
const SHORT: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "sen", "rep", "gov", "st", "no", "vs",
    "approx",
];

/// The sentences of a text. A stop ends one where white space follows and no small letter after it, unless it stands behind an initial or a title; so does a blank line.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let ends = match c {
            '.' | '!' | '?' | '…' => {
                while rest
                    .next_if(|(_, c)| matches!(c, '.' | '!' | '?' | '"' | '\'' | '”' | '’' | '»' | ')' | ']'))
                    .is_some()
                {}
                let next = rest.peek().map_or(text.len(), |(at, _)| *at);
                let behind = text.get(next..).unwrap_or_default();
                let is_apart = behind.starts_with(char::is_whitespace) || behind.is_empty();
                let goes_on = behind.trim_start().starts_with(char::is_lowercase);
                is_apart && !goes_on && !(c == '.' && is_short(text.get(start..at).unwrap_or_default()))
            }
            '\n' => {
                text.get(at + 1..).is_some_and(|behind| behind.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
            }
            _ => false,
        };
        if ends {
            let end = rest.peek().map_or(text.len(), |(at, _)| *at);
            sentences.extend(text.get(start..end));
            start = end;
        }
    }
    sentences.extend(text.get(start..));
    sentences.into_iter().map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
}

/// Whether the stop behind this belongs to its last word: an initial ("J.", "U.S."), or a title.
fn is_short(before: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut letters = last.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_initial || SHORT.contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_their_stops_and_not_at_those_of_their_words() {
        let cases: [(&str, &[&str]); 8] = [
            ("", &[]),
            ("It burst.", &["It burst."]),
            ("It burst. It did!  Really?", &["It burst.", "It did!", "Really?"]),
            ("“It burst.” He left.", &["“It burst.”", "He left."]),
            ("The U.S. Army and Gen. J. Smith left.", &["The U.S. Army and Gen. J. Smith left."]),
            ("Rates rose 5.5 per cent, i.e. more.", &["Rates rose 5.5 per cent, i.e. more."]),
            ("A heading\n\nA sentence\nover two lines", &["A heading", "A sentence\nover two lines"]),
            ("Wait... what? No", &["Wait... what?", "No"]),
        ];
        for (text, expected) in cases {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }
}
