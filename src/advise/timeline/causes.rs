//! Causes: which of the attributions that became known on a day were enough to change a verdict.

use std::collections::HashMap;

use super::{Act, Bears, Cause};
use crate::evaluate::{Again, SideOf, Verdict};
use crate::model::dossier::Dossier;
use crate::model::id::AttributionId;
use crate::model::moment::Moment;

/// Of one change, as many sets of attributions are tried at most before the search for the least gives way to leaving out what can be left out.
const TRIES: usize = 64;

/// What became known on a day.
pub(super) struct Novelty<'a> {
    pub(super) dossier: &'a Dossier,
    /// The attributions, sorted.
    pub(super) new: &'a [u32],
    /// The end of the day.
    pub(super) as_of: Moment,
    /// For each attribution whether it is known by then.
    pub(super) is_known: &'a [bool],
}

/// The search for the causes of the changes of one day.
pub(super) struct Search<'s, 'a, 'd> {
    pub(super) again: &'s mut Again<'d>,
    pub(super) novelty: &'s Novelty<'a>,
    /// The claims that changed, sorted.
    pub(super) changed: &'s [u32],
    /// Verdicts as [`Again::judge`] gives them, of the day before and of this day.
    pub(super) before: &'s [Verdict],
    pub(super) after: &'s [Verdict],
    /// What sets of attributions would have made of the claims that changed.
    pub(super) tried: HashMap<Vec<u32>, Vec<Verdict>>,
}

impl Search<'_, '_, '_> {
    /// The causes of a change of the verdict on a claim, and which others would have been enough, each alone.
    pub(super) fn causes(&mut self, claim: u32, verdict: Verdict) -> (Vec<Cause>, Vec<AttributionId>) {
        let (because, likewise) = self.least(claim, verdict);
        let because = because.iter().map(|at| self.novelty.cause(self.again, *at, claim)).collect();
        let mut likewise: Vec<AttributionId> = likewise.iter().map(|at| self.novelty.id(*at).clone()).collect();
        likewise.sort();
        (because, likewise)
    }

    fn least(&mut self, claim: u32, verdict: Verdict) -> (Vec<u32>, Vec<u32>) {
        let mut new = self.novelty.new.to_vec();
        if new.len() == 1 {
            return (new, Vec::new());
        }
        new.sort_by_key(|at| self.novelty.rank(*at, claim));
        if self.again.is_large() {
            return (self.bearing(&new, claim), Vec::new());
        }
        // Those that can change the judgement of the claim itself; what happens to claims that oppose it can settle it otherwise.
        let touches = |at: &u32| {
            let touched = self.again.touched(&[*at], |other| self.novelty.is_known[other as usize]);
            touched.binary_search(&claim).is_ok()
        };
        let own: Vec<u32> = new.iter().copied().filter(touches).collect();
        let is_own =
            verdict == self.after[claim as usize] && !matches!(verdict, Verdict::Confirmed | Verdict::Contradicted);
        if is_own && own.len() == 1 {
            return (own, Vec::new());
        }
        let found = if is_own || own.len() == new.len() { None } else { self.among(&own, claim, verdict) };
        let pool = if is_own { &own } else { &new };
        found.or_else(|| self.among(pool, claim, verdict)).unwrap_or((new, Vec::new()))
    }

    /// The least of the sets out of these attributions that are enough; and where that is a single one, the others that are enough alone.
    fn among(&mut self, pool: &[u32], claim: u32, verdict: Verdict) -> Option<(Vec<u32>, Vec<u32>)> {
        let mut alone = Vec::new();
        for at in pool.iter().take(TRIES) {
            if self.is_enough(&[*at], claim, verdict) {
                alone.push(*at);
            }
        }
        if !alone.is_empty() {
            let others = alone.split_off(1);
            return Some((alone, others));
        }
        let mut tries = 0;
        for size in 2..pool.len() {
            let mut picked: Vec<usize> = (0..size).collect();
            while tries < TRIES {
                let set: Vec<u32> = picked.iter().filter_map(|at| pool.get(*at)).copied().collect();
                if self.is_enough(&set, claim, verdict) {
                    return Some((set, Vec::new()));
                }
                tries += 1;
                if !advance(&mut picked, pool.len()) {
                    break;
                }
            }
        }
        if pool.len() > TRIES || !self.is_enough(pool, claim, verdict) {
            return None;
        }
        // Too many sets to try: what can be left out is left out, the last published first, until nothing can.
        let mut set = pool.to_vec();
        let mut tried_whole = false;
        while !tried_whole {
            tried_whole = true;
            for at in (0..set.len()).rev() {
                let mut less = set.clone();
                less.remove(at);
                if self.is_enough(&less, claim, verdict) {
                    set = less;
                    tried_whole = false;
                }
            }
        }
        Some((set, Vec::new()))
    }

    /// Whether these attributions alone, added to what was known the day before, give the claim this verdict.
    fn is_enough(&mut self, set: &[u32], claim: u32, verdict: Verdict) -> bool {
        let mut key = set.to_vec();
        key.sort_unstable();
        let left_out: Vec<u32> = self.novelty.new.iter().copied().filter(|at| key.binary_search(at).is_err()).collect();
        let is_known = |at: u32| self.novelty.is_known[at as usize] && left_out.binary_search(&at).is_err();
        if !self.tried.contains_key(&key) {
            let mut touched = self.again.touched(&key, is_known);
            touched.retain(|claim| self.changed.binary_search(claim).is_ok());
            let mut verdicts = self.before.to_vec();
            if !touched.is_empty() {
                self.again.judge(self.novelty.as_of, &left_out, &touched, &mut verdicts);
            }
            self.tried.insert(key.clone(), verdicts);
        }
        let Some(verdicts) = self.tried.get(&key) else {
            return false;
        };
        if verdicts[claim as usize] != Verdict::Confirmed {
            return verdicts[claim as usize] == verdict;
        }
        // It hangs on the claims that oppose it, which need not be among those that changed.
        let mut verdicts = verdicts.clone();
        let mut others = self.again.touched(&key, is_known);
        others.retain(|other| *other != claim && self.again.is_opposed(*other, claim));
        if !others.is_empty() {
            self.again.judge(self.novelty.as_of, &left_out, &others, &mut verdicts);
        }
        self.again.settled(&verdicts, claim) == verdict
    }

    /// Of a topic too large to try sets on: the attributions that bear on the claim, or where none does, all.
    fn bearing(&self, new: &[u32], claim: u32) -> Vec<u32> {
        let bears: Vec<u32> = new.iter().copied().filter(|at| self.again.side(*at, claim).is_some()).collect();
        if bears.is_empty() { new.to_vec() } else { bears }
    }
}

