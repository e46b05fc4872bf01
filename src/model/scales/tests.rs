//! Every edge of every band, against the tables of the standards written out once more.

use super::*;
use crate::model::number::Number;
use crate::model::source::Reliability;

/// Tenths of a per cent.
fn tenths(tenths: u32) -> Probability {
    Probability::new(Number::from_parts(i128::from(tenths), 3).unwrap()).unwrap()
}

/// Goes through 0 to 100 per cent in steps of a tenth: the term of each, by rows "from, to, term" in tenths, both included; what no row has, has no term.
#[track_caller]
fn follows<T: Copy + Ord + std::fmt::Debug>(of: impl Fn(Probability) -> Option<T>, rows: &[(u32, u32, T)]) {
    let mut before = None;
    for p in 0..=1000 {
        let expected = rows.iter().find(|(from, to, _)| (*from..=*to).contains(&p)).map(|row| row.2);
        let found = of(tenths(p));
        assert_eq!(found, expected, "{p} tenths of a per cent");
        assert!(found.is_none() || found >= before, "{p}: {found:?} after {before:?}");
        before = found.or(before);
    }
}

#[test]
fn icd_203_by_tenths() {
    use Icd203::*;
    follows(
        Icd203::of,
        &[
            (10, 49, AlmostNoChance),
            (50, 199, VeryUnlikely),
            (200, 449, Unlikely),
            (450, 550, RoughlyEven),
            (551, 800, Likely),
            (801, 950, VeryLikely),
            (951, 990, AlmostCertain),
        ],
    );
}

#[test]
fn icd_203_just_beside_an_edge() {
    let p = |text: &str| Icd203::of(text.parse().unwrap());
    assert_eq!(p("0.009999999999"), None);
    assert_eq!(p("0.049999999999"), Some(Icd203::AlmostNoChance));
    assert_eq!(p("0.55"), Some(Icd203::RoughlyEven));
    assert_eq!(p("0.550000000001"), Some(Icd203::Likely));
    assert_eq!(p("0.990000000001"), None);
}

#[test]
fn icd_203_mirrors() {
    for p in 0..=1000 {
        let mirrored = Icd203::of(tenths(1000 - p)).map(|band| Icd203::ALL[6 - band as usize]);
        assert_eq!(Icd203::of(tenths(p)), mirrored, "{p}");
    }
}

#[test]
fn icd_203_has_two_rows() {
    let rows = [
        ("almost no chance", "remote"),
        ("very unlikely", "highly improbable"),
        ("unlikely", "improbable"),
        ("roughly even chance", "roughly even odds"),
        ("likely", "probable"),
        ("very likely", "highly probable"),
        ("almost certain", "nearly certain"),
    ];
    for (band, (first, second)) in Icd203::ALL.iter().zip(rows) {
        assert_eq!(Icd203::find(first), Ok((*band, Row::First)));
        assert_eq!(Icd203::find(&second.to_uppercase()), Ok((*band, Row::Second)));
        assert_eq!((band.term(Row::First), band.term(Row::Second)), (first, second));
    }
    assert_eq!(Icd203::find("probably"), Ok((Icd203::Likely, Row::Second)));
    let error = Icd203::find("nearly sure").unwrap_err();
    assert_eq!(error.to_string(), "unknown ICD 203 term `nearly sure`");
    let error = Icd203::find("nearly certian").unwrap_err();
    assert_eq!(error.to_string(), "unknown ICD 203 term `nearly certian`, did you mean `nearly certain`?");
}

#[test]
fn phia_by_tenths_with_its_gaps() {
    use Phia::*;
    follows(
        Phia::of,
        &[
            (1, 50, RemoteChance),
            (100, 200, HighlyUnlikely),
            (250, 350, Unlikely),
            (400, 499, RealisticPossibility),
            (550, 750, Likely),
            (800, 900, HighlyLikely),
            (950, 999, AlmostCertain),
        ],
    );
}

#[test]
fn kent_by_tenths_with_its_gaps() {
    use Kent::*;
    follows(
        Kent::of,
        &[
            (0, 0, Impossible),
            (20, 120, AlmostCertainlyNot),
            (200, 399, ProbablyNot),
            (400, 600, ChancesAboutEven),
            (630, 870, Probable),
            (871, 990, AlmostCertain),
            (1000, 1000, Certain),
        ],
    );
    assert_eq!((Possible.range(), Possible.middle()), (None, None));
}

#[test]
fn ipcc_by_tenths_is_nested() {
    use Ipcc::*;
    follows(
        |p| Some(Ipcc::narrowest(p)),
        &[
            (0, 10, ExceptionallyUnlikely),
            (11, 50, ExtremelyUnlikely),
            (51, 100, VeryUnlikely),
            (101, 329, Unlikely),
            (330, 660, AboutAsLikelyAsNot),
            (661, 899, Likely),
            (900, 949, VeryLikely),
            (950, 989, ExtremelyLikely),
            (990, 1000, VirtuallyCertain),
        ],
    );
    let ranges = [
        (0, 10),
        (0, 50),
        (0, 100),
        (0, 330),
        (330, 660),
        (501, 1000),
        (660, 1000),
        (900, 1000),
        (950, 1000),
        (990, 1000),
    ];
    for p in 0..=1000 {
        let expected: Vec<Ipcc> = Ipcc::ALL
            .iter()
            .zip(ranges)
            .filter(|(_, (low, high))| (*low..=*high).contains(&p))
            .map(|(term, _)| *term)
            .collect();
        assert_eq!(Ipcc::all_of(tenths(p)).collect::<Vec<_>>(), expected, "{p}");
    }
    assert_eq!(Ipcc::ALL.iter().filter(|term| term.is_additional()).count(), 3);
}

