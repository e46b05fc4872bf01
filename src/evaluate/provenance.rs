//! Provenance: from a claim's words, along their citations, to those who know.

use super::compare::Bearing;
use super::hop::{Ask, Hop, Walker};
use super::numbers::Numbers;
use super::words::Known;
use crate::model::attribution::{Basis, Certainty, Stance};
use crate::model::links::{Lists, Topic};

/// A side of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SideOf {
    Support,
    Opposition,
}

impl SideOf {
    pub(crate) const BOTH: [Self; 2] = [Self::Support, Self::Opposition];

    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Support => Self::Opposition,
            Self::Opposition => Self::Support,
        }
    }

    pub(crate) const fn of(bearing: Bearing) -> Option<Self> {
        match bearing {
            Bearing::Supports => Some(Self::Support),
            Bearing::Opposes => Some(Self::Opposition),
            Bearing::Silent | Bearing::NotComparable(_) => None,
        }
    }
}

/// A standing recorded word that bears on the claim under judgement, and the claim that it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Said {
    pub(crate) at: u32,
    pub(crate) spoken: u32,
    pub(crate) stance: Stance,
}

/// What a source is on a side.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Part {
    pub(crate) source: u32,
    /// It reports: it drains into the claim.
    pub(crate) reports: bool,
    pub(crate) reports_credibly: bool,
    /// It is an origin, declared or not, and whether so on a credible path.
    pub(crate) declared: bool,
    pub(crate) undeclared: bool,
    pub(crate) declared_credibly: bool,
    pub(crate) undeclared_credibly: bool,
    /// It is a named origin of a credible path that settles the matter.
    pub(crate) settles: bool,
}

impl Part {
    pub(crate) const fn is_origin(&self) -> bool {
        self.declared || self.undeclared
    }
}

/// An edge from the cited to the one who cites, as numbers of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) cited: u32,
    pub(crate) citing: u32,
    pub(crate) is_credible: bool,
    /// The word that the one who cites relies on the cited for.
    pub(crate) word: u32,
}

/// That a source is an origin by a word: its own, or where none is seen, the one that cites it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Feed {
    pub(crate) part: u32,
    pub(crate) word: u32,
    pub(crate) is_declared: bool,
}

/// What stands on one side of a claim and where it comes from. From every origin some path leads to a reporting source, and along credible edges from
/// every credible origin to a credibly reporting one: the walk starts from the reports.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) parts: Vec<Part>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) feeds: Vec<Feed>,
    /// Some origin is credible by its own earlier word, though the word that leads to it is not.
    has_loose: bool,
}

/// What is marked about a source on the two sides of the claim under judgement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) reports: [bool; 2],
    pub(crate) latest: [Known; 2],
    pub(crate) has_undated: [bool; 2],
    pub(crate) surest: [Certainty; 2],
    part: [u32; 2],
}

const NO_PART: u32 = u32::MAX;

impl Mark {
    const BLANK: Self = Self {
        reports: [false; 2],
        latest: [Known::UNDATED; 2],
        has_undated: [false; 2],
        surest: [Certainty::Unverified; 2],
        part: [NO_PART; 2],
    };
}

/// Room for judging one claim after another without new memory.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// The sources that are marked, under small numbers.
    numbers: Numbers,
    marks: Vec<Mark>,
}

impl Marks {
    pub(crate) fn for_sources(sources: usize) -> Self {
        Self { numbers: Numbers::new(sources), marks: Vec::new() }
    }

    /// Starts on a claim: everything marked before is forgotten.
    pub(crate) fn start(&mut self) {
        self.numbers.clear();
        self.marks.clear();
    }

    pub(crate) fn get(&self, source: u32) -> Mark {
        self.numbers.get(source).map_or(Mark::BLANK, |number| self.marks[number as usize])
    }

    fn edit(&mut self, source: u32) -> &mut Mark {
        let number = self.numbers.number(source) as usize;
        if number == self.marks.len() {
            self.marks.push(Mark::BLANK);
        }
        &mut self.marks[number]
    }

    /// Marks the source of a standing word on a side.
    pub(crate) fn report(&mut self, source: u32, side: SideOf, known: Known, certainty: Certainty) {
        let side = side as usize;
        let mark = self.edit(source);
        mark.surest[side] = if mark.reports[side] { mark.surest[side].min(certainty) } else { certainty };
        mark.reports[side] = true;
        mark.latest[side] = mark.latest[side].max(known);
        mark.has_undated[side] |= !known.is_dated();
    }

    /// Whether a source has a standing word on a side that is no earlier than a word known from `known`.
    pub(crate) fn has_no_earlier(&self, source: u32, side: SideOf, known: Known) -> bool {
        let mark = self.get(source);
        let side = side as usize;
        mark.reports[side] && (mark.has_undated[side] || mark.latest[side].is_no_earlier(known))
    }
}

impl Graph {
    fn clear(&mut self) {
        self.parts.clear();
        self.edges.clear();
        self.feeds.clear();
        self.has_loose = false;
    }

    fn part(&mut self, marks: &mut Marks, source: u32, side: SideOf) -> u32 {
        let mark = marks.edit(source);
        if mark.part[side as usize] == NO_PART {
            mark.part[side as usize] = u32::try_from(self.parts.len()).unwrap_or(NO_PART);
            self.parts.push(Part { source, ..Part::default() });
        }
        mark.part[side as usize]
    }

