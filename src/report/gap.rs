//! `roles gap`: what carries over to a role, what is missing, what is unknown.

use super::figure::{Figure, Origin, Unit};
use super::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use super::profile::{TypicalEntry, typical_education, typical_experience};
use super::{Named, Report, sections};
use crate::analysis::gap::{Held, State, of_education, of_experience, of_named, of_ratings};
use crate::analysis::reading::{Reading, rated, readings};
use crate::catalog::{Catalog, Result};
use crate::model::{
    CertificationNeed, CredentialKind, EducationLevel, ElementKind, ExperienceLevel, Fit, Label,
    Lifecycle, Need, Rating, Role, SkillKind,
};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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

/// A role with what stands for it in figures.
struct Side {
    role: Role,
    readings: Vec<Reading>,
    rated: Option<(RatedAs, Arc<Origin>, BTreeMap<String, Rating>)>,
}

impl Side {
    fn of(catalog: &Catalog, id: &str) -> Result<Self> {
        let mut role = catalog.role(id)?;
        let readings = readings(catalog, std::mem::take(&mut role.measured_by))?;
        let rated = rated(catalog, &readings)?.map(|(position, profile, ratings)| {
            let as_rated = RatedAs {
                onet: profile.code.clone(),
                title: profile.title.clone(),
                rated: profile.rated.as_ref().map(ToString::to_string),
                preferred: position == 0,
                source: profile.source.clone(),
            };
            let reading = readings.get(position);
            let origin =
                reading.map(|reading| Origin::of_onet(&profile, profile.rated.as_ref(), reading));
            (as_rated, origin.unwrap_or_default(), ratings)
        });
        Ok(Self {
            role,
            readings,
            rated,
        })
    }

    fn named(&self) -> Named {
        Named {
            id: self.role.id.clone(),
            title: self.role.title.clone(),
        }
    }

