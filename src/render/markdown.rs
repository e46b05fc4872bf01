//! An evaluation as Markdown: for a page on GitHub, in a wiki or a content management system.

mod escape;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::advice::Advice;
use super::clean::{STATEMENT, line, sentence};
use super::evidence;
use super::list::count;
use super::message::message;
use super::scene::Scene;
use super::step::steps;
use super::summary;
use super::text::{REMARKS, rests_on, spelled, topics};
use super::verdict::{is_about_others, reason, verdict};
use crate::evaluate::{Assessment, Code, Evaluation, Finding, Severity, Side};
use crate::model::attribution::Attribution;
use crate::model::id::ClaimId;
use escape::{Escaped, link};

/// So many addresses stand behind one side.
const LINKS: usize = 12;

/// An evaluation as Markdown, in the order of [`Text`](super::Text), with links to what was published.
///
/// It keeps to what GitHub and CommonMark have in common: headings, emphasis, lists and links. Text from the dossier is escaped, so that it stays text, and only addresses with
/// http or https become links. The same evaluation gives the same text.
///
/// ```
/// use corroborate::{Attribute, Claim, Dossier, Evaluator, ValueKind, render};
/// let dossier = Dossier::builder("<b>A dam</b>")
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("c", "The *dam* has burst", "dam", "burst", true.into()))
///     .build()?;
/// let text = render::Markdown::new(&Evaluator::default().evaluate(&dossier)).to_string();
/// assert!(text.starts_with("# &lt;b&gt;A dam&lt;/b&gt;\n\n"));
/// assert!(text.contains("\n**The \\*dam\\* has burst.**\n\nUnsourced: nobody is on record as saying it.\n"));
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'e> {
    evaluation: &'e Evaluation<'e>,
    only: Option<&'e BTreeSet<ClaimId>>,
    brief: bool,
    with_advice: bool,
}

impl<'e> Markdown<'e> {
    /// The whole report.
    #[must_use]
    pub const fn new(evaluation: &'e Evaluation<'e>) -> Self {
        Self { evaluation, only: None, brief: false, with_advice: false }
    }

    /// Keeps to these claims; the summary stays that of all.
    #[must_use]
    pub const fn only(mut self, claims: &'e BTreeSet<ClaimId>) -> Self {
        self.only = Some(claims);
        self
    }

    /// Keeps to the verdict on each claim and the gravest reason for it.
    #[must_use]
    pub const fn brief(mut self) -> Self {
        self.brief = true;
        self
    }

    /// Adds to every claim what may be written of it, and to those that may not be stated as fact what would settle them; this costs far more than the judgement.
    #[must_use]
    pub const fn with_advice(mut self) -> Self {
        self.with_advice = true;
        self
    }
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = summary::title(self.evaluation.dossier().title());
        writeln!(f, "# {}\n", Escaped(&title))?;
        writeln!(f, "**{}**\n", Escaped(&sentence(&summary::counts(self.evaluation))))?;
        writeln!(f, "{}\n", Escaped(&summary::as_of(self.evaluation)))?;
        writeln!(f, "> {}", Escaped(&summary::standard(self.evaluation.policy())))?;
        let is_told = |told: &Assessment<'_>| self.only.is_none_or(|only| only.contains(&told.claim().id));
        let (against, for_it): (Vec<_>, Vec<_>) =
            self.evaluation.assessments().filter(is_told).partition(Assessment::is_flagged);
        let advice = self.with_advice.then(|| Advice::of(self.evaluation));
        for (title, assessments) in [("Not to be stated as fact", against), ("May be stated as fact", for_it)] {
            if assessments.is_empty() {
                continue;
            }
            writeln!(f, "\n## {title}")?;
            for ((subject, attribute), claims) in topics(&assessments) {
                let heading = format!("{}: {}", spelled(subject), spelled(attribute.as_str()));
                writeln!(f, "\n### {}", Escaped(&super::clean::capital(&heading)))?;
                claims.iter().try_for_each(|claim| self.claim(f, claim, advice.as_ref()))?;
            }
        }
        Ok(())
    }
}

