//! What `model.md` promises in so many words, asked of the naive evaluator: small dossiers, one promise each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use corroborate::{ClaimId, Dossier, Policy};
use serde_json::{Value, json};

/// One cast for every row: who they are is told by their names.
fn cast() -> Value {
    let paper = |id: &str| json!({"id": id, "name": id, "kind": "newspaper"});
    let official = |id: &str| json!({"id": id, "name": id, "kind": "official"});
    let mut sources = vec![
        json!({"id": "agency", "name": "agency", "kind": "news-agency", "reliability": "A"}),
        json!({"id": "ministry", "name": "ministry", "kind": "government"}),
        json!({"id": "spokesman", "name": "spokesman", "kind": "person", "speaks_for": "ministry"}),
        json!({"id": "army", "name": "army", "kind": "military"}),
        json!({"id": "enemy", "name": "enemy", "kind": "government", "party": true}),
        json!({"id": "rebel", "name": "rebel", "kind": "armed-group", "party": ["killed"]}),
        json!({"id": "police", "name": "police", "kind": "police", "authority_on": ["killed", "signed"]}),
        json!({"id": "group", "name": "group", "kind": "company"}),
        json!({"id": "sister-1", "name": "sister 1", "kind": "newspaper", "owner": "group"}),
        json!({"id": "sister-2", "name": "sister 2", "kind": "newspaper", "owner": "group"}),
        json!({"id": "hidden-1", "name": "A senior official", "kind": "official", "anonymous": true}),
        json!({"id": "hidden-2", "name": "a  senior official", "kind": "official", "anonymous": true}),
        json!({"id": "hidden-3", "name": "a diplomat", "kind": "official", "anonymous": true}),
        json!({"id": "liar", "name": "liar", "kind": "government", "reliability": "E"}),
        json!({"id": "neighbour", "name": "neighbour", "kind": "person"}),
    ];
    sources.extend((1..=50).map(|n| paper(&format!("paper-{n}"))));
    sources.extend((1..=6).map(|n| official(&format!("official-{n}"))));
    let killed = |id: &str, value: Value, when: &str| json!({"id": id, "statement": id, "subject": "war", "attribute": "killed", "value": value, "when": when});
    let other = |id: &str, attribute: &str, value: Value| json!({"id": id, "statement": id, "subject": "war", "attribute": attribute, "value": value});
    json!({
        "corroborate": 1,
        "sources": sources,
        "attributes": [
            {"id": "signed", "kind": "truth"},
            {"id": "killed", "kind": "quantity", "unit": "people", "over_time": "cumulative"},
            {"id": "casualties", "kind": "quantity", "unit": "people", "over_time": "cumulative"},
            {"id": "wounded", "kind": "quantity", "unit": "people", "over_time": "cumulative"},
            {"id": "troops", "kind": "quantity", "over_time": "varying", "holds_for": 30},
            {"id": "deployed", "kind": "quantity"},
            {"id": "present", "kind": "truth"},
            {"id": "held", "kind": "text", "many": true},
        ],
        "claims": [
            other("signed", "signed", json!(true)),
            other("unsigned", "signed", json!(false)),
            killed("300-january", json!(300), "2025-01"),
            killed("4000-january", json!(4000), "2025-01"),
            killed("2000-september", json!(2000), "2025-09"),
            killed("300-september", json!(300), "2025-09"),
            json!({"id": "6000-casualties", "statement": "", "subject": "war", "attribute": "casualties", "value": 6000, "when": "2025-01"}),
            json!({"id": "1000-casualties", "statement": "", "subject": "war", "attribute": "casualties", "value": 1000, "when": "2025-01"}),
            json!({"id": "1000-wounded", "statement": "", "subject": "war", "attribute": "wounded", "value": 1000, "when": "2025-01"}),
            killed("at-most-7000", json!({"at_most": 7000}), "2025-01"),
            killed("8000-january", json!(8000), "2025-01"),
            other("about-500", "deployed", json!({"about": 500})),
            other("about-555", "deployed", json!({"about": 555})),
            other("deployed-500", "deployed", json!(500)),
            other("deployed-555", "deployed", json!(555)),
            other("deployed-some", "deployed", json!({"at_least": 1})),
            other("present", "present", json!(true)),
            other("absent", "present", json!(false)),
            other("held-kursk", "held", json!({"text": "Kursk"})),
            other("held-sudzha", "held", json!({"text": "Sudzha"})),
        ],
        "rules": [
            {"at_most": ["killed", "casualties"]},
            {"implies": {"if": ["deployed", {"at_least": 1}], "then": ["present", true]}},
            {"sum": {"parts": ["killed", "wounded"], "total": "casualties"}},
        ],
    })
}

