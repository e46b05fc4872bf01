//! Where one more path could go: over ways that no path takes, and back over those that one takes.

use std::collections::BTreeSet;

use super::lane::NONE;
use super::paths::{GATE, Paths, Plan, Vertex};
use super::search::Cursor;

impl Paths {
    /// The next of the vertices that a path could reach from this one, and the edge to it.
    pub(super) fn ahead(&self, plan: &Plan, vertex: Vertex, cursor: &mut Cursor) -> Option<(Vertex, u32)> {
        match vertex {
            Vertex::Feed(gate) => {
                if cursor.stage == 0 {
                    *cursor = Cursor { stage: 1, at: self.fed.first(gate) };
                }
                while cursor.at != NONE {
                    let source = cursor.at;
                    cursor.at = self.fed.after(source);
                    if self.feeds[gate as usize] != source {
                        return Some((Vertex::In(source), NONE));
                    }
                }
                None
            }
            Vertex::In(source) => once(cursor).then(|| match self.from[source as usize] {
                NONE => (Vertex::Out(source), NONE),
                GATE => (Vertex::Feed(self.feed_gate(plan, source)), NONE),
                edge => (Vertex::Out(plan.edges[edge as usize].0), edge),
            }),
            Vertex::Out(source) => {
                let to = self.to[source as usize];
                if cursor.stage == 0 {
                    *cursor = Cursor { stage: 1, at: self.out.first(source) };
                    if self.drained.is_on(source) && to != GATE {
                        return Some((Vertex::Drain(plan.drain_gate[source as usize]), NONE));
                    }
                }
                while cursor.at != NONE {
                    let edge = cursor.at;
                    cursor.at = self.out.after(edge);
                    if edge != to {
                        return Some((Vertex::In(plan.edges[edge as usize].1), edge));
                    }
                }
                self.takes_itself(source, cursor).then_some((Vertex::In(source), NONE))
            }
            Vertex::Drain(gate) => {
                let source = self.drains[gate as usize];
                (once(cursor) && source != NONE).then_some((Vertex::Out(source), NONE))
            }
        }
    }

    /// The next of the vertices from which a path could reach this one, and the edge from it.
    pub(super) fn behind(&self, plan: &Plan, vertex: Vertex, cursor: &mut Cursor) -> Option<(Vertex, u32)> {
        match vertex {
            Vertex::Drain(gate) => {
                if cursor.stage == 0 {
                    *cursor = Cursor { stage: 1, at: self.drained.first(gate) };
                }
                while cursor.at != NONE {
                    let source = cursor.at;
                    cursor.at = self.drained.after(source);
                    if self.drains[gate as usize] != source {
                        return Some((Vertex::Out(source), NONE));
                    }
                }
                None
            }
            Vertex::Out(source) => once(cursor).then(|| match self.to[source as usize] {
                NONE => (Vertex::In(source), NONE),
                GATE => (Vertex::Drain(plan.drain_gate[source as usize]), NONE),
                edge => (Vertex::In(plan.edges[edge as usize].1), edge),
            }),
            Vertex::In(source) => {
                let from = self.from[source as usize];
                if cursor.stage == 0 {
                    *cursor = Cursor { stage: 1, at: self.into.first(source) };
                    if self.fed.is_on(source) && from != GATE {
                        return Some((Vertex::Feed(self.feed_gate(plan, source)), NONE));
                    }
                }
                while cursor.at != NONE {
                    let edge = cursor.at;
                    cursor.at = self.into.after(edge);
                    if edge != from {
                        return Some((Vertex::Out(plan.edges[edge as usize].0), edge));
                    }
                }
                self.takes_itself(source, cursor).then_some((Vertex::Out(source), NONE))
            }
            Vertex::Feed(gate) => {
                let source = self.feeds[gate as usize];
                (once(cursor) && source != NONE).then_some((Vertex::In(source), NONE))
            }
        }
    }

    /// Whether any way leads from a source to the claim, taken or not.
    pub(super) fn leads_on(&self, plan: &Plan, source: u32) -> bool {
        let mut seen = BTreeSet::from([source]);
        let mut waiting = vec![source];
        while let Some(source) = waiting.pop() {
            if self.drained.is_on(source) {
                return true;
            }
            let mut edge = self.out.first(source);
            while edge != NONE {
                let citing = plan.edges[edge as usize].1;
                if seen.insert(citing) {
                    waiting.push(citing);
                }
                edge = self.out.after(edge);
            }
        }
        false
    }

    /// Whether a path passes this source, and can be turned round there; asked once.
    fn takes_itself(&self, source: u32, cursor: &mut Cursor) -> bool {
        let is_first = cursor.stage == 1;
        cursor.stage = 2;
        is_first && self.from[source as usize] != NONE
    }
}

/// Whether this is the first time of asking.
fn once(cursor: &mut Cursor) -> bool {
    let is_first = cursor.stage == 0;
    cursor.stage = 1;
    is_first
}
