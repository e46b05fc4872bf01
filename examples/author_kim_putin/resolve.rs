//! Checks that every id leads somewhere, and that nothing stands in the dossier that nothing leads to. Whether values,
//! dates and corrections make sense is the library's to check when it reads the file.

use std::collections::BTreeSet;

use crate::entry::Dossier;

pub(crate) fn check(dossier: &Dossier) -> Result<(), String> {
    let sources = unique("source", dossier.sources.iter().map(|s| &s.id))?;
    let attributes = unique("attribute", dossier.attributes.iter().map(|a| &a.id))?;
    let claims = unique("claim", dossier.claims.iter().map(|c| &c.id))?;
    let words = unique("attribution", dossier.attributions.iter().map(|a| &a.id))?;

    let mut needed_sources = BTreeSet::new();
    for source in &dossier.sources {
        for other in source.speaks_for.iter().chain(&source.owner) {
            needed_sources.insert(known("source", &sources, other, &source.id)?);
        }
        for topic in &source.authority_on {
            let attribute = topic.rsplit_once('/').map_or(topic.as_str(), |(_, attribute)| attribute);
            known("attribute", &attributes, attribute, &source.id)?;
        }
    }
    let mut needed_attributes = BTreeSet::new();
    for claim in &dossier.claims {
        needed_attributes.insert(known("attribute", &attributes, &claim.attribute, &claim.id)?);
    }
    let mut needed_claims = BTreeSet::new();
    for word in &dossier.attributions {
        needed_sources.insert(known("source", &sources, &word.source, &word.id)?);
        if let Some(claim) = &word.claim {
            needed_claims.insert(known("claim", &claims, claim, &word.id)?);
        }
        for chain in &word.cites {
            let links: BTreeSet<&str> = chain.iter().map(String::as_str).collect();
            if chain.is_empty() || links.len() != chain.len() || links.contains(word.source.as_str()) {
                return Err(format!("a chain of `{}` is empty or names a source twice", word.id));
            }
            for link in chain {
                needed_sources.insert(known("source", &sources, link, &word.id)?);
            }
        }
        for other in word.corrects.iter().chain(&word.retracts).chain(&word.disowns) {
            known("attribution", &words, other, &word.id)?;
        }
    }
    all_needed("source", &sources, &needed_sources)?;
    all_needed("attribute", &attributes, &needed_attributes)?;
    all_needed("claim", &claims, &needed_claims)
}

fn unique<'a>(noun: &str, ids: impl Iterator<Item = &'a String>) -> Result<BTreeSet<&'a str>, String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id.as_str()) {
            return Err(format!("there are two {noun}s with the id `{id}`"));
        }
    }
    Ok(seen)
}

fn known<'a>(noun: &str, ids: &BTreeSet<&'a str>, id: &str, by: &str) -> Result<&'a str, String> {
    ids.get(id).copied().ok_or_else(|| format!("`{by}` names the {noun} `{id}`, which does not exist"))
}

fn all_needed(noun: &str, ids: &BTreeSet<&str>, needed: &BTreeSet<&str>) -> Result<(), String> {
    match ids.difference(needed).next() {
        Some(id) => Err(format!("nothing uses the {noun} `{id}`")),
        None => Ok(()),
    }
}
