//! Every object of the corpus is read, or passed over for a stated reason, with the stance and the repairs that `tests/claimreview/corpus.txt` expects; none of
//! its leaves is lost, and what is said to be read has been.
#![cfg(all(feature = "corpora", feature = "claimreview", feature = "factcheck"))]

#[path = "claimreview/leaves.rs"]
mod leaves;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use corroborate::import::{Acceptance, Proposal, Review, Tree};
use corroborate::{Dossier, claimreview, factcheck};

const PLAIN: &str = include_str!("claimreview/plain.json");
const EXPECTED: &str = include_str!("claimreview/corpus.txt");

fn tree(json: &str) -> Tree {
    Tree::read(json).unwrap()
}

fn corpus() -> BTreeMap<String, String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/claimreview");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = entries.map(|entry| entry.unwrap().path());
    let read =
        |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap());
    files.map(read).collect()
}

fn told(reviews: &[Review<'_>], into: &mut String) {
    for review in reviews {
        let stance = review.stance().map_or("left to a person", |stance| stance.as_str());
        writeln!(into, "  review `{}`: {stance}", review.at.pointer()).unwrap();
        for repair in &review.repairs {
            writeln!(into, "    {} {}", repair.code, repair.at.pointer()).unwrap();
        }
    }
}

#[test]
fn every_file_is_read_as_expected() {
    let mut found = String::new();
    for (name, text) in corpus() {
        writeln!(found, "{name}").unwrap();
        let tree = tree(&text);
        let markup = claimreview::Reader::default().reviews(&tree);
        let search = factcheck::Reader::default().reviews(&tree);
        assert!(
            markup.reviews.len() + search.reviews.len() > 0,
            "{name}: {:?} {:?}",
            markup.passed_over,
            search.passed_over
        );
        told(&markup.reviews, &mut found);
        told(&search.reviews, &mut found);
        for passed in markup.passed_over.iter().filter(|_| !markup.reviews.is_empty()) {
            writeln!(found, "  passed over: {passed}").unwrap();
        }
    }
    let lines = |text: &str| {
        text.lines().map(|line| line.trim_end().to_owned()).filter(|line| !line.starts_with('#')).collect::<Vec<_>>()
    };
    for (nth, (found, expected)) in lines(&found).iter().zip(&lines(EXPECTED)).enumerate() {
        assert_eq!(found, expected, "line {}", nth + 1);
    }
    assert_eq!(lines(&found).len(), lines(EXPECTED).len(), "\n{found}");
}

#[test]
fn no_leaf_of_the_corpus_is_lost() {
    for text in corpus().values() {
        leaves::nothing_is_lost(text, &tree(text));
        leaves::what_is_read_is_told(text);
    }
}

#[test]
fn every_review_proposes_entries_that_a_dossier_takes() {
    let mut acceptance = Acceptance::new(Dossier::builder("The corpus"));
    let mut undecided = 0;
    let mut proposals = 0;
    for text in corpus().values() {
        let tree = tree(text);
        let reviews = claimreview::Reader::default().reviews(&tree).reviews;
        for review in reviews.iter().chain(&factcheck::Reader::default().reviews(&tree).reviews) {
            let proposal = Proposal::of(review).unwrap();
            undecided += usize::from(proposal.undecided.is_some());
            proposals += 1;
            acceptance.accept(proposal);
        }
    }
    let dossier = acceptance.finish().build().unwrap();
    assert_eq!(proposals, corpus().len());
    assert!(undecided < proposals / 2, "{undecided} are left to a person");
    assert!(dossier.claims().len() > 40);
}
