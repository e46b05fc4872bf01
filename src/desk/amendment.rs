//! Amendments: what can be done to a story, one entry at a time.

use serde::{Serialize, Serializer};

use crate::model::attribute::Attribute;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};
use crate::model::rule::Rule;
use crate::model::source::Source;

/// An entry of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// Who speaks.
    Source(Source),
    /// What can be said of a subject.
    Attribute(Attribute),
    /// A proposition.
    Claim(Claim),
    /// A source saying something about a claim.
    Attribution(Attribution),
}

impl Entry {
    /// What the dossier calls it.
    #[must_use]
    pub fn name(&self) -> Name {
        match self {
            Self::Source(source) => Name::Source(source.id.clone()),
            Self::Attribute(attribute) => Name::Attribute(attribute.id.clone()),
            Self::Claim(claim) => Name::Claim(claim.id.clone()),
            Self::Attribution(attribution) => Name::Attribution(attribution.id.clone()),
        }
    }
}

macro_rules! from {
    ($($noun:ident),+) => {
        $(impl From<$noun> for Entry {
            fn from(entry: $noun) -> Self {
                Self::$noun(entry)
            }
        })+
    };
}
from!(Source, Attribute, Claim, Attribution);

/// What the dossier calls an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Name {
    /// A source.
    Source(SourceId),
    /// An attribute.
    Attribute(AttributeId),
    /// A claim.
    Claim(ClaimId),
    /// An attribution.
    Attribution(AttributionId),
}

impl Name {
    /// The identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Source(id) => id.as_str(),
            Self::Attribute(id) => id.as_str(),
            Self::Claim(id) => id.as_str(),
            Self::Attribution(id) => id.as_str(),
        }
    }

    /// `source`, `attribute`, `claim` or `attribution`.
    #[must_use]
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Source(_) => "source",
            Self::Attribute(_) => "attribute",
            Self::Claim(_) => "claim",
            Self::Attribution(_) => "attribution",
        }
    }
}

/// One change to a story. Several are applied together, or not at all.
///
/// ```
/// use corroborate::{Amendment, Source};
/// let add = Amendment::add(Source::new("nis", "National Intelligence Service"));
/// let remove = Amendment::Remove(corroborate::Name::Source("nis".into()));
/// assert_ne!(add, remove);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Amendment {
    /// Gives the story another title.
    Title(String),
    /// Adds an entry. One that is there already, the same in every field, is read once, as in a file.
    Add(Entry),
    /// Puts an entry in the place of the one of its id.
    Edit(Entry),
    /// Takes an entry out.
    Remove(Name),
    /// Adds a rule: at a place in the list, counted from 0, or else at its end.
    AddRule {
        /// The rule.
        rule: Rule,
        /// Its place.
        at: Option<usize>,
    },
    /// Puts a rule in the place of another.
    EditRule {
        /// The rule that is there.
        rule: Rule,
        /// The rule that comes in its place.
        to: Rule,
        /// Its place, which matters where the list holds the rule twice; else the last one is meant.
        at: Option<usize>,
    },
    /// Takes a rule out.
    RemoveRule {
        /// The rule.
        rule: Rule,
        /// Its place, which matters where the list holds the rule twice; else the last one is meant.
        at: Option<usize>,
    },
}

impl Amendment {
    /// Adds an entry.
    pub fn add(entry: impl Into<Entry>) -> Self {
        Self::Add(entry.into())
    }

    /// Puts an entry in the place of the one of its id.
    pub fn edit(entry: impl Into<Entry>) -> Self {
        Self::Edit(entry.into())
    }

    /// Adds a rule at the end of the list.
    #[must_use]
    pub const fn add_rule(rule: Rule) -> Self {
        Self::AddRule { rule, at: None }
    }

    /// Takes a rule out.
    #[must_use]
    pub const fn remove_rule(rule: Rule) -> Self {
        Self::RemoveRule { rule, at: None }
    }
}

impl Dossier {
    /// The amendments that make this dossier out of nothing: what a journal begins with where the story was on file before.
    ///
    /// ```
    /// use corroborate::{Desk, Dossier, Source};
    /// let dossier = Dossier::builder("A treaty").source(Source::new("duma", "State Duma")).build()?;
    /// let mut desk = Desk::default();
    /// desk.apply(dossier.clone().into_amendments())?;
    /// assert_eq!(desk.view().dossier(), dossier);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn into_amendments(self) -> Vec<Amendment> {
        let title =
            Some(self.title()).filter(|title| !title.is_empty()).map(|title| Amendment::Title(title.to_owned()));
        let parts = self.into_builder();
        let entries = (parts.sources.into_iter().map(|(_, it)| Amendment::add(it)))
            .chain(parts.attributes.into_iter().map(|(_, it)| Amendment::add(it)))
            .chain(parts.claims.into_iter().map(|(_, it)| Amendment::add(it)))
            .chain(parts.attributions.into_iter().map(|(_, it)| Amendment::add(it)));
        title.into_iter().chain(entries).chain(parts.rules.into_iter().map(|(_, it)| Amendment::add_rule(it))).collect()
    }
}

impl Serialize for Amendment {
    /// Writes it as a line of a journal has it; `docs/desk.md` describes the form.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct OfRule<'a> {
            rule: &'a Rule,
            #[serde(skip_serializing_if = "Option::is_none")]
            to: Option<&'a Rule>,
            #[serde(skip_serializing_if = "Option::is_none")]
            at: Option<usize>,
        }
        #[derive(Serialize)]
        #[serde(untagged)]
        enum What<'a> {
            Entry(&'a Entry),
            Name(&'a Name),
            Rule(OfRule<'a>),
        }
        #[derive(Serialize)]
        #[serde(rename_all = "snake_case")]
        enum Wire<'a> {
            Title(&'a str),
            Add(What<'a>),
            Edit(What<'a>),
            Remove(What<'a>),
        }
        let wire = match self {
            Self::Title(title) => Wire::Title(title),
            Self::Add(entry) => Wire::Add(What::Entry(entry)),
            Self::Edit(entry) => Wire::Edit(What::Entry(entry)),
            Self::Remove(name) => Wire::Remove(What::Name(name)),
            Self::AddRule { rule, at } => Wire::Add(What::Rule(OfRule { rule, to: None, at: *at })),
            Self::EditRule { rule, to, at } => Wire::Edit(What::Rule(OfRule { rule, to: Some(to), at: *at })),
            Self::RemoveRule { rule, at } => Wire::Remove(What::Rule(OfRule { rule, to: None, at: *at })),
        };
        wire.serialize(serializer)
    }
}