/// Attributions in short: `who says-what claim`, with fields of the file format behind.
fn judge(entries: &[Value], policy: &Policy) -> naive::Judgement {
    naive::judge(&dossier(entries), policy, None)
}

fn dossier(entries: &[Value]) -> Dossier {
    let mut file = cast();
    let entries = entries.iter().enumerate().map(|(at, entry)| {
        let mut entry = entry.clone();
        entry["id"] = json!(format!("r{at}"));
        entry
    });
    file["attributions"] = entries.collect();
    serde_json::from_value(file).unwrap()
}

/// The verdict on the claim and, of its support, least, most and credible.
#[track_caller]
fn supported(entries: &[Value], claim: &str, expected: (&str, u32, u32, u32)) {
    let judged = &judge(entries, &Policy::default()).claims[&ClaimId::from(claim)];
    let side = &judged.support;
    assert_eq!((judged.verdict, side.least, side.most, side.credible), expected);
}

/// The same of its opposition.
#[track_caller]
fn opposed(entries: &[Value], claim: &str, expected: (&str, u32, u32, u32)) {
    let judged = &judge(entries, &Policy::default()).claims[&ClaimId::from(claim)];
    let side = &judged.opposition;
    assert_eq!((judged.verdict, side.least, side.most, side.credible), expected);
}

fn says(source: &str, claim: &str) -> Value {
    json!({"source": source, "claim": claim})
}

fn cites(source: &str, claim: &str, chain: &[&str]) -> Value {
    json!({"source": source, "claim": claim, "cites": [chain]})
}

/// The entry with these fields too.
fn and(mut entry: Value, more: Value) -> Value {
    entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    entry
}

fn denies(source: &str, claim: &str) -> Value {
    and(says(source, claim), json!({"stance": "denies"}))
}

fn on(day: &str, entry: Value) -> Value {
    and(entry, json!({"published": day}))
}

/// What weighs for the claim "signed", in millionths of log-odds: from declared origins, and from undeclared ones together.
#[track_caller]
fn weighs(entries: &[Value], expected: (i64, i64)) {
    let [support, _] = naive::weights(&dossier(entries), &Policy::default(), &"signed".into());
    assert_eq!((support.declared, support.undeclared), expected);
}

#[test]
fn evidence_is_as_wide_as_its_narrowest_place() {
    let (a, f) = (2_944_438, 200_670);
    weighs(&[], (0, 0));
    weighs(&[says("ministry", "signed")], (f, 0));
    weighs(&[says("ministry", "signed"), says("army", "signed")], (2 * f, 0));
    weighs(&[says("police", "signed")], (a, 0));
    weighs(&[and(says("police", "signed"), json!({"certainty": "probable"}))], (2_208_328, 0));
    weighs(&[says("liar", "signed")], (0, 0));
    let fifty: Vec<_> = (1..=50).map(|n| cites(&format!("paper-{n}"), "signed", &["ministry"])).collect();
    weighs(&fifty, (f, 0));
    // Each outlet lets a little of what the police know through.
    weighs(&[cites("paper-1", "signed", &["police"])], (f, 0));
    weighs(&[cites("paper-1", "signed", &["police"]), cites("paper-2", "signed", &["police"])], (2 * f, 0));
    let sisters = [cites("sister-1", "signed", &["police"]), cites("sister-2", "signed", &["police"])];
    weighs(&sisters, (f, 0));
    let [support, _] = naive::weights(&dossier(&sisters), &Policy::default(), &"signed".into());
    assert_eq!(support.caps, [(["group".into()].into(), f)].into());
    weighs(&[says("hidden-1", "signed"), says("hidden-2", "signed"), says("hidden-3", "signed")], (2 * f, 0));
    weighs(&[says("paper-1", "signed"), says("paper-2", "signed"), says("agency", "signed")], (0, a));
    // One word with two chains is still one word of one outlet.
    let hedged = json!({"certainty": "possible", "cites": [["official-1"], ["official-2"]]});
    weighs(&[and(says("paper-1", "signed"), hedged)], (80_268, 0));
}

