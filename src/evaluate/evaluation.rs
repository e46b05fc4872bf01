//! The evaluation: a verdict for every claim, and on demand everything that it rests on.

use std::fmt;
use std::ops::Range;

use super::Evaluator;
use super::conflict::Conflict;
use super::hop::{Ask, Walker};
use super::independence::Tally;
use super::judge::{self, Bench, Judged};
use super::lent::{Lent, Spare};
use super::measure::Measures;
use super::moves::Moves;
use super::provenance::SideOf;
use super::standards::{Standards, Test};
use super::standing::Standing;
use super::sums;
use super::verdict::{Verdict, meets_standard};
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::id::{AttributionId, ClaimId, SourceId};
use crate::model::links::{Lists, index};
use crate::model::moment::Moment;
use crate::model::policy::Policy;

/// A dossier, judged.
///
/// Verdicts and counts are held; what they rest on, and what is wrong, is worked out from the same entries when it is asked for, so that a large dossier costs no
/// more than its verdicts.
pub struct Evaluation<'d> {
    dossier: &'d Dossier,
    evaluator: Evaluator,
    measures: Measures,
    moves: Moves,
    standing: Standing<'d>,
    standards: Standards<'d>,
    pub(crate) judged: Vec<Judged>,
    pub(crate) sums: Vec<Conflict>,
    spare: Spare,
}

impl<'d> Evaluation<'d> {
    /// All that judging needs, with no claim judged yet.
    pub(super) fn prepared(dossier: &'d Dossier, evaluator: &Evaluator) -> Self {
        let Evaluator { policy, as_of, crew } = evaluator;
        let measures = Measures::of(dossier, &policy.tolerance, *crew);
        let moves = Moves::of(dossier, &measures, policy);
        let standing = Standing::of(dossier, &measures, *as_of, *crew);
        let standards = Standards::of(dossier, policy);
        Self {
            dossier,
            evaluator: evaluator.clone(),
            measures,
            moves,
            standing,
            standards,
            judged: Vec::new(),
            sums: Vec::new(),
            spare: Spare::default(),
        }
    }

    pub(crate) fn of(dossier: &'d Dossier, evaluator: &Evaluator) -> Self {
        let mut evaluation = Self::prepared(dossier, evaluator);
        evaluation.judged = evaluation.judge();
        evaluation.sums = sums::broken(&evaluation);
        evaluation
    }

    /// The same of claims that have been judged already.
    pub(super) fn held(dossier: &'d Dossier, evaluator: &Evaluator, judged: Vec<Judged>) -> Self {
        let mut evaluation = Self { judged, ..Self::prepared(dossier, evaluator) };
        evaluation.sums = sums::broken(&evaluation);
        evaluation
    }

    /// Judges every claim.
    fn judge(&self) -> Vec<Judged> {
        let walker = self.walker();
        let claims = &walker.moves.claims;
        let judge = |clusters: Range<usize>| {
            let mut bench = self.lend(&walker);
            let mut done = Vec::with_capacity(clusters.clone().map(|cluster| claims.get(cluster).len()).sum());
            for cluster in clusters {
                judge::cluster(&walker, &self.evaluator.policy, &mut bench, cluster, |claim, judged| {
                    done.push((claim, judged));
                });
            }
            done
        };
        let mut judged = Vec::new();
        self.evaluator.crew.each(judge::jobs(&walker, self.evaluator.crew), judge, |done| {
            // Not before the first job, which is the largest, has given back the room that it took.
            judged.resize(self.dossier.claims().len(), Judged::blank());
            for (claim, judgement) in done {
                judged[claim as usize] = judgement;
            }
        });
        judged
    }

    pub(crate) fn walker(&self) -> Walker<'_> {
        Walker {
            dossier: self.dossier,
            measures: &self.measures,
            moves: &self.moves,
            standing: &self.standing,
            standards: &self.standards,
            test: Test::Credible,
        }
    }

    /// The evaluator that it was judged by.
    pub(crate) fn evaluator(&self) -> Evaluator {
        self.evaluator.clone()
    }

    /// Room to work in.
    pub(crate) fn lend(&self, walker: &Walker<'_>) -> Lent<'_> {
        self.spare.lend(walker)
    }

    /// The claims of each cluster: topics that rules of one premise tie together.
    pub(crate) const fn clusters(&self) -> &Lists {
        &self.moves.claims
    }

    pub(crate) fn tally(&self, claim: u32, side: SideOf) -> &Tally {
        &self.judged[claim as usize].sides[side as usize]
    }

    /// The dossier that was judged.
    #[must_use]
    pub fn dossier(&self) -> &'d Dossier {
        self.dossier
    }

    /// The policy that it was judged by.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.evaluator.policy
    }

    /// The moment as of which it was judged.
    #[must_use]
    pub fn as_of(&self) -> Option<Moment> {
        self.evaluator.as_of
    }

    /// The judgement of every claim, by id.
    pub fn assessments(&self) -> impl ExactSizeIterator<Item = Assessment<'_>> {
        self.judged.iter().enumerate().map(|(at, judged)| Assessment { evaluation: self, judged, claim: index(at) })
    }

    /// The judgement of a claim by its number.
    pub(crate) fn assessment_at(&self, claim: u32) -> Assessment<'_> {
        Assessment { evaluation: self, judged: &self.judged[claim as usize], claim }
    }

    /// The judgement of one claim; O(log n).
    #[must_use]
    pub fn assessment(&self, id: &ClaimId) -> Option<Assessment<'_>> {
        let claim = self.dossier.claims().binary_search_by(|claim| claim.id.cmp(id)).ok()?;
        let judged = self.judged.get(claim)?;
        Some(Assessment { evaluation: self, judged, claim: u32::try_from(claim).ok()? })
    }
}

