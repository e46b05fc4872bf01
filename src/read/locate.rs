//! Where in the text the paths of the builder lead, which knows entries and fields but no text.

use std::borrow::Cow;

use super::node::{elements, raw_fields, unquoted};
use super::report::Report;
use crate::model::problem::{Problem, Step};

/// Adds these problems to the report, each at the place that its path leads to, or leads nearest to.
///
/// The paths are followed in order, and an object or list is opened once for all paths through it: near-linear in text and problems.
pub(super) fn add_all(mut problems: Vec<Problem>, root: &str, report: &mut Report<'_>) {
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    let mut way: Vec<Opened<'_>> = Vec::new();
    for mut problem in problems {
        let steps = problem.path.steps();
        let (mut json, mut followed) = (root, 0);
        for step in steps {
            if way.len() == followed {
                way.push(Opened::new(json));
            }
            let Some(inner) = way.get_mut(followed).and_then(|opened| opened.enter(step)) else {
                break;
            };
            if inner.is_new {
                way.truncate(followed + 1);
            }
            json = inner.json;
            followed += 1;
        }
        // A list of one may be written as its element: then the file has no such step.
        if matches!(steps.get(followed), Some(Step::Index(_))) && !json.starts_with('[') {
            problem.path = problem.path.truncated(followed);
        }
        report.push(report.offset(json), problem);
    }
}

/// An object or list on the way.
struct Opened<'a> {
    fields: Vec<(Cow<'a, str>, &'a str)>,
    elements: Vec<&'a str>,
    /// The step that was last taken into it, and where that led.
    last: Option<(Step, &'a str)>,
}

/// Where a step leads.
struct Entered<'a> {
    json: &'a str,
    /// Whether the last step was another.
    is_new: bool,
}

impl<'a> Opened<'a> {
    fn new(json: &'a str) -> Self {
        let name = |(key, value): (&'a str, &'a str)| Some((unquoted(key).ok()?, value));
        let mut list = Vec::new();
        elements(json, |element| list.push(element));
        Self { fields: raw_fields(json).into_iter().filter_map(name).collect(), elements: list, last: None }
    }

    fn enter(&mut self, step: &Step) -> Option<Entered<'a>> {
        if let Some((last, json)) = &self.last
            && last == step
        {
            return Some(Entered { json, is_new: false });
        }
        let json = match step {
            Step::Field(name) => self.fields.iter().find(|(known, _)| known == name).map(|(_, json)| *json),
            Step::Index(at) => self.elements.get(*at).copied(),
        };
        self.last = json.map(|json| (step.clone(), json));
        json.map(|json| Entered { json, is_new: true })
    }
}