    /// What someone in the role brings along. A role says nothing of anyone's years.
    fn held(&self) -> Held {
        let skills = self.role.skills.iter().map(|skill| skill.skill.clone());
        let skills: BTreeSet<_> = skills.collect();
        Held {
            // Every role takes some skill: where none is named, nothing is known of them.
            skills: Some(skills).filter(|skills| !skills.is_empty()),
            certifications: Some(
                self.role
                    .certifications
                    .iter()
                    .map(|listed| listed.certification.clone())
                    .collect(),
            ),
            education: typical_education(self.readings.first()).map(|entry| entry.value),
            years: None,
        }
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

/// The edition of a category, and for whom it only stands in.
pub fn measured<T>(entry: &TypicalEntry<T>) -> String {
    let edition = entry.period.replace('-', "–");
    match entry.fit {
        Fit::Exact => format!(" ({edition})"),
        fit => format!(
            " ({edition}; stand-in: {}, {})",
            entry.occupation,
            fit.label()
        ),
    }
}

fn years_text(years: u8) -> String {
    if years == 1 {
        "1 year".to_owned()
    } else {
        format!("{years} years")
    }
}

fn skills(catalog: &Catalog, target: &Side, held: &Held) -> Result<Vec<GapSkill>> {
    let mut skills = Vec::new();
    for listed in &target.role.skills {
        let skill = catalog.skill(&listed.skill)?;
        let importance = target.rated.as_ref().and_then(|(_, origin, ratings)| {
            let rated = skill
                .elements
                .iter()
                .filter_map(|element| ratings.get(element));
            let number = |rating: &&Rating| rating.importance.value().unwrap_or_default();
            let most = rated.max_by(|a, b| number(a).total_cmp(&number(b)))?;
            Some(Figure::new(most.importance, Unit::Importance, origin))
        });
        skills.push(GapSkill {
            state: of_named(&skill.id, held.skills.as_ref()),
            id: skill.id,
            name: skill.name,
            kind: skill.kind,
            need: listed.need,
            importance,
            sources: listed.sources.clone(),
        });
    }
    let importance = |skill: &GapSkill| {
        skill
            .importance
            .as_ref()
            .and_then(|figure| figure.value)
            .map_or(0.0, |n| n.0)
    };
    skills.sort_by(|a, b| {
        a.need
            .cmp(&b.need)
            .then(importance(b).total_cmp(&importance(a)))
            .then_with(|| a.name.cmp(&b.name))
    });
    Ok(skills)
}

fn certifications(
    catalog: &Catalog,
    target: &Side,
    held: &Held,
    by_a_person: bool,
) -> Result<Vec<GapCertification>> {
    let mut asked = Vec::new();
    for listed in &target.role.certifications {
        let certification = catalog.certification(&listed.certification)?;
        let state = of_named(&certification.id, held.certifications.as_ref());
        let kept = by_a_person && state == State::Carried;
        if certification.status != Lifecycle::Retired || kept {
            asked.push(GapCertification {
                state,
                status: certification.status,
                id: certification.id,
                name: certification.name,
                kind: certification.kind,
                need: listed.need,
                sources: listed.sources.clone(),
            });
        }
    }
    asked.sort_by(|a, b| (a.need, &a.name).cmp(&(b.need, &b.name)));
    Ok(asked)
}

fn ratings(catalog: &Catalog, from: Option<&Side>, target: &Side) -> Result<GapRatings> {
    let unrated = |side: &Side| {
        let occupation = side
            .readings
            .first()
            .map(|reading| format!("{} ({})", reading.occupation.title, reading.occupation.soc));
        format!(
            "O*NET has no ratings of {}, which measure {}",
            occupation.unwrap_or_default(),
            side.role.plural
        )
    };
    let rated_as = |side: &Side| side.rated.as_ref().map(|(as_rated, ..)| as_rated.clone());
    let mut gap = GapRatings {
        from: from.and_then(rated_as),
        to: rated_as(target),
        unknown_because: None,
        rises: Vec::new(),
    };
    let Some(from) = from else {
        gap.unknown_because = Some("O*NET rates occupations, not persons".to_owned());
        return Ok(gap);
    };
    let (Some((_, origin, held)), Some((_, wanted_origin, wanted))) = (&from.rated, &target.rated)
    else {
        let side = if target.rated.is_none() { target } else { from };
        gap.unknown_because = Some(unrated(side));
        return Ok(gap);
    };
    for rise in of_ratings(held, wanted) {
        let element = catalog.element(&rise.element)?;
        gap.rises.push(GapRise {
            id: element.id,
            name: element.name,
            kind: element.kind,
            importance: Figure::new(rise.to.importance, Unit::Importance, wanted_origin),
            from_level: Figure::new(rise.from.level, Unit::Level, origin),
            to_level: Figure::new(rise.to.level, Unit::Level, wanted_origin),
            by: (rise.by * 100.0).round() / 100.0,
        });
    }
    Ok(gap)
}

impl Gap {
    /// What is in one state, as a section with a row a kind of thing.
    fn section(&self, state: State, id: &str, title: &str) -> Section<'_> {
        let mut rows: Vec<(&str, &str, Vec<Entry<'_>>)> = Vec::new();
        for (need, item, label) in [
            (Need::Essential, "skills-essential", "Essential skills"),
            (Need::Useful, "skills-useful", "Useful skills"),
        ] {
            let skills = self
                .skills
                .iter()
                .filter(|skill| skill.state == state && skill.need == need);
            rows.push((item, label, skills.map(GapSkill::entry).collect()));
        }
        let start = self
            .from
            .as_ref()
            .map_or("held", |_| "typical of the start");
        let education = self.education.entry(start, EducationLevel::label);
        let experience = self.experience.entry(start, ExperienceLevel::label);
        let stated = |here: bool, entry: Option<Entry<'static>>| {
            if here {
                entry.into_iter().collect()
            } else {
                Vec::new()
            }
        };
        rows.push((
            "education",
            "Education",
            stated(self.education.state == state, education),
        ));
        rows.push((
            "experience",
            "Experience",
            stated(self.experience.state == state, experience),
        ));
        let certifications = self
            .certifications
            .iter()
            .filter(|asked| asked.state == state);
        let certification = |asked: &GapCertification| {
            let standing = match (asked.kind, asked.status) {
                (CredentialKind::Degree, _) => ", a degree",
                (_, Lifecycle::Retired) => {
                    ", retired: it counts as held, and is asked of no one else"
                }
                (_, Lifecycle::Unknown) => ", whether it can be earned is unknown",
                _ => "",
            };
            let text = format!("{} ({}{standing})", asked.name, asked.need.label());
            (text, asked.sources.clone())
        };
        let certifications = certifications
            .map(certification)
            .map(|(text, sources)| Entry::cited(text, sources));
        rows.push(("certifications", "Certifications", certifications.collect()));
        if state == State::Missing {
            rows.push(("ratings", "Higher levels", self.ratings.entries()));
        }
        if state == State::Unknown {
            let because = self.ratings.unknown_because.as_ref().map(Entry::plain);
            rows.push(("ratings", "O*NET ratings", because.into_iter().collect()));
        }
        rows.retain(|(_, _, entries)| !entries.is_empty());
        let rows = rows
            .into_iter()
            .map(|(item, label, entries)| Row::single(item, label, Cell { entries }));
        Section {
            picture: None,
            id: id.to_owned(),
            title: title.to_owned(),
            subjects: Subjects::Columns,
            columns: vec![Column::new(&self.to.id, &self.to.title)],
            rows: rows.collect(),
        }
    }

    fn lead(&self) -> Vec<String> {
        let asked = self.skills.len();
        let carried = self
            .skills
            .iter()
            .filter(|skill| skill.state == State::Carried)
            .count();
        let unknown = self
            .skills
            .iter()
            .filter(|skill| skill.state == State::Unknown)
            .count();
        let skills = match (&self.from, unknown) {
            (_, unknown) if unknown == asked => {
                format!("Which of the {asked} skills asked carry over is unknown.")
            }
            (Some(from), _) => format!(
                "Of {asked} skills asked, {carried} carry over from {}.",
                from.title
            ),
            (None, _) => format!("Of {asked} skills asked, {carried} are held."),
        };
        let borrowed = |side: &Option<RatedAs>, whose: &str| {
            let side = side.as_ref().filter(|side| !side.preferred)?;
            Some(format!(
                "O*NET's ratings of the {whose} are those of {} ({}), not its preferred reading.",
                side.title, side.onet
            ))
        };
        let compared = self.ratings.unknown_because.is_none();
        let from = borrowed(&self.ratings.from, "start").filter(|_| compared);
        let to = borrowed(&self.ratings.to, "target");
        let ratings = from.into_iter().chain(to);
        [skills].into_iter().chain(ratings).collect()
    }
}

impl GapSkill {
    fn entry(&self) -> Entry<'_> {
        let kind = self.kind.label();
        let importance = self.importance.as_ref().map(|figure| {
            let stand_in = if figure.is_stand_in() {
                ", stand-in"
            } else {
                ""
            };
            format!("; importance {} of 5{stand_in}", figure.text())
        });
        let text = format!("{} ({kind}{})", self.name, importance.unwrap_or_default());
        Entry {
            figure: self.importance.clone(),
            ..Entry::cited(text, &self.sources)
        }
    }
}

