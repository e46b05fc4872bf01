//! The accounts of a claim as a nested list: those who know outermost, below them who has it from there, innermost who reports it. The graph says the same as a picture.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use askama::filters::{Escaper, Html};

use super::words::Words;
use crate::evaluate::{Assessment, Evaluation, Footing, Passage, Provenance};
use crate::model::attribution::{Attribution, Stance};
use crate::model::dossier::Dossier;
use crate::model::id::{AttributionId, SourceId};
use crate::render::sheet as say;

/// Accounts of one claim that are listed.
const ACCOUNTS: usize = 60;
/// Links of a chain that are told next to the report; of those beyond, only the last.
const LINKS: usize = 6;

/// Accounts of one stance under a heading, as HTML.
pub(super) struct Accounts {
    pub(super) heading: &'static str,
    pub(super) list: String,
}

/// A source, or the place above those who cite nobody.
#[derive(Default)]
struct Node<'d> {
    source: Option<&'d SourceId>,
    /// What becomes of the citation of the node above by this one.
    passage: Option<Passage>,
    below: Vec<usize>,
    leaves: Vec<(&'d Attribution, Option<Passage>)>,
}

/// What is recorded on a claim itself, by stance.
pub(super) fn accounts<'e>(
    assessment: &Assessment<'e>,
    said: &[&'e Attribution],
    sides: &[Provenance<'e>; 2],
) -> Vec<Accounts> {
    let evaluation = assessment.evaluation;
    let mut lists = Vec::new();
    for (stance, heading, side) in [
        (Stance::Affirms, "Who says so", Some(&sides[0])),
        (Stance::Denies, "Who denies it", Some(&sides[1])),
        (Stance::Doubts, "Who cannot confirm it", None),
        (Stance::Silent, "Looked up, and not found there", None),
    ] {
        let entries: Vec<&Attribution> = said.iter().copied().filter(|entry| entry.says() == Some(stance)).collect();
        if entries.is_empty() {
            continue;
        }
        let shown = &entries[..entries.len().min(ACCOUNTS)];
        let tree = Tree::of(shown, evaluation.dossier(), side);
        let mut list = tree.html(evaluation);
        if entries.len() > shown.len() {
            let _ = write!(list, "<p>{}</p>", Words(say::more_accounts(entries.len() - shown.len())));
        }
        lists.push(Accounts { heading, list });
    }
    lists
}

struct Tree<'d> {
    nodes: Vec<Node<'d>>,
    roles: BTreeMap<&'d SourceId, String>,
    unseen: BTreeSet<&'d SourceId>,
}

impl<'d> Tree<'d> {
    fn of(entries: &[&'d Attribution], dossier: &'d Dossier, side: Option<&Provenance<'d>>) -> Self {
        let mut passages: BTreeMap<(&SourceId, &SourceId, &AttributionId), Passage> = BTreeMap::new();
        let (mut roles, mut unseen) = (BTreeMap::new(), BTreeSet::new());
        if let Some(side) = side {
            for citation in &side.citations {
                for attribution in &citation.attributions {
                    passages.insert((citation.cited, citation.citing, attribution), citation.passage);
                }
                if citation.passage == Passage::Unseen {
                    unseen.insert(citation.cited);
                }
            }
            roles = side.sources.iter().map(|role| (role.source, say::role(role))).collect();
        }
        let passage = |cited: &'d SourceId, citing: &'d SourceId, entry: &'d Attribution| {
            let (cited, citing) = (say::speaker(cited, dossier), say::speaker(citing, dossier));
            passages.get(&(cited, citing, &entry.id)).copied()
        };
        let mut tree = Self { nodes: vec![Node::default()], roles, unseen };
        for entry in entries {
            if entry.cites.is_empty() {
                tree.nodes[0].leaves.push((entry, None));
            }
            for chain in &entry.cites {
                let mut at = 0;
                let far = chain.len().saturating_sub(1);
                let told = chain.iter().enumerate().rev().filter(|(nth, _)| *nth < LINKS || *nth == far);
                let mut above = None;
                for (_, source) in told {
                    let passage = above.and_then(|above| passage(above, source, entry));
                    at = tree.step(at, source, passage);
                    above = Some(source);
                }
                let passage = above.and_then(|above| passage(above, &entry.source, entry));
                tree.nodes[at].leaves.push((entry, passage));
            }
        }
        tree
    }

    fn step(&mut self, from: usize, source: &'d SourceId, passage: Option<Passage>) -> usize {
        let is_it = |at: &&usize| self.nodes[**at].source == Some(source) && self.nodes[**at].passage == passage;
        if let Some(known) = self.nodes[from].below.iter().find(is_it) {
            return *known;
        }
        self.nodes.push(Node { source: Some(source), passage, ..Node::default() });
        let new = self.nodes.len() - 1;
        self.nodes[from].below.push(new);
        new
    }

