//! One amendment applied to a story: what it touches, and how it is undone.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::amendment::{Amendment, Entry, Name};
use super::names::Names;
use super::reach::Reach;
use super::rules::Rules;
use super::story::{Story, of};
use crate::model::dossier::Dossier;
use crate::model::names::nearest;
use crate::model::problem::{Path, Problem, ProblemKind};
use crate::model::rule::Rule;

/// What a batch touches, each entry with the last amendment that did so; and what it can reach.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) sources: BTreeMap<u32, usize>,
    pub(super) attributes: BTreeMap<u32, usize>,
    pub(super) claims: BTreeMap<u32, usize>,
    pub(super) words: BTreeMap<u32, usize>,
    /// New rules, by their content: their place may still move.
    pub(super) rules: Vec<(Arc<Rule>, usize)>,
    pub(super) reach: Reach,
}

impl Touched {
    /// Whether everything that was touched, and whatever must fit it, is in a dossier cut out of the story: only of attributions can that be said at once.
    pub(super) fn are_all_in(&self, story: &Story, cut: &Dossier) -> bool {
        let are_words = self.sources.is_empty()
            && self.attributes.is_empty()
            && self.claims.is_empty()
            && self.rules.is_empty()
            && !self.words.is_empty();
        let is_in = |number: &u32| match story.word(*number) {
            Some(word) => cut.attribution(&word.entry.id).is_some(),
            None => of(&story.referring, *number).next().is_none(),
        };
        are_words && self.words.keys().all(is_in)
    }
}

/// Where an amendment stands, and what it does.
struct Place {
    by: usize,
    verb: &'static str,
}

impl Place {
    fn id(&self, noun: &'static str) -> Path {
        let entry = Path::root().index(self.by).field(self.verb).field(noun);
        if self.verb == "remove" { entry } else { entry.field("id") }
    }

    fn rule(&self) -> Path {
        Path::root().index(self.by).field(self.verb).field("rule")
    }
}

/// Applies an amendment, as number `by` of its batch. Gives what undoes it; nothing where it changes nothing, or cannot be applied.
pub(super) fn amend(
    story: &mut Story,
    touched: &mut Touched,
    by: usize,
    amendment: Amendment,
    problems: &mut Vec<Problem>,
) -> Option<Amendment> {
    match amendment {
        Amendment::Title(title) => {
            let old = std::mem::replace(&mut story.title, Arc::from(title));
            (old != story.title).then(|| Amendment::Title(old.to_string()))
        }
        Amendment::Add(entry) => {
            let place = Place { by, verb: "add" };
            let name = entry.name();
            match held(story, &name) {
                Some(held) if held == entry => None,
                Some(_) => {
                    let kind = ProblemKind::DuplicateId { noun: name.noun(), id: name.id().to_owned() };
                    problems.push(Problem::new(place.id(name.noun()), kind));
                    None
                }
                None => {
                    set(story, touched, by, &name, Some(entry));
                    Some(Amendment::Remove(name))
                }
            }
        }
        Amendment::Edit(entry) => {
            let place = Place { by, verb: "edit" };
            let name = entry.name();
            let old = held(story, &name).or_else(|| unknown(story, &name, &place, problems))?;
            if old == entry {
                return None;
            }
            set(story, touched, by, &name, Some(entry));
            Some(Amendment::Edit(old))
        }
        Amendment::Remove(name) => {
            let place = Place { by, verb: "remove" };
            let old = held(story, &name).or_else(|| unknown(story, &name, &place, problems))?;
            set(story, touched, by, &name, None);
            Some(Amendment::Add(old))
        }
        Amendment::AddRule { rule, at } => {
            let mut list = story.rules.list().clone();
            let at = at.unwrap_or(list.len()).min(list.len());
            let held = Arc::new(rule.clone());
            touched.rules.push((Arc::clone(&held), by));
            touched.reach.rule(story, &rule, by);
            list.insert(at, held);
            story.rules = Arc::new(Rules::of(list));
            touched.reach.rule(story, &rule, by);
            Some(Amendment::RemoveRule { rule, at: Some(at) })
        }
        Amendment::EditRule { rule, to, at } => {
            let place = Place { by, verb: "edit" };
            let mut list = story.rules.list().clone();
            let at = place_of(&list, &rule, at).or_else(|| no_rule(&place, problems))?;
            let held = Arc::new(to.clone());
            touched.rules.push((Arc::clone(&held), by));
            [&rule, &to].into_iter().for_each(|rule| touched.reach.rule(story, rule, by));
            list[at] = held;
            story.rules = Arc::new(Rules::of(list));
            [&rule, &to].into_iter().for_each(|rule| touched.reach.rule(story, rule, by));
            Some(Amendment::EditRule { rule: to, to: rule, at: Some(at) })
        }
        Amendment::RemoveRule { rule, at } => {
            let place = Place { by, verb: "remove" };
            let mut list = story.rules.list().clone();
            let at = place_of(&list, &rule, at).or_else(|| no_rule(&place, problems))?;
            touched.reach.rule(story, &rule, by);
            list.remove(at);
            story.rules = Arc::new(Rules::of(list));
            touched.reach.rule(story, &rule, by);
            Some(Amendment::AddRule { rule, at: Some(at) })
        }
    }
}

