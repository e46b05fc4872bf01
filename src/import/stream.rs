//! A feed of JSON, item by item: as much is in memory as one item takes.

mod value;

use std::io::{self, Read};

use thiserror::Error;

use self::value::Scan;
use super::tree::{Pointer, Tree, TreeError};
use crate::model::problem::Clean;

/// How much is asked of the reader at a time.
const CHUNK: usize = 64 * 1024;

/// What is wrong with a feed, or with one of its items.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum FeedError {
    /// It cannot be read.
    #[error("the feed cannot be read: {0}")]
    Io(#[from] io::Error),
    /// An item is no JSON. The next one is read as if nothing had happened.
    #[error("item {pointer} at byte {at}: {error}", pointer = Clean(.pointer.as_str()))]
    Item {
        /// Where the item stands in its document.
        pointer: Pointer,
        /// The byte of the feed at which it begins, from 0.
        at: u64,
        /// What is wrong; its line and column are those of the item.
        error: TreeError,
    },
    /// An item is longer than allowed. The next one is read as if nothing had happened.
    #[error("item {pointer} at byte {at} is longer than {limit} bytes", pointer = Clean(.pointer.as_str()))]
    TooLong {
        /// Where the item stands in its document.
        pointer: Pointer,
        /// The byte of the feed at which it begins, from 0.
        at: u64,
        /// How long items may be.
        limit: usize,
    },
    /// Something else stands where an item, a comma or a bracket should. Nothing after it is read.
    #[error("byte {at}: expected {expected}, found `{found}`", found = Clean(.found))]
    Unexpected {
        /// The byte of the feed, from 0.
        at: u64,
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// The feed ends in the middle.
    #[error("the feed ends at byte {at} within item {pointer}", pointer = Clean(.pointer.as_str()))]
    Truncated {
        /// How long the feed is.
        at: u64,
        /// The item in which it ends, or before which.
        pointer: Pointer,
    },
}

/// An item of a feed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Item {
    /// Which document of the feed, from 0: one a line, or one alone.
    pub document: usize,
    /// Where the item stands in its document.
    pub pointer: Pointer,
    /// The byte of the feed at which it begins, from 0.
    pub at: u64,
    /// The item.
    pub tree: Tree,
    /// Whether it is what is left of an object whose long lists were handed over item by item: those lists are empty in it.
    pub is_rest: bool,
}

/// A feed of JSON, item by item, in constant memory.
///
/// Elements of a list, documents that follow each other (one a line, or not), and the elements of the long list of an object: its member `dataFeedElement`,
/// `itemListElement` or `claims`. What else stands in such an object comes last, as the [rest](Item::is_rest). Nothing is lost on the way.
///
/// An item that is no JSON, or too long, is an error, and the next one is read; after an error of the frame around the items nothing is. O(n) in time; memory for one
/// item, and no more than the [limit](Feed::limit).
///
/// ```
/// use corroborate::import::Feed;
/// let feed = br#"{"@type": "DataFeed", "dataFeedElement": [{"name": "a"}, {"name": }, {"name": "c"}]}"#;
/// let read: Vec<String> = Feed::new(&feed[..])
///     .map(|item| match item {
///         Ok(item) => format!("{} {}", item.pointer, item.tree.root().raw()),
///         Err(error) => error.to_string(),
///     })
///     .collect();
/// assert_eq!(read, [
///     r#"/dataFeedElement/0 {"name": "a"}"#,
///     "item /dataFeedElement/1 at byte 57: line 1, column 10: this is not JSON: expected value, found `}`",
///     r#"/dataFeedElement/2 {"name": "c"}"#,
///     r#" {"@type": "DataFeed", "dataFeedElement": []}"#,
/// ]);
/// ```
#[derive(Debug)]
pub struct Feed<R> {
    reader: R,
    buffer: Vec<u8>,
    /// Bytes of the buffer that are done with.
    done: usize,
    /// Bytes of the feed before the buffer.
    before: u64,
    limit: usize,
    has_ended: bool,
    document: usize,
    frame: Frame,
    /// What was passed in the object that is open, but for the items of its long lists.
    rest: Vec<u8>,
    rest_at: u64,
}

/// What stands around the place where the feed has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Frame {
    /// Nothing: between documents.
    Between,
    /// A list of this many items so far.
    List(usize),
    /// An object; whether it has had a member, and whether a list of it was handed over.
    Object { is_begun: bool, has_lists: bool },
    /// A long list of an object: its name, and how many items it has had.
    Member(&'static str, usize),
    /// Something that cannot be gone on from.
    Over,
}

/// Members of an object whose items are handed over one by one.
const LISTS: [&str; 3] = ["dataFeedElement", "itemListElement", "claims"];

/// How a value was found to stand in the buffer.
enum Whole {
    /// So many bytes of it.
    Here(usize),
    /// It was longer than allowed, and has been passed.
    TooLong,
}

impl<R: Read> Feed<R> {
    /// Items of more than this many bytes are errors, unless [`limit`](Self::limit) says otherwise: 16 MiB.
    pub const LIMIT: usize = 16 << 20;

