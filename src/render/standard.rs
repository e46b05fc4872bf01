//! Policies in words: one rule by rule, the presets, and in what two differ.

use std::fmt;

use super::clean::{NAME, STATEMENT, capital, line, sentence};
use super::diff::{differing, names, percent, times};
use super::guideline::guideline;
use super::list::{count, join, number};
use super::summary;
use super::wrap::paragraph;
use crate::model::code::Severity;
use crate::model::policy::Policy;
use crate::model::policy::rule::PolicyRule;

/// A policy as plain text: what it is for, its standard in a sentence, then rule by rule with the public guidelines behind each.
///
/// ```
/// use corroborate::{Policy, render};
/// let text = render::Standard::new(&Policy::strict()).to_string();
/// assert!(text.starts_with("Strict Sourcing\n\n"));
/// assert!(text.contains("- Anonymous origins never count.\n  [named_only: true]\n"));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Standard<'p> {
    policy: &'p Policy,
}

impl<'p> Standard<'p> {
    /// This policy.
    #[must_use]
    pub const fn new(policy: &'p Policy) -> Self {
        Self { policy }
    }
}

impl fmt::Display for Standard<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let policy = self.policy;
        let text = |of: &Option<String>, longest| of.as_deref().map(|of| line(of, longest)).unwrap_or_default();
        match text(&policy.name, NAME) {
            name if name.is_empty() => writeln!(f, "A policy without a name\n")?,
            name => writeln!(f, "{name}\n")?,
        }
        let description = text(&policy.description, 2 * STATEMENT);
        if !description.is_empty() {
            paragraph(f, "", &sentence(&description))?;
            writeln!(f)?;
        }
        paragraph(f, "", &summary::standard(policy))?;
        for (title, decides) in [("WHAT DECIDES VERDICTS", true), ("WHAT DECIDES NO VERDICT", false)] {
            writeln!(f, "\n{title}\n")?;
            for rule in PolicyRule::ALL.iter().filter(|rule| rule.decides_verdicts() == decides) {
                self.rule(f, *rule)?;
            }
        }
        Ok(())
    }
}

impl Standard<'_> {
    fn rule(&self, f: &mut fmt::Formatter<'_>, rule: PolicyRule) -> fmt::Result {
        let (says, field) = said(self.policy, rule);
        paragraph(f, "- ", &sentence(&says))?;
        paragraph(f, "  ", &format!("[{rule}{}]", if field.is_empty() { field } else { format!(": {field}") }))?;
        for behind in self.policy.because.get(&rule).into_iter().flatten() {
            let asks = match line(&behind.asks, STATEMENT) {
                asks if asks.is_empty() => String::new(),
                asks => format!(": {}", asks.trim_end_matches('.')),
            };
            paragraph(f, "  * ", &sentence(&format!("{}{asks}", guideline(behind))))?;
        }
        Ok(())
    }
}

/// What a policy says by one rule, and how a file puts it.
pub(super) fn said(policy: &Policy, rule: PolicyRule) -> (String, String) {
    let days = |days: u32| count(days as usize, "day", "days");
    match rule {
        PolicyRule::IndependentOrigins => {
            let n = policy.independent_origins;
            let origins = match n {
                1 => "one credible origin meets the standard".to_owned(),
                n => format!(
                    "{} credible origins that are independent of each other meet the standard",
                    number(n as usize)
                ),
            };
            (origins, n.to_string())
        }
        PolicyRule::AuthoritySuffices => {
            let says = if policy.authority_suffices {
                "an authority on the matter meets it alone"
            } else {
                "an authority on the matter does not meet it alone"
            };
            (says.to_owned(), policy.authority_suffices.to_string())
        }
        PolicyRule::Outweighs => {
            let says = format!("one side outweighs the other at {} to one", times(policy.outweighs));
            (says, policy.outweighs.to_string())
        }
        PolicyRule::About => {
            let about = policy.tolerance.about;
            (format!("a figure given as \"about\" stretches by {} either way", percent(about)), about.to_string())
        }
        PolicyRule::Otherwise => {
            let otherwise = policy.tolerance.otherwise;
            (format!("any other figure stretches by {} either way", percent(otherwise)), otherwise.to_string())
        }
        PolicyRule::AnonymousAreDistinct => {
            let says = if policy.anonymous_are_distinct {
                "anonymous sources of one description are different people"
            } else {
                "anonymous sources of one description may be one person, and count as one"
            };
            (says.to_owned(), policy.anonymous_are_distinct.to_string())
        }
        PolicyRule::NamedOnly => {
            let says = if policy.named_only {
                "anonymous origins never count"
            } else {
                "anonymous origins count once all together, and only beside a credible named one"
            };
            (says.to_owned(), policy.named_only.to_string())
        }
        PolicyRule::FirstHandOnly => {
            let says = if policy.first_hand_only {
                "an origin counts only where it is on record how it knows"
            } else {
                "an origin that is no medium counts also where it is not on record how it knows"
            };
            (says.to_owned(), policy.first_hand_only.to_string())
        }
        PolicyRule::FloorsApart => {
            let says = format!(
                "two lower bounds for one time are remarked on when one is {} times the other",
                times(policy.floors_apart)
            );
            (says, policy.floors_apart.to_string())
        }
        PolicyRule::StaleAfter => match policy.stale_after {
            Some(after) => (format!("a claim is stale after {} without fresh words", days(after)), after.to_string()),
            None => ("no claim is stale for its age alone".to_owned(), String::new()),
        },
        PolicyRule::Weights => (
            "how much a word weighs as evidence is set in the table of weights; it ranks, and decides nothing"
                .to_owned(),
            String::new(),
        ),
        PolicyRule::Severity => (severities(policy), String::new()),
    }
}

fn severities(policy: &Policy) -> String {
    let of = |severity: Severity| {
        let codes: Vec<String> =
            policy.severity.iter().filter(|(_, of)| **of == severity).map(|(code, _)| code.to_string()).collect();
        (!codes.is_empty()).then(|| format!("{} as {severity}", join(&codes, "and")))
    };
    let graded: Vec<String> = Severity::ALL.iter().rev().filter_map(|severity| of(*severity)).collect();
    if graded.is_empty() {
        "findings are graded as they are by default".to_owned()
    } else {
        format!("the desk grades {}", join(&graded, "and"))
    }
}

/// The presets as plain text: each by the name to ask for it, with what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Presets;

impl fmt::Display for Presets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, (name, policy)) in Policy::presets().enumerate() {
            if nth > 0 {
                writeln!(f)?;
            }
            writeln!(f, "{name}")?;
            paragraph(f, "  ", &sentence(policy.description.as_deref().unwrap_or_default()))?;
        }
        Ok(())
    }
}

/// In what two policies differ, as plain text, whatever is judged by them; [`Difference`](super::Difference) tells what that changes.
#[derive(Debug, Clone, Copy)]
pub struct Differing<'p> {
    policies: [&'p Policy; 2],
}

impl<'p> Differing<'p> {
    /// The second policy, as it differs from the first.
    #[must_use]
    pub const fn new(from: &'p Policy, to: &'p Policy) -> Self {
        Self { policies: [from, to] }
    }
}

impl fmt::Display for Differing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, to] = self.policies;
        let [first, second] = names(from, to);
        paragraph(f, "", &format!("{} and {second}", capital(&first)))?;
        writeln!(f)?;
        differing(f, &second, self.policies)
    }
}
