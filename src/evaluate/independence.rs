//! Independence: how many sources would have to be wrong for a side to collapse.

use std::collections::HashMap;

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
#[derive(Debug, Default)]
pub(crate) struct Counter {
    network: Network,
    gates: Gates,
    owners: Owners,
}

/// Vertices for gates, by their number; few, so a list serves until it grows.
#[derive(Debug, Default)]
struct Gates {
    vertices: HashMap<(Kind, u32), Vertex>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Feed,
    Drain,
    /// All anonymous origins together.
    Anonymous,
}

impl Gates {
    /// The vertex of a gate; one that feeds hangs on the origin, one that drains on the claim.
    fn vertex(&mut self, network: &mut Network, gate: (Kind, u32)) -> Vertex {
        *self.vertices.entry(gate).or_insert_with(|| {
            let vertex = network.vertex();
            match gate.0 {
                Kind::Feed | Kind::Anonymous => network.narrow(Network::ORIGIN, vertex),
                Kind::Drain => network.narrow(vertex, Network::CLAIM),
            }
            vertex
        })
    }
}

/// The first vertex of a part; the second, behind its capacity, follows.
fn entry(part: usize) -> Vertex {
    2 + 2 * u32::try_from(part).unwrap_or(u32::MAX / 4)
}

impl Counter {
    /// Counts as if nobody had an owner.
    pub(crate) fn ignoring_owners() -> Self {
        Self { owners: Owners::Ignored, ..Self::default() }
    }

    /// Counts the independent origins of a side.
    pub(crate) fn tally(&mut self, standards: &Standards<'_>, graph: &Graph) -> Tally {
        let has_authority = graph.parts.iter().any(|part| part.settles);
        let (least, most) = self.all(standards, graph);
        let credible = self.credible(standards, graph);
        Tally { least, most, credible, has_authority }
    }

    fn all(&mut self, standards: &Standards<'_>, graph: &Graph) -> (u32, u32) {
        let owners = self.owners;
        let gate = |part: &Part| standards.feed_gate(part.source, owners);
        let drains =
            one_or_more(graph.parts.iter().filter(|p| p.reports).map(|p| standards.drain_gate(p.source, self.owners)));
        let feeds = one_or_more(graph.parts.iter().filter(|p| p.is_origin()).map(gate));
        if feeds == Number::None {
            return (0, 0);
        }
        // Every origin reaches a report, so where all must pass one gate there is exactly one path.
        if feeds == Number::One || drains == Number::One {
            return (1, 1);
        }
        self.start(standards, graph, |part| part.reports, |_| true);
        let declared = self.feed(standards, graph, |part| part.declared);
        let undeclared = self.feed(standards, graph, |part| part.undeclared);
        let most = declared + undeclared;
        (if declared > 0 { declared } else { most.min(1) }, most)
    }

    fn credible(&mut self, standards: &Standards<'_>, graph: &Graph) -> u32 {
        let is_anonymous = |part: &Part| standards.source(part.source).anonymous;
        let named = |part: &Part| part.declared_credibly && !is_anonymous(part);
        let feeds =
            one_or_more(graph.parts.iter().filter(|p| named(p)).map(|p| standards.feed_gate(p.source, self.owners)));
        if feeds == Number::None {
            let undeclared = graph.parts.iter().any(|part| part.undeclared_credibly && !is_anonymous(part));
            return u32::from(undeclared);
        }
        let anonymous = |part: &Part| part.declared_credibly && is_anonymous(part);
        let has_anonymous = graph.parts.iter().any(anonymous);
        let drains =
            graph.parts.iter().filter(|p| p.reports_credibly).map(|p| standards.drain_gate(p.source, self.owners));
        if (feeds == Number::One && !has_anonymous) || one_or_more(drains) == Number::One {
            return 1;
        }
        self.start(standards, graph, |part| part.reports_credibly, |is_credible| is_credible);
        let mut flow = self.feed(standards, graph, named);
        if has_anonymous {
            flow += self.one_anonymous(standards, graph, anonymous);
        }
        flow
    }

