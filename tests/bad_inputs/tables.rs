//! What is wrong with the tables by which fact checks are read and written: of labels, and of what is published for a verdict.

use corroborate::claimreview::Verdicts;
use corroborate::import::Labels;

use super::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case {
            kind: "TwoMeanings",
            wrong: br#"{"labels": {"affirms": ["Yes"], "denies": ["yes"]}}"#.to_vec(),
            right: br#"{"labels": {"affirms": ["Yes"], "denies": ["no"]}}"#.to_vec(),
            says: "line 1, column 44: labels.denies[0]: `yes` is given two meanings",
            read: |bytes| Labels::from_json(bytes).map(|_| ()),
        },
        Case {
            kind: "OffScale",
            wrong: br#"{"best": 5, "verdicts": {"refuted": {"label": "False", "value": 6}}}"#.to_vec(),
            right: br#"{"best": 5, "verdicts": {"refuted": {"label": "False", "value": 5}}}"#.to_vec(),
            says: "line 1, column 65: verdicts.refuted.value: 6 lies outside the scale: expected 1 to 5",
            read: |bytes| Verdicts::from_json(bytes).map(|_| ()),
        },
    ]
}
