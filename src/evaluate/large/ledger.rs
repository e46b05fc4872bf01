//! The ledger: the words on either side of the claim under judgement, as they come and go, and what both sides come to.

use super::cast::{Cast, Walk, Word};
use super::heard::Heard;
use super::lane::{Lanes, NONE};
use super::search::Search;
use super::side::{Origin, Side, counted};
use super::sweep::Change;
use crate::evaluate::hop::Walker;
use crate::evaluate::judge::Judged;
use crate::evaluate::provenance::SideOf;
use crate::evaluate::verdict::{History, verdict};
use crate::model::attribution::Basis;
use crate::model::columns::Manner;
use crate::model::policy::Policy;

/// How far a walk comes: over so many links that carry unseen, and then so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Outcome {
    unseen: u32,
    end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// At the far end of the chain.
    Far,
    /// At a source with a standing word of its own on this side.
    Standing,
    /// At a source that said the same of an earlier time.
    Stale,
    /// At a link that does not carry: whether because something was withdrawn, replaced or disowned.
    Broken { withdrew: bool },
}

/// Everything that is kept from claim to claim.
pub(super) struct Ledger<'a> {
    walker: &'a Walker<'a>,
    cast: &'a Cast,
    heard: Heard,
    sides: [Side; 2],
    search: Search,
    /// For each word the side that it is on.
    side: Vec<Option<SideOf>>,
    /// For each walk of a word on a side, what it comes to.
    outcome: Vec<Outcome>,
    /// For each source, the links to it of the words on either side.
    citing: Lanes,
    /// The topic that is judged.
    judged: u32,
    /// For each word, whether it is credible where it is spoken, for one judged attribute: twice that, and one more if it is.
    credible: Vec<u32>,
    /// Walks looked at again in this round.
    looked: Vec<u32>,
    round: u32,
    /// Groups that bear support; those of them some of whose words have fallen; walks that end at something withdrawn.
    affirmed: u32,
    fallen: u32,
    withdrew: u32,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(walker: &'a Walker<'a>, cast: &'a Cast) -> Self {
        let counted = counted(cast.is_all_declared(walker), cast.is_all_credible(walker));
        Self {
            walker,
            cast,
            heard: Heard::new(cast),
            sides: [Side::new(cast, counted), Side::new(cast, counted)],
            search: Search::new(cast.plan.sources),
            side: vec![None; cast.words.len()],
            outcome: vec![Outcome { unseen: 0, end: End::Broken { withdrew: false } }; cast.walks.len()],
            citing: Lanes::new(cast.sources.len(), cast.links.len()),
            judged: 0,
            credible: vec![NONE; cast.words.len()],
            looked: vec![0; cast.walks.len()],
            round: 0,
            affirmed: 0,
            fallen: 0,
            withdrew: 0,
        }
    }

    /// What the two sides of a claim come to, after these changes.
    pub(super) fn judge(&mut self, policy: &Policy, changes: &[Change], claim: u32) -> Judged {
        self.judged = self.walker.topic_of(claim).attribute;
        self.apply(changes);
        let sides = [&self.sides[0], &self.sides[1]].map(|side| side.tally(self.cast));
        let history = History { was_affirmed: self.affirmed > 0, was_withdrawn: self.fallen > 0 || self.withdrew > 0 };
        Judged { verdict: verdict(policy, &sides[0], &sides[1], history), sides }
    }

    /// Brings words to their sides and takes them off.
    pub(super) fn apply(&mut self, changes: &[Change]) {
        let cast = self.cast;
        for Change { group, from, to } in changes {
            for (side, comes) in [(from, false), (to, true)] {
                let Some(side) = *side else {
                    continue;
                };
                if side == SideOf::Support {
                    let fallen = u32::from(cast.has_fallen[*group as usize]);
                    self.affirmed = if comes { self.affirmed + 1 } else { self.affirmed - 1 };
                    self.fallen = if comes { self.fallen + fallen } else { self.fallen - fallen };
                }
                for telling in cast.tellings(*group) {
                    self.heard.telling(telling, side, comes);
                }
                for word in cast.of_group.get(*group as usize) {
                    self.heard.word(&cast.words[*word as usize], side, comes);
                    if !comes {
                        self.forget_citations(*word);
                        // What changes sides must go before it comes; what only goes had better go last, when others have taken its place.
                        if to.is_some() {
                            self.take(*word, side);
                        }
                    }
                }
            }
        }
        self.look_again();
        for Change { group, to, .. } in changes {
            if let Some(side) = to {
                for word in cast.of_group.get(*group as usize) {
                    self.bring(*word, *side);
                }
            }
        }
        for Change { group, from, to } in changes {
            if let (Some(side), None) = (from, to) {
                for word in cast.of_group.get(*group as usize) {
                    self.take(*word, *side);
                }
            }
        }
    }

    /// Walks the chains again that cite a source about whom something changed.
    fn look_again(&mut self) {
        self.round += 1;
        let cast = self.cast;
        let stirred = std::mem::take(&mut self.heard.stirred);
        for (source, side) in &stirred {
            let mut link = self.citing.first(*source);
            while link != NONE {
                let walk = cast.links[link as usize].walk;
                link = self.citing.after(link);
                let word = cast.walks[walk as usize].word;
                if self.side[word as usize] != Some(*side) || self.looked[walk as usize] == self.round {
                    continue;
                }
                self.looked[walk as usize] = self.round;
                let before = self.outcome[walk as usize];
                let after = self.walk(walk, *side);
                if before != after {
                    self.carry(walk, *side, after, true);
                    self.carry(walk, *side, before, false);
                    self.outcome[walk as usize] = after;
                }
            }
        }
        self.heard.stirred = stirred;
        self.heard.stirred.clear();
    }

    fn bring(&mut self, word: u32, side: SideOf) {
        let cast = self.cast;
        self.side[word as usize] = Some(side);
        self.speak(word, side, true);
        let walks = cast.words[word as usize].walks;
        for walk in walks.0..walks.1 {
            let links = cast.walks[walk as usize].links;
            for link in links.0..links.1 {
                self.citing.put(cast.links[link as usize].source, link);
            }
            let outcome = self.walk(walk, side);
            self.carry(walk, side, outcome, true);
            self.outcome[walk as usize] = outcome;
        }
    }

    fn forget_citations(&mut self, word: u32) {
        let cast = self.cast;
        self.side[word as usize] = None;
        let walks = cast.words[word as usize].walks;
        for walk in &cast.walks[walks.0 as usize..walks.1 as usize] {
            for link in walk.links.0..walk.links.1 {
                self.citing.take(cast.links[link as usize].source, link);
            }
        }
    }

    fn take(&mut self, word: u32, side: SideOf) {
        let walks = self.cast.words[word as usize].walks;
        for walk in walks.0..walks.1 {
            self.carry(walk, side, self.outcome[walk as usize], false);
        }
        self.speak(word, side, false);
    }

    /// What a walk comes to, by the same steps as [`Walker::hop`].
    fn walk(&self, walk: u32, side: SideOf) -> Outcome {
        let Walk { word, links } = self.cast.walks[walk as usize];
        let word = &self.cast.words[word as usize];
        for (unseen, at) in (0..).zip(links.0..links.1) {
            let link = &self.cast.links[at as usize];
            if link.is_disowned {
                return Outcome { unseen, end: End::Broken { withdrew: true } };
            }
            if self.heard.reports(link.source, side) {
                return Outcome { unseen, end: End::Standing };
            }
            if !self.cast.earlier.get(at as usize).is_empty() {
                return Outcome { unseen, end: End::Stale };
            }
            if !link.counts || !self.heard.carries_unseen(link.source, side, word.known, link.stands) {
                let withdrew = self.heard.was_replaced(link.source, side);
                return Outcome { unseen, end: End::Broken { withdrew } };
            }
        }
        Outcome { unseen: links.1 - links.0, end: End::Far }
    }

    /// What a word says in its own voice comes or goes.
    fn speak(&mut self, word: u32, side: SideOf, comes: bool) {
        let is_credible = self.is_credible(word);
        let Word { at, spoken, speaker, .. } = self.cast.words[word as usize];
        self.know(at, (spoken, speaker), side, (is_credible, false), comes);
        self.sides[side as usize].report(self.cast, &mut self.search, speaker, is_credible, comes);
    }

    /// An origin by a recorded word of its own comes or goes, if that word makes it one.
    fn know(&mut self, at: u32, (spoken, source): (u32, u32), side: SideOf, credible: (bool, bool), comes: bool) {
        if self.walker.standing.words.is_origin(at) {
            let manner = self.manner(at);
            let (is_credible, is_loose) = credible;
            let origin = self.origin(spoken, source, (manner.basis, manner.against_interest), is_credible);
            let origin = Origin { is_loose, ..origin };
            self.sides[side as usize].know(self.cast, &mut self.search, source, origin, comes);
        }
    }

    /// What a walk brings to a side comes or goes, by the same steps as [`Graph::build`](crate::evaluate::provenance::Graph::build).
    fn carry(&mut self, walk: u32, side: SideOf, outcome: Outcome, comes: bool) {
        let Walk { word, links } = self.cast.walks[walk as usize];
        let Word { at, spoken, .. } = self.cast.words[word as usize];
        let mut is_credible = self.is_credible(word);
        let manner = self.manner(at);
        let walker = self.walker;
        let attributes = [walker.topic_of(spoken).attribute, self.judged];
        let first = links.0;
        let links = &self.cast.links[links.0 as usize..links.1 as usize];
        let passes = |source: u32, manner: Manner| {
            walker.standards.passes(walker.test, self.cast.sources[source as usize], manner, attributes)
        };
        let side_of = &mut self.sides[side as usize];
        for link in &links[..outcome.unseen as usize] {
            is_credible = is_credible && passes(link.source, manner);
            side_of.cite(self.cast, &mut self.search, link.edge, is_credible, comes);
        }
        match (outcome.end, links.get(outcome.unseen as usize)) {
            (End::Far, _) => {
                if let Some(last) = links.last() {
                    let declared = (Basis::Undeclared, manner.against_interest);
                    let origin = self.origin(spoken, last.source, declared, is_credible);
                    self.sides[side as usize].know(self.cast, &mut self.search, last.source, origin, comes);
                }
            }
            (End::Standing, Some(link)) => side_of.cite(self.cast, &mut self.search, link.edge, is_credible, comes),
            (End::Stale, Some(link)) => {
                side_of.cite(self.cast, &mut self.search, link.edge, is_credible, comes);
                for at in self.cast.earlier.get((first + outcome.unseen) as usize) {
                    let knows = passes(link.source, self.manner(*at));
                    self.know(*at, (spoken, link.source), side, (knows, !is_credible), comes);
                }
            }
            (End::Broken { withdrew }, _) => {
                let counts = u32::from(withdrew && side == SideOf::Support);
                self.withdrew = if comes { self.withdrew + counts } else { self.withdrew - counts };
            }
            (End::Standing | End::Stale, None) => {}
        }
    }

    fn origin(&self, spoken: u32, source: u32, (basis, against): (Basis, bool), is_credible: bool) -> Origin {
        let (standards, topic) = (self.walker.standards, self.walker.topic_of(spoken));
        let source = self.cast.sources[source as usize];
        let settles = against || standards.has_authority(source, topic);
        let knows = settles || basis != Basis::Undeclared;
        Origin {
            is_declared: !standards.is_undeclared(source, basis, against, topic),
            is_credible: is_credible && standards.counts(self.walker.test, source, knows),
            is_named: !standards.is_anonymous(source),
            settles,
            is_loose: false,
        }
    }

    fn manner(&self, at: u32) -> Manner {
        self.walker.standing.words.manner[at as usize]
    }

    /// Whether a word is credible where it is spoken.
    fn is_credible(&mut self, word: u32) -> bool {
        let known = self.credible[word as usize];
        if known / 2 == self.judged {
            return known % 2 == 1;
        }
        let Word { at, spoken, speaker, .. } = self.cast.words[word as usize];
        let attributes = [self.walker.topic_of(spoken).attribute, self.judged];
        let speaker = self.cast.sources[speaker as usize];
        let passes = self.walker.standards.passes(self.walker.test, speaker, self.manner(at), attributes);
        self.credible[word as usize] = 2 * self.judged + u32::from(passes);
        passes
    }
}
