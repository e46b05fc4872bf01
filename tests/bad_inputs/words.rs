//! Claims and attributions that cannot be read by themselves.

use super::{Case, case};

const CLAIM: &str = "{\"corroborate\": 1, \"attributes\": [{\"id\": \"done\", \"kind\": \"truth\"}], \"claims\": [{\"id\": \"c\",\n@}]}";
const WORD: &str = "{\"corroborate\": 1, \"sources\": [{\"id\": \"s\", \"name\": \"S\"}, {\"id\": \"t\", \"name\": \"T\"}],
 \"attributes\": [{\"id\": \"done\", \"kind\": \"truth\"}],
 \"claims\": [{\"id\": \"c\", \"statement\": \"It is done\", \"subject\": \"x\", \"attribute\": \"done\", \"value\": true}],
 \"attributions\": [{\"id\": \"r\", \"source\": \"s\",\n@}]}";

pub(super) fn cases() -> Vec<Case> {
    [claims(), words()].into_iter().flatten().collect()
}

fn claims() -> Vec<Case> {
    vec![
        case(
            "MissingField",
            CLAIM,
            r#""statement": "S", "subject": "x", "attribute": "done""#,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true"#,
            "line 1, column 80: claims[0]: a claim lacks its `value`",
        ),
        case(
            "UnknownField",
            CLAIM,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true, "stance": "denies""#,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": false"#,
            "line 2, column 71: claims[0].stance: unknown field `stance` of a claim",
        ),
        case(
            "Type",
            CLAIM,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true, "unit": 5"#,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true, "unit": "5""#,
            "line 2, column 79: claims[0].unit: expected a string, found a number",
        ),
        case(
            "Edtf(Malformed",
            CLAIM,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true, "when": "June 2024""#,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true, "when": "2024-06""#,
            "line 2, column 79: claims[0].when: `June 2024` is not an EDTF date: whitespace is not allowed, at byte 4",
        ),
        case(
            "DuplicateId",
            CLAIM,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true},
{"id": "c", "statement": "S", "subject": "x", "attribute": "done", "value": false"#,
            r#""statement": "S", "subject": "x", "attribute": "done", "value": true},
{"id": "c", "statement": "S", "subject": "x", "attribute": "done", "value": true"#,
            "line 3, column 8: claims[1].id: claim `c` stands twice with different content",
        ),
    ]
}

fn words() -> Vec<Case> {
    vec![
        case(
            "MissingField",
            WORD,
            r#""stance": "denies""#,
            r#""stance": "denies", "claim": "c""#,
            "line 4, column 19: attributions[0]: an attribution that neither retracts nor disowns lacks its `claim`",
        ),
        case(
            "UnknownField",
            WORD,
            r#""clam": "c""#,
            r#""claim": "c""#,
            "line 5, column 1: attributions[0].clam: unknown field `clam` of an attribution, did you mean `claim`?",
        ),
        case(
            "UnknownName",
            WORD,
            r#""claim": "c", "stance": "deny""#,
            r#""claim": "c", "stance": "denies""#,
            "line 5, column 25: attributions[0].stance: unknown stance `deny`",
        ),
        case(
            "UnknownName",
            WORD,
            r#""claim": "c", "certainty": "certain""#,
            r#""claim": "c", "certainty": "stated""#,
            "line 5, column 28: attributions[0].certainty: unknown certainty `certain`",
        ),
        case(
            "UnknownName",
            WORD,
            r#""claim": "c", "basis": "firsthand""#,
            r#""claim": "c", "basis": "first-hand""#,
            "line 5, column 24: attributions[0].basis: unknown basis `firsthand`, did you mean `first-hand`?",
        ),
        case(
            "Type",
            WORD,
            r#""claim": ["c"]"#,
            r#""claim": "c""#,
            "line 5, column 10: attributions[0].claim: expected a string, found a list",
        ),
        case(
            "Type",
            WORD,
            r#""claim": "c", "against_interest": 0"#,
            r#""claim": "c", "against_interest": false"#,
            "line 5, column 35: attributions[0].against_interest: expected true or false, found a number",
        ),
        case(
            "Type",
            WORD,
            r#""claim": "c", "cites": {"t": 1}"#,
            r#""claim": "c", "cites": "t""#,
            "line 5, column 24: attributions[0].cites: expected a source, or a list of chains of sources, found an object",
        ),
        case(
            "Type",
            WORD,
            r#""claim": "c", "cites": [["t", 5]]"#,
            r#""claim": "c", "cites": [["t"]]"#,
            "line 5, column 31: attributions[0].cites[0][1]: expected a string, found a number",
        ),
        case(
            "Type",
            WORD,
            r#""claim": "c", "cites": [[["t"]]]"#,
            r#""claim": "c", "cites": ["t", ["t"]]"#,
            "line 5, column 26: attributions[0].cites[0][0]: expected a string, found a list",
        ),
        case(
            "Empty",
            WORD,
            r#""claim": "c", "cites": ["t", []]"#,
            r#""claim": "c", "cites": []"#,
            "line 5, column 30: attributions[0].cites[1]: a chain of cited sources is empty",
        ),
        case(
            "Type",
            WORD,
            r#""claim": "c", "published": 2024"#,
            r#""claim": "c", "published": "2024-01""#,
            "line 5, column 28: attributions[0].published: expected a string, found a number",
        ),
        case(
            "Moment(Form",
            WORD,
            r#""claim": "c", "published": "18 October 2024""#,
            r#""claim": "c", "published": "2024-10-18""#,
            "line 5, column 28: attributions[0].published: `18 October 2024` is not a moment, a day or a month: expected `2024-10-18T09:30:00Z`, `2024-10-18` or `2024-10`",
        ),
        case(
            "Moment(Form",
            WORD,
            r#""claim": "c", "published": "2024""#,
            r#""claim": "c", "published": "2024-10""#,
            "line 5, column 28: attributions[0].published: `2024` is not a moment, a day or a month: expected `2024-10-18T09:30:00Z`, `2024-10-18` or `2024-10`",
        ),
        case(
            "Moment(NoSuchDay",
            WORD,
            r#""claim": "c", "published": "2023-02-29""#,
            r#""claim": "c", "published": "2024-02-29""#,
            "line 5, column 28: attributions[0].published: there is no such day as `2023-02-29`",
        ),
        case(
            "Moment(NoZone",
            WORD,
            r#""claim": "c", "published": "2024-10-18T09:30:00""#,
            r#""claim": "c", "published": "2024-10-18T09:30:00+09:00""#,
            "line 5, column 28: attributions[0].published: `2024-10-18T09:30:00` names a time of day without its zone: add `Z` or an offset such as `+09:00`",
        ),
        case(
            "Url",
            WORD,
            r#""claim": "c", "url": """#,
            r#""claim": "c", "url": "urn:isbn:0""#,
            "line 5, column 22: attributions[0].url: `` is not an address: relative URL without a base",
        ),
        case(
            "DuplicateId",
            WORD,
            r#""claim": "c"}, {"id": "r", "source": "t", "claim": "c""#,
            r#""claim": "c"}, {"id": "r", "source": "s", "claim": "c", "certainty": "stated""#,
            "line 5, column 23: attributions[1].id: attribution `r` stands twice with different content",
        ),
        case(
            "StanceWithoutWord",
            WORD,
            r#""claim": "c"}, {"id": "r2", "source": "s", "retracts": "r", "stance": "denies""#,
            r#""claim": "c"}, {"id": "r2", "source": "s", "retracts": "r""#,
            "line 5, column 71: attributions[1].stance: an attribution that retracts says nothing of its claim: leave out `stance`",
        ),
        case(
            "StanceWithoutWord",
            WORD,
            r#""claim": "c"}, {"id": "r2", "source": "t", "disowns": "r", "stance": "denies""#,
            r#""claim": "c"}, {"id": "r2", "source": "t", "disowns": "r", "claim": "c""#,
            "line 5, column 70: attributions[1].stance: an attribution that disowns says nothing of its claim: leave out `stance`",
        ),
        case(
            "CorrectionWithoutWord",
            WORD,
            r#""claim": "c"}, {"id": "r2", "source": "s", "retracts": "r", "corrects": "r""#,
            r#""claim": "c"}, {"id": "r2", "source": "s", "claim": "c", "corrects": "r""#,
            "line 5, column 73: attributions[1].corrects: an attribution that retracts puts nothing in the place of an earlier word: it cannot correct one",
        ),
    ]
}
