//! Finds the dates of a sentence: single ones, spans, sets, and what is open to one side.

use super::{
    date::{Date, Unresolved},
    line::Line,
};
use crate::model::edtf::Edtf;
use atom::{Atom, When};
use period::Period;

mod atom;
mod holiday;
mod numeric;
mod part;
mod period;
mod published;
mod relative;
mod years;

pub(super) use published::Published;
use published::Tense;

/// The dates of a sentence, in order; their tokens are hidden from other readers. At each token a few words are looked at.
pub(super) fn dates(line: &mut Line<'_, '_>, published: Published, into: &mut Vec<Date>) {
    let mut tense = Tense::Past;
    let (mut at, mut behind_year) = (0, None);
    while at < line.len() {
        tense = tense_at(line, at, tense);
        let Some(read) = read(line, at, &Context { published, tense, depth: DEPTH, behind_year }) else {
            at += 1;
            continue;
        };
        into.push(Date { date: read.date, span: line.span(read.start, read.end), is_open: read.is_open });
        behind_year = read.is_year.then_some(read.end);
        line.hide(read.start..read.end);
        at = read.end.max(at + 1);
    }
}

/// What a date depends on beside its own words.
#[derive(Clone, Copy)]
struct Context {
    published: Published,
    tense: Tense,
    /// How many dates may still stand inside each other.
    depth: u8,
    /// The token behind the date before, if that was a year: `in 2007 and 2009`.
    behind_year: Option<usize>,
}

/// `the end of the first week of next May` has three; what goes deeper is no English, and recursion ends there.
const DEPTH: u8 = 4;

struct Read {
    date: Result<Edtf, Unresolved>,
    start: usize,
    end: usize,
    is_open: bool,
    is_year: bool,
}

/// A clause that speaks of what is to come makes bare months and weekdays lie ahead.
fn tense_at(line: &Line<'_, '_>, at: usize, before: Tense) -> Tense {
    match line.lower(at) {
        "will" | "shall" | "won't" | "begins" | "starts" | "opens" | "'ll" | "upcoming" | "scheduled" | "slated"
        | "due" | "expects" | "plans" | "tomorrow" => Tense::Future,
        "expected" | "planned" | "planning" | "set" | "going" | "hopes" | "aims" | "intends" | "ready"
            if (1..3).any(|places| line.lower(at + places) == "to") =>
        {
            Tense::Future
        }
        // `may arrive` lies ahead, `may have arrived` does not.
        "may" | "might" | "must" | "could" if !line.is_capitalised(at) && line.lower(at + 1) != "have" => Tense::Future,
        // A new clause starts afresh.
        "said" | "was" | "were" | "had" | "did" | "told" | "announced" | ";" | "after" => Tense::Past,
        _ => before,
    }
}

/// Which side the words before a date open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    None,
    Rough,
    /// Until its end.
    By,
    Before,
    /// From its beginning.
    Since,
    After,
    /// A span or a set follows.
    Between,
    From,
}

fn side(line: &Line<'_, '_>, at: usize) -> Option<(Side, usize)> {
    let next = |places: usize| line.lower(at + places);
    // `not before May` begins with May, `not after` ends with it; every other negation is left out.
    if matches!(line.lower(at), "not" | "no" | "never") {
        return match (next(1), next(2)) {
            ("before" | "until", _) => Some((Side::Since, at + 2)),
            ("earlier" | "sooner", "than") => Some((Side::Since, at + 3)),
            ("later", "than") => Some((Side::By, at + 3)),
            ("after", _) => Some((Side::By, at + 2)),
            _ => None,
        };
    }
    Some(match (line.lower(at), next(1)) {
        ("prior", "to") | ("earlier", "than") | ("ahead", "of") => (Side::Before, at + 2),
        ("later" | "greater", "than") => (Side::After, at + 2),
        ("as", "of") | ("starting", "in" | "on" | "from") | ("beginning", "in" | "on") | ("effective", "from") => {
            (Side::Since, at + 2)
        }
        ("up", "to" | "until" | "till") => (Side::By, at + 2),
        ("by" | "until" | "till" | "til", _) => (Side::By, at + 1),
        ("before" | "pre", _) => (Side::Before, at + 1),
        ("since" | "starting", _) => (Side::Since, at + 1),
        ("after" | "post", _) => (Side::After, at + 1),
        ("following", _) if line.lower_before(at, 1) != "the" => (Side::After, at + 1),
        ("around" | "about" | "circa" | "roughly" | "approximately", _) => (Side::Rough, at + 1),
        ("between", _) => (Side::Between, at + 1),
        ("from" | "during" | "over", _) if line.lower(at) == "from" => (Side::From, at + 1),
        _ => return None,
    })
}

