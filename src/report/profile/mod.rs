//! A role's profile: everything known of it, with names looked up and figures made whole.

mod cited;
mod figures;
mod gather;

pub use figures::{projected, typical_education, typical_experience, wages};
pub use gather::{Depth, measured_by, status_text};

use super::figure::{Figure, Origin};
use crate::analysis::reading::Reading;
use crate::catalog::OnetRatings;
use crate::model::{
    Aspect, CertificationNeed, Claim, CredentialKind, Duty, Education, EducationLevel, ElementKind,
    Experience, ExperienceLevel, Family, Fit, Level, Lifecycle, MoveKind, Need, Reason, Resource,
    SharedTitle, SkillKind, Statement, TrainingLevel,
};
use serde::Serialize;
use std::sync::Arc;

/// A role with all that the catalog knows of it. Sections that were not asked for are left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Profile {
    pub id: String,
    pub title: String,
    #[serde(skip)]
    pub plural: String,
    pub aliases: Vec<String>,
    pub shared_titles: Vec<SharedTitle>,
    pub family: Family,
    pub level: Level,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overview: Option<Overview>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<Vec<Statement>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Vec<Statement>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duties: Option<Vec<Duty>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills: Option<Vec<ProfileSkill>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aspects: Option<Vec<Aspect>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<ProfileEducation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experience: Option<ProfileExperience>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certifications: Option<Vec<ProfileCertification>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measured_by: Option<Vec<ProfileReading>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<Outlook>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratings: Option<Ratings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moves: Option<Vec<ProfileMove>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<Vec<Claim>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resources: Option<Vec<Resource>>,
    /// What the role is measured by, for comparisons.
    #[serde(skip)]
    pub readings: Vec<Reading>,
    /// What the role spends the day on, for sentences.
    #[serde(skip)]
    pub day: String,
}

/// What the role is, in a few words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Overview {
    pub summary: Statement,
    pub day: Statement,
    pub works_in: Vec<Statement>,
}

/// A skill with its name from the vocabulary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProfileSkill {
    pub id: String,
    pub name: String,
    pub kind: SkillKind,
    pub need: Need,
    pub sources: Vec<String>,
}

/// Education: BLS's typical entry, what sources state, and what respondents report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProfileEducation {
    /// What BLS sees as typical at entry; null where it is not published.
    pub typical_entry: Option<TypicalEntry<EducationLevel>>,
    /// What sources state.
    pub stated: Vec<Education>,
    /// What O*NET's respondents report, the most frequent answer first.
    pub respondents: Vec<Answer<EducationLevel>>,
    /// What they report of the other occupations that the role is measured by.
    pub other_readings: Vec<OtherAnswers<EducationLevel>>,
}

/// Experience: BLS's typical entry, what sources state, and what respondents report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProfileExperience {
    /// What BLS sees as typical at entry; null where it is not published.
    pub typical_entry: Option<TypicalEntry<ExperienceLevel>>,
    /// The training on the job that BLS sees as typical.
    pub training: Option<TypicalEntry<TrainingLevel>>,
    /// What sources state.
    pub stated: Vec<Experience>,
    /// What O*NET's respondents report, the most frequent answer first.
    pub respondents: Vec<Answer<String>>,
    /// What they report of the other occupations that the role is measured by.
    pub other_readings: Vec<OtherAnswers<String>>,
}

/// What BLS sees as typical at entry to an occupation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TypicalEntry<T> {
    /// The category.
    pub value: T,
    /// The edition of the projections: `2024-34`.
    pub period: String,
    /// The area it holds for.
    pub area: String,
    /// The SOC 2018 code of the occupation it is published for.
    pub occupation: String,
    /// The title of that occupation.
    pub occupation_title: String,
    /// How well that occupation stands for the role.
    pub fit: Fit,
    /// The id of the publication.
    pub source: String,
}

/// An answer of O*NET's respondents, with the share who gave it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Answer<T> {
    /// What they answered.
    pub answer: T,
    /// How many of them did.
    pub share: Figure,
}

/// What respondents of the occupation of another reading answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OtherAnswers<T> {
    pub onet: String,
    pub title: String,
    pub answers: Vec<Answer<T>>,
}