#[test]
fn from_term_to_value_and_back() {
    for band in Icd203::ALL {
        assert_eq!(Icd203::of(band.middle()), Some(*band));
        assert_eq!(band.as_str().parse(), Ok(*band));
        let (low, high) = band.range();
        assert!(low < band.middle() && band.middle() < high);
    }
    for term in Phia::ALL {
        assert_eq!(Phia::of(term.middle()), Some(*term));
        assert_eq!(term.as_str().parse(), Ok(*term));
    }
    for word in Kent::ALL {
        assert_eq!(word.middle().and_then(Kent::of), Some(*word).filter(|word| *word != Kent::Possible));
        assert_eq!(word.as_str().parse(), Ok(*word));
    }
    for term in Ipcc::ALL {
        let (low, high) = term.range();
        assert!(term.holds(high) && (term.holds(low) || *term == Ipcc::MoreLikelyThanNot));
        assert_eq!(term.as_str().parse(), Ok(*term));
    }
    for digit in Credibility::ALL {
        assert_eq!(digit.as_str().parse(), Ok(*digit));
        assert_eq!(Credibility::of_stix(digit.stix()), *digit);
    }
}

#[test]
fn admiralty_codes_are_read_and_printed() {
    for reliability in Reliability::ALL {
        for credibility in Credibility::ALL {
            let code = Admiralty { reliability: *reliability, credibility: *credibility };
            assert_eq!(code.to_string().parse(), Ok(code));
        }
    }
    let refused = [
        ("", "`` is not an Admiralty code: expected a letter from A to F and a digit from 1 to 6, such as B2"),
        ("B", "`B` is not an Admiralty code: expected a letter from A to F and a digit from 1 to 6, such as B2"),
        ("B-2", "`B-2` is not an Admiralty code: expected a letter from A to F and a digit from 1 to 6, such as B2"),
        ("G2", "`G2` is not an Admiralty code: `G` is not a letter from A to F"),
        ("b2", "`b2` is not an Admiralty code: `b` is not a letter from A to F"),
        ("A0", "`A0` is not an Admiralty code: `0` is not a digit from 1 to 6"),
        ("F7", "`F7` is not an Admiralty code: `7` is not a digit from 1 to 6"),
    ];
    for (text, says) in refused {
        assert_eq!(text.parse::<Admiralty>().unwrap_err().to_string(), says);
    }
}

/// Every STIX confidence, by rows "from, to, step, written as".
#[track_caller]
fn reads<T: Copy + PartialEq + std::fmt::Debug>(
    of: impl Fn(StixConfidence) -> T,
    written: impl Fn(T) -> StixConfidence,
    rows: &[(u8, u8, T, u8)],
) {
    for value in 0..=100 {
        let row = rows.iter().find(|(from, to, ..)| (*from..=*to).contains(&value)).unwrap();
        assert_eq!(of(StixConfidence::new(value).unwrap()), row.2, "{value}");
    }
    for (.., step, value) in rows {
        assert_eq!(written(*step).value(), *value, "{step:?}");
        assert_eq!(of(written(*step)), *step);
    }
}

#[test]
fn stix_scales_by_the_normative_ranges() {
    reads(
        StixLevel::of,
        StixLevel::confidence,
        &[
            (0, 0, StixLevel::None, 0),
            (1, 29, StixLevel::Low, 15),
            (30, 69, StixLevel::Med, 50),
            (70, 100, StixLevel::High, 85),
        ],
    );
    let ten = |n| StixTen::new(n).unwrap();
    let steps: Vec<_> =
        (0..=10_u8).map(|n| ((10 * n).saturating_sub(5), (10 * n + 4).min(100), ten(n), 10 * n)).collect();
    reads(StixTen::of, StixTen::confidence, &steps);
    assert_eq!(StixTen::new(11), None);
    reads(
        |c| Credibility::of_stix(Some(c)),
        |digit| digit.stix().unwrap(),
        &[
            (0, 19, Credibility::Improbable, 10),
            (20, 39, Credibility::Doubtful, 30),
            (40, 59, Credibility::PossiblyTrue, 50),
            (60, 79, Credibility::ProbablyTrue, 70),
            (80, 100, Credibility::Confirmed, 90),
        ],
    );
    reads(
        StixWep::of,
        StixWep::confidence,
        &[
            (0, 0, StixWep::Impossible, 0),
            (1, 19, StixWep::HighlyUnlikely, 10),
            (20, 39, StixWep::Unlikely, 30),
            (40, 59, StixWep::EvenChance, 50),
            (60, 79, StixWep::Likely, 70),
            (80, 99, StixWep::HighlyLikely, 90),
            (100, 100, StixWep::Certain, 100),
        ],
    );
    reads(
        StixDni::of,
        StixDni::confidence,
        &[
            (0, 9, StixDni::AlmostNoChance, 5),
            (10, 19, StixDni::VeryUnlikely, 15),
            (20, 39, StixDni::Unlikely, 30),
            (40, 59, StixDni::RoughlyEven, 50),
            (60, 79, StixDni::Likely, 70),
            (80, 89, StixDni::VeryLikely, 85),
            (90, 100, StixDni::AlmostCertain, 95),
        ],
    );
    assert_eq!(Credibility::of_stix(None), Credibility::CannotBeJudged);
    assert!(StixConfidence::new(101).is_err());
}
