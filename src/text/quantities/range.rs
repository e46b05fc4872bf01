//! Ranges: `between 1.5 and 2 million`, `10,000-12,000 troops`, `$5 to $10 billion`.

use super::{
    super::{
        bound::{self, Bound},
        line::Line,
        numeral::Numeral,
        ratio::Ratio,
        unit::{self, Found},
    },
    Amount, change, refused,
};

/// The second end of a range.
pub(super) struct Second {
    pub(super) low: Ratio,
    pub(super) high: Ratio,
    /// The token behind the second number.
    pub(super) end: usize,
    /// The unit, where it stands between the numbers.
    pub(super) unit: Option<Found>,
    /// Whether the bounds before the numbers are the two ends.
    pub(super) is_open: bool,
}

pub(super) enum Outcome {
    To(Second),
    /// Two numbers that are a score, a line of digits or something else, up to this token.
    Refused(usize),
}

#[derive(Clone, Copy, PartialEq)]
enum Link {
    Between,
    To,
    Dash,
    Or,
    /// `more than 5 and less than 10`
    Open,
}

/// The second number that goes with this one, if it does. `at` is the first token of the figure, bound included.
pub(super) fn range(line: &Line<'_, '_>, at: usize, one: &Amount) -> Option<Outcome> {
    let between = unit_between(line, one);
    let joint = between.as_ref().map_or(one.numeral.end, |found| found.end);
    let (link, behind) = link(line, at, one, joint)?;
    // `from 300 to as many as 500`
    let behind = match bound::before(line, behind) {
        Some(before)
            if matches!(link, Link::To | Link::Between)
                && matches!(before.bound, Bound::About | Bound::AtMost | Bound::Nearly) =>
        {
            before.end
        }
        _ => behind,
    };
    let two = super::amount(line, behind)?;
    let end = two.numeral.end;
    if link == Link::Dash {
        let refused = refused::is_line_of_digits(line, one, &two)
            .or_else(|| (between.is_none() && refused::is_score(line, one, &two)).then_some(end));
        if let Some(end) = refused {
            return Some(Outcome::Refused(end));
        }
    }
    if two.numeral.is_share != one.numeral.is_share && !matches!(link, Link::Between | Link::To) {
        return None;
    }
    // `rose 300 to 1,200`, `fell from 20 to 10`: by how much and to where, not a range.
    if link == Link::To && change::moves(line, one, between.is_some(), behind_unit(line, &two)) {
        return None;
    }
    // The currency of one end is that of both; two currencies are two figures.
    if one.currency.is_some() && two.currency.is_some() && one.currency != two.currency {
        return None;
    }
    let (low, high) = ends(&one.numeral, &two.numeral, link, between.is_some())?;
    if high.is_below(low) {
        return (link == Link::Dash).then_some(Outcome::Refused(end));
    }
    // `three or four days`; `two or 15 days` are two things.
    if link == Link::Or && !is_near(low, high) {
        return None;
    }
    let unit = between.filter(|_| unit::behind(line, end, false).is_none_or(|found| !found.is_measure));
    Some(Outcome::To(Second { low, high, end, unit, is_open: link == Link::Open }))
}

/// The unit of the first number, before the link: `5 km to 10 km`, `5% to 10%`, `15 people to 20 people`.
fn unit_between(line: &Line<'_, '_>, one: &Amount) -> Option<Found> {
    let end = one.numeral.end;
    if line.is_dash(end) || line.lower(end) == "to" {
        return None;
    }
    let found = unit::behind(line, end, false)?;
    (found.end <= end + 4).then_some(found)
}

fn behind_unit(line: &Line<'_, '_>, two: &Amount) -> bool {
    unit::measure(line, two.numeral.end)
        .is_some_and(|(unit, _)| matches!(unit, "percent" | "percentage points" | "points" | "basis points"))
}

fn link(line: &Line<'_, '_>, at: usize, one: &Amount, joint: usize) -> Option<(Link, usize)> {
    let is_between = (1..=3).any(|places| line.lower_before(one.start, places) == "between");
    match line.lower(joint) {
        "and" | "to" if is_between => Some((Link::Between, joint + 1)),
        "to" | "through" | "till" | "until" => Some((Link::To, joint + 1)),
        "or" => Some((Link::Or, joint + 1)),
        "and" | "but" => {
            let (lower, upper) = (bound::before(line, at)?, bound::before(line, joint + 1)?);
            let is_open = lower.bound == Bound::MoreThan && upper.bound == Bound::FewerThan;
            is_open.then_some((Link::Open, upper.end))
        }
        // A dash with space on one side only ends something.
        _ if line.is_dash(joint) => {
            (line.is_glued(joint) == line.is_glued(joint + 1)).then_some((Link::Dash, joint + 1))
        }
        _ => None,
    }
}

/// Both ends, where a scale behind the second may belong to the first as well: `1.5 to 2 million`.
fn ends(one: &Numeral, two: &Numeral, link: Link, has_unit: bool) -> Option<(Ratio, Ratio)> {
    let (low, high) = (one.value, two.value);
    let is_plain = Ratio::ZERO.is_below(low) && !has_unit && link != Link::Open && one.scaled.is_none();
    if let Some((figure, scale)) = two.scaled
        && is_plain
        && low.is_below(figure)
    {
        return Some((low.times(scale)?, high));
    }
    // `10-12,000`
    let thousand = Ratio::whole(1000);
    if link == Link::Dash
        && is_plain
        && one.bare_digits.is_some_and(|digits| digits <= 3)
        && two.bare_digits.is_none()
        && two.scaled.is_none()
        && let Some(thousands) = two.value.divided_by(thousand)
        && low.is_below(thousands)
        && thousands.is_whole()
    {
        return Some((low.times(thousand)?, high));
    }
    Some((low, high))
}

/// Less than twice as much, or the next small number.
fn is_near(low: Ratio, high: Ratio) -> bool {
    low.times(Ratio::whole(2)).is_some_and(|double| !double.is_below(high)) && low.is_below(high)
}
