//! `roles path`: ways from one role to another, step by step.

use super::fees::{DescribedFee, ExamFees, Priced};
use super::figure::{Figure, Number, grouped};
use super::gap::measured;
use super::page::{Cell, Column, Entry, Graph, Page, Row, Section, Subjects};
use super::profile::{TypicalEntry, typical_education, typical_experience, wages};
use super::sections::legend;
use super::stops::{self, StopFigures};
use super::{Named, Report};
use crate::analysis::difference::{Difference, of_median_pay};
use crate::analysis::path::{Moves, cost};
use crate::analysis::reading::{Reading, readings};
use crate::catalog::{Catalog, Result};
use crate::model::{
    Certification, CertificationNeed, CredentialKind, EducationLevel, ExperienceLevel, Label,
    Lifecycle, MoveKind, Need, Role, RoleCertification, Statement,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The ways from one role to another.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Path {
    pub from: Named,
    pub to: Named,
    /// What the answer takes for granted.
    pub assumptions: Vec<String>,
    /// The best first; empty where the moves in the data lead nowhere near.
    pub ways: Vec<Way>,
    /// Where the moves do lead, if not to the target: the fewest steps first.
    pub nearest: Vec<Reachable>,
    /// The pay and outlook of the roles on the ways, in the order of first mention.
    pub roles: Vec<StopFigures>,
}

/// One way, step by step.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Way {
    /// From the start to the target.
    pub steps: Vec<Step>,
    /// Exam fees of the certifications that are new on the way, as far as they are known.
    pub exam_fees: ExamFees,
    /// The most related work that BLS sees as typical at entry to a role on the way; null where none is stated.
    pub experience: Option<TypicalEntry<ExperienceLevel>>,
}

/// A step to a role.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Step {
    pub from: Named,
    pub to: Named,
    pub kind: MoveKind,
    pub evidence: String,
    pub sources: Vec<String>,
    /// What is typical at entry.
    pub education: Option<TypicalEntry<EducationLevel>>,
    pub experience: Option<TypicalEntry<ExperienceLevel>>,
    /// Certifications that the role asks or values, and no earlier role on the way does.
    pub certifications: Vec<StepCertification>,
    /// Essential skills that the role before does not name.
    pub new_skills: Vec<NewSkill>,
    /// How much more the median is than in the role before, where that can be told.
    pub pay: Option<Figure>,
    /// The median of the role before, which that difference is taken from.
    pub pay_before: Option<Figure>,
    /// Why it cannot be told.
    pub pay_unknown_because: Option<String>,
}

/// A certification that is new at a step.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StepCertification {
    pub id: String,
    pub name: String,
    pub need: CertificationNeed,
    /// The lowest price for one who is no member; null where it is unknown.
    pub fee: Option<DescribedFee>,
    /// What it asks of those who want to sit its exam.
    pub prerequisites: Option<Statement>,
    pub sources: Vec<String>,
    #[serde(skip)]
    exams: Option<u8>,
    /// Every price, for the sum.
    #[serde(skip)]
    fees: Vec<DescribedFee>,
}

/// A skill that is new at a step.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NewSkill {
    pub id: String,
    pub name: String,
    pub sources: Vec<String>,
}

/// A role that can be reached.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reachable {
    #[serde(flatten)]
    pub role: Named,
    pub steps: usize,
}

/// A role with the occupation that measures it, read once.
struct Stop<'a> {
    role: &'a Role,
    readings: Vec<Reading>,
}

/// How many reachable roles are named where no way leads to the target.
const NEAREST: usize = 5;

