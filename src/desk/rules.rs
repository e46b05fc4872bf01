//! The rules of a story, and which of them tie a topic to others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::id::AttributeId;
use crate::model::rule::Rule;

/// The rules in their order, found by what they tie.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    list: Vec<Arc<Rule>>,
    /// The rules that tie an attribute, for every subject.
    plain: BTreeMap<AttributeId, Vec<usize>>,
    /// The rules that tie an attribute of one subject.
    named: BTreeMap<AttributeId, BTreeMap<Box<str>, Vec<usize>>>,
}

/// A topic by what it is about.
pub(super) type Key = (AttributeId, Arc<str>);

/// Topics that rules tie together, and these rules by their numbers.
#[derive(Debug, Default)]
pub(super) struct Tied {
    pub(super) topics: BTreeSet<Key>,
    pub(super) rules: BTreeSet<usize>,
}

impl Rules {
    pub(super) fn of(list: Vec<Arc<Rule>>) -> Self {
        let mut rules = Self { list, ..Self::default() };
        for (at, rule) in rules.list.iter().enumerate() {
            for scope in rule.scopes() {
                let of_scope = match &scope.subject {
                    None => rules.plain.entry(scope.attribute.clone()).or_default(),
                    Some(subject) => {
                        let subjects = rules.named.entry(scope.attribute.clone()).or_default();
                        subjects.entry(subject.clone()).or_default()
                    }
                };
                if of_scope.last() != Some(&at) {
                    of_scope.push(at);
                }
            }
        }
        rules
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<Rule>> {
        self.list.iter()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Arc<Rule>> {
        self.list.get(at)
    }

    pub(super) const fn list(&self) -> &Vec<Arc<Rule>> {
        &self.list
    }

    /// The rules that name an attribute, of whatever subject.
    pub(super) fn naming(&self, attribute: &AttributeId) -> impl Iterator<Item = usize> {
        let named = self.named.get(attribute).into_iter().flat_map(BTreeMap::values);
        self.plain.get(attribute).into_iter().chain(named).flatten().copied()
    }

    fn tying(&self, attribute: &AttributeId, subject: &str) -> impl Iterator<Item = usize> {
        let named = self.named.get(attribute).and_then(|subjects| subjects.get(subject));
        self.plain.get(attribute).into_iter().chain(named).flatten().copied()
    }

    /// Whether some rule ties a topic to others.
    pub(super) fn is_tied(&self, attribute: &AttributeId, subject: &str) -> bool {
        self.tying(attribute, subject).next().is_some()
    }

    /// Adds a topic and all that rules tie to it; O(what they tie).
    pub(super) fn tie(&self, topic: Key, tied: &mut Tied) {
        let mut waiting = vec![topic];
        while let Some((attribute, subject)) = waiting.pop() {
            let rules: Vec<usize> = self.tying(&attribute, &subject).collect();
            if !tied.topics.insert((attribute, Arc::clone(&subject))) {
                continue;
            }
            for at in rules {
                tied.rules.insert(at);
                for scope in self.list.get(at).into_iter().flat_map(|rule| rule.scopes()) {
                    let of = scope.subject.as_deref().map_or_else(|| Arc::clone(&subject), Arc::from);
                    let key = (scope.attribute.clone(), of);
                    if !tied.topics.contains(&key) {
                        waiting.push(key);
                    }
                }
            }
        }
    }
}
