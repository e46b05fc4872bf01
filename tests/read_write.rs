//! What is written is read back equal, and nothing that is read can make the reader panic.
#![cfg(feature = "json")]

use corroborate::{
    Attribute, Attribution, Basis, Certainty, Claim, Dossier, Edtf, Number, OverTime, Party, Policy, Quantity,
    Reliability, Rule, Scope, Source, SourceKind, Stance, Term, Tolerance, Value, ValueKind, Weights,
};
use proptest::prelude::*;

/// A dossier that uses every field, every form and every shape of the file format.
const FULL: &str = include_str!("read_write/full.json");

fn full() -> Dossier {
    Dossier::from_json_str(FULL).unwrap()
}

#[test]
fn what_is_read_is_what_stands_there() {
    let dossier = full();
    assert_eq!(dossier.title(), "A treaty, “in full”\u{1f58b}");
    let kcna = dossier.source(&"kcna".into()).unwrap();
    assert_eq!(kcna.kind, SourceKind::StateMedia);
    assert_eq!(kcna.reliability, Reliability::D);
    assert_eq!(kcna.party, Party::Yes);
    assert_eq!(kcna.speaks_for, Some("dprk".into()));
    let duma = dossier.source(&"duma".into()).unwrap();
    assert_eq!(duma.authority_on, [Scope::new("signed-on"), Scope::new("treaty/ratified")]);
    assert_eq!(dossier.source(&"dprk".into()).unwrap().party, Party::On(vec!["killed".into()]));
    let killed = dossier.attribute(&"killed".into()).unwrap();
    assert_eq!((killed.kind, killed.over_time), (ValueKind::Quantity, OverTime::Cumulative));
    assert_eq!(killed.closes, Some("2025-12-31".parse().unwrap()));
    let value = |id: &str| dossier.claim(&id.into()).unwrap().value.clone();
    assert_eq!(value("killed-15000"), Value::Quantity(Quantity::Exactly(Number::from(15_000))));
    let between = Quantity::Between("0.1".parse().unwrap(), "123456789.123456789".parse().unwrap());
    assert_eq!(value("killed-between"), Value::Quantity(between));
    assert_eq!(value("place"), Value::Text(vec!["Pyongyang".into(), "Moscow".into()]));
    let word = dossier.attribution(&"r1".into()).unwrap();
    assert_eq!(word.cites, [vec!["duma".into()], vec!["lee".into(), "nis".into()]]);
    assert_eq!(
        (word.stance, word.certainty, word.basis),
        (Some(Stance::Denies), Certainty::Possible, Basis::FirstHand)
    );
    assert_eq!(dossier.attribution(&"r5".into()).unwrap().retracts, ["r4".into()]);
    let implies = Rule::Implies {
        condition: Term(Scope::new("killed"), Value::Quantity(Quantity::AtLeast(Number::from(1)))),
        consequence: Term(Scope::new("ratified"), Value::Truth(true)),
    };
    assert!(dossier.rules().contains(&implies));
}

#[test]
fn a_dossier_written_and_read_again_is_equal_and_written_the_same() {
    let dossier = full();
    let written = dossier.to_json();
    let again = Dossier::from_json(written.as_bytes()).unwrap();
    assert_eq!(again, dossier);
    assert_eq!(again.to_json(), written);
    assert_eq!(written, include_str!("read_write/full.written.json"));
}

#[test]
fn a_dossier_in_json_lines_is_the_same_dossier() {
    let dossier = full();
    let lines = dossier.to_jsonl();
    assert_eq!(Dossier::from_jsonl(lines.as_bytes()).unwrap(), dossier);
    assert_eq!(Dossier::from_jsonl(lines.as_bytes()).unwrap().to_json(), dossier.to_json());
    let entries = [dossier.sources().len(), dossier.attributes().len(), dossier.claims().len()];
    let entries = entries.iter().sum::<usize>() + dossier.attributions().len() + dossier.rules().len();
    assert_eq!(lines.lines().count(), 1 + entries);
    // In any order, the rules among themselves in theirs; with empty lines, and with a line break of two characters.
    let (header, rest) = lines.split_once('\n').unwrap();
    let (rules, others): (Vec<&str>, Vec<&str>) = rest.lines().partition(|line| line.starts_with("{\"rule\""));
    let turned: Vec<&str> = rules.into_iter().chain(others.into_iter().rev()).collect();
    let turned = format!("\r\n{header}\r\n\r\n{}", turned.join("\r\n \r\n"));
    assert_eq!(Dossier::from_jsonl(turned.as_bytes()).unwrap(), dossier);
}