impl Path {
    /// The `k` best ways between the roles with these ids.
    pub fn of(catalog: &Catalog, from: &str, to: &str, k: usize) -> Result<Self> {
        let mut roles = BTreeMap::new();
        for id in catalog.role_ids()? {
            roles.insert(id.clone(), catalog.role(&id)?);
        }
        let mut moves = Moves::default();
        for role in roles.values() {
            for step in &role.moves {
                if let Some(target) = roles.get(&step.to) {
                    moves.add(
                        &role.id,
                        &step.to,
                        cost(
                            (role.level, role.family),
                            (target.level, target.family),
                            step.kind,
                        ),
                    );
                }
            }
        }
        let mut stops = BTreeMap::new();
        let mut figures = Vec::new();
        let mut ways = Vec::new();
        for (way, _) in moves.ways(from, to, k) {
            for id in &way {
                if let (Some(role), false) = (roles.get(id), stops.contains_key(id)) {
                    let readings = readings(catalog, role.measured_by.clone())?;
                    figures.push(StopFigures::of(role, &readings));
                    stops.insert(id.clone(), Stop { role, readings });
                }
            }
            let stops: Vec<&Stop> = way.iter().filter_map(|id| stops.get(id)).collect();
            ways.push(Way::of(catalog, &stops)?);
        }
        let named = |id: &str| {
            Ok(Named {
                id: id.to_owned(),
                title: catalog.role_title(id)?,
            })
        };
        let reachable = if ways.is_empty() {
            moves.reachable(from)
        } else {
            Vec::new()
        };
        let reachable = reachable.into_iter().take(NEAREST);
        Ok(Self {
            from: named(from)?,
            to: named(to)?,
            assumptions: assumptions(),
            ways,
            nearest: reachable
                .map(|(id, steps)| {
                    Ok(Reachable {
                        role: named(&id)?,
                        steps,
                    })
                })
                .collect::<Result<_>>()?,
            roles: figures,
        })
    }
}

fn assumptions() -> Vec<String> {
    [
        "A way is made of moves that a source states; other ways may well be open.",
        "Ways are ordered by a sum, the smallest first: one for each step; the square of the levels it leaps over or \
         gives up; one for a change of family; one for a step called lateral or related. So a climb rung by rung may \
         stand before a leap. None is called the best for anyone.",
        "Certifications that the first role asks or values are taken as held, and those of unknown status are left \
         out. Fees are the lowest ones for non-members, of the day they were read, for one attempt each; training is \
         not in them.",
        "Years are those BLS sees as typical at entry. No source states how long a step takes.",
    ]
    .iter()
    .map(|text| (*text).to_owned())
    .collect()
}

impl Way {
    fn of(catalog: &Catalog, stops: &[&Stop]) -> Result<Self> {
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let mut steps = Vec::new();
        for pair in stops.windows(2) {
            if let [before, after] = pair {
                known.extend(before.wanted().map(|listed| listed.certification.as_str()));
                steps.push(Step::of(catalog, before, after, &known)?);
            }
        }
        let experience = steps.iter().filter_map(|step| step.experience.as_ref());
        let new = steps.iter().flat_map(|step| &step.certifications);
        Ok(Self {
            exam_fees: ExamFees::of(new.map(StepCertification::priced)),
            experience: experience.max_by_key(|entry| entry.value).cloned(),
            steps,
        })
    }
}

impl Stop<'_> {
    /// Certifications that the role asks or values; one that is only aimed at such work is no gate.
    fn wanted(&self) -> impl Iterator<Item = &RoleCertification> {
        let listed = self.role.certifications.iter();
        listed.filter(|listed| listed.need != CertificationNeed::AimedAt)
    }
}

impl StepCertification {
    fn of(certification: Certification, listed: &RoleCertification) -> Self {
        let fees = certification.fees.iter().map(DescribedFee::from);
        let mut new = Self {
            id: certification.id,
            name: certification.name,
            need: listed.need,
            fee: None,
            prerequisites: certification.prerequisites,
            sources: listed.sources.clone(),
            exams: certification.exams,
            fees: fees.collect(),
        };
        new.fee = new.priced().lowest().map(|(fee, _)| fee.clone());
        new
    }

