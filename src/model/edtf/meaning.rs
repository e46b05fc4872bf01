//! From the parts of a date expression to the days that they mean.

use std::ops::{Bound, RangeInclusive};

use edtf_core::{Date, DateField, Qualifier, Year, YearKind};

use super::{
    EdtfError,
    day::{Day, month_length},
};
use crate::model::{ranges::Ranges, text::excerpt};

/// First and last day of a stretch.
type Stretch = (Day, Day);

/// The stretches of days that an expression means, gathered part by part.
pub(super) struct Pieces<'a> {
    text: &'a str,
    core: Vec<(Bound<Day>, Bound<Day>)>,
    wide: Vec<(Bound<Day>, Bound<Day>)>,
    /// How many more separate stretches open digits may unfold into: a bound on what a short text from a stranger can
    /// cost. A day in every month of a decade fits, and so does one of a year in every year of a century.
    unfolding: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(text: &'a str) -> Pieces<'a> {
        Pieces { text, core: Vec::new(), wide: Vec::new(), unfolding: 366 }
    }

    /// All the days of a date.
    pub(super) fn add_date(&mut self, date: &Date) -> Result<(), EdtfError> {
        let reach = Reach::of(date);
        for stretch in self.stretches(date)? {
            let (first, last) = reach.widen(stretch);
            self.core.push((Bound::Included(stretch.0), Bound::Included(stretch.1)));
            self.wide.push((Bound::Included(first), Bound::Included(last)));
        }
        Ok(())
    }

    /// All the days from the first of one date to the last of another; an end that is not there is open.
    pub(super) fn add_span(&mut self, start: Option<&Date>, end: Option<&Date>) -> Result<(), EdtfError> {
        let (mut core, mut wide) = ((Bound::Unbounded, Bound::Unbounded), (Bound::Unbounded, Bound::Unbounded));
        if let Some(date) = start
            && let Some(stretch) = self.stretches(date)?.first()
        {
            core.0 = Bound::Included(stretch.0);
            wide.0 = Bound::Included(Reach::of(date).widen(*stretch).0);
        }
        if let Some(date) = end
            && let Some(stretch) = self.stretches(date)?.last()
        {
            core.1 = Bound::Included(stretch.1);
            wide.1 = Bound::Included(Reach::of(date).widen(*stretch).1);
        }
        self.core.push(core);
        self.wide.push(wide);
        Ok(())
    }

    pub(super) fn into_ranges(self) -> (Ranges<Day>, Ranges<Day>) {
        (self.core.into_iter().collect(), self.wide.into_iter().collect())
    }

    /// The stretches of days that fit a date, in order and apart from each other; at least one.
    fn stretches(&mut self, date: &Date) -> Result<Vec<Stretch>, EdtfError> {
        let spans = self.years(&date.year)?;
        let mut stretches = Vec::new();
        if takes_whole_years(date) {
            for years in spans {
                let stretch = (Day::from_calendar(*years.start(), 1, 1), Day::from_calendar(*years.end(), 12, 31));
                self.append(&mut stretches, stretch)?;
            }
        } else {
            for year in spans.into_iter().flatten() {
                self.append_year(&mut stretches, year, date)?;
            }
        }
        if stretches.is_empty() { Err(EdtfError::Impossible(excerpt(self.text))) } else { Ok(stretches) }
    }

    /// The stretches of one year that fit the month and day of a date.
    fn append_year(&mut self, stretches: &mut Vec<Stretch>, year: i32, date: &Date) -> Result<(), EdtfError> {
        let Some(month) = date.month else {
            return Ok(());
        };
        if let Some((first, months)) = month.value().and_then(grouping) {
            let start = Day::from_calendar(year, first, 1);
            return self.append(stretches, (start, start.plus_months(months).previous()));
        }
        for number in (1..=12).filter(|number| fits(month, *number)) {
            let length = month_length(year, number);
            match date.day {
                Some(day) if !is_open(day) => {
                    for of_month in (1..=length).filter(|of_month| fits(day, *of_month)) {
                        let day = Day::from_calendar(year, number, of_month);
                        self.append(stretches, (day, day))?;
                    }
                }
                _ => {
                    let stretch = (Day::from_calendar(year, number, 1), Day::from_calendar(year, number, length));
                    self.append(stretches, stretch)?;
                }
            }
        }
        Ok(())
    }

    /// Adds a stretch that lies after all others, joined to the last if it follows on it.
    fn append(&mut self, stretches: &mut Vec<Stretch>, stretch: Stretch) -> Result<(), EdtfError> {
        match stretches.last_mut() {
            Some(last) if last.1.next() == stretch.0 => last.1 = stretch.1,
            Some(_) if self.unfolding == 0 => {
                return Err(EdtfError::TooScattered(excerpt(self.text)));
            }
            Some(_) => {
                self.unfolding -= 1;
                stretches.push(stretch);
            }
            // The first is as long as its own text, and costs no more than that.
            None => stretches.push(stretch),
        }
        Ok(())
    }

    /// The runs of years that fit, in order.
    fn years(&self, year: &Year) -> Result<Vec<RangeInclusive<i32>>, EdtfError> {
        let out_of_range = || EdtfError::YearOutOfRange(excerpt(self.text));
        let YearKind::Standard { negative, digits } = year.kind else {
            // The other forms are for years beyond four digits only.
            return Err(out_of_range());
        };
        let sign = if negative { -1 } else { 1 };
        if digits[0].is_none() {
            return Err(EdtfError::NeedsYear(excerpt(self.text)));
        }
        let run = run_length(year);
        // Open digits at the end make one run of years, those before them a run for each digit that fits.
        let mut starts = vec![0_i32];
        for digit in digits {
            let fitting = match digit {
                Some(digit) => digit..=digit,
                None => 0..=9,
            };
            starts = starts
                .iter()
                .flat_map(|start| fitting.clone().map(move |digit| start * 10 + i32::from(digit)))
                .collect();
        }
        starts.retain(|start| year.significant_digits.is_some() || start % run == 0);
        Ok(starts
            .into_iter()
            .map(|start| {
                let first = start - start % run;
                let (a, b) = (sign * first, sign * (first + run - 1));
                a.min(b)..=a.max(b)
            })
            .collect())
    }
}

