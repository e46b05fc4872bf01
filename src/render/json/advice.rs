//! Advice as JSON: how sure, what to write, what would settle it, and how the claims of a topic stand to each other.

use std::ops::Bound;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Each;
use crate::advise::{Addition, Best, Camp, Dispute, Outcome, Remedy, Settling, Topic};
use crate::evaluate::{Assessment, Bottleneck, Confidence, Evidence};
use crate::model::attribution::Stance;
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::edtf::Edtf;
use crate::model::id::{AttributeId, ClaimId, SourceId};
use crate::model::ranges::{Point, Ranges};
use crate::model::region::Region;
use crate::model::value::Value;
use crate::render::remedy::remedy;
use crate::render::wording::{Attributed, Stated, Wording, topic_wording};

pub(super) struct Sure<'e>(pub(super) Confidence<'e>);

impl Serialize for Sure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(confidence) = self;
        let mut form = serializer.serialize_struct("Confidence", 5)?;
        form.serialize_field("probability", &confidence.probability().as_number())?;
        form.serialize_field("log_odds", &confidence.log_odds().as_number())?;
        form.serialize_field("credibility", &confidence.credibility())?;
        form.serialize_field("support", &Weighed(confidence.support()))?;
        form.serialize_field("opposition", &Weighed(confidence.opposition()))?;
        form.end()
    }
}

struct Weighed<'e>(Evidence<'e>);

impl Serialize for Weighed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Evidence", 2)?;
        let caps = self.0.capped_by();
        form.serialize_field("log_odds", &self.0.log_odds().as_number())?;
        form.serialize_field("capped_by", &Each(|| caps.iter().map(Capped)))?;
        form.end()
    }
}

struct Capped<'b, 'e>(&'b Bottleneck<'e>);

impl Serialize for Capped<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Bottleneck", 2)?;
        form.serialize_field("sources", &self.0.sources)?;
        form.serialize_field("lets_through", &self.0.lets_through.as_number())?;
        form.end()
    }
}

/// A sentence, and what it says.
pub(super) struct Written<'w>(pub(super) &'w Wording);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(wording) = self;
        let mut form = serializer.serialize_struct("Wording", 3)?;
        form.serialize_field("sentence", &wording.sentence)?;
        form.serialize_field("states", &wording.states.as_ref().map(States::from))?;
        form.serialize_field("attributes", &Each(|| wording.attributes.iter().map(Attributes::from)))?;
        form.end()
    }
}

#[derive(serde::Serialize)]
struct States<'w> {
    claim: Option<&'w ClaimId>,
    subject: &'w str,
    attribute: &'w AttributeId,
    value: &'w Value,
    unit: Option<&'w str>,
    when: Option<&'w Edtf>,
}

impl<'w> From<&'w Stated> for States<'w> {
    fn from(stated: &'w Stated) -> Self {
        let Stated { claim, subject, attribute, value, unit, when } = stated;
        Self { claim: claim.as_ref(), subject, attribute, value, unit: unit.as_deref(), when: when.as_ref() }
    }
}

#[derive(serde::Serialize)]
struct Attributes<'w> {
    sources: &'w [SourceId],
    claim: &'w ClaimId,
    stance: Stance,
}

impl<'w> From<&'w Attributed> for Attributes<'w> {
    fn from(said: &'w Attributed) -> Self {
        Self { sources: &said.sources, claim: &said.claim, stance: said.stance }
    }
}

/// What would settle a claim, either way.
pub(super) fn remedies<'e>(settling: &Settling<'e>, assessment: &Assessment<'e>) -> Vec<Settles<'e>> {
    let dossier = assessment.evaluation.dossier();
    let both = Outcome::BOTH.into_iter().flat_map(|toward| settling.remedies(&assessment.claim().id, toward));
    both.map(|remedy| Settles { remedy, dossier }).collect()
}

pub(super) struct Settles<'e> {
    pub(super) remedy: Remedy,
    pub(super) dossier: &'e Dossier,
}

impl Serialize for Settles<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Remedy", 4)?;
        form.serialize_field("toward", &self.remedy.toward)?;
        form.serialize_field::<[Addition]>("additions", &self.remedy.additions)?;
        form.serialize_field("published", &self.remedy.published)?;
        form.serialize_field("message", &remedy(&self.remedy, self.dossier))?;
        form.end()
    }
}

/// A topic, taken together.
pub(super) struct Together<'e>(pub(super) Topic<'e>);

impl Serialize for Together<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(topic) = self;
        let mut form = serializer.serialize_struct("Topic", 7)?;
        form.serialize_field("subject", topic.subject())?;
        form.serialize_field("attribute", &topic.attribute().id)?;
        form.serialize_field("claims", &Each(|| topic.assessments().map(|assessment| &assessment.claim().id)))?;
        form.serialize_field("common_ground", &ids(topic.common_ground()))?;
        form.serialize_field("disputes", &Each(|| topic.disputes().map(Quarrel)))?;
        form.serialize_field("best_supported", &Each(|| topic.best_supported().map(Agreed)))?;
        form.serialize_field("wording", &Written(&topic_wording(topic)))?;
        form.end()
    }
}

fn ids(claims: Vec<&Claim>) -> Vec<&ClaimId> {
    claims.into_iter().map(|claim| &claim.id).collect()
}

struct Quarrel<'e>(Dispute<'e>);

impl Serialize for Quarrel<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // There can be exponentially many.
        const MOST: usize = 100;
        let Self(dispute) = self;
        let mut form = serializer.serialize_struct("Dispute", 3)?;
        form.serialize_field("claims", &ids(dispute.claims()))?;
        form.serialize_field("camps", &Each(|| dispute.camps().take(MOST).map(Side)))?;
        form.serialize_field("has_more", &dispute.camps().nth(MOST).is_some())?;
        form.end()
    }
}

struct Side<'e>(Camp<'e>);

impl Serialize for Side<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Camp", 4)?;
        form.serialize_field("claims", &ids(self.0.claims()))?;
        form.serialize_field("sources", &self.0.sources())?;
        form.serialize_field("least", &self.0.least())?;
        form.serialize_field("credible", &self.0.credible())?;
        form.end()
    }
}

struct Agreed<'e>(Best<'e>);

impl Serialize for Agreed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(best) = self;
        let mut form = serializer.serialize_struct("Best", 4)?;
        form.serialize_field("when", &best.when)?;
        form.serialize_field("values", &Values(&best.region))?;
        form.serialize_field("origins", &best.origins)?;
        form.serialize_field("claims", &ids(best.claims.clone()))?;
        form.end()
    }
}

/// The pieces of a region.
struct Values<'r>(&'r Region);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Region::Numbers(set) => pieces(set, serializer),
            Region::Days(set) => pieces(set, serializer),
            Region::Texts(texts) => serializer.collect_seq(texts.named()),
            Region::Truths(truths) => serializer.collect_seq([false, true].into_iter().filter(|t| truths.contains(*t))),
        }
    }
}

/// One piece of a line; an end that is left out is open.
#[derive(serde::Serialize)]
struct Piece<T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<T>,
}

fn pieces<T: Point + Serialize, S: Serializer>(set: &Ranges<T>, serializer: S) -> Result<S::Ok, S::Error> {
    let ends = |end: Bound<&T>| match end {
        Bound::Included(at) => (Some(at.clone()), None),
        Bound::Excluded(at) => (None, Some(at.clone())),
        Bound::Unbounded => (None, None),
    };
    serializer.collect_seq(set.iter().map(|(low, high)| {
        let ((from, above), (to, below)) = (ends(low), ends(high));
        Piece { from, above, to, below }
    }))
}
