//! The story: every entry by its number, and what names what. A copy costs nothing.

use std::cmp::Ordering;
use std::sync::Arc;

use super::names::Names;
use super::rules::Rules;
use super::tree::Tree;
use crate::evaluate::Judged;
use crate::model::attribute::Attribute;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::dossier::{Dossier, DossierBuilder};
use crate::model::edtf::Edtf;
use crate::model::id::AttributeId;
use crate::model::links::NONE;
use crate::model::source::{Party, Source};

/// A source, and the numbers of its principal and its owner, or `NONE`.
#[derive(Debug)]
pub(super) struct HeldSource {
    pub(super) entry: Source,
    pub(super) above: [u32; 2],
}

/// A claim, and the number of its topic.
#[derive(Debug)]
pub(super) struct HeldClaim {
    pub(super) entry: Claim,
    pub(super) topic: u32,
    pub(super) time: Days,
}

/// An attribution, and the numbers of what it names.
#[derive(Debug)]
pub(super) struct HeldWord {
    pub(super) entry: Attribution,
    /// Who speaks, and whom it cites, as written.
    pub(super) cast: Box<[u32]>,
    /// Its claim, or `NONE`.
    pub(super) claim: u32,
    /// The attributions that it corrects, retracts or disowns.
    pub(super) refers: Box<[u32]>,
}

/// A topic: what is said of a subject.
#[derive(Debug, Clone)]
pub(super) struct HeldTopic {
    pub(super) attribute: u32,
    pub(super) subject: Arc<str>,
    pub(super) number: u32,
}

/// The days that a claim is about, the hull of its expression; `None` where it has none.
pub(super) type Days = Option<(i32, i32)>;

pub(super) fn days(when: Option<&Edtf>) -> Days {
    let when = when?;
    let start = when.start().map_or(i32::MIN, |day| day.number());
    Some((start, when.end().map_or(i32::MAX, |day| day.number())))
}

/// The class of a time by its length in days, as a power of two; that of open ends, and that of no time.
pub(super) fn class(time: Days) -> u8 {
    match time {
        None => UNDATED,
        Some((i32::MIN, _) | (_, i32::MAX)) => OPEN,
        Some((start, end)) => {
            let length = u32::try_from(end.saturating_sub(start)).unwrap_or(0);
            u8::try_from(u32::BITS - length.leading_zeros()).unwrap_or(OPEN)
        }
    }
}

pub(super) const OPEN: u8 = 40;
pub(super) const UNDATED: u8 = 41;

/// A claim of a topic: topic, class of its length, start, number.
pub(super) type OnTopic = (u32, u8, i32, u32);

/// Numbered entries.
pub(super) type Table<T> = Tree<(u32, Arc<T>)>;

/// Pairs of numbers.
pub(super) type Pairs = Tree<(u32, u32)>;

#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    pub(super) title: Arc<str>,
    pub(super) rules: Arc<Rules>,
    pub(super) source_ids: Names,
    pub(super) attribute_ids: Names,
    pub(super) claim_ids: Names,
    pub(super) word_ids: Names,
    pub(super) sources: Table<HeldSource>,
    pub(super) attributes: Table<Attribute>,
    pub(super) claims: Table<HeldClaim>,
    pub(super) words: Table<HeldWord>,
    /// Topics by attribute and subject, and by number; one that was ever spoken of keeps its number.
    pub(super) topics: Tree<HeldTopic>,
    pub(super) topic_of: Tree<(u32, HeldTopic)>,
    /// The claims of each topic.
    pub(super) on_topic: Tree<OnTopic>,
    /// Of each topic the claims that state a unit of their own.
    pub(super) with_unit: Pairs,
    /// The attributions on each claim.
    pub(super) on_claim: Pairs,
    /// The attributions in which a source speaks or is cited.
    pub(super) part_in: Pairs,
    /// The sources that name a source as owner or principal.
    pub(super) below: Pairs,
    /// The attributions that name an attribution.
    pub(super) referring: Pairs,
    /// The sources with a stake in, or authority on, an attribute.
    pub(super) concerned: Pairs,
    /// The judgement of each claim.
    pub(super) judged: Tree<(u32, Judged)>,
}

/// The second numbers of the pairs that begin with a number.
pub(super) fn of(pairs: &Pairs, first: u32) -> impl Iterator<Item = u32> {
    pairs.from(move |pair| pair.0.cmp(&first)).take_while(move |pair| pair.0 == first).map(|pair| pair.1)
}

pub(super) fn get<T>(table: &Table<T>, number: u32) -> Option<&Arc<T>> {
    table.get(|entry| entry.0.cmp(&number)).map(|entry| &entry.1)
}

