//! What could be added, apart from new origins: words of authorities, own words, withdrawals.

use std::collections::{BTreeMap, BTreeSet};

use super::remedy::{Addition, Heard, Outcome};
use crate::evaluate::{Assessment, Part, Side, Spoken};
use crate::model::dossier::Dossier;
use crate::model::id::{AttributionId, SourceId};

/// The two sides of a claim, by what is to become of them.
struct Sides<'e> {
    /// The side that is to prevail.
    toward: Side<'e>,
    against: Side<'e>,
}

impl<'e> Sides<'e> {
    fn of(assessment: &Assessment<'e>, toward: Outcome) -> Self {
        let (support, opposition) = (assessment.support(), assessment.opposition());
        match toward {
            Outcome::Confirmed => Self { toward: support, against: opposition },
            Outcome::Refuted => Self { toward: opposition, against: support },
        }
    }
}

/// The additions to be tried, in the order in which they are preferred.
pub(super) struct Candidates {
    pub(super) additions: Vec<Addition>,
    /// The credible origins that the side has, by id.
    pub(super) beyond: Vec<SourceId>,
    /// How many credible origins the other side has: the more there are, the more it takes.
    pub(super) against: u32,
}

impl Candidates {
    pub(super) fn of(assessment: &Assessment<'_>, toward: Outcome) -> Self {
        let sides = Sides::of(assessment, toward);
        let dossier = assessment.evaluation.dossier();
        let (roles, opposed) = (sides.toward.roles(), sides.against.roles());
        let (said, denied) = (sides.toward.ever_said(), sides.against.ever_said());
        let mut additions = authorities(assessment, &roles, &opposed);
        additions.extend(own_words(assessment, &roles, &said, &denied));
        additions.extend(withdrawals(assessment, &opposed, &said, &denied));
        let mut beyond: Vec<u32> = roles.iter().filter(|part| part.declared_credibly).map(|part| part.source).collect();
        beyond.sort_unstable();
        Self {
            additions,
            beyond: beyond.into_iter().map(|at| source(dossier, at)).collect(),
            against: sides.against.credible(),
        }
    }
}

fn source(dossier: &Dossier, at: u32) -> SourceId {
    dossier.sources()[at as usize].id.clone()
}

fn entry(dossier: &Dossier, at: u32) -> AttributionId {
    dossier.attributions()[at as usize].id.clone()
}

/// So many authorities are asked, and no more.
const MOST_AUTHORITIES: usize = 24;

/// Words by speaker.
type BySpeaker<'s> = BTreeMap<u32, Vec<&'s Spoken>>;

fn by_speaker(words: &[Spoken]) -> BySpeaker<'_> {
    let mut spoken = BySpeaker::new();
    for word in words {
        spoken.entry(word.speaker).or_default().push(word);
    }
    spoken
}

/// The words that a source gave in its own voice.
fn in_own_voice<'s>(spoken: &BySpeaker<'s>, source: u32) -> impl Iterator<Item = &'s Spoken> {
    spoken.get(&source).into_iter().flatten().copied().filter(|word| word.is_own_voice)
}

/// Those with authority on the topic who could settle it and have not spoken on the claim, one by one; then somebody yet unknown.
fn authorities(assessment: &Assessment<'_>, roles: &[Part], opposed: &[Part]) -> Vec<Addition> {
    let dossier = assessment.evaluation.dossier();
    let walker = assessment.evaluation.walker();
    let topic = walker.topic_of(assessment.claim);
    let cast: BTreeSet<u32> = roles.iter().chain(opposed).map(|part| part.source).collect();
    let has_spoken = |at: u32| {
        let on_topic = walker.standing.recorded_on(at, walker.topic_number(assessment.claim));
        cast.contains(&at)
            || on_topic.iter().any(|word| word.claim == assessment.claim && walker.standing.stands[word.at as usize])
    };
    let could_settle = |at: u32| {
        let source = walker.standards.source(at);
        source.speaks_for.is_none()
            && !source.anonymous
            && walker.standards.has_authority(at, topic)
            && walker.standards.is_usable(at)
            && !walker.standards.has_stake(at, [topic.attribute; 2])
    };
    let known =
        (0..).take(dossier.sources().len()).filter(|at| could_settle(*at) && !has_spoken(*at)).take(MOST_AUTHORITIES);
    let known = known.map(|at| vec![source(dossier, at)]);
    known.chain([Vec::new()]).map(|one_of| Addition::Authority { one_of }).collect()
}

