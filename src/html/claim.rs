//! A claim on the page.

use askama::Template;
use askama::filters::HtmlSafe;

use super::accounts::{Accounts, accounts};
use super::contents::anchor;
use super::graph::Drawing;
use super::measure::Allowance;
use super::topic::Desk;
use super::words::{Words, all};
use crate::advise::{Change, Outcome, Topic};
use crate::evaluate::{Assessment, Code, Verdict};
use crate::model::claim::Claim;
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
    details: Details,
}

impl HtmlSafe for ClaimView {}

/// A claim with no more than its verdict and the counts behind it: two elements, because there may be tens of thousands.
#[derive(Template)]
#[template(path = "sheet/brief.html", whitespace = "minimize")]
pub(super) struct Brief {
    anchor: String,
    verdict: Verdict,
    statement: String,
    sources: String,
    words: Words,
}

impl HtmlSafe for Brief {}

/// What is told of a claim beyond its verdict.
struct Details {
    id: String,
    wording: Words,
    weight: Words,
    wrong: Vec<Remark>,
    wrong_elsewhere: Vec<&'static str>,
    accounts: Vec<Accounts>,
    /// What is said of other claims and bears on this one.
    elsewhere: Vec<Words>,
    steps: Vec<Words>,
    /// What would settle it, and which way.
    remedies: Vec<(&'static str, Words)>,
    graphs: Vec<Drawing>,
    history: Vec<(String, Verdict)>,
    /// The same in a sentence where there is but one.
    since: Words,
}

/// Something that is wrong, in words and by its code.
struct Remark {
    words: Words,
    code: &'static str,
    is_critical: bool,
}

/// How many remedies are told toward confirmed, and toward refuted.
const REMEDIES: [usize; 2] = [2, 1];

impl ClaimView {
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
        let claim = assessment.claim();
        let verdict_word = say::heading(assessment.verdict().as_str());
        let rest = match verdict.strip_prefix(verdict_word.as_str()) {
            Some(rest) => rest.to_owned(),
            None => format!(". {verdict}"),
        };
        Self {
            anchor: anchor(&claim.id, desk.evaluation.dossier()),
            verdict: assessment.verdict(),
            verdict_word,
            verdict_rest: Words(rest),
            statement: say::statement(claim),
            sources: sources(claim, desk),
            details: Details::of(assessment, topic, is_advised, desk, allowance),
        }
    }
}

impl Brief {
    pub(super) fn of(assessment: &Assessment<'_>, desk: &Desk<'_, '_>) -> Self {
        let claim = assessment.claim();
        Self {
            anchor: anchor(&claim.id, desk.evaluation.dossier()),
            verdict: assessment.verdict(),
            statement: say::statement(claim),
            sources: sources(claim, desk),
            words: Words(say::tally(assessment)),
        }
    }
}

/// The numbers of the sources of a claim, for the filter.
fn sources(claim: &Claim, desk: &Desk<'_, '_>) -> String {
    let numbers: Vec<String> = desk.said.sources(&claim.id).iter().map(u32::to_string).collect();
    numbers.join(" ")
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
        let mut remedies = Vec::new();
        for (toward, most) in [(Outcome::Confirmed, REMEDIES[0]), (Outcome::Refuted, REMEDIES[1])] {
            // Where nothing speaks against a claim, what would refute it is always the same.
            let is_asked = toward == Outcome::Confirmed || assessment.opposition().most() > 0;
            let found = if is_settled && is_asked { desk.settling.remedies(id, toward) } else { Vec::new() };
            let told = found.iter().take(most).map(|remedy| say::settles(remedy, dossier));
            remedies.extend(told.map(|(toward, words)| (toward, Words(words))));
        }
        let wrong = say::wrong(assessment, !remedies.is_empty());
        let is_told = wrong.own.iter().any(|remark| remark.code == Code::Contradicted);
        let remarks = |of: Vec<say::Remark>| {
            let remark = |of: say::Remark| Remark {
                words: Words(of.words),
                code: of.code.as_str(),
                is_critical: of.is_critical,
            };
            of.into_iter().map(remark).collect::<Vec<_>>()
        };
        let sides = [assessment.support(), assessment.opposition()];
        let elsewhere =
            [true, false].map(|is_support| say::elsewhere(assessment, sides[usize::from(!is_support)], is_support));
        // Who said otherwise has been told where that is what is wrong.
        let elsewhere =
            elsewhere.into_iter().zip([false, is_told]).filter_map(|(words, is_told)| (!is_told).then_some(words));
        let sides = sides.map(|side| side.provenance());
        let drawn = [true, false].into_iter().zip(&sides);
        let graphs =
            drawn.filter_map(|(is_support, side)| Drawing::of(assessment, is_support, side, &mut desk.stock)).collect();
        let changes: Vec<&Change> = desk.timeline.into_iter().flat_map(|timeline| timeline.of(id)).collect();
        let (history, since) = match changes.as_slice() {
            [only] => (Vec::new(), say::since(only.to, only.on)),
            several => (several.iter().map(|change| (say::day(change.on), change.to)).collect(), String::new()),
        };
        Self {
            id: id.as_str().to_owned(),
            wording: Words(if is_advised { desk.wordings.claim(assessment, topic) } else { String::new() }),
            weight: Words(say::weight(&assessment.confidence())),
            wrong: remarks(wrong.own),
            wrong_elsewhere: wrong.elsewhere.iter().map(|code| code.as_str()).collect(),
            accounts: accounts(assessment, desk.said.of(id), &sides),
            elsewhere: all(elsewhere.filter(|words| !words.is_empty())),
            steps: all(wrong.steps),
            remedies,
            graphs,
            history,
            since: Words(since),
        }
    }
}
