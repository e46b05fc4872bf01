//! Weighing: the graph of a side with the weight that every word lets through, and how much of it reaches the claim.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::basin::{Basin, Channel, Place, entry, exit};
use super::flow::Network;
use super::hop::Walker;
use super::provenance::Graph;
use super::standards::{Owners, Standards};
use crate::model::attribution::Certainty;
use crate::model::links::{NONE, index};
use crate::model::policy::Policy;
use crate::model::source::Reliability;

/// The weight of a word, in millionths of log-odds, by the letter of its source and by its hedge.
#[derive(Debug)]
struct Table([[u64; Certainty::ALL.len()]; Reliability::ALL.len()]);

impl Table {
    fn of(policy: &Policy) -> Self {
        let weight = |letter, certainty| {
            u64::try_from(policy.weights.log_odds(letter, certainty).millionths()).unwrap_or_default()
        };
        let mut table = [[0; Certainty::ALL.len()]; Reliability::ALL.len()];
        for (row, letter) in table.iter_mut().zip(Reliability::ALL) {
            for (cell, certainty) in row.iter_mut().zip(Certainty::ALL) {
                *cell = weight(*letter, *certainty);
            }
        }
        Self(table)
    }

    /// What a word lets through at a source that says or passes it on. Who has authority on what is spoken of counts as completely reliable there, unless the desk has graded it
    /// unreliable.
    fn weight(&self, walker: &Walker<'_>, source: u32, word: u32) -> u64 {
        let mut letter = walker.standards.source(source).reliability;
        if matches!(letter, Reliability::B | Reliability::C | Reliability::F) {
            let claim = walker.dossier.links().claim[word as usize];
            if walker.standards.has_authority(source, walker.topic_of(claim)) {
                letter = Reliability::A;
            }
        }
        let certainty = walker.dossier.attributions()[word as usize].certainty;
        self.0[letter as usize][certainty as usize]
    }
}

/// Several sources behind one gate, by which they are fed or drain. Its place stands behind those of the sources, in the order of the gates.
#[derive(Debug)]
struct Gate {
    named: u32,
    feeds: bool,
    parts: Vec<u32>,
}

/// A part, by the gate that it is behind, and how much it lets through.
type Behind = (u32, u32, u64);

impl Gate {
    fn of(behind: &[Behind], feeds: bool) -> Self {
        let named = behind.first().map_or(NONE, |(gate, ..)| *gate);
        Self { named, feeds, parts: behind.iter().map(|(_, part, _)| *part).collect() }
    }
}

/// A gate is as wide as the widest behind it: an owner without a grade does not throttle what it owns.
fn widest(behind: &[Behind]) -> u64 {
    behind.iter().map(|(.., room)| *room).max().unwrap_or(0)
}

/// Sources, as one, that no more gets past than this.
pub(crate) type Cap = (Vec<u32>, u64);

/// Where evidence is weighed, kept from claim to claim.
#[derive(Debug)]
pub(crate) struct Scales {
    table: Table,
    basin: Basin,
    network: Network,
    /// The links of a side, each once, with what its surest word lets through.
    channels: Vec<Channel>,
    /// Origins with what they bring.
    fed: Vec<(u32, u64)>,
    gated: Vec<Behind>,
    gates: Vec<Gate>,
}

impl Scales {
    pub(crate) fn of(policy: &Policy) -> Self {
        Self {
            table: Table::of(policy),
            basin: Basin::default(),
            network: Network::default(),
            channels: Vec::new(),
            fed: Vec::new(),
            gated: Vec::new(),
            gates: Vec::new(),
        }
    }

    /// The evidence of a side: what flows from its declared origins, or from all undeclared ones together as one, whichever is more.
    pub(crate) fn evidence(&mut self, walker: &Walker<'_>, graph: &Graph) -> u64 {
        self.link(walker, graph);
        let declared = self.flow(walker, graph, true);
        let together = self.feed(walker, graph, false);
        if together > declared { declared.max(together.min(self.flow(walker, graph, false))) } else { declared }
    }

