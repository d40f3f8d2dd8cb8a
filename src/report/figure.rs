//! A figure: a value with its unit, status, period, area, source, and the occupation it measures.

use crate::analysis::reading::Reading;
use crate::model::{Fit, Measure, Occupation, PayYear, Projection};
use serde::{Serialize, Serializer};

/// The units that figures come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    DollarsPerYear,
    Dollars,
    Percent,
    Jobs,
    OpeningsPerYear,
    PercentOfRespondents,
    /// O*NET's scale of importance, 1 to 5.
    Importance,
    /// O*NET's scale of level, 0 to 7.
    Level,
    /// O*NET's job zones, 1 to 5.
    JobZone,
}

impl Unit {
    /// The spelling in JSON and CSV.
    pub fn key(self) -> &'static str {
        match self {
            Self::DollarsPerYear => "USD/year",
            Self::Dollars => "USD",
            Self::Percent => "percent",
            Self::Jobs => "jobs",
            Self::OpeningsPerYear => "openings/year",
            Self::PercentOfRespondents => "percent of respondents",
            Self::Importance => "importance 1-5",
            Self::Level => "level 0-7",
            Self::JobZone => "job zone 1-5",
        }
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// A number that is written without a fraction where it has none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Whole numbers of this size are exact in both types.
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A value that never travels without what it means and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// The number, or the floor where the status is `at-least`; null where there is none.
    pub value: Option<Number>,
    pub unit: Unit,
    /// `published`, `at-least`, `not-published`, `suppressed` or `unknown`; `computed` for a difference of two.
    pub status: &'static str,
    /// `2025-05` for wages of May 2025, `2024-34` for a projection; null where the page is undated.
    pub period: Option<String>,
    pub area: Option<String>,
    /// The code of the occupation it measures; null for what measures none, such as a fee.
    pub occupation: Option<String>,
    pub occupation_title: Option<String>,
    /// How well that occupation stands for the role; null where no role is meant.
    pub fit: Option<Fit>,
    /// The id of the publication.
    pub source: String,
}

impl Figure {
    /// A wage of one year, in dollars a year.
    pub fn wage(measure: Measure, year: &PayYear, occupation: &Occupation, fit: Option<Fit>) -> Self {
        Self::measured(measure, Unit::DollarsPerYear, pay_period(year), &year.source, occupation, fit)
    }

    /// The number of wage and salary jobs in May of one year.
    pub fn employment(year: &PayYear, occupation: &Occupation, fit: Option<Fit>) -> Self {
        Self::measured(year.jobs, Unit::Jobs, pay_period(year), &year.source, occupation, fit)
    }

    /// A figure of a projection; thousands become units.
    pub fn projected(
        measure: Measure,
        unit: Unit,
        projection: &Projection,
        occupation: &Occupation,
        fit: Option<Fit>,
    ) -> Self {
        let measure = match unit {
            Unit::Percent => measure,
            _ => thousands(measure),
        };
        let period = projection.edition.as_str().to_owned();
        Self::measured(measure, unit, period, &projection.source, occupation, fit)
    }

    fn measured(
        measure: Measure,
        unit: Unit,
        period: String,
        source: &str,
        occupation: &Occupation,
        fit: Option<Fit>,
    ) -> Self {
        Self {
            value: measure.number().map(Number),
            unit,
            status: measure.status(),
            period: Some(period),
            area: Some(occupation.area.clone()),
            occupation: Some(occupation.soc.clone()),
            occupation_title: Some(occupation.title.clone()),
            fit,
            source: source.to_owned(),
        }
    }

    /// A figure of O*NET's about one O*NET-SOC occupation.
    pub fn onet(measure: Measure, unit: Unit, period: Option<&str>, reading: &Reading) -> Self {
        let profile = reading.profile();
        Self {
            value: measure.number().map(Number),
            unit,
            status: measure.status(),
            period: period.map(str::to_owned),
            area: Some(reading.occupation.area.clone()),
            occupation: profile.map(|profile| profile.code.clone()),
            occupation_title: profile.map(|profile| profile.title.clone()),
            fit: Some(reading.fit()),
            source: profile.map(|profile| profile.source.clone()).unwrap_or_default(),
        }
    }