fn read(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Read> {
    // `less than three days after Friday` is not after Friday.
    let is_counted = matches!(line.lower(at), "after" | "before")
        && line
            .lower_before(at, 1)
            .strip_suffix('s')
            .is_some_and(|unit| matches!(unit, "day" | "week" | "month" | "year" | "hour"));
    let (side, from) = match side(line, at).filter(|_| !is_counted) {
        Some((side, from)) => (side, skip(line, from)),
        None => (Side::None, at),
    };
    let is_listed = matches!(line.lower_before(from, 1), "and" | "or") && context.behind_year == Some(from - 1);
    let is_time = side != Side::None && side != Side::Rough || is_listed || is_time_word(line, from);
    let one = atom::atom(line, from, is_time, context)?;
    if matches!(side, Side::From | Side::Between | Side::None)
        && let Some(span) = span(line, at, from, &one, side, context)
    {
        return Some(span);
    }
    let side = match side {
        // `between 2014`: half of a span that is none.
        Side::Between => return None,
        Side::From if matches!(line.lower(one.end), "onward" | "onwards" | "on") || is_opening(line, at) => Side::Since,
        Side::From => Side::None,
        side => side,
    };
    let (side, end) = later(line, one.end).map_or((side, one.end), |end| (Side::Since, end));
    let end =
        end + usize::from(side == Side::Since && end == one.end && matches!(line.lower(end), "onward" | "onwards"));
    let period = one.when.resolve(None, context);
    let is_open = !matches!(side, Side::None | Side::Rough);
    let start = if side == Side::None { from } else { at };
    let date = period.and_then(|period| open(period, side).and_then(Period::edtf).ok_or(Unresolved::NoSuchDay));
    Some(Read { date, start, end, is_open, is_year: matches!(one.when, When::Year(_)) })
}

/// `from 2014` on its own is as good as in 2014 for what comes from it; a verb that begins makes it `since`.
fn is_opening(line: &Line<'_, '_>, at: usize) -> bool {
    matches!(line.lower_before(at, 1), "starting" | "beginning" | "effective" | "running" | "apart")
}

fn is_time_word(line: &Line<'_, '_>, from: usize) -> bool {
    let before = line.lower_before(from, 1);
    let before = if matches!(before, "the" | "year") { line.lower_before(from, 2) } else { before };
    matches!(before, "in" | "of" | "during" | "for" | "around" | "about" | "circa" | "year" | "c" | "throughout")
}

fn skip(line: &Line<'_, '_>, at: usize) -> usize {
    let at = at
        + usize::from(matches!(line.lower(at), "in" | "on" | "about" | "around") && line.lower_before(at, 1) != "on");
    at + usize::from(line.lower(at) == "year")
}

/// `2012 or later`, `1 May and after`
fn later(line: &Line<'_, '_>, at: usize) -> Option<usize> {
    let is_later = matches!(line.lower(at), "or" | "and")
        && matches!(line.lower(at + 1), "later" | "after" | "afterwards" | "onwards");
    let is_alone = line.lower(at + 1) != "after" || line.ends_at(at + 2);
    (is_later && is_alone).then_some(at + 2)
}

fn open(period: Period, side: Side) -> Option<Period> {
    Some(match side {
        Side::By => Period { first: None, ..period },
        Side::Since => Period { last: None, ..period },
        // Of one of two days, before either is before the last, and after either after the first.
        Side::Before => {
            let before = if period.is_either { period.last } else { period.first };
            Period { first: None, last: Some(before?.pred_opt()?), ..period }
        }
        Side::After => {
            let after = if period.is_either { period.first } else { period.last };
            Period { first: Some(after?.succ_opt()?), last: None, ..period }
        }
        Side::Rough => Period { is_rough: true, ..period },
        Side::None | Side::Between | Side::From => period,
    })
}

/// Two dates that make one: `8 to 13 October 2024`, `in October and November`, `between August and October`.
fn span(line: &Line<'_, '_>, at: usize, from: usize, one: &Atom, side: Side, context: &Context) -> Option<Read> {
    let joint = one.end;
    let is_dash = line.is_dash(joint) && line.is_glued(joint) == line.is_glued(joint + 1);
    let word = line.lower(joint);
    let is_set = matches!(word, "and" | "or") && side != Side::Between;
    let is_span = match word {
        "to" | "through" | "until" | "till" => true,
        "and" => side == Side::Between,
        "~" => line.is_glued(joint),
        _ => is_dash,
    };
    if !is_set && !is_span {
        return None;
    }
    let behind = joint + 1 + usize::from(matches!(line.lower(joint + 1), "in" | "until" | "on"));
    let two = atom::atom(line, behind, true, context).or_else(|| atom::bare_day(line, behind, &one.when))?;
    // Two dates in a list are one set only where they share a word: `October and November 2024`.
    let shares = matches!(
        (&one.when, &two.when),
        (When::Month(_), When::Month(_) | When::MonthOfYear(..))
            | (When::Day(_), _)
            | (When::MonthDay(..), When::Day(_))
    );
    if is_set && !(shares || matches!((&one.when, &two.when), (When::MonthDay(..), When::MonthDay(..) | When::Date(_))))
    {
        return None;
    }
    let (low, high) = match pair(&one.when, &two.when, context) {
        Ok(pair) => pair,
        Err(error) => return Some(Read { date: Err(error), start: at, end: two.end, is_open: false, is_year: false }),
    };
    let start = if side == Side::None { from } else { at };
    let date = if is_set {
        period::set(low, high, word == "and")
    } else {
        let (first, last) = (low.first?, high.last?);
        (first <= last)
            .then(|| Period { is_rough: low.is_rough || high.is_rough, ..Period::new(first, last) }.edtf())
            .flatten()
    };
    Some(Read { date: Ok(date?), start, end: two.end, is_open: false, is_year: false })
}

/// Both ends, each lending the other what it leaves out: `8 to 13 October 2024`, `Nov 18 to Dec 19, 2015`.
fn pair(one: &When, two: &When, context: &Context) -> Result<(Period, Period), Unresolved> {
    let one = one.with_month_of(two);
    if let Some(year) = two.year() {
        let high = two.resolve(None, context)?;
        let low = one.resolve(Some(year), context)?;
        // `Nov-Feb 2017` began the year before.
        let low = if low.first > high.first { one.resolve(Some(year - 1), context)? } else { low };
        return Ok((low, high));
    }
    let two = two.with_month_of(&one);
    // What lies ahead ends ahead; it may have begun.
    if context.tense == Tense::Future && !matches!((one, two), (When::Weekday(_), _) | (_, When::Weekday(_))) {
        let high = two.resolve(None, context)?;
        if let Some(year) = high.first.map(|first| chrono::Datelike::year(&first)) {
            let low = one.resolve(Some(year), context)?;
            let low = if low.first > high.first { one.resolve(Some(year - 1), context)? } else { low };
            return Ok((low, high));
        }
    }
    let low = one.resolve(None, context)?;
    let Some(year) = low.first.map(|first| chrono::Datelike::year(&first)) else { return Err(Unresolved::NoSuchDay) };
    let high = two.resolve(Some(year), context)?;
    if high.first >= low.first {
        return Ok((low, high));
    }
    if let (When::Weekday(_), Some(day)) = (two, high.first) {
        let weeks = low.first.map_or(0, |low| (low.signed_duration_since(day).num_days() + 6) / 7);
        let later = i32::try_from(weeks * 7).ok().and_then(|days| published::shift(day, days));
        return Ok((low, Period::day(later.ok_or(Unresolved::NoSuchDay)?)));
    }
    Ok((low, two.resolve(Some(year + 1), context)?))
}
