//! Relayed words: what those who are cited are said to have said.

use std::mem;

use super::clash::Clash;
use super::contest::{Item, latest_rivals};
use super::measure::Measures;
use super::records::{Recorded, of_speaker};
use super::standing::stance;
use super::time::{Time, is_same};
use super::words::{Known, Voice, Words};
use crate::model::attribute::{Attribute, OverTime};
use crate::model::attribution::Stance;
use crate::model::links::{NONE, index};
use crate::model::source::{Reliability, Source, SourceKind};

/// All counting relayed words of one source on one claim with one stance that compete alike.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RelayedItem {
    pub(crate) source: u32,
    pub(crate) claim: u32,
    pub(crate) stance: Stance,
    /// The moment of the latest telling by anybody; undated tellings count as no earlier than anything.
    pub(crate) latest_of_all: Known,
    /// Whether some telling stands.
    pub(crate) stands: bool,
    /// Whether some telling has been superseded.
    pub(crate) was_replaced: bool,
}

/// The relayed words of a dossier.
#[derive(Debug)]
pub(crate) struct Relayed {
    /// For each link of each chain, what becomes of the relayed word.
    state: Vec<State>,
    /// Counting words, by topic and source.
    items: Vec<RelayedItem>,
    /// Where the counting words on each topic end, after a first nought.
    ends: Vec<u32>,
}

/// The relayed words on some topics, one after another.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Links whose words count, and what becomes of these.
    states: Vec<(u32, State)>,
    items: Vec<RelayedItem>,
    /// Where the counting words on each of the topics end.
    ends: Vec<u32>,
    links: Vec<Link>,
    counting: Vec<Link>,
}

/// What becomes of what a source is said to have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It does not count as the source's word.
    Ignored,
    Stands,
    /// It counts, and another one has taken its place.
    Replaced,
}

/// One link of one chain of one attribution on one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    source: u32,
    /// Where a further link stands behind it, the far end of the chain.
    end: u32,
    /// The same, for a medium alone: what its words compete by.
    far: u32,
    claim: u32,
    stance: Stance,
    at: u32,
    item: u32,
}

impl Relayed {
    /// No word yet, of so many links.
    pub(crate) fn new(links: usize) -> Self {
        Self { state: vec![State::Ignored; links], items: Vec::new(), ends: vec![0] }
    }

    /// Adds what was told on the next topics.
    pub(crate) fn append(&mut self, told: &Told) {
        let first = index(self.items.len());
        self.items.extend(&told.items);
        self.ends.extend(told.ends.iter().map(|end| first + end));
        for (link, state) in &told.states {
            self.state[*link as usize] = *state;
        }
    }

    /// Whether the relayed word of a link counts as its source's word.
    pub(crate) fn counts(&self, link: usize) -> bool {
        self.state[link] != State::Ignored
    }

    /// Whether the relayed word of a link counts, and stands.
    pub(crate) fn stands(&self, link: usize) -> bool {
        self.state[link] == State::Stands
    }

    /// The counting words of a source on a topic.
    pub(crate) fn on(&self, source: u32, topic: u32) -> &[RelayedItem] {
        let rest = &self.items[self.ends[topic as usize] as usize..self.ends[topic as usize + 1] as usize];
        let rest = &rest[rest.partition_point(|item| item.source < source)..];
        &rest[..rest.partition_point(|item| item.source == source)]
    }
}

impl Told {
    /// Settles the relayed words on the next topic, of which `on_topic` are the recorded ones.
    pub(crate) fn add(&mut self, contest: &Contest<'_>, on_topic: &[Recorded]) {
        let (mut links, mut counting) = (mem::take(&mut self.links), mem::take(&mut self.counting));
        let Contest { measures, words, .. } = *contest;
        links.clear();
        links.extend(on_topic.iter().flat_map(|r| links_of(words, r)));
        links.sort_unstable();
        for of_source in links.chunk_by(|a, b| a.source == b.source) {
            let own = of_speaker(on_topic, of_source[0].source);
            counting.clear();
            for of_end in of_source.chunk_by(|a, b| a.end == b.end) {
                let seen = OwnWords::of(contest, own, of_end[0].end);
                for on_claim in of_end.chunk_by(|a, b| a.claim == b.claim) {
                    let (source, claim) = (on_claim[0].source, on_claim[0].claim);
                    let is_seen = seen.has(claim, measures.claims[claim as usize].time);
                    if !is_seen && words.silent_on(source, claim).next().is_none() {
                        counting.extend(on_claim);
                    }
                }
            }
            // What is said to the same effect stands together, along whatever chain.
            counting.sort_unstable_by_key(|link| (link.far, link.claim, link.stance, *link));
            for competing in counting.chunk_by(|a, b| a.far == b.far) {
                self.contest(contest, competing);
            }
        }
        self.ends.push(index(self.items.len()));
        (self.links, self.counting) = (links, counting);
    }

    /// Settles which of the words that compete with each other stand.
    fn contest(&mut self, contest: &Contest<'_>, links: &[Link]) {
        let same = |a: &Link, b: &Link| (a.claim, a.stance) == (b.claim, b.stance);
        if links.iter().all(|link| same(link, &links[0])) {
            // Alone, they are not replaced.
            self.settle(contest, links, false);
            return;
        }
        let groups: Vec<&[Link]> = links.chunk_by(same).collect();
        let latest = |group: &&[Link]| group.iter().filter_map(|link| contest.telling(link)).max();
        let item = |group: &&[Link]| Item {
            claim: group[0].claim,
            stance: group[0].stance,
            latest: latest(group).unwrap_or(Known::UNDATED),
        };
        let items: Vec<Item> = groups.iter().map(item).collect();
        let rivals = latest_rivals(&items, &Clash { measures: contest.measures, attribute: contest.attribute });
        for ((group, item), rival) in groups.into_iter().zip(&items).zip(rivals) {
            // What is repeated to the same effect is not replaced: the latest telling speaks for all.
            self.settle(contest, group, rival > item.latest);
        }
    }

