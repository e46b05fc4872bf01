use super::*;

fn n(text: &str) -> Number {
    text.parse().unwrap()
}

#[track_caller]
fn equal(a: &str, unit_a: &str, b: &str, unit_b: &str) {
    let (unit_a, unit_b) = (Unit::new(unit_a), Unit::new(unit_b));
    assert!(unit_a.is_comparable(&unit_b), "{unit_a} and {unit_b}");
    let (base_a, base_b) = (unit_a.to_base(n(a)), unit_b.to_base(n(b)));
    assert!(base_a.is_some() && base_a == base_b, "{a} {unit_a} = {base_a:?}, {b} {unit_b} = {base_b:?}");
}

#[track_caller]
fn apart(a: &str, b: &str) {
    let (a, b) = (Unit::new(a), Unit::new(b));
    assert!(!a.is_comparable(&b) && !b.is_comparable(&a), "{a} and {b}");
}

#[test]
fn units_of_one_dimension_convert_exactly() {
    equal("1", "km", "1000", "m");
    equal("1", "Kilometre", "100000", "centimeters");
    equal("1", "mile", "5280", "feet");
    equal("1", "yard", "36", "inches");
    equal("1", "nautical mile", "1.852", "km");
    equal("25.4", "mm", "1", "in");
    equal("1", "tonne", "1", "metric ton");
    equal("1", "t", "1000", "kg");
    equal("1", "short ton", "2000", "lb");
    equal("1", "long ton", "2240", "lbs");
    equal("16", "avoirdupois ounces", "1", "lb");
    equal("1", "troy ounce", "31.1034768", "g");
    equal("1", "hectare", "0.01", "km²");
    equal("640", "acres", "1", "square mile");
    equal("1", "acre", "43560", "sq ft");
    equal("144", "square inches", "1", "ft2");
    equal("9", "square feet", "1", "square yard");
    equal("1", "m³", "1000", "litres");
    equal("42", "US gallons", "1", "barrel");
    equal("1", "bbl", "158.987294928", "l");
    equal("1", "imperial gallon", "8", "imperial pints");
    equal("1", "us gallon", "8", "US pints");
    equal("1", "us gallon", "231", "cubic inches");
    equal("27", "cubic feet", "1", "cubic yard");
    equal("1", "cubic foot", "1728", "cubic inches");
    equal("1", "cubic kilometre", "1000000", "megalitres");
    equal("1", "week", "168", "hours");
    equal("1", "fortnight", "20160", "minutes");
    equal("90", "min", "1.5", "h");
    equal("12.5", "percent", "0.125", "fraction");
    equal("1", "%", "10", "per mille");
}

#[test]
fn names_compare_folded_and_nothing_is_guessed() {
    equal("1", "people", "1", "  PEOPLE ");
    equal("1", "tons", "1", "ton");
    equal("1", "Pounds", "1", "pound");
    apart("person", "people");
    apart("shell", "shells");
    apart("shells", "containers");
    apart("USD", "EUR");
    apart("ton", "tonne");
    apart("gallon", "us gallon");
    apart("ounce", "troy ounce");
    apart("pound", "lb");
    apart("month", "day");
    apart("year", "months");
    apart("percentage points", "percent");
    apart("ML", "litre");
    apart("kg", "km");
    apart("", "m");
}

#[test]
fn every_name_that_is_ambiguous_is_unknown() {
    for name in ["ton", "tons", "gallon", "pints", "quart", "fluid ounces", "ounce", "pounds", "month", "year", "ml"] {
        assert_eq!(Unit::new(name).dimension(), None, "{name}");
    }
}

#[test]
fn a_conversion_that_is_too_long_is_refused() {
    for unit in ["cubic kilometres", "square miles", "cubic yards", "avoirdupois ounces", "milligrams"] {
        for number in ["9999999999", "0.9999999999", "99999.99999"] {
            assert!(Unit::new(unit).to_base(n(number)).is_some(), "{number} {unit}");
        }
    }
    let bbl = Unit::new("bbl");
    assert!(bbl.to_base(n("1234567890.1")).is_some());
    assert_eq!(bbl.to_base(n("1234567890123.4")), None);
    assert!(Unit::new("square miles").to_base(n("0.123456789")).is_some());
    assert!(Unit::new("ranks").to_base(n("999999999999999999")).is_some());
}

#[test]
fn a_unit_is_kept_as_it_was_written() {
    let unit: Unit = serde_json::from_str("\" Square  KM\"").unwrap();
    assert_eq!((unit.as_str(), unit.name(), unit.to_string().as_str()), (" Square  KM", "square km", " Square  KM"));
    assert_eq!(serde_json::to_string(&unit).unwrap(), "\" Square  KM\"");
}
