//! A tree is the standard library's ordered set, and a copy of it is not changed by what is done to the other.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::Tree;

fn same(tree: &Tree<u32>, set: &BTreeSet<u32>) -> Result<(), TestCaseError> {
    prop_assert_eq!(tree.len(), set.len());
    prop_assert!(tree.iter().eq(set));
    for probe in (0..200).step_by(7) {
        prop_assert_eq!(tree.get(|item| item.cmp(&probe)), set.get(&probe));
        prop_assert!(tree.from(|item| item.cmp(&probe)).eq(set.range(probe..)));
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_tree_holds_what_a_set_holds(
        first in proptest::collection::btree_set(0_u32..200, 0..150),
        steps in proptest::collection::vec((any::<bool>(), 0_u32..200), 0..600),
    ) {
        let mut tree = Tree::from_sorted(first.iter().copied().collect());
        let mut set = first.clone();
        let (early, early_set) = (tree.clone(), set.clone());
        for (adds, item) in steps {
            if adds {
                prop_assert_eq!(tree.insert(item, |other| other.cmp(&item)).is_none(), set.insert(item));
            } else {
                prop_assert_eq!(tree.remove(|other| other.cmp(&item)).is_some(), set.remove(&item));
            }
        }
        same(&tree, &set)?;
        same(&early, &early_set)?;
        for item in set.clone() {
            prop_assert_eq!(tree.remove(|other| other.cmp(&item)), Some(item));
        }
        prop_assert_eq!((tree.len(), tree.iter().next()), (0, None));
    }
}

#[test]
fn many_items_of_one_prefix_are_found_from_the_first_on() {
    let pairs: Vec<(u32, u32)> = (0..100).flat_map(|a| (0..50).map(move |b| (a, b))).collect();
    let tree = Tree::from_sorted(pairs);
    for probe in 0..100 {
        let found: Vec<u32> =
            tree.from(|pair| pair.0.cmp(&probe)).take_while(|pair| pair.0 == probe).map(|pair| pair.1).collect();
        assert_eq!(found, (0..50).collect::<Vec<u32>>());
    }
}
