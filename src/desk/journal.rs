//! The journal: batches of amendments, one a line, appended and never changed; and a desk rebuilt from it.
//!
//! Anything that takes bytes in order and gives them back so can hold a journal: this is where another store would be put in.

mod rebuild;
#[cfg(test)]
mod tests;

use std::io::{self, BufRead, Write};

use thiserror::Error;

use self::rebuild::Rebuilding;
use super::{Amendment, Desk, Effect};
use crate::evaluate::Evaluator;
use crate::model::problem::{Path, Position, Problem, ProblemKind, Problems};
use crate::read::amendment::{Line, line, locate, on_line};

/// The first line of every journal: the version of the entries, and that of the lines.
const HEAD: &str = "{\"corroborate\":1,\"journal\":1}\n";

/// Writes batches of amendments, one a line.
///
/// ```
/// use corroborate::{Amendment, Desk, Evaluator, Journal, Source};
/// let mut journal = Journal::create(Vec::new())?;
/// let batch = [Amendment::add(Source::new("nis", "NIS"))];
/// journal.write(&batch)?;
/// let bytes = journal.into_inner();
/// assert_eq!(
///     String::from_utf8(bytes.clone())?,
///     "{\"corroborate\":1,\"journal\":1}\n{\"add\":{\"source\":{\"id\":\"nis\",\"name\":\"NIS\"}}}\n"
/// );
/// let rebuilt = Desk::from_journal(bytes.as_slice(), Evaluator::default())?;
/// assert!(rebuilt.torn.is_none());
/// assert!(rebuilt.desk.view().source(&"nis".into()).is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Journal<W> {
    out: W,
}

impl<W: Write> Journal<W> {
    /// Begins a journal with its first line.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn create(mut out: W) -> io::Result<Self> {
        out.write_all(HEAD.as_bytes())?;
        out.flush()?;
        Ok(Self { out })
    }

    /// Goes on with a journal that a desk was rebuilt from; what is written must follow its last whole line, so a torn one is to be cut off before, at
    /// [`Torn::byte`].
    ///
    /// # Errors
    /// Those of the writer.
    pub fn resume(mut out: W, rebuilt: &Rebuilt) -> io::Result<Self> {
        if rebuilt.lines == 0 {
            return Self::create(out);
        }
        if rebuilt.is_open {
            out.write_all(b"\n")?;
        }
        Ok(Self { out })
    }

    /// Writes a batch that was applied, as one line, and sees to it that the writer passes it on. An empty batch is no line.
    ///
    /// # Errors
    /// Those of the writer. The line may then be torn.
    pub fn write(&mut self, batch: &[Amendment]) -> io::Result<()> {
        #[derive(serde::Serialize)]
        struct Batch<'a> {
            batch: &'a [Amendment],
        }
        let line = match batch {
            [] => return Ok(()),
            [one] => serde_json::to_string(one),
            batch => serde_json::to_string(&Batch { batch }),
        };
        let mut line = line.map_err(io::Error::from)?;
        line.push('\n');
        self.out.write_all(line.as_bytes())?;
        self.out.flush()
    }

    /// The writer.
    pub fn into_inner(self) -> W {
        self.out
    }
}

/// A desk rebuilt from its journal.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rebuilt {
    /// The desk. It has nothing to undo.
    pub desk: Desk,
    /// How many whole lines there were, the first one included.
    pub lines: usize,
    /// The last line, where it was not written to its end.
    pub torn: Option<Torn>,
    /// Whether the last line is whole but lacks its line break.
    is_open: bool,
}

/// The last line of a journal, broken off as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line} (from byte {byte}): {problem}; everything before it is kept")]
#[non_exhaustive]
pub struct Torn {
    /// Its number, from 1.
    pub line: usize,
    /// Where it begins: so many bytes of the journal are whole.
    pub byte: u64,
    /// What it breaks off in.
    pub problem: ProblemKind,
}

