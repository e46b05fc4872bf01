//! Marks of a plot: each claim once for each manner in which it was said.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::evaluate::{Assessment, Footing, Verdict};
use crate::html::contents::Chapter;
use crate::html::scale::near;
use crate::html::topic::Desk;
use crate::model::attribute::OverTime;
use crate::model::attribution::{Attribution, Certainty, Stance};
use crate::model::edtf::Day;
use crate::model::id::SourceId;
use crate::model::number::Number;
use crate::model::quantity::Quantity;
use crate::model::value::Value;
use crate::render::sheet as say;

/// In what manner something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::html) enum Manner {
    Stated,
    Hedged,
    Denied,
    Fallen,
}

impl Manner {
    pub(in crate::html) const fn class(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Hedged => "hedged",
            Self::Denied => "denied",
            Self::Fallen => "fallen",
        }
    }

    pub(in crate::html) const fn words(self) -> &'static str {
        match self {
            Self::Stated => "stated outright",
            Self::Hedged => "hedged",
            Self::Denied => "denied",
            Self::Fallen => "withdrawn or replaced",
        }
    }
}

/// A claim, as it was said in one manner.
pub(in crate::html) struct Mark {
    pub(in crate::html) claim: usize,
    pub(in crate::html) manner: Manner,
    pub(in crate::html) verdict: Verdict,
    /// The least and the greatest value; open where there is none.
    pub(in crate::html) low: Option<f64>,
    pub(in crate::html) high: Option<f64>,
    /// The value itself, where one was named, and how far `about` reaches.
    pub(in crate::html) point: Option<f64>,
    pub(in crate::html) around: Option<(f64, f64)>,
    /// The days on which it was said, or the first and last that it is about, in order; none where no day is known.
    pub(in crate::html) times: Vec<Day>,
    /// Whether the days are a span that it is about.
    pub(in crate::html) is_span: bool,
    /// Who said it, for the drawing and for the table; what, and in how many accounts.
    pub(in crate::html) label: String,
    pub(in crate::html) by: String,
    pub(in crate::html) value: String,
    pub(in crate::html) accounts: usize,
}

impl Mark {
    /// The values that must be on the paper.
    pub(in crate::html) fn ends(&self) -> impl Iterator<Item = f64> {
        [self.low, self.high, self.point].into_iter().flatten()
    }

    pub(in crate::html) fn is_open(&self) -> bool {
        self.point.is_none() && (self.low.is_none() || self.high.is_none())
    }
}

/// The marks of a topic, those that can be drawn, in the order of its claims.
pub(in crate::html) fn marks(chapter: &Chapter<'_>, desk: &Desk<'_, '_>) -> Vec<Mark> {
    let attribute = chapter.topic.attribute();
    let mut marks = Vec::new();
    for (nth, assessment) in chapter.claims.iter().enumerate() {
        let claim = assessment.claim();
        // On an axis in one unit there is no place for figures in another.
        if claim.unit.as_deref().is_some_and(|unit| attribute.unit.as_deref() != Some(unit)) {
            continue;
        }
        let Some(extent) = Extent::of(&claim.value) else { continue };
        let mut said: BTreeMap<Manner, Vec<&Attribution>> = BTreeMap::new();
        for entry in desk.said.of(&claim.id) {
            if let Some(manner) = manner(entry, desk) {
                said.entry(manner).or_default().push(entry);
            }
        }
        for (manner, entries) in said {
            let (times, is_span) = if attribute.over_time == OverTime::Fixed {
                (published(&entries), false)
            } else {
                (about(assessment), true)
            };
            let (label, by, value) = named(assessment, manner, &entries, desk);
            let accounts = entries.len();
            let Extent { low, high, point, around } = extent;
            let verdict = assessment.verdict();
            marks.push(Mark {
                claim: nth,
                manner,
                verdict,
                low,
                high,
                point,
                around,
                times,
                is_span,
                label,
                by,
                value,
                accounts,
            });
        }
    }
    marks
}

