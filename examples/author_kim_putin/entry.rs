//! The entries of a dossier, with their fields in the order in which people read them.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

#[derive(Serialize)]
pub(crate) struct Source {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reliability: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) anonymous: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) speaks_for: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) owner: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) authority_on: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) party: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct Attribute {
    pub(crate) id: String,
    pub(crate) kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<String>,
    pub(crate) over_time: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) many: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) holds_for: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) closes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phrase: Option<Box<RawValue>>,
}

/// A claim is decided upon in the form in which the dossier holds it. The value stays as it was written, so that no
/// figure passes through a binary number.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claim {
    pub(crate) id: String,
    pub(crate) statement: String,
    pub(crate) subject: String,
    pub(crate) attribute: String,
    pub(crate) value: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) when: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct Attribution {
    pub(crate) id: String,
    pub(crate) source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) claim: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) certainty: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hedge: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) cites: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) basis: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) against_interest: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) corrects: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) retracts: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) disowns: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
}

pub(crate) struct Dossier {
    pub(crate) title: &'static str,
    pub(crate) sources: Vec<Source>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) rules: Vec<Box<RawValue>>,
}
