//! From when a set of words is known, while words come and go.

use std::collections::BTreeMap;

use crate::evaluate::words::Known;

/// The moments of some words.
#[derive(Debug, Default)]
pub(super) struct Tracker {
    moments: BTreeMap<Known, u32>,
}

impl Tracker {
    pub(super) fn come(&mut self, known: Known) {
        *self.moments.entry(known).or_default() += 1;
    }

    pub(super) fn go(&mut self, known: Known) {
        if let Some(number) = self.moments.get_mut(&known) {
            *number -= 1;
            if *number == 0 {
                self.moments.remove(&known);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.moments.is_empty()
    }

    /// Whether some word is not older than one known from `known`.
    pub(super) fn has_no_earlier(&self, known: Known) -> bool {
        self.moments.first_key_value().is_some_and(|(first, _)| !first.is_dated())
            || self.moments.last_key_value().is_some_and(|(last, _)| last.is_no_earlier(known))
    }

    /// All that a question can depend on: whether some word is undated, and the latest one.
    pub(super) fn gist(&self) -> (bool, Option<Known>) {
        let is_undated = self.moments.first_key_value().is_some_and(|(first, _)| !first.is_dated());
        (is_undated, self.moments.last_key_value().map(|(last, _)| *last))
    }
}