#[test]
fn origins_are_counted_and_not_labels() {
    let fifty: Vec<_> = (1..=50).map(|n| cites(&format!("paper-{n}"), "signed", &["agency"])).collect();
    supported(&fifty, "signed", ("unconfirmed", 1, 1, 1));
    let two_officials = and(says("paper-1", "signed"), json!({"cites": [["official-1"], ["official-2"]]}));
    supported(&[two_officials], "signed", ("unconfirmed", 1, 1, 1));
    let one_each = [cites("paper-1", "signed", &["official-1"]), cites("paper-2", "signed", &["official-2"])];
    supported(&one_each, "signed", ("confirmed", 2, 2, 2));
    let circle = [cites("paper-1", "signed", &["paper-2"]), cites("paper-2", "signed", &["paper-1"])];
    supported(&circle, "signed", ("unconfirmed", 0, 0, 0));
    let shared_end = [cites("paper-1", "signed", &["agency", "ministry"]), cites("paper-2", "signed", &["ministry"])];
    supported(&shared_end, "signed", ("unconfirmed", 1, 1, 1));
}

/// The verdict on the treaty's signing and how many origins of its support are credible, where the policy asks for names, and for how they know.
#[track_caller]
fn signed(entries: &[Value], (named_only, first_hand_only): (bool, bool), expected: (&str, u32)) {
    let policy = Policy { named_only, first_hand_only, ..Policy::default() };
    let judged = &judge(entries, &policy).claims[&ClaimId::from("signed")];
    assert_eq!((judged.verdict, judged.support.credible), expected);
    // What is credible changes, and nothing else that is counted.
    let usual = &judge(entries, &Policy::default()).claims[&ClaimId::from("signed")];
    assert_eq!((judged.support.least, judged.support.most), (usual.support.least, usual.support.most));
}

#[test]
fn a_policy_may_count_the_named_alone() {
    let named = (true, false);
    signed(&[says("ministry", "signed"), says("hidden-1", "signed")], named, ("unconfirmed", 1));
    signed(&[says("ministry", "signed"), says("hidden-1", "signed")], (false, false), ("confirmed", 2));
    signed(&[says("ministry", "signed"), says("army", "signed")], named, ("confirmed", 2));
    // Who passes it on may be anonymous.
    let passed_on = [cites("hidden-1", "signed", &["ministry"]), cites("hidden-3", "signed", &["army"])];
    signed(&passed_on, named, ("confirmed", 2));
    signed(
        &[cites("paper-1", "signed", &["ministry"]), cites("paper-2", "signed", &["hidden-3"])],
        named,
        ("unconfirmed", 1),
    );
}

