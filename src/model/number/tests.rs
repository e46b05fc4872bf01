use super::*;

fn n(text: &str) -> Number {
    text.parse().unwrap()
}

#[test]
fn every_spelling_of_a_number_is_that_number() {
    for (text, printed) in [
        ("15000", "15000"),
        ("15,000", "15000"),
        ("15_000", "15000"),
        ("+15000", "15000"),
        ("-1,234,567.890", "-1234567.89"),
        ("1.5e4", "15000"),
        ("1.5E+4", "15000"),
        ("15000000e-3", "15000"),
        ("0", "0"),
        ("-0", "0"),
        ("-0.000", "0"),
        ("007", "7"),
        ("0.5", "0.5"),
        ("1e3", "1000"),
        ("1e17", "100000000000000000"),
        ("999999999999999999", "999999999999999999"),
        ("0.000000000001", "0.000000000001"),
        ("1e-12", "0.000000000001"),
        ("1.000000000000000000000", "1"),
        ("0e400", "0"),
        ("0.00000000000000000000000000000000e-999999999999999999999999", "0"),
        ("1234567890123456.78", "1234567890123456.78"),
        ("000000000000000000000000000000000000000000000000000000000001", "1"),
        ("100000000000000000000000000000e-20", "1000000000"),
    ] {
        let number = n(text);
        assert_eq!(number.to_string(), printed, "{text}");
        assert_eq!(n(printed), number, "{text}");
    }
}

#[test]
fn every_refusal_says_why() {
    for (text, message) in [
        ("", "a number is missing"),
        ("NaN", "`NaN` is not finite"),
        ("-inf", "`-inf` is not finite"),
        ("Infinity", "`Infinity` is not finite"),
        ("many", "`many` is not a number"),
        (" 5", "` 5` is not a number"),
        ("5.", "`5.` is not a number"),
        (".5", "`.5` is not a number"),
        ("--5", "`--5` is not a number"),
        ("+-5", "`+-5` is not a number"),
        ("1e", "`1e` is not a number"),
        ("1e+-5", "`1e+-5` is not a number"),
        ("1e5e5", "`1e5e5` is not a number"),
        ("e5", "`e5` is not a number"),
        ("1.2.3", "`1.2.3` is not a number"),
        ("1.234,5", "`1.234,5` is not a number"),
        ("0x10", "`0x10` is not a number"),
        ("١٢", "`١٢` is not a number"),
        ("12\n13", "`12\u{fffd}13` is not a number"),
        ("15,00", "`15,00` is not grouped in thousands"),
        ("1,5", "`1,5` is not grouped in thousands"),
        ("1500,000", "`1500,000` is not grouped in thousands"),
        ("1,,000", "`1,,000` is not grouped in thousands"),
        ("1,000,", "`1,000,` is not grouped in thousands"),
        ("1,000_000", "`1,000_000` is not grouped in thousands"),
        ("0,500", "`0,500` is not grouped in thousands"),
        ("1000000000000000000", "`1000000000000000000` is too large: numbers are below 10^18"),
        ("1e400", "`1e400` is too large: numbers are below 10^18"),
        ("-1e99999999999999999999", "`-1e99999999999999999999` is too large: numbers are below 10^18"),
        ("1e-13", "`1e-13` has more than 12 decimals"),
        ("1e-99999999999999999999", "`1e-99999999999999999999` has more than 12 decimals"),
        ("1234567890.123456789", "`1234567890.123456789` has more than 18 significant digits"),
    ] {
        assert_eq!(text.parse::<Number>().unwrap_err().to_string(), message, "{text}");
    }
    let long = "9".repeat(1_000_000).parse::<Number>().unwrap_err().to_string();
    assert!(long.len() < 200, "a message quotes no more than a line");
}

#[test]
fn printing_never_rounds() {
    assert_eq!(format!("{:.1}", n("0.25")), "0.25");
}

#[test]
fn equal_numbers_are_equal_keys() {
    use std::collections::BTreeSet;
    let keys: BTreeSet<Number> = ["1.50", "1.5", "15e-1"].map(n).into();
    assert_eq!(keys.len(), 1);
    assert_eq!(-n("0"), Number::ZERO);
    assert_eq!((-n("0")).to_string(), "0");
    assert!(n("-2") < n("-1.5") && n("-1.5") < n("0.1") && n("0.1") < n("0.11"));
}

