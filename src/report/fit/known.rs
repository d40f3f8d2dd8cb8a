//! What is known of a role as far as wishes are judged by it, with where it comes from.

use crate::analysis::fit::Facts;
use crate::analysis::gap::Held;
use crate::analysis::reading::readings;
use crate::catalog::{Catalog, Result};
use crate::model::{
    CertificationNeed, Duty, EducationLevel, ExperienceLevel, Fit, Lifecycle, Need,
};
use crate::report::figure::Figure;
use crate::report::profile::{
    TypicalEntry, projected, typical_education, typical_experience, wages,
};

/// What is known of a role, with where it comes from.
pub struct Known {
    pub facts: Facts,
    pub education: Option<TypicalEntry<EducationLevel>>,
    pub experience: Option<TypicalEntry<ExperienceLevel>>,
    pub median: Option<Figure>,
    pub growth: Option<Figure>,
    pub missing_skills: Vec<String>,
    pub missing_certifications: Vec<String>,
    /// Of the essential skills that are missing; of all, where none is.
    pub skill_sources: Vec<String>,
    pub certification_sources: Vec<String>,
    pub duties: Vec<Duty>,
}

impl Known {
    /// Of the role with this id, against what a person holds.
    pub fn of(catalog: &Catalog, id: &str, held: &Held) -> Result<Self> {
        let role = catalog.role(id)?;
        let readings = readings(catalog, role.measured_by)?;
        let reading = readings.first();
        let (education, experience) = (typical_education(reading), typical_experience(reading));
        let median = reading.and_then(wages).map(|wages| wages.median);
        let growth = reading
            .and_then(projected)
            .map(|projected| projected.growth);
        let exact = |figure: &Option<Figure>| {
            figure
                .as_ref()
                .filter(|figure| figure.status == "published")
                .and_then(|figure| Some(figure.value?.0))
        };
        let mut asked = Vec::new();
        let mut missing_certifications = Vec::new();
        let mut certification_sources = Vec::new();
        for listed in role
            .certifications
            .iter()
            .filter(|listed| listed.need == CertificationNeed::OftenAsked)
        {
            let certification = catalog.certification(&listed.certification)?;
            if certification.status != Lifecycle::Retired {
                if held
                    .certifications
                    .as_ref()
                    .is_some_and(|held| !held.contains(&certification.id))
                {
                    missing_certifications.push(certification.name);
                }
                asked.push(certification.id);
                certification_sources.extend(listed.sources.iter().cloned());
            }
        }
        let mut essential_skills = Vec::new();
        let mut missing_skills = Vec::new();
        let mut skill_sources = Vec::new();
        let mut missing_sources = Vec::new();
        for listed in role
            .skills
            .iter()
            .filter(|listed| listed.need == Need::Essential)
        {
            if held
                .skills
                .as_ref()
                .is_some_and(|held| !held.contains(&listed.skill))
            {
                missing_skills.push(catalog.skill(&listed.skill)?.name);
                missing_sources.extend(listed.sources.iter().cloned());
            }
            essential_skills.push(listed.skill.clone());
            skill_sources.extend(listed.sources.iter().cloned());
        }
        if !missing_skills.is_empty() {
            skill_sources = missing_sources;
        }
        Ok(Self {
            facts: Facts {
                level: role.level,
                fit: reading.map_or(Fit::Proxy, |reading| reading.fit()),
                education: education.as_ref().map(|entry| entry.value),
                experience: experience.as_ref().map(|entry| entry.value),
                essential_skills,
                certifications: asked,
                median: exact(&median),
                growth: exact(&growth),
                duties: role.duties.iter().map(|duty| duty.theme).collect(),
            },
            education,
            experience,
            median,
            growth,
            missing_skills,
            missing_certifications,
            skill_sources,
            certification_sources,
            duties: role.duties,
        })
    }
}
