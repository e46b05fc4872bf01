//! Topics: what is said of one attribute of one subject, taken together.

mod best;
mod camps;
mod dispute;
mod sweep;

pub use best::Best;
pub use camps::{Camp, Camps};
pub use dispute::Dispute;

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::part::Parts;
use crate::evaluate::{Assessment, Evaluation};
use crate::model::attribute::Attribute;
use crate::model::claim::Claim;
use crate::model::links::Lists;

/// What all topics of one evaluation share.
pub(crate) struct Shared<'e> {
    pub(crate) evaluation: &'e Evaluation<'e>,
    /// For each topic its claims.
    claims: Lists,
    /// The parts that are judged apart; cut when first asked for.
    parts: OnceLock<Parts<'e>>,
}

impl<'e> Shared<'e> {
    pub(crate) fn of(evaluation: &'e Evaluation<'e>) -> Arc<Self> {
        let links = evaluation.dossier().links();
        let claims = Lists::group(links.topics.len(), links.claim_topic.iter().copied().zip(0..));
        Arc::new(Self { evaluation, claims, parts: OnceLock::new() })
    }

    pub(crate) fn parts(&self) -> &Parts<'e> {
        self.parts.get_or_init(|| Parts::of(self.evaluation))
    }
}

/// What is said of one attribute of one subject: its claims, judged, and what follows from them together.
///
/// A claim is *held* when somebody stands by it: a standing affirmation of its own, and support that carries.
#[derive(Clone)]
pub struct Topic<'e> {
    pub(crate) shared: Arc<Shared<'e>>,
    pub(crate) number: u32,
}

impl<'e> Topic<'e> {
    pub(crate) fn evaluation(&self) -> &'e Evaluation<'e> {
        self.shared.evaluation
    }

    /// The numbers of its claims, in order.
    pub(crate) fn numbers(&self) -> &[u32] {
        self.shared.claims.get(self.number as usize)
    }

    /// The numbers of the claims that are held, in order.
    pub(crate) fn held_numbers(&self) -> Vec<u32> {
        self.numbers().iter().copied().filter(|claim| self.evaluation().is_held(*claim)).collect()
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> &'e str {
        &self.evaluation().dossier().links().topics[self.number as usize].subject
    }

    /// What is said of the subject.
    #[must_use]
    pub fn attribute(&self) -> &'e Attribute {
        let dossier = self.evaluation().dossier();
        &dossier.attributes()[dossier.links().topics[self.number as usize].attribute as usize]
    }

    /// The judgement of every claim of the topic, by id.
    pub fn assessments(&self) -> impl ExactSizeIterator<Item = Assessment<'e>> {
        let evaluation = self.evaluation();
        self.numbers().iter().map(move |claim| evaluation.assessment_at(*claim))
    }

    /// The claims that are held, by id; O(words on the topic).
    #[must_use]
    pub fn held(&self) -> Vec<&'e Claim> {
        self.claims(self.held_numbers())
    }

    pub(crate) fn claims(&self, numbers: impl IntoIterator<Item = u32>) -> Vec<&'e Claim> {
        let claims = self.evaluation().dossier().claims();
        numbers.into_iter().map(|claim| &claims[claim as usize]).collect()
    }
}

impl fmt::Debug for Topic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Topic").field("subject", &self.subject()).field("attribute", &self.attribute().id).finish()
    }
}

impl<'d> Evaluation<'d> {
    /// Every topic that a claim is about, by subject and attribute; O(n).
    ///
    /// ```
    /// use corroborate::{Attribute, Claim, Dossier, Evaluator, Policy, Value, ValueKind};
    /// let dossier = Dossier::builder("A treaty")
    ///     .attribute(Attribute::new("signed", ValueKind::Truth))
    ///     .claim(Claim::new("c", "It was signed", "treaty", "signed", Value::Truth(true)))
    ///     .build()?;
    /// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    /// let topics: Vec<&str> = evaluation.topics().map(|topic| topic.subject()).collect();
    /// assert_eq!(topics, ["treaty"]);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    pub fn topics(&self) -> impl ExactSizeIterator<Item = Topic<'_>> {
        let shared = Shared::of(self);
        (0..u32::try_from(self.dossier().links().topics.len()).unwrap_or(u32::MAX))
            .map(move |number| Topic { shared: Arc::clone(&shared), number })
    }
}

impl<'e> Assessment<'e> {
    /// The topic of the claim; O(n).
    #[must_use]
    pub fn topic(&self) -> Topic<'e> {
        let number = self.evaluation.dossier().links().claim_topic[self.claim as usize];
        Topic { shared: Shared::of(self.evaluation), number }
    }
}
