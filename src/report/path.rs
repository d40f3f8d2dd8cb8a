//! `roles path`: ways from one role to another, step by step.

use super::Report;
use super::figure::{Figure, Number, Origin, Unit, grouped};
use super::gap::Named;
use super::page::{Cell, Column, Entry, Graph, Page, Row, Section, Subjects};
use super::profile::{TypicalEntry, typical_education, typical_experience, wages};
use crate::analysis::difference::{Difference, of_median_pay};
use crate::analysis::path::{Moves, cost};
use crate::analysis::reading::{Reading, readings};
use crate::catalog::{Catalog, Result};
use crate::model::{
    CertificationNeed, CredentialKind, EducationLevel, ExperienceLevel, Fee, FeePer, Label,
    Lifecycle, Measure, MoveKind, Need, Payer, Role,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The ways from one role to another.
#[derive(Debug, Serialize)]
pub struct Path {
    pub from: Named,
    pub to: Named,
    /// What the answer takes for granted.
    pub assumptions: Vec<String>,
    /// The best first; empty where the moves in the data lead nowhere near.
    pub ways: Vec<Way>,
    /// Where the moves do lead, if not to the target: the fewest steps first.
    pub nearest: Vec<Reachable>,
}

/// One way, step by step.
#[derive(Debug, Serialize)]
pub struct Way {
    pub steps: Vec<Step>,
    /// Exam fees of the certifications that are new on the way, as far as they are known.
    pub fees: Fees,
    /// The most years of related work that BLS sees as typical at entry to any role on the way; null where none is stated.
    pub years_min: Option<u8>,
}

/// A step to a role.
#[derive(Debug, Serialize)]
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
    /// Why it cannot be told.
    pub pay_unknown_because: Option<String>,
}

/// A certification that is new at a step.
#[derive(Debug, Serialize)]
pub struct StepCertification {
    pub id: String,
    pub name: String,
    pub need: CertificationNeed,
    /// The lowest price for all who are no members; null where it is unknown.
    pub fee: Option<Figure>,
    /// Whether the source of the fee says "about".
    pub approximate: bool,
    pub sources: Vec<String>,
}

/// A skill that is new at a step.
#[derive(Debug, Serialize)]
pub struct NewSkill {
    pub id: String,
    pub name: String,
}

/// The sum of exam fees on a way.
#[derive(Debug, Default, Serialize)]
pub struct Fees {
    /// US dollars of the fees that are known.
    pub known_dollars: f64,
    /// How many fees are in the sum.
    pub known: usize,
    /// How many certifications have no known fee.
    pub unknown: usize,
    /// The first and the last day on which a fee in the sum was read.
    pub read: Option<(String, String)>,
}

/// A role that can be reached.
#[derive(Debug, Serialize)]
pub struct Reachable {
    #[serde(flatten)]
    pub role: Named,
    pub steps: usize,
}

/// A role with the occupation that measures it, read once.
struct Stop {
    role: Role,
    readings: Vec<Reading>,
}

/// How many reachable roles are named where no way leads to the target.
const NEAREST: usize = 5;

