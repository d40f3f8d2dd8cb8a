//! `roles fit`: each role against what a person holds and wishes for.

use super::figure::Figure;
use super::gap::measured;
use super::page::{Cell, Column, Entry, Page, Row, Section, Subjects, Tone};
use super::profile::{TypicalEntry, projected, typical_education, typical_experience, wages};
use super::{Named, Report, sections};
use crate::analysis::fit::{
    CUSTOMERS, Facts, TECHNICAL, Verdict, Wish, judge, rank, themes_of_lead, themes_of_work,
};
use crate::analysis::gap::Held;
use crate::analysis::reading::readings;
use crate::catalog::{Catalog, Result};
use crate::model::{
    CertificationNeed, Duty, EducationLevel, ExperienceLevel, Fit, Label, Lifecycle, Need, Person,
    Theme,
};
use serde::Serialize;

/// Every role, those with the fewest conflicts first, then those with the fewest unknowns.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fits {
    pub roles: Vec<Judged>,
}

/// A role with its verdicts.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Judged {
    #[serde(flatten)]
    pub role: Named,
    /// Roles with the same number share it: a tie stays a tie.
    pub place: usize,
    /// How many wishes it conflicts with.
    pub conflicts: usize,
    /// Of how many wishes nobody can tell.
    pub unknowns: usize,
    /// One for each wish that the file states.
    pub checks: Vec<Check>,
}

/// A verdict with its reason.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Check {
    /// What is wished for.
    pub wish: Wish,
    /// Whether the role has it.
    pub verdict: Verdict,
    /// Why, in words.
    pub reason: String,
    /// The figure that decides, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// What is known of a role, with where it comes from.
struct Known {
    facts: Facts,
    education: Option<TypicalEntry<EducationLevel>>,
    experience: Option<TypicalEntry<ExperienceLevel>>,
    median: Option<Figure>,
    growth: Option<Figure>,
    missing_skills: Vec<String>,
    missing_certifications: Vec<String>,
    /// Of the essential skills that are missing; of all, where none is.
    skill_sources: Vec<String>,
    certification_sources: Vec<String>,
    duties: Vec<Duty>,
}

impl Fits {
    /// Judges every role.
    pub fn of(catalog: &Catalog, person: &Person, held: &Held) -> Result<Self> {
        let mut roles = Vec::new();
        for id in catalog.role_ids()? {
            let known = Known::of(catalog, &id, held)?;
            let verdicts = judge(person, held, &known.facts);
            let (conflicts, unknowns) = rank(&verdicts);
            let checks = verdicts
                .into_iter()
                .map(|(wish, verdict)| known.check(person, wish, verdict))
                .collect();
            let role = Named {
                title: catalog.role_title(&id)?,
                id,
            };
            roles.push(Judged {
                role,
                place: 0,
                conflicts,
                unknowns,
                checks,
            });
        }
        roles.sort_by(|a, b| {
            (a.conflicts, a.unknowns, &a.role.title).cmp(&(b.conflicts, b.unknowns, &b.role.title))
        });
        let mut place = 0;
        let mut before = None;
        for (position, judged) in roles.iter_mut().enumerate() {
            let key = (judged.conflicts, judged.unknowns);
            if before != Some(key) {
                place = position + 1;
                before = Some(key);
            }
            judged.place = place;
        }
        Ok(Self { roles })
    }
}

