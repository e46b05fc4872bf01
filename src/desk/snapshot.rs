//! Snapshots: a story and its judgements as they were at one moment of the work, to be read while the desk goes on.

use super::cut;
use super::judgement::Judgement;
use super::reach::{Cut, correctors, topics};
use super::rules::Tied;
use super::story::Story;
use crate::evaluate::{Assessment, Evaluation, Evaluator, Judged};
use crate::model::attribute::Attribute;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};
use crate::model::moment::Moment;
use crate::model::rule::Rule;
use crate::model::source::Source;

/// A story and the judgement of every claim of it. A copy costs nothing, whatever the size of the story, is not changed by what the desk does afterwards, and can be read by other
/// threads meanwhile.
///
/// ```
/// use corroborate::{Desk, Snapshot};
/// let desk = Desk::default();
/// let snapshot: Snapshot = desk.snapshot();
/// std::thread::spawn(move || assert_eq!(snapshot.judgements().count(), 0)).join().unwrap();
/// ```
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    pub(super) story: Story,
    pub(super) evaluator: Evaluator,
}

impl Snapshot {
    /// The title of the story.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.story.title
    }

    /// The source of this id; O(log n), as with the other nouns.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        Some(&self.story.source(self.story.source_ids.number(id.as_str())?)?.entry)
    }

    /// The attribute of this id.
    #[must_use]
    pub fn attribute(&self, id: &AttributeId) -> Option<&Attribute> {
        self.story.attribute(self.story.attribute_ids.number(id.as_str())?)
    }

    /// The claim of this id.
    #[must_use]
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        Some(&self.story.claim(self.number(id)?)?.entry)
    }

    /// The attribution of this id.
    #[must_use]
    pub fn attribution(&self, id: &AttributionId) -> Option<&Attribution> {
        Some(&self.story.word(self.story.word_ids.number(id.as_str())?)?.entry)
    }

    /// Every rule, in the order of the list.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &Rule> {
        self.story.rules.iter().map(|rule| &**rule)
    }

    /// How many claims and how many attributions the story holds.
    #[must_use]
    pub const fn size(&self) -> (usize, usize) {
        (self.story.claims.len(), self.story.words.len())
    }

    /// The judgement of a claim, as it is held; O(log n).
    #[must_use]
    pub fn judgement(&self, id: &ClaimId) -> Option<Judgement> {
        self.story.judgement(self.number(id)?).copied().map(Judgement)
    }

    /// The judgement of every claim, by id.
    pub fn judgements(&self) -> impl Iterator<Item = (&ClaimId, Judgement)> {
        self.story.claim_ids.iter().filter_map(|(_, number)| {
            let claim = self.story.claim(number)?;
            Some((&claim.entry.id, Judgement(*self.story.judgement(number)?)))
        })
    }

    /// The story as a dossier, as if it had been read from a file; O(n log n).
    #[must_use]
    pub fn dossier(&self) -> Dossier {
        self.story.builder().build().unwrap_or_default()
    }

    /// Hands over the evaluation of the whole story, with everything that its judgements rest on. No claim is judged again for it; O(n log n).
    ///
    /// It is the same, byte for byte, as what the evaluator makes of [`dossier`](Self::dossier).
    pub fn evaluation<T>(&self, ask: impl FnOnce(&Evaluation<'_>) -> T) -> T {
        let dossier = self.dossier();
        let judged = |claim: &Claim| {
            let number = self.number(&claim.id).and_then(|number| self.story.judgement(number));
            number.copied().unwrap_or_else(Judged::blank)
        };
        let judged = dossier.claims().iter().map(judged).collect();
        ask(&self.evaluator.held(&dossier, judged))
    }

    /// Hands over the judgement of one claim with everything that it rests on, worked out on the topics that rules tie to its own; nothing if there is no such claim.
    ///
    /// Takes as long as evaluating these topics, however large the rest of the story is.
    pub fn judge<T>(&self, id: &ClaimId, ask: impl FnOnce(Assessment<'_>) -> T) -> Option<T> {
        self.judge_by(&self.evaluator, id, ask)
    }

    /// The same as of another moment.
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Desk, Dossier, Evaluator, Source, SourceKind, ValueKind, Verdict};
    /// let dossier = Dossier::builder("A dam")
    ///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
    ///     .attribute(Attribute::new("burst", ValueKind::Truth))
    ///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
    ///     .attribution(Attribution::new("a", "ministry", "burst").published("2025-03-02".parse()?))
    ///     .build()?;
    /// let desk = Desk::open(dossier, Evaluator::default());
    /// let verdict = |day: &str| desk.view().as_of(day.parse().unwrap(), &"burst".into(), |assessment| assessment.verdict());
    /// assert_eq!(verdict("2025-03-01"), Some(Verdict::Unsourced));
    /// assert_eq!(verdict("2025-03-02"), Some(Verdict::Unconfirmed));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn as_of<T>(&self, moment: Moment, id: &ClaimId, ask: impl FnOnce(Assessment<'_>) -> T) -> Option<T> {
        self.judge_by(&self.evaluator.clone().as_of(moment), id, ask)
    }

    /// The same by another evaluator: of another policy, or as of another moment.
    pub fn judge_by<T>(&self, evaluator: &Evaluator, id: &ClaimId, ask: impl FnOnce(Assessment<'_>) -> T) -> Option<T> {
        let claim = self.story.claim(self.number(id)?)?;
        let topic = self.story.topic(claim.topic)?;
        let mut tied = Tied::default();
        self.story.rules.tie((claim.entry.attribute.clone(), topic.subject.clone()), &mut tied);
        let of_topics =
            |tied: &Tied| topics(&self.story, tied).into_iter().flat_map(|topic| self.story.claims_on(topic));
        let mut claims: Vec<u32> = of_topics(&tied).collect();
        let told = claims.clone();
        correctors(&self.story, &told, &mut claims, &mut tied);
        claims.extend(of_topics(&tied));
        claims.sort_unstable();
        claims.dedup();
        let part = cut::dossier(&self.story, &Cut { claims, rules: tied.rules, ..Cut::default() }).ok()?;
        evaluator.evaluate(&part).assessment(id).map(ask)
    }

    /// The evaluator that the judgements are by.
    #[must_use]
    pub const fn evaluator(&self) -> &Evaluator {
        &self.evaluator
    }

    fn number(&self, id: &ClaimId) -> Option<u32> {
        self.story.claim_ids.number(id.as_str())
    }
}
