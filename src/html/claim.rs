//! A claim on the page.

use askama::Template;
use askama::filters::HtmlSafe;

use super::contents::anchor;
use super::graph::Drawing;
use super::measure::Allowance;
use super::topic::Desk;
use super::words::{Words, all};
use crate::advise::{Outcome, Topic};
use crate::evaluate::{Assessment, Verdict};
use crate::render::{self, sheet as say};

#[derive(Template)]
#[template(path = "sheet/claim.html", whitespace = "minimize")]
pub(super) struct ClaimView {
    anchor: String,
    pub(super) verdict: Verdict,
    verdict_word: String,
    /// The rest of the sentence on the verdict.
    verdict_rest: Words,
    statement: String,
    /// The numbers of its sources, for the filter.
    sources: String,
    details: Option<Details>,
}

impl HtmlSafe for ClaimView {}

/// What is told of a claim beyond its verdict.
struct Details {
    id: String,
    wording: Words,
    weight: Words,
    wrong: Vec<Remark>,
    wrong_elsewhere: Vec<Remark>,
    more: Words,
    said: Vec<Words>,
    against: Vec<Words>,
    steps: Vec<Words>,
    /// What would confirm it, and what would refute it.
    remedies: [Vec<Words>; 2],
    graphs: Vec<Drawing>,
    history: Vec<(String, Verdict)>,
}

/// Something that is wrong, in words and by its code.
struct Remark {
    words: Words,
    code: &'static str,
    is_critical: bool,
}

/// How many lines tell who stands for a claim, and who against it; the table of the topic has them all.
const SUPPORT: usize = 6;
const OPPOSITION: usize = 3;
/// How many remedies are told toward confirmed, and toward refuted.
const REMEDIES: [usize; 2] = [3, 2];

impl ClaimView {
    /// A claim with no more than its verdict and the counts behind it.
    pub(super) fn brief(assessment: &Assessment<'_>, desk: &Desk<'_, '_>) -> Self {
        Self::with(assessment, desk, say::tally(assessment), None)
    }

    /// A claim with all that is known of it.
    pub(super) fn full<'e>(
        assessment: &Assessment<'e>,
        topic: &Topic<'e>,
        is_advised: bool,
        desk: &mut Desk<'_, 'e>,
        allowance: &mut Allowance,
    ) -> Self {
        let verdict = match assessment.verdict() {
            Verdict::Confirmed => say::rests_on(assessment),
            _ => render::verdict(assessment),
        };
        let details = Details::of(assessment, topic, is_advised, desk, allowance);
        Self::with(assessment, desk, verdict, Some(details))
    }

    fn with(assessment: &Assessment<'_>, desk: &Desk<'_, '_>, sentence: String, details: Option<Details>) -> Self {
        let claim = assessment.claim();
        let verdict = assessment.verdict();
        let verdict_word = say::heading(verdict.as_str());
        let rest = match sentence.strip_prefix(verdict_word.as_str()) {
            Some(rest) => rest.trim_start_matches(':').trim_start().to_owned(),
            None => sentence,
        };
        let sources: Vec<String> = desk.said.sources(&claim.id).iter().map(u32::to_string).collect();
        Self {
            anchor: anchor(&claim.id, desk.evaluation.dossier()),
            verdict,
            verdict_word,
            verdict_rest: Words(rest),
            statement: say::statement(claim),
            sources: sources.join(" "),
            details,
        }
    }
}

impl Details {
    fn of<'e>(
        assessment: &Assessment<'e>,
        topic: &Topic<'e>,
        is_advised: bool,
        desk: &mut Desk<'_, 'e>,
        allowance: &mut Allowance,
    ) -> Self {
        let dossier = desk.evaluation.dossier();
        let id = &assessment.claim().id;
        let is_settled = assessment.is_flagged() && allowance.spend_remedy(is_advised);
        let mut remedies = [Outcome::Confirmed, Outcome::Refuted].map(|toward| {
            let found = if is_settled { desk.settling.remedies(id, toward) } else { Vec::new() };
            all(found.iter().map(|remedy| render::remedy(remedy, dossier)))
        });
        for (remedies, most) in remedies.iter_mut().zip(REMEDIES) {
            remedies.truncate(most);
        }
        let wrong = say::wrong(assessment, !remedies[0].is_empty());
        let remarks = |of: Vec<say::Remark>| {
            let remark = |of: say::Remark| Remark {
                words: Words(of.words),
                code: of.code.as_str(),
                is_critical: of.is_critical,
            };
            of.into_iter().map(remark).collect::<Vec<_>>()
        };
        let changes = desk.timeline.into_iter().flat_map(|timeline| timeline.of(id));
        Self {
            id: id.as_str().to_owned(),
            wording: Words(if is_advised { desk.wordings.claim(assessment, topic) } else { String::new() }),
            weight: Words(say::weight(&assessment.confidence())),
            wrong: remarks(wrong.own),
            wrong_elsewhere: remarks(wrong.elsewhere),
            more: Words(wrong.more),
            said: all(say::accounts(assessment, assessment.support(), SUPPORT)),
            against: all(say::accounts(assessment, assessment.opposition(), OPPOSITION)),
            steps: all(wrong.steps),
            remedies,
            graphs: Drawing::of(assessment, &mut desk.stock),
            history: changes.map(|change| (say::day(change.on), change.to)).collect(),
        }
    }
}
