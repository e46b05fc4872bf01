//! Grounds: the entries that a verdict rests on. Keep these alone, and the verdict is the same (sufficiency).

use std::collections::BTreeSet;

use super::compare::Bearing;
use super::evaluation::Assessment;
use super::findings::Case;
use super::hop::{Hop, Walker};
use super::judge::{self, is_opposed};
use super::provenance::{Said, SideOf};
use super::standing::stance;
use super::verdict::{History, Verdict, meets_standard, verdict};
use crate::model::attribution::Stance;
use crate::model::id::AttributionId;

impl<'e> Assessment<'e> {
    /// The attributions that the verdict rests on, by id: what stands on either side, what decided of every citation whether it carries, and where nothing carries any more, what
    /// fell and what felled it. A dossier with these attributions alone gives the claim the same verdict.
    #[must_use]
    pub fn rests_on(&self) -> Vec<&'e AttributionId> {
        let mut grounds = self.grounds();
        if let Some(opposed) = self.settled_by() {
            for claim in opposed {
                let judged = &self.evaluation.judged[claim as usize];
                grounds.extend(Assessment { evaluation: self.evaluation, judged, claim }.grounds());
            }
        }
        let attributions = self.evaluation.dossier().attributions();
        grounds.iter().map(|at| &attributions[*at as usize].id).collect()
    }

    /// Where the claim alone would be confirmed, but another that it opposes would be too: those others.
    pub(crate) fn settled_by(&self) -> Option<Vec<u32>> {
        let [support, opposition] = &self.judged.sides;
        let policy = self.evaluation.policy();
        let history = History { was_affirmed: true, was_withdrawn: false };
        let is_settled = self.verdict() == Verdict::Contradicted
            && meets_standard(policy, support)
            && verdict(policy, support, opposition, history) == Verdict::Confirmed;
        if !is_settled {
            return None;
        }
        let walker = self.evaluation.walker();
        let cluster = walker.moves.cluster[walker.topic_number(self.claim) as usize];
        let others = walker.moves.claims.get(cluster as usize).iter().copied();
        Some(others.filter(|other| *other != self.claim && is_opposed(&walker, self.claim, *other)).collect())
    }

    fn grounds(&self) -> BTreeSet<u32> {
        let case = Case::of(*self);
        let mut grounds: BTreeSet<u32> =
            SideOf::BOTH.iter().flat_map(|side| case.said(*side)).map(|said| said.at).collect();
        for (word, cited, hop) in &case.hops {
            grounds.extend(case.deciding(word, *cited, hop));
            if matches!(hop, Hop::Withdrew | Hop::Weaker { .. } | Hop::Misattributed) {
                grounds.extend(said_by(&case.walker, (word, self.claim), *cited));
            }
        }
        if self.judged.sides[0].most == 0 {
            grounds.extend(fallen(&case.walker, self.claim));
        }
        // A word that fell falls again only if what felled it is kept too.
        let mut waiting: Vec<u32> = grounds.iter().copied().collect();
        while let Some(at) = waiting.pop() {
            let references = &case.walker.standing.words.reach.references;
            let mut felling: Vec<u32> = references.iter().filter(|r| r.to == at).map(|r| r.from).collect();
            if case.walker.standing.words.is_word(at) && case.walker.standing.fell(at) {
                felling.extend(case.replacing(at));
            }
            waiting.extend(felling.into_iter().filter(|other| grounds.insert(*other)));
        }
        grounds
    }
}

/// All that keeps a broken link from carrying as unseen: what the cited source said on either topic or that bears on the claim, is said to have said, or did not say.
fn said_by(walker: &Walker<'_>, (word, claim): (&Said, u32), cited: u32) -> BTreeSet<u32> {
    let words = &walker.standing.words;
    let topics = [word.spoken, claim].map(|claim| walker.topic_number(claim));
    let matters = |said: u32, stance: Stance| {
        topics.contains(&walker.topic_number(said)) || SideOf::of(walker.bearing((said, stance), claim)).is_some()
    };
    let recorded = walker.recorded_near(cited, claim).filter(|r| matters(r.claim, stance(words, r.at))).map(|r| r.at);
    let mut said: BTreeSet<u32> = recorded.chain(words.silent_on(cited, word.spoken)).collect();
    for item in walker.told_near(cited, claim).filter(|item| matters(item.claim, item.stance)) {
        let cites = |at: &&u32| words.chains_of(**at).any(|chain| words.chains.get(chain as usize).contains(&cited));
        said.extend(words.on_claim.get(item.claim as usize).iter().filter(cites));
    }
    said
}

/// The words that bore support and no longer stand.
pub(crate) fn fallen(walker: &Walker<'_>, claim: u32) -> Vec<u32> {
    let cluster = walker.moves.cluster[walker.topic_number(claim) as usize];
    let mut fallen = Vec::new();
    for group in judge::groups(walker, cluster as usize) {
        if walker.bearing((group.claim, group.stance), claim) == Bearing::Supports {
            let words = walker.standing.words.on_claim.get(group.claim as usize).iter().copied();
            let of_stance = words.filter(|at| stance(&walker.standing.words, *at) == group.stance);
            fallen.extend(of_stance.filter(|at| !walker.standing.stands[*at as usize]));
        }
    }
    fallen
}
