//! Dates as publishers write them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::model::moment::{Moment, MomentError};

/// What became of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated {
    /// It is written as it should be.
    AsWritten(Moment),
    /// It is not, but means one thing only.
    Mended(Moment),
    /// The day of a time of day without a zone.
    Zoneless(Moment),
    /// It stands for no date.
    Sentinel,
    /// It cannot be read.
    Unreadable,
}

/// Reads a date. What could be two different days (`03/04/2021`) is not read.
pub(super) fn dated(text: &str) -> Dated {
    let read = match text.parse::<Moment>() {
        // A space for the `T` is common, and no ISO 8601.
        Ok(moment) if text.contains(' ') => Dated::Mended(moment),
        Ok(moment) => Dated::AsWritten(moment),
        Err(MomentError::NoZone(_)) => zoneless(text),
        Err(_) => mended(text),
    };
    match read {
        Dated::AsWritten(moment) | Dated::Mended(moment) | Dated::Zoneless(moment) if is_sentinel(&moment) => {
            Dated::Sentinel
        }
        read => read,
    }
}

/// Years before printing or after everybody, and the beginnings of the calendars of machines.
fn is_sentinel(moment: &Moment) -> bool {
    let day = moment.last_day();
    let beginnings = [NaiveDate::from_ymd_opt(1970, 1, 1), NaiveDate::from_ymd_opt(1900, 1, 1)];
    !(1400..9999).contains(&day.year()) || beginnings.contains(&Some(day))
}

fn mended(text: &str) -> Dated {
    if let Some(moment) = iso(text) {
        return moment;
    }
    // The form of electronic mail, `Mon, 22 Jun 2020 12:26:08 +0530`.
    if let Ok(moment) = DateTime::parse_from_rfc2822(text) {
        return Dated::Mended(Moment::Instant(moment.with_timezone(&Utc)));
    }
    const NAMED: [&str; 4] = ["%B %d, %Y", "%d %B %Y", "%Y/%m/%d", "%Y%m%d"];
    let day = NAMED.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    day.filter(|day| (0..=9999).contains(&day.year())).map_or(Dated::Unreadable, |day| Dated::Mended(Moment::Day(day)))
}

/// ISO 8601 with a space for the `T`, or with an offset that lacks its colon or a nought.
fn iso(text: &str) -> Option<Dated> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let time = time.trim_start();
    let zone = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(zone)?;
    let offset = offset(zone.trim())?;
    let whole = format!("{date}T{}{offset}", clock.trim_end());
    match whole.parse::<Moment>() {
        Ok(moment) => Some(Dated::Mended(moment)),
        Err(MomentError::NoZone(_)) => Some(zoneless(&whole)),
        Err(_) => None,
    }
}

/// `+5:30`, `+530`, `+0530` and `+05` as `+05:30` and `+05:00`; `UTC` and `GMT` are not guessed at.
fn offset(zone: &str) -> Option<String> {
    if zone.is_empty() || zone.eq_ignore_ascii_case("z") {
        return Some(zone.to_ascii_uppercase());
    }
    let (sign, digits) = zone.split_at_checked(1)?;
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() <= 2 => (digits, "00"),
        None => digits.split_at_checked(digits.len().checked_sub(2)?)?,
    };
    let sound = [hours, minutes].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    (sound && (1..=2).contains(&hours.len()) && minutes.len() == 2).then(|| format!("{sign}{hours:0>2}:{minutes}"))
}

/// The day of a moment whose zone is not known. It may be off by one where the clock was far from Greenwich.
fn zoneless(text: &str) -> Dated {
    text.get(..10).and_then(|day| day.parse().ok()).map_or(Dated::Unreadable, Dated::Zoneless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_read_where_they_mean_one_thing() {
        for (text, expected) in [
            ("2021-08-24", Dated::AsWritten(moment("2021-08-24"))),
            ("2021-08", Dated::AsWritten(moment("2021-08"))),
            ("2021-06-17T14:49:04+05:30", Dated::AsWritten(moment("2021-06-17T09:19:04Z"))),
            ("2020-06-22T12:26:08+5:30", Dated::Mended(moment("2020-06-22T06:56:08Z"))),
            ("2020-06-22T12:26:08.000+0530", Dated::Mended(moment("2020-06-22T06:56:08Z"))),
            ("2019-11-19 14:42:55Z", Dated::Mended(moment("2019-11-19T14:42:55Z"))),
            ("Mon, 22 Jun 2020 12:26:08 +0530", Dated::Mended(moment("2020-06-22T06:56:08Z"))),
            ("June 3, 2021", Dated::Mended(moment("2021-06-03"))),
            ("3 June 2021", Dated::Mended(moment("2021-06-03"))),
            ("20210603", Dated::Mended(moment("2021-06-03"))),
            ("2020-06-23 20:02", Dated::Zoneless(moment("2020-06-23"))),
            ("2020-06-23T20:02:00", Dated::Zoneless(moment("2020-06-23"))),
            ("0001-01-01 00:00:00Z", Dated::Sentinel),
            ("1970-01-01T00:00:00Z", Dated::Sentinel),
            ("0000-00-00", Dated::Unreadable),
            ("03/04/2021", Dated::Unreadable),
            ("2021-02-30", Dated::Unreadable),
            ("yesterday", Dated::Unreadable),
            ("2021", Dated::Unreadable),
            ("2021-06-17T25:00:00 +1é", Dated::Unreadable),
        ] {
            assert_eq!(dated(text), expected, "{text}");
        }
    }
}