    /// Records what becomes of the tellings of one word.
    fn settle(&mut self, contest: &Contest<'_>, group: &[Link], replaced: bool) {
        let words = contest.words;
        let mut stands = false;
        let mut was_replaced = false;
        let mut latest_of_all = Some(Known::UNDATED);
        for link in group {
            let falls = words.reach.corrected.contains(&link.at) || (replaced && contest.telling(link).is_some());
            self.states.push((link.item, if falls { State::Replaced } else { State::Stands }));
            stands |= !falls;
            was_replaced |= falls;
            if !falls {
                let known = words.known[link.at as usize];
                latest_of_all = latest_of_all.filter(|_| known.is_dated()).map(|latest| latest.max(known));
            }
        }
        self.items.push(RelayedItem {
            source: group[0].source,
            claim: group[0].claim,
            stance: group[0].stance,
            latest_of_all: latest_of_all.unwrap_or(Known::UNDATED),
            stands,
            was_replaced,
        });
    }
}

/// What a contest of relayed words on one topic asks for.
#[derive(Clone, Copy)]
pub(crate) struct Contest<'a> {
    pub(crate) attribute: &'a Attribute,
    pub(crate) measures: &'a Measures,
    pub(crate) words: &'a Words<'a>,
    /// For each source, whether its account can replace an earlier one.
    pub(crate) is_eligible: &'a [bool],
}

impl Contest<'_> {
    /// From when a telling is known that can replace an earlier one.
    fn telling(&self, link: &Link) -> Option<Known> {
        let known = self.words.known[link.at as usize];
        (known.is_dated() && self.is_eligible[self.words.speaker[link.at as usize] as usize]).then_some(known)
    }
}

/// Every link of every chain of a word that was not withdrawn.
fn links_of<'w>(words: &'w Words<'_>, r: &'w Recorded) -> impl Iterator<Item = Link> + use<'w> {
    let chains = if words.removed[r.at as usize] { 0..0 } else { words.chains_of(r.at) };
    chains.flat_map(move |chain| {
        let sources = words.chains.get(chain as usize);
        let far = sources.last().copied().unwrap_or(NONE);
        words.chains.span(chain).zip(sources).enumerate().map(move |(nth, (item, source))| {
            let is_last = nth + 1 == sources.len();
            Link {
                source: *source,
                end: if is_last { NONE } else { far },
                far: if is_last || !words.is_medium[*source as usize] { NONE } else { far },
                claim: r.claim,
                stance: stance(words, r.at),
                at: r.at,
                item: index(item),
            }
        })
    })
}

/// Whether a teller's account of another's words can replace an earlier account.
pub(crate) fn is_eligible(teller: &Source) -> bool {
    match teller.reliability {
        Reliability::D | Reliability::E => false,
        Reliability::F => !matches!(teller.kind, SourceKind::Blog | SourceKind::Aggregator | SourceKind::SocialAccount),
        Reliability::A | Reliability::B | Reliability::C => true,
    }
}

/// The recorded words of a source on a topic that tell what its word there is: those in its own voice, and its relays; of the latter, where it is said to pass on somebody's word,
/// those that pass on the same one's.
struct OwnWords<'a> {
    attribute: &'a Attribute,
    claims: Vec<u32>,
    has_undated: bool,
    /// By start, each with the farthest end of those that start no later.
    times: Vec<Time>,
}

impl<'a> OwnWords<'a> {
    /// Of the words of a source on the topic, those that tell what its word is, where chains that name it end so.
    fn of(contest: &Contest<'a>, own: &[Recorded], end: u32) -> Self {
        let Contest { attribute, measures, words, .. } = *contest;
        let tells = |r: &&Recorded| {
            let mut ends = words.chains_of(r.at).filter_map(|chain| words.chains.get(chain as usize).last());
            end == NONE || words.voice[r.at as usize] == Voice::Own || ends.any(|other| *other == end)
        };
        let claims: Vec<u32> = own.iter().filter(tells).map(|r| r.claim).collect();
        let time = |claim: &u32| measures.claims[*claim as usize].time;
        let mut times: Vec<Time> = claims.iter().filter_map(time).collect();
        times.sort_unstable();
        let mut farthest = i32::MIN;
        for time in &mut times {
            farthest = farthest.max(time.end);
            time.end = farthest;
        }
        let has_undated = times.len() < claims.len();
        Self { attribute, claims, has_undated, times }
    }

    /// Whether some word is at the same time of fact; where several values may hold at once, on the same claim.
    fn has(&self, claim: u32, time: Option<Time>) -> bool {
        if self.attribute.many {
            return self.claims.binary_search(&claim).is_ok();
        }
        if self.claims.is_empty() || self.attribute.over_time == OverTime::Fixed {
            return !self.claims.is_empty();
        }
        let Some(time) = time else {
            return self.has_undated;
        };
        // Among those that start no later, the farthest end is the nearest to `time`; after them, the next start is. The last start is the
        // one that can lie past the close of a count.
        let later = self.times.partition_point(|own| own.start <= time.start);
        let near = [later.checked_sub(1), Some(later), self.times.len().checked_sub(1)];
        near.into_iter()
            .flatten()
            .filter_map(|at| self.times.get(at))
            .any(|own| is_same(self.attribute, Some(*own), Some(time)))
    }
}
