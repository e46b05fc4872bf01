//! Reading English against the shared corpora: how much is read as other readers have it, and what is not, and why.
#![cfg(all(feature = "corpora", feature = "text"))]

#[path = "corpus_text/misses.rs"]
mod misses;
#[path = "text/notation.rs"]
#[allow(dead_code)]
mod notation;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Datelike, Days, Months, NaiveDate};
use corroborate::{Day, Moment, Quantity, text};
use serde_json::Value;

fn lines(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora").join(file);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("the feature `corpora` needs {}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn spec(line: &Value) -> &str {
    line["spec"].as_str().and_then(|spec| spec.rsplit('/').next()).unwrap()
}

/// What was expected and read, by the number of the line in its own collection.
struct Tally {
    name: &'static str,
    right: usize,
    wrong: BTreeMap<u64, String>,
}

impl Tally {
    fn new(name: &'static str) -> Tally {
        Tally { name, right: 0, wrong: BTreeMap::new() }
    }

    fn count(&mut self, line: &Value, is_right: bool, read: &str) {
        if is_right {
            self.right += 1;
        } else {
            let told = format!("{} should give {}, gives {read}", line["input"], line["results"]);
            self.wrong.entry(line["i"].as_u64().unwrap()).or_insert(told);
        }
    }

    /// At least so many of a hundred are right, and the wrong ones are those that are known, each with its reason.
    #[track_caller]
    fn check(&self, percent: usize, known: &[(u64, &str)]) {
        let all = self.right + self.wrong.len();
        println!("{}: {} of {all} ({:.1} %)", self.name, self.right, 100.0 * self.right as f64 / all as f64);
        let unknown: Vec<_> = self.wrong.iter().filter(|(i, _)| known.iter().all(|(known, _)| known != *i)).collect();
        let mended: Vec<_> = known.iter().filter(|(i, _)| !self.wrong.contains_key(i)).collect();
        assert!(unknown.is_empty(), "{}: new misses, {}: {unknown:#?}", self.name, unknown.len());
        assert!(mended.is_empty(), "{}: no longer missed: {mended:#?}", self.name);
        assert!(self.right * 100 >= all * percent, "{}: {} of {all}", self.name, self.right);
    }
}

fn numbers(quantity: &Quantity) -> Vec<f64> {
    use Quantity::*;
    let number = |n: corroborate::Number| n.to_string().parse().unwrap();
    match *quantity {
        Exactly(n) | About(n) | Nearly(n) | AtLeast(n) | AtMost(n) | MoreThan(n) | FewerThan(n) => vec![number(n)],
        Between(low, high) => vec![number(low), number(high)],
    }
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

fn are_near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_near(*a, *b))
}

#[test]
fn numbers_have_the_values_of_the_number_model() {
    let mut tally = Tally::new("NumberModel");
    for line in lines("quantities/recognizers-text.jsonl").iter().filter(|line| spec(line) == "NumberModel") {
        let expected: Vec<f64> =
            line["results"].as_array().unwrap().iter().map(|it| it[1].as_str().unwrap().parse().unwrap()).collect();
        let reading = text::read(line["input"].as_str().unwrap(), None);
        // A number that is written on to its unit (`5km`) is no number there, but a dimension.
        let is_dimension = |figure: &&text::Figure| {
            figure.of.is_some_and(|of| of.start == figure.number.end && figure.bound.is_none())
        };
        let read: Vec<f64> = reading
            .figures()
            .iter()
            .filter(|figure| !(is_dimension(figure) && figure.unit.as_deref() != Some("percent")))
            .flat_map(|figure| numbers(&figure.quantity))
            .collect();
        tally.count(line, are_near(&expected, &read), &format!("{read:?}"));
    }
    tally.check(95, misses::NUMBERS);
}

/// `[20,30)` and its like as two ends, either of which may be open.
fn ends(range: &str) -> [Option<f64>; 2] {
    let (low, high) = range.trim_matches(['[', ']', '(', ')']).split_once(',').unwrap();
    [low.parse().ok(), high.parse().ok()]
}

fn read_ends(quantity: &Quantity) -> Option<[Option<f64>; 2]> {
    use Quantity::*;
    let values = numbers(quantity);
    match quantity {
        AtLeast(_) | MoreThan(_) => Some([Some(values[0]), None]),
        AtMost(_) | FewerThan(_) => Some([None, Some(values[0])]),
        Between(..) => Some([Some(values[0]), Some(values[1])]),
        Exactly(_) | About(_) | Nearly(_) => None,
    }
}

