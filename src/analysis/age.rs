//! How old a figure is: from which day its age is counted, and whether that is too long ago.

use crate::model::{Date, Day, Edition, Span};

/// The day from which the age of a figure with this period is counted; none where it cannot be told.
///
/// It is the last day that the figure can be of, so that what is called too old is too old on any reading: the end of
/// May 2025 for wages of May 2025, the day itself where a fee was read on a day, the end of the month in which O*NET
/// rated or asked, the end of the year where no more is known. A projection counts from the end of its base year,
/// 2024 in 2024–34: that year's jobs are the last that were counted, and all else in it is worked out from them.
pub fn counted_from(period: &str) -> Option<Day> {
    if let Some(date) = Date::parse(period) {
        return Day::last_of(&date);
    }
    Edition::parse(period)?;
    let (base, _) = period.split_once('-')?;
    Day::last_of(&Date::parse(base)?)
}

/// The oldest that a figure may be, and the day on which that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub age: Span,
    pub today: Day,
}

/// How a figure stands to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No older than it may be. What is of a day still to come is not old.
    Recent,
    /// Older, by this long before the day on which it is asked.
    Old(Span),
    /// Nobody can tell: it cannot be shown to be recent.
    Undated,
}

impl Limit {
    /// How a figure with this period stands; exactly as old as it may be is not too old.
    pub fn standing(self, period: Option<&str>) -> Standing {
        match period.and_then(counted_from) {
            None => Standing::Undated,
            Some(day) if day.after(self.age) < self.today => Standing::Old(day.until(self.today)),
            Some(_) => Standing::Recent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_counted_from_the_last_day_that_a_figure_can_be_of() {
        for (period, day) in [
            ("2025-05", "2025-05-31"),
            ("2026-06-13", "2026-06-13"),
            ("2024-34", "2024-12-31"),
            ("2023", "2023-12-31"),
        ] {
            assert_eq!(counted_from(period).unwrap().to_string(), day);
        }
        assert_eq!(counted_from("May 2025"), None);
    }

    #[test]
    fn exactly_as_old_as_allowed_is_not_too_old() {
        let standing = |age: &str, today: &str, period| {
            let limit = Limit {
                age: Span::parse(age).unwrap(),
                today: counted_from(today).unwrap(),
            };
            limit.standing(period)
        };
        assert_eq!(
            standing("1y", "2026-05-31", Some("2025-05")),
            Standing::Recent
        );
        let Standing::Old(age) = standing("1y", "2026-06-01", Some("2025-05")) else {
            panic!("a year and a day is more than a year");
        };
        assert_eq!(age.to_string(), "1 year");
        assert_eq!(standing("0d", "2020", Some("2025-05")), Standing::Recent);
        assert_eq!(standing("9999y", "2026", None), Standing::Undated);
    }
}
