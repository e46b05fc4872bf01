//! Sources and attributes that cannot be read by themselves.

use super::{Case, case};

const SOURCE: &str = "{\"corroborate\": 1, \"sources\": [{\"id\": \"s\",\n@}]}";
const ATTRIBUTE: &str = "{\"corroborate\": 1, \"attributes\": [{\"id\": \"a\",\n@}]}";

pub(super) fn cases() -> Vec<Case> {
    [sources(), attributes()].into_iter().flatten().collect()
}

fn sources() -> Vec<Case> {
    vec![
        case(
            "MissingField",
            SOURCE,
            r#""kind": "police""#,
            r#""kind": "police", "name": "Police""#,
            "line 1, column 32: sources[0]: a source lacks its `name`",
        ),
        case(
            "UnknownField",
            SOURCE,
            r#""name": "S", "relibility": "B""#,
            r#""name": "S", "reliability": "B""#,
            "line 2, column 14: sources[0].relibility: unknown field `relibility` of a source, did you mean `reliability`?",
        ),
        case(
            "UnknownField",
            SOURCE,
            r#""name": "S", "bias": "none""#,
            r#""name": "S", "party": false"#,
            "line 2, column 14: sources[0].bias: unknown field `bias` of a source",
        ),
        case(
            "DuplicateField",
            SOURCE,
            r#""name": "S", "name": "S""#,
            r#""name": "S""#,
            "line 2, column 14: sources[0].name: field `name` stands twice",
        ),
        case(
            "DuplicateField",
            SOURCE,
            r#""name": "S", "n\u0061me": "S""#,
            r#""n\u0061me": "S""#,
            "line 2, column 14: sources[0].name: field `name` stands twice",
        ),
        case(
            "UnknownName",
            SOURCE,
            r#""name": "S", "kind": "goverment""#,
            r#""name": "S", "kind": "government""#,
            "line 2, column 22: sources[0].kind: unknown source kind `goverment`, did you mean `government`?",
        ),
        case(
            "UnknownName",
            SOURCE,
            r#""name": "S", "kind": "pigeon""#,
            r#""name": "S", "kind": "other""#,
            "line 2, column 22: sources[0].kind: unknown source kind `pigeon`",
        ),
        case(
            "UnknownName",
            SOURCE,
            r#""name": "S", "reliability": "b""#,
            r#""name": "S", "reliability": "B""#,
            "line 2, column 29: sources[0].reliability: unknown reliability `b`, did you mean `B`?",
        ),
        case(
            "Type",
            SOURCE,
            r#""name": "S", "reliability": 2"#,
            r#""name": "S", "reliability": "B""#,
            "line 2, column 29: sources[0].reliability: expected a string, found a number",
        ),
        case(
            "Type",
            SOURCE,
            r#""name": ["S"]"#,
            r#""name": "S""#,
            "line 2, column 9: sources[0].name: expected a string, found a list",
        ),
        case(
            "Type",
            SOURCE,
            r#""name": "S", "anonymous": "yes""#,
            r#""name": "S", "anonymous": true"#,
            "line 2, column 27: sources[0].anonymous: expected true or false, found a string",
        ),
        case(
            "Type",
            SOURCE,
            r#""name": "S", "party": 1"#,
            r#""name": "S", "party": []"#,
            "line 2, column 23: sources[0].party: expected true, false, or a list of attributes, found a number",
        ),
        case(
            "Type",
            SOURCE,
            r#""name": "S", "authority_on": true"#,
            r#""name": "S", "authority_on": []"#,
            "line 2, column 30: sources[0].authority_on: expected a string or a list of strings, found true",
        ),
        case(
            "Type",
            SOURCE,
            r#""name": "S", "authority_on": [false]"#,
            r#""name": "S", "authority_on": []"#,
            "line 2, column 31: sources[0].authority_on[0]: expected a string, found false",
        ),
        case(
            "Type",
            SOURCE,
            r#""name": "S", "owner": null"#,
            r#""name": "S""#,
            "line 2, column 23: sources[0].owner: expected a string, found null",
        ),
        case(
            "Url",
            SOURCE,
            r#""name": "S", "url": "example.org""#,
            r#""name": "S", "url": "https://example.org""#,
            "line 2, column 21: sources[0].url: `example.org` is not an address: relative URL without a base",
        ),
        case(
            "Url",
            SOURCE,
            r#""name": "S", "url": "https://exa mple.org""#,
            r#""name": "S", "url": "https://exa-mple.org""#,
            "line 2, column 21: sources[0].url: `https://exa mple.org` is not an address: invalid international domain name",
        ),
        case(
            "BadId",
            SOURCE,
            r#""name": "S"}, {"id": "", "name": "T""#,
            r#""name": "S"}, {"id": "t", "name": "T""#,
            "line 2, column 22: sources[1].id: `` cannot be a source id: it is empty",
        ),
        case(
            "BadId",
            SOURCE,
            r#""name": "S"}, {"id": "a\tb", "name": "T""#,
            r#""name": "S"}, {"id": "a b", "name": "T""#,
            "line 2, column 22: sources[1].id: `a\\u{9}b` cannot be a source id: it holds a control character",
        ),
        case(
            "BadId",
            SOURCE,
            r#""name": "S"}, {"id": "\u202etxt", "name": "T""#,
            r#""name": "S"}, {"id": "текст", "name": "T""#,
            "line 2, column 22: sources[1].id: `\\u{202e}txt` cannot be a source id: it holds a control character",
        ),
        case(
            "DuplicateId",
            SOURCE,
            r#""name": "S"}, {"id": "s", "name": "T""#,
            r#""name": "S"}, {"id": "s", "name": "S""#,
            "line 2, column 22: sources[1].id: source `s` stands twice with different content",
        ),
    ]
}

