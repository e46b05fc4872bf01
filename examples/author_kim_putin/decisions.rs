//! What the desk decided: the folder `examples/kim-putin/`, one decision a line.

use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::entry::Claim;
use crate::lines;

/// Which case sources are one source, and how the desk marks it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceDecision {
    /// Ids in the case; none for a source that the desk added. The first gives the name, if none is given here.
    #[serde(default)]
    pub(crate) case: Vec<String>,
    pub(crate) left_out: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) anonymous: bool,
    pub(crate) reliability: Option<String>,
    pub(crate) speaks_for: Option<String>,
    pub(crate) owner: Option<String>,
    /// The belligerent whose stakes this source has.
    pub(crate) camp: Option<String>,
    #[serde(default)]
    pub(crate) authority_on: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeDecision {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) unit: Option<String>,
    pub(crate) over_time: String,
    #[serde(default)]
    pub(crate) many: bool,
    pub(crate) holds_for: Option<u32>,
    pub(crate) closes: Option<String>,
    /// How to say a figure that is nobody's own claim.
    pub(crate) phrase: Option<Box<RawValue>>,
    /// The camps that have a stake in the answer; it becomes the `party` of their sources.
    #[serde(default)]
    pub(crate) contested_by: Vec<String>,
}

/// What the desk reads in a word: the same for a page, a recorded utterance and a sentence of the article.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordDecision {
    /// The report that is this word, where it is a page.
    pub(crate) report: Option<String>,
    /// The sentence of the article, where it is one.
    pub(crate) seed: Option<String>,
    /// The report in which an utterance was found.
    pub(crate) shown_by: Option<String>,
    pub(crate) left_out: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) claim: Option<String>,
    pub(crate) stance: Option<String>,
    pub(crate) certainty: Option<String>,
    pub(crate) hedge: Option<String>,
    /// In place of the chain that the case gives, which cannot tell two chains from one of two links.
    pub(crate) cites: Option<Vec<Vec<String>>>,
    pub(crate) basis: Option<String>,
    #[serde(default)]
    pub(crate) against_interest: bool,
    pub(crate) published: Option<String>,
    /// The date in the case cannot be right: the page is older than what it reports.
    #[serde(default)]
    pub(crate) undated: bool,
    #[serde(default)]
    pub(crate) corrects: Vec<String>,
    #[serde(default)]
    pub(crate) retracts: Vec<String>,
    #[serde(default)]
    pub(crate) disowns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleDecision {
    #[serde(rename = "why")]
    _why: String,
    pub(crate) rule: Box<RawValue>,
}

pub(crate) struct Decisions {
    pub(crate) sources: Vec<SourceDecision>,
    pub(crate) attributes: Vec<AttributeDecision>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) rules: Vec<RuleDecision>,
    pub(crate) reports: Vec<WordDecision>,
    pub(crate) own_words: Vec<WordDecision>,
    pub(crate) article: Vec<WordDecision>,
}

impl Decisions {
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        Ok(Self {
            sources: lines::read(folder, "sources.jsonl")?,
            attributes: lines::read(folder, "attributes.jsonl")?,
            claims: lines::read(folder, "claims.jsonl")?,
            rules: lines::read(folder, "rules.jsonl")?,
            reports: lines::read(folder, "reports.jsonl")?,
            own_words: lines::read(folder, "own-words.jsonl")?,
            article: lines::read(folder, "article.jsonl")?,
        })
    }
}
