//! Weights.

use super::fields::Fields;
use super::node::Node;
use super::report::Report;
use super::scalar::number;
use crate::model::number::Number;
use crate::model::policy::PolicyError;
use crate::model::problem::ProblemKind;
use crate::model::weights::{Weights, WeightsError, check_letter, check_share};

/// The table of weights of a policy. Each field is checked for itself; their order where each is sound.
pub(super) fn weights<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Weights> {
    let mut fields = Fields::open(node, "a table of weights", report)?;
    let mut weights = Weights::default();
    macro_rules! field {
        ($place:ident, $check:expr) => {
            let read = |node: Node<'a, '_>, report: &mut Report<'a>| checked(node, report, stringify!($place), $check);
            if let Some(given) = fields.optional(stringify!($place), read) {
                weights.$place = given;
            }
        };
    }
    field!(a, check_letter);
    field!(b, check_letter);
    field!(c, check_letter);
    field!(f, check_letter);
    field!(probable, check_share);
    field!(possible, check_share);
    field!(unverified, check_share);
    if !fields.close().sound {
        return None;
    }
    weights
        .check_order()
        .map_err(|error| report.add(node, || ProblemKind::Policy(PolicyError::Weights(error))))
        .ok()?;
    Some(weights)
}

fn checked<'a>(
    node: Node<'a, '_>,
    report: &mut Report<'a>,
    field: &'static str,
    check: fn(&'static str, Number) -> Result<(), WeightsError>,
) -> Option<Number> {
    let given = number(node, report)?;
    check(field, given).map_err(|error| report.add(node, || ProblemKind::Policy(PolicyError::Weights(error)))).ok()?;
    Some(given)
}
