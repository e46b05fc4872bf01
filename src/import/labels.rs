//! What the words of a rating mean for a claim: a table, which a newsroom can replace.

use std::collections::BTreeMap;

use crate::model::attribution::Stance;
use crate::model::names::vocabulary;
use crate::model::text::fold;

vocabulary! {
    /// What a label means for the claim that it is given to.
    pub enum Meaning: "meaning of a label" {
        /// The reviewer says that it is so.
        Affirms = "affirms",
        /// The reviewer says that it is not so.
        Denies = "denies",
        /// The reviewer does not know.
        Doubts = "doubts",
        /// Neither: partly so, misleading, out of context. What the reviewer says of the claim as it is worded, a person must read.
        Mixed = "mixed",
    }
}

impl Meaning {
    /// The stance of the reviewer; none where it says neither.
    #[must_use]
    pub const fn stance(self) -> Option<Stance> {
        match self {
            Self::Affirms => Some(Stance::Affirms),
            Self::Denies => Some(Stance::Denies),
            Self::Doubts => Some(Stance::Doubts),
            Self::Mixed => None,
        }
    }
}

/// What labels mean, and whose numbers can be trusted where their words are unknown.
///
/// The table that [`Labels::default`] gives holds plain words for true, false, unproven and mixed in some twenty languages, no publisher, and the six categories of
/// MediaReview. [`Labels::from_json`] reads another one; [`Labels::to_json`] writes this one, to begin with.
///
/// ```
/// use corroborate::import::{Labels, Meaning};
/// let labels = Labels::default();
/// assert_eq!(labels.meaning(None, "FALSE."), Some(Meaning::Denies));
/// assert_eq!(labels.meaning(None, "Half-True"), Some(Meaning::Mixed));
/// assert_eq!(labels.meaning(None, "Four Pinocchios"), None);
///
/// let desk = Labels::from_json(br#"{"publishers": {"washingtonpost.com": {"denies": ["Four Pinocchios"]}}}"#)?;
/// assert_eq!(desk.meaning(Some("washingtonpost.com"), "four pinocchios"), Some(Meaning::Denies));
/// assert_eq!(desk.meaning(None, "false"), None);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    pub(crate) labels: Table,
    pub(crate) media: Table,
    pub(crate) publishers: BTreeMap<String, Publisher>,
}

/// Labels, folded, and what they mean.
pub(crate) type Table = BTreeMap<String, Meaning>;

/// What is known of one publisher.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Publisher {
    /// What its own labels mean, before the common ones are asked.
    pub(crate) labels: Table,
    /// Whether the worst number of its scale is known to mean false and the best true.
    pub(crate) scale: bool,
}

impl Default for Labels {
    fn default() -> Self {
        // A test reads it: the table cannot fail.
        Self::from_json(include_bytes!("labels.json")).unwrap_or_else(|_| Self::empty())
    }
}

impl Labels {
    /// A table that knows nothing: every stance is left to a person.
    #[must_use]
    pub const fn empty() -> Self {
        Self { labels: Table::new(), media: Table::new(), publishers: BTreeMap::new() }
    }

    /// What a label of this publisher (the host of its address, without `www.`) means; `None` where the table does not know it. Case, spacing,
    /// hyphens and the punctuation around a label do not count. O(log n).
    #[must_use]
    pub fn meaning(&self, site: Option<&str>, label: &str) -> Option<Meaning> {
        let key = key(label);
        let own = self.publisher(site).and_then(|publisher| publisher.labels.get(&key));
        own.or_else(|| self.labels.get(&key)).copied()
    }

    /// What a category of a MediaReview means for the claim that the media are what they are shown as.
    #[must_use]
    pub fn media(&self, category: &str) -> Option<Meaning> {
        self.media.get(&key(category)).copied()
    }

    /// Whether the ends of this publisher's scale are known to mean false and true.
    #[must_use]
    pub fn trusts_scale(&self, site: Option<&str>) -> bool {
        self.publisher(site).is_some_and(|publisher| publisher.scale)
    }

    fn publisher(&self, site: Option<&str>) -> Option<&Publisher> {
        self.publishers.get(site?)
    }
}

/// The form in which labels are looked up.
pub(crate) fn key(label: &str) -> String {
    let spaced = label.replace(['_', '-', '‐', '‑', '\'', '’'], " ");
    let folded = fold(&spaced);
    folded.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// What stands before the explanation in a label that holds more than one: before a colon, a full stop, a dash or a bracket.
pub(crate) fn before_explanation(label: &str) -> Option<&str> {
    let ends = [": ", ". ", " - ", " – ", " — ", " (", "! ", "; ", "\n", "："];
    let end = ends.iter().filter_map(|end| label.find(end)).min()?;
    label.get(..end).filter(|head| !head.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_comes_along_can_be_read_and_written() {
        let labels = Labels::from_json(include_bytes!("labels.json")).unwrap();
        assert_eq!(labels, Labels::default());
        assert!(labels.labels.len() > 150);
        assert_eq!(Labels::from_json(labels.to_json().as_bytes()), Ok(labels));
    }

    #[test]
    fn an_apostrophe_counts_as_it_is_typed() {
        let labels = Labels::default();
        assert_eq!(labels.meaning(None, "C’est faux"), Some(Meaning::Denies));
        assert_eq!(labels.meaning(None, "c'est faux !"), Some(Meaning::Denies));
    }

    #[test]
    fn an_explanation_is_cut_where_the_label_ends() {
        assert_eq!(before_explanation("FALSO: As imagens"), Some("FALSO"));
        assert_eq!(before_explanation("Correct. The Prime Minister"), Some("Correct"));
        assert_eq!(before_explanation("Mostly false"), None);
        assert_eq!(before_explanation(". "), None);
    }
}