impl Path {
    /// The `k` best ways between the roles with these ids.
    pub fn of(catalog: &Catalog, from: &str, to: &str, k: usize) -> Result<Self> {
        let mut roles = BTreeMap::new();
        for id in catalog.role_ids() {
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
        let mut ways = Vec::new();
        for (way, _) in moves.ways(from, to, k) {
            for id in &way {
                if !stops.contains_key(id) {
                    let mut role = catalog.role(id)?;
                    let readings = readings(catalog, std::mem::take(&mut role.measured_by))?;
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
        })
    }
}

fn assumptions() -> Vec<String> {
    [
        "A way is made of moves that a source states; other ways may well be open.",
        "Ways are ordered by the number of steps, levels leapt over, changes of family, and steps called lateral or \
         related; none is called the best for anyone.",
        "Certifications that the first role lists are taken as held. Fees are the lowest ones for non-members, of the day \
         they were read, for one attempt each; training is not in them.",
        "Years are those BLS sees as typical at entry. No source states how long a step takes.",
    ]
    .iter()
    .map(|text| (*text).to_owned())
    .collect()
}

impl Way {
    fn of(catalog: &Catalog, stops: &[&Stop]) -> Result<Self> {
        let mut known: BTreeSet<&str> = BTreeSet::new();
        known.extend(
            stops
                .first()
                .iter()
                .flat_map(|stop| &stop.role.certifications)
                .map(|c| c.certification.as_str()),
        );
        let mut steps = Vec::new();
        for pair in stops.windows(2) {
            if let [before, after] = pair {
                steps.push(Step::of(catalog, before, after, &known)?);
                known.extend(
                    after
                        .role
                        .certifications
                        .iter()
                        .map(|listed| listed.certification.as_str()),
                );
            }
        }
        let years = steps
            .iter()
            .filter_map(|step| step.experience.as_ref())
            .filter_map(|entry| match entry.value {
                ExperienceLevel::FiveYearsOrMore => Some(5),
                ExperienceLevel::None | ExperienceLevel::UnderFiveYears => None,
            });
        Ok(Self {
            years_min: years.max(),
            fees: Fees::of(&steps),
            steps,
        })
    }
}

impl Fees {
    fn of(steps: &[Step]) -> Self {
        let mut fees = Self::default();
        let mut read: Vec<&str> = Vec::new();
        for certification in steps.iter().flat_map(|step| &step.certifications) {
            match certification.fee.as_ref().and_then(|fee| fee.value) {
                Some(Number(dollars)) => {
                    fees.known_dollars += dollars;
                    fees.known += 1;
                    read.extend(
                        certification
                            .fee
                            .iter()
                            .filter_map(|fee| fee.origin.period.as_deref()),
                    );
                }
                None => fees.unknown += 1,
            }
        }
        read.sort_unstable();
        fees.read = read
            .first()
            .zip(read.last())
            .map(|(first, last)| ((*first).to_owned(), (*last).to_owned()));
        fees
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
            });
        }
        let mut certifications = Vec::new();
        for listed in &after.role.certifications {
            let wanted = listed.need != CertificationNeed::AimedAt
                && !known.contains(listed.certification.as_str());
            let certification = catalog.certification(&listed.certification)?;
            let exam = certification.kind != CredentialKind::Degree
                && certification.status == Lifecycle::Active;
            if wanted && exam {
                certifications.push(StepCertification {
                    fee: lowest_fee(&certification.fees).map(figure),
                    approximate: lowest_fee(&certification.fees).is_some_and(|fee| fee.approximate),
                    id: certification.id,
                    name: certification.name,
                    need: listed.need,
                    sources: listed.sources.clone(),
                });
            }
        }
        let (pay, pay_unknown_because) = pay(before, after);
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
            pay,
            pay_unknown_because,
        })
    }
}

/// The lowest price of all exams, or of an attempt, for those who are no members.
fn lowest_fee(fees: &[Fee]) -> Option<&Fee> {
    let open = fees
        .iter()
        .filter(|fee| fee.payer != Payer::Member && fee.per != FeePer::Month);
    open.min_by_key(|fee| fee.dollars)
}

fn figure(fee: &Fee) -> Figure {
    let origin = Origin {
        period: fee.as_of.as_ref().map(ToString::to_string),
        area: Some("United States".to_owned()),
        source: fee.sources.first().cloned().unwrap_or_default(),
        ..Origin::default()
    };
    Figure::new(
        Measure::Value(f64::from(fee.dollars)),
        Unit::Dollars,
        &Arc::new(origin),
    )
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
        for certification in &self.certifications {
            let fee = certification
                .fee
                .as_ref()
                .map_or("fee unknown".to_owned(), |fee| {
                    let read = fee
                        .origin
                        .period
                        .as_ref()
                        .map_or("undated".to_owned(), |date| format!("read {date}"));
                    let about = if certification.approximate {
                        "about "
                    } else {
                        ""
                    };
                    format!("{about}{}, {read}", fee.text())
                });
            let text = format!(
                "{} is {} ({fee})",
                certification.name,
                certification.need.label()
            );
            entries.push(Entry {
                figure: certification.fee.clone(),
                ..Entry::cited(text, &certification.sources)
            });
        }
        if !self.new_skills.is_empty() {
            let names: Vec<_> = self
                .new_skills
                .iter()
                .map(|skill| skill.name.as_str())
                .collect();
            entries.push(Entry::plain(format!("new: {}", names.join(", "))));
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
        entries
    }
}

