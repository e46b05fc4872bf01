use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The intervals of a set as `first..last`, open ends left out, joined by spaces.
fn show(days: &Ranges<Day>) -> String {
    use std::ops::Bound;
    let end = |bound: Bound<&Day>, step: i32| match bound {
        Bound::Included(day) => day.to_string(),
        Bound::Excluded(day) => day.plus(step).to_string(),
        Bound::Unbounded => String::new(),
    };
    let intervals: Vec<String> = days
        .iter()
        .map(|(low, high)| match (end(low, 1), end(high, -1)) {
            (low, high) if low == high => low,
            (low, high) => format!("{low}..{high}"),
        })
        .collect();
    intervals.join(" ")
}

#[track_caller]
fn means(text: &str, core: &str) {
    widens(text, core, core);
}

#[track_caller]
fn widens(text: &str, core: &str, wide: &str) {
    let date = Edtf::parse(text).unwrap();
    assert_eq!((show(date.core()).as_str(), show(date.wide()).as_str()), (core, wide), "{text}");
    assert!(!date.core().is_empty() && date.core().is_subset(date.wide()), "{text}");
    assert_eq!(date.to_string(), text);
}

#[track_caller]
fn fails(text: &str, message: &str) {
    assert_eq!(Edtf::parse(text).unwrap_err().to_string(), message, "{text}");
}

#[test]
fn dates_mean_their_days() {
    means("1985-04-12", "1985-04-12");
    means("1985-04", "1985-04-01..1985-04-30");
    means("2024-02", "2024-02-01..2024-02-29");
    means("1900-02", "1900-02-01..1900-02-28");
    means("1985", "1985-01-01..1985-12-31");
    means("-0044-03-15", "-0044-03-15");
    means("-0044", "-0044-01-01..-0044-12-31");
    means("0000", "0000-01-01..0000-12-31");
    means("9999", "9999-01-01..9999-12-31");
    means("-9999", "-9999-01-01..-9999-12-31");
}

#[test]
fn a_moment_means_the_day_that_is_written() {
    for moment in ["2024-06-18T23:20:30", "2024-06-18T23:20:30Z", "2024-06-18T23:20:30-04", "2024-06-18T00:20:30+04:30"]
    {
        means(moment, "2024-06-18");
    }
}

#[test]
fn intervals_run_from_the_first_day_to_the_last_and_may_be_open() {
    means("1964/2008", "1964-01-01..2008-12-31");
    means("2004-06/2006-08", "2004-06-01..2006-08-31");
    means("2004-02-01/2005", "2004-02-01..2005-12-31");
    means("2004-02-01/2004-02-01", "2004-02-01");
    means("1985-04-12/..", "1985-04-12..");
    means("1985-04-12/", "1985-04-12..");
    means("../1985-04", "..1985-04-30");
    means("/1985", "..1985-12-31");
    widens("1984~/2004-06", "1984-01-01..2004-06-30", "1983-01-01..2004-06-30");
    widens("1984/2004-06~", "1984-01-01..2004-06-30", "1984-01-01..2004-07-31");
    means("2004-06-XX/2004-07-03", "2004-06-01..2004-07-03");
    widens("2004-06-~01/2004-06-~20", "2004-06-01..2004-06-20", "2004-05-31..2004-06-21");
}

#[test]
fn sets_mean_the_union() {
    means("{2024-10,2024-11}", "2024-10-01..2024-11-30");
    means("[2024-10,2024-12]", "2024-10-01..2024-10-31 2024-12-01..2024-12-31");
    means("[1667,1668,1670..1672]", "1667-01-01..1668-12-31 1670-01-01..1672-12-31");
    means("[..1760-12-03]", "..1760-12-03");
    means("[1760-12..]", "1760-12-01..");
    means("[1760-01,1760-02,1760-12..]", "1760-01-01..1760-02-29 1760-12-01..");
    means("{..1984}", "..1984-12-31");
    means("{1960,1961-12}", "1960-01-01..1960-12-31 1961-12-01..1961-12-31");
    widens(
        "[1960~,1970]",
        "1960-01-01..1960-12-31 1970-01-01..1970-12-31",
        "1959-01-01..1961-12-31 1970-01-01..1970-12-31",
    );
}

