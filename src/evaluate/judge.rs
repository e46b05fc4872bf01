//! Judging: the words of each claim gathered, counted, and weighed.

use std::borrow::Cow;
use std::ops::Range;

use super::compare::Bearing;
use super::crew::Crew;
use super::hop::{Ask, Hop, Walker};
use super::independence::{Counter, Tally};
use super::large;
use super::moves::Reading;
use super::provenance::{Graph, Marks, Said, SideOf};
use super::standards::Owners;
use super::standing::stance;
use super::verdict::{History, Verdict, verdict};
use crate::model::attribution::Stance;
use crate::model::policy::Policy;

/// More pairs of a claim and a group of words than this are not compared one by one.
pub(crate) const PAIRS: usize = 4096;

/// A claim, judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    /// Support, then opposition.
    pub(crate) sides: [Tally; 2],
}

impl Judged {
    /// A claim of which nothing is known.
    pub(crate) fn blank() -> Self {
        Self { verdict: Verdict::Unsourced, sides: [Tally::default(); 2] }
    }
}

/// What the words with one stance on one claim say of other topics.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) claim: u32,
    pub(crate) stance: Stance,
    pub(crate) readings: Cow<'a, [Reading]>,
}

/// Room to work in, kept from claim to claim.
#[derive(Debug, Default)]
pub(crate) struct Bench {
    pub(crate) marks: Marks,
    pub(crate) graph: Graph,
    pub(crate) counter: Counter,
    /// The words that bear on the claim: supporting, opposing.
    pub(crate) said: [Vec<Said>; 2],
    /// Words, withdrawn and superseded ones included, that bore support: none, some, some that no longer stand.
    history: History,
}

impl Bench {
    pub(crate) fn new(walker: &Walker<'_>) -> Self {
        Self {
            marks: Marks::for_sources(walker.dossier.sources().len()),
            graph: Graph::default(),
            counter: Counter::for_sources(walker.dossier.sources().len(), Owners::Count),
            said: [Vec::new(), Vec::new()],
            history: History::default(),
        }
    }

    /// Gathers the words that bear on a claim, out of those of its cluster.
    pub(crate) fn gather(&mut self, walker: &Walker<'_>, groups: &[Group<'_>], claim: u32) {
        self.hear(walker, bearing(walker, groups, claim));
    }

    /// Gathers words of which it is known on what side they bear.
    fn hear<'g, 'r: 'g>(&mut self, walker: &Walker<'_>, groups: impl Iterator<Item = (&'g Group<'r>, SideOf)>) {
        let words = &walker.standing.words;
        self.marks.start();
        self.history = History::default();
        for said in &mut self.said {
            said.clear();
        }
        for (group, side) in groups {
            for at in words.on_claim.get(group.claim as usize) {
                if stance(&walker.standing.words, *at) != group.stance {
                    continue;
                }
                let stands = walker.standing.stands[*at as usize];
                if side == SideOf::Support {
                    self.history.was_affirmed = true;
                    self.history.was_withdrawn |= walker.standing.is_taken_back(walker.dossier, *at);
                }
                if stands {
                    let certainty = words.manner[*at as usize].certainty;
                    let known = words.known[*at as usize];
                    self.marks.report(words.speaker[*at as usize], side, known, certainty);
                    self.said[side as usize].push(Said { at: *at, spoken: group.claim, stance: group.stance });
                }
            }
        }
    }

    /// Builds the graph of one side of the gathered claim.
    pub(crate) fn graph(
        &mut self,
        walker: &Walker<'_>,
        claim: u32,
        side: SideOf,
        ask: Ask,
        notice: impl FnMut(&Said, u32, &Hop),
    ) -> &Graph {
        self.graph.build(walker, &mut self.marks, (claim, side), &self.said[side as usize], ask, notice);
        &self.graph
    }

    /// Judges one claim of a cluster.
    pub(crate) fn judge(&mut self, walker: &Walker<'_>, policy: &Policy, groups: &[Group<'_>], claim: u32) -> Judged {
        self.judge_heard(walker, policy, bearing(walker, groups, claim), claim)
    }

    /// Judges one claim by the groups that bear on it, each with its side.
    pub(crate) fn judge_heard<'g, 'r: 'g>(
        &mut self,
        walker: &Walker<'_>,
        policy: &Policy,
        groups: impl Iterator<Item = (&'g Group<'r>, SideOf)> + Clone,
        claim: u32,
    ) -> Judged {
        self.hear(walker, groups.clone());
        let mut sides = [Tally::default(); 2];
        for side in SideOf::BOTH {
            if !self.said[side as usize].is_empty() {
                self.graph(walker, claim, side, Ask::WhetherItCarries, |_, _, _| {});
                sides[side as usize] = self.counter.tally(walker.standards, &self.graph);
            }
        }
        let mut history = self.history;
        if sides[0].most == 0 && history.was_affirmed && !history.was_withdrawn {
            // Nothing carries: whether because somebody took it back takes a second look at the broken links.
            self.hear(walker, groups);
            self.graph(walker, claim, SideOf::Support, Ask::Why, |_, _, hop| {
                history.was_withdrawn |= *hop == Hop::Withdrew;
            });
        }
        Judged { verdict: verdict(policy, &sides[0], &sides[1], history), sides }
    }
}

