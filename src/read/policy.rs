//! Policies.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::node::{Node, Place};
use super::report::Report;
use super::scalar::{count, name, number, parsed, text, truth, url};
use super::syntax;
use super::table::table;
use super::weights::weights;
use crate::model::code::{Code, Severity};
use crate::model::policy::Policy;
use crate::model::policy::guideline::Guideline;
use crate::model::policy::rule::PolicyRule;
use crate::model::problem::{ProblemKind, Problems};

impl Policy {
    /// Reads a policy from JSON: one object of the fields that `docs/policies.md` lists, each of which may be left out.
    ///
    /// ```
    /// use corroborate::{Number, Policy};
    /// let policy = Policy::from_json(br#"{"independent_origins": 3, "about": 0.2}"#)?;
    /// assert_eq!(policy.independent_origins, 3);
    /// assert_eq!(policy.outweighs, Number::from(3));
    ///
    /// let problems = Policy::from_json(br#"{"outweighs": 1}"#).unwrap_err();
    /// assert_eq!(problems.to_string(), "line 1, column 15: outweighs: `outweighs` is `1`: it must be above 1");
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong, each with its place in the text.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Problems> {
        let text = syntax::text(bytes)?;
        let root = Node { json: syntax::value(text)?, place: Place::Root };
        let mut report = Report::new(text);
        match policy(root, &mut report) {
            Some(policy) if report.is_empty() => Ok(policy),
            _ => Err(report.into_problems()),
        }
    }
}

fn policy<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Policy> {
    let mut fields = Fields::open(node, "a policy", report)?;
    let mut policy = Policy::default();
    // Each field is checked beside the defaults of all others, so that each is blamed for itself alone.
    macro_rules! field {
        ($name:literal, $read:expr, $($place:ident).+) => {
            let given = fields.optional($name, |node, report| {
                let mut alone = Policy::default();
                alone.$($place).+ = $read(node, report)?;
                alone.check().map_err(|error| report.add(node, || ProblemKind::Policy(error))).ok()?;
                Some(alone.$($place).+)
            });
            if let Some(given) = given {
                policy.$($place).+ = given;
            }
        };
    }
    field!("name", some_text, name);
    field!("description", some_text, description);
    field!("independent_origins", count, independent_origins);
    field!("authority_suffices", truth, authority_suffices);
    field!("outweighs", number, outweighs);
    field!("about", number, tolerance.about);
    field!("otherwise", number, tolerance.otherwise);
    field!("anonymous_are_distinct", truth, anonymous_are_distinct);
    field!("named_only", truth, named_only);
    field!("first_hand_only", truth, first_hand_only);
    field!("floors_apart", number, floors_apart);
    field!("stale_after", days_or_never, stale_after);
    field!("severity", severities, severity);
    field!("because", reasons, because);
    field!("weights", weights, weights);
    fields.close();
    Some(policy)
}

fn some_text(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Option<String>> {
    text(node, report).map(Some)
}

fn severities<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<BTreeMap<Code, Severity>> {
    const EXPECTED: &str = "an object of findings and severities";
    table(node, (EXPECTED, "finding"), (Code::ALL, Code::as_str), report, name)
}

fn reasons<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<BTreeMap<PolicyRule, Vec<Guideline>>> {
    const EXPECTED: &str = "an object of policy rules and their guidelines";
    table(node, (EXPECTED, "policy rule"), (PolicyRule::ALL, PolicyRule::as_str), report, guidelines)
}

fn guidelines<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Vec<Guideline>> {
    let mut read = Vec::new();
    let mut sound = true;
    node.each("a list of guidelines", report, |_, node, report| match guideline(node, report) {
        Some(one) => read.push(one),
        None => sound = false,
    })?;
    sound.then_some(read)
}

fn guideline<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Guideline> {
    let mut fields = Fields::open(node, "a guideline", report)?;
    let publisher = fields.required("publisher", text::<String>);
    let document = fields.required("document", text::<String>);
    let section = fields.optional("section", text);
    let date = fields.optional("date", parsed);
    let asks = fields.required("asks", text::<String>);
    let url = fields.optional("url", url);
    if !fields.close().sound {
        return None;
    }
    let mut guideline = Guideline::new(publisher?, document?, asks?);
    guideline.section = section;
    guideline.date = date;
    guideline.url = url;
    Some(guideline)
}

/// A number of days, or `null` for never.
fn days_or_never(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Option<u32>> {
    if node.is_null() { Some(None) } else { count(node, report).map(Some) }
}
