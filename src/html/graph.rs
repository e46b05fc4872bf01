//! Who has it from whom: the provenance of a claim, drawn in layers from those who know to those who report, and told as a list.

mod group;
mod layers;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use askama::Template;
use askama::filters::HtmlSafe;

use super::measure::BOXES;
use super::scale::Px;
use super::words::Words;
use crate::evaluate::{Assessment, Passage, Provenance, Role};
use crate::model::dossier::Dossier;
use crate::model::id::{AttributionId, ClaimId, SourceId};
use crate::render::sheet as say;
use group::{Group, Link, groups};

/// Width of a box, and of the gap between two layers.
const BOX: f64 = 152.0;
const GAP: f64 = 52.0;
/// Height of a line in a box, and of the gap between two boxes.
const LINE: f64 = 15.0;
const BETWEEN: f64 = 14.0;
/// Margin around the whole.
const MARGIN: f64 = 8.0;
/// Letters in a line of a box.
const LETTERS: usize = 22;

/// The provenance of one side of a claim.
#[derive(Template)]
#[template(path = "sheet/graph.html", whitespace = "minimize")]
pub(super) struct Drawing {
    is_support: bool,
    caption: Words,
    width: Px,
    height: Px,
    /// The number of each box, and where it stands.
    boxes: Vec<(usize, Px, Px)>,
    lines: Lines,
    /// The box of the claim itself.
    claim: (Px, Px),
    /// Boxes for which there was no room.
    left_out: usize,
}

impl HtmlSafe for Drawing {}

/// A box, at its own origin: sources and what they are. It is written once on the page and shown wherever it is needed.
#[derive(Template, PartialEq, Eq, PartialOrd, Ord, Clone)]
#[template(path = "sheet/box.html", whitespace = "minimize")]
pub(super) struct Boxed {
    height: usize,
    class: String,
    /// Lines of names, and below them lines on what the source is.
    lines: Vec<(usize, String, bool)>,
    is_struck: bool,
}

impl HtmlSafe for Boxed {}

impl Boxed {
    pub(super) fn class(&self) -> &str {
        &self.class
    }
}

/// The boxes of all graphs of a page.
#[derive(Default)]
pub(super) struct Stock(BTreeMap<Boxed, usize>);

impl Stock {
    fn number(&mut self, of: Boxed) -> usize {
        let next = self.0.len();
        *self.0.entry(of).or_insert(next)
    }

    /// In the order of their numbers.
    pub(super) fn into_boxes(self) -> Vec<Boxed> {
        let mut boxes: Vec<(Boxed, usize)> = self.0.into_iter().collect();
        boxes.sort_by_key(|(_, number)| *number);
        boxes.into_iter().map(|(boxed, _)| boxed).collect()
    }
}

/// Lines of one kind in one stroke.
#[derive(Default)]
struct Lines {
    /// From those who report to the claim.
    reports: String,
    carries: String,
    unseen: String,
    dead: String,
    /// A cross on each that is broken.
    crosses: String,
}

impl Drawing {
    /// What was said of the claim itself on one side, as far as anybody there cites somebody; words on other claims that bear on it have their own drawings.
    pub(super) fn of(
        assessment: &Assessment<'_>,
        is_support: bool,
        side: &Provenance<'_>,
        stock: &mut Stock,
    ) -> Option<Self> {
        let dossier = assessment.evaluation.dossier();
        let direct = direct(side, dossier, &assessment.claim().id);
        if direct.citations.is_empty() {
            return None;
        }
        let name = |id: &SourceId| dossier.source(id).map(say::short_name).unwrap_or_default();
        let all = |is: &dyn Fn(&Role<'_>) -> bool| -> Vec<String> {
            side.sources.iter().filter(|role| is(role)).map(|role| name(role.source)).collect()
        };
        let broken = direct.citations.iter().filter(|c| !c.passage.carries() && c.passage != Passage::Unreached);
        let caption = say::graph(&all(&|role| role.is_origin), &all(&|role| role.is_chokepoint), broken.count());
        let (groups, links, left_out) = groups(&direct, BOXES);
        // Two who have it from one, or one from another and that from a third: the list shows as much.
        if groups.len() < 4 && links.iter().all(|link| link.passage.carries()) {
            return None;
        }
        let layers = layers::layers(groups.len(), &links, |group| groups[group].reports);
        let mut drawing = Self {
            is_support,
            caption: Words(caption),
            width: Px(0.0),
            height: Px(0.0),
            boxes: Vec::new(),
            lines: Lines::default(),
            claim: (Px(0.0), Px(0.0)),
            left_out,
        };
        drawing.lay_out(&groups, &links, &layers, stock, name);
        Some(drawing)
    }

