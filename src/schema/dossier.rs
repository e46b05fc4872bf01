//! The shapes of a dossier and of a line of one.

use schemars::JsonSchema;

use crate::model::attribute::Attribute;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::rule::Rule;
use crate::model::source::Source;

/// What a desk knows about a story: sources, attributes, claims, attributions and rules.
#[derive(JsonSchema)]
#[schemars(rename = "Dossier", deny_unknown_fields)]
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
    Entry(Entry),
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
