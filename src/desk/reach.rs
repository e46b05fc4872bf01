//! Reach: the claims whose judgement a change can reach, and the claims that these are judged by.
//!
//! A judgement is made of the words that bear on a claim and what is known of their speakers and of those whom they cite, on the topics that they are on. So a change reaches the topics
//! on which the changed entry takes part, and those that rules tie to them; of a topic that varies and that nothing ties, only what is near in time.

use std::collections::{BTreeMap, BTreeSet};

use super::near::{self, around, is_mixed};
use super::rules::Tied;
use super::story::{Days, HeldWord, Story, of};
use crate::model::attribute::OverTime;
use crate::model::id::AttributeId;
use crate::model::links::NONE;
use crate::model::rule::Rule;

/// More times of one topic than this are not followed one by one.
const TIMES: usize = 256;

/// Where on a topic something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    /// At a time of fact.
    At(Days),
    /// Everywhere.
    All,
}

/// What some amendments can reach.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// For each topic where on it something changed, and by which amendment.
    spots: BTreeMap<u32, BTreeSet<(Spot, usize)>>,
    /// For each topic that varies the sources that take part in what changed.
    cast: BTreeMap<u32, BTreeSet<u32>>,
}

/// Claims to be judged, and those that they are judged by, in order; and the rules that tie them.
#[derive(Debug, Default)]
pub(super) struct Cut {
    pub(super) reached: Vec<u32>,
    pub(super) claims: Vec<u32>,
    pub(super) rules: BTreeSet<usize>,
    /// Attributions that are told of in findings, on other claims.
    pub(super) words: Vec<u32>,
}

/// What a cut is for.
#[derive(Clone, Copy)]
pub(super) enum For<'s> {
    /// Judgements.
    Judging,
    /// Whatever can be told of the claims, in these stories.
    Telling(&'s [&'s Story]),
}

impl Reach {
    /// What an attribution can reach, as the story now is, with all that names it or that it names.
    pub(super) fn word(&mut self, story: &Story, number: u32, by: usize) {
        self.words(story, vec![number], by);
    }

    fn words(&mut self, story: &Story, mut waiting: Vec<u32>, by: usize) {
        let mut seen: BTreeSet<u32> = BTreeSet::new();
        while let Some(at) = waiting.pop() {
            if let Some(word) = story.word(at)
                && seen.insert(at)
            {
                waiting.extend(&*word.refers);
                waiting.extend(of(&story.referring, at));
                if let Some(claim) = story.claim(word.claim) {
                    self.spot(story, claim.topic, Spot::At(claim.time), by);
                    if let Some(cast) = self.cast.get_mut(&claim.topic) {
                        cast.extend(&*word.cast);
                    }
                }
            }
        }
    }

    /// What a claim can reach.
    pub(super) fn claim(&mut self, story: &Story, number: u32, by: usize) {
        if let Some(claim) = story.claim(number) {
            self.spot(story, claim.topic, Spot::At(claim.time), by);
            if let Some(cast) = self.cast.get_mut(&claim.topic) {
                let words = of(&story.on_claim, number).filter_map(|word| story.word(word));
                words.for_each(|word| cast.extend(&*word.cast));
            }
        }
    }

    /// What a source can reach: whatever it, those who speak for it and those whom it owns say, or are cited for.
    pub(super) fn source(&mut self, story: &Story, number: u32, by: usize) {
        let mut seen = BTreeSet::from([number]);
        let mut waiting = vec![number];
        let mut words = Vec::new();
        while let Some(at) = waiting.pop() {
            words.extend(of(&story.part_in, at));
            waiting.extend(of(&story.below, at).filter(|below| seen.insert(*below)));
        }
        self.words(story, words, by);
    }

