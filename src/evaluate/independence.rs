//! Independence: how many sources would have to be wrong for a side to collapse.

use std::collections::BTreeMap;

use super::flow::{Network, Vertex};
use super::numbers::{Numbers, Seen};
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
#[derive(Debug, Default)]
pub(crate) struct Counter {
    network: Network,
    feeds: Numbers,
    drains: Numbers,
    /// For each part, the numbers of its gates.
    ends: Vec<Ends>,
    /// Vertices of the gates that are open, by number.
    feed_vertex: Vec<Vertex>,
    drain_vertex: Vec<Vertex>,
    /// Parts that a plain path has taken, and the gates that it passes.
    taken: Seen,
    fed: Seen,
    drained: Seen,
    /// For each part, an origin that it cites.
    behind: Vec<u32>,
    owners: Owners,
}

/// The gates of a part: that which feeds it as an origin, and that through which it drains.
#[derive(Debug, Clone, Copy)]
struct Ends {
    feed: u32,
    drain: u32,
}

/// No part.
const NOBODY: u32 = u32::MAX;
/// A gate that is shut.
const SHUT: Vertex = Vertex::MAX;

/// The first vertex of a part; the second, behind its capacity, follows.
fn entry(part: usize) -> Vertex {
    2 + 2 * u32::try_from(part).unwrap_or(u32::MAX / 4)
}

impl Counter {
    pub(crate) fn for_sources(sources: usize, owners: Owners) -> Self {
        Self {
            network: Network::default(),
            feeds: Numbers::new(sources),
            drains: Numbers::new(sources),
            ends: Vec::new(),
            feed_vertex: Vec::new(),
            drain_vertex: Vec::new(),
            taken: Seen::default(),
            fed: Seen::default(),
            drained: Seen::default(),
            behind: Vec::new(),
            owners,
        }
    }

    /// Counts the independent origins of a side.
    pub(crate) fn tally(&mut self, standards: &Standards<'_>, graph: &Graph) -> Tally {
        self.lay_out(standards, graph);
        let has_authority = graph.parts.iter().any(|part| part.settles);
        let (least, most) = self.all(graph);
        let credible = if is_all_credible(standards, graph) { least } else { self.credible(standards, graph) };
        Tally { least, most, credible, has_authority }
    }

    /// Numbers the gates of a graph.
    fn lay_out(&mut self, standards: &Standards<'_>, graph: &Graph) {
        self.feeds.clear();
        self.drains.clear();
        self.ends.clear();
        for part in &graph.parts {
            let feed = self.feeds.number(standards.feed_gate(part.source, self.owners));
            let drain = self.drains.number(standards.drain_gate(part.source, self.owners));
            self.ends.push(Ends { feed, drain });
        }
    }

    /// The most paths that the gates of both ends let pass.
    fn bound(&mut self, graph: &Graph, feeds: impl Fn(&Part) -> bool, drains: impl Fn(&Part) -> bool) -> u32 {
        self.fed.start(self.feeds.named.len());
        self.drained.start(self.drains.named.len());
        let (mut fed, mut drained) = (0, 0);
        for (part, ends) in graph.parts.iter().zip(&self.ends) {
            fed += u32::from(feeds(part) && self.fed.put(ends.feed));
            drained += u32::from(drains(part) && self.drained.put(ends.drain));
        }
        fed.min(drained)
    }

    fn all(&mut self, graph: &Graph) -> (u32, u32) {
        let most = self.bound(graph, Part::is_origin, |part| part.reports);
        // Every origin reaches a report, so where all must pass one gate there is exactly one path.
        if most < 2 {
            return (most, most);
        }
        if self.plain(graph, most, Part::is_origin, |part| part.reports, |_| true) == most {
            if !graph.parts.iter().any(|part| part.undeclared) {
                return (most, most);
            }
            let declared = self.bound(graph, |part| part.declared, |part| part.reports);
            if declared < 2 {
                return (1, most);
            }
            if self.plain(graph, declared, |part| part.declared, |part| part.reports, |_| true) == declared {
                return (declared, most);
            }
        }
        self.start(graph, |part| part.reports, |_| true);
        let declared = self.feed(graph, most, |part| part.declared);
        let undeclared = self.feed(graph, most - declared, |part| part.undeclared);
        let most = declared + undeclared;
        (if declared > 0 { declared } else { most.min(1) }, most)
    }

