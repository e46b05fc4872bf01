//! Closed vocabularies: enums whose values have one kebab-case name each.

use thiserror::Error;

use super::problem::Clean;

/// A word that is not in a closed vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown {vocabulary} `{}`{}", Clean(.given), did_you_mean(.nearest.as_deref()))]
pub struct UnknownName {
    /// What the vocabulary names, for example `stance`.
    pub vocabulary: &'static str,
    /// The word that was given.
    pub given: String,
    /// The nearest word of the vocabulary, where one is near.
    pub nearest: Option<String>,
}

/// The tail of a message that proposes the nearest known name.
pub(crate) fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(", did you mean `{}`?", Clean(name)))
}

/// The candidate nearest to `given`, if it is near enough to be a slip of the pen; ties go to the first.
pub(crate) fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // A stranger's text may be long; a slip of the pen is not.
    if given.len() > 64 {
        return None;
    }
    let given = given.to_lowercase();
    let length = given.chars().count();
    let within = (length / 3).max(1);
    candidates
        .into_iter()
        // So many more or fewer letters are at least so many slips.
        .filter(|name| name.chars().take(length + within + 1).count().abs_diff(length) <= within)
        .map(|name| (strsim::damerau_levenshtein(&given, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= within)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}

/// Declares an enum with a name for each value, readable and writable by that name.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $vis:vis enum $type:ident: $what:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $name:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $vis enum $type { $( $(#[$variant_meta])* #[cfg_attr(feature = "schema", schemars(rename = $name))] $variant ),+ }

        impl $type {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The name in files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $name ),+ }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = crate::model::names::UnknownName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $name => Ok(Self::$variant), )+
                    _ => Err(crate::model::names::UnknownName {
                        vocabulary: $what,
                        given: text.to_owned(),
                        nearest: crate::model::names::nearest(text, [ $( $name ),+ ]),
                    }),
                }
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use vocabulary;
