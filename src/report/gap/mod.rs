//! `roles gap`: what carries over to a role, what is missing, what is unknown.

mod need;
mod page;
mod side;

use super::figure::Figure;
use super::page::Page;
use super::profile::{TypicalEntry, typical_education, typical_experience};
use super::{Named, Report};
use crate::analysis::gap::{Held, State, of_education, of_experience};
use crate::catalog::{Catalog, Result};
use crate::model::{
    CertificationNeed, CredentialKind, EducationLevel, ElementKind, ExperienceLevel, Fit, Label,
    Lifecycle, Need, SkillKind,
};
use need::{certifications, ratings, skills};
use serde::{Serialize, Serializer};
use side::Side;

/// Where someone starts: a role they work in, or what they say they hold.
#[derive(Debug, Clone)]
pub enum Start {
    Role(String),
    Person(Held),
}

/// The gap from a start to a role.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Gap {
    /// The role it starts from; null where a person's own file is the start.
    pub from: Option<Named>,
    pub to: Named,
    /// By need, then by O*NET's importance of what the skill maps to, then by name.
    pub skills: Vec<GapSkill>,
    pub education: GapEntry<EducationLevel>,
    pub experience: GapEntry<ExperienceLevel>,
    /// Those that can be earned, and retired ones that a person holds; a retired one is never missing.
    pub certifications: Vec<GapCertification>,
    pub ratings: GapRatings,
}

/// A skill that the target asks.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GapSkill {
    pub id: String,
    pub name: String,
    pub kind: SkillKind,
    pub need: Need,
    pub state: State,
    /// How important O*NET rates what the skill maps to in the target; null where it maps to nothing rated.
    pub importance: Option<Figure>,
    pub sources: Vec<String>,
}

/// What BLS sees as typical at entry to the target, and what is held.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GapEntry<T> {
    /// What is typical at entry to the target; null where it is not published.
    pub asked: Option<TypicalEntry<T>>,
    /// What is held, in words.
    pub held: Option<String>,
    /// Where `held` is what is typical at entry to the start: whose figure that is.
    pub held_as: Option<TypicalEntry<T>>,
    /// How they stand to one another.
    pub state: State,
}

/// A certification that the target lists.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GapCertification {
    pub id: String,
    pub name: String,
    pub kind: CredentialKind,
    pub need: CertificationNeed,
    pub status: Lifecycle,
    pub state: State,
    pub sources: Vec<String>,
}

/// O*NET's ratings of both occupations, where both are rated.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GapRatings {
    pub from: Option<RatedAs>,
    pub to: Option<RatedAs>,
    /// Why they cannot be compared; null where they can.
    pub unknown_because: Option<String>,
    /// Elements that the target uses at a higher level, the most important first.
    pub rises: Vec<GapRise>,
}

/// The O*NET occupation whose ratings stand for a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RatedAs {
    pub onet: String,
    pub title: String,
    /// When it was rated; null where no day is given.
    pub rated: Option<String>,
    /// Whether it is the role's preferred reading.
    pub preferred: bool,
    pub source: String,
}

/// An element used at a higher level.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GapRise {
    pub id: String,
    pub name: String,
    pub kind: ElementKind,
    pub importance: Figure,
    pub from_level: Figure,
    pub to_level: Figure,
    /// Points on O*NET's scale of level, 0 to 7.
    pub by: f64,
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Missing => "missing",
            Self::Unknown => "unknown",
            Self::Carried => "carried",
        })
    }
}

impl Gap {
    /// The gap from a start to the role with this id.
    pub fn of(catalog: &Catalog, start: &Start, to: &str) -> Result<Self> {
        let target = Side::of(catalog, to)?;
        let (from, held) = match start {
            Start::Role(id) => {
                let side = Side::of(catalog, id)?;
                let held = side.held();
                (Some(side), held)
            }
            Start::Person(held) => (None, held.clone()),
        };
        let education = typical_education(target.readings.first());
        let experience = typical_experience(target.readings.first());
        let start_reading = from.as_ref().and_then(|side| side.readings.first());
        let held_as = typical_education(start_reading);
        // What a person says they hold is theirs, whatever stands for a role.
        let held_level = match &held_as {
            Some(entry) => decides(entry),
            None => held.education,
        };
        Ok(Self {
            skills: skills(catalog, &target, &held)?,
            education: GapEntry {
                state: of_education(education.as_ref().and_then(decides), held_level),
                held: held.education.map(|level| level.label().to_owned()),
                held_as,
                asked: education,
            },
            experience: GapEntry {
                state: of_experience(experience.as_ref().and_then(decides), held.years),
                held: held.years.map(years_text),
                held_as: None,
                asked: experience,
            },
            certifications: certifications(catalog, &target, &held, from.is_none())?,
            ratings: ratings(catalog, from.as_ref(), &target)?,
            from: from.as_ref().map(Side::named),
            to: target.named(),
        })
    }
}

/// What an occupation typically asks, if it is measured by more than a proxy: a proxy decides nothing.
fn decides<T: Copy>(entry: &TypicalEntry<T>) -> Option<T> {
    (entry.fit != Fit::Proxy).then_some(entry.value)
}

fn years_text(years: u8) -> String {
    if years == 1 {
        "1 year".to_owned()
    } else {
        format!("{years} years")
    }
}

impl Report for Gap {
    const SCHEMA: &'static str = "roles/gap/1";

    fn page(&self) -> Page<'_> {
        page::lay_out(self)
    }

    fn names(&self) -> Vec<&str> {
        let roles = self.from.iter().chain([&self.to]);
        roles.map(|role| role.id.as_str()).collect()
    }

    fn cited(&self) -> Vec<&str> {
        let skills = self.skills.iter().flat_map(|skill| &skill.sources);
        let certifications = self.certifications.iter().flat_map(|asked| &asked.sources);
        let education = self.education.asked.iter().chain(&self.education.held_as);
        let education = education.map(|entry| &entry.source);
        let experience = self.experience.asked.iter().map(|asked| &asked.source);
        let rated = self
            .ratings
            .from
            .iter()
            .chain(&self.ratings.to)
            .map(|rated| &rated.source);
        let all = skills
            .chain(certifications)
            .chain(education)
            .chain(experience)
            .chain(rated);
        all.map(String::as_str).collect()
    }
}
