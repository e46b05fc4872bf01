//! Checking: what a batch touches goes through the same door as a file, so that what is wrong is said once, in the same words.

use std::collections::{BTreeMap, BTreeSet};

use super::amend::{Touched, nearest_name};
use super::amendment::Amendment;
use super::story::{Story, of};
use crate::model::attribute::Attribute;
use crate::model::dossier::Dossier;
use crate::model::id::AttributeId;
use crate::model::links::NONE;
use crate::model::phrase::Phrase;
use crate::model::problem::{Path, Problem, ProblemKind, Step};

/// So many entries that name what is no longer there are looked at.
const MOST: usize = 1000;

/// The entries that are checked together, by number.
#[derive(Debug, Default)]
struct Excerpt {
    sources: BTreeSet<u32>,
    attributes: BTreeSet<u32>,
    claims: BTreeSet<u32>,
    words: BTreeSet<u32>,
    rules: BTreeSet<usize>,
}

/// Checks what a batch touched, as the story now is; `before` is the story as it was. The paths of problems lead into the batch, or by id to the entry that no longer fits.
pub(super) fn check(story: &Story, before: &Story, touched: &Touched, batch: &[Verb], problems: &mut Vec<Problem>) {
    let mut excerpt = Excerpt::default();
    for number in touched.sources.keys() {
        let is_there = excerpt.source(story, *number);
        let (new, old) = (story.source(*number), before.source(*number));
        if let Some(old) = old
            && new.is_none_or(|new| new.above[0] != old.above[0])
        {
            excerpt.words_of(story, *number, !is_there);
        }
        if !is_there {
            for below in of(&story.below, *number).take(MOST) {
                excerpt.source(story, below);
            }
        }
    }
    for number in touched.attributes.keys() {
        excerpt.attribute_with_claims(story, *number, before.attribute(*number));
    }
    for number in touched.claims.keys() {
        if excerpt.claim(story, *number) {
            excerpt.another_subject(story, *number);
        } else {
            let on_claim: Vec<u32> = of(&story.on_claim, *number).take(MOST).collect();
            excerpt.words(story, on_claim);
        }
    }
    let mut words: Vec<u32> = touched.words.keys().copied().collect();
    for number in touched.words.keys().filter(|number| story.word(**number).is_none()) {
        words.extend(of(&story.referring, *number).take(MOST));
    }
    excerpt.words(story, words);
    for (at, rule) in story.rules.iter().enumerate() {
        if !touched.rules.is_empty() && touched.rules.iter().any(|(new, _)| std::sync::Arc::ptr_eq(new, rule)) {
            excerpt.rule(story, at);
        }
    }
    let found = excerpt.problems(story, touched, batch);
    problems.extend(found);
}

impl Excerpt {
    /// Takes a source in, with those above it and the attributes that it names; false if there is none.
    fn source(&mut self, story: &Story, number: u32) -> bool {
        let mut waiting = vec![number];
        while let Some(at) = waiting.pop() {
            if at != NONE
                && let Some(source) = story.source(at)
                && self.sources.insert(at)
            {
                waiting.extend(source.above);
                let named: Vec<&AttributeId> = super::story::concerns(&source.entry).collect();
                named.into_iter().for_each(|id| self.attribute(story, id));
            }
        }
        story.source(number).is_some()
    }

    fn attribute(&mut self, story: &Story, id: &AttributeId) {
        self.attributes
            .extend(story.attribute_ids.number(id.as_str()).filter(|number| story.attribute(*number).is_some()));
    }

    fn claim(&mut self, story: &Story, number: u32) -> bool {
        let Some(claim) = story.claim(number) else {
            return false;
        };
        if self.claims.insert(number) {
            self.attribute(story, &claim.entry.attribute);
        }
        true
    }

    /// Takes attributions in, with all that they name and all that names them.
    fn words(&mut self, story: &Story, mut waiting: Vec<u32>) {
        while let Some(at) = waiting.pop() {
            if let Some(word) = story.word(at)
                && self.words.insert(at)
            {
                for source in &*word.cast {
                    self.source(story, *source);
                }
                if word.claim != NONE {
                    self.claim(story, word.claim);
                }
                waiting.extend(&*word.refers);
                waiting.extend(of(&story.referring, at));
            }
        }
    }

    fn rule(&mut self, story: &Story, at: usize) {
        if let Some(rule) = story.rules.get(at)
            && self.rules.insert(at)
        {
            rule.scopes().for_each(|scope| self.attribute(story, &scope.attribute));
        }
    }

    /// The words of a source, and of those that speak for it, which take back what one's own words said; all of them, where the source is gone.
    fn words_of(&mut self, story: &Story, number: u32, all: bool) {
        let mut seen = BTreeSet::from([number]);
        let mut waiting = vec![number];
        let mut words = Vec::new();
        while let Some(at) = waiting.pop() {
            let takes_part = of(&story.part_in, at).filter(|word| {
                all || of(&story.referring, *word).next().is_some()
                    || story.word(*word).is_some_and(|word| !word.refers.is_empty())
            });
            words.extend(takes_part.take(if all { MOST } else { usize::MAX }));
            waiting.extend(of(&story.below, at).filter(|below| seen.insert(*below)));
        }
        self.words(story, words);
    }