#[test]
fn what_is_written_to_a_writer_is_what_is_written_to_memory_and_its_errors_are_handed_on() {
    let dossier = full();
    let (mut json, mut lines) = (Vec::new(), Vec::new());
    dossier.write_json(&mut json).unwrap();
    dossier.write_jsonl(&mut lines).unwrap();
    assert_eq!((json, lines), (dossier.to_json().into_bytes(), dossier.to_jsonl().into_bytes()));
    let mut short = [0; 100];
    assert_eq!(dossier.write_json(&mut short[..]).unwrap_err().kind(), std::io::ErrorKind::WriteZero);
    assert_eq!(dossier.write_jsonl(&mut short[..]).unwrap_err().kind(), std::io::ErrorKind::WriteZero);
}

#[test]
fn the_order_of_entries_and_fields_and_white_space_leave_no_trace() {
    let one = r#"{"corroborate":1,"sources":[{"id":"a","name":"A"},{"id":"b","name":"B","kind":"blog"},{"id":"a","name":"A"}]}"#;
    let other = "\r\n{ \"sources\" : [ { \"kind\" : \"blog\",\t\"name\" : \"\\u0042\" , \"id\" : \"b\" } , { \"id\":\"a\", \"name\":\"A\" } ] ,\n \"corroborate\" : 1 }\n";
    let [one, other] = [one, other].map(|json| Dossier::from_json_str(json).unwrap().to_json());
    assert_eq!(one, other);
}

#[test]
fn an_empty_dossier_needs_its_version_alone() {
    let empty = Dossier::from_json_str(r#"{"corroborate": 1}"#).unwrap();
    assert_eq!(empty, Dossier::builder("").build().unwrap());
    assert_eq!(empty.to_json(), "{\n\"corroborate\": 1\n}\n");
}

#[test]
fn what_serde_writes_the_reader_reads_and_what_the_reader_writes_serde_reads() {
    let dossier = full();
    let by_serde = serde_json::to_string(&dossier).unwrap();
    assert_eq!(Dossier::from_json_str(&by_serde).unwrap(), dossier);
    assert_eq!(serde_json::from_str::<Dossier>(&dossier.to_json()).unwrap(), dossier);
    for policy in [
        Policy::default(),
        Policy { independent_origins: 5, authority_suffices: false, anonymous_are_distinct: true, ..Policy::default() },
        Policy {
            outweighs: "2.5".parse().unwrap(),
            floors_apart: "1.1".parse().unwrap(),
            stale_after: Some(30),
            ..Policy::default()
        },
        Policy {
            weights: Weights { a: "0.99".parse().unwrap(), unverified: Number::ZERO, ..Weights::default() },
            ..Policy::default()
        },
        Policy {
            tolerance: Tolerance { about: "0.25".parse().unwrap(), otherwise: Number::ZERO },
            ..Policy::default()
        },
    ] {
        let by_serde = serde_json::to_string(&policy).unwrap();
        assert_eq!(Policy::from_json(by_serde.as_bytes()).unwrap(), policy, "{by_serde}");
    }
}

#[test]
fn an_empty_policy_is_the_default() {
    assert_eq!(Policy::from_json(b"{}").unwrap(), Policy::default());
}

fn number() -> impl Strategy<Value = Number> {
    (-999_999_999_999_999_999_i64..=999_999_999_999_999_999, 0..=12_usize).prop_map(|(units, decimals)| {
        let sign = if units < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", units.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        format!("{sign}{whole}{}{fraction}", if decimals > 0 { "." } else { "" }).parse().unwrap()
    })
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (number(), number(), 0..8_u8).prop_map(|(n, m, form)| match form {
        0 => Quantity::Exactly(n),
        1 => Quantity::About(n),
        2 if !n.is_zero() => Quantity::Nearly(n),
        3 => Quantity::AtLeast(n),
        4 => Quantity::AtMost(n),
        5 => Quantity::MoreThan(n),
        6 => Quantity::FewerThan(n),
        _ => Quantity::Between(n.min(m), n.max(m)),
    })
}

/// A claim of any text and value, of an attribute named after the kind of the value.
fn claim() -> impl Strategy<Value = (String, String, Value)> {
    const DATES: &[&str] = &["2024-06-18", "2024-06", "../2025-08", "2016/..", "2024-06~", "[2024-10,2024-11]", "201X"];
    let value = prop_oneof![
        quantity().prop_map(Value::Quantity),
        proptest::sample::select(DATES).prop_map(|text| Value::Date(Edtf::parse(text).unwrap())),
        proptest::collection::vec("\\PC*[a-z]", 1..4).prop_map(Value::Text),
        any::<bool>().prop_map(Value::Truth),
    ];
    (any::<String>(), any::<String>(), value)
}

/// The bytes of a dossier after a few slips: bytes changed, left out, doubled; words put in each other's place.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let slip = (0..5_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>());
    proptest::collection::vec(slip, 1..6).prop_map(|slips| {
        let mut bytes = FULL.as_bytes().to_vec();
        for (kind, at, other, byte) in slips {
            if bytes.is_empty() {
                break;
            }
            let (at, other) = (at.index(bytes.len()), other.index(bytes.len()));
            let (low, high) = (at.min(other), at.max(other).min(at.min(other) + 40));
            match kind {
                0 => bytes[at] = byte,
                1 => drop(bytes.drain(low..high)),
                2 => bytes.extend_from_within(low..high),
                3 => bytes.swap(at, other),
                _ => {
                    let tokens = b"{}[]\":,0-.eE\\utn";
                    bytes.insert(at, tokens[usize::from(byte) % tokens.len()]);
                }
            }
        }
        bytes
    })
}

