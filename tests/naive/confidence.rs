//! Section 9: how much weighs on a side of a claim. Logarithms are looked up, not worked out.

use std::collections::{BTreeMap, BTreeSet};

use corroborate::{Certainty, Number, Reliability, Source, SourceId};

use super::origins::{Evidence, Gate, Origin, gate};
use super::time::Desk;
use super::words::Word;

/// What flows from declared origins, and from undeclared ones together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights {
    pub(crate) declared: i64,
    pub(crate) undeclared: i64,
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

impl<'a> Evidence<'_, 'a> {
    /// What weighs on this side.
    pub(crate) fn weight(&self, desk: &Desk<'a>) -> i64 {
        let Weights { declared, undeclared } = self.weights(desk);
        declared.max(undeclared)
    }

    pub(crate) fn weights(&self, desk: &Desk<'a>) -> Weights {
        let (declared, undeclared): (Vec<_>, Vec<_>) = self.origins.iter().partition(|origin| origin.is_declared);
        let together = undeclared.iter().map(|origin| weight(desk, origin.source, origin.word)).max().unwrap_or(0);
        let flow = |origins: &[&Origin<'_, 'a>]| self.scales(desk, origins).most();
        Weights { declared: flow(&declared), undeclared: flow(&undeclared).min(together) }
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
        // Trying every cut is plain to see, but takes too long beyond this.
        const SMALL: usize = 6;
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
        let sources: Vec<N> = self.sources().into_iter().collect();
        let choices = 3_usize.pow(u32::try_from(sources.len()).unwrap());
        let lies = |choice: usize| {
            let digit = |at: u32| [Lies::Origins, Lies::Across, Lies::Claim][choice / 3_usize.pow(at) % 3];
            (0..).zip(&sources).map(|(at, source)| (*source, digit(at))).collect::<BTreeMap<N, Lies>>()
        };
        (0..choices).map(|choice| self.cut(&lies(choice))).min().unwrap_or(0)
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

    /// Edmonds and Karp: the shortest way that still has room is filled, and what it took may be undone, until none is left.
    pub(crate) fn most_flow(&self) -> i64 {
        let mut room: Room<N, G> = BTreeMap::new();
        let mut open = |from, to, wide| *room.entry(from).or_default().entry(to).or_default() += wide;
        for (gate, behind) in &self.feeds {
            open(Port::Start, Port::Feed(gate.clone()), behind.values().copied().max().unwrap_or(0));
            for (source, brings) in behind {
                open(Port::Feed(gate.clone()), Port::Into(*source), *brings);
            }
        }
        for source in self.sources() {
            open(Port::Into(source), Port::OutOf(source), self.room(source));
        }
        for ((from, to), wide) in &self.links {
            open(Port::OutOf(*from), Port::Into(*to), *wide);
        }
        for (gate, behind) in &self.drains {
            let rooms = behind.iter().map(|source| self.room(*source));
            open(Port::Drain(gate.clone()), Port::End, rooms.max().unwrap_or(0));
            for source in behind {
                open(Port::OutOf(*source), Port::Drain(gate.clone()), self.room(*source));
            }
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
        flow
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Port<N, G> {
    Start,
    Feed(G),
    Into(N),
    OutOf(N),
    Drain(G),
    End,
}

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