impl Known {
    fn of(catalog: &Catalog, id: &str, held: &Held) -> Result<Self> {
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

    /// A verdict with its reason in words.
    fn check(&self, person: &Person, wish: Wish, verdict: Verdict) -> Check {
        let figure = match wish {
            Wish::Pay => self.median.clone(),
            Wish::Growth => self.growth.clone(),
            _ => None,
        };
        Check {
            wish,
            verdict,
            reason: self.reason(person, wish, verdict),
            figure,
            sources: each_once(self.sources(person, wish, verdict)),
        }
    }

    fn reason(&self, person: &Person, wish: Wish, verdict: Verdict) -> String {
        let proxy = if self.facts.fit == Fit::Proxy {
            "; a proxy's figures decide nothing"
        } else {
            ""
        };
        match wish {
            Wish::Education => typical(self.education.as_ref(), |value| value.label()) + proxy,
            Wish::Years => typical(self.experience.as_ref(), |value| value.label()) + proxy,
            Wish::Certifications if self.facts.certifications.is_empty() => {
                "none is often asked for".to_owned()
            }
            Wish::Certifications => {
                listed("often asked for and not held", &self.missing_certifications)
            }
            Wish::Skills => listed("essential and not held", &self.missing_skills),
            Wish::Pay => self
                .median
                .as_ref()
                .map_or("no median is known".to_owned(), |figure| {
                    format!("median {}", dated(figure)) + proxy
                }),
            Wish::Growth => self
                .growth
                .as_ref()
                .map_or("no projection is known".to_owned(), |figure| {
                    format!("projected {}", dated(figure)) + proxy
                }),
            Wish::People => self.reason_on_people(verdict),
            Wish::Technical if self.duties.is_empty() => "no source names a duty".to_owned(),
            Wish::Technical => {
                let (technical, all) = (self.facts.technical(), self.duties.len());
                format!("{technical} of {all} duties are technical")
            }
            Wish::Customers if verdict == Verdict::Unknown => {
                "no source names a duty of helping users".to_owned()
            }
            Wish::Customers => "the duties name helping users".to_owned(),
            Wish::Work => preferred(person.prefers_work, verdict),
            Wish::Lead => preferred(person.prefers_lead, verdict),
        }
    }

    fn reason_on_people(&self, verdict: Verdict) -> String {
        match verdict {
            Verdict::Pass => "you are willing to".to_owned(),
            Verdict::Unknown => "no source names a duty of leading people".to_owned(),
            Verdict::Conflict => {
                let level = self
                    .facts
                    .leads_by_level()
                    .then(|| format!("the level is {}", self.facts.level.label()));
                let duty = self
                    .duty_of_leading()
                    .map(|duty| format!("a duty is: \"{}\"", duty.text));
                let reasons: Vec<_> = level.into_iter().chain(duty).collect();
                reasons.join(", and ")
            }
        }
    }

    fn duty_of_leading(&self) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.theme == Theme::People)
    }

    /// The publications that a verdict rests on; a figure names its own.
    fn sources(&self, person: &Person, wish: Wish, verdict: Verdict) -> Vec<String> {
        let under = |themes: &[Theme]| {
            let duties = self.duties.iter();
            duties
                .filter(|duty| themes.contains(&duty.theme))
                .flat_map(|duty| duty.sources.clone())
                .collect()
        };
        let deciding = |themes: Option<[&[Theme]; 2]>| match (themes, verdict) {
            (Some([wanted, _]), Verdict::Pass) => under(wanted),
            (Some([_, other]), Verdict::Conflict) => under(other),
            _ => Vec::new(),
        };
        match wish {
            Wish::Education => self
                .education
                .iter()
                .map(|entry| entry.source.clone())
                .collect(),
            Wish::Years => self
                .experience
                .iter()
                .map(|entry| entry.source.clone())
                .collect(),
            Wish::Certifications => self.certification_sources.clone(),
            Wish::Skills => self.skill_sources.clone(),
            Wish::Pay | Wish::Growth => Vec::new(),
            Wish::People if verdict == Verdict::Conflict => self
                .duty_of_leading()
                .map_or_else(Vec::new, |duty| duty.sources.clone()),
            Wish::People => Vec::new(),
            Wish::Technical => under(Theme::ALL),
            Wish::Customers => under(&CUSTOMERS),
            Wish::Work => deciding(person.prefers_work.map(themes_of_work)),
            Wish::Lead => deciding(person.prefers_lead.map(themes_of_lead)),
        }
    }
}

/// What the duties say of a preference between two kinds.
fn preferred<T: Label + PartialEq>(wanted: Option<T>, verdict: Verdict) -> String {
    let label = |kind: Option<T>| kind.map_or("", Label::label);
    let other = T::ALL.iter().copied().find(|kind| Some(*kind) != wanted);
    match verdict {
        Verdict::Pass => format!("the duties name {}", label(wanted)),
        Verdict::Conflict => format!("the duties name only {}", label(other)),
        Verdict::Unknown => format!(
            "the duties name neither {} nor {}",
            label(wanted),
            label(other)
        ),
    }
}

/// A figure with its period, and whether it stands in.
fn dated(figure: &Figure) -> String {
    let period = figure
        .period_text()
        .map_or_else(String::new, |period| format!(", {period}"));
    let stand_in = if figure.is_stand_in() {
        " (stand-in)"
    } else {
        ""
    };
    format!("{}{period}{stand_in}", figure.text())
}

fn each_once(mut sources: Vec<String>) -> Vec<String> {
    sources.sort();
    sources.dedup();
    sources
}

fn typical<T: Copy>(entry: Option<&TypicalEntry<T>>, label: impl Fn(T) -> &'static str) -> String {
    let Some(entry) = entry else {
        return "nothing typical is published".to_owned();
    };
    format!("{} typical at entry{}", label(entry.value), measured(entry))
}

