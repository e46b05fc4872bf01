//! An evaluation as JSON: the contract of `docs/evaluation-json.md`, version 1.

mod advice;

use std::collections::{BTreeMap, BTreeSet};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use self::advice::{Settles, Sure, Together, Written, remedies};
use super::message::message;
use super::settlement::Settlement;
use super::step::next_step;
use super::wording::{Wording, wordings};
use crate::advise::{Settling, Topic};
use crate::evaluate::{Assessment, Conflict, Evaluation, Finding, NextStep, Side};
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;

/// The version of the form in which evaluations are written.
const VERSION: u32 = 1;

/// An evaluation as JSON on one line, in the form of `docs/evaluation-json.md`. The same evaluation gives the same bytes.
///
/// ```
/// use corroborate::{Dossier, Evaluator, Policy, render};
/// let dossier = Dossier::builder("An empty story").build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// assert_eq!(render::json(&evaluation), r#"{"corroborate":1,"as_of":null,"assessments":[],"conflicts":[]}"#);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn json(evaluation: &Evaluation<'_>) -> String {
    // Writing to memory fails for maps whose keys are no strings and for types that refuse; there are none here.
    serde_json::to_string(&Json::new(evaluation)).unwrap_or_default()
}

/// As [`json`], on many lines, indented by two spaces.
#[must_use]
pub fn json_pretty(evaluation: &Evaluation<'_>) -> String {
    serde_json::to_string_pretty(&Json::new(evaluation)).unwrap_or_default()
}

/// An evaluation that is written piece by piece, for [`serde_json::to_writer`] and other serializers. Each assessment, finding and conflict is worked out when its turn
/// comes, so that memory does not grow with their number.
///
/// ```
/// use corroborate::{Dossier, Evaluator, Policy, render};
/// # let dossier = Dossier::builder("An empty story").build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// let mut bytes = Vec::new();
/// serde_json::to_writer(&mut bytes, &render::Json::new(&evaluation))?;
/// assert_eq!(bytes, render::json(&evaluation).into_bytes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Json<'e> {
    evaluation: &'e Evaluation<'e>,
    only: Option<&'e BTreeSet<ClaimId>>,
    with_advice: bool,
}

impl<'e> Json<'e> {
    /// The judgement of every claim, and every conflict.
    #[must_use]
    pub const fn new(evaluation: &'e Evaluation<'e>) -> Self {
        Self { evaluation, only: None, with_advice: false }
    }

    /// Keeps to the judgement of these claims, and to the conflicts and topics that they are in.
    #[must_use]
    pub const fn only(mut self, claims: &'e BTreeSet<ClaimId>) -> Self {
        self.only = Some(claims);
        self
    }

    fn tells(&self, claim: &ClaimId) -> bool {
        self.only.is_none_or(|only| only.contains(claim))
    }

    /// Adds to every claim what may be written of it and what would settle it, and to the whole how the claims of each topic stand to each other.
    ///
    /// What would settle a claim is found by judging its part of the dossier some tens of times, so this costs far more than the judgement.
    #[must_use]
    pub const fn with_advice(mut self) -> Self {
        self.with_advice = true;
        self
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { evaluation, with_advice, .. } = *self;
        let is_told = |told: &Assessment<'_>| self.tells(&told.claim().id);
        let mut form = serializer.serialize_struct("Evaluation", if with_advice { 5 } else { 4 })?;
        form.serialize_field("corroborate", &VERSION)?;
        form.serialize_field("as_of", &evaluation.as_of())?;
        if with_advice {
            let settling = Settling::of(evaluation);
            let advised = |(assessment, wording)| Judged { assessment, advice: Some((wording, &settling)) };
            let each = Each(|| {
                evaluation.assessments().zip(wordings(evaluation)).filter(|(told, _)| is_told(told)).map(advised)
            });
            form.serialize_field("assessments", &each)?;
        } else {
            let plain = |assessment| Judged { assessment, advice: None };
            form.serialize_field("assessments", &Each(|| evaluation.assessments().filter(is_told).map(plain)))?;
        }
        let is_among = |clash: &Conflict| clash.claims.iter().any(|claim| self.tells(claim));
        form.serialize_field("conflicts", &Each(|| evaluation.conflicts().filter(is_among).map(Clash)))?;
        if with_advice {
            let is_told = |topic: &Topic<'_>| topic.assessments().any(|told| is_told(&told));
            form.serialize_field("topics", &Each(|| evaluation.topics().filter(is_told).map(Together)))?;
        }
        form.end()
    }
}

