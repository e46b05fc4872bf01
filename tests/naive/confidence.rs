//! Section 9: how much weighs on a side of a claim. Logarithms are looked up, not worked out.

use std::collections::{BTreeMap, BTreeSet};

use corroborate::{Certainty, Number, Reliability, Source, SourceId};

use super::origins::{Evidence, Gate, Origin, gate};
use super::time::Desk;
use super::words::Word;

/// What flows from declared origins, from undeclared ones together, and what caps the larger of the two.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    pub(crate) declared: i64,
    pub(crate) undeclared: i64,
    pub(crate) caps: BTreeMap<BTreeSet<SourceId>, i64>,
}

/// Log-odds in millionths, of the probabilities that policies of the tests put to a letter.
const LOG_ODDS: [(&str, i64); 8] = [
    ("0.95", 2_944_438),
    ("0.9", 2_197_224),
    ("0.85", 1_734_601),
    ("0.8", 1_386_294),
    ("0.7", 847_297),
    ("0.6", 405_465),
    ("0.55", 200_670),
    ("0.51", 40_005),
];

/// Shares, as fractions.
const SHARES: [(&str, i64, i64); 6] =
    [("1", 1, 1), ("0.75", 3, 4), ("0.5", 1, 2), ("0.4", 2, 5), ("0.2", 1, 5), ("0", 0, 1)];

fn log_odds(letter: Number) -> i64 {
    LOG_ODDS.iter().find(|(text, _)| *text == letter.to_string()).expect("the table has it").1
}

fn share(of: i64, share: Number) -> i64 {
    let (_, parts, whole) = SHARES.iter().find(|(text, ..)| *text == share.to_string()).expect("the table has it");
    of * parts / whole
}

/// What a word lets through at the source that says it, or through which it passes.
fn weight(desk: &Desk<'_>, source: &Source, word: &Word<'_>) -> i64 {
    let weights = &desk.policy.weights;
    let claim = word.claim;
    let has_authority = source.authority_on.iter().any(|scope| scope.covers(&claim.subject, &claim.attribute));
    let letter = match source.reliability {
        Reliability::D | Reliability::E => return 0,
        _ if has_authority => weights.a,
        Reliability::A => weights.a,
        Reliability::B => weights.b,
        Reliability::C => weights.c,
        Reliability::F => weights.f,
    };
    match word.entry.certainty {
        Certainty::Stated => log_odds(letter),
        Certainty::Probable => share(log_odds(letter), weights.probable),
        Certainty::Possible => share(log_odds(letter), weights.possible),
        Certainty::Unverified => share(log_odds(letter), weights.unverified),
    }
}

/// The most that one of these brings.
fn together(desk: &Desk<'_>, origins: &[&Origin<'_, '_>]) -> i64 {
    origins.iter().map(|origin| weight(desk, origin.source, origin.word)).max().unwrap_or(0)
}

