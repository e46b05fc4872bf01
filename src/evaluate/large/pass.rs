//! Passes: claims of one topic whose units compare and whose times are known alike, with all that is said of their topic.

use super::field::{Axis, Boxes, Field, Limit, intervals};
use super::place::{Line, Place, kind};
use crate::evaluate::compare::{Asserted, Span};
use crate::evaluate::hop::Walker;
use crate::evaluate::judge::Group;
use crate::evaluate::measure::{UnitNumber, attribute_of};
use crate::evaluate::moves::Reading;
use crate::evaluate::time::Time;
use crate::model::attribute::{Attribute, OverTime};

/// What the claims of one pass have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Kin {
    topic: u32,
    units: UnitNumber,
    is_dated: bool,
    /// It begins when the count no longer grows.
    is_closed: bool,
}

/// All passes over some claims.
pub(super) struct Passes<'a> {
    walker: &'a Walker<'a>,
    groups: &'a [Group<'a>],
    claims: Vec<(Kin, u32)>,
    /// Topic, units, group, and which of its readings, one more than that, or 0 for the word as it was spoken.
    said: Vec<(u32, UnitNumber, u32, u32)>,
    pub(super) line: Line,
}

impl<'a> Passes<'a> {
    /// The passes over some claims, and the claims whose values are no intervals. `None` where a value is not of its attribute's kind.
    pub(super) fn of(walker: &'a Walker<'a>, groups: &'a [Group<'a>], claims: &[u32]) -> Option<(Self, Vec<u32>)> {
        let measures = walker.measures;
        let kind_of = |topic: u32| walker.moves.attribute(walker.dossier, topic).kind;
        let mut said = Vec::with_capacity(groups.len());
        for (at, group) in (0..).zip(groups) {
            let measured = &measures.claims[group.claim as usize];
            let topic = walker.topic_number(group.claim);
            if kind(&measured.extent.wide) != kind_of(topic) {
                return None;
            }
            said.push((topic, measures.units.class(measured.unit), at, 0));
            for (nth, reading) in (1..).zip(group.readings.iter()) {
                if kind(&reading.asserted.core) != kind_of(reading.topic) {
                    return None;
                }
                said.push((reading.topic, measures.units.class(reading.unit), at, nth));
            }
        }
        said.sort_unstable();
        let mut line = Line::default();
        let mut regular = Vec::with_capacity(claims.len());
        let mut irregular = Vec::new();
        for claim in claims {
            let measured = &measures.claims[*claim as usize];
            let topic = walker.topic_number(*claim);
            let attribute = attribute_of(walker.dossier, topic);
            if kind(&measured.extent.wide) != attribute.kind || intervals(&mut line, measured).is_none() {
                irregular.push(*claim);
                continue;
            }
            let time = measured.time.filter(|_| attribute.over_time != OverTime::Fixed);
            let kin = Kin {
                topic,
                units: measures.units.class(measured.unit),
                is_dated: time.is_some(),
                is_closed: time.is_some_and(|time| is_closed(attribute, time)),
            };
            regular.push((kin, *claim));
        }
        regular.sort_unstable();
        Some((Self { walker, groups, claims: regular, said, line }, irregular))
    }

    /// The claims of each pass, their points, and what bears on them.
    pub(super) fn each(mut self, mut pass: impl FnMut(&[u32], Field, Boxes)) {
        let mut line = std::mem::take(&mut self.line);
        let mut start = 0;
        while let Some((kin, _)) = self.claims.get(start).copied() {
            let end = start + self.claims[start..].partition_point(|(other, _)| *other == kin);
            let claims: Vec<u32> = self.claims[start..end].iter().map(|(_, claim)| *claim).collect();
            start = end;
            let field = Field::of(self.walker.measures, &mut line, &claims);
            let mut boxes = Boxes::default();
            let from = self.said.partition_point(|said| (said.0, said.1) < (kin.topic, kin.units));
            let said = self.said[from..].iter().take_while(|said| (said.0, said.1) == (kin.topic, kin.units));
            for (_, _, group, reading) in said {
                let attribute = attribute_of(self.walker.dossier, kin.topic);
                let mut add = |asserted: &Asserted, when: &[Limit]| {
                    boxes.add(&field, &mut line, *group, (asserted, attribute.many), when);
                };
                let words = &self.groups[*group as usize];
                match (*reading as usize).checked_sub(1) {
                    None => spoken(self.walker, words, attribute, kin, &mut add),
                    Some(nth) => moved(&words.readings[nth], attribute, kin, &mut add),
                }
            }
            if start == self.claims.len() {
                // Nobody asks for these any more, and the sweep takes room of its own.
                (self.claims, self.said) = (Vec::new(), Vec::new());
            }
            pass(&claims, field, boxes);
        }
    }
}

/// What a word means for claims of its own topic: at its time, and through time where it can move.
fn spoken(
    walker: &Walker<'_>,
    group: &Group<'_>,
    attribute: &Attribute,
    kin: Kin,
    add: &mut impl FnMut(&Asserted, &[Limit]),
) {
    let Some(asserted) = Asserted::by(walker.measures, group.claim, group.stance) else {
        return;
    };
    let time = walker.measures.claims[group.claim as usize].time;
    let Some(when) = same_time(attribute, time, kin) else {
        return;
    };
    add(&asserted, &when);
    let moves = attribute.over_time == OverTime::Cumulative && !when.is_empty();
    if let Some(time) = time.filter(|_| moves) {
        for (moved, when) in [(asserted.up(), from(time)), (asserted.down(), until(time))] {
            if !moved.says_nothing() {
                add(&moved, &[when]);
            }
        }
    }
}

/// What a reading from another topic means here.
fn moved(reading: &Reading, attribute: &Attribute, kin: Kin, add: &mut impl FnMut(&Asserted, &[Limit])) {
    match reading.span {
        Span::Always => add(&reading.asserted, &[]),
        Span::At(time) => {
            if let Some(when) = same_time(attribute, time, kin) {
                add(&reading.asserted, &when);
            }
        }
        Span::From(time) if kin.is_dated => add(&reading.asserted, &[from(time)]),
        Span::Until(time) if kin.is_dated => add(&reading.asserted, &[until(time)]),
        Span::From(_) | Span::Until(_) => {}
    }
}

/// The claims that count as of one time with this one; `None` for none, no limit for all.
fn same_time(attribute: &Attribute, time: Option<Time>, kin: Kin) -> Option<Vec<Limit>> {
    if attribute.over_time == OverTime::Fixed {
        return Some(Vec::new());
    }
    match time {
        None => (!kin.is_dated).then(Vec::new),
        Some(_) if !kin.is_dated => None,
        Some(time) if kin.is_closed && is_closed(attribute, time) => Some(Vec::new()),
        Some(time) => {
            let days = attribute.holds_for.filter(|_| attribute.over_time == OverTime::Varying).map_or(0, i64::from);
            let at_most = Limit::AtMost(Axis::Start, Place::Time(i64::from(time.end) + days));
            Some(vec![at_most, Limit::AtLeast(Axis::End, Place::Time(i64::from(time.start) - days))])
        }
    }
}

fn from(time: Time) -> Limit {
    Limit::AtLeast(Axis::Start, Place::Time(i64::from(time.end) + 1))
}

fn until(time: Time) -> Limit {
    Limit::AtMost(Axis::End, Place::Time(i64::from(time.start) - 1))
}

fn is_closed(attribute: &Attribute, time: Time) -> bool {
    attribute.over_time == OverTime::Cumulative && attribute.closes.is_some_and(|day| time.start >= day.number())
}
