//! The shapes of a dossier and of a line of one.

use schemars::JsonSchema;

use crate::model::attribute::Attribute;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::rule::Rule;
use crate::model::source::Source;

/// A dossier with an entry of each kind.
pub(super) fn example() -> serde_json::Value {
    serde_json::json!({
        "corroborate": 1,
        "title": "A treaty",
        "sources": [
            {"id": "duma", "name": "State Duma", "kind": "legislature", "authority_on": ["ratified-on"]},
            {"id": "wire", "name": "The Wire", "kind": "news-agency", "reliability": "A"}
        ],
        "attributes": [{"id": "signed-on", "kind": "date"}, {"id": "ratified-on", "kind": "date"}],
        "claims": [{
            "id": "oct-24", "statement": "The treaty was ratified on 24 October 2024", "subject": "treaty",
            "attribute": "ratified-on", "value": {"date": "2024-10-24"}
        }],
        "attributions": [
            {"id": "r1", "source": "duma", "claim": "oct-24", "basis": "record", "published": "2024-10-24"},
            {"id": "r2", "source": "wire", "claim": "oct-24", "cites": [["duma"]], "published": "2024-10-25"}
        ],
        "rules": [{"at_most": ["signed-on", "ratified-on"]}]
    })
}

/// What a desk knows about a story: sources, attributes, claims, attributions and rules.
#[derive(JsonSchema)]
#[schemars(rename = "Dossier", deny_unknown_fields, extend("examples" = [example()]))]
#[expect(dead_code, reason = "only its shape is wanted")]
pub(super) struct File {
    /// The version of the file format: 1.
    #[schemars(extend("const" = 1))]
    corroborate: u32,
    /// The title of the story.
    title: Option<String>,
    /// Who speaks: people, organisations, media, documents.
    #[schemars(default)]
    sources: Vec<Source>,
    /// What can be said of a subject.
    #[schemars(default)]
    attributes: Vec<Attribute>,
    /// The propositions that are checked.
    #[schemars(default)]
    claims: Vec<Claim>,
    /// Who says what of the claims, when, and how they came by it.
    #[schemars(default)]
    attributions: Vec<Attribution>,
    /// Arithmetic laws between attributes.
    #[schemars(default)]
    rules: Vec<Rule>,
}

/// The header, on the first line, or an entry.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is wanted")]
pub(super) enum Line {
    Header(Header),
    Entry(Box<Entry>),
}

/// The first line.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is wanted")]
pub(super) struct Header {
    /// The version of the file format: 1.
    #[schemars(extend("const" = 1))]
    corroborate: u32,
    /// The title of the story.
    title: Option<String>,
}

/// An entry, under its kind.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its shape is wanted")]
pub(super) enum Entry {
    /// Who speaks: a person, an organisation, a medium, a document.
    Source(Source),
    /// What can be said of a subject.
    Attribute(Attribute),
    /// A proposition that is checked.
    Claim(Claim),
    /// A source saying something about a claim, or taking back what it said.
    Attribution(Attribution),
    /// An arithmetic law between attributes.
    Rule(Rule),
}
