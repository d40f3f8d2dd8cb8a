//! The official figures that show what is wrong, and the phrases in which they are told.

use crate::analysis::check::{Checker, Measured, Official, Period};
use crate::model::{Fit, Measure};
use crate::report::figure::{Figure, Origin, Unit};
use serde::Serialize;
use std::sync::Arc;

/// An official figure with what it is to a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Shown {
    pub part: Part,
    /// `median`, `mean`, `p10` to `p90`, or `growth`.
    pub measure: &'static str,
    #[serde(flatten)]
    pub figure: Figure,
}

/// What an official figure is to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The one that the text gives.
    Given,
    /// The one of the time that the text gives it for.
    Then,
    /// The newest of its kind.
    Newest,
    /// The newest one of whom the text speaks.
    Own,
}

impl Shown {
    /// An official figure with all that belongs to it; the fit says how it stands for the role that is meant.
    pub fn of(part: Part, official: &Official, fit: Option<Fit>, checker: &Checker) -> Self {
        let occupation = checker.occupation(&official.soc);
        let unit = match official.measured {
            Measured::Growth => Unit::Percent,
            _ => Unit::DollarsPerYear,
        };
        let period = match &official.period {
            Period::May(year) => format!("{year}-05"),
            Period::Span(edition) => edition.as_str().to_owned(),
        };
        let origin = Origin {
            period: Some(period),
            area: occupation.map(|known| known.area.clone()),
            occupation: Some(official.soc.clone()),
            occupation_title: occupation.map(|known| known.title.clone()),
            fit,
            source: official.source.clone(),
        };
        Self {
            part,
            measure: key(official.measured),
            figure: Figure::new(Measure::Value(official.value), unit, &Arc::new(origin)),
        }
    }

    /// The figure and its time: `$62,890, May 2025`.
    pub fn dated(&self) -> String {
        format!("{}, {}", self.figure.text(), self.time())
    }

    /// The time it holds for: `May 2025`, `2024–34`.
    pub fn time(&self) -> String {
        self.figure.period_text().unwrap_or_default()
    }
}

/// The spelling in JSON.
fn key(measured: Measured) -> &'static str {
    match measured {
        Measured::Median => "median",
        Measured::Mean => "mean",
        Measured::P10 => "p10",
        Measured::P25 => "p25",
        Measured::P75 => "p75",
        Measured::P90 => "p90",
        Measured::Growth => "growth",
    }
}

/// What a figure is called: `median`, `10th percentile`, `projected growth`.
pub fn called(measured: Measured) -> &'static str {
    match measured {
        Measured::Median => "median",
        Measured::Mean => "mean",
        Measured::P10 => "10th percentile",
        Measured::P25 => "25th percentile",
        Measured::P75 => "75th percentile",
        Measured::P90 => "90th percentile",
        Measured::Growth => "projected growth",
    }
}

/// The wage that a statistic is of, in a sentence: `median annual wage`.
fn wage(measured: Measured) -> String {
    match measured {
        Measured::Median | Measured::Mean => format!("{} annual wage", called(measured)),
        _ => format!("{} of annual wages", called(measured)),
    }
}

/// Where growth goes, in a sentence: `decline by 2.7%`.
fn course(percent: f64) -> String {
    if percent == 0.0 {
        "stay the same".to_owned()
    } else {
        let verb = if percent < 0.0 { "decline" } else { "grow" };
        format!("{verb} by {:.1}%", percent.abs())
    }
}

/// A true sentence about an occupation, named as in running text: its figure with its time and publisher.
pub fn sentence(official: &Official, name: &str, shown: &Shown) -> String {
    match official.span() {
        Some((from, to)) => format!(
            "Employment of {name} is projected to {} from {from} to {to} (BLS, Employment Projections).",
            course(official.value)
        ),
        None => format!(
            "In {} the {} of {name} was {} (BLS, OEWS).",
            shown.time(),
            wage(official.measured),
            shown.figure.text()
        ),
    }
}

/// A true sentence about those whom only another occupation stands for.
pub fn stand_in(official: &Official, whose: &str, name: &str, shown: &Shown) -> String {
    match official.span() {
        Some((from, to)) => format!(
            "BLS projects no employment of {whose} alone; that of {name}, the nearest group, is projected to {} from {from} to {to}.",
            course(official.value)
        ),
        None => format!(
            "BLS publishes no wage of {whose} alone; {name}, the nearest group, had a {} of {} in {}.",
            wage(official.measured),
            shown.figure.text(),
            shown.time()
        ),
    }
}