fn put(pairs: &mut Pairs, pair: (u32, u32)) {
    pairs.insert(pair, |other| other.cmp(&pair));
}

fn take(pairs: &mut Pairs, pair: (u32, u32)) {
    pairs.remove(|other| other.cmp(&pair));
}

/// The attributes on which a source has a stake or authority, as written.
pub(super) fn concerns(source: &Source) -> impl Iterator<Item = &AttributeId> {
    let stakes: &[AttributeId] = match &source.party {
        Party::On(attributes) => attributes,
        Party::No | Party::Yes => &[],
    };
    stakes.iter().chain(source.authority_on.iter().map(|scope| &scope.attribute))
}

impl Story {
    /// The source of a number, if there is one now.
    pub(super) fn source(&self, number: u32) -> Option<&HeldSource> {
        get(&self.sources, number).map(|held| &**held)
    }

    pub(super) fn attribute(&self, number: u32) -> Option<&Attribute> {
        get(&self.attributes, number).map(|held| &**held)
    }

    pub(super) fn claim(&self, number: u32) -> Option<&HeldClaim> {
        get(&self.claims, number).map(|held| &**held)
    }

    pub(super) fn word(&self, number: u32) -> Option<&HeldWord> {
        get(&self.words, number).map(|held| &**held)
    }

    pub(super) fn topic(&self, number: u32) -> Option<&HeldTopic> {
        self.topic_of.get(|topic| topic.0.cmp(&number)).map(|topic| &topic.1)
    }

    /// The attribute of a topic.
    pub(super) fn attribute_of(&self, topic: u32) -> Option<&Attribute> {
        self.attribute(self.topic(topic)?.attribute)
    }

    pub(super) fn judgement(&self, claim: u32) -> Option<&Judged> {
        self.judged.get(|judged| judged.0.cmp(&claim)).map(|judged| &judged.1)
    }

    /// The number of a topic that was spoken of.
    pub(super) fn topic_number(&self, attribute: u32, subject: &str) -> Option<u32> {
        let found = self.topics.get(|topic| (topic.attribute, &*topic.subject).cmp(&(attribute, subject)));
        found.map(|topic| topic.number)
    }

    /// The topics of an attribute, by subject.
    pub(super) fn topics_of(&self, attribute: u32) -> impl Iterator<Item = &HeldTopic> {
        let from = self.topics.from(move |topic| topic.attribute.cmp(&attribute));
        from.take_while(move |topic| topic.attribute == attribute)
    }

    /// The claims of a topic.
    pub(super) fn claims_on(&self, topic: u32) -> impl Iterator<Item = u32> {
        let from = self.on_topic.from(move |claim| claim.0.cmp(&topic));
        from.take_while(move |claim| claim.0 == topic).map(|claim| claim.3)
    }

    fn intern_topic(&mut self, attribute: u32, subject: &str) -> u32 {
        if let Some(number) = self.topic_number(attribute, subject) {
            return number;
        }
        let number = u32::try_from(self.topics.len()).unwrap_or(NONE);
        let topic = HeldTopic { attribute, subject: Arc::from(subject), number };
        self.topic_of.insert((number, topic.clone()), |other| other.0.cmp(&number));
        self.topics.insert(topic, |other| (other.attribute, &*other.subject).cmp(&(attribute, subject)));
        number
    }

    /// Puts a source in its place, or takes it out.
    pub(super) fn set_source(&mut self, number: u32, entry: Option<Source>) {
        let by_number = move |other: &(u32, Arc<HeldSource>)| other.0.cmp(&number);
        let held = entry.map(|entry| {
            let above = [&entry.speaks_for, &entry.owner];
            let above = above.map(|id| id.as_ref().map_or(NONE, |id| self.source_ids.intern(id.as_str())));
            Arc::new(HeldSource { entry, above })
        });
        let old = match &held {
            Some(held) => self.sources.insert((number, Arc::clone(held)), by_number),
            None => self.sources.remove(by_number),
        };
        if let Some((_, old)) = old {
            for above in old.above.into_iter().filter(|above| *above != NONE) {
                take(&mut self.below, (above, number));
            }
            for attribute in concerns(&old.entry) {
                let attribute = self.attribute_ids.intern(attribute.as_str());
                take(&mut self.concerned, (attribute, number));
            }
        }
        if let Some(held) = held {
            for above in held.above.into_iter().filter(|above| *above != NONE) {
                put(&mut self.below, (above, number));
            }
            for attribute in concerns(&held.entry) {
                let attribute = self.attribute_ids.intern(attribute.as_str());
                put(&mut self.concerned, (attribute, number));
            }
        }
    }

