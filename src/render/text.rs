//! An evaluation as plain text, to be read aloud.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::advice::Advice;
use super::clean::{NAME, STATEMENT, line};
use super::evidence;
use super::list::{SHOWN, count, number, shortened};
use super::message::message;
use super::scene::Scene;
use super::step::steps;
use super::summary;
use super::verdict::{is_about_others, origins_first, reason, verdict};
use super::wrap::paragraph;
use crate::evaluate::{Assessment, Code, Evaluation, Finding, Severity};
use crate::model::id::{AttributeId, ClaimId};

/// An evaluation as plain text that an editor can read aloud.
///
/// A summary comes first, then each claim that must not be stated as fact, by topic, the gravest first: what is claimed, the verdict, what is wrong, who says so and from
/// whom, what stands against it, what to do. Then what may be stated as fact, and on whom it rests. Sources go by their names. Lines are at most 100 columns wide,
/// except where one word is longer. The same evaluation gives the same text.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Source, SourceKind, Value, ValueKind, render};
/// let dossier = Dossier::builder("A treaty")
///     .source(Source::new("duma", "State Duma").kind(SourceKind::Legislature).authority_on("ratified"))
///     .attribute(Attribute::new("ratified", ValueKind::Truth))
///     .claim(Claim::new("c", "The treaty was ratified", "treaty", "ratified", Value::Truth(true)))
///     .attribution(Attribution::new("a", "duma", "c").published("2024-10-24".parse()?))
///     .build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// let text = render::Text::new(&evaluation).to_string();
/// assert!(text.starts_with("A treaty\n\nThe only claim may be stated as fact.\n"));
/// assert!(text.contains("\n* The treaty was ratified.\n  It rests on the State Duma, whose word settles the matter.\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Text<'e> {
    evaluation: &'e Evaluation<'e>,
    only: Option<&'e BTreeSet<ClaimId>>,
    only_flagged: bool,
    brief: bool,
    with_advice: bool,
}

impl<'e> Text<'e> {
    /// The whole report.
    #[must_use]
    pub const fn new(evaluation: &'e Evaluation<'e>) -> Self {
        Self { evaluation, only: None, only_flagged: false, brief: false, with_advice: false }
    }

    /// Keeps to these claims; the summary stays that of all.
    #[must_use]
    pub const fn only(mut self, claims: &'e BTreeSet<ClaimId>) -> Self {
        self.only = Some(claims);
        self
    }

    /// Leaves out what may be stated as fact.
    #[must_use]
    pub const fn only_flagged(mut self) -> Self {
        self.only_flagged = true;
        self
    }

    /// Keeps to the verdict on each claim and the gravest reason for it.
    #[must_use]
    pub const fn brief(mut self) -> Self {
        self.brief = true;
        self
    }
}

impl Text<'_> {
    /// Adds to every claim what may be written of it, and to those that may not be stated as fact what would settle them.
    ///
    /// What would settle a claim is found by judging its part of the dossier some tens of times, so this costs far more than the judgement.
    #[must_use]
    pub const fn with_advice(mut self) -> Self {
        self.with_advice = true;
        self
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        summary::write(f, self.evaluation)?;
        let is_told = |told: &Assessment<'_>| self.only.is_none_or(|only| only.contains(&told.claim().id));
        let (against, for_it): (Vec<_>, Vec<_>) =
            self.evaluation.assessments().filter(is_told).partition(Assessment::is_flagged);
        let advice = self.with_advice.then(|| Advice::of(self.evaluation));
        let advise = |f: &mut fmt::Formatter<'_>, assessment: &Assessment<'_>| {
            advice.as_ref().map_or(Ok(()), |advice| advice.write(f, Scene(self.evaluation.dossier()), assessment))
        };
        section(f, "NOT TO BE STATED AS FACT", &against, |f, assessment| {
            flagged(f, assessment, self.brief)?;
            advise(f, assessment)
        })?;
        if !self.only_flagged {
            section(f, "MAY BE STATED AS FACT", &for_it, |f, assessment| {
                confirmed(f, assessment, self.brief)?;
                advise(f, assessment)
            })?;
        }
        Ok(())
    }
}

/// How many findings are told that are not about the claim itself, or do not keep it from being stated as fact.
pub(super) const REMARKS: usize = 4;

pub(super) type Topic<'e> = (&'e str, &'e AttributeId);

