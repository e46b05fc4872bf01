//! Numbers for what has been named: an id keeps its number, whether or not it has an entry at the moment.

use std::sync::Arc;

use super::tree::Tree;

/// The ids of one noun.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    numbers: Tree<(Arc<str>, u32)>,
}

impl Names {
    /// Names in order, each once.
    pub(super) fn from_sorted<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self { numbers: Tree::from_sorted(names.map(Arc::from).zip(0..).collect()) }
    }

    /// The number of an id; O(log n).
    pub(super) fn number(&self, id: &str) -> Option<u32> {
        self.numbers.get(|(name, _)| (**name).cmp(id)).map(|(_, number)| *number)
    }

    /// The number of an id, which it gets now if it has none.
    pub(super) fn intern(&mut self, id: &str) -> u32 {
        if let Some(number) = self.number(id) {
            return number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert((Arc::from(id), number), |(name, _)| (**name).cmp(id));
        number
    }

    /// Every id that was ever named, in order, with its number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.numbers.iter().map(|(name, number)| (&**name, *number))
    }
}
