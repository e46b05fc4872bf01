//! Policies.

use super::fields::Fields;
use super::node::{Node, Place};
use super::report::Report;
use super::scalar::{count, number, truth};
use super::syntax;
use super::weights::weights;
use crate::model::policy::Policy;
use crate::model::problem::{ProblemKind, Problems};

impl Policy {
    /// Reads a policy from JSON: one object of the fields `independent_origins`, `authority_suffices`, `outweighs`, `about`,
    /// `otherwise`, `anonymous_are_distinct`, `floors_apart`, `stale_after` and `weights` (an object of its own: [`Weights`](crate::Weights)), each of which may be left out.
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
    field!("independent_origins", count, independent_origins);
    field!("authority_suffices", truth, authority_suffices);
    field!("outweighs", number, outweighs);
    field!("about", number, tolerance.about);
    field!("otherwise", number, tolerance.otherwise);
    field!("anonymous_are_distinct", truth, anonymous_are_distinct);
    field!("floors_apart", number, floors_apart);
    field!("stale_after", days_or_never, stale_after);
    field!("weights", weights, weights);
    fields.close();
    Some(policy)
}

/// A number of days, or `null` for never.
fn days_or_never(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Option<u32>> {
    if node.is_null() { Some(None) } else { count(node, report).map(Some) }
}
