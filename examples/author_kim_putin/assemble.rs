//! Puts the desk's decisions and the found pages together into one dossier.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::{Case, FoundSource};
use crate::decisions::{AttributeDecision, Decisions, SourceDecision, WordDecision};
use crate::entry::{Attribute, Attribution, Dossier, Source};

const TITLE: &str = "The Kim-Putin partnership, 2024-2025";
const ARTICLE: &str = "article";

pub(crate) fn dossier(case: &Case, decisions: &Decisions) -> Result<Dossier, String> {
    let ids = source_ids(case, decisions)?;
    let mut attributions = pages(case, decisions, &ids)?;
    every_situation_is_in(case, &attributions)?;
    for word in &decisions.own_words {
        attributions.push(utterance(case, word)?);
    }
    attributions.extend(sentences(case, decisions)?);
    Ok(Dossier {
        title: TITLE,
        sources: sources(case, decisions)?,
        attributes: decisions.attributes.iter().map(attribute).collect(),
        claims: decisions.claims.clone(),
        attributions,
        rules: decisions.rules.iter().map(|r| r.rule.clone()).collect(),
    })
}

/// From the case's id of a source to the dossier's. Fails where a source is undecided, or decided twice.
fn source_ids(case: &Case, decisions: &Decisions) -> Result<BTreeMap<String, String>, String> {
    let mut ids = BTreeMap::new();
    let mut decided = BTreeSet::new();
    for decision in &decisions.sources {
        for found in &decision.case {
            if !case.sources.contains_key(found) {
                return Err(format!("sources.jsonl decides on `{found}`, which the case does not have"));
            }
            if !decided.insert(found.clone()) {
                return Err(format!("sources.jsonl decides twice on `{found}`"));
            }
            match (&decision.id, &decision.left_out) {
                (Some(id), None) => {
                    ids.insert(found.clone(), id.clone());
                }
                (None, Some(_)) => {}
                _ => return Err(format!("source `{found}` needs either an `id` or `left_out` with its reason")),
            }
        }
    }
    match case.sources.keys().find(|id| !decided.contains(*id)) {
        Some(id) => Err(format!("nobody has decided on source `{id}` of the case")),
        None => Ok(ids),
    }
}

fn sources(case: &Case, decisions: &Decisions) -> Result<Vec<Source>, String> {
    decisions
        .sources
        .iter()
        .filter_map(|d| d.id.as_ref().map(|id| (id, d)))
        .map(|(id, d)| {
            let found = d.case.first().and_then(|id| case.sources.get(id));
            let name = d.name.clone().or_else(|| found.map(|s| s.name.clone()));
            Ok(Source {
                id: id.clone(),
                name: name.ok_or_else(|| format!("source `{id}` has no name"))?,
                kind: d.kind.clone().ok_or_else(|| format!("source `{id}` has no kind"))?,
                reliability: d.reliability.clone(),
                anonymous: d.anonymous,
                speaks_for: d.speaks_for.clone(),
                owner: d.owner.clone(),
                authority_on: d.authority_on.clone(),
                party: stakes(d, &decisions.attributes)?,
                url: found.and_then(own_address),
            })
        })
        .collect()
}

/// The case gives the address at which an outlet was read. Read through a carrier, it is the carrier's.
fn own_address(found: &FoundSource) -> Option<String> {
    if found.name.contains("(via ") { None } else { found.url.clone() }
}

fn stakes(source: &SourceDecision, attributes: &[AttributeDecision]) -> Result<Vec<String>, String> {
    let Some(camp) = &source.camp else { return Ok(Vec::new()) };
    let stakes: Vec<String> =
        attributes.iter().filter(|a| a.contested_by.contains(camp)).map(|a| a.id.clone()).collect();
    if stakes.is_empty() { Err(format!("no attribute is contested by the camp `{camp}`")) } else { Ok(stakes) }
}

fn attribute(decision: &AttributeDecision) -> Attribute {
    Attribute {
        id: decision.id.clone(),
        kind: decision.kind.clone(),
        unit: decision.unit.clone(),
        over_time: decision.over_time.clone(),
        many: decision.many,
        holds_for: decision.holds_for,
        closes: decision.closes.clone(),
        phrase: decision.phrase.clone(),
    }
}

