//! Policies that a desk can begin with. `policies/` holds the same as files.

use std::collections::BTreeMap;

use url::Url;

use super::Policy;
use super::guideline::Guideline;
use super::rule::PolicyRule;
use crate::model::code::{Code, Severity};
use crate::model::names::{UnknownName, nearest};

type Preset = (&'static str, fn() -> Policy);

/// Every preset by its name, which is that of its file: the most permissive first.
const PRESETS: [Preset; 4] = [
    ("breaking-news", Policy::breaking_news),
    ("authority-or-two", Policy::authority_or_two),
    ("two-origins", Policy::two_origins),
    ("strict", Policy::strict),
];

impl Policy {
    /// The presets, each by its name.
    ///
    /// ```
    /// use corroborate::Policy;
    /// let names: Vec<&str> = Policy::presets().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["breaking-news", "authority-or-two", "two-origins", "strict"]);
    /// ```
    pub fn presets() -> impl Iterator<Item = (&'static str, Self)> {
        PRESETS.into_iter().map(|(name, preset)| (name, preset()))
    }

    /// The preset of this name.
    ///
    /// ```
    /// use corroborate::Policy;
    /// assert_eq!(Policy::preset("strict"), Ok(Policy::strict()));
    /// let unknown = Policy::preset("strickt").unwrap_err();
    /// assert_eq!(unknown.to_string(), "unknown policy preset `strickt`, did you mean `strict`?");
    /// ```
    ///
    /// # Errors
    /// There is no preset of this name.
    pub fn preset(name: &str) -> Result<Self, UnknownName> {
        let found = PRESETS.into_iter().find(|(known, _)| *known == name);
        found.map(|(_, preset)| preset()).ok_or_else(|| UnknownName {
            vocabulary: "policy preset",
            given: name.to_owned(),
            nearest: nearest(name, PRESETS.map(|(known, _)| known)),
        })
    }

    /// Two credible independent origins, whoever they are; nobody's word settles a matter alone. No public guideline states so flat a rule: those cited ask
    /// for more than one source, or would rather not rest on one, and make exceptions.
    #[must_use]
    pub fn two_origins() -> Self {
        Self {
            name: Some("Two Origins".to_owned()),
            description: Some(
                "Two credible origins that are independent of each other, whoever they are. No public guideline states so flat a rule: those cited ask for \
                 more than one source, or would rather not rest on one, and make exceptions."
                    .to_owned(),
            ),
            authority_suffices: false,
            because: because([more_than_one(), one_stays_one()]),
            ..Self::default()
        }
    }

    /// Two credible independent origins, or one authority on the matter, as the Associated Press allows. Its rules are those of [`Policy::default`].
    ///
    /// ```
    /// use corroborate::Policy;
    /// assert!(Policy::authority_or_two().differing_rules(&Policy::default()).is_empty());
    /// ```
    #[must_use]
    pub fn authority_or_two() -> Self {
        Self {
            name: Some("Authority or Two".to_owned()),
            description: Some(
                "Two credible origins that are independent of each other, or one authority on the matter. These are the rules that hold where no policy is given."
                    .to_owned(),
            ),
            because: because([more_than_one(), except_authority(), one_stays_one()]),
            ..Self::default()
        }
    }

    /// Named origins alone, of whom it is known how they know: two of them, or an authority.
    #[must_use]
    pub fn strict() -> Self {
        Self {
            name: Some("Strict Sourcing".to_owned()),
            description: Some(
                "Two credible origins that are independent of each other, named, and known to know at first hand; or one authority on the matter. \
                 What stands against a claim is held to the same."
                    .to_owned(),
            ),
            named_only: true,
            first_hand_only: true,
            because: because([more_than_one(), except_authority(), one_stays_one(), rather_named(), rather_first_hand()]),
            ..Self::default()
        }
    }

    /// One credible named origin, while a story moves. What has been revised, or is older than a day, is to be cleared before it is stated.
    #[must_use]
    pub fn breaking_news() -> Self {
        Self {
            name: Some("Breaking News".to_owned()),
            description: Some(
                "One credible origin with a name, while the story moves: the guidelines would rather not have one source alone, and do not forbid it. \
                 What has been revised, or is older than a day, is to be cleared before it is stated; the day is this policy's own choice."
                    .to_owned(),
            ),
            independent_origins: 1,
            named_only: true,
            stale_after: Some(1),
            severity: BTreeMap::from([(Code::Revised, Severity::Warning), (Code::Stale, Severity::Warning)]),
            because: because([reluctantly_one(), one_stays_one(), rather_named()]),
            ..Self::default()
        }
    }
}

type Behind = (PolicyRule, Vec<Guideline>);

fn because<const N: usize>(rules: [Behind; N]) -> BTreeMap<PolicyRule, Vec<Guideline>> {
    BTreeMap::from(rules)
}

fn more_than_one() -> Behind {
    let guidelines = vec![
        ap_values("One source is not enough as a rule, and a story can wait until there is another."),
        bbc("3.3.4", "Resting on one source alone is to be avoided."),
        reuters("Check with others what one source says."),
    ];
    (PolicyRule::IndependentOrigins, guidelines)
}

fn reluctantly_one() -> Behind {
    let one = "Resting on one source alone is to be avoided, but not forbidden; then it must deserve belief.";
    (PolicyRule::IndependentOrigins, vec![bbc("3.3.4", one)])
}

fn except_authority() -> Behind {
    let one = "Make an exception, seldom, for somebody with authority who tells it so exactly that no doubt is left.";
    (PolicyRule::AuthoritySuffices, vec![ap_values(one)])
}

fn one_stays_one() -> Behind {
    let one = "One informant is not to be made to look like several.";
    (PolicyRule::AnonymousAreDistinct, vec![reuters(one)])
}

fn rather_named() -> Behind {
    let guidelines = vec![
        ap_anonymous(
            "Readers should learn who answers for what they read; who is not named is used only where it matters and nobody else will say it.",
        ),
        bbc("3.3.4", "If one source has to do, let it be somebody who speaks openly and under a name."),
        reuters("Ask for a name first: who gives none weighs least."),
    ];
    (PolicyRule::NamedOnly, guidelines)
}

fn rather_first_hand() -> Behind {
    let guidelines = vec![
        bbc(
            "3.3.3",
            "See for yourself what you can; for the rest find people who know directly, and check what they tell you.",
        ),
        reuters("Nothing ranks above what the agency's own people saw or filmed."),
    ];
    (PolicyRule::FirstHandOnly, guidelines)
}

fn ap_values(asks: &str) -> Guideline {
    Guideline::new("Associated Press", "News Values and Principles", asks).section("Anonymous sources")
}

fn ap_anonymous(asks: &str) -> Guideline {
    let url = "https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources";
    let guideline = Guideline::new("Associated Press", "When is it OK to use anonymous sources?", asks);
    Guideline { url: Url::parse(url).ok(), ..guideline }
}

fn bbc(section: &str, asks: &str) -> Guideline {
    let url = "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy";
    let guideline = Guideline::new("BBC", "Editorial Guidelines", asks).section(section);
    Guideline { date: "2019".parse().ok(), url: Url::parse(url).ok(), ..guideline }
}

fn reuters(asks: &str) -> Guideline {
    let url = "http://blogs.reuters.com/reuters-editors/2008/07/17/anonymous-sources-reuters-rules/";
    let guideline = Guideline::new("Reuters", "Anonymous sources: Reuters rules", asks);
    Guideline { date: "2008-07-17".parse().ok(), url: Url::parse(url).ok(), ..guideline }
}
