//! Property 16 on dossiers about which the evaluators once differed, each with what was at stake.

use corroborate::{Dossier, Policy};
use serde_json::{Value, json};

use crate::agreement::difference;

#[track_caller]
fn agree(sources: Value, attributes: Value, claims: Value, attributions: Value, rules: Value) {
    let mut file = json!({
        "corroborate": 1, "sources": sources, "attributes": attributes, "claims": claims, "attributions": attributions,
        "rules": rules,
    });
    for claim in file["claims"].as_array_mut().unwrap() {
        claim["statement"] = json!("");
        claim["subject"] = json!("s");
    }
    for source in file["sources"].as_array_mut().unwrap() {
        if source.get("name").is_none() {
            source["name"] = source["id"].clone();
        }
    }
    let dossier: Dossier = serde_json::from_value(file).unwrap();
    let difference = difference(&dossier, &Policy::default(), None);
    assert!(difference.is_none(), "{}", difference.unwrap());
}

/// The same of one truth, affirmed where nothing else is said.
#[track_caller]
fn agree_on_a_truth(sources: Value, attributions: Value) {
    agree(
        sources,
        json!([{"id": "truth", "kind": "truth"}]),
        json!([{"id": "c", "attribute": "truth", "value": true}]),
        attributions,
        json!([]),
    );
}

#[test]
fn p16_who_denies_every_value_opposes_every_claim() {
    agree(
        json!([{"id": "a", "kind": "government"}]),
        json!([{"id": "begun", "kind": "date"}]),
        json!([{"id": "c", "attribute": "begun", "value": {"date": "[..2024-06,2024-06..]"}}]),
        json!([{"id": "r", "source": "a", "claim": "c", "stance": "denies"}]),
        json!([]),
    );
}

#[test]
fn p16_a_stance_that_is_left_out_makes_no_other_word() {
    agree_on_a_truth(
        json!([{"id": "a", "kind": "government"}]),
        json!([
            {"id": "r0", "source": "a", "claim": "c"},
            {"id": "r1", "source": "a", "claim": "c", "stance": "affirms"},
            {"id": "r2", "source": "a", "retracts": "r0"},
        ]),
    );
}

#[test]
fn p16_an_anonymous_owner_is_no_description() {
    agree_on_a_truth(
        json!([
            {"id": "owner", "name": "an official", "anonymous": true},
            {"id": "owned", "owner": "owner"},
            {"id": "other", "name": "an official", "anonymous": true},
            {"id": "paper"},
        ]),
        json!([
            {"id": "r0", "source": "other", "claim": "c"},
            {"id": "r1", "source": "paper", "claim": "c", "cites": "owned"},
            {"id": "r2", "source": "owner", "claim": "c", "basis": "first-hand"},
        ]),
    );
}

#[test]
fn p16_an_anonymous_source_is_not_independent_of_its_owner() {
    agree_on_a_truth(
        json!([
            {"id": "ministry", "kind": "government"},
            {"id": "insider", "name": "an official", "kind": "official", "anonymous": true, "owner": "ministry"},
            {"id": "paper"},
        ]),
        json!([
            {"id": "r0", "source": "ministry", "claim": "c"},
            {"id": "r1", "source": "insider", "claim": "c"},
            {"id": "r2", "source": "paper", "claim": "c", "cites": "insider"},
        ]),
    );
}

#[test]
fn p16_of_two_relays_in_one_entry_one_can_be_replaced() {
    agree_on_a_truth(
        json!([{"id": "a"}, {"id": "b"}, {"id": "d"}]),
        json!([
            {"id": "r0", "source": "b", "claim": "c", "cites": [["a"], ["d"]], "published": "2024-05-01"},
            {"id": "r1", "source": "b", "claim": "c", "cites": [["a", "b"], ["b"]], "published": "2024-05-02"},
            {"id": "r2", "source": "d", "claim": "c", "cites": [["a", "b"]]},
        ]),
    );
}

#[test]
fn p16_an_admission_cited_late_by_a_party_settles_nothing() {
    agree(
        json!([{"id": "army"}, {"id": "party", "party": true}]),
        json!([{"id": "count", "kind": "quantity", "over_time": "cumulative"}]),
        json!([
            {"id": "early", "attribute": "count", "value": 100, "when": "2024-01"},
            {"id": "late", "attribute": "count", "value": 100, "when": "2024-02"},
        ]),
        json!([
            {"id": "r0", "source": "army", "claim": "early", "against_interest": true},
            {"id": "r1", "source": "party", "claim": "late", "cites": "army"},
        ]),
        json!([]),
    );
}

#[test]
fn p16_a_bound_does_not_move_to_where_many_values_hold() {
    agree(
        json!([{"id": "a"}]),
        json!([{"id": "sizes", "kind": "quantity", "many": true}, {"id": "total", "kind": "quantity"}]),
        json!([
            {"id": "c0", "attribute": "sizes", "value": {"at_least": 0}},
            {"id": "c1", "attribute": "total", "value": {"between": [100, 1000]}},
        ]),
        json!([{"id": "r", "source": "a", "claim": "c1"}]),
        json!([{"at_most": ["total", "sizes"]}]),
    );
}

#[test]
fn p16_a_chain_may_come_back_to_where_it_began() {
    agree_on_a_truth(
        json!([{"id": "a"}, {"id": "b"}, {"id": "x"}, {"id": "y"}]),
        json!([
            {"id": "r0", "source": "x", "claim": "c", "stance": "denies", "cites": [["a", "b", "a"]], "published": "2024-05-01"},
            {"id": "r1", "source": "y", "claim": "c", "cites": [["a"]], "published": "2024-05-02"},
        ]),
    );
}
