//! What a review proposes to a dossier: entries that a person accepts, and what a person must decide.

use super::claimant::Claimant;
use super::reading::Field;
use super::review::{Agent, AgentKind, Review, ReviewKind, site};
use super::slug::{slug, stamp};
use crate::model::attribute::Attribute;
use crate::model::attribution::{Attribution, Stance};
use crate::model::claim::Claim;
use crate::model::id::SourceId;
use crate::model::moment::Moment;
use crate::model::source::{Source, SourceKind};
use crate::model::text::fold;
use crate::model::value::{Value, ValueKind};

/// The attribute of claims that come in words alone: whether it is so.
const AS_WORDED: &str = "as-worded";

/// The attribute of pictures, films and sounds: whether they are what they are shown as.
const AUTHENTIC: &str = "authentic-as-shown";

/// What a review proposes to a dossier.
///
/// Nothing is guessed. The claim is a truth about itself, because a ClaimReview says in words alone what is claimed: a desk that knows the subject, the attribute and
/// the value writes them in its place. Claims of the same words share an id, so that several reviews of one meet. Claimants affirm, once for each place where the
/// claim appeared. What the reviewer says follows from the table of labels; where that is silent, the attribution waits in [`undecided`](Self::undecided).
///
/// ```
/// use corroborate::{Dossier, Evaluator, Stance, Verdict};
/// use corroborate::claimreview::Reader;
/// use corroborate::import::{Proposal, Tree};
/// let tree = Tree::read(r#"{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "The dam has burst",
///     "url": "https://facts.example/dam", "author": {"@type": "Organization", "name": "Facts", "url": "https://facts.example"},
///     "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Facebook users"}},
///     "reviewRating": {"@type": "Rating", "alternateName": "Spurious"}}"#)?;
/// let found = Reader::default().reviews(&tree);
/// let proposal = Proposal::of(&found.reviews[0]).unwrap();
/// // Nothing tells what `Spurious` means: somebody reads the review, and decides.
/// assert_eq!(proposal.undecided.as_ref().and_then(|word| word.quote.as_deref()), Some("Spurious"));
/// let dossier = proposal.decide(Stance::Denies).accept(Dossier::builder("A dam")).build()?;
/// assert_eq!(dossier.attributions().len(), 2);
/// assert_eq!(Evaluator::default().evaluate(&dossier).assessments().next().map(|told| told.verdict()), Some(Verdict::Contradicted));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proposal {
    /// The reviewer and the claimants.
    pub sources: Vec<Source>,
    /// Of what kind the claim is.
    pub attribute: Attribute,
    /// The claim.
    pub claim: Claim,
    /// Who says what of it.
    pub attributions: Vec<Attribution>,
    /// What the reviewer says, without a stance: a person must read the review. It quotes the label.
    pub undecided: Option<Attribution>,
}

impl Proposal {
    /// What a review proposes; `None` of one that says neither a claim nor the address of any media.
    #[must_use]
    pub fn of(review: &Review<'_>) -> Option<Self> {
        let (attribute, claim) = claim(review)?;
        let mut proposal = Self { sources: Vec::new(), attribute, claim, attributions: Vec::new(), undecided: None };
        for (agent, kind) in &review.claimants {
            proposal.claimed(review, agent, *kind);
        }
        proposal.reviewed(review);
        Some(proposal)
    }

    /// Gives the reviewer the stance that a person has read in the review; nothing changes where none was left open.
    #[must_use]
    pub fn decide(mut self, stance: Stance) -> Self {
        if let Some(mut word) = self.undecided.take() {
            word.stance = Some(stance);
            self.attributions.push(word);
        }
        self
    }

