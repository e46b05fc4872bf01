//! The text that is being read, as much of it as is needed at a time.

use std::io::{self, Read};
use std::ops::Range;

use serde_json::value::RawValue;

use super::mark::Mark;
use super::report::alone;
use super::syntax;
use crate::model::problem::{ProblemKind, Problems};

/// How many bytes are asked for at a time, at the least.
const CHUNK: usize = 1 << 16;

/// Why reading ended before the text did: the one problem that makes all others idle.
pub(super) struct Stop {
    at: Mark,
    kind: Box<ProblemKind>,
    /// Whether the bytes are no text, or there are none: then nothing can be said of what they mean.
    is_of_bytes: bool,
}

/// A text, read from its start to its end. Of a text that comes from a reader only the piece at hand is held.
pub(super) struct Input<'t> {
    /// What has come from the reader: whole characters.
    held: String,
    /// A text that was in memory all along.
    whole: Option<&'t str>,
    /// Where bytes come in, and how many stand there of a character whose rest has not come yet.
    buffer: Vec<u8>,
    begun: usize,
    reader: Option<&'t mut dyn Read>,
    /// How much of what is held lies behind.
    passed: usize,
    here: Mark,
    /// The end of what has been passed, but for white space.
    content_end: Mark,
}

impl Stop {
    /// A problem with the text at this place.
    pub(super) fn at(at: Mark, kind: ProblemKind) -> Self {
        Self { at, kind: Box::new(kind), is_of_bytes: false }
    }
}

impl<'t> Input<'t> {
    /// A text in memory; nothing of it is copied.
    pub(super) fn of(text: &'t str) -> Self {
        Self { whole: Some(text), ..Self::empty() }
    }

    /// What a reader gives.
    pub(super) fn from(reader: &'t mut dyn Read) -> Self {
        Self { reader: Some(reader), ..Self::empty() }
    }

    fn empty() -> Self {
        Self {
            held: String::new(),
            whole: None,
            buffer: Vec::new(),
            begun: 0,
            reader: None,
            passed: 0,
            here: Mark::START,
            content_end: Mark::START,
        }
    }

    /// What is held of the text from here on.
    pub(super) fn rest(&self) -> &str {
        self.whole.unwrap_or(&self.held).get(self.passed..).unwrap_or_default()
    }

    /// So many bytes from here.
    pub(super) fn piece(&self, length: usize) -> &str {
        self.rest().get(..length).unwrap_or_default()
    }

    pub(super) const fn here(&self) -> Mark {
        self.here
    }

    /// Goes on by so many bytes, the last of which is no white space.
    pub(super) fn pass(&mut self, length: usize) {
        self.go(length);
        self.content_end = self.here;
    }

    /// Goes on behind the line of this length that begins here.
    pub(super) fn pass_line(&mut self, length: usize) {
        self.pass((length + 1).min(self.rest().len()));
    }

    fn go(&mut self, length: usize) {
        self.here = self.here.after(self.piece(length).as_bytes());
        self.passed += length;
    }

    /// Refuses a byte order mark at the start.
    pub(super) fn begin(&mut self) -> Result<(), Stop> {
        while self.rest().is_empty() && self.more()? {}
        if self.rest().starts_with('\u{feff}') {
            return Err(self.stop(ProblemKind::ByteOrderMark));
        }
        Ok(())
    }

