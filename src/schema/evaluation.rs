//! The shapes of an evaluation in JSON; `docs/evaluation-json.md` describes every key.
#![expect(dead_code, reason = "only the shapes are wanted")]

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;

use super::page;
use crate::advise::{Heard, Outcome};
use crate::evaluate::{ConflictKind, Verdict};
use crate::model::attribution::Stance;
use crate::model::code::{Code, Severity};
use crate::model::edtf::Edtf;
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};
use crate::model::moment::Moment;
use crate::model::number::Number;
use crate::model::scales::Credibility;
use crate::model::value::Value;

/// What the recorded sourcing of a dossier supports, claim by claim.
#[derive(JsonSchema)]
pub(super) struct Evaluation {
    #[schemars(extend("const" = 1))]
    corroborate: u32,
    as_of: Option<Moment>,
    assessments: Vec<Assessment>,
    conflicts: Vec<Conflict>,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<Topic>,
}

/// The judgement of a claim.
#[derive(JsonSchema)]
struct Assessment {
    claim: ClaimId,
    verdict: Verdict,
    support: Side,
    opposition: Side,
    findings: Vec<Finding>,
    rests_on: Vec<AttributionId>,
    confidence: Confidence,
    #[schemars(skip_serializing_if = "Json::is_null")]
    wording: Wording,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    remedies: Vec<Remedy>,
}

/// What stands for a claim, or against it.
#[derive(JsonSchema)]
struct Side {
    least: u32,
    most: u32,
    credible: u32,
    meets_standard: bool,
    origins: Vec<SourceId>,
    chokepoints: Vec<SourceId>,
    attributions: Vec<AttributionId>,
    authority: bool,
}

/// How much the evidence weighs.
#[derive(JsonSchema)]
struct Confidence {
    #[schemars(extend("exclusiveMinimum" = 0, "exclusiveMaximum" = 1))]
    probability: Number,
    log_odds: Number,
    credibility: Credibility,
    support: Evidence,
    opposition: Evidence,
}

/// How much the evidence on one side weighs.
#[derive(JsonSchema)]
struct Evidence {
    #[schemars(extend("minimum" = 0))]
    log_odds: Number,
    capped_by: Vec<Cap>,
}

/// Where more evidence cannot get through.
#[derive(JsonSchema)]
struct Cap {
    sources: Vec<SourceId>,
    lets_through: Number,
}

/// Something that is wrong with the sourcing of a claim.
#[derive(JsonSchema)]
struct Finding {
    code: Open<Code>,
    severity: Severity,
    sources: Vec<SourceId>,
    attributions: Vec<AttributionId>,
    claims: Vec<ClaimId>,
    message: String,
    next: NextStep,
}

/// What to do about a finding.
#[derive(JsonSchema)]
struct NextStep {
    step: String,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    beyond: Vec<SourceId>,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    of: Vec<String>,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    with: Vec<ClaimId>,
    message: String,
}

/// Claims that cannot hold together.
#[derive(JsonSchema)]
struct Conflict {
    kind: Open<ConflictKind>,
    claims: Vec<ClaimId>,
    affirmed_by: Vec<Vec<AttributionId>>,
}

/// What may be written.
#[derive(JsonSchema)]
struct Wording {
    sentence: String,
    states: Option<Stated>,
    attributes: Vec<Attributed>,
}

/// What a sentence puts in the mouth of sources.
#[derive(JsonSchema)]
struct Attributed {
    /// The sources.
    sources: Vec<SourceId>,
    /// The claim.
    claim: ClaimId,
    /// What they say of it: that it is so, or that it is not.
    stance: Stance,
}

/// What a sentence states as fact.
#[derive(JsonSchema)]
struct Stated {
    claim: Option<ClaimId>,
    subject: String,
    attribute: AttributeId,
    value: Value,
    unit: Option<String>,
    when: Option<Edtf>,
}