    /// Whether one of the anonymous origins adds a path to those of the named: all of them together count once.
    fn one_anonymous(&mut self, standards: &Standards<'_>, graph: &Graph, counts: impl Fn(&Part) -> bool) -> u32 {
        let parts = || graph.parts.iter().enumerate().filter(|(_, part)| counts(part));
        let is_owned = |part: &Part| standards.top(part.source) != part.source;
        let together = self.gates.vertex(&mut self.network, (Kind::Anonymous, 0));
        for (at, _) in parts().filter(|(_, part)| !is_owned(part)) {
            self.network.wide(together, entry(at));
        }
        if self.network.augment() > 0 {
            return 1;
        }
        // One that has an owner shares that owner's gate with the named, so such are tried one by one.
        for (at, part) in parts().filter(|(_, part)| is_owned(part)) {
            let gate = self.gates.vertex(&mut self.network, (Kind::Feed, standards.feed_gate(part.source, self.owners)));
            if self.network.try_wide(gate, entry(at)) > 0 {
                return 1;
            }
        }
        0
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
        self.gates.vertices.clear();
        for _ in &graph.parts {
            let inside = self.network.vertex();
            let outside = self.network.vertex();
            self.network.narrow(inside, outside);
        }
        for edge in graph.edges.iter().filter(|edge| carries(edge.is_credible)) {
            self.network.wide(entry(edge.cited as usize) + 1, entry(edge.citing as usize));
        }
        for (at, part) in graph.parts.iter().enumerate().filter(|(_, part)| drains(part)) {
            let gate =
                self.gates.vertex(&mut self.network, (Kind::Drain, standards.drain_gate(part.source, self.owners)));
            self.network.wide(entry(at) + 1, gate);
        }
    }

    /// Opens the gates of some origins, and says how many more paths that gives.
    fn feed(&mut self, standards: &Standards<'_>, graph: &Graph, opens: impl Fn(&Part) -> bool) -> u32 {
        for (at, part) in graph.parts.iter().enumerate().filter(|(_, part)| opens(part)) {
            let gate =
                self.gates.vertex(&mut self.network, (Kind::Feed, standards.feed_gate(part.source, self.owners)));
            self.network.wide(gate, entry(at));
        }
        self.network.augment()
    }

    /// The sources that all declared paths (or, where none carries, all undeclared ones) must pass: the minimum cut nearest the origins, by source.
    pub(crate) fn chokepoints(&mut self, standards: &Standards<'_>, graph: &Graph) -> Vec<u32> {
        let is_declared = graph.parts.iter().any(|part| part.declared);
        let opens = |part: &Part| if is_declared { part.declared } else { part.undeclared };
        self.start(standards, graph, |part| part.reports, |_| true);
        let flow = self.feed(standards, graph, opens);
        // Undeclared origins together have no name.
        if !is_declared && flow > 1 {
            return Vec::new();
        }
        let sources = |vertex: Vertex| graph.parts.get(((vertex - 2) / 2) as usize).map(|part| part.source);
        let mut named = Vec::new();
        for (from, to) in self.network.cut() {
            let gate = if from == Network::ORIGIN { to } else { from };
            let behind: Vec<u32> = match self.gates.vertices.iter().find(|(_, vertex)| **vertex == gate) {
                None => sources(gate).into_iter().collect(),
                Some(((kind, gate), _)) => {
                    let is_behind = |part: &&Part| match kind {
                        Kind::Drain => part.reports && standards.drain_gate(part.source, self.owners) == *gate,
                        Kind::Feed | Kind::Anonymous => {
                            opens(part) && standards.feed_gate(part.source, self.owners) == *gate
                        }
                    };
                    let behind: Vec<&Part> = graph.parts.iter().filter(is_behind).collect();
                    match behind.as_slice() {
                        [one] => vec![one.source],
                        many if standards.source(*gate).anonymous => many.iter().map(|part| part.source).collect(),
                        _ => vec![*gate],
                    }
                }
            };
            named.extend(behind);
        }
        named.sort_unstable();
        named.dedup();
        named
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    None,
    One,
    More,
}

/// Whether there are no, one, or several different gates.
fn one_or_more(mut gates: impl Iterator<Item = u32>) -> Number {
    match gates.next() {
        None => Number::None,
        Some(first) if gates.all(|gate| gate == first) => Number::One,
        Some(_) => Number::More,
    }
}