#[test]
fn arithmetic_is_exact_or_refused() {
    assert_eq!(n("0.1").checked_add(n("0.2")), Some(n("0.3")));
    assert_eq!(n("-5").checked_add(n("5")), Some(Number::ZERO));
    assert_eq!(n("2.5").checked_mul(n("0.4")), Some(n("1")));
    // Both have more digits than fit: a decimal of 96 bits would round them in silence.
    assert_eq!(n("999999999999999999").checked_mul(n("999999999999999999")), None);
    assert_eq!(n("999999999999999999").checked_add(n("0.000000000001")), None);
    assert_eq!(n("0.000000000001").checked_mul(n("0.000000000001")), Number::from_parts(1, 24));
    let tiny = Number::from_parts(1, 24).unwrap();
    assert_eq!(tiny.checked_mul(tiny), None);
    assert_eq!(Number::from(i64::MIN).to_string(), "-9223372036854775808");
}

#[test]
fn stretching_is_exact_at_the_limits() {
    let longest = Number::from_parts(99_999_999_999_999_999_999_999, 23).unwrap();
    let tolerance = n("0.9999");
    let (low, high) = longest.stretch(tolerance);
    assert_eq!(Some(low), Number::from_parts(99_999_999_999_999_999_999_999, 27));
    assert_eq!(Some(high), Number::from_parts(99_999_999_999_999_999_999_999 * 19_999, 27));
    // `nearly` stretches an end that a tenth has made one digit longer.
    let (low, high) = longest.stretch(Number::TENTH);
    assert!(low.stretch(tolerance).0 < low && high.stretch(tolerance).1 > high);
    let low_of_negative = (-longest).stretch(Number::TENTH).0;
    assert!(low_of_negative.stretch(tolerance).0 < low_of_negative);
}

#[test]
fn what_is_no_tolerance_stretches_nothing() {
    for none in ["-0.1", "1", "2", "0.00001"] {
        assert!(!n(none).is_tolerance(), "{none}");
        assert_eq!(n("100").stretch(n(none)), (n("100"), n("100")), "{none}");
    }
    for some in ["0", "0.0001", "0.9999"] {
        assert!(n(some).is_tolerance(), "{some}");
    }
    let too_long = Number::from_parts(10_i128.pow(27) + 1, 0).unwrap();
    assert_eq!(too_long.stretch(Number::ZERO), (too_long, too_long));
    assert_eq!(too_long.stretch(n("0.9999")), (too_long, too_long));
}

#[test]
fn json_carries_numbers_exactly() {
    for (json, number, written) in [
        ("15000", "15000", "15000"),
        ("-3", "-3", "-3"),
        ("999999999999999999", "999999999999999999", "999999999999999999"),
        ("1e3", "1000", "1000"),
        ("0.1", "0.1", "0.1"),
        ("-2.50", "-2.5", "-2.5"),
        ("\"15,000\"", "15000", "15000"),
        ("\"0.1234567890123456\"", "", "\"0.1234567890123456\""),
        ("\"123456.123456789012\"", "123456.123456789012", "\"123456.123456789012\""),
        ("0.000000000001", "0.000000000001", "1e-12"),
    ] {
        match serde_json::from_str::<Number>(json) {
            Ok(read) => {
                assert_eq!(read, n(number), "{json}");
                assert_eq!(serde_json::to_string(&read).unwrap(), written, "{json}");
                assert_eq!(serde_json::from_str::<Number>(written).unwrap(), read, "{json}");
            }
            Err(error) => assert!(number.is_empty() && error.to_string().contains("12 decimals"), "{json}: {error}"),
        }
    }
    for (json, message) in [
        ("1000000000000000000", "`1000000000000000000` is too large: numbers are below 10^18"),
        ("-9223372036854775808", "`-9223372036854775808` is too large: numbers are below 10^18"),
        ("1e300", "is too large: numbers are below 10^18"),
        ("1234567.891234567", "`1234567.891234567` has more than 15 significant digits: write it as a string"),
        ("true", "invalid type: boolean `true`, expected a number"),
        ("\"x\"", "`x` is not a number"),
    ] {
        let error = serde_json::from_str::<Number>(json).unwrap_err().to_string();
        assert!(error.contains(message), "{json}: {error}");
    }
}

#[test]
fn numbers_of_different_lengths_lie_as_decimals_do() {
    let texts =
        ["0", "7", "-7", "7.5", "-7.5", "7.49999", "7.500000000001", "1e17", "-1e17", "999999999999999999", "0.1"];
    let mut numbers: Vec<Number> = texts.into_iter().map(n).collect();
    // Conversion makes numbers longer than any that is read.
    let long = n("123456789012345678").checked_mul(n("0.000000012345")).unwrap();
    numbers.extend([long, -long, long.checked_add(n("0.5")).unwrap()]);
    for a in &numbers {
        for b in &numbers {
            assert_eq!(a.cmp(b), a.0.cmp(&b.0), "{a} and {b}");
        }
    }
}
