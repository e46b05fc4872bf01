//! Codes and severities of findings: what can be wrong, and how much it matters, so that a policy can name them.

use super::names::vocabulary;

vocabulary! {
    /// How much a finding matters.
    pub enum Severity: "severity" {
        /// Worth knowing.
        Info = "info",
        /// To be cleared before the claim is stated as fact.
        Warning = "warning",
        /// The claim must not be stated as fact, or a source is credited with what it does not say.
        Critical = "critical",
    }
}

vocabulary! {
    /// What can be wrong with the sourcing of a claim. `docs/findings` has a page on each: what, why it matters, an example, what clears it.
    #[non_exhaustive]
    pub enum Code: "finding" {
        /// Nobody says it.
        Unsourced = "unsourced",
        /// All of it comes from one origin.
        SingleOrigin = "single-origin",
        /// Several origins, all through one outlet.
        SingleConduit = "single-conduit",
        /// Outlets cite each other, and nobody knows.
        Circular = "circular",
        /// An outlet does not say where it has it from.
        UndeclaredOrigin = "undeclared-origin",
        /// A cited source is known through others alone.
        OriginUnseen = "origin-unseen",
        /// A cited source withdrew, replaced or disowned it.
        OriginWithdrew = "origin-withdrew",
        /// A cited source says something else.
        Misattributed = "misattributed",
        /// A cited source says something weaker.
        QualifierDropped = "qualifier-dropped",
        /// The one who cites sounds surer than the cited.
        HedgeDropped = "hedge-dropped",
        /// Nobody states it outright.
        HedgedOnly = "hedged-only",
        /// Nobody who knows has a name.
        AnonymousOnly = "anonymous-only",
        /// Nobody without a stake says it.
        PartyOnly = "party-only",
        /// Nobody who can be relied on says it.
        UnreliableOnly = "unreliable-only",
        /// It has less than the standard asks for, and no single flaw that would say why.
        BelowStandard = "below-standard",
        /// Sources that look independent have one owner.
        OwnerShared = "owner-shared",
        /// Credible sources stand against it.
        Contradicted = "contradicted",
        /// A party to the story denies it.
        DeniedByParty = "denied-by-party",
        /// A source says that it does not know, or cannot confirm.
        Doubted = "doubted",
        /// One source says two things at one moment that cannot both be.
        SelfContradiction = "self-contradiction",
        /// A source has replaced its earlier word.
        Revised = "revised",
        /// A source has withdrawn its word.
        Withdrawn = "withdrawn",
        /// A count that can only grow is said to have been higher before.
        FallingCumulative = "falling-cumulative",
        /// A figure is cited for a later time than its source gave it for.
        StaleCitation = "stale-citation",
        /// It breaks an arithmetic law together with other claims.
        RuleBroken = "rule-broken",
        /// It cannot be compared with another claim on its topic.
        NotComparable = "not-comparable",
        /// Nothing recent stands behind it.
        Stale = "stale",
        /// Words or a claim without a date.
        Undated = "undated",
        /// It was reported before it can have happened.
        PublishedBeforeEvent = "published-before-event",
        /// Two lower bounds for one time lie far apart.
        FloorsApart = "floors-apart",
    }
}

impl Code {
    /// One sentence on what the code says.
    ///
    /// ```
    /// use corroborate::Code;
    /// assert_eq!(Code::Circular.description(), "Outlets cite each other in a circle, and nobody among them knows.");
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Unsourced => "Nobody in the dossier says so.",
            Self::SingleOrigin => "Everything that stands behind the claim comes from one origin.",
            Self::SingleConduit => {
                "Several origins stand behind the claim, but all of them reach the desk through one outlet."
            }
            Self::Circular => "Outlets cite each other in a circle, and nobody among them knows.",
            Self::UndeclaredOrigin => "An outlet does not say where it has it from, so it cannot count as independent.",
            Self::OriginUnseen => {
                "A cited source is known only through those who cite it; its own word is not recorded."
            }
            Self::OriginWithdrew => "A cited source has withdrawn, replaced or disowned what it is cited for.",
            Self::Misattributed => "A cited source says something else, or does not say it at all.",
            Self::QualifierDropped => "A cited source says something weaker than what it is cited for.",
            Self::HedgeDropped => "The one who cites sounds surer than the source cited.",
            Self::HedgedOnly => "Nobody states it outright: every account is hedged somewhere on its way.",
            Self::AnonymousOnly => "Nobody who is said to know has a name.",
            Self::PartyOnly => "Every account passes through a party with a stake in the matter.",
            Self::UnreliableOnly => "Every account passes through a source that cannot be relied on.",
            Self::BelowStandard => "Fewer credible independent origins stand behind it than the standard asks for.",
            Self::OwnerShared => "Sources that look independent belong to one owner.",
            Self::Contradicted => "Credible sources stand against the claim, and support does not outweigh them.",
            Self::DeniedByParty => "A party with a stake in the matter denies it.",
            Self::Doubted => "A source says that it does not know, or cannot confirm it.",
            Self::SelfContradiction => "One source said two things at one moment that cannot both be so.",
            Self::Revised => "A source has replaced what it said earlier.",
            Self::Withdrawn => "A source has withdrawn what it said.",
            Self::FallingCumulative => "A count that can only grow is said to have been higher at an earlier time.",
            Self::StaleCitation => "A figure is cited for a later time than the one its source gave it for.",
            Self::RuleBroken => "Together with other claims it breaks an arithmetic law of the dossier.",
            Self::NotComparable => "It cannot be compared with another claim on the same topic.",
            Self::Stale => "Nothing recent stands behind the claim.",
            Self::Undated => "A word, or the claim itself, lacks the date that it would be judged by.",
            Self::PublishedBeforeEvent => "It was reported as fact before it can have happened.",
            Self::FloorsApart => "Two lower bounds for one time lie so far apart that one of them misses the point.",
        }
    }

    /// How much it matters, unless the [policy](crate::Policy::severity) says otherwise.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Unsourced | Self::Circular | Self::OriginWithdrew | Self::Misattributed | Self::Contradicted => {
                Severity::Critical
            }
            Self::SingleOrigin
            | Self::SingleConduit
            | Self::UndeclaredOrigin
            | Self::QualifierDropped
            | Self::HedgeDropped
            | Self::HedgedOnly
            | Self::AnonymousOnly
            | Self::PartyOnly
            | Self::UnreliableOnly
            | Self::BelowStandard
            | Self::OwnerShared
            | Self::SelfContradiction
            | Self::Withdrawn
            | Self::FallingCumulative
            | Self::StaleCitation
            | Self::RuleBroken
            | Self::PublishedBeforeEvent => Severity::Warning,
            Self::OriginUnseen
            | Self::DeniedByParty
            | Self::Doubted
            | Self::Revised
            | Self::NotComparable
            | Self::Stale
            | Self::Undated
            | Self::FloorsApart => Severity::Info,
        }
    }
}
