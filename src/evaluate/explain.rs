//! Explaining: a claim's words, chains and origins walked once more, with the reason for everything that counts and everything that does not.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{Bearing, directly};
use super::evaluation::{Assessment, Side};
use super::explanation::{
    Argument, Chain, Decision, Explanation, Lack, LeftOut, Link, Neither, Omission, Origin, Row, Way, Word,
};
use super::findings::Case;
use super::hop::{Ask, Walker};
use super::judge::Bench;
use super::measure::attribute_of;
use super::passage::Passage;
use super::provenance::{Graph, Said, SideOf};
use super::route;
use super::standards::{Owners, Test};
use super::standing::stance;
use super::time::{Lies, lies};
use super::verdict::{Verdict, outweighs};
use super::words::Voice;
use crate::model::attribution::{Basis, Stance};
use crate::model::columns::Manner;
use crate::model::id::{AttributionId, SourceId};
use crate::model::links::{NONE, Refers};
use crate::model::policy::rule::PolicyRule;
use crate::model::rule::Rule;
use crate::model::source::Reliability;

impl<'e> Assessment<'e> {
    /// Why the verdict is what it is, down to the entries: what gives it, who stands where and by what way, and what was left out and why.
    ///
    /// Worked out when asked for; O(attributions + words of the tied topics), and the conflicts of the claim.
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Certainty, Claim, Dossier, Evaluator, PolicyRule, Source, SourceKind, ValueKind};
    /// use corroborate::explanation::{Lack, Row};
    /// let dossier = Dossier::builder("A dam")
    ///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
    ///     .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
    ///     .attribute(Attribute::new("burst", ValueKind::Truth))
    ///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
    ///     .attribution(Attribution::new("a", "herald", "burst").citing(["ministry"]).certainty(Certainty::Probable))
    ///     .build()?;
    /// let evaluation = Evaluator::default().evaluate(&dossier);
    /// let explanation = evaluation.assessment(&"burst".into()).unwrap().explanation();
    /// assert_eq!((explanation.decision.row, &explanation.decision.rules[..]), (Row::FallsShort, &[PolicyRule::IndependentOrigins][..]));
    /// assert_eq!(explanation.support.origins[0].lacks, [Lack::Hedged]);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn explanation(&self) -> Explanation<'e> {
        let case = Case::of(*self);
        let [support, opposition] = [self.support(), self.opposition()].map(|side| argument(&side, &case));
        Explanation {
            claim: &self.claim().id,
            verdict: self.verdict(),
            decision: self.decision([&support, &opposition]),
            left_out: self.left_out(&case),
            neither: self.neither(),
            conflicts: self.evaluation.conflicts_of(self.claim).collect(),
            rests_on: self.rests_on(),
            support,
            opposition,
        }
    }

    fn decision(&self, sides: [&Argument<'e>; 2]) -> Decision<'e> {
        let policy = self.evaluation.policy();
        let [support, opposition] = &self.judged.sides;
        let rivals = self.settled_by();
        let row = match self.verdict() {
            Verdict::Unsourced => Row::NobodySaysSo,
            Verdict::Withdrawn => Row::NothingLeft,
            Verdict::Refuted => Row::OppositionPrevails,
            Verdict::Confirmed => Row::SupportPrevails,
            Verdict::Contradicted if rivals.is_some() => Row::RivalPrevailsToo,
            Verdict::Contradicted => Row::OppositionStands,
            Verdict::Unconfirmed => Row::FallsShort,
        };
        let mut rules: BTreeSet<PolicyRule> = BTreeSet::new();
        let mut is_met_by = |side: &super::independence::Tally| {
            if side.has_authority {
                rules.insert(PolicyRule::AuthoritySuffices);
            }
            if !(side.has_authority && policy.authority_suffices) {
                rules.insert(PolicyRule::IndependentOrigins);
            }
        };
        match row {
            Row::NobodySaysSo | Row::NothingLeft => {}
            Row::OppositionPrevails => is_met_by(opposition),
            Row::SupportPrevails | Row::RivalPrevailsToo | Row::FallsShort => is_met_by(support),
            Row::OppositionStands => {}
        }
        let is_weighed = match row {
            Row::OppositionPrevails => support.credible > 0 && outweighs(policy, opposition, support),
            Row::NobodySaysSo | Row::NothingLeft => false,
            _ => opposition.credible > 0,
        };
        if is_weighed {
            rules.insert(PolicyRule::Outweighs);
        }
        if row != Row::NobodySaysSo && row != Row::NothingLeft {
            let origins = || sides.into_iter().flat_map(|side| &side.origins);
            if policy.named_only && origins().any(|origin| origin.lacks.contains(&Lack::Anonymous)) {
                rules.insert(PolicyRule::NamedOnly);
            }
            if origins().any(|origin| origin.lacks.contains(&Lack::BasisUnknown)) {
                rules.insert(PolicyRule::FirstHandOnly);
            }
            let is_merged = |origin: &Origin<'_>| {
                origin.counts_with.is_some() && origin.lacks.contains(&Lack::Anonymous) && origin.is_credible
            };
            if origins().any(is_merged) {
                rules.insert(PolicyRule::AnonymousAreDistinct);
            }
        }
        let claims = self.evaluation.dossier().claims();
        let rivals = rivals.unwrap_or_default().into_iter().map(|claim| &claims[claim as usize].id).collect();
        Decision { row, rules: rules.into_iter().collect(), rivals }
    }

    /// The entries on claims that bear on this one, or on it itself, that play no part.
    fn left_out(&self, case: &Case<'e>) -> Vec<LeftOut<'e>> {
        let walker = &case.walker;
        let words = &walker.standing.words;
        let dossier = self.evaluation.dossier();
        let links = dossier.links();
        let cluster = |claim: u32| walker.moves.cluster[walker.topic_number(claim) as usize];
        let ids = |entries: Vec<u32>| -> Vec<&'e AttributionId> {
            let entries: BTreeSet<u32> = entries.into_iter().collect();
            entries.into_iter().map(|at| &dossier.attributions()[at as usize].id).collect()
        };
        let mut left_out = Vec::new();
        for (at, entry) in (0_u32..).zip(dossier.attributions()) {
            let claim = links.claim[at as usize];
            let Some(says) = entry.says().filter(|_| claim != NONE && cluster(claim) == cluster(self.claim)) else {
                continue;
            };
            if claim != self.claim && SideOf::of(walker.bearing((claim, says), self.claim)).is_none() {
                continue;
            }
            let removed = words.removed[at as usize];
            let (why, by) = match words.voice[at as usize] {
                Voice::None if entry.published.is_none() => (Omission::Undated, Vec::new()),
                Voice::None => (Omission::NotYetKnown, Vec::new()),
                _ if removed => (Omission::Withdrawn, case.referring(at, Refers::Retracts)),
                Voice::Silent => (Omission::Silent, Vec::new()),
                Voice::Own | Voice::Relay if walker.standing.stands[at as usize] && says == Stance::Doubts => {
                    (Omission::Doubts, Vec::new())
                }
                Voice::Own | Voice::Relay if walker.standing.stands[at as usize] => continue,
                Voice::Own | Voice::Relay => {
                    let correcting = case.referring(at, Refers::Corrects);
                    let why = if correcting.is_empty() { Omission::Replaced } else { Omission::Corrected };
                    let by = if correcting.is_empty() { case.replacing(at) } else { correcting };
                    // What stands now says most; where all of it fell in its turn, whatever came later.
                    let standing: Vec<u32> = by.iter().copied().filter(|other| case.stands(*other)).collect();
                    (why, if standing.is_empty() { by } else { standing })
                }
            };
            left_out.push(LeftOut { attribution: &entry.id, why, by: ids(by) });
        }
        left_out
    }

    /// The other claims of the topic on which words stand that bear on neither side.
    fn neither(&self) -> Vec<Neither<'e>> {
        let walker = self.evaluation.walker();
        let dossier = self.evaluation.dossier();
        let words = &walker.standing.words;
        let topic = walker.topic_number(self.claim);
        let attribute = attribute_of(dossier, topic);
        let cluster = walker.moves.cluster[topic as usize];
        let mut neither = Vec::new();
        for other in walker.moves.claims.get(cluster as usize).iter().copied() {
            if other == self.claim || walker.topic_number(other) != topic {
                continue;
            }
            let on_other =
                || words.on_claim.get(other as usize).iter().filter(|at| walker.standing.stands[**at as usize]);
            let stances: BTreeSet<Stance> = on_other()
                .map(|at| stance(words, *at))
                .filter(|stance| matches!(stance, Stance::Affirms | Stance::Denies))
                .collect();
            let bearings: Vec<Bearing> = stances
                .into_iter()
                .map(|stance| directly(walker.measures, attribute, other, stance, self.claim))
                .collect();
            if bearings.is_empty() || bearings.iter().any(|bearing| SideOf::of(*bearing).is_some()) {
                continue;
            }
            let apart = bearings.iter().find_map(|bearing| match bearing {
                Bearing::NotComparable(axis) => Some(*axis),
                _ => None,
            });
            neither.push(Neither { claim: &dossier.claims()[other as usize].id, apart });
        }
        neither.sort_by_key(|neither| neither.claim);
        neither
    }
}

