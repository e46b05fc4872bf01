//! Reading dossiers and policies from JSON, and writing dossiers: `serde_json` stays in this folder.
//!
//! The text is checked for its form once, as a whole ([`syntax`]); then the readers of the nouns go down into it level by level
//! ([`node`], [`fields`]), and report what they cannot read instead of stopping there ([`report`]). What can be read goes through the
//! builder, whose problems are given their places in the text afterwards ([`locate`]).

pub(crate) mod amendment;
mod attribute;
mod claim;
mod dossier;
mod fields;
mod form;
mod locate;
mod node;
mod policy;
mod report;
mod rule;
mod scalar;
mod source;
mod syntax;
mod table;
mod value;
mod weights;
mod write;
