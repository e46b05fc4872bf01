//! What a dossier must satisfy beyond the shape of its entries.

use super::attribute::{Attribute, OverTime};
use super::dossier::Dossier;
use super::links::Refers;
use super::problem::{Path, Problem, ProblemKind};
use super::rule::{Rule, Term};
use super::source::Scope;
use super::unit::Unit;
use super::value::{Tolerance, Value, ValueKind};

/// Where each entry stood in its list before it was sorted.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) sources: Vec<usize>,
    pub(crate) attributes: Vec<usize>,
    pub(crate) claims: Vec<usize>,
    pub(crate) attributions: Vec<usize>,
    pub(crate) rules: Vec<usize>,
}

impl Places {
    fn place(list: &str, places: &[usize], at: usize) -> Path {
        Path::root().field(list).index(places.get(at).copied().unwrap_or(at))
    }

    pub(crate) fn source(&self, at: usize) -> Path {
        Self::place("sources", &self.sources, at)
    }

    pub(crate) fn attribute(&self, at: usize) -> Path {
        Self::place("attributes", &self.attributes, at)
    }

    pub(crate) fn claim(&self, at: usize) -> Path {
        Self::place("claims", &self.claims, at)
    }

    pub(crate) fn attribution(&self, at: usize) -> Path {
        Self::place("attributions", &self.attributions, at)
    }

    pub(crate) fn rule(&self, at: usize) -> Path {
        Self::place("rules", &self.rules, at)
    }
}

/// Every id can be one; every attribute can behave as it says.
pub(crate) fn ids(dossier: &Dossier, places: &Places, problems: &mut Vec<Problem>) {
    let mut check = |noun: &'static str, id: &str, path: &dyn Fn() -> Path| {
        let reason = if id.trim().is_empty() {
            "it is empty"
        } else if id.chars().any(super::problem::is_unprintable) {
            "it holds a control character"
        } else if noun == "an attribute" && id.contains('/') {
            "it holds a `/`, which divides a subject from an attribute"
        } else {
            return;
        };
        let given = id.to_owned();
        problems.push(Problem::new(path().field("id"), ProblemKind::BadId { noun, given, reason }));
    };
    for (at, source) in dossier.sources().iter().enumerate() {
        check("a source", source.id.as_str(), &|| places.source(at));
    }
    for (at, attribute) in dossier.attributes().iter().enumerate() {
        check("an attribute", attribute.id.as_str(), &|| places.attribute(at));
    }
    for (at, claim) in dossier.claims().iter().enumerate() {
        check("a claim", claim.id.as_str(), &|| places.claim(at));
    }
    for (at, attribution) in dossier.attributions().iter().enumerate() {
        check("an attribution", attribution.id.as_str(), &|| places.attribution(at));
    }
    for (at, attribute) in dossier.attributes().iter().enumerate() {
        let accumulates = matches!(attribute.kind, ValueKind::Quantity | ValueKind::Truth);
        if attribute.over_time == OverTime::Cumulative && !accumulates {
            let path = places.attribute(at).field("over_time");
            problems.push(Problem::new(path, ProblemKind::Cumulative(attribute.kind)));
        }
    }
}

/// Every value is of its attribute's kind and can be compared exactly.
pub(crate) fn values(dossier: &Dossier, places: &Places, problems: &mut Vec<Problem>) {
    for (at, claim) in dossier.claims().iter().enumerate() {
        let Some(attribute) = dossier.attribute(&claim.attribute) else {
            continue;
        };
        let unit = claim.unit.as_deref().or(attribute.unit.as_deref());
        let path = || places.claim(at).field("value");
        value(&claim.value, attribute, unit, &path, problems);
    }
}

fn value(
    value: &Value,
    attribute: &Attribute,
    unit: Option<&str>,
    path: &dyn Fn() -> Path,
    problems: &mut Vec<Problem>,
) {
    if value.kind() != attribute.kind {
        let kind =
            ProblemKind::Kind { attribute: attribute.id.to_string(), expected: attribute.kind, found: value.kind() };
        problems.push(Problem::new(path(), kind));
    } else if let Err(error) = value.check() {
        problems.push(Problem::new(path(), error.into()));
    } else {
        let exact = unit.map(Unit::new);
        if value.extent(exact.as_ref(), &Tolerance::default()).is_none() {
            let unit = unit.unwrap_or_default().to_owned();
            problems.push(Problem::new(path(), ProblemKind::TooPrecise(unit)));
        }
    }
}