/// What would settle a claim.
#[derive(JsonSchema)]
struct Remedy {
    toward: Outcome,
    additions: Vec<Addition>,
    published: Option<Moment>,
    message: String,
}

/// What is to be added to a dossier.
#[derive(JsonSchema)]
struct Addition {
    add: String,
    #[schemars(skip_serializing_if = "Json::is_null")]
    count: u32,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    beyond: Vec<SourceId>,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    one_of: Vec<SourceId>,
    #[schemars(skip_serializing_if = "Json::is_null")]
    source: SourceId,
    #[schemars(skip_serializing_if = "Json::is_null")]
    heard: Heard,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    corrects: Vec<AttributionId>,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    retracts: Vec<AttributionId>,
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    disowns: Vec<AttributionId>,
}

/// How the claims of a topic stand to each other.
#[derive(JsonSchema)]
struct Topic {
    subject: String,
    attribute: AttributeId,
    claims: Vec<ClaimId>,
    common_ground: Vec<ClaimId>,
    disputes: Vec<Dispute>,
    best_supported: Vec<Best>,
    wording: Wording,
}

/// Claims that oppose each other.
#[derive(JsonSchema)]
struct Dispute {
    /// The claims.
    claims: Vec<ClaimId>,
    camps: Vec<Camp>,
    has_more: bool,
}

/// Claims that can hold together.
#[derive(JsonSchema)]
struct Camp {
    /// The claims.
    claims: Vec<ClaimId>,
    /// The sources behind them.
    sources: Vec<SourceId>,
    /// Independent origins, at the least.
    least: u32,
    /// Credible independent origins.
    credible: u32,
}

/// On which values most origins agree, at one time of fact.
#[derive(JsonSchema)]
struct Best {
    /// The time that the values are about; null: no particular time.
    when: Option<Edtf>,
    values: Vec<Agreed>,
    origins: u32,
    /// The claims that say so.
    claims: Vec<ClaimId>,
}

/// A value, or a piece of a line.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Agreed {
    /// A truth.
    Truth(bool),
    /// A text.
    Text(String),
    /// A piece of a line.
    Piece(Piece),
}

/// A piece of a line; an end that is left out is open.
#[derive(JsonSchema)]
struct Piece {
    #[schemars(skip_serializing_if = "Json::is_null")]
    from: End,
    #[schemars(skip_serializing_if = "Json::is_null")]
    above: End,
    #[schemars(skip_serializing_if = "Json::is_null")]
    to: End,
    #[schemars(skip_serializing_if = "Json::is_null")]
    below: End,
}

/// A number, or a day.
struct End;

impl JsonSchema for End {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "End".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["number", "string"]})
    }
}

/// A word of a vocabulary that may grow.
struct Open<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Open<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let words = T::json_schema(generator);
        let words =
            words.get("oneOf").and_then(Json::as_array).into_iter().flatten().filter_map(|word| word.get("const"));
        json_schema!({"type": "string", "examples": words.collect::<Vec<_>>()})
    }
}

/// The tables of the page, in its order, by what they describe.
const TABLES: [&str; 17] = [
    "Evaluation",
    "Assessment",
    "Side",
    "Confidence",
    "Evidence",
    "Cap",
    "Finding",
    "NextStep",
    "Conflict",
    "Wording",
    "Stated",
    "Remedy",
    "Addition",
    "Topic",
    "Dispute",
    "Best",
    "Piece",
];

/// Describes the keys of an evaluation as its page does.
pub(super) fn describe(schema: &mut Json) {
    let page = include_str!("../../docs/evaluation-json.md");
    for (nth, name) in TABLES.iter().enumerate() {
        let object = if nth == 0 { Some(&mut *schema) } else { schema.pointer_mut(&format!("/$defs/{name}")) };
        if let Some(object) = object.and_then(Json::as_object_mut) {
            page::describe(object, page::table(page, nth, 2));
        }
    }
}
