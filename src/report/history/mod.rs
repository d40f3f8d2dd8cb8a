//! `roles history`: an occupation's pay by year and outlook by edition, where they turn and where they break.

mod page;
mod words;

use super::figure::{Figure, Origin, Unit};
use super::page::Page;
use super::{Named, Report};
use crate::analysis::history::{
    Break, BreakAt, breaks, missing_editions, outlook_by_edition, pay_by_year, span, turns,
};
use crate::analysis::reading::{Reading, readings};
use crate::catalog::{Catalog, Error, Result};
use crate::model::{Fit, Label, Measure, Occupation, PayYear, Projection, Reference};
use serde::Serialize;

/// The figures of one occupation over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct History {
    pub subject: Subject,
    /// Wages and jobs, the oldest year first. Each is in dollars of its year.
    pub pay: Vec<PaidYear>,
    /// Projections, the oldest edition first.
    pub outlook: Vec<ProjectedEdition>,
    /// Where projected growth changes its sign from one edition at hand to the next.
    pub turns: Vec<Turn>,
    /// What keeps the figures from being one series, the oldest first.
    pub breaks: Vec<SeriesBreak>,
    /// Editions between the first and the last that are not at hand.
    pub missing_editions: Vec<String>,
    /// Other occupations that the role is measured by, whose figures are left out.
    pub left_out: Vec<OtherReading>,
}

/// Whose figures these are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Subject {
    /// The role that was asked for; null where it was an occupation.
    pub role: Option<Named>,
    pub occupation: String,
    pub occupation_title: String,
    /// The title in running text.
    #[serde(skip)]
    pub occupation_name: String,
    pub area: String,
    /// How well the occupation stands for the role; null where no role is meant.
    pub fit: Option<Fit>,
    /// What to know of the occupation.
    pub notes: Vec<String>,
}

/// The wages and jobs of one year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PaidYear {
    pub year: u16,
    pub median: Figure,
    pub p10: Figure,
    pub p25: Figure,
    pub p75: Figure,
    pub p90: Figure,
    pub mean: Figure,
    pub jobs: Figure,
}

/// The figures of one edition of the projections.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProjectedEdition {
    pub edition: String,
    pub growth: Figure,
    pub jobs_start: Figure,
    pub jobs_end: Figure,
    pub change: Figure,
    pub openings: Figure,
    /// What differs from other editions: another code, a rounded or republished number.
    pub note: Option<String>,
}

/// A change of sign in projected growth.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Turn {
    pub from: Figure,
    pub to: Figure,
}

crate::model::label::vocabulary! {
    /// What keeps figures on its two sides from being one series.
    BreakKind {
        Begins = "begins", "the series begins";
        Ends = "ends", "the series ends";
        ModelBased = "model-based", "figures come from a model";
        TopCode = "top-code", "the top code changes";
    }
}

/// A break in the series of wages.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SeriesBreak {
    pub kind: BreakKind,
    /// From when on it holds, `2021-05`; where a series ends, its last period.
    pub period: String,
    pub text: String,
    pub sources: Vec<String>,
}

/// Another occupation that the role is measured by.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OtherReading {
    pub occupation: String,
    pub occupation_title: String,
    pub fit: Fit,
}

impl History {
    /// The history of the occupation that the role with this id is measured by.
    pub fn of_role(catalog: &Catalog, id: &str) -> Result<Self> {
        let role = catalog.role(id)?;
        let readings = readings(catalog, role.measured_by)?;
        let (preferred, others) = readings
            .split_first()
            .ok_or_else(|| Error::Missing { id: id.to_owned() })?;
        let other = |reading: &Reading| OtherReading {
            occupation: reading.occupation.soc.clone(),
            occupation_title: reading.occupation.title.clone(),
            fit: reading.fit(),
        };
        let named = Named {
            id: role.id,
            title: role.title,
        };
        let fit = Some(preferred.fit());
        let mut history = Self::build(catalog, &preferred.occupation, Some(named), fit)?;
        history.left_out = others
            .iter()
            .filter(|other| other.occupation.soc != preferred.occupation.soc)
            .map(other)
            .collect();
        Ok(history)
    }

    /// The history of the occupation with this SOC code, whatever roles it measures.
    pub fn of_occupation(catalog: &Catalog, soc: &str) -> Result<Self> {
        Self::build(catalog, &catalog.occupation(soc)?, None, None)
    }

    /// Whether anything is known over time.
    pub fn is_empty(&self) -> bool {
        self.pay.is_empty() && self.outlook.is_empty()
    }