    /// Passes white space; the byte behind it, or `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<u8>, Stop> {
        loop {
            let rest = self.rest().as_bytes();
            let space = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
            let next = rest.get(space).copied();
            self.go(space);
            if next.is_some() || !self.more()? {
                return Ok(next);
            }
        }
    }

    /// The length of the well-formed JSON value that begins here.
    pub(super) fn value(&mut self) -> Result<usize, Stop> {
        loop {
            let rest = self.rest();
            let mut parser = serde_json::Deserializer::from_str(rest);
            match <&RawValue as serde::Deserialize>::deserialize(&mut parser) {
                Ok(value) => {
                    let length = value.get().len();
                    // A number that ends where the text does, for now, may go on in what comes.
                    if length < rest.len() || rest.ends_with(['}', ']', '"']) || !self.more()? {
                        return Ok(length);
                    }
                }
                Err(error) => {
                    let refused = syntax::refused(rest, &error);
                    // What looks wrong at the end may be the beginning of something right.
                    if refused.at + 16 > rest.len() && self.more()? {
                        continue;
                    }
                    return Err(match refused.kind {
                        ProblemKind::Truncated(open) => self.ends_early(&open),
                        kind => {
                            let before = self.rest().as_bytes().get(..refused.at).unwrap_or_default();
                            Stop::at(self.here.after(before), kind)
                        }
                    });
                }
            }
        }
    }

    /// The length of the line that begins here, without its end; `None` where nothing is left.
    pub(super) fn line(&mut self) -> Result<Option<usize>, Stop> {
        let mut searched = 0;
        loop {
            let rest = self.rest();
            if let Some(at) = rest.get(searched..).and_then(|fresh| fresh.find('\n')) {
                return Ok(Some(searched + at));
            }
            searched = rest.len();
            if !self.more()? {
                return Ok((searched > 0).then_some(searched));
            }
        }
    }

    /// Nothing but white space is left.
    pub(super) fn end(&mut self) -> Result<(), Stop> {
        match self.next()? {
            None => Ok(()),
            Some(_) => Err(self.stop(ProblemKind::TrailingText)),
        }
    }

    /// Where the one value stands that the text is, in bytes.
    pub(super) fn only_value(&mut self) -> Result<Range<usize>, Stop> {
        self.begin()?;
        self.next()?;
        let start = self.here.byte;
        let length = self.value()?;
        self.pass(length);
        self.end()?;
        Ok(start..start + length)
    }

    /// Something else was expected here.
    pub(super) fn unexpected(&self, message: &str) -> Stop {
        self.stop(syntax::unexpected(message, self.rest()))
    }

    /// A problem with what stands here.
    pub(super) fn stop(&self, kind: ProblemKind) -> Stop {
        Stop::at(self.here, kind)
    }

    /// The text ends, and something is still open.
    pub(super) fn ends_early(&self, open: &str) -> Stop {
        let at = match self.rest().trim_end() {
            "" => self.content_end,
            rest => self.here.after(rest.as_bytes()),
        };
        Stop::at(at, ProblemKind::Truncated(open.to_owned()))
    }

    /// The one problem of this text. What is left of it is still looked at: that it is no text at all is the graver one, that it is empty the plainer one.
    pub(super) fn give_up(mut self, stop: Stop) -> Problems {
        let Stop { mut at, mut kind, is_of_bytes } = stop;
        if !is_of_bytes {
            let mut is_blank = self.content_end == Mark::START;
            loop {
                is_blank &= self.rest().trim().is_empty();
                self.go(self.rest().len());
                match self.more() {
                    Ok(true) => {}
                    Ok(false) if is_blank => return alone(Mark::START, ProblemKind::Empty("the file")),
                    Ok(false) => break,
                    Err(graver) => {
                        (at, kind) = (graver.at, graver.kind);
                        break;
                    }
                }
            }
        }
        alone(at, *kind)
    }

    /// Takes more from the reader, at the least as much as is held; false at the end.
    fn more(&mut self) -> Result<bool, Stop> {
        let Some(reader) = &mut self.reader else {
            return Ok(false);
        };
        self.held.drain(..self.passed).for_each(drop);
        self.passed = 0;
        self.buffer.resize(CHUNK, 0);
        let before = self.held.len();
        let enough = 2 * before.max(1);
        while self.held.len() < enough {
            let room = self.buffer.get_mut(self.begun..).unwrap_or_default();
            let count = match reader.read(room) {
                Ok(0) if self.begun > 0 => {
                    return Err(self.no_text(syntax::incomplete_character()));
                }
                Ok(0) => {
                    self.reader = None;
                    break;
                }
                Ok(count) => self.begun + count.min(room.len()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    let at = self.here.byte + self.held.len() + self.begun;
                    return Err(self.no_text(ProblemKind::Unreadable { at, reason: error.to_string() }));
                }
            };
            let read = self.buffer.get(..count).unwrap_or_default();
            let good = match std::str::from_utf8(read) {
                Ok(text) => text,
                Err(error) => {
                    let good = read.get(..error.valid_up_to()).unwrap_or_default();
                    let good = std::str::from_utf8(good).unwrap_or_default();
                    if error.error_len().is_some() {
                        self.held.push_str(good);
                        let at = self.here.byte + self.held.len();
                        return Err(self.no_text(ProblemKind::NotUtf8(at)));
                    }
                    good
                }
            };
            self.held.push_str(good);
            self.begun = count - good.len();
            self.buffer.copy_within(count - self.begun..count, 0);
        }
        Ok(self.held.len() > before)
    }

    /// A problem with the bytes behind what is held.
    fn no_text(&self, kind: ProblemKind) -> Stop {
        Stop { at: self.here.after(self.rest().as_bytes()), kind: Box::new(kind), is_of_bytes: true }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::{CHUNK, Input};
    use crate::read::{frame, gather::Gathered};

    /// A dossier of so many sources that are all the same one, made while it is read.
    struct Sources {
        rest: usize,
        ready: Vec<u8>,
    }

    impl Read for Sources {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            while self.ready.len() < room.len() && self.rest > 0 {
                self.rest -= 1;
                let end = if self.rest == 0 { "\n]}" } else { "," };
                self.ready.extend_from_slice(b"\n{\"id\": \"s\", \"name\": \"The Source\", \"owner\": \"\"}");
                self.ready.extend_from_slice(end.as_bytes());
            }
            let count = room.len().min(self.ready.len());
            self.ready.drain(..count).zip(room).for_each(|(byte, place)| *place = byte);
            Ok(count)
        }
    }

    #[test]
    fn of_a_long_text_no_more_is_held_than_a_chunk_or_two() {
        let mut reader = Sources { rest: 100_000, ready: b"{\"corroborate\": 1, \"sources\": [".to_vec() };
        let mut input = Input::from(&mut reader);
        assert!(frame::dossier(&mut input, &mut Gathered::default()).is_ok());
        assert!(input.here().byte > 60 * CHUNK, "{}", input.here().byte);
        assert!(input.held.capacity() <= 4 * CHUNK, "{}", input.held.capacity());
    }
}