    /// The list, without the end tags that HTML does not need: there are thousands. What is open is kept on a stack, because chains may be deep.
    fn html(&self, evaluation: &Evaluation<'_>) -> String {
        enum Step {
            Open(usize),
            Close,
        }
        let dossier = evaluation.dossier();
        let mut html = String::from("<ul class=\"tree\">");
        let mut told: BTreeSet<&SourceId> = BTreeSet::new();
        let mut linked: BTreeSet<&AttributionId> = BTreeSet::new();
        leaves(&mut html, &self.nodes[0], evaluation, &mut linked, |source| self.note(source, dossier, &mut told));
        let mut waiting: Vec<Step> = self.nodes[0].below.iter().rev().map(|at| Step::Open(*at)).collect();
        while let Some(step) = waiting.pop() {
            let Step::Open(at) = step else {
                html.push_str("</ul>");
                continue;
            };
            let node = &self.nodes[at];
            let Some(source) = node.source else { continue };
            let name = dossier.source(source).map(say::short_name).unwrap_or_default();
            let note = self.note(source, dossier, &mut told);
            let passage = node.passage.map_or("", say::passage);
            let _ = write!(html, "<li>{}{}{}<ul>", Words(name), notes(&note, ""), broken(passage));
            leaves(&mut html, node, evaluation, &mut linked, |source| self.note(source, dossier, &mut told));
            waiting.push(Step::Close);
            waiting.extend(node.below.iter().rev().map(|at| Step::Open(*at)));
        }
        html.push_str("</ul>");
        html
    }

    /// What a source is on this side, told once.
    fn note(&self, source: &'d SourceId, dossier: &'d Dossier, told: &mut BTreeSet<&'d SourceId>) -> String {
        let speaker = say::speaker(source, dossier);
        if !told.insert(speaker) {
            return String::new();
        }
        let role = self.roles.get(speaker).map_or("", String::as_str);
        let unseen = if self.unseen.contains(speaker) { say::UNSEEN } else { "" };
        [role, unseen].into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// Those who report from one place. Those of whom nothing else is to be said stand on one line.
fn leaves<'d>(
    html: &mut String,
    node: &Node<'d>,
    evaluation: &Evaluation<'_>,
    linked: &mut BTreeSet<&'d AttributionId>,
    mut note: impl FnMut(&'d SourceId) -> String,
) {
    let dossier = evaluation.dossier();
    let mut alike: BTreeMap<(String, &str, String, &str), Vec<&'d Attribution>> = BTreeMap::new();
    for (entry, passage) in &node.leaves {
        let footing = say::footing(evaluation.footing(&entry.id).unwrap_or(Footing::NoWord));
        let passage = passage.map_or("", say::passage);
        alike.entry((say::manner(entry), footing, note(&entry.source), passage)).or_default().push(entry);
    }
    for ((manner, footing, note, passage), entries) in alike {
        html.push_str(if footing.is_empty() { "<li>" } else { "<li class=\"gone\">" });
        for (nth, entry) in entries.into_iter().enumerate() {
            if nth > 0 {
                html.push_str("; ");
            }
            let name = dossier.source(&entry.source).map(say::short_name).unwrap_or_default();
            match entry.url.as_ref().filter(|url| is_web(url) && linked.insert(&entry.id)) {
                Some(url) => {
                    html.push_str("<a href=\"");
                    let _ = Html.write_escaped_str(&mut *html, url.as_str());
                    let _ = write!(html, "\">{}</a>", Words(name));
                }
                None => {
                    let _ = write!(html, "{}", Words(name));
                }
            }
            let _ = write!(html, ", {}", say::dated(entry));
        }
        if !manner.is_empty() {
            let _ = write!(html, ", {}", Words(manner));
        }
        html.push_str(&notes(&note, footing));
        html.push_str(&broken(passage));
    }
}

fn notes(first: &str, second: &str) -> String {
    let notes: Vec<&str> = [first, second].into_iter().filter(|note| !note.is_empty()).collect();
    if notes.is_empty() { String::new() } else { format!(" <i>{}</i>", Words(notes.join("; "))) }
}

/// That a citation carries nothing, or not what it seems to.
fn broken(passage: &str) -> String {
    if passage.is_empty() { String::new() } else { format!(" <b class=\"cut-off\">{}</b>", Words(passage.to_owned())) }
}

/// Whether an address leads to the web: other schemes may run or reveal something.
fn is_web(url: &url::Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}
