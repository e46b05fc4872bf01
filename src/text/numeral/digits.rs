//! Numbers in digits.

use super::super::{line::Line, ratio::Ratio};
use crate::model::number::Number;

/// A number in digits, and the token behind it.
pub(super) struct Digits {
    pub(super) value: Ratio,
    pub(super) end: usize,
    /// How many digits, if there is nothing else.
    pub(super) bare: Option<usize>,
    /// Whether it is a fraction and nothing else.
    pub(super) is_part: bool,
}

/// `15,000`, `15 000`, `1.5`, `2½`, `1 4/5`, `1/2`.
pub(super) fn digits(line: &Line<'_, '_>, at: usize) -> Option<Digits> {
    let token = line.token(at)?;
    if let Some(value) = vulgar(token.text) {
        return Some(Digits { value, end: at + 1, bare: None, is_part: true });
    }
    let (grouped, end) = groups(line, at);
    let is_bare = end == at + 1 && token.text.bytes().all(|byte| byte.is_ascii_digit());
    let value = match grouped {
        Some(value) => value,
        None => plain(token.text)?,
    };
    let whole = Digits { value, end, bare: is_bare.then_some(token.text.len()), is_part: false };
    if let Some((part, end)) = slash(line, at) {
        // `9/11` is a day, `24/7` always.
        return part.is_below(Ratio::ONE).then_some(Digits { value: part, end, bare: None, is_part: true });
    }
    if !is_bare {
        return Some(whole);
    }
    let mixed = match line.token(end).and_then(|next| vulgar(next.text)) {
        Some(part) => Some((part, end + 1)),
        None if line.is_number(end) && follows_by_one_space(line, end) => slash(line, end),
        None => None,
    };
    if let Some((part, end)) = mixed
        && part.is_below(Ratio::ONE)
    {
        return Some(Digits { value: value.plus(part)?, end, bare: None, is_part: false });
    }
    Some(whole)
}

/// Digits that slashes, full stops or colons tie into something else than a number: a date, a time of day, a version.
fn slash(line: &Line<'_, '_>, at: usize) -> Option<(Ratio, usize)> {
    let is_tied = line.lower(at + 1) == "/" && line.is_glued(at + 1) && line.is_glued(at + 2);
    if !is_tied || line.lower(at + 3) == "/" || line.lower_before(at, 1) == "/" {
        return None;
    }
    let integer = |at: usize| line.token(at).filter(|token| token.text.len() < 4)?.text.parse::<i128>().ok();
    let (over, under) = (integer(at)?, integer(at + 2)?);
    if (over, under) == (9, 11) {
        return None;
    }
    Some((Ratio::new(over, under)?, at + 3))
}

/// `1 234 567`, with any single space between groups of three digits.
fn groups(line: &Line<'_, '_>, at: usize) -> (Option<Ratio>, usize) {
    let Some(first) = line.token(at) else { return (None, at + 1) };
    let is_first = (1..=3).contains(&first.text.len()) && !first.text.starts_with('0');
    if !is_first || !first.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (None, at + 1);
    }
    let mut text = String::new();
    let mut end = at + 1;
    while end - at < super::LONGEST && follows_by_one_space(line, end) {
        let Some(next) = line.token(end) else { break };
        let (whole, fraction) = next.text.split_once('.').map_or((next.text, None), |(a, b)| (a, Some(b)));
        let is_group = whole.len() == 3 && next.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        // `240 170-mm howitzers`
        let is_tied =
            line.is_glued(end + 1) && (line.is_dash(end + 1) || line.is_word(end + 1) || line.lower(end + 1) == "/");
        if !is_group || !line.is_number(end) || is_tied {
            break;
        }
        if text.is_empty() {
            text.push_str(first.text);
        }
        text.push_str(next.text);
        end += 1;
        if fraction.is_some() {
            break;
        }
    }
    if text.is_empty() {
        return (None, at + 1);
    }
    (text.parse::<Number>().ok().and_then(Ratio::of), end)
}

/// Whether one space, of whatever width, stands between this token and the one before.
fn follows_by_one_space(line: &Line<'_, '_>, at: usize) -> bool {
    let Some((before, token)) = at.checked_sub(1).and_then(|before| line.token(before)).zip(line.token(at)) else {
        return false;
    };
    let between = line.text.get(before.span().end..token.start).unwrap_or_default();
    matches!(between, " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
}

/// Digits with the separators of one number.
pub(super) fn plain(text: &str) -> Option<Ratio> {
    if let Ok(number) = text.parse::<Number>() {
        return Ratio::of(number);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if is_indian(whole) && fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.replace(',', "").parse::<Number>().ok().and_then(Ratio::of);
    }
    // `1.234.567` and `1.234,56` cannot be English, so they are what they look like.
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    let mut dots = whole.split('.');
    let is_continental = dots.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && (whole.matches('.').count() > 1 || whole.contains('.') && !fraction.is_empty())
        && dots.all(|group| group.len() == 3)
        && !fraction.contains(['.', ',']);
    let english = if is_continental { whole.replace('.', "") + "." + fraction } else { return None };
    english.trim_end_matches('.').parse::<Number>().ok().and_then(Ratio::of)
}

/// `12,34,567`; with one comma it would be as English has it.
fn is_indian(whole: &str) -> bool {
    let mut groups = whole.rsplit(',');
    let is_last = groups.next().is_some_and(|group| group.len() == 3);
    let mut lengths = groups.map(str::len).collect::<Vec<_>>();
    let Some(first) = lengths.pop() else { return false };
    is_last
        && !whole.starts_with('0')
        && (1..=2).contains(&first)
        && !lengths.is_empty()
        && lengths.iter().all(|length| *length == 2)
}

fn vulgar(text: &str) -> Option<Ratio> {
    let mut characters = text.chars();
    let c = characters.next()?;
    if characters.next().is_some() {
        return None;
    }
    let (over, under) = match c {
        '¼' => (1, 4),
        '½' => (1, 2),
        '¾' => (3, 4),
        '⅐' => (1, 7),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Ratio::new(over, under)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_read_where_they_leave_no_doubt() {
        for (text, number) in [
            ("15,000", "15000"),
            ("15_000", "15000"),
            ("1.5", "1.5"),
            ("1.234", "1.234"),
            ("1.234.567", "1234567"),
            ("1.234,56", "1234.56"),
            ("12,34,567.89", "1234567.89"),
        ] {
            assert_eq!(plain(text), number.parse::<Number>().ok().and_then(Ratio::of), "{text}");
        }
        for text in ["5,00", "1,5", "18.06.2024", "192.168.0.1", "1,23,45", "0,500", "99999999999999999999"] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}
