//! A role's profile: everything known of it, with names looked up and figures made whole.

use super::figure::{Figure, Unit};
use super::section::{SectionId, Wanted};
use crate::analysis::reading::{Reading, readings};
use crate::catalog::{Catalog, Result};
use crate::model::{
    Aspect, CertificationNeed, Claim, CredentialKind, Duty, Education, EducationLevel, ElementKind, Experience, ExperienceLevel, Family,
    Fit, Label, Level, Lifecycle, Measure, MoveKind, Need, Reason, Resource, Role, SharedTitle, SkillKind, Statement, TrainingLevel,
};
use serde::Serialize;

/// A role with all that the catalog knows of it. Sections that were not asked for are left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
pub struct Overview {
    pub summary: Statement,
    pub day: Statement,
    pub works_in: Vec<Statement>,
}

/// A skill with its name from the vocabulary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileSkill {
    pub id: String,
    pub name: String,
    pub kind: SkillKind,
    pub need: Need,
    pub sources: Vec<String>,
}

/// Education: BLS's typical entry, what sources state, and what respondents report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileEducation {
    pub typical_entry: Option<TypicalEntry<EducationLevel>>,
    pub stated: Vec<Education>,
    pub respondents: Vec<Answer<EducationLevel>>,
}

/// Experience: BLS's typical entry, what sources state, and what respondents report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileExperience {
    pub typical_entry: Option<TypicalEntry<ExperienceLevel>>,
    pub training: Option<TypicalEntry<TrainingLevel>>,
    pub stated: Vec<Experience>,
    pub respondents: Vec<Answer<String>>,
}

/// What BLS sees as typical at entry to an occupation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypicalEntry<T> {
    pub value: T,
    pub period: String,
    pub area: String,
    pub occupation: String,
    pub occupation_title: String,
    pub fit: Fit,
    pub source: String,
}

/// An answer of O*NET's respondents, with the share who gave it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer<T> {
    pub answer: T,
    pub share: Figure,
}

/// A certification as a role lists it, with its life cycle.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileCertification {
    pub id: String,
    pub name: String,
    pub short: String,
    /// What it is called when it is no certification: `degree, not a certification`.
    pub kind: CredentialKind,
    pub status: Lifecycle,
    pub retired_on: Option<String>,
    pub need: CertificationNeed,
    /// What may be taken today if it is retired.
    pub instead: Vec<Replacement>,
    pub sources: Vec<String>,
    /// Where the status was read.
    pub status_sources: Vec<String>,
}

/// A certification that may be taken in place of a retired one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Replacement {
    pub id: String,
    pub name: String,
    pub short: String,
    pub reason: String,
}

/// A reading of the role, in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileReading {
    pub occupation: String,
    pub occupation_title: String,
    pub onet: Option<String>,
    pub fit: Fit,
    pub preferred: bool,
    pub reason: String,
    pub sources: Vec<String>,
    /// What to know of the occupation's series.
    pub notes: Vec<String>,
}

/// Wages and jobs of the newest year by the preferred reading, then by the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pay {
    #[serde(flatten)]
    pub preferred: Wages,
    pub other_readings: Vec<Wages>,
}

/// The wages of one occupation in its newest year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Wages {
    pub occupation: String,
    pub occupation_title: String,
    pub fit: Fit,
    pub median: Figure,
    pub p10: Figure,
    pub p25: Figure,
    pub p75: Figure,
    pub p90: Figure,
    pub mean: Figure,
    pub jobs: Figure,
}

/// The newest projection by the preferred reading, then by the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outlook {
    #[serde(flatten)]
    pub preferred: Projected,
    /// Why BLS expects it.
    pub reasons: Vec<Reason>,
    pub other_readings: Vec<Projected>,
}

/// The newest projection of one occupation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Projected {
    pub occupation: String,
    pub occupation_title: String,
    pub fit: Fit,
    pub growth: Figure,
    pub jobs_start: Figure,
    pub jobs_end: Figure,
    pub change: Figure,
    pub openings: Figure,
}

/// O*NET's ratings of the occupation that the role is measured by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ratings {
    #[serde(flatten)]
    pub preferred: Rated,
    /// By importance, highest first; empty where O*NET has none.
    pub elements: Vec<RatedElement>,
    /// Software that employers ask for.
    pub in_demand: Vec<String>,
    /// Which O*NET occupations the other readings are rated as.
    pub other_readings: Vec<Rated>,
}

