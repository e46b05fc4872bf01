//! Confidence, as an editor meets it: one small story each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(feature = "json")]

use corroborate::scales::{Credibility, Icd203, Phia};
use corroborate::{Bottleneck, Dossier, Evaluation, Evaluator, Evidence, Policy};
use serde_json::{Value, json};

fn cast() -> Value {
    let outlet = |id: &str, grade: &str| json!({"id": id, "name": id, "kind": "newspaper", "reliability": grade});
    json!({
        "corroborate": 1,
        "sources": [
            json!({"id": "ministry", "name": "ministry", "kind": "government", "reliability": "B"}),
            json!({"id": "army", "name": "army", "kind": "military", "reliability": "C"}),
            json!({"id": "court", "name": "court", "kind": "court", "authority_on": ["signed"]}),
            json!({"id": "liar", "name": "liar", "kind": "government", "reliability": "E", "authority_on": ["signed"]}),
            json!({"id": "aide", "name": "an aide", "kind": "official", "anonymous": true}),
            json!({"id": "aide-2", "name": "An aide", "kind": "official", "anonymous": true}),
            json!({"id": "group", "name": "group", "kind": "company"}),
            json!({"id": "east", "name": "east", "kind": "newspaper", "reliability": "B", "owner": "group"}),
            json!({"id": "west", "name": "west", "kind": "newspaper", "reliability": "C", "owner": "group"}),
            outlet("times", "A"), outlet("post", "A"), outlet("sheet", "F"), outlet("rag", "D"),
        ],
        "attributes": [{"id": "signed", "kind": "truth"}],
        "claims": [{"id": "c", "statement": "It was signed", "subject": "it", "attribute": "signed", "value": true}],
    })
}

fn dossier(words: &[(&str, Value)]) -> Dossier {
    let mut file = cast();
    let entry = |(at, (source, more)): (usize, &(&str, Value))| {
        let mut entry = json!({"id": format!("r{at}"), "source": source, "claim": "c"});
        entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        entry
    };
    file["attributions"] = words.iter().enumerate().map(entry).collect();
    Dossier::from_json_str(&file.to_string()).unwrap()
}

fn with<T>(words: &[(&str, Value)], ask: impl FnOnce(&Evaluation<'_>) -> T) -> T {
    ask(&Evaluator::default().evaluate(&dossier(words)))
}

fn caps(evidence: Evidence<'_>) -> Vec<(String, i64)> {
    let told = |cap: Bottleneck<'_>| {
        let names: Vec<&str> = cap.sources.iter().map(|id| id.as_str()).collect();
        (names.join("+"), cap.lets_through.millionths())
    };
    evidence.capped_by().into_iter().map(told).collect()
}

/// What the support weighs, in millionths, and what caps it.
#[track_caller]
fn weighs(words: &[(&str, Value)], millionths: i64, capped: &[(&str, i64)]) {
    with(words, |evaluation| {
        let support = evaluation.confidences().next().unwrap().support();
        let capped: Vec<(String, i64)> =
            capped.iter().map(|(names, through)| ((*names).to_owned(), *through)).collect();
        assert_eq!((support.log_odds().millionths(), caps(support)), (millionths, capped));
    });
}

fn says() -> Value {
    json!({})
}

fn cites(chain: &[&str]) -> Value {
    json!({"cites": [chain]})
}

const A: i64 = 2_944_438;
const B: i64 = 1_734_601;
const C: i64 = 847_297;
const F: i64 = 200_670;

#[test]
fn independent_origins_add_up_and_copies_do_not() {
    weighs(&[], 0, &[]);
    weighs(&[("ministry", says())], B, &[("ministry", B)]);
    weighs(&[("ministry", says()), ("army", says())], B + C, &[("army", C), ("ministry", B)]);
    let copies = [("ministry", says()), ("times", cites(&["ministry"])), ("post", cites(&["ministry"]))];
    weighs(&copies, B, &[("ministry", B)]);
}

#[test]
fn a_path_carries_no_more_than_its_weakest_part() {
    weighs(&[("sheet", cites(&["ministry"]))], F, &[("sheet", F)]);
    weighs(&[("times", cites(&["sheet", "ministry"]))], F, &[("sheet", F)]);
    weighs(&[("times", cites(&["ministry"]))], B, &[("ministry", B)]);
    weighs(&[("rag", cites(&["ministry"]))], 0, &[("rag", 0)]);
    // One good outlet that cites three: it is the bottleneck.
    let three = json!({"cites": [["ministry"], ["army"], ["court"]]});
    weighs(&[("post", three)], A, &[("post", A)]);
}

#[test]
fn a_hedge_scales_what_a_word_weighs() {
    let hedged = |certainty: &str| [("ministry", json!({"certainty": certainty}))];
    weighs(&hedged("probable"), B * 3 / 4, &[("ministry", B * 3 / 4)]);
    weighs(&hedged("possible"), B * 2 / 5, &[("ministry", B * 2 / 5)]);
    weighs(&hedged("unverified"), B / 5, &[("ministry", B / 5)]);
    // The outlet is sure of what the ministry only thought possible.
    let surer = [("ministry", json!({"certainty": "possible"})), ("times", cites(&["ministry"]))];
    weighs(&surer, B * 2 / 5, &[("ministry", B * 2 / 5)]);
    // Of two words of one outlet on the same source the surer counts, and the other adds nothing.
    let both = json!({"cites": [["ministry"]], "certainty": "possible"});
    weighs(&[("times", both.clone()), ("times", cites(&["ministry"]))], B, &[("ministry", B)]);
    weighs(&[("army", says()), ("army", json!({"certainty": "possible"}))], C, &[("army", C)]);
    // It hedges what it has from three: that is one hedged outlet.
    let thrice = json!({"cites": [["ministry"], ["army"], ["court"]], "certainty": "unverified"});
    weighs(&[("times", thrice)], A / 5, &[("times", A / 5)]);
}

