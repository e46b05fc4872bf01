//! What stands behind a claim itself: its own standing affirmations and those from whom they have it, without words on other claims.

use super::evaluation::Evaluation;
use super::hop::{Ask, Walker};
use super::judge::{Group, is_opposed};
use super::lent::Lent;
use super::measure::attribute_of;
use super::provenance::SideOf;
use super::standards::Owners;
use super::time::{Time, is_same};
use crate::model::attribute::OverTime;
use crate::model::attribution::Stance;
use crate::model::value::Extent;

/// An origin of a claim's own affirmations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OwnOrigin {
    pub(crate) source: u32,
    /// The gate that it is fed through; origins of one gate count once.
    pub(crate) gate: u32,
    pub(crate) is_declared: bool,
}

/// Asks for the origins of one claim after another.
pub(crate) struct Own<'e> {
    walker: Walker<'e>,
    bench: Lent<'e>,
}

impl<'e> Own<'e> {
    pub(crate) fn of(evaluation: &'e Evaluation<'_>) -> Self {
        let walker = evaluation.walker();
        let bench = evaluation.lend(&walker);
        Self { walker, bench }
    }

    /// The origins that carry to the standing affirmations of a claim, by source; O(words on it).
    pub(crate) fn origins(&mut self, claim: u32) -> Vec<OwnOrigin> {
        let group = [Group { claim, stance: Stance::Affirms, readings: Vec::new().into() }];
        self.bench.gather(&self.walker, &group, claim);
        let graph = self.bench.graph(&self.walker, claim, SideOf::Support, Ask::WhetherItCarries, |_, _, _| {});
        let origins = graph.parts.iter().filter(|part| part.is_origin());
        let mut found: Vec<OwnOrigin> = origins
            .map(|part| OwnOrigin {
                source: part.source,
                gate: self.walker.standards.feed_gate(part.source, Owners::Count),
                is_declared: part.declared,
            })
            .collect();
        found.sort_unstable();
        found
    }
}

impl Evaluation<'_> {
    /// Whether affirming either of two claims opposes the other.
    pub(crate) fn opposes(&self, a: u32, b: u32) -> bool {
        is_opposed(&self.walker(), a, b)
    }

    /// The sets that a claim's value means.
    pub(crate) fn extent(&self, claim: u32) -> &Extent {
        &self.walker().measures.claims[claim as usize].extent
    }

    /// The days from the first to the last that a claim is about.
    pub(crate) fn span(&self, claim: u32) -> Option<(i32, i32)> {
        self.walker().measures.claims[claim as usize].time.map(|time| (time.start, time.end))
    }

    /// What all units have in common that compare with that of a claim.
    pub(crate) fn unit_class(&self, claim: u32) -> u32 {
        let measures = self.walker().measures;
        measures.units.class(measures.claims[claim as usize].unit)
    }

    /// Whether every two of some claims of one topic are about one time of fact.
    pub(crate) fn are_of_one_time(&self, claims: &[u32]) -> bool {
        let walker = self.walker();
        let Some(first) = claims.first() else {
            return true;
        };
        let attribute = attribute_of(walker.dossier, walker.topic_number(*first));
        if attribute.over_time == OverTime::Fixed {
            return true;
        }
        let times: Vec<_> = claims.iter().map(|claim| walker.measures.claims[*claim as usize].time).collect();
        let Some(times) = times.iter().copied().collect::<Option<Vec<Time>>>() else {
            return times.iter().all(Option::is_none);
        };
        // Where two are not one time, the earlier and the one that begins last of all are not either: the gap is no smaller, and the earlier
        // still begins before the closing day. To ask the one that ends first is not enough: of two that end together one may begin before that day.
        let begins_last = times.iter().max_by_key(|time| time.start);
        begins_last.is_none_or(|last| times.iter().all(|time| is_same(attribute, Some(*time), Some(*last))))
    }

    /// Whether two claims of one topic are about one time of fact.
    pub(crate) fn is_same_time(&self, a: u32, b: u32) -> bool {
        let walker = self.walker();
        let attribute = attribute_of(walker.dossier, walker.topic_number(a));
        let [a, b] = [a, b].map(|claim| walker.measures.claims[claim as usize].time);
        is_same(attribute, a, b)
    }
}