    fn build(
        catalog: &Catalog,
        occupation: &Occupation,
        role: Option<Named>,
        fit: Option<Fit>,
    ) -> Result<Self> {
        let all = catalog.occupation_ids()?;
        let all = all.iter().map(|soc| catalog.occupation(soc));
        let span = span(all.collect::<Result<Vec<_>>>()?.iter());
        let years = pay_by_year(occupation);
        let editions = outlook_by_edition(occupation);
        let growth = |projection| ProjectedEdition::of(projection, occupation, fit).growth;
        let turn = |(from, to)| Turn {
            from: growth(from),
            to: growth(to),
        };
        let broken = span.map_or_else(Vec::new, |span| breaks(&years, span));
        let missing = missing_editions(&editions);
        Ok(Self {
            pay: years
                .iter()
                .map(|pay| PaidYear::of(pay, occupation, fit))
                .collect(),
            outlook: editions
                .iter()
                .map(|projection| ProjectedEdition::of(projection, occupation, fit))
                .collect(),
            turns: turns(&editions).into_iter().map(turn).collect(),
            breaks: broken
                .iter()
                .map(|found| SeriesBreak::of(found, occupation))
                .collect(),
            missing_editions: missing
                .iter()
                .map(|edition| edition.as_str().to_owned())
                .collect(),
            left_out: Vec::new(),
            subject: Subject {
                role,
                occupation: occupation.soc.clone(),
                occupation_title: occupation.title.clone(),
                occupation_name: occupation.name.clone(),
                area: occupation.area.clone(),
                fit,
                notes: occupation.notes.clone(),
            },
        })
    }
}

impl PaidYear {
    fn of(pay: &PayYear, occupation: &Occupation, fit: Option<Fit>) -> Self {
        let origin = Origin::of_year(pay, occupation, fit);
        let wage = |measure| Figure::new(measure, Unit::DollarsPerYear, &origin);
        Self {
            year: pay.year.0,
            median: wage(pay.median),
            p10: wage(pay.p10),
            p25: wage(pay.p25),
            p75: wage(pay.p75),
            p90: wage(pay.p90),
            mean: wage(pay.mean),
            jobs: Figure::new(pay.jobs, Unit::Jobs, &origin),
        }
    }
}

impl ProjectedEdition {
    fn of(projection: &Projection, occupation: &Occupation, fit: Option<Fit>) -> Self {
        let origin = Origin::of_edition(projection, occupation, fit);
        let count = |measure: Measure, unit| Figure::thousands(measure, unit, &origin);
        Self {
            edition: projection.edition.as_str().to_owned(),
            growth: Figure::new(projection.growth, Unit::Percent, &origin),
            jobs_start: count(projection.jobs_start, Unit::Jobs),
            jobs_end: count(projection.jobs_end, Unit::Jobs),
            change: count(projection.change, Unit::JobsChange),
            openings: count(projection.openings, Unit::OpeningsPerYear),
            note: projection.note.clone(),
        }
    }
}

impl SeriesBreak {
    fn of(found: &BreakAt<'_>, occupation: &Occupation) -> Self {
        // A top code is seen on both sides; all else is told by the publication it begins or ends with.
        let before = match found.what {
            Break::TopCode { .. } => found.before,
            _ => None,
        };
        let sources = before.into_iter().chain([found.at]);
        Self {
            kind: words::kind(&found.what),
            period: format!("{}-05", found.at.year),
            text: words::of_break(found, occupation),
            sources: sources.map(|pay| pay.source.clone()).collect(),
        }
    }

    /// Its name among the breaks of a series: no two of a kind begin in one year, but for top codes.
    fn item(&self) -> String {
        format!("{}-{}", self.kind.key(), self.period)
    }
}

impl Report for History {
    const SCHEMA: &'static str = "roles/history/1";
    const IS_SERIES: bool = true;

    fn page(&self) -> Page<'_> {
        page::lay_out(self)
    }

    fn names(&self) -> Vec<&str> {
        let Subject {
            role, occupation, ..
        } = &self.subject;
        vec![role.as_ref().map_or(occupation, |role| &role.id)]
    }

    fn cited(&self) -> Vec<&str> {
        let pay = self.pay.iter().map(|year| &year.median);
        let outlook = self.outlook.iter().map(|edition| &edition.growth);
        let figures = pay.chain(outlook);
        let breaks = self.breaks.iter().flat_map(|found| &found.sources);
        figures
            .map(|figure| figure.origin.source.as_str())
            .chain(breaks.map(|source| Reference::of(source).source))
            .collect()
    }
}
