//! Guidelines: where a rule of a policy comes from.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::model::edtf::Edtf;

/// A public guideline that a rule of a policy comes from, so that who doubts the rule can look it up.
///
/// ```
/// use corroborate::Guideline;
/// let bbc = Guideline::new("BBC", "Editorial Guidelines", "One source alone is to be avoided").section("3.3.4");
/// assert_eq!(bbc.section.as_deref(), Some("3.3.4"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Guideline {
    /// Who publishes it.
    pub publisher: String,
    /// Its title.
    pub document: String,
    /// The section that the rule comes from, as the document numbers or names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The edition, or when it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// What it asks, in the desk's own words.
    pub asks: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
}

impl Guideline {
    /// A guideline of a publisher, and what it asks in the desk's own words.
    #[must_use]
    pub fn new(publisher: impl Into<String>, document: impl Into<String>, asks: impl Into<String>) -> Self {
        Self {
            publisher: publisher.into(),
            document: document.into(),
            section: None,
            date: None,
            asks: asks.into(),
            url: None,
        }
    }

    /// Sets the section.
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }

    /// Sets the edition, or when it was published.
    #[must_use]
    pub fn date(mut self, date: Edtf) -> Self {
        self.date = Some(date);
        self
    }

    /// Sets the address.
    #[must_use]
    pub fn url(mut self, url: Url) -> Self {
        self.url = Some(url);
        self
    }
}
