//! Who has it from whom: the provenance of a claim, drawn in layers from those who know to those who report, and told as a list.

mod group;
mod layers;
mod list;

use std::collections::BTreeMap;
use std::fmt::Write;

use askama::Template;
use askama::filters::HtmlSafe;

use super::measure::BOXES;
use super::scale::Px;
use super::words::Words;
use crate::evaluate::{Assessment, Passage, Side};
use crate::model::id::SourceId;
use crate::render::sheet as say;
use group::{Group, Link, groups};
use list::List;

/// Width of a box, and of the gap between two layers.
const BOX: f64 = 152.0;
const GAP: f64 = 52.0;
/// Height of a line in a box, and of the gap between two boxes.
const LINE: f64 = 15.0;
const BETWEEN: f64 = 14.0;
/// Margin around the whole.
const MARGIN: f64 = 8.0;
/// Letters in a line of a box.
const LETTERS: usize = 24;

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
    lines: Vec<Line>,
    /// The box of the claim itself.
    claim: (Px, Px),
    /// Boxes for which there was no room.
    left_out: usize,
    list: List,
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

struct Line {
    class: &'static str,
    path: String,
    /// A cross where it is broken.
    cross: String,
}

impl Drawing {
    /// The side of a claim that supports it, and the one against it where something credible stands there; each as far as anybody on it cites somebody.
    pub(super) fn of(assessment: &Assessment<'_>, stock: &mut Stock) -> Vec<Self> {
        let sides = [(true, assessment.support()), (false, assessment.opposition())];
        let shown = sides.into_iter().filter(|(is_support, side)| *is_support || side.credible() > 0);
        shown.filter_map(|(is_support, side)| Self::of_side(assessment, is_support, side, stock)).collect()
    }

    fn of_side(assessment: &Assessment<'_>, is_support: bool, side: Side<'_>, stock: &mut Stock) -> Option<Self> {
        let provenance = side.provenance();
        if provenance.citations.is_empty() {
            return None;
        }
        let dossier = assessment.evaluation.dossier();
        let name = |id: &SourceId| dossier.source(id).map(say::short_name).unwrap_or_default();
        let all = |is: &dyn Fn(&crate::Role<'_>) -> bool| -> Vec<String> {
            provenance.sources.iter().filter(|role| is(role)).map(|role| name(role.source)).collect()
        };
        let broken = provenance.citations.iter().filter(|c| !c.passage.carries() && c.passage != Passage::Unreached);
        let caption =
            say::graph(&all(&|role| role.is_origin), &all(&|role| role.is_chokepoint), broken.count(), is_support);
        let (groups, links, left_out) = groups(&provenance, BOXES);
        let layers = layers::layers(groups.len(), &links, |group| groups[group].reports);
        let mut drawing = Self {
            is_support,
            caption: Words(caption),
            width: Px(0.0),
            height: Px(0.0),
            boxes: Vec::new(),
            lines: Vec::new(),
            claim: (Px(0.0), Px(0.0)),
            left_out,
            list: List::of(&groups, &links, dossier),
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
            let mut y = MARGIN + (tallest - tall(layer)) / 2.0;
            for group in layer {
                places[*group] = (left(nth), y, height(*group));
                y += height(*group) + BETWEEN;
            }
        }
        let claim = (MARGIN + columns as f64 * (BOX + GAP), MARGIN + tallest / 2.0);
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
                self.lines.push(line("", (x + BOX, y + tall / 2.0), claim));
            }
        }
        for link in links {
            let (cited, citing) = (places[link.cited], places[link.citing]);
            let from = (cited.0 + BOX, cited.1 + cited.2 / 2.0);
            // A citation among sources of one layer, or against the stream, comes in from behind.
            let side = if citing.0 > cited.0 { citing.0 } else { citing.0 + BOX };
            let to = (side, citing.1 + citing.2 / 2.0);
            let class = match link.passage {
                Passage::Carries | Passage::Stale => "carries",
                Passage::Unseen => "unseen",
                _ => "dead",
            };
            self.lines.push(line(class, from, to));
        }
        self.claim = (Px(claim.0), Px(claim.1));
        self.width = Px(claim.0 + 74.0 + MARGIN);
        self.height = Px(tallest + 2.0 * MARGIN);
    }

    fn claim_top(&self) -> Px {
        Px(self.claim.1.0 - 14.0)
    }
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

fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Line {
    let bend = ((to.0 - from.0).abs() / 2.0).clamp(18.0, 60.0);
    let arrives_from_behind = to.0 <= from.0;
    let control = (from.0 + bend, if arrives_from_behind { to.0 + bend } else { to.0 - bend });
    let path = format!(
        "M{} {}C{} {} {} {} {} {}",
        Px(from.0),
        Px(from.1),
        Px(control.0),
        Px(from.1),
        Px(control.1),
        Px(to.1),
        Px(to.0),
        Px(to.1)
    );
    let mut cross = String::new();
    if class == "dead" {
        // The middle of the curve.
        let x = (from.0 + 3.0 * control.0 + 3.0 * control.1 + to.0) / 8.0;
        let y = f64::midpoint(from.1, to.1);
        for (a, b) in [(-1.0, -1.0), (-1.0, 1.0)] {
            let _ = write!(cross, "M{} {}L{} {}", Px(x + a * 5.0), Px(y + b * 5.0), Px(x - a * 5.0), Px(y - b * 5.0));
        }
    }
    Line { class, path, cross }
}

/// The lines in a box: names, and below them what the source is.
fn text(group: &Group<'_>, name: impl Fn(&SourceId) -> String) -> Vec<(String, bool)> {
    let names = say::together(group.sources.iter().map(|id| name(id)).collect());
    let mut lines: Vec<(String, bool)> = wrapped(&names, 4).into_iter().map(|line| (line, false)).collect();
    let role = say::role(&group.role);
    if !role.is_empty() {
        lines.extend(wrapped(&role, 3).into_iter().map(|line| (line, true)));
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
