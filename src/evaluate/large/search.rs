//! Two searches, one back to the origins and one on to the claim, that take turns: together they cost twice the shorter one.

use super::lane::NONE;
use super::paths::Vertex;

/// How far the neighbours of a vertex have been tried.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cursor {
    pub(super) stage: u8,
    pub(super) at: u32,
}

/// What a turn came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Goes,
    Ends,
    Fails,
}

/// Room for both searches, shared by all networks of a cluster.
#[derive(Debug)]
pub(super) struct Search {
    pub(super) back: Half,
    pub(super) on: Half,
    /// The way found: vertices, each with the edge along which it is entered.
    pub(super) way: Vec<(Vertex, u32)>,
}

impl Search {
    pub(super) fn new(sources: usize) -> Self {
        Self { back: Half::new(sources), on: Half::new(sources), way: Vec::new() }
    }

    pub(super) fn start(&mut self, back: Vertex, on: Vertex) {
        self.back.start(back);
        self.on.start(on);
    }
}

/// Vertices from which a search is known to lead nowhere, until paths change.
#[derive(Debug)]
pub(super) struct Dead {
    round: u32,
    marked: Vec<u32>,
}

impl Dead {
    pub(super) fn new(sources: usize) -> Self {
        Self { round: 1, marked: vec![0; 4 * (sources + 1)] }
    }

    pub(super) fn holds(&self, vertex: Vertex) -> bool {
        self.marked[vertex.number()] == self.round
    }

    /// Remembers what a search saw that failed.
    pub(super) fn bury(&mut self, half: &Half) {
        for vertex in &half.visited {
            self.marked[vertex.number()] = self.round;
        }
    }

    /// Forgets everything.
    pub(super) fn forget(&mut self) {
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.marked.fill(0);
            self.round = 1;
        }
    }
}

/// A depth-first search, one step a turn.
#[derive(Debug)]
pub(super) struct Half {
    round: u32,
    seen: Vec<u32>,
    /// The same as a list.
    pub(super) visited: Vec<Vertex>,
    /// For each vertex seen, the one that it was seen from, and the edge between them.
    parent: Vec<(Vertex, u32)>,
    stack: Vec<(Vertex, Cursor)>,
    /// The root at first; in the end, where the search ended.
    end: Vertex,
    root: Vertex,
    is_fresh: bool,
}

impl Half {
    fn new(sources: usize) -> Self {
        let vertices = 4 * (sources + 1);
        Self {
            round: 0,
            seen: vec![0; vertices],
            visited: Vec::new(),
            parent: vec![(Vertex::In(0), NONE); vertices],
            stack: Vec::new(),
            end: Vertex::In(0),
            root: Vertex::In(0),
            is_fresh: true,
        }
    }

    fn start(&mut self, root: Vertex) {
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.seen.fill(0);
            self.round = 1;
        }
        self.seen[root.number()] = self.round;
        self.visited.clear();
        self.visited.push(root);
        self.stack.clear();
        self.stack.push((root, Cursor::default()));
        (self.root, self.end, self.is_fresh) = (root, root, true);
    }

    /// One step of the search.
    pub(super) fn turn(
        &mut self,
        next: impl Fn(Vertex, &mut Cursor) -> Option<(Vertex, u32)>,
        ends: impl Fn(Vertex) -> bool,
        dead: &Dead,
    ) -> Turn {
        if std::mem::take(&mut self.is_fresh) && ends(self.root) {
            return Turn::Ends;
        }
        let Some((vertex, cursor)) = self.stack.last_mut() else {
            return Turn::Fails;
        };
        let vertex = *vertex;
        let Some((to, edge)) = next(vertex, cursor) else {
            self.stack.pop();
            return if self.stack.is_empty() { Turn::Fails } else { Turn::Goes };
        };
        let seen = &mut self.seen[to.number()];
        if *seen != self.round && !dead.holds(to) {
            *seen = self.round;
            self.visited.push(to);
            self.parent[to.number()] = (vertex, edge);
            if ends(to) {
                self.end = to;
                return Turn::Ends;
            }
            self.stack.push((to, Cursor::default()));
        }
        Turn::Goes
    }

    /// From where a search back ended to its root.
    pub(super) fn way_to_root(&self, way: &mut Vec<(Vertex, u32)>) {
        let mut at = self.end;
        way.push((at, NONE));
        while at != self.root {
            let (parent, edge) = self.parent[at.number()];
            way.push((parent, edge));
            at = parent;
        }
    }

    /// From the root, itself left out, to where a search on ended.
    pub(super) fn way_from_root(&self, way: &mut Vec<(Vertex, u32)>) {
        let start = way.len();
        let mut at = self.end;
        while at != self.root {
            let (parent, edge) = self.parent[at.number()];
            way.push((at, edge));
            at = parent;
        }
        way[start..].reverse();
    }
}
