//! Attributions: a source saying something about a claim.

use serde::{Deserialize, Serialize};
use url::Url;

use super::id::{AttributionId, ClaimId, SourceId};
use super::moment::Moment;
use super::names::vocabulary;
use super::wire;

vocabulary! {
    /// What a source says of a claim.
    pub enum Stance: "stance" {
        /// It says so.
        Affirms = "affirms",
        /// It says that it is not so.
        Denies = "denies",
        /// It does not know, or cannot confirm.
        Doubts = "doubts",
        /// Somebody looked: this source does not say it.
        Silent = "silent",
    }
}

vocabulary! {
    /// How sure the words are, from the surest down.
    #[derive(Default)]
    pub enum Certainty: "certainty" {
        /// Stated as fact. The default.
        #[default]
        Stated = "stated",
        /// Said to be probable.
        Probable = "probable",
        /// Said to be possible.
        Possible = "possible",
        /// Said to be unverified.
        Unverified = "unverified",
    }
}

vocabulary! {
    /// How a source came by its word.
    #[derive(Default)]
    pub enum Basis: "basis" {
        /// It does not say. The default.
        #[default]
        Undeclared = "undeclared",
        /// It saw, heard or did it.
        FirstHand = "first-hand",
        /// It has it from a record of its own.
        Record = "record",
    }
}

/// A source saying something about a claim, or taking back what it said.
///
/// ```
/// use corroborate::{Attribution, Certainty};
/// let word = Attribution::new("r1", "yonhap", "killed-2000")
///     .citing(["lee", "nis"])
///     .certainty(Certainty::Probable);
/// assert_eq!(word.cites.len(), 1);
/// assert_eq!(word.cites[0].len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::schema::shapes::says_something))]
#[non_exhaustive]
pub struct Attribution {
    /// What the dossier calls it.
    pub id: AttributionId,
    /// Who speaks.
    pub source: SourceId,
    /// The claim spoken of; may be missing only where the entry retracts or disowns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimId>,
    /// What it says of the claim; left out, it affirms. Must be left out where the entry retracts or disowns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// How sure the words are.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub certainty: Certainty,
    /// The hedging words themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<String>,
    /// Whom it cites: chains, each nearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "wire::chains")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::shapes::Chains"))]
    pub cites: Vec<Vec<SourceId>>,
    /// How it came by its word.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub basis: Basis,
    /// Whether it speaks against its own interest.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub against_interest: bool,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Moment>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// Its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Earlier words of its own that it corrects.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "wire::one_or_many")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::shapes::OneOrMany<AttributionId>"))]
    pub corrects: Vec<AttributionId>,
    /// Earlier words of its own that it withdraws.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "wire::one_or_many")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::shapes::OneOrMany<AttributionId>"))]
    pub retracts: Vec<AttributionId>,
    /// Earlier words of others that credit it with what it never said.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "wire::one_or_many")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::shapes::OneOrMany<AttributionId>"))]
    pub disowns: Vec<AttributionId>,
}

impl Attribution {
    /// A source affirming a claim.
    pub fn new(id: impl Into<AttributionId>, source: impl Into<SourceId>, claim: impl Into<ClaimId>) -> Self {
        Self { claim: Some(claim.into()), ..Self::empty(id.into(), source.into()) }
    }

    /// A source withdrawing an earlier word of its own.
    pub fn retraction(id: impl Into<AttributionId>, source: impl Into<SourceId>, of: impl Into<AttributionId>) -> Self {
        Self { retracts: vec![of.into()], ..Self::empty(id.into(), source.into()) }
    }

    /// A source saying that it never said what an earlier attribution credits it with.
    pub fn disowning(id: impl Into<AttributionId>, source: impl Into<SourceId>, of: impl Into<AttributionId>) -> Self {
        Self { disowns: vec![of.into()], ..Self::empty(id.into(), source.into()) }
    }

    fn empty(id: AttributionId, source: SourceId) -> Self {
        Self {
            id,
            source,
            claim: None,
            stance: None,
            certainty: Certainty::default(),
            hedge: None,
            cites: Vec::new(),
            basis: Basis::default(),
            against_interest: false,
            published: None,
            url: None,
            quote: None,
            corrects: Vec::new(),
            retracts: Vec::new(),
            disowns: Vec::new(),
        }
    }

    /// What the entry says of its claim: `None` where it retracts or disowns, because it then is no word.
    ///
    /// ```
    /// use corroborate::{Attribution, Stance};
    /// assert_eq!(Attribution::new("r1", "nis", "c").says(), Some(Stance::Affirms));
    /// assert_eq!(Attribution::retraction("r2", "nis", "r1").says(), None);
    /// ```
    #[must_use]
    pub fn says(&self) -> Option<Stance> {
        (self.retracts.is_empty() && self.disowns.is_empty()).then(|| self.stance.unwrap_or(Stance::Affirms))
    }

    /// Sets what it says of the claim.
    #[must_use]
    pub fn stance(mut self, stance: Stance) -> Self {
        self.stance = Some(stance);
        self
    }

    /// Sets how sure the words are.
    #[must_use]
    pub fn certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// Records the hedging words.
    #[must_use]
    pub fn hedge(mut self, words: impl Into<String>) -> Self {
        self.hedge = Some(words.into());
        self
    }

    /// Adds a chain of cited sources, nearest first.
    #[must_use]
    pub fn citing<S: Into<SourceId>>(mut self, chain: impl IntoIterator<Item = S>) -> Self {
        self.cites.push(chain.into_iter().map(Into::into).collect());
        self
    }

    /// Sets how it came by its word.
    #[must_use]
    pub fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }

    /// Marks it as speaking against its own interest.
    #[must_use]
    pub fn against_interest(mut self) -> Self {
        self.against_interest = true;
        self
    }

    /// Sets when it was published.
    #[must_use]
    pub fn published(mut self, moment: Moment) -> Self {
        self.published = Some(moment);
        self
    }

    /// Sets where it was published.
    #[must_use]
    pub fn url(mut self, url: Url) -> Self {
        self.url = Some(url);
        self
    }

    /// Records its words.
    #[must_use]
    pub fn quote(mut self, words: impl Into<String>) -> Self {
        self.quote = Some(words.into());
        self
    }

    /// Adds an earlier word of its own that it corrects.
    #[must_use]
    pub fn corrects(mut self, earlier: impl Into<AttributionId>) -> Self {
        self.corrects.push(earlier.into());
        self
    }
}
