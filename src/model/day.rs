//! Days of the calendar, and how long it is from one to another. Nothing here asks what day it is.

use super::date::Date;
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

/// A length of time as people count it, from the largest unit to the smallest: `1y6m` is a year and six months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    pub years: u16,
    pub months: u16,
    pub days: u16,
}

/// How many days a month has.
pub fn month_length(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Day {
    /// The last day of a date that may be a whole month or year.
    pub fn last_of(date: &Date) -> Option<Self> {
        let mut parts = date.as_str().split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().map_or(Ok(12), str::parse).ok()?;
        let day = parts.next().map(str::parse).transpose().ok()?;
        Some(Self {
            year,
            month,
            day: day.unwrap_or_else(|| month_length(year, month)),
        })
    }

    /// The day that lies so many days after 1 January 1970.
    pub fn since_1970(days: u64) -> Option<Self> {
        let days = i64::try_from(days).ok().filter(|days| *days < 3_000_000)?;
        Some(Self::from_number(days))
    }

    /// How many days it lies after 1 January 1970, or before it, as a number below zero.
    ///
    /// Years are counted from March, so that a leap day is the last of its year: Howard Hinnant's `days_from_civil`.
    fn number(self) -> i64 {
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day of such a number.
    fn from_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        // Each is bounded by the arithmetic above.
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// The day that lies a span later. Where its month is too short, the last day of that month is meant: a month
    /// after 31 January is 28 or 29 February.
    pub fn after(self, span: Span) -> Self {
        let months = i32::from(span.years) * 12 + i32::from(span.months);
        let moved = self.moved(months);
        Self::from_number(moved.number() + i64::from(span.days))
    }

    fn moved(self, months: i32) -> Self {
        let total = self.year * 12 + i32::from(self.month) - 1 + months;
        let year = total.div_euclid(12);
        let month = u8::try_from(total.rem_euclid(12) + 1).unwrap_or(1);
        Self {
            year,
            month,
            day: self.day.min(month_length(year, month)),
        }
    }

    /// How long it is from this day to a later one; nothing where the other is no later.
    pub fn until(self, later: Self) -> Span {
        if later <= self {
            return Span::default();
        }
        let mut months =
            (later.year - self.year) * 12 + i32::from(later.month) - i32::from(self.month);
        if self.moved(months) > later {
            months -= 1;
        }
        let days = later.number() - self.moved(months).number();
        Span {
            years: u16::try_from(months / 12).unwrap_or(u16::MAX),
            months: u16::try_from(months % 12).unwrap_or(0),
            days: u16::try_from(days).unwrap_or(0),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Span {
    /// Reads `2y`, `18m`, `90d` or several of them from the largest unit to the smallest, `1y6m`; each up to 9999.
    pub fn parse(text: &str) -> Option<Self> {
        let mut span = Self::default();
        let mut rest = text;
        for (unit, part) in [
            ('y', &mut span.years),
            ('m', &mut span.months),
            ('d', &mut span.days),
        ] {
            if let Some((number, after)) = rest.split_once(unit) {
                let digits = (1..=4).contains(&number.len())
                    && number.bytes().all(|byte| byte.is_ascii_digit());
                *part = number.parse().ok().filter(|_| digits)?;
                rest = after;
            }
        }
        (rest.is_empty() && !text.is_empty()).then_some(span)
    }
}

/// In words: `6 years 6 months`; days only where there are no years.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = if self.years > 0 { 0 } else { self.days };
        let parts = [(self.years, "year"), (self.months, "month"), (days, "day")];
        let mut written = false;
        for (number, unit) in parts.into_iter().filter(|(number, _)| *number > 0) {
            let (gap, s) = (
                if written { " " } else { "" },
                if number == 1 { "" } else { "s" },
            );
            write!(f, "{gap}{number} {unit}{s}")?;
            written = true;
        }
        if written {
            Ok(())
        } else {
            f.write_str("0 days")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::last_of(&Date::parse(text).unwrap()).unwrap()
    }

    fn span(text: &str) -> Span {
        Span::parse(text).unwrap()
    }

    #[test]
    fn an_inexact_date_ends_with_its_last_day() {
        for (date, last) in [
            ("2026-06-13", "2026-06-13"),
            ("2024-02", "2024-02-29"),
            ("2100-02", "2100-02-28"),
            ("2025-05", "2025-05-31"),
            ("2023", "2023-12-31"),
        ] {
            assert_eq!(day(date).to_string(), last);
        }
    }

    #[test]
    fn days_are_counted_from_1970_and_back() {
        for (number, text) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_782, "2026-11-25"),
        ] {
            assert_eq!(Day::since_1970(number).unwrap().to_string(), text);
        }
        for number in -30_000..90_000 {
            assert_eq!(Day::from_number(number).number(), number);
        }
        assert_eq!(Day::since_1970(u64::MAX), None);
    }

    #[test]
    fn a_month_that_is_too_short_ends_early() {
        for (from, by, to) in [
            ("2025-01-31", "1m", "2025-02-28"),
            ("2024-01-31", "1m", "2024-02-29"),
            ("2024-02-29", "1y", "2025-02-28"),
            ("2024-02-29", "4y", "2028-02-29"),
            ("2025-05-31", "1y6m", "2026-11-30"),
            ("2025-12-31", "90d", "2026-03-31"),
            ("2025-11-30", "18m1d", "2027-05-31"),
        ] {
            assert_eq!(day(from).after(span(by)).to_string(), to, "{from} + {by}");
        }
    }

    #[test]
    fn the_time_between_days_reads_as_people_count() {
        for (from, to, text) in [
            ("2019-05", "2026-11-25", "7 years 5 months"),
            ("2025-05", "2026-05-31", "1 year"),
            ("2026-10-31", "2026-11-30", "1 month"),
            ("2026-10-31", "2026-11-29", "29 days"),
            ("2024-02-29", "2025-02-28", "1 year"),
            ("2026-08-20", "2026-11-25", "3 months 5 days"),
            ("2026-11-24", "2026-11-25", "1 day"),
            ("2026-11-25", "2026-11-25", "0 days"),
            ("2027-01-01", "2026-11-25", "0 days"),
        ] {
            assert_eq!(day(from).until(day(to)).to_string(), text, "{from} to {to}");
        }
    }

    #[test]
    fn a_span_is_read_from_the_largest_unit_to_the_smallest() {
        let read = |years, months, days| {
            Some(Span {
                years,
                months,
                days,
            })
        };
        assert_eq!(Span::parse("2y"), read(2, 0, 0));
        assert_eq!(Span::parse("18m"), read(0, 18, 0));
        assert_eq!(Span::parse("90d"), read(0, 0, 90));
        assert_eq!(Span::parse("1y6m"), read(1, 6, 0));
        for bad in [
            "", "2", "y", "2w", "6m1y", "1y1y", "-1y", "1.5y", "2y ", "+2y", "99999d", "é2y",
        ] {
            assert_eq!(Span::parse(bad), None, "{bad}");
        }
    }
}
