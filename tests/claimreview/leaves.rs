//! Nothing is lost: every leaf of a document is there, with its digits and its place, and what a review says it has read has been read.

use corroborate::claimreview::Reader;
use corroborate::import::{RepairCode, Review, Tree};
use serde_json::Value;

use super::{PLAIN, tree};

/// The leaves of a document by another way: the parser of `serde_json`, which keeps neither digits nor what stands twice.
fn leaves(at: &str, value: &Value, into: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, member) in members {
                leaves(&format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), member, into);
            }
        }
        Value::Array(elements) if !elements.is_empty() => {
            for (nth, element) in elements.iter().enumerate() {
                leaves(&format!("{at}/{nth}"), element, into);
            }
        }
        leaf => into.push((at.to_owned(), leaf.clone())),
    }
}

#[track_caller]
pub(crate) fn nothing_is_lost(text: &str, tree: &Tree) {
    let mut expected = Vec::new();
    leaves("", &serde_json::from_str(text).unwrap(), &mut expected);
    let told = tree.root().leaves().map(|leaf| (leaf.pointer().to_string(), serde_json::from_str(leaf.raw()).unwrap()));
    let mut told: Vec<(String, Value)> = told.collect();
    // `serde_json` sorts by name.
    told.sort_by(|(a, _), (b, _)| a.cmp(b));
    expected.sort_by(|(a, _), (b, _)| a.cmp(b));
    assert_eq!(told, expected);
}

/// What a review says, but for places.
fn told(review: &Review<'_>) -> String {
    let value = |field: Option<String>| field.unwrap_or_default();
    let mut told = vec![
        value(review.claim.as_ref().map(|claim| claim.value.clone())),
        value(review.headline.as_ref().map(|headline| headline.value.clone())),
        value(review.url.as_ref().map(|url| url.value.to_string())),
        value(review.published.as_ref().map(|date| date.value.to_string())),
        value(review.modified.as_ref().map(|date| date.value.to_string())),
        value(review.language.as_ref().map(|language| language.value.clone())),
        value(review.claimed.as_ref().map(|date| date.value.to_string())),
        value(review.item_type.as_ref().map(|name| name.value.clone())),
        format!("{:?}", review.kind),
    ];
    for agent in review.author.iter().chain(&review.publisher).chain(review.claimants.iter().map(|(agent, _)| agent)) {
        told.push(format!("{:?} {:?}", agent.kind, agent.name.as_ref().map(|name| &name.value)));
        told.push(value(agent.url.as_ref().map(|url| url.value.to_string())));
        told.extend(agent.same_as.iter().map(|url| url.value.to_string()));
    }
    told.extend(review.appearances.iter().map(|url| url.value.to_string()));
    told.extend(review.categories.iter().map(|category| category.value.clone()));
    if let Some(rating) = &review.rating {
        told.push(value(rating.label.as_ref().map(|label| label.value.clone())));
        told.push(value(rating.explanation.as_ref().map(|explanation| explanation.value.clone())));
        told.extend(
            [&rating.value, &rating.best, &rating.worst].into_iter().flatten().map(|number| number.value.to_string()),
        );
    }
    told.extend(review.repairs.iter().map(ToString::to_string));
    told.join("\n")
}

/// Exchanges one leaf after the other that a review says it has read, and sees whether the review changes.
#[track_caller]
pub(crate) fn what_is_read_is_told(text: &str) {
    let tree = tree(text);
    for (nth, review) in Reader::default().reviews(&tree).reviews.iter().enumerate() {
        let before = told(review);
        // Of what cannot be read there is the repair, which leads to the raw value.
        let is_unreadable =
            |code| matches!(code, RepairCode::NotAnAddress | RepairCode::NotADate | RepairCode::NotANumber);
        let unreadable: Vec<_> =
            review.repairs.iter().filter(|repair| is_unreadable(repair.code)).map(|repair| repair.at).collect();
        for leaf in review.read().filter(|leaf| !unreadable.contains(leaf)) {
            let start = leaf.raw().as_ptr().addr() - tree.root().raw().as_ptr().addr();
            let document = tree.root().raw();
            let other = format!("{}\"Zebra\"{}", &document[..start], &document[start + leaf.raw().len()..]);
            let other = Tree::read(&other).unwrap();
            let found = Reader::default().reviews(&other);
            let after = found.reviews.get(nth).map(told);
            assert_ne!(after.as_ref(), Some(&before), "{}: {}", leaf.pointer(), leaf.raw());
        }
    }
}

#[test]
fn every_leaf_of_a_document_is_kept() {
    nothing_is_lost(PLAIN, &tree(PLAIN));
    let odd = r#"{"a~/": [[], {}, [1.50, -0, 1e5]], "": {"ü": null}}"#;
    nothing_is_lost(odd, &tree(odd));
}

#[test]
fn read_and_unread_leaves_are_all_there_are() {
    let tree = tree(PLAIN);
    let found = Reader::default().reviews(&tree);
    let review = &found.reviews[0];
    assert_eq!(review.read().count() + review.unread().count(), tree.root().leaves().count());
}

#[test]
fn what_a_review_says_it_has_read_makes_a_difference() {
    what_is_read_is_told(PLAIN);
}
