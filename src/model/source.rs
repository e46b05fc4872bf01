//! Sources: who speaks.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::Url;

use super::id::{AttributeId, SourceId};
use super::names::vocabulary;
use super::wire;

vocabulary! {
    /// What a source is. The kinds from `NewsAgency` to `OtherMedium` are [media](SourceKind::is_medium).
    #[derive(Default)]
    #[non_exhaustive]
    pub enum SourceKind: "source kind" {
        /// An agency that serves other media.
        NewsAgency = "news-agency",
        /// A printed newspaper and its site.
        Newspaper = "newspaper",
        /// Radio or television.
        Broadcaster = "broadcaster",
        /// A magazine.
        Magazine = "magazine",
        /// A medium that exists online alone.
        NewsSite = "news-site",
        /// A medium of one town or region.
        LocalMedia = "local-media",
        /// A medium run by a state.
        StateMedia = "state-media",
        /// A page that republishes others.
        Aggregator = "aggregator",
        /// A blog.
        Blog = "blog",
        /// An account on a social network.
        SocialAccount = "social-account",
        /// Any other medium. The default: a source of unstated kind is taken to relay (fail closed).
        #[default]
        OtherMedium = "other-medium",
        /// A government or ministry.
        Government = "government",
        /// A named official.
        Official = "official",
        /// Armed forces.
        Military = "military",
        /// Police.
        Police = "police",
        /// An intelligence agency.
        IntelligenceAgency = "intelligence-agency",
        /// A court.
        Court = "court",
        /// A parliament or chamber.
        Legislature = "legislature",
        /// An organisation of states.
        InternationalOrganisation = "international-organisation",
        /// A company.
        Company = "company",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// A research group.
        ResearchGroup = "research-group",
        /// A think tank.
        ThinkTank = "think-tank",
        /// A fact-checker.
        FactChecker = "fact-checker",
        /// A private person.
        Person = "person",
        /// Somebody who saw it.
        Eyewitness = "eyewitness",
        /// Somebody to whom it happened.
        AffectedParty = "affected-party",
        /// An armed group.
        ArmedGroup = "armed-group",
        /// A document.
        Document = "document",
        /// A set of data.
        Dataset = "dataset",
        /// A picture or satellite image.
        Image = "image",
        /// A sound or film recording.
        Recording = "recording",
        /// Anything else that speaks for itself.
        Other = "other",
    }
}

impl SourceKind {
    /// Whether the source relays others: without a citation or a declared basis the origin of its word is undeclared.
    ///
    /// ```
    /// use corroborate::SourceKind;
    /// assert!(SourceKind::NewsAgency.is_medium());
    /// assert!(!SourceKind::Police.is_medium());
    /// ```
    #[must_use]
    pub const fn is_medium(self) -> bool {
        matches!(
            self,
            Self::NewsAgency
                | Self::Newspaper
                | Self::Broadcaster
                | Self::Magazine
                | Self::NewsSite
                | Self::LocalMedia
                | Self::StateMedia
                | Self::Aggregator
                | Self::Blog
                | Self::SocialAccount
                | Self::OtherMedium
        )
    }
}

vocabulary! {
    /// Reliability of a source: the letters of the NATO Admiralty code (STANAG 2511).
    ///
    /// `F` is not the bottom of the scale: it says that reliability is unknown.
    #[derive(Default)]
    pub enum Reliability: "reliability" {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Reliability cannot be judged. The default.
        #[default]
        F = "F",
    }
}

/// The stake that a source has in the story.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Party {
    /// It has none.
    #[default]
    No,
    /// It has a stake in everything.
    Yes,
    /// It has a stake in these attributes.
    On(Vec<AttributeId>),
}

impl Party {
    /// Whether the stake reaches this attribute.
    #[must_use]
    pub fn is_on(&self, attribute: &AttributeId) -> bool {
        match self {
            Self::No => false,
            Self::Yes => true,
            Self::On(attributes) => attributes.contains(attribute),
        }
    }
}

/// An attribute, of every subject or of one: written `attribute` or `subject/attribute`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// The one subject; `None` stands for every subject.
    pub subject: Option<Box<str>>,
    /// The attribute.
    pub attribute: AttributeId,
}

