//! The strongest statements: what could be stated as fact of a topic, whether or not somebody put it as a claim.

mod candidates;

use std::collections::BTreeMap;

use super::topic::Topic;
use crate::evaluate::Verdict;
use crate::model::attribute::OverTime;
use crate::model::claim::Claim;
use crate::model::edtf::Edtf;
use crate::model::id::ClaimId;
use crate::model::quantity::Quantity;
use crate::model::region::Region;
use crate::model::unit::Unit;
use crate::model::value::{Extent, Tolerance, Value};
use candidates::{Ends, Said};

/// A proposition about a topic that is `Confirmed`, or would be if it were a claim of the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statement {
    /// The value.
    pub value: Value,
    /// Its unit, where it is not the attribute's.
    pub unit: Option<String>,
    /// The time that it is about.
    pub when: Option<Edtf>,
    /// The claim of the dossier that says this, where there is one.
    pub claim: Option<ClaimId>,
    /// Credible independent origins behind it.
    pub credible: u32,
    /// Whether it rests on an authority.
    pub has_authority: bool,
    /// Whether it rests on a figure that is itself approximate: `at least 10,000`, where who counts says `about 10,000`.
    pub is_rough: bool,
}

/// A statement and the sets that its value means.
struct Measured {
    statement: Statement,
    extent: Extent,
}

impl Measured {
    /// Whether it says all that the other says, and more, or the same.
    fn is_no_weaker(&self, other: &Self) -> bool {
        self.extent.core.is_subset(&other.extent.core) && self.extent.wide.is_subset(&other.extent.wide)
    }
}

