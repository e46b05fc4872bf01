//! The one place where a next step becomes advice.

use super::clean::sentence;
use super::date;
use super::list::{SHOWN, join, shortened};
use super::scene::{Scene, quoted};
use crate::evaluate::{Finding, NextStep, Severity};
use crate::model::attribution::{Attribution, Stance};
use crate::model::dossier::Dossier;
use crate::model::id::{AttributionId, SourceId};

/// What a desk can do about a finding, in one sentence for people, without ids. O(entries named).
///
/// ```
/// use corroborate::{Attribute, Claim, Dossier, Evaluator, Policy, Value, ValueKind, render};
/// let dossier = Dossier::builder("A treaty")
///     .attribute(Attribute::new("signed", ValueKind::Truth))
///     .claim(Claim::new("c", "It was signed", "treaty", "signed", Value::Truth(true)))
///     .build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// let steps: Vec<String> =
///     evaluation.assessments().flat_map(|a| a.findings()).map(|f| render::next_step(&f, &dossier)).collect();
/// assert_eq!(steps, ["Find somebody who says so."]);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn next_step(finding: &Finding, dossier: &Dossier) -> String {
    let scene = Scene(dossier);
    let step = match &finding.next {
        NextStep::SeekSource => "find somebody who says so".to_owned(),
        NextStep::SeekOrigin { beyond } => match either(scene, beyond) {
            beyond if beyond.is_empty() => "find another credible origin".to_owned(),
            beyond => format!("find a credible origin that does not rest on {beyond}"),
        },
        NextStep::SeekOwnWord { of } => format!("find the original words of {}", names(scene, of)),
        NextStep::AskBasis { of } => format!("ask {} where it comes from", names(scene, of)),
        NextStep::AskPlainStatement { of } => format!("ask {} whether it can be said outright", names(scene, of)),
        NextStep::CheckCitation { of } => check(scene, finding, of),
        NextStep::AskWhichHolds { of } => which_holds(scene, finding, of),
        NextStep::Reconcile { with } => match scene.statements(with, "or") {
            with if with.is_empty() => "find out whether it holds".to_owned(),
            with => format!("find out which holds: this, or else {with}"),
        },
        NextStep::SeekDate { of } => match scene.speakers(&scene.words(of)) {
            who if who.is_empty() => "find out for what time the claim is meant to hold".to_owned(),
            who => format!("find out when {who} said it"),
        },
        NextStep::Align { with } => match scene.statements(with, "and") {
            with if with.is_empty() => "state all claims on the topic in one unit and for one time".to_owned(),
            with => format!("state this in one unit and for one time with {with}"),
        },
        NextStep::Refresh => "look for a newer account".to_owned(),
        NextStep::Mention => "say so where the claim is used; there is nothing to clear".to_owned(),
    };
    sentence(&step)
}

/// What to do about all that is wrong with one claim: the steps of the gravest findings, each once, and one origin for all that ask for another.
pub(super) fn steps(findings: &[Finding], dossier: &Dossier) -> Vec<String> {
    const MOST: usize = 3;
    let grave = || findings.iter().filter(|finding| finding.severity > Severity::Info);
    let mut beyond: Vec<SourceId> = Vec::new();
    for finding in grave() {
        if let NextStep::SeekOrigin { beyond: more } = &finding.next {
            beyond.extend(more.iter().filter(|id| !beyond.contains(id)).cloned().collect::<Vec<_>>());
        }
    }
    let mut steps: Vec<String> = Vec::new();
    for finding in grave() {
        let step = match &finding.next {
            NextStep::SeekOrigin { .. } => next_step(
                &Finding { next: NextStep::SeekOrigin { beyond: beyond.clone() }, ..finding.clone() },
                dossier,
            ),
            _ => next_step(finding, dossier),
        };
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    steps.truncate(MOST);
    steps
}

fn names<'d>(scene: Scene<'d>, sources: &'d [SourceId]) -> String {
    match scene.names(sources) {
        names if names.is_empty() => "those concerned".to_owned(),
        names => names,
    }
}

/// Names joined with `or`.
fn either<'d>(scene: Scene<'d>, sources: &'d [SourceId]) -> String {
    let names = scene.each(sources);
    shortened(names, SHOWN, "or", "others")
}

fn check(scene: Scene<'_>, finding: &Finding, of: &[AttributionId]) -> String {
    let words = scene.words(of);
    let citing = scene.speakers(&words);
    let accounts = if words.len() == 1 { "the account" } else { "the accounts" };
    // Where those who cite are the sources of the finding themselves, there is nobody to check them against.
    let is_about_citing = words.iter().all(|word| finding.sources.contains(scene.speaker(&word.source)));
    match (citing.is_empty(), is_about_citing) {
        (true, _) => "check the citations against what was said".to_owned(),
        (false, true) => format!("check what {citing} published, and when"),
        (false, false) => format!("check {accounts} of {citing} against what {} said", names(scene, &finding.sources)),
    }
}

fn which_holds(scene: Scene<'_>, finding: &Finding, of: &[AttributionId]) -> String {
    let words = scene.words(of);
    let who = match scene.speakers(&words) {
        who if who.is_empty() => "the source".to_owned(),
        who => who,
    };
    let mut said: Vec<String> = words.iter().map(|word| saying(scene, finding, word)).collect();
    said.dedup();
    said.truncate(SHOWN);
    if said.len() < 2 {
        format!("ask {who} what holds")
    } else {
        format!("ask {who} which holds: {}", join(&said, "or"))
    }
}

/// What a word says: the statement, or that it is not so.
fn saying(scene: Scene<'_>, finding: &Finding, word: &Attribution) -> String {
    let what = match scene.claim_of(word) {
        Some(claim) if claim.id != finding.claim => quoted(claim),
        _ => "this".to_owned(),
    };
    let when = word.published.map_or_else(String::new, |moment| format!(" ({})", date::published(moment)));
    let not = if word.says() == Some(Stance::Denies) { "a denial of " } else { "" };
    format!("{not}{what}{when}")
}