    fn lay_out(
        &mut self,
        groups: &[Group<'_>],
        links: &[Link],
        layers: &[Vec<usize>],
        stock: &mut Stock,
        name: impl Fn(&SourceId) -> String,
    ) {
        let texts: Vec<Vec<(String, bool)>> = groups.iter().map(|group| text(group, &name)).collect();
        let height = |group: usize| texts[group].len() as f64 * LINE + 12.0;
        let tall = |layer: &Vec<usize>| {
            layer.iter().map(|group| height(*group)).sum::<f64>() + BETWEEN * layer.len().saturating_sub(1) as f64
        };
        let tallest = layers.iter().map(tall).fold(34.0, f64::max);
        let columns = layers.len();
        let left = |layer: usize| MARGIN + (columns - 1 - layer) as f64 * (BOX + GAP);
        // Where each box lies: left, top, height.
        let mut places = vec![(0.0, 0.0, 0.0); groups.len()];
        for (nth, layer) in layers.iter().enumerate() {
            let mut y = (MARGIN + (tallest - tall(layer)) / 2.0).floor();
            for group in layer {
                places[*group] = (left(nth), y, height(*group));
                y += height(*group) + BETWEEN;
            }
        }
        let claim = (MARGIN + columns as f64 * (BOX + GAP), (MARGIN + tallest / 2.0).floor());
        for (group, (x, y, tall)) in groups.iter().zip(&places) {
            let at = self.boxes.len();
            let lines = (0..).zip(&texts[at]).map(|(nth, (words, is_role))| (16 + 15 * nth, words.clone(), *is_role));
            let number = stock.number(Boxed {
                height: *tall as usize,
                class: class(group),
                lines: lines.collect(),
                is_struck: group.role.took_back,
            });
            self.boxes.push((number, Px(*x), Px(*y)));
            if group.reports {
                curve(&mut self.lines.reports, (x + BOX, (y + tall / 2.0).floor()), claim);
            }
        }
        for link in links {
            let (cited, citing) = (places[link.cited], places[link.citing]);
            let from = (cited.0 + BOX, (cited.1 + cited.2 / 2.0).floor());
            // A citation among sources of one layer, or against the stream, comes in from behind.
            let side = if citing.0 > cited.0 { citing.0 } else { citing.0 + BOX };
            let to = (side, (citing.1 + citing.2 / 2.0).floor());
            let lines = &mut self.lines;
            let into = match link.passage {
                Passage::Carries | Passage::Stale => &mut lines.carries,
                Passage::Unseen => &mut lines.unseen,
                _ => &mut lines.dead,
            };
            let (x, y) = curve(into, from, to);
            if !link.passage.carries() {
                let _ = write!(lines.crosses, "M{} {}l10 10m-10 0l10-10", Px(x - 5.0), Px(y - 5.0));
            }
        }
        self.claim = (Px(claim.0), Px(claim.1));
        self.width = Px(claim.0 + 74.0 + MARGIN);
        self.height = Px(tallest + 2.0 * MARGIN);
    }

    fn claim_top(&self) -> Px {
        Px(self.claim.1.0 - 14.0)
    }
}

/// The part of a side that was said of the claim itself.
fn direct<'e>(side: &Provenance<'e>, dossier: &'e Dossier, claim: &ClaimId) -> Provenance<'e> {
    let mut direct = Provenance::default();
    let is_direct =
        |id: &AttributionId| dossier.attribution(id).is_some_and(|entry| entry.claim.as_ref() == Some(claim));
    direct.citations =
        side.citations.iter().filter(|c| c.attributions.iter().any(|id| is_direct(id))).cloned().collect();
    let mut sources: BTreeSet<&SourceId> = direct.citations.iter().flat_map(|c| [c.cited, c.citing]).collect();
    let words = dossier.attributions().iter().filter(|entry| entry.claim.as_ref() == Some(claim));
    sources.extend(words.map(|entry| say::speaker(&entry.source, dossier)));
    direct.sources = side.sources.iter().filter(|role| sources.contains(role.source)).cloned().collect();
    direct
}

fn class(group: &Group<'_>) -> String {
    let role = &group.role;
    let mut class = String::new();
    for (is, name) in [
        (role.is_origin && !role.is_undeclared, " origin"),
        (role.is_undeclared, " undeclared"),
        (role.is_chokepoint, " choke"),
        (role.took_back, " gone"),
        (!role.is_credible, " weak"),
    ] {
        if is {
            class.push_str(name);
        }
    }
    class
}

/// Draws a line from one box to another, and gives its middle. A line that goes back arrives from behind.
fn curve(into: &mut String, from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let bend = (dx.abs() / 2.0).clamp(18.0, 60.0);
    let last = if dx > 0.0 { dx - bend } else { dx + bend };
    let _ = if dy == 0.0 && dx > 0.0 {
        write!(into, "M{} {}h{}", Px(from.0), Px(from.1), Px(dx))
    } else {
        let [bend, last, dx, dy] = [bend, last, dx, dy].map(Px);
        write!(into, "M{} {}c{bend} 0 {last} {dy} {dx} {dy}", Px(from.0), Px(from.1))
    };
    (from.0 + (3.0 * bend + 3.0 * last + dx) / 8.0, from.1 + dy / 2.0)
}

/// The lines in a box: names, and below them what the source is.
fn text(group: &Group<'_>, name: impl Fn(&SourceId) -> String) -> Vec<(String, bool)> {
    let names = say::together(group.sources.iter().map(|id| name(id)).collect());
    let mut lines: Vec<(String, bool)> = wrapped(&names, 3).into_iter().map(|line| (line, false)).collect();
    let role = say::short_role(&group.role);
    if !role.is_empty() {
        lines.push((role.to_owned(), true));
    }
    lines
}

/// Words in so many lines, the last one cut where they are too long.
fn wrapped(words: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split(' ') {
        let mut word: String = word.to_owned();
        if word.chars().count() > LETTERS {
            word = word.chars().take(LETTERS - 1).chain(['…']).collect();
        }
        let full = lines.len() == most;
        if let Some(line) = lines.last_mut() {
            if line.is_empty() {
                line.push_str(&word);
            } else if line.chars().count() + 1 + word.chars().count() <= LETTERS {
                line.push(' ');
                line.push_str(&word);
            } else if full {
                line.push('…');
                break;
            } else {
                lines.push(word);
            }
        }
    }
    lines
}
