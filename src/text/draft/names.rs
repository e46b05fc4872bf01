//! Names in a text, and sources of a dossier.

use std::collections::BTreeMap;

use crate::model::dossier::Dossier;
use crate::model::source::Source;
use crate::model::text::fold;

/// The names of a dossier's sources, to look up those of a text.
///
/// A name matches an id, or the name of a source: letter case, white space, a leading *the*, a possessive *'s* and what stands in brackets or behind a comma in the name of the source do not
/// matter. Nothing else does match: who is not found stays a proposal, and a name that fits two sources fits none.
///
/// ```
/// use corroborate::{Dossier, Source, text::Names};
/// let dossier = Dossier::builder("Troops")
///     .source(Source::new("nis", "National Intelligence Service (South Korea)"))
///     .source(Source::new("lee", "Lee Seong-kweun, lawmaker briefed by the NIS"))
///     .build()?;
/// let names = Names::of(&dossier);
/// assert_eq!(names.find("the NIS").unwrap().id.as_str(), "nis");
/// assert_eq!(names.find("the National Intelligence Service").unwrap().id.as_str(), "nis");
/// assert_eq!(names.find("Lee Seong-kweun").unwrap().id.as_str(), "lee");
/// assert!(names.find("the intelligence service").is_none());
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[derive(Debug, Clone)]
pub struct Names<'d> {
    /// `None` where two sources have the name.
    sources: BTreeMap<String, Option<&'d Source>>,
}

impl<'d> Names<'d> {
    /// The names of all sources; O(n log n).
    pub fn of(dossier: &'d Dossier) -> Names<'d> {
        let mut sources: BTreeMap<String, Option<&'d Source>> = BTreeMap::new();
        for source in dossier.sources() {
            let short = source.name.split([',', '(']).next().unwrap_or_default();
            let mut names = [key(source.id.as_str()), key(&source.name), key(short)].to_vec();
            names.sort();
            names.dedup();
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                sources.entry(name).and_modify(|other| *other = None).or_insert(Some(source));
            }
        }
        Names { sources }
    }

    /// The source of this name; O(log n).
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&'d Source> {
        self.sources.get(&key(name)).copied().flatten()
    }
}

fn key(name: &str) -> String {
    let folded = fold(name).replace('’', "'");
    let folded = folded.strip_prefix("the ").unwrap_or(&folded);
    folded.strip_suffix("'s").unwrap_or(folded).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}