#[test]
fn ranges_have_the_ends_of_the_range_model_and_none_is_turned_round() {
    let mut tally = Tally::new("NumberRangeModel");
    for line in lines("quantities/recognizers-text.jsonl").iter().filter(|line| spec(line) == "NumberRangeModel") {
        let expected: Vec<_> =
            line["results"].as_array().unwrap().iter().map(|it| ends(it[1].as_str().unwrap())).collect();
        let reading = text::read(line["input"].as_str().unwrap(), None);
        let read: Vec<_> = reading.figures().iter().filter_map(|figure| read_ends(&figure.quantity)).collect();
        let is_same = |a: &[Option<f64>; 2], b: &[Option<f64>; 2]| {
            a.iter().zip(b).all(|(a, b)| match (a, b) {
                (Some(a), Some(b)) => is_near(*a, *b),
                (None, None) => true,
                _ => false,
            })
        };
        for [low, high] in &read {
            let is_turned = expected.iter().any(|[floor, ceiling]| {
                high.is_some() && low.is_none() && ceiling.is_none() && floor == high
                    || low.is_some() && high.is_none() && floor.is_none() && ceiling == low
            });
            assert!(!is_turned, "{line}");
        }
        let is_right = expected.len() == read.len() && expected.iter().zip(&read).all(|(a, b)| is_same(a, b));
        tally.count(line, is_right, &format!("{read:?}"));
    }
    tally.check(85, misses::RANGES);
}

#[track_caller]
fn values_and_units(model: &'static str, percent: usize, known: &[(u64, &str)]) {
    let mut tally = Tally::new(model);
    for line in lines("quantities/recognizers-text.jsonl").iter().filter(|line| spec(line) == model) {
        let reading = text::read(line["input"].as_str().unwrap(), None);
        let read: Vec<String> = reading.figures().iter().map(notation::figure).collect();
        for result in line["results"].as_array().unwrap() {
            let value = result[1]["value"].as_str().or(result[1].as_str());
            let Some(value) = value.and_then(|value| value.trim_end_matches('%').parse::<f64>().ok()) else { continue };
            let iso = result[1]["isoCurrency"].as_str();
            let has_value = reading.figures().iter().any(|figure| {
                let unit = figure.unit.as_deref().unwrap_or_default();
                !unit.is_empty()
                    && iso.is_none_or(|iso| unit.starts_with(iso))
                    && numbers(&figure.quantity).iter().any(|n| is_near(*n, value))
            });
            tally.count(line, has_value, &format!("{read:?}"));
        }
    }
    tally.check(percent, known);
}

#[test]
fn percentages_have_their_values() {
    values_and_units("PercentModel", 70, misses::PERCENTAGES);
}

#[test]
fn ages_have_their_values_and_units() {
    values_and_units("AgeModel", 80, misses::AGES);
}

#[test]
fn money_has_its_value_and_currency() {
    values_and_units("CurrencyModel", 80, misses::MONEY);
}

#[test]
fn dimensions_have_their_values_and_units() {
    values_and_units("DimensionModel", 70, misses::DIMENSIONS);
}

fn day(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}

/// The last days that a half-open end can stand for: the day before, that day, or all of the month or year that it begins.
fn is_end(last: NaiveDate, end: NaiveDate) -> bool {
    let whole =
        |months: u32| end.checked_add_months(Months::new(months)).and_then(|next| next.pred_opt()) == Some(last);
    end.checked_sub_days(Days::new(1)) == Some(last)
        || last == end
        || end.day() == 1 && (whole(1) || whole(3))
        || end.ordinal() == 1 && whole(12)
}

#[test]
fn dates_and_closed_periods_have_the_days_of_the_date_model() {
    let mut tally = Tally::new("DateTimeModel, dates and closed periods");
    for line in lines("dates/recognizers-text.jsonl") {
        let published: Moment = line["ref"].as_str().unwrap()[..10].parse().unwrap();
        let reading = text::read(line["input"].as_str().unwrap(), Some(published));
        let to_date = |day: Option<Day>| day.and_then(Day::date);
        let read: Vec<_> = reading.dates().iter().filter_map(|date| date.date.as_ref().ok()).collect();
        for result in line["results"].as_array().unwrap() {
            let kind = result[1].as_str().unwrap();
            let candidates = result[2].as_array().unwrap();
            let wanted: Vec<(NaiveDate, NaiveDate)> = candidates
                .iter()
                .filter_map(|it| match kind {
                    "datetimeV2.date" => day(it["value"].as_str()?).map(|day| (day, day)),
                    "datetimeV2.daterange" => Some((day(it["start"].as_str()?)?, day(it["end"].as_str()?)?)),
                    _ => None,
                })
                .collect();
            if wanted.is_empty() {
                continue;
            }
            let is_right = wanted.iter().any(|(first, end)| {
                read.iter().any(|edtf| {
                    let (from, to) = (to_date(edtf.core().first()), to_date(edtf.core().last()));
                    from == Some(*first) && to.is_some_and(|to| is_end(to, *end))
                })
            });
            let shown: Vec<_> = read.iter().map(|edtf| edtf.as_str()).collect();
            tally.count(&line, is_right, &format!("{shown:?}"));
        }
    }
    tally.check(75, misses::DATES);
}
