//! The one place where the difference between two versions of a dossier becomes sentences.

use std::collections::BTreeMap;
use std::fmt;

use super::clean::{QUOTED, STATEMENT, capital, line, sentence};
use super::explanation::{account, entry, rule};
use super::list::{count, join, number};
use super::scene::{Scene, quoted};
use super::summary;
use super::wrap::paragraph;
use crate::advise::{Edit, Edited, Noun, Revision, Shift};
use crate::evaluate::{Code, Conflict, Verdict};
use crate::model::dossier::Dossier;
use crate::model::id::{AttributeId, AttributionId, ClaimId, SourceId};

/// What became of a dossier from one version to the next, as plain text: verdicts first, then conflicts, then the entries that were edited.
///
/// ```
/// use corroborate::{Dossier, Evaluator, render};
/// let dossier = Dossier::builder("A dam").build()?;
/// let evaluation = Evaluator::default().evaluate(&dossier);
/// let text = render::Revised::new(&evaluation.since(&evaluation)).to_string();
/// assert_eq!(text, "A dam\n\nBoth versions say the same.\n");
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Revised<'r> {
    revision: &'r Revision<'r>,
}

impl<'r> Revised<'r> {
    /// The whole report.
    #[must_use]
    pub const fn new(revision: &'r Revision<'r>) -> Self {
        Self { revision }
    }

    fn scene(&self) -> Scene<'r> {
        Scene(self.revision.after().dossier())
    }

    fn old(&self) -> Scene<'r> {
        Scene(self.revision.before().dossier())
    }
}

impl fmt::Display for Revised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        paragraph(f, "", &summary::title(self.scene().0.title()))?;
        writeln!(f)?;
        if self.revision.is_empty() {
            return writeln!(f, "Both versions say the same.");
        }
        if self.revision.is_retitled() {
            let before = summary::title(self.old().0.title());
            paragraph(f, "", &sentence(&format!("before, the title was \"{before}\"")))?;
        }
        paragraph(f, "", &sentence(&self.counts()))?;
        paragraph(f, "", &sentence(&self.stated()))?;
        self.verdicts(f)?;
        self.conflicts(f, "CONFLICTS THAT ARE NEW", self.revision.begun(), self.scene())?;
        self.conflicts(f, "CONFLICTS THAT ARE GONE", self.revision.ended(), self.old())?;
        if !self.revision.has_all_conflicts() {
            writeln!(f, "\nThere are too many conflicts to compare.")?;
        }
        self.entries(f)
    }
}