/// How many years in a row the last open or insignificant digits of a year leave: 1, 10, 100 or 1000.
fn run_length(year: &Year) -> i32 {
    let insignificant = match (year.significant_digits, year.kind) {
        (Some(significant), _) => 4_usize.saturating_sub(usize::try_from(significant).unwrap_or(4)),
        (None, YearKind::Standard { digits, .. }) => digits.iter().rev().take_while(|digit| digit.is_none()).count(),
        (None, _) => 0,
    };
    (0..insignificant.min(3)).fold(1, |run, _| run * 10)
}

fn takes_whole_years(date: &Date) -> bool {
    date.month.is_none_or(is_open) && date.day.is_none_or(is_open)
}

/// Whether both digits are left open.
fn is_open(field: DateField) -> bool {
    field.digits == [None, None]
}

fn fits(field: DateField, number: u8) -> bool {
    let [tens, ones] = field.digits;
    tens.is_none_or(|tens| tens == number / 10) && ones.is_none_or(|ones| ones == number % 10)
}

/// First month and length in months of the groupings 21 to 41. Seasons go by whole months; 21 to 24, which the standard
/// ties to no hemisphere, are read as the northern ones, as other readers of EDTF do.
fn grouping(code: u8) -> Option<(u8, i32)> {
    Some(match code {
        21 | 25 | 31 => (3, 3),
        22 | 26 | 32 => (6, 3),
        23 | 27 | 29 => (9, 3),
        24 | 28 | 30 => (12, 3),
        33..=36 => (3 * (code - 33) + 1, 3),
        37..=39 => (4 * (code - 37) + 1, 4),
        40 | 41 => (6 * (code - 40) + 1, 6),
        _ => return None,
    })
}

/// How far the `~` and `%` of a date reach, either way.
enum Reach {
    Nowhere,
    Days(i32),
    Months(i32),
}

impl Reach {
    /// One unit of the component on which the qualifier stands. On several, the coarsest counts: in `~2024-06-~18` the
    /// year itself is doubtful.
    fn of(date: &Date) -> Reach {
        let components =
            [Some(date.year.qualifier), date.month.map(|month| month.qualifier), date.day.map(|day| day.qualifier)];
        let approximate =
            components.map(|component| component.is_some_and(|Qualifier { approximate, .. }| approximate));
        // A qualifier to the right of a component holds for all to its left, and is about the component itself.
        let component = match approximate {
            [false, false, false] => return Reach::Nowhere,
            [true, true, true] | [false, false, true] => 2,
            [true, true, false] | [false, true, _] => 1,
            [true, false, _] => 0,
        };
        match (component, date.month, date.day) {
            (2, _, Some(day)) if !is_open(day) => Reach::Days(1),
            // A day that is left open is as precise as its month, a month as its year.
            (1 | 2, Some(month), _) if !is_open(month) => {
                Reach::Months(month.value().and_then(grouping).map_or(1, |(_, months)| months))
            }
            _ => Reach::Months(12 * run_length(&date.year)),
        }
    }

    fn widen(&self, (first, last): Stretch) -> Stretch {
        match *self {
            Reach::Nowhere => (first, last),
            Reach::Days(days) => (first.plus(-days), last.plus(days)),
            Reach::Months(months) => {
                // The end of a month moves to the end of a month, and the 30th to the 30th: whichever is later.
                let end_of_month = last.next().plus_months(months).previous();
                (first.plus_months(-months), last.plus_months(months).max(end_of_month))
            }
        }
    }
}
