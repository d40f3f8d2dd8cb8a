//! `roles path`: ways from one role to another, step by step.

mod page;
mod stop;

use super::fees::{DescribedFee, ExamFees};
use super::figure::Figure;
use super::page::Page;
use super::profile::TypicalEntry;
use super::stops::StopFigures;
use super::{Named, Report};
use crate::analysis::path::{Moves, cost};
use crate::analysis::reading::readings;
use crate::catalog::{Catalog, Result};
use crate::model::{CertificationNeed, EducationLevel, ExperienceLevel, MoveKind, Statement};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use stop::Stop;

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

impl Report for Path {
    const SCHEMA: &'static str = "roles/path/1";

    fn page(&self) -> Page<'_> {
        page::lay_out(self)
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
