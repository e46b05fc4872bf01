//! Confidence: how much weighed evidence stands behind a claim, less what stands against it. Beside the verdict, never in it.

use std::cmp::Ordering;
use std::fmt;

use super::evaluation::{Assessment, Evaluation};
use super::hop::{Ask, Walker};
use super::judge::{self, Bench, Group};
use super::provenance::SideOf;
use super::verdict::Verdict;
use super::weighing::{Cap, Scales};
use crate::model::claim::Claim;
use crate::model::id::SourceId;
use crate::model::odds::LogOdds;
use crate::model::probability::Probability;
use crate::model::scales::{Credibility, StixConfidence};

/// How much the recorded evidence weighs for a claim and against it: a number to rank by, and to put into the words of a standard scale. The verdict never depends on it.
///
/// Evidence is a flow like the count of independent origins, in log-odds: every source lets as much through as its Admiralty letter weighs by the policy's
/// [`Weights`](crate::Weights), scaled by its hedge. A copy adds nothing, an independent origin adds its weight, and a path carries no more than its weakest part.
/// `docs/confidence.md` says what the number means, and what it does not.
///
/// Confidences are equal, and ordered, by their [log-odds](Self::log_odds).
///
/// ```
/// use corroborate::{Attribute, Attribution, Certainty, Claim, Dossier, Evaluator, Reliability, Source, SourceKind, ValueKind};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government).reliability(Reliability::B))
///     .source(Source::new("army", "The army").kind(SourceKind::Military).reliability(Reliability::C))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
///     .attribution(Attribution::new("a1", "ministry", "burst"))
///     .attribution(Attribution::new("a2", "army", "burst").certainty(Certainty::Probable))
///     .build()?;
/// let evaluation = Evaluator::default().evaluate(&dossier);
/// let confidence = evaluation.confidences().next().unwrap();
/// // The ministry's 0.85, and three quarters of the army's 0.7.
/// assert_eq!(confidence.log_odds().to_string(), "2.370073");
/// assert_eq!(confidence.probability().to_string(), "0.914517");
/// assert_eq!(confidence.support().capped_by().len(), 2);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Clone, Copy)]
pub struct Confidence<'e> {
    assessment: Assessment<'e>,
    sides: [LogOdds; 2],
}

impl<'e> Confidence<'e> {
    /// The claim.
    #[must_use]
    pub fn claim(&self) -> &'e Claim {
        self.assessment.claim()
    }

    /// The judgement of the claim.
    #[must_use]
    pub fn assessment(&self) -> Assessment<'e> {
        self.assessment
    }

    /// The evidence for the claim.
    #[must_use]
    pub fn support(&self) -> Evidence<'e> {
        self.side(SideOf::Support)
    }

    /// The evidence against it.
    #[must_use]
    pub fn opposition(&self) -> Evidence<'e> {
        self.side(SideOf::Opposition)
    }

    fn side(&self, side: SideOf) -> Evidence<'e> {
        Evidence { assessment: self.assessment, side, log_odds: self.sides[side as usize] }
    }

    /// Support less opposition: what is compared and ranked.
    #[must_use]
    pub fn log_odds(&self) -> LogOdds {
        let [support, opposition] = self.sides.map(LogOdds::millionths);
        LogOdds::new(support - opposition)
    }

    /// The same as a probability, to the nearest millionth, above 0 and below 1: 1 ÷ (1 + e^−x) of the log-odds x. Even odds give 0.5.
    #[must_use]
    pub fn probability(&self) -> Probability {
        self.log_odds().probability()
    }

    /// The same in whole per cent, from 1 to 99, as the confidence of a STIX 2.1 record; none where the claim [rests on no evidence](Self::rests_on_evidence). Never 0 or 100: one of
    /// the scales of STIX reads those as impossible and certain.
    #[must_use]
    pub fn stix(&self) -> Option<StixConfidence> {
        let percent = self.probability().whole_percent().clamp(1, 99);
        StixConfidence::new(percent).ok().filter(|_| self.rests_on_evidence())
    }

    /// The digit of the Admiralty code for the claim as a piece of information. The code puts no number to a digit, so how it follows is our own rule:
    ///
    /// - `1` for a claim whose verdict is confirmed, and for no other;
    /// - `6` where there is [no evidence of any weight](Self::rests_on_evidence) on either side: nobody is on record, it was withdrawn, or only sources graded unreliable speak of it;
    /// - else by the Admiralty table of STIX 2.1 (`2` from 60, `3` from 40, `4` from 20, `5` below), from the probability in whole per cent, of which 80 and more is a `2` as well.
    #[must_use]
    pub fn credibility(&self) -> Credibility {
        if self.assessment.verdict() == Verdict::Confirmed {
            return Credibility::Confirmed;
        }
        Credibility::of_stix(self.stix()).max(Credibility::ProbablyTrue)
    }

    /// Whether there is evidence of any weight, on either side. Where there is none, the even odds say that nothing is known, not that chances are even.
    #[must_use]
    pub fn rests_on_evidence(&self) -> bool {
        self.sides.iter().any(|side| *side > LogOdds::EVEN)
    }
}