/// The next choice of as many numbers below `below`, in order; false after the last.
fn advance(picked: &mut [usize], below: usize) -> bool {
    let size = picked.len();
    let Some(at) = (0..size).rev().find(|at| picked[*at] < below - (size - at)) else {
        return false;
    };
    picked[at] += 1;
    for next in at + 1..size {
        picked[next] = picked[next - 1] + 1;
    }
    true
}

impl Novelty<'_> {
    fn id(&self, at: u32) -> &AttributionId {
        &self.dossier.attributions()[at as usize].id
    }

    /// Of several attributions that would have been enough the earliest counts as the cause; of those of one moment one that speaks of the claim itself, then one that
    /// cites nobody, then one of a source that has no stake in it, then one of the better grade.
    fn rank(&self, at: u32, claim: u32) -> impl Ord + use<> {
        let entry = &self.dossier.attributions()[at as usize];
        let links = self.dossier.links();
        let speaker = links.speaker[links.source[at as usize] as usize];
        let source = &self.dossier.sources()[speaker as usize];
        let has_stake = source.party.is_on(&self.dossier.claims()[claim as usize].attribute);
        let is_elsewhere = links.claim[at as usize] != claim;
        let cites = !entry.cites.is_empty();
        (entry.published.map(|moment| moment.known_from()), is_elsewhere, cites, has_stake, source.reliability, at)
    }

    fn cause(&self, again: &Again<'_>, at: u32, claim: u32) -> Cause {
        let entry = &self.dossier.attributions()[at as usize];
        let bears = match again.side(at, claim) {
            Some(SideOf::Support) => Bears::For,
            Some(SideOf::Opposition) => Bears::Against,
            None => Bears::Neither,
        };
        Cause { attribution: entry.id.clone(), act: Act::of(entry), bears }
    }
}
