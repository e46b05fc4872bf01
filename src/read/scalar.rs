//! Numbers, names, dates and lists of ids: what the fields of several nouns hold.

use std::str::FromStr;

use url::Url;

use super::node::Node;
use super::report::Report;
use crate::model::names::UnknownName;
use crate::model::number::Number;
use crate::model::problem::ProblemKind;

/// A text, or whatever is made of one without fail, such as an id.
pub(super) fn text<T: for<'t> From<&'t str>>(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<T> {
    Some(T::from(&node.string(report)?))
}

/// What a text spells, such as a date.
pub(super) fn parsed<T: FromStr>(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<T>
where
    ProblemKind: From<T::Err>,
{
    made(node, report, |text| text.parse().map_err(ProblemKind::from))
}

/// A word of a closed vocabulary.
pub(super) fn name<T: FromStr<Err = UnknownName>>(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<T> {
    made(node, report, |text| text.parse().map_err(ProblemKind::UnknownName))
}

/// An address.
pub(super) fn url(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Url> {
    made(node, report, |text| {
        Url::parse(text).map_err(|error| ProblemKind::Url { given: text.to_owned(), reason: error.to_string() })
    })
}

fn made<T>(
    node: Node<'_, '_>,
    report: &mut Report<'_>,
    make: impl FnOnce(&str) -> Result<T, ProblemKind>,
) -> Option<T> {
    let text = node.string(report)?;
    make(&text).map_err(|error| report.add(node, || error)).ok()
}

/// Yes or no.
pub(super) fn truth(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<bool> {
    node.truth().or_else(|| node.is_no("true or false", report))
}

/// A number, from its digits in the file or in a string: it never passes through a binary one.
pub(super) fn number(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Number> {
    if node.is_string() {
        return parsed(node, report);
    }
    if !node.is_number() {
        return node.is_no("a number", report);
    }
    node.json.parse().map_err(|error| report.add(node, || ProblemKind::Number(error))).ok()
}

/// A number of days or of origins.
pub(super) fn count(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<u32> {
    let (units, decimals) = number(node, report)?.parts();
    match u32::try_from(units) {
        Ok(count) if decimals == 0 => Some(count),
        _ => {
            report.add(node, || ProblemKind::NotACount(node.json.trim_matches('"').to_owned()));
            None
        }
    }
}

/// A list, or its single element.
pub(super) fn one_or_many<'a, T>(
    node: Node<'a, '_>,
    expected: &'static str,
    report: &mut Report<'a>,
    mut read: impl FnMut(Node<'a, '_>, &mut Report<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    if node.is_string() {
        return read(node, report).map(|one| vec![one]);
    }
    let mut many = Vec::new();
    let mut sound = true;
    node.each(expected, report, |_, element, report| match read(element, report) {
        Some(one) => many.push(one),
        None => sound = false,
    })?;
    sound.then_some(many)
}

/// A list of ids or texts, or a single one.
pub(super) fn texts<'a, T: for<'t> From<&'t str>>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Vec<T>> {
    one_or_many(node, "a string or a list of strings", report, text)
}
