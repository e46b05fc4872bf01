//! Rebuilding: the entries that a journal leaves behind, each with the line that it is from, and then the dossier at once.

use std::collections::HashMap;
use std::hash::Hash;

use crate::desk::{Amendment, Entry, Name};
use crate::model::attribute::Attribute;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::dossier::{Dossier, Placed};
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};
use crate::model::names::nearest;
use crate::model::problem::{Path, Position, Problem, ProblemKind, Problems, Step};
use crate::model::rule::Rule;
use crate::model::source::Source;
use crate::read::amendment::Line;

/// Where an amendment stands: its line, and its place in the batch of that line, if it is in one.
#[derive(Debug, Clone, Copy)]
struct Place {
    line: usize,
    nth: Option<usize>,
    verb: &'static str,
}

impl Place {
    fn path(self, noun: &str) -> Path {
        let path = self.nth.map_or_else(Path::root, |nth| Path::root().field("batch").index(nth));
        path.field(self.verb).field(noun)
    }

    fn problem(self, path: Path, kind: ProblemKind) -> Problem {
        Problem { position: Some(Position { line: self.line, column: 1 }), ..Problem::new(path, kind) }
    }
}

type Table<K, T> = HashMap<K, (T, Place)>;

/// What the lines read so far leave behind.
#[derive(Debug, Default)]
pub(super) struct Rebuilding {
    title: String,
    sources: Table<SourceId, Source>,
    attributes: Table<AttributeId, Attribute>,
    claims: Table<ClaimId, Claim>,
    words: Table<AttributionId, Attribution>,
    rules: Vec<(Rule, Place)>,
    problems: Vec<Problem>,
    /// Whether some line could not be read.
    lacks: bool,
}

impl Rebuilding {
    /// Notes what is wrong with a line that cannot be read.
    pub(super) fn refuse(&mut self, problems: Problems) {
        self.lacks = true;
        self.problems.extend(problems.0);
    }

    /// Applies a line.
    pub(super) fn take(&mut self, line: Line, number: usize) {
        for (nth, amendment) in line.amendments.into_iter().enumerate() {
            let nth = line.is_batch.then_some(nth);
            let place = |verb| Place { line: number, nth, verb };
            match amendment {
                Amendment::Title(title) => self.title = title,
                Amendment::Add(entry) => self.put(entry, place("add")),
                Amendment::Edit(entry) => self.put(entry, place("edit")),
                Amendment::Remove(name) => self.remove(&name, place("remove")),
                Amendment::AddRule { rule, at } => {
                    let at = at.unwrap_or(self.rules.len()).min(self.rules.len());
                    self.rules.insert(at, (rule, place("add")));
                }
                Amendment::EditRule { rule, to, at } => {
                    if let Some(at) = self.rule(&rule, at, place("edit")) {
                        self.rules[at] = (to, place("edit"));
                    }
                }
                Amendment::RemoveRule { rule, at } => {
                    if let Some(at) = self.rule(&rule, at, place("remove")) {
                        self.rules.remove(at);
                    }
                }
            }
        }
    }

    fn put(&mut self, entry: Entry, place: Place) {
        let problems = &mut self.problems;
        match entry {
            Entry::Source(it) => put(&mut self.sources, it.id.clone(), it, place, "source", problems),
            Entry::Attribute(it) => put(&mut self.attributes, it.id.clone(), it, place, "attribute", problems),
            Entry::Claim(it) => put(&mut self.claims, it.id.clone(), it, place, "claim", problems),
            Entry::Attribution(it) => put(&mut self.words, it.id.clone(), it, place, "attribution", problems),
        }
    }

    fn remove(&mut self, name: &Name, place: Place) {
        let problems = &mut self.problems;
        match name {
            Name::Source(id) => remove(&mut self.sources, id, place, name, problems),
            Name::Attribute(id) => remove(&mut self.attributes, id, place, name, problems),
            Name::Claim(id) => remove(&mut self.claims, id, place, name, problems),
            Name::Attribution(id) => remove(&mut self.words, id, place, name, problems),
        }
    }

    fn rule(&mut self, rule: &Rule, at: Option<usize>, place: Place) -> Option<usize> {
        let found = match at {
            Some(at) => self.rules.get(at).is_some_and(|(held, _)| held == rule).then_some(at),
            None => self.rules.iter().rposition(|(held, _)| held == rule),
        };
        if found.is_none() {
            self.problems.push(place.problem(place.path("rule"), ProblemKind::UnknownRule));
        }
        found
    }