fn manner(entry: &Attribution, desk: &Desk<'_, '_>) -> Option<Manner> {
    let is_fallen = matches!(desk.evaluation.footing(&entry.id), Some(Footing::Replaced | Footing::Withdrawn));
    match (entry.says()?, entry.certainty) {
        (Stance::Affirms | Stance::Denies, _) if is_fallen => Some(Manner::Fallen),
        (Stance::Affirms, Certainty::Stated) => Some(Manner::Stated),
        (Stance::Affirms, _) => Some(Manner::Hedged),
        (Stance::Denies, _) => Some(Manner::Denied),
        (Stance::Doubts | Stance::Silent, _) => None,
    }
}

fn published(entries: &[&Attribution]) -> Vec<Day> {
    let mut days: Vec<Day> =
        entries.iter().filter_map(|entry| entry.published).map(|moment| Day::from(moment.last_day())).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn about(assessment: &Assessment<'_>) -> Vec<Day> {
    let Some(when) = &assessment.claim().when else { return Vec::new() };
    let mut days: Vec<Day> = [when.core().first(), when.core().last()].into_iter().flatten().collect();
    days.dedup();
    days
}

/// Who said it: of those who pass on, the one whom most of them name.
fn named(
    assessment: &Assessment<'_>,
    manner: Manner,
    entries: &[&Attribution],
    desk: &Desk<'_, '_>,
) -> (String, String, String) {
    let dossier = desk.evaluation.dossier();
    let mut count: BTreeMap<&SourceId, usize> = BTreeMap::new();
    for entry in entries {
        let ends: Vec<&SourceId> = match manner {
            Manner::Denied => Vec::new(),
            _ => entry.cites.iter().filter_map(|chain| chain.last()).collect(),
        };
        let ends = if ends.is_empty() { vec![&entry.source] } else { ends };
        for source in ends {
            *count.entry(source).or_default() += 1;
        }
    }
    let mut ranked: Vec<(&SourceId, usize)> = count.into_iter().collect();
    ranked.sort_by_key(|(id, times)| (std::cmp::Reverse(*times), *id));
    let names: Vec<String> = ranked.iter().filter_map(|(id, _)| dossier.source(id)).map(say::short_name).collect();
    let label = names.first().cloned().unwrap_or_default();
    let (by, value) = say::mark(assessment.claim(), &names, dossier);
    (label, by, value)
}

/// Where a value lies on an axis.
#[derive(Clone, Copy)]
struct Extent {
    low: Option<f64>,
    high: Option<f64>,
    point: Option<f64>,
    around: Option<(f64, f64)>,
}

impl Extent {
    fn of(value: &Value) -> Option<Self> {
        let point = |n: f64, around| Self { low: Some(n), high: Some(n), point: Some(n), around };
        let span = |low, high| Self { low, high, point: None, around: None };
        Some(match value {
            Value::Quantity(quantity) => match *quantity {
                Quantity::Exactly(n) => point(near(n), None),
                Quantity::About(n) => {
                    let (low, high) = n.stretch(Number::TENTH);
                    point(near(n), Some((near(low), near(high))))
                }
                Quantity::Nearly(n) => span(Some(near(n.stretch(Number::TENTH).0)), Some(near(n))),
                Quantity::AtLeast(n) | Quantity::MoreThan(n) => span(Some(near(n)), None),
                Quantity::AtMost(n) | Quantity::FewerThan(n) => span(None, Some(near(n))),
                Quantity::Between(low, high) => span(Some(near(low)), Some(near(high))),
            },
            Value::Date(date) => {
                let (mut low, mut high) = (None, None);
                for (nth, (from, to)) in date.core().iter().enumerate() {
                    let day = |bound: Bound<&Day>, step: i32| match bound {
                        Bound::Included(day) => Some(f64::from(day.number())),
                        Bound::Excluded(day) => Some(f64::from(day.number() + step)),
                        Bound::Unbounded => None,
                    };
                    if nth == 0 {
                        low = day(from, 1);
                    }
                    high = day(to, -1);
                }
                match (low, high) {
                    (Some(first), Some(last)) if first == last => point(first, None),
                    (None, None) => return None,
                    _ => span(low, high),
                }
            }
            Value::Text(_) | Value::Truth(_) => return None,
        })
    }
}
