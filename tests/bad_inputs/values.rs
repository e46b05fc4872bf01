//! Values that cannot be read or mean nothing.

use super::{Case, case};

const VALUE: &str = "{\"corroborate\": 1,
\"attributes\": [{\"id\": \"killed\", \"kind\": \"quantity\"}],
\"claims\": [{\"id\": \"c\", \"statement\": \"S\", \"subject\": \"x\", \"attribute\": \"killed\", \"value\":\n@}]}";
const DATE: &str = "{\"corroborate\": 1,
\"attributes\": [{\"id\": \"signed-on\", \"kind\": \"date\"}],
\"claims\": [{\"id\": \"c\", \"statement\": \"S\", \"subject\": \"x\", \"attribute\": \"signed-on\", \"value\":\n@}]}";
const TEXT: &str = "{\"corroborate\": 1,
\"attributes\": [{\"id\": \"place\", \"kind\": \"text\"}],
\"claims\": [{\"id\": \"c\", \"statement\": \"S\", \"subject\": \"x\", \"attribute\": \"place\", \"value\":\n@}]}";

pub(super) fn cases() -> Vec<Case> {
    [shapes(), numbers(), dates()].into_iter().flatten().collect()
}

fn shapes() -> Vec<Case> {
    vec![
        case(
            "Type",
            VALUE,
            r#"null"#,
            r#"0"#,
            "line 4, column 1: claims[0].value: expected a number, true, false, or a form such as `{\"date\": \"2024-06\"}`, found null",
        ),
        case(
            "Type",
            VALUE,
            r#"[1]"#,
            r#"1"#,
            "line 4, column 1: claims[0].value: expected a number, true, false, or a form such as `{\"date\": \"2024-06\"}`, found a list",
        ),
        case("Empty", VALUE, r#"{}"#, r#"{"exactly": 1}"#, "line 4, column 1: claims[0].value: a value is empty"),
        case(
            "Forms",
            VALUE,
            r#"{"at_least": 1, "at_most": 2}"#,
            r#"{"between": [1, 2]}"#,
            "line 4, column 1: claims[0].value: a value has one form, this has 2",
        ),
        case(
            "Forms",
            VALUE,
            r#"{"about": 1, "about": 1}"#,
            r#"{"about": 1}"#,
            "line 4, column 1: claims[0].value: a value has one form, this has 2",
        ),
        case(
            "UnknownName",
            VALUE,
            r#"{"abuot": 5}"#,
            r#"{"about": 5}"#,
            "line 4, column 2: claims[0].value: unknown form of value `abuot`, did you mean `about`?",
        ),
        case(
            "UnknownName",
            VALUE,
            r#"{"roughly": 5}"#,
            r#"{"about": 5}"#,
            "line 4, column 2: claims[0].value: unknown form of value `roughly`",
        ),
        case(
            "Syntax",
            VALUE,
            r#"{"\ud800": 5}"#,
            r#"{"\u0061bout": 5}"#,
            "line 4, column 1: claims[0].value: this is not JSON: a string escapes half a character",
        ),
        case(
            "Type",
            VALUE,
            r#"{"about": [5]}"#,
            r#"{"about": 5}"#,
            "line 4, column 11: claims[0].value.about: expected a number, found a list",
        ),
        case(
            "Type",
            VALUE,
            r#"{"about": null}"#,
            r#"{"about": 5}"#,
            "line 4, column 11: claims[0].value.about: expected a number, found null",
        ),
        case(
            "Type",
            VALUE,
            r#"{"between": 5}"#,
            r#"{"between": [5, 5]}"#,
            "line 4, column 13: claims[0].value.between: expected a list of two numbers, found a number",
        ),
        case(
            "Type",
            VALUE,
            r#"{"between": [5]}"#,
            r#"{"between": [5, "5"]}"#,
            "line 4, column 13: claims[0].value.between: expected a list of two numbers, found a list of another length",
        ),
        case(
            "Type",
            VALUE,
            r#"{"between": [1, 2, 3]}"#,
            r#"{"between": [1, 3]}"#,
            "line 4, column 13: claims[0].value.between: expected a list of two numbers, found a list of another length",
        ),
        case(
            "Type",
            VALUE,
            r#"{"between": [1, true]}"#,
            r#"{"between": [1, 1e0]}"#,
            "line 4, column 17: claims[0].value.between[1]: expected a number, found true",
        ),
        case(
            "Type",
            DATE,
            r#"{"date": 2024}"#,
            r#"{"date": "2024"}"#,
            "line 4, column 10: claims[0].value.date: expected a string, found a number",
        ),
        case(
            "Type",
            TEXT,
            r#"{"text": ["Seoul"]}"#,
            r#"{"text": "Seoul"}"#,
            "line 4, column 10: claims[0].value.text: expected a string, found a list",
        ),
        case(
            "Type",
            TEXT,
            r#"{"one_of": ["Seoul", 5]}"#,
            r#"{"one_of": ["Seoul", "5"]}"#,
            "line 4, column 22: claims[0].value.one_of[1]: expected a string, found a number",
        ),
        case(
            "Type",
            TEXT,
            r#"{"one_of": 5}"#,
            r#"{"one_of": "5"}"#,
            "line 4, column 12: claims[0].value.one_of: expected a string or a list of strings, found a number",
        ),
        case(
            "Kind",
            VALUE,
            r#"true"#,
            r#"1"#,
            "line 4, column 1: claims[0].value: attribute `killed` takes a quantity, this is a truth",
        ),
        case(
            "Kind",
            DATE,
            r#"2024"#,
            r#"{"date": "2024"}"#,
            "line 4, column 1: claims[0].value: attribute `signed-on` takes a date, this is a quantity",
        ),
        case(
            "Kind",
            TEXT,
            r#"{"date": "2024"}"#,
            r#"{"text": "2024"}"#,
            "line 4, column 1: claims[0].value: attribute `place` takes a text, this is a date",
        ),
        case(
            "Value(Reversed",
            VALUE,
            r#"{"between": ["10,000", 3000]}"#,
            r#"{"between": [3000, "10,000"]}"#,
            "line 4, column 1: claims[0].value: `between` is reversed: `10000` is above `3000`",
        ),
        case(
            "Value(NearlyZero",
            VALUE,
            r#"{"nearly": 0.0}"#,
            r#"{"nearly": 0.1}"#,
            "line 4, column 1: claims[0].value: `nearly` needs a number other than 0",
        ),
        case(
            "Value(NoText",
            TEXT,
            r#"{"one_of": []}"#,
            r#"{"one_of": ["Seoul"]}"#,
            "line 4, column 1: claims[0].value: `one_of` needs at least one text",
        ),
        case(
            "Value(BlankText",
            TEXT,
            r#"{"text": " \t"}"#,
            r#"{"text": " . "}"#,
            "line 4, column 1: claims[0].value: a text is empty",
        ),
        case(
            "TooPrecise",
            VALUE,
            r#""123456789.123456789", "unit": "square miles""#,
            r#""123456789.123456789", "unit": "people""#,
            "line 4, column 1: claims[0].value: this number has too many digits to be converted exactly from `square miles`: round it",
        ),
    ]
}

fn numbers() -> Vec<Case> {
    vec![
        case("Number(Empty", VALUE, r#""""#, r#""0""#, "line 4, column 1: claims[0].value: a number is missing"),
        case("Number(NotFinite", VALUE, r#""NaN""#, r#"-0"#, "line 4, column 1: claims[0].value: `NaN` is not finite"),
        case(
            "Number(NotFinite",
            VALUE,
            r#"{"at_least": "-inf"}"#,
            r#"{"at_least": -1}"#,
            "line 4, column 14: claims[0].value.at_least: `-inf` is not finite",
        ),
        case(
            "BareString",
            TEXT,
            r#""Seoul""#,
            r#"{"text": "Seoul"}"#,
            "line 4, column 1: claims[0].value: `Seoul` is not a number: a text is written `{\"text\": …}`, a date `{\"date\": …}`",
        ),
        case(
            "BareString",
            DATE,
            r#""2024-06-18""#,
            r#"{"date": "2024-06-18"}"#,
            "line 4, column 1: claims[0].value: `2024-06-18` is not a number: a text is written `{\"text\": …}`, a date `{\"date\": …}`",
        ),
        case(
            "BareString",
            VALUE,
            r#""15 000""#,
            r#""15_000""#,
            "line 4, column 1: claims[0].value: `15 000` is not a number: a text is written `{\"text\": …}`, a date `{\"date\": …}`",
        ),
        case(
            "Number(Malformed",
            VALUE,
            r#"{"about": "many"}"#,
            r#"{"about": "7"}"#,
            "line 4, column 11: claims[0].value.about: `many` is not a number",
        ),
        case(
            "Number(Grouping",
            VALUE,
            r#""15,00""#,
            r#""15,000""#,
            "line 4, column 1: claims[0].value: `15,00` is not grouped in thousands",
        ),
        case(
            "Number(TooLarge",
            VALUE,
            r#"1e400"#,
            r#"1e17"#,
            "line 4, column 1: claims[0].value: `1e400` is too large: numbers are below 10^18",
        ),
        case(
            "Number(TooLarge",
            VALUE,
            r#"{"about": 1e99999999999999999999}"#,
            r#"{"about": 0e99999999999999999999}"#,
            "line 4, column 11: claims[0].value.about: `1e99999999999999999999` is too large: numbers are below 10^18",
        ),
        case(
            "Number(TooManyDecimals",
            VALUE,
            r#"1e-400"#,
            r#"1e-12"#,
            "line 4, column 1: claims[0].value: `1e-400` has more than 12 decimals",
        ),
        case(
            "Number(TooManyDigits",
            VALUE,
            r#"{"more_than": 1234567890.123456789}"#,
            r#"{"more_than": 123456789.123456789}"#,
            "line 4, column 15: claims[0].value.more_than: `1234567890.123456789` has more than 18 significant digits",
        ),
    ]
}

fn dates() -> Vec<Case> {
    vec![
        case(
            "Edtf(Empty",
            DATE,
            r#"{"date": ""}"#,
            r#"{"date": "../2025"}"#,
            "line 4, column 10: claims[0].value.date: a date is missing",
        ),
        case(
            "Edtf(Impossible",
            DATE,
            r#"{"date": "2024-02-30"}"#,
            r#"{"date": "2024-02-29"}"#,
            "line 4, column 10: claims[0].value.date: `2024-02-30` names a day or month that does not exist",
        ),
        case(
            "Edtf(Impossible",
            DATE,
            r#"{"date": "2024-13"}"#,
            r#"{"date": "2024-12"}"#,
            "line 4, column 10: claims[0].value.date: `2024-13` names a day or month that does not exist",
        ),
        case(
            "Edtf(Reversed",
            DATE,
            r#"{"date": "2024-06-20/2024-06-18"}"#,
            r#"{"date": "2024-06-18/2024-06-20"}"#,
            "line 4, column 10: claims[0].value.date: `2024-06-20/2024-06-18` ends before it begins",
        ),
        case(
            "Edtf(NeedsYear",
            DATE,
            r#"{"date": "XXXX-06"}"#,
            r#"{"date": "20XX-06"}"#,
            "line 4, column 10: claims[0].value.date: `XXXX-06` needs a year",
        ),
        case(
            "Edtf(YearOutOfRange",
            DATE,
            r#"{"date": "Y12024"}"#,
            r#"{"date": "9999"}"#,
            "line 4, column 10: claims[0].value.date: `Y12024` is outside the years -9999 to 9999",
        ),
        case(
            "Edtf(TooScattered",
            DATE,
            r#"{"date": "1XXX-XX-01"}"#,
            r#"{"date": "1XXX"}"#,
            "line 4, column 10: claims[0].value.date: `1XXX-XX-01` means too many separate days",
        ),
        case(
            "Edtf(Malformed",
            DATE,
            r#"{"date": "18.06.2024"}"#,
            r#"{"date": "2024-06-18"}"#,
            "line 4, column 10: claims[0].value.date: `18.06.2024` is not an EDTF date: year must have exactly four digits (or X), at byte 2",
        ),
    ]
}
