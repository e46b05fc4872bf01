//! A topic on the page: what may be written of it, the plot of who said what, all accounts in a table, and its claims.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use super::claim::{Brief, ClaimView};
use super::contents::Chapter;
use super::graph::Stock;
use super::measure::Allowance;
use super::plot::Plot;
use super::words::Words;
use crate::advise::{Settling, Timeline};
use crate::evaluate::Evaluation;
use crate::model::attribution::Attribution;
use crate::model::id::ClaimId;
use crate::render::sheet as say;

/// Who says something of which claim.
pub(super) struct Said<'e> {
    of_claim: BTreeMap<&'e ClaimId, Vec<&'e Attribution>>,
    numbers: BTreeMap<&'e str, u32>,
}

/// Everything in the dossier that names a claim.
pub(super) fn said<'e>(evaluation: &Evaluation<'e>) -> Said<'e> {
    let dossier = evaluation.dossier();
    let mut of_claim: BTreeMap<&ClaimId, Vec<&Attribution>> = BTreeMap::new();
    for entry in dossier.attributions() {
        if let Some(claim) = &entry.claim {
            of_claim.entry(claim).or_default().push(entry);
        }
    }
    let numbers = dossier.sources().iter().map(|source| source.id.as_str()).zip(0..).collect();
    Said { of_claim, numbers }
}

impl<'e> Said<'e> {
    /// What is said of a claim.
    pub(super) fn of(&self, claim: &ClaimId) -> &[&'e Attribution] {
        self.of_claim.get(claim).map_or(&[], Vec::as_slice)
    }

    /// How much is said on a topic.
    pub(super) fn on(&self, chapter: &Chapter<'_>) -> usize {
        chapter.claims.iter().map(|assessment| self.of(&assessment.claim().id).len()).sum()
    }

    /// The numbers of the sources that speak of a claim or are cited for it, in order, each once.
    pub(super) fn sources(&self, claim: &ClaimId) -> Vec<u32> {
        let names = |entry: &&'e Attribution| std::iter::once(&entry.source).chain(entry.cites.iter().flatten());
        let ids = self.of(claim).iter().flat_map(names);
        let mut numbers: Vec<u32> = ids.filter_map(|id| self.numbers.get(id.as_str()).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// What the topics of one page share.
pub(super) struct Desk<'a, 'e> {
    pub(super) evaluation: &'e Evaluation<'e>,
    pub(super) timeline: Option<&'a Timeline<'e>>,
    pub(super) said: &'a Said<'e>,
    pub(super) settling: Settling<'e>,
    pub(super) wordings: say::Wordings,
    pub(super) stock: Stock,
}

impl<'a, 'e> Desk<'a, 'e> {
    pub(super) fn new(evaluation: &'e Evaluation<'e>, timeline: Option<&'a Timeline<'e>>, said: &'a Said<'e>) -> Self {
        Self {
            evaluation,
            timeline,
            said,
            settling: Settling::of(evaluation),
            wordings: say::Wordings::default(),
            stock: Stock::default(),
        }
    }
}

#[derive(Template)]
#[template(path = "sheet/topic.html", whitespace = "minimize")]
pub(super) struct TopicView {
    pub(super) anchor: usize,
    pub(super) subject: String,
    pub(super) attribute: String,
    /// What may be written of the topic; empty where that was not worked out, or where its only claim says it.
    wording: Words,
    plot: Option<Plot>,
    claims: Vec<ClaimView>,
    /// Those that are told in brief.
    briefs: Vec<Brief>,
}

impl HtmlSafe for TopicView {}

impl TopicView {
    /// How many claims there are.
    pub(super) fn len(&self) -> usize {
        self.claims.len() + self.briefs.len()
    }

    pub(super) fn of<'e>(
        at: usize,
        chapter: &Chapter<'e>,
        is_small: bool,
        desk: &mut Desk<'_, 'e>,
        allowance: &mut Allowance,
    ) -> Self {
        let words = desk.said.on(chapter);
        let is_advised = is_small && allowance.spend_advice(chapter.claims.len() * words);
        let wording =
            if is_advised && chapter.claims.len() > 1 { desk.wordings.topic(&chapter.topic) } else { String::new() };
        let (mut claims, mut briefs) = (Vec::new(), Vec::new());
        for assessment in &chapter.claims {
            if allowance.spend_claim(is_small) {
                claims.push(ClaimView::full(assessment, &chapter.topic, is_advised, desk, allowance));
            } else {
                briefs.push(Brief::of(assessment, desk));
            }
        }
        Self {
            anchor: at,
            subject: say::heading(chapter.topic.subject()),
            attribute: say::heading(chapter.topic.attribute().id.as_str()),
            wording: Words(wording),
            // What is told in brief is not drawn either.
            plot: if claims.is_empty() { None } else { Plot::of(chapter, desk, allowance) },
            claims,
            briefs,
        }
    }
}