impl<'a> Evidence<'_, 'a> {
    /// What weighs on this side.
    pub(crate) fn weight(&self, desk: &Desk<'a>) -> i64 {
        let [declared, undeclared] = [true, false].map(|declared| self.flow(desk, declared));
        declared.max(undeclared)
    }

    pub(crate) fn weights(&self, desk: &Desk<'a>) -> Weights {
        let [declared, undeclared] = [true, false].map(|declared| self.flow(desk, declared));
        Weights { declared, undeclared, caps: self.caps(desk, declared, undeclared) }
    }

    fn of_kind(&self, declared: bool) -> Vec<&Origin<'_, 'a>> {
        self.origins.iter().filter(|origin| origin.is_declared == declared).collect()
    }

    /// What flows from the declared origins, or from the undeclared ones, which together are one.
    fn flow(&self, desk: &Desk<'a>, declared: bool) -> i64 {
        let origins = self.of_kind(declared);
        let most = self.scales(desk, &origins).most();
        if declared { most } else { most.min(together(desk, &origins)) }
    }

    fn caps(&self, desk: &Desk<'a>, declared: i64, undeclared: i64) -> BTreeMap<BTreeSet<SourceId>, i64> {
        let rests_on_declared = !self.of_kind(true).is_empty() && declared >= undeclared;
        let origins = self.of_kind(rests_on_declared);
        let scales = self.scales(desk, &origins);
        let together = together(desk, &origins);
        if !rests_on_declared && scales.most() >= together {
            let ids: BTreeSet<SourceId> = origins.iter().map(|origin| origin.source.id.clone()).collect();
            return if ids.is_empty() { BTreeMap::new() } else { BTreeMap::from([(ids, together)]) };
        }
        let mut caps: BTreeMap<BTreeSet<SourceId>, i64> = BTreeMap::new();
        for (port, room) in scales.nearest_cut() {
            let (gate, behind) = match port {
                Port::Feed(gate) => (gate.clone(), scales.feeds[&gate].keys().copied().collect()),
                Port::Drain(gate) => (gate.clone(), scales.drains[&gate].clone()),
                Port::Into(source) => (Gate::Owner(source), BTreeSet::from([source])),
                Port::OutOf(_) | Port::Start | Port::End => panic!("a cut has no such end"),
            };
            let behind: BTreeSet<SourceId> = behind.into_iter().cloned().collect();
            let named = match gate {
                Gate::Owner(owner) if behind.len() > 1 => {
                    let is_anonymous = desk.dossier.source(owner).expect("every id resolves").anonymous;
                    if is_anonymous { behind } else { BTreeSet::from([owner.clone()]) }
                }
                Gate::Owner(_) | Gate::Description(_) => behind,
            };
            *caps.entry(named).or_default() += room;
        }
        caps
    }

    fn scales(&self, desk: &Desk<'a>, origins: &[&Origin<'_, 'a>]) -> Scales<&'a SourceId, Gate<'a>> {
        let mut scales = Scales { feeds: BTreeMap::new(), links: BTreeMap::new(), drains: BTreeMap::new() };
        for origin in origins {
            let behind = scales.feeds.entry(gate(desk, origin.source)).or_default();
            let brings = behind.entry(&origin.source.id).or_default();
            *brings = weight(desk, origin.source, origin.word).max(*brings);
        }
        for edge in self.edges.iter().filter(|edge| edge.from.id != edge.to.id) {
            let room = scales.links.entry((&edge.from.id, &edge.to.id)).or_default();
            *room = weight(desk, edge.to, edge.word).max(*room);
        }
        for word in &self.reporting {
            let owner = Gate::Owner(&desk.top(word.source).id);
            scales.drains.entry(owner).or_default().insert(&word.source.id);
        }
        scales
    }
}

/// Trying every cut is plain to see, but takes too long beyond so many sources.
const SMALL: usize = 6;

/// Sources that let so much pass, and the gates at both ends, each as wide as the widest behind it.
#[derive(Debug, Clone)]
pub(crate) struct Scales<N, G> {
    pub(crate) feeds: BTreeMap<G, BTreeMap<N, i64>>,
    pub(crate) links: BTreeMap<(N, N), i64>,
    pub(crate) drains: BTreeMap<G, BTreeSet<N>>,
}

/// On which side of a cut a source lies: that of the origins, that of the claim, or across it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lies {
    Origins,
    Across,
    Claim,
}

impl<N: Ord + Copy, G: Ord + Clone> Scales<N, G> {
    pub(crate) fn most(&self) -> i64 {
        if self.sources().len() <= SMALL { self.smallest_cut() } else { self.most_flow() }
    }

    fn sources(&self) -> BTreeSet<N> {
        let fed = self.feeds.values().flat_map(BTreeMap::keys).copied();
        let drained = self.drains.values().flatten().copied();
        fed.chain(drained).chain(self.links.keys().flat_map(|(from, to)| [*from, *to])).collect()
    }