    /// What it is to the role, and what it costs; then what it asks, if a source says so.
    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let fee = self
            .fee
            .as_ref()
            .map_or("fee unknown".to_owned(), |priced| {
                let read = priced.fee.origin.period.as_ref();
                let read = read.map_or("undated".to_owned(), |date| format!("read {date}"));
                let about = if priced.approximate { "about " } else { "" };
                format!("{about}{}, {read}", priced.fee.text())
            });
        let text = format!("{} is {} ({fee})", self.name, self.need.label());
        let listed = Entry {
            figure: self.fee.as_ref().map(|priced| priced.fee.clone()),
            ..Entry::cited(text, &self.sources)
        };
        let asks = self.prerequisites.as_ref().map(|asks| {
            let text = format!("prerequisites of {}: {}", self.name, asks.text);
            Entry::cited(text, &asks.sources)
        });
        [listed].into_iter().chain(asks)
    }

    fn priced(&self) -> Priced<'_> {
        Priced {
            id: &self.id,
            exams: self.exams,
            fees: &self.fees,
        }
    }
}

impl Step {
    fn of(catalog: &Catalog, before: &Stop, after: &Stop, known: &BTreeSet<&str>) -> Result<Self> {
        let named = |stop: &Stop| Named {
            id: stop.role.id.clone(),
            title: stop.role.title.clone(),
        };
        let stated = before
            .role
            .moves
            .iter()
            .find(|step| step.to == after.role.id);
        let has = |skill: &str| {
            before
                .role
                .skills
                .iter()
                .any(|listed| listed.skill == skill)
        };
        let mut new_skills = Vec::new();
        for listed in after
            .role
            .skills
            .iter()
            .filter(|listed| listed.need == Need::Essential && !has(&listed.skill))
        {
            let skill = catalog.skill(&listed.skill)?;
            new_skills.push(NewSkill {
                id: skill.id,
                name: skill.name,
                sources: listed.sources.clone(),
            });
        }
        let mut certifications = Vec::new();
        for listed in after.wanted() {
            let certification = catalog.certification(&listed.certification)?;
            let exam = certification.kind != CredentialKind::Degree
                && certification.status == Lifecycle::Active;
            if exam && !known.contains(listed.certification.as_str()) {
                certifications.push(StepCertification::of(certification, listed));
            }
        }
        let (pay, pay_unknown_because) = pay(before, after);
        let before_median = before.readings.first().and_then(wages);
        Ok(Self {
            from: named(before),
            to: named(after),
            kind: stated.map_or(MoveKind::Related, |step| step.kind),
            evidence: stated.map_or_else(String::new, |step| step.evidence.clone()),
            sources: stated.map_or_else(Vec::new, |step| step.sources.clone()),
            education: typical_education(after.readings.first()),
            experience: typical_experience(after.readings.first()),
            certifications,
            new_skills,
            pay_before: before_median
                .filter(|_| pay.is_some())
                .map(|wages| wages.median),
            pay,
            pay_unknown_because,
        })
    }
}

/// The difference in median pay, or why it is not computed.
fn pay(before: &Stop, after: &Stop) -> (Option<Figure>, Option<String>) {
    let readings = before.readings.first().zip(after.readings.first());
    let Some((from, to)) = readings else {
        return (None, Some("no figure".to_owned()));
    };
    let because = match of_median_pay(from, to) {
        Difference::Computed(difference) => {
            let median = wages(to).map(|wages| wages.median);
            let figure = median.map(|median| Figure {
                value: Some(Number(difference)),
                status: "computed",
                ..median
            });
            return (figure, None);
        }
        Difference::SameOccupation => "one occupation measures both",
        Difference::StandIn {
            base: true,
            other: true,
        } => "both are measured by stand-ins",
        Difference::StandIn { base: true, .. } => "the role before is measured by a stand-in",
        Difference::StandIn { .. } => "the role is measured by a stand-in",
        Difference::PeriodsDiffer => "the figures are of different periods",
        Difference::NoFigure => "no exact figure",
    };
    (None, Some(because.to_owned()))
}