/// What O*NET has rated, and when.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rated {
    pub onet: Option<String>,
    pub title: Option<String>,
    /// When the ratings were made; null where O*NET has none.
    pub rated: Option<String>,
    pub job_zone: Option<Figure>,
    pub source: Option<String>,
}

impl Rated {
    fn of(reading: &Reading) -> Self {
        let profile = reading.profile();
        Self {
            onet: profile.map(|profile| profile.code.clone()),
            title: profile.map(|profile| profile.title.clone()),
            rated: profile.and_then(|profile| profile.rated.as_ref()).map(|date| date.to_string()),
            job_zone: profile.map(|profile| {
                let zone = Measure::Value(f64::from(profile.job_zone));
                Figure::onet(zone, Unit::JobZone, Some(profile.job_zone_date.as_str()), reading)
            }),
            source: profile.map(|profile| profile.source.clone()),
        }
    }
}

/// A rated skill or knowledge element.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
pub struct ProfileMove {
    pub to: String,
    pub title: String,
    pub kind: MoveKind,
    pub evidence: String,
    pub sources: Vec<String>,
}

impl Profile {
    /// Gathers the wanted sections of a role.
    pub fn build(catalog: &Catalog, role: Role, wanted: &Wanted) -> Result<Self> {
        let readings = readings(catalog, &role)?;
        let want = |section| wanted.has(section);
        let preferred = readings.first();
        Ok(Self {
            education: want(SectionId::Education).then(|| education(&role, preferred)),
            experience: want(SectionId::Experience).then(|| experience(&role, preferred)),
            skills: want(SectionId::Skills).then(|| skills(catalog, &role)).transpose()?,
            certifications: want(SectionId::Certifications).then(|| certifications(catalog, &role)).transpose()?,
            moves: want(SectionId::Moves).then(|| moves(catalog, &role)).transpose()?,
            measured_by: want(SectionId::MeasuredBy).then(|| measured_by(&readings)),
            pay: if want(SectionId::Pay) { pay(&readings) } else { None },
            outlook: if want(SectionId::Outlook) { outlook(&readings) } else { None },
            ratings: if want(SectionId::Ratings) { ratings(catalog, &readings)? } else { None },
            claims: want(SectionId::Claims).then(|| catalog.claims_about(&role.id)).transpose()?,
            resources: want(SectionId::Resources).then(|| resources(catalog, &role.id)).transpose()?,
            aspects: want(SectionId::Aspects)
                .then(|| role.aspects.iter().filter(|aspect| wanted.has_aspect(aspect.about)).cloned().collect()),
            day: role.day.text.clone(),
            overview: want(SectionId::Overview).then_some(Overview {
                summary: role.summary,
                day: role.day,
                works_in: role.works_in,
            }),
            focus: want(SectionId::Focus).then_some(role.focus),
            scope: want(SectionId::Scope).then_some(role.scope),
            duties: want(SectionId::Duties).then(|| {
                let mut duties = role.duties;
                duties.sort_by_key(|duty| duty.theme);
                duties
            }),
            id: role.id,
            title: role.title,
            plural: role.plural,
            aliases: role.aliases,
            shared_titles: role.shared_titles,
            family: role.family,
            level: role.level,
            readings,
        })
    }

    /// The preferred reading. A role that passed the data rules has one.
    pub fn preferred(&self) -> Option<&Reading> {
        self.readings.first()
    }
}

fn typical<T>(reading: Option<&Reading>, value: impl Fn(&crate::model::Projection) -> Option<T>) -> Option<TypicalEntry<T>> {
    let reading = reading?;
    let projection = reading.newest_outlook()?;
    Some(TypicalEntry {
        value: value(projection)?,
        period: projection.edition.as_str().to_owned(),
        area: reading.occupation.area.clone(),
        occupation: reading.occupation.soc.clone(),
        occupation_title: reading.occupation.title.clone(),
        fit: reading.fit(),
        source: projection.source.clone(),
    })
}

