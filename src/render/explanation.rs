//! The one place where an explanation becomes sentences: a tree from the verdict down to the entries.

mod account;
mod side;

use std::collections::BTreeMap;
use std::fmt;

use super::clean::{STATEMENT, capital, line, sentence};
use super::guideline::guideline;
use super::list::{count, join};
use super::scene::{Scene, quoted};
use super::standard::said;
use super::tree::Tree;
use super::verdict::verdict;
use super::wrap::paragraph;
pub(super) use account::{account, entry, rule};

use account::entries;

use crate::evaluate::explanation::{Explanation, LeftOut, Omission, Row};
use crate::evaluate::{Assessment, Axis, ConflictKind};
use crate::model::id::ClaimId;

/// So many other claims of a topic are named.
const OTHERS: usize = 12;
/// So many conflicts are told.
const CONFLICTS: usize = 12;

/// Why the verdict on a claim is what it is, as a tree for a terminal: the rule that decides, the sides, their origins, and by which accounts these are known; what was left
/// out, and why; conflicts; the entries on which the verdict rests. Ids of entries stand in square brackets.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Source, SourceKind, ValueKind, render};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
///     .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
///     .attribution(Attribution::new("a1", "herald", "burst").citing(["ministry"]).published("2025-03-01".parse()?))
///     .build()?;
/// let evaluation = Evaluator::default().evaluate(&dossier);
/// let text = render::Explained::new(&evaluation.assessments().next().unwrap()).to_string();
/// assert!(text.contains("The Herald, citing the Ministry of Water; 1 March 2025 [a1]"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Explained<'e> {
    assessment: Assessment<'e>,
    explanation: Explanation<'e>,
}

impl<'e> Explained<'e> {
    /// Works out the explanation of a judgement.
    #[must_use]
    pub fn new(assessment: &Assessment<'e>) -> Self {
        Self { assessment: *assessment, explanation: assessment.explanation() }
    }

