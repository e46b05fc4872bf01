//! Claims and attributions.

use super::fields::Fields;
use super::node::Node;
use super::report::Report;
use super::scalar::{name, one_or_many, parsed, text, texts, truth, url};
use super::value::value;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};
use crate::model::problem::ProblemKind;

pub(super) fn claim<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Claim> {
    let mut fields = Fields::open(node, "a claim", report)?;
    let id = fields.required("id", text::<ClaimId>);
    let statement = fields.required("statement", text::<String>);
    let subject = fields.required("subject", text::<String>);
    let attribute = fields.required("attribute", text::<AttributeId>);
    let value = fields.required("value", value);
    let unit = fields.optional("unit", text);
    let when = fields.optional("when", parsed);
    if !fields.close().sound {
        return None;
    }
    let mut claim = Claim::new(id?, statement?, subject?, attribute?, value?);
    claim.unit = unit;
    claim.when = when;
    Some(claim)
}

pub(super) fn attribution<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Attribution> {
    let mut fields = Fields::open(node, "an attribution", report)?;
    let id = fields.required("id", text::<AttributionId>);
    let source = fields.required("source", text::<SourceId>);
    let claim = fields.optional("claim", text::<ClaimId>);
    let stance = fields.optional("stance", name);
    let certainty = fields.optional("certainty", name);
    let hedge = fields.optional("hedge", text);
    let cites = fields.optional("cites", chains);
    let basis = fields.optional("basis", name);
    let against_interest = fields.optional("against_interest", truth);
    let published = fields.optional("published", parsed);
    let url = fields.optional("url", url);
    let quote = fields.optional("quote", text);
    let corrects = fields.optional("corrects", texts);
    let retracts = fields.optional("retracts", texts);
    let disowns = fields.optional("disowns", texts);
    let closed = fields.close();
    // A field that was passed over may be the claim, misspelled: nobody is then told that it is missing as well.
    let speaks = claim.is_some() || retracts.is_some() || disowns.is_some();
    if !closed.sound || !(speaks || closed.complete) {
        return None;
    }
    let mut entry = Attribution::new(id?, source?, "");
    entry.claim = claim;
    entry.stance = stance;
    entry.certainty = certainty.unwrap_or_default();
    entry.hedge = hedge;
    entry.cites = cites.unwrap_or_default();
    entry.basis = basis.unwrap_or_default();
    entry.against_interest = against_interest.unwrap_or_default();
    entry.published = published;
    entry.url = url;
    entry.quote = quote;
    entry.corrects = corrects.unwrap_or_default();
    entry.retracts = retracts.unwrap_or_default();
    entry.disowns = disowns.unwrap_or_default();
    Some(entry)
}

/// Chains of cited sources; each may be a single source, and so may they all.
fn chains<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Vec<Vec<SourceId>>> {
    one_or_many(node, "a source, or a list of chains of sources", report, |node, report| {
        let chain: Vec<SourceId> = one_or_many(node, "a source, or a list of sources", report, text)?;
        if chain.is_empty() {
            report.add(node, || ProblemKind::Empty("a chain of cited sources"));
            return None;
        }
        Some(chain)
    })
}
