//! The algebra of values, as properties of the public interface: 6 to 10 of the model as far as they are about values
//! alone, the laws of the sets beneath them, and every example of EDTF.

#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

use std::ops::Bound;

use corroborate::{
    Day, Edtf, EdtfError, Extent, Number, Quantity, Ranges, Region, Texts, Tolerance, Truths, Unit, Value, opposes,
    supports,
};
use proptest::prelude::*;

/// Few and near numbers, so that ends meet.
fn number() -> impl Strategy<Value = Number> {
    (-60_i64..60, 0_u32..3).prop_map(|(units, decimals)| format!("{units}e-{decimals}").parse().unwrap())
}

/// Any number that can be read.
fn any_number() -> impl Strategy<Value = Number> {
    (-999_999_999_999_999_999_i64..=999_999_999_999_999_999, 0_u32..=12)
        .prop_map(|(units, decimals)| format!("{units}e-{decimals}").parse().unwrap())
}

fn quantity_of(number: impl Strategy<Value = Number>) -> impl Strategy<Value = Quantity> {
    (0..8, [number]).prop_flat_map(|(form, [a])| (Just(form), Just(a), 0_i64..50)).prop_map(
        |(form, a, more)| match form {
            0 => Quantity::Exactly(a),
            1 => Quantity::About(a),
            2 if !a.is_zero() => Quantity::Nearly(a),
            3 => Quantity::AtLeast(a),
            4 => Quantity::AtMost(a),
            5 => Quantity::MoreThan(a),
            6 => Quantity::FewerThan(a),
            _ => Quantity::Between(a, a.checked_add(Number::from(more)).unwrap_or(a)),
        },
    )
}

/// A date without qualifiers, of few years, so that dates meet.
fn plain_date() -> BoxedStrategy<String> {
    let date = (2023..2026, 1..=12, 1..=28, 0..5).prop_map(|(year, month, day, precision)| match precision {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        2 => format!("{year}-{}", 20 + month),
        3 => format!("{year}-{month:02}-{:X<2}", day % 3),
        _ => format!("{year}-{month:02}-{day:02}"),
    });
    date.boxed()
}

fn expression_of(date: BoxedStrategy<String>) -> impl Strategy<Value = Edtf> {
    prop_oneof![
        4 => date.clone(),
        1 => date.clone().prop_map(|date| format!("{date}/..")),
        1 => date.clone().prop_map(|date| format!("../{date}")),
        1 => (date.clone(), date.clone()).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => prop::collection::vec(date, 1..4).prop_map(|dates| format!("[{}]", dates.join(","))),
    ]
    .prop_filter_map("reversed", |text| Edtf::parse(&text).ok())
}

fn plain_expression() -> impl Strategy<Value = Edtf> {
    expression_of(plain_date())
}

fn expression() -> impl Strategy<Value = Edtf> {
    let mark = prop::sample::select(vec!["", "", "?", "~", "%"]);
    expression_of((plain_date(), mark).prop_map(|(date, mark)| date + mark).boxed())
}

fn text() -> impl Strategy<Value = Value> {
    prop::collection::vec("[abAB]", 1..3).prop_map(Value::Text)
}

/// As many values of one kind as the pattern of the caller has places. `plain` leaves `~` and `%` out of dates.
fn alike<const N: usize>(plain: bool) -> BoxedStrategy<[Value; N]> {
    fn all<const N: usize>(value: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<[Value; N]> {
        prop::collection::vec(value, N).prop_map(|values| values.try_into().unwrap()).boxed()
    }
    let dates = if plain { plain_expression().boxed() } else { expression().boxed() };
    prop_oneof![
        3 => all(quantity_of(number()).prop_map(Value::Quantity)),
        2 => all(dates.prop_map(Value::Date)),
        1 => all(text()),
        1 => all(any::<bool>().prop_map(Value::Truth)),
    ]
    .boxed()
}

fn tolerance() -> impl Strategy<Value = Tolerance> {
    let part = || (0_i64..10_000).prop_map(|n| format!("{n}e-4").parse().unwrap());
    (part(), part()).prop_map(|(about, otherwise)| Tolerance { about, otherwise })
}

fn extent(value: &Value, tolerance: &Tolerance) -> Extent {
    value.extent(None, tolerance).unwrap()
}

fn bound<T: Clone + std::fmt::Debug + 'static>(at: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Bound<T>> {
    let at = at.boxed();
    prop_oneof![
        4 => at.clone().prop_map(Bound::Included),
        4 => at.prop_map(Bound::Excluded),
        1 => Just(Bound::Unbounded),
    ]
    .boxed()
}