impl PartialEq for Confidence<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.log_odds() == other.log_odds()
    }
}

impl Eq for Confidence<'_> {}

impl PartialOrd for Confidence<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Confidence<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.log_odds().cmp(&other.log_odds())
    }
}

impl fmt::Debug for Confidence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Confidence")
            .field("claim", &self.claim().id)
            .field("support", &self.sides[0])
            .field("opposition", &self.sides[1])
            .finish()
    }
}

/// The weighed evidence of one side of a claim.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'e> {
    assessment: Assessment<'e>,
    side: SideOf,
    log_odds: LogOdds,
}

impl<'e> Evidence<'e> {
    /// How much it weighs; never below nought.
    #[must_use]
    pub fn log_odds(&self) -> LogOdds {
        self.log_odds
    }

    /// Where more cannot get through: the minimum cut nearest the origins, by source ids. What its parts let through adds up to the [log-odds](Self::log_odds).
    ///
    /// To raise the evidence of this side, another way past one of these is needed. O(words of the tied topics), and a maximum flow.
    #[must_use]
    pub fn capped_by(&self) -> Vec<Bottleneck<'e>> {
        let evaluation = self.assessment.evaluation;
        let walker = evaluation.walker();
        let mut bench = self.assessment.gathered(&walker);
        bench.graph(&walker, self.assessment.claim, self.side, Ask::WhetherItCarries, |_, _, _| {});
        let caps = Scales::of(evaluation.policy()).caps(&walker, &bench.graph);
        let sources = evaluation.dossier().sources();
        let named = |(by, lets_through): Cap| Bottleneck {
            sources: by.iter().map(|at| &sources[*at as usize].id).collect(),
            lets_through: log_odds(lets_through),
        };
        caps.into_iter().map(named).collect()
    }
}

/// What the evidence of a side must pass, and how much gets past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck<'e> {
    /// The source; the owner, for all that it owns; or the sources that count as one, which are anonymous ones of one description, or all that leave their origin undeclared.
    pub sources: Vec<&'e SourceId>,
    /// What it lets through; nothing, where it is graded unreliable.
    pub lets_through: LogOdds,
}

fn log_odds(weight: u64) -> LogOdds {
    LogOdds::new(i64::try_from(weight).unwrap_or(i64::MAX))
}

impl<'e> Assessment<'e> {
    /// How much the evidence for and against the claim weighs; O(words of the tied topics). For all claims at once, ask the [evaluation](Evaluation::confidences).
    #[must_use]
    pub fn confidence(&self) -> Confidence<'e> {
        let walker = self.evaluation.walker();
        let mut bench = self.gathered(&walker);
        let mut scales = Scales::of(self.evaluation.policy());
        Confidence { assessment: *self, sides: weigh(self, &walker, &mut bench, &mut scales) }
    }
}

impl Evaluation<'_> {
    /// The confidence in every claim, by id, all worked out at the call.
    ///
    /// Takes O(n log n) for n entries whose topics are small. Every claim is weighed against all words of its topic and of those that rules tie to it: on one topic of very many
    /// claims that is as many steps as claims times words.
    pub fn confidences(&self) -> impl ExactSizeIterator<Item = Confidence<'_>> {
        let walker = self.walker();
        let mut bench = self.lend(&walker);
        let mut scales = Scales::of(self.policy());
        let mut weighed = vec![[LogOdds::EVEN; 2]; self.assessments().len()];
        for cluster in 0..self.clusters().len() {
            let groups: Vec<Group<'_>> = judge::groups(&walker, cluster);
            for claim in self.clusters().get(cluster) {
                let assessment = self.assessment_at(*claim);
                if assessment.carries() {
                    bench.gather(&walker, &groups, *claim);
                    weighed[*claim as usize] = weigh(&assessment, &walker, &mut bench, &mut scales);
                }
            }
        }
        self.assessments().zip(weighed).map(|(assessment, sides)| Confidence { assessment, sides })
    }
}

/// Weighs both sides of a claim whose words have been gathered.
fn weigh(assessment: &Assessment<'_>, walker: &Walker<'_>, bench: &mut Bench, scales: &mut Scales) -> [LogOdds; 2] {
    SideOf::BOTH.map(|side| {
        // What nothing reaches weighs nothing.
        if assessment.judged.sides[side as usize].most == 0 {
            return LogOdds::EVEN;
        }
        bench.graph(walker, assessment.claim, side, Ask::WhetherItCarries, |_, _, _| {});
        log_odds(scales.evidence(walker, &bench.graph))
    })
}
