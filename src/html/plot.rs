//! Who said what, over time: the figures or dates of a topic with their bounds, drawn.

mod draw;
mod marks;

use askama::Template;
use askama::filters::HtmlSafe;

use super::contents::{Chapter, anchor};
use super::measure::{Allowance, MARKS};
use super::scale::{Px, Scale};
use super::topic::Desk;
use super::words::Words;
use crate::evaluate::Verdict;
use crate::model::attribute::OverTime;
use crate::model::value::ValueKind;
use crate::render::sheet as say;
use draw::Ink;
use marks::{Manner, Mark, marks};

/// Width of the drawing.
const WIDTH: f64 = 720.0;
/// Where the field begins and ends.
const LEFT: f64 = 72.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 30.0;
/// The strip for what has no date.
const UNDATED: f64 = 86.0;

#[derive(Template)]
#[template(path = "sheet/plot.html", whitespace = "minimize")]
pub(super) struct Plot {
    caption: Words,
    width: Px,
    height: Px,
    left: Px,
    right: Px,
    bottom: Px,
    middle: Px,
    /// Ticks of the values: height, and label.
    across: Vec<(Px, String)>,
    /// Ticks of time: place, and label.
    along: Vec<(Px, String)>,
    /// Where the strip of what has no date begins, and its middle.
    undated: Option<(Px, Px)>,
    ink: Vec<Ink>,
    manners: Vec<Manner>,
    has_open: bool,
    rows: Vec<Row>,
    left_out: usize,
}

/// A mark as a row of the table beneath.
struct Row {
    time: String,
    by: Words,
    value: Words,
    manner: &'static str,
    accounts: String,
    anchor: String,
    verdict: Verdict,
}

impl HtmlSafe for Plot {}

impl Plot {
    /// `None` where there is nothing to compare: fewer than two claims that can be drawn, or a topic of another kind.
    pub(super) fn of(chapter: &Chapter<'_>, desk: &Desk<'_, '_>, allowance: &mut Allowance) -> Option<Self> {
        let attribute = chapter.topic.attribute();
        if !matches!(attribute.kind, ValueKind::Quantity | ValueKind::Date) {
            return None;
        }
        let mut marks = marks(chapter, desk);
        let undrawn =
            chapter.claims.len() - marks.iter().map(|mark| mark.claim).collect::<std::collections::BTreeSet<_>>().len();
        let left_out = marks.len().saturating_sub(MARKS);
        marks.truncate(MARKS);
        if chapter.claims.len() - undrawn < 2 {
            return None;
        }
        let shown = allowance.rows(marks.len());
        let row = |mark: &Mark| Row {
            time: say::days(&mark.times),
            by: Words(mark.by.clone()),
            value: Words(mark.value.clone()),
            manner: mark.manner.words(),
            accounts: say::number(mark.accounts),
            anchor: anchor(&chapter.claims[mark.claim].claim().id, desk.evaluation.dossier()),
            verdict: mark.verdict,
        };
        let mut rows: Vec<&Mark> = marks.iter().collect();
        rows.sort_by_key(|mark| (mark.times.is_empty(), mark.times.first().copied()));
        let rows = rows.into_iter().take(shown).map(row).collect();
        let is_date = attribute.kind == ValueKind::Date;
        let ends: Vec<f64> = marks.iter().flat_map(|mark| mark.ends()).collect();
        let values = if is_date {
            let day = |value: f64| crate::Day::from_number(value as i32);
            let least = ends.iter().copied().fold(f64::INFINITY, f64::min);
            let most = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if least.is_finite() { Scale::of_days(day(least), day(most)) } else { Scale::of_figures(&[]) }
        } else {
            Scale::of_figures(&ends)
        };
        let first = marks.iter().filter_map(|mark| mark.times.first().copied()).min();
        let last = marks.iter().filter_map(|mark| mark.times.last().copied()).max();
        let time = first.zip(last).map(|(first, last)| Scale::of_days(first, last));
        let has_undated = marks.iter().any(|mark| mark.times.is_empty());
        let height = if marks.len() > 12 { 380.0 } else { 280.0 };
        let right = WIDTH - RIGHT - if has_undated { UNDATED } else { 0.0 };
        let bottom = height - BOTTOM;
        let field = draw::Field { left: LEFT, right, top: TOP, bottom, values: &values, time: time.as_ref() };
        let ink = draw::draw(&marks, &field);
        let mut manners: Vec<Manner> = marks.iter().map(|mark| mark.manner).collect();
        manners.sort_unstable();
        manners.dedup();
        let unit = attribute.unit.as_deref().filter(|_| !is_date);
        let is_fixed = attribute.over_time == OverTime::Fixed;
        Some(Self {
            caption: Words(say::plot(unit, is_date, is_fixed, values.is_by_powers, undrawn + left_out)),
            width: Px(WIDTH),
            height: Px(height),
            left: Px(LEFT),
            right: Px(right),
            bottom: Px(bottom),
            middle: Px(bottom + 20.0),
            across: values.ticks.iter().map(|(at, label)| (Px(field.across(*at)), label.clone())).collect(),
            along: time
                .iter()
                .flat_map(|time| &time.ticks)
                .map(|(at, label)| (Px(field.along(*at)), label.clone()))
                .collect(),
            undated: has_undated.then_some((Px(right + 6.0), Px(right + 6.0 + UNDATED / 2.0))),
            has_open: marks.iter().any(Mark::is_open),
            ink,
            manners,
            rows,
            left_out: marks.len() - shown,
        })
    }
}