fn listed(what: &str, names: &[String]) -> String {
    if names.is_empty() {
        "all that is asked is held".to_owned()
    } else {
        format!("{what}: {}", names.join(", "))
    }
}

impl Check {
    fn row(&self) -> Row<'_> {
        let text = format!("{}: {}", self.verdict.label(), self.reason);
        let entry = Entry {
            figure: self.figure.clone(),
            tone: match self.verdict {
                Verdict::Pass => Tone::Plain,
                Verdict::Conflict => Tone::Warning,
                Verdict::Unknown => Tone::Muted,
            },
            ..Entry::cited(text, self.sources.as_slice())
        };
        Row::single(
            self.wish.key(),
            capital(self.wish.label()),
            Cell::one(entry),
        )
    }
}

fn capital(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

impl Fits {
    /// A role's place in words: `2`, or `2, tied`.
    fn place(&self, judged: &Judged) -> String {
        let alike = self
            .roles
            .iter()
            .filter(|other| other.place == judged.place);
        let tied = if alike.count() > 1 { ", tied" } else { "" };
        format!("{}{tied}", judged.place)
    }

    /// The roles in order, with what conflicts and what is unknown.
    fn order(&self) -> Section<'_> {
        let rows = self.roles.iter().map(|judged| {
            let of = |wanted: Verdict| {
                let checks = judged.checks.iter().filter(|check| check.verdict == wanted);
                let wishes: Vec<_> = checks.map(|check| check.wish.label()).collect();
                let text = if wishes.is_empty() {
                    "none".to_owned()
                } else {
                    wishes.join(", ")
                };
                Cell::one(Entry::plain(text))
            };
            Row {
                item: judged.role.id.clone(),
                label: judged.role.id.clone(),
                same: None,
                cells: vec![
                    Cell::one(Entry::plain(self.place(judged))),
                    of(Verdict::Conflict),
                    of(Verdict::Unknown),
                ],
            }
        });
        let columns = [
            ("place", "Place", 0),
            ("conflicts", "Conflicts", 0),
            ("unknowns", "Unknown", 0),
        ];
        Section {
            picture: None,
            id: "order".to_owned(),
            title: "Role".to_owned(),
            subjects: Subjects::Rows,
            columns: Column::all(&columns),
            rows: rows.collect(),
        }
    }

    /// A role with its verdicts: conflicts first, then what is unknown, then what passes.
    fn reasons(judged: &Judged) -> Section<'_> {
        let mut rows = Vec::new();
        for verdict in [Verdict::Conflict, Verdict::Unknown, Verdict::Pass] {
            let checks = judged.checks.iter();
            rows.extend(
                checks
                    .filter(|check| check.verdict == verdict)
                    .map(Check::row),
            );
        }
        Section {
            picture: None,
            id: "fit".to_owned(),
            title: judged.role.title.clone(),
            subjects: Subjects::Columns,
            columns: vec![Column::new(&judged.role.id, &judged.role.title)],
            rows,
        }
    }
}

impl Report for Fits {
    const SCHEMA: &'static str = "roles/fit/1";

    fn page(&self) -> Page<'_> {
        let judged = self.roles.iter().filter(|judged| !judged.checks.is_empty());
        let sections: Vec<_> = std::iter::once(self.order())
            .chain(judged.map(Self::reasons))
            .collect();
        let technical: Vec<_> = TECHNICAL
            .iter()
            .map(|theme| theme.label().to_lowercase())
            .collect();
        let mut remarks = vec![
            format!("Technical duties are those under: {}.", technical.join(", ")),
            "Roles with the same place are tied. Nothing is weighed: a conflict in one wish counts as much as in another."
                .to_owned(),
        ];
        remarks.extend(sections::legend(&sections));
        let none = self.roles.iter().all(|judged| judged.checks.is_empty());
        let lead = if none {
            "The file states no wish, so nothing is judged."
        } else {
            "Fewest conflicts first, then fewest unknowns."
        };
        Page {
            title: format!("{} roles against your file", self.roles.len()),
            lead: vec![lead.to_owned()],
            sections,
            remarks,
            graph: None,
        }
    }

    fn names(&self) -> Vec<&str> {
        self.roles
            .iter()
            .map(|judged| judged.role.id.as_str())
            .collect()
    }

    fn cited(&self) -> Vec<&str> {
        let checks = self.roles.iter().flat_map(|judged| &judged.checks);
        let mut ids: Vec<&str> = Vec::new();
        for check in checks {
            ids.extend(check.sources.iter().map(String::as_str));
            let figure: Option<&str> = check
                .figure
                .as_ref()
                .map(|figure| figure.origin.source.as_str());
            ids.extend(figure);
        }
        ids
    }
}
