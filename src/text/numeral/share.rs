//! Parts of one and open counts: `two thirds`, `half a million`, `one in five`, `tens of thousands`.

use super::{
    super::{lexicon::Word, line::Line, ratio::Ratio, unit},
    LONGEST, Numeral, cardinal,
};

/// A part of something, or of a scale: `a third`, `half the troops`, `three quarters of a million`, `half a dozen`.
pub(super) fn part(line: &Line<'_, '_>, at: usize) -> Option<Numeral> {
    let (value, end) = fraction(line, at, false)?;
    if let Some(scaled) = of_scale(line, end, value) {
        return Some(scaled);
    }
    let is_bare = end == at + 1;
    // `half an hour`
    if matches!(line.lower(end), "a" | "an") && unit::measure(line, end + 1).is_some() {
        return Some(Numeral::new(value, end + 1));
    }
    if unit::measure(line, end + usize::from(line.is_dash(end))).is_some() {
        return Some(Numeral::new(value, end));
    }
    let is_ordered = matches!(
        line.lower_before(at, 1),
        "first"
            | "second"
            | "third"
            | "fourth"
            | "last"
            | "final"
            | "other"
            | "latter"
            | "better"
            | "the"
            | "this"
            | "each"
    );
    let is_joined = line.is_dash(end) && line.is_glued(end) && line.is_glued(end + 1);
    if is_ordered || is_bare && (is_joined || line.lower(at) != "half" || !is_half_of_something(line, at, end)) {
        return None;
    }
    Some(Numeral { is_share: true, ..Numeral::new(value, end) })
}

/// `half the`, `half of`, `more than half people`; not `half brother`.
fn is_half_of_something(line: &Line<'_, '_>, at: usize, end: usize) -> bool {
    let is_measured = matches!(
        line.lower_before(at, 1),
        "than"
            | "nearly"
            | "almost"
            | "about"
            | "over"
            | "under"
            | "least"
            | "most"
            | "to"
            | "roughly"
            | "around"
            | "by"
            | "only"
            | "just"
            | "up"
            | "some"
    );
    is_measured
        || line.ends_at(end)
        || matches!(
            line.lower(end),
            "of" | "the" | "its" | "their" | "his" | "her" | "all" | "that" | "those" | "these"
        )
}

/// `half a million`, `quarter million`, `two thirds of a million`, `half-dozen`.
fn of_scale(line: &Line<'_, '_>, end: usize, value: Ratio) -> Option<Numeral> {
    let mut at = end + usize::from(line.lower(end) == "of");
    let is_bound = matches!(line.lower(at), "a" | "an") || line.is_dash(at) && line.is_glued(at);
    at += usize::from(is_bound);
    let by = match line.word(at)? {
        Word::Hundred => 100,
        Word::Scale(by) | Word::Group(by) => by,
        _ => return None,
    };
    // `half of thousand` is no English.
    if at == end + 1 && line.lower(end) == "of" {
        return None;
    }
    Some(Numeral::new(value.times(Ratio::whole(by))?, at + 1))
}

/// A fraction in words, and the token behind it. What is `joined` stands behind `and` as the rest of a number.
pub(super) fn fraction(line: &Line<'_, '_>, at: usize, joined: bool) -> Option<(Ratio, usize)> {
    let has_article = matches!(line.lower(at), "a" | "an");
    let (over, under, end) = if has_article && !is_article(line, at) {
        let (under, end) = singular(line, at + 1)?;
        (1, under, end)
    } else if let Some(Word::Part(under @ (2 | 4), false)) = line.word(at) {
        (1, under, at + 1)
    } else {
        counted(line, at)?
    };
    let value = Ratio::new(over, under)?;
    let is_ordinal = over == 1 && under != 2 && under != 4;
    let is_alone = line.ends_at(end) && !line.is_dash(end) || is_stop(line.lower(end));
    let scale = matches!(line.word(end), Some(Word::Scale(_)));
    let fits = if joined {
        line.lower(end) != "of" && (!is_ordinal || line.ends_at(end) || scale)
    } else {
        // `a third of them`, `up by a third`; not `a third soldier`, nor `one third party`.
        !is_ordinal || line.lower(end) == "of" || is_alone || line.is_dash(at + 1) && line.is_dash(end)
    };
    fits.then_some((value, end))
}

fn is_stop(word: &str) -> bool {
    word != "of" && unit::is_stop(word)
}

/// `third`, `twenty-first`
fn singular(line: &Line<'_, '_>, at: usize) -> Option<(i128, usize)> {
    match (line.word(at)?, line.word(at + 2)) {
        (Word::Part(under, false), _) => Some((under, at + 1)),
        (Word::Tens(tens), Some(Word::Part(ones @ 3..=9, false) | Word::Ordinal(ones))) if line.is_dash(at + 1) => {
            Some((tens + ones, at + 3))
        }
        _ => None,
    }
}

/// `two thirds`, `one fifth`, `three twenty-firsts`: the longest denominator that leaves a numerator.
fn counted(line: &Line<'_, '_>, at: usize) -> Option<(i128, i128, usize)> {
    let mut end = at;
    while end - at < LONGEST && is_run(line, at, end) {
        end += 1;
    }
    if end == at {
        return None;
    }
    let (part, is_plural) = match line.word(end) {
        Some(Word::Part(part, is_plural)) => (part, is_plural),
        None if line.lower(end) == "firsts" => (1, true),
        _ => return None,
    };
    let last = end - usize::from(line.is_dash(end - 1));
    let split = (at + 1..end).find_map(|cut| {
        if line.is_dash(cut) || line.is_dash(cut - 1) {
            return None;
        }
        let under = denominator(words(line, cut, last)?, part)?;
        Some((words(line, at, cut)?, under))
    });
    let (over, under) = match split {
        Some(split) => split,
        None => (words(line, at, last)?, part),
    };
    // `second` is a unit of time, and `firsts` nothing by itself.
    (under > 1 && (is_plural || over == 1)).then_some((over, under, end + 1))
}