/// Claims under a title, by topic: subjects and topics with the gravest verdicts first, claims likewise.
fn section(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    assessments: &[Assessment<'_>],
    write: impl Fn(&mut fmt::Formatter<'_>, &Assessment<'_>) -> fmt::Result,
) -> fmt::Result {
    if assessments.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n\n{title}\n{}", "=".repeat(title.len()))?;
    for ((subject, attribute), claims) in topics(assessments) {
        writeln!(f)?;
        paragraph(f, "", &format!("{}: {}", heading(subject), heading(attribute.as_str())))?;
        for assessment in claims {
            writeln!(f)?;
            write(f, assessment)?;
        }
    }
    Ok(())
}

/// Claims by topic: subjects and topics with the gravest verdicts first, claims likewise.
pub(super) fn topics<'a, 'e>(assessments: &'a [Assessment<'e>]) -> Vec<(Topic<'e>, Vec<&'a Assessment<'e>>)> {
    let mut gravest_of_subject = BTreeMap::new();
    let mut topics: BTreeMap<Topic<'_>, Vec<&Assessment<'_>>> = BTreeMap::new();
    for assessment in assessments {
        let claim = assessment.claim();
        let gravest = gravest_of_subject.entry(claim.subject.as_str()).or_insert(assessment.verdict());
        *gravest = assessment.verdict().min(*gravest);
        topics.entry((&claim.subject, &claim.attribute)).or_default().push(assessment);
    }
    for claims in topics.values_mut() {
        claims.sort_by_key(|a| (a.verdict(), a.claim().when.as_ref().and_then(|when| when.start())));
    }
    let mut topics: Vec<(Topic<'_>, Vec<&Assessment<'_>>)> = topics.into_iter().collect();
    topics.sort_by_key(|((subject, _), claims)| {
        (gravest_of_subject.get(subject).copied(), *subject, claims.first().map(|a| a.verdict()))
    });
    topics
}

/// A subject or attribute as a heading: `dprk-troops` is `DPRK TROOPS`.
pub(super) fn heading(text: &str) -> String {
    spelled(text).to_uppercase()
}

/// A subject or attribute as words: `dprk-troops` is `dprk troops`.
pub(super) fn spelled(text: &str) -> String {
    line(&text.replace(['-', '_'], " "), NAME)
}

fn statement(f: &mut fmt::Formatter<'_>, assessment: &Assessment<'_>) -> fmt::Result {
    let mut statement = line(&assessment.claim().statement, STATEMENT);
    if !statement.ends_with(['.', '?', '!', '…']) {
        statement.push('.');
    }
    paragraph(f, "* ", &statement)
}

fn flagged(f: &mut fmt::Formatter<'_>, assessment: &Assessment<'_>, brief: bool) -> fmt::Result {
    let scene = Scene(assessment.evaluation.dossier());
    statement(f, assessment)?;
    if brief {
        let reason = reason(assessment).map_or_else(String::new, |reason| format!(" {reason}"));
        return paragraph(f, "  ", &format!("{}{reason}", verdict(assessment)));
    }
    paragraph(f, "  ", &verdict(assessment))?;
    let mut findings = assessment.findings();
    findings.sort_by_key(|finding| is_about_others(finding, scene.0));
    // The verdict says that nobody says so.
    let told: Vec<&Finding> = findings.iter().filter(|finding| finding.code != Code::Unsourced).collect();
    let (others, own): (Vec<&Finding>, Vec<&Finding>) =
        told.into_iter().partition(|finding| is_about_others(finding, scene.0));
    wrong(f, "What is wrong:", scene, &own, own.len())?;
    wrong(f, "What is wrong with accounts of other claims that bear on it:", scene, &others, REMARKS)?;
    let claim = &assessment.claim().id;
    evidence::write(f, "Who says so:", scene, claim, assessment.support())?;
    evidence::write(f, "What stands against it:", scene, claim, assessment.opposition())?;
    let steps = steps(&findings, scene.0);
    if !steps.is_empty() {
        writeln!(f, "  What to do:")?;
    }
    steps.iter().try_for_each(|step| paragraph(f, "  - ", step))
}

/// Writes findings under a heading; those beyond so many are counted only.
fn wrong(
    f: &mut fmt::Formatter<'_>,
    heading: &str,
    scene: Scene<'_>,
    findings: &[&Finding],
    most: usize,
) -> fmt::Result {
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(f, "  {heading}")?;
    let shown = if findings.len() > most + 1 { most } else { findings.len() };
    for finding in &findings[..shown] {
        paragraph(f, "  - ", &format!("{} [{}]", message(finding, scene.0), finding.code))?;
    }
    if findings.len() > shown {
        writeln!(f, "  - And {} of the kind.", count(findings.len() - shown, "other remark", "other remarks"))?;
    }
    Ok(())
}

/// On whom a confirmed claim rests.
pub(super) fn rests_on(assessment: &Assessment<'_>) -> String {
    let scene = Scene(assessment.evaluation.dossier());
    let support = assessment.support();
    let origins = scene.each(origins_first(scene, &support));
    let standing = match (support.has_authority(), origins.len()) {
        (true, 1) => "whose word settles the matter".to_owned(),
        (true, _) => "one of whom settles the matter".to_owned(),
        (false, _) => match support.credible() {
            1 => "which is one credible origin".to_owned(),
            n => format!("which make {} credible origins independent of each other", number(n as usize)),
        },
    };
    format!("It rests on {}, {standing}.", shortened(origins, SHOWN, "and", "others"))
}

fn confirmed(f: &mut fmt::Formatter<'_>, assessment: &Assessment<'_>, brief: bool) -> fmt::Result {
    let scene = Scene(assessment.evaluation.dossier());
    statement(f, assessment)?;
    paragraph(f, "  ", &rests_on(assessment))?;
    if brief {
        return Ok(());
    }
    let findings = assessment.findings();
    let told: Vec<&Finding> = findings.iter().filter(|finding| finding.severity > Severity::Info).collect();
    wrong(f, "To be kept in mind:", scene, &told, REMARKS)
}