#[test]
fn open_digits_mean_every_date_that_fits() {
    means("201X", "2010-01-01..2019-12-31");
    means("20XX", "2000-01-01..2099-12-31");
    means("2XXX", "2000-01-01..2999-12-31");
    means("2024-XX", "2024-01-01..2024-12-31");
    means("2024-10-XX", "2024-10-01..2024-10-31");
    means("2024-XX-XX", "2024-01-01..2024-12-31");
    means("201X-XX-XX", "2010-01-01..2019-12-31");
    means("2024-1X", "2024-10-01..2024-12-31");
    means("2024-02-2X", "2024-02-20..2024-02-29");
    means("2023-0X-31", "2023-01-31 2023-03-31 2023-05-31 2023-07-31 2023-08-31");
    means("200X-02-29", "2000-02-29 2004-02-29 2008-02-29");
    assert_eq!(Edtf::parse("156X-12-25").unwrap().core().iter().count(), 10);
    assert_eq!(Edtf::parse("1X32-X1-X2").unwrap().core().iter().count(), 10 * 2 * 3);
    assert_eq!(show(Edtf::parse("1X3X").unwrap().core()).split(' ').count(), 10);
}

#[test]
fn seasons_and_groupings_are_whole_months() {
    means("2001-21", "2001-03-01..2001-05-31");
    means("2001-22", "2001-06-01..2001-08-31");
    means("2001-23", "2001-09-01..2001-11-30");
    means("2001-24", "2001-12-01..2002-02-28");
    means("2003-24", "2003-12-01..2004-02-29");
    means("2001-29", "2001-09-01..2001-11-30");
    means("2001-33", "2001-01-01..2001-03-31");
    means("2001-36", "2001-10-01..2001-12-31");
    means("2001-38", "2001-05-01..2001-08-31");
    means("2001-41", "2001-07-01..2001-12-31");
    means("201X-41", &(2010..2020).map(|y| format!("{y}-07-01..{y}-12-31")).collect::<Vec<_>>().join(" "));
    for code in 21..=41 {
        assert!(Edtf::parse(&format!("2001-{code}")).is_ok(), "{code}");
    }
}

#[test]
fn approximate_dates_reach_one_unit_of_their_own_precision_either_way() {
    widens("2024-06-18~", "2024-06-18", "2024-06-17..2024-06-19");
    widens("2024-06~", "2024-06-01..2024-06-30", "2024-05-01..2024-07-31");
    widens("2024-02%", "2024-02-01..2024-02-29", "2024-01-01..2024-03-31");
    widens("2024~", "2024-01-01..2024-12-31", "2023-01-01..2025-12-31");
    widens("2001-21~", "2001-03-01..2001-05-31", "2000-12-01..2001-08-31");
    widens("2001-40~", "2001-01-01..2001-06-30", "2000-07-01..2001-12-31");
    widens("201X~", "2010-01-01..2019-12-31", "2000-01-01..2029-12-31");
    widens("2024-XX~", "2024-01-01..2024-12-31", "2023-01-01..2025-12-31");
    widens("2024-06-XX~", "2024-06-01..2024-06-30", "2024-05-01..2024-07-31");
    widens("1950S2", "1900-01-01..1999-12-31", "1900-01-01..1999-12-31");
    widens("-1950S2~", "-1999-01-01..-1900-12-31", "-2099-01-01..-1800-12-31");
    for certain in ["2024?", "2024-06?", "2024-06-18?", "?2024-06", "2024-?06-18"] {
        let date = Edtf::parse(certain).unwrap();
        assert_eq!(date.core(), date.wide(), "{certain}");
    }
}

#[test]
fn a_qualified_component_reaches_one_unit_of_that_component() {
    widens("2004-06~-11", "2004-06-11", "2004-05-11..2004-07-11");
    widens("2004~-06-11", "2004-06-11", "2003-06-11..2005-06-11");
    widens("2004-06-~11", "2004-06-11", "2004-06-10..2004-06-12");
    widens("~2004-06-~11", "2004-06-11", "2003-06-11..2005-06-11");
    widens("2004-~06-~11", "2004-06-11", "2004-05-11..2004-07-11");
    widens("~2004-~06-~11", "2004-06-11", "2004-06-10..2004-06-12");
    widens("2004-01~-30", "2004-01-30", "2003-12-30..2004-02-29");
    widens("2004~-02-29", "2004-02-29", "2003-02-28..2005-02-28");
    widens("2004-03~-31", "2004-03-31", "2004-02-29..2004-04-30");
}