/// Origins of the side whose own word is not a credible one yet; who speaks for itself comes before media.
fn own_words(assessment: &Assessment<'_>, roles: &[Part], said: &[Spoken], denied: &[Spoken]) -> Vec<Addition> {
    let dossier = assessment.evaluation.dossier();
    let claim = &assessment.claim().id;
    let is_on_claim = |word: &Spoken| dossier.attributions()[word.at as usize].claim.as_ref() == Some(claim);
    let walker = assessment.evaluation.walker();
    let topic = walker.topic_of(assessment.claim);
    let (said, denied) = (by_speaker(said), by_speaker(denied));
    // An outright word can be credible, or put an end to one on the other side. Who has no name cannot be asked.
    let would_count = |part: &&Part| {
        let is_known = !walker.standards.source(part.source).anonymous;
        let is_disinterested = !walker.standards.has_stake(part.source, [topic.attribute; 2]);
        let contradicts_itself = || in_own_voice(&denied, part.source).next().is_some();
        is_known && ((walker.standards.is_usable(part.source) && is_disinterested) || contradicts_itself())
    };
    let mut speaking: Vec<&Part> = roles
        .iter()
        .filter(would_count)
        .filter(|part| part.is_origin() && !(part.declared_credibly && part.reports_credibly))
        .collect();
    speaking.sort_by_key(|part| (is_medium(dossier, part.source), part.source));
    let own_word = |part: &Part| {
        let heard = if !in_own_voice(&said, part.source).any(|word| word.stands) {
            Heard::ThroughOthers
        } else if part.undeclared && !part.declared {
            Heard::Undeclared
        } else {
            Heard::Hedging
        };
        let mut replaced: Vec<u32> =
            in_own_voice(&said, part.source).filter(|word| is_on_claim(word)).map(|word| word.at).collect();
        replaced.extend(in_own_voice(&denied, part.source).map(|word| word.at));
        replaced.sort_unstable();
        let corrects = replaced.into_iter().map(|at| entry(dossier, at)).collect();
        Addition::OwnWord { source: source(dossier, part.source), heard, corrects }
    };
    speaking.into_iter().map(own_word).collect()
}

fn is_medium(dossier: &Dossier, at: u32) -> bool {
    dossier.sources()[at as usize].kind.is_medium()
}

/// Those on the other side with something to take back: first those on whom something credible rests, origins before those who pass on.
fn withdrawals(assessment: &Assessment<'_>, opposed: &[Part], said: &[Spoken], denied: &[Spoken]) -> Vec<Addition> {
    let dossier = assessment.evaluation.dossier();
    let words = &assessment.evaluation.walker().standing.words;
    let mut own: BTreeMap<u32, Vec<AttributionId>> = BTreeMap::new();
    let mut citing: BTreeMap<u32, Vec<AttributionId>> = BTreeMap::new();
    for word in denied {
        own.entry(word.speaker).or_default().push(entry(dossier, word.at));
        let mut cited: Vec<u32> =
            words.chains_of(word.at).flat_map(|chain| words.chains.get(chain as usize)).copied().collect();
        cited.sort_unstable();
        cited.dedup();
        for source in cited {
            citing.entry(source).or_default().push(entry(dossier, word.at));
        }
    }
    let hiding: BTreeSet<u32> = said.iter().filter(|word| !word.stands).map(|word| word.speaker).collect();
    // Who adds nothing credible there, and hides no word on this side under a later one, changes nothing by going.
    let matters = |part: &&Part| {
        let is_credible = part.declared_credibly || part.undeclared_credibly || part.reports_credibly;
        let is_between = !part.reports && !part.is_origin();
        let is_known = !dossier.sources()[part.source as usize].anonymous;
        is_known && (is_credible || is_between || hiding.contains(&part.source))
    };
    let mut parts: Vec<&Part> = opposed.iter().filter(matters).collect();
    parts.sort_by_key(|part| {
        let is_origin = part.declared_credibly || part.undeclared_credibly;
        (!is_origin, !part.reports_credibly, is_medium(dossier, part.source), part.source)
    });
    let withdrawal = |part: &Part| {
        let retracts = own.get(&part.source).cloned().unwrap_or_default();
        let mut disowns = citing.get(&part.source).cloned().unwrap_or_default();
        disowns.retain(|id| !retracts.contains(id));
        (!(retracts.is_empty() && disowns.is_empty())).then(|| Addition::Withdrawal {
            source: source(dossier, part.source),
            retracts,
            disowns,
        })
    };
    parts.into_iter().filter_map(withdrawal).collect()
}
