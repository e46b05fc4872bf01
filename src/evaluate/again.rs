//! Judging again: one dossier by what is known at one moment after another. What does not follow the moment is worked out once, and then only those claims
//! are judged again whose judgement can have changed.

use std::collections::{BTreeSet, HashMap};

use super::compare::Bearing;
use super::crew::Crew;
use super::hop::Walker;
use super::judge::{self, Bench, Group, Judged};
use super::measure::Measures;
use super::moves::Moves;
use super::provenance::SideOf;
use super::standards::{Standards, Test};
use super::standing::Standing;
use super::verdict::Verdict;
use crate::model::attribution::Stance;
use crate::model::dossier::Dossier;
use crate::model::links::{Lists, NONE};
use crate::model::moment::Moment;
use crate::model::policy::Policy;

/// More pairs of a claim and a group of words than this are not compared beforehand: every claim is then judged anew each time.
const PAIRS: usize = 1 << 16;

/// A source and a topic.
type Spot = (u32, u32);

/// A dossier to be judged more than once.
pub(crate) struct Again<'d> {
    dossier: &'d Dossier,
    policy: &'d Policy,
    measures: Measures,
    moves: Moves,
    standards: Standards<'d>,
    bench: Option<Bench>,
    /// All words, whenever known, by claim and stance.
    groups: Vec<Group<'static>>,
    /// For each claim the groups that bear on it (twice the number, and one more for the opposition), and for each group the claims that it bears on; `None` where there are
    /// too many pairs.
    bearing: Option<[Lists; 2]>,
    /// For each attribution its group, or `NONE`.
    group_of: Vec<u32>,
    /// For each attribution who speaks and whom it cites, spokesmen resolved.
    cast: Lists,
    /// Every source and topic, with each attribution on that topic that it is in the cast of; sorted.
    spots: Vec<(Spot, u32)>,
    /// For each attribution those that it corrects, retracts or disowns, and those by which that is done to it.
    references: Lists,
    /// Pairs of claims that were asked for, and whether they oppose each other.
    opposed: HashMap<(u32, u32), bool>,
    /// How often it was settled whose word stands, and how often a claim was judged.
    pub(crate) work: Work,
}

/// What was done, for tests that assert what is not done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Work {
    pub(crate) standings: usize,
    pub(crate) judgements: usize,
}

impl<'d> Again<'d> {
    pub(crate) fn of(dossier: &'d Dossier, policy: &'d Policy) -> Self {
        let measures = Measures::of(dossier, &policy.tolerance, Crew::ALONE);
        let moves = Moves::of(dossier, &measures, policy);
        let (groups, group_of) = groups(dossier, &measures, &moves);
        let bearing = bearing(dossier, &measures, &moves, &groups);
        let cast = cast(dossier);
        let links = dossier.links();
        let mut spots: Vec<(Spot, u32)> = Vec::new();
        for (at, claim) in (0..).zip(&links.claim).filter(|(_, claim)| **claim != NONE) {
            let topic = links.claim_topic[*claim as usize];
            spots.extend(cast.get(at as usize).iter().map(|source| ((*source, topic), at)));
        }
        spots.sort_unstable();
        let both_ways = links.references.iter().flat_map(|r| [(r.from, r.to), (r.to, r.from)]);
        let references = Lists::group(dossier.attributions().len(), both_ways);
        Self {
            dossier,
            policy,
            standards: Standards::of(dossier, policy),
            measures,
            moves,
            bench: None,
            groups,
            bearing,
            group_of,
            cast,
            spots,
            references,
            opposed: HashMap::new(),
            work: Work::default(),
        }
    }