#[test]
fn every_refusal_says_why() {
    fails("", "a date is missing");
    fails(" \t", "a date is missing");
    fails("2024-02-30", "`2024-02-30` names a day or month that does not exist");
    fails("2023-02-29", "`2023-02-29` names a day or month that does not exist");
    fails("2024-13", "`2024-13` names a day or month that does not exist");
    fails("2024-00", "`2024-00` names a day or month that does not exist");
    fails("2024-06-31/2024-07", "`2024-06-31/2024-07` names a day or month that does not exist");
    fails("2024-2X", "`2024-2X` names a day or month that does not exist");
    fails("2024-02-30T10:00:00Z", "`2024-02-30T10:00:00Z` names a day or month that does not exist");
    fails("2024-13-01T10:00:00Z", "`2024-13-01T10:00:00Z` names a day or month that does not exist");
    fails("2024/2023", "`2024/2023` ends before it begins");
    fails("[1672..1670]", "`[1672..1670]` ends before it begins");
    fails("XXXX-01-15", "`XXXX-01-15` needs a year");
    fails("XXXX-12-XX", "`XXXX-12-XX` needs a year");
    fails("XXXX", "`XXXX` needs a year");
    fails("XX24-01", "`XX24-01` needs a year");
    fails("Y170000002", "`Y170000002` is outside the years -9999 to 9999");
    fails("Y-170000002", "`Y-170000002` is outside the years -9999 to 9999");
    fails("Y-17E7", "`Y-17E7` is outside the years -9999 to 9999");
    fails("{..Y-17E7}", "`{..Y-17E7}` is outside the years -9999 to 9999");
    fails("Y171010000S3", "`Y171010000S3` is outside the years -9999 to 9999");
    fails("Y1E999999999", "`Y1E999999999` is outside the years -9999 to 9999");
    fails("Y99999999999999999999", "`Y99999999999999999999` is outside the years -9999 to 9999");
    fails("2XXX-XX-X1", "`2XXX-XX-X1` means too many separate days");
    fails("20XX-XX-15", "`20XX-XX-15` means too many separate days");
    fails("last May", "`last May` is not an EDTF date: whitespace is not allowed, at byte 4");
    fails("18/6/2024", "`18/6/2024` is not an EDTF date: interval must contain exactly one '/', at byte 4");
    fails("2024-6-1", "`2024-6-1` is not an EDTF date: month must be two digits (or X), at byte 6");
    fails("..", "`..` is not an EDTF date: year must have exactly four digits (or X), at byte 0");
    fails("../..", "`../..` is not an EDTF date: interval needs at least one dated endpoint, at byte 0");
    let not_one = "2024-06".parse::<Day>().unwrap_err();
    assert_eq!(not_one.to_string(), "`2024-06` is not one day");
    assert!("2024-06-18~".parse::<Day>().is_err() && "2024/..".parse::<Day>().is_err());
}

#[test]
fn a_short_text_cannot_ask_for_much() {
    let crowd = format!("[{}]", vec!["1X32-X1-X2"; 10_000].join(","));
    assert!(matches!(Edtf::parse(&crowd), Err(EdtfError::TooScattered(_))));
    let years = format!("[{}]", (0..10_000).map(|year| format!("{year:04}")).collect::<Vec<_>>().join(","));
    means(&years, "0000-01-01..9999-12-31");
}

#[test]
fn days_count_as_the_calendar_does() {
    use chrono::{Days, NaiveDate};
    assert_eq!(day("1970-01-01").number(), 0);
    let mut date = NaiveDate::from_ymd_opt(-401, 1, 1).unwrap();
    let mut expected = Day::from(date);
    while date < NaiveDate::from_ymd_opt(2401, 1, 1).unwrap() {
        let today = Day::from(date);
        assert_eq!(today, expected);
        assert_eq!(today.date(), Some(date));
        let (year, month, of_month) = today.calendar();
        assert_eq!(Day::from_calendar(year, month, of_month), today);
        assert_eq!(NaiveDate::from_ymd_opt(year, month.into(), of_month.into()), Some(date));
        date = date + Days::new(1);
        expected = expected.next();
    }
}

#[test]
fn far_days_have_names_and_never_overflow() {
    for (number, name) in [(i32::MAX, "5881580-07-11"), (i32::MIN, "-5877641-06-23"), (-719_529, "-0001-12-31")] {
        let day = Day::from_number(number);
        assert_eq!(day.to_string(), name);
        assert_eq!(day.next().previous().plus(-1).plus(1).date().is_some(), number == -719_529);
        let (year, month, of_month) = day.calendar();
        assert_eq!(Day::from_calendar(year, month, of_month), day);
        let _ = (day.plus_months(i32::MAX), day.plus_months(i32::MIN));
    }
    assert_eq!(Day::from_number(i32::MIN).days_until(Day::from_number(i32::MAX)), 4_294_967_295);
}

#[test]
fn expressions_are_strings_in_json() {
    let date: Edtf = serde_json::from_str("\"2024-06~\"").unwrap();
    assert_eq!(serde_json::to_string(&date).unwrap(), "\"2024-06~\"");
    assert_eq!(serde_json::to_string(&day("2024-06-18")).unwrap(), "\"2024-06-18\"");
    assert_eq!(serde_json::from_str::<Day>("\"2024-06-18\"").unwrap(), day("2024-06-18"));
    let error = serde_json::from_str::<Edtf>("\"2024-13\"").unwrap_err().to_string();
    assert!(error.contains("`2024-13` names a day or month that does not exist"), "{error}");
    assert_eq!(Edtf::from(day("2024-06-18")), Edtf::parse("2024-06-18").unwrap());
}
