//! The few letters of which random dossiers are written: near enough to each other to meet.

use corroborate::{
    Attribute, Edtf, Number, OverTime, Quantity, Rule, Scope, Source, SourceKind, Term, Value, ValueKind,
};

pub(crate) const KINDS: &[SourceKind] = &[
    SourceKind::Newspaper,
    SourceKind::NewsAgency,
    SourceKind::Blog,
    SourceKind::SocialAccount,
    SourceKind::Government,
    SourceKind::Official,
    SourceKind::Person,
    SourceKind::Document,
];

/// Names that anonymous sources share, two of them in other letters.
pub(crate) const NAMES: &[&str] = &["an official", "An  Official", "a diplomat"];

pub(crate) const SUBJECTS: &[&str] = &["s", "r"];

pub(crate) const TIMES: &[&str] = &[
    "2024-01",
    "2024-02",
    "2024-03",
    "2024",
    "2024-01-10",
    "2024-01-20/2024-02-05",
    "../2024-02",
    "2024-03/..",
    "2024-02~",
    "2024-04-09",
];

pub(crate) const MOMENTS: &[&str] =
    &["2024-05-01", "2024-05-02", "2024-05-02T12:00:00Z", "2024-05-03", "2024-05-03T23:59:59.999999999Z", "2024-05"];

pub(crate) fn attributes() -> Vec<Attribute> {
    use OverTime::{Cumulative, Varying};
    use ValueKind::{Date, Quantity, Text, Truth};
    vec![
        Attribute::new("truth", Truth),
        Attribute::new("happened", Truth).over_time(Cumulative),
        Attribute::new("on", Truth).over_time(Varying).holds_for(10),
        Attribute::new("total", Quantity),
        Attribute::new("length", Quantity).unit("km"),
        Attribute::new("killed", Quantity).unit("people").over_time(Cumulative),
        Attribute::new("hurt", Quantity).unit("people").over_time(Cumulative),
        Attribute::new("casualties", Quantity).unit("people").over_time(Cumulative),
        Attribute::new("closed", Quantity).over_time(Cumulative).closes("2024-02-01".parse().unwrap()),
        Attribute::new("troops", Quantity).over_time(Varying).holds_for(10),
        Attribute::new("sizes", Quantity).over_time(Varying).many(),
        Attribute::new("begun", Date),
        Attribute::new("ended", Date),
        Attribute::new("place", Text),
        Attribute::new("places", Text).many(),
    ]
}

/// Those that rules tie in the news.
pub(crate) fn casualties() -> Vec<Attribute> {
    let mut tied = attributes();
    tied.retain(|attribute| ["killed", "hurt", "casualties"].contains(&attribute.id.as_str()));
    tied
}

/// Some value of the kind; the number picks which.
pub(crate) fn value(kind: ValueKind, pick: usize) -> Value {
    let number = |text: &str| text.parse::<Number>().unwrap();
    let texts = |texts: &[&str]| Value::Text(texts.iter().map(|text| (*text).to_owned()).collect());
    match kind {
        ValueKind::Truth => Value::Truth(!pick.is_multiple_of(3)),
        ValueKind::Quantity => {
            let numbers = ["100", "100.5", "110", "1000", "0", "-100", "1", "99"].map(number);
            let n = numbers[pick % numbers.len()];
            Value::Quantity(match pick / numbers.len() % 8 {
                0 => Quantity::Exactly(n),
                1 => Quantity::About(n),
                2 if !n.is_zero() => Quantity::Nearly(n),
                3 => Quantity::AtLeast(n),
                4 => Quantity::AtMost(n),
                5 => Quantity::MoreThan(n),
                6 => Quantity::FewerThan(n),
                _ => Quantity::Between(n, number("1000")),
            })
        }
        ValueKind::Date => {
            let dates = [
                "2024-06-18",
                "2024-06",
                "2024-07",
                "2024-06~",
                "../2024-06",
                "2024-07/..",
                "2024-05",
                "[2024-05,2024-07]",
                "[..2024-05,2024-07..]",
                "[..2024-06,2024-06..]",
            ];
            Value::Date(Edtf::parse(dates[pick % dates.len()]).unwrap())
        }
        ValueKind::Text => match pick % 5 {
            0 => texts(&["A"]),
            1 => texts(&[" a "]),
            2 => texts(&["B"]),
            3 => texts(&["A", "B"]),
            _ => texts(&["C"]),
        },
    }
}

/// A rule; the numbers pick its form, its values, and the attributes that it ties, which stand side by side.
pub(crate) fn rule(attributes: &[Attribute], form: usize, pick: usize, first: usize) -> Rule {
    let attribute = |nth: usize| &attributes[(first + nth) % attributes.len()];
    let scope = |nth: usize| {
        let id = &attribute(nth).id;
        // One rule in four ties named topics, sometimes of two subjects.
        let is_named = (form / 4).is_multiple_of(4);
        if is_named {
            Scope::new(&format!("{}/{id}", SUBJECTS[pick / (nth + 1) % 5 / 4]))
        } else {
            Scope::new(id.as_str())
        }
    };
    let term = |nth: usize, pick: usize| Term(scope(nth), value(attribute(nth).kind, pick));
    match form % 4 {
        0 => Rule::AtMost((0..3).map(scope).collect()),
        1 => Rule::AtMost((0..2).map(scope).collect()),
        2 => Rule::Implies { condition: term(0, pick), consequence: term(1, pick / 7) },
        _ => Rule::Sum { parts: (0..2).map(scope).collect(), total: scope(2) },
    }
}

pub(crate) fn source(at: usize) -> Source {
    Source::new(format!("s{at}"), format!("source {at}"))
}