    /// What an attribute can reach: every topic of it, and of the attributes that rules tie to it.
    pub(super) fn attribute(&mut self, story: &Story, id: &AttributeId, by: usize) {
        let mut seen: BTreeSet<&AttributeId> = BTreeSet::from([id]);
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            self.topics(story, id, None, by);
            for rule in story.rules.naming(id).filter_map(|at| story.rules.get(at)) {
                let tied = rule.scopes().map(|scope| &scope.attribute);
                waiting.extend(tied.filter(|id| seen.insert(*id)));
            }
        }
    }

    /// What a rule can reach: every topic that it names, and those that it or other rules tie to them.
    pub(super) fn rule(&mut self, story: &Story, rule: &Rule, by: usize) {
        for scope in rule.scopes() {
            self.topics(story, &scope.attribute, scope.subject.as_deref(), by);
        }
    }

    fn topics(&mut self, story: &Story, attribute: &AttributeId, subject: Option<&str>, by: usize) {
        let Some(number) = story.attribute_ids.number(attribute.as_str()) else {
            return;
        };
        let is_meant = |topic: &u32| {
            let named = subject.zip(story.topic(*topic));
            named.is_none_or(|(subject, topic)| *topic.subject == *subject)
        };
        let topics: Vec<u32> = story.topics_of(number).map(|topic| topic.number).filter(is_meant).collect();
        for topic in topics {
            self.spot(story, topic, Spot::All, by);
        }
    }

    fn spot(&mut self, story: &Story, topic: u32, spot: Spot, by: usize) {
        if self.spots.get(&topic).is_some_and(|spots| spots.contains(&(Spot::All, by))) {
            return;
        }
        let mut tied = Tied::default();
        match story.topic(topic).zip(story.attribute_of(topic)) {
            Some((held, attribute)) if story.rules.is_tied(&attribute.id, &held.subject) => {
                story.rules.tie((attribute.id.clone(), held.subject.clone()), &mut tied);
                for number in topics(story, &tied) {
                    self.spots.entry(number).or_default().insert((Spot::All, by));
                }
            }
            Some((_, attribute)) if attribute.over_time == OverTime::Varying => {
                self.spots.entry(topic).or_default().insert((spot, by));
                self.cast.entry(topic).or_default();
            }
            _ => drop(self.spots.entry(topic).or_default().insert((Spot::All, by))),
        }
    }

    /// The claims that are reached in a story, and those that they are judged by.
    pub(super) fn cut(&self, story: &Story, purpose: For<'_>) -> Cut {
        // What cannot be compared is a finding of claims that lie far apart: where there are such, before or after, the whole topic is asked.
        let is_whole = |topic| match purpose {
            For::Judging => false,
            For::Telling(stories) => stories.iter().any(|story| is_mixed(story, topic)),
        };
        let mut cut = Cut::default();
        let mut tied = Tied::default();
        for (topic, spots) in &self.spots {
            let Some((held, attribute)) = story.topic(*topic).zip(story.attribute_of(*topic)) else {
                continue;
            };
            if story.rules.is_tied(&attribute.id, &held.subject) {
                let key = (attribute.id.clone(), held.subject.clone());
                if !tied.topics.contains(&key) {
                    story.rules.tie(key, &mut tied);
                }
                cut.reached.extend(story.claims_on(*topic));
                continue;
            }
            let mut times: Option<BTreeSet<Days>> = match spots.len() > TIMES || is_whole(*topic) {
                true => None,
                false => spots.iter().map(|spot| if let Spot::At(time) = spot.0 { Some(time) } else { None }).collect(),
            };
            if let (For::Telling(stories), Some(times)) = (purpose, &mut times) {
                stories.iter().for_each(|story| times.extend(self.citing(story, *topic)));
            }
            let times = times.filter(|times| times.len() <= TIMES);
            let Some(times) = times.filter(|_| attribute.over_time == OverTime::Varying) else {
                let from = cut.reached.len();
                cut.reached.extend(story.claims_on(*topic));
                cut.claims.extend_from_slice(&cut.reached[from..]);
                continue;
            };
            let holds = i64::from(attribute.holds_for.unwrap_or(0));
            let from = cut.claims.len();
            for time in times {
                match time {
                    None => {
                        cut.reached.extend(near::undated(story, *topic));
                        cut.claims.extend(near::undated(story, *topic));
                    }
                    Some((start, end)) => {
                        let reached = around(story, *topic, holds, (i64::from(start), i64::from(end)));
                        cut.claims.extend(around(story, *topic, holds, reached.span).claims);
                        cut.reached.extend(reached.claims);
                    }
                }
            }
            if matches!(purpose, For::Telling(_)) {
                cut.words.extend(said_by_the_cited(story, *topic, &cut.claims[from..]));
            }
        }
        if matches!(purpose, For::Telling(_)) {
            correctors(story, &cut.reached, &mut cut.claims, &mut tied);
        }
        for topic in topics(story, &tied) {
            cut.claims.extend(story.claims_on(topic));
        }
        cut.rules = tied.rules;
        for claims in [&mut cut.reached, &mut cut.claims, &mut cut.words] {
            claims.sort_unstable();
            claims.dedup();
        }
        cut
    }

    /// The same reach, and the claims on which some word was corrected by one on a reached claim: a finding names a correction only where that stands itself.
    pub(super) fn for_telling(&self, stories: &[&Story]) -> Self {
        let mut more = self.clone();
        for story in stories {
            for claim in self.cut(story, For::Telling(stories)).reached {
                for word in of(&story.on_claim, claim).filter_map(|word| story.word(word)) {
                    let corrected = word.entry.corrects.iter().filter_map(|id| story.word_ids.number(id.as_str()));
                    for corrected in corrected.filter_map(|word| story.word(word)).filter(|other| other.claim != claim)
                    {
                        for by in self.because(story, claim, true) {
                            more.claim(story, corrected.claim, by);
                        }
                    }
                }
            }
        }
        more
    }

    /// When the words on a topic are about that cite somebody who takes part in what changed: a finding on a broken citation names all that the cited source said on the topic.
    fn citing(&self, story: &Story, topic: u32) -> BTreeSet<Days> {
        let cast = self.cast.get(&topic).into_iter().flatten();
        let voices: BTreeSet<u32> = cast.flat_map(|source| voices(story, *source)).collect();
        let words = voices.into_iter().flat_map(|source| of(&story.part_in, source).map(move |word| (source, word)));
        let cites = |source: u32, word: &HeldWord| {
            word.entry.cites.iter().flatten().any(|id| story.source_ids.number(id.as_str()) == Some(source))
        };
        let words = words.filter_map(|(source, word)| story.word(word).filter(|word| cites(source, word)));
        words
            .filter_map(|word| story.claim(word.claim))
            .filter(|claim| claim.topic == topic)
            .map(|claim| claim.time)
            .collect()
    }

    /// The amendments that can have reached a claim; on which topic they are is enough where findings are asked for, which name what lies far apart.
    pub(super) fn because(&self, story: &Story, claim: u32, wholly: bool) -> Vec<usize> {
        let found = story.claim(claim).and_then(|held| Some((held, self.spots.get(&held.topic)?)));
        let Some((held, spots)) = found else {
            return Vec::new();
        };
        let holds = story.attribute_of(held.topic).map_or(0, |attribute| i64::from(attribute.holds_for.unwrap_or(0)));
        let span = held.time.map(|(start, end)| {
            let span = (i64::from(start), i64::from(end));
            let (first, last) = around(story, held.topic, holds, span).span;
            (first.min(span.0) - holds, last.max(span.1) + holds)
        });
        let reaches = |spot: &Spot| match (spot, span) {
            _ if wholly => true,
            (Spot::All, _) | (Spot::At(None), None) => true,
            (Spot::At(Some((start, end))), Some((first, last))) => {
                i64::from(*start) <= last && i64::from(*end) >= first
            }
            _ => false,
        };
        let by: BTreeSet<usize> = spots.iter().filter(|(spot, _)| reaches(spot)).map(|(_, by)| *by).collect();
        by.into_iter().collect()
    }
}