/// Sets of numbers, days, texts and truths: of one kind within an array.
fn regions<const N: usize>() -> BoxedStrategy<[Region; N]> {
    fn all<const N: usize>(region: impl Strategy<Value = Region> + 'static) -> BoxedStrategy<[Region; N]> {
        prop::collection::vec(region, N).prop_map(|regions| regions.try_into().unwrap()).boxed()
    }
    let small = || (0_i64..12).prop_map(Number::from);
    let day = || (0..12).prop_map(Day::from_number);
    let numbers = prop::collection::vec((bound(small()), bound(small())), 0..4);
    let days = prop::collection::vec((bound(day()), bound(day())), 0..4);
    let texts = (prop::collection::vec("[a-d]", 0..3), any::<bool>());
    prop_oneof![
        3 => all(numbers.prop_map(|intervals| Region::Numbers(intervals.into_iter().collect()))),
        3 => all(days.prop_map(|intervals| Region::Days(intervals.into_iter().collect()))),
        1 => all(texts.prop_map(|(named, flip)| {
            let texts = Texts::only(named);
            Region::Texts(if flip { texts.complement() } else { texts })
        })),
        1 => all(prop::sample::select(vec![
            Truths::EMPTY, Truths::FULL, Truths::only(true), Truths::only(false),
        ]).prop_map(Region::Truths)),
    ]
    .boxed()
}

