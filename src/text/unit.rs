//! What is counted or measured: units behind a number, and the noun at the head of what follows it.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    lexicon::Word,
    line::Line,
    phrases::{Phrases, rows},
    reading::Span,
};

mod words;

pub(super) use words::is_stop;
use words::{is_attributive, is_casualty, is_plural, plural_of};

/// A unit, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) end: usize,
    /// Whether it is measured or paid, not counted.
    pub(super) is_measure: bool,
}

static MEASURES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| class(&["measure"]));
static MONEY: LazyLock<Phrases<&'static str>> = LazyLock::new(|| class(&["sign", "code", "money"]));
static SIGNS: LazyLock<Phrases<&'static str>> = LazyLock::new(|| class(&["sign", "code"]));

fn class(classes: &'static [&'static str]) -> Phrases<&'static str> {
    let entries = rows(include_str!("cues/units.tsv"));
    Phrases::new(entries.filter(|[_, class, ..]| classes.contains(class)).map(|[form, _, unit, _]| (form, unit)))
}

/// Currency codes in lower case.
static CODES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let entries = rows(include_str!("cues/units.tsv")).filter(|[_, class, ..]| *class == "code");
    entries.map(|[form, _, code, _]| (form, code)).collect()
});

/// The currency that stands before a number, and the token behind it.
pub(super) fn currency_before(line: &Line<'_, '_>, at: usize) -> Option<(&'static str, usize)> {
    let (code, end) = SIGNS.at(line, at)?;
    // `won a $4m deal`: only `A$4m` is Australian.
    let is_letter = line.is_word(at) && end > at + 1;
    let is_split = is_letter
        && line.lower(at).len() == 1
        && line.lower(at) != "c"
        && !(line.is_glued(at + 1) && line.is_capitalised(at));
    // `try 30 doors`: codes are written in capitals or in front of digits.
    let is_code = line.is_word(at) && end == at + 1;
    let is_lower = is_code && !line.is_capitalised(at) && !line.is_number(end);
    let is_word = is_code && matches!(line.lower(at), "try" | "mad" | "all" | "top" | "cup");
    let is_no_code = is_split || is_lower || is_word && !is_upper(line, at);
    (!is_no_code).then_some((code, end))
}

/// Whether a currency stands at this token.
pub(super) fn is_money(line: &Line<'_, '_>, at: usize) -> bool {
    MONEY.at(line, at).is_some()
}

/// A currency code between a number and its scale, or with the scale in front: `75 USD million`, `30 MUSD`.
pub(super) fn scaled_code(line: &Line<'_, '_>, at: usize) -> Option<(&'static str, i128, usize)> {
    if let Some((code, end)) = SIGNS.at(line, at).filter(|(_, end)| *end == at + 1)
        && let Some(Word::Scale(scale)) = line.word(end)
    {
        return Some((code, scale, end + 1));
    }
    let code = line.lower(at).strip_prefix('m').filter(|code| code.len() == 3 && is_upper(line, at))?;
    let code = CODES.get(code)?;
    Some((code, 1_000_000, at + 1))
}

fn is_upper(line: &Line<'_, '_>, at: usize) -> bool {
    line.token(at).is_some_and(|token| token.text.chars().all(char::is_uppercase))
}

/// The unit of measurement at this token, and the token behind it.
pub(super) fn measure(line: &Line<'_, '_>, at: usize) -> Option<(&'static str, usize)> {
    let (unit, end) = MEASURES.at(line, at)?;
    let is_alone = match line.lower(at) {
        // `5 in Kyiv`, `a 2 m vote`: single letters count where they are written on, or stand alone.
        "t" | "g" => line.is_glued(at),
        "points" | "point" => end == at + 1 && !line.lower(end).starts_with("of"),
        _ => true,
    };
    is_alone.then_some((unit, end))
}