#[test]
fn a_policy_may_count_the_first_hand_alone() {
    let first_hand = (false, true);
    let saw = |source: &str| and(says(source, "signed"), json!({"basis": "first-hand"}));
    signed(&[saw("ministry"), says("army", "signed")], first_hand, ("unconfirmed", 1));
    signed(&[saw("ministry"), saw("paper-1")], first_hand, ("confirmed", 2));
    signed(&[says("ministry", "signed"), says("army", "signed")], first_hand, ("unconfirmed", 0));
    // Authority and an admission are as good as a basis, also at the far end of a chain.
    signed(&[says("police", "signed")], first_hand, ("confirmed", 1));
    signed(&[cites("paper-1", "signed", &["police"])], first_hand, ("confirmed", 1));
    signed(&[and(says("enemy", "signed"), json!({"against_interest": true}))], first_hand, ("confirmed", 1));
    signed(&[cites("paper-1", "signed", &["ministry"]), saw("army")], first_hand, ("unconfirmed", 1));
    // The anonymous may know at first hand, and count beside the named where names are not asked for.
    signed(&[saw("ministry"), saw("hidden-1")], first_hand, ("confirmed", 2));
    signed(&[saw("ministry"), saw("hidden-1")], (true, true), ("unconfirmed", 1));
}

#[test]
fn an_undeclared_origin_is_not_independent() {
    let bare = [says("paper-1", "signed"), says("paper-2", "signed"), says("paper-3", "signed")];
    supported(&bare, "signed", ("unconfirmed", 1, 3, 1));
    let with_basis = bare.map(|entry| and(entry, json!({"basis": "first-hand"})));
    supported(&with_basis, "signed", ("confirmed", 3, 3, 3));
    supported(&[says("ministry", "signed"), says("paper-1", "signed")], "signed", ("unconfirmed", 1, 2, 1));
}

#[test]
fn each_row_of_the_verdict_can_be_reached() {
    let two = [says("ministry", "signed"), says("army", "signed")];
    supported(&[], "signed", ("unsourced", 0, 0, 0));
    supported(&[denies("official-1", "signed")], "signed", ("unsourced", 0, 0, 0));
    supported(&two, "signed", ("confirmed", 2, 2, 2));
    supported(&two[..1], "signed", ("unconfirmed", 1, 1, 1));
    let denied = [says("ministry", "signed"), denies("official-1", "signed"), denies("official-2", "signed")];
    supported(&denied, "signed", ("contradicted", 1, 1, 1));
    supported(&denied[1..], "signed", ("refuted", 0, 0, 0));
    let even = [says("ministry", "signed"), denies("official-1", "signed")];
    supported(&even, "signed", ("contradicted", 1, 1, 1));
    let withdrawn = [says("ministry", "signed"), json!({"source": "ministry", "retracts": "r0"})];
    supported(&withdrawn, "signed", ("withdrawn", 0, 0, 0));
}

#[test]
fn one_side_outweighs_the_other_by_number_or_by_authority() {
    let mut three = vec![denies("ministry", "signed")];
    three.extend((1..=3).map(|n| says(&format!("official-{n}"), "signed")));
    supported(&three, "signed", ("confirmed", 3, 3, 3));
    supported(&three[..3], "signed", ("contradicted", 2, 2, 2));
    supported(&[says("police", "signed"), denies("ministry", "signed")], "signed", ("confirmed", 1, 1, 1));
    let both_meet = [says("police", "signed"), denies("ministry", "signed"), denies("army", "signed")];
    supported(&both_meet, "signed", ("contradicted", 1, 1, 1));
}

#[test]
fn opposed_claims_are_never_both_confirmed() {
    let near = [says("ministry", "about-500"), says("army", "about-500")];
    supported(&near, "deployed-500", ("confirmed", 2, 2, 2));
    let both = [near.to_vec(), vec![says("official-1", "about-555"), says("official-2", "about-555")]].concat();
    supported(&both, "deployed-500", ("contradicted", 2, 2, 2));
    opposed(&both, "deployed-555", ("contradicted", 0, 0, 0));
    supported(&both, "about-500", ("confirmed", 2, 2, 2));
}

