//! Collects what is wrong, and says where it stands in the text.

use super::node::Node;
use crate::model::problem::{Path, Position, Problem, ProblemKind, Problems};

/// How many problems are kept. Who has more has not written a dossier, and every one costs memory.
const MOST: usize = 1000;

/// A problem and its place in the text, in bytes.
pub(super) struct Found {
    pub(super) at: usize,
    pub(super) problem: Problem,
}

/// All that was found to be wrong with a text.
pub(super) struct Report<'a> {
    text: &'a str,
    found: Vec<Found>,
    /// Problems that were not kept.
    more: usize,
}

impl<'a> Report<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new(), more: 0 }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether problems were dropped, because there were too many.
    pub(super) const fn is_full(&self) -> bool {
        self.more > 0
    }

    /// A problem with a piece of the text; the kind is not worked out where there are too many.
    pub(super) fn add(&mut self, node: Node<'_, '_>, kind: impl FnOnce() -> ProblemKind) {
        if self.found.len() < MOST {
            self.push(self.offset(node.json), Problem::new(node.place.path(), kind()));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn push(&mut self, at: usize, problem: Problem) {
        self.found.push(Found { at, problem });
    }

    /// How many bytes into the text this piece of it begins.
    pub(super) fn offset(&self, piece: &str) -> usize {
        let start = self.text.as_ptr().addr();
        piece.as_ptr().addr().checked_sub(start).filter(|at| *at <= self.text.len()).unwrap_or(0)
    }

    /// The problems in the order of the text, each with its line and column.
    pub(super) fn into_problems(mut self) -> Problems {
        self.found.sort_by_key(|found| found.at);
        self.more += self.found.len().saturating_sub(MOST);
        self.found.truncate(MOST);
        let mut sweep = Sweep::new(self.text);
        let mut problems: Vec<Problem> = self
            .found
            .into_iter()
            .map(|Found { at, mut problem }| {
                problem.position = Some(sweep.advance(at));
                problem
            })
            .collect();
        if self.more > 0 {
            problems.push(Problem::new(Path::root(), ProblemKind::More(self.more)));
        }
        Problems(problems)
    }
}

/// The only problem of a text.
pub(super) fn alone(text: &str, at: usize, kind: ProblemKind) -> Problems {
    let mut report = Report::new(text);
    report.push(at, Problem::new(Path::root(), kind));
    report.into_problems()
}

/// Counts lines and columns while it moves through a text, once and forwards.
struct Sweep<'a> {
    rest: &'a [u8],
    passed: usize,
    position: Position,
}

impl<'a> Sweep<'a> {
    const fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes(), passed: 0, position: Position { line: 1, column: 1 } }
    }

    /// The position of this byte, which is not before the last one asked for.
    fn advance(&mut self, at: usize) -> Position {
        let step = at.saturating_sub(self.passed).min(self.rest.len());
        let (passing, rest) = self.rest.split_at(step);
        for byte in passing {
            if *byte == b'\n' {
                self.position.line += 1;
                self.position.column = 1;
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                // Bytes inside a character begin with 10.
                self.position.column += 1;
            }
        }
        self.rest = rest;
        self.passed += step;
        self.position
    }
}
