//! Dossiers for the property tests: at random from a small alphabet, so that entries collide, and every one up to a size.

mod alphabet;
pub(crate) mod every;
pub(crate) mod parts;
pub(crate) mod random;
