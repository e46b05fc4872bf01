//! What counts against a source on a path, and what it settles: grades, stakes, authority, gates.

use std::collections::BTreeMap;

use crate::model::attribution::{Basis, Certainty};
use crate::model::columns::Manner;
use crate::model::dossier::Dossier;
use crate::model::links::Topic;
use crate::model::policy::Policy;
use crate::model::source::{Party, Reliability, Source, SourceKind};
use crate::model::text::fold;

/// Facts about sources that evaluation asks for again and again.
#[derive(Debug)]
pub(crate) struct Standards<'d> {
    dossier: &'d Dossier,
    traits: Vec<Traits>,
    /// For each source, the owner at the top, or the source itself.
    top: &'d [u32],
    /// For each source, the gate that feeds it as an origin.
    feed_gate: Vec<u32>,
    /// Whether anonymous origins never count, and those of whom it is not known how they know.
    named_only: bool,
    first_hand_only: bool,
}

/// What is asked of every source on a path, beside the source itself, which is a hundred times as large.
#[derive(Debug, Clone, Copy)]
struct Traits {
    /// Whether its grade and kind let a path through it be credible.
    is_usable: bool,
    is_medium: bool,
    is_anonymous: bool,
    /// Whether it has a stake in anything, and whether in everything.
    has_stake: bool,
    has_every_stake: bool,
    /// Whether it settles anything.
    settles: bool,
}

impl From<&Source> for Traits {
    fn from(source: &Source) -> Self {
        Self {
            is_usable: is_usable(source),
            is_medium: source.kind.is_medium(),
            is_anonymous: source.anonymous,
            has_stake: source.party != Party::No,
            has_every_stake: source.party == Party::Yes,
            settles: !source.authority_on.is_empty(),
        }
    }
}

impl<'d> Standards<'d> {
    pub(crate) fn of(dossier: &'d Dossier, policy: &Policy) -> Self {
        let links = dossier.links();
        let sources = dossier.sources();
        // The gate of each source that nobody owns; anonymous ones of one description share the first one's.
        let mut gate: Vec<u32> = (0..).take(sources.len()).collect();
        if !policy.anonymous_are_distinct {
            let mut described: BTreeMap<String, u32> = BTreeMap::new();
            for (at, source) in (0..).zip(sources).filter(|(at, s)| s.anonymous && links.top[*at as usize] == *at) {
                gate[at as usize] = *described.entry(fold(&source.name)).or_insert(at);
            }
        }
        let feed_gate = links.top.iter().map(|top| gate[*top as usize]).collect();
        let traits = sources.iter().map(Traits::from).collect();
        let Policy { named_only, first_hand_only, .. } = *policy;
        Self { dossier, traits, top: &links.top, feed_gate, named_only, first_hand_only }
    }

    pub(crate) fn source(&self, at: u32) -> &'d Source {
        &self.dossier.sources()[at as usize]
    }

    pub(crate) fn is_usable(&self, source: u32) -> bool {
        self.traits(source).is_usable
    }

    pub(crate) fn is_anonymous(&self, source: u32) -> bool {
        self.traits(source).is_anonymous
    }

    fn traits(&self, source: u32) -> Traits {
        self.traits[source as usize]
    }

    /// The gate of an origin: its top owner, or where that is anonymous, the first of those of the same description.
    pub(crate) fn feed_gate(&self, source: u32, owners: Owners) -> u32 {
        if owners == Owners::Ignored && self.is_owned(source) { source } else { self.feed_gate[source as usize] }
    }

    /// The gate of a reporting source: its top owner.
    pub(crate) fn drain_gate(&self, source: u32, owners: Owners) -> u32 {
        if owners == Owners::Ignored { source } else { self.top(source) }
    }

    /// The owner at the top, or the source itself.
    pub(crate) fn top(&self, source: u32) -> u32 {
        self.top[source as usize]
    }

    fn is_owned(&self, source: u32) -> bool {
        self.top(source) != source
    }

    /// Whether a source has a stake in anything.
    pub(crate) fn has_any_stake(&self, source: u32) -> bool {
        self.traits(source).has_stake
    }

    /// Whether a source has a stake in either of two attributes.
    pub(crate) fn has_stake(&self, source: u32, attributes: [u32; 2]) -> bool {
        let Traits { has_stake, has_every_stake, .. } = self.traits(source);
        has_stake
            && (has_every_stake || {
                let party = &self.source(source).party;
                attributes.iter().any(|at| party.is_on(&self.dossier.attributes()[*at as usize].id))
            })
    }

    /// Whether a source settles a topic.
    pub(crate) fn has_authority(&self, source: u32, topic: &Topic) -> bool {
        self.traits(source).settles && {
            let attribute = &self.dossier.attributes()[topic.attribute as usize].id;
            self.source(source).authority_on.iter().any(|scope| scope.covers(&topic.subject, attribute))
        }
    }

    /// Whether a source that declares no basis and cites nobody leaves its origin undeclared.
    pub(crate) fn is_undeclared(&self, source: u32, basis: Basis, against_interest: bool, topic: &Topic) -> bool {
        basis == Basis::Undeclared
            && !against_interest
            && self.traits(source).is_medium
            && !self.has_authority(source, topic)
    }

    /// Whether origins count only where it is known how they know.
    pub(crate) fn is_first_hand_only(&self) -> bool {
        self.first_hand_only
    }

    /// Whether the policy lets an origin be a credible one: `knows` where its word declares a basis, or settles the matter. Asked of credible paths alone: what else
    /// may be lacking is told apart from this.
    pub(crate) fn counts(&self, test: Test, source: u32, knows: bool) -> bool {
        let is_named = || !(self.named_only && self.is_anonymous(source));
        match test {
            Test::Credible => (knows || !self.first_hand_only) && is_named(),
            Test::CredibleIfFirstHand => is_named(),
            Test::Stated | Test::Reliable | Test::Disinterested => true,
        }
    }

    /// Whether a word passes a test on its way through this source.
    pub(crate) fn passes(&self, test: Test, source: u32, manner: Manner, attributes: [u32; 2]) -> bool {
        let is_stated = || manner.certainty == Certainty::Stated;
        let is_disinterested = || manner.against_interest || !self.has_stake(source, attributes);
        match test {
            Test::Credible | Test::CredibleIfFirstHand => is_stated() && self.is_usable(source) && is_disinterested(),
            Test::Stated => is_stated(),
            Test::Reliable => self.is_usable(source),
            Test::Disinterested => is_disinterested(),
        }
    }
}

/// What is asked of every source and word on a path: all that makes it credible, or one part of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Test {
    Credible,
    /// All but that it is on record how the origin knows, where the policy asks for that.
    CredibleIfFirstHand,
    Stated,
    Reliable,
    Disinterested,
}

/// Whether two sources of one owner count as one, as they should, or apart, to see what difference it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Owners {
    #[default]
    Count,
    Ignored,
}

/// Not graded D or E, and not an unrated social account, blog, aggregator or private person.
fn is_usable(source: &Source) -> bool {
    match source.reliability {
        Reliability::A | Reliability::B | Reliability::C => true,
        Reliability::D | Reliability::E => false,
        Reliability::F => !matches!(
            source.kind,
            SourceKind::SocialAccount | SourceKind::Blog | SourceKind::Aggregator | SourceKind::Person
        ),
    }
}
