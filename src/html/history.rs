//! How the verdicts changed: how many claims had which verdict, day by day, drawn; and what changed on each day.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use super::measure::{CHANGES, REPLAY};
use super::scale::{Px, Scale};
use super::topic::Said;
use super::words::{Words, all};
use crate::advise::Timeline;
use crate::evaluate::{Evaluation, Evaluator, Verdict};
use crate::model::edtf::Day;
use crate::model::id::ClaimId;
use crate::render::sheet as say;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 230.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 30.0;

#[derive(Template)]
#[template(path = "sheet/history.html", whitespace = "minimize")]
pub(super) struct History {
    /// Nothing is drawn where the replay was left out.
    is_left_out: bool,
    width: Px,
    height: Px,
    right: Px,
    bottom: Px,
    areas: Vec<Layer>,
    across: Vec<(Px, String)>,
    along: Vec<(Px, String)>,
    days: Vec<(String, Vec<Words>)>,
    earlier: Words,
    undated: Words,
}

impl HtmlSafe for History {}

/// The part of one verdict.
struct Layer {
    verdict: Verdict,
    path: String,
    /// Its name at the right edge: where it stands, and how many there are at the end.
    label: Option<(Px, String)>,
}

/// Replays the dossier; `None` where that would take too long.
pub(super) fn replay<'e>(evaluation: &Evaluation<'e>, said: &Said<'_>) -> Option<Timeline<'e>> {
    let mut steps = 0_usize;
    for topic in evaluation.topics() {
        let mut days = std::collections::BTreeSet::new();
        let mut words = 0;
        for assessment in topic.assessments() {
            let entries = said.of(&assessment.claim().id);
            words += entries.len();
            days.extend(entries.iter().filter_map(|entry| entry.published).map(|moment| moment.last_day()));
        }
        steps = steps.saturating_add(words.saturating_mul(days.len()));
    }
    if steps > REPLAY {
        return None;
    }
    let evaluator = Evaluator::new(evaluation.policy().clone());
    let evaluator = match evaluation.as_of() {
        Some(moment) => evaluator.as_of(moment),
        None => evaluator,
    };
    Some(evaluator.timeline(evaluation.dossier()))
}

impl History {
    pub(super) fn left_out() -> Self {
        Self { is_left_out: true, ..Self::empty() }
    }

    fn empty() -> Self {
        Self {
            is_left_out: false,
            width: Px(WIDTH),
            height: Px(HEIGHT),
            right: Px(WIDTH - RIGHT),
            bottom: Px(HEIGHT - BOTTOM),
            areas: Vec::new(),
            across: Vec::new(),
            along: Vec::new(),
            days: Vec::new(),
            earlier: Words(String::new()),
            undated: Words(String::new()),
        }
    }

    /// `None` where no verdict changed on any day.
    pub(super) fn of(timeline: &Timeline<'_>) -> Option<Self> {
        let changes = timeline.changes();
        let (first, last) = (changes.first()?.on, timeline.days().last().copied()?);
        let mut days = say::changes(timeline);
        let mut told = 0;
        let from = days.iter().rposition(|(_, sentences)| {
            told += sentences.len();
            told > CHANGES
        });
        let earlier = from.map_or(0, |from| from + 1);
        let days = days.split_off(earlier).into_iter().map(|(day, sentences)| (say::day(day), all(sentences)));
        let mut history = Self {
            days: days.collect(),
            earlier: Words(say::earlier(earlier)),
            undated: Words(say::undated(timeline.undated().len())),
            ..Self::empty()
        };
        let counts = counts(timeline);
        // The few days long before the rest would take all the room.
        let spoken = |of: &[usize; 6]| of.iter().sum::<usize>();
        let most = counts.last().map_or(0, |(_, of)| spoken(of));
        let from = counts.iter().position(|(_, of)| spoken(of) * 50 > most).unwrap_or_default();
        history.draw(&counts[from..], counts.get(from).map_or(first, |(day, _)| *day), last);
        Some(history)
    }

    /// Steps, one verdict on the other, from what may be stated to what is refuted.
    fn draw(&mut self, counts: &[(Day, [usize; 6])], first: Day, last: Day) {
        let order: Vec<usize> =
            (0..Verdict::ALL.len()).rev().filter(|at| Verdict::ALL[*at] != Verdict::Unsourced).collect();
        let total = |of: &[usize; 6]| order.iter().map(|at| of[*at]).sum::<usize>();
        let most = counts.iter().map(|(_, of)| total(of)).max().unwrap_or_default();
        let values = Scale::of_figures(&[0.0, most as f64]);
        let time = Scale::of_days(first, last);
        let bottom = HEIGHT - BOTTOM;
        let x = |day: Day| LEFT + time.place(f64::from(day.number())) * (WIDTH - RIGHT - LEFT);
        let y = |n: usize| bottom - values.place(n as f64) * (bottom - TOP);
        let end = WIDTH - RIGHT;
        let mut below = vec![0; counts.len()];
        let mut lowest_label = f64::INFINITY;
        for at in order {
            let above: Vec<usize> = below.iter().zip(counts).map(|(below, (_, of))| below + of[at]).collect();
            if above == below {
                continue;
            }
            let edge = |heights: &[usize]| {
                let mut points = Vec::new();
                for (nth, (day, _)) in counts.iter().enumerate() {
                    let until = counts.get(nth + 1).map_or(end, |(next, _)| x(*next));
                    points.push((x(*day), y(heights[nth])));
                    points.push((until, y(heights[nth])));
                }
                points
            };
            let mut outline = edge(&above);
            let mut back = edge(&below);
            back.reverse();
            outline.extend(back);
            outline.dedup();
            let path: Vec<String> = outline.iter().map(|(x, y)| format!("{} {}", Px(*x), Px(*y))).collect();
            let now = counts.last().map_or(0, |(_, of)| of[at]);
            let label = (now > 0).then(|| {
                let middle =
                    above.last().zip(below.last()).map_or(bottom, |(above, below)| f64::midpoint(y(*above), y(*below)));
                let place = (middle + 4.0).min(lowest_label - 15.0).min(bottom);
                lowest_label = place;
                (Px(place), format!("{} {}", say::number(now), Verdict::ALL[at]))
            });
            self.areas.push(Layer { verdict: Verdict::ALL[at], path: format!("M{}Z", path.join("L")), label });
            below = above;
        }
        self.across =
            values.ticks.iter().map(|(at, label)| (Px(bottom - at * (bottom - TOP)), label.clone())).collect();
        self.along = time.ticks.iter().map(|(at, label)| (Px(LEFT + at * (end - LEFT)), label.clone())).collect();
    }
}

/// How many claims have each verdict from the end of each day on which some verdict changed.
fn counts(timeline: &Timeline<'_>) -> Vec<(Day, [usize; 6])> {
    let mut of_claim: BTreeMap<&ClaimId, Verdict> = BTreeMap::new();
    let mut now = [0_usize; 6];
    let mut counts: Vec<(Day, [usize; 6])> = Vec::new();
    for change in timeline.changes() {
        if let Some(before) = of_claim.insert(&change.claim, change.to) {
            now[before as usize] = now[before as usize].saturating_sub(1);
        }
        now[change.to as usize] += 1;
        match counts.last_mut() {
            Some((day, of)) if *day == change.on => *of = now,
            _ => counts.push((change.on, now)),
        }
    }
    counts
}
