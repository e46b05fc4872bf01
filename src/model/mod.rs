//! Nouns: what the desk writes down.

pub(crate) mod attribute;
pub(crate) mod attribution;
mod check;
pub(crate) mod claim;
pub(crate) mod dossier;
pub(crate) mod edtf;
pub(crate) mod id;
pub(crate) mod links;
pub(crate) mod moment;
pub(crate) mod names;
pub(crate) mod number;
pub(crate) mod phrase;
pub(crate) mod policy;
pub(crate) mod problem;
pub(crate) mod quantity;
pub(crate) mod ranges;
pub(crate) mod region;
pub(crate) mod rule;
pub(crate) mod sets;
pub(crate) mod source;
pub(crate) mod text;
pub(crate) mod unit;
pub(crate) mod value;
pub(crate) mod wire;