#[test]
fn an_authority_weighs_as_the_best_unless_it_is_graded_unreliable() {
    weighs(&[("court", says())], A, &[("court", A)]);
    weighs(&[("liar", says())], 0, &[("liar", 0)]);
}

#[test]
fn what_one_owner_or_one_description_holds_passes_one_gate() {
    let known = json!({"basis": "first-hand"});
    weighs(&[("east", known.clone()), ("west", known.clone())], B, &[("group", B)]);
    weighs(&[("east", known.clone()), ("times", known)], B + A, &[("east", B), ("times", A)]);
    weighs(&[("aide", says()), ("aide-2", says())], F, &[("aide+aide-2", F)]);
}

#[test]
fn undeclared_origins_are_one_and_never_on_top_of_declared_ones() {
    weighs(&[("times", says())], A, &[("times", A)]);
    weighs(&[("times", says()), ("post", says()), ("sheet", says())], A, &[("post+sheet+times", A)]);
    weighs(&[("times", says()), ("ministry", says())], A, &[("times", A)]);
    let more = [("sheet", says()), ("ministry", says()), ("army", says())];
    weighs(&more, B + C, &[("army", C), ("ministry", B)]);
}

#[test]
fn opposition_is_taken_off() {
    let denied = [("ministry", says()), ("army", json!({"stance": "denies"}))];
    with(&denied, |evaluation| {
        let confidence = evaluation.confidences().next().unwrap();
        assert_eq!(confidence.opposition().log_odds().millionths(), C);
        assert_eq!(confidence.log_odds().millionths(), B - C);
        assert_eq!(caps(confidence.opposition()), [("army".to_owned(), C)]);
        assert_eq!(confidence.probability().to_string(), "0.708333");
        assert_eq!(Icd203::of(confidence.probability()), Some(Icd203::Likely));
        assert_eq!(Phia::of(confidence.probability()), Some(Phia::Likely));
        assert_eq!(confidence.stix().map(|c| c.value()), Some(71));
    });
}

#[test]
fn confidence_is_ranked_by_log_odds_where_probability_can_rise_no_further() {
    let mut file = cast();
    let sources: Vec<Value> =
        (0..12).map(|n| json!({"id": format!("s{n:02}"), "name": "s", "kind": "court", "reliability": "A"})).collect();
    file["sources"] = sources.into();
    let other = json!({"id": "d", "statement": "It held", "subject": "that", "attribute": "signed", "value": true});
    file["claims"].as_array_mut().unwrap().push(other);
    let word =
        |claim: &str, n: usize| json!({"id": format!("{claim}{n}"), "source": format!("s{n:02}"), "claim": claim});
    file["attributions"] = (0..11).map(|n| word("c", n)).chain((0..12).map(|n| word("d", n))).collect();
    let dossier = Dossier::from_json_str(&file.to_string()).unwrap();
    let evaluation = Evaluator::default().evaluate(&dossier);
    let [eleven, twelve]: [_; 2] = evaluation.confidences().collect::<Vec<_>>().try_into().unwrap();
    assert!(twelve > eleven);
    assert_eq!((eleven.probability(), twelve.probability()), (twelve.probability(), eleven.probability()));
    assert_eq!(twelve.probability().to_string(), "0.999999");
    assert_eq!(twelve.stix().map(|c| c.value()), Some(99));
}

#[test]
fn the_admiralty_digit_follows() {
    let digit =
        |words: &[(&str, Value)]| with(words, |evaluation| evaluation.confidences().next().unwrap().credibility());
    let denies = || json!({"stance": "denies"});
    assert_eq!(digit(&[]), Credibility::CannotBeJudged);
    assert_eq!(digit(&[("liar", says())]), Credibility::CannotBeJudged);
    assert_eq!(digit(&[("ministry", says()), ("army", says())]), Credibility::Confirmed);
    // As sure as those two, and not confirmed.
    assert_eq!(digit(&[("times", says())]), Credibility::ProbablyTrue);
    assert_eq!(digit(&[("aide", says())]), Credibility::PossiblyTrue);
    assert_eq!(digit(&[("army", denies())]), Credibility::Doubtful);
    assert_eq!(digit(&[("times", denies())]), Credibility::Improbable);
    // As much speaks for it as against it, which is not to say that nothing does.
    assert_eq!(digit(&[("times", says()), ("post", denies())]), Credibility::PossiblyTrue);
    let withdrawn = [("ministry", says()), ("ministry", json!({"retracts": "r0"}))];
    assert_eq!(digit(&withdrawn), Credibility::CannotBeJudged);
}

#[test]
fn the_desk_may_put_other_numbers_to_the_letters() {
    let policy = Policy::from_json(br#"{"weights": {"b": 0.8, "probable": 0.5}}"#).unwrap();
    let dossier = dossier(&[("ministry", json!({"certainty": "probable"}))]);
    let evaluation = Evaluator::new(policy).evaluate(&dossier);
    let confidence = evaluation.assessment(&"c".into()).unwrap().confidence();
    assert_eq!(confidence.log_odds().millionths(), 1_386_294 / 2);
    assert_eq!(evaluation.assessment(&"c".into()).unwrap().verdict(), corroborate::Verdict::Unconfirmed);
}
