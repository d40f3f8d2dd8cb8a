//! A role's profile: everything known of it, with names looked up and figures made whole.

use super::figure::{Figure, Origin, Unit};
use super::section::{SectionId, Wanted};
use crate::analysis::reading::{Reading, readings};
use crate::catalog::{Catalog, Result};
use crate::model::{
    Aspect, CertificationNeed, Claim, CredentialKind, Duty, Education, EducationLevel, ElementKind,
    Experience, ExperienceLevel, Family, Fit, Label, Level, Lifecycle, Measure, Move, MoveKind,
    Need, OnetProfile, Rating, Reason, Resource, Role, RoleCertification, RoleSkill, Share,
    SharedTitle, SkillKind, Statement, TrainingLevel,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::mem::take;

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
    pub other_readings: Vec<OtherAnswers<EducationLevel>>,
}

/// Experience: BLS's typical entry, what sources state, and what respondents report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileExperience {
    pub typical_entry: Option<TypicalEntry<ExperienceLevel>>,
    pub training: Option<TypicalEntry<TrainingLevel>>,
    pub stated: Vec<Experience>,
    pub respondents: Vec<Answer<String>>,
    pub other_readings: Vec<OtherAnswers<String>>,
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

/// What respondents of the occupation of another reading answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherAnswers<T> {
    pub onet: String,
    pub title: String,
    pub answers: Vec<Answer<T>>,
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
    /// How many elements O*NET rates.
    pub count: usize,
    /// How many elements are shown in a table.
    #[serde(skip)]
    pub shown: usize,
    /// Software that employers ask for.
    pub in_demand: Vec<String>,
    /// What the other readings are rated as.
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
    /// By importance, highest first; only the most important unless ratings are asked for by name.
    pub elements: Vec<RatedElement>,
}

