//! What looks like a figure and is none: years, times of day, ordinals, names, scores, telephone numbers.

use super::{
    super::{
        lexicon::Word,
        line::Line,
        numeral::Numeral,
        ratio::Ratio,
        unit::{self, Found},
    },
    Amount,
};

/// Digits that no number could be made of, so that their parts are not read as numbers of their own.
pub(super) fn unread(line: &Line<'_, '_>, at: usize) -> Option<usize> {
    if !line.is_number(at) {
        return None;
    }
    let mut end = at + 1;
    while line.is_glued(end) && (line.is_number(end) || is_tie(line, end) || line.is_word(end)) {
        end += 1;
    }
    Some(end)
}

fn is_tie(line: &Line<'_, '_>, at: usize) -> bool {
    (line.is_dash(at) || matches!(line.lower(at), "/" | ":" | "." | "_" | "@")) && line.is_glued(at + 1)
}

/// The token behind a number that is no quantity whatever follows.
pub(super) fn is_no_quantity(line: &Line<'_, '_>, one: &Amount, has_bound: bool) -> Option<usize> {
    let (first, end) = (one.first, one.numeral.end);
    if one.currency.is_some() {
        return None;
    }
    let all = || Some(unread(line, first).unwrap_or(end).max(end));
    if is_part_of_name(line, one.start) || is_ordinal(line, end) {
        return all();
    }
    if is_clock(line, first, end) || is_decade(line, first, end) || is_address(line, first, end) {
        return all();
    }
    let is_named = !has_bound && one.numeral.scaled.is_none() && is_label(line, first);
    if is_named {
        return Some(list_of_names(line, all().unwrap_or(end)));
    }
    let is_hour = matches!(line.lower_before(first, 1), "past" | "to")
        && matches!(line.lower_before(first, 2), "half" | "quarter");
    (is_word_one(line, one, has_bound) || is_hour).then_some(end)
}