/// One side, laid out.
fn argument<'e>(side: &Side<'e>, case: &Case<'e>) -> Argument<'e> {
    let assessment = side.assessment;
    let evaluation = assessment.evaluation;
    let walker = evaluation.walker();
    let mut bench = assessment.gathered(&walker);
    bench.graph(&walker, assessment.claim, side.side, Ask::WhetherItCarries, |_, _, _| {});
    let Bench { marks, graph, said, .. } = &mut *bench;
    let telling = Telling { walker, claim: assessment.claim };
    let mut words: Vec<(u32, Word<'e>)> = Vec::new();
    for word in &said[side.side as usize] {
        let mut chains = Vec::new();
        for chain in walker.standing.words.chains_of(word.at) {
            let is_replaced = !walker.chain_stands(word.at, chain);
            let mut links: Vec<Link<'e>> = Vec::new();
            let mut is_over = is_replaced;
            let span = walker.standing.words.chains.span(chain);
            for (link, cited) in span.zip(walker.standing.words.chains.get(chain as usize)) {
                let id = telling.source(*cited);
                if is_over {
                    links.push(Link {
                        cited: id,
                        passage: Passage::Unreached,
                        decided_by: Vec::new(),
                        lacks: Vec::new(),
                    });
                    continue;
                }
                let hop = walker.hop(marks, (assessment.claim, side.side), word, link, *cited, Ask::Why);
                let passage = Passage::of(&hop);
                let decided_by = case.deciding(word, *cited, &hop);
                links.push(Link {
                    cited: id,
                    passage,
                    decided_by: decided_by.iter().map(|at| telling.attribution(*at)).collect(),
                    lacks: if passage == Passage::Unseen { telling.lacks(word, *cited) } else { Vec::new() },
                });
                is_over = passage != Passage::Unseen;
            }
            chains.push(Chain { is_replaced, links });
        }
        let way = telling.way(word);
        words.push((
            word.at,
            Word {
                attribution: telling.attribution(word.at),
                speaker: telling.source(walker.standing.words.speaker[word.at as usize]),
                is_relay: walker.standing.words.voice[word.at as usize] == Voice::Relay,
                way,
                rules: if way == Way::Rules { telling.rules(word.spoken) } else { Vec::new() },
                lacks: telling.lacks(word, walker.standing.words.speaker[word.at as usize]),
                chains,
            },
        ));
    }
    words.sort_by_key(|(at, _)| *at);
    Argument {
        least: side.least(),
        most: side.most(),
        credible: side.credible(),
        authority: side.has_authority(),
        meets_standard: side.meets_standard(),
        chokepoints: side.chokepoints(),
        origins: telling.origins(graph, &said[side.side as usize]),
        words: words.into_iter().map(|(_, word)| word).collect(),
    }
}

/// What is asked of every word while a side is laid out.
struct Telling<'e> {
    walker: Walker<'e>,
    claim: u32,
}

