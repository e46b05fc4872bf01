//! Readings that move: through rules of one premise from topic to topic, and on the way through time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::compare::{Asserted, Bearing, Span, directly};
use super::measure::{Measures, UnitNumber};
use crate::model::attribute::{Attribute, OverTime};
use crate::model::attribution::Stance;
use crate::model::dossier::Dossier;
use crate::model::links::Lists;
use crate::model::policy::Policy;
use crate::model::region::Region;
use crate::model::rule::{Rule, Term};
use crate::model::sets::Sets;
use crate::model::source::Scope;
use crate::model::value::Extent;

/// A reading on some topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) topic: u32,
    pub(crate) asserted: Asserted,
    pub(crate) unit: UnitNumber,
    pub(crate) span: Span,
}

/// One way from a topic to another.
#[derive(Debug)]
struct Move {
    to: u32,
    how: How,
}

#[derive(Debug)]
enum How {
    /// What is at least as large is at least that.
    Up,
    /// What is at most as large is at most that.
    Down,
    /// Inside the condition: the consequence.
    Forward { condition: Region, unit: UnitNumber, consequence: Asserted, to_unit: UnitNumber },
    /// Outside the consequence: not the condition.
    Back { consequence: Extent, unit: UnitNumber, refused: Asserted, to_unit: UnitNumber },
}

/// What the affirmation and the denial of a claim say of other topics.
type OfClaim = [OnceLock<Box<[Reading]>>; 2];

/// Which topics are tied by rules of one premise, and how readings move between them.
#[derive(Debug)]
pub(crate) struct Moves {
    /// For each topic its attribute; topics that only rules name come after those of claims.
    attribute: Vec<u32>,
    out: Vec<Vec<Move>>,
    /// For each topic of a claim its cluster: topics that readings can move between.
    pub(crate) cluster: Vec<u32>,
    /// For each cluster its topics of claims, and its claims.
    pub(crate) topics: Lists,
    pub(crate) claims: Lists,
    /// For each claim what its affirmation and its denial say of other topics, once somebody has asked for it.
    remembered: OnceLock<Vec<OfClaim>>,
}

impl Moves {
    pub(crate) fn of(dossier: &Dossier, measures: &Measures, policy: &Policy) -> Self {
        let links = dossier.links();
        let mut topics = Topics::of(dossier);
        let mut moves: Vec<(u32, Move)> = Vec::new();
        let subjects = topics.subjects();
        for rule in dossier.rules() {
            // Named topics bring their subject along.
            let is_plain = rule.scopes().all(|scope| scope.subject.is_none());
            for subject in if is_plain { subjects.as_slice() } else { &[""] } {
                match rule {
                    Rule::AtMost(scopes) => {
                        // Where several values hold at once, none of them bounds another attribute.
                        let mut chain: Vec<u32> = scopes.iter().map(|scope| topics.number(scope, subject)).collect();
                        let attribute = |topic: u32| &dossier.attributes()[topics.attribute[topic as usize] as usize];
                        chain.retain(|topic| !attribute(*topic).many);
                        for (low, high) in chain.iter().zip(chain.iter().skip(1)) {
                            moves.push((*low, Move { to: *high, how: How::Up }));
                            moves.push((*high, Move { to: *low, how: How::Down }));
                        }
                    }
                    Rule::Implies { condition: Term(from, when), consequence: Term(to, then) } => {
                        let [from, to] = [from, to].map(|scope| topics.number(scope, subject));
                        let [from_attribute, to_attribute] = [from, to].map(|t| topics.attribute[t as usize]);
                        let when = measures.term(when, from_attribute, &policy.tolerance);
                        let then = measures.term(then, to_attribute, &policy.tolerance);
                        let [unit, to_unit] =
                            [from_attribute, to_attribute].map(|a| measures.attribute_unit[a as usize]);
                        let consequence =
                            Asserted { core: then.core.clone(), wide: then.wide.clone(), is_denial: false };
                        let refused = Asserted::denial(&when.wide);
                        let forward = How::Forward { condition: when.core, unit, consequence, to_unit };
                        moves.push((from, Move { to, how: forward }));
                        let back = How::Back { consequence: then, unit: to_unit, refused, to_unit: unit };
                        moves.push((to, Move { to: from, how: back }));
                    }
                    Rule::Sum { .. } => {}
                }
            }
        }
        let mut out: Vec<Vec<Move>> = Vec::new();
        out.resize_with(topics.attribute.len(), Vec::new);
        let mut ties = Sets::new(topics.attribute.len());
        for (from, step) in moves {
            ties.join(from, step.to);
            out[from as usize].push(step);
        }
        let (cluster, clusters) = ties.numbers(links.topics.len());
        let claim_cluster = links.claim_topic.iter().map(|topic| cluster[*topic as usize]);
        let claims = Lists::group(clusters, claim_cluster.zip(0..));
        let topics_of = Lists::group(clusters, cluster.iter().copied().zip(0..));
        Self { attribute: topics.attribute, out, cluster, topics: topics_of, claims, remembered: OnceLock::new() }
    }

