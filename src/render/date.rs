//! Dates, as news writes them: `18 October 2024`.

use chrono::{Datelike, NaiveDate, Timelike};

use crate::model::edtf::{Day, Edtf};
use crate::model::moment::Moment;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or_default()
}

pub(super) fn of_day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The day or month of a publication, in UTC.
pub(super) fn published(moment: Moment) -> String {
    match moment {
        Moment::Instant(instant) => of_day(instant.date_naive()),
        Moment::Day(day) => of_day(day),
        Moment::Month(first) => format!("{} {}", month(first), first.year()),
    }
}

/// A moment with its time of day.
pub(super) fn moment(moment: Moment) -> String {
    match moment {
        Moment::Instant(instant) => {
            format!("{}, {:02}:{:02} UTC", of_day(instant.date_naive()), instant.hour(), instant.minute())
        }
        day => published(day),
    }
}

/// When words were published: one date, or the first and the last with a word between them.
pub(super) fn span(moments: impl Iterator<Item = Moment> + Clone, between: &str) -> Option<String> {
    let first = moments.clone().min_by_key(Moment::known_from)?;
    let last = moments.max_by_key(Moment::known_from)?;
    let (first, last) = (published(first), published(last));
    Some(if first == last { first } else { format!("{} {between} {last}", without_repetition(&first, &last)) })
}

/// `2 September 2025` as the beginning of `… 4 September 2025` is `2`, of `… 4 October 2025` is `2 September`.
pub(super) fn without_repetition<'a>(first: &'a str, last: &'a str) -> &'a str {
    let words = |text: &'a str| text.split(' ').rev();
    let last_words = last.split(' ').rev();
    if words(first).count() > last_words.clone().count() {
        return first;
    }
    let same = words(first).zip(last_words).take_while(|(a, b)| a == b).count();
    let keep = words(first).count().saturating_sub(same).max(1);
    first.match_indices(' ').nth(keep - 1).map_or(first, |(at, _)| &first[..at])
}

/// The time that a fact is about: a day, month or year, or the span from the first to the last day.
pub(super) fn time(when: &Edtf) -> String {
    let text = when.as_str();
    let about = if text.ends_with(['~', '%']) && !text.contains('/') { "about " } else { "" };
    let plain = text.trim_end_matches(['~', '%', '?']);
    let is_number = |text: &str, length: usize| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if is_number(plain, 4) {
        return format!("{about}{plain}");
    }
    let core = when.core();
    let (first, last) = (core.first(), core.last());
    if let (Some((year, of_year)), Some(first)) = (plain.split_once('-'), first.and_then(Day::date))
        && is_number(year, 4)
        && is_number(of_year, 2)
        && of_year <= "12"
    {
        return format!("{about}{} {year}", month(first));
    }
    let day = |day: Day| day.date().map_or_else(|| day.to_string(), of_day);
    match (first, last) {
        (Some(first), Some(last)) if first == last => format!("{about}{}", day(first)),
        (Some(first), Some(last)) => {
            let (first, last) = (day(first), day(last));
            format!("{about}{} to {last}", without_repetition(&first, &last))
        }
        (Some(first), None) => format!("{} or later", day(first)),
        (None, Some(last)) => format!("{} or earlier", day(last)),
        (None, None) => "no known time".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publications_name_their_day_or_month() {
        for (text, words, exact) in [
            ("2024-10-18", "18 October 2024", "18 October 2024"),
            ("2024-10", "October 2024", "October 2024"),
            ("2024-10-18T09:30:00+09:00", "18 October 2024", "18 October 2024, 00:30 UTC"),
        ] {
            let read: Moment = text.parse().unwrap();
            assert_eq!((published(read).as_str(), moment(read).as_str()), (words, exact));
        }
    }

    #[test]
    fn spans_do_not_repeat_themselves() {
        for (dates, words) in [
            (vec!["2024-10-18"], "18 October 2024"),
            (vec!["2024-10-20", "2024-10-18"], "18 to 20 October 2024"),
            (vec!["2024-10-18", "2024-11-18"], "18 October to 18 November 2024"),
            (vec!["2024-10-18", "2025-10-18"], "18 October 2024 to 18 October 2025"),
            (vec!["2024-10", "2024-11"], "October to November 2024"),
            (vec!["2024-10", "2024-11-02"], "October to 2 November 2024"),
            (vec!["2024-10-18", "2024-10"], "18 October 2024 to October 2024"),
        ] {
            let moments: Vec<Moment> = dates.iter().map(|date| date.parse().unwrap()).collect();
            assert_eq!(span(moments.iter().copied(), "to").as_deref(), Some(words));
        }
        assert_eq!(span(std::iter::empty(), "to"), None);
    }

    #[test]
    fn times_are_read_as_they_are_written() {
        for (edtf, words) in [
            ("2024-06-18", "18 June 2024"),
            ("2024-06", "June 2024"),
            ("2024-06~", "about June 2024"),
            ("2024", "2024"),
            ("2024-06-18/2024-06-20", "18 to 20 June 2024"),
            ("2016/..", "1 January 2016 or later"),
            ("../2025-08", "31 August 2025 or earlier"),
            ("2024-21", "1 March to 31 May 2024"),
            ("[2024-10,2024-11]", "1 October to 30 November 2024"),
        ] {
            assert_eq!(time(&Edtf::parse(edtf).unwrap()), words, "{edtf}");
        }
    }
}
