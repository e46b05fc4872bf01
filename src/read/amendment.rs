//! Amendments: one line of a journal.

use super::attribute::attribute;
use super::claim::{attribution, claim};
use super::fields::Fields;
use super::form::Form;
use super::mark::Mark;
use super::node::{Node, Place, elements, raw_fields, unquoted};
use super::report::{Report, Tally, offset};
use super::rule::rule;
use super::scalar::{count, number, text};
use super::source::source;
use super::syntax;
use crate::desk::{Amendment, Entry, Name};
use crate::model::dossier::FORMAT_VERSION;
use crate::model::number::Number;
use crate::model::problem::{Path, Position, Problem, ProblemKind, Problems, Step};

/// A line as amendments that are applied together, and whether it was written as a batch.
pub(crate) struct Line {
    pub(crate) amendments: Vec<Amendment>,
    pub(crate) is_batch: bool,
    /// Whether it is the first line of a journal, which says what the others are and changes nothing.
    pub(crate) is_head: bool,
}

const VERBS: [&str; 5] = ["add", "edit", "remove", "title", "batch"];

/// Reads one line; the positions of problems are those within the line.
pub(crate) fn line(text: &str) -> Result<Line, Problems> {
    let root = Node { json: syntax::value(text)?, place: Place::Root };
    let mut report = Report::new(text);
    let fields = raw_fields(root.json);
    let read = match fields.as_slice() {
        [("\"batch\"", list)] => batch(list, root, &mut report),
        fields if fields.iter().any(|(key, _)| *key == "\"journal\"") => head(root, &mut report),
        _ => amendment(root, &mut report).map(|one| Line { amendments: vec![one], is_batch: false, is_head: false }),
    };
    match read {
        Some(line) if report.is_empty() => Ok(line),
        _ => Err(report.into_problems()),
    }
}

/// Gives the problems of a batch their places in the line that it was read from. The paths of a batch lead into its list; those of a single amendment lose the number.
pub(crate) fn locate(text: &str, line: &Line, problems: Problems) -> Problems {
    let Ok(root) = syntax::value(text) else {
        return problems;
    };
    let mut tally = Tally::default();
    for problem in problems.0 {
        let steps = problem.path.steps();
        let is_in_batch = matches!(steps.first(), Some(Step::Index(_)));
        let start = if is_in_batch && line.is_batch { Path::root().field("batch") } else { Path::root() };
        let path = steps.iter().skip(usize::from(is_in_batch && !line.is_batch)).fold(start, |path, step| match step {
            Step::Field(name) => path.field(name),
            Step::Index(at) => path.index(*at),
        });
        let (json, path) = follow(root, path);
        let before = text.as_bytes().get(..offset(text, json)).unwrap_or_default();
        tally.push(Mark::START.after(before).position, Problem { path, ..problem });
    }
    tally.into_problems()
}

/// Where a path leads, or leads nearest to. A list of one may be written as its element: then the text has no such step, and the path ends before it.
fn follow(root: &str, path: Path) -> (&str, Path) {
    let mut json = root;
    for (at, step) in path.steps().iter().enumerate() {
        let inner = match step {
            Step::Field(name) => {
                let mut fields = raw_fields(json).into_iter();
                fields.find(|(key, _)| unquoted(key).is_ok_and(|key| key == *name)).map(|(_, value)| value)
            }
            Step::Index(nth) => {
                let mut list = Vec::new();
                elements(json, |element| list.push(element));
                if !json.starts_with('[') {
                    let before = path.steps().iter().take(at).fold(Path::root(), |path, step| match step {
                        Step::Field(name) => path.field(name),
                        Step::Index(nth) => path.index(*nth),
                    });
                    return (json, before);
                }
                list.get(*nth).copied()
            }
        };
        match inner {
            Some(inner) => json = inner,
            None => break,
        }
    }
    (json, path)
}

/// Moves problems of one line to that line of a file.
pub(crate) fn on_line(problems: Problems, number: usize) -> Problems {
    let moved = problems.0.into_iter().map(|mut problem| {
        let column = problem.position.map_or(1, |position| position.column);
        problem.position = Some(Position { line: number, column });
        problem
    });
    Problems(moved.collect())
}

/// `{"batch": […]}`.
fn batch<'a>(json: &'a str, node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Line> {
    let list = Node { json, place: Place::Field(&node.place, "batch") };
    let mut amendments = Vec::new();
    list.each("a list of changes", report, |_, element, report| amendments.extend(amendment(element, report)))?;
    Some(Line { amendments, is_batch: true, is_head: false })
}

