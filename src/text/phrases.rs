//! Word lists: files of phrases with a meaning, and the longest phrase that begins at a word.

use std::collections::HashMap;

use super::line::Line;

/// The entries of a word list: the columns of every line that is no comment.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    })
}

/// Phrases by their first word.
pub(super) struct Phrases<T> {
    by_first: HashMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> Phrases<T> {
    pub(super) fn new(phrases: impl Iterator<Item = (&'static str, T)>) -> Phrases<T> {
        let mut by_first: HashMap<&'static str, Vec<(Vec<&'static str>, T)>> = HashMap::new();
        for (phrase, meaning) in phrases {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                by_first.entry(first).or_default().push((words.collect(), meaning));
            }
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Phrases { by_first }
    }

    /// The meaning of the longest phrase that begins at this token, and the token behind it.
    pub(super) fn at(&self, line: &Line<'_, '_>, at: usize) -> Option<(T, usize)> {
        self.by_first.get(line.lower(at))?.iter().find_map(|(rest, meaning)| {
            let fits = rest.iter().enumerate().all(|(place, word)| line.lower(at + 1 + place) == *word);
            fits.then_some((*meaning, at + 1 + rest.len()))
        })
    }
}