    /// Whether readings can leave this topic.
    pub(crate) fn is_tied(&self, topic: u32) -> bool {
        !self.out[topic as usize].is_empty()
    }

    pub(crate) fn attribute<'d>(&self, dossier: &'d Dossier, topic: u32) -> &'d Attribute {
        &dossier.attributes()[self.attribute[topic as usize] as usize]
    }

    /// Everything that a word on a claim says of other topics, worked out once.
    pub(crate) fn remembered(&self, dossier: &Dossier, measures: &Measures, claim: u32, stance: Stance) -> &[Reading] {
        let nth = match stance {
            Stance::Affirms => 0,
            Stance::Denies => 1,
            Stance::Doubts | Stance::Silent => return &[],
        };
        let of_claims = self.remembered.get_or_init(|| {
            let mut of_claims: Vec<OfClaim> = Vec::new();
            of_claims.resize_with(measures.claims.len(), Default::default);
            of_claims
        });
        of_claims[claim as usize][nth]
            .get_or_init(|| self.readings(dossier, measures, claim, stance).into_boxed_slice())
    }

    /// Everything that a word on a claim says of other topics.
    pub(crate) fn readings(&self, dossier: &Dossier, measures: &Measures, claim: u32, stance: Stance) -> Vec<Reading> {
        let topic = dossier.links().claim_topic[claim as usize];
        let Some(asserted) = Asserted::by(measures, claim, stance) else {
            return Vec::new();
        };
        let Measured { unit, time } = Measured::of(measures, claim);
        let mut found = vec![self.arriving(dossier, Reading { topic, asserted, unit, span: Span::At(time) })];
        let mut next = 0;
        while let Some(reading) = found.get(next).cloned() {
            next += 1;
            let attribute = self.attribute(dossier, reading.topic);
            let through_time = match reading.span {
                Span::At(Some(time)) if attribute.over_time == OverTime::Cumulative => vec![
                    Reading { asserted: reading.asserted.up(), span: Span::From(time), ..reading.clone() },
                    Reading { asserted: reading.asserted.down(), span: Span::Until(time), ..reading.clone() },
                ],
                _ => Vec::new(),
            };
            let through_rules =
                self.out[reading.topic as usize].iter().filter_map(|step| step.apply(&reading, attribute, measures));
            for moved in through_time.into_iter().chain(through_rules) {
                let moved = self.arriving(dossier, moved);
                if !moved.asserted.says_nothing() && !found.contains(&moved) {
                    found.push(moved);
                }
            }
        }
        found.retain(|reading| reading.topic != topic);
        found
    }

    /// A reading on a fixed attribute holds always.
    fn arriving(&self, dossier: &Dossier, mut reading: Reading) -> Reading {
        if self.attribute(dossier, reading.topic).over_time == OverTime::Fixed {
            reading.span = Span::Always;
        }
        reading
    }

    /// What a word on `spoken` means for `claim`, of one cluster; `readings` are those of the word.
    pub(crate) fn bearing(
        &self,
        dossier: &Dossier,
        measures: &Measures,
        (spoken, stance): (u32, Stance),
        readings: &[Reading],
        claim: u32,
    ) -> Bearing {
        let links = dossier.links();
        let [from, topic] = [spoken, claim].map(|c| links.claim_topic[c as usize]);
        let attribute = self.attribute(dossier, topic);
        if from == topic {
            return directly(measures, attribute, spoken, stance, claim);
        }
        let target = &measures.claims[claim as usize];
        let mut bearing = Bearing::Silent;
        for reading in readings {
            let speaks = reading.topic == topic
                && measures.units.is_comparable(reading.unit, target.unit)
                && reading.span.meets(attribute, target.time);
            match speaks.then(|| reading.asserted.bearing(measures, claim, attribute.many)) {
                Some(Bearing::Opposes) => return Bearing::Opposes,
                Some(Bearing::Supports) => bearing = Bearing::Supports,
                _ => {}
            }
        }
        bearing
    }
}

