//! What a newsroom may write: one sentence for each claim and each topic, that never states more than the sourcing supports.

mod claim;
mod fact;
mod topic;
mod voices;

use std::collections::BTreeMap;

use crate::advise::{Statement, Topic};
use crate::evaluate::{Assessment, Evaluation};
use crate::model::attribution::Stance;
use crate::model::edtf::Edtf;
use crate::model::id::{AttributeId, ClaimId, SourceId};
use crate::model::value::Value;

/// A sentence that a newsroom may write, and what it says as data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wording {
    /// The sentence.
    pub sentence: String,
    /// What it states as fact, if anything. Everything else in it is attributed.
    pub states: Option<Stated>,
    /// What it attributes to whom.
    pub attributes: Vec<Attributed>,
}

/// A proposition that a sentence states as fact: it is `Confirmed`, or would be if it were a claim of the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stated {
    /// The claim that says it, where there is one.
    pub claim: Option<ClaimId>,
    /// What it is about.
    pub subject: String,
    /// What it says of the subject.
    pub attribute: AttributeId,
    /// The value.
    pub value: Value,
    /// Its unit, where it is not the attribute's.
    pub unit: Option<String>,
    /// The time that it is about.
    pub when: Option<Edtf>,
}

/// A claim that a sentence puts in the mouth of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attributed {
    /// The sources that the sentence names or counts, by id.
    pub sources: Vec<SourceId>,
    /// The claim.
    pub claim: ClaimId,
    /// Whether they affirm or deny it.
    pub stance: Stance,
}

/// The sentence for one claim; see [`wordings`], which is cheaper for many.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Source, SourceKind, Value, ValueKind, render};
/// let dossier = Dossier::builder("A treaty")
///     .source(Source::new("mfa", "Foreign Ministry").kind(SourceKind::Government))
///     .attribute(Attribute::new("signed", ValueKind::Truth))
///     .claim(Claim::new("c", "The treaty has been signed", "treaty", "signed", Value::Truth(true)))
///     .attribution(Attribution::new("a", "mfa", "c"))
///     .build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// let wording = render::wording(&evaluation.assessments().next().unwrap());
/// assert_eq!(
///     wording.sentence,
///     "The treaty has been signed, according to the Foreign Ministry; that has not been independently confirmed."
/// );
/// assert_eq!(wording.states, None);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn wording(assessment: &Assessment<'_>) -> Wording {
    Desk::default().claim(assessment, &assessment.topic())
}

/// The sentence for every claim, by id, one after another as they are asked for.
///
/// Where a claim may not be stated, what may be stated instead is looked for among the strongest statements about its time
/// ([`Topic::strongest`]), which costs an evaluation of the part of the dossier that is judged together with it; once for each topic and time of fact.
pub fn wordings<'e>(evaluation: &'e Evaluation<'e>) -> impl Iterator<Item = Wording> {
    let mut desk = Desk::default();
    let topics: Vec<Topic<'e>> = evaluation.topics().collect();
    let of_claim = evaluation.dossier().links().claim_topic.iter();
    evaluation
        .assessments()
        .zip(of_claim)
        .filter_map(move |(assessment, topic)| Some(desk.claim(&assessment, topics.get(*topic as usize)?)))
}

/// The sentence for a topic: the strongest statement about its newest time, and who says more or otherwise; where nothing can be stated as fact, what is said, attributed.
#[must_use]
pub fn topic_wording(topic: &Topic<'_>) -> Wording {
    Desk::default().topic(topic)
}

/// What is kept from sentence to sentence: the strongest statements about each time of each topic.
#[derive(Default)]
pub(in crate::render) struct Desk {
    strongest: BTreeMap<(u32, Option<String>), Vec<Statement>>,
}

impl Desk {
    fn strongest(&mut self, topic: &Topic<'_>, when: Option<&Edtf>) -> &[Statement] {
        let key = (topic.number, when.map(|when| when.as_str().to_owned()));
        self.strongest.entry(key).or_insert_with(|| topic.strongest(when))
    }
}