impl Rated {
    /// What a reading is rated as; its elements are filled in where they are wanted.
    fn of(reading: &Reading, profile: Option<&OnetProfile>) -> Self {
        Self {
            onet: profile.map(|profile| profile.code.clone()),
            title: profile.map(|profile| profile.title.clone()),
            rated: profile
                .and_then(|profile| profile.rated.as_ref())
                .map(|date| date.to_string()),
            job_zone: profile.map(|profile| {
                let origin = Origin::of_onet(profile, Some(&profile.job_zone_date), reading);
                Figure::new(
                    Measure::Value(f64::from(profile.job_zone)),
                    Unit::JobZone,
                    &origin,
                )
            }),
            source: profile.map(|profile| profile.source.clone()),
            elements: Vec::new(),
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

/// How many O*NET elements a profile holds, and how many of these are shown, where no one asked for them.
#[derive(Debug, Clone, Copy)]
pub struct Depth {
    held: usize,
    shown: usize,
}

impl Depth {
    /// A role alone: the ten most important.
    pub const ALONE: Self = Self {
        held: 10,
        shown: 10,
    };
    /// Roles side by side: all, since a neighbour's most important must be found; the five most important lead.
    pub const COMPARED: Self = Self {
        held: usize::MAX,
        shown: 5,
    };
    const EVERYTHING: Self = Self {
        held: usize::MAX,
        shown: usize::MAX,
    };
}

impl Profile {
    /// Gathers the wanted sections of a role. Where ratings are asked for by name, all of them are given.
    pub fn build(catalog: &Catalog, mut role: Role, wanted: &Wanted, depth: Depth) -> Result<Self> {
        let depth = if wanted.names(SectionId::Ratings) {
            Depth::EVERYTHING
        } else {
            depth
        };
        let readings = readings(catalog, take(&mut role.measured_by))?;
        let want = |section| wanted.has(section);
        let preferred = readings.first();
        let asks_onet = [
            SectionId::Education,
            SectionId::Experience,
            SectionId::Ratings,
        ]
        .into_iter()
        .any(want);
        let mut profiles = Vec::new();
        for reading in readings.iter().filter(|_| asks_onet) {
            profiles.push((reading, reading.profile(catalog)?));
        }
        let (first, others) = profiles
            .split_first()
            .map_or((None, &[][..]), |(first, others)| (Some(first), others));
        let profile = first.and_then(|(_, profile)| profile.as_ref());
        let others: Vec<_> = others
            .iter()
            .filter_map(|(reading, profile)| Some((*reading, profile.as_ref()?)))
            .collect();
        Ok(Self {
            education: want(SectionId::Education)
                .then(|| education(role.education, preferred, profile, &others)),
            experience: want(SectionId::Experience)
                .then(|| experience(role.experience, preferred, profile, &others)),
            skills: want(SectionId::Skills)
                .then(|| skills(catalog, role.skills))
                .transpose()?,
            certifications: want(SectionId::Certifications)
                .then(|| certifications(catalog, role.certifications))
                .transpose()?,
            moves: want(SectionId::Moves)
                .then(|| moves(catalog, role.moves))
                .transpose()?,
            measured_by: want(SectionId::MeasuredBy).then(|| measured_by(&readings)),
            pay: if want(SectionId::Pay) {
                pay(&readings)
            } else {
                None
            },
            outlook: if want(SectionId::Outlook) {
                outlook(&readings)
            } else {
                None
            },
            ratings: if want(SectionId::Ratings) {
                ratings(catalog, preferred, profile, &others, depth)?
            } else {
                None
            },
            claims: want(SectionId::Claims)
                .then(|| catalog.claims_about(&role.id))
                .transpose()?,
            resources: want(SectionId::Resources)
                .then(|| catalog.resources_for(&role.id))
                .transpose()?,
            aspects: want(SectionId::Aspects).then(|| {
                role.aspects
                    .into_iter()
                    .filter(|aspect| wanted.has_aspect(aspect.about))
                    .collect()
            }),
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

    /// The ids of every publication that the profile rests on, with repeats.
    pub fn cited(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        macro_rules! cite {
            ($($list:expr),+ $(,)?) => {$(
                for item in $list { ids.extend(item.sources.iter().map(String::as_str)); }
            )+};
        }
        cite!(&self.shared_titles);
        if let Some(overview) = &self.overview {
            cite!([&overview.summary, &overview.day], &overview.works_in);
        }
        cite!(
            self.focus.iter().flatten(),
            self.scope.iter().flatten(),
            self.duties.iter().flatten(),
            self.skills.iter().flatten(),
            self.aspects.iter().flatten(),
            self.certifications.iter().flatten(),
            self.measured_by.iter().flatten(),
            self.moves.iter().flatten(),
            self.resources.iter().flatten(),
        );
        for certification in self.certifications.iter().flatten() {
            ids.extend(certification.status_sources.iter().map(String::as_str));
        }
        if let Some(education) = &self.education {
            cite!(&education.stated);
            ids.extend(
                education
                    .typical_entry
                    .iter()
                    .map(|entry| entry.source.as_str()),
            );
            let others = education
                .other_readings
                .iter()
                .flat_map(|other| &other.answers);
            let answers = education.respondents.iter().chain(others);
            ids.extend(answers.map(|answer| answer.share.origin.source.as_str()));
        }
        if let Some(experience) = &self.experience {
            cite!(&experience.stated);
            ids.extend(
                experience
                    .typical_entry
                    .iter()
                    .map(|entry| entry.source.as_str()),
            );
            ids.extend(
                experience
                    .training
                    .iter()
                    .map(|entry| entry.source.as_str()),
            );
            let others = experience
                .other_readings
                .iter()
                .flat_map(|other| &other.answers);
            let answers = experience.respondents.iter().chain(others);
            ids.extend(answers.map(|answer| answer.share.origin.source.as_str()));
        }
        if let Some(pay) = &self.pay {
            let wages = [&pay.preferred].into_iter().chain(&pay.other_readings);
            ids.extend(wages.map(|wages| wages.median.origin.source.as_str()));
        }
        if let Some(outlook) = &self.outlook {
            let projected = [&outlook.preferred]
                .into_iter()
                .chain(&outlook.other_readings);
            ids.extend(projected.map(|projected| projected.growth.origin.source.as_str()));
            ids.extend(outlook.reasons.iter().map(|reason| reason.source.as_str()));
        }
        if let Some(ratings) = &self.ratings {
            let rated = [&ratings.preferred]
                .into_iter()
                .chain(&ratings.other_readings);
            ids.extend(rated.filter_map(|rated| rated.source.as_deref()));
        }
        for claim in self.claims.iter().flatten() {
            ids.push(&claim.source);
            ids.extend(claim.evidence.iter().map(String::as_str));
        }
        ids
    }

    /// The preferred reading. A role that passed the data rules has one.
    pub fn preferred(&self) -> Option<&Reading> {
        self.readings.first()
    }
}

fn typical<T>(
    reading: Option<&Reading>,
    value: impl Fn(&crate::model::Projection) -> Option<T>,
) -> Option<TypicalEntry<T>> {
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

/// Respondents' answers with their shares, the most frequent first.
fn answers<T: Clone>(
    reading: &Reading,
    profile: &OnetProfile,
    shares: &[Share<T>],
) -> Vec<Answer<T>> {
    let origin = Origin::of_onet(profile, profile.asked.as_ref(), reading);
    let mut shares: Vec<_> = shares.iter().collect();
    shares.sort_by(|a, b| b.percent.total_cmp(&a.percent));
    let answer = |share: &&Share<T>| Answer {
        answer: share.answer.clone(),
        share: Figure::new(
            Measure::Value(share.percent),
            Unit::PercentOfRespondents,
            &origin,
        ),
    };
    shares.iter().map(answer).collect()
}

/// The other readings of a role that O*NET has a profile for.
type Others<'a> = [(&'a Reading, &'a OnetProfile)];

/// Respondents' answers under the other readings.
fn other_answers<T: Clone>(
    others: &Others<'_>,
    shares: impl Fn(&OnetProfile) -> &Vec<Share<T>>,
) -> Vec<OtherAnswers<T>> {
    let read = |(reading, profile): &(&Reading, &OnetProfile)| OtherAnswers {
        onet: profile.code.clone(),
        title: profile.title.clone(),
        answers: answers(reading, profile, shares(profile)),
    };
    others.iter().map(read).collect()
}

fn education(
    mut stated: Vec<Education>,
    reading: Option<&Reading>,
    profile: Option<&OnetProfile>,
    others: &Others<'_>,
) -> ProfileEducation {
    stated.sort_by_key(|education| (education.standing, education.level));
    let asked = reading.zip(profile);
    ProfileEducation {
        typical_entry: typical(reading, |projection| projection.entry_education),
        stated,
        respondents: asked.map_or_else(Vec::new, |(reading, profile)| {
            answers(reading, profile, &profile.education)
        }),
        other_readings: other_answers(others, |profile| &profile.education),
    }
}

fn experience(
    stated: Vec<Experience>,
    reading: Option<&Reading>,
    profile: Option<&OnetProfile>,
    others: &Others<'_>,
) -> ProfileExperience {
    let asked = reading.zip(profile);
    ProfileExperience {
        typical_entry: typical(reading, |projection| projection.experience),
        training: typical(reading, |projection| projection.training),
        stated,
        respondents: asked.map_or_else(Vec::new, |(reading, profile)| {
            answers(reading, profile, &profile.experience)
        }),
        other_readings: other_answers(others, |profile| &profile.experience),
    }
}

fn skills(catalog: &Catalog, listed: Vec<RoleSkill>) -> Result<Vec<ProfileSkill>> {
    let mut skills = listed
        .into_iter()
        .map(|listed| {
            let skill = catalog.skill(&listed.skill)?;
            Ok(ProfileSkill {
                id: skill.id,
                name: skill.name,
                kind: skill.kind,
                need: listed.need,
                sources: listed.sources,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    skills.sort_by(|a, b| (a.kind, a.need, &a.name).cmp(&(b.kind, b.need, &b.name)));
    Ok(skills)
}

fn certifications(
    catalog: &Catalog,
    listed: Vec<RoleCertification>,
) -> Result<Vec<ProfileCertification>> {
    let mut certifications = listed
        .into_iter()
        .map(|listed| {
            let certification = catalog.certification(&listed.certification)?;
            let instead = certification.instead.into_iter().map(|instead| {
                let other = catalog.certification(&instead.certification)?;
                Ok(Replacement {
                    id: other.id,
                    name: other.name,
                    short: other.short,
                    reason: instead.reason,
                })
            });
            Ok(ProfileCertification {
                instead: instead.collect::<Result<_>>()?,
                id: certification.id,
                name: certification.name,
                short: certification.short,
                kind: certification.kind,
                status: certification.status,
                retired_on: certification.retired_on.map(|date| date.to_string()),
                need: (certification.status != Lifecycle::Retired).then_some(listed.need),
                sources: listed.sources,
                status_sources: certification.status_sources,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    certifications.sort_by(|a, b| (a.status, a.need, &a.name).cmp(&(b.status, b.need, &b.name)));
    Ok(certifications)
}

fn moves(catalog: &Catalog, steps: Vec<Move>) -> Result<Vec<ProfileMove>> {
    let mut moves = steps
        .into_iter()
        .map(|step| {
            Ok(ProfileMove {
                title: catalog.role_title(&step.to)?,
                to: step.to,
                kind: step.kind,
                evidence: step.evidence,
                sources: step.sources,
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
    let year = reading.newest_pay()?;
    let origin = Origin::of_pay(year, reading);
    let wage = |measure| Figure::new(measure, Unit::DollarsPerYear, &origin);
    Some(Wages {
        occupation: reading.occupation.soc.clone(),
        occupation_title: reading.occupation.title.clone(),
        fit: reading.fit(),
        median: wage(year.median),
        p10: wage(year.p10),
        p25: wage(year.p25),
        p75: wage(year.p75),
        p90: wage(year.p90),
        mean: wage(year.mean),
        jobs: Figure::new(year.jobs, Unit::Jobs, &origin),
    })
}

/// The projection of a reading's newest edition.
pub fn projected(reading: &Reading) -> Option<Projected> {
    let projection = reading.newest_outlook()?;
    let origin = Origin::of_projection(projection, reading);
    let count = |measure, unit| Figure::thousands(measure, unit, &origin);
    Some(Projected {
        occupation: reading.occupation.soc.clone(),
        occupation_title: reading.occupation.title.clone(),
        fit: reading.fit(),
        growth: Figure::new(projection.growth, Unit::Percent, &origin),
        jobs_start: count(projection.jobs_start, Unit::Jobs),
        jobs_end: count(projection.jobs_end, Unit::Jobs),
        change: count(projection.change, Unit::JobsChange),
        openings: count(projection.openings, Unit::OpeningsPerYear),
    })
}

fn pay(readings: &[Reading]) -> Option<Pay> {
    let (preferred, others) = readings.split_first()?;
    Some(Pay {
        preferred: wages(preferred)?,
        other_readings: others.iter().filter_map(wages).collect(),
    })
}

fn outlook(readings: &[Reading]) -> Option<Outlook> {
    let (preferred, others) = readings.split_first()?;
    let edition = &preferred.newest_outlook()?.edition;
    let reasons = preferred
        .occupation
        .reasons
        .iter()
        .filter(|reason| reason.edition == *edition);
    Some(Outlook {
        preferred: projected(preferred)?,
        reasons: reasons.cloned().collect(),
        other_readings: others.iter().filter_map(projected).collect(),
    })
}

fn ratings(
    catalog: &Catalog,
    reading: Option<&Reading>,
    profile: Option<&OnetProfile>,
    others: &Others<'_>,
    depth: Depth,
) -> Result<Option<Ratings>> {
    let Some(reading) = reading else {
        return Ok(None);
    };
    let rated = profile.is_some_and(|profile| profile.rated.is_some());
    // Another reading's elements are worth their room where the preferred one has none.
    let others_hold = if rated && depth.shown != usize::MAX {
        0
    } else {
        depth.held
    };
    let ratings = profile
        .map(|profile| catalog.onet_ratings(&profile.code))
        .transpose()?
        .unwrap_or_default();
    let mut other_readings = Vec::new();
    for (other, profile) in others {
        let mut other_rated = Rated::of(other, Some(profile));
        if others_hold > 0 {
            let ratings = catalog.onet_ratings(&profile.code)?;
            other_rated.elements = rated_elements(catalog, other, profile, &ratings, others_hold)?;
        }
        other_readings.push(other_rated);
    }
    let mut preferred = Rated::of(reading, profile);
    if let Some(profile) = profile {
        preferred.elements = rated_elements(catalog, reading, profile, &ratings, depth.held)?;
    }
    Ok(Some(Ratings {
        preferred,
        count: ratings.len(),
        shown: depth.shown,
        in_demand: profile.map_or_else(Vec::new, |profile| profile.in_demand.clone()),
        other_readings,
    }))
}

/// The most important elements of a profile, at most `held`.
fn rated_elements(
    catalog: &Catalog,
    reading: &Reading,
    profile: &OnetProfile,
    ratings: &BTreeMap<String, Rating>,
    held: usize,
) -> Result<Vec<RatedElement>> {
    let origin = Origin::of_onet(profile, profile.rated.as_ref(), reading);
    let mut ranked: Vec<_> = ratings.iter().collect();
    // Ratings are held by id, and ids sort like the names they are made of.
    ranked.sort_by(|(_, a), (_, b)| {
        let importance = |rating: &Rating| rating.importance.number().unwrap_or_default();
        importance(b).total_cmp(&importance(a))
    });
    let read = |(id, rating): (&String, &Rating)| {
        let element = catalog.element(id)?;
        Ok(RatedElement {
            id: element.id,
            element: element.element,
            name: element.name,
            kind: element.kind,
            importance: Figure::new(rating.importance, Unit::Importance, &origin),
            level: Figure::new(rating.level, Unit::Level, &origin),
        })
    };
    ranked.into_iter().take(held).map(read).collect()
}

/// The words for how a certification stands: `active`, `retired 2021-01-31`, `degree, not a certification`.
pub fn status_text(kind: CredentialKind, status: Lifecycle, retired_on: Option<&str>) -> String {
    match (kind, status, retired_on) {
        (CredentialKind::Degree, ..) => kind.label().to_owned(),
        (_, Lifecycle::Retired, Some(date)) => format!("retired {date}"),
        (_, Lifecycle::Retiring, Some(date)) => format!("retiring, ends {date}"),
        (CredentialKind::CourseCertificate, ..) => format!("{}, {}", kind.label(), status.label()),
        (_, Lifecycle::Unknown, _) => "status unknown".to_owned(),
        _ => status.label().to_owned(),
    }
}