fn answers<T: Clone>(reading: &Reading, shares: &[crate::model::Share<T>]) -> Vec<Answer<T>> {
    let asked = reading.profile().and_then(|profile| profile.asked.as_ref());
    let mut answers: Vec<_> = shares
        .iter()
        .map(|share| Answer {
            answer: share.answer.clone(),
            share: Figure::onet(
                Measure::Value(share.percent),
                Unit::PercentOfRespondents,
                asked.map(|date| date.as_str()),
                reading,
            ),
        })
        .collect();
    answers.sort_by(|a, b| {
        let share = |answer: &Answer<T>| answer.share.value.map_or(0.0, |number| number.0);
        share(b).total_cmp(&share(a))
    });
    answers
}

fn education(role: &Role, reading: Option<&Reading>) -> ProfileEducation {
    let profile = reading.and_then(|reading| Some((reading, reading.profile()?)));
    let mut stated = role.education.clone();
    stated.sort_by_key(|education| (education.standing, education.level));
    ProfileEducation {
        typical_entry: typical(reading, |projection| projection.entry_education),
        stated,
        respondents: profile.map_or_else(Vec::new, |(reading, profile)| answers(reading, &profile.education)),
    }
}

fn experience(role: &Role, reading: Option<&Reading>) -> ProfileExperience {
    let profile = reading.and_then(|reading| Some((reading, reading.profile()?)));
    ProfileExperience {
        typical_entry: typical(reading, |projection| projection.experience),
        training: typical(reading, |projection| projection.training),
        stated: role.experience.clone(),
        respondents: profile.map_or_else(Vec::new, |(reading, profile)| answers(reading, &profile.experience)),
    }
}

