//! Opening a desk: a dossier evaluated once, and everything put in its place at once.

use std::sync::Arc;

use super::names::Names;
use super::rules::Rules;
use super::snapshot::Snapshot;
use super::story::{HeldClaim, HeldSource, HeldTopic, HeldWord, Story, concerns, days, place};
use super::tree::Tree;
use crate::evaluate::{Evaluator, Judged};
use crate::model::dossier::Dossier;
use crate::model::links::NONE;

/// A dossier as a story with its judgements. Entries get the numbers that they have in the dossier; O(n log n) and one evaluation.
pub(super) fn open(dossier: Dossier, evaluator: Evaluator) -> Snapshot {
    let judged: Vec<Judged> =
        evaluator.evaluate(&dossier).assessments().map(|assessment| assessment.judged()).collect();
    let mut story = story(dossier);
    story.judged = Tree::from_sorted((0..).zip(judged).collect());
    Snapshot { story, evaluator }
}

fn sorted(mut pairs: Vec<(u32, u32)>) -> Tree<(u32, u32)> {
    pairs.sort_unstable();
    pairs.dedup();
    Tree::from_sorted(pairs)
}

fn story(dossier: Dossier) -> Story {
    let mut story = Story {
        title: Arc::from(dossier.title()),
        rules: Arc::new(Rules::of(dossier.rules().iter().cloned().map(Arc::new).collect())),
        source_ids: Names::from_sorted(dossier.sources().iter().map(|source| source.id.as_str())),
        attribute_ids: Names::from_sorted(dossier.attributes().iter().map(|attribute| attribute.id.as_str())),
        claim_ids: Names::from_sorted(dossier.claims().iter().map(|claim| claim.id.as_str())),
        word_ids: Names::from_sorted(dossier.attributions().iter().map(|word| word.id.as_str())),
        ..Story::default()
    };
    let links = dossier.links().clone();
    // Topics by attribute, then subject; the dossier has them the other way round.
    let mut topics: Vec<HeldTopic> = (0..)
        .zip(&links.topics)
        .map(|(number, topic)| HeldTopic { attribute: topic.attribute, subject: Arc::from(&*topic.subject), number })
        .collect();
    story.topic_of = Tree::from_sorted(topics.iter().map(|topic| (topic.number, topic.clone())).collect());
    topics.sort_by(|a, b| (a.attribute, &a.subject).cmp(&(b.attribute, &b.subject)));
    story.topics = Tree::from_sorted(topics);
    let (mut below, mut concerned) = (Vec::new(), Vec::new());
    let number = |id: Option<&crate::model::id::SourceId>| id.and_then(|id| dossier.source_number(id)).unwrap_or(NONE);
    let mut above = Vec::with_capacity(dossier.sources().len());
    for (at, source) in (0..).zip(dossier.sources()) {
        let both = [number(source.speaks_for.as_ref()), number(source.owner.as_ref())];
        below.extend(both.into_iter().filter(|above| *above != NONE).map(|above| (above, at)));
        let on = concerns(source).filter_map(|id| story.attribute_ids.number(id.as_str()));
        concerned.extend(on.map(|attribute| (attribute, at)));
        above.push(both);
    }
    (story.below, story.concerned) = (sorted(below), sorted(concerned));
    let (mut on_claim, mut part_in, mut referring) = (Vec::new(), Vec::new(), Vec::new());
    for reference in &links.references {
        referring.push((reference.to, reference.from));
    }
    let parts = dossier.into_builder();
    let sources = parts.sources.into_iter().zip(above).zip(0..);
    story.sources = Tree::from_sorted(
        sources.map(|(((_, entry), above), number)| (number, Arc::new(HeldSource { entry, above }))).collect(),
    );
    let attributes = parts.attributes.into_iter().zip(0..);
    story.attributes = Tree::from_sorted(attributes.map(|((_, entry), number)| (number, Arc::new(entry))).collect());
    let (mut on_topic, mut with_unit) = (Vec::with_capacity(links.claim_topic.len()), Vec::new());
    let mut claims = Vec::with_capacity(links.claim_topic.len());
    for (((_, entry), topic), number) in parts.claims.into_iter().zip(links.claim_topic.iter().copied()).zip(0..) {
        let held = HeldClaim { topic, time: days(entry.when.as_ref()), entry };
        on_topic.push(place(number, &held));
        if held.entry.unit.is_some() {
            with_unit.push((topic, number));
        }
        claims.push((number, Arc::new(held)));
    }
    on_topic.sort_unstable();
    story.on_topic = Tree::from_sorted(on_topic);
    story.with_unit = sorted(with_unit);
    story.claims = Tree::from_sorted(claims);
    let mut words = Vec::with_capacity(links.claim.len());
    for ((_, entry), number) in parts.attributions.into_iter().zip(0..) {
        let at = number as usize;
        let mut cast: Vec<u32> = vec![links.source[at]];
        cast.extend(links.chains_of(at).flatten());
        cast.sort_unstable();
        cast.dedup();
        part_in.extend(cast.iter().map(|source| (*source, number)));
        let claim = links.claim[at];
        if claim != NONE {
            on_claim.push((claim, number));
        }
        let from = links.references.partition_point(|reference| reference.from < number);
        let named = links.references[from..].iter().take_while(|reference| reference.from == number);
        let mut refers: Vec<u32> = named.map(|reference| reference.to).collect();
        refers.sort_unstable();
        refers.dedup();
        words.push((number, Arc::new(HeldWord { entry, cast: cast.into(), claim, refers: refers.into() })));
    }
    story.words = Tree::from_sorted(words);
    (story.on_claim, story.part_in, story.referring) = (sorted(on_claim), sorted(part_in), sorted(referring));
    story
}
