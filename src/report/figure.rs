//! A figure: a value with its unit, status, period, area, source, and the occupation it measures.

use crate::analysis::reading::Reading;
use crate::model::{Date, Fit, Measure, Occupation, OnetProfile, PayYear, Projection};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// The units that figures come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    DollarsPerYear,
    Dollars,
    Percent,
    Jobs,
    /// Jobs gained or, below zero, lost.
    JobsChange,
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
            Self::JobsChange => "jobs gained or lost",
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
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number, or the floor where the status is `at-least`; none where there is none.
    pub value: Option<Number>,
    pub unit: Unit,
    /// `published`, `at-least`, `not-published`, `suppressed` or `unknown`; `computed` for a difference of two.
    pub status: &'static str,
    pub origin: Arc<Origin>,
}

/// Where a figure comes from; figures of one table row share it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Origin {
    /// `2025-05` for wages of May 2025, `2024-34` for a projection; none where the page is undated.
    pub period: Option<String>,
    pub area: Option<String>,
    /// The code of the occupation it measures; none for what measures none, such as a fee.
    pub occupation: Option<String>,
    pub occupation_title: Option<String>,
    /// How well that occupation stands for the role; none where no role is meant.
    pub fit: Option<Fit>,
    /// The id of the publication.
    pub source: String,
}

/// JSON has figure and origin as one flat object, in this order.
impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut figure = serializer.serialize_struct("Figure", 8)?;
        figure.serialize_field("value", &self.value)?;
        figure.serialize_field("unit", &self.unit)?;
        figure.serialize_field("status", &self.status)?;
        figure.serialize_field("period", &self.origin.period)?;
        figure.serialize_field("area", &self.origin.area)?;
        figure.serialize_field("occupation", &self.origin.occupation)?;
        figure.serialize_field("fit", &self.origin.fit)?;
        figure.serialize_field("source", &self.origin.source)?;
        figure.end()
    }
}

impl Origin {
    /// The publication with the occupation that is meant in it, as statements cite O*NET: `onet-29.3#11-1011.00`.
    pub fn citation(&self) -> String {
        match &self.occupation {
            Some(occupation) => format!("{}#{occupation}", self.source),
            None => self.source.clone(),
        }
    }

    /// The origin of what is measured of an occupation.
    fn measured(
        period: String,
        source: &str,
        occupation: &Occupation,
        fit: Option<Fit>,
    ) -> Arc<Self> {
        Arc::new(Self {
            period: Some(period),
            area: Some(occupation.area.clone()),
            occupation: Some(occupation.soc.clone()),
            occupation_title: Some(occupation.title.clone()),
            fit,
            source: source.to_owned(),
        })
    }

    /// The origin of the wages and jobs of one year. OEWS wages are those of May.
    pub fn of_pay(year: &PayYear, reading: &Reading) -> Arc<Self> {
        Self::of_year(year, &reading.occupation, Some(reading.fit()))
    }

    /// The origin of the wages and jobs of one year of an occupation; without a fit no role is meant.
    pub fn of_year(year: &PayYear, occupation: &Occupation, fit: Option<Fit>) -> Arc<Self> {
        let period = format!("{}-05", year.year);
        Self::measured(period, &year.source, occupation, fit)
    }

    /// The origin of the figures of one projection.
    pub fn of_projection(projection: &Projection, reading: &Reading) -> Arc<Self> {
        Self::of_edition(projection, &reading.occupation, Some(reading.fit()))
    }

    /// The origin of one edition's figures of an occupation; without a fit no role is meant.
    pub fn of_edition(
        projection: &Projection,
        occupation: &Occupation,
        fit: Option<Fit>,
    ) -> Arc<Self> {
        let period = projection.edition.as_str().to_owned();
        Self::measured(period, &projection.source, occupation, fit)
    }

    /// The origin of what O*NET says of one of its occupations.
    pub fn of_onet(profile: &OnetProfile, period: Option<&Date>, reading: &Reading) -> Arc<Self> {
        Arc::new(Self {
            period: period.map(Date::to_string),
            area: Some(reading.occupation.area.clone()),
            occupation: Some(profile.code.clone()),
            occupation_title: Some(profile.title.clone()),
            fit: Some(reading.fit()),
            source: profile.source.clone(),
        })
    }
}

impl Figure {
    /// A measure with its unit and origin.
    pub fn new(measure: Measure, unit: Unit, origin: &Arc<Origin>) -> Self {
        Self {
            value: measure.number().map(Number),
            unit,
            status: measure.status(),
            origin: Arc::clone(origin),
        }
    }

