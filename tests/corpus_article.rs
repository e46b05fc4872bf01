//! What is read in the article of the case `kim-putin`, beside the claims that its readers found in it; with the misses and the false finds counted.
#![cfg(all(feature = "corpora", feature = "text"))]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use corroborate::text::{self, Modality};
use corroborate::{Number, Quantity};

/// Line, kind, and what is there: figures and dates by value, the others by their words.
type Item = (usize, String, String);

struct Row {
    item: Item,
    claim: Option<String>,
    judged: String,
}

fn rows() -> Vec<Row> {
    let lines = include_str!("text/article.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let [number, kind, what, claim, judged] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            assert!(["found", "missed", "false"].contains(&judged), "{line}");
            Row {
                item: (number.parse().unwrap(), kind.to_owned(), what.to_owned()),
                claim: (claim != "-").then(|| claim.to_owned()),
                judged: judged.to_owned(),
            }
        })
        .collect()
}

fn case(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/kim-putin").join(file);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("the feature `corpora` needs {}: {error}", path.display()))
}

fn number(quantity: Quantity) -> Number {
    use Quantity::*;
    match quantity {
        Exactly(n) | About(n) | Nearly(n) | AtLeast(n) | AtMost(n) | MoreThan(n) | FewerThan(n) | Between(n, _) => n,
    }
}

fn read() -> Vec<Item> {
    let article = case("article.txt");
    let starts: Vec<usize> = article.match_indices('\n').map(|(at, _)| at).collect();
    let line = |at: usize| starts.partition_point(|start| *start < at) + 1;
    let reading = text::read(&article, Some("2025-09-10".parse().unwrap()));
    let words = |span: text::Span| span.of(&article).to_owned();
    let mut items: Vec<Item> = Vec::new();
    let mut add = |at: usize, kind: &str, what: String| items.push((line(at), kind.to_owned(), what));
    for figure in reading.figures() {
        add(figure.span.start, "figure", number(figure.quantity).to_string());
    }
    for date in reading.dates() {
        add(date.span.start, "date", date.date.as_ref().unwrap().to_string());
    }
    for hedge in reading.hedges() {
        add(hedge.span.start, "hedge", words(hedge.span));
    }
    // What is possible is a hedge already, and a question is no claim.
    for modal in reading.modals().iter().filter(|modal| !matches!(modal.modality, Modality::Possible | Modality::Asked))
    {
        add(modal.span.start, "modality", words(modal.span));
    }
    for link in reading.attributions().iter().flat_map(|said| &said.chain) {
        add(link.cue.start, "attribution", link.span.map_or("nobody".to_owned(), words));
    }
    items.sort();
    items
}

#[test]
fn what_is_read_in_the_article_is_what_was_judged() {
    let mut wanted: Vec<Item> = rows().into_iter().filter(|row| row.judged != "missed").map(|row| row.item).collect();
    wanted.sort();
    let found = read();
    let only = |these: &[Item], those: &[Item]| -> Vec<Item> {
        let mut rest = those.to_vec();
        let is_rest = |item: &&Item| match rest.iter().position(|other| other == *item) {
            Some(at) => {
                rest.remove(at);
                false
            }
            None => true,
        };
        these.iter().filter(is_rest).cloned().collect()
    };
    let (lacks, more) = (only(&wanted, &found), only(&found, &wanted));
    assert!(lacks.is_empty() && more.is_empty(), "not read any more: {lacks:#?}\nread, and not judged: {more:#?}");
    for missed in rows().iter().filter(|row| row.judged == "missed") {
        assert!(!found.contains(&missed.item), "no longer missed: {:?}", missed.item);
    }
}

/// Every figure and date of a claim, its hedge and its attribution are in the list, so that none is missed in silence.
#[test]
fn every_claim_that_readers_found_in_the_article_is_accounted_for() {
    let rows = rows();
    let mut claims = BTreeSet::new();
    for seed in case("seed_claims.jsonl").lines() {
        let seed: serde_json::Value = serde_json::from_str(seed).unwrap();
        let id = seed["id"].as_str().unwrap();
        let of: Vec<&Row> = rows.iter().filter(|row| row.claim.as_deref() == Some(id)).collect();
        let has = |kinds: &[&str]| of.iter().any(|row| kinds.contains(&row.item.1.as_str()) && row.judged != "false");
        assert!(of.iter().all(|row| Some(row.item.0 as u64) == seed["line"].as_u64()), "{id} stands on another line");
        if let Some(number) = seed["value"]["number"].as_i64() {
            assert!(
                of.iter().any(|row| row.item.1 == "figure" && row.item.2 == number.to_string()),
                "{id} has {number}"
            );
        }
        // The Federation Council's month is read with the Duma's; the first claim of all has its year as a text.
        if seed["value"].get("date").is_some() && id != "c18" {
            assert!(has(&["date"]), "{id} has a date");
        }
        // These are bounds of figures, or an adverb that hedges nothing.
        let is_hedged = seed["hedge"].as_str().is_some_and(|hedge| !["reported", "publicly", "up to"].contains(&hedge));
        if is_hedged {
            assert!(has(&["hedge", "modality"]), "{id} is hedged");
        }
        let is_attributed = seed["attribution_in_article"].as_str().is_some_and(|by| !by.contains("unattributed"));
        // What was planned is part of what the agency reported with the figure before it.
        if is_attributed && id != "c26" {
            assert!(has(&["attribution"]), "{id} is attributed");
        }
        claims.insert(id.to_owned());
    }
    assert_eq!(claims.len(), 61);
    assert!(rows.iter().filter_map(|row| row.claim.as_ref()).all(|claim| claims.contains(claim)));
}

/// The table in docs/text.md.
#[test]
fn the_table_counts_what_was_judged() {
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for row in rows() {
        let slot = ["found", "missed", "false"].iter().position(|judged| *judged == row.judged).unwrap();
        counts.entry(row.item.1).or_default()[slot] += 1;
    }
    let docs = include_str!("../docs/text.md");
    for (kind, [found, missed, wrong]) in counts {
        let row = format!("| {kind} | {} | {found} | {missed} | {wrong} |", found + missed);
        assert!(docs.contains(&row), "docs/text.md does not have the row {row}");
    }
}
