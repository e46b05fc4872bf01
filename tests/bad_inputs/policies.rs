//! Policies that cannot be read or applied.

use super::{Case, policy};

pub(super) fn cases() -> Vec<Case> {
    vec![
        policy(
            "Policy(NoOrigins",
            r#"{"independent_origins": 0}"#,
            r#"{"independent_origins": 1}"#,
            "line 1, column 25: independent_origins: `independent_origins` is 0: at least 1 origin must be asked for",
        ),
        policy(
            "Policy(Outweighs",
            r#"{"outweighs": 1}"#,
            r#"{"outweighs": 1.5}"#,
            "line 1, column 15: outweighs: `outweighs` is `1`: it must be above 1",
        ),
        policy(
            "Policy(FloorsApart",
            r#"{"floors_apart": 0.5}"#,
            r#"{"floors_apart": "1.000000000001"}"#,
            "line 1, column 18: floors_apart: `floors_apart` is `0.5`: it must be above 1",
        ),
        policy(
            "Policy(Tolerance",
            r#"{"about": 1}"#,
            r#"{"about": 0.9999}"#,
            "line 1, column 11: about: `about` is `1`: a tolerance is at least 0 and below 1, with at most four decimals",
        ),
        policy(
            "Policy(Tolerance",
            r#"{"otherwise": -0.01}"#,
            r#"{"otherwise": 0}"#,
            "line 1, column 15: otherwise: `otherwise` is `-0.01`: a tolerance is at least 0 and below 1, with at most four decimals",
        ),
        policy(
            "Policy(Tolerance",
            r#"{"otherwise": 0.00001}"#,
            r#"{"otherwise": 0.0001}"#,
            "line 1, column 15: otherwise: `otherwise` is `0.00001`: a tolerance is at least 0 and below 1, with at most four decimals",
        ),
        policy(
            "Policy(Weights",
            r#"{"weights": {"a": 1}}"#,
            r#"{"weights": {"a": 0.9999}}"#,
            "line 1, column 19: weights.a: `a` is `1`: a letter weighs above 0.5 and below 1, with at most four decimals",
        ),
        policy(
            "Policy(Weights(Letter",
            r#"{"weights": {"f": 0.5}}"#,
            r#"{"weights": {"f": 0.5001}}"#,
            "line 1, column 19: weights.f: `f` is `0.5`: a letter weighs above 0.5 and below 1, with at most four decimals",
        ),
        policy(
            "Policy(Weights(Letter",
            r#"{"weights": {"b": 0.85001}}"#,
            r#"{"weights": {"b": 0.8501}}"#,
            "line 1, column 19: weights.b: `b` is `0.85001`: a letter weighs above 0.5 and below 1, with at most four decimals",
        ),
        policy(
            "Policy(Weights(Share",
            r#"{"weights": {"probable": 1.01, "possible": -0.1}}"#,
            r#"{"weights": {"probable": 1, "unverified": 0}}"#,
            "line 1, column 26: weights.probable: `probable` is `1.01`: a hedged word counts for a share from 0 to 1, with at most four decimals\n\
             line 1, column 44: weights.possible: `possible` is `-0.1`: a hedged word counts for a share from 0 to 1, with at most four decimals",
        ),
        policy(
            "Policy(Weights(Order",
            r#"{"weights": {"c": 0.9}}"#,
            r#"{"weights": {"b": 0.9, "c": 0.9}}"#,
            "line 1, column 13: weights: `b` is `0.85` and `c` is `0.9`: `c` must not be above `b`",
        ),
        policy(
            "Policy(Weights(Order",
            r#"{"weights": {"possible": 0.1}}"#,
            r#"{"weights": {"possible": 0.2}}"#,
            "line 1, column 13: weights: `possible` is `0.1` and `unverified` is `0.2`: `unverified` must not be above `possible`",
        ),
        policy(
            "UnknownField",
            r#"{"weights": {"probabel": 0.5}}"#,
            r#"{"weights": {"probable": 0.5}}"#,
            "line 1, column 14: weights.probabel: unknown field `probabel` of a table of weights, did you mean `probable`?",
        ),
        policy(
            "Type",
            r#"{"weights": [0.95]}"#,
            r#"{"weights": {}}"#,
            "line 1, column 13: weights: expected a table of weights, found a list",
        ),
        policy(
            "NotACount",
            r#"{"independent_origins": 2.5}"#,
            r#"{"independent_origins": 2.0}"#,
            "line 1, column 25: independent_origins: `2.5` is not a whole number from 0 to 4294967295",
        ),
        policy(
            "NotACount",
            r#"{"stale_after": -3}"#,
            r#"{"stale_after": null}"#,
            "line 1, column 17: stale_after: `-3` is not a whole number from 0 to 4294967295",
        ),
        policy(
            "Number(TooLarge",
            r#"{"outweighs": 1e400}"#,
            r#"{"outweighs": 1e17}"#,
            "line 1, column 15: outweighs: `1e400` is too large: numbers are below 10^18",
        ),
        policy(
            "Type",
            r#"{"authority_suffices": "true"}"#,
            r#"{"authority_suffices": true}"#,
            "line 1, column 24: authority_suffices: expected true or false, found a string",
        ),
        policy(
            "Type",
            r#"{"anonymous_are_distinct": 1}"#,
            r#"{"anonymous_are_distinct": true}"#,
            "line 1, column 28: anonymous_are_distinct: expected true or false, found a number",
        ),
        policy(
            "Type",
            r#"{"about": null}"#,
            r#"{"about": "0.1"}"#,
            "line 1, column 11: about: expected a number, found null",
        ),
        policy(
            "UnknownField",
            r#"{"authority_sufices": true}"#,
            r#"{"authority_suffices": true}"#,
            "line 1, column 2: authority_sufices: unknown field `authority_sufices` of a policy, did you mean `authority_suffices`?",
        ),
        policy(
            "UnknownField",
            r#"{"tolerance": {"about": 0.1}}"#,
            r#"{"about": 0.1}"#,
            "line 1, column 2: tolerance: unknown field `tolerance` of a policy",
        ),
        policy(
            "DuplicateField",
            r#"{"about": 0.1, "about": 0.2}"#,
            r#"{"about": 0.1, "otherwise": 0.2}"#,
            "line 1, column 16: about: field `about` stands twice",
        ),
        policy(
            "Type",
            r#"{"named_only": "yes"}"#,
            r#"{"named_only": true}"#,
            "line 1, column 16: named_only: expected true or false, found a string",
        ),
        policy(
            "UnknownField",
            r#"{"first_hands_only": true}"#,
            r#"{"first_hand_only": true}"#,
            "line 1, column 2: first_hands_only: unknown field `first_hands_only` of a policy, did you mean `first_hand_only`?",
        ),
        policy(
            "Type",
            r#"{"name": ["Foreign", "desk"]}"#,
            r#"{"name": "Foreign desk", "description": ""}"#,
            "line 1, column 10: name: expected a string, found a list",
        ),
        policy(
            "UnknownName",
            "{\"severity\": {\n  \"single-orgin\": \"critical\"}}",
            r#"{"severity": {"single-origin": "critical"}}"#,
            "line 2, column 3: severity.single-orgin: unknown finding `single-orgin`, did you mean `single-origin`?",
        ),
        policy(
            "UnknownName",
            r#"{"severity": {"stale": "critcal", "doubted": "info"}}"#,
            r#"{"severity": {"stale": "critical", "doubted": "info"}}"#,
            "line 1, column 24: severity.stale: unknown severity `critcal`, did you mean `critical`?",
        ),
        policy(
            "DuplicateField",
            r#"{"severity": {"stale": "info", "stale": "warning"}}"#,
            r#"{"severity": {}}"#,
            "line 1, column 32: severity.stale: field `stale` stands twice",
        ),
        policy(
            "Type",
            r#"{"severity": ["stale"]}"#,
            r#"{"severity": {"stale": "info"}}"#,
            "line 1, column 14: severity: expected an object of findings and severities, found a list",
        ),
        policy(
            "UnknownName",
            r#"{"because": {"named-only": []}}"#,
            r#"{"because": {"named_only": []}}"#,
            "line 1, column 14: because.named-only: unknown policy rule `named-only`, did you mean `named_only`?",
        ),
        policy(
            "Type",
            r#"{"because": "the BBC says so"}"#,
            r#"{"because": {}}"#,
            "line 1, column 13: because: expected an object of policy rules and their guidelines, found a string",
        ),
        policy(
            "Type",
            r#"{"because": {"about": {"publisher": "P", "document": "D", "asks": "A"}}}"#,
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "asks": "A"}]}}"#,
            "line 1, column 23: because.about: expected a list of guidelines, found an object",
        ),
        policy(
            "MissingField",
            r#"{"because": {"about": [{"publisher": "P", "document": "D"}]}}"#,
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "asks": "A", "section": "3.3.4", "date": "2019"}]}}"#,
            "line 1, column 24: because.about[0]: a guideline lacks its `asks`",
        ),
        policy(
            "UnknownField",
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "ask": "A", "asks": "A"}]}}"#,
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "asks": "A"}]}}"#,
            "line 1, column 60: because.about[0].ask: unknown field `ask` of a guideline, did you mean `asks`?",
        ),
        policy(
            "Edtf(Malformed",
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "asks": "A", "date": "lately"}]}}"#,
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "asks": "A", "date": "2008-07-17"}]}}"#,
            "line 1, column 81: because.about[0].date: `lately` is not an EDTF date: year must have exactly four digits (or X), at byte 0",
        ),
        policy(
            "Url",
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "asks": "A", "url": "bbc.co.uk"}]}}"#,
            r#"{"because": {"about": [{"publisher": "P", "document": "D", "asks": "A", "url": "https://bbc.co.uk"}]}}"#,
            "line 1, column 80: because.about[0].url: `bbc.co.uk` is not an address: relative URL without a base",
        ),
        policy("Type", r#"[]"#, r#"{}"#, "line 1, column 1: expected a policy, found a list"),
        policy("Empty", "", r#" {} "#, "line 1, column 1: the file is empty"),
        policy("TrailingText", r#"{} {}"#, r#"{}"#, "line 1, column 4: the file goes on after the end of its JSON"),
    ]
}
