//! What reading English promises for every text.
#![cfg(feature = "text")]

#[path = "text/notation.rs"]
#[allow(dead_code)]
mod notation;

use corroborate::{Day, Edtf, Moment, Number, Quantity, Unit, Value, render, text};
use proptest::prelude::*;

const PUBLISHED: [Option<&str>; 4] = [None, Some("2025-09"), Some("2025-09-03"), Some("2024-02-29T12:00:00Z")];

fn published(choice: usize) -> Option<Moment> {
    PUBLISHED[choice % PUBLISHED.len()].map(|moment| moment.parse().unwrap())
}

/// Words that readers look for, so that random texts are near what they read.
fn pieces() -> Vec<&'static str> {
    let mut pieces: Vec<&str> = [
        include_str!("../src/text/cues/numbers.tsv"),
        include_str!("../src/text/cues/bounds.tsv"),
        include_str!("../src/text/cues/units.tsv"),
        include_str!("../src/text/cues/calendar.tsv"),
    ]
    .iter()
    .flat_map(|file| file.lines().filter(|line| !line.starts_with("# ")).filter_map(|line| line.split('\t').next()))
    .collect();
    pieces.extend([
        "1",
        "15,000",
        "1.5",
        "2024",
        "1/2",
        "05",
        "18.06.2024",
        "99999999999999999999",
        "0",
        "-",
        "–",
        "—",
        "/",
        ":",
        ",",
        ".",
        "(",
        ")",
        "\"",
        "’",
        "'s",
        "\n\n",
        "not",
        "n't",
        "no",
        "between",
        "and",
        "to",
        "or",
        "from",
        "of",
        "the",
        "a",
        "in",
        "by",
        "since",
        "before",
        "after",
        "ago",
        "last",
        "next",
        "this",
        "days",
        "weeks",
        "Q1",
        "rose",
        "fell",
        "by",
        "up",
        "down",
        "people",
        "soldiers",
        "\u{a0}",
        "ü",
        "日本",
        "\u{301}",
        "½",
        "U.S.",
        "a.m.",
        "st",
        "th",
        "\u{200d}",
    ]);
    pieces
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(pieces()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let joint = prop_oneof![4 => Just(" "), 1 => Just(""), 1 => Just("-")];
    prop::collection::vec((piece, joint), 0..40)
        .prop_map(|pairs| pairs.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect())
}