/// `Articles 3 and 4`, `pages 10 to 12`: the token behind all of them.
fn list_of_names(line: &Line<'_, '_>, end: usize) -> usize {
    let mut end = end;
    for _ in 0..8 {
        let is_joint = matches!(line.lower(end), "and" | "or" | "to" | "," | "through") || line.is_dash(end);
        let is_bare = line.token(end + 1).is_some_and(|token| token.text.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_joint || !is_bare || unit::noun(line, end + 2, false).is_some() {
            break;
        }
        end += 2;
    }
    end
}

/// `KN-23`, `T-90`, `#5`, `v2`: written on to a name.
fn is_part_of_name(line: &Line<'_, '_>, start: usize) -> bool {
    if !line.is_glued(start) {
        return false;
    }
    let before = line.lower_before(start, 1);
    if matches!(before, "#" | "/" | "@" | "_" | "=" | ":" | "." | "&" | "№") {
        return true;
    }
    start >= 2
        && line.is_dash(start - 1)
        && line.is_glued(start - 1)
        && line.is_word(start - 2)
        && line.is_number(start)
}

/// `1st`, `twenty-first`, `five-thousandth`
fn is_ordinal(line: &Line<'_, '_>, end: usize) -> bool {
    let is_word = |at: usize| match line.word(at) {
        Some(Word::Part(part, false)) => part != 2 && part != 4,
        Some(Word::Ordinal(_)) => true,
        _ => false,
    };
    let is_suffix =
        line.is_number(end - 1) && line.is_glued(end) && matches!(line.lower(end), "st" | "nd" | "rd" | "th");
    // `a 30-second clip` is a span of time.
    let is_digits = line.is_number(end - 1);
    is_suffix
        || !is_digits && line.is_dash(end) && line.is_glued(end) && is_word(end + 1)
        || is_word(end) && line.word(end - 1).is_some()
}

/// `9 a.m.`, `18:30`, `1400 GMT`, `9pm`, `ten o'clock`
fn is_clock(line: &Line<'_, '_>, first: usize, end: usize) -> bool {
    let is_colon = line.lower(end) == ":" && line.is_glued(end) && line.is_number(end + 1) && line.is_glued(end + 1);
    let behind = line.lower(end);
    let is_half = matches!(behind, "a.m." | "p.m." | "a.m" | "p.m" | "am" | "o'clock")
        || behind == "pm" && line.is_number(end - 1);
    let is_four = line
        .token(first)
        .is_some_and(|token| token.text.len() == 4 && token.text.bytes().all(|byte| byte.is_ascii_digit()));
    let is_zone = matches!(behind, "gmt" | "utc" | "cet" | "edt" | "kst" | "bst") && line.is_number(first)
        || is_four && (behind == "hrs" || behind == "hours" && line.lower_before(first, 1) == "at");
    is_colon || is_half || is_zone
}

/// `1990s`, `the 30s`, `737s`
fn is_decade(line: &Line<'_, '_>, first: usize, end: usize) -> bool {
    let apostrophe = usize::from(matches!(line.lower(end), "'" | "’") && line.is_glued(end));
    let suffix = end + apostrophe;
    line.is_number(first) && matches!(line.lower(suffix), "s" | "'s") && line.is_glued(suffix)
}

/// Parts of addresses and other codes: `example.com/2024/5`, `3x`.
fn is_address(line: &Line<'_, '_>, first: usize, end: usize) -> bool {
    let is_tied =
        matches!(line.lower(end), "/" | "@" | "_" | "=" | "\\") && line.is_glued(end) && line.is_glued(end + 1);
    let is_rate = line.lower(end) == "/" && unit::measure(line, end + 1).is_some();
    let is_code = line.is_number(first) && line.is_glued(end) && matches!(line.lower(end), "x" | "d");
    is_tied && !is_rate || is_code
}

/// `one` as a pronoun or an article: `the one`, `no one`, `one of the largest`, `one day`.
fn is_word_one(line: &Line<'_, '_>, one: &Amount, has_bound: bool) -> bool {
    if line.lower(one.first) != "one" || one.numeral.end != one.first + 1 {
        return false;
    }
    const CHOSEN: [&str; 14] = [
        "the", "this", "that", "which", "each", "any", "every", "no", "some", "another", "not", "day", "number",
        "first",
    ];
    let (end, behind) = (one.numeral.end, line.lower(one.numeral.end));
    let is_pronoun =
        matches!(behind, "of" | "another" | "day" | "'s" | "who" | "time" | "thing" | "way" | "side" | "hand")
            || line.is_dash(end) && matches!(line.lower(end + 1), "time" | "sided" | "off" | "way" | "on");
    let is_alone = line.ends_at(end) && !line.is_dash(end) && behind != "%";
    let before = line.lower_before(one.first, 1);
    // `more than one was lost`
    let is_number = has_bound || before == "between";
    CHOSEN.contains(&before) || is_pronoun || !is_number && (unit::is_stop(behind) || is_alone)
}

/// `Article 4`, `Boeing 737`, `flight 17`, `No. 5`, `Group of Seven`
fn is_label(line: &Line<'_, '_>, first: usize) -> bool {
    let before = line.lower_before(first, 1);
    if before == "." && line.is_glued(first - 1) {
        return matches!(
            line.lower_before(first, 2),
            "no" | "nos" | "art" | "sec" | "ch" | "vol" | "fig" | "p" | "pp" | "para"
        );
    }
    let is_seven = before == "of" && line.lower_before(first, 2) == "group" && line.is_capitalised(first);
    is_seven || LABELS.binary_search(&before).is_ok()
}

/// Nouns that stand before their number.
const LABELS: [&str; 78] = [
    "act",
    "airbus",
    "amendment",
    "annex",
    "apartment",
    "apollo",
    "appendix",
    "article",
    "articles",
    "bill",
    "block",
    "boeing",
    "building",
    "bureau",
    "bus",
    "category",
    "channel",
    "chapter",
    "class",
    "clause",
    "day",
    "decree",
    "directive",
    "district",
    "docket",
    "episode",
    "exercise",
    "figure",
    "flight",
    "game",
    "gate",
    "grade",
    "highway",
    "iphone",
    "item",
    "law",
    "level",
    "mark",
    "mk",
    "model",
    "nr",
    "office",
    "order",
    "page",
    "pages",
    "paragraph",
    "phase",
    "pier",
    "platform",
    "proposition",
    "protocol",
    "psalm",
    "reactor",
    "resolution",
    "room",
    "round",
    "route",
    "season",
    "section",
    "sections",
    "sector",
    "stage",
    "step",
    "suite",
    "table",
    "terminal",
    "tier",
    "train",
    "tram",
    "type",
    "unit",
    "version",
    "volume",
    "war",
    "ward",
    "week",
    "windows",
    "zone",
];

/// Digits that are a year or part of a name because nothing is counted: `in 2024`, `Sahel 108`.
pub(super) fn is_name_or_year(
    line: &Line<'_, '_>,
    one: &Amount,
    is_range: bool,
    found: Option<&Found>,
    has_bound: bool,
) -> bool {
    if one.currency.is_some() || has_bound || is_range {
        return false;
    }
    let before = one.first.checked_sub(1);
    if let Some(found) = found {
        // `the 2024 elections`: a plural behind a year is not counted.
        let word = before.map_or("", |before| line.lower(before));
        let is_time = matches!(
            word,
            "the"
                | "its"
                | "their"
                | "since"
                | "in"
                | "this"
                | "'s"
                | "after"
                | "before"
                | "during"
                | "until"
                | "a"
                | "from"
        );
        return is_year(&one.numeral) && !found.is_measure && is_time;
    }
    let is_name = before.is_some_and(|before| {
        before > 0
            && line.is_word(before)
            && line.is_capitalised(before)
            && line.word(before).is_none()
            && !unit::is_stop(line.lower(before))
            && one.numeral.bare_digits.is_some_and(|digits| digits < 5)
    });
    let is_whole_text = before.is_none() && one.numeral.end == line.len();
    is_name || is_year(&one.numeral) && !is_whole_text
}

/// Four bare digits from 1500 to 2099.
fn is_year(numeral: &Numeral) -> bool {
    numeral.bare_digits == Some(4)
        && !numeral.value.is_below(Ratio::whole(1500))
        && numeral.value.is_below(Ratio::whole(2100))
}

/// Telephone numbers and other lines of digits with hyphens, up to their last token.
pub(super) fn is_line_of_digits(line: &Line<'_, '_>, one: &Amount, two: &Amount) -> Option<usize> {
    let end = two.numeral.end;
    let text = |amount: &Amount| line.token(amount.first).map_or("", |token| token.text);
    let has_third = line.is_dash(end) && line.is_glued(end) && line.is_number(end + 1) && line.is_glued(end + 1);
    let is_zero = |text: &str| text.len() > 1 && text.starts_with('0') && !text.contains(['.', ',']);
    let before = line.lower_before(one.first, 1);
    let is_call =
        matches!(before, "call" | "phone" | "tel" | "telephone" | "dial" | "hotline" | "fax" | "number" | "on" | "at");
    let is_dialled =
        (text(one).len(), text(two).len()) == (3, 4) && (is_call || unit::behind(line, end, false).is_none());
    let is_signed = before == ")" || before == "+" && line.is_glued(one.first);
    let is_digits = line.is_glued(one.numeral.end) && line.is_number(one.first) && line.is_number(two.first);
    (is_digits && (has_third || is_zero(text(one)) || is_zero(text(two)) || is_signed || is_dialled))
        .then(|| unread(line, one.first).unwrap_or(end).max(end))
}

/// `won 3-2`, `a 52-48 vote`: small numbers without a unit, or beside a word of games and votes.
pub(super) fn is_score(line: &Line<'_, '_>, one: &Amount, two: &Amount) -> bool {
    const CONTESTS: [&str; 31] = [
        "beat", "beaten", "beats", "decision", "defeat", "defeated", "draw", "drew", "lead", "led", "lose", "loss",
        "lost", "majority", "match", "ruled", "ruling", "score", "tie", "tied", "victory", "vote", "voted", "votes",
        "win", "wins", "won", "game", "final", "drawn", "goals",
    ];
    let is_small =
        |amount: &Amount| amount.numeral.bare_digits.is_some_and(|digits| digits <= 3) && amount.currency.is_none();
    if !is_small(one) || !is_small(two) {
        return false;
    }
    let end = two.numeral.end;
    let is_contest = |word: &str| CONTESTS.contains(&word);
    let is_near = (1..=5).any(|places| is_contest(line.lower_before(one.first, places)))
        || (0..2).any(|places| is_contest(line.lower(end + places)));
    is_near || unit::behind(line, end, false).is_none()
}