    /// How many disjoint paths there are to see without a search: of origins that report themselves, that a report cites, or that somebody cites whom a report cites.
    /// Never too many, and where it reaches the bound, all.
    fn plain(
        &mut self,
        graph: &Graph,
        most: u32,
        opens: impl Fn(&Part) -> bool,
        drains: impl Fn(&Part) -> bool,
        carries: impl Fn(bool) -> bool,
    ) -> u32 {
        self.taken.start(graph.parts.len());
        self.fed.start(self.feeds.named.len());
        self.drained.start(self.drains.named.len());
        let mut paths = 0;
        let mut take = |counter: &mut Self, from: u32, to: u32| {
            let (feed, drain) = (counter.ends[from as usize].feed, counter.ends[to as usize].drain);
            let is_free = opens(&graph.parts[from as usize])
                && drains(&graph.parts[to as usize])
                && !(counter.taken.has(from) || counter.taken.has(to))
                && !(counter.fed.has(feed) || counter.drained.has(drain));
            if is_free {
                counter.fed.put(feed);
                counter.drained.put(drain);
                counter.taken.put(from);
                counter.taken.put(to);
                paths += 1;
            }
            (is_free, paths)
        };
        for at in (0..).take(graph.parts.len()) {
            if take(self, at, at).1 == most {
                return most;
            }
        }
        self.behind.clear();
        self.behind.resize(graph.parts.len(), NOBODY);
        let edges = || graph.edges.iter().filter(|edge| carries(edge.is_credible));
        for edge in edges() {
            let (is_taken, paths) = take(self, edge.cited, edge.citing);
            if paths == most {
                return most;
            }
            if !is_taken && opens(&graph.parts[edge.cited as usize]) && !self.taken.has(edge.cited) {
                self.behind[edge.citing as usize] = edge.cited;
            }
        }
        for edge in edges() {
            let (between, report) = (edge.cited, edge.citing);
            let origin = self.behind[between as usize];
            if origin != NOBODY && !self.taken.has(between) && origin != report {
                let (is_taken, paths) = take(self, origin, report);
                if paths == most {
                    return most;
                }
                if is_taken {
                    self.taken.put(between);
                }
            }
        }
        paths
    }

    fn credible(&mut self, standards: &Standards<'_>, graph: &Graph) -> u32 {
        let is_anonymous = |part: &Part| standards.is_anonymous(part.source);
        let named = |part: &Part| part.declared_credibly && !is_anonymous(part);
        let anonymous = |part: &Part| part.declared_credibly && is_anonymous(part);
        if !graph.parts.iter().any(named) {
            let undeclared = graph.parts.iter().any(|part| part.undeclared_credibly && !is_anonymous(part));
            return u32::from(undeclared);
        }
        let reports = |part: &Part| part.reports_credibly;
        let most = self.bound(graph, |part| part.declared_credibly, reports);
        if most < 2 {
            return most;
        }
        let has_anonymous = graph.parts.iter().any(anonymous);
        if !has_anonymous && self.plain(graph, most, named, reports, |is_credible| is_credible) == most {
            return most;
        }
        self.start(graph, reports, |is_credible| is_credible);
        let flow = self.feed(graph, most, named);
        let adds_one = flow < most && self.one_anonymous(graph, anonymous);
        flow + u32::from(adds_one)
    }