    fn claimed(&mut self, review: &Review<'_>, agent: &Agent<'_>, kind: Claimant) {
        let Some(name) = agent.name.as_ref().map(|name| name.value.as_str()) else { return };
        let mut source = Source::new(format!("claimant-{}", slug(name)), name);
        source.kind = match (kind, agent.kind) {
            (Claimant::Named, AgentKind::Person) => SourceKind::Person,
            (Claimant::Named, _) => SourceKind::Other,
            (Claimant::Account | Claimant::Collective, _) => SourceKind::SocialAccount,
        };
        source.anonymous = kind == Claimant::Collective;
        // An address of the site that reviews tells nothing of who is reviewed.
        let home = review.url.as_ref().and_then(|url| site(&url.value));
        let addresses = agent.url.iter().chain(&agent.same_as).map(|field| &field.value);
        source.url = addresses.filter(|url| kind != Claimant::Collective && site(url) != home).take(1).next().cloned();
        let places: Vec<Option<&url::Url>> = match review.appearances.as_slice() {
            [] => vec![None],
            places => places.iter().map(|place| Some(&place.value)).collect(),
        };
        for place in places {
            let place_text = place.map(url::Url::as_str).unwrap_or_default();
            let of = [self.claim.id.as_str(), source.id.as_str(), place_text, &dated(&review.claimed)];
            let mut word =
                Attribution::new(format!("claimed-{}", stamp(&of)), source.id.clone(), self.claim.id.clone());
            word.url = place.cloned();
            word.published = review.claimed.as_ref().map(|date| date.value);
            self.attributions.push(word);
        }
        self.sources.push(source);
    }

    fn reviewed(&mut self, review: &Review<'_>) {
        let Some(source) = reviewer(review) else { return };
        let page = review.url.as_ref().map(|url| &url.value);
        let label = review.rating.as_ref().and_then(|rating| rating.label.as_ref());
        let quote = label.or(review.categories.first()).map(|label| label.value.clone());
        let of = [
            self.claim.id.as_str(),
            source.id.as_str(),
            page.map(url::Url::as_str).unwrap_or_default(),
            quote.as_deref().unwrap_or_default(),
            &dated(&review.published),
        ];
        let mut word = Attribution::new(format!("reviewed-{}", stamp(&of)), source.id.clone(), self.claim.id.clone());
        word.url = page.cloned();
        word.published = review.published.as_ref().map(|date| date.value);
        word.quote = quote;
        self.sources.push(source);
        match review.stance() {
            Some(stance) => {
                word.stance = Some(stance);
                self.attributions.push(word);
            }
            None => self.undecided = Some(word),
        }
    }
}

fn dated(date: &Option<Field<'_, Moment>>) -> String {
    date.as_ref().map(|date| date.value.to_string()).unwrap_or_default()
}

/// The reviewer, by its site where it has one: outlets of one site are one, under whatever name.
fn reviewer(review: &Review<'_>) -> Option<Source> {
    let agent = review.reviewer();
    let name = agent.and_then(|agent| agent.name.as_ref()).map(|name| name.value.as_str());
    let page = review.url.as_ref().map(|url| &url.value);
    let home = agent.and_then(Agent::site).or_else(|| page.and_then(site));
    let id: SourceId = match (home, name) {
        (Some(home), _) => home.into(),
        (None, Some(name)) => format!("reviewer-{}", slug(name)).into(),
        (None, None) => return None,
    };
    let mut source = Source::new(id, name.or(home).unwrap_or_default()).kind(SourceKind::FactChecker);
    source.url = agent.and_then(|agent| agent.url.as_ref()).map(|url| url.value.clone());
    Some(source)
}

fn claim(review: &Review<'_>) -> Option<(Attribute, Claim)> {
    let (attribute, id, statement) = match (&review.claim, review.kind) {
        (Some(claim), _) => (AS_WORDED, format!("claim-{}", stamp(&[&fold(&claim.value)])), claim.value.clone()),
        (None, ReviewKind::Media) => {
            let media = &review.appearances.first()?.value;
            (
                AUTHENTIC,
                format!("media-{}", stamp(&[media.as_str()])),
                format!("What {media} shows is what it is shown as"),
            )
        }
        (None, _) => return None,
    };
    let claim = Claim::new(id.as_str(), statement, id.as_str(), attribute, Value::Truth(true));
    Some((Attribute::new(attribute, ValueKind::Truth), claim))
}
