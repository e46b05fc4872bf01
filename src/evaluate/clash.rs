//! When two words on one topic cannot both be meant: the ground of supersession and of self-contradiction.

use super::contest::Item;
use super::measure::Measures;
use super::time::{Time, is_same};
use crate::model::attribute::{Attribute, OverTime};
use crate::model::attribution::Stance;
use crate::model::region::Region;

/// Compares words on the claims of one topic.
pub(crate) struct Clash<'a> {
    pub(crate) measures: &'a Measures,
    pub(crate) attribute: &'a Attribute,
}

impl Clash<'_> {
    /// Whether two claims of the topic speak of one time.
    pub(crate) fn is_same_time(&self, a: u32, b: u32) -> bool {
        is_same(self.attribute, self.time(a), self.time(b))
    }

    fn time(&self, claim: u32) -> Option<Time> {
        self.measures.claims[claim as usize].time
    }

    /// Whether two words, each a claim and a stance, clash.
    pub(crate) fn is_clash(&self, a: (u32, Stance), b: (u32, Stance)) -> bool {
        let [one, other] = [a.0, b.0].map(|claim| &self.measures.claims[claim as usize]);
        if !self.measures.units.is_comparable(one.unit, other.unit) || !self.is_same_time(a.0, b.0) {
            return false;
        }
        match (a.1, b.1) {
            (Stance::Affirms, Stance::Affirms) => {
                !self.attribute.many && one.extent.wide.is_disjoint(&other.extent.wide)
            }
            (Stance::Affirms, Stance::Denies) => one.extent.core.is_subset(&other.extent.wide),
            (Stance::Denies, Stance::Affirms) => other.extent.core.is_subset(&one.extent.wide),
            (Stance::Denies, Stance::Denies) => {
                !self.attribute.many && one.extent.wide.complement().is_disjoint(&other.extent.wide.complement())
            }
            _ => false,
        }
    }

    /// Whether some value lies within every one of these claims, so that affirming them never clashes.
    pub(crate) fn all_agree(&self, mut claims: impl Iterator<Item = u32>) -> bool {
        let wide = |claim: u32| &self.measures.claims[claim as usize].extent.wide;
        let Some(first) = claims.next() else {
            return true;
        };
        let mut common: Region = wide(first).clone();
        self.attribute.many
            || claims.all(|claim| {
                common = common.intersection(wide(claim));
                !common.is_empty()
            })
    }

    /// Divides items into groups such that only items of one group can speak of one time.
    pub(crate) fn periods(&self, items: &[Item]) -> Vec<Vec<usize>> {
        if self.attribute.over_time == OverTime::Fixed {
            return vec![(0..items.len()).collect()];
        }
        let mut timed: Vec<(Time, usize)> = Vec::new();
        let mut undated = Vec::new();
        for (at, item) in items.iter().enumerate() {
            match self.time(item.claim) {
                Some(time) => timed.push((time, at)),
                None => undated.push(at),
            }
        }
        timed.sort_unstable();
        let mut periods = vec![undated];
        let mut reach = None;
        for (time, at) in timed {
            // By their order, a time that is not one with what reaches farthest is not one with any before it.
            let joins = reach.is_some_and(|reach| is_same(self.attribute, Some(reach), Some(time)));
            match periods.last_mut() {
                Some(period) if joins => period.push(at),
                _ => periods.push(vec![at]),
            }
            reach = match reach {
                Some(reach) if joins => Some(Time { start: reach.start.max(time.start), end: reach.end.max(time.end) }),
                _ => Some(time),
            };
        }
        periods.retain(|period| period.len() > 1);
        periods
    }
}
