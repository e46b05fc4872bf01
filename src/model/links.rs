//! Every id of a dossier resolved to a number, once, so that evaluation never looks a name up.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::attribution::Attribution;
use super::check::Places;
use super::columns::Columns;
use super::dossier::{Dossier, Unread};
use super::names::nearest;
use super::problem::{Path, Problem, ProblemKind};

/// The number of an entry that is not there.
pub(crate) const NONE: u32 = u32::MAX;

/// Lists of numbers, one list an entry, stored end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lists {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { ends: vec![0], items: Vec::new() }
    }
}

impl Lists {
    /// The list of entry `at`; empty past the end.
    pub(crate) fn get(&self, at: usize) -> &[u32] {
        let (Some(&start), Some(&end)) = (self.ends.get(at), self.ends.get(at + 1)) else {
            return &[];
        };
        self.items.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// How many lists there are, as a number.
    pub(crate) fn number(&self) -> u32 {
        index(self.len())
    }

    /// The numbers, among the items of all lists, of the items of list `at`.
    pub(crate) fn span(&self, at: u32) -> std::ops::Range<usize> {
        self.ends[at as usize] as usize..self.ends[at as usize + 1] as usize
    }

    /// Every item of every list, end to end.
    pub(crate) fn items(&self) -> &[u32] {
        &self.items
    }

    /// Gives back the room for lists that were not made.
    pub(crate) fn shrink_to_fit(&mut self) {
        self.ends.shrink_to_fit();
        self.items.shrink_to_fit();
    }

    /// Adds an item to the list that is being made.
    pub(crate) fn push_item(&mut self, item: u32) {
        self.items.push(item);
    }

    /// Ends the list that is being made.
    pub(crate) fn end_list(&mut self) {
        self.ends.push(index(self.items.len()));
    }

    /// Lists of items by the number of their list, items of one list in the order given; O(lists + items).
    pub(crate) fn group(lists: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut ends = vec![0; lists + 1];
        for (list, _) in pairs.clone() {
            ends[list as usize + 1] += 1;
        }
        let mut total = 0;
        for end in &mut ends {
            total += *end;
            *end = total;
        }
        let mut next = ends.clone();
        let mut items = vec![0; total as usize];
        for (list, item) in pairs {
            let slot = &mut next[list as usize];
            items[*slot as usize] = item;
            *slot += 1;
        }
        Self { ends, items }
    }
}

/// The number of an entry. A list of more than four thousand million entries does not fit in memory as such.
pub(crate) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

/// What one attribution does to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Refers {
    Corrects,
    Retracts,
    Disowns,
}

impl Refers {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Corrects => "corrects",
            Self::Retracts => "retracts",
            Self::Disowns => "disowns",
        }
    }
}

/// One attribution naming another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reference {
    pub(crate) from: u32,
    pub(crate) refers: Refers,
    pub(crate) to: u32,
}

/// A subject and an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Topic {
    pub(crate) subject: Box<str>,
    pub(crate) attribute: u32,
}

/// The numbers behind the ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Links {
    /// For each source, the source whose word its word is (itself, unless it is a spokesman).
    pub(crate) speaker: Vec<u32>,
    /// For each source, the owner at the top of its speaker (the speaker, unless owned).
    pub(crate) top: Vec<u32>,
    /// Every topic that a claim is about, by subject and attribute.
    pub(crate) topics: Vec<Topic>,
    /// For each claim, its topic.
    pub(crate) claim_topic: Vec<u32>,
    /// For each topic, its claims.
    pub(crate) topic_claims: Lists,
    /// For each attribution, its source as written.
    pub(crate) source: Vec<u32>,
    /// For each attribution, its claim or `NONE`.
    pub(crate) claim: Vec<u32>,
    /// For each attribution, its chains (numbers into `chains`), then for each chain its sources as written.
    pub(crate) first_chain: Vec<u32>,
    pub(crate) chains: Lists,
    /// Corrections, retractions and disownings, sorted.
    pub(crate) references: Vec<Reference>,
    /// What evaluation asks of the attributions.
    pub(crate) columns: Columns,
}

/// Ids of one noun, and how to complain about an unknown one.
struct Names<'a> {
    noun: &'static str,
    numbers: Numbers<'a>,
    unread: HashSet<&'a str>,
}

/// How an id finds its number.
enum Numbers<'a> {
    /// For what nearly every entry names.
    Hashed { numbers: HashMap<&'a str, u32>, known: Vec<&'a str> },
    /// For what few entries name, of which there are very many: they lie in the order of their ids.
    Sorted(&'a [Attribution]),
}

impl<'a> Numbers<'a> {
    fn get(&self, id: &str) -> Option<u32> {
        match self {
            Self::Hashed { numbers, .. } => numbers.get(id).copied(),
            Self::Sorted(entries) => entries.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok().map(index),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Hashed { known, .. } => known.len(),
            Self::Sorted(entries) => entries.len(),
        }
    }