proptest! {
    #[test]
    fn property_9_supports_is_reflexive([a] in alike::<1>(false), tolerance in tolerance()) {
        let a = extent(&a, &tolerance);
        prop_assert!(a.core.is_subset(&a.wide) && !a.core.is_empty());
        prop_assert!(supports(&a, &a) && !opposes(&a, &a));
    }

    #[test]
    fn property_9_supports_is_transitive_at_zero_tolerance([a, b, c] in alike::<3>(true)) {
        let [a, b, c] = [a, b, c].map(|value| extent(&value, &Tolerance::NONE));
        prop_assert_eq!(&a.core, &a.wide);
        prop_assert!(!(supports(&a, &b) && supports(&b, &c)) || supports(&a, &c));
    }

    #[test]
    fn property_9_conflict_is_symmetric_and_excludes_support([a, b] in alike::<2>(false), tolerance in tolerance()) {
        let [a, b] = [a, b].map(|value| extent(&value, &tolerance));
        prop_assert_eq!(opposes(&a, &b), opposes(&b, &a));
        prop_assert!(!(supports(&a, &b) && opposes(&a, &b)));
    }

    #[test]
    fn property_10_scaling_a_unit_changes_nothing(quantity in quantity_of(number()), tolerance in tolerance(), large in any::<bool>()) {
        let (unit, small, factor) = if large { ("square miles", "square feet", 27_878_400) } else { ("km", "m", 1000) };
        let scale = |n: Number| n.checked_mul(Number::from(factor)).unwrap();
        let scaled = match quantity {
            Quantity::Exactly(n) => Quantity::Exactly(scale(n)),
            Quantity::About(n) => Quantity::About(scale(n)),
            Quantity::Nearly(n) => Quantity::Nearly(scale(n)),
            Quantity::AtLeast(n) => Quantity::AtLeast(scale(n)),
            Quantity::AtMost(n) => Quantity::AtMost(scale(n)),
            Quantity::MoreThan(n) => Quantity::MoreThan(scale(n)),
            Quantity::FewerThan(n) => Quantity::FewerThan(scale(n)),
            Quantity::Between(a, b) => Quantity::Between(scale(a), scale(b)),
        };
        let before = Value::from(quantity).extent(Some(&Unit::new(unit)), &tolerance);
        let after = Value::from(scaled).extent(Some(&Unit::new(small)), &tolerance);
        prop_assert!(before.is_some());
        prop_assert_eq!(before, after);
    }

    #[test]
    fn more_tolerance_never_means_less([a, b] in alike::<2>(false), loose in tolerance(), tight in tolerance()) {
        let tight = Tolerance { about: tight.about.min(loose.about), otherwise: tight.otherwise.min(loose.otherwise) };
        prop_assert!(extent(&a, &tight).wide.is_subset(&extent(&a, &loose).wide));
        let under = |tolerance: &Tolerance| [&a, &b].map(|value| extent(value, tolerance));
        let ([a_tight, b_tight], [a_loose, b_loose]) = (under(&tight), under(&loose));
        prop_assert!(!supports(&a_tight, &b_tight) || supports(&a_loose, &b_loose));
        prop_assert!(!opposes(&a_loose, &b_loose) || opposes(&a_tight, &b_tight));
    }

    #[test]
    fn tolerance_stretches_every_number_that_is_read(quantity in quantity_of(any_number()), tolerance in tolerance()) {
        let Extent { core, wide } = extent(&Value::from(quantity), &tolerance);
        prop_assert!(core.is_subset(&wide));
        if let Quantity::Exactly(n) = quantity {
            let stretches = !n.is_zero() && !tolerance.otherwise.is_zero();
            prop_assert_eq!(core != wide, stretches);
        }
    }

    #[test]
    fn complement_union_and_intersection_obey_their_laws([a, b, c] in regions::<3>()) {
        prop_assert_eq!(&a.complement().complement(), &a);
        prop_assert!(a.union(&a.complement()).is_full());
        prop_assert!(a.intersection(&a.complement()).is_empty());
        prop_assert_eq!(a.union(&b), b.union(&a));
        prop_assert_eq!(a.union(&b).complement(), a.complement().intersection(&b.complement()));
        prop_assert_eq!(a.intersection(&b).complement(), a.complement().union(&b.complement()));
        prop_assert_eq!(a.union(&b).union(&c), a.union(&b.union(&c)));
        prop_assert_eq!(a.intersection(&b.union(&c)), a.intersection(&b).union(&a.intersection(&c)));
        prop_assert_eq!(a.union(&a.intersection(&b)), a);
    }

    #[test]
    fn subset_and_disjoint_agree_with_the_algebra([a, b] in regions::<2>()) {
        prop_assert_eq!(a.is_subset(&b), a.intersection(&b) == a);
        prop_assert_eq!(a.is_subset(&b), a.union(&b) == b);
        prop_assert_eq!(a.is_disjoint(&b), a.intersection(&b).is_empty());
        prop_assert_eq!(a.is_subset(&b) && b.is_subset(&a), a == b);
        prop_assert_eq!(a.is_subset(&b), a.is_disjoint(&b.complement()));
    }

    #[test]
    fn closures_reach_and_go_no_further([a, b] in regions::<2>()) {
        prop_assert!(a.is_subset(&a.up()) && a.is_subset(&a.down()));
        prop_assert_eq!(a.up().up(), a.up());
        prop_assert_eq!(a.down().down(), a.down());
        prop_assert_eq!(a.union(&b).up(), a.up().union(&b.up()));
        prop_assert!(!a.is_subset(&b) || (a.up().is_subset(&b.up()) && a.down().is_subset(&b.down())));
        prop_assert!(!a.is_empty() || a.up().is_empty());
    }

    #[test]
    fn membership_is_what_the_set_says(
        parts in prop::collection::vec((bound((0..12).prop_map(Day::from_number)), bound((0..12).prop_map(Day::from_number))), 0..5),
        day in (-2..14).prop_map(Day::from_number),
    ) {
        use std::ops::RangeBounds;
        let set: Ranges<Day> = parts.iter().copied().collect();
        prop_assert_eq!(set.contains(&day), parts.iter().any(|interval| interval.contains(&day)));
        prop_assert_eq!(set.contains(&day), Ranges::point(day).is_subset(&set));
        let again: Ranges<Day> = set.iter().map(|(low, high)| (low.cloned(), high.cloned())).collect();
        prop_assert_eq!(again, set);
    }

    #[test]
    fn a_combination_holds_what_its_parts_say(
        parts in prop::collection::vec((bound((0_i64..8).prop_map(Number::from)), bound((0_i64..8).prop_map(Number::from))), 2..6),
        split in 0_usize..3,
    ) {
        let (a, b): (Ranges<Number>, Ranges<Number>) =
            (parts.iter().take(split).copied().collect(), parts.iter().skip(split).copied().collect());
        for halves in -3..19 {
            let n = Number::from(halves).checked_mul("0.5".parse().unwrap()).unwrap();
            let (in_a, in_b) = (a.contains(&n), b.contains(&n));
            prop_assert_eq!(a.union(&b).contains(&n), in_a || in_b);
            prop_assert_eq!(a.intersection(&b).contains(&n), in_a && in_b);
            prop_assert_eq!(a.complement().contains(&n), !in_a);
            prop_assert!(!(a.is_subset(&b) && in_a) || in_b);
            prop_assert!(!(a.is_disjoint(&b) && in_a && in_b));
            prop_assert!(!in_a || (a.up().contains(&n) && a.down().contains(&n)));
        }
    }

    #[test]
    fn a_number_is_printed_as_it_is_read(number in any_number()) {
        prop_assert_eq!(number.to_string().parse(), Ok(number));
        let json = serde_json::to_string(&number).unwrap();
        prop_assert_eq!(serde_json::from_str::<Number>(&json).unwrap(), number);
    }

    #[test]
    fn groups_change_nothing(whole in 0_u64..1_000_000_000_000, cents in 0..100) {
        let digits = whole.to_string();
        let grouped = |separator: &str| {
            let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
            format!("{}.{cents:02}", groups.join(separator)).parse::<Number>()
        };
        prop_assert!(grouped("").is_ok());
        prop_assert_eq!(grouped(","), grouped(""));
        prop_assert_eq!(grouped("_"), grouped(""));
    }

    #[test]
    fn sums_and_products_are_exact(a in -1_000_000_000_i64..1_000_000_000, b in -1_000_000_000_i64..1_000_000_000) {
        let decimal = |units: i64| format!("{units}e-3").parse::<Number>().unwrap();
        prop_assert_eq!(decimal(a).checked_add(decimal(b)), Some(decimal(a + b)));
        let product = decimal(a).checked_mul(decimal(b)).unwrap();
        prop_assert_eq!(product.checked_mul(Number::from(1_000_000)), Number::from(a).checked_mul(Number::from(b)));
    }

    #[test]
    fn strangers_cannot_make_it_panic(text in any::<String>(), odd in "[0-9XYSETZ~?%.,/\\[\\]{}:+-]{0,24}", dotted in "[-+]?[0-9_,]{0,24}[.]?[0-9]{0,24}(e[-+]?[0-9]{0,24})?") {
        for text in [text, odd, dotted] {
            let _ = text.parse::<Number>();
            if let Ok(date) = Edtf::parse(&text) {
                prop_assert!(!date.core().is_empty() && date.core().is_subset(date.wide()));
                let _ = (date.start().map(|day| day.to_string()), date.end().map(|day| day.to_string()));
            }
            let unit = Unit::new(&text);
            prop_assert_eq!(Unit::new(unit.name()), unit);
            let _ = serde_json::from_str::<Value>(&text);
            prop_assert_eq!(Texts::only([&text]), Texts::only(Texts::only([&text]).named()));
        }
    }

    #[test]
    fn a_value_is_written_as_it_is_read([value] in alike::<1>(false)) {
        let json = serde_json::to_string(&value).unwrap();
        prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    }

    #[test]
    fn a_day_is_written_as_it_is_read(number in -4_300_000..2_900_000) {
        let day = Day::from_number(number);
        prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
    }
}

