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
    /// Who publishes it and in which layer it stands, where it did not come with the program.
    #[serde(skip)]
    pub layered: Option<String>,
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
    /// One of a layer has yet to be told whose it is.
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
            layered: None,
        }
    }

    /// The figure and its time: `$62,890, May 2025`; where it is a layer's, whose it is.
    pub fn dated(&self) -> String {
        format!("{}, {}", self.figure.text(), self.told_time())
    }

    /// The time it holds for; where it is a layer's, whose it is: `May 2026 (by Acme Training, in layer acme)`.
    pub fn told_time(&self) -> String {
        match &self.layered {
            Some(whose) => format!("{} (by {whose})", self.time()),
            None => self.time(),
        }
    }

    /// What the newest figure is called: official, unless a layer of the user's own data has it.
    pub fn newest(&self) -> &'static str {
        match self.layered {
            Some(_) => "newest one known here",
            None => "newest official one",
        }
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
    let whose = shown.layered.as_deref();
    match official.span() {
        Some((from, to)) => format!(
            "Employment of {name} is projected to {} from {from} to {to} ({}).",
            course(official.value),
            whose.unwrap_or("BLS, Employment Projections")
        ),
        None => format!(
            "In {} the {} of {name} was {} ({}).",
            shown.time(),
            wage(official.measured),
            shown.figure.text(),
            whose.unwrap_or("BLS, OEWS")
        ),
    }
}

/// A true sentence about those whom only another occupation stands for.
pub fn stand_in(official: &Official, whose: &str, name: &str, shown: &Shown) -> String {
    let (none, publisher) = match (&shown.layered, official.span()) {
        (None, Some(_)) => (
            format!("BLS projects no employment of {whose} alone"),
            String::new(),
        ),
        (None, None) => (
            format!("BLS publishes no wage of {whose} alone"),
            String::new(),
        ),
        (Some(publisher), Some(_)) => (
            format!("No projected employment of {whose} alone is known here"),
            format!(" ({publisher})"),
        ),
        (Some(publisher), None) => (
            format!("No wage of {whose} alone is known here"),
            format!(" ({publisher})"),
        ),
    };
    match official.span() {
        Some((from, to)) => format!(
            "{none}; that of {name}, the nearest group, is projected to {} from {from} to {to}{publisher}.",
            course(official.value)
        ),
        None => format!(
            "{none}; {name}, the nearest group, had a {} of {} in {}{publisher}.",
            wage(official.measured),
            shown.figure.text(),
            shown.time()
        ),
    }
}
