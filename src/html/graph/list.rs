//! The same as a drawing, as a nested list: who reports, below it from whom, below that from whom.

use std::collections::BTreeSet;
use std::fmt;

use askama::filters::HtmlSafe;

use super::group::{Group, Link};
use crate::evaluate::Passage;
use crate::html::words::Words;
use crate::model::dossier::Dossier;
use crate::render::sheet as say;

/// Entries of one list, and how deep they go.
const ENTRIES: usize = 120;
const DEPTH: usize = 8;

/// A nested list.
pub(super) struct List {
    entries: Vec<Entry>,
    left_out: usize,
}

struct Entry {
    depth: usize,
    words: Words,
    is_dead: bool,
}

impl HtmlSafe for List {}

impl List {
    pub(super) fn of(groups: &[Group<'_>], links: &[Link], dossier: &Dossier) -> Self {
        let mut cites: Vec<Vec<(usize, Passage)>> = vec![Vec::new(); groups.len()];
        for link in links {
            cites[link.citing].push((link.cited, link.passage));
        }
        let tops = (0..groups.len()).filter(|at| groups[*at].reports || groups[*at].role.took_back);
        let mut waiting: Vec<(usize, Option<Passage>, usize)> = tops.map(|at| (at, None, 0)).collect();
        waiting.reverse();
        let mut list = Self { entries: Vec::new(), left_out: 0 };
        let mut path: Vec<usize> = Vec::new();
        let mut told: BTreeSet<usize> = BTreeSet::new();
        while let Some((at, passage, depth)) = waiting.pop() {
            if list.entries.len() == ENTRIES {
                list.left_out += usize::from(depth == 0);
                continue;
            }
            path.truncate(depth);
            let group = &groups[at];
            let names = group.sources.iter().filter_map(|id| dossier.source(id)).map(say::short_name).collect();
            let names = say::together(names);
            let role = say::role(&group.role);
            let mut words = if depth == 0 { names } else { format!("from {names}") };
            let notes: Vec<&str> =
                [role.as_str(), passage.map_or("", say::passage)].into_iter().filter(|note| !note.is_empty()).collect();
            if !notes.is_empty() {
                words = format!("{words} ({})", notes.join("; "));
            }
            // Whom a source has it from is told once; in a circle it would be told for ever.
            let is_new = told.insert(at) && !path.contains(&at) && depth < DEPTH;
            let is_dead = passage.is_some_and(|passage| !passage.carries());
            list.entries.push(Entry { depth, words: Words(words), is_dead });
            path.push(at);
            for (cited, passage) in cites[at].iter().filter(|_| is_new).rev() {
                waiting.push((*cited, Some(*passage), depth + 1));
            }
        }
        list
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut depth = None;
        for entry in &self.entries {
            match depth {
                Some(before) if before >= entry.depth => {
                    f.write_str("</li>")?;
                    (entry.depth..before).try_for_each(|_| f.write_str("</ul></li>"))?;
                }
                _ => f.write_str("<ul>")?,
            }
            let class = if entry.is_dead { " class=\"cut-off\"" } else { "" };
            write!(f, "<li{class}>{}", entry.words)?;
            depth = Some(entry.depth);
        }
        if let Some(depth) = depth {
            f.write_str("</li>")?;
            (0..depth).try_for_each(|_| f.write_str("</ul></li>"))?;
            f.write_str("</ul>")?;
        }
        if self.left_out > 0 {
            write!(f, "<p>{}</p>", Words(say::more(self.left_out)))?;
        }
        Ok(())
    }
}
