//! Scales of plots: from values and days to places on the paper, and where the ticks stand. Nothing is decided by these numbers, they only place ink; and they come out
//! the same on every machine, because nothing but the four operations is used.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::model::edtf::Day;
use crate::model::number::Number;

/// A length on the paper, to a tenth.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) struct Px(pub(super) f64);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round();
        let tenths = if tenths == 0.0 { 0.0 } else { tenths };
        write!(f, "{}", tenths / 10.0)
    }
}

/// An exact decimal, near enough to draw.
pub(super) fn near(number: Number) -> f64 {
    let (units, decimals) = number.parts();
    (0..decimals).fold(units as f64, |value, _| value / 10.0)
}

/// A scale, and its ticks as shares of its length.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    pub(super) is_by_powers: bool,
    pub(super) ticks: Vec<(f64, String)>,
}

impl Scale {
    /// A scale that holds these figures: by powers of ten where they lie far apart, else from nought where that is near.
    pub(super) fn of_figures(figures: &[f64]) -> Self {
        let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
        let most = figures.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !least.is_finite() || !most.is_finite() {
            return Self { low: 0.0, high: 1.0, is_by_powers: false, ticks: Vec::new() };
        }
        let least_above = figures.iter().copied().filter(|figure| *figure > 0.0).fold(f64::INFINITY, f64::min);
        if least >= 0.0 && most / least_above >= 50.0 {
            Self::by_powers(least_above, most, least == 0.0)
        } else {
            Self::even(least, most)
        }
    }

    fn even(least: f64, most: f64) -> Self {
        let low = if least >= 0.0 && least < most * 0.8 { 0.0 } else { least };
        let span = if most > low { most - low } else { most.abs().max(1.0) };
        let step = nice(span / 5.0);
        let from = (low / step).floor();
        let low = from * step;
        let mut ticks = Vec::new();
        let mut high = low;
        for nth in 0..12 {
            high = low + f64::from(nth) * step;
            ticks.push((high, figure(high)));
            if high >= most && nth > 0 {
                break;
            }
        }
        Self::with_ticks(low, high, false, ticks)
    }

    fn by_powers(least: f64, most: f64, has_nought: bool) -> Self {
        let mut tick = 1.0;
        while tick > least {
            tick /= 10.0;
        }
        while tick * 10.0 <= least {
            tick *= 10.0;
        }
        let mut ticks = Vec::new();
        let mut low = tick;
        // Nought has no place among powers; it stands one step below them.
        if has_nought {
            low = tick / 10.0;
            ticks.push((low, figure(0.0)));
        }
        while ticks.len() < 40 {
            ticks.push((tick, figure(tick)));
            if tick >= most {
                break;
            }
            tick *= 10.0;
        }
        if ticks.len() > 8 {
            let each = ticks.len().div_ceil(8);
            ticks = ticks.into_iter().step_by(each).collect();
        }
        Self::with_ticks(low, tick, true, ticks)
    }

    /// A scale of days, and its ticks at the beginnings of months or years.
    pub(super) fn of_days(first: Day, last: Day) -> Self {
        let (low, high) = (f64::from(first.number()), f64::from(last.number()));
        let margin = ((high - low) * 0.03).max(1.0);
        let (low, high) = (low - margin, high + margin);
        let ticks = match (first.date(), last.date()) {
            (Some(from), Some(to)) => days(from, to, low, high),
            _ => Vec::new(),
        };
        Self::with_ticks(low, high, false, ticks)
    }

    fn with_ticks(low: f64, high: f64, is_by_powers: bool, ticks: Vec<(f64, String)>) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        let mut scale = Self { low, high, is_by_powers, ticks: Vec::new() };
        scale.ticks = ticks.into_iter().map(|(at, label)| (scale.place(at), label)).collect();
        scale
    }

    /// Where a value lies, as a share of the length.
    pub(super) fn place(&self, value: f64) -> f64 {
        let at = |value: f64| if self.is_by_powers { powers(value) } else { value };
        ((at(value) - at(self.low)) / (at(self.high) - at(self.low))).clamp(0.0, 1.0)
    }
}

/// Powers of ten of a positive number: straight lines between 1, 2, 5 and 10, which is as near to the logarithm as ink shows.
fn powers(value: f64) -> f64 {
    let (mut rest, mut power) = (value.max(1e-30), 0.0);
    while rest >= 10.0 {
        rest /= 10.0;
        power += 1.0;
    }
    while rest < 1.0 {
        rest *= 10.0;
        power -= 1.0;
    }
    power
        + match rest {
            low if low < 2.0 => 0.301 * (low - 1.0),
            middle if middle < 5.0 => 0.301 + 0.398 * (middle - 2.0) / 3.0,
            high => 0.699 + 0.301 * (high - 5.0) / 5.0,
        }
}

/// The least of 1, 2 and 5 times a power of ten that is no less.
fn nice(step: f64) -> f64 {
    let mut power = 1.0;
    while power > step && power > 1e-12 {
        power /= 10.0;
    }
    while power * 10.0 <= step {
        power *= 10.0;
    }
    [1.0, 2.0, 5.0].into_iter().map(|times| times * power).find(|nice| *nice >= step).unwrap_or(power * 10.0)
}

