//! The kinds of entries of a dossier.

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Source,
    Attribute,
    Claim,
    Attribution,
    Rule,
}

impl Kind {
    pub(super) const ALL: [Self; 5] = [Self::Source, Self::Attribute, Self::Claim, Self::Attribution, Self::Rule];

    /// The field of a dossier that lists them.
    pub(super) const fn list(self) -> &'static str {
        match self {
            Self::Source => "sources",
            Self::Attribute => "attributes",
            Self::Claim => "claims",
            Self::Attribution => "attributions",
            Self::Rule => "rules",
        }
    }

    /// The field of a line that holds one.
    pub(super) const fn one(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Attribute => "attribute",
            Self::Claim => "claim",
            Self::Attribution => "attribution",
            Self::Rule => "rule",
        }
    }
}