/// What is typical at entry, in words.
fn asked<'a, T>(entry: &'a TypicalEntry<T>, value: &str, what: &str) -> Entry<'a> {
    let edition = entry.period.replace('-', "–");
    let stand_in = if entry.fit.is_stand_in() {
        format!("; stand-in: {}", entry.occupation)
    } else {
        String::new()
    };
    Entry::cited(
        format!("typical {what}: {value} ({edition}{stand_in})"),
        std::slice::from_ref(&entry.source),
    )
}

impl Way {
    fn section(&self, position: usize, to: &Named) -> Section<'_> {
        let row = |item: String, label: String, entries: Vec<Entry<'static>>| Row {
            item,
            label,
            same: None,
            cells: vec![Cell { entries }],
        };
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            rows.push(Row {
                item: step.to.id.clone(),
                label: format!("{}. {}", number + 1, step.to.title),
                same: None,
                cells: vec![Cell {
                    entries: step.entries(),
                }],
            });
        }
        rows.push(row(
            "fees".to_owned(),
            "Exam fees".to_owned(),
            vec![Entry::plain(self.fees.text())],
        ));
        let time = match self.years_min {
            Some(years) => format!(
                "{years} years or more of related work are typical at entry on this way; the rest is unknown"
            ),
            None => "unknown: no source states it".to_owned(),
        };
        rows.push(row(
            "time".to_owned(),
            "Time".to_owned(),
            vec![Entry::plain(time)],
        ));
        let steps = self.steps.len();
        let steps = if steps == 1 {
            "one step".to_owned()
        } else {
            format!("{steps} steps")
        };
        Section {
            id: format!("way-{}", position + 1),
            title: format!("Way {}: {steps}", position + 1),
            subjects: Subjects::Columns,
            columns: vec![Column::new(&to.id, &to.title)],
            rows,
        }
    }
}

impl Fees {
    fn text(&self) -> String {
        let read = match &self.read {
            Some((first, last)) if first == last => format!(", read {first}"),
            Some((first, last)) => format!(", read {first} to {last}"),
            None => String::new(),
        };
        let sum = format!(
            "${} for {}{read}",
            grouped(self.known_dollars),
            counted(self.known)
        );
        match (self.known, self.unknown) {
            (0, 0) => "none: no certification on this way is new".to_owned(),
            (0, unknown) => format!("unknown, for {}", counted(unknown)),
            (_, 0) => sum,
            (_, unknown) => format!("{sum}; unknown for {}", counted(unknown)),
        }
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
        let sections = self
            .ways
            .iter()
            .enumerate()
            .map(|(position, way)| way.section(position, &self.to))
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
        Page {
            title: format!("{} → {}", self.from.title, self.to.title),
            lead,
            sections,
            remarks: self.assumptions.clone(),
            graph: Some(graph),
        }
    }

    fn cited(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for step in self.ways.iter().flat_map(|way| &way.steps) {
            ids.extend(step.sources.iter().map(String::as_str));
            ids.extend(step.education.iter().map(|entry| entry.source.as_str()));
            ids.extend(step.experience.iter().map(|entry| entry.source.as_str()));
            ids.extend(
                step.certifications
                    .iter()
                    .flat_map(|listed| &listed.sources)
                    .map(String::as_str),
            );
            let fees = step
                .certifications
                .iter()
                .filter_map(|listed| listed.fee.as_ref());
            ids.extend(
                fees.chain(&step.pay)
                    .map(|figure| figure.origin.source.as_str()),
            );
        }
        ids
    }
}