impl Scope {
    /// Reads `attribute` or `subject/attribute`. An attribute id holds no slash, so the last one divides.
    ///
    /// ```
    /// use corroborate::Scope;
    /// let scope = Scope::new("treaty/ratified-on");
    /// assert_eq!(scope.subject.as_deref(), Some("treaty"));
    /// assert_eq!(scope.attribute.as_str(), "ratified-on");
    /// assert_eq!(Scope::new("ratified-on").subject, None);
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Self {
        match text.rsplit_once('/') {
            Some((subject, attribute)) => Self { subject: Some(subject.into()), attribute: attribute.into() },
            None => Self { subject: None, attribute: text.into() },
        }
    }

    /// Whether the scope covers this topic.
    #[must_use]
    pub fn covers(&self, subject: &str, attribute: &AttributeId) -> bool {
        self.attribute == *attribute && self.subject.as_deref().is_none_or(|one| one == subject)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.subject {
            Some(subject) => write!(f, "{subject}/{}", self.attribute),
            None => write!(f, "{}", self.attribute),
        }
    }
}

impl FromStr for Scope {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(text))
    }
}

/// Who speaks: a person, an organisation, a medium, a document.
///
/// ```
/// use corroborate::{Reliability, Source, SourceKind};
/// let nis = Source::new("nis", "National Intelligence Service (South Korea)")
///     .kind(SourceKind::IntelligenceAgency)
///     .reliability(Reliability::B);
/// assert!(!nis.kind.is_medium());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Source {
    /// What the dossier calls it.
    pub id: SourceId,
    /// What people call it.
    pub name: String,
    /// What it is; `other-medium` unless stated.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub kind: SourceKind,
    /// Where it is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// How reliable it is, by the Admiralty code; `F` unless stated.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub reliability: Reliability,
    /// Whether its name is withheld.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub anonymous: bool,
    /// Its stake in the story.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    pub party: Party,
    /// The source whose spokesman it is: its word is that source's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<SourceId>,
    /// Its owner: two outlets of one owner are not independent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<SourceId>,
    /// What its own records or direct knowledge settle: attributes, or `subject/attribute`.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "wire::one_or_many")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::shapes::OneOrMany<Scope>"))]
    pub authority_on: Vec<Scope>,
}

impl Source {
    /// A source of unstated kind and unknown reliability.
    pub fn new(id: impl Into<SourceId>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            kind: SourceKind::default(),
            url: None,
            reliability: Reliability::default(),
            anonymous: false,
            party: Party::default(),
            speaks_for: None,
            owner: None,
            authority_on: Vec::new(),
        }
    }

    /// Sets what it is.
    #[must_use]
    pub fn kind(mut self, kind: SourceKind) -> Self {
        self.kind = kind;
        self
    }

    /// Sets where it is found.
    #[must_use]
    pub fn url(mut self, url: Url) -> Self {
        self.url = Some(url);
        self
    }

    /// Sets how reliable it is.
    #[must_use]
    pub fn reliability(mut self, reliability: Reliability) -> Self {
        self.reliability = reliability;
        self
    }

    /// Withholds its name.
    #[must_use]
    pub fn anonymous(mut self) -> Self {
        self.anonymous = true;
        self
    }

    /// Sets its stake in the story.
    #[must_use]
    pub fn party(mut self, party: Party) -> Self {
        self.party = party;
        self
    }

    /// Makes it the spokesman of another source.
    #[must_use]
    pub fn speaks_for(mut self, source: impl Into<SourceId>) -> Self {
        self.speaks_for = Some(source.into());
        self
    }

    /// Sets its owner.
    #[must_use]
    pub fn owner(mut self, owner: impl Into<SourceId>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Adds an attribute, or `subject/attribute`, that it settles.
    #[must_use]
    pub fn authority_on(mut self, scope: &str) -> Self {
        self.authority_on.push(Scope::new(scope));
        self
    }

    /// The same with its stake and authority on some attributes alone: what an excerpt that has no others needs of it.
    pub(crate) fn pared(&self, is_kept: impl Fn(&AttributeId) -> bool) -> Self {
        let party = match &self.party {
            Party::On(on) => Party::On(on.iter().filter(|id| is_kept(id)).cloned().collect()),
            other => other.clone(),
        };
        // Field by field, so that the authority of a source on many topics is not copied first.
        Self {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: self.kind,
            url: self.url.clone(),
            reliability: self.reliability,
            anonymous: self.anonymous,
            party,
            speaks_for: self.speaks_for.clone(),
            owner: self.owner.clone(),
            authority_on: self.authority_on.iter().filter(|scope| is_kept(&scope.attribute)).cloned().collect(),
        }
    }
}