impl Revised<'_> {
    /// `three attributions were added, and one source was changed`.
    fn counts(&self) -> String {
        let mut of: BTreeMap<(Edited, Noun), usize> = BTreeMap::new();
        for edit in self.revision.edits() {
            *of.entry((edit.edited, edit.noun)).or_default() += 1;
        }
        let clause = |edited: Edited| {
            let counted: Vec<String> = of
                .iter()
                .filter(|((how, _), _)| *how == edited)
                .map(|((_, noun), n)| count(*n, noun.as_str(), &format!("{noun}s")))
                .collect();
            let is_one = of.iter().filter(|((how, _), _)| *how == edited).map(|(_, n)| *n).sum::<usize>() == 1;
            (!counted.is_empty())
                .then(|| format!("{} {} {edited}", join(&counted, "and"), if is_one { "was" } else { "were" }))
        };
        let clauses: Vec<String> = Edited::ALL.iter().filter_map(|edited| clause(*edited)).collect();
        if clauses.is_empty() { "only the title is another".to_owned() } else { clauses.join("; ") }
    }

    fn stated(&self) -> String {
        let of = |evaluation: &crate::evaluate::Evaluation<'_>| {
            let confirmed = evaluation.assessments().filter(|judged| !judged.is_flagged()).count();
            (confirmed, evaluation.assessments().len())
        };
        let [before, after] = [of(self.revision.before()), of(self.revision.after())];
        let told =
            |(confirmed, all): (usize, usize)| format!("{} of {}", number(confirmed), count(all, "claim", "claims"));
        match (before == after, before.1 == after.1) {
            (true, _) => format!("{} may be stated as fact, as before", told(after)),
            (false, true) => format!("{} may be stated as fact; before, {}", told(after), number(before.0)),
            (false, false) => format!("{} may be stated as fact; before, {}", told(after), told(before)),
        }
    }

    fn verdicts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (verdicts, findings): (Vec<&Shift>, Vec<&Shift>) =
            self.revision.shifts().iter().partition(|shift| shift.from != shift.to);
        for (title, shifts) in [("VERDICTS THAT CHANGED", verdicts), ("OTHER FINDINGS, THE SAME VERDICT", findings)] {
            if shifts.is_empty() {
                continue;
            }
            heading(f, title)?;
            for shift in shifts {
                paragraph(f, "* ", &self.shift(shift))?;
            }
        }
        Ok(())
    }

    fn shift(&self, shift: &Shift) -> String {
        let claim = self.scene().0.claim(&shift.claim).or_else(|| self.old().0.claim(&shift.claim));
        let statement = claim.map_or_else(String::new, |claim| format!("{} {}", quoted(claim), entry(&claim.id)));
        let verdict = match (shift.from, shift.to) {
            (None, Some(Verdict::Confirmed)) => "is new, and may be stated as fact".to_owned(),
            (None, Some(to)) => format!("is new, and {to}"),
            (Some(from), None) => format!("is gone; it was {from}"),
            (Some(from), Some(Verdict::Confirmed)) if from != Verdict::Confirmed => {
                format!("may now be stated as fact; it was {from}")
            }
            (Some(Verdict::Confirmed), Some(to)) if to != Verdict::Confirmed => {
                format!("may no longer be stated as fact: it is {to}")
            }
            (Some(from), Some(to)) if from != to => format!("is {to}; it was {from}"),
            (_, Some(to)) => format!("stays {to}"),
            (None, None) => "is in neither".to_owned(),
        };
        let codes = |codes: &[Code]| join(&codes.iter().map(|code| format!("[{code}]")).collect::<Vec<_>>(), "and");
        let mut told = sentence(&format!("{statement} {verdict}"));
        // All findings of a claim that is new, or gone, are so too.
        if shift.from.is_some() && shift.to.is_some() {
            for (what, of) in [("Raised", &shift.raised), ("Cleared", &shift.cleared)] {
                if !of.is_empty() {
                    told += &format!(" {what}: {}.", codes(of));
                }
            }
        }
        told
    }

    fn conflicts(
        &self,
        f: &mut fmt::Formatter<'_>,
        title: &str,
        conflicts: &[Conflict],
        scene: Scene<'_>,
    ) -> fmt::Result {
        const SHOWN: usize = 20;
        if conflicts.is_empty() {
            return Ok(());
        }
        heading(f, title)?;
        let shown = if conflicts.len() > SHOWN + 1 { SHOWN } else { conflicts.len() };
        for conflict in &conflicts[..shown] {
            let claims: Vec<String> = conflict
                .claims
                .iter()
                .filter_map(|id| scene.0.claim(id))
                .map(|claim| format!("{} {}", quoted(claim), entry(&claim.id)))
                .collect();
            paragraph(f, "* ", &sentence(&join(&claims, "and")))?;
        }
        if conflicts.len() > shown {
            writeln!(f, "* And {}.", count(conflicts.len() - shown, "other", "others"))?;
        }
        Ok(())
    }

    fn entries(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.revision.edits().is_empty() {
            return Ok(());
        }
        heading(f, "ENTRIES")?;
        for edit in self.revision.edits() {
            let sign = match edit.edited {
                Edited::Added => "+ ",
                Edited::Changed => "~ ",
                Edited::Removed => "- ",
            };
            let scene = if edit.edited == Edited::Removed { self.old() } else { self.scene() };
            paragraph(f, sign, &told(scene, edit))?;
            if edit.edited == Edited::Changed {
                let [before, after] = [self.old().0, self.scene().0].map(|dossier| values(dossier, edit));
                for field in &edit.fields {
                    let value = |of: &BTreeMap<String, String>| {
                        of.get(*field).map_or_else(|| "not given".to_owned(), |value| line(value, QUOTED))
                    };
                    let change = match (before.is_empty(), after.is_empty()) {
                        (true, true) => (*field).to_owned(),
                        _ => format!("{field}: {}, was {}", value(&after), value(&before)),
                    };
                    paragraph(f, "    ", &change)?;
                }
            }
        }
        Ok(())
    }
}

fn heading(f: &mut fmt::Formatter<'_>, title: &str) -> fmt::Result {
    writeln!(f, "\n\n{title}\n{}\n", "=".repeat(title.len()))
}

/// An entry, as it stands in one version.
fn told(scene: Scene<'_>, edit: &Edit) -> String {
    let id = entry(&edit.id);
    let what = match edit.noun {
        Noun::Source => scene
            .0
            .source(&SourceId::from(edit.id.as_str()))
            .map(|source| format!("{} {id}", line(&source.name, QUOTED))),
        Noun::Attribute => {
            let attribute = scene.0.attribute(&AttributeId::from(edit.id.as_str()));
            attribute.map(|attribute| format!("a {} {id}", attribute.kind))
        }
        Noun::Claim => {
            let claim = scene.0.claim(&ClaimId::from(edit.id.as_str()));
            claim.map(|claim| format!("{} {id}", line(&claim.statement, STATEMENT)))
        }
        Noun::Attribution => {
            let word = scene.0.attribution(&AttributionId::from(edit.id.as_str()));
            word.map(|word| account(scene, word, &ClaimId::from("")))
        }
        Noun::Rule => {
            let of = edit.id.parse().ok().and_then(|at: usize| scene.0.rules().get(at));
            of.map(|of| rule(scene, of, ""))
        }
    };
    format!("{}: {}", capital(edit.noun.as_str()), what.unwrap_or(id))
}

/// The fields of an entry as a file has them.
#[cfg(feature = "json")]
fn values(dossier: &Dossier, edit: &Edit) -> BTreeMap<String, String> {
    use super::json::fields;
    let id = edit.id.as_str();
    let found = match edit.noun {
        Noun::Source => dossier.source(&SourceId::from(id)).map(fields),
        Noun::Attribute => dossier.attribute(&AttributeId::from(id)).map(fields),
        Noun::Claim => dossier.claim(&ClaimId::from(id)).map(fields),
        Noun::Attribution => dossier.attribution(&AttributionId::from(id)).map(fields),
        Noun::Rule => None,
    };
    found.unwrap_or_default()
}

#[cfg(not(feature = "json"))]
fn values(_: &Dossier, _: &Edit) -> BTreeMap<String, String> {
    BTreeMap::new()
}