    /// What caps the evidence of a side: the minimum cut nearest the origins, with what each part of it lets through, by sources.
    pub(crate) fn caps(&mut self, walker: &Walker<'_>, graph: &Graph) -> Vec<Cap> {
        self.link(walker, graph);
        let declared = self.flow(walker, graph, true);
        let together = self.feed(walker, graph, false);
        let undeclared = self.flow(walker, graph, false);
        let has_declared = graph.feeds.iter().any(|feed| feed.is_declared);
        let rests_on_declared = has_declared && declared >= undeclared.min(together);
        if !rests_on_declared && undeclared >= together {
            // The gate that all undeclared origins share comes before everything else.
            let mut origins: Vec<u32> = self.fed.iter().map(|(part, _)| graph.parts[*part as usize].source).collect();
            origins.sort_unstable();
            return if origins.is_empty() { Vec::new() } else { vec![(origins, together)] };
        }
        self.lay(walker, graph, rests_on_declared);
        self.basin.flood(&mut self.network);
        self.cut(walker.standards, graph)
    }

    /// The maximum flow from the declared origins, or from the undeclared ones, each of which is then in `fed`.
    fn flow(&mut self, walker: &Walker<'_>, graph: &Graph, declared: bool) -> u64 {
        if graph.feeds.iter().all(|feed| feed.is_declared != declared) {
            self.fed.clear();
            return 0;
        }
        self.lay(walker, graph, declared);
        self.basin.drain(&mut self.network)
    }

    /// Each link once: where several words cite the same source, the surest counts.
    fn link(&mut self, walker: &Walker<'_>, graph: &Graph) {
        self.channels.clear();
        for edge in &graph.edges {
            let room = self.table.weight(walker, graph.parts[edge.citing as usize].source, edge.word);
            self.channels.push(Channel { from: edge.cited, to: edge.citing, room });
        }
        // The widest of those with the same ends comes first, and is kept.
        self.channels.sort_unstable_by_key(|channel| (channel.from, channel.to, Reverse(channel.room)));
        self.channels.dedup_by_key(|channel| (channel.from, channel.to));
    }

    /// Each declared origin, or each undeclared one, once, with what its surest word brings; the most that one of them does.
    fn feed(&mut self, walker: &Walker<'_>, graph: &Graph, declared: bool) -> u64 {
        self.fed.clear();
        for feed in graph.feeds.iter().filter(|feed| feed.is_declared == declared) {
            let brings = self.table.weight(walker, graph.parts[feed.part as usize].source, feed.word);
            self.fed.push((feed.part, brings));
        }
        self.fed.sort_unstable_by_key(|(part, brings)| (*part, Reverse(*brings)));
        self.fed.dedup_by_key(|(part, _)| *part);
        self.fed.iter().map(|(_, brings)| *brings).max().unwrap_or(0)
    }

    /// Lays out the flow from the declared origins, or from the undeclared ones.
    fn lay(&mut self, walker: &Walker<'_>, graph: &Graph, declared: bool) {
        self.feed(walker, graph, declared);
        let Basin { places, channels, .. } = &mut self.basin;
        places.clear();
        places.resize(graph.parts.len(), Place::default());
        channels.clone_from(&self.channels);
        // A source passes on no more than its surest word that something comes in by.
        let comes_in = self.channels.iter().map(|channel| (channel.to, channel.room)).chain(self.fed.iter().copied());
        for (part, brings) in comes_in {
            let place = &mut places[part as usize];
            place.room = place.room.max(brings);
        }
        self.gates.clear();
        self.open_feeds(walker.standards, graph);
        self.open_drains(walker.standards, graph);
    }

