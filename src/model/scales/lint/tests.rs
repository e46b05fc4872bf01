use super::*;

#[track_caller]
fn passes(text: &str) {
    assert_eq!(lint(text), Ok(()), "{text}");
}

/// Refused for these words of confidence and likelihood.
#[track_caller]
fn combines(text: &str, words: [&str; 2]) {
    match lint(text) {
        Err(Mixed::ConfidenceWithLikelihood { confidence, likelihood, .. }) => {
            assert_eq!([confidence.as_str(), likelihood.as_str()], words, "{text}");
        }
        other => panic!("{text}: {other:?}"),
    }
}

/// Refused for these terms of the first and the second row.
#[track_caller]
fn mixes(text: &str, terms: [&str; 2]) {
    match lint(text) {
        Err(Mixed::Rows { first, second, .. }) => assert_eq!([first.as_str(), second.as_str()], terms, "{text}"),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_level_of_confidence_with_a_degree_of_likelihood_is_refused() {
    combines("We have high confidence that it is likely.", ["high confidence", "likely"]);
    combines("With MODERATE Confidence, it is Very Unlikely to fail.", ["MODERATE Confidence", "Very Unlikely"]);
    combines("It will probably fail, a high-confidence judgment.", ["high-confidence", "probably"]);
    combines("A low degree of confidence: almost certainly gone.", ["low degree of confidence", "almost certainly"]);
    combines("Our confidence in this is low, but a strike is likely.", ["confidence in this is low", "likely"]);
    combines("We are highly confident of a remote chance.", ["highly confident", "remote"]);
    combines("Low-to-moderate confidence; roughly even odds.", ["moderate confidence", "roughly even odds"]);
    combines("All is well. With medium confidence, it is nearly certain.", ["medium confidence", "nearly certain"]);
}

#[test]
fn every_term_of_either_row_is_seen() {
    for (term, ..) in Icd203::terms() {
        let sentence = format!("We state with low confidence that, by chance, it is {term}.");
        combines(&sentence, ["low confidence", term]);
        passes(&format!("We state that, by chance, it is {term}. We have low confidence in this."));
    }
}

#[test]
fn terms_of_two_rows_are_reported_as_such() {
    mixes("It is likely, perhaps highly probable.", ["likely", "highly probable"]);
    mixes("Rain is improbable and snow very unlikely.", ["very unlikely", "improbable"]);
    mixes("A roughly even chance means roughly even odds.", ["roughly even chance", "roughly even odds"]);
    passes("Rain is unlikely. Snow is improbable.");
    passes("Rain is unlikely, snow very unlikely, hail has almost no chance.");
    passes("Rain is probable, snow highly probable, hail probably nearly certain.");
}

#[test]
fn words_that_only_look_like_terms_are_let_pass() {
    passes("With high confidence, the unlikeliest of all happened.");
    passes("With high confidence, probability theory is of no help.");
    passes("High confidence was reported from a remote village.");
    passes("With high confidence, police had probable cause.");
    passes("The vote of confidence is likely to pass.");
    passes("They spoke in confidence; prices are high and rain is likely.");
    passes("Confidence among buyers fell, and prices are likely to follow.");
    passes("A confident minister is likely to resign.");
    passes("High hopes and low confidences are likelihoods of a kind.");
    passes("");
}

#[test]
fn the_longest_term_counts_alone() {
    let found = |text: &str| {
        let words = words(text);
        likelihoods(&words).into_iter().map(|((from, to), row)| (text[from..to].to_owned(), row)).collect::<Vec<_>>()
    };
    assert_eq!(found("very unlikely"), [("very unlikely".to_owned(), Row::First)]);
    assert_eq!(found("highly improbable"), [("highly improbable".to_owned(), Row::Second)]);
    assert_eq!(found("highly probable"), [("highly probable".to_owned(), Row::Second)]);
    assert_eq!(found("unlikely, very  unlikely").len(), 2);
}