fn check(text: &str, choice: usize) -> Result<(), TestCaseError> {
    let reading = text::read(text, published(choice));
    let mut spans = Vec::new();
    for figure in reading.figures() {
        prop_assert!(figure.span.contains(figure.number), "{figure:?}");
        prop_assert!(figure.quantity.check().is_ok(), "{figure:?}");
        for part in [Some(figure.span), Some(figure.number), figure.bound, figure.of].into_iter().flatten() {
            prop_assert!(!part.of(text).is_empty(), "{figure:?} in {text:?}");
            prop_assert!(figure.span.contains(part), "{figure:?} in {text:?}");
        }
        spans.push(figure.span);
    }
    for date in reading.dates() {
        prop_assert!(!date.span.of(text).is_empty(), "{date:?} in {text:?}");
        spans.push(date.span);
    }
    for sentence in reading.sentences() {
        prop_assert!(!sentence.of(text).is_empty());
    }
    spans.sort();
    for pair in spans.windows(2) {
        prop_assert!(!pair[0].overlaps(pair[1]), "{pair:?} overlap in {text:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_strange(text in any::<String>(), choice in 0..4_usize) {
        check(&text, choice)?;
    }

    #[test]
    fn no_heap_of_words_is_too_strange(text in hostile(), choice in 0..4_usize) {
        check(&text, choice)?;
    }

    #[test]
    fn a_paragraph_is_read_alike_wherever_it_stands(before in hostile(), text in hostile(), behind in hostile()) {
        let alone = text::read(&text, published(2));
        let among = format!("{before}\n\n{text}\n\n{behind}");
        let all = text::read(&among, published(2));
        let (from, to) = (before.len() + 2, before.len() + 2 + text.len());
        let inside: Vec<_> = notation::reading(&all).into_iter().filter(|(at, _)| (from..to).contains(at)).collect();
        let shifted: Vec<_> = notation::reading(&alone).into_iter().map(|(at, item)| (at + from, item)).collect();
        prop_assert_eq!(inside, shifted);
    }

    #[test]
    fn a_quantity_in_words_is_read_as_the_same_quantity(quantity in quantity(), unit in unit(), frame in 0..3_usize) {
        prop_assume!(is_plain(&quantity, unit));
        let words = render::value(&Value::from(quantity), unit);
        let sentence = [words.to_string(), format!("Officials speak of {words}."), format!("It was {words}, he said.")][frame].clone();
        let reading = text::read(&sentence, None);
        prop_assert_eq!(reading.figures().len(), 1, "{}", sentence);
        let figure = &reading.figures()[0];
        prop_assert_eq!(figure.quantity, quantity, "{}", sentence);
        let read = figure.unit.as_deref().map(Unit::new);
        let is_same = match (&read, unit.map(Unit::new)) {
            (None, None) => true,
            (Some(read), Some(unit)) => *read == unit || read.dimension().is_some() && read.is_comparable(&unit) && read.to_base(1.into()) == unit.to_base(1.into()),
            _ => false,
        };
        prop_assert!(is_same, "{}: {:?}", sentence, figure.unit);
    }

    #[test]
    fn a_date_in_words_is_read_as_the_same_days(date in date(), frame in 0..2_usize) {
        let date = Edtf::parse(&date).unwrap();
        let words = render::value(&Value::from(date.clone()), None);
        let sentence = [format!("It happened {words}."), format!("Officials say that {words} it happened, and more.")][frame].clone();
        let reading = text::read(&sentence, None);
        prop_assert_eq!(reading.dates().len(), 1, "{} from {}", sentence, date);
        let read = reading.dates()[0].date.clone().unwrap();
        prop_assert_eq!(read.core(), date.core(), "{}: {} and {}", sentence, read, date);
        prop_assert_eq!(read.wide() != read.core(), date.wide() != date.core(), "{}: {} and {}", sentence, read, date);
    }
}

fn number() -> impl Strategy<Value = Number> {
    let whole = prop_oneof![
        1..20_i64,
        20..2000_i64,
        1..9_999_999_i64,
        (1..999_i64).prop_map(|n| n * 1_000_000),
        (1..999_i64).prop_map(|n| n * 10_000_000_000)
    ];
    let decimal =
        (1..99_999_i64, 1..4_u32).prop_map(|(units, decimals)| format!("{units}e-{decimals}").parse().unwrap());
    prop_oneof![6 => whole.prop_map(Number::from), 1 => decimal, 1 => (1..500_i64).prop_map(|n| -Number::from(n))]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    use Quantity::*;
    (0..8_usize, number(), number()).prop_map(|(form, a, b)| match form {
        0 => Exactly(a),
        1 => About(a),
        2 => Nearly(a),
        3 => AtLeast(a),
        4 => AtMost(a),
        5 => MoreThan(a),
        6 => FewerThan(a),
        _ => Between(a.min(b), a.max(b)),
    })
}

fn unit() -> impl Strategy<Value = Option<&'static str>> {
    prop::sample::select(vec![
        None,
        Some("people"),
        Some("troops"),
        Some("soldiers"),
        Some("shells"),
        Some("vehicles"),
        Some("bodies"),
        Some("percent"),
        Some("km"),
        Some("kilometres"),
        Some("metres"),
        Some("tonnes"),
        Some("hours"),
        Some("days"),
        Some("USD"),
        Some("EUR"),
        Some("GBP"),
        Some("JPY"),
        Some("KRW"),
        Some("people-per-day"),
        Some("shells-per-month"),
        Some("North Koreans"),
        Some("hectares"),
        Some("fraction"),
    ])
}

/// What English leaves in doubt: a bare `one` is a pronoun, and a negative number of dollars or people is no English.
fn is_plain(quantity: &Quantity, unit: Option<&str>) -> bool {
    use Quantity::*;
    let one = Number::from(1);
    let is_bare_one = unit.is_none() && matches!(*quantity, Exactly(n) if n == one);
    let lowest = match *quantity {
        Exactly(n) | About(n) | AtLeast(n) | AtMost(n) | MoreThan(n) | FewerThan(n) | Nearly(n) => n,
        Between(low, _) => low,
    };
    let is_money = matches!(unit, Some("USD" | "EUR" | "GBP" | "JPY"));
    let is_debt = is_money && lowest < Number::ZERO;
    !is_bare_one && !is_debt
}

fn date() -> impl Strategy<Value = String> {
    let day = || (-3_000..30_000_i32).prop_map(Day::from_number);
    let month = || (1970..2060_i32, 1..=12_u32).prop_map(|(year, month)| format!("{year}-{month:02}"));
    prop_oneof![
        day().prop_map(|day| day.to_string()),
        day().prop_map(|day| format!("{day}~")),
        month(),
        month().prop_map(|month| format!("{month}~")),
        (1950..2060_i32).prop_map(|year| year.to_string()),
        (day(), 1..400_i32).prop_map(|(day, days)| format!("{day}/{}", day.plus(days))),
        (1970..2060_i32, 1..=6_u32, 1..=6_u32)
            .prop_map(|(year, month, more)| format!("{year}-{month:02}/{year}-{:02}", month + more)),
        day().prop_map(|day| format!("../{day}")),
        day().prop_map(|day| format!("{day}/..")),
    ]
}