fn is_run(line: &Line<'_, '_>, first: usize, at: usize) -> bool {
    match line.word(at) {
        Some(Word::Unit(_) | Word::Tens(_) | Word::Hundred | Word::Scale(_)) => true,
        None if line.is_dash(at) => at > first,
        None => at == first && (line.is_number(at) || is_article(line, at)),
        _ => false,
    }
}

/// `a hundred trillionths`
fn is_article(line: &Line<'_, '_>, at: usize) -> bool {
    line.lower(at) == "a" && matches!(line.word(at + 1), Some(Word::Hundred | Word::Scale(_)))
}

/// The ordinal that these words make with the last one: thirty and fifth are the thirty-fifth.
fn denominator(before: i128, part: i128) -> Option<i128> {
    let size = if part < 10 { 10 } else { 100 };
    if part >= 100 { before.checked_mul(part) } else { (before % size == 0).then_some(before + part) }
}

/// The whole number that exactly these tokens say.
fn words(line: &Line<'_, '_>, from: usize, to: usize) -> Option<i128> {
    if line.is_number(from) {
        return if to == from + 1 { line.lower(from).parse::<u32>().ok().map(i128::from) } else { None };
    }
    let (mut total, mut rest, mut size) = (0_i128, 0_i128, 1000);
    for at in from..to {
        match line.word(at) {
            Some(Word::Unit(n)) if size > 10 || size == 10 && n < 10 && rest % 10 == 0 && rest > 0 => {
                (rest, size) = (rest + n, 1);
            }
            Some(Word::Tens(n)) if size > 10 => (rest, size) = (rest + n, 10),
            Some(Word::Hundred) if (1..100).contains(&rest) => (rest, size) = (rest * 100, 100),
            Some(Word::Scale(scale)) if rest > 0 => {
                (total, rest, size) = (total.checked_add(rest.checked_mul(scale)?)?, 0, 1000);
            }
            None if line.is_dash(at) => {}
            None if at == from && is_article(line, at) => (rest, size) = (1, 1),
            _ => return None,
        }
    }
    total.checked_add(rest).filter(|value| *value > 0)
}

/// `dozens`, `tens of thousands`, `hundreds and hundreds`: a floor of one of the named size.
pub(super) fn plural(line: &Line<'_, '_>, at: usize) -> Option<Numeral> {
    let Some(Word::Plural(first)) = line.word(at) else { return None };
    let (mut value, mut end) = (first, at + 1);
    while end - at < 7
        && matches!(line.lower(end), "of" | "upon" | "and" | "or")
        && let Some(Word::Plural(next)) = line.word(end + 1)
    {
        value = match line.lower(end) {
            "of" => value.checked_mul(next)?,
            "or" => value.min(next),
            _ => value.max(next),
        };
        end += 2;
    }
    // `tens` of nothing larger are no count, and `he scores` none at all.
    let is_verb = end == at + 1 && first == 20 && line.lower(end) != "of";
    (value != 10 && !is_verb).then_some(Numeral { is_vague: true, ..Numeral::new(Ratio::whole(value), end) })
}

/// `one in five`, `four out of ten`, `1 over 20` as a part of one; any other number as it was.
pub(super) fn of_many(line: &Line<'_, '_>, at: usize, one: Numeral) -> Numeral {
    share_of(line, at, one).unwrap_or(one)
}

fn share_of(line: &Line<'_, '_>, at: usize, one: Numeral) -> Option<Numeral> {
    let behind = match (line.lower(one.end), line.lower(one.end + 1)) {
        ("in" | "of", "every") => one.end + 2,
        ("out", "of") => one.end + 2 + usize::from(line.lower(one.end + 2) == "every"),
        ("in" | "over", _) => one.end + 1,
        _ => return None,
    };
    let many = cardinal::cardinal(line, behind)?;
    let is_count = (1..=1000).any(|n| many.value == Ratio::whole(n));
    let is_part = !one.value.is_zero() && one.value.is_below(many.value) && Ratio::ZERO.is_below(one.value);
    let is_time = unit::measure(line, many.end + usize::from(line.is_dash(many.end))).is_some();
    if !is_count || !is_part || is_time || one.is_share || one.scaled.is_some() {
        return None;
    }
    let fits = match line.lower(one.end) {
        "over" => one.value == Ratio::ONE && line.ends_at(many.end),
        "in" if line.lower(one.end + 1) == "every" => true,
        "in" => {
            let is_round = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000]
                .iter()
                .any(|n| many.value == Ratio::whole(*n));
            // `killed two in five attacks` counts attacks.
            let is_object = at > 0 && line.lower_before(at, 1).ends_with("ed");
            !is_object
                && (is_round || line.ends_at(many.end))
                && !(line.is_number(many.end - 1) && many.end - behind > 1)
        }
        _ => [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 500, 1000].iter().any(|n| many.value == Ratio::whole(*n)),
    };
    let value = one.value.divided_by(many.value)?;
    fits.then_some(Numeral { is_share: true, ..Numeral::new(value, many.end) })
}
