//! The rules of a policy, one by one: named, compared, taken over.

use super::Policy;
use crate::model::names::vocabulary;

vocabulary! {
    /// A rule of a policy, by the name of its field in a file.
    pub enum PolicyRule: "policy rule" {
        /// How many credible origins meet the standard.
        IndependentOrigins = "independent_origins",
        /// Whether an authority meets it alone.
        AuthoritySuffices = "authority_suffices",
        /// How many times as many origins outweigh the other side.
        Outweighs = "outweighs",
        /// How far a value given with `about` stretches.
        About = "about",
        /// How far any other value stretches.
        Otherwise = "otherwise",
        /// Whether anonymous sources of one description are different people.
        AnonymousAreDistinct = "anonymous_are_distinct",
        /// Whether anonymous origins never count.
        NamedOnly = "named_only",
        /// Whether origins count only where it is known how they know.
        FirstHandOnly = "first_hand_only",
        /// How far two floors may lie apart.
        FloorsApart = "floors_apart",
        /// After how many days a claim is stale.
        StaleAfter = "stale_after",
        /// How much a word weighs as evidence.
        Weights = "weights",
        /// How much findings matter.
        Severity = "severity",
    }
}

impl PolicyRule {
    /// Whether a verdict can turn on the rule; the others only raise and grade findings, or weigh evidence for confidence.
    ///
    /// ```
    /// use corroborate::PolicyRule;
    /// assert!(PolicyRule::NamedOnly.decides_verdicts());
    /// assert!(!PolicyRule::StaleAfter.decides_verdicts());
    /// ```
    #[must_use]
    pub const fn decides_verdicts(self) -> bool {
        match self {
            Self::IndependentOrigins
            | Self::AuthoritySuffices
            | Self::Outweighs
            | Self::About
            | Self::Otherwise
            | Self::AnonymousAreDistinct
            | Self::NamedOnly
            | Self::FirstHandOnly => true,
            Self::FloorsApart | Self::StaleAfter | Self::Weights | Self::Severity => false,
        }
    }
}

impl Policy {
    /// The same policy with one rule, and the guidelines behind it, of another.
    ///
    /// ```
    /// use corroborate::{Policy, PolicyRule};
    /// let policy = Policy::default().with(PolicyRule::NamedOnly, &Policy::strict());
    /// assert_eq!(policy.differing_rules(&Policy::default()), [PolicyRule::NamedOnly]);
    /// assert_eq!(policy.because[&PolicyRule::NamedOnly], Policy::strict().because[&PolicyRule::NamedOnly]);
    /// ```
    #[must_use]
    pub fn with(mut self, rule: PolicyRule, of: &Self) -> Self {
        match rule {
            PolicyRule::IndependentOrigins => self.independent_origins = of.independent_origins,
            PolicyRule::AuthoritySuffices => self.authority_suffices = of.authority_suffices,
            PolicyRule::Outweighs => self.outweighs = of.outweighs,
            PolicyRule::About => self.tolerance.about = of.tolerance.about,
            PolicyRule::Otherwise => self.tolerance.otherwise = of.tolerance.otherwise,
            PolicyRule::AnonymousAreDistinct => self.anonymous_are_distinct = of.anonymous_are_distinct,
            PolicyRule::NamedOnly => self.named_only = of.named_only,
            PolicyRule::FirstHandOnly => self.first_hand_only = of.first_hand_only,
            PolicyRule::FloorsApart => self.floors_apart = of.floors_apart,
            PolicyRule::StaleAfter => self.stale_after = of.stale_after,
            PolicyRule::Weights => self.weights.clone_from(&of.weights),
            PolicyRule::Severity => self.severity.clone_from(&of.severity),
        }
        match of.because.get(&rule) {
            Some(guidelines) => self.because.insert(rule, guidelines.clone()),
            None => self.because.remove(&rule),
        };
        self
    }

    /// The rules in which two policies differ, in the order of [`PolicyRule::ALL`]; severities are compared as findings carry them. Names and guidelines are no rules.
    #[must_use]
    pub fn differing_rules(&self, other: &Self) -> Vec<PolicyRule> {
        PolicyRule::ALL.iter().copied().filter(|rule| !self.agrees(*rule, other)).collect()
    }

    fn agrees(&self, rule: PolicyRule, other: &Self) -> bool {
        match rule {
            PolicyRule::IndependentOrigins => self.independent_origins == other.independent_origins,
            PolicyRule::AuthoritySuffices => self.authority_suffices == other.authority_suffices,
            PolicyRule::Outweighs => self.outweighs == other.outweighs,
            PolicyRule::About => self.tolerance.about == other.tolerance.about,
            PolicyRule::Otherwise => self.tolerance.otherwise == other.tolerance.otherwise,
            PolicyRule::AnonymousAreDistinct => self.anonymous_are_distinct == other.anonymous_are_distinct,
            PolicyRule::NamedOnly => self.named_only == other.named_only,
            PolicyRule::FirstHandOnly => self.first_hand_only == other.first_hand_only,
            PolicyRule::FloorsApart => self.floors_apart == other.floors_apart,
            PolicyRule::StaleAfter => self.stale_after == other.stale_after,
            PolicyRule::Weights => self.weights == other.weights,
            PolicyRule::Severity => {
                let differs = |code: &crate::model::code::Code| self.severity_of(*code) != other.severity_of(*code);
                !crate::model::code::Code::ALL.iter().any(differs)
            }
        }
    }
}
