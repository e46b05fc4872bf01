//! Tables of what is published for each verdict.

use super::fields::Fields;
use super::node::Node;
use super::report::Report;
use super::scalar::{count, text};
use super::syntax;
use super::table::table;
use crate::claimreview::{VerdictRating, Verdicts};
use crate::evaluate::Verdict;
use crate::model::problem::{ProblemKind, Problems};

use super::node::Place;

impl Verdicts {
    /// Reads a table from JSON, in the form of `docs/formats/claimreview.md`.
    ///
    /// # Errors
    /// Everything that is wrong, each with its place in the text: also a scale whose best is not above its worst or whose worst is below 1, and a number
    /// that does not lie on it.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Problems> {
        let text = syntax::text(bytes)?;
        let root = Node { json: syntax::value(text)?, place: Place::Root };
        let mut report = Report::new(text);
        match verdicts(root, &mut report) {
            Some(verdicts) if report.is_empty() => Ok(verdicts),
            _ => Err(report.into_problems()),
        }
    }
}

fn verdicts<'a>(node: Node<'a, '_>, report: &mut Report<'a>) -> Option<Verdicts> {
    let mut fields = Fields::open(node, "a table of verdicts", report)?;
    let worst = fields.optional("worst", |node, report| {
        let worst = count(node, report)?;
        if worst < 1 {
            report.add(node, || ProblemKind::OffScale { given: worst, worst: 1, best: u32::MAX });
        }
        Some(worst)
    });
    let worst = worst.unwrap_or(1);
    let best = fields.optional("best", |node, report| {
        let best = count(node, report)?;
        if best <= worst {
            report.add(node, || ProblemKind::OffScale { given: best, worst: worst.saturating_add(1), best: u32::MAX });
        }
        Some(best)
    });
    let best = best.unwrap_or(5);
    let ratings = fields.required("verdicts", |node, report| {
        const EXPECTED: &str = "an object of verdicts and what is published for them";
        let known = (Verdict::ALL, Verdict::as_str as fn(Verdict) -> &'static str);
        table(node, (EXPECTED, "verdict"), known, report, |node, report| rating(node, (worst, best), report))
    });
    fields.close();
    Some(Verdicts { best, worst, ratings: ratings? })
}

fn rating<'a>(node: Node<'a, '_>, (worst, best): (u32, u32), report: &mut Report<'a>) -> Option<VerdictRating> {
    let mut fields = Fields::open(node, "what is published for a verdict", report)?;
    let label = fields.required("label", text::<String>);
    let value = fields.optional("value", |node, report| {
        let value = count(node, report)?;
        if !(worst..=best).contains(&value) {
            report.add(node, || ProblemKind::OffScale { given: value, worst, best });
            return None;
        }
        Some(value)
    });
    if !fields.close().sound {
        return None;
    }
    let mut rating = VerdictRating::new(label?);
    rating.value = value;
    Some(rating)
}
