//! What does not go together with other claims.

use std::collections::BTreeSet;

use super::{Case, Entries};
use crate::evaluate::conflict::ConflictKind;
use crate::evaluate::finding::{Code, NextStep};
use crate::evaluate::judge::is_opposed;
use crate::evaluate::measure::attribute_of;
use crate::evaluate::time::is_same;
use crate::model::attribute::OverTime;
use crate::model::number::Number;
use crate::model::quantity::Quantity;
use crate::model::value::Value;

impl Case<'_> {
    pub(super) fn comparing(&mut self) {
        let topic = self.walker.topic_number(self.claim);
        let cluster = self.walker.moves.claims.get(self.walker.moves.cluster[topic as usize] as usize);
        let others: Vec<u32> = cluster.iter().copied().filter(|other| *other != self.claim).collect();
        let on_topic: Vec<u32> =
            others.iter().copied().filter(|other| self.walker.topic_number(*other) == topic).collect();
        self.conflicts(&others);
        self.not_comparable(&on_topic);
        self.floors(&on_topic);
    }

    fn conflicts(&mut self, others: &[u32]) {
        let (mut falling, mut broken) = (BTreeSet::new(), BTreeSet::new());
        if self.evaluation.is_held(self.claim) {
            for other in others.iter().copied().filter(|other| self.evaluation.is_held(*other)) {
                if is_opposed(&self.walker, self.claim, other) {
                    match self.evaluation.kind(self.claim, other) {
                        ConflictKind::OverTime => falling.insert(other),
                        ConflictKind::Rule | ConflictKind::Sum => broken.insert(other),
                        ConflictKind::Values => false,
                    };
                }
            }
        }
        let claims = self.walker.dossier.claims();
        let own = &self.assessment.claim().id;
        for sum in self.evaluation.sums.iter().filter(|sum| sum.claims.contains(own)) {
            for id in sum.claims.iter().filter(|id| *id != own) {
                let found = claims.binary_search_by(|claim| claim.id.cmp(id)).ok();
                broken.extend(found.and_then(|at| u32::try_from(at).ok()));
            }
        }
        for (code, with) in [(Code::FallingCumulative, falling), (Code::RuleBroken, broken)] {
            if !with.is_empty() {
                let next = NextStep::Reconcile { with: self.claim_ids(&with) };
                self.report(code, &Entries { claims: with, ..Entries::default() }, next);
            }
        }
    }

    /// Whether a word stands on a claim.
    fn is_spoken(&self, claim: u32) -> bool {
        self.walker.standing.words.on_claim.get(claim as usize).iter().any(|at| self.stands(*at))
    }

    fn not_comparable(&mut self, others: &[u32]) {
        if !self.is_spoken(self.claim) {
            return;
        }
        let measures = self.walker.measures;
        let own = &measures.claims[self.claim as usize];
        let attribute = attribute_of(self.walker.dossier, self.walker.topic_number(self.claim));
        let is_apart = |other: &u32| {
            let other = &measures.claims[*other as usize];
            let is_timed = attribute.over_time != OverTime::Fixed;
            !measures.units.is_comparable(own.unit, other.unit)
                || (is_timed && own.time.is_some() != other.time.is_some())
        };
        let apart: BTreeSet<u32> =
            others.iter().copied().filter(is_apart).filter(|other| self.is_spoken(*other)).collect();
        if !apart.is_empty() {
            let next = NextStep::Align { with: self.claim_ids(&apart) };
            self.report(Code::NotComparable, &Entries { claims: apart, ..Entries::default() }, next);
        }
    }

    fn floors(&mut self, others: &[u32]) {
        let Some(own) = self.floor(self.claim) else {
            return;
        };
        let attribute = attribute_of(self.walker.dossier, self.walker.topic_number(self.claim));
        let measures = self.walker.measures;
        let factor = self.evaluation.policy().floors_apart;
        let is_far = |other: &u32| {
            let [a, b] = [self.claim, *other].map(|claim| &measures.claims[claim as usize]);
            let same = measures.units.is_comparable(a.unit, b.unit) && is_same(attribute, a.time, b.time);
            same && self.floor(*other).is_some_and(|floor| {
                let (low, high) = (own.min(floor), own.max(floor));
                low > Number::ZERO && low.checked_mul(factor).is_some_and(|far| high >= far)
            })
        };
        let far: BTreeSet<u32> = others.iter().copied().filter(is_far).collect();
        if !far.is_empty() {
            let next = NextStep::Reconcile { with: self.claim_ids(&far) };
            self.report(Code::FloorsApart, &Entries { claims: far, ..Entries::default() }, next);
        }
    }

    /// The lower bound that a claim states, in base units, if somebody stands by it.
    fn floor(&self, claim: u32) -> Option<Number> {
        let is_floor = matches!(
            self.walker.dossier.claims()[claim as usize].value,
            Value::Quantity(Quantity::AtLeast(_) | Quantity::MoreThan(_))
        );
        let crate::model::region::Region::Numbers(core) = &self.walker.measures.claims[claim as usize].extent.core
        else {
            return None;
        };
        match core.lower()? {
            std::ops::Bound::Included(at) | std::ops::Bound::Excluded(at)
                if is_floor && self.evaluation.is_held(claim) =>
            {
                Some(*at)
            }
            _ => None,
        }
    }
}