    /// Builds the graph of one side of the claim under judgement. Every hop that does not simply carry is shown to `notice`.
    pub(crate) fn build(
        &mut self,
        walker: &Walker<'_>,
        marks: &mut Marks,
        (claim, side): (u32, SideOf),
        said: &[Said],
        ask: Ask,
        mut notice: impl FnMut(&Said, u32, &Hop),
    ) {
        self.clear();
        let words = &walker.standing.words;
        let judged = walker.topic_of(claim).attribute;
        for word in said {
            let manner = words.manner[word.at as usize];
            let speaker = words.speaker[word.at as usize];
            let topic = walker.topic_of(word.spoken);
            let attributes = [topic.attribute, judged];
            let is_credible = walker.standards.passes(walker.test, speaker, manner, attributes);
            let reporter = self.part(marks, speaker, side);
            let part = &mut self.parts[reporter as usize];
            part.reports = true;
            part.reports_credibly |= is_credible;
            self.origin(walker, reporter, word.at, attributes, topic);
            for chain in words.chains_of(word.at) {
                if !walker.chain_stands(word.at, chain) {
                    continue;
                }
                let sources = words.chains.get(chain as usize);
                let mut citing = (reporter, is_credible);
                for (nth, (link, source)) in words.chains.span(chain).zip(sources).enumerate() {
                    let source = *source;
                    let hop = walker.hop(marks, (claim, side), word, link, source, ask);
                    if hop.is_worth_noting() {
                        notice(word, source, &hop);
                    }
                    let carries = citing.1;
                    match hop {
                        Hop::Standing { .. } => {
                            self.edge(marks, (source, side), citing.0, carries, word.at);
                            break;
                        }
                        Hop::Stale { earlier } => {
                            let cited = self.edge(marks, (source, side), citing.0, carries, word.at);
                            for at in earlier {
                                self.origin(walker, cited, at, attributes, topic);
                            }
                            self.has_loose |= !carries;
                            break;
                        }
                        Hop::Unseen => {
                            let carries = carries && walker.standards.passes(walker.test, source, manner, attributes);
                            let cited = self.edge(marks, (source, side), citing.0, carries, word.at);
                            if nth + 1 == sources.len() {
                                let against = manner.against_interest;
                                let basis = Basis::Undeclared;
                                let undeclared = walker.standards.is_undeclared(source, basis, against, topic);
                                let settles = against || walker.standards.has_authority(source, topic);
                                let counts = walker.standards.counts(walker.test, source, settles);
                                self.feed(walker, (cited, word.at), undeclared, carries && counts, settles);
                            }
                            citing = (cited, carries);
                        }
                        Hop::Withdrew | Hop::Weaker { .. } | Hop::Misattributed => break,
                    }
                }
            }
        }
        if self.has_loose {
            self.drop_loose();
        }
    }

    /// Origins from which no credible way leads to a credible report are not credible ones.
    fn drop_loose(&mut self) {
        let credible = self.edges.iter().filter(|edge| edge.is_credible);
        let cited = Lists::group(self.parts.len(), credible.map(|edge| (edge.citing, edge.cited)));
        let mut leads_on: Vec<bool> = self.parts.iter().map(|part| part.reports_credibly).collect();
        let mut waiting: Vec<u32> = (0..).zip(&leads_on).filter(|(_, leads)| **leads).map(|(at, _)| at).collect();
        while let Some(at) = waiting.pop() {
            for cited in cited.get(at as usize) {
                if !std::mem::replace(&mut leads_on[*cited as usize], true) {
                    waiting.push(*cited);
                }
            }
        }
        for (part, _) in self.parts.iter_mut().zip(leads_on).filter(|(_, leads_on)| !leads_on) {
            part.declared_credibly = false;
            part.undeclared_credibly = false;
            part.settles = false;
        }
    }

    fn edge(&mut self, marks: &mut Marks, cited: (u32, SideOf), citing: u32, is_credible: bool, word: u32) -> u32 {
        let cited = self.part(marks, cited.0, cited.1);
        if cited != citing {
            self.edges.push(Edge { cited, citing, is_credible, word });
        }
        cited
    }

    /// Makes a source an origin by a recorded word of its own, if that word makes one.
    fn origin(&mut self, walker: &Walker<'_>, part: u32, at: u32, attributes: [u32; 2], topic: &Topic) {
        let words = &walker.standing.words;
        if words.is_origin(at) {
            let manner = words.manner[at as usize];
            let source = self.parts[part as usize].source;
            let against = manner.against_interest;
            let undeclared = walker.standards.is_undeclared(source, manner.basis, against, topic);
            let settles = against || walker.standards.has_authority(source, topic);
            let knows = settles || manner.basis != Basis::Undeclared;
            let is_credible = walker.standards.passes(walker.test, source, manner, attributes)
                && walker.standards.counts(walker.test, source, knows);
            self.feed(walker, (part, at), undeclared, is_credible, settles);
        }
    }

    fn feed(
        &mut self,
        walker: &Walker<'_>,
        (part, word): (u32, u32),
        undeclared: bool,
        is_credible: bool,
        settles: bool,
    ) {
        self.feeds.push(Feed { part, word, is_declared: !undeclared });
        let part = &mut self.parts[part as usize];
        if undeclared {
            part.undeclared = true;
            part.undeclared_credibly |= is_credible;
        } else {
            part.declared = true;
            part.declared_credibly |= is_credible;
        }
        part.settles |= settles && is_credible && !undeclared && !walker.standards.is_anonymous(part.source);
    }
}
