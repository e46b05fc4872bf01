//! Independence: how many sources would have to be wrong for a side to collapse.

use std::collections::BTreeMap;

use super::flow::{Network, Vertex};
use super::provenance::{Graph, Part};
use super::standards::{Owners, Standards};

/// What one side of a claim comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    /// Independent origins, undeclared ones counted as one at most.
    pub(crate) least: u32,
    /// Independent origins, every undeclared one kept apart.
    pub(crate) most: u32,
    /// Credible independent origins.
    pub(crate) credible: u32,
    /// Whether it rests on an authority.
    pub(crate) has_authority: bool,
}

/// Where flow is counted, kept from claim to claim.
#[derive(Debug)]
pub(crate) struct Counter {
    network: Network,
    feeds: Gates,
    drains: Gates,
    /// Parts that a plain path has taken.
    taken: Vec<bool>,
    /// For each part, an origin that it cites.
    behind: Vec<u32>,
    owners: Owners,
}

/// No part.
const NOBODY: u32 = u32::MAX;

/// The gates of one end that are open, by the number of the source that they are named after.
#[derive(Debug)]
struct Gates {
    /// The round in which a gate was last opened, and its vertex.
    open: Vec<(u32, Vertex)>,
    round: u32,
    /// The gates opened in this round.
    named: Vec<u32>,
}

impl Gates {
    fn new(sources: usize) -> Self {
        Self { open: vec![(0, 0); sources], round: 0, named: Vec::new() }
    }

    fn clear(&mut self) {
        self.named.clear();
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.open.fill((0, 0));
            self.round = 1;
        }
    }

    /// The vertex of a gate, made on first use.
    fn vertex(&mut self, gate: u32, make: impl FnOnce() -> Vertex) -> Vertex {
        let (round, vertex) = &mut self.open[gate as usize];
        if *round != self.round {
            (*round, *vertex) = (self.round, make());
            self.named.push(gate);
        }
        *vertex
    }

    fn is_open(&self, gate: u32) -> bool {
        self.open[gate as usize].0 == self.round
    }

    /// How many different gates these are.
    fn count(&mut self, gates: impl Iterator<Item = u32>) -> u32 {
        self.clear();
        for gate in gates {
            self.vertex(gate, || 0);
        }
        self.number()
    }

    fn number(&self) -> u32 {
        u32::try_from(self.named.len()).unwrap_or(u32::MAX)
    }
}

/// The first vertex of a part; the second, behind its capacity, follows.
fn entry(part: usize) -> Vertex {
    2 + 2 * u32::try_from(part).unwrap_or(u32::MAX / 4)
}

impl Counter {
    pub(crate) fn for_sources(sources: usize, owners: Owners) -> Self {
        Self {
            network: Network::default(),
            feeds: Gates::new(sources),
            drains: Gates::new(sources),
            taken: Vec::new(),
            behind: Vec::new(),
            owners,
        }
    }

    /// Counts the independent origins of a side.
    pub(crate) fn tally(&mut self, standards: &Standards<'_>, graph: &Graph) -> Tally {
        let has_authority = graph.parts.iter().any(|part| part.settles);
        let (least, most) = self.all(standards, graph);
        let credible = if is_all_credible(standards, graph) { least } else { self.credible(standards, graph) };
        Tally { least, most, credible, has_authority }
    }

    fn feed_gate(&self, standards: &Standards<'_>, part: &Part) -> u32 {
        standards.feed_gate(part.source, self.owners)
    }

    /// The most paths that the gates of both ends let pass.
    fn bound(
        &mut self,
        standards: &Standards<'_>,
        graph: &Graph,
        feeds: impl Fn(&Part) -> bool,
        drains: impl Fn(&Part) -> bool,
    ) -> u32 {
        let owners = self.owners;
        let fed = graph.parts.iter().filter(|part| feeds(part));
        let fed = self.feeds.count(fed.map(|part| standards.feed_gate(part.source, owners)));
        let drained = graph.parts.iter().filter(|part| drains(part));
        fed.min(self.drains.count(drained.map(|part| standards.drain_gate(part.source, owners))))
    }