#[test]
fn an_authority_settles_its_topic_unless_the_policy_says_otherwise() {
    supported(&[says("police", "signed")], "signed", ("confirmed", 1, 1, 1));
    supported(&[cites("paper-1", "signed", &["police"])], "signed", ("confirmed", 1, 1, 1));
    supported(&[says("police", "held-kursk")], "held-kursk", ("unconfirmed", 1, 1, 1));
    let strict = Policy { authority_suffices: false, ..Policy::default() };
    assert_eq!(judge(&[says("police", "signed")], &strict).claims[&ClaimId::from("signed")].verdict, "unconfirmed");
    let admission = and(says("enemy", "signed"), json!({"against_interest": true}));
    supported(&[admission], "signed", ("confirmed", 1, 1, 1));
}

#[test]
fn a_path_is_credible_only_if_all_of_it_is() {
    supported(&[says("liar", "signed"), says("neighbour", "signed")], "signed", ("unconfirmed", 2, 2, 0));
    supported(&[says("enemy", "signed"), says("ministry", "signed")], "signed", ("unconfirmed", 2, 2, 1));
    supported(&[says("rebel", "signed"), says("ministry", "signed")], "signed", ("confirmed", 2, 2, 2));
    supported(&[says("rebel", "300-january")], "300-january", ("unconfirmed", 1, 1, 0));
    let hedged = [says("ministry", "signed"), says("army", "signed"), says("official-1", "signed")]
        .map(|entry| and(entry, json!({"certainty": "probable"})));
    supported(&hedged, "signed", ("unconfirmed", 3, 3, 0));
    supported(&[cites("paper-1", "signed", &["liar"])], "signed", ("unconfirmed", 1, 1, 0));
}

#[test]
fn anonymous_sources_count_once_and_beside_a_named_one_only() {
    let hidden = [says("hidden-1", "signed"), says("hidden-2", "signed"), says("hidden-3", "signed")];
    supported(&hidden[..2], "signed", ("unconfirmed", 1, 1, 0));
    supported(&hidden, "signed", ("unconfirmed", 2, 2, 0));
    let beside = [hidden.to_vec(), vec![says("ministry", "signed")]].concat();
    supported(&beside, "signed", ("confirmed", 3, 3, 2));
    let apart = Policy { anonymous_are_distinct: true, ..Policy::default() };
    assert_eq!(judge(&hidden[..2], &apart).claims[&ClaimId::from("signed")].support.least, 2);
}

#[test]
fn outlets_of_one_owner_are_one_and_a_spokesman_is_his_office() {
    let sisters = [cites("sister-1", "signed", &["official-1"]), cites("sister-2", "signed", &["official-2"])];
    supported(&sisters, "signed", ("unconfirmed", 1, 1, 1));
    supported(&[says("spokesman", "signed"), says("ministry", "signed")], "signed", ("unconfirmed", 1, 1, 1));
    supported(&[cites("paper-1", "signed", &["spokesman"])], "signed", ("unconfirmed", 1, 1, 1));
}

#[test]
fn a_retraction_reaches_everybody_who_cited_the_word() {
    let story = [
        on("2025-01-01", says("ministry", "signed")),
        on("2025-01-02", cites("paper-1", "signed", &["ministry"])),
        on("2025-01-02", says("army", "signed")),
        on("2025-01-03", json!({"source": "ministry", "retracts": "r0"})),
    ];
    supported(&story, "signed", ("unconfirmed", 1, 1, 1));
    let disowned = [cites("paper-1", "signed", &["ministry"]), json!({"source": "ministry", "disowns": "r0"})];
    supported(&disowned, "signed", ("withdrawn", 0, 0, 0));
    let back = [
        on("2025-01-01", says("ministry", "signed")),
        on("2025-01-02", denies("ministry", "signed")),
        on("2025-01-03", json!({"source": "ministry", "retracts": "r1"})),
    ];
    supported(&back, "signed", ("unconfirmed", 1, 1, 1));
    opposed(&back[..2], "signed", ("withdrawn", 1, 1, 1));
}

