//! An occupation: what an agency measures, by its SOC 2018 code, with its figures.

use super::date::{Date, Edition, Year};
use super::education::{EducationLevel, ExperienceLevel, TrainingLevel};
use super::figure::Measure;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An occupation: one file in `data/occupations`, named by its code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Occupation {
    /// The SOC 2018 code: `15-1232`.
    pub soc: String,
    /// The agency's title for it.
    pub title: String,
    /// The title in running text: `computer user support specialists`.
    pub name: String,
    /// The area all its figures hold for.
    pub area: String,
    /// What a reader should know: what the group holds, where the series breaks.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Wages and jobs, one entry a year.
    #[serde(default)]
    pub pay: Vec<PayYear>,
    /// Projections, one entry an edition.
    #[serde(default)]
    pub outlook: Vec<Projection>,
    /// Why jobs are projected to move, by edition and industry.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// What O*NET says of the O*NET-SOC occupations in it.
    #[serde(default)]
    pub onet: Vec<OnetProfile>,
}

/// Annual wages of May of one year, in US dollars a year; jobs as a count of wage and salary jobs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PayYear {
    /// The year of the wages, which are those of its May.
    pub year: Year,
    /// Half earn more and half less.
    #[serde(default)]
    pub median: Measure,
    /// One in ten earns less.
    #[serde(default)]
    pub p10: Measure,
    /// One in four earns less.
    #[serde(default)]
    pub p25: Measure,
    /// One in four earns more.
    #[serde(default)]
    pub p75: Measure,
    /// One in ten earns more.
    #[serde(default)]
    pub p90: Measure,
    /// The average.
    #[serde(default)]
    pub mean: Measure,
    /// A count of wage and salary jobs.
    #[serde(default)]
    pub jobs: Measure,
    /// The id of the publication.
    #[serde(default)]
    pub source: String,
}

/// A ten-year employment projection. Jobs, change and openings are in thousands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Projection {
    /// The ten years it spans.
    pub edition: Edition,
    /// Thousands of jobs in the first year.
    #[serde(default)]
    pub jobs_start: Measure,
    /// Thousands of jobs in the last year.
    #[serde(default)]
    pub jobs_end: Measure,
    /// Thousands of jobs gained or lost over the span.
    #[serde(default)]
    pub change: Measure,
    /// Percent over the whole span, not a year.
    #[serde(default)]
    pub growth: Measure,
    /// Thousands of openings a year, on average over the span.
    #[serde(default)]
    pub openings: Measure,
    /// The education that is typical at entry.
    #[serde(default)]
    pub entry_education: Option<EducationLevel>,
    /// The related work experience that is typical at entry.
    #[serde(default)]
    pub experience: Option<ExperienceLevel>,
    /// The training on the job that is typical.
    #[serde(default)]
    pub training: Option<TrainingLevel>,
    /// What differs from the newest edition: another code, a rounded or republished number.
    #[serde(default)]
    pub note: Option<String>,
    /// The id of the publication.
    #[serde(default)]
    pub source: String,
}

/// Why BLS expects the occupation's share of jobs to move.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The edition of the projections that it belongs to.
    pub edition: Edition,
    /// Where the share of jobs moves: `all industries`.
    pub industry: String,
    /// Why, in our own words.
    pub text: String,
    /// The id of the publication.
    pub source: String,
}

/// What O*NET says of one O*NET-SOC occupation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OnetProfile {
    /// The O*NET-SOC code: `15-1299.09`.
    pub code: String,
    /// O*NET's title for it.
    pub title: String,
    /// How much preparation the work takes, 1 (little) to 5 (extensive).
    #[cfg_attr(test, schemars(range(min = 1, max = 5)))]
    pub job_zone: u8,
    /// When the job zone was set.
    pub job_zone_date: Date,
    /// The education that respondents report as required.
    #[serde(default)]
    pub education: Vec<Share<EducationLevel>>,
    /// Related work experience that respondents report as required.
    #[serde(default)]
    pub experience: Vec<Share<String>>,
    /// When education and experience were asked.
    #[serde(default)]
    pub asked: Option<Date>,
    /// Who was asked: `Incumbent` or `Occupational Expert`.
    #[serde(default)]
    pub respondents: Option<String>,
    /// When the ratings were made; none where O*NET has no ratings.
    #[serde(default)]
    pub rated: Option<Date>,
    /// Ratings by element slug.
    #[serde(default)]
    pub ratings: BTreeMap<String, Rating>,
    /// Software that employers ask for, by O*NET's in-demand mark.
    #[serde(default)]
    pub in_demand: Vec<String>,
    /// Job titles that people in the occupation report or that O*NET lists as alternates, as it spells them.
    ///
    /// Kept apart once packed, as ratings are: only a search reads them.
    #[serde(default)]
    pub titles: Vec<String>,
    /// The id of the edition of O*NET.
    pub source: String,
}

/// The percentage of respondents who gave an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share<T> {
    /// What they answered.
    pub answer: T,
    /// Percent of respondents, 0 to 100.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    pub percent: f64,
}

/// How important an element is (1 to 5) and at which level it is used (0 to 7).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// How important it is, 1 to 5.
    pub importance: Measure,
    /// `not published` where O*NET marks the element as not relevant to the occupation.
    pub level: Measure,
}
