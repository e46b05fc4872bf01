//! Properties 1, 10, 11 and 13: the same said in another way.

use corroborate::Dossier;
#[cfg(feature = "json")]
use corroborate::{Evaluator, render};
use proptest::prelude::*;

use crate::config;
use crate::generate::parts::Parts;
use crate::generate::random::{SMALL, dossier, policy};
use crate::judged::{judge, of};
use crate::renaming::{renamed, renamed_back};
use crate::scaling::in_metres;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p01_order_changes_nothing(dossier in dossier(SMALL), policy in policy(), turn in 0_usize..8) {
        let mut parts = Parts::of(&dossier);
        let attributions = parts.attributions.len().max(1);
        parts.attributions.rotate_left(turn % attributions);
        parts.attributions.reverse();
        parts.sources.reverse();
        parts.attributes.reverse();
        parts.claims.reverse();
        parts.rules.reverse();
        prop_assert_eq!(of(&parts, &policy), judge(&dossier, &policy, None));
    }

    #[test]
    fn p10_scaling_a_unit_changes_nothing(dossier in dossier(SMALL), policy in policy()) {
        prop_assert_eq!(of(&in_metres(Parts::of(&dossier)), &policy), judge(&dossier, &policy, None));
    }

    #[test]
    fn p11_renaming_changes_nothing_but_the_names(dossier in dossier(SMALL), policy in policy()) {
        let renamed = of(&renamed(Parts::of(&dossier)), &policy);
        prop_assert_eq!(renamed_back(renamed), judge(&dossier, &policy, None));
    }

    #[cfg(feature = "json")]
    #[test]
    fn p13_evaluating_twice_gives_the_same_bytes(dossier in dossier(SMALL), policy in policy()) {
        let bytes = || render::json(&Evaluator::new(policy.clone()).evaluate(&dossier));
        prop_assert_eq!(bytes(), bytes());
    }

    #[test]
    fn p13_a_file_read_written_and_read_again_is_the_same(dossier in dossier(SMALL)) {
        let written = serde_json::to_string(&*dossier).unwrap();
        let read: Dossier = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), written);
        prop_assert_eq!(&read, &*dossier);
    }
}
