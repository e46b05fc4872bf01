//! Properties 16 and 18: two implementations of the rules agree, and so do two ways of counting.

use std::collections::BTreeSet;

use corroborate::{Dossier, Moment, Policy};
use proptest::prelude::*;
use serde_json::to_string_pretty;

use crate::config;
use crate::generate::every::World;
use crate::generate::random::{LARGE, SMALL, dossier, moment, policy};
use crate::judged::judge;
use crate::naive;
use crate::naive::flow::Graph;

/// Where the two evaluators differ, if they do.
pub(crate) fn difference(dossier: &Dossier, policy: &Policy, as_of: Option<Moment>) -> Option<String> {
    let (mut naive, fast) = (naive::judge(dossier, policy, as_of), judge(dossier, policy, as_of));
    // Of the many choices of claims that break a sum, the evaluator names the narrowest.
    if naive.sums.is_superset(&fast.sums) && naive.sums.is_empty() == fast.sums.is_empty() {
        naive.sums.clone_from(&fast.sums);
    }
    let rest = (&naive.conflicts, &naive.sums) != (&fast.conflicts, &fast.sums);
    let claims = naive.claims.iter().filter(|(id, judged)| fast.claims[id] != **judged);
    let mut told: Vec<_> = claims.map(|(id, judged)| format!("{id}: {judged:?}\nnot: {:?}", fast.claims[id])).collect();
    told.extend(
        rest.then(|| format!("{:?} {:?}\nnot: {:?} {:?}", naive.conflicts, naive.sums, fast.conflicts, fast.sums)),
    );
    (naive != fast).then(|| told.join("\n"))
}

#[test]
fn p16_the_naive_evaluator_agrees_exhaustively() {
    for world in [World::of_citations(), World::of_counts(), World::of_takings_back()] {
        agree_throughout(&world, &Policy::default());
    }
}

#[test]
fn p16_the_naive_evaluator_agrees_exhaustively_on_who_knows_and_is_named() {
    let world = World::of_knowing();
    for (named_only, first_hand_only) in [(true, false), (false, true), (true, true)] {
        agree_throughout(&world, &Policy { named_only, first_hand_only, ..Policy::default() });
    }
}

/// Compares the evaluators on every dossier of a world.
fn agree_throughout(world: &World, policy: &Policy) {
    // Every second dossier each: there are enough of them to keep two hands busy.
    std::thread::scope(|scope| {
        for first in 0..2 {
            scope.spawn(move || {
                for dossier in world.dossiers().skip(first).step_by(2) {
                    let difference = difference(&dossier, policy, None);
                    assert!(difference.is_none(), "{}\n{}", difference.unwrap(), to_string_pretty(&dossier).unwrap());
                }
            });
        }
    });
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p16_the_naive_evaluator_agrees_at_random(dossier in dossier(SMALL), policy in policy(), now in moment()) {
        for as_of in [None, Some(now)] {
            let difference = difference(&dossier, &policy, as_of);
            prop_assert!(difference.is_none(), "{}", difference.unwrap());
        }
    }

    #[test]
    fn p18_ways_are_as_many_as_the_smallest_cut(
        starts in prop::collection::btree_set(0_u8..10, 0..4),
        ends in prop::collection::btree_set(0_u8..10, 0..4),
        edges in prop::collection::btree_set((0_u8..10, 0_u8..10), 0..25),
    ) {
        let graph = Graph { starts, ends, edges };
        prop_assert_eq!(graph.most_ways(), graph.smallest_cut());
    }

    #[test]
    fn p18_credible_is_within_least_and_least_within_most(dossier in dossier(SMALL), policy in policy()) {
        for judged in judge(&dossier, &policy, None).claims.into_values() {
            for side in [judged.support, judged.opposition] {
                prop_assert!(side.credible <= side.least && side.least <= side.most, "{:?}", side);
            }
        }
    }
}

proptest! {
    // A large dossier is worth many small ones, and takes as long.
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(10), ..config() })]

    #[test]
    fn p16_the_naive_evaluator_agrees_on_large_dossiers(dossier in dossier(LARGE), policy in policy()) {
        let difference = difference(&dossier, &policy, None);
        prop_assert!(difference.is_none(), "{}", difference.unwrap());
    }
}

#[test]
fn p18_both_ways_of_counting_agree_on_every_graph_of_four() {
    let pairs: Vec<(u8, u8)> = (0..4).flat_map(|a| (0..4).map(move |b| (a, b))).filter(|(a, b)| a != b).collect();
    for drawn in 0..1_u32 << pairs.len() {
        let edges = pairs.iter().enumerate().filter(|(at, _)| drawn >> at & 1 == 1).map(|(_, pair)| *pair).collect();
        let graph = Graph { starts: BTreeSet::from([0, 1]), ends: BTreeSet::from([2, 3]), edges };
        assert_eq!(graph.most_ways(), graph.smallest_cut(), "{graph:?}");
    }
}
