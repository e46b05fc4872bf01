//! What a sentence may name: the entries of the dossier that a finding points at, as people call them.

use std::collections::BTreeSet;

use super::clean::{QUOTED, Quoted};
use super::date;
use super::list::{SHOWN, shortened};
use super::name;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::id::{AttributionId, ClaimId, SourceId};
use crate::model::source::Source;

/// A dossier, asked for the names of its entries. What it does not hold is passed over.
#[derive(Clone, Copy)]
pub(super) struct Scene<'d>(pub(super) &'d Dossier);

impl<'d> Scene<'d> {
    /// The source whose word the word of this source is: spokesmen followed to their end.
    pub(super) fn speaker(self, id: &'d SourceId) -> &'d SourceId {
        // A checked dossier has no circles of spokesmen.
        std::iter::successors(Some(id), |id| self.0.source(id)?.speaks_for.as_ref()).last().unwrap_or(id)
    }

    /// The owner at the top, if there is one.
    pub(super) fn owner(self, id: &'d SourceId) -> Option<&'d Source> {
        let above = |id: &SourceId| self.0.source(id)?.owner.as_ref().map(|owner| self.speaker(owner));
        let top = std::iter::successors(above(self.speaker(id)), |id| above(id)).last()?;
        self.0.source(top)
    }

    /// Names, each once, in the order in which they come.
    pub(super) fn each(self, sources: impl IntoIterator<Item = &'d SourceId>) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let found = sources.into_iter().filter(|id| seen.insert(*id)).filter_map(|id| self.0.source(id));
        found.map(name::short).collect()
    }

    /// Names joined with `and`; a long list is shortened.
    pub(super) fn names(self, sources: impl IntoIterator<Item = &'d SourceId>) -> String {
        shortened(self.each(sources), SHOWN, "and", "others")
    }

    /// The sources that gave these words, as they are named: a spokesman under his own name.
    pub(super) fn speakers(self, words: &[&'d Attribution]) -> String {
        self.names(words.iter().map(|word| &word.source))
    }

    /// The attributions of these ids.
    pub(super) fn words(self, ids: &[AttributionId]) -> Vec<&'d Attribution> {
        ids.iter().filter_map(|id| self.0.attribution(id)).collect()
    }

    /// The claim that words are about.
    pub(super) fn claim_of(self, word: &Attribution) -> Option<&'d Claim> {
        self.0.claim(word.claim.as_ref()?)
    }

    /// Statements of claims, quoted and joined with a word before the last; a long list is shortened.
    pub(super) fn statements(self, claims: impl IntoIterator<Item = &'d ClaimId>, last: &str) -> String {
        let mut seen = BTreeSet::new();
        let found = claims.into_iter().filter(|id| seen.insert(*id)).filter_map(|id| self.0.claim(id));
        shortened(found.map(quoted).collect(), 2, last, "other claims")
    }

    /// When words were published, in parentheses after a space; nothing where no date is known.
    pub(super) fn when(self, words: &[&Attribution]) -> String {
        date::span(words.iter().filter_map(|word| word.published), "to")
            .map_or_else(String::new, |span| format!(" ({span})"))
    }

    /// When words were published, after `on`, `in` or `between`; nothing where no date is known.
    pub(super) fn on(self, words: &[&Attribution]) -> String {
        let published = || words.iter().filter_map(|word| word.published);
        let is_one = published()
            .all(|moment| published().next().is_some_and(|first| date::published(first) == date::published(moment)));
        let is_day = published().all(|moment| !matches!(moment, crate::model::moment::Moment::Month(_)));
        let preposition = match (is_one, is_day) {
            (true, true) => "on",
            (true, false) => "in",
            (false, _) => "between",
        };
        date::span(published(), "and").map_or_else(String::new, |span| format!(" {preposition} {span}"))
    }
}

/// The statement of a claim between quotation marks.
pub(super) fn quoted(claim: &Claim) -> String {
    Quoted(&claim.statement, QUOTED).to_string()
}