/// The pages: each report of the case gives a word, and some give two, or the reason why it gives none.
fn pages(case: &Case, decisions: &Decisions, ids: &BTreeMap<String, String>) -> Result<Vec<Attribution>, String> {
    let mut words = Vec::new();
    let mut decided = BTreeSet::new();
    for word in &decisions.reports {
        let id = word.report.as_ref().ok_or("reports.jsonl has a decision that names no report")?;
        let report = case.report(id)?;
        if word.id.is_none() && !decided.insert(id.clone()) {
            return Err(format!(
                "reports.jsonl decides twice on `{id}`; a second word of a page needs an id of its own"
            ));
        }
        if word.left_out.is_some() {
            continue;
        }
        let known = |found: &String| {
            ids.get(found).cloned().ok_or_else(|| format!("report `{id}` names source `{found}`, which was left out"))
        };
        let publisher = known(&report.publisher_id)?;
        let mut chain = Vec::new();
        if word.cites.is_none() {
            for found in &report.cites_ids {
                let cited = known(found)?;
                // A page that names its own outlet, or one that it is merged with, names nobody.
                if cited != publisher || !chain.is_empty() {
                    chain.push(cited);
                }
            }
        }
        let mut attribution = spoken(word, word.id.as_ref().unwrap_or(id), publisher)?;
        if !chain.is_empty() {
            attribution.cites = vec![chain];
        }
        attribution.published = if word.undated { None } else { report.published.clone() };
        attribution.url.clone_from(&report.url);
        words.push(attribution);
    }
    match case.reports.keys().find(|id| !decided.contains(*id)) {
        Some(id) => Err(format!("nobody has decided on report `{id}`")),
        None => Ok(words),
    }
}

fn every_situation_is_in(case: &Case, words: &[Attribution]) -> Result<(), String> {
    let pages: BTreeSet<&str> = words.iter().map(|w| w.id.as_str()).collect();
    for (situation, reports) in &case.situations {
        if let Some(report) = reports.iter().find(|r| !pages.contains(r.as_str())) {
            return Err(format!("situation `{situation}` needs report `{report}`, which was left out"));
        }
    }
    Ok(())
}

/// What somebody said in their own voice, as a page shows it.
fn utterance(case: &Case, word: &WordDecision) -> Result<Attribution, String> {
    let id = word.id.as_ref().ok_or("own-words.jsonl has a word without an id")?;
    let source = word.source.clone().ok_or_else(|| format!("`{id}` has no source"))?;
    let shown_by = word.shown_by.as_ref().ok_or_else(|| format!("`{id}` does not say which report shows it"))?;
    let mut attribution = spoken(word, id, source)?;
    attribution.published.clone_from(&word.published);
    attribution.url.clone_from(&case.report(shown_by)?.url);
    Ok(attribution)
}

/// The sentences of the article. It bears no date and no address.
fn sentences(case: &Case, decisions: &Decisions) -> Result<Vec<Attribution>, String> {
    let mut words = Vec::new();
    for seed in &case.seeds {
        if !decisions.article.iter().any(|w| w.seed.as_ref() == Some(&seed.id)) {
            return Err(format!("nobody has decided on sentence `{}` of the article", seed.id));
        }
    }
    for word in &decisions.article {
        if word.left_out.is_some() {
            continue;
        }
        let known = word.seed.as_ref().is_some_and(|id| case.seeds.iter().any(|s| &s.id == id));
        let id =
            word.id.as_ref().filter(|_| known).ok_or("article.jsonl has a word without an id or a known sentence")?;
        words.push(spoken(word, id, ARTICLE.to_owned())?);
    }
    Ok(words)
}

fn spoken(word: &WordDecision, id: &str, source: String) -> Result<Attribution, String> {
    if word.claim.is_none() && word.retracts.is_empty() && word.disowns.is_empty() {
        return Err(format!("`{id}` is of no claim"));
    }
    if word.hedge.is_some() != word.certainty.is_some() {
        return Err(format!("`{id}` needs a hedge and a certainty together"));
    }
    Ok(Attribution {
        id: id.to_owned(),
        source,
        claim: word.claim.clone(),
        stance: word.stance.clone(),
        certainty: word.certainty.clone(),
        hedge: word.hedge.clone(),
        cites: word.cites.clone().unwrap_or_default(),
        basis: word.basis.clone(),
        against_interest: word.against_interest,
        corrects: word.corrects.clone(),
        retracts: word.retracts.clone(),
        disowns: word.disowns.clone(),
        published: None,
        url: None,
    })
}
