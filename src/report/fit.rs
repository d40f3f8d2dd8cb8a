//! `roles fit`: each role against what a person holds and wishes for.

use super::figure::Figure;
use super::gap::Named;
use super::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use super::profile::{TypicalEntry, projected, typical_education, typical_experience, wages};
use super::{Report, sections};
use crate::analysis::fit::{Facts, TECHNICAL, Verdict, Wish, judge, rank};
use crate::analysis::gap::Held;
use crate::analysis::reading::readings;
use crate::catalog::{Catalog, Result};
use crate::model::{
    CertificationNeed, EducationLevel, ExperienceLevel, Fit, Label, Lifecycle, Need, Person,
};
use serde::Serialize;

/// Every role, those with the fewest conflicts first, then those with the fewest unknowns.
#[derive(Debug, Serialize)]
pub struct Fits {
    pub roles: Vec<Judged>,
}

/// A role with its verdicts.
#[derive(Debug, Serialize)]
pub struct Judged {
    #[serde(flatten)]
    pub role: Named,
    /// Roles with the same number share it: a tie stays a tie.
    pub place: usize,
    pub conflicts: usize,
    pub unknowns: usize,
    pub checks: Vec<Check>,
}

/// A verdict with its reason.
#[derive(Debug, Serialize)]
pub struct Check {
    pub wish: Wish,
    pub verdict: Verdict,
    pub reason: String,
    /// The figure that decides, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
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
    skill_sources: Vec<String>,
    certification_sources: Vec<String>,
    duty_sources: Vec<String>,
}

impl Fits {
    /// Judges every role.
    pub fn of(catalog: &Catalog, person: &Person, held: &Held) -> Result<Self> {
        let mut roles = Vec::new();
        for id in catalog.role_ids() {
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
        let essential = || {
            role.skills
                .iter()
                .filter(|skill| skill.need == Need::Essential)
        };
        let essential_skills: Vec<_> = essential().map(|skill| skill.skill.clone()).collect();
        let mut missing_skills = Vec::new();
        for skill in &essential_skills {
            if held
                .skills
                .as_ref()
                .is_some_and(|held| !held.contains(skill))
            {
                missing_skills.push(catalog.skill(skill)?.name);
            }
        }
        let skill_sources = each_once(
            essential()
                .flat_map(|skill| skill.sources.clone())
                .collect(),
        );
        let duty_sources = each_once(
            role.duties
                .iter()
                .flat_map(|duty| duty.sources.clone())
                .collect(),
        );
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
            certification_sources: each_once(certification_sources),
            duty_sources,
        })
    }

    /// A verdict with its reason in words.
    fn check(&self, person: &Person, wish: Wish, verdict: Verdict) -> Check {
        let duties = self.facts.duties.len();
        let proxy = if self.facts.fit == Fit::Proxy {
            "; a proxy's figures decide nothing"
        } else {
            ""
        };
        let stand_in = |figure: &Figure| {
            if figure.is_stand_in() {
                " (stand-in)"
            } else {
                ""
            }
        };
        let figure = match wish {
            Wish::Pay => self.median.clone(),
            Wish::Growth => self.growth.clone(),
            _ => None,
        };
        let period = figure
            .as_ref()
            .and_then(Figure::period_text)
            .unwrap_or_default();
        let reason = match wish {
            Wish::Education => typical(self.education.as_ref(), |value| value.label()) + proxy,
            Wish::Years => typical(self.experience.as_ref(), |value| value.label()) + proxy,
            Wish::Certifications if self.facts.certifications.is_empty() => {
                "none is often asked for".to_owned()
            }
            Wish::Certifications => {
                listed("often asked for and not held", &self.missing_certifications)
            }
            Wish::Skills => listed("essential and not held", &self.missing_skills),
            Wish::Pay => figure
                .as_ref()
                .map_or("no median is known".to_owned(), |figure| {
                    format!(
                        "the median is {}, {period}{}{proxy}",
                        figure.text(),
                        stand_in(figure)
                    )
                }),
            Wish::Growth => figure
                .as_ref()
                .map_or("no projection is known".to_owned(), |figure| {
                    format!(
                        "{} is projected, {period}{}{proxy}",
                        figure.text(),
                        stand_in(figure)
                    )
                }),
            Wish::People if self.facts.leads() => "the role leads people".to_owned(),
            Wish::People => "no duty of leading people is named".to_owned(),
            Wish::Technical => format!(
                "{} of {duties} duties are technical",
                self.facts.technical()
            ),
            Wish::Customers if verdict == Verdict::Unknown => {
                "no duty of helping users is named".to_owned()
            }
            Wish::Customers => "helping users is among the duties".to_owned(),
            Wish::Work | Wish::Lead => {
                let wanted = match wish {
                    Wish::Work => person.prefers_work.map(Label::label),
                    _ => person.prefers_lead.map(Label::label),
                };
                let wanted = wanted.unwrap_or_default();
                match verdict {
                    Verdict::Pass => format!("{wanted}: duties of that kind are named"),
                    Verdict::Conflict => {
                        format!("{wanted}: only duties of the other kind are named")
                    }
                    Verdict::Unknown => format!("{wanted}: no duty of either kind is named"),
                }
            }
        };
        let sources = match wish {
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
            Wish::Technical | Wish::People | Wish::Customers | Wish::Work | Wish::Lead => {
                self.duty_sources.clone()
            }
            Wish::Certifications => self.certification_sources.clone(),
            Wish::Skills => self.skill_sources.clone(),
            Wish::Pay | Wish::Growth => Vec::new(),
        };
        Check {
            wish,
            verdict,
            reason,
            figure,
            sources,
        }
    }
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
    let edition = entry.period.replace('-', "–");
    let stand_in = if entry.fit.is_stand_in() {
        format!("; stand-in: {}", entry.occupation)
    } else {
        String::new()
    };
    format!(
        "{} is typical at entry ({edition}{stand_in})",
        label(entry.value)
    )
}