/// Every word has a claim; corrections, retractions and disownings reach back, and the first two reach one's own words.
pub(crate) fn references(dossier: &Dossier, places: &Places, problems: &mut Vec<Problem>) {
    let links = dossier.links();
    for (at, entry) in dossier.attributions().iter().enumerate() {
        let without_word = if !entry.retracts.is_empty() {
            Some("retracts")
        } else if !entry.disowns.is_empty() {
            Some("disowns")
        } else {
            None
        };
        let path = || places.attribution(at);
        match without_word {
            None if entry.claim.is_none() => problems.push(Problem::new(
                path(),
                ProblemKind::MissingField { field: "claim", noun: "an attribution that neither retracts nor disowns" },
            )),
            None => {}
            Some(does) => {
                if entry.stance.is_some() {
                    problems.push(Problem::new(path().field("stance"), ProblemKind::StanceWithoutWord(does)));
                }
                if !entry.corrects.is_empty() {
                    problems.push(Problem::new(path().field("corrects"), ProblemKind::CorrectionWithoutWord(does)));
                }
            }
        }
        for (nth, chain) in entry.cites.iter().enumerate() {
            if chain.is_empty() {
                let path = path().field("cites").index(nth);
                problems.push(Problem::new(path, ProblemKind::Empty("a chain of cited sources")));
            }
        }
    }
    for reference in &links.references {
        let (from, to) = (reference.from as usize, reference.to as usize);
        let (Some(entry), Some(target)) = (dossier.attributions().get(from), dossier.attributions().get(to)) else {
            continue;
        };
        let verb = reference.refers.as_str();
        let path = || places.attribution(from).field(verb);
        let (id, target_id) = (entry.id.to_string(), target.id.to_string());
        let speaker = |at: usize| links.source.get(at).and_then(|s| links.speaker.get(*s as usize));
        let later =
            entry.published.zip(target.published).is_some_and(|(mine, theirs)| theirs.known_from() > mine.known_from());
        let kind = if from == to {
            ProblemKind::Itself { id, verb }
        } else if reference.refers != Refers::Disowns && speaker(from) != speaker(to) {
            let owner = target.source.to_string();
            ProblemKind::SomebodyElses { id, verb, target: target_id, owner }
        } else if later {
            ProblemKind::Later { id, verb, target: target_id }
        } else {
            continue;
        };
        problems.push(Problem::new(path(), kind));
    }
    if let Some(circle) = circle(dossier) {
        let first = circle.first().map_or(0, |n| *n as usize);
        let name = |n: &u32| dossier.attributions().get(*n as usize).map_or(String::new(), |a| a.id.to_string());
        let mut ids: Vec<String> = circle.iter().map(name).collect();
        ids.extend(circle.first().map(name));
        problems.push(Problem::new(places.attribution(first), ProblemKind::ReferenceLoop(ids)));
    }
}

/// A circle among the references, which only undated entries, or entries of one moment, can make. An entry that names itself is no circle: it has a message of its own.
fn circle(dossier: &Dossier) -> Option<Vec<u32>> {
    let references = &dossier.links().references;
    let targets = |from: u32| {
        let start = references.partition_point(|r| r.from < from);
        references[start..].iter().take_while(move |r| r.from == from).map(|r| r.to).filter(move |to| *to != from)
    };
    let mut seen = vec![Seen::No; dossier.attributions().len()];
    for start in references.iter().map(|r| r.from) {
        if seen[start as usize] == Seen::Done {
            continue;
        }
        // Depth first by hand: a way of entries, each with the targets that are still to be tried.
        seen[start as usize] = Seen::OnWay;
        let mut way: Vec<(u32, Vec<u32>)> = vec![(start, targets(start).collect())];
        while let Some((at, rest)) = way.last_mut() {
            match rest.pop() {
                None => {
                    seen[*at as usize] = Seen::Done;
                    way.pop();
                }
                Some(next) => match seen[next as usize] {
                    Seen::Done => {}
                    Seen::OnWay => {
                        let mut found: Vec<u32> = way.iter().map(|(n, _)| *n).skip_while(|n| *n != next).collect();
                        let smallest = (0..found.len()).min_by_key(|&n| found[n]).unwrap_or(0);
                        found.rotate_left(smallest);
                        return Some(found);
                    }
                    Seen::No => {
                        seen[next as usize] = Seen::OnWay;
                        way.push((next, targets(next).collect()));
                    }
                },
            }
        }
    }
    None
}