impl<T: Copy> GapEntry<T> {
    fn entry(&self, start: &str, label: impl Fn(T) -> &'static str) -> Option<Entry<'static>> {
        let Some(asked) = &self.asked else {
            return Some(Entry::plain("not published for the target"));
        };
        let held_as = self.held_as.as_ref();
        let held = self
            .held
            .as_ref()
            .map_or("what is held is not known".to_owned(), |held| {
                let measured = held_as.map(measured).unwrap_or_default();
                format!("{start}: {held}{measured}")
            });
        let asks = measured(asked);
        let text = format!("{} is typical{asks}; {held}", label(asked.value));
        let mut sources = vec![asked.source.clone()];
        sources.extend(held_as.map(|entry| entry.source.clone()));
        sources.dedup();
        Some(Entry::cited(text, sources))
    }
}

impl GapRatings {
    fn entries(&self) -> Vec<Entry<'_>> {
        let stands = |figure: &Figure| {
            if figure.is_stand_in() {
                " (stand-in)"
            } else {
                ""
            }
        };
        let number = |figure: &Figure| figure.value.map_or(0.0, |number| number.0);
        let rise = |rise: &GapRise| {
            let (from, to) = (&rise.from_level, &rise.to_level);
            let text = format!(
                "{} ({}): level {:.2}{} to {:.2}{} of 7, +{:.2}; importance {:.1} of 5",
                rise.name,
                rise.kind.label(),
                number(from),
                stands(from),
                number(to),
                stands(to),
                rise.by,
                number(&rise.importance),
            );
            Entry {
                sources: vec![from.origin.citation()].into(),
                ..Entry::of(text, to.clone())
            }
        };
        self.rises.iter().map(rise).collect()
    }
}

const MISSING: &str = "Missing: the target asks for it, and it is not among what is held; of a role, what its sources name \
                       counts as held. What cannot be told is unknown.";

impl Report for Gap {
    const SCHEMA: &'static str = "roles/gap/1";

    fn page(&self) -> Page<'_> {
        let from = self.from.as_ref().map_or("You", |from| from.title.as_str());
        let sections: Vec<_> = [
            (State::Missing, "missing", "Missing"),
            (State::Carried, "carries-over", "Carries over"),
            (State::Unknown, "unknown", "Unknown"),
        ]
        .into_iter()
        .map(|(state, id, title)| self.section(state, id, title))
        .filter(|section| !section.rows.is_empty())
        .collect();
        Page {
            title: format!("{from} → {}", self.to.title),
            lead: self.lead(),
            remarks: std::iter::once(MISSING.to_owned())
                .chain(sections::legend(&sections))
                .collect(),
            sections,
            graph: None,
        }
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
