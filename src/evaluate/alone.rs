//! One claim judged alone: what the evaluation would say of it, without judging all others.

use super::Evaluator;
use super::evaluation::Evaluation;
use super::judge::{self, Bench, is_opposed};
use super::verdict::Verdict;
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;

/// Whether claims that oppose the one judged, and would be confirmed beside it, count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rivals {
    Heeded,
    /// To be heeded later, because it takes a look at all of them.
    Ignored,
}

/// The verdict on one claim; `None` where the dossier lacks it. Of other claims only rivals are judged.
pub(super) fn verdict(dossier: &Dossier, evaluator: &Evaluator, id: &ClaimId, rivals: Rivals) -> Option<Verdict> {
    let claim = dossier.claim_number(id)?;
    let evaluation = Evaluation::prepared(dossier, evaluator);
    let walker = evaluation.walker();
    let cluster = *walker.moves.cluster.get(walker.topic_number(claim) as usize)? as usize;
    let groups = judge::groups(&walker, cluster);
    let mut bench = Bench::new(&walker);
    let mut of = |claim: u32| bench.judge(&walker, &evaluator.policy, &groups, claim).verdict;
    let own = of(claim);
    let mut others = walker.moves.claims.get(cluster).iter().copied();
    let is_rival = |other: u32| other != claim && is_opposed(&walker, claim, other) && of(other) == Verdict::Confirmed;
    // Claims that oppose each other and were all confirmed are all contradicted.
    let is_heeded = rivals == Rivals::Heeded && own == Verdict::Confirmed;
    let is_contradicted = is_heeded && others.any(is_rival);
    Some(if is_contradicted { Verdict::Contradicted } else { own })
}
