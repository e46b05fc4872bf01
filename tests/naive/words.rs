//! Section 2: words, and which of them stand.

use chrono::{DateTime, Utc};
use corroborate::{Attribution, Basis, Claim, Reliability, Source, SourceId, SourceKind, Stance};

use super::bearing::Bearing;
use super::time::{Desk, is_same_time};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    Own,
    Relay,
    Relayed,
}

/// A word of a source: one that is recorded, or one that another tells of it.
pub(crate) struct Word<'a> {
    pub(crate) entry: &'a Attribution,
    pub(crate) source: &'a Source,
    pub(crate) teller: &'a Source,
    pub(crate) claim: &'a Claim,
    pub(crate) stance: Stance,
    pub(crate) voice: Voice,
    /// Where it comes from: every chain of an own word, the one of a relay, and what is left of it behind a relayed word.
    pub(crate) chains: Vec<Vec<&'a Source>>,
    pub(crate) stands: bool,
}

pub(crate) struct Words<'a> {
    pub(crate) recorded: Vec<Word<'a>>,
    /// Those relayed words that count.
    pub(crate) relayed: Vec<Word<'a>>,
    silent: Vec<(&'a Source, &'a Claim)>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(desk: &Desk<'a>, bearing: &Bearing<'a>) -> Self {
        let mut words = Words { recorded: Vec::new(), relayed: Vec::new(), silent: Vec::new() };
        let mut told = Vec::new();
        for &entry in &desk.known {
            let (Some(stance), Some(claim)) = (entry.says(), &entry.claim) else { continue };
            let claim = desk.dossier.claim(claim).expect("every id resolves");
            let teller = desk.speaker(&entry.source);
            let removed = desk.is_removed(entry);
            if stance == Stance::Silent {
                if !removed {
                    words.silent.push((teller, claim));
                }
                continue;
            }
            let word =
                |source, voice, chains, stands| Word { entry, source, teller, claim, stance, voice, chains, stands };
            let chains = chains(desk, entry);
            if teller.kind.is_medium() && entry.basis == Basis::Undeclared && !chains.is_empty() {
                let relays = chains.iter().map(|chain| word(teller, Voice::Relay, vec![chain.clone()], !removed));
                words.recorded.extend(relays);
            } else {
                words.recorded.push(word(teller, Voice::Own, chains.clone(), !removed));
            }
            for chain in chains.iter().filter(|_| !removed) {
                for (at, link) in chain.iter().enumerate() {
                    told.push(word(link, Voice::Relayed, vec![chain[at + 1..].to_vec()], true));
                }
            }
        }
        told.retain(|word| words.counts(desk, word.source, word.claim, &word.chains[0]));
        words.relayed = told;
        let recorded = words.recorded.iter().map(|word| words.is_superseded(desk, bearing, word)).collect::<Vec<_>>();
        let relayed = words.relayed.iter().map(|word| words.is_superseded(desk, bearing, word)).collect::<Vec<_>>();
        for (word, superseded) in
            words.recorded.iter_mut().chain(&mut words.relayed).zip(recorded.into_iter().chain(relayed))
        {
            word.stands &= !superseded;
        }
        words
    }

    /// Whether what others tell of the source on the claim, as had from those behind it, counts as its word: nothing that is
    /// recorded, of whatever fate, tells what its own word is.
    pub(crate) fn counts(&self, desk: &Desk<'_>, source: &Source, claim: &Claim, behind: &[&Source]) -> bool {
        let tells = |word: &Word<'_>| {
            let is_near = if desk.attribute(claim).many {
                word.claim.id == claim.id
            } else {
                is_one_matter(desk, word.claim, claim)
            };
            let passes_on = behind.last().is_none_or(|end| word.far_end() == Some(&end.id));
            word.source.id == source.id && is_near && (word.voice == Voice::Own || passes_on)
        };
        let is_silent = self.silent.iter().any(|(silent, on)| silent.id == source.id && on.id == claim.id);
        !is_silent && !self.recorded.iter().any(tells)
    }

    fn is_superseded(&self, desk: &Desk<'a>, bearing: &Bearing<'a>, word: &Word<'a>) -> bool {
        let corrected =
            desk.known.iter().any(|later| desk.names(&later.corrects, word.entry) && !desk.is_removed(later));
        let rivals: Vec<&Word<'a>> = match word.voice {
            Voice::Relayed => self.relayed.iter().filter(|other| is_rival(other, word)).collect(),
            Voice::Own | Voice::Relay => self.recorded.iter().filter(|other| is_rival(other, word)).collect(),
        };
        let repeated_by = |then: DateTime<Utc>| {
            let repeats = |rival: &&Word<'a>| rival.claim.id == word.claim.id && rival.stance == word.stance;
            word.voice == Voice::Relayed
                && rivals.iter().filter(|rival| repeats(rival)).any(|rival| rival.date() >= Some(then))
        };
        let beats = |rival: &&Word<'a>| {
            let (Some(later), Some(earlier)) = (rival.date(), word.date()) else { return false };
            later > earlier
                && !desk.is_removed(rival.entry)
                && is_answered(desk, bearing, rival, word)
                && !repeated_by(later)
        };
        corrected || rivals.iter().any(beats)
    }
}

