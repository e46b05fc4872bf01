//! What was found: the case folder. Only the fields that the dossier takes over are read.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::lines;

#[derive(Deserialize)]
pub(crate) struct FoundSource {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Report {
    pub(crate) id: String,
    pub(crate) published: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) publisher_id: String,
    pub(crate) cites_ids: Vec<String>,
}

/// A checkable sentence of the article.
#[derive(Deserialize)]
pub(crate) struct Seed {
    pub(crate) id: String,
}

#[derive(Deserialize)]
struct Situation {
    id: String,
    report_ids: Vec<String>,
}

pub(crate) struct Case {
    pub(crate) sources: BTreeMap<String, FoundSource>,
    pub(crate) reports: BTreeMap<String, Report>,
    pub(crate) seeds: Vec<Seed>,
    /// Each labelled situation with the reports that make it.
    pub(crate) situations: Vec<(String, Vec<String>)>,
}

impl Case {
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let sources: Vec<FoundSource> = lines::read(folder, "sources.jsonl")?;
        let reports: Vec<Report> = lines::read(folder, "reports.jsonl")?;
        let situations: Vec<Situation> = lines::read(folder, "situations.jsonl")?;
        Ok(Self {
            sources: sources.into_iter().map(|s| (s.id.clone(), s)).collect(),
            reports: reports.into_iter().map(|r| (r.id.clone(), r)).collect(),
            seeds: lines::read(folder, "seed_claims.jsonl")?,
            situations: situations.into_iter().map(|s| (s.id, s.report_ids)).collect(),
        })
    }

    pub(crate) fn report(&self, id: &str) -> Result<&Report, String> {
        self.reports.get(id).ok_or_else(|| format!("the case has no report `{id}`"))
    }
}