fn listed(what: &str, names: &[String]) -> String {
    if names.is_empty() {
        "all that is asked is held".to_owned()
    } else {
        format!("{what}: {}", names.join(", "))
    }
}

impl Check {
    /// Duties and skills are many: `show` marks each of them, and JSON names their sources together.
    fn entry(&self) -> Entry<'_> {
        let marked = matches!(
            self.wish,
            Wish::Education | Wish::Years | Wish::Certifications
        );
        let sources = if marked { self.sources.as_slice() } else { &[] };
        let text = format!("{}: {}", self.wish.label(), self.reason);
        Entry {
            figure: self.figure.clone(),
            ..Entry::cited(text, sources)
        }
    }
}

impl Report for Fits {
    const SCHEMA: &'static str = "roles/fit/1";

    fn page(&self) -> Page<'_> {
        let rows = self.roles.iter().map(|judged| {
            let of = |wanted: Verdict, none: &'static str| {
                let checks = judged.checks.iter().filter(|check| check.verdict == wanted);
                Cell::all(checks.map(Check::entry).collect(), none)
            };
            Row {
                item: judged.role.id.clone(),
                label: format!("{}. {}", judged.place, judged.role.id),
                same: None,
                cells: vec![
                    of(Verdict::Conflict, "none"),
                    of(Verdict::Unknown, "none"),
                    of(Verdict::Pass, "none"),
                ],
            }
        });
        let columns = [
            ("conflict", "Conflicts", 0),
            ("unknown", "Unknown", 0),
            ("pass", "Passes", 1),
        ];
        let section = Section {
            id: "fit".to_owned(),
            title: "Role".to_owned(),
            subjects: Subjects::Rows,
            columns: Column::all(&columns),
            rows: rows.collect(),
        };
        let technical: Vec<_> = TECHNICAL
            .iter()
            .map(|theme| theme.label().to_lowercase())
            .collect();
        let sections = vec![section];
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