    /// A count of jobs or openings that its source gives in thousands.
    pub fn thousands(measure: Measure, unit: Unit, origin: &Arc<Origin>) -> Self {
        let mut figure = Self::new(measure, unit, origin);
        figure.value = figure
            .value
            .map(|Number(thousand)| Number((thousand * 1000.0).round()));
        figure
    }

    /// Whether the figure stands in for a role that another occupation or group measures.
    pub fn is_stand_in(&self) -> bool {
        self.origin.fit.is_some_and(Fit::is_stand_in)
    }

    /// The value in words: `$61,860`, `at least $239,200`, `-3.7%`, `not published`.
    pub fn text(&self) -> String {
        let Some(Number(number)) = self.value else {
            return self.status.replace('-', " ");
        };
        let number = match self.unit {
            Unit::DollarsPerYear | Unit::Dollars => format!("${}", grouped(number)),
            Unit::Percent => format!("{number:+.1}%"),
            Unit::JobsChange if number > 0.0 => format!("+{}", grouped(number)),
            Unit::Jobs | Unit::JobsChange | Unit::OpeningsPerYear => grouped(number),
            Unit::PercentOfRespondents => format!("{number:.0}%"),
            Unit::Importance | Unit::Level => format!("{number:.1}"),
            Unit::JobZone => format!("{number:.0}"),
        };
        if self.status == "at-least" {
            format!("at least {number}")
        } else {
            number
        }
    }

    /// The period in words: `May 2025`, `2024–34`, `2026-06-13`.
    pub fn period_text(&self) -> Option<String> {
        self.origin
            .period
            .as_deref()
            .map(|period| match (self.unit, period.split_once('-')) {
                (Unit::DollarsPerYear | Unit::Jobs, Some((year, "05"))) => format!("May {year}"),
                (_, Some((start, end))) if start.len() == 4 && end.len() == 2 && end > "12" => {
                    format!("{start}–{end}")
                }
                _ => period.to_owned(),
            })
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

    fn figure(measure: Measure, unit: Unit, period: &str) -> Figure {
        Figure::new(
            measure,
            unit,
            &Arc::new(Origin {
                period: Some(period.into()),
                ..Origin::default()
            }),
        )
    }

    #[test]
    fn the_five_cases_read_differently() {
        let text = |measure| figure(measure, Unit::DollarsPerYear, "2025-05").text();
        assert_eq!(text(Measure::Value(61_860.0)), "$61,860");
        assert_eq!(text(Measure::Value(0.0)), "$0");
        assert_eq!(text(Measure::AtLeast(239_200.0)), "at least $239,200");
        assert_eq!(text(Measure::NotPublished), "not published");
        assert_eq!(text(Measure::Suppressed), "suppressed");
        assert_eq!(text(Measure::Unknown), "unknown");
    }

    #[test]
    fn numbers_are_grouped_and_signed() {
        for (number, text) in [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (-24_200.0, "-24,200"),
            (1e6, "1,000,000"),
        ] {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(
            figure(Measure::Value(-3.7), Unit::Percent, "2024-34").text(),
            "-3.7%"
        );
        assert_eq!(
            figure(Measure::Value(5.6), Unit::Percent, "2024-34").text(),
            "+5.6%"
        );
    }

    #[test]
    fn whole_numbers_have_no_fraction_in_json() {
        let json = |number| serde_json::to_string(&Number(number)).unwrap();
        assert_eq!(
            (json(61_860.0), json(-3.7)),
            ("61860".into(), "-3.7".into())
        );
    }

    #[test]
    fn periods_read_as_people_say_them() {
        let text = |unit, period: &str| {
            figure(Measure::Unknown, unit, period)
                .period_text()
                .unwrap()
        };
        assert_eq!(text(Unit::DollarsPerYear, "2025-05"), "May 2025");
        assert_eq!(text(Unit::Percent, "2024-34"), "2024–34");
        assert_eq!(text(Unit::Dollars, "2026-06-13"), "2026-06-13");
        assert_eq!(text(Unit::Importance, "2023-08"), "2023-08");
    }

    #[test]
    fn thousands_become_units_and_unknown_stays_unknown() {
        let origin = Arc::default();
        assert_eq!(
            Figure::thousands(Measure::Value(40.8), Unit::Jobs, &origin).text(),
            "40,800"
        );
        assert_eq!(
            Figure::thousands(Measure::Unknown, Unit::Jobs, &origin).text(),
            "unknown"
        );
    }
}
