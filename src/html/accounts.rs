//! All accounts on a topic, in a table.

use askama::Template;
use askama::filters::HtmlSafe;

use super::contents::{Chapter, anchor};
use super::measure::Allowance;
use super::topic::Desk;
use super::words::Words;
use crate::evaluate::{Footing, Verdict};
use crate::model::attribution::Attribution;
use crate::render::sheet as say;

#[derive(Template)]
#[template(path = "sheet/accounts.html", whitespace = "minimize")]
pub(super) struct Accounts {
    rows: Vec<Row>,
    all: usize,
    counted: String,
}

impl HtmlSafe for Accounts {}

struct Row {
    published: String,
    source: Words,
    /// An address of the account, `http` or `https` only.
    url: String,
    act: Words,
    said: Words,
    anchor: String,
    verdict: Verdict,
    whence: Words,
    footing: &'static str,
}

impl Accounts {
    pub(super) fn of(chapter: &Chapter<'_>, desk: &Desk<'_, '_>, allowance: &mut Allowance) -> Self {
        let dossier = desk.evaluation.dossier();
        let mut entries: Vec<(&Attribution, &crate::evaluate::Assessment<'_>)> = Vec::new();
        for assessment in &chapter.claims {
            entries.extend(desk.said.of(&assessment.claim().id).iter().map(|entry| (*entry, assessment)));
        }
        // Undated ones come last.
        let moment = |entry: &Attribution| entry.published.map(|moment| moment.known_from());
        entries.sort_by_key(|(entry, _)| (entry.published.is_none(), moment(entry), &entry.id));
        let all = entries.len();
        entries.truncate(allowance.rows(all));
        let row = |(entry, assessment): (&Attribution, &crate::evaluate::Assessment<'_>)| {
            let claim = assessment.claim();
            let said = match &claim.value {
                crate::Value::Truth(_) => say::statement(claim),
                _ => {
                    let when = claim.when.as_ref().map(|when| format!(" ({})", say::time(when))).unwrap_or_default();
                    format!("{}{when}", say::value_of(claim, dossier))
                }
            };
            Row {
                published: entry.published.map_or_else(|| "undated".to_owned(), say::published),
                source: Words(dossier.source(&entry.source).map(say::name).unwrap_or_default()),
                url: entry.url.as_ref().filter(|url| is_web(url)).map(ToString::to_string).unwrap_or_default(),
                act: Words(say::act(entry)),
                said: Words(said),
                anchor: anchor(&claim.id, dossier),
                verdict: assessment.verdict(),
                whence: Words(say::whence(entry, dossier)),
                footing: say::footing(desk.evaluation.footing(&entry.id).unwrap_or(Footing::NoWord)),
            }
        };
        let rows = entries.into_iter().map(row).collect();
        Self { rows, all, counted: say::counted(all, "account", "accounts") }
    }

    fn left_out(&self) -> usize {
        self.all - self.rows.len()
    }
}

/// Whether an address leads to the web: other schemes may run or reveal something.
fn is_web(url: &url::Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}