/// The unit behind a number: measured, paid, or counted. `is_one` where the number is one, whose noun is singular.
pub(super) fn behind(line: &Line<'_, '_>, at: usize, is_one: bool) -> Option<Found> {
    let is_hyphen = line.is_dash(at) && line.is_glued(at) && line.is_glued(at + 1);
    let first = at + usize::from(is_hyphen);
    let bracketed = usize::from(matches!(line.lower(first), "[" | "<"));
    let money =
        MONEY.at(line, first).filter(|(_, end)| !line.is_word(first) || *end > first + 1 || is_money_word(line, first));
    let measured = measure(line, first + bracketed).filter(|(_, end)| money.is_none_or(|(_, other)| other <= *end));
    if let Some((unit, end)) = measured {
        let closed = usize::from(bracketed > 0 && matches!(line.lower(end), "]" | ">"));
        return Some(with_rate(line, unit.to_owned(), first + bracketed, end + closed, true));
    }
    if let Some((unit, end)) = money {
        return Some(with_rate(line, unit.to_owned(), first, end, true));
    }
    if is_hyphen {
        let end = first + 1;
        let is_noun = line.is_word(first)
            && !is_stop(line.lower(first))
            && !matches!(line.lower(first), "strong" | "odd" | "plus");
        return is_noun.then(|| Found {
            name: plural_of(line.lower(first)),
            span: line.span(first, end),
            end,
            is_measure: false,
        });
    }
    let of = usize::from(line.lower(at) == "of");
    let article = usize::from(
        of > 0
            && matches!(
                line.lower(at + 1),
                "the" | "its" | "their" | "his" | "her" | "our" | "these" | "those" | "such"
            ),
    );
    // `20 of the 300 prisoners`: the unit is that of the next figure, and stays with it.
    let counted = if of > 0 { super::numeral::numeral(line, at + of + article).map(|all| all.end) } else { None };
    let (from, end) = noun(line, counted.unwrap_or(at + of + article), is_one)?;
    let token = |at: usize| line.token(at).map_or("", |token| token.text);
    let found = |name: String, from: usize| match counted {
        Some(_) => Found { name, span: Span::new(0, 0), end: at, is_measure: false },
        None => with_rate(line, name, from, end, false),
    };
    let head = if is_one { plural_of(token(end - 1)) } else { token(end - 1).to_owned() };
    // `North Koreans`
    let is_name = end - from > 1 && line.is_capitalised(end - 1) && line.is_capitalised(end - 2);
    let name = if is_name { format!("{} {head}", token(end - 2)) } else { lower_unless_name(&head) };
    Some(found(name, if is_name { end - 2 } else { end - 1 }))
}

fn lower_unless_name(noun: &str) -> String {
    let is_shouted = noun.chars().count() > 1 && noun.chars().all(char::is_uppercase);
    if is_shouted { noun.to_lowercase() } else { noun.to_owned() }
}

/// Lower-case `won`, `all` and `try` are words first, money behind a number only if nothing else can be meant.
fn is_money_word(line: &Line<'_, '_>, at: usize) -> bool {
    match line.lower(at) {
        "try" => is_upper(line, at),
        "won" => line.ends_at(at + 1) || is_stop(line.lower(at + 1)) && line.lower(at + 1) != "the",
        _ => true,
    }
}

/// `a day`, `per year`, `an hour` behind a unit make a rate.
fn with_rate(line: &Line<'_, '_>, name: String, from: usize, end: usize, is_measure: bool) -> Found {
    let plain = |name: String| Found { name, span: line.span(from, end), end, is_measure };
    let (every, behind) = match line.lower(end) {
        "a" | "an" | "each" | "every" => (false, end + 1),
        "per" | "/" => (true, end + 1),
        "-" if line.is_glued(end) && matches!(line.lower(end + 1), "a" | "an" | "per") => (true, end + 2),
        _ => return plain(name),
    };
    let period = line.lower(behind);
    let is_period = matches!(
        period,
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "month"
            | "quarter"
            | "year"
            | "barrel"
            | "head"
            | "person"
            | "share"
            | "tonne"
            | "ton"
            | "litre"
            | "liter"
            | "gallon"
            | "annum"
            | "capita"
    );
    let is_any = every
        && (is_period
            || matches!(period, "millisecond" | "ms" | "hectare" | "ha" | "hr" | "h" | "s" | "gram" | "kilogram"));
    // `five percent a year ago` says when, not how often.
    let is_when = matches!(line.lower(behind + 1), "ago" | "earlier" | "later" | "before" | "after" | "from" | "old");
    if !(is_period || is_any) || is_when {
        return plain(name);
    }
    let period = match period {
        "annum" => "year",
        "hr" | "h" => "hour",
        "capita" => "person",
        other => other,
    };
    let name = format!("{name}-per-{period}");
    Found { name, span: line.span(from, behind + 1), end: behind + 1, is_measure }
}

