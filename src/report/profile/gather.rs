//! Gathering a profile from the catalog: the sections that are wanted, and no others.

use super::figures::{education, experience, outlook, pay, ratings};
use super::{
    Overview, Profile, ProfileCertification, ProfileMove, ProfileReading, ProfileSkill, Replacement,
};
use crate::analysis::reading::{Reading, readings};
use crate::catalog::{Catalog, Result};
use crate::model::{CredentialKind, Label, Lifecycle, Move, Role, RoleCertification, RoleSkill};
use crate::report::section::{SectionId, Wanted};
use std::mem::take;

/// How many O*NET elements of a role are shown, the most important first, where no one asked for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Depth(pub(super) usize);

impl Depth {
    /// A role alone.
    pub const ALONE: Self = Self(10);
    /// Roles side by side, each with its neighbours' most important too.
    pub const COMPARED: Self = Self(5);
    /// Where they are asked for by name.
    pub(super) const EVERYTHING: Self = Self(usize::MAX);
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

    /// The preferred reading. A role that passed the data rules has one.
    pub fn preferred(&self) -> Option<&Reading> {
        self.readings.first()
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
