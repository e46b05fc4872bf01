//! What a policy is and does, whatever the story: its file, and the difference between two of them.

#[cfg(feature = "json")]
use corroborate::{Code, Guideline, Severity};
use corroborate::{Dossier, Evaluator, Moment, Number, Policy, PolicyRule, Verdict};
use proptest::option::weighted;
use proptest::prelude::*;
use std::collections::BTreeMap;

use crate::config;
use crate::generate::random::{SMALL, dossier, moment, policy};

fn verdicts(dossier: &Dossier, policy: &Policy, as_of: Option<Moment>) -> BTreeMap<String, Verdict> {
    let evaluator = Evaluator::new(policy.clone());
    let evaluator = as_of.map_or(evaluator.clone(), |moment| evaluator.as_of(moment));
    let evaluation = evaluator.evaluate(dossier);
    evaluation.assessments().map(|judged| (judged.claim().id.to_string(), judged.verdict())).collect()
}

prop_compose! {
    /// A policy that also says how findings are raised, which decides no verdict.
    fn any_policy()(policy in policy(), stale_after in weighted(0.3, 0_u32..9), floors in 2_i64..4) -> Policy {
        Policy { stale_after, floors_apart: Number::from(floors), ..policy }
    }
}

/// Every set of these, the small ones first.
fn sets(of: &[PolicyRule]) -> Vec<Vec<PolicyRule>> {
    let mut sets = vec![Vec::new()];
    for rule in of {
        let more: Vec<Vec<PolicyRule>> = sets.iter().map(|set| [&set[..], &[*rule]].concat()).collect();
        sets.extend(more);
    }
    sets.sort_by_key(Vec::len);
    sets
}

#[cfg(feature = "json")]
fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ -~]{1,8}", any::<String>()]
}

#[cfg(feature = "json")]
prop_compose! {
    fn guideline()(
        publisher in text(),
        document in text(),
        asks in text(),
        section in weighted(0.5, text()),
        date in weighted(0.5, Just("2019")),
        url in weighted(0.5, Just("https://example.org/guidelines?a=%20#b")),
    ) -> Guideline {
        let mut guideline = Guideline::new(publisher, document, asks);
        guideline.section = section;
        guideline.date = date.map(|date| date.parse().unwrap());
        guideline.url = url.map(|url| url.parse().unwrap());
        guideline
    }
}

#[cfg(feature = "json")]
prop_compose! {
    /// A policy with everything that a file can hold.
    fn full_policy()(
        policy in policy(),
        name in weighted(0.5, text()),
        description in weighted(0.5, text()),
        stale_after in weighted(0.5, any::<u32>()),
        severity in prop::collection::btree_map(prop::sample::select(Code::ALL), prop::sample::select(Severity::ALL), 0..4),
        because in prop::collection::btree_map(
            prop::sample::select(PolicyRule::ALL),
            prop::collection::vec(guideline(), 0..3),
            0..4,
        ),
    ) -> Policy {
        Policy { name, description, stale_after, severity, because, ..policy }
    }
}

#[cfg(feature = "json")]
proptest! {
    #![proptest_config(config())]

    #[test]
    fn p13_a_policy_written_and_read_again_is_the_same(policy in full_policy()) {
        let written = policy.to_json();
        let read = Policy::from_json(written.as_bytes()).unwrap();
        prop_assert_eq!(&read, &policy);
        prop_assert_eq!(read.to_json(), written);
        prop_assert_eq!(&serde_json::from_str::<Policy>(&policy.to_json()).unwrap(), &policy);
    }

    #[test]
    fn severities_change_nothing_but_the_severities(dossier in dossier(SMALL), policy in full_policy()) {
        let plain = Policy { severity: BTreeMap::new(), ..policy.clone() };
        let [graded, plain] = [&policy, &plain].map(|policy| Evaluator::new(policy.clone()).evaluate(&dossier));
        for (graded, plain) in graded.assessments().zip(plain.assessments()) {
            prop_assert_eq!(graded.verdict(), plain.verdict());
            let (graded, mut plain) = (graded.findings(), plain.findings());
            prop_assert!(graded.is_sorted_by_key(|finding| std::cmp::Reverse(finding.severity)));
            for finding in &mut plain {
                prop_assert_eq!(finding.severity, finding.code.severity());
                finding.severity = policy.severity.get(&finding.code).copied().unwrap_or(finding.severity);
            }
            prop_assert_eq!(graded.len(), plain.len());
            prop_assert!(graded.iter().all(|finding| plain.contains(finding)));
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p14_the_rules_that_a_difference_names_make_it_and_no_fewer_do(
        dossier in dossier(SMALL),
        from in any_policy(),
        to in any_policy(),
        as_of in weighted(0.3, moment()),
    ) {
        let diff = from.diff(&to, &dossier, as_of);
        let [before, after] = [&from, &to].map(|policy| verdicts(&dossier, policy, as_of));
        let changed: Vec<&str> =
            before.keys().filter(|claim| before[*claim] != after[*claim]).map(String::as_str).collect();
        let found: Vec<&str> = diff.changes().iter().map(|change| change.claim.as_str()).collect();
        prop_assert_eq!(found, changed);
        if diff.changes().is_empty() {
            return Ok(());
        }
        // By brute force: the sets that give the second verdict, among all sets of rules that differ.
        let tried: Vec<(Vec<PolicyRule>, BTreeMap<String, Verdict>)> = sets(diff.rules())
            .into_iter()
            .map(|set| {
                let policy = set.iter().fold(from.clone(), |policy, rule| policy.with(*rule, &to));
                let verdicts = verdicts(&dossier, &policy, as_of);
                (set, verdicts)
            })
            .collect();
        for change in diff.changes() {
            let claim = change.claim.to_string();
            prop_assert_eq!((change.from, change.to), (before[&claim], after[&claim]));
            let enough = || tried.iter().filter(|(_, verdicts)| verdicts[&claim] == change.to).map(|(set, _)| set);
            let size = enough().map(Vec::len).min().unwrap();
            let mut smallest: Vec<_> = enough().filter(|set| set.len() == size).cloned().collect();
            let mut by = change.by.clone();
            smallest.sort();
            by.sort();
            prop_assert_eq!(by, smallest, "{}", claim);
        }
    }

    #[test]
    fn a_policy_with_all_differing_rules_of_another_has_its_rules(from in any_policy(), to in any_policy()) {
        let with_all = from.differing_rules(&to).into_iter().fold(from.clone(), |policy, rule| policy.with(rule, &to));
        prop_assert_eq!(with_all.differing_rules(&to), []);
        prop_assert_eq!(with_all, to);
    }

    #[test]
    fn a_policy_differs_from_itself_in_nothing(dossier in dossier(SMALL), policy in policy()) {
        let diff = policy.diff(&policy, &dossier, None);
        prop_assert!(diff.rules().is_empty() && diff.changes().is_empty());
    }
}
