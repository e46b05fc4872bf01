//! The sentence for a topic.

use super::claim::Told;
use super::fact::{Fact, by_number};
use super::voices::Voices;
use super::{Desk, Wording};
use crate::advise::Topic;
use crate::evaluate::Assessment;
use crate::model::attribution::Stance;
use crate::model::edtf::Edtf;
use crate::model::unit::Unit;
use crate::model::value::Value;
use crate::render::scene::quoted;
use crate::render::value::figure;

/// So many who say more or otherwise are told.
const OTHERS: usize = 2;

impl Desk {
    pub(in crate::render) fn topic(&mut self, topic: &Topic<'_>) -> Wording {
        let evaluation = topic.evaluation();
        let newest = newest(topic);
        let strongest = self.strongest(topic, newest.as_ref()).first().cloned();
        let mut now: Vec<Assessment<'_>> = topic
            .assessments()
            .filter(|assessment| newest.is_none() || assessment.claim().when == newest)
            .filter(|assessment| evaluation.is_held(assessment.claim))
            .collect();
        now.sort_by_key(|assessment| std::cmp::Reverse((assessment.verdict(), assessment.support().credible())));
        let Some(strongest) = strongest else {
            let any = now.into_iter().next().or_else(|| {
                topic.assessments().max_by_key(|assessment| (assessment.verdict(), assessment.support().credible()))
            });
            return match any {
                Some(assessment) => self.claim(&assessment, topic),
                None => Told::default().into_wording(),
            };
        };
        let unit = |unit: Option<&str>| unit.or(topic.attribute().unit.as_deref()).map(Unit::new);
        let tolerance = &evaluation.policy().tolerance;
        let stated = strongest.value.extent(unit(strongest.unit.as_deref()).as_ref(), tolerance);
        let by = if strongest.has_authority { String::new() } else { by_number(strongest.credible) };
        let fact = Fact::of(topic, &strongest, evaluation.dossier());
        let mut told = Told { words: format!("{}{by}", fact.words), states: Some(fact.stated), ..Told::default() };
        let mut others = Vec::new();
        for assessment in now {
            let claim = assessment.claim();
            let extent = claim.value.extent(unit(claim.unit.as_deref()).as_ref(), tolerance);
            // What follows from the fact is said with it.
            let is_told = stated.as_ref().zip(extent).is_some_and(|(stated, own)| stated.core.is_subset(&own.core));
            let voices = Voices::of(&assessment);
            if is_told || topic.attribute().many || voices.is_empty() || voices.lead_nowhere() || others.len() == OTHERS
            {
                continue;
            }
            let (subject, behind) = voices.subject();
            others.push(match &claim.value {
                Value::Quantity(_) => {
                    let unit = claim.unit.as_deref().or(topic.attribute().unit.as_deref());
                    format!("{subject} spoke of {}{behind}", figure(&claim.value, unit))
                }
                _ => format!("{subject} said: {}{behind}", quoted(claim)),
            });
            told.attribute(claim, voices.sources(), Stance::Affirms);
        }
        for other in others {
            told.words.push_str("; ");
            told.words.push_str(&other);
        }
        told.into_wording()
    }
}

/// The newest time that a claim that is held is about; any claim, where none is.
fn newest(topic: &Topic<'_>) -> Option<Edtf> {
    let latest = |claims: Vec<&crate::model::claim::Claim>| {
        let dated = claims.into_iter().filter_map(|claim| claim.when.as_ref());
        dated.max_by_key(|when| (when.end().is_none(), when.end(), when.start(), when.as_str().to_owned())).cloned()
    };
    if topic.attribute().over_time == crate::model::attribute::OverTime::Fixed {
        return None;
    }
    latest(topic.held()).or_else(|| latest(topic.claims(topic.numbers().iter().copied())))
}