impl Word<'_> {
    pub(crate) fn date(&self) -> Option<DateTime<Utc>> {
        self.entry.published.map(|published| published.known_from())
    }

    /// Whether the word is known no earlier than the other, as far as anybody can tell.
    pub(crate) fn is_no_earlier(&self, other: &Word<'_>) -> bool {
        self.date().zip(other.date()).is_none_or(|(mine, theirs)| mine >= theirs)
    }

    /// At whose door the trail behind the word ends, if there is one.
    fn far_end(&self) -> Option<&SourceId> {
        self.chains.first()?.last().map(|source| &source.id)
    }
}

/// Whether two claims are on one topic at the same time of fact.
pub(crate) fn is_one_matter(desk: &Desk<'_>, a: &Claim, b: &Claim) -> bool {
    let topic = (&a.subject, &a.attribute) == (&b.subject, &b.attribute);
    topic && is_same_time(desk.attribute(a), a.when.as_ref(), b.when.as_ref())
}

fn chains<'a>(desk: &Desk<'a>, entry: &Attribution) -> Vec<Vec<&'a Source>> {
    let chain = |cited: &Vec<_>| {
        let mut links = vec![desk.speaker(&entry.source)];
        links.extend(cited.iter().map(|id| desk.speaker(id)));
        links.dedup_by_key(|source| &source.id);
        links.split_off(1)
    };
    entry.cites.iter().map(chain).filter(|chain| !chain.is_empty()).collect()
}

/// Whether words of these two kinds are such that one can supersede the other.
fn is_rival(a: &Word<'_>, b: &Word<'_>) -> bool {
    a.voice == b.voice
        && a.source.id == b.source.id
        && match a.voice {
            Voice::Own => true,
            Voice::Relay => a.chains[0][0].id == b.chains[0][0].id,
            Voice::Relayed => {
                is_eligible(a.teller)
                    && is_eligible(b.teller)
                    && (!a.source.kind.is_medium() || a.far_end() == b.far_end())
            }
        }
}

fn is_eligible(teller: &Source) -> bool {
    let loose = matches!(teller.kind, SourceKind::Blog | SourceKind::Aggregator | SourceKind::SocialAccount);
    match teller.reliability {
        Reliability::D | Reliability::E => false,
        Reliability::F => !loose,
        _ => true,
    }
}

/// Whether the later word says something that leaves no room for the earlier one.
fn is_answered<'a>(desk: &Desk<'a>, bearing: &Bearing<'a>, later: &Word<'a>, earlier: &Word<'a>) -> bool {
    later.claim.id == earlier.claim.id
        || (is_one_matter(desk, later.claim, earlier.claim)
            && (later.stance == Stance::Doubts || clash(desk, bearing, later, earlier)))
}

/// Whether two words on one matter cannot both be meant.
fn clash<'a>(desk: &Desk<'a>, bearing: &Bearing<'a>, a: &Word<'a>, b: &Word<'a>) -> bool {
    let many = desk.attribute(a.claim).many;
    let (x, y) = (bearing.extent(a.claim), bearing.extent(b.claim));
    bearing.is_comparable(a.claim, b.claim)
        && match (a.stance, b.stance) {
            (Stance::Affirms, Stance::Affirms) => bearing.is_opposed(a.claim, b.claim),
            (Stance::Affirms, Stance::Denies) => x.core.is_subset(&y.wide),
            (Stance::Denies, Stance::Affirms) => y.core.is_subset(&x.wide),
            (Stance::Denies, Stance::Denies) => !many && x.wide.complement().is_disjoint(&y.wide.complement()),
            _ => false,
        }
}
