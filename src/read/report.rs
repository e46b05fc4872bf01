//! Collects what is wrong, and says where it stands in the text.

use super::landmarks::Trail;
use super::mark::{Mark, Sweep};
use super::node::{Node, Place};
use crate::model::problem::{Path, Position, Problem, ProblemKind, Problems};

/// How many problems are kept. Who has more has not written a dossier, and every one costs memory.
const MOST: usize = 1000;

/// All that was found to be wrong with the pieces of a text that have been read.
#[derive(Default)]
pub(super) struct Tally {
    problems: Vec<Problem>,
    /// Problems that were not kept.
    more: usize,
}

impl Tally {
    pub(super) const fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// Whether problems were dropped, because there were too many.
    pub(super) const fn is_full(&self) -> bool {
        self.more > 0
    }

    /// Adds a problem, unless there are too many.
    pub(super) fn add(&mut self, at: Position, path: Path, kind: ProblemKind) {
        if self.problems.len() < MOST {
            self.push(at, Problem::new(path, kind));
        } else {
            self.more += 1;
        }
    }

    /// Adds a problem, however many there are.
    pub(super) fn push(&mut self, at: Position, mut problem: Problem) {
        problem.position = Some(at);
        self.problems.push(problem);
    }

    /// Adds what is wrong with another part of the text.
    pub(super) fn join(&mut self, other: Self) {
        self.problems.extend(other.problems);
        self.more += other.more;
    }

    /// The problems in the order of the text.
    pub(super) fn into_problems(mut self) -> Problems {
        self.problems.sort_by_key(|problem| problem.position);
        self.more += self.problems.len().saturating_sub(MOST);
        self.problems.truncate(MOST);
        if self.more > 0 {
            self.problems.push(Problem::new(Path::root(), ProblemKind::More(self.more)));
        }
        Problems(self.problems)
    }
}

/// The only problem of a text.
pub(super) fn alone(at: Mark, kind: ProblemKind) -> Problems {
    let mut tally = Tally::default();
    tally.add(at.position, Path::root(), kind);
    tally.into_problems()
}

/// A problem and its place in the piece, in bytes.
struct Found {
    at: usize,
    problem: Problem,
}

/// What is found to be wrong with one piece of a text while it is read.
pub(super) struct Report<'a> {
    text: &'a str,
    start: Mark,
    found: Vec<Found>,
    tally: Tally,
    trail: Option<Trail>,
}

impl<'a> Report<'a> {
    /// A report on a whole text.
    pub(super) fn new(text: &'a str) -> Self {
        Self::of(text, Mark::START, Tally::default())
    }

    /// A report on a piece of a text that begins at `start`, added to what was found before.
    pub(super) const fn of(text: &'a str, start: Mark, tally: Tally) -> Self {
        Self { text, start, found: Vec::new(), tally, trail: None }
    }

    /// The same, noting the places that the readers pass.
    pub(super) fn along(mut self, trail: Trail) -> Self {
        self.trail = Some(trail);
        self
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.found.is_empty() && self.tally.is_empty()
    }

    /// Whether problems were dropped, because there were too many.
    pub(super) const fn is_full(&self) -> bool {
        self.tally.is_full()
    }

    /// A problem with a part of the piece; the kind is not worked out where there are too many.
    pub(super) fn add(&mut self, node: Node<'_, '_>, kind: impl FnOnce() -> ProblemKind) {
        if self.tally.problems.len() + self.found.len() < MOST {
            let problem = Problem::new(node.place.path(), kind());
            self.found.push(Found { at: offset(self.text, node.json), problem });
        } else {
            self.tally.more += 1;
        }
    }

    /// Notes that a reader came by here.
    pub(super) fn pass(&mut self, json: &str, place: &Place<'_>) {
        let at = offset(self.text, json);
        if let Some(trail) = &mut self.trail {
            trail.pass(place, at);
        }
    }

    /// The problems so far, each with its line and column, and the trail.
    pub(super) fn close(mut self) -> (Tally, Option<Trail>) {
        self.found.sort_by_key(|found| found.at);
        let mut sweep = Sweep::new(self.text, self.start);
        for Found { at, problem } in self.found {
            self.tally.push(sweep.advance(at).position, problem);
        }
        (self.tally, self.trail)
    }

    /// The problems in the order of the text, each with its line and column.
    pub(super) fn into_problems(self) -> Problems {
        self.close().0.into_problems()
    }
}

/// How many bytes into a text this part of it begins.
pub(super) fn offset(text: &str, part: &str) -> usize {
    let start = text.as_ptr().addr();
    part.as_ptr().addr().checked_sub(start).filter(|at| *at <= text.len()).unwrap_or(0)
}
