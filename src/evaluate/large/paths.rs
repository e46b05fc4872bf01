//! The most paths that share no source, kept while sources and citations come and go.
//!
//! The same flow as [`flow`](crate::evaluate::flow) counts from nothing. Between two changes it is a maximum, so a new way can add one path at
//! the most, and that path must take the new way; a way that vanishes costs at most the one path that took it. So each change is answered by one
//! search that starts where the change is: forward to the claim and back to the origins, in turns, and given up as soon as either is exhausted.

use super::lane::{Lanes, NONE};
use super::search::{Dead, Search, Turn};

/// How the sources of a cluster can be tied: numbers of sources and of edges between them.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// For each edge the cited and the citing source.
    pub(super) edges: Vec<(u32, u32)>,
    /// For each source the gate through which it drains.
    pub(super) drain_gate: Vec<u32>,
    /// For each source the gate that feeds it: to count all origins, and to count credible ones, where all anonymous ones share a gate.
    pub(super) feed_gate: [Vec<u32>; 2],
    /// Which of the two kinds of feeding gates; one gate more than there are sources.
    pub(super) sources: usize,
}

/// How a source's path comes in or goes on, where not along an edge.
pub(super) const GATE: u32 = u32::MAX - 2;

/// A vertex: each source twice, for its capacity, and two gates of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vertex {
    In(u32),
    Out(u32),
    Feed(u32),
    Drain(u32),
}

impl Vertex {
    pub(super) const fn number(self) -> usize {
        match self {
            Self::In(at) => 4 * at as usize,
            Self::Out(at) => 4 * at as usize + 1,
            Self::Feed(at) => 4 * at as usize + 2,
            Self::Drain(at) => 4 * at as usize + 3,
        }
    }
}

/// One network and its flow.
#[derive(Debug)]
pub(super) struct Paths {
    /// Which feeding gates of the plan.
    gates: usize,
    pub(super) fed: Lanes,
    pub(super) drained: Lanes,
    pub(super) out: Lanes,
    pub(super) into: Lanes,
    /// For each source, where its path comes from (an edge, the gate, nowhere) and where it goes on.
    pub(super) from: Vec<u32>,
    pub(super) to: Vec<u32>,
    /// For each gate, the source whose path passes it.
    pub(super) feeds: Vec<u32>,
    pub(super) drains: Vec<u32>,
    number: u32,
    /// What no origin can reach by ways that are left, and what cannot reach the claim.
    cut_off: Dead,
    stuck: Dead,
}

impl Paths {
    pub(super) fn new(plan: &Plan, gates: usize) -> Self {
        let (sources, edges) = (plan.sources, plan.edges.len());
        Self {
            gates,
            fed: Lanes::new(sources + 1, sources),
            drained: Lanes::new(sources + 1, sources),
            out: Lanes::new(sources, edges),
            into: Lanes::new(sources, edges),
            from: vec![NONE; sources],
            to: vec![NONE; sources],
            feeds: vec![NONE; sources + 1],
            drains: vec![NONE; sources + 1],
            number: 0,
            cut_off: Dead::new(sources),
            stuck: Dead::new(sources),
        }
    }