impl Markdown<'_> {
    fn claim(
        &self,
        f: &mut fmt::Formatter<'_>,
        assessment: &Assessment<'_>,
        advice: Option<&Advice<'_>>,
    ) -> fmt::Result {
        let scene = Scene(self.evaluation.dossier());
        let statement = match line(&assessment.claim().statement, STATEMENT) {
            empty if empty.is_empty() => "A claim without a statement".to_owned(),
            statement => statement,
        };
        writeln!(f, "\n**{}**\n", Escaped(&sentence(&statement)))?;
        let verdict = if assessment.is_flagged() { verdict(assessment) } else { rests_on(assessment) };
        if self.brief {
            let reason = reason(assessment).map_or_else(String::new, |reason| format!(" {reason}"));
            writeln!(f, "{}", Escaped(&format!("{verdict}{reason}")))?;
        } else {
            writeln!(f, "{}", Escaped(&verdict))?;
            self.evidence(f, scene, assessment)?;
        }
        for (heading, items) in advice.into_iter().flat_map(|advice| advice.told(scene, assessment)) {
            list(f, heading, &items)?;
        }
        Ok(())
    }

    fn evidence(&self, f: &mut fmt::Formatter<'_>, scene: Scene<'_>, assessment: &Assessment<'_>) -> fmt::Result {
        let mut findings = assessment.findings();
        if !assessment.is_flagged() {
            findings.retain(|finding| finding.severity > Severity::Info);
            return wrong(f, "To be kept in mind:", scene, &findings.iter().collect::<Vec<_>>(), REMARKS);
        }
        findings.sort_by_key(|finding| is_about_others(finding, scene.0));
        let told = findings.iter().filter(|finding| finding.code != Code::Unsourced);
        let (others, own): (Vec<&Finding>, Vec<&Finding>) = told.partition(|finding| is_about_others(finding, scene.0));
        wrong(f, "What is wrong:", scene, &own, own.len())?;
        wrong(f, "What is wrong with accounts of other claims that bear on it:", scene, &others, REMARKS)?;
        side(f, "Who says so:", scene, assessment, assessment.support())?;
        side(f, "What stands against it:", scene, assessment, assessment.opposition())?;
        list(f, "What to do:", &steps(&findings, scene.0))
    }
}

fn list(f: &mut fmt::Formatter<'_>, heading: &str, items: &[String]) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n*{heading}*\n")?;
    items.iter().try_for_each(|item| writeln!(f, "- {}", Escaped(item)))
}

/// Findings under a heading, each with its code; those beyond so many are counted only.
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
    writeln!(f, "\n*{heading}*\n")?;
    let shown = if findings.len() > most + 1 { most } else { findings.len() };
    for finding in &findings[..shown] {
        writeln!(f, "- {} `{}`", Escaped(&message(finding, scene.0)), finding.code)?;
    }
    if findings.len() > shown {
        writeln!(f, "- And {} of the kind.", count(findings.len() - shown, "other remark", "other remarks"))?;
    }
    Ok(())
}

/// Who stands on a side, and where to read it.
fn side(
    f: &mut fmt::Formatter<'_>,
    heading: &str,
    scene: Scene<'_>,
    assessment: &Assessment<'_>,
    side: Side<'_>,
) -> fmt::Result {
    list(f, heading, &evidence::lines(scene, &assessment.claim().id, side))?;
    let mut addresses: BTreeMap<String, &Attribution> = BTreeMap::new();
    for word in side.attributions().into_iter().filter_map(|id| scene.0.attribution(id)) {
        if let Some(address) = word.url.as_ref().and_then(link) {
            addresses.entry(address).or_insert(word);
        }
    }
    if addresses.is_empty() {
        return Ok(());
    }
    let shown = if addresses.len() > LINKS + 1 { LINKS } else { addresses.len() };
    let links: Vec<String> = addresses
        .iter()
        .take(shown)
        .map(|(address, word)| format!("[{}]({address})", Escaped(&scene.names([&word.source]))))
        .collect();
    let rest = match addresses.len() - shown {
        0 => String::new(),
        n => format!("; {}", count(n, "other", "others")),
    };
    writeln!(f, "\nTo read: {}{rest}", links.join(", "))
}
