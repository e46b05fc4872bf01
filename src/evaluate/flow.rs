//! Maximum flow: how many paths share no vertex (Menger) where every vertex lets one pass, how much evidence flows where each lets its weight pass, and the minimum cut.
//!
//! Dinic's algorithm on the graph with every vertex split in two: O(E √V) with capacities of 1, O(V² E) with any. No recursion.

/// A vertex of the network.
pub(crate) type Vertex = u32;

/// An arc; its twin, the way back, has the number next to it.
#[derive(Debug, Clone, Copy)]
struct Arc {
    to: Vertex,
    next: u32,
    left: u64,
}

const NO_ARC: u32 = u32::MAX;
/// As wide as it needs to be: more than any cut of vertices.
const WIDE: u64 = u64::MAX / 4;

/// A network that is built, solved, and used again for the next one without new memory.
#[derive(Debug, Default)]
pub(crate) struct Network {
    first: Vec<u32>,
    arcs: Vec<Arc>,
    level: Vec<u32>,
    at: Vec<u32>,
    queue: Vec<Vertex>,
    way: Vec<u32>,
}

impl Network {
    /// Where flow comes from.
    pub(crate) const ORIGIN: Vertex = 0;
    /// Where it goes.
    pub(crate) const CLAIM: Vertex = 1;

    /// Forgets everything but the two ends.
    pub(crate) fn clear(&mut self) {
        self.arcs.clear();
        self.first.clear();
        self.first.resize(2, NO_ARC);
    }

    /// A vertex that nothing is tied to.
    pub(crate) fn vertex(&mut self) -> Vertex {
        let vertex = number(self.first.len());
        self.first.push(NO_ARC);
        vertex
    }

    /// An arc that lets one path pass.
    pub(crate) fn narrow(&mut self, from: Vertex, to: Vertex) {
        self.arc(from, to, 1);
    }

    /// An arc that lets any number of paths pass.
    pub(crate) fn wide(&mut self, from: Vertex, to: Vertex) {
        self.arc(from, to, WIDE);
    }

    /// Adds an arc for one path if one more path comes of it, and says whether it does; otherwise nothing has changed.
    pub(crate) fn try_narrow(&mut self, from: Vertex, to: Vertex) -> bool {
        let arc = self.arcs.len();
        self.narrow(from, to);
        let is_more = self.augment(1) > 0;
        if !is_more {
            self.arcs[arc].left = 0;
        }
        is_more
    }

    /// An arc that lets so much pass.
    pub(crate) fn arc(&mut self, from: Vertex, to: Vertex, capacity: u64) {
        for (from, to, left) in [(from, to, capacity), (to, from, 0)] {
            let arc = number(self.arcs.len());
            self.arcs.push(Arc { to, next: self.first[from as usize], left });
            self.first[from as usize] = arc;
        }
    }

    /// Adds as many paths as still fit, and says how many those were. Where no more than `most` can fit, the last search, which would be in vain, is saved.
    pub(crate) fn augment(&mut self, most: u32) -> u32 {
        u32::try_from(self.fill(u64::from(most))).unwrap_or(u32::MAX)
    }

    /// Sends as much as still fits, up to `most`, and says how much that was.
    pub(crate) fn fill(&mut self, most: u64) -> u64 {
        let mut flow = 0;
        while flow < most && self.layer() {
            self.at.clone_from(&self.first);
            while flow < most {
                match self.path() {
                    0 => break,
                    sent => flow += sent,
                }
            }
        }
        flow
    }

    /// Numbers the vertices by their distance from the origin; whether the claim is within reach.
    fn layer(&mut self) -> bool {
        self.level.clear();
        self.level.resize(self.first.len(), u32::MAX);
        self.level[Self::ORIGIN as usize] = 0;
        self.queue.clear();
        self.queue.push(Self::ORIGIN);
        let mut head = 0;
        while let Some(&from) = self.queue.get(head) {
            head += 1;
            let mut arc = self.first[from as usize];
            while arc != NO_ARC {
                let Arc { to, next, left } = self.arcs[arc as usize];
                if left > 0 && self.level[to as usize] == u32::MAX {
                    self.level[to as usize] = self.level[from as usize] + 1;
                    self.queue.push(to);
                }
                arc = next;
            }
        }
        self.level[Self::CLAIM as usize] != u32::MAX
    }

    /// Sends one path down the layers, as wide as fits, and says how wide; every arc that leads nowhere is passed over once and for all.
    fn path(&mut self) -> u64 {
        self.way.clear();
        let mut from = Self::ORIGIN;
        while from != Self::CLAIM {
            let arc = self.at[from as usize];
            if arc == NO_ARC {
                let Some(back) = self.way.pop() else {
                    return 0;
                };
                from = self.arcs[(back ^ 1) as usize].to;
                self.at[from as usize] = self.arcs[back as usize].next;
                continue;
            }
            let Arc { to, next, left } = self.arcs[arc as usize];
            if left > 0 && self.level[to as usize] == self.level[from as usize] + 1 {
                self.way.push(arc);
                from = to;
            } else {
                self.at[from as usize] = next;
            }
        }
        let width = self.way.iter().map(|arc| self.arcs[*arc as usize].left).min().unwrap_or(0);
        for arc in &self.way {
            self.arcs[*arc as usize].left -= width;
            self.arcs[(*arc ^ 1) as usize].left += width;
        }
        width
    }

    /// After `fill`: looks for what the origin still reaches. The minimum cut nearest the origin lies between that and the rest.
    pub(crate) fn reach(&mut self) {
        self.layer();
    }

    /// After `reach`: whether the origin still reaches a vertex.
    pub(crate) fn is_reached(&self, vertex: Vertex) -> bool {
        self.level[vertex as usize] != u32::MAX
    }

    /// After `augment`: the minimum cut nearest the origin, as the vertices of the gates and the second vertices of the sources that it
    /// passes, in order.
    pub(crate) fn cut(&mut self) -> Vec<Vertex> {
        self.layer();
        let mut cut = Vec::new();
        for (at, arc) in self.arcs.iter().enumerate().step_by(2) {
            let from = self.arcs[at + 1].to;
            if self.level[from as usize] != u32::MAX && self.level[arc.to as usize] == u32::MAX {
                // From the origin to a gate, through a source to its second vertex, or from a gate to the claim.
                cut.push(if arc.to == Self::CLAIM { from } else { arc.to });
            }
        }
        cut.sort_unstable();
        cut
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NO_ARC)
}