    /// The name nearest to one that is unknown, the first of several in the order of the ids.
    fn nearest(&self, id: &str) -> Option<String> {
        match self {
            Self::Hashed { known, .. } => nearest(id, known.iter().copied()),
            Self::Sorted(entries) => nearest(id, entries.iter().map(|entry| entry.id.as_str())),
        }
    }
}

impl<'a> Names<'a> {
    fn new(noun: &'static str, ids: impl Iterator<Item = &'a str>, unread: &'a [String]) -> Self {
        let known: Vec<&str> = ids.collect();
        let numbers = Numbers::Hashed { numbers: known.iter().copied().zip(0..).collect(), known };
        Self { noun, numbers, unread: unread.iter().map(String::as_str).collect() }
    }

    fn of_attributions(dossier: &'a Dossier, unread: &'a [String]) -> Self {
        let numbers = Numbers::Sorted(dossier.attributions());
        Self { noun: "attribution", numbers, unread: unread.iter().map(String::as_str).collect() }
    }

    fn number(&self, id: &str, path: impl FnOnce() -> Path, problems: &mut Vec<Problem>) -> u32 {
        // Looking for a near name costs a walk through all names: so many steps, and then names are only refused.
        const STEPS: usize = 200_000;
        if let Some(number) = self.numbers.get(id) {
            return number;
        }
        if !self.unread.contains(id) {
            let may_look = problems.len().saturating_mul(self.numbers.len()) < STEPS;
            let nearest = may_look.then(|| self.numbers.nearest(id)).flatten();
            problems.push(Problem::new(path(), ProblemKind::UnknownId { noun: self.noun, id: id.to_owned(), nearest }));
        }
        NONE
    }
}

impl Links {
    /// Resolves every id; `None` if any is unknown or a circle of sources makes the rest meaningless.
    pub(crate) fn resolve(
        dossier: &Dossier,
        places: &Places,
        unread: &Unread,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let found = problems.len();
        let sources = Names::new("source", dossier.sources().iter().map(|s| s.id.as_str()), &unread.sources);
        let attributes =
            Names::new("attribute", dossier.attributes().iter().map(|a| a.id.as_str()), &unread.attributes);
        let claims = Names::new("claim", dossier.claims().iter().map(|c| c.id.as_str()), &unread.claims);
        let attributions = Names::of_attributions(dossier, &unread.attributions);
        let mut links = Self::default();
        links.resolve_sources(dossier, places, &sources, &attributes, problems);
        links.resolve_claims(dossier, places, &attributes, problems);
        links.resolve_attributions(dossier, places, [&sources, &claims, &attributions], problems);
        for (at, rule) in dossier.rules().iter().enumerate() {
            for scope in rule.scopes() {
                attributes.number(scope.attribute.as_str(), || places.rule(at), problems);
            }
        }
        (problems.len() == found).then(|| {
            // An entry that could not be read leaves ids without a number behind, and nobody judges what follows from them.
            if unread.is_empty() {
                links.columns = Columns::of(dossier, &links);
            }
            links
        })
    }

