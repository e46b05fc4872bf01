//! The reviews of a document, wherever they stand in it.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::import::{Kind, Node, Reading, ReviewKind, Tree};
use crate::model::problem::Clean;

/// How deep a review may stand. Publishers stay below ten; a document that goes on further was made to be a nuisance.
const DEEPEST: usize = 64;

/// Something that was passed over, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver<'t> {
    /// Where it stands.
    pub at: Node<'t>,
    /// Why.
    pub reason: Reason,
}

impl std::fmt::Display for PassedOver<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pointer = self.at.pointer();
        if !pointer.as_str().is_empty() {
            write!(f, "{}: ", Clean(pointer.as_str()))?;
        }
        write!(f, "{}", self.reason)
    }
}

/// Why something was not read as a review.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Reason {
    /// The document holds things of other types.
    #[error("no ClaimReview and no MediaReview is here, only {}", listed(.0))]
    OtherTypes(Vec<String>),
    /// The document holds nothing that has a type.
    #[error("no ClaimReview and no MediaReview is here, nor anything that has an `@type`")]
    NoTypes,
    /// The document is no object and no list.
    #[error("expected an object or a list, found {}", .0.name())]
    NoObject(Kind),
    /// It holds `claimReviewed`, but is said to be something else.
    #[error("it holds `claimReviewed`, but is a {}", listed(.0))]
    OtherType(Vec<String>),
    /// It stands too deep.
    #[error("a review stands more than 64 levels deep")]
    TooDeep,
}

fn listed(types: &[String]) -> String {
    let named: Vec<String> = types.iter().take(5).map(|name| format!("`{}`", Clean(name))).collect();
    let more = types.len().saturating_sub(5);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest}", named.join(", "))
}

/// What a document holds.
pub(super) struct Found<'t> {
    pub(super) reviews: Vec<(Node<'t>, ReviewKind)>,
    /// Objects without a type that hold `claimReviewed`.
    pub(super) untyped: BTreeSet<u32>,
    pub(super) passed_over: Vec<PassedOver<'t>>,
    /// Whether anything says that the names are those of schema.org.
    pub(super) has_context: bool,
    pub(super) prefixes: Vec<String>,
}

/// Finds the reviews of a document, in one pass over its values.
pub(super) fn find(tree: &Tree) -> Found<'_> {
    let mut found = Found {
        reviews: Vec::new(),
        untyped: BTreeSet::new(),
        passed_over: Vec::new(),
        has_context: false,
        prefixes: Vec::new(),
    };
    let mut typed: Vec<Node<'_>> = Vec::new();
    let mut claiming: BTreeMap<u32, Node<'_>> = BTreeMap::new();
    for node in tree.nodes() {
        match node.raw_key() {
            Some("\"@type\"") => typed.push(node),
            Some("\"@context\"") => context(node, &mut found),
            Some(key) if key.ends_with("claimReviewed\"") => {
                claiming.extend(node.parent().map(|object| (object.number(), object)))
            }
            _ => {}
        }
    }
    let reading = Reading::of(tree, found.prefixes.clone());
    let mut objects: Vec<(Node<'_>, ReviewKind)> = Vec::new();
    for node in &typed {
        objects.extend(node.parent().zip(kind(&reading, *node)));
    }
    objects.sort_by_key(|(object, _)| object.number());
    let is_known =
        |object: &Node<'_>| objects.binary_search_by_key(&object.number(), |(known, _)| known.number()).is_ok();
    let mut untyped: Vec<(Node<'_>, ReviewKind)> = Vec::new();
    for object in claiming.into_values() {
        if is_known(&object) {
            continue;
        }
        match object.get("@type") {
            Some(other) => {
                let reason = Reason::OtherType(names(&reading, other));
                found.passed_over.push(PassedOver { at: object, reason });
            }
            None if found.untyped.insert(object.number()) => untyped.push((object, ReviewKind::Claim)),
            None => {}
        }
    }
    objects.append(&mut untyped);
    objects.sort_by_key(|(object, _)| object.number());
    objects.dedup_by_key(|(object, _)| object.number());
    for (object, kind) in objects {
        if object.is_within(DEEPEST) {
            found.reviews.push((object, kind));
        } else {
            found.passed_over.push(PassedOver { at: object, reason: Reason::TooDeep });
        }
    }
    if found.reviews.is_empty() && found.passed_over.is_empty() {
        let kinds: BTreeSet<String> = typed.into_iter().flat_map(|node| names(&reading, node)).collect();
        let reason = match tree.root().kind() {
            Kind::Object | Kind::List if kinds.is_empty() => Reason::NoTypes,
            Kind::Object | Kind::List => Reason::OtherTypes(kinds.into_iter().collect()),
            kind => Reason::NoObject(kind),
        };
        found.passed_over.push(PassedOver { at: tree.root(), reason });
    }
    found
}

/// The names of a type, without prefixes.
fn names(reading: &Reading<'_>, node: Node<'_>) -> Vec<String> {
    let all: Vec<Node<'_>> = if node.kind() == Kind::List { node.children().collect() } else { vec![node] };
    all.into_iter().filter_map(Node::text).map(|name| reading.plain(name.trim()).to_owned()).collect()
}

/// The kind of review that a type names, if one of its names does.
fn kind(reading: &Reading<'_>, node: Node<'_>) -> Option<ReviewKind> {
    if node.kind() == Kind::List {
        return node.children().find_map(|one| one.text().and_then(|name| review_kind(reading.plain(name.trim()))));
    }
    review_kind(reading.plain(node.text()?.trim()))
}

fn review_kind(name: &str) -> Option<ReviewKind> {
    if name.eq_ignore_ascii_case("ClaimReview") {
        Some(ReviewKind::Claim)
    } else {
        name.eq_ignore_ascii_case("MediaReview").then_some(ReviewKind::Media)
    }
}

/// Looks for schema.org in a context, and for the prefixes that it is given there: in the context, what it lists, and what stands in those.
fn context(node: Node<'_>, found: &mut Found<'_>) {
    let inner: Vec<Node<'_>> =
        node.children().flat_map(|child| std::iter::once(child).chain(child.children())).collect();
    for one in std::iter::once(node).chain(inner) {
        if !one.text().is_some_and(|text| is_schema_org(&text)) {
            continue;
        }
        found.has_context = true;
        if let Some(prefix) = one.key().filter(|key| !key.starts_with('@')) {
            found.prefixes.push(format!("{prefix}:"));
        }
    }
}

fn is_schema_org(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['/', '#']);
    let site = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    matches!(site.strip_prefix("www.").unwrap_or(site).to_ascii_lowercase().as_str(), "schema.org")
}
