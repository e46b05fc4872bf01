//! The page as a whole: head, summary, filters, topics, and what is to be known about reading it.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use super::contents::{Chapter, chapters, is_small};
use super::graph::Boxed;
use super::history::{self, History};
use super::measure::{Allowance, CHOICES, CONTENTS};
use super::topic::{Desk, TopicView};
use super::words::{Words, all};
use super::{Sheet, topic};
use crate::evaluate::{Evaluation, Verdict};
use crate::model::id::ClaimId;
use crate::render::sheet as say;

/// The style and the script, and what the content security policy lets in: nothing but them. A test checks the sums.
const STYLE: &str = include_str!("assets/style.css");
const SCRIPT: &str = include_str!("assets/script.js");
const STYLE_SUM: &str = include_str!("assets/style.sha256");
const SCRIPT_SUM: &str = include_str!("assets/script.sha256");

#[derive(Template)]
#[template(path = "sheet/page.html", whitespace = "minimize")]
pub(super) struct Page {
    style: &'static str,
    script: &'static str,
    style_sum: &'static str,
    script_sum: &'static str,
    /// Language of the statements; empty where it is not known.
    language: String,
    title: String,
    counts: Words,
    basis: Vec<Words>,
    tallies: Vec<Tally>,
    claims: String,
    history: Option<History>,
    topics: Vec<TopicView>,
    has_contents: bool,
    sources: Vec<Choice>,
    /// The boxes of all graphs.
    boxes: Vec<Boxed>,
    notes: Vec<Words>,
}

/// How many claims have a verdict, and where their part of the bar lies.
struct Tally {
    verdict: Verdict,
    number: String,
    from: usize,
    width: usize,
    meaning: &'static str,
}

/// Something that the reader can choose.
struct Choice {
    value: u32,
    name: String,
    claims: usize,
}

impl Page {
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let evaluation = sheet.evaluation;
        let chapters = chapters(evaluation);
        let mut allowance = Allowance::new(sheet.details, sheet.remedies);
        let said = topic::said(evaluation);
        let (history, replayed) = match sheet.timeline.then(|| history::replay(evaluation, &said)) {
            None => (None, None),
            Some(Some(timeline)) => (History::of(&timeline), Some(timeline)),
            Some(None) => (Some(History::left_out()), None),
        };
        let mut desk = Desk::new(evaluation, replayed.as_ref(), &said);
        let mut topics = Vec::with_capacity(chapters.len());
        for (at, chapter) in chapters.iter().enumerate() {
            let is_small = is_small(chapter, said.on(chapter), &mut allowance);
            topics.push(TopicView::of(at, chapter, is_small, &mut desk, &mut allowance));
        }
        let (sources, unlisted) = sources(evaluation, &said);
        Self {
            style: STYLE,
            script: SCRIPT,
            style_sum: STYLE_SUM.trim(),
            script_sum: SCRIPT_SUM.trim(),
            language: sheet.language.clone().filter(|tag| is_tag(tag)).unwrap_or_default(),
            title: say::title(sheet.title.as_deref().unwrap_or_else(|| evaluation.dossier().title())),
            counts: Words(say::counts(evaluation)),
            basis: all([say::as_of(evaluation), say::standard(evaluation.policy())]),
            tallies: tallies(evaluation),
            claims: say::number(evaluation.assessments().len()),
            history,
            has_contents: chapters.len() > 1 && chapters.len() <= CONTENTS,
            topics,
            boxes: desk.stock.into_boxes(),
            sources,
            notes: notes(&allowance, unlisted, &chapters),
        }
    }
}

/// Whether text has the form of a language tag.
fn is_tag(text: &str) -> bool {
    (2..=35).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// From what may be stated to what may not; a verdict that no claim has is left out.
fn tallies(evaluation: &Evaluation<'_>) -> Vec<Tally> {
    let all = evaluation.assessments().len().max(1);
    let mut before = 0;
    let mut tallies = Vec::new();
    for verdict in Verdict::ALL.iter().rev().copied() {
        let of = evaluation.assessments().filter(|assessment| assessment.verdict() == verdict).count();
        if of > 0 {
            let (from, to) = (before * 1000 / all, (before + of) * 1000 / all);
            let (number, meaning) = (say::number(of), say::meaning(verdict));
            tallies.push(Tally { verdict, number, from, width: (to - from).max(2), meaning });
        }
        before += of;
    }
    tallies
}

/// The sources that can be chosen, by name, and how many cannot.
fn sources(evaluation: &Evaluation<'_>, said: &topic::Said<'_>) -> (Vec<Choice>, usize) {
    let dossier = evaluation.dossier();
    let mut claims: BTreeMap<u32, BTreeSet<&ClaimId>> = BTreeMap::new();
    for claim in dossier.claims() {
        for source in said.sources(&claim.id) {
            claims.entry(source).or_default().insert(&claim.id);
        }
    }
    let mut ranked: Vec<(u32, usize)> = claims.into_iter().map(|(source, claims)| (source, claims.len())).collect();
    ranked.sort_by_key(|(source, claims)| (std::cmp::Reverse(*claims), *source));
    let unlisted = ranked.len().saturating_sub(CHOICES);
    ranked.truncate(CHOICES);
    let choice = |(source, claims): (u32, usize)| {
        let name = say::name(dossier.sources().get(source as usize)?);
        Some(Choice { value: source, name, claims })
    };
    let mut choices: Vec<Choice> = ranked.into_iter().filter_map(choice).collect();
    choices.sort_by_cached_key(|choice| (choice.name.to_lowercase(), choice.value));
    (choices, unlisted)
}

/// What is left out, in so many words.
fn notes(allowance: &Allowance, unlisted: usize, chapters: &[Chapter<'_>]) -> Vec<Words> {
    all(say::left_out(allowance.brief, allowance.unsettled, unlisted, chapters.len() > CONTENTS))
}
