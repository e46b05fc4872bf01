//! The one place where the difference between two policies becomes sentences.

use std::collections::BTreeMap;
use std::fmt;

use super::clean::{NAME, STATEMENT, capital, line, sentence};
use super::date;
use super::guideline::guideline;
use super::list::{count, join, number};
use super::scene::quoted;
use super::wrap::paragraph;
use crate::advise::{PolicyDiff, VerdictChange};
use crate::evaluate::Verdict;
use crate::model::number::Number;
use crate::model::policy::Policy;
use crate::model::policy::rule::PolicyRule;

/// Why the verdict on a claim is not the same under two policies, in one sentence for people.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Policy, Source, SourceKind, ValueKind, render};
/// let dossier = Dossier::builder("A bridge")
///     .source(Source::new("mayor", "Ana Ruiz").kind(SourceKind::Official))
///     .attribute(Attribute::new("unsafe", ValueKind::Truth))
///     .claim(Claim::new("c", "The bridge is unsafe", "bridge", "unsafe", true.into()))
///     .attribution(Attribution::new("a", "mayor", "c"))
///     .build()?;
/// let diff = Policy::breaking_news().diff(&Policy::two_origins(), &dossier, None);
/// assert_eq!(
///     render::verdict_change(&diff, &diff.changes()[0]),
///     "\"The bridge is unsafe\": confirmed under Breaking News, unconfirmed under Two Origins, because Two Origins asks for two credible \
///      origins instead of one."
/// );
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn verdict_change(diff: &PolicyDiff<'_>, change: &VerdictChange) -> String {
    let claim = diff.dossier().claim(&change.claim).map_or_else(|| "a claim".to_owned(), quoted);
    sentence(&format!("{claim}: {}", Telling::of(diff).change(change.from, change.to, &change.by)))
}

/// What difference it makes to judge by one policy or by another, as plain text: in what they differ, then the claims whose verdict changes, by what changes it.
///
/// ```
/// use corroborate::{Dossier, Policy, render};
/// let dossier = Dossier::builder("An empty story").build()?;
/// let text = render::Difference::new(&Policy::strict().diff(&Policy::strict(), &dossier, None)).to_string();
/// assert!(text.ends_with("\nThe policies have the same rules.\nNo verdict is different.\n"));
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Difference<'e> {
    diff: &'e PolicyDiff<'e>,
}

impl<'e> Difference<'e> {
    /// The whole report.
    #[must_use]
    pub const fn new(diff: &'e PolicyDiff<'e>) -> Self {
        Self { diff }
    }
}

impl fmt::Display for Difference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let telling = Telling::of(self.diff);
        telling.head(f)?;
        let is_stated = |verdict: Verdict| !verdict.is_flagged();
        let [from, to] = &telling.names;
        telling.section(f, &format!("may be stated as fact under {from} alone"), |change| is_stated(change.from))?;
        telling.section(f, &format!("may be stated as fact under {to} alone"), |change| is_stated(change.to))?;
        telling.section(f, "may be stated as fact under neither", |change| {
            !is_stated(change.from) && !is_stated(change.to)
        })
    }
}

/// In what the second of two policies differs, each rule with the guidelines behind it.
pub(super) fn differing(f: &mut fmt::Formatter<'_>, second: &str, [from, to]: [&Policy; 2]) -> fmt::Result {
    let rules = from.differing_rules(to);
    paragraph(f, "", if rules.is_empty() { "The policies have the same rules." } else { "They differ in this:" })?;
    for rule in &rules {
        let differs = sentence(&format!("{second} {}", clause(*rule, from, to)));
        let behind = to.because.get(rule).map_or(&[][..], Vec::as_slice);
        let cited: Vec<String> = behind.iter().map(guideline).collect();
        let see = if cited.is_empty() { String::new() } else { format!(" See {}.", cited.join("; ")) };
        paragraph(f, "- ", &format!("{differs}{see}"))?;
    }
    Ok(())
}