    /// The dossier that is left.
    pub(super) fn build(self) -> Result<Dossier, Problems> {
        let mut problems = self.problems;
        let mut builder = Dossier::builder(self.title);
        let sources = placed(self.sources, &mut builder.sources);
        let attributes = placed(self.attributes, &mut builder.attributes);
        let claims = placed(self.claims, &mut builder.claims);
        let words = placed(self.words, &mut builder.attributions);
        let (rules, rule_places): (Vec<Rule>, Vec<Place>) = self.rules.into_iter().unzip();
        builder.rules.extend(rules.into_iter().enumerate());
        match builder.build() {
            Ok(dossier) if problems.is_empty() => return Ok(dossier),
            Ok(_) => {}
            Err(found) => {
                // Of lines that cannot be read it is not known what they would have added.
                let follows = |problem: &Problem| self.lacks && matches!(problem.kind, ProblemKind::UnknownId { .. });
                for problem in found.0.into_iter().filter(|problem| !follows(problem)) {
                    let list = match problem.path.steps().first() {
                        Some(Step::Field(list)) => list.as_str(),
                        _ => "",
                    };
                    let (noun, places) = match list {
                        "sources" => ("source", &sources),
                        "attributes" => ("attribute", &attributes),
                        "claims" => ("claim", &claims),
                        "attributions" => ("attribution", &words),
                        _ => ("rule", &rule_places),
                    };
                    problems.push(moved(problem, noun, places));
                }
            }
        }
        problems.sort_by(|a, b| (a.position, &a.path).cmp(&(b.position, &b.path)));
        Err(crate::desk::limited(problems))
    }
}

/// A problem of the dossier as one of the line that its entry is from.
fn moved(problem: Problem, noun: &str, places: &[Place]) -> Problem {
    let steps = problem.path.steps();
    let Some(place) = steps.get(1).and_then(|step| if let Step::Index(at) = step { places.get(*at) } else { None })
    else {
        return problem;
    };
    let noun = if noun == "rule" && place.verb == "edit" { "to" } else { noun };
    let path = steps.iter().skip(2).fold(place.path(noun), |path, step| match step {
        Step::Field(name) => path.field(name),
        Step::Index(at) => path.index(*at),
    });
    place.problem(path, problem.kind)
}

fn put<K: AsRef<str> + Hash + Eq, T: PartialEq>(
    table: &mut Table<K, T>,
    id: K,
    entry: T,
    place: Place,
    noun: &'static str,
    problems: &mut Vec<Problem>,
) {
    let path = || place.path(noun).field("id");
    if place.verb == "edit" {
        if let Some(held) = table.get_mut(&id) {
            *held = (entry, place);
        } else {
            let kind = unknown(table, noun, id.as_ref());
            problems.push(place.problem(path(), kind));
        }
        return;
    }
    match table.get(&id) {
        None => drop(table.insert(id, (entry, place))),
        Some((held, _)) if *held == entry => {}
        Some(_) => {
            let kind = ProblemKind::DuplicateId { noun, id: id.as_ref().to_owned() };
            problems.push(place.problem(path(), kind));
        }
    }
}

fn remove<K: Hash + Eq + AsRef<str>, T>(
    table: &mut Table<K, T>,
    id: &K,
    place: Place,
    name: &Name,
    problems: &mut Vec<Problem>,
) {
    if table.remove(id).is_none() {
        let kind = unknown(table, name.noun(), name.id());
        problems.push(place.problem(place.path(name.noun()), kind));
    }
}

fn unknown<K: AsRef<str>, T>(table: &Table<K, T>, noun: &'static str, id: &str) -> ProblemKind {
    // In order, because the nearest must not depend on the order of the table.
    let mut known: Vec<&str> = table.keys().map(AsRef::as_ref).collect();
    known.sort_unstable();
    ProblemKind::UnknownId { noun, id: id.to_owned(), nearest: nearest(id, known) }
}

/// Hands the entries of a table over to be built, by line, and gives the place of each.
fn placed<K, T>(table: Table<K, T>, list: &mut Vec<Placed<T>>) -> Vec<Place> {
    let mut entries: Vec<(T, Place)> = table.into_values().collect();
    entries.sort_by_key(|(_, place)| (place.line, place.nth));
    let (entries, places): (Vec<T>, Vec<Place>) = entries.into_iter().unzip();
    list.extend(entries.into_iter().enumerate());
    places
}
