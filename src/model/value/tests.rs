use super::*;

#[track_caller]
fn read(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn n(text: &str) -> Number {
    text.parse().unwrap()
}

fn extent(json: &str) -> Extent {
    read(json).extent(None, &Tolerance::default()).unwrap()
}

#[test]
fn every_form_is_read_and_written_back() {
    use Quantity::*;
    for (json, value, written) in [
        ("15000", Exactly(n("15000")).into(), "15000"),
        (r#""15,000""#, Exactly(n("15000")).into(), "15000"),
        ("2.5", Exactly(n("2.5")).into(), "2.5"),
        (r#"{"exactly":7}"#, Exactly(n("7")).into(), "7"),
        (r#"{"about":2000}"#, About(n("2000")).into(), r#"{"about":2000}"#),
        (r#"{"nearly":-3}"#, Nearly(n("-3")).into(), r#"{"nearly":-3}"#),
        (r#"{"at_least":"1_000"}"#, AtLeast(n("1000")).into(), r#"{"at_least":1000}"#),
        (r#"{"at_most":1e3}"#, AtMost(n("1000")).into(), r#"{"at_most":1000}"#),
        (r#"{"more_than":0}"#, MoreThan(n("0")).into(), r#"{"more_than":0}"#),
        (r#"{"fewer_than":0.5}"#, FewerThan(n("0.5")).into(), r#"{"fewer_than":0.5}"#),
        (r#"{"between":[1,2]}"#, Between(n("1"), n("2")).into(), r#"{"between":[1,2]}"#),
        (r#"{"date":"2024-06~"}"#, Edtf::parse("2024-06~").unwrap().into(), r#"{"date":"2024-06~"}"#),
        (r#"{"text":"Seoul"}"#, Value::Text(vec!["Seoul".into()]), r#"{"text":"Seoul"}"#),
        (r#"{"one_of":"Seoul"}"#, Value::Text(vec!["Seoul".into()]), r#"{"text":"Seoul"}"#),
        (r#"{"one_of":["a","b"]}"#, Value::Text(vec!["a".into(), "b".into()]), r#"{"one_of":["a","b"]}"#),
        ("true", true.into(), "true"),
        ("false", false.into(), "false"),
    ] {
        assert_eq!(read(json), value, "{json}");
        assert_eq!(serde_json::to_string(&value).unwrap(), written, "{json}");
        assert_eq!(read(written), value, "{json}");
    }
}

#[test]
fn every_other_form_is_refused() {
    for (json, message) in [
        ("null", "expected a number, true, false, or a form such as {\"date\": \"2024-06\"}"),
        ("[1]", "expected a number, true, false, or a form such as"),
        ("{}", "a value is missing"),
        (r#""Seoul""#, "`Seoul` is not a number"),
        (r#"{"atleast":1}"#, "unknown field `atleast`, expected one of `date`, `text`"),
        (r#"{"at_least":1,"at_most":2}"#, "a value has one form, and this has several"),
        (r#"{"between":[1]}"#, "invalid length 1, expected two numbers"),
        (r#"{"between":[1,2,3]}"#, "invalid length 3, expected two numbers"),
        (r#"{"between":5}"#, "invalid type: integer `5`"),
        (r#"{"date":"2024-02-30"}"#, "`2024-02-30` names a day or month that does not exist"),
        (r#"{"date":2024}"#, "expected a string"),
        (r#"{"text":["a"]}"#, "expected a string"),
        (r#"{"one_of":[1]}"#, "expected a text or a list of texts"),
        (r#"{"about":true}"#, "expected a number"),
    ] {
        let error = serde_json::from_str::<Value>(json).unwrap_err().to_string();
        assert!(error.contains(message), "{json}: {error}");
    }
    let error = serde_json::from_str::<Quantity>(r#"{"date":"2024"}"#).unwrap_err().to_string();
    assert!(error.contains("unknown field `date`, expected one of `exactly`"), "{error}");
}

#[test]
fn a_value_that_means_nothing_is_refused() {
    for (json, message) in [
        (r#"{"one_of":[]}"#, "`one_of` needs at least one text"),
        (r#"{"text":" \t"}"#, "a text is empty"),
        (r#"{"one_of":["a",""]}"#, "a text is empty"),
        (r#"{"between":[2,1]}"#, "`between` is reversed: `2` is above `1`"),
        (r#"{"nearly":0}"#, "`nearly` needs a number other than 0"),
    ] {
        assert_eq!(read(json).check().unwrap_err().to_string(), message, "{json}");
    }
    for json in [r#"{"text":"a"}"#, r#"{"date":"2024"}"#, "true", "0"] {
        assert_eq!(read(json).check(), Ok(()), "{json}");
    }
}

#[test]
fn values_have_kinds_and_kinds_have_names() {
    for (json, kind, name) in [
        ("1", ValueKind::Quantity, "quantity"),
        (r#"{"date":"2024"}"#, ValueKind::Date, "date"),
        (r#"{"text":"a"}"#, ValueKind::Text, "text"),
        ("true", ValueKind::Truth, "truth"),
    ] {
        assert_eq!(read(json).kind(), kind);
        assert_eq!(kind.to_string(), name);
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{name}\""));
    }
}

#[test]
fn support_and_opposition_follow_the_reports() {
    for (a, b, a_supports_b, b_supports_a, opposed) in [
        ("10000", r#"{"at_least":3000}"#, true, false, false),
        ("10000", r#"{"fewer_than":15000}"#, true, false, false),
        ("11000", r#"{"at_least":10000}"#, true, false, false),
        ("10000", "10050", true, true, false),
        ("10000", "10150", false, false, false),
        ("10000", "12000", false, false, true),
        (r#"{"about":10000}"#, "10900", false, true, false),
        ("10900", r#"{"about":10000}"#, true, false, false),
        (r#"{"about":10000}"#, r#"{"about":12000}"#, false, false, false),
        (r#"{"about":10000}"#, r#"{"about":13000}"#, false, false, true),
        (r#"{"nearly":100}"#, "95", false, true, false),
        (r#"{"date":"2024-06-18"}"#, r#"{"date":"2024-06"}"#, true, false, false),
        (r#"{"date":"2024-06"}"#, r#"{"date":"2024-07"}"#, false, false, true),
        (r#"{"date":"2024-06~"}"#, r#"{"date":"2024-07"}"#, false, true, false),
        (r#"{"date":"../2025-08"}"#, r#"{"date":"2025-09/.."}"#, false, false, true),
        (r#"{"date":"[2024-10,2024-11]"}"#, r#"{"date":"2024-10-01/2024-11-30"}"#, true, true, false),
        (r#"{"text":"Kim Jong Un"}"#, r#"{"text":"KIM  jong un"}"#, true, true, false),
        (r#"{"text":"a"}"#, r#"{"one_of":["a","b"]}"#, true, false, false),
        (r#"{"text":"a"}"#, r#"{"text":"b"}"#, false, false, true),
        ("true", "true", true, true, false),
        ("true", "false", false, false, true),
        ("true", "1", false, false, false),
    ] {
        let (x, y) = (extent(a), extent(b));
        assert_eq!(supports(&x, &y), a_supports_b, "{a} supports {b}");
        assert_eq!(supports(&y, &x), b_supports_a, "{b} supports {a}");
        assert_eq!(opposes(&x, &y), opposed, "{a} opposes {b}");
        assert_eq!(opposes(&y, &x), opposed, "{b} opposes {a}");
    }
}

#[test]
fn a_denial_opposes_what_lies_inside_what_was_denied() {
    let denied = extent("15000").wide.complement();
    assert!(!extent("10000").core.is_disjoint(&denied));
    let denied = extent(r#"{"at_least":1}"#).wide.complement();
    for opposed in ["1", "10000", r#"{"at_least":1}"#] {
        assert!(extent(opposed).core.is_disjoint(&denied), "{opposed}");
    }
    assert!(denied.is_subset(&extent(r#"{"fewer_than":1}"#).wide));
}

#[test]
fn what_cannot_be_converted_exactly_has_no_extent() {
    let value = read(r#""123456789.123456789""#);
    assert!(value.extent(None, &Tolerance::default()).is_some());
    assert!(value.extent(Some(&Unit::new("square miles")), &Tolerance::default()).is_none());
}

#[test]
fn a_tolerance_is_read_with_its_defaults() {
    let tolerance: Tolerance = serde_json::from_str(r#"{"about":0.2}"#).unwrap();
    assert_eq!((tolerance.about, tolerance.otherwise), (n("0.2"), n("0.01")));
    assert!(Tolerance::is_legal(n("0")) && Tolerance::is_legal(n("0.9999")));
    assert!(!Tolerance::is_legal(n("1")) && !Tolerance::is_legal(n("-0.1")) && !Tolerance::is_legal(n("0.00001")));
}