    fn resolve_sources(
        &mut self,
        dossier: &Dossier,
        places: &Places,
        sources: &Names<'_>,
        attributes: &Names<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let mut spoken_for = Vec::with_capacity(dossier.sources().len());
        let mut owner = Vec::with_capacity(dossier.sources().len());
        for (at, source) in dossier.sources().iter().enumerate() {
            let mut named = |id: &Option<super::id::SourceId>, field: &str| {
                id.as_ref().map_or(NONE, |id| sources.number(id.as_str(), || places.source(at).field(field), problems))
            };
            spoken_for.push(named(&source.speaks_for, "speaks_for"));
            owner.push(named(&source.owner, "owner"));
            for (nth, scope) in source.authority_on.iter().enumerate() {
                let path = || places.source(at).field("authority_on").index(nth);
                attributes.number(scope.attribute.as_str(), path, problems);
            }
            if let super::source::Party::On(list) = &source.party {
                for (nth, attribute) in list.iter().enumerate() {
                    let path = || places.source(at).field("party").index(nth);
                    attributes.number(attribute.as_str(), path, problems);
                }
            }
        }
        let name = |n: u32| dossier.sources().get(n as usize).map_or("", |s| s.id.as_str()).to_owned();
        let mut report = |circles: Vec<Vec<u32>>, through: &'static str, field: &str, past: &[u32]| {
            for circle in circles {
                let mut ids = Vec::new();
                for (at, next) in circle.iter().zip(circle.iter().cycle().skip(1)) {
                    ids.push(name(*at));
                    // The owner's principal owns in its stead; the owner belongs into the picture.
                    ids.extend(past.get(*at as usize).filter(|owner| *owner != next).map(|owner| name(*owner)));
                }
                ids.extend(circle.first().map(|at| name(*at)));
                let path = places.source(circle.first().map_or(0, |n| *n as usize)).field(field);
                problems.push(Problem::new(path, ProblemKind::Loop { through, ids }));
            }
        };
        let (speaker, loops) = roots(&spoken_for);
        let owning = roots(&owner).1;
        let has_plain = !loops.is_empty() || !owning.is_empty();
        report(loops, "`speaks_for` runs", "speaks_for", &[]);
        report(owning, "`owner` runs", "owner", &[]);
        // A source owned by one that speaks for it would own itself.
        let above: Vec<u32> = (0..)
            .zip(&speaker)
            .zip(&owner)
            .map(|((at, &speaker_of), &owner)| match owner {
                _ if speaker_of != at => speaker_of,
                NONE => NONE,
                owner => speaker.get(owner as usize).copied().unwrap_or(NONE),
            })
            .collect();
        let (top, loops) = roots(&above);
        if !has_plain {
            report(loops, "`owner` and `speaks_for` run", "owner", &owner);
        }
        self.speaker = speaker;
        self.top = top;
    }

    fn resolve_claims(
        &mut self,
        dossier: &Dossier,
        places: &Places,
        attributes: &Names<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let mut topics: BTreeMap<(&str, u32), Vec<usize>> = BTreeMap::new();
        for (at, claim) in dossier.claims().iter().enumerate() {
            let path = || places.claim(at).field("attribute");
            let attribute = attributes.number(claim.attribute.as_str(), path, problems);
            topics.entry((&claim.subject, attribute)).or_default().push(at);
        }
        self.claim_topic = vec![NONE; dossier.claims().len()];
        for (number, ((subject, attribute), claims)) in (0..).zip(topics) {
            self.topics.push(Topic { subject: subject.into(), attribute });
            for claim in claims {
                self.topic_claims.push_item(index(claim));
                if let Some(topic) = self.claim_topic.get_mut(claim) {
                    *topic = number;
                }
            }
            self.topic_claims.end_list();
        }
    }

    fn resolve_attributions(
        &mut self,
        dossier: &Dossier,
        places: &Places,
        [sources, claims, attributions]: [&Names<'_>; 3],
        problems: &mut Vec<Problem>,
    ) {
        let entries = dossier.attributions().len();
        self.source.reserve_exact(entries);
        self.claim.reserve_exact(entries);
        self.first_chain.reserve_exact(entries + 1);
        self.first_chain.push(0);
        for (at, entry) in dossier.attributions().iter().enumerate() {
            let here = || places.attribution(at);
            self.source.push(sources.number(entry.source.as_str(), || here().field("source"), problems));
            self.claim.push(
                entry
                    .claim
                    .as_ref()
                    .map_or(NONE, |claim| claims.number(claim.as_str(), || here().field("claim"), problems)),
            );
            for (nth, chain) in entry.cites.iter().enumerate() {
                for (link, source) in chain.iter().enumerate() {
                    let path = || here().field("cites").index(nth).index(link);
                    self.chains.push_item(sources.number(source.as_str(), path, problems));
                }
                self.chains.end_list();
            }
            self.first_chain.push(index(self.chains.len()));
            for (refers, list) in [
                (Refers::Corrects, &entry.corrects),
                (Refers::Retracts, &entry.retracts),
                (Refers::Disowns, &entry.disowns),
            ] {
                for (nth, target) in list.iter().enumerate() {
                    let path = || here().field(refers.as_str()).index(nth);
                    let to = attributions.number(target.as_str(), path, problems);
                    // An entry that could not be read has no number, and is nobody's earlier or later word.
                    if to != NONE {
                        self.references.push(Reference { from: index(at), refers, to });
                    }
                }
            }
        }
        self.references.sort_unstable();
        self.references.dedup();
        self.chains.shrink_to_fit();
    }

    /// The chains of an attribution, each nearest first, as written.
    pub(crate) fn chains_of(&self, attribution: usize) -> impl Iterator<Item = &[u32]> {
        let bound = |at: usize| self.first_chain.get(at).map_or(0, |n| *n as usize);
        (bound(attribution)..bound(attribution + 1)).map(|chain| self.chains.get(chain))
    }
}

/// Follows `next` from every entry to its end. Entries of a circle end in themselves, and the circle is reported, smallest entry first.
fn roots(next: &[u32]) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut root = vec![NONE; next.len()];
    let mut circles = Vec::new();
    let mut on_way = vec![false; next.len()];
    let mut way: Vec<usize> = Vec::new();
    for start in 0..next.len() {
        let mut at = start;
        let end = loop {
            if root[at] != NONE {
                break root[at];
            }
            if on_way[at] {
                let begins = way.iter().position(|&n| n == at).unwrap_or(0);
                let mut circle: Vec<u32> = way.drain(begins..).map(index).collect();
                for &member in &circle {
                    root[member as usize] = member;
                    on_way[member as usize] = false;
                }
                let smallest = (0..circle.len()).min_by_key(|&n| circle[n]).unwrap_or(0);
                circle.rotate_left(smallest);
                circles.push(circle);
                break index(at);
            }
            on_way[at] = true;
            way.push(at);
            match next.get(at) {
                Some(&n) if n != NONE => at = n as usize,
                _ => break index(at),
            }
        };
        for passed in way.drain(..) {
            root[passed] = end;
            on_way[passed] = false;
        }
    }
    (root, circles)
}