    /// Whether one of the anonymous origins adds a path to those of the named: all of them together count once.
    fn one_anonymous(&mut self, graph: &Graph, counts: impl Fn(&Part) -> bool) -> bool {
        let is_open = |at: usize| self.feed_vertex[self.ends[at].feed as usize] != SHUT;
        let (sharing, alone): (Vec<_>, Vec<_>) =
            (0..graph.parts.len()).filter(|at| counts(&graph.parts[*at])).partition(|at| is_open(*at));
        let together = self.network.vertex();
        for at in alone {
            self.network.wide(together, entry(at));
        }
        // One that shares its gate with the named, by an owner, must pass that too, so such are tried one by one.
        self.network.try_narrow(Network::ORIGIN, together)
            || sharing.into_iter().any(|at| {
                let gate = self.feed_vertex(at);
                self.network.try_narrow(gate, entry(at))
            })
    }

    /// The vertex of the gate that feeds a part, opened on first use.
    fn feed_vertex(&mut self, part: usize) -> Vertex {
        let vertex = &mut self.feed_vertex[self.ends[part].feed as usize];
        if *vertex == SHUT {
            *vertex = self.network.vertex();
            self.network.narrow(Network::ORIGIN, *vertex);
        }
        *vertex
    }

    /// Lays out sources, edges and drains.
    fn start(&mut self, graph: &Graph, drains: impl Fn(&Part) -> bool, carries: impl Fn(bool) -> bool) {
        self.network.clear();
        for (vertices, gates) in [(&mut self.feed_vertex, &self.feeds), (&mut self.drain_vertex, &self.drains)] {
            vertices.clear();
            vertices.resize(gates.named.len(), SHUT);
        }
        for _ in &graph.parts {
            let inside = self.network.vertex();
            let outside = self.network.vertex();
            self.network.narrow(inside, outside);
        }
        for edge in graph.edges.iter().filter(|edge| carries(edge.is_credible)) {
            self.network.wide(entry(edge.cited as usize) + 1, entry(edge.citing as usize));
        }
        for (at, ends) in self.ends.iter().enumerate().filter(|(at, _)| drains(&graph.parts[*at])) {
            let gate = &mut self.drain_vertex[ends.drain as usize];
            if *gate == SHUT {
                *gate = self.network.vertex();
                self.network.narrow(*gate, Network::CLAIM);
            }
            self.network.wide(entry(at) + 1, *gate);
        }
    }

    /// Opens the gates of some origins, and says how many more paths that gives.
    fn feed(&mut self, graph: &Graph, most: u32, opens: impl Fn(&Part) -> bool) -> u32 {
        for at in (0..graph.parts.len()).filter(|at| opens(&graph.parts[*at])) {
            let gate = self.feed_vertex(at);
            self.network.wide(gate, entry(at));
        }
        self.network.augment(most)
    }

    /// The sources that all declared paths (or, where none carries, all undeclared ones) must pass: the minimum cut nearest the origins, by source.
    pub(crate) fn chokepoints(&mut self, standards: &Standards<'_>, graph: &Graph) -> Vec<u32> {
        let is_declared = graph.parts.iter().any(|part| part.declared);
        let opens = |part: &Part| if is_declared { part.declared } else { part.undeclared };
        self.lay_out(standards, graph);
        self.start(graph, |part| part.reports, |_| true);
        let flow = self.feed(graph, u32::MAX, opens);
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
        for (part, ends) in graph.parts.iter().zip(&self.ends) {
            let (feed, drain) = (ends.feed as usize, ends.drain as usize);
            if opens(part) && is_cut(self.feed_vertex[feed]) {
                behind.entry((true, self.feeds.named[feed])).or_default().push(part.source);
            }
            if part.reports && is_cut(self.drain_vertex[drain]) {
                behind.entry((false, self.drains.named[drain])).or_default().push(part.source);
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

/// Whether the count of the credible is the count of all: every part and edge is credible, and no origin is anonymous or undeclared.
fn is_all_credible(standards: &Standards<'_>, graph: &Graph) -> bool {
    let is_plain = |part: &Part| {
        !part.undeclared
            && part.reports == part.reports_credibly
            && part.declared == part.declared_credibly
            && !(part.declared && standards.is_anonymous(part.source))
    };
    graph.edges.iter().all(|edge| edge.is_credible) && graph.parts.iter().all(is_plain)
}