/// The entry of a name, if there is one now.
fn held(story: &Story, name: &Name) -> Option<Entry> {
    let id = name.id();
    match name {
        Name::Source(_) => {
            story.source_ids.number(id).and_then(|at| story.source(at)).map(|held| held.entry.clone().into())
        }
        Name::Attribute(_) => {
            story.attribute_ids.number(id).and_then(|at| story.attribute(at)).map(|held| held.clone().into())
        }
        Name::Claim(_) => {
            story.claim_ids.number(id).and_then(|at| story.claim(at)).map(|held| held.entry.clone().into())
        }
        Name::Attribution(_) => {
            story.word_ids.number(id).and_then(|at| story.word(at)).map(|held| held.entry.clone().into())
        }
    }
}

/// Sets an entry, or takes it out, and notes what that can reach, as the story was before and as it is then.
fn set(story: &mut Story, touched: &mut Touched, by: usize, name: &Name, entry: Option<Entry>) {
    let id = name.id();
    match name {
        Name::Source(_) => {
            let number = story.source_ids.intern(id);
            touched.sources.insert(number, by);
            touched.reach.source(story, number, by);
            story.set_source(
                number,
                entry.and_then(|entry| if let Entry::Source(it) = entry { Some(it) } else { None }),
            );
            touched.reach.source(story, number, by);
        }
        Name::Attribute(attribute) => {
            let number = story.attribute_ids.intern(id);
            touched.attributes.insert(number, by);
            touched.reach.attribute(story, attribute, by);
            story.set_attribute(
                number,
                entry.and_then(|entry| if let Entry::Attribute(it) = entry { Some(it) } else { None }),
            );
            touched.reach.attribute(story, attribute, by);
        }
        Name::Claim(_) => {
            let number = story.claim_ids.intern(id);
            touched.claims.insert(number, by);
            touched.reach.claim(story, number, by);
            story.set_claim(number, entry.and_then(|entry| if let Entry::Claim(it) = entry { Some(it) } else { None }));
            touched.reach.claim(story, number, by);
        }
        Name::Attribution(_) => {
            let number = story.word_ids.intern(id);
            touched.words.insert(number, by);
            touched.reach.word(story, number, by);
            story.set_word(
                number,
                entry.and_then(|entry| if let Entry::Attribution(it) = entry { Some(it) } else { None }),
            );
            touched.reach.word(story, number, by);
        }
    }
}

fn unknown<T>(story: &Story, name: &Name, place: &Place, problems: &mut Vec<Problem>) -> Option<T> {
    let kind = ProblemKind::UnknownId {
        noun: name.noun(),
        id: name.id().to_owned(),
        nearest: nearest_name(story, name.noun(), name.id()),
    };
    problems.push(Problem::new(place.id(name.noun()), kind));
    None
}

/// The nearest id that an entry of the story has; O(n).
pub(super) fn nearest_name(story: &Story, noun: &str, id: &str) -> Option<String> {
    let live = |names: &Names, is_live: &dyn Fn(u32) -> bool| {
        nearest(id, names.iter().filter(|(_, number)| is_live(*number)).map(|(name, _)| name))
    };
    match noun {
        "source" => live(&story.source_ids, &|number| story.source(number).is_some()),
        "attribute" => live(&story.attribute_ids, &|number| story.attribute(number).is_some()),
        "claim" => live(&story.claim_ids, &|number| story.claim(number).is_some()),
        _ => live(&story.word_ids, &|number| story.word(number).is_some()),
    }
}

fn place_of(list: &[Arc<Rule>], rule: &Rule, at: Option<usize>) -> Option<usize> {
    match at {
        Some(at) => list.get(at).is_some_and(|held| **held == *rule).then_some(at),
        None => list.iter().rposition(|held| **held == *rule),
    }
}

fn no_rule<T>(place: &Place, problems: &mut Vec<Problem>) -> Option<T> {
    problems.push(Problem::new(place.rule(), ProblemKind::UnknownRule));
    None
}
