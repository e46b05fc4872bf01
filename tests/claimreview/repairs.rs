//! Each repair is made of a case that calls for it, and of no clean one.

use std::collections::BTreeMap;

use corroborate::claimreview::{Page, Reader};
use corroborate::import::{Labels, RepairCode};
use serde_json::Value;

use super::{PLAIN, tree};

/// The plain review with some of its members exchanged, or taken away by `null`; or a text as it stands.
fn changed(change: &Value) -> String {
    if let Value::String(json) = change {
        return json.clone();
    }
    let mut review: serde_json::Map<String, Value> = serde_json::from_str(PLAIN).unwrap();
    for (name, value) in change.as_object().unwrap() {
        match value {
            Value::Null => drop(review.remove(name)),
            value => drop(review.insert(name.clone(), value.clone())),
        }
    }
    Value::from(review).to_string()
}

fn codes(json: &str) -> Vec<RepairCode> {
    let tree = tree(json);
    let found = Reader::default().reviews(&tree);
    found.reviews.iter().flat_map(|review| &review.repairs).map(|repair| repair.code).collect()
}

#[test]
fn a_clean_review_is_not_repaired() {
    assert_eq!(codes(PLAIN), []);
    let tree = tree(PLAIN);
    let found = Reader::default().reviews(&tree);
    assert_eq!((found.reviews.len(), found.passed_over.len()), (1, 0));
    let raw: Vec<_> = found.reviews[0].unread().map(|leaf| leaf.pointer().to_string()).collect();
    // The types of works and the context are of no use to anybody.
    assert_eq!(
        raw,
        ["/@context", "/itemReviewed/firstAppearance/@type", "/itemReviewed/appearance/0/@type", "/reviewRating/@type"]
    );
}

#[test]
fn every_repair_has_a_case_that_calls_for_it() {
    let cases: BTreeMap<String, Value> = serde_json::from_str(include_str!("repairs.json")).unwrap();
    let of_pages = [RepairCode::ScriptWrapped, RepairCode::ScriptEscaped];
    for code in RepairCode::ALL.iter().filter(|code| !of_pages.contains(code)) {
        let case = cases.get(code.as_str()).unwrap_or_else(|| panic!("no case calls for {code}"));
        let codes = codes(&changed(case));
        assert!(codes.contains(code), "{code}: {codes:?}");
    }
    assert_eq!(cases.len() + of_pages.len(), RepairCode::ALL.len());
}

#[test]
fn repairs_of_pages_have_their_cases_too() {
    for (html, expected) in [
        (format!("<script type='application/ld+json'>{PLAIN}</script>"), None),
        (
            format!("<script type='application/ld+json'>\n//<![CDATA[\n{PLAIN}\n//]]>\n</script>"),
            Some(RepairCode::ScriptWrapped),
        ),
        (
            format!("<script type='application/ld+json'>{}</script>", PLAIN.replace('"', "&quot;")),
            Some(RepairCode::ScriptEscaped),
        ),
    ] {
        let page = Page::read(&html);
        let found = Reader::default().block(&page.blocks[0]);
        assert_eq!(found.reviews[0].repairs.first().map(|repair| repair.code), expected, "{html}");
    }
}

#[test]
fn descriptions_are_one_sentence_without_a_full_stop_and_none_is_said_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for code in RepairCode::ALL {
        let said = code.description();
        assert!(seen.insert(said), "{code}");
        assert!(
            !said.ends_with('.') && !said.contains('\n') && said.starts_with(char::is_lowercase)
                || said.starts_with("HTML"),
            "{code}: {said}"
        );
    }
    let page = include_str!("../../docs/formats/claimreview.md");
    for code in RepairCode::ALL {
        assert!(page.contains(&format!("| `{code}` |")), "the documentation lacks {code}");
    }
}

#[test]
fn a_number_from_an_unsound_scale_is_worth_nothing_and_the_label_stands_as_it_is() {
    for (rating, truth, label) in [
        (
            r#"{"alternateName": "Mostly false", "ratingValue": 2, "bestRating": 5, "worstRating": 1}"#,
            Some(25),
            "Mostly false",
        ),
        (
            r#"{"alternateName": "FALSE!", "ratingValue": "1", "bestRating": "5", "worstRating": "1"}"#,
            Some(0),
            "FALSE!",
        ),
        (r#"{"alternateName": "False", "ratingValue": 5, "bestRating": 1, "worstRating": 5}"#, None, "False"),
        (r#"{"alternateName": "False", "ratingValue": 1, "bestRating": 1, "worstRating": 1}"#, None, "False"),
        (r#"{"alternateName": "False", "ratingValue": -1, "bestRating": 5, "worstRating": 1}"#, None, "False"),
        (r#"{"alternateName": "False", "ratingValue": 1}"#, None, "False"),
        (r#"{"alternateName": "True", "ratingValue": 1, "bestRating": 6, "worstRating": 1}"#, None, "True"),
    ] {
        let tree =
            tree(&changed(&serde_json::json!({ "reviewRating": serde_json::from_str::<Value>(rating).unwrap() })));
        let found = Reader::default().reviews(&tree);
        let read = found.reviews[0].rating.as_ref().unwrap();
        assert_eq!(read.truth.map(|share| share.per_cent()), truth, "{rating}");
        assert_eq!(read.label.as_ref().map(|label| label.value.as_str()), Some(label), "{rating}");
    }
}

#[test]
fn a_desk_that_knows_a_publisher_says_so_in_its_table() {
    let unknown = serde_json::json!({"reviewRating": {"alternateName": "Rubbish", "ratingValue": 1, "bestRating": 5, "worstRating": 1}});
    let tree = tree(&changed(&unknown));
    for (table, stance) in [
        ("{}", None),
        (r#"{"publishers": {"facts.example": {"scale": true}}}"#, Some("denies")),
        (r#"{"publishers": {"other.example": {"scale": true}}}"#, None),
        (r#"{"publishers": {"facts.example": {"doubts": ["rubbish"]}}}"#, Some("doubts")),
        (r#"{"labels": {"denies": ["RUBBISH."]}}"#, Some("denies")),
    ] {
        let reader = Reader::new(Labels::from_json(table.as_bytes()).unwrap());
        let found = reader.reviews(&tree);
        assert_eq!(found.reviews[0].stance().map(|stance| stance.as_str()), stance, "{table}");
    }
}

#[test]
fn a_table_of_labels_that_cannot_be_read_says_where() {
    let wrong = r#"{"labels": {"affirm": ["yes"], "denies": ["no", 5, "  "], "doubts": ["No"]}, "publisher": {}}"#;
    assert_eq!(
        Labels::from_json(wrong.as_bytes()).unwrap_err().to_string(),
        "line 1, column 13: labels.affirm: unknown field `affirm` of an object of labels by meaning, did you mean `affirms`?\n\
         line 1, column 49: labels.denies[1]: expected a string, found a number\n\
         line 1, column 52: labels.denies[2]: a label is empty\n\
         line 1, column 70: labels.doubts[0]: `No` is given two meanings\n\
         line 1, column 78: publisher: unknown field `publisher` of a table of labels, did you mean `publishers`?"
    );
}