/// The parts of a measured claim that a reading carries.
struct Measured {
    unit: UnitNumber,
    time: Option<super::time::Time>,
}

impl Measured {
    fn of(measures: &Measures, claim: u32) -> Self {
        let measured = &measures.claims[claim as usize];
        Self { unit: measured.unit, time: measured.time }
    }
}

impl Move {
    /// What a reading becomes along this way, if anything.
    fn apply(&self, reading: &Reading, attribute: &Attribute, measures: &Measures) -> Option<Reading> {
        let is_comparable = |unit: UnitNumber| measures.units.is_comparable(reading.unit, unit);
        let asserted = &reading.asserted;
        let (asserted, unit) = match &self.how {
            How::Up => (asserted.up(), reading.unit),
            How::Down => (asserted.down(), reading.unit),
            How::Forward { condition, unit, consequence, to_unit } => {
                let inside = is_comparable(*unit)
                    && !(attribute.many && asserted.is_denial)
                    && asserted.core.is_subset(condition);
                (inside.then(|| consequence.clone())?, *to_unit)
            }
            How::Back { consequence, unit, refused, to_unit } => {
                let outside = is_comparable(*unit)
                    && if asserted.is_denial {
                        asserted.core.is_disjoint(&consequence.core)
                    } else {
                        !attribute.many && asserted.wide.is_disjoint(&consequence.wide)
                    };
                (outside.then(|| refused.clone())?, *to_unit)
            }
        };
        Some(Reading { topic: self.to, asserted, unit, span: reading.span })
    }
}

/// Topics by subject and attribute, those that only rules name included.
struct Topics<'d> {
    dossier: &'d Dossier,
    numbers: BTreeMap<(&'d str, u32), u32>,
    attribute: Vec<u32>,
}

impl<'d> Topics<'d> {
    fn of(dossier: &'d Dossier) -> Self {
        let topics = &dossier.links().topics;
        // Without rules nobody asks by name.
        let named = if dossier.rules().is_empty() { &[][..] } else { topics.as_slice() };
        Self {
            dossier,
            numbers: named.iter().zip(0..).map(|(topic, at)| ((&*topic.subject, topic.attribute), at)).collect(),
            attribute: topics.iter().map(|topic| topic.attribute).collect(),
        }
    }

    fn attribute_number(&self, scope: &Scope) -> u32 {
        let attributes = self.dossier.attributes();
        attributes
            .binary_search_by(|attribute| attribute.id.cmp(&scope.attribute))
            .map_or(0, |at| u32::try_from(at).unwrap_or(0))
    }

    /// The subjects that rules of plain attributes hold for: those of which some attribute that a rule ties is claimed. A rule can pass a reading on
    /// to the next one where nobody claims anything in between, so they are the same for every such rule.
    fn subjects(&self) -> Vec<&'d str> {
        let plain = self.dossier.rules().iter().flat_map(Rule::scopes).filter(|scope| scope.subject.is_none());
        let tied: BTreeSet<u32> = plain.map(|scope| self.attribute_number(scope)).collect();
        let topics = self.numbers.keys().filter(|(_, attribute)| tied.contains(attribute));
        let mut subjects: Vec<&str> = topics.map(|(subject, _)| *subject).collect();
        subjects.dedup();
        subjects
    }

    fn number(&mut self, scope: &'d Scope, subject: &'d str) -> u32 {
        let attribute = self.attribute_number(scope);
        let subject = scope.subject.as_deref().unwrap_or(subject);
        *self.numbers.entry((subject, attribute)).or_insert_with(|| {
            self.attribute.push(attribute);
            u32::try_from(self.attribute.len() - 1).unwrap_or(u32::MAX)
        })
    }
}
