//! Routes: by which rules one topic is tied to another.

use std::collections::{BTreeMap, VecDeque};

use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::rule::Rule;
use crate::model::source::Scope;

/// A subject and an attribute.
type Topic<'d> = (&'d str, &'d str);

/// How a topic was first come to.
enum Came<'d> {
    /// It is where the search begins.
    Start,
    /// From this one, by the rule at this place.
    From(Topic<'d>, usize),
}

/// The fewest rules of one premise that tie the topic of a claim to that of another, in order; none where they are not tied. O(topics · rules).
pub(crate) fn between<'d>(dossier: &'d Dossier, from: &'d Claim, to: &'d Claim) -> Vec<&'d Rule> {
    let [from, to]: [Topic<'d>; 2] = [from, to].map(|claim| (claim.subject.as_str(), claim.attribute.as_str()));
    let mut came: BTreeMap<Topic<'d>, Came<'d>> = BTreeMap::from([(from, Came::Start)]);
    let mut waiting = VecDeque::from([from]);
    while let Some(here) = waiting.pop_front().filter(|here| *here != to) {
        let rules = dossier.rules().iter().enumerate().filter(|(_, rule)| !matches!(rule, Rule::Sum { .. }));
        for (nth, rule) in rules {
            let named = |scope: &'d Scope| (scope.subject.as_deref().unwrap_or(here.0), scope.attribute.as_str());
            if !rule.scopes().map(named).any(|topic| topic == here) {
                continue;
            }
            for next in rule.scopes().map(named) {
                came.entry(next).or_insert_with(|| {
                    waiting.push_back(next);
                    Came::From(here, nth)
                });
            }
        }
    }
    let mut rules = Vec::new();
    let mut at = to;
    while let Some(Came::From(before, rule)) = came.get(&at) {
        rules.push(&dossier.rules()[*rule]);
        at = *before;
    }
    rules.reverse();
    rules
}