/// A list whose elements are made one after another.
struct Each<F>(F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}

struct Judged<'e, 's> {
    assessment: Assessment<'e>,
    advice: Option<(Wording, &'s Settling<'e>)>,
}

impl Serialize for Judged<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { assessment, advice } = self;
        let dossier = assessment.evaluation.dossier();
        let findings = assessment.findings();
        let mut form = serializer.serialize_struct("Assessment", if advice.is_some() { 9 } else { 7 })?;
        form.serialize_field("claim", &assessment.claim().id)?;
        form.serialize_field("verdict", &assessment.verdict())?;
        form.serialize_field("support", &Standing(assessment.support()))?;
        form.serialize_field("opposition", &Standing(assessment.opposition()))?;
        form.serialize_field("findings", &Each(|| findings.iter().map(|finding| Wrong { finding, dossier })))?;
        form.serialize_field("rests_on", &assessment.rests_on())?;
        form.serialize_field("confidence", &Sure(assessment.confidence()))?;
        if let Some((wording, settling)) = advice {
            form.serialize_field("wording", &Written(wording))?;
            form.serialize_field("remedies", &remedies(settling, assessment))?;
        }
        form.end()
    }
}

struct Standing<'e>(Side<'e>);

impl Serialize for Standing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(side) = self;
        let mut form = serializer.serialize_struct("Side", 8)?;
        form.serialize_field("least", &side.least())?;
        form.serialize_field("most", &side.most())?;
        form.serialize_field("credible", &side.credible())?;
        form.serialize_field("meets_standard", &side.meets_standard())?;
        form.serialize_field("origins", &side.origins())?;
        form.serialize_field("chokepoints", &side.chokepoints())?;
        form.serialize_field("attributions", &side.attributions())?;
        form.serialize_field("authority", &side.has_authority())?;
        form.end()
    }
}

struct Wrong<'f> {
    finding: &'f Finding,
    dossier: &'f Dossier,
}

impl Serialize for Wrong<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { finding, dossier } = self;
        let mut form = serializer.serialize_struct("Finding", 7)?;
        form.serialize_field("code", &finding.code)?;
        form.serialize_field("severity", &finding.severity)?;
        form.serialize_field("sources", &finding.sources)?;
        form.serialize_field("attributions", &finding.attributions)?;
        form.serialize_field("claims", &finding.claims)?;
        form.serialize_field("message", &message(finding, dossier))?;
        form.serialize_field("next", &Next { step: &finding.next, message: next_step(finding, dossier) })?;
        form.end()
    }
}

/// A next step: its own fields, and the sentence.
#[derive(serde::Serialize)]
struct Next<'f> {
    #[serde(flatten)]
    step: &'f NextStep,
    message: String,
}

struct Clash(Conflict);

impl Serialize for Clash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Conflict", 3)?;
        form.serialize_field("kind", &self.0.kind)?;
        form.serialize_field("claims", &self.0.claims)?;
        form.serialize_field("affirmed_by", &self.0.affirmed_by)?;
        form.end()
    }
}

impl Serialize for Settlement<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Settled<'s> {
            claim: &'s ClaimId,
            verdict: crate::evaluate::Verdict,
            remedies: Vec<Settles<'s>>,
        }
        let dossier = self.evaluation.dossier();
        let mut form = serializer.serialize_struct("Settlement", 3)?;
        form.serialize_field("corroborate", &VERSION)?;
        form.serialize_field("as_of", &self.evaluation.as_of())?;
        let settled = self.settled.iter().map(|settled| Settled {
            claim: &settled.assessment.claim().id,
            verdict: settled.assessment.verdict(),
            remedies: settled.remedies.iter().map(|remedy| Settles { remedy: remedy.clone(), dossier }).collect(),
        });
        form.serialize_field("claims", &settled.collect::<Vec<_>>())?;
        form.end()
    }
}

/// The fields of an entry as they stand in a file: strings without their quotation marks, everything else as JSON.
pub(super) fn fields<T: Serialize>(entry: &T) -> BTreeMap<String, String> {
    let text = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    match serde_json::to_value(entry) {
        Ok(serde_json::Value::Object(fields)) => fields.into_iter().map(|(name, value)| (name, text(value))).collect(),
        _ => BTreeMap::new(),
    }
}
