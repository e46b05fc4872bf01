//! Sources.

use super::fields::Fields;
use super::node::Node;
use super::report::Report;
use super::scalar::{name, one_or_many, text, truth, url};
use crate::model::id::SourceId;
use crate::model::source::{Party, Scope, Source};

pub(super) fn source<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Source> {
    let mut fields = Fields::open(node, "a source", report)?;
    let id = fields.required("id", text::<SourceId>);
    let called = fields.required("name", text::<String>);
    let kind = fields.optional("kind", name);
    let url = fields.optional("url", url);
    let reliability = fields.optional("reliability", name);
    let anonymous = fields.optional("anonymous", truth);
    let party = fields.optional("party", party);
    let speaks_for = fields.optional("speaks_for", text);
    let owner = fields.optional("owner", text);
    let authority_on = fields.optional("authority_on", scopes);
    if !fields.close().sound {
        return None;
    }
    let mut source = Source::new(id?, called?);
    source.kind = kind.unwrap_or_default();
    source.url = url;
    source.reliability = reliability.unwrap_or_default();
    source.anonymous = anonymous.unwrap_or_default();
    source.party = party.unwrap_or_default();
    source.speaks_for = speaks_for;
    source.owner = owner;
    source.authority_on = authority_on.unwrap_or_default();
    Some(source)
}

fn party<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Party> {
    match node.truth() {
        Some(true) => Some(Party::Yes),
        Some(false) => Some(Party::No),
        None => one_or_many(node, "true, false, or a list of attributes", report, text).map(Party::On),
    }
}

/// `attribute` or `subject/attribute`.
pub(super) fn scope(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Scope> {
    Some(Scope::new(&node.string(report)?))
}

/// A list of scopes, or a single one.
pub(super) fn scopes<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Vec<Scope>> {
    one_or_many(node, "a string or a list of strings", report, scope)
}