    /// An attribute, with whatever must fit it: all its claims where what it can hold is another than before, the sources that name it where it is gone, its rules.
    fn attribute_with_claims(&mut self, story: &Story, number: u32, before: Option<&Attribute>) {
        let now = story.attribute(number);
        let what_fits = |attribute: &Attribute| (attribute.kind, attribute.unit.clone(), attribute.phrase.clone());
        let Some(id) = now.or(before).map(|attribute| &attribute.id) else {
            return;
        };
        self.attribute(story, id);
        story.rules.naming(id).for_each(|at| self.rule(story, at));
        if now.map(what_fits) != before.map(what_fits) {
            let most = if now.is_none() { MOST } else { usize::MAX };
            for topic in story.topics_of(number) {
                for claim in story.claims_on(topic.number).take(most) {
                    self.claim(story, claim);
                }
            }
        }
        if now.is_none() {
            for source in of(&story.concerned, number).take(MOST) {
                self.source(story, source);
            }
        }
    }

    /// Where a phrase holds for every subject without naming it, a claim on another subject.
    fn another_subject(&mut self, story: &Story, number: u32) {
        let Some(claim) = story.claim(number) else {
            return;
        };
        let Some(attribute) = story.attribute_of(claim.topic) else {
            return;
        };
        if matches!(attribute.phrase, Some(Phrase::Every(_)))
            && let Some(of_attribute) = story.attribute_ids.number(attribute.id.as_str())
        {
            let others = story.topics_of(of_attribute).filter(|topic| topic.number != claim.topic);
            let other = others.filter_map(|topic| story.claims_on(topic.number).next()).next();
            other.map(|other| self.claim(story, other));
        }
    }

    /// Builds the excerpt, and tells of every problem where it lies.
    fn problems(&self, story: &Story, touched: &Touched, batch: &[Verb]) -> Vec<Problem> {
        let mut builder = Dossier::builder("");
        let sources = self.sources.iter().filter_map(|at| story.source(*at)).map(|held| held.entry.clone());
        builder.sources.extend(sources.enumerate());
        let attributes = self.attributes.iter().filter_map(|at| story.attribute(*at)).cloned();
        builder.attributes.extend(attributes.enumerate());
        let claims = self.claims.iter().filter_map(|at| story.claim(*at)).map(|held| held.entry.clone());
        builder.claims.extend(claims.enumerate());
        let words = self.words.iter().filter_map(|at| story.word(*at)).map(|held| held.entry.clone());
        builder.attributions.extend(words.enumerate());
        let rules = self.rules.iter().filter_map(|at| story.rules.get(*at)).map(|rule| (**rule).clone());
        builder.rules.extend(rules.enumerate());
        let Err(mut problems) = builder.build() else {
            return Vec::new();
        };
        for problem in &mut problems.0 {
            if let ProblemKind::UnknownId { noun, id, nearest } = &mut problem.kind {
                *nearest = nearest_name(story, noun, id);
            }
            problem.path = self.path(story, touched, batch, problem.path.steps());
        }
        problems.0
    }

    /// The way to an entry: in the batch where that touched it, else by the list that it is in and its id.
    fn path(&self, story: &Story, touched: &Touched, batch: &[Verb], steps: &[Step]) -> Path {
        let (Some(Step::Field(list)), Some(Step::Index(at))) = (steps.first(), steps.get(1)) else {
            return Path::root();
        };
        let by_number = |set: &BTreeSet<u32>, touched: &BTreeMap<u32, usize>| {
            let number = set.iter().nth(*at).copied();
            (number, number.and_then(|number| touched.get(&number)).copied())
        };
        let (noun, by, id) = match list.as_str() {
            "sources" => {
                let (number, by) = by_number(&self.sources, &touched.sources);
                ("source", by, number.and_then(|at| story.source(at)).map(|held| held.entry.id.as_str()))
            }
            "attributes" => {
                let (number, by) = by_number(&self.attributes, &touched.attributes);
                ("attribute", by, number.and_then(|at| story.attribute(at)).map(|held| held.id.as_str()))
            }
            "claims" => {
                let (number, by) = by_number(&self.claims, &touched.claims);
                ("claim", by, number.and_then(|at| story.claim(at)).map(|held| held.entry.id.as_str()))
            }
            "attributions" => {
                let (number, by) = by_number(&self.words, &touched.words);
                ("attribution", by, number.and_then(|at| story.word(at)).map(|held| held.entry.id.as_str()))
            }
            _ => {
                let rule = self.rules.iter().nth(*at).and_then(|at| story.rules.get(*at));
                let by = rule.and_then(|rule| {
                    touched.rules.iter().find(|(new, _)| std::sync::Arc::ptr_eq(new, rule)).map(|(_, by)| *by)
                });
                ("rule", by, None)
            }
        };
        let start = match (by, id) {
            (Some(by), _) => batch.get(by).map_or_else(Path::root, |verb| verb.path(by, noun)),
            (None, Some(id)) => Path::root().field(list).field(id),
            (None, None) => Path::root().field(list).index(*at),
        };
        steps.iter().skip(2).fold(start, |path, step| match step {
            Step::Field(name) => path.field(name),
            Step::Index(at) => path.index(*at),
        })
    }
}

/// What an amendment of a batch does with its entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    verb: &'static str,
    is_new_rule: bool,
}

impl Verb {
    pub(super) const fn of(amendment: &Amendment) -> Self {
        let (verb, is_new_rule) = match amendment {
            Amendment::Title(_) => ("title", false),
            Amendment::Add(_) | Amendment::AddRule { .. } => ("add", false),
            Amendment::Edit(_) => ("edit", false),
            Amendment::EditRule { .. } => ("edit", true),
            Amendment::Remove(_) | Amendment::RemoveRule { .. } => ("remove", false),
        };
        Self { verb, is_new_rule }
    }

    fn path(self, by: usize, noun: &str) -> Path {
        let field = if self.is_new_rule && noun == "rule" { "to" } else { noun };
        Path::root().index(by).field(self.verb).field(field)
    }
}
