//! Where the fields of every entry stand in the text, kept in a few bytes each: the builder finds problems by entry and field when the text is gone.

use std::collections::{BTreeMap, HashMap};

use super::mark::{Mark, Sweep};
use super::node::Place;
use super::report::Tally;
use crate::model::problem::{Path, Position, Problem, Step};

/// The deepest that the builder looks into an entry: `cites[0][1]`, `implies.if[1]`.
const DEEPEST: usize = 3;

/// The way that the readers take through one entry: each part of it that they come by, outer before inner.
#[derive(Default)]
pub(super) struct Trail {
    passed: Vec<Passed>,
    names: Names,
    /// How deep in the file the entry lies.
    depth: usize,
}

struct Passed {
    depth: usize,
    step: Taken,
    /// In bytes, from the start of the entry.
    at: usize,
}

/// A step into an object or list; fields by the number of their name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Taken {
    Field(usize),
    Index(usize),
}

impl Trail {
    /// A trail through the next entry, whose place is this.
    pub(super) fn into_entry(mut self, place: &Place<'_>) -> Self {
        self.passed.clear();
        self.depth = place.depth();
        self
    }

    pub(super) fn pass(&mut self, place: &Place<'_>, at: usize) {
        let depth = place.depth().saturating_sub(self.depth);
        let step = match *place {
            _ if depth == 0 || depth > DEEPEST => return,
            Place::Root => return,
            Place::Field(_, name) => Taken::Field(self.names.number(name)),
            Place::Index(_, at) => Taken::Index(at),
        };
        self.passed.push(Passed { depth, step, at });
    }
}

/// The names of fields, each kept once.
#[derive(Default)]
struct Names {
    known: Vec<Box<str>>,
    numbers: HashMap<Box<str>, usize>,
    last: usize,
}

impl Names {
    fn number(&mut self, name: &str) -> usize {
        // Every entry is asked for the same fields in the same order.
        let next = self.last + 1;
        let number = if self.known.get(next).is_some_and(|known| **known == *name) {
            next
        } else if let Some(number) = self.numbers.get(name) {
            *number
        } else {
            self.numbers.insert(name.into(), self.known.len());
            self.known.push(name.into());
            self.known.len() - 1
        };
        self.last = number;
        number
    }
}

/// The places of all entries of one list, in its order, as a row of small numbers.
#[derive(Default)]
pub(super) struct Landmarks {
    bytes: Vec<u8>,
    /// The line of the last entry.
    line: usize,
}

impl Landmarks {
    /// Keeps the places of an entry that begins at `start`.
    pub(super) fn keep(&mut self, entry: &str, start: Mark, trail: &mut Trail) {
        let is_plain = entry.is_ascii() && !entry.contains('\n');
        let places = if is_plain { Vec::new() } else { swept(entry, start, &trail.passed) };
        let Position { line, column } = start.position;
        self.push(line - self.line);
        self.line = line;
        self.push(column);
        self.push(trail.passed.len());
        for (nth, passed) in trail.passed.iter().enumerate() {
            // Most steps fit into one byte: two bits for the depth, one for the kind, five for the number.
            let (kind, number) = match passed.step {
                Taken::Field(number) => (0, number),
                Taken::Index(number) => (1, number),
            };
            let short = number.min(31);
            self.bytes.push(u8::try_from(passed.depth << 6 | kind << 5 | short).unwrap_or_default());
            if short == 31 {
                self.push(number - 31);
            }
            match places.get(nth) {
                None => self.push(passed.at << 1),
                Some(place) if place.line == line => self.push((place.column - column) << 1),
                Some(place) => {
                    self.push((place.line - line) << 1 | 1);
                    self.push(place.column);
                }
            }
        }
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn push(&mut self, mut number: usize) {
        while number > 127 {
            self.bytes.push(u8::try_from(number & 127).unwrap_or_default() | 128);
            number >>= 7;
        }
        self.bytes.push(u8::try_from(number).unwrap_or_default());
    }

    /// The entries, in the order of the list.
    fn entries<'l>(&'l self, names: &'l Names) -> impl Iterator<Item = Entry<'l>> {
        let mut row = Row(self.bytes.iter());
        let mut line = 0;
        std::iter::from_fn(move || {
            line += row.number()?;
            let start = Position { line, column: row.number()? };
            let mut parts = BTreeMap::new();
            // The numbers of the parts that the way leads through, outermost first; 0 is the entry.
            let mut way = vec![0];
            for part in 1..=row.number()? {
                let tag = usize::from(*row.0.next()?);
                let (depth, short) = (tag >> 6, tag & 31);
                let number = if short == 31 { 31 + row.number()? } else { short };
                let step = if tag >> 5 & 1 == 0 { Taken::Field(number) } else { Taken::Index(number) };
                let place = row.number()?;
                let position = match place & 1 {
                    0 => Position { line, column: start.column + (place >> 1) },
                    _ => Position { line: line + (place >> 1), column: row.number()? },
                };
                way.truncate(depth);
                let outer = way.last().copied().unwrap_or(0);
                way.resize(depth, outer);
                way.push(part);
                // Of two fields of one name, the first is read.
                parts.entry((outer, step)).or_insert((part, position));
            }
            Some(Entry { start, parts, names })
        })
    }
}

/// The places of these parts of an entry, in their order.
fn swept(entry: &str, start: Mark, passed: &[Passed]) -> Vec<Position> {
    let mut order: Vec<usize> = (0..passed.len()).collect();
    order.sort_by_key(|nth| passed.get(*nth).map(|part| part.at));
    let mut places = vec![start.position; passed.len()];
    let mut sweep = Sweep::new(entry, start);
    for nth in order {
        if let (Some(part), Some(place)) = (passed.get(nth), places.get_mut(nth)) {
            *place = sweep.advance(part.at).position;
        }
    }
    places
}

/// A row of numbers, as it is read again.
struct Row<'l>(std::slice::Iter<'l, u8>);