fn skills(catalog: &Catalog, role: &Role) -> Result<Vec<ProfileSkill>> {
    let mut skills = role
        .skills
        .iter()
        .map(|listed| {
            let skill = catalog.skill(&listed.skill)?;
            Ok(ProfileSkill {
                id: skill.id,
                name: skill.name,
                kind: skill.kind,
                need: listed.need,
                sources: listed.sources.clone(),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    skills.sort_by(|a, b| (a.kind, a.need, &a.name).cmp(&(b.kind, b.need, &b.name)));
    Ok(skills)
}

fn certifications(catalog: &Catalog, role: &Role) -> Result<Vec<ProfileCertification>> {
    let mut certifications = role
        .certifications
        .iter()
        .map(|listed| {
            let certification = catalog.certification(&listed.certification)?;
            let instead = certification.instead.iter().map(|instead| {
                let other = catalog.certification(&instead.certification)?;
                let reason = instead.reason.clone();
                Ok(Replacement { id: other.id, name: other.name, short: other.short, reason })
            });
            Ok(ProfileCertification {
                instead: instead.collect::<Result<_>>()?,
                id: certification.id,
                name: certification.name,
                short: certification.short,
                kind: certification.kind,
                status: certification.status,
                retired_on: certification.retired_on.map(|date| date.to_string()),
                need: listed.need,
                sources: listed.sources.clone(),
                status_sources: certification.status_sources,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    certifications.sort_by(|a, b| (a.status, a.need, &a.name).cmp(&(b.status, b.need, &b.name)));
    Ok(certifications)
}

fn moves(catalog: &Catalog, role: &Role) -> Result<Vec<ProfileMove>> {
    let mut moves = role
        .moves
        .iter()
        .map(|step| {
            Ok(ProfileMove {
                to: step.to.clone(),
                title: catalog.role(&step.to)?.title,
                kind: step.kind,
                evidence: step.evidence.clone(),
                sources: step.sources.clone(),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    moves.sort_by(|a, b| (a.kind, &a.title).cmp(&(b.kind, &b.title)));
    Ok(moves)
}

/// The readings of a role, in words.
pub fn measured_by(readings: &[Reading]) -> Vec<ProfileReading> {
    readings
        .iter()
        .enumerate()
        .map(|(position, reading)| ProfileReading {
            occupation: reading.occupation.soc.clone(),
            occupation_title: reading.occupation.title.clone(),
            onet: reading.link.onet.clone(),
            fit: reading.fit(),
            preferred: position == 0,
            reason: reading.link.reason.clone(),
            sources: reading.link.sources.clone(),
            notes: reading.occupation.notes.clone(),
        })
        .collect()
}

/// The wages of a reading's newest year.
pub fn wages(reading: &Reading) -> Option<Wages> {
    let (occupation, fit) = (&reading.occupation, Some(reading.fit()));
    let year = reading.newest_pay()?;
    let wage = |measure| Figure::wage(measure, year, occupation, fit);
    Some(Wages {
        occupation: occupation.soc.clone(),
        occupation_title: occupation.title.clone(),
        fit: reading.fit(),
        median: wage(year.median),
        p10: wage(year.p10),
        p25: wage(year.p25),
        p75: wage(year.p75),
        p90: wage(year.p90),
        mean: wage(year.mean),
        jobs: Figure::employment(year, occupation, fit),
    })
}

/// The projection of a reading's newest edition.
pub fn projected(reading: &Reading) -> Option<Projected> {
    let (occupation, fit) = (&reading.occupation, Some(reading.fit()));
    let projection = reading.newest_outlook()?;
    let figure = |measure, unit| Figure::projected(measure, unit, projection, occupation, fit);
    Some(Projected {
        occupation: occupation.soc.clone(),
        occupation_title: occupation.title.clone(),
        fit: reading.fit(),
        growth: figure(projection.growth, Unit::Percent),
        jobs_start: figure(projection.jobs_start, Unit::Jobs),
        jobs_end: figure(projection.jobs_end, Unit::Jobs),
        change: figure(projection.change, Unit::Jobs),
        openings: figure(projection.openings, Unit::OpeningsPerYear),
    })
}

fn pay(readings: &[Reading]) -> Option<Pay> {
    let (preferred, others) = readings.split_first()?;
    Some(Pay { preferred: wages(preferred)?, other_readings: others.iter().filter_map(wages).collect() })
}

fn outlook(readings: &[Reading]) -> Option<Outlook> {
    let (preferred, others) = readings.split_first()?;
    let edition = &preferred.newest_outlook()?.edition;
    let reasons = preferred.occupation.reasons.iter().filter(|reason| reason.edition == *edition);
    Some(Outlook {
        preferred: projected(preferred)?,
        reasons: reasons.cloned().collect(),
        other_readings: others.iter().filter_map(projected).collect(),
    })
}

fn ratings(catalog: &Catalog, readings: &[Reading]) -> Result<Option<Ratings>> {
    let Some((reading, others)) = readings.split_first() else { return Ok(None) };
    let profile = reading.profile();
    let rated = profile.and_then(|profile| profile.rated.as_ref()).map(|date| date.as_str());
    let mut elements = profile
        .iter()
        .flat_map(|profile| &profile.ratings)
        .map(|(id, rating)| {
            let element = catalog.element(id)?;
            Ok(RatedElement {
                id: id.clone(),
                element: element.element,
                name: element.name,
                kind: element.kind,
                importance: Figure::onet(rating.importance, Unit::Importance, rated, reading),
                level: Figure::onet(rating.level, Unit::Level, rated, reading),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    elements.sort_by(|a, b| {
        let importance = |element: &RatedElement| element.importance.value.map_or(0.0, |number| number.0);
        importance(b).total_cmp(&importance(a)).then_with(|| a.name.cmp(&b.name))
    });
    Ok(Some(Ratings {
        preferred: Rated::of(reading),
        elements,
        in_demand: profile.map_or_else(Vec::new, |profile| profile.in_demand.clone()),
        other_readings: others.iter().filter(|other| other.profile().is_some()).map(Rated::of).collect(),
    }))
}

fn resources(catalog: &Catalog, role: &str) -> Result<Vec<Resource>> {
    let all = catalog.resource_ids().into_iter().map(|id| catalog.resource(&id));
    let named = all.filter(|resource| resource.as_ref().is_ok_and(|resource| resource.roles.iter().any(|id| id == role)));
    named.collect()
}

/// The words for how a certification stands: `active`, `retired 2021-01-31`, `degree, not a certification`.
pub fn status_text(
    kind: CredentialKind,
    status: Lifecycle,
    retired_on: Option<&str>,
) -> String {
    
    match (kind, status, retired_on) {
        (CredentialKind::Degree, ..) => kind.label().to_owned(),
        (_, Lifecycle::Retired, Some(date)) => format!("retired {date}"),
        (_, Lifecycle::Retiring, Some(date)) => format!("retiring, ends {date}"),
        (CredentialKind::CourseCertificate, ..) => format!("{}, {}", kind.label(), status.label()),
        _ => status.label().to_owned(),
    }
}