/// What two policies are called where both are spoken of.
pub(super) fn names(from: &Policy, to: &Policy) -> [String; 2] {
    let name = |policy: &Policy| policy.name.as_deref().map(|name| line(name, NAME)).filter(|name| !name.is_empty());
    let names = match [name(from), name(to)] {
        // Two policies of one name would be told apart by nobody.
        [Some(from), Some(to)] if from == to => [None, None],
        names => names,
    };
    let [from, to] = names;
    [from.unwrap_or_else(|| "the first policy".to_owned()), to.unwrap_or_else(|| "the second policy".to_owned())]
}

/// A difference, being told.
struct Telling<'e> {
    diff: &'e PolicyDiff<'e>,
    names: [String; 2],
}

impl<'e> Telling<'e> {
    fn of(diff: &'e PolicyDiff<'e>) -> Self {
        Self { diff, names: names(diff.from(), diff.to()) }
    }

    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = line(self.diff.dossier().title(), STATEMENT);
        paragraph(f, "", if title.is_empty() { "A story without a title" } else { &title })?;
        writeln!(f)?;
        let [_, to] = &self.names;
        let known = self.diff.as_of().map_or_else(
            || "on everything in the dossier".to_owned(),
            |moment| format!("on what was known as of {}", date::moment(moment)),
        );
        paragraph(f, "", &format!("Judged {known}."))?;
        paragraph(f, "", &sentence(&self.counts()))?;
        self.rules(f)?;
        let changed = match self.diff.changes().len() {
            0 => "no verdict is different".to_owned(),
            n => format!("{} another verdict under {to}", count(n, "claim has", "claims have")),
        };
        paragraph(f, "", &sentence(&changed))
    }

    /// In what the policies differ, each rule with the guidelines behind it.
    fn rules(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        differing(f, &self.names[1], [self.diff.from(), self.diff.to()])
    }

    /// How many claims may be stated as fact under each.
    fn counts(&self) -> String {
        let [from, to] = &self.names;
        let [first, second] = self.diff.confirmed();
        let number = |n: usize| if n == 0 { "none".to_owned() } else { number(n) };
        match (self.diff.dossier().claims().len(), first, second) {
            (0, ..) => "there are no claims to judge".to_owned(),
            (1, 0, 0) => format!("the only claim may be stated as fact neither under {from} nor under {to}"),
            (1, 0, _) => format!("the only claim may be stated as fact under {to}, and not under {from}"),
            (1, _, 0) => format!("the only claim may be stated as fact under {from}, and not under {to}"),
            (1, ..) => format!("the only claim may be stated as fact under {from} and under {to}"),
            (all, first, second) => {
                let [first, second] = [first, second].map(number);
                format!(
                    "of {} claims, {first} may be stated as fact under {from}, and {second} under {to}",
                    super::list::number(all)
                )
            }
        }
    }

    /// The claims whose change passes, under a title; those that change alike stand together.
    fn section(&self, f: &mut fmt::Formatter<'_>, title: &str, passes: impl Fn(&VerdictChange) -> bool) -> fmt::Result {
        let mut alike: BTreeMap<_, Vec<&VerdictChange>> = BTreeMap::new();
        for change in self.diff.changes().iter().filter(|change| passes(change)) {
            alike.entry((change.to, change.from, &change.by)).or_default().push(change);
        }
        if alike.is_empty() {
            return Ok(());
        }
        let title = title.to_uppercase();
        writeln!(f, "\n\n{title}\n{}", "=".repeat(title.chars().count()))?;
        for ((to, from, by), changes) in alike {
            writeln!(f)?;
            paragraph(f, "", &format!("{}:", capital(&self.change(from, to, by))))?;
            for claim in changes.iter().filter_map(|change| self.diff.dossier().claim(&change.claim)) {
                paragraph(f, "* ", &sentence(&line(&claim.statement, STATEMENT)))?;
            }
        }
        Ok(())
    }

    /// `confirmed under X, unconfirmed under Y, because Y counts named origins only`.
    fn change(&self, from: Verdict, to: Verdict, by: &[Vec<PolicyRule>]) -> String {
        let [first, second] = &self.names;
        let mut sets = by.iter().map(|set| {
            let clauses: Vec<String> = set.iter().map(|rule| self.clause(*rule)).collect();
            join(&clauses, "and")
        });
        let because = sets.next().map_or_else(String::new, |set| format!(", because {second} {set}"));
        let others: Vec<String> = sets.map(|set| format!("that it {set}")).collect();
        let others = match others.is_empty() {
            true => String::new(),
            false => format!("; it would be enough, too, {}", join(&others, "or")),
        };
        format!("{from} under {first}, {to} under {second}{because}{others}")
    }

    /// What the second policy does by a rule in which it differs from the first.
    fn clause(&self, rule: PolicyRule) -> String {
        clause(rule, self.diff.from(), self.diff.to())
    }
}

