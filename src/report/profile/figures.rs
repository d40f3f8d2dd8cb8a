//! The figures of a profile: education and experience as reported, pay, outlook and ratings.

use super::gather::Depth;
use super::{
    Answer, OtherAnswers, Outlook, Pay, ProfileEducation, ProfileExperience, Projected, Rated,
    RatedElement, Ratings, TypicalEntry, Wages,
};
use crate::analysis::reading::Reading;
use crate::catalog::{Catalog, OnetRatings, Result};
use crate::model::{
    Education, EducationLevel, Experience, ExperienceLevel, Fit, Label, Measure, OnetProfile,
    Projection, Rating, Share,
};
use crate::report::figure::{Figure, Origin, Unit};
use std::sync::Arc;

/// The education that BLS sees as typical at entry, in the newest edition of a reading.
pub fn typical_education(reading: Option<&Reading>) -> Option<TypicalEntry<EducationLevel>> {
    typical(reading, |projection| projection.entry_education)
}

/// The related work experience that BLS sees as typical at entry, in the newest edition of a reading.
pub fn typical_experience(reading: Option<&Reading>) -> Option<TypicalEntry<ExperienceLevel>> {
    typical(reading, |projection| projection.experience)
}

fn typical<T>(
    reading: Option<&Reading>,
    value: impl Fn(&Projection) -> Option<T>,
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

impl<T> TypicalEntry<T> {
    /// In brackets after it: its edition, and what it is of where that only stands in.
    pub fn provenance(&self) -> String {
        let edition = self.period.replace('-', "–");
        match self.fit {
            Fit::Exact => format!(" ({edition})"),
            fit => format!(
                " ({edition}; stand-in: {}, {})",
                self.occupation,
                fit.label()
            ),
        }
    }
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
pub type Others<'a> = [(&'a Reading, &'a OnetProfile)];

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

pub fn education(
    mut stated: Vec<Education>,
    reading: Option<&Reading>,
    profile: Option<&OnetProfile>,
    others: &Others<'_>,
) -> ProfileEducation {
    stated.sort_by_key(|education| (education.standing, education.level));
    let asked = reading.zip(profile);
    ProfileEducation {
        typical_entry: typical_education(reading),
        stated,
        respondents: asked.map_or_else(Vec::new, |(reading, profile)| {
            answers(reading, profile, &profile.education)
        }),
        other_readings: other_answers(others, |profile| &profile.education),
    }
}

pub fn experience(
    stated: Vec<Experience>,
    reading: Option<&Reading>,
    profile: Option<&OnetProfile>,
    others: &Others<'_>,
) -> ProfileExperience {
    let asked = reading.zip(profile);
    ProfileExperience {
        typical_entry: typical_experience(reading),
        training: typical(reading, |projection| projection.training),
        stated,
        respondents: asked.map_or_else(Vec::new, |(reading, profile)| {
            answers(reading, profile, &profile.experience)
        }),
        other_readings: other_answers(others, |profile| &profile.experience),
    }
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

pub fn pay(readings: &[Reading]) -> Option<Pay> {
    let (preferred, others) = readings.split_first()?;
    Some(Pay {
        preferred: wages(preferred)?,
        other_readings: others.iter().filter_map(wages).collect(),
    })
}

pub fn outlook(readings: &[Reading]) -> Option<Outlook> {
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

pub fn ratings(
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
    let others_depth = if rated && depth != Depth::EVERYTHING {
        Depth(0)
    } else {
        depth
    };
    let mut other_readings = Vec::new();
    for (other, profile) in others {
        let mut other_rated = Rated::of(other, Some(profile));
        if others_depth != Depth(0) {
            let origin = origin(profile, other);
            let ratings = catalog.onet_ratings(&profile.code)?;
            other_rated.elements = most_important(catalog, &ratings, &origin, others_depth)?;
        }
        other_readings.push(other_rated);
    }
    let mut preferred = Rated::of(reading, profile);
    let (mut all, mut of_all) = <(OnetRatings, Arc<_>)>::default();
    if let Some(profile) = profile {
        all = catalog.onet_ratings(&profile.code)?;
        of_all = origin(profile, reading);
        preferred.elements = most_important(catalog, &all, &of_all, depth)?;
    }
    Ok(Some(Ratings {
        preferred,
        count: all.count(),
        all,
        origin: of_all,
        in_demand: profile.map_or_else(Vec::new, |profile| profile.in_demand.clone()),
        other_readings,
    }))
}

/// Where the ratings of a profile come from.
fn origin(profile: &OnetProfile, reading: &Reading) -> Arc<Origin> {
    Origin::of_onet(profile, profile.rated.as_ref(), reading)
}

/// The most important elements among the rated ones.
fn most_important(
    catalog: &Catalog,
    ratings: &OnetRatings,
    origin: &Arc<Origin>,
    Depth(most): Depth,
) -> Result<Vec<RatedElement>> {
    let mut ranked: Vec<_> = ratings.iter().collect();
    // Ratings are held by id, and ids sort like the names they are made of.
    ranked.sort_by(|(_, a), (_, b)| {
        let importance = |rating: &Rating| rating.importance.number().unwrap_or_default();
        importance(b).total_cmp(&importance(a))
    });
    ranked.truncate(most);
    let mut elements = Vec::with_capacity(ranked.len());
    for (id, rating) in ranked {
        let element = catalog.element(id)?;
        let (importance, level) = figures(rating, origin);
        elements.push(RatedElement {
            id: element.id,
            element: element.element,
            name: element.name,
            kind: element.kind,
            importance,
            level,
        });
    }
    Ok(elements)
}

/// The importance and the level of an element.
fn figures(rating: &Rating, origin: &Arc<Origin>) -> (Figure, Figure) {
    (
        Figure::new(rating.importance, Unit::Importance, origin),
        Figure::new(rating.level, Unit::Level, origin),
    )
}

impl Ratings {
    /// The importance and the level of an element, among the most important or not; none where it is not rated.
    pub fn of(&self, element: &str) -> Option<(Figure, Figure)> {
        let rating = self.all.get(element)?;
        Some(figures(rating, &self.origin))
    }
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
