//! Identifiers: what the desk calls each entry of its dossier.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

// What many entries name is one text that all of them share; attributions are named by few.
macro_rules! id {
    ($(#[$meta:meta])* $type:ident in $text:ty) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $type($text);

        impl $type {
            /// An identifier; any text that is not empty and holds no control character will do.
            pub fn new(text: impl Into<$text>) -> Self {
                Self(text.into())
            }

            /// The text of the identifier.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $type {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<String> for $type {
            fn from(text: String) -> Self {
                Self::new(text)
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

id!(
    /// Names a [`Source`](crate::Source).
    SourceId in Arc<str>
);
id!(
    /// Names an [`Attribute`](crate::Attribute).
    AttributeId in Arc<str>
);
id!(
    /// Names a [`Claim`](crate::Claim).
    ClaimId in Arc<str>
);
id!(
    /// Names an [`Attribution`](crate::Attribution).
    AttributionId in Box<str>
);