    fn all(&mut self, standards: &Standards<'_>, graph: &Graph) -> (u32, u32) {
        let most = self.bound(standards, graph, Part::is_origin, |part| part.reports);
        // Every origin reaches a report, so where all must pass one gate there is exactly one path.
        if most < 2 {
            return (most, most);
        }
        if self.plain(standards, graph, Part::is_origin, |part| part.reports, |_| true) == most {
            let declared = self.bound(standards, graph, |part| part.declared, |part| part.reports);
            if declared < 2 {
                return (1, most);
            }
            if self.plain(standards, graph, |part| part.declared, |part| part.reports, |_| true) == declared {
                return (declared, most);
            }
        }
        self.start(standards, graph, |part| part.reports, |_| true);
        let declared = self.feed(standards, graph, most, |part| part.declared);
        let undeclared = self.feed(standards, graph, most - declared, |part| part.undeclared);
        let most = declared + undeclared;
        (if declared > 0 { declared } else { most.min(1) }, most)
    }

    /// How many disjoint paths there are to see without a search: of origins that report themselves, that a report cites, or that somebody cites whom a report cites.
    /// Never too many, and where it reaches the bound, all.
    fn plain(
        &mut self,
        standards: &Standards<'_>,
        graph: &Graph,
        opens: impl Fn(&Part) -> bool,
        drains: impl Fn(&Part) -> bool,
        carries: impl Fn(bool) -> bool,
    ) -> u32 {
        self.feeds.clear();
        self.drains.clear();
        self.taken.clear();
        self.taken.resize(graph.parts.len(), false);
        self.behind.clear();
        self.behind.resize(graph.parts.len(), NOBODY);
        let mut paths = 0;
        let mut take = |counter: &mut Self, from: usize, to: usize| {
            let (origin, report) = (&graph.parts[from], &graph.parts[to]);
            let feed = counter.feed_gate(standards, origin);
            let drain = standards.drain_gate(report.source, counter.owners);
            let is_free = opens(origin)
                && drains(report)
                && !(counter.taken[from] || counter.taken[to])
                && !(counter.feeds.is_open(feed) || counter.drains.is_open(drain));
            if is_free {
                counter.feeds.vertex(feed, || 0);
                counter.drains.vertex(drain, || 0);
                (counter.taken[from], counter.taken[to]) = (true, true);
                paths += 1;
            }
            is_free
        };
        for at in 0..graph.parts.len() {
            take(self, at, at);
        }
        let edges = || graph.edges.iter().filter(|edge| carries(edge.is_credible));
        for edge in edges() {
            let (cited, citing) = (edge.cited as usize, edge.citing as usize);
            if !take(self, cited, citing) && opens(&graph.parts[cited]) && !self.taken[cited] {
                self.behind[citing] = edge.cited;
            }
        }
        for edge in edges() {
            let (between, report) = (edge.cited as usize, edge.citing as usize);
            let origin = self.behind[between];
            if origin != NOBODY && !self.taken[between] && origin != edge.citing && take(self, origin as usize, report)
            {
                self.taken[between] = true;
            }
        }
        paths
    }

    fn credible(&mut self, standards: &Standards<'_>, graph: &Graph) -> u32 {
        let is_anonymous = |part: &Part| standards.is_anonymous(part.source);
        let named = |part: &Part| part.declared_credibly && !is_anonymous(part);
        let anonymous = |part: &Part| part.declared_credibly && is_anonymous(part);
        let most = self.bound(standards, graph, |part| named(part) || anonymous(part), |part| part.reports_credibly);
        if !graph.parts.iter().any(named) {
            let undeclared = graph.parts.iter().any(|part| part.undeclared_credibly && !is_anonymous(part));
            return u32::from(undeclared);
        }
        if most < 2 {
            return most;
        }
        let has_anonymous = graph.parts.iter().any(anonymous);
        let reports = |part: &Part| part.reports_credibly;
        if !has_anonymous && self.plain(standards, graph, named, reports, |is_credible| is_credible) == most {
            return most;
        }
        self.start(standards, graph, reports, |is_credible| is_credible);
        let flow = self.feed(standards, graph, most, named);
        let adds_one = flow < most && self.one_anonymous(standards, graph, anonymous);
        flow + u32::from(adds_one)
    }

    /// Whether one of the anonymous origins adds a path to those of the named: all of them together count once.
    fn one_anonymous(&mut self, standards: &Standards<'_>, graph: &Graph, counts: impl Fn(&Part) -> bool) -> bool {
        let (sharing, alone): (Vec<_>, Vec<_>) = (graph.parts.iter().enumerate())
            .filter(|(_, part)| counts(part))
            .partition(|(_, part)| self.feeds.is_open(self.feed_gate(standards, part)));
        let together = self.network.vertex();
        for (at, _) in alone {
            self.network.wide(together, entry(at));
        }
        // One that shares its gate with the named, by an owner, must pass that too, so such are tried one by one.
        self.network.try_narrow(Network::ORIGIN, together)
            || sharing.into_iter().any(|(at, part)| {
                let gate = self.feed_vertex(self.feed_gate(standards, part));
                self.network.try_narrow(gate, entry(at))
            })
    }