impl<'e> Telling<'e> {
    fn source(&self, at: u32) -> &'e SourceId {
        &self.walker.dossier.sources()[at as usize].id
    }

    fn attribution(&self, at: u32) -> &'e AttributionId {
        &self.walker.dossier.attributions()[at as usize].id
    }

    /// Why a word does not count as credible where it passes this source.
    fn lacks(&self, word: &Said, source: u32) -> Vec<Lack> {
        let manner = self.walker.standing.words.manner[word.at as usize];
        self.lacks_of(manner, word.spoken, source)
    }

    fn lacks_of(&self, manner: Manner, spoken: u32, source: u32) -> Vec<Lack> {
        let standards = self.walker.standards;
        let attributes = [spoken, self.claim].map(|claim| self.walker.topic_of(claim).attribute);
        let fails = |test: Test| !standards.passes(test, source, manner, attributes);
        let grade = match standards.source(source).reliability {
            Reliability::D | Reliability::E => Lack::Unreliable,
            _ => Lack::Ungraded,
        };
        let tests = [(Test::Stated, Lack::Hedged), (Test::Reliable, grade), (Test::Disinterested, Lack::Stake)];
        tests.into_iter().filter(|(test, _)| fails(*test)).map(|(_, lack)| lack).collect()
    }

    /// The origins of a side, by id, with what makes them and what they lack.
    fn origins(&self, graph: &Graph, said: &[Said]) -> Vec<Origin<'e>> {
        let standards = self.walker.standards;
        let spoken: BTreeMap<u32, u32> = said.iter().map(|word| (word.at, word.spoken)).collect();
        let mut gates: BTreeMap<u32, u32> = BTreeMap::new();
        let mut parts: Vec<(usize, u32)> = graph
            .parts
            .iter()
            .enumerate()
            .filter(|(_, part)| part.is_origin())
            .map(|(at, part)| (at, part.source))
            .collect();
        parts.sort_by_key(|(_, source)| *source);
        for (_, source) in &parts {
            gates.entry(standards.feed_gate(*source, Owners::Count)).or_insert(*source);
        }
        let mut feeds: BTreeMap<usize, BTreeSet<(u32, bool)>> = BTreeMap::new();
        for feed in &graph.feeds {
            feeds.entry(feed.part as usize).or_default().insert((feed.word, feed.is_declared));
        }
        let origin = |(at, source): (usize, u32)| {
            let part = &graph.parts[at];
            let feeds = feeds.remove(&at).unwrap_or_default();
            let lacks: Vec<BTreeSet<Lack>> = feeds
                .iter()
                .map(|(word, is_declared)| self.origin_lacks(source, *word, *is_declared, &spoken))
                .collect();
            let is_credible = part.declared_credibly || part.undeclared_credibly;
            let is_anonymous = standards.is_anonymous(source);
            let is_excluded = is_anonymous && !standards.counts(Test::Credible, source, true);
            let mut lacks = lacking(&lacks, is_credible || is_excluded);
            lacks.extend(is_anonymous.then_some(Lack::Anonymous));
            let first = gates.get(&standards.feed_gate(source, Owners::Count)).copied().unwrap_or(source);
            Origin {
                source: self.source(source),
                by: feeds.iter().map(|(word, _)| self.attribution(*word)).collect(),
                is_credible,
                settles: part.settles,
                lacks: lacks.into_iter().collect(),
                counts_with: (first != source).then(|| self.source(first)),
            }
        };
        parts.into_iter().map(origin).collect()
    }

    /// What a word that makes a source an origin lacks there.
    fn origin_lacks(&self, source: u32, word: u32, is_declared: bool, spoken: &BTreeMap<u32, u32>) -> BTreeSet<Lack> {
        let (standards, words) = (self.walker.standards, &self.walker.standing.words);
        let manner = words.manner[word as usize];
        // A stale citation leads to an earlier word, which is judged by the topic of its own claim.
        let claim = spoken.get(&word).copied().unwrap_or(self.walker.dossier.links().claim[word as usize]);
        let mut lacks: BTreeSet<Lack> = self.lacks_of(manner, claim, source).into_iter().collect();
        let settles = manner.against_interest || standards.has_authority(source, self.walker.topic_of(claim));
        let is_own = words.speaker[word as usize] == source;
        let knows = settles || (is_own && manner.basis != Basis::Undeclared);
        lacks.extend((!is_declared).then_some(Lack::Undeclared));
        lacks.extend((standards.is_first_hand_only() && !knows).then_some(Lack::BasisUnknown));
        lacks
    }

    /// How a word comes to bear on the claim.
    fn way(&self, word: &Said) -> Way {
        if word.spoken == self.claim {
            return Way::Itself;
        }
        let [from, to] = [word.spoken, self.claim].map(|claim| self.walker.topic_number(claim));
        if from != to {
            return Way::Rules;
        }
        let times = [word.spoken, self.claim].map(|claim| self.walker.measures.claims[claim as usize].time);
        match lies(attribute_of(self.walker.dossier, to), times[0], times[1]) {
            Lies::Same => Way::Topic,
            _ => Way::OverTime,
        }
    }

    /// The fewest rules that tie the topic of another claim to that of this one.
    fn rules(&self, spoken: u32) -> Vec<&'e Rule> {
        let [from, to] = [spoken, self.claim].map(|claim| &self.walker.dossier.claims()[claim as usize]);
        route::between(self.walker.dossier, from, to)
    }
}

/// What an origin lacks, by what each of the words lacks that make it one: what is common to all; where that does not say why none of them counts, whatever is.
fn lacking(words: &[BTreeSet<Lack>], is_enough: bool) -> BTreeSet<Lack> {
    let Some((first, rest)) = words.split_first() else {
        return BTreeSet::new();
    };
    let common: BTreeSet<Lack> =
        first.iter().copied().filter(|lack| rest.iter().all(|lacks| lacks.contains(lack))).collect();
    let keeps_out = |lack: &Lack| *lack != Lack::Undeclared;
    if is_enough || common.iter().any(keeps_out) {
        return common;
    }
    let mut all: BTreeSet<Lack> = words.iter().flatten().copied().filter(keeps_out).collect();
    if words.iter().any(|lacks| !lacks.iter().any(keeps_out)) {
        all.insert(Lack::NoCredibleWay);
    }
    all.extend(common);
    all
}
