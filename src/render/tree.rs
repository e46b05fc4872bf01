//! Trees of sentences: with branches drawn for a terminal, as nested lists for a page.

use std::fmt;

use super::wrap::hung;

/// Sentences, each at a depth: those that follow it one deeper are its reasons. Depths grow by one at a time; there are never more than some six, whatever the dossier holds.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<(usize, String)>,
}

impl Tree {
    pub(super) fn push(&mut self, depth: usize, words: impl Into<String>) {
        self.nodes.push((depth, words.into()));
    }

    /// For each node, from the root down to itself, whether another node of that depth follows under the same parent.
    fn open(&self) -> Vec<Vec<bool>> {
        let mut follows: Vec<bool> = Vec::new();
        let mut open: Vec<Vec<bool>> = Vec::with_capacity(self.nodes.len());
        for (depth, _) in self.nodes.iter().rev() {
            follows.resize(depth + 1, false);
            open.push(follows.clone());
            follows[*depth] = true;
        }
        open.reverse();
        open
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((_, words), open) in self.nodes.iter().zip(self.open()) {
            let (mut first, mut others) = (String::new(), String::new());
            if let Some((own, above)) = open.split_last() {
                for is_open in above {
                    let branch = if *is_open { "│  " } else { "   " };
                    first.push_str(branch);
                    others.push_str(branch);
                }
                first.push_str(if *own { "├─ " } else { "└─ " });
                others.push_str(if *own { "│  " } else { "   " });
            }
            hung(f, &first, &others, words)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_lead_to_what_follows() {
        let mut tree = Tree::default();
        for (depth, words) in [(0, "a"), (1, "b"), (2, "c"), (1, "d"), (2, "e"), (2, "f"), (0, "g"), (1, "h")] {
            tree.push(depth, words);
        }
        assert_eq!(tree.to_string(), "├─ a\n│  ├─ b\n│  │  └─ c\n│  └─ d\n│     ├─ e\n│     └─ f\n└─ g\n   └─ h\n");
    }

    #[test]
    fn long_sentences_stay_on_their_branch() {
        let mut tree = Tree::default();
        tree.push(0, "word ".repeat(30).trim().to_owned());
        tree.push(0, "end");
        let text = tree.to_string();
        assert!(text.lines().all(|line| line.chars().count() <= 100 && line.starts_with(['├', '│', '└'])), "{text}");
    }
}
