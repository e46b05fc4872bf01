//! Weighing: the graph of a side with the weight that every word lets through, and how much of it reaches the claim.

use std::collections::{BTreeMap, BTreeSet};

use super::basin::{Basin, Channel, Place, entry, exit};
use super::flow::Network;
use super::hop::Walker;
use super::provenance::Graph;
use super::standards::{Owners, Standards};
use crate::model::attribution::Certainty;
use crate::model::links::index;
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
    /// Origins with what they bring, and gates with the parts behind them.
    fed: Vec<(u32, u64)>,
    gated: Vec<(u32, u32)>,
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
        let has_declared = graph.feeds.iter().any(|feed| feed.is_declared);
        let declared = if has_declared { self.flow(walker, graph, true) } else { 0 };
        let together = self.most_fed(walker, graph, false);
        if together > declared { declared.max(together.min(self.flow(walker, graph, false))) } else { declared }
    }

    /// What caps the evidence of a side: the minimum cut nearest the origins, with what each part of it lets through, by sources.
    pub(crate) fn caps(&mut self, walker: &Walker<'_>, graph: &Graph) -> Vec<Cap> {
        self.link(walker, graph);
        let declared = self.flow(walker, graph, true);
        let together = self.most_fed(walker, graph, false);
        let has_declared = graph.feeds.iter().any(|feed| feed.is_declared);
        let mut rests_on_declared = true;
        if together > declared || !has_declared {
            let undeclared = self.flow(walker, graph, false);
            rests_on_declared = has_declared && declared >= undeclared.min(together);
            if !rests_on_declared && undeclared >= together {
                // The gate that all undeclared origins share comes before everything else.
                let mut origins: Vec<u32> =
                    self.fed.iter().map(|(part, _)| graph.parts[*part as usize].source).collect();
                origins.sort_unstable();
                return if origins.is_empty() { Vec::new() } else { vec![(origins, together)] };
            }
        }
        self.lay(walker.standards, graph, rests_on_declared, walker);
        self.basin.flood(&mut self.network);
        self.cut(walker.standards, graph)
    }

    fn flow(&mut self, walker: &Walker<'_>, graph: &Graph, declared: bool) -> u64 {
        self.lay(walker.standards, graph, declared, walker);
        self.basin.drain(&mut self.network)
    }

    /// Each link once: where several words cite the same source, the surest counts.
    fn link(&mut self, walker: &Walker<'_>, graph: &Graph) {
        self.channels.clear();
        for edge in &graph.edges {
            let room = self.table.weight(walker, graph.parts[edge.citing as usize].source, edge.word);
            self.channels.push(Channel { from: edge.cited, to: edge.citing, room });
        }
        self.channels.sort_unstable();
        // The last of those with the same ends is the widest: it is kept.
        self.channels.dedup_by(|next, kept| {
            let is_same = (next.from, next.to) == (kept.from, kept.to);
            if is_same {
                kept.room = next.room;
            }
            is_same
        });
    }

    /// The most that one origin of the kind brings; all of them are then in `fed`, each once, with what its surest word brings.
    fn most_fed(&mut self, walker: &Walker<'_>, graph: &Graph, declared: bool) -> u64 {
        self.fed.clear();
        for feed in graph.feeds.iter().filter(|feed| feed.is_declared == declared) {
            let brings = self.table.weight(walker, graph.parts[feed.part as usize].source, feed.word);
            self.fed.push((feed.part, brings));
        }
        self.fed.sort_unstable();
        self.fed.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                kept.1 = next.1;
            }
            is_same
        });
        self.fed.iter().map(|(_, brings)| *brings).max().unwrap_or(0)
    }

    /// Lays out the flow from the declared origins, or from the undeclared ones.
    fn lay(&mut self, standards: &Standards<'_>, graph: &Graph, declared: bool, walker: &Walker<'_>) {
        self.most_fed(walker, graph, declared);
        let Basin { places, channels, .. } = &mut self.basin;
        places.clear();
        places.resize(graph.parts.len(), Place::default());
        channels.clone_from(&self.channels);
        // A source passes on no more than its surest word that something comes in by.
        for channel in &self.channels {
            let room = &mut places[channel.to as usize].room;
            *room = channel.room.max(*room);
        }
        for (part, brings) in &self.fed {
            let room = &mut places[*part as usize].room;
            *room = brings.max(room).to_owned();
        }
        self.gates.clear();
        self.gated.clear();
        let gate = |part: u32| standards.feed_gate(graph.parts[part as usize].source, Owners::Count);
        self.gated.extend(self.fed.iter().zip(0..).map(|((part, _), nth)| (gate(*part), nth)));
        self.gated.sort_unstable();
        for behind in self.gated.chunk_by(|a, b| a.0 == b.0) {
            let origins = || behind.iter().map(|(_, nth)| self.fed[*nth as usize]);
            if let [(_, nth)] = behind {
                let (part, brings) = self.fed[*nth as usize];
                places[part as usize].supply = brings;
                continue;
            }
            let most = origins().map(|(_, brings)| brings).max().unwrap_or(0);
            let place = index(places.len());
            places.push(Place { supply: most, demand: 0, room: most });
            channels.extend(origins().map(|(part, room)| Channel { from: place, to: part, room }));
            self.gates.push(Gate { named: behind[0].0, feeds: true, parts: origins().map(|(part, _)| part).collect() });
        }
        self.gated.clear();
        let reports = (0..).zip(&graph.parts).filter(|(_, part)| part.reports);
        self.gated.extend(reports.map(|(at, part)| (standards.drain_gate(part.source, Owners::Count), at)));
        self.gated.sort_unstable();
        for behind in self.gated.chunk_by(|a, b| a.0 == b.0) {
            if let [(_, part)] = behind {
                let place = &mut places[*part as usize];
                place.demand = place.room;
                continue;
            }
            let rooms: Vec<(u32, u64)> = behind.iter().map(|(_, part)| (*part, places[*part as usize].room)).collect();
            let most = rooms.iter().map(|(_, room)| *room).max().unwrap_or(0);
            let place = index(places.len());
            places.push(Place { supply: 0, demand: most, room: most });
            channels.extend(rooms.iter().map(|(part, room)| Channel { from: *part, to: place, room: *room }));
            self.gates.push(Gate {
                named: behind[0].0,
                feeds: false,
                parts: behind.iter().map(|(_, part)| *part).collect(),
            });
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