    fn scene(&self) -> Scene<'e> {
        Scene(self.assessment.evaluation.dossier())
    }

    fn tree(&self) -> Tree {
        let mut tree = Tree::default();
        self.decision(&mut tree);
        for (argument, is_against) in [(&self.explanation.support, false), (&self.explanation.opposition, true)] {
            side::tell(&mut tree, self.scene(), &self.assessment, argument, is_against);
        }
        self.left_out(&mut tree);
        self.neither(&mut tree);
        self.conflicts(&mut tree);
        match self.explanation.rests_on.as_slice() {
            [] => tree.push(0, "The verdict rests on no entry."),
            [one] => tree.push(0, format!("The verdict rests on one entry: {}", entry(one))),
            many => {
                let ids: Vec<String> = many.iter().map(entry).collect();
                tree.push(
                    0,
                    format!("The verdict rests on {}: {}", count(many.len(), "entry", "entries"), ids.join(" ")),
                );
            }
        }
        tree
    }

    /// What gives the verdict, and by which rules of the policy.
    fn decision(&self, tree: &mut Tree) {
        let decision = &self.explanation.decision;
        let (support, opposition) = (&self.explanation.support, &self.explanation.opposition);
        let outweighed = |side: &str, credible: u32| match credible {
            0 => format!("nothing credible stands {side} it"),
            _ => format!("what is credible {side} it is outweighed"),
        };
        let words = match decision.row {
            Row::NobodySaysSo => {
                "nobody in the dossier ever said so, and what is said against it is below the standard".to_owned()
            }
            Row::NothingLeft => {
                "nothing behind it carries any more, and what is said against it is below the standard".to_owned()
            }
            Row::OppositionPrevails => {
                format!("what stands against it meets the standard, and {}", outweighed("for", support.credible))
            }
            Row::SupportPrevails => {
                format!("what stands for it meets the standard, and {}", outweighed("against", opposition.credible))
            }
            Row::OppositionStands => {
                "what stands against it is credible, and what stands for it does not outweigh that".to_owned()
            }
            Row::FallsShort => {
                format!("what stands for it is below the standard, and {}", outweighed("against", opposition.credible))
            }
            Row::RivalPrevailsToo => format!(
                "what stands for it meets the standard, but so does what stands for {}; both cannot be so",
                self.scene().statements(decision.rivals.iter().copied(), "and")
            ),
        };
        tree.push(0, sentence(&format!("why: {words}")));
        let policy = self.assessment.evaluation.policy();
        for rule in &decision.rules {
            let (says, field) = said(policy, *rule);
            let field = if field.is_empty() { String::new() } else { format!(": {field}") };
            tree.push(1, format!("The rule: {says}. [{rule}{field}]"));
            for behind in policy.because.get(rule).into_iter().flatten() {
                tree.push(2, format!("See {}.", guideline(behind)));
            }
        }
    }

    fn left_out(&self, tree: &mut Tree) {
        if self.explanation.left_out.is_empty() {
            return;
        }
        tree.push(0, "Left out:");
        for left in &self.explanation.left_out {
            let LeftOut { attribution, why, by, .. } = left;
            let by = if by.is_empty() { "a later account".to_owned() } else { entries(by) };
            let why = match why {
                Omission::Replaced => format!("replaced by {by}"),
                Omission::Corrected => format!("corrected by {by}"),
                Omission::Withdrawn => format!("withdrawn by {by}"),
                Omission::Doubts => "who does not know is neither for it nor against it".to_owned(),
                Omission::Silent => "somebody looked for it there, and did not find it".to_owned(),
                Omission::NotYetKnown | Omission::Undated => continue,
            };
            if let Some(word) = self.scene().0.attribution(attribution) {
                tree.push(1, format!("{}: {why}", account(self.scene(), word, self.explanation.claim)));
            }
        }
        for (unknown, why) in [
            (Omission::NotYetKnown, "Not yet known then"),
            (Omission::Undated, "Without a date, so that nobody can say whether it was known then"),
        ] {
            let left = self.explanation.left_out.iter().filter(|left| left.why == unknown);
            let ids: Vec<String> = left.map(|left| entry(left.attribution)).collect();
            if !ids.is_empty() {
                tree.push(1, format!("{why}: {}", ids.join(" ")));
            }
        }
    }

    /// Other claims of the topic that say nothing for or against this one.
    fn neither(&self, tree: &mut Tree) {
        let mut alike: BTreeMap<&str, Vec<&ClaimId>> = BTreeMap::new();
        for neither in &self.explanation.neither {
            let why = match neither.apart {
                None => "Both can be so",
                Some(Axis::Unit) => "In another unit, and so not compared",
                Some(Axis::Time) => "For another time, or none, and so not compared",
            };
            alike.entry(why).or_default().push(neither.claim);
        }
        if alike.is_empty() {
            return;
        }
        tree.push(0, "Other claims on the same matter, neither for nor against it:");
        for (why, claims) in alike {
            tree.push(1, format!("{why}:"));
            let shown = if claims.len() > OTHERS + 1 { OTHERS } else { claims.len() };
            for claim in claims.iter().take(shown).filter_map(|id| self.scene().0.claim(id)) {
                tree.push(2, format!("{} {}", quoted(claim), entry(&claim.id)));
            }
            if claims.len() > shown {
                tree.push(2, format!("And {}.", count(claims.len() - shown, "other", "others")));
            }
        }
    }

    fn conflicts(&self, tree: &mut Tree) {
        let conflicts = &self.explanation.conflicts;
        if conflicts.is_empty() {
            return;
        }
        tree.push(0, "It cannot hold together with:");
        let shown = if conflicts.len() > CONFLICTS + 1 { CONFLICTS } else { conflicts.len() };
        for conflict in &conflicts[..shown] {
            let others = conflict.claims.iter().filter(|id| *id != self.explanation.claim);
            let others: Vec<String> = others
                .filter_map(|id| self.scene().0.claim(id))
                .map(|claim| format!("{} {}", quoted(claim), entry(&claim.id)))
                .collect();
            let why = match conflict.kind {
                ConflictKind::Values => "both are about one time",
                ConflictKind::OverTime => "the count can only grow",
                ConflictKind::Rule => "by the rules of the dossier",
                ConflictKind::Sum => "the parts do not add up to the total",
            };
            tree.push(1, format!("{}: {why}", join(&others, "and")));
        }
        if conflicts.len() > shown {
            tree.push(1, format!("And {}.", count(conflicts.len() - shown, "other claim", "other claims")));
        }
    }
}

impl fmt::Display for Explained<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claim = self.assessment.claim();
        let statement = sentence(&capital(&line(&claim.statement, STATEMENT)));
        paragraph(f, "", &format!("{statement} {}", entry(&claim.id)))?;
        writeln!(f)?;
        paragraph(f, "", &verdict(&self.assessment))?;
        write!(f, "{}", self.tree())
    }
}

#[cfg(feature = "json")]
impl serde::Serialize for Explained<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.explanation.serialize(serializer)
    }
}