/// A certification as a role lists it, with its life cycle.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProfileCertification {
    pub id: String,
    pub name: String,
    pub short: String,
    /// What it is called when it is no certification: `degree, not a certification`.
    pub kind: CredentialKind,
    pub status: Lifecycle,
    pub retired_on: Option<String>,
    /// Why it is listed; null once it is retired, since no one should take it any more.
    pub need: Option<CertificationNeed>,
    /// What may be taken today if it is retired.
    pub instead: Vec<Replacement>,
    pub sources: Vec<String>,
    /// Where the status was read.
    pub status_sources: Vec<String>,
}

/// A certification that may be taken in place of a retired one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Replacement {
    pub id: String,
    pub name: String,
    pub short: String,
    pub reason: String,
}

/// A reading of the role, in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProfileReading {
    /// The SOC 2018 code.
    pub occupation: String,
    /// The title of that occupation.
    pub occupation_title: String,
    /// The O*NET-SOC code whose ratings stand for the role; null where there is none.
    pub onet: Option<String>,
    /// How well the occupation's figures stand for the role.
    pub fit: Fit,
    /// Whether its figures are the ones that are shown first.
    pub preferred: bool,
    /// Why this occupation, and why at this fit.
    pub reason: String,
    /// The ids of the publications that show it.
    pub sources: Vec<String>,
    /// What to know of the occupation's series.
    pub notes: Vec<String>,
}

/// Wages and jobs of the newest year by the preferred reading, then by the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Pay {
    #[serde(flatten)]
    pub preferred: Wages,
    /// By the other occupations that the role is measured by.
    pub other_readings: Vec<Wages>,
}

/// The wages of one occupation in its newest year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Wages {
    /// The SOC 2018 code of the occupation it is published for.
    pub occupation: String,
    /// The title of that occupation.
    pub occupation_title: String,
    /// How well that occupation stands for the role.
    pub fit: Fit,
    pub median: Figure,
    pub p10: Figure,
    pub p25: Figure,
    pub p75: Figure,
    pub p90: Figure,
    pub mean: Figure,
    /// How many wage and salary jobs there are.
    pub jobs: Figure,
}

/// The newest projection by the preferred reading, then by the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Outlook {
    #[serde(flatten)]
    pub preferred: Projected,
    /// Why BLS expects it.
    pub reasons: Vec<Reason>,
    /// By the other occupations that the role is measured by.
    pub other_readings: Vec<Projected>,
}

/// The newest projection of one occupation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Projected {
    /// The SOC 2018 code of the occupation it is published for.
    pub occupation: String,
    /// The title of that occupation.
    pub occupation_title: String,
    /// How well that occupation stands for the role.
    pub fit: Fit,
    /// Percent over the ten years.
    pub growth: Figure,
    /// Jobs in the first year.
    pub jobs_start: Figure,
    /// Jobs in the last year.
    pub jobs_end: Figure,
    /// Jobs gained or lost.
    pub change: Figure,
    /// Openings a year, on average.
    pub openings: Figure,
}

/// O*NET's ratings of the occupation that the role is measured by.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ratings {
    #[serde(flatten)]
    pub preferred: Rated,
    /// How many elements O*NET rates.
    pub count: usize,
    /// Every rating by the id of its element, for comparisons.
    #[serde(skip)]
    all: OnetRatings,
    /// Where these come from.
    #[serde(skip)]
    origin: Arc<Origin>,
    /// Software that employers ask for.
    pub in_demand: Vec<String>,
    /// What the other readings are rated as.
    pub other_readings: Vec<Rated>,
}

/// What O*NET has rated, and when.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rated {
    pub onet: Option<String>,
    pub title: Option<String>,
    /// When the ratings were made; null where O*NET has none.
    pub rated: Option<String>,
    pub job_zone: Option<Figure>,
    pub source: Option<String>,
    /// By importance, highest first; only the most important unless ratings are asked for by name.
    pub elements: Vec<RatedElement>,
}

/// A rated skill or knowledge element.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RatedElement {
    pub id: String,
    pub element: String,
    pub name: String,
    pub kind: ElementKind,
    pub importance: Figure,
    pub level: Figure,
}

/// A move with the title of where it leads.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProfileMove {
    pub to: String,
    pub title: String,
    pub kind: MoveKind,
    pub evidence: String,
    pub sources: Vec<String>,
}