/// `{"corroborate": 1, "journal": 1}`.
fn head<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Line> {
    let mut fields = Fields::open(node, "the first line of a journal", report)?;
    let format = fields.required("corroborate", version);
    let journal = fields.required("journal", version);
    let sound = fields.close().sound;
    (sound && format.is_some() && journal.is_some()).then_some(Line {
        amendments: Vec::new(),
        is_batch: false,
        is_head: true,
    })
}

/// A version that this library reads.
fn version(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<()> {
    let given = number(node, report)?;
    if given != Number::from(FORMAT_VERSION) {
        report.add(node, || ProblemKind::Version(node.json.to_owned()));
        return None;
    }
    Some(())
}

fn amendment<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Amendment> {
    let form = Form::of(node, "a change", report)?;
    let inner = form.inner(&node.place, report);
    match &*form.name {
        "title" => text(inner, report).map(Amendment::Title),
        "add" => entry(inner, report, Verb::Add),
        "edit" => entry(inner, report, Verb::Edit),
        "remove" => removal(inner, report),
        _ => form.is_unknown(node, "change", VERBS.into_iter(), report),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Add,
    Edit,
}

/// `{"claim": {…}}`, and of rules their place in the list.
fn entry<'a>(node: Node<'a, '_>, report: &mut Report<'a>, verb: Verb) -> Option<Amendment> {
    let mut fields = Fields::open(node, "a changed entry", report)?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut given = 0;
    let mut read = |entry: Option<Option<Entry>>| {
        given += usize::from(entry.is_some());
        entries.extend(entry.flatten());
    };
    read(fields.optional("source", |node, report| Some(source(node, report).map(Entry::Source))));
    read(fields.optional("attribute", |node, report| Some(attribute(node, report).map(Entry::Attribute))));
    read(fields.optional("claim", |node, report| Some(claim(node, report).map(Entry::Claim))));
    read(fields.optional("attribution", |node, report| Some(attribution(node, report).map(Entry::Attribution))));
    let of_rule = fields.optional("rule", |node, report| Some(rule(node, report)));
    given += usize::from(of_rule.is_some());
    let (to, at) = match &of_rule {
        Some(_) => {
            let to = if verb == Verb::Edit { fields.required("to", rule) } else { None };
            (to, fields.optional("at", count))
        }
        None => (None, None),
    };
    let closed = fields.close();
    // A noun that was passed over may be one, misspelled: nobody is then told that there is none.
    if given != 1 && (given > 1 || closed.complete) {
        report.add(node, || ProblemKind::Forms { noun: "a changed entry", count: given });
    }
    if given != 1 || !closed.sound {
        return None;
    }
    let at = at.map(|at| at as usize);
    match (of_rule.flatten(), entries.pop(), verb) {
        (Some(rule), _, Verb::Add) => Some(Amendment::AddRule { rule, at }),
        (Some(rule), _, Verb::Edit) => Some(Amendment::EditRule { rule, to: to?, at }),
        (None, Some(entry), Verb::Add) => Some(Amendment::Add(entry)),
        (None, Some(entry), Verb::Edit) => Some(Amendment::Edit(entry)),
        (None, None, _) => None,
    }
}

/// `{"claim": "killed-2000"}`, or a rule by its content.
fn removal<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Amendment> {
    let mut fields = Fields::open(node, "what is removed", report)?;
    let mut names: Vec<Amendment> = Vec::new();
    names.extend(fields.optional("source", text).map(|id| Amendment::Remove(Name::Source(id))));
    names.extend(fields.optional("attribute", text).map(|id| Amendment::Remove(Name::Attribute(id))));
    names.extend(fields.optional("claim", text).map(|id| Amendment::Remove(Name::Claim(id))));
    names.extend(fields.optional("attribution", text).map(|id| Amendment::Remove(Name::Attribution(id))));
    if let Some(rule) = fields.optional("rule", rule) {
        let at = fields.optional("at", count).map(|at| at as usize);
        names.push(Amendment::RemoveRule { rule, at });
    }
    let closed = fields.close();
    if closed.sound && names.len() != 1 && (names.len() > 1 || closed.complete) {
        let count = names.len();
        report.add(node, || ProblemKind::Forms { noun: "what is removed", count });
    }
    names.pop().filter(|_| closed.sound && names.is_empty())
}
