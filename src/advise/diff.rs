//! Two policies over one dossier: which claims change their verdict, and by which rules.

use std::collections::BTreeSet;

use super::part::Parts;
use crate::evaluate::{Evaluation, Evaluator, Verdict};
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;
use crate::model::moment::Moment;
use crate::model::policy::Policy;
use crate::model::policy::rule::PolicyRule;

/// A claim whose verdict is not the same under two policies.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerdictChange {
    /// The claim.
    pub claim: ClaimId,
    /// The verdict under the first policy.
    pub from: Verdict,
    /// The verdict under the second.
    pub to: Verdict,
    /// The smallest sets of rules that change the one verdict into the other: the first policy [with](Policy::with) the rules of one of these sets from the second, and all
    /// others its own, gives the second verdict. All of them are of one size, and fewer rules do not. Never empty.
    pub by: Vec<Vec<PolicyRule>>,
}

/// What difference it makes to judge a dossier by one policy or by another.
#[derive(Debug, Clone)]
pub struct PolicyDiff<'d> {
    dossier: &'d Dossier,
    from: Policy,
    to: Policy,
    as_of: Option<Moment>,
    rules: Vec<PolicyRule>,
    confirmed: [usize; 2],
    changes: Vec<VerdictChange>,
}

impl Policy {
    /// Judges a dossier by this policy and by another, and finds the claims whose verdicts differ, with the rules that make the difference; by what was known at a
    /// moment, where one is given.
    ///
    /// Single rules are tried first, then pairs, and so on, on the topics of the changed claims alone. Of the rules eight can decide a verdict, so that these are judged 254
    /// times at the most, and n times where every change is the work of one of n rules that differ.
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Basis, Claim, Dossier, Policy, PolicyRule, Source, SourceKind, ValueKind};
    /// let saw = |id: &str| Attribution::new(id, id, "c").basis(Basis::FirstHand);
    /// let dossier = Dossier::builder("A bridge")
    ///     .source(Source::new("mayor", "Ana Ruiz").kind(SourceKind::Official))
    ///     .source(Source::new("aide", "An aide").kind(SourceKind::Official).anonymous())
    ///     .attribute(Attribute::new("unsafe", ValueKind::Truth))
    ///     .claim(Claim::new("c", "The bridge is unsafe", "bridge", "unsafe", true.into()))
    ///     .attribution(saw("mayor"))
    ///     .attribution(saw("aide"))
    ///     .build()?;
    /// let diff = Policy::authority_or_two().diff(&Policy::strict(), &dossier, None);
    /// assert_eq!(diff.rules(), [PolicyRule::NamedOnly, PolicyRule::FirstHandOnly]);
    /// assert_eq!(diff.changes()[0].by, [[PolicyRule::NamedOnly]]);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn diff<'d>(&self, other: &Self, dossier: &'d Dossier, as_of: Option<Moment>) -> PolicyDiff<'d> {
        let [before, after] = [self, other].map(|policy| judged(policy, dossier, as_of));
        let confirmed =
            [&before, &after].map(|evaluation| evaluation.assessments().filter(|a| !a.is_flagged()).count());
        let rules = self.differing_rules(other);
        let both = before.assessments().zip(after.assessments());
        let mut changes: Vec<VerdictChange> = both
            .filter(|(before, after)| before.verdict() != after.verdict())
            .map(|(before, after)| VerdictChange {
                claim: before.claim().id.clone(),
                from: before.verdict(),
                to: after.verdict(),
                by: Vec::new(),
            })
            .collect();
        let deciding: Vec<PolicyRule> = rules.iter().copied().filter(|rule| rule.decides_verdicts()).collect();
        explain(&mut changes, &before, &Parts::of(&before), &deciding, other);
        PolicyDiff { dossier, from: self.clone(), to: other.clone(), as_of, rules, confirmed, changes }
    }
}

impl<'d> PolicyDiff<'d> {
    /// The dossier that was judged twice.
    #[must_use]
    pub const fn dossier(&self) -> &'d Dossier {
        self.dossier
    }

    /// The first policy.
    #[must_use]
    pub const fn from(&self) -> &Policy {
        &self.from
    }

    /// The second policy.
    #[must_use]
    pub const fn to(&self) -> &Policy {
        &self.to
    }

    /// The moment as of which both judged.
    #[must_use]
    pub const fn as_of(&self) -> Option<Moment> {
        self.as_of
    }

    /// The rules in which the policies differ, also where that changes no verdict.
    #[must_use]
    pub fn rules(&self) -> &[PolicyRule] {
        &self.rules
    }

    /// How many claims may be stated as fact under the first policy, and how many under the second.
    #[must_use]
    pub const fn confirmed(&self) -> [usize; 2] {
        self.confirmed
    }

    /// The claims whose verdict changes, by id.
    #[must_use]
    pub fn changes(&self) -> &[VerdictChange] {
        &self.changes
    }
}

fn judged<'d>(policy: &Policy, dossier: &'d Dossier, as_of: Option<Moment>) -> Evaluation<'d> {
    let evaluator = Evaluator::new(policy.clone());
    match as_of {
        Some(moment) => evaluator.as_of(moment).evaluate(dossier),
        None => evaluator.evaluate(dossier),
    }
}

/// Finds the smallest sets of rules behind each change.
fn explain(
    changes: &mut [VerdictChange],
    before: &Evaluation<'_>,
    parts: &Parts<'_>,
    deciding: &[PolicyRule],
    other: &Policy,
) {
    for size in 1..deciding.len() {
        let mut waiting: Vec<&mut VerdictChange> = changes.iter_mut().filter(|change| change.by.is_empty()).collect();
        if waiting.is_empty() {
            return;
        }
        // A cut of a dossier that was built can be built.
        let cut = cut(before.dossier(), parts, &waiting);
        let dossier = cut.as_ref().unwrap_or(before.dossier());
        for chosen in choices(deciding, size) {
            let policy = chosen.iter().fold(before.policy().clone(), |policy, rule| policy.with(*rule, other));
            let evaluation = judged(&policy, dossier, before.as_of());
            for change in &mut waiting {
                if evaluation.assessment(&change.claim).is_some_and(|judged| judged.verdict() == change.to) {
                    change.by.push(chosen.clone());
                }
            }
        }
    }
    // All of them together make the other policy, but for what decides no verdict.
    for change in changes.iter_mut().filter(|change| change.by.is_empty()) {
        change.by.push(deciding.to_vec());
    }
}

/// Every choice of so many rules, in a fixed order.
fn choices(rules: &[PolicyRule], size: usize) -> impl Iterator<Item = Vec<PolicyRule>> {
    let sets = (1..1_u32 << rules.len()).filter(move |set| set.count_ones() as usize == size);
    sets.map(|set| rules.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, rule)| *rule).collect())
}

/// The parts of the dossier that hold these claims.
fn cut(dossier: &Dossier, parts: &Parts<'_>, changes: &[&mut VerdictChange]) -> Option<Dossier> {
    let claims = changes.iter().filter_map(|change| dossier.claim_number(&change.claim));
    let held: BTreeSet<usize> = claims.map(|claim| parts.of_claim(claim)).collect();
    parts.builder(&held.into_iter().collect::<Vec<_>>()).build().ok()
}