/// `a barrel`, `per person` behind an amount of money; the name begins with `-per-`.
pub(super) fn rate(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    let found = with_rate(line, String::new(), at, at, true);
    (!found.name.is_empty()).then_some(Found { span: line.span(at, found.end), ..found })
}

/// The years that `aged` counts without naming them.
pub(super) fn years_of_age(line: &Line<'_, '_>, end: usize) -> Option<Found> {
    let last = end.checked_sub(1)?;
    Some(Found { name: "years".to_owned(), span: line.span(last, end), end, is_measure: true })
}

/// Most words between a number and what it counts: `15,000 North Korean special forces soldiers` has four.
const FARTHEST: usize = 7;

/// The noun phrase of what is counted: from its first word to behind its head.
///
/// There is no grammar here: the head is the last plural in a row of words that contains no verb, preposition or other
/// word that ends a noun phrase. Without a plural nothing is counted, but casualties (`300 wounded`).
pub(super) fn noun(line: &Line<'_, '_>, at: usize, is_one: bool) -> Option<(usize, usize)> {
    let mut head = None;
    // `6,000 more workers`
    let is_more =
        matches!(line.lower(at), "more" | "other" | "extra") && line.is_word(at + 1) && line.lower(at + 1) != "than";
    let at = at + usize::from(is_more);
    let mut end = at;
    while end < at + FARTHEST && line.is_word(end) {
        let word = line.lower(end);
        let is_number = matches!(
            line.word(end),
            Some(Word::Unit(_) | Word::Tens(_) | Word::Hundred | Word::Scale(_) | Word::Plural(_) | Word::Month(_))
        );
        // `long-range rockets`
        let is_joined = line.is_dash(end + 1) && line.is_glued(end + 1) && line.is_glued(end + 2);
        if is_stop(word) && !is_joined || is_number || word == "'s" {
            break;
        }
        if is_plural(word) {
            head = Some(end + 1);
            if !is_attributive(word) && !line.is_word(end + 1) {
                break;
            }
        } else if head == Some(end) && !is_attributive(line.lower(end - 1)) {
            break;
        }
        end += 1;
        // `Anglo-American`, `long-range`: the hyphen stays inside.
        if line.is_dash(end) && line.is_glued(end) && line.is_glued(end + 1) {
            end += 1;
        }
    }
    if let Some(head) = head {
        return Some((at, head));
    }
    if is_one {
        return singular(line, at, end);
    }
    is_casualty(line.lower(at)).then_some((at, at + 1))
}

/// Whether the word looks like a plural noun.
pub(super) fn noun_is_plural(line: &Line<'_, '_>, at: usize) -> bool {
    is_plural(line.lower(at))
}

/// `one North Korean soldier`: the last word before the phrase ends, but no verb.
fn singular(line: &Line<'_, '_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let mut last = end;
    let is_verb = |word: &str| word.ends_with("ed") && !matches!(word, "shed" | "bed" | "seed" | "deed");
    while last > at + 1 && (is_verb(line.lower(last - 1)) || line.is_dash(last - 1)) {
        last -= 1;
    }
    let head = line.lower(last.checked_sub(1)?);
    (last > at && !is_verb(head) && !head.ends_with("ly") && line.is_word(last - 1)).then_some((at, last))
}