impl Step {
    fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = vec![Entry::cited(
            format!("{}: {}", self.kind.label(), self.evidence),
            &self.sources,
        )];
        let asks = [
            self.education
                .as_ref()
                .map(|entry| asked(entry, entry.value.label(), "education")),
            self.experience
                .as_ref()
                .map(|entry| asked(entry, entry.value.label(), "related work")),
        ];
        entries.extend(asks.into_iter().flatten());
        let certifications = self.certifications.iter();
        entries.extend(certifications.flat_map(StepCertification::entries));
        if !self.new_skills.is_empty() {
            let names: Vec<_> = self
                .new_skills
                .iter()
                .map(|skill| skill.name.as_str())
                .collect();
            let sources: BTreeSet<_> = self
                .new_skills
                .iter()
                .flat_map(|skill| skill.sources.iter().cloned())
                .collect();
            entries.push(Entry::cited(
                format!("new: {}", names.join(", ")),
                sources.into_iter().collect::<Vec<_>>(),
            ));
        }
        entries.push(match (&self.pay, &self.pay_unknown_because) {
            (Some(figure), _) => {
                let number = figure.value.map_or(0.0, |number| number.0);
                let sign = if number < 0.0 { "-" } else { "+" };
                let period = figure.period_text().unwrap_or_default();
                Entry::of(
                    format!(
                        "median pay: {sign}${} a year, {period}",
                        grouped(number.abs())
                    ),
                    figure.clone(),
                )
            }
            (None, because) => Entry::plain(format!(
                "median pay: not told apart, {}",
                because.as_deref().unwrap_or("unknown")
            )),
        });
        entries.extend(self.pay_before.as_ref().map(|before| {
            Entry::of(
                format!("median pay before: {} a year", before.text()),
                before.clone(),
            )
        }));
        entries
    }
}

/// What is typical at entry, in words.
fn asked<'a, T>(entry: &'a TypicalEntry<T>, value: &str, what: &str) -> Entry<'a> {
    let text = format!("typical {what}: {value}{}", measured(entry));
    Entry::cited(text, std::slice::from_ref(&entry.source))
}

impl Way {
    /// How long it takes, as far as a source tells.
    fn time(&self) -> Entry<'_> {
        let Some(entry) = &self.experience else {
            return Entry::plain("unknown: no source states it");
        };
        let text = format!(
            "related work that is typical at entry: {}{}; how long the steps take is unknown",
            entry.value.label(),
            measured(entry)
        );
        Entry::cited(text, std::slice::from_ref(&entry.source))
    }

    fn section(&self, position: usize, to: &Named) -> Section<'_> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            let label = format!("{}. {}", number + 1, step.to.title);
            let entries = step.entries();
            rows.push(Row::single(&step.to.id, label, Cell { entries }));
        }
        let fees = Entry::cited(fees_text(&self.exam_fees), &self.exam_fees.sources);
        rows.push(Row::single("fees", "Exam fees", Cell::one(fees)));
        rows.push(Row::single("time", "Time", Cell::one(self.time())));
        let steps = self.steps.len();
        let steps = if steps == 1 {
            "one step".to_owned()
        } else {
            format!("{steps} steps")
        };
        Section {
            picture: None,
            id: format!("way-{}", position + 1),
            title: format!("Way {}: {steps}", position + 1),
            subjects: Subjects::Columns,
            columns: vec![Column::new(&to.id, &to.title)],
            rows,
        }
    }
}

