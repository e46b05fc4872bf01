//! Reading dossiers and policies from JSON, and writing dossiers: `serde_json` stays in this folder.
//!
//! A text is taken in from a reader, or from memory ([`input`]), and cut into its entries ([`frame`], or [`lines`] of JSON Lines). Each is checked for its form
//! ([`syntax`]); then the readers of the nouns go down into it level by level ([`node`], [`fields`]), and report what they cannot read instead of stopping there
//! ([`report`]). What can be read goes through the builder ([`gather`]), whose problems are given their places in the text afterwards ([`landmarks`]).

pub(crate) mod amendment;
mod attribute;
mod claim;
mod dossier;
mod fields;
mod form;
mod frame;
mod gather;
mod input;
mod kind;
#[cfg(feature = "import")]
mod labels;
mod landmarks;
mod lines;
mod mark;
mod node;
mod policy;
mod report;
mod rule;
mod scalar;
mod source;
mod syntax;
mod table;
mod value;
#[cfg(feature = "claimreview")]
mod verdicts;
mod weights;
mod write;

#[cfg(all(test, feature = "schema"))]
pub(crate) use {fields::asked, frame::fields, value::forms};
