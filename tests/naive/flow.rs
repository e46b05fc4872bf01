//! How many ways lead through a graph without sharing a node, counted twice over.

use std::collections::{BTreeMap, BTreeSet};

/// A graph each node of which may be passed once.
#[derive(Debug, Clone)]
pub(crate) struct Graph<N> {
    pub(crate) starts: BTreeSet<N>,
    pub(crate) ends: BTreeSet<N>,
    pub(crate) edges: BTreeSet<(N, N)>,
}

impl<N: Ord + Clone> Graph<N> {
    /// The greatest number of ways from starts to ends that share no node.
    pub(crate) fn flow(&self) -> u32 {
        // Trying every cut is plain to see, but takes too long beyond this.
        const SMALL: usize = 12;
        if self.nodes().len() <= SMALL { self.smallest_cut() } else { self.most_ways() }
    }

    /// Menger: as many as the fewest nodes without which no way is left. Every set of nodes is tried, the small ones first.
    pub(crate) fn smallest_cut(&self) -> u32 {
        let nodes: Vec<N> = self.nodes().into_iter().collect();
        let is_cut = |chosen: &u32| {
            let without =
                nodes.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, node)| node.clone());
            !self.leads_through(&without.collect())
        };
        (0..1_u32 << nodes.len()).filter(is_cut).map(u32::count_ones).min().unwrap_or(0)
    }

    /// Ford and Fulkerson: ways are added, each free to undo what the others did, until none is left.
    pub(crate) fn most_ways(&self) -> u32 {
        let mut room: BTreeMap<Port<N>, BTreeSet<Port<N>>> = BTreeMap::new();
        let mut open = |from, to| room.entry(from).or_default().insert(to);
        for node in self.nodes() {
            open(Port::Into(node.clone()), Port::OutOf(node));
        }
        for (from, to) in &self.edges {
            open(Port::OutOf(from.clone()), Port::Into(to.clone()));
        }
        for start in &self.starts {
            open(Port::Start, Port::Into(start.clone()));
        }
        for end in &self.ends {
            open(Port::OutOf(end.clone()), Port::End);
        }
        let mut ways = 0;
        while let Some(way) = find_way(&room, &Port::Start, &mut BTreeSet::new()) {
            for step in way.windows(2) {
                room.entry(step[0].clone()).or_default().remove(&step[1]);
                room.entry(step[1].clone()).or_default().insert(step[0].clone());
            }
            ways += 1;
        }
        ways
    }

    /// Whether a way leads from this node to an end.
    pub(crate) fn carries(&self, from: &N) -> bool {
        Graph { starts: BTreeSet::from([from.clone()]), ..self.clone() }.leads_through(&BTreeSet::new())
    }

    fn leads_through(&self, without: &BTreeSet<N>) -> bool {
        let mut reached: BTreeSet<&N> = self.starts.difference(without).collect();
        loop {
            let step = |(from, to): &&(N, N)| reached.contains(from) && !reached.contains(to) && !without.contains(to);
            let more: Vec<&N> = self.edges.iter().filter(step).map(|(_, to)| to).collect();
            if more.is_empty() {
                return reached.iter().any(|node| self.ends.contains(node));
            }
            reached.extend(more);
        }
    }

    fn nodes(&self) -> BTreeSet<N> {
        let ends = self.starts.iter().chain(&self.ends);
        ends.chain(self.edges.iter().flat_map(|(from, to)| [from, to])).cloned().collect()
    }
}

/// A node is passed from its entrance to its exit, which is how it can have room for one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Port<N> {
    Start,
    Into(N),
    OutOf(N),
    End,
}

fn find_way<N: Ord + Clone>(
    room: &BTreeMap<Port<N>, BTreeSet<Port<N>>>,
    at: &Port<N>,
    seen: &mut BTreeSet<Port<N>>,
) -> Option<Vec<Port<N>>> {
    if *at == Port::End {
        return Some(vec![Port::End]);
    }
    if !seen.insert(at.clone()) {
        return None;
    }
    let rest = room.get(at)?.iter().find_map(|next| find_way(room, next, seen))?;
    Some([vec![at.clone()], rest].concat())
}