    /// A source passes on no more than the most that comes in at once.
    fn room(&self, source: N) -> i64 {
        let fed = self.feeds.values().filter_map(|behind| behind.get(&source));
        let cited = self.links.iter().filter(|((_, to), _)| *to == source).map(|(_, room)| room);
        fed.chain(cited).copied().max().unwrap_or(0)
    }

    /// Every source is on one side of a cut or lies across it, and every such choice is tried.
    pub(crate) fn smallest_cut(&self) -> i64 {
        self.choices().map(|lies| self.cut(&lies)).min().unwrap_or(0)
    }

    fn choices(&self) -> impl Iterator<Item = BTreeMap<N, Lies>> {
        let sources: Vec<N> = self.sources().into_iter().collect();
        (0..3_usize.pow(u32::try_from(sources.len()).unwrap())).map(move |choice| {
            let digit = |at: u32| [Lies::Origins, Lies::Across, Lies::Claim][choice / 3_usize.pow(at) % 3];
            (0..).zip(&sources).map(|(at, source)| (*source, digit(at))).collect()
        })
    }

    /// What leads across the smallest cut that leaves the least on the side of the origins, by where it leads.
    pub(crate) fn nearest_cut(&self) -> Vec<(Port<N, G>, i64)> {
        let near = if self.sources().len() <= SMALL { self.nearest_by_choice() } else { self.nearest_by_flow() };
        let across = |(from, to, _): &Arc<N, G>| near.contains(from) && !near.contains(to);
        let named = |(from, to, room)| (if to == Port::End { from } else { to }, room);
        let own = |(port, room)| (if let Port::OutOf(source) = port { Port::Into(source) } else { port }, room);
        self.arcs().into_iter().filter(across).map(named).map(own).collect()
    }

    fn nearest_by_choice(&self) -> BTreeSet<Port<N, G>> {
        let least = self.smallest_cut();
        let smallest = self.choices().filter(|lies| self.cut(lies) == least);
        let sides = smallest.map(|lies| {
            let mut side = BTreeSet::from([Port::Start]);
            for (source, lies) in &lies {
                side.extend((*lies != Lies::Claim).then_some(Port::Into(*source)));
                side.extend((*lies == Lies::Origins).then_some(Port::OutOf(*source)));
            }
            for (gate, behind) in &self.feeds {
                let beyond = behind.iter().filter(|(source, _)| lies[*source] == Lies::Claim).map(|(_, brings)| brings);
                let is_wider = beyond.sum::<i64>() < behind.values().copied().max().unwrap_or(0);
                side.extend(is_wider.then(|| Port::Feed(gate.clone())));
            }
            for (gate, behind) in &self.drains {
                let before = behind.iter().filter(|source| lies[*source] == Lies::Origins).map(|s| self.room(*s));
                let is_narrower =
                    behind.iter().map(|source| self.room(*source)).max().unwrap_or(0) < before.sum::<i64>();
                side.extend(is_narrower.then(|| Port::Drain(gate.clone())));
            }
            side
        });
        sides.min_by_key(BTreeSet::len).unwrap_or_default()
    }

    /// What can still be reached once nothing more flows.
    fn nearest_by_flow(&self) -> BTreeSet<Port<N, G>> {
        let (_, room) = self.filled();
        let mut near = BTreeSet::from([Port::Start]);
        loop {
            let open = near.iter().filter_map(|port| room.get(port)).flatten().filter(|(_, wide)| **wide > 0);
            let more: Vec<_> = open.map(|(port, _)| port.clone()).filter(|port| !near.contains(port)).collect();
            if more.is_empty() {
                return near;
            }
            near.extend(more);
        }
    }