/// Adds the claims by which the corrections of words on some claims are judged, where these are on other claims.
pub(super) fn correctors(story: &Story, of_claims: &[u32], claims: &mut Vec<u32>, tied: &mut Tied) {
    let words = of_claims.iter().flat_map(|claim| of(&story.on_claim, *claim).map(move |word| (*claim, word)));
    let mut others: BTreeSet<u32> = BTreeSet::new();
    for (claim, word) in words {
        let Some(corrected) = story.word(word) else {
            continue;
        };
        let by = of(&story.referring, word).filter_map(|by| story.word(by));
        let corrects = by.filter(|by| by.claim != claim && by.entry.corrects.contains(&corrected.entry.id));
        others.extend(corrects.map(|by| by.claim));
    }
    for held in others.into_iter().filter_map(|claim| story.claim(claim)) {
        let Some((topic, attribute)) = story.topic(held.topic).zip(story.attribute_of(held.topic)) else {
            continue;
        };
        let is_tied = story.rules.is_tied(&attribute.id, &topic.subject);
        match held.time {
            Some((start, end)) if !is_tied && attribute.over_time == OverTime::Varying => {
                let holds = i64::from(attribute.holds_for.unwrap_or(0));
                claims.extend(around(story, held.topic, holds, (i64::from(start), i64::from(end))).claims);
            }
            _ => story.rules.tie((attribute.id.clone(), topic.subject.clone()), tied),
        }
    }
}

/// A source with those whose word is one with its own: its principal, and all who speak for that.
fn voices(story: &Story, source: u32) -> Vec<u32> {
    let principal = |source: &u32| story.source(*source).map(|held| held.above[0]).filter(|above| *above != NONE);
    let end = std::iter::successors(Some(source), principal).last().unwrap_or(source);
    let mut voices = vec![end];
    let mut at = 0;
    while let Some(voice) = voices.get(at).copied() {
        voices.extend(of(&story.below, voice).filter(|below| principal(below) == Some(voice)));
        at += 1;
    }
    voices
}

/// Whatever those say on a topic, or are cited for, whom words on some of its claims cite.
fn said_by_the_cited(story: &Story, topic: u32, claims: &[u32]) -> Vec<u32> {
    let words = claims.iter().flat_map(|claim| of(&story.on_claim, *claim)).filter_map(|word| story.word(word));
    let citing = words.filter(|word| !word.entry.cites.is_empty());
    let cited: BTreeSet<u32> = citing.flat_map(|word| word.cast.iter().copied()).collect();
    let voices: BTreeSet<u32> = cited.into_iter().flat_map(|source| voices(story, source)).collect();
    let said = voices.into_iter().flat_map(|source| of(&story.part_in, source));
    let is_here = |word: &u32| {
        let claim = story.word(*word).and_then(|word| story.claim(word.claim));
        claim.is_some_and(|claim| claim.topic == topic)
    };
    said.filter(is_here).collect()
}

/// The numbers of the topics, of those that rules tie, that were spoken of.
pub(super) fn topics(story: &Story, tied: &Tied) -> Vec<u32> {
    let number = |(attribute, subject): &(AttributeId, std::sync::Arc<str>)| {
        story.topic_number(story.attribute_ids.number(attribute.as_str())?, subject)
    };
    tied.topics.iter().filter_map(number).collect()
}