impl fmt::Debug for Evaluation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.assessments().map(|a| (&a.claim().id, a.verdict()))).finish()
    }
}

/// The judgement of one claim.
#[derive(Clone, Copy)]
pub struct Assessment<'e> {
    pub(crate) evaluation: &'e Evaluation<'e>,
    pub(crate) judged: &'e Judged,
    pub(crate) claim: u32,
}

impl<'e> Assessment<'e> {
    /// The claim.
    #[must_use]
    pub fn claim(&self) -> &'e Claim {
        &self.evaluation.dossier.claims()[self.claim as usize]
    }

    /// The verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.judged.verdict
    }

    /// Whether the claim must not be stated as fact.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.verdict().is_flagged()
    }

    /// The verdict and the counts, without what they rest on.
    pub(crate) const fn judged(&self) -> Judged {
        *self.judged
    }

    /// Whether anything carries, on either side.
    pub(crate) fn carries(&self) -> bool {
        self.judged.sides.iter().any(|side| side.most > 0)
    }

    /// What stands for it.
    #[must_use]
    pub fn support(&self) -> Side<'e> {
        Side { assessment: *self, side: SideOf::Support }
    }

    /// What stands against it.
    #[must_use]
    pub fn opposition(&self) -> Side<'e> {
        Side { assessment: *self, side: SideOf::Opposition }
    }
}

impl fmt::Debug for Assessment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Assessment")
            .field("claim", &self.claim().id)
            .field("verdict", &self.verdict())
            .field("support", &self.judged.sides[0])
            .field("opposition", &self.judged.sides[1])
            .finish()
    }
}

/// One side of a claim: what stands for it, or against it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'e> {
    pub(crate) assessment: Assessment<'e>,
    pub(crate) side: SideOf,
}

impl<'e> Side<'e> {
    fn tally(&self) -> &'e Tally {
        &self.assessment.judged.sides[self.side as usize]
    }

    /// Independent origins at the least: undeclared ones count only where no declared one carries, and then as one.
    #[must_use]
    pub fn least(&self) -> u32 {
        self.tally().least
    }

    /// Independent origins at the most: every undeclared one is kept apart.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.tally().most
    }

    /// Credible independent origins; what the verdict counts.
    #[must_use]
    pub fn credible(&self) -> u32 {
        self.tally().credible
    }

    /// Whether it rests on an authority on the topic, or on an admission against interest.
    #[must_use]
    pub fn has_authority(&self) -> bool {
        self.tally().has_authority
    }

    /// Whether it meets the policy's standard.
    #[must_use]
    pub fn meets_standard(&self) -> bool {
        meets_standard(self.assessment.evaluation.policy(), self.tally())
    }

    /// The origins that carry, by id; O(words of the tied topics).
    #[must_use]
    pub fn origins(&self) -> Vec<&'e SourceId> {
        self.with_graph(|_, bench| bench.graph.parts.iter().filter(|p| p.is_origin()).map(|p| p.source).collect())
    }

    /// The sources that everything on this side must pass: the least cut, nearest the origins, by id. As many as [`least`](Self::least); none where several
    /// undeclared origins count as one.
    #[must_use]
    pub fn chokepoints(&self) -> Vec<&'e SourceId> {
        self.with_graph(|walker, bench| {
            let Bench { counter, graph, .. } = bench;
            if graph.parts.is_empty() { Vec::new() } else { counter.chokepoints(walker.standards, graph) }
        })
    }

    /// The recorded attributions that stand on this side, by id.
    #[must_use]
    pub fn attributions(&self) -> Vec<&'e AttributionId> {
        let evaluation = self.assessment.evaluation;
        let walker = evaluation.walker();
        let mut bench = self.assessment.gathered(&walker);
        let said = std::mem::take(&mut bench.said[self.side as usize]);
        let mut numbers: Vec<u32> = said.iter().map(|said| said.at).collect();
        numbers.sort_unstable();
        numbers.iter().map(|at| &evaluation.dossier.attributions()[*at as usize].id).collect()
    }

    fn with_graph(&self, ask: impl FnOnce(&Walker<'_>, &mut Bench) -> Vec<u32>) -> Vec<&'e SourceId> {
        let evaluation = self.assessment.evaluation;
        let walker = evaluation.walker();
        let mut bench = self.assessment.gathered(&walker);
        bench.graph(&walker, self.assessment.claim, self.side, Ask::WhetherItCarries, |_, _, _| {});
        let mut sources = ask(&walker, &mut bench);
        sources.sort_unstable();
        sources.iter().map(|at| &evaluation.dossier.sources()[*at as usize].id).collect()
    }
}

impl<'e> Assessment<'e> {
    /// The words that bear on the claim.
    pub(crate) fn gathered(&self, walker: &Walker<'_>) -> Lent<'e> {
        let cluster = walker.moves.cluster[walker.topic_number(self.claim) as usize];
        let groups = judge::groups(walker, cluster as usize);
        let mut bench = self.evaluation.lend(walker);
        bench.gather(walker, &groups, self.claim);
        bench
    }
}