    /// Reads a feed. Nothing is read before the first item is asked for; a buffer is kept here.
    pub const fn new(reader: R) -> Self {
        Self {
            reader,
            buffer: Vec::new(),
            done: 0,
            before: 0,
            limit: Self::LIMIT,
            has_ended: false,
            document: 0,
            frame: Frame::Between,
            rest: Vec::new(),
            rest_at: 0,
        }
    }

    /// Sets how many bytes an item may have.
    #[must_use]
    pub fn limit(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// Reads on; false at the end.
    fn fill(&mut self) -> io::Result<bool> {
        if self.has_ended {
            return Ok(false);
        }
        // What is done with makes room for what comes.
        self.buffer.drain(..self.done);
        self.before += self.done as u64;
        self.done = 0;
        // A long item is read in ever longer pieces.
        let piece = CHUNK.max(self.buffer.len()) as u64;
        let read = self.reader.by_ref().take(piece).read_to_end(&mut self.buffer)?;
        self.has_ended = read == 0;
        Ok(!self.has_ended)
    }

    fn window(&self) -> &[u8] {
        self.buffer.get(self.done..).unwrap_or_default()
    }

    const fn at(&self) -> u64 {
        self.before + self.done as u64
    }

    /// The next byte that is no white space; none at the end of the feed.
    fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            let window = self.window();
            let blank = window.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let found = window.get(blank).copied();
            self.pass(blank);
            if found.is_some() || !self.fill()? {
                return Ok(found);
            }
        }
    }

    /// Moves on; inside an object, what is passed is kept for its rest.
    fn pass(&mut self, bytes: usize) {
        if matches!(self.frame, Frame::Object { .. }) {
            self.rest.extend_from_slice(self.buffer.get(self.done..self.done + bytes).unwrap_or_default());
        }
        self.done += bytes;
    }

    /// Gets the value that begins here into the buffer.
    fn value(&mut self) -> Result<Whole, FeedError> {
        let mut scan = Scan::default();
        let mut scanned = 0;
        let mut is_too_long = false;
        loop {
            let window = self.window();
            let unseen = window.get(scanned..).unwrap_or_default();
            if let Some(length) = scan.end(unseen) {
                let whole = scanned + length;
                if is_too_long || whole > self.limit {
                    self.done += whole;
                    return Ok(Whole::TooLong);
                }
                return Ok(Whole::Here(whole));
            }
            scanned = window.len();
            if scanned > self.limit {
                // Its beginning is of no use any more, and makes room.
                is_too_long = true;
                self.done += scanned;
                scanned = 0;
            }
            if !self.fill()? {
                let is_whole = scan.is_scalar() && (scanned > 0 || is_too_long);
                return match (is_whole, is_too_long) {
                    (true, false) => Ok(Whole::Here(scanned)),
                    (true, true) => Ok(Whole::TooLong),
                    (false, _) => Err(self.truncated()),
                };
            }
        }
    }

    /// The item that begins here.
    fn item(&mut self) -> Result<Item, FeedError> {
        let (pointer, at, document) = (self.pointer(), self.at(), self.document);
        match &mut self.frame {
            Frame::List(held) | Frame::Member(_, held) => *held += 1,
            _ => self.document += 1,
        }
        match self.value()? {
            Whole::TooLong => Err(FeedError::TooLong { pointer, at, limit: self.limit }),
            Whole::Here(length) => {
                let read = Tree::read_bytes(self.window().get(..length).unwrap_or_default());
                self.done += length;
                match read {
                    Ok(tree) => Ok(Item { document, pointer, at, tree, is_rest: false }),
                    Err(error) => Err(FeedError::Item { pointer, at, error }),
                }
            }
        }
    }

    fn pointer(&self) -> Pointer {
        match self.frame {
            Frame::List(held) => Pointer(format!("/{held}")),
            Frame::Member(name, held) => Pointer(format!("/{name}/{held}")),
            _ => Pointer::default(),
        }
    }

    /// Reads up to the next item.
    fn step(&mut self) -> Result<Option<Item>, FeedError> {
        while self.frame != Frame::Over {
            let next = self.peek()?;
            match (self.frame.clone(), next) {
                (Frame::Over, _) | (Frame::Between, None) => return Ok(None),
                (_, None) => return Err(self.truncated()),
                (Frame::Between, Some(0xef)) if self.at() == 0 => self.byte_order_mark()?,
                (Frame::Between, Some(b'[')) => {
                    self.done += 1;
                    self.frame = Frame::List(0);
                }
                (Frame::Between, Some(b'{')) => {
                    (self.rest_at, self.frame) = (self.at(), Frame::Object { is_begun: false, has_lists: false });
                    self.pass(1);
                }
                (Frame::Between, Some(b',' | b']' | b'}' | b':')) => return Err(self.unexpected("a document")),
                (Frame::Between, Some(_)) => return self.item().map(Some),
                (Frame::List(held) | Frame::Member(_, held), Some(byte)) => {
                    if byte == b']' {
                        self.close();
                        continue;
                    }
                    if held > 0 {
                        self.expect(b',', "`,` or `]`")?;
                    }
                    match self.peek()? {
                        Some(b',' | b']' | b'}' | b':') => return Err(self.unexpected("an item")),
                        Some(_) => return self.item().map(Some),
                        None => return Err(self.truncated()),
                    }
                }
                (Frame::Object { has_lists, .. }, Some(b'}')) => {
                    self.pass(1);
                    return self.finish(has_lists).map(Some);
                }
                (Frame::Object { is_begun, .. }, Some(_)) => {
                    if is_begun {
                        self.expect(b',', "`,` or `}`")?;
                    }
                    self.member()?;
                }
            }
        }
        Ok(None)
    }

    /// A list is at its end.
    fn close(&mut self) {
        match self.frame {
            Frame::Member(..) => {
                self.frame = Frame::Object { is_begun: true, has_lists: true };
                self.pass(1);
            }
            _ => {
                self.done += 1;
                self.document += 1;
                self.frame = Frame::Between;
            }
        }
    }

    /// A member of an object: kept for the rest, unless it is a long list, which is opened.
    fn member(&mut self) -> Result<(), FeedError> {
        if self.peek()? != Some(b'"') {
            return Err(self.unexpected("a name in quotes"));
        }
        let name = self.kept()?;
        self.expect(b':', "`:`")?;
        let next = self.peek()?;
        let known = LISTS.into_iter().find(|known| {
            name.strip_prefix(b"\"").is_some_and(|rest| rest.strip_suffix(b"\"") == Some(known.as_bytes()))
        });
        let has_lists = matches!(self.frame, Frame::Object { has_lists: true, .. });
        match (next, known) {
            (None, _) => return Err(self.truncated()),
            (Some(b',' | b']' | b'}' | b':'), _) => return Err(self.unexpected("a value")),
            (Some(b'['), Some(known)) => {
                self.pass(1);
                self.frame = Frame::Member(known, 0);
            }
            _ => {
                self.kept()?;
                self.frame = Frame::Object { is_begun: true, has_lists };
            }
        }
        Ok(())
    }

    /// Keeps the value that begins here for the rest.
    fn kept(&mut self) -> Result<Vec<u8>, FeedError> {
        let too_long = FeedError::TooLong { pointer: Pointer::default(), at: self.rest_at, limit: self.limit };
        match self.value()? {
            Whole::Here(length) if self.rest.len() + length <= self.limit => {
                // Names are short, and nothing but names is looked at.
                let value = self.window().get(..length.min(64)).unwrap_or_default().to_vec();
                self.pass(length);
                Ok(value)
            }
            _ => Err(too_long),
        }
    }

    /// An object is at its end.
    fn finish(&mut self, has_lists: bool) -> Result<Item, FeedError> {
        self.frame = Frame::Between;
        let text = std::mem::take(&mut self.rest);
        let (document, at, pointer) = (self.document, self.rest_at, Pointer::default());
        self.document += 1;
        let read = Tree::read_bytes(&text);
        // The room is used again for the next.
        self.rest = text;
        self.rest.clear();
        match read {
            Ok(tree) => Ok(Item { document, pointer, at, tree, is_rest: has_lists }),
            Err(error) => Err(FeedError::Item { pointer, at, error }),
        }
    }

    fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), FeedError> {
        match self.peek()? {
            Some(found) if found == byte => {
                self.pass(1);
                Ok(())
            }
            Some(_) => Err(self.unexpected(expected)),
            None => Err(self.truncated()),
        }
    }

    /// A byte order mark says nothing that is not known of UTF-8.
    fn byte_order_mark(&mut self) -> Result<(), FeedError> {
        while self.window().len() < 3 && self.fill()? {}
        if !self.window().starts_with(b"\xef\xbb\xbf") {
            return Err(self.unexpected("JSON"));
        }
        self.done += 3;
        Ok(())
    }

    fn unexpected(&mut self, expected: &'static str) -> FeedError {
        self.frame = Frame::Over;
        let found = String::from_utf8_lossy(self.window().get(..4).unwrap_or(self.window())).chars().take(1).collect();
        FeedError::Unexpected { at: self.at(), expected, found }
    }

    fn truncated(&mut self) -> FeedError {
        let pointer = self.pointer();
        self.frame = Frame::Over;
        FeedError::Truncated { at: self.before + self.buffer.len() as u64, pointer }
    }
}

impl<R: Read> Iterator for Feed<R> {
    type Item = Result<Item, FeedError>;

    fn next(&mut self) -> Option<Self::Item> {
        let step = self.step();
        // After these nobody knows where the next item begins.
        let is_fatal = match &step {
            Err(FeedError::Io(_)) => true,
            Err(FeedError::TooLong { .. }) => matches!(self.frame, Frame::Object { .. }),
            _ => false,
        };
        if is_fatal {
            self.frame = Frame::Over;
        }
        step.transpose()
    }
}

#[cfg(test)]
mod tests;
