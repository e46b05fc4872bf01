//! What stands where on the page: topics as in the text report, and how much of each is told.

use std::collections::BTreeMap;

use super::measure::Allowance;
use crate::advise::Topic;
use crate::evaluate::{Assessment, Evaluation, Verdict};
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;

/// A topic and its claims, in the order in which they stand.
pub(super) struct Chapter<'e> {
    pub(super) topic: Topic<'e>,
    pub(super) claims: Vec<Assessment<'e>>,
}

/// Subjects with the gravest verdicts come first, then topics, then claims; those of one verdict by the time that they are about.
pub(super) fn chapters<'e>(evaluation: &'e Evaluation<'e>) -> Vec<Chapter<'e>> {
    let mut gravest: BTreeMap<&str, Verdict> = BTreeMap::new();
    let mut chapters: Vec<Chapter<'e>> = Vec::new();
    for topic in evaluation.topics() {
        let mut claims: Vec<Assessment<'e>> = topic.assessments().collect();
        claims.sort_by_key(|a| (a.verdict(), a.claim().when.as_ref().and_then(|when| when.start())));
        if let Some(first) = claims.first().map(Assessment::verdict) {
            let of_subject = gravest.entry(topic.subject()).or_insert(first);
            *of_subject = first.min(*of_subject);
            chapters.push(Chapter { topic, claims });
        }
    }
    chapters.sort_by_key(|chapter| {
        let subject = chapter.topic.subject();
        (gravest.get(subject).copied(), subject, chapter.claims.first().map(Assessment::verdict))
    });
    chapters
}

/// The name of a claim in addresses: its id where that is plain, so that a link holds from one version of the sheet to the next; else its number.
pub(super) fn anchor(id: &ClaimId, dossier: &Dossier) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let id = id.as_str();
    if id.len() <= 64 && !id.is_empty() && id.chars().all(plain) {
        return format!("c-{id}");
    }
    let number = dossier.claims().binary_search_by(|claim| claim.id.as_str().cmp(id)).unwrap_or_default();
    format!("n-{number}")
}

/// How much of a topic is worked out.
pub(super) fn is_small(chapter: &Chapter<'_>, words: usize, allowance: &mut Allowance) -> bool {
    chapter.claims.len() <= 250 && allowance.spend_details(chapter.claims.len() * (chapter.claims.len() + words))
}