impl<'e> Topic<'e> {
    /// The strongest statements about one time of fact: those confirmed propositions that no other confirmed one says more than, claims of the dossier
    /// before others, and whole values before bounds from below before bounds from above. None where nothing can be stated as fact.
    ///
    /// Candidates are what the claims that are held say, their bounds from below ("at least") and above ("at most"), and for quantities and dates the spans between a
    /// confirmed bound from below and one from above, sixteen of each at most. All are judged together, as claims that nobody speaks of: those that
    /// exclude each other take each other out, as claims do. `when` plays no part where the attribute is fixed.
    ///
    /// Takes one or two evaluations of the part of the dossier that is judged together with the topic.
    ///
    /// ```
    /// use corroborate::{
    ///     Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Quantity, Reliability, Source, SourceKind, Value, ValueKind,
    /// };
    /// let official = |id: &str| Source::new(id, id).kind(SourceKind::Government).reliability(Reliability::B);
    /// let figure = |n: i64| Value::from(Quantity::Exactly(n.into()));
    /// let dossier = Dossier::builder("Troops")
    ///     .source(official("seoul"))
    ///     .source(official("kyiv"))
    ///     .attribute(Attribute::new("sent", ValueKind::Quantity))
    ///     .claim(Claim::new("low", "10,000 were sent", "troops", "sent", figure(10_000)))
    ///     .claim(Claim::new("high", "12,000 were sent", "troops", "sent", figure(12_000)))
    ///     .attribution(Attribution::new("a", "seoul", "low"))
    ///     .attribution(Attribution::new("b", "kyiv", "high"))
    ///     .build()?;
    /// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    /// let topic = evaluation.topics().next().unwrap();
    /// let values: Vec<Value> = topic.strongest(None).into_iter().map(|statement| statement.value).collect();
    /// assert_eq!(values, [Value::from(Quantity::Between(10_000.into(), 12_000.into()))]);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn strongest(&self, when: Option<&Edtf>) -> Vec<Statement> {
        let held: Vec<&Claim> = self.held();
        let when = if self.attribute().over_time == OverTime::Fixed { None } else { when };
        let mut ends = Ends::of(self.attribute(), &held);
        let mut confirmed = self.confirmed(ends.alone(), when);
        let spans = ends.spans(confirmed.iter().map(|measured| said(&measured.statement)));
        if !spans.is_empty() {
            confirmed = self.confirmed(ends.alone().into_iter().chain(spans).collect(), when);
        }
        let mut strongest = strongest(confirmed);
        strongest.sort_by_key(|found| (found.statement.claim.is_none(), candidates::bounds(&found.statement.value)));
        let rough = |found: Measured| {
            let is_rough = self.is_rough(&found.statement.value, &found.extent, &held);
            Statement { is_rough, ..found.statement }
        };
        strongest.into_iter().map(rough).collect()
    }

    /// Those of some candidates, and of the claims about that time, that are confirmed when judged together.
    fn confirmed(&self, candidates: Vec<Said>, when: Option<&Edtf>) -> Vec<Measured> {
        let evaluation = self.evaluation();
        let Some(first) = self.numbers().first() else {
            return Vec::new();
        };
        let own = self.own(when);
        let is_new = |said: &&Said| !own.contains_key(*said) && self.can_be_claimed(said);
        let asked: Vec<&Said> = candidates.iter().filter(is_new).collect();
        let parts = self.shared.parts();
        let part = parts.of_claim(*first);
        let taken: Vec<&str> =
            parts.claims(part).iter().map(|claim| evaluation.dossier().claims()[*claim as usize].id.as_str()).collect();
        let mut prefix = "candidate ".to_owned();
        while taken.iter().any(|id| id.starts_with(&prefix)) {
            prefix.insert(0, '?');
        }
        let mut builder = parts.builder(&[part]);
        for (nth, (value, unit)) in asked.iter().enumerate() {
            let id = format!("{prefix}{nth}");
            let mut claim = Claim::new(id, "", self.subject(), self.attribute().id.clone(), value.clone());
            claim.unit.clone_from(unit);
            claim.when = when.cloned();
            builder = builder.claim(claim);
        }
        let Ok(dossier) = builder.build() else {
            // A part of a checked dossier is one; candidates are values that the dossier already holds, or bounds of them.
            return Vec::new();
        };
        let evaluator = evaluation.evaluator();
        let judged = evaluator.evaluate(&dossier);
        let new = asked.iter().enumerate().map(|(nth, said)| (*said, ClaimId::from(&*format!("{prefix}{nth}")), None));
        let old = own.iter().map(|(said, claim)| (said, claim.id.clone(), Some(claim.id.clone())));
        old.chain(new)
            .filter_map(|((value, unit), id, claim)| {
                let assessment = judged.assessment(&id)?;
                // A claim of the dossier that only a candidate contradicts stays what it is.
                let verdict = match &claim {
                    Some(id) => evaluation.assessment(id)?.verdict(),
                    None => assessment.verdict(),
                };
                let extent = self.extent(value, unit.as_deref())?;
                (verdict == Verdict::Confirmed).then(|| Measured {
                    statement: Statement {
                        value: value.clone(),
                        unit: unit.clone(),
                        when: when.cloned(),
                        claim,
                        credible: assessment.support().credible(),
                        has_authority: assessment.support().has_authority(),
                        is_rough: false,
                    },
                    extent,
                })
            })
            .collect()
    }

    /// The claims of the topic about exactly this time, by what they say; of those alike a confirmed one, then the first.
    fn own(&self, when: Option<&Edtf>) -> BTreeMap<Said, &'e Claim> {
        let is_fixed = self.attribute().over_time == OverTime::Fixed;
        let mut own: BTreeMap<Said, &Claim> = BTreeMap::new();
        let assessments: Vec<_> = self.assessments().collect();
        // Later ones give way to earlier ones, and all to those that are confirmed.
        let (confirmed, rest): (Vec<_>, Vec<_>) =
            assessments.into_iter().rev().partition(|assessment| !assessment.is_flagged());
        for assessment in rest.iter().chain(&confirmed) {
            let claim = assessment.claim();
            if is_fixed || claim.when.as_ref() == when {
                own.insert((claim.value.clone(), claim.unit.clone()), claim);
            }
        }
        own
    }

    /// Whether a value can be that of a claim: a bound of a long number may be too long to convert.
    fn can_be_claimed(&self, (value, unit): &Said) -> bool {
        let unit = unit.as_deref().or(self.attribute().unit.as_deref()).map(Unit::new);
        value.check().is_ok() && value.extent(unit.as_ref(), &Tolerance::default()).is_some()
    }

    fn extent(&self, value: &Value, unit: Option<&str>) -> Option<Extent> {
        let unit = unit.or(self.attribute().unit.as_deref()).map(Unit::new);
        value.extent(unit.as_ref(), &self.evaluation().policy().tolerance)
    }

    /// Whether an approximate word that supports a bound reaches beyond it, give or take.
    fn is_rough(&self, value: &Value, extent: &Extent, held: &[&Claim]) -> bool {
        let bounds = candidates::bounds(value);
        if bounds.is_none() && !matches!(value, Value::Quantity(Quantity::Between(..))) {
            return false;
        }
        let close = |region: &Region| match bounds {
            Some(candidates::Bound::Below) => region.up(),
            Some(candidates::Bound::Above) => region.down(),
            None => region.clone(),
        };
        let approximate = held.iter().filter(|claim| candidates::is_approximate(&claim.value));
        approximate
            .filter_map(|claim| self.extent(&claim.value, claim.unit.as_deref()))
            .any(|word| close(&word.core).is_subset(&extent.wide) && !close(&word.wide).is_subset(&extent.wide))
    }
}

fn said(statement: &Statement) -> Said {
    (statement.value.clone(), statement.unit.clone())
}

/// Those that no other says more than; of those that say the same the first. As many steps for each as there are such: one bound of either side, mostly.
fn strongest(confirmed: Vec<Measured>) -> Vec<Measured> {
    let mut strongest: Vec<Measured> = Vec::new();
    for one in confirmed {
        if !strongest.iter().any(|other| other.is_no_weaker(&one)) {
            strongest.retain(|other| !one.is_no_weaker(other));
            strongest.push(one);
        }
    }
    strongest
}
