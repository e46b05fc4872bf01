use super::*;

fn of(ten_thousandths: i128) -> LogOdds {
    log_odds(Number::from_parts(ten_thousandths, 4).unwrap()).unwrap()
}

#[test]
fn known_logarithms_to_six_places() {
    // ln 19, ln 17/3, ln 7/3, ln 11/9, ln 9, ln 9999, ln 5001/4999, from tables.
    let known = [
        (9500, 2_944_438),
        (8500, 1_734_601),
        (7000, 847_297),
        (5500, 200_670),
        (9000, 2_197_224),
        (9999, 9_210_240),
        (5001, 400),
    ];
    for (p, millionths) in known {
        assert_eq!(of(p).millionths(), millionths, "{p}");
    }
}

#[test]
fn the_order_of_probabilities_is_that_of_their_log_odds_and_back() {
    let mut before = LogOdds::EVEN;
    for p in 5001..10_000 {
        let odds = of(p);
        assert!(odds > before, "{p}");
        let exact = (p as f64 / (10_000 - p) as f64).ln() * 1e6;
        assert!((odds.millionths() as f64 - exact.floor()).abs() < 0.5, "{p}: {odds} is not {exact} rounded down");
        let back = odds.probability();
        assert_eq!(back, Probability::of_millionths(100 * p), "{p}");
        before = odds;
    }
}

#[test]
fn probability_rises_and_mirrors_and_is_never_certain() {
    let sample = (0..30_000_000_i64).step_by(1013).chain([0, 1, 2, 3, i64::MAX - 1, i64::MAX]);
    let mut points: Vec<i64> = sample.flat_map(|n| [n, -n]).collect();
    points.sort_unstable();
    let mut before = Probability::of_millionths(1);
    for n in points {
        let [for_it, against] = [n, -n].map(|n| LogOdds::new(n).probability());
        assert!(for_it >= before, "{n}");
        assert_eq!(for_it.as_number().checked_add(against.as_number()), Some(Number::from(1)), "{n}");
        assert!(for_it.as_number() > Number::ZERO && for_it.as_number() < Number::from(1), "{n}");
        before = for_it;
    }
    assert_eq!(LogOdds::new(i64::MIN).probability(), Probability::of_millionths(1));
    assert_eq!(LogOdds::EVEN.probability(), Probability::of_millionths(500_000));
}

#[test]
fn neighbouring_log_odds_never_swap() {
    for start in [0, 690_000, 693_000, 5_545_000, 13_000_000, 14_500_000] {
        let probabilities: Vec<_> = (start..start + 6_000).map(|n| LogOdds::new(n).probability()).collect();
        assert!(probabilities.is_sorted(), "{start}");
    }
}

#[test]
fn what_is_no_weight_has_no_log_odds() {
    for (units, decimals) in [(5, 1), (1, 0), (0, 0), (-7, 1), (12, 1), (95_001, 5)] {
        assert_eq!(log_odds(Number::from_parts(units, decimals).unwrap()), None, "{units} {decimals}");
    }
}