#[test]
fn who_is_cited_is_asked_what_it_says_itself() {
    let misquoted = [says("ministry", "unsigned"), cites("paper-1", "signed", &["ministry"])];
    supported(&misquoted, "signed", ("contradicted", 0, 0, 0));
    let silent =
        [and(says("ministry", "signed"), json!({"stance": "silent"})), cites("paper-1", "signed", &["ministry"])];
    supported(&silent, "signed", ("unconfirmed", 0, 0, 0));
    let stale = [says("ministry", "300-january"), cites("paper-1", "300-september", &["ministry"])];
    supported(&stale, "300-september", ("unconfirmed", 1, 1, 1));
    let weaker = [says("ministry", "deployed-some"), cites("paper-1", "deployed-500", &["ministry"])];
    supported(&weaker, "deployed-500", ("unconfirmed", 0, 0, 0));
    supported(&weaker, "deployed-some", ("unconfirmed", 1, 1, 1));
}

#[test]
fn a_denial_opposes_what_it_covers() {
    opposed(&[denies("ministry", "deployed-500")], "deployed-some", ("unsourced", 0, 0, 0));
    opposed(&[denies("ministry", "deployed-some")], "deployed-500", ("unsourced", 1, 1, 1));
    supported(&[denies("ministry", "unsigned"), says("army", "signed")], "signed", ("confirmed", 2, 2, 2));
    opposed(&[says("ministry", "held-kursk")], "held-sudzha", ("unsourced", 0, 0, 0));
    opposed(&[denies("ministry", "held-kursk")], "held-kursk", ("unsourced", 1, 1, 1));
}

#[test]
fn a_count_grows() {
    let agree = [says("ministry", "300-january"), says("army", "2000-september")];
    supported(&agree, "300-january", ("unconfirmed", 1, 1, 1));
    opposed(&agree, "2000-september", ("unconfirmed", 0, 0, 0));
    let quarrel = [says("ministry", "4000-january"), says("army", "2000-september")];
    supported(&quarrel, "2000-september", ("contradicted", 1, 1, 1));
    supported(&quarrel, "4000-january", ("contradicted", 1, 1, 1));
    let pair = ("over-time", ClaimId::from("2000-september"), ClaimId::from("4000-january"));
    assert!(judge(&quarrel, &Policy::default()).conflicts.contains(&pair));
}

#[test]
fn readings_move_through_rules_of_one_premise_both_ways() {
    let casualties = [says("ministry", "6000-casualties"), says("army", "8000-january")];
    supported(&casualties, "at-most-7000", ("contradicted", 1, 1, 1));
    opposed(&casualties, "8000-january", ("contradicted", 1, 1, 1));
    opposed(&casualties, "6000-casualties", ("contradicted", 1, 1, 1));
    supported(&[says("ministry", "deployed-500")], "present", ("unconfirmed", 1, 1, 1));
    opposed(&[says("ministry", "absent")], "deployed-500", ("unsourced", 1, 1, 1));
    opposed(&[denies("ministry", "present")], "deployed-500", ("unsourced", 1, 1, 1));
    let sum = ["300-january", "1000-wounded", "6000-casualties"];
    let entries = [says("ministry", sum[0]), says("army", sum[1]), says("official-1", sum[2])];
    assert_eq!(judge(&entries, &Policy::default()).sums, [sum.map(ClaimId::from).into()].into());
}

#[test]
fn relaying_is_not_asserting() {
    let both = [cites("paper-1", "signed", &["ministry"]), cites("paper-1", "unsigned", &["army"])];
    supported(&both, "signed", ("contradicted", 1, 1, 1));
    let later = [on("2025-01-01", both[0].clone()), on("2025-01-02", both[1].clone())];
    supported(&later, "signed", ("contradicted", 1, 1, 1));
    let changed = [on("2025-01-01", says("ministry", "signed")), on("2025-01-02", says("ministry", "unsigned"))];
    supported(&changed, "signed", ("withdrawn", 0, 0, 0));
    let doubted = [changed[0].clone(), on("2025-01-02", and(says("ministry", "signed"), json!({"stance": "doubts"})))];
    supported(&doubted, "signed", ("withdrawn", 0, 0, 0));
}