/// The groups that bear on a claim, each with its side.
fn bearing<'g, 'r>(
    walker: &Walker<'_>,
    groups: &'g [Group<'r>],
    claim: u32,
) -> impl Iterator<Item = (&'g Group<'r>, SideOf)> + Clone {
    groups.iter().filter_map(move |group| {
        let spoken = (group.claim, group.stance);
        let bearing = walker.moves.bearing(walker.dossier, walker.measures, spoken, &group.readings, claim);
        Some((group, SideOf::of(bearing)?))
    })
}

/// The words of a cluster, by claim and stance; words that only doubt bear on nothing.
pub(crate) fn groups<'a>(walker: &Walker<'a>, cluster: usize) -> Vec<Group<'a>> {
    groups_with(walker, cluster, |spoken| Cow::Borrowed(walker.readings(spoken)))
}

fn groups_with<'a>(
    walker: &Walker<'a>,
    cluster: usize,
    readings: impl Fn((u32, Stance)) -> Cow<'a, [Reading]>,
) -> Vec<Group<'a>> {
    let words = &walker.standing.words;
    let mut groups = Vec::new();
    for claim in walker.moves.claims.get(cluster) {
        let on_claim = words.on_claim.get(*claim as usize);
        for stance_of in [Stance::Affirms, Stance::Denies] {
            if on_claim.iter().any(|at| stance(words, *at) == stance_of) {
                groups.push(Group { claim: *claim, stance: stance_of, readings: readings((*claim, stance_of)) });
            }
        }
    }
    groups.shrink_to_fit();
    groups
}

/// Judges every claim of one cluster, and hands over each judgement with the number of its claim.
pub(crate) fn cluster(
    walker: &Walker<'_>,
    policy: &Policy,
    bench: &mut Bench,
    cluster: usize,
    mut put: impl FnMut(u32, Judged),
) {
    // Each cluster is judged once: what its words say of other topics would only take room.
    let groups = groups_with(walker, cluster, |spoken| Cow::Owned(walker.readings_once(spoken)));
    let claims = walker.moves.claims.get(cluster);
    let is_large = claims.len().saturating_mul(groups.len()) > PAIRS;
    let mut confirmed: Vec<(u32, Judged)> = Vec::new();
    let mut sort_out = |claim: u32, judged: Judged| match judged.verdict {
        Verdict::Confirmed => confirmed.push((claim, judged)),
        _ => put(claim, judged),
    };
    if !(is_large && large::judge(walker, policy, bench, &groups, claims, &mut sort_out)) {
        for claim in claims {
            sort_out(*claim, bench.judge(walker, policy, &groups, *claim));
        }
    }
    confirmed.sort_unstable_by_key(|(claim, _)| *claim);
    contradict_opposed(walker, &mut confirmed);
    confirmed.into_iter().for_each(|(claim, judged)| put(claim, judged));
}

/// Claims that oppose each other and were all confirmed are all contradicted; `confirmed` is sorted by claim.
fn contradict_opposed(walker: &Walker<'_>, confirmed: &mut [(u32, Judged)]) {
    let claims: Vec<u32> = confirmed.iter().map(|(claim, _)| *claim).collect();
    let is_large = claims.len().saturating_mul(claims.len()) > PAIRS;
    let opposed = is_large.then(|| large::opposed(walker, &claims)).flatten();
    let opposed = opposed.unwrap_or_else(|| {
        let mut opposed = Vec::new();
        for (nth, a) in claims.iter().enumerate() {
            for b in &claims[nth + 1..] {
                if is_opposed(walker, *a, *b) {
                    opposed.extend([*a, *b]);
                }
            }
        }
        opposed
    });
    for claim in opposed {
        if let Ok(at) = claims.binary_search(&claim) {
            confirmed[at].1.verdict = Verdict::Contradicted;
        }
    }
}

/// The clusters of each job: large ones come first, so that none is left when all else is done.
pub(crate) fn jobs(walker: &Walker<'_>, crew: Crew) -> Vec<Range<usize>> {
    let words = |claim: &u32| walker.standing.words.on_claim.span(*claim).len();
    let size = |cluster: usize| walker.moves.claims.get(cluster).iter().map(words).sum::<usize>();
    let mut jobs = crew.divide((0..walker.moves.claims.len()).map(size));
    jobs.sort_by_key(|job| std::cmp::Reverse(job.clone().map(size).sum::<usize>().saturating_sub(crew.job)));
    jobs
}

/// Whether affirming either of two claims opposes the other.
pub(crate) fn is_opposed(walker: &Walker<'_>, a: u32, b: u32) -> bool {
    [(a, b), (b, a)].iter().any(|(a, b)| walker.bearing((*a, Stance::Affirms), *b) == Bearing::Opposes)
}