    /// Opens the gates that origins are fed through.
    fn open_feeds(&mut self, standards: &Standards<'_>, graph: &Graph) {
        let Basin { places, channels, .. } = &mut self.basin;
        let gate = |part: u32| standards.feed_gate(graph.parts[part as usize].source, Owners::Count);
        self.gated.clear();
        self.gated.extend(self.fed.iter().map(|(part, brings)| (gate(*part), *part, *brings)));
        self.gated.sort_unstable();
        for behind in self.gated.chunk_by(|a, b| a.0 == b.0) {
            if let [(_, part, brings)] = behind {
                places[*part as usize].supply = *brings;
                continue;
            }
            let most = widest(behind);
            let place = index(places.len());
            places.push(Place { supply: most, demand: 0, room: most });
            channels.extend(behind.iter().map(|(_, part, brings)| Channel { from: place, to: *part, room: *brings }));
            self.gates.push(Gate::of(behind, true));
        }
    }

    /// Opens the gates that reporting sources drain through.
    fn open_drains(&mut self, standards: &Standards<'_>, graph: &Graph) {
        let Basin { places, channels, .. } = &mut self.basin;
        self.gated.clear();
        for (at, part) in (0..).zip(&graph.parts).filter(|(_, part)| part.reports) {
            self.gated.push((standards.drain_gate(part.source, Owners::Count), at, places[at as usize].room));
        }
        self.gated.sort_unstable();
        for behind in self.gated.chunk_by(|a, b| a.0 == b.0) {
            if let [(_, part, room)] = behind {
                places[*part as usize].demand = *room;
                continue;
            }
            let most = widest(behind);
            let place = index(places.len());
            places.push(Place { supply: 0, demand: most, room: most });
            channels.extend(behind.iter().map(|(_, part, room)| Channel { from: *part, to: place, room: *room }));
            self.gates.push(Gate::of(behind, false));
        }
    }

    /// The minimum cut of a flow that has been laid out and sent, nearest the origins.
    fn cut(&mut self, standards: &Standards<'_>, graph: &Graph) -> Vec<Cap> {
        self.network.reach();
        let source = |part: &u32| graph.parts[*part as usize].source;
        // The gates are the places behind those of the sources.
        let gate = |place: u32| (place as usize).checked_sub(graph.parts.len()).and_then(|nth| self.gates.get(nth));
        // A gate is named by all sources behind it where they are anonymous, and else by the owner.
        let name = |place: u32| match gate(place) {
            None => vec![source(&place)],
            Some(gate) if standards.source(gate.named).anonymous => gate.parts.iter().map(source).collect(),
            Some(gate) => vec![gate.named],
        };
        let is_in = |place: u32| self.network.is_reached(entry(place));
        let is_out = |place: u32| self.network.is_reached(exit(place));
        let mut caps: BTreeMap<Vec<u32>, u64> = BTreeMap::new();
        let mut add = |place: u32, room: u64| {
            let mut sources = name(place);
            sources.sort_unstable();
            *caps.entry(sources).or_default() += room;
        };
        let feeding = self.gates.iter().filter(|gate| gate.feeds);
        let shared: BTreeSet<u32> = feeding.flat_map(|gate| gate.parts.iter().copied()).collect();
        let alone = self.fed.iter().map(|(part, _)| *part).filter(|part| !shared.contains(part));
        let gates = (index(graph.parts.len())..).zip(&self.gates).filter(|(_, gate)| gate.feeds);
        for place in alone.chain(gates.map(|(place, _)| place)).filter(|place| !is_in(*place)) {
            add(place, self.basin.places[place as usize].supply);
        }
        for (place, Place { room, .. }) in (0..).zip(&self.basin.places) {
            if is_in(place) && !is_out(place) {
                add(place, *room);
            }
        }
        for Channel { from, to, room } in &self.basin.channels {
            if is_out(*from) && !is_in(*to) {
                add(*to, *room);
            }
        }
        caps.into_iter().collect()
    }
}