    /// The claims, in order, whose judgement can change when these attributions become known: those on which known words bear that involve a source of which,
    /// on their topic, something new is known. A judgement is made of nothing else than such words and what is known of their speakers and of those that
    /// they cite, on the topics that they are on.
    pub(crate) fn touched(&self, entries: &[u32], is_known: impl Fn(u32) -> bool) -> Vec<u32> {
        let Some([_, borne]) = &self.bearing else {
            return (0..).take(self.dossier.claims().len()).collect();
        };
        let links = self.dossier.links();
        // What an entry takes back, or no longer lets take back, changes too.
        let mut reached: BTreeSet<u32> = BTreeSet::new();
        let mut waiting = entries.to_vec();
        while let Some(at) = waiting.pop() {
            if reached.insert(at) {
                waiting.extend(self.references.get(at as usize));
            }
        }
        let mut changed: Vec<Spot> = Vec::new();
        for at in reached {
            let claim = links.claim[at as usize];
            if claim != NONE {
                let topic = links.claim_topic[claim as usize];
                changed.extend(self.cast.get(at as usize).iter().map(|source| (*source, topic)));
            }
        }
        changed.sort_unstable();
        changed.dedup();
        let mut groups: Vec<u32> = Vec::new();
        for spot in changed {
            let from = self.spots.partition_point(|other| other.0 < spot);
            let here = self.spots[from..].iter().take_while(|other| other.0 == spot);
            groups.extend(here.filter(|(_, at)| is_known(*at)).map(|(_, at)| self.group_of[*at as usize]));
        }
        groups.sort_unstable();
        groups.dedup();
        let mut claims: Vec<u32> = Vec::new();
        for group in groups.into_iter().filter(|group| *group != NONE) {
            claims.extend(borne.get(group as usize));
        }
        claims.sort_unstable();
        claims.dedup();
        claims
    }

    /// Judges some claims by what is known at a moment, had some attributions (sorted) not been published: verdicts by claim number, each as if no other claim
    /// were confirmed (see [`settled`](Self::settled)).
    pub(crate) fn judge(&mut self, as_of: Moment, left_out: &[u32], claims: &[u32], out: &mut [Verdict]) {
        let bench = self.bench.take();
        let standing = Standing::without(self.dossier, &self.measures, Some(as_of), left_out, Crew::ALONE);
        let walker = Walker {
            dossier: self.dossier,
            measures: &self.measures,
            moves: &self.moves,
            standing: &standing,
            standards: &self.standards,
            test: Test::Credible,
        };
        let mut bench = bench.unwrap_or_else(|| Bench::new(&walker));
        self.work.standings += 1;
        match &self.bearing {
            Some([bears, _]) => {
                self.work.judgements += claims.len();
                for claim in claims {
                    let groups = bears.get(*claim as usize).iter().map(|sided| {
                        let side = SideOf::BOTH[(sided % 2) as usize];
                        (&self.groups[(sided / 2) as usize], side)
                    });
                    out[*claim as usize] = bench.judge_heard(&walker, self.policy, groups, *claim).verdict;
                }
            }
            None => {
                self.work.judgements += out.len();
                for cluster in 0..self.moves.claims.len() {
                    let put = |claim: u32, judged: Judged| out[claim as usize] = judged.verdict;
                    judge::cluster(&walker, self.policy, &mut bench, cluster, put);
                }
            }
        }
        self.bench = Some(bench);
    }

    /// The verdict on a claim, given all of them: of claims that oppose each other none is confirmed.
    pub(crate) fn settled(&mut self, verdicts: &[Verdict], claim: u32) -> Verdict {
        let verdict = verdicts[claim as usize];
        if self.bearing.is_none() || verdict != Verdict::Confirmed {
            return verdict;
        }
        let mut others = (0..).zip(verdicts).filter(|(other, v)| *other != claim && **v == Verdict::Confirmed);
        if others.any(|(other, _)| self.is_opposed(claim, other)) { Verdict::Contradicted } else { verdict }
    }

    /// Whether affirming either of two claims opposes the other.
    pub(crate) fn is_opposed(&mut self, a: u32, b: u32) -> bool {
        let pair = (a.min(b), a.max(b));
        if let Some(known) = self.opposed.get(&pair) {
            return *known;
        }
        let opposes = |a, b| self.bears((a, Stance::Affirms), b) == Bearing::Opposes;
        let is_opposed = opposes(a, b) || opposes(b, a);
        self.opposed.insert(pair, is_opposed);
        is_opposed
    }