/// How far a walk has come with an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    No,
    OnWay,
    Done,
}

/// Every rule ties attributes that it can tie.
pub(crate) fn rules(dossier: &Dossier, places: &Places, problems: &mut Vec<Problem>) {
    for (at, rule) in dossier.rules().iter().enumerate() {
        let path = places.rule(at);
        let mut report = |path: &Path, kind| problems.push(Problem::new(path.clone(), kind));
        let scopes: Vec<&Scope> = rule.scopes().collect();
        if scopes.iter().any(|s| s.subject.is_none()) && scopes.iter().any(|s| s.subject.is_some()) {
            report(&path, ProblemKind::MixedScopes);
        }
        let name = match rule {
            Rule::AtMost(_) => "at_most",
            Rule::Implies { .. } => "implies",
            Rule::Sum { .. } => "sum",
        };
        if let Some(repeated) = (1..scopes.len()).find(|&n| scopes[..n].contains(&scopes[n])) {
            report(&path, ProblemKind::Repeated(scopes[repeated].to_string()));
        }
        let kinds: &[ValueKind] = match rule {
            Rule::AtMost(_) if scopes.len() < 2 => {
                report(&path, ProblemKind::TooFew { rule: name, least: 2 });
                continue;
            }
            Rule::Sum { parts, .. } if parts.is_empty() => {
                report(&path, ProblemKind::TooFew { rule: name, least: 2 });
                continue;
            }
            Rule::Implies { condition, consequence } => {
                for (field, Term(scope, term)) in [("if", condition), ("then", consequence)] {
                    let Some(attribute) = dossier.attribute(&scope.attribute) else {
                        continue;
                    };
                    let place = || path.field("implies").field(field).index(1);
                    value(term, attribute, attribute.unit.as_deref(), &place, problems);
                }
                continue;
            }
            Rule::AtMost(_) => &[ValueKind::Quantity, ValueKind::Date],
            Rule::Sum { .. } => &[ValueKind::Quantity],
        };
        tied(dossier, name, kinds, &scopes, &mut |kind| report(&path, kind));
    }
}

/// Attributes that an arithmetic rule ties are of one kind, and of units that compare.
fn tied(
    dossier: &Dossier,
    rule: &'static str,
    kinds: &[ValueKind],
    scopes: &[&Scope],
    report: &mut dyn FnMut(ProblemKind),
) {
    let attributes: Vec<&Attribute> = scopes.iter().filter_map(|s| dossier.attribute(&s.attribute)).collect();
    let expected = if kinds.len() > 1 { "quantities alone, or dates alone" } else { "quantities" };
    let Some(first) = attributes.first() else {
        return;
    };
    for attribute in &attributes {
        if !kinds.contains(&attribute.kind) || attribute.kind != first.kind {
            report(ProblemKind::RuleKind {
                rule,
                expected,
                attribute: attribute.id.to_string(),
                found: attribute.kind,
            });
        } else if let (Some(mine), Some(theirs)) = (&first.unit, &attribute.unit)
            && !Unit::new(mine).is_comparable(&Unit::new(theirs))
        {
            report(ProblemKind::RuleUnits {
                first: first.id.to_string(),
                first_unit: mine.clone(),
                second: attribute.id.to_string(),
                second_unit: theirs.clone(),
            });
        }
    }
}