/// What the exams on a way cost, and for which ones that is unknown.
fn fees_text(fees: &ExamFees) -> String {
    let read = match (&fees.read_from, &fees.read_to) {
        (Some(first), Some(last)) if first == last => format!(", read {first}"),
        (Some(first), Some(last)) => format!(", read {first} to {last}"),
        _ => String::new(),
    };
    let undated = match fees.undated.len() {
        0 => String::new(),
        undated => format!(", undated for {}", counted(undated)),
    };
    let about = if fees.approximate { "about " } else { "" };
    let mut parts = Vec::new();
    if let Some(dollars) = fees.value {
        let sum = grouped(f64::from(dollars));
        let counted = counted(fees.counted.len());
        parts.push(format!("{about}${sum} for {counted}{read}{undated}"));
    }
    if !fees.monthly.is_empty() {
        parts.push(format!("by the month for {}", counted(fees.monthly.len())));
    }
    if !fees.unknown.is_empty() {
        parts.push(format!("unknown for {}", counted(fees.unknown.len())));
    }
    if parts.is_empty() {
        "none: this way asks or values no new certification that is known to be on offer".to_owned()
    } else {
        parts.join("; ")
    }
}

fn counted(certifications: usize) -> String {
    if certifications == 1 {
        "one certification".to_owned()
    } else {
        format!("{certifications} certifications")
    }
}

impl Report for Path {
    const SCHEMA: &'static str = "roles/path/1";

    fn page(&self) -> Page<'_> {
        let ways = self.ways.iter().enumerate();
        let sections: Vec<_> = ways
            .map(|(position, way)| way.section(position, &self.to))
            .chain(stops::pay(&self.roles))
            .chain(stops::outlook(&self.roles))
            .collect();
        let lead = match (self.ways.first(), self.nearest.as_slice()) {
            (Some(way), _) => {
                let titles = way.steps.iter().map(|step| step.to.title.as_str());
                let stops: Vec<_> = [self.from.title.as_str()]
                    .into_iter()
                    .chain(titles)
                    .collect();
                vec![format!("{}.", stops.join(" → "))]
            }
            (None, []) => vec![format!(
                "No move in the data leads on from {}.",
                self.from.title
            )],
            (None, nearest) => {
                let named = |near: &Reachable| {
                    let steps = if near.steps == 1 {
                        "1 step".to_owned()
                    } else {
                        format!("{} steps", near.steps)
                    };
                    format!("{} ({steps})", near.role.title)
                };
                let nearest: Vec<_> = nearest.iter().map(named).collect();
                let no_way = format!(
                    "No way over the moves in the data leads from {} to {}.",
                    self.from.title, self.to.title
                );
                vec![no_way, format!("Within reach: {}.", nearest.join(", "))]
            }
        };
        let mut graph = Graph::default();
        for step in self.ways.iter().flat_map(|way| &way.steps) {
            graph.join(
                (&step.from.id, &step.from.title),
                (&step.to.id, &step.to.title),
                step.kind.label(),
            );
        }
        let mut remarks = self.assumptions.clone();
        remarks.extend(legend(&sections));
        Page {
            title: format!("{} → {}", self.from.title, self.to.title),
            lead,
            sections,
            remarks,
            graph: Some(graph),
        }
    }

    fn names(&self) -> Vec<&str> {
        let steps = self.ways.iter().flat_map(|way| &way.steps);
        let roles = steps.flat_map(|step| [&step.from, &step.to]);
        roles.map(|role| role.id.as_str()).collect()
    }

    fn cited(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for step in self.ways.iter().flat_map(|way| &way.steps) {
            ids.extend(step.sources.iter().map(String::as_str));
            ids.extend(step.education.iter().map(|entry| entry.source.as_str()));
            ids.extend(step.experience.iter().map(|entry| entry.source.as_str()));
            for listed in &step.certifications {
                ids.extend(listed.sources.iter().map(String::as_str));
                let asks = listed.prerequisites.iter().flat_map(|asks| &asks.sources);
                let fee = listed.fee.iter().flat_map(|fee| &fee.sources);
                ids.extend(asks.chain(fee).map(String::as_str));
            }
            ids.extend(
                step.new_skills
                    .iter()
                    .flat_map(|skill| &skill.sources)
                    .map(String::as_str),
            );
            let pay = step.pay.iter().chain(&step.pay_before);
            ids.extend(pay.map(|figure| figure.origin.source.as_str()));
        }
        ids.extend(self.roles.iter().flat_map(StopFigures::cited));
        ids
    }
}