/// A figure at a tick: `15,000`, `2.5 million`.
fn figure(value: f64) -> String {
    let size = value.abs();
    for (of, name) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] {
        if size >= of && size < 1e15 {
            return format!("{}{name}", Px(value / of));
        }
    }
    if size >= 1e15 {
        return format!("{value:e}");
    }
    if size >= 1000.0 {
        let grouped = crate::render::sheet::number(size.round() as usize);
        return if value < 0.0 { format!("−{grouped}") } else { grouped };
    }
    let millionths = (value * 1e6).round() / 1e6;
    format!("{millionths}")
}

/// Beginnings of months, quarters or years; of days, where the span is short.
fn days(from: NaiveDate, to: NaiveDate, low: f64, high: f64) -> Vec<(f64, String)> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    let month = |date: NaiveDate| MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
    let mut ticks = Vec::new();
    if months <= 1 {
        let step = (((high - low) / 6.0).ceil() as i32).max(1);
        let mut day = Day::from(from);
        while day <= Day::from(to) && ticks.len() < 8 {
            let label = day.date().map_or_else(String::new, |date| format!("{} {}", date.day(), month(date)));
            ticks.push((f64::from(day.number()), label));
            day = day.plus(step);
        }
        if let (Some(first), Some(year)) = (ticks.first_mut(), Some(from.year())) {
            first.1 = format!("{} {year}", first.1);
        }
        return ticks;
    }
    let each = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].into_iter().find(|each| months / each <= 8).unwrap_or(1200);
    let mut at = (from.year() * 12 + from.month0() as i32).div_euclid(each) * each;
    let mut year = None;
    while ticks.len() < 12 {
        let Some(date) = NaiveDate::from_ymd_opt(at.div_euclid(12), at.rem_euclid(12) as u32 + 1, 1) else { break };
        let place = f64::from(Day::from(date).number());
        if place > high {
            break;
        }
        if place >= low {
            let label = match (each % 12, year == Some(date.year())) {
                (0, _) => date.year().to_string(),
                (_, true) => month(date).to_owned(),
                (_, false) => format!("{} {}", month(date), date.year()),
            };
            year = Some(date.year());
            ticks.push((place, label));
        }
        at += each;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(scale: &Scale) -> Vec<&str> {
        scale.ticks.iter().map(|(_, label)| label.as_str()).collect()
    }

    #[test]
    fn ticks_are_round_figures_and_hold_all_values() {
        assert_eq!(labels(&Scale::of_figures(&[3000.0, 15_000.0])), ["0", "5,000", "10,000", "15,000"]);
        assert_eq!(labels(&Scale::of_figures(&[0.5, 2.0])), ["0", "0.5", "1", "1.5", "2"]);
        assert_eq!(labels(&Scale::of_figures(&[-5.0, 5.0])), ["-6", "-4", "-2", "0", "2", "4", "6"]);
        assert_eq!(
            labels(&Scale::of_figures(&[9_000_000.0, 4_800_000.0])),
            ["0", "2 million", "4 million", "6 million", "8 million", "10 million"]
        );
        assert_eq!(labels(&Scale::of_figures(&[7.0])), ["6", "8"]);
        assert!(labels(&Scale::of_figures(&[])).is_empty());
    }

    #[test]
    fn far_figures_go_by_powers_of_ten_in_their_order() {
        let scale = Scale::of_figures(&[12.0, 900.0, 12_000.0]);
        assert!(scale.is_by_powers);
        assert_eq!(labels(&scale), ["10", "100", "1,000", "10,000", "100,000"]);
        let places: Vec<f64> = [12.0, 19.9, 20.1, 49.0, 51.0, 99.0, 101.0].iter().map(|v| scale.place(*v)).collect();
        assert!(places.windows(2).all(|two| two[0] < two[1]), "{places:?}");
        assert!((scale.place(100.0) - 0.25).abs() < 1e-9);
    }

    #[test]
    fn nought_stands_below_the_powers() {
        let scale = Scale::of_figures(&[0.0, 1500.0, 100_000.0]);
        assert_eq!(labels(&scale), ["0", "1,000", "10,000", "100,000"]);
        assert!(scale.place(0.0) == 0.0 && scale.place(1500.0) > 1.0 / 3.0);
    }

    #[test]
    fn days_have_ticks_at_months_or_years() {
        let day = |text: &str| Day::from(text.parse::<NaiveDate>().unwrap());
        let of = |first: &str, last: &str| {
            Scale::of_days(day(first), day(last)).ticks.into_iter().map(|t| t.1).collect::<Vec<_>>()
        };
        assert_eq!(of("2024-10-03", "2025-02-10"), ["Oct 2024", "Nov", "Dec", "Jan 2025", "Feb"]);
        assert_eq!(of("2019-01-01", "2024-01-01"), ["2019", "2020", "2021", "2022", "2023", "2024"]);
        assert_eq!(of("2024-10-03", "2024-10-05"), ["3 Oct 2024", "4 Oct", "5 Oct"]);
    }
}