fn attributes() -> Vec<Case> {
    vec![
        case(
            "MissingField",
            ATTRIBUTE,
            r#""unit": "people""#,
            r#""unit": "people", "kind": "quantity""#,
            "line 1, column 35: attributes[0]: an attribute lacks its `kind`",
        ),
        case(
            "UnknownName",
            ATTRIBUTE,
            r#""kind": "quantities""#,
            r#""kind": "quantity""#,
            "line 2, column 9: attributes[0].kind: unknown kind of attribute `quantities`, did you mean `quantity`?",
        ),
        case(
            "UnknownName",
            ATTRIBUTE,
            r#""kind": "number""#,
            r#""kind": "quantity""#,
            "line 2, column 9: attributes[0].kind: unknown kind of attribute `number`",
        ),
        case(
            "UnknownName",
            ATTRIBUTE,
            r#""kind": "quantity", "over_time": "cumulate""#,
            r#""kind": "quantity", "over_time": "cumulative""#,
            "line 2, column 34: attributes[0].over_time: unknown behaviour over time `cumulate`, did you mean `cumulative`?",
        ),
        case(
            "Cumulative",
            ATTRIBUTE,
            r#""kind": "date", "over_time": "cumulative""#,
            r#""kind": "truth", "over_time": "cumulative""#,
            "line 2, column 30: attributes[0].over_time: a date cannot be cumulative: only quantities and truths are",
        ),
        case(
            "NotACount",
            ATTRIBUTE,
            r#""kind": "quantity", "holds_for": -1"#,
            r#""kind": "quantity", "holds_for": 0"#,
            "line 2, column 34: attributes[0].holds_for: `-1` is not a whole number from 0 to 4294967295",
        ),
        case(
            "NotACount",
            ATTRIBUTE,
            r#""kind": "quantity", "holds_for": "7.5""#,
            r#""kind": "quantity", "holds_for": "7""#,
            "line 2, column 34: attributes[0].holds_for: `7.5` is not a whole number from 0 to 4294967295",
        ),
        case(
            "NotACount",
            ATTRIBUTE,
            r#""kind": "quantity", "holds_for": 4294967296"#,
            r#""kind": "quantity", "holds_for": 4294967295"#,
            "line 2, column 34: attributes[0].holds_for: `4294967296` is not a whole number from 0 to 4294967295",
        ),
        case(
            "Edtf(NotADay",
            ATTRIBUTE,
            r#""kind": "quantity", "closes": "2024-06""#,
            r#""kind": "quantity", "closes": "2024-06-30""#,
            "line 2, column 31: attributes[0].closes: `2024-06` is not one day",
        ),
        case(
            "BadId",
            ATTRIBUTE,
            r#""kind": "date"}, {"id": "a/b", "kind": "date""#,
            r#""kind": "date"}, {"id": "a-b", "kind": "date""#,
            "line 2, column 25: attributes[1].id: `a/b` cannot be an attribute id: it holds a `/`, which divides a subject from an attribute",
        ),
        case(
            "DuplicateId",
            ATTRIBUTE,
            r#""kind": "date"}, {"id": "a", "kind": "text""#,
            r#""kind": "date"}, {"id": "a", "kind": "date""#,
            "line 2, column 25: attributes[1].id: attribute `a` stands twice with different content",
        ),
    ]
}
