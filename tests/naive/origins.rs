//! Section 5: origins, and how much flows from them to the claim.

use std::collections::BTreeSet;

use corroborate::{Basis, Certainty, Claim, Reliability, Source, SourceId, SourceKind, Texts};

use super::Side;
use super::bearing::{Bearing, Towards};
use super::flow::Graph;
use super::hops::{Hop, Walker};
use super::time::Desk;
use super::words::{Voice, Word, Words};

/// A source that knows by itself, and the word by which it is taken to.
pub(crate) struct Origin<'w, 'a> {
    pub(crate) source: &'a Source,
    pub(crate) word: &'w Word<'a>,
    pub(crate) is_declared: bool,
    is_credible: bool,
    /// Whether it is known how it knows.
    is_first_hand: bool,
}

/// A link that carries, and the word that goes along it.
pub(crate) struct Edge<'w, 'a> {
    pub(crate) from: &'a Source,
    pub(crate) to: &'a Source,
    pub(crate) word: &'w Word<'a>,
    is_credible: bool,
}

/// All that stands on one side of a claim.
pub(crate) struct Evidence<'w, 'a> {
    claim: &'a Claim,
    pub(crate) reporting: Vec<&'w Word<'a>>,
    pub(crate) origins: Vec<Origin<'w, 'a>>,
    pub(crate) edges: Vec<Edge<'w, 'a>>,
    /// Whether some source took back what it is cited for.
    pub(crate) is_withdrawn: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Node<'a> {
    Feed(Gate<'a>),
    Source(&'a SourceId),
    Drain(&'a SourceId),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gate<'a> {
    Owner(&'a SourceId),
    Description(Texts),
}

impl<'w, 'a> Evidence<'w, 'a> {
    pub(crate) fn new(
        desk: &'w Desk<'a>,
        bearing: &'w Bearing<'a>,
        words: &'w Words<'a>,
        claim: &'a Claim,
        side: Towards,
    ) -> Self {
        let walker = Walker { desk, bearing, words, claim, side };
        let is_reporting = |word: &&Word<'a>| word.stands && bearing.of(word, claim) == Some(side);
        let reporting: Vec<&Word<'a>> = words.recorded.iter().filter(is_reporting).collect();
        let spoken = |word| spoken_origin(word, claim);
        let mut origins: Vec<Origin<'w, 'a>> = reporting.iter().copied().filter_map(spoken).collect();
        let mut edges = Vec::new();
        let mut is_withdrawn = false;
        for &word in &reporting {
            for chain in &word.chains {
                let mut to = word.source;
                // A chain is as good as its weakest part so far.
                let mut is_credible = lends_credit(to, word, claim);
                for (at, (from, hop)) in walker.walk(word, chain).into_iter().enumerate() {
                    match hop {
                        // Its own words say what it is worth.
                        Hop::Spoken => {}
                        Hop::Stale(earlier) => origins.extend(earlier.into_iter().filter_map(spoken)),
                        Hop::Unseen => {
                            is_credible &= lends_credit(from, word, claim);
                            if at + 1 == chain.len() {
                                let is_first_hand = settles(from, word);
                                let is_declared = !from.kind.is_medium() || is_first_hand;
                                origins.push(Origin { source: from, word, is_declared, is_credible, is_first_hand });
                            }
                        }
                        Hop::Withdrew => {
                            is_withdrawn = true;
                            break;
                        }
                        Hop::Misquoted => break,
                    }
                    edges.push(Edge { from, to, word, is_credible });
                    to = from;
                }
            }
        }
        Evidence { claim, reporting, origins, edges, is_withdrawn }
    }

    pub(crate) fn side(&self, desk: &Desk<'a>) -> Side {
        let all: Vec<_> = self.origins.iter().collect();
        let declared: Vec<_> = self.origins.iter().filter(|origin| origin.is_declared).collect();
        let graph = self.graph(desk, &all, false);
        let most = graph.flow();
        let least = match self.graph(desk, &declared, false).flow() {
            0 => most.min(1),
            some => some,
        };
        let credible = self.credible(desk);
        let authority = self.has_authority(desk);
        Side {
            least,
            most,
            credible,
            authority,
            meets_standard: (authority && desk.policy.authority_suffices)
                || credible >= desk.policy.independent_origins,
            weight: self.weight(desk),
            attributions: self.reporting.iter().map(|word| word.entry.id.clone()).collect(),
            origins: carrying(&graph, &all).map(|origin| origin.source.id.clone()).collect(),
        }
    }

    fn credible(&self, desk: &Desk<'a>) -> u32 {
        let (anonymous, named): (Vec<_>, Vec<_>) =
            self.credible_origins(desk).into_iter().partition(|origin| origin.source.anonymous);
        let (declared, undeclared): (Vec<_>, Vec<_>) = named.into_iter().partition(|origin| origin.is_declared);
        let flow = |origins: &[&Origin<'w, 'a>]| self.graph(desk, origins, true).flow();
        match flow(&declared) {
            0 => flow(&undeclared).min(1),
            // All anonymous ones count as one, so at most one of them adds to the named: the one that adds the most.
            some => anonymous
                .iter()
                .filter(|origin| origin.is_declared)
                .map(|&one| flow(&[declared.clone(), vec![one]].concat()))
                .fold(some, u32::max),
        }
    }

    fn has_authority(&self, desk: &Desk<'a>) -> bool {
        let origins = self.credible_origins(desk);
        let graph = self.graph(desk, &origins, true);
        carrying(&graph, &origins).any(|origin| !origin.source.anonymous && settles(origin.source, origin.word))
    }

    fn credible_origins(&self, desk: &Desk<'a>) -> Vec<&Origin<'w, 'a>> {
        let counts = |origin: &&Origin<'w, 'a>| {
            origin.is_credible
                && !(desk.policy.named_only && origin.source.anonymous)
                && (!desk.policy.first_hand_only || origin.is_first_hand)
        };
        self.origins.iter().filter(counts).collect()
    }

    /// The graph from these origins, whole or of its credible part alone.
    fn graph(&self, desk: &Desk<'a>, origins: &[&Origin<'w, 'a>], credible: bool) -> Graph<Node<'a>> {
        let gate = |source: &'a Source| Node::Feed(gate(desk, source));
        let drain = |source: &'a Source| Node::Drain(&desk.top(source).id);
        let drains = self.reporting.iter().filter(|word| !credible || lends_credit(word.source, word, self.claim));
        let drains: Vec<_> = drains.map(|word| word.source).collect();
        let links = self.edges.iter().filter(|edge| !credible || edge.is_credible);
        let mut edges: BTreeSet<_> =
            links.map(|edge| (Node::Source(&edge.from.id), Node::Source(&edge.to.id))).collect();
        edges.extend(origins.iter().map(|origin| (gate(origin.source), Node::Source(&origin.source.id))));
        edges.extend(drains.iter().map(|source| (Node::Source(&source.id), drain(source))));
        let starts = origins.iter().map(|origin| gate(origin.source)).collect();
        Graph { starts, ends: drains.into_iter().map(drain).collect(), edges }
    }
}

/// Whether the source, by or behind this word, takes nothing from its credit.
fn lends_credit(source: &Source, word: &Word<'_>, judged: &Claim) -> bool {
    use SourceKind::{Aggregator, Blog, Person, SocialAccount};
    let is_known = match source.reliability {
        Reliability::D | Reliability::E => false,
        Reliability::F => !matches!(source.kind, SocialAccount | Blog | Aggregator | Person),
        _ => true,
    };
    let has_stake = [word.claim, judged].iter().any(|claim| source.party.is_on(&claim.attribute));
    word.entry.certainty == Certainty::Stated && is_known && (word.entry.against_interest || !has_stake)
}

/// The speaker of the word as an origin, if the word makes it one.
fn spoken_origin<'w, 'a>(word: &'w Word<'a>, judged: &Claim) -> Option<Origin<'w, 'a>> {
    let has_basis = word.entry.basis != Basis::Undeclared;
    let makes_origin = word.voice == Voice::Own && (has_basis || word.chains.is_empty());
    let is_first_hand = has_basis || settles(word.source, word);
    let is_declared = !word.source.kind.is_medium() || is_first_hand;
    let is_credible = lends_credit(word.source, word, judged);
    makes_origin.then_some(Origin { source: word.source, word, is_declared, is_credible, is_first_hand })
}

/// Whether the word is one that its source knows at first hand by what it is, or would not have made up.
fn settles(source: &Source, word: &Word<'_>) -> bool {
    word.entry.against_interest
        || source.authority_on.iter().any(|scope| scope.covers(&word.claim.subject, &word.claim.attribute))
}

pub(crate) fn gate<'a>(desk: &Desk<'a>, source: &'a Source) -> Gate<'a> {
    let top = desk.top(source);
    if top.anonymous && !desk.policy.anonymous_are_distinct {
        Gate::Description(Texts::only([&top.name]))
    } else {
        Gate::Owner(&top.id)
    }
}

fn carrying<'r, 'w, 'a>(
    graph: &'r Graph<Node<'a>>,
    origins: &'r [&'r Origin<'w, 'a>],
) -> impl Iterator<Item = &'r Origin<'w, 'a>> {
    origins.iter().copied().filter(|origin| graph.carries(&Node::Source(&origin.source.id)))
}
