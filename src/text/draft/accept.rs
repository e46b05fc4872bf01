//! From a draft that a person has accepted to the nouns of a dossier.

use thiserror::Error;

use super::{ClaimDraft, WordDraft};
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};
use crate::model::text::excerpt;
use crate::text::attribution::SpeakerKind;

/// Why a proposed attribution cannot be accepted as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Unaccepted {
    /// One who is cited is no source yet.
    #[error("`{}` is no known source: say who it is", excerpt(.0))]
    Speaker(String),
    /// Somebody declines to say, and so takes no stance.
    #[error("nobody takes a stance here: a refusal to say is no word")]
    Stance,
}

impl ClaimDraft {
    /// The claim, with the subject and the attribute that a person has given it.
    ///
    /// The unit is the one that the text has, and not that of the attribute: "troops" and "people" are for a person to take for one.
    #[must_use]
    pub fn accept(
        &self,
        id: impl Into<ClaimId>,
        subject: impl Into<String>,
        attribute: impl Into<AttributeId>,
    ) -> Claim {
        let mut claim = Claim::new(id, self.statement.clone(), subject, attribute, self.value.clone());
        claim.unit.clone_from(&self.unit);
        claim.when.clone_from(&self.when);
        claim
    }
}

impl WordDraft {
    /// The attribution: the word of `outlet`, which published the text, on a claim. `find` gives the source for each name of the chain; see [`Names`](super::Names). Nobody is left out of
    /// the chain.
    ///
    /// # Errors
    /// Where a name is no source, or nobody takes a stance.
    pub fn accept(
        &self,
        id: impl Into<AttributionId>,
        outlet: impl Into<SourceId>,
        claim: impl Into<ClaimId>,
        find: impl Fn(&str) -> Option<SourceId>,
    ) -> Result<Attribution, Unaccepted> {
        let stance = self.stance.ok_or(Unaccepted::Stance)?;
        let named = self.chain.iter().filter(|cited| cited.speaker.kind != SpeakerKind::Nobody);
        let chain = named
            .map(|cited| find(&cited.name).ok_or_else(|| Unaccepted::Speaker(cited.name.clone())))
            .collect::<Result<Vec<_>, _>>()?;
        let mut word = Attribution::new(id, outlet, claim).stance(stance).certainty(self.certainty);
        if !chain.is_empty() {
            word = word.citing(chain);
        }
        word.hedge.clone_from(&self.hedge);
        word.quote.clone_from(&self.quote);
        word.published = self.published;
        Ok(word)
    }
}