/// What the second policy does by a rule in which it differs from the first.
pub(super) fn clause(rule: PolicyRule, from: &Policy, to: &Policy) -> String {
    match rule {
        PolicyRule::IndependentOrigins => format!(
            "asks for {} instead of {}",
            count(to.independent_origins as usize, "credible origin", "credible origins"),
            number(from.independent_origins as usize)
        ),
        PolicyRule::AuthoritySuffices if to.authority_suffices => "takes the word of an authority alone".to_owned(),
        PolicyRule::AuthoritySuffices => "does not take the word of an authority alone".to_owned(),
        PolicyRule::Outweighs => {
            let [to, from] = [to, from].map(|policy| times(policy.outweighs));
            format!("lets one side outweigh the other at {to} to one instead of {from} to one")
        }
        PolicyRule::About => stretch("a figure given as \"about\"", to.tolerance.about, from.tolerance.about),
        PolicyRule::Otherwise => stretch("any other figure", to.tolerance.otherwise, from.tolerance.otherwise),
        PolicyRule::AnonymousAreDistinct if to.anonymous_are_distinct => {
            "counts anonymous sources of one description as different people".to_owned()
        }
        PolicyRule::AnonymousAreDistinct => "counts anonymous sources of one description as one".to_owned(),
        PolicyRule::NamedOnly if to.named_only => "counts named origins only".to_owned(),
        PolicyRule::NamedOnly => "counts an anonymous origin beside a named one".to_owned(),
        PolicyRule::FirstHandOnly if to.first_hand_only => {
            "counts an origin only where it is on record how it knows".to_owned()
        }
        PolicyRule::FirstHandOnly => "counts an origin also where it is not on record how it knows".to_owned(),
        PolicyRule::FloorsApart => {
            let [to, from] = [to, from].map(|policy| times(policy.floors_apart));
            format!("remarks on floors that are {to} times apart instead of {from} times")
        }
        PolicyRule::StaleAfter => {
            let after = |days: u32| count(days as usize, "day", "days");
            match (to.stale_after, from.stale_after) {
                (Some(to), Some(from)) => {
                    format!("calls a claim stale after {} instead of {}", after(to), after(from))
                }
                (Some(to), None) => format!("calls a claim stale after {}", after(to)),
                (None, _) => "calls no claim stale for its age alone".to_owned(),
            }
        }
        PolicyRule::Weights => "weighs evidence differently".to_owned(),
        PolicyRule::Severity => "grades findings differently".to_owned(),
    }
}

fn stretch(what: &str, to: Number, from: Number) -> String {
    format!("lets {what} stretch by {} instead of {}", percent(to), percent(from))
}

pub(super) fn percent(part: Number) -> String {
    // A part below 1 always has a hundredfold.
    part.checked_mul(Number::from(100)).map_or_else(|| part.to_string(), |hundredfold| format!("{hundredfold}%"))
}

/// `three`, or `2.5`.
pub(super) fn times(n: Number) -> String {
    let digits = n.to_string();
    digits.parse::<usize>().map_or(digits, number)
}