/// Every example of the specification (Library of Congress, 4 February 2019), levels 0 and 1 and the sets of level 2,
/// with the first and the last day that it may mean; an open end is empty.
#[test]
fn every_example_of_the_date_specification_means_its_days() {
    let examples = [
        // Level 0.
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("1985-04", "1985-04-01", "1985-04-30"),
        ("1985", "1985-01-01", "1985-12-31"),
        ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        ("2005/2006-02", "2005-01-01", "2006-02-28"),
        // Level 1.
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-22", "2001-06-01", "2001-08-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("2001-24", "2001-12-01", "2002-02-28"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("2004-06~", "2004-05-01", "2004-07-31"),
        ("2004-06-11%", "2004-06-10", "2004-06-12"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("1985-04-12/..", "1985-04-12", ""),
        ("1985-04/..", "1985-04-01", ""),
        ("1985/..", "1985-01-01", ""),
        ("../1985-04-12", "", "1985-04-12"),
        ("../1985-04", "", "1985-04-30"),
        ("../1985", "", "1985-12-31"),
        ("1985-04-12/", "1985-04-12", ""),
        ("1985-04/", "1985-04-01", ""),
        ("1985/", "1985-01-01", ""),
        ("/1985-04-12", "", "1985-04-12"),
        ("/1985-04", "", "1985-04-30"),
        ("/1985", "", "1985-12-31"),
        ("1984~/2004-06", "1983-01-01", "2004-06-30"),
        ("1984/2004-06~", "1984-01-01", "2004-07-31"),
        ("1984~/2004~", "1983-01-01", "2005-12-31"),
        ("1984?/2004%", "1984-01-01", "2005-12-31"),
        ("-1985", "-1985-01-01", "-1985-12-31"),
        // Level 2: sets.
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
        ("[..1760-12-03]", "", "1760-12-03"),
        ("[1760-12..]", "1760-12-01", ""),
        ("[1760-01,1760-02,1760-12..]", "1760-01-01", ""),
        ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
        ("[..1984]", "", "1984-12-31"),
        ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("{..1984}", "", "1984-12-31"),
        // Level 2: the rest that means days.
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("2001-34", "2001-04-01", "2001-06-30"),
        ("2004-06~-11", "2004-05-11", "2004-07-11"),
        ("2004?-06-11", "2004-06-11", "2004-06-11"),
        ("?2004-06-~11", "2004-06-10", "2004-06-12"),
        ("2004-%06-11", "2004-05-11", "2004-07-11"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("15XX-12-25", "1500-12-25", "1599-12-25"),
        ("1560-XX-25", "1560-01-25", "1560-12-25"),
        ("1XXX-XX", "1000-01-01", "1999-12-31"),
        ("1984-1X", "1984-10-01", "1984-12-31"),
        ("1X32-X1-X2", "1032-01-02", "1932-11-22"),
        ("2004-06-~01/2004-06-~20", "2004-05-31", "2004-06-21"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    ];
    let day = |text: &str| (!text.is_empty()).then(|| text.parse::<Day>().unwrap());
    for (text, start, end) in examples {
        let date = Edtf::parse(text).unwrap();
        assert_eq!((date.start(), date.end()), (day(start), day(end)), "{text}");
    }
    for beyond in ["Y170000002", "Y-170000002", "Y-17E7", "Y171010000S3", "Y3388E2S3", "{..Y-17E7}"] {
        assert_eq!(Edtf::parse(beyond), Err(EdtfError::YearOutOfRange(beyond.into())));
    }
    // A thousand Decembers.
    assert_eq!(Edtf::parse("1XXX-12"), Err(EdtfError::TooScattered("1XXX-12".into())));
    for yearless in ["XXXX-12-XX", "XXXX-01-15"] {
        assert_eq!(Edtf::parse(yearless), Err(EdtfError::NeedsYear(yearless.into())));
    }
}