impl Row<'_> {
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = *self.0.next()?;
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

/// The places of one entry.
struct Entry<'l> {
    start: Position,
    /// The number and the place of each part, by the part that holds it and the step from there.
    parts: BTreeMap<(usize, Taken), (usize, Position)>,
    names: &'l Names,
}

impl Entry<'_> {
    /// Where these steps lead, or lead nearest to, and how many of them that takes.
    fn follow(&self, steps: &[Step]) -> (Position, usize) {
        let (mut part, mut position) = (0, self.start);
        for (followed, step) in steps.iter().enumerate() {
            let taken = match step {
                Step::Field(name) => self.names.numbers.get(name.as_str()).map(|number| Taken::Field(*number)),
                Step::Index(at) => Some(Taken::Index(*at)),
            };
            match taken.and_then(|taken| self.parts.get(&(part, taken))) {
                Some(inner) => (part, position) = *inner,
                None => return (position, followed),
            }
        }
        (position, steps.len())
    }
}

/// Adds these problems of entries of one list to the tally, each at the place that its path leads to, or leads nearest to. The paths begin with the list and the
/// number of the entry, and come in order: each entry is looked up once. `place` makes the path of an entry in the file.
pub(super) fn add_all(
    problems: Vec<Problem>,
    landmarks: &Landmarks,
    trail: &Trail,
    place: impl Fn(usize) -> Path,
    tally: &mut Tally,
) {
    let mut entries = landmarks.entries(&trail.names).enumerate().peekable();
    for problem in problems {
        let Some((Step::Index(wanted), inner)) = problem.path.steps().get(1..).and_then(<[Step]>::split_first) else {
            continue;
        };
        while entries.next_if(|(at, _)| at < wanted).is_some() {}
        let Some((_, entry)) = entries.peek() else {
            continue;
        };
        let (position, followed) = entry.follow(inner);
        // A list of one may be written as its element: then the file has no such step.
        let told = match inner.get(followed) {
            Some(Step::Index(_)) => followed,
            _ => inner.len(),
        };
        let path = inner.iter().take(told).fold(place(*wanted), |path, step| match step {
            Step::Field(name) => path.field(name),
            Step::Index(at) => path.index(*at),
        });
        tally.push(position, Problem::new(path, problem.kind));
    }
}

#[cfg(test)]
mod tests {
    use super::{Landmarks, Mark, Place, Trail};
    use crate::read::{claim::attribution, node::Node, report::Report, report::Tally};

    #[test]
    fn the_places_of_an_attribution_take_some_thirty_bytes() {
        const ENTRY: &str = r#"{"id":"a0000001","source":"outlet-12","claim":"c0000123","cites":[["official-7","agency-1"]],"certainty":"probable","published":"2024-10-24","url":"https://example.org/news/1"}"#;
        let (mut landmarks, mut trail, mut start) = (Landmarks::default(), Trail::default(), Mark::START);
        for at in 0..1000 {
            let (list, index);
            list = Place::Field(&Place::Root, "attributions");
            index = Place::Index(&list, at);
            let mut report = Report::of(ENTRY, start, Tally::default()).along(trail.into_entry(&index));
            assert!(attribution(Node { json: ENTRY, place: index }, &mut report).is_some());
            trail = report.close().1.unwrap();
            landmarks.keep(ENTRY, start, &mut trail);
            start = start.after(ENTRY.as_bytes()).after(b",\n");
        }
        assert!(landmarks.bytes.len() < 35 * 1000, "{}", landmarks.bytes.len());
        assert_eq!(landmarks.entries(&trail.names).count(), 1000);
        let last = landmarks.entries(&trail.names).last().unwrap();
        assert_eq!((last.start.line, last.start.column), (1000, 1));
    }
}
