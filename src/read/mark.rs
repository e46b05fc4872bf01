//! Places in a text, counted while it goes by.

use crate::model::problem::Position;

/// A place in a text: how many bytes lie before it, and its line and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) byte: usize,
    pub(super) position: Position,
}

impl Mark {
    pub(super) const START: Self = Self { byte: 0, position: Position { line: 1, column: 1 } };

    /// The place behind these bytes, which begin here.
    pub(super) fn after(self, passed: &[u8]) -> Self {
        let Position { line, column } = self.position;
        let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        let position = if breaks == 0 {
            Position { line, column: column + characters(passed) }
        } else {
            let last = passed.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
            Position { line: line + breaks, column: 1 + characters(last) }
        };
        Self { byte: self.byte + passed.len(), position }
    }
}

/// Bytes inside a character begin with 10.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Gives bytes of one text their places: it moves through the text once, and forwards.
pub(super) struct Sweep<'a> {
    rest: &'a [u8],
    passed: usize,
    here: Mark,
}

impl<'a> Sweep<'a> {
    /// A sweep over a text that begins at `start`.
    pub(super) const fn new(text: &'a str, start: Mark) -> Self {
        Self { rest: text.as_bytes(), passed: 0, here: start }
    }

    /// The place of this byte of the text, which is not before the last one asked for.
    pub(super) fn advance(&mut self, at: usize) -> Mark {
        let step = at.saturating_sub(self.passed).min(self.rest.len());
        let (passing, rest) = self.rest.split_at(step);
        self.here = self.here.after(passing);
        self.rest = rest;
        self.passed += step;
        self.here
    }
}