    /// Puts an attribute in its place, or takes it out.
    pub(super) fn set_attribute(&mut self, number: u32, entry: Option<Attribute>) {
        let by_number = move |other: &(u32, Arc<Attribute>)| other.0.cmp(&number);
        match entry {
            Some(entry) => drop(self.attributes.insert((number, Arc::new(entry)), by_number)),
            None => drop(self.attributes.remove(by_number)),
        }
    }

    /// Puts a claim in its place, or takes it out.
    pub(super) fn set_claim(&mut self, number: u32, entry: Option<Claim>) {
        let by_number = move |other: &(u32, Arc<HeldClaim>)| other.0.cmp(&number);
        let held = entry.map(|entry| {
            let attribute = self.attribute_ids.intern(entry.attribute.as_str());
            let topic = self.intern_topic(attribute, &entry.subject);
            Arc::new(HeldClaim { topic, time: days(entry.when.as_ref()), entry })
        });
        let old = match &held {
            Some(held) => self.claims.insert((number, Arc::clone(held)), by_number),
            None => self.claims.remove(by_number),
        };
        if let Some((_, old)) = old {
            let key = place(number, &old);
            self.on_topic.remove(|other| other.cmp(&key));
            if old.entry.unit.is_some() {
                take(&mut self.with_unit, (old.topic, number));
            }
        }
        match held {
            Some(held) => {
                let key = place(number, &held);
                self.on_topic.insert(key, |other| other.cmp(&key));
                if held.entry.unit.is_some() {
                    put(&mut self.with_unit, (held.topic, number));
                }
            }
            None => drop(self.judged.remove(|judged| judged.0.cmp(&number))),
        }
    }

    /// Puts an attribution in its place, or takes it out.
    pub(super) fn set_word(&mut self, number: u32, entry: Option<Attribution>) {
        let by_number = move |other: &(u32, Arc<HeldWord>)| other.0.cmp(&number);
        let held = entry.map(|entry| Arc::new(self.resolved(entry)));
        let old = match &held {
            Some(held) => self.words.insert((number, Arc::clone(held)), by_number),
            None => self.words.remove(by_number),
        };
        for (held, act) in [(old.map(|old| old.1), take as fn(&mut Pairs, (u32, u32))), (held, put)] {
            let Some(held) = held else {
                continue;
            };
            if held.claim != NONE {
                act(&mut self.on_claim, (held.claim, number));
            }
            held.cast.iter().for_each(|source| act(&mut self.part_in, (*source, number)));
            held.refers.iter().for_each(|target| act(&mut self.referring, (*target, number)));
        }
    }

    fn resolved(&mut self, entry: Attribution) -> HeldWord {
        let mut cast = vec![self.source_ids.intern(entry.source.as_str())];
        cast.extend(entry.cites.iter().flatten().map(|id| self.source_ids.intern(id.as_str())));
        cast.sort_unstable();
        cast.dedup();
        let claim = entry.claim.as_ref().map_or(NONE, |claim| self.claim_ids.intern(claim.as_str()));
        let named = [&entry.corrects, &entry.retracts, &entry.disowns].into_iter().flatten();
        let mut refers: Vec<u32> = named.map(|id| self.word_ids.intern(id.as_str())).collect();
        refers.sort_unstable();
        refers.dedup();
        HeldWord { entry, cast: cast.into(), claim, refers: refers.into() }
    }

    /// Everything as a dossier to be built; O(n).
    pub(super) fn builder(&self) -> DossierBuilder {
        let mut builder = Dossier::builder(&*self.title);
        builder.sources.extend(self.sources.iter().map(|(_, held)| held.entry.clone()).enumerate());
        builder.attributes.extend(self.attributes.iter().map(|(_, held)| (**held).clone()).enumerate());
        builder.claims.extend(self.claims.iter().map(|(_, held)| held.entry.clone()).enumerate());
        builder.attributions.extend(self.words.iter().map(|(_, held)| held.entry.clone()).enumerate());
        builder.rules.extend(self.rules.iter().map(|rule| (**rule).clone()).enumerate());
        builder
    }
}

/// The place of a claim on its topic.
pub(super) fn place(number: u32, claim: &HeldClaim) -> OnTopic {
    (claim.topic, class(claim.time), claim.time.map_or(0, |(start, _)| start), number)
}

/// Compares a place with a topic and a class.
pub(super) fn before(topic: u32, class: u8, start: i32) -> impl Fn(&OnTopic) -> Ordering {
    move |other| (other.0, other.1, other.2, other.3).cmp(&(topic, class, start, 0))
}
