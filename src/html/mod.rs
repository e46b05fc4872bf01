//! The evidence sheet: an evaluation as one self-contained page. A leaf: it decides nothing, and its sentences come from `render`.
//!
//! `docs/evidence-sheet.md` says what is on it and what is not. Every piece of text passes the escaping of the template language; the texts of strangers are cleaned
//! before that, in `render`.

mod accounts;
mod claim;
mod contents;
mod graph;
mod history;
mod measure;
mod page;
mod plot;
mod scale;
mod topic;
mod words;

use std::fmt;
use std::io;

use askama::Template;

use crate::evaluate::Evaluation;

/// An evaluation as an evidence sheet: one HTML page that needs nothing else, reads without scripts and prints.
///
/// It shows the verdicts on the whole story and how they changed, and by topic every claim with its verdict, what may be written of it, what is wrong, who says so and
/// from whom, and what would settle it. Topics about quantities and dates have a plot of who said what; claims that were passed on have a graph of who has it from whom.
///
/// The page holds its style and its script, and a content security policy that lets nothing else in: no request leaves it. All text of the dossier is escaped and cleaned of
/// control characters; links lead to `http` and `https` only. The same evaluation gives the same bytes.
///
/// What takes long to work out or to read is bounded; where something is left out, the page says so. `docs/evidence-sheet.md` has the bounds.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Source, SourceKind, ValueKind, html};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("ministry", "Ministry of <b>Water</b>").kind(SourceKind::Government))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
///     .attribution(Attribution::new("a", "ministry", "burst"))
///     .build()?;
/// let evaluation = Evaluator::default().evaluate(&dossier);
/// let page = html::Sheet::new(&evaluation).to_string();
/// assert!(page.starts_with("<!doctype html>") && page.contains("<h1 dir=\"auto\">A dam</h1>"));
/// assert!(page.contains("Ministry of &lt;b&gt;Water"));
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone)]
pub struct Sheet<'e> {
    evaluation: &'e Evaluation<'e>,
    title: Option<String>,
    language: Option<String>,
    timeline: bool,
    details: usize,
    remedies: usize,
}

impl<'e> Sheet<'e> {
    /// The whole sheet.
    #[must_use]
    pub const fn new(evaluation: &'e Evaluation<'e>) -> Self {
        Self { evaluation, title: None, language: None, timeline: true, details: 300, remedies: 300 }
    }

    /// A headline other than the dossier's title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The language that the dossier's statements are written in, as a BCP 47 tag (`ko`, `pt-BR`), for screen readers and hyphenation. The sheet's own sentences are English.
    #[must_use]
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// Leaves out how the verdicts changed from day to day.
    #[must_use]
    pub const fn without_timeline(mut self) -> Self {
        self.timeline = false;
        self
    }

    /// How many claims are told in full, in the order of the page; 300 unless told. The rest keep their statements, verdicts and counts.
    #[must_use]
    pub const fn details(mut self, claims: usize) -> Self {
        self.details = claims;
        self
    }

    /// For how many claims it is worked out what would settle them, in the order of the page; 300 unless told. Each takes some tens of evaluations of the part of the
    /// dossier that the claim is judged with.
    #[must_use]
    pub const fn remedies(mut self, claims: usize) -> Self {
        self.remedies = claims;
        self
    }

    /// Writes the page as UTF-8.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write_to(&self, out: &mut impl io::Write) -> io::Result<()> {
        page::Page::of(self).write_into(out)
    }
}

impl fmt::Display for Sheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        page::Page::of(self).render_into(f).map_err(|_| fmt::Error)
    }
}