    /// Whether the figure stands in for a role that another occupation or group measures.
    pub fn is_stand_in(&self) -> bool {
        self.fit.is_some_and(Fit::is_stand_in)
    }

    /// The value in words: `$61,860`, `at least $239,200`, `-3.7%`, `not published`.
    pub fn text(&self) -> String {
        let Some(Number(number)) = self.value else {
            return self.status.replace('-', " ");
        };
        let number = match self.unit {
            Unit::DollarsPerYear | Unit::Dollars => format!("${}", grouped(number)),
            Unit::Percent => format!("{number:+.1}%"),
            Unit::Jobs | Unit::OpeningsPerYear => grouped(number),
            Unit::PercentOfRespondents => format!("{number:.0}%"),
            Unit::Importance | Unit::Level => format!("{number:.1}"),
            Unit::JobZone => format!("{number:.0}"),
        };
        if self.status == "at-least" { format!("at least {number}") } else { number }
    }

    /// The period in words: `May 2025`, `2024–34`, `2026-06-13`.
    pub fn period_text(&self) -> Option<String> {
        self.period.as_deref().map(|period| match (self.unit, period.split_once('-')) {
            (Unit::DollarsPerYear | Unit::Jobs, Some((year, "05"))) => format!("May {year}"),
            (_, Some((start, end))) if start.len() == 4 && end.len() == 2 && end > "12" => format!("{start}–{end}"),
            _ => period.to_owned(),
        })
    }
}

/// OEWS wages are those of May.
fn pay_period(year: &PayYear) -> String {
    format!("{}-05", year.year)
}

/// A count in thousands, as units.
fn thousands(measure: Measure) -> Measure {
    let units = |thousand: f64| (thousand * 1000.0).round();
    match measure {
        Measure::Value(number) => Measure::Value(units(number)),
        Measure::AtLeast(number) => Measure::AtLeast(units(number)),
        other => other,
    }
}

/// A whole number with a comma between thousands.
pub fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number <= -0.5 {
        text.push('-');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(measure: Measure, unit: Unit) -> Figure {
        Figure {
            value: measure.number().map(Number),
            unit,
            status: measure.status(),
            period: Some("2025-05".into()),
            area: None,
            occupation: None,
            occupation_title: None,
            fit: None,
            source: String::new(),
        }
    }

    #[test]
    fn the_five_cases_read_differently() {
        let text = |measure| figure(measure, Unit::DollarsPerYear).text();
        assert_eq!(text(Measure::Value(61_860.0)), "$61,860");
        assert_eq!(text(Measure::Value(0.0)), "$0");
        assert_eq!(text(Measure::AtLeast(239_200.0)), "at least $239,200");
        assert_eq!(text(Measure::NotPublished), "not published");
        assert_eq!(text(Measure::Suppressed), "suppressed");
        assert_eq!(text(Measure::Unknown), "unknown");
    }

    #[test]
    fn numbers_are_grouped_and_signed() {
        for (number, text) in [(0.0, "0"), (999.0, "999"), (1000.0, "1,000"), (-24_200.0, "-24,200"), (1e6, "1,000,000")] {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(figure(Measure::Value(-3.7), Unit::Percent).text(), "-3.7%");
        assert_eq!(figure(Measure::Value(5.6), Unit::Percent).text(), "+5.6%");
    }

    #[test]
    fn whole_numbers_have_no_fraction_in_json() {
        let json = |number| serde_json::to_string(&Number(number)).unwrap();
        assert_eq!((json(61_860.0), json(-3.7)), ("61860".into(), "-3.7".into()));
    }

    #[test]
    fn periods_read_as_people_say_them() {
        let period = |unit, period: &str| Figure { period: Some(period.into()), ..figure(Measure::Unknown, unit) };
        assert_eq!(period(Unit::DollarsPerYear, "2025-05").period_text().unwrap(), "May 2025");
        assert_eq!(period(Unit::Percent, "2024-34").period_text().unwrap(), "2024–34");
        assert_eq!(period(Unit::Dollars, "2026-06-13").period_text().unwrap(), "2026-06-13");
        assert_eq!(period(Unit::Importance, "2023-08").period_text().unwrap(), "2023-08");
    }
}