    /// How many paths there are.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    pub(super) fn feed_gate(&self, plan: &Plan, source: u32) -> u32 {
        plan.feed_gate[self.gates][source as usize]
    }

    pub(super) fn open_feed(&mut self, plan: &Plan, search: &mut Search, source: u32) {
        let gate = self.feed_gate(plan, source);
        self.fed.put(gate, source);
        self.extend(plan, search, Vertex::Feed(gate), (Vertex::In(source), NONE));
    }

    pub(super) fn open_drain(&mut self, plan: &Plan, search: &mut Search, source: u32) {
        let gate = plan.drain_gate[source as usize];
        self.drained.put(gate, source);
        self.extend(plan, search, Vertex::Out(source), (Vertex::Drain(gate), NONE));
    }

    pub(super) fn add_edge(&mut self, plan: &Plan, search: &mut Search, edge: u32) {
        let (cited, citing) = plan.edges[edge as usize];
        self.out.put(cited, edge);
        self.into.put(citing, edge);
        self.extend(plan, search, Vertex::Out(cited), (Vertex::In(citing), edge));
    }

    pub(super) fn close_feed(&mut self, plan: &Plan, search: &mut Search, source: u32) {
        let gate = self.feed_gate(plan, source);
        self.fed.take(gate, source);
        if self.feeds[gate as usize] == source {
            self.reroute(plan, search, source);
        }
    }

    pub(super) fn close_drain(&mut self, plan: &Plan, search: &mut Search, source: u32) {
        let gate = plan.drain_gate[source as usize];
        self.drained.take(gate, source);
        if self.drains[gate as usize] == source {
            self.reroute(plan, search, source);
        }
    }

    pub(super) fn remove_edge(&mut self, plan: &Plan, search: &mut Search, edge: u32) {
        let (cited, citing) = plan.edges[edge as usize];
        self.out.take(cited, edge);
        self.into.take(citing, edge);
        if self.to[cited as usize] == edge {
            self.reroute(plan, search, cited);
        }
    }

    /// Takes the path that a new way opens, if there is one.
    fn extend(&mut self, plan: &Plan, search: &mut Search, tail: Vertex, (head, edge): (Vertex, u32)) {
        // The new way may free what was stuck behind it, or cut off before it.
        if self.stuck.holds(tail) && !self.stuck.holds(head) {
            self.stuck.forget();
        }
        if self.cut_off.holds(head) && !self.cut_off.holds(tail) {
            self.cut_off.forget();
        }
        if self.cut_off.holds(tail) || self.stuck.holds(head) {
            return;
        }
        search.start(tail, head);
        let (mut back, mut on) = (Turn::Goes, Turn::Goes);
        loop {
            if back == Turn::Goes {
                back =
                    search.back.turn(|v, cursor| self.behind(plan, v, cursor), |v| self.is_free_feed(v), &self.cut_off);
            }
            if on == Turn::Goes {
                on = search.on.turn(|v, cursor| self.ahead(plan, v, cursor), |v| self.is_free_drain(v), &self.stuck);
            }
            match (back, on) {
                (Turn::Fails, _) => return self.cut_off.bury(&search.back),
                (_, Turn::Fails) => return self.stuck.bury(&search.on),
                (Turn::Ends, Turn::Ends) => break,
                _ => {}
            }
        }
        search.way.clear();
        search.back.way_to_root(&mut search.way);
        search.way.push((head, edge));
        search.on.way_from_root(&mut search.way);
        self.follow(plan, &search.way);
    }

    /// Gives up the path through a source, and takes another one if there is one: it would begin or end where the old one did.
    fn reroute(&mut self, plan: &Plan, search: &mut Search, through: u32) {
        self.cut_off.forget();
        self.stuck.forget();
        let mut first = through;
        let mut is_circle = false;
        while let Some((cited, _)) = plan.edges.get(self.from[first as usize] as usize) {
            first = *cited;
            if first == through {
                // Where paths were led around each other a circle can be left that no path needs.
                is_circle = true;
                break;
            }
        }
        let mut last = first;
        loop {
            self.from[last as usize] = NONE;
            let to = std::mem::replace(&mut self.to[last as usize], NONE);
            match plan.edges.get(to as usize) {
                Some((_, citing)) => last = *citing,
                None => break,
            }
        }
        if is_circle {
            return;
        }
        let (feed, drain) = (self.feed_gate(plan, first), plan.drain_gate[last as usize]);
        self.feeds[feed as usize] = NONE;
        self.drains[drain as usize] = NONE;
        self.number -= 1;
        search.start(Vertex::Drain(drain), Vertex::Feed(feed));
        let (mut back, mut on) = (Turn::Goes, Turn::Goes);
        while back != Turn::Ends && on != Turn::Ends {
            if back == Turn::Fails && on == Turn::Fails {
                return;
            }
            if on == Turn::Goes {
                on = search.on.turn(|v, cursor| self.ahead(plan, v, cursor), |v| self.is_free_drain(v), &self.stuck);
            }
            if back == Turn::Goes && on != Turn::Ends {
                back =
                    search.back.turn(|v, cursor| self.behind(plan, v, cursor), |v| self.is_free_feed(v), &self.cut_off);
            }
        }
        search.way.clear();
        if on == Turn::Ends {
            search.way.push((Vertex::Feed(feed), NONE));
            search.on.way_from_root(&mut search.way);
        } else {
            search.back.way_to_root(&mut search.way);
        }
        self.follow(plan, &search.way);
    }

    /// Sends one path along a way: from a free gate to a free gate, over what was left and back over what was taken.
    fn follow(&mut self, plan: &Plan, way: &[(Vertex, u32)]) {
        for (step, (to, edge)) in way.iter().zip(way.iter().skip(1)) {
            match (step.0, *to) {
                (Vertex::Feed(gate), Vertex::In(source)) => {
                    self.from[source as usize] = GATE;
                    self.feeds[gate as usize] = source;
                }
                (Vertex::Out(source), Vertex::Drain(gate)) => {
                    self.to[source as usize] = GATE;
                    self.drains[gate as usize] = source;
                }
                (Vertex::Out(source), Vertex::In(_)) if *edge == NONE => {
                    self.from[source as usize] = NONE;
                    self.to[source as usize] = NONE;
                }
                (Vertex::Out(_), Vertex::In(_)) => {
                    let (cited, citing) = plan.edges[*edge as usize];
                    self.to[cited as usize] = *edge;
                    self.from[citing as usize] = *edge;
                }
                // The steps before and after say all that there is to say.
                _ => {}
            }
        }
        self.number += 1;
        self.cut_off.forget();
        self.stuck.forget();
    }

    fn is_free_feed(&self, vertex: Vertex) -> bool {
        matches!(vertex, Vertex::Feed(gate) if self.feeds[gate as usize] == NONE)
    }

    fn is_free_drain(&self, vertex: Vertex) -> bool {
        matches!(vertex, Vertex::Drain(gate) if self.drains[gate as usize] == NONE)
    }
}
