//! What could be stated of a topic: what is said, its bounds, and the spans between bounds.

use std::collections::BTreeSet;

use crate::model::attribute::Attribute;
use crate::model::claim::Claim;
use crate::model::edtf::{Day, Edtf};
use crate::model::number::Number;
use crate::model::quantity::Quantity;
use crate::model::unit::Unit;
use crate::model::value::Value;

/// A value and its unit, where it is not the attribute's.
pub(super) type Said = (Value, Option<String>);

/// So many bounds of either side make spans.
const NEAREST: usize = 16;

/// Which side a value bounds, if it does no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bound {
    Below,
    Above,
}

/// Whether a value is a bound alone.
pub(super) fn bounds(value: &Value) -> Option<Bound> {
    match value {
        Value::Quantity(Quantity::AtLeast(_) | Quantity::MoreThan(_)) => Some(Bound::Below),
        Value::Quantity(Quantity::AtMost(_) | Quantity::FewerThan(_)) => Some(Bound::Above),
        Value::Date(date) => match (date.core().first(), date.core().last()) {
            (Some(_), None) => Some(Bound::Below),
            (None, Some(_)) => Some(Bound::Above),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a value is put as an approximate one.
pub(super) fn is_approximate(value: &Value) -> bool {
    match value {
        Value::Quantity(Quantity::About(_) | Quantity::Nearly(_)) => true,
        Value::Date(date) => date.wide() != date.core(),
        _ => false,
    }
}

/// What the claims of a topic say, and the bounds that follow from it.
pub(super) struct Ends {
    alone: BTreeSet<Said>,
    unit: Option<String>,
}

impl Ends {
    pub(super) fn of(attribute: &Attribute, held: &[&Claim]) -> Self {
        let mut alone = BTreeSet::new();
        for claim in held {
            let values = if attribute.many { Vec::new() } else { bounds_of(&claim.value) };
            let values = values.into_iter().chain([claim.value.clone()]);
            alone.extend(values.map(|value| (value, claim.unit.clone())));
        }
        Self { alone, unit: attribute.unit.clone() }
    }

    /// What is said, and its bounds.
    pub(super) fn alone(&self) -> Vec<Said> {
        self.alone.iter().cloned().collect()
    }

    /// The spans from a confirmed bound from below to a confirmed one from above, of the nearest to each other.
    pub(super) fn spans(&mut self, confirmed: impl Iterator<Item = Said>) -> Vec<Said> {
        let (mut lows, mut highs) = (Vec::new(), Vec::new());
        for (value, unit) in confirmed {
            match bounds(&value) {
                Some(Bound::Below) => lows.push((value, unit)),
                Some(Bound::Above) => highs.push((value, unit)),
                None => {}
            }
        }
        lows.sort_by_cached_key(|said| std::cmp::Reverse(self.place(said)));
        highs.sort_by_cached_key(|said| self.place(said));
        lows.truncate(NEAREST);
        highs.truncate(NEAREST);
        let mut spans = Vec::new();
        for low in &lows {
            spans.extend(highs.iter().filter(|high| high.1 == low.1).filter_map(|high| between(low, high)));
        }
        spans.sort();
        spans.dedup();
        spans
    }

    /// Where a bound lies, in base units or days.
    fn place(&self, (value, unit): &Said) -> Option<Number> {
        let unit = unit.as_deref().or(self.unit.as_deref()).map(Unit::new);
        match value {
            Value::Quantity(
                Quantity::AtLeast(n) | Quantity::MoreThan(n) | Quantity::AtMost(n) | Quantity::FewerThan(n),
            ) => unit.map_or(Some(*n), |unit| unit.to_base(*n)),
            Value::Date(date) => {
                let day = date.core().first().or_else(|| date.core().last());
                day.map(|day| Number::from(day.number()))
            }
            _ => None,
        }
    }
}

/// What follows from a value alone: at least this, at most that.
fn bounds_of(value: &Value) -> Vec<Value> {
    use Quantity::{About, AtLeast, AtMost, Between, Exactly, FewerThan, MoreThan, Nearly};
    match value {
        Value::Quantity(quantity) => match *quantity {
            Exactly(n) | About(n) => vec![AtLeast(n), AtMost(n)],
            Nearly(n) => vec![AtLeast(n.stretch(Number::TENTH).0), FewerThan(n)],
            Between(low, high) => vec![AtLeast(low), AtMost(high)],
            // Who says just this many agrees to the bound with its end.
            MoreThan(n) => vec![AtLeast(n)],
            FewerThan(n) => vec![AtMost(n)],
            AtLeast(_) | AtMost(_) => Vec::new(),
        }
        .into_iter()
        .map(Value::from)
        .collect(),
        Value::Date(date) => {
            let from = date.core().first().and_then(|day| days(Some(day), None));
            let by = date.core().last().and_then(|day| days(None, Some(day)));
            from.into_iter().chain(by).map(Value::from).collect()
        }
        Value::Text(_) | Value::Truth(_) => Vec::new(),
    }
}

/// Both bounds in one.
fn between((low, unit): &Said, (high, _): &Said) -> Option<Said> {
    use Quantity::{AtLeast, AtMost, Between, FewerThan, MoreThan};
    let value = match (low, high) {
        (Value::Quantity(AtLeast(a) | MoreThan(a)), Value::Quantity(AtMost(b) | FewerThan(b))) if a < b => {
            Value::from(Between(*a, *b))
        }
        (Value::Date(from), Value::Date(by)) => {
            let (first, last) = (from.core().first()?, by.core().last()?);
            Value::from(days(Some(first), Some(last)).filter(|_| first <= last)?)
        }
        _ => return None,
    };
    Some((value, unit.clone()))
}

/// From the first day to the last, as a date expression; `None` beyond the years that it can be written for.
fn days(first: Option<Day>, last: Option<Day>) -> Option<Edtf> {
    let text = |day: Option<Day>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
    match (first, last) {
        (Some(first), Some(last)) if first == last => Edtf::parse(&first.to_string()).ok(),
        _ => Edtf::parse(&format!("{}/{}", text(first), text(last))).ok(),
    }
}