    fn feed_vertex(&mut self, gate: u32) -> Vertex {
        self.feeds.vertex(gate, || {
            let vertex = self.network.vertex();
            self.network.narrow(Network::ORIGIN, vertex);
            vertex
        })
    }

    /// Lays out sources, edges and drains.
    fn start(
        &mut self,
        standards: &Standards<'_>,
        graph: &Graph,
        drains: impl Fn(&Part) -> bool,
        carries: impl Fn(bool) -> bool,
    ) {
        self.network.clear();
        self.feeds.clear();
        self.drains.clear();
        for _ in &graph.parts {
            let inside = self.network.vertex();
            let outside = self.network.vertex();
            self.network.narrow(inside, outside);
        }
        for edge in graph.edges.iter().filter(|edge| carries(edge.is_credible)) {
            self.network.wide(entry(edge.cited as usize) + 1, entry(edge.citing as usize));
        }
        for (at, part) in graph.parts.iter().enumerate().filter(|(_, part)| drains(part)) {
            let gate = self.drains.vertex(standards.drain_gate(part.source, self.owners), || {
                let vertex = self.network.vertex();
                self.network.narrow(vertex, Network::CLAIM);
                vertex
            });
            self.network.wide(entry(at) + 1, gate);
        }
    }

    /// Opens the gates of some origins, and says how many more paths that gives.
    fn feed(&mut self, standards: &Standards<'_>, graph: &Graph, most: u32, opens: impl Fn(&Part) -> bool) -> u32 {
        for (at, part) in graph.parts.iter().enumerate().filter(|(_, part)| opens(part)) {
            let gate = self.feed_vertex(self.feed_gate(standards, part));
            self.network.wide(gate, entry(at));
        }
        self.network.augment(most)
    }

    /// The sources that all declared paths (or, where none carries, all undeclared ones) must pass: the minimum cut nearest the origins, by source.
    pub(crate) fn chokepoints(&mut self, standards: &Standards<'_>, graph: &Graph) -> Vec<u32> {
        let is_declared = graph.parts.iter().any(|part| part.declared);
        let opens = |part: &Part| if is_declared { part.declared } else { part.undeclared };
        self.start(standards, graph, |part| part.reports, |_| true);
        let flow = self.feed(standards, graph, u32::MAX, opens);
        // Undeclared origins together have no name.
        if !is_declared && flow > 1 {
            return Vec::new();
        }
        let cut = self.network.cut();
        let is_cut = |vertex: Vertex| cut.binary_search(&vertex).is_ok();
        let mut named: Vec<u32> = (graph.parts.iter().enumerate())
            .filter(|(at, _)| is_cut(entry(*at) + 1))
            .map(|(_, part)| part.source)
            .collect();
        // A gate is named by the only source behind it, by all where they are anonymous, and else by the owner.
        let mut behind: BTreeMap<(bool, u32), Vec<u32>> = BTreeMap::new();
        for part in &graph.parts {
            let feed = self.feed_gate(standards, part);
            if opens(part) && is_cut(self.feeds.open[feed as usize].1) {
                behind.entry((true, feed)).or_default().push(part.source);
            }
            let drain = standards.drain_gate(part.source, self.owners);
            if part.reports && is_cut(self.drains.open[drain as usize].1) {
                behind.entry((false, drain)).or_default().push(part.source);
            }
        }
        for ((_, gate), sources) in behind {
            match sources.as_slice() {
                [_] => named.extend(sources),
                _ if standards.is_anonymous(gate) => named.extend(sources),
                _ => named.push(gate),
            }
        }
        named.sort_unstable();
        named.dedup();
        named
    }
}

/// Whether the count of the credible is the count of all: every part and edge is credible, and nobody is anonymous or undeclared.
fn is_all_credible(standards: &Standards<'_>, graph: &Graph) -> bool {
    let is_plain = |part: &Part| {
        !part.undeclared
            && part.reports == part.reports_credibly
            && part.declared == part.declared_credibly
            && !standards.is_anonymous(part.source)
    };
    graph.edges.iter().all(|edge| edge.is_credible) && graph.parts.iter().all(is_plain)
}