/// Why a journal cannot be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum JournalError {
    /// The reader failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// What was read is no journal of a story.
    #[error(transparent)]
    Problems(#[from] Problems),
}

impl Desk {
    /// Rebuilds a desk from its journal, entry by entry and then judged once. A journal that does not even have a first line is that of an empty desk.
    ///
    /// The entries are checked as they are in the end: a journal that was written by hand may name what only a later line adds.
    ///
    /// # Errors
    /// Everything that is wrong, with the line, its column and the path in it; of what is wrong between entries the column is that of the line. A last line that breaks off is no error:
    /// [`Rebuilt::torn`] tells of it.
    pub fn from_journal(mut reader: impl BufRead, evaluator: Evaluator) -> Result<Rebuilt, JournalError> {
        let mut rebuilding = Rebuilding::default();
        let mut bytes = Vec::new();
        let (mut number, mut byte, mut lines, mut torn, mut is_open) = (0, 0_u64, 0, None, false);
        loop {
            bytes.clear();
            let read = reader.read_until(b'\n', &mut bytes)?;
            if read == 0 {
                break;
            }
            number += 1;
            let is_whole = bytes.last() == Some(&b'\n');
            let content = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
            match read_line(content, number == 1) {
                Err(problems) if !is_whole && is_broken_off(content) => {
                    let problem = problems.0.into_iter().next().map(|problem| problem.kind);
                    torn = problem.map(|problem| Torn { line: number, byte, problem });
                    break;
                }
                Err(problems) => rebuilding.refuse(on_line(problems, number)),
                Ok(line) => rebuilding.take(line, number),
            }
            lines += 1;
            is_open = !is_whole;
            byte += u64::try_from(read).unwrap_or(u64::MAX);
        }
        let desk = Self::open(rebuilding.build()?, evaluator);
        Ok(Rebuilt { desk, lines, torn, is_open })
    }

    /// Applies one line of a journal, and says what it changed. The first line of a journal changes nothing.
    ///
    /// ```
    /// let mut desk = corroborate::Desk::default();
    /// desk.apply_json(r#"{"add": {"source": {"id": "nis", "name": "NIS", "kind": "intelligence-agency"}}}"#)?;
    /// let problems = desk.apply_json(r#"{"edit": {"source": {"id": "niss", "name": "NIS"}}}"#).unwrap_err();
    /// assert_eq!(problems.to_string(), "line 1, column 28: edit.source.id: unknown source `niss`, did you mean `nis`?");
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    ///
    /// # Errors
    /// As [`Desk::apply`] and reading a dossier, each with its line and column; then nothing was changed.
    pub fn apply_json(&mut self, text: &str) -> Result<Effect, Problems> {
        let line = line(text)?;
        self.apply(line.amendments.iter().cloned()).map_err(|problems| locate(text, &line, problems))
    }
}

fn read_line(bytes: &[u8], is_first: bool) -> Result<Line, Problems> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let kind = match error.error_len() {
            Some(_) => ProblemKind::NotUtf8(error.valid_up_to()),
            None => ProblemKind::Truncated("its last character is incomplete".to_owned()),
        };
        alone(kind)
    })?;
    let line = line(text)?;
    match (is_first, line.is_head) {
        (true, false) => Err(alone(ProblemKind::NoJournal)),
        (false, true) => Err(alone(ProblemKind::SecondHead)),
        _ => Ok(line),
    }
}

fn alone(kind: ProblemKind) -> Problems {
    let problem = Problem::new(Path::root(), kind);
    Problems(vec![Problem { position: Some(Position { line: 1, column: 1 }), ..problem }])
}

/// Whether a line that lacks its break is no whole JSON either: what was written of it last is missing, or was never written.
fn is_broken_off(bytes: &[u8]) -> bool {
    serde_json::from_slice::<&serde_json::value::RawValue>(bytes).is_err()
}