    /// The side on which an attribution's word bears on a claim.
    pub(crate) fn side(&self, at: u32, claim: u32) -> Option<SideOf> {
        let group = self.groups.get(self.group_of[at as usize] as usize)?;
        SideOf::of(self.bears((group.claim, group.stance), claim))
    }

    fn bears(&self, (spoken, stance): (u32, Stance), claim: u32) -> Bearing {
        let topic_of = |claim: u32| self.dossier.links().claim_topic[claim as usize];
        let [from, to] = [spoken, claim].map(topic_of);
        if from == to {
            return self.moves.bearing(self.dossier, &self.measures, (spoken, stance), &[], claim);
        }
        if self.moves.cluster[from as usize] != self.moves.cluster[to as usize] {
            return Bearing::Silent;
        }
        let readings = self.moves.readings(self.dossier, &self.measures, spoken, stance);
        self.moves.bearing(self.dossier, &self.measures, (spoken, stance), &readings, claim)
    }

    /// Whether all claims are judged each time, because there are too many to keep apart.
    pub(crate) const fn is_large(&self) -> bool {
        self.bearing.is_none()
    }
}

/// Every word that can bear on anything, by claim and stance; and for each attribution its group.
fn groups(dossier: &Dossier, measures: &Measures, moves: &Moves) -> (Vec<Group<'static>>, Vec<u32>) {
    let links = dossier.links();
    let mut said: Vec<(u32, Stance, u32)> = (0..)
        .zip(dossier.attributions().iter().zip(&links.claim))
        .filter(|(_, (_, claim))| **claim != NONE)
        .filter_map(|(at, (entry, claim))| Some((*claim, entry.says()?, at)))
        .filter(|(_, stance, _)| matches!(stance, Stance::Affirms | Stance::Denies))
        .collect();
    said.sort_unstable();
    let mut groups = Vec::new();
    let mut group_of = vec![NONE; dossier.attributions().len()];
    for (number, alike) in (0..).zip(said.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))) {
        let (claim, stance, _) = alike[0];
        let is_tied = moves.is_tied(links.claim_topic[claim as usize]);
        let readings = if is_tied { moves.readings(dossier, measures, claim, stance) } else { Vec::new() };
        groups.push(Group { claim, stance, readings: readings.into() });
        for (_, _, at) in alike {
            group_of[*at as usize] = number;
        }
    }
    (groups, group_of)
}

/// For each claim the groups that bear on it, and the other way round.
fn bearing(dossier: &Dossier, measures: &Measures, moves: &Moves, groups: &[Group<'_>]) -> Option<[Lists; 2]> {
    let cluster_of = |claim: u32| moves.cluster[dossier.links().claim_topic[claim as usize] as usize];
    let compared = groups.iter().map(|group| moves.claims.get(cluster_of(group.claim) as usize).len());
    if compared.sum::<usize>() > PAIRS {
        return None;
    }
    let mut pairs: Vec<(u32, u32, SideOf)> = Vec::new();
    for (number, group) in (0..).zip(groups) {
        for claim in moves.claims.get(cluster_of(group.claim) as usize) {
            let bearing = moves.bearing(dossier, measures, (group.claim, group.stance), &group.readings, *claim);
            if let Some(side) = SideOf::of(bearing) {
                pairs.push((*claim, number, side));
            }
        }
    }
    let bears = Lists::group(
        dossier.claims().len(),
        pairs.iter().map(|(claim, group, side)| (*claim, 2 * group + *side as u32)),
    );
    let borne = Lists::group(groups.len(), pairs.iter().map(|(claim, group, _)| (*group, *claim)));
    Some([bears, borne])
}

/// For each attribution who speaks and whom it cites, each once.
fn cast(dossier: &Dossier) -> Lists {
    let links = dossier.links();
    let mut cast = Lists::default();
    let mut members: Vec<u32> = Vec::new();
    for (at, source) in links.source.iter().enumerate() {
        members.clear();
        members.push(*source);
        members.extend(links.chains_of(at).flatten());
        for member in &mut members {
            *member = links.speaker[*member as usize];
        }
        members.sort_unstable();
        members.dedup();
        members.iter().for_each(|member| cast.push_item(*member));
        cast.end_list();
    }
    cast
}
