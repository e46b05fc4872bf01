//! Complaints: what could not be done, on standard error. Where a file is faulty, its line is shown and the place underlined.

mod excerpt;

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Padding, Renderer, Snippet};
use corroborate::{Problem, Problems};

use excerpt::Excerpt;

/// Problems of one file that are shown; the rest is counted.
const SHOWN: usize = 20;

/// Why something could not be done.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// It is said in a sentence.
    Sentence(String),
    /// A file says something that it cannot.
    Faulty(Box<Faulty>),
    /// The answer cannot be written.
    Output(io::Error),
}

/// A file and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Faulty {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) problems: Problems,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Trouble {
    /// Whether nobody listens any more.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Says it on standard error.
    pub(crate) fn complain(&self) {
        let mut out = anstream::stderr().lock();
        // Where nobody listens there is nobody to tell.
        let _ = match self {
            Self::Sentence(words) => write_error(&mut out, words),
            Self::Output(error) => write_error(&mut out, &format!("this cannot be written: {error}")),
            Self::Faulty(faulty) => faulty.write(&mut out),
        };
    }

    /// What is wrong, one problem a line, for other programs.
    pub(crate) fn lines(&self) -> Vec<String> {
        match self {
            Self::Sentence(words) => vec![words.clone()],
            Self::Output(error) => vec![error.to_string()],
            Self::Faulty(faulty) => faulty.problems.iter().map(ToString::to_string).collect(),
        }
    }
}

fn write_error(out: &mut impl Write, words: &str) -> io::Result<()> {
    let group = annotate_snippets::Group::with_title(Level::ERROR.primary_title(words));
    writeln!(out, "{}", renderer().render(&[group]))
}

fn renderer() -> Renderer {
    Renderer::styled().decor_style(DecorStyle::Unicode)
}

impl Faulty {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        // Bytes that are no text are told by their number alone.
        let text = std::str::from_utf8(&self.bytes).unwrap_or_default();
        let mut lines = Lines::of(text);
        for problem in self.problems.iter().take(SHOWN) {
            writeln!(out, "{}\n", self.show(problem, &mut lines))?;
        }
        let all = self.problems.iter().count();
        let problems = if all == 1 { "1 problem".to_owned() } else { format!("{all} problems") };
        let shown = if all > SHOWN { format!("; the first {SHOWN} are shown") } else { String::new() };
        write_error(out, &format!("{} could not be judged: {problems}{shown}", self.name))
    }

    fn show(&self, problem: &Problem, lines: &mut Lines<'_>) -> String {
        let title = problem.kind.to_string();
        let path = problem.path.to_string();
        let mut group = Level::ERROR.primary_title(title).elements(None::<Padding>);
        let origin = Origin::path(self.name.as_str());
        let Some(position) = problem.position else {
            return renderer().render(&[group.element(origin)]);
        };
        let Some(Excerpt { text, span, is_cut }) =
            lines.get(position.line).map(|line| Excerpt::of(line, position.column))
        else {
            return renderer().render(&[group.element(origin.line(position.line).char_column(position.column))]);
        };
        let at = AnnotationKind::Primary.span(span).label(path);
        let mut snippet = Snippet::source(text).line_start(position.line).annotation(at);
        if is_cut {
            // The column cannot be told from a piece of the line.
            group = group.element(origin.line(position.line).char_column(position.column));
        } else {
            snippet = snippet.path(self.name.as_str());
        }
        group = group.element(snippet);
        renderer().render(&[group])
    }
}

/// The lines of a text, found one after another.
struct Lines<'a> {
    rest: std::str::Split<'a, char>,
    /// The number of the last line that was found, and it.
    last: (usize, &'a str),
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self { rest: text.split('\n'), last: (0, "") }
    }

    /// A line by its number, which is not before the last one asked for.
    fn get(&mut self, number: usize) -> Option<&'a str> {
        while self.last.0 < number {
            self.last = (self.last.0 + 1, self.rest.next()?);
        }
        Some(self.last.1)
    }
}

/// Text of strangers for a terminal: what controls it, cannot be seen or reorders its surroundings becomes `\u{…}`.
pub(crate) fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for c in text.chars() {
        if excerpt::is_hidden(c) { printable.extend(c.escape_unicode()) } else { printable.push(c) }
    }
    printable
}
