//! Values: what a claim says of an attribute, in one of several forms.

use super::form::Form;
use super::node::Node;
use super::report::Report;
use super::scalar::{number, parsed, text, texts};
use crate::model::number::{Number, NumberError};
use crate::model::problem::ProblemKind;
use crate::model::quantity::Quantity;
use crate::model::value::Value;

/// A value that means something.
pub(super) fn value<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Value> {
    let value = if let Some(truth) = node.truth() {
        Value::Truth(truth)
    } else if node.is_string() {
        bare_string(node, report)?
    } else if node.is_number() {
        Value::Quantity(Quantity::Exactly(number(node, report)?))
    } else if node.is_object() {
        formed(node, report)?
    } else {
        return node.is_no("a number, true, false, or a form such as `{\"date\": \"2024-06\"}`", report);
    };
    value.check().map_err(|error| report.add(node, || ProblemKind::Value(error))).ok()?;
    Some(value)
}

/// A number in quotes. Who means a text or a date is told how to write it.
fn bare_string<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Value> {
    let text = node.string(report)?;
    match text.parse() {
        Ok(number) => Some(Value::Quantity(Quantity::Exactly(number))),
        Err(error) => {
            report.add(node, || match error {
                NumberError::Malformed(given) => ProblemKind::BareString(given),
                other => ProblemKind::Number(other),
            });
            None
        }
    }
}

/// What a form of value holds.
enum Holds {
    Number(fn(Number) -> Quantity),
    TwoNumbers,
    Date,
    Text,
    Texts,
}

const FORMS: [(&str, Holds); 11] = [
    ("exactly", Holds::Number(Quantity::Exactly)),
    ("about", Holds::Number(Quantity::About)),
    ("nearly", Holds::Number(Quantity::Nearly)),
    ("at_least", Holds::Number(Quantity::AtLeast)),
    ("at_most", Holds::Number(Quantity::AtMost)),
    ("more_than", Holds::Number(Quantity::MoreThan)),
    ("fewer_than", Holds::Number(Quantity::FewerThan)),
    ("between", Holds::TwoNumbers),
    ("date", Holds::Date),
    ("text", Holds::Text),
    ("one_of", Holds::Texts),
];

/// The names of the forms.
#[cfg(all(test, feature = "schema"))]
pub(crate) fn forms() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|(name, _)| *name)
}

fn formed<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Value> {
    let form = Form::of(node, "a value", report)?;
    let inner = form.inner(&node.place, report);
    match FORMS.iter().find(|(name, _)| *name == form.name) {
        None => form.is_unknown(node, "form of value", FORMS.iter().map(|(name, _)| *name), report),
        Some((_, Holds::Number(quantity))) => Some(Value::Quantity(quantity(number(inner, report)?))),
        Some((_, Holds::TwoNumbers)) => between(inner, report),
        Some((_, Holds::Date)) => Some(Value::Date(parsed(inner, report)?)),
        Some((_, Holds::Text)) => Some(Value::Text(vec![text(inner, report)?])),
        Some((_, Holds::Texts)) => Some(Value::Text(texts(inner, report)?)),
    }
}

fn between<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Value> {
    const TWO: &str = "a list of two numbers";
    let (mut low, mut high) = (None, None);
    let mut given = 0;
    node.each(TWO, report, |at, end, report| {
        given += 1;
        match at {
            0 => low = number(end, report),
            1 => high = number(end, report),
            _ => {}
        }
    })?;
    if given != 2 {
        report.add(node, || ProblemKind::Type { expected: TWO, found: "a list of another length" });
        return None;
    }
    Some(Value::Quantity(Quantity::Between(low?, high?)))
}