    fn cut(&self, lies: &BTreeMap<N, Lies>) -> i64 {
        // A gate is cut, or everything that leads through it from one side to the other.
        let feeds = self.feeds.values().map(|behind| {
            let beyond = behind.iter().filter(|(source, _)| lies[*source] == Lies::Claim).map(|(_, brings)| brings);
            beyond.sum::<i64>().min(behind.values().copied().max().unwrap_or(0))
        });
        let across = lies.iter().filter(|(_, lies)| **lies == Lies::Across).map(|(source, _)| self.room(*source));
        let is_cut = |(from, to): &(N, N)| lies[from] == Lies::Origins && lies[to] == Lies::Claim;
        let links = self.links.iter().filter(|(ends, _)| is_cut(ends)).map(|(_, room)| *room);
        let drains = self.drains.values().map(|behind| {
            let this_side = behind.iter().filter(|source| lies[*source] == Lies::Origins).map(|s| self.room(*s));
            this_side.sum::<i64>().min(behind.iter().map(|source| self.room(*source)).max().unwrap_or(0))
        });
        feeds.sum::<i64>() + across.sum::<i64>() + links.sum::<i64>() + drains.sum::<i64>()
    }

    /// Every way from one port to the next, with what it lets through.
    fn arcs(&self) -> Vec<Arc<N, G>> {
        let mut arcs = Vec::new();
        for (gate, behind) in &self.feeds {
            let most = behind.values().copied().max().unwrap_or(0);
            arcs.push((Port::Start, Port::Feed(gate.clone()), most));
            arcs.extend(behind.iter().map(|(s, brings)| (Port::Feed(gate.clone()), Port::Into(*s), *brings)));
        }
        arcs.extend(self.sources().into_iter().map(|s| (Port::Into(s), Port::OutOf(s), self.room(s))));
        arcs.extend(self.links.iter().map(|((from, to), room)| (Port::OutOf(*from), Port::Into(*to), *room)));
        for (gate, behind) in &self.drains {
            let most = behind.iter().map(|source| self.room(*source)).max().unwrap_or(0);
            arcs.push((Port::Drain(gate.clone()), Port::End, most));
            arcs.extend(behind.iter().map(|s| (Port::OutOf(*s), Port::Drain(gate.clone()), self.room(*s))));
        }
        arcs
    }

    pub(crate) fn most_flow(&self) -> i64 {
        self.filled().0
    }

    /// Edmonds and Karp: the shortest way that still has room is filled, and what it took may be undone, until none is left. The flow, and the room that is left.
    fn filled(&self) -> (i64, Room<N, G>) {
        let mut room: Room<N, G> = BTreeMap::new();
        for (from, to, wide) in self.arcs() {
            *room.entry(from).or_default().entry(to).or_default() += wide;
        }
        let mut flow = 0;
        while let Some(way) = shortest_way(&room) {
            let width = way.windows(2).map(|step| room[&step[0]][&step[1]]).min().unwrap();
            for step in way.windows(2) {
                *room.entry(step[0].clone()).or_default().entry(step[1].clone()).or_default() -= width;
                *room.entry(step[1].clone()).or_default().entry(step[0].clone()).or_default() += width;
            }
            flow += width;
        }
        (flow, room)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Port<N, G> {
    Start,
    Feed(G),
    Into(N),
    OutOf(N),
    Drain(G),
    End,
}

/// From, to, and what it lets through.
type Arc<N, G> = (Port<N, G>, Port<N, G>, i64);

type Room<N, G> = BTreeMap<Port<N, G>, BTreeMap<Port<N, G>, i64>>;

fn shortest_way<N: Ord + Clone, G: Ord + Clone>(room: &Room<N, G>) -> Option<Vec<Port<N, G>>> {
    let mut ways = vec![vec![Port::Start]];
    let mut seen = BTreeSet::from([Port::Start]);
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let at = way.last()?;
            if *at == Port::End {
                return Some(way);
            }
            for (next, _) in room.get(at).into_iter().flatten().filter(|(_, wide)| **wide > 0) {
                if seen.insert(next.clone()) {
                    longer.push([&way[..], std::slice::from_ref(next)].concat());
                }
            }
        }
        ways = longer;
    }
    None
}