proptest! {
    #[test]
    fn any_text_and_value_survives_writing_and_reading(claims in proptest::collection::vec(claim(), 0..6), title: String) {
        let mut builder = Dossier::builder(title);
        for kind in [ValueKind::Quantity, ValueKind::Date, ValueKind::Text, ValueKind::Truth] {
            builder = builder.attribute(Attribute::new(kind.to_string(), kind));
        }
        for (n, (statement, subject, value)) in claims.into_iter().enumerate() {
            let attribute = value.kind().to_string();
            builder = builder.claim(Claim::new(format!("c{n}"), statement.clone(), subject, attribute, value));
            builder = builder.source(Source::new(format!("s{n}"), statement.clone()));
            builder = builder.attribution(Attribution::new(format!("r{n}"), format!("s{n}"), format!("c{n}")).quote(statement));
        }
        let dossier = builder.build().unwrap();
        prop_assert_eq!(&Dossier::from_json(dossier.to_json().as_bytes()).unwrap(), &dossier);
        prop_assert_eq!(&Dossier::read_jsonl(dossier.to_jsonl().as_bytes()).unwrap(), &dossier);
        let by_serde = serde_json::to_vec_pretty(&dossier).unwrap();
        prop_assert_eq!(&Dossier::from_json(&by_serde).unwrap(), &dossier);
    }

    #[test]
    fn arbitrary_bytes_are_refused_without_a_panic(bytes: Vec<u8>) {
        prop_assert!(Dossier::from_json(&bytes).is_err());
        let _ = Policy::from_json(&bytes);
    }

    #[test]
    fn a_mangled_dossier_is_read_or_refused_with_places_inside_it(bytes in mangled()) {
        match Dossier::from_json(&bytes) {
            Ok(dossier) => prop_assert_eq!(&Dossier::from_json(dossier.to_json().as_bytes()).unwrap(), &dossier),
            Err(problems) => {
                let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
                for problem in &problems {
                    let position = problem.position.unwrap();
                    prop_assert!(position.line <= lines && position.column >= 1, "{}", problem);
                    prop_assert!(!problem.to_string().contains('\n'));
                }
                prop_assert!(problems.iter().map(|problem| problem.position).is_sorted());
            }
        }
    }
}
