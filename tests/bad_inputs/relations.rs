//! Entries that do not fit each other.

use super::{Case, case};

const SOURCES: &str =
    "{\"corroborate\": 1, \"attributes\": [{\"id\": \"killed\", \"kind\": \"quantity\"}], \"sources\": [\n@]}";
const WORDS: &str = "{\"corroborate\": 1,
\"sources\": [{\"id\": \"yonhap\", \"name\": \"Yonhap\"}, {\"id\": \"nis\", \"name\": \"NIS\"}, {\"id\": \"chief\", \"name\": \"Its chief\", \"speaks_for\": \"nis\"}],
\"attributes\": [{\"id\": \"done\", \"kind\": \"truth\"}],
\"claims\": [{\"id\": \"done-it\", \"statement\": \"It is done\", \"subject\": \"x\", \"attribute\": \"done\", \"value\": true}],
\"attributions\": [{\"id\": \"r1\", \"source\": \"nis\", \"claim\": \"done-it\", \"published\": \"2024-10-18\"},\n@]}";
const RULES: &str = "{\"corroborate\": 1, \"attributes\": [
{\"id\": \"killed\", \"kind\": \"quantity\", \"unit\": \"people\"}, {\"id\": \"wounded\", \"kind\": \"quantity\", \"unit\": \"people\"},
{\"id\": \"casualties\", \"kind\": \"quantity\", \"unit\": \"people\"}, {\"id\": \"shells\", \"kind\": \"quantity\", \"unit\": \"shells\"},
{\"id\": \"present\", \"kind\": \"truth\"}, {\"id\": \"begun-on\", \"kind\": \"date\"}, {\"id\": \"ended-on\", \"kind\": \"date\"}],
\"rules\": [\n@]}";

pub(super) fn cases() -> Vec<Case> {
    [sources(), words(), rules(), phrases()].into_iter().flatten().collect()
}

fn sources() -> Vec<Case> {
    vec![
        case(
            "UnknownId",
            SOURCES,
            r#"{"id": "kcna", "name": "KCNA", "owner": "dprk"}"#,
            r#"{"id": "kcna", "name": "KCNA", "owner": "dprk"}, {"id": "dprk", "name": "DPRK"}"#,
            "line 2, column 41: sources[0].owner: unknown source `dprk`",
        ),
        case(
            "UnknownId",
            SOURCES,
            r#"{"id": "kcna", "name": "KCNA", "speaks_for": "kncb"}, {"id": "kcnb", "name": "B"}"#,
            r#"{"id": "kcna", "name": "KCNA", "speaks_for": "kcnb"}, {"id": "kcnb", "name": "B"}"#,
            "line 2, column 46: sources[0].speaks_for: unknown source `kncb`, did you mean `kcnb`?",
        ),
        // The nearest id cannot be one itself, and is shown on one line.
        case(
            "UnknownId",
            SOURCES,
            "{\"id\": \"nis\", \"name\": \"NIS\", \"owner\": \"kcna\"}, {\"id\": \"\\nkcna\", \"name\": \"KCNA\"}",
            "{\"id\": \"nis\", \"name\": \"NIS\", \"owner\": \"kcna\"}, {\"id\": \"kcna\", \"name\": \"KCNA\"}",
            "line 2, column 39: sources[0].owner: unknown source `kcna`, did you mean `\\u{a}kcna`?\nline 2, column 55: sources[1].id: `\\u{a}kcna` cannot be a source id: it holds a control character",
        ),
        case(
            "UnknownId",
            SOURCES,
            r#"{"id": "s", "name": "S", "party": ["killed", "kiled"]}"#,
            r#"{"id": "s", "name": "S", "party": ["killed"]}"#,
            "line 2, column 46: sources[0].party[1]: unknown attribute `kiled`, did you mean `killed`?",
        ),
        case(
            "UnknownId",
            SOURCES,
            r#"{"id": "s", "name": "S", "party": "kiled"}"#,
            r#"{"id": "s", "name": "S", "party": "killed"}"#,
            "line 2, column 35: sources[0].party: unknown attribute `kiled`, did you mean `killed`?",
        ),
        case(
            "UnknownId",
            SOURCES,
            r#"{"id": "s", "name": "S", "authority_on": ["killed", "war/kiled"]}"#,
            r#"{"id": "s", "name": "S", "authority_on": ["killed", "war/killed"]}"#,
            "line 2, column 53: sources[0].authority_on[1]: unknown attribute `kiled`, did you mean `killed`?",
        ),
        case(
            "Loop",
            SOURCES,
            r#"{"id": "s", "name": "S", "owner": "s"}"#,
            r#"{"id": "s", "name": "S"}"#,
            "line 2, column 35: sources[0].owner: `owner` runs in a circle: s -> s",
        ),
        case(
            "Loop",
            SOURCES,
            "{\"id\": \"b\", \"name\": \"B\", \"owner\": \"a\"},\n{\"id\": \"a\", \"name\": \"A\", \"owner\": \"b\"}",
            "{\"id\": \"b\", \"name\": \"B\", \"owner\": \"a\"},\n{\"id\": \"a\", \"name\": \"A\"}",
            "line 3, column 35: sources[1].owner: `owner` runs in a circle: a -> b -> a",
        ),
        case(
            "Loop",
            SOURCES,
            "{\"id\": \"a\", \"name\": \"A\", \"speaks_for\": \"b\"},\n{\"id\": \"b\", \"name\": \"B\", \"speaks_for\": \"c\"},\n{\"id\": \"c\", \"name\": \"C\", \"speaks_for\": \"a\"}",
            "{\"id\": \"a\", \"name\": \"A\", \"speaks_for\": \"b\"},\n{\"id\": \"b\", \"name\": \"B\", \"speaks_for\": \"c\"},\n{\"id\": \"c\", \"name\": \"C\"}",
            "line 2, column 40: sources[0].speaks_for: `speaks_for` runs in a circle: a -> b -> c -> a",
        ),
        case(
            "Loop",
            SOURCES,
            r#"{"id": "a", "name": "A", "speaks_for": "b"}, {"id": "b", "name": "B", "owner": "a"}"#,
            r#"{"id": "a", "name": "A", "speaks_for": "b"}, {"id": "b", "name": "B", "owner": "c"}, {"id": "c", "name": "C"}"#,
            "line 2, column 80: sources[1].owner: `owner` and `speaks_for` run in a circle: b -> a -> b",
        ),
    ]
}

fn words() -> Vec<Case> {
    vec![
        case(
            "UnknownId",
            WORDS,
            r#"{"id": "r2", "source": "yonhp", "claim": "done-it"}"#,
            r#"{"id": "r2", "source": "yonhap", "claim": "done-it"}"#,
            "line 6, column 24: attributions[1].source: unknown source `yonhp`, did you mean `yonhap`?",
        ),
        case(
            "UnknownId",
            WORDS,
            r#"{"id": "r2", "source": "yonhap", "claim": "rocket"}"#,
            r#"{"id": "r2", "source": "yonhap", "claim": "done-it"}"#,
            "line 6, column 43: attributions[1].claim: unknown claim `rocket`",
        ),
        case(
            "UnknownId",
            WORDS,
            r#"{"id": "r2", "source": "yonhap", "claim": "done-it", "cites": ["nis", ["chief", "nsi"]]}"#,
            r#"{"id": "r2", "source": "yonhap", "claim": "done-it", "cites": ["nis", ["chief", "nis"]]}"#,
            "line 6, column 81: attributions[1].cites[1][1]: unknown source `nsi`, did you mean `nis`?",
        ),
        case(
            "UnknownId",
            WORDS,
            r#"{"id": "r2", "source": "yonhap", "claim": "done-it", "cites": "nsi"}"#,
            r#"{"id": "r2", "source": "yonhap", "claim": "done-it", "cites": "nis"}"#,
            "line 6, column 63: attributions[1].cites: unknown source `nsi`, did you mean `nis`?",
        ),
        case(
            "UnknownId",
            WORDS,
            r#"{"id": "r2", "source": "nis", "claim": "done-it", "corrects": "r7"}"#,
            r#"{"id": "r2", "source": "nis", "claim": "done-it", "corrects": "r1"}"#,
            "line 6, column 63: attributions[1].corrects: unknown attribution `r7`, did you mean `r1`?",
        ),
        case(
            "Itself",
            WORDS,
            r#"{"id": "r2", "source": "nis", "claim": "done-it", "corrects": "r2"}"#,
            r#"{"id": "r2", "source": "nis", "claim": "done-it", "corrects": "r1"}"#,
            "line 6, column 63: attributions[1].corrects: `r2` corrects itself",
        ),
        case(
            "Itself",
            WORDS,
            r#"{"id": "r2", "source": "nis", "retracts": ["r1", "r2"]}"#,
            r#"{"id": "r2", "source": "nis", "retracts": ["r1"]}"#,
            "line 6, column 43: attributions[1].retracts: `r2` retracts itself",
        ),
        case(
            "Later",
            WORDS,
            r#"{"id": "r2", "source": "nis", "claim": "done-it", "corrects": "r1", "published": "2024-10-17"}"#,
            r#"{"id": "r2", "source": "nis", "claim": "done-it", "corrects": "r1", "published": "2024-10-18"}"#,
            "line 6, column 63: attributions[1].corrects: `r2` corrects `r1`, which was published later",
        ),
        case(
            "Later",
            WORDS,
            r#"{"id": "r2", "source": "yonhap", "disowns": "r1", "published": "2024-09"}"#,
            r#"{"id": "r2", "source": "yonhap", "disowns": "r1"}"#,
            "line 6, column 45: attributions[1].disowns: `r2` disowns `r1`, which was published later",
        ),
        case(
            "SomebodyElses",
            WORDS,
            r#"{"id": "r2", "source": "yonhap", "claim": "done-it", "corrects": "r1"}"#,
            r#"{"id": "r2", "source": "chief", "claim": "done-it", "corrects": "r1"}"#,
            "line 6, column 66: attributions[1].corrects: `r2` corrects `r1`, which is the word of another source, `nis`",
        ),
        case(
            "SomebodyElses",
            WORDS,
            r#"{"id": "r2", "source": "yonhap", "retracts": "r1"}"#,
            r#"{"id": "r2", "source": "yonhap", "disowns": "r1"}"#,
            "line 6, column 46: attributions[1].retracts: `r2` retracts `r1`, which is the word of another source, `nis`",
        ),
        case(
            "ReferenceLoop",
            WORDS,
            r#"{"id": "r2", "source": "nis", "retracts": "r3"}, {"id": "r3", "source": "nis", "retracts": "r2"}"#,
            r#"{"id": "r2", "source": "nis", "retracts": "r3"}, {"id": "r3", "source": "nis", "retracts": "r1"}"#,
            "line 6, column 1: attributions[1]: corrections, retractions and disownings run in a circle: r2 -> r3 -> r2",
        ),
    ]
}

fn rules() -> Vec<Case> {
    vec![
        case(
            "Type",
            RULES,
            r#"["killed", "casualties"]"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 1: rules[0]: expected a rule, found a list",
        ),
        case(
            "Empty",
            RULES,
            r#"{}"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 1: rules[0]: a rule is empty",
        ),
        case(
            "Forms",
            RULES,
            r#"{"at_most": ["killed", "casualties"], "implies": {}}"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 1: rules[0]: a rule has one form, this has 2",
        ),
        case(
            "UnknownName",
            RULES,
            r#"{"atmost": ["killed", "casualties"]}"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 2: rules[0]: unknown rule `atmost`, did you mean `at_most`?",
        ),
        case(
            "UnknownName",
            RULES,
            r#"{"equals": ["killed", "casualties"]}"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 2: rules[0]: unknown rule `equals`",
        ),
        case(
            "Type",
            RULES,
            r#"{"at_most": 5}"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 13: rules[0].at_most: expected a string or a list of strings, found a number",
        ),
        case(
            "TooFew",
            RULES,
            r#"{"at_most": "killed"}"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 1: rules[0]: at_most needs at least 2 attributes",
        ),
        case(
            "TooFew",
            RULES,
            r#"{"sum": {"parts": [], "total": "casualties"}}"#,
            r#"{"sum": {"parts": "killed", "total": "casualties"}}"#,
            "line 6, column 1: rules[0]: sum needs at least 2 attributes",
        ),
        case(
            "Repeated",
            RULES,
            r#"{"at_most": ["killed", "killed"]}"#,
            r#"{"at_most": ["killed", "wounded"]}"#,
            "line 6, column 1: rules[0]: `killed` stands twice in one rule",
        ),
        case(
            "MixedScopes",
            RULES,
            r#"{"at_most": ["war/killed", "casualties"]}"#,
            r#"{"at_most": ["war/killed", "war/casualties"]}"#,
            "line 6, column 1: rules[0]: a rule takes plain attributes or `subject/attribute`, not both",
        ),
        case(
            "RuleKind",
            RULES,
            r#"{"at_most": ["killed", "begun-on"]}"#,
            r#"{"at_most": ["begun-on", "ended-on"]}"#,
            "line 6, column 1: rules[0]: at_most takes quantities alone, or dates alone, but `begun-on` is a date",
        ),
        case(
            "RuleKind",
            RULES,
            r#"{"sum": {"parts": ["killed", "present"], "total": "casualties"}}"#,
            r#"{"sum": {"parts": ["killed", "wounded"], "total": "casualties"}}"#,
            "line 6, column 1: rules[0]: sum takes quantities, but `present` is a truth",
        ),
        case(
            "RuleUnits",
            RULES,
            r#"{"at_most": ["killed", "shells"]}"#,
            r#"{"at_most": ["killed", "wounded"]}"#,
            "line 6, column 1: rules[0]: `killed` is counted in people and `shells` in shells: a rule cannot compare them",
        ),
        case(
            "UnknownId",
            RULES,
            r#"{"at_most": ["killed", "casualtys"]}"#,
            r#"{"at_most": ["killed", "casualties"]}"#,
            "line 6, column 1: rules[0]: unknown attribute `casualtys`, did you mean `casualties`?",
        ),
        case(
            "MissingField",
            RULES,
            r#"{"sum": {"parts": ["killed", "wounded"]}}"#,
            r#"{"sum": {"parts": ["killed", "wounded"], "total": "casualties"}}"#,
            "line 6, column 9: rules[0].sum: a sum lacks its `total`",
        ),
        case(
            "UnknownField",
            RULES,
            r#"{"implies": {"iff": ["killed", 1], "then": ["present", true]}}"#,
            r#"{"implies": {"if": ["killed", 1], "then": ["present", true]}}"#,
            "line 6, column 13: rules[0].implies: an implication lacks its `if`\nline 6, column 14: rules[0].implies.iff: unknown field `iff` of an implication, did you mean `if`?",
        ),
        case(
            "Type",
            RULES,
            r#"{"implies": {"if": "killed", "then": ["present", true]}}"#,
            r#"{"implies": {"if": ["killed", {"at_least": 1}], "then": ["present", true]}}"#,
            "line 6, column 20: rules[0].implies.if: expected a list of an attribute and a value, found a string",
        ),
        case(
            "Type",
            RULES,
            r#"{"implies": {"if": ["killed"], "then": ["present", true]}}"#,
            r#"{"implies": {"if": ["killed", 1], "then": ["present", true]}}"#,
            "line 6, column 20: rules[0].implies.if: expected a list of an attribute and a value, found a list of another length",
        ),
        case(
            "Type",
            RULES,
            r#"{"implies": {"if": ["killed", 1, 2], "then": ["present", true]}}"#,
            r#"{"implies": {"if": ["killed", {"between": [1, 2]}], "then": ["present", true]}}"#,
            "line 6, column 20: rules[0].implies.if: expected a list of an attribute and a value, found a list of another length",
        ),
        case(
            "Kind",
            RULES,
            r#"{"implies": {"if": ["killed", true], "then": ["present", true]}}"#,
            r#"{"implies": {"if": ["killed", 1], "then": ["present", true]}}"#,
            "line 6, column 31: rules[0].implies.if[1]: attribute `killed` takes a quantity, this is a truth",
        ),
        case(
            "Value(NearlyZero",
            RULES,
            r#"{"implies": {"if": ["killed", {"nearly": 0}], "then": ["present", true]}}"#,
            r#"{"implies": {"if": ["killed", {"nearly": 1}], "then": ["present", true]}}"#,
            "line 6, column 31: rules[0].implies.if[1]: `nearly` needs a number other than 0",
        ),
    ]
}

const PHRASE: &str = "{\"corroborate\": 1, \"attributes\": [
{\"id\": \"killed\", \"kind\": \"quantity\", \"phrase\": @}],
\"claims\": [{\"id\": \"c\", \"statement\": \"S\", \"subject\": \"x\", \"attribute\": \"killed\", \"value\": 1}, {\"id\": \"d\", \"statement\": \"S\", \"subject\": \"y\", \"attribute\": \"killed\", \"value\": 1}]}";
const PHRASE_OF: &str = "{\"corroborate\": 1, \"attributes\": [{\"id\": \"a\", \"kind\": @}]}";

fn phrases() -> Vec<Case> {
    vec![
        case(
            "PhrasePlace",
            PHRASE,
            r#""{valeu} of {subject} were killed""#,
            r#""{value} of {subject} were killed""#,
            "line 2, column 48: attributes[0].phrase: a phrase knows no `{valeu}`, did you mean `{value}`?",
        ),
        case(
            "PhrasePlace",
            PHRASE,
            r#"{"x": "{number} soldiers were killed", "y": "{number} {gender} were killed"}"#,
            r#"{"x": "{number} soldiers were killed"}"#,
            "line 2, column 92: attributes[0].phrase.y: a phrase knows no `{gender}`",
        ),
        case(
            "PhraseBrace",
            PHRASE,
            r#""{subject}: {value were killed""#,
            r#""{subject}: {value} were killed""#,
            "line 2, column 48: attributes[0].phrase: a brace in a phrase stands alone: placeholders are `{value}`, `{number}`, `{subject}` and `{when}`",
        ),
        case(
            "PhraseValue",
            PHRASE,
            r#""{subject} were killed""#,
            r#""{number} {subject} were killed {when}""#,
            "line 2, column 48: attributes[0].phrase: a phrase holds `{value}` or `{number}` exactly once",
        ),
        case(
            "PhraseSubject",
            PHRASE,
            r#""{value} were killed""#,
            r#"{"x": "{value} were killed", "y": "{value} of the others were killed"}"#,
            "line 2, column 48: attributes[0].phrase: the phrase holds no `{subject}`, but `killed` is said of several: `x`, `y`",
        ),
        case(
            "PhraseNumber",
            PHRASE_OF,
            r#""date", "phrase": "It was signed {number}""#,
            r#""date", "phrase": "It was signed {value}""#,
            "line 1, column 73: attributes[0].phrase: `{number}` is for quantities: a date is put in the place of `{value}`",
        ),
        case(
            "PhraseOfTruth",
            PHRASE_OF,
            r#""truth", "phrase": "It is {value}""#,
            r#""text", "phrase": "It is {value}""#,
            "line 1, column 74: attributes[0].phrase: a truth has no value to put into a phrase: its claims state it",
        ),
        case(
            "Type",
            PHRASE_OF,
            r#""text", "phrase": ["It is {value}"]"#,
            r#""text", "phrase": {}"#,
            "line 1, column 73: attributes[0].phrase: expected a phrase, or an object of phrases by subject, found a list",
        ),
        case(
            "DuplicateField",
            PHRASE_OF,
            r#""text", "phrase": {"x": "It is {value}", "x": "It was {value}"}"#,
            r#""text", "phrase": {"x": "It is {value}"}"#,
            "line 1, column 96: attributes[0].phrase.x: field `x` stands twice",
        ),
    ]
}
