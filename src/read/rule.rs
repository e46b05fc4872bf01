//! Rules.

use super::fields::Fields;
use super::form::Form;
use super::node::Node;
use super::report::Report;
use super::source::{scope, scopes};
use super::value::value;
use crate::model::problem::ProblemKind;
use crate::model::rule::{Rule, Term};

pub(super) fn rule<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Rule> {
    let form = Form::of(node, "a rule", report)?;
    let inner = form.inner(&node.place, report);
    match &*form.name {
        "at_most" => scopes(inner, report).map(Rule::AtMost),
        "implies" => implies(inner, report),
        "sum" => sum(inner, report),
        _ => form.is_unknown(node, "rule", ["at_most", "implies", "sum"].into_iter(), report),
    }
}

fn implies<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Rule> {
    let mut fields = Fields::open(node, "an implication", report)?;
    let condition = fields.required("if", term);
    let consequence = fields.required("then", term);
    fields.close();
    Some(Rule::Implies { condition: condition?, consequence: consequence? })
}

fn sum<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Rule> {
    let mut fields = Fields::open(node, "a sum", report)?;
    let parts = fields.required("parts", scopes);
    let total = fields.required("total", scope);
    fields.close();
    Some(Rule::Sum { parts: parts?, total: total? })
}

/// An attribute and a value of it.
fn term<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Term> {
    const PAIR: &str = "a list of an attribute and a value";
    let (mut attribute, mut stated) = (None, None);
    let mut given = 0;
    node.each(PAIR, report, |at, element, report| {
        given += 1;
        match at {
            0 => attribute = scope(element, report),
            1 => stated = value(element, report),
            _ => {}
        }
    })?;
    if given != 2 {
        report.add(node, || ProblemKind::Type { expected: PAIR, found: "a list of another length" });
        return None;
    }
    Some(Term(attribute?, stated?))
}
