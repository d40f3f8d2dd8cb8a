//! A role on a way, and the steps between two of them.

use super::{NewSkill, Step, StepCertification};
use crate::analysis::difference::{Difference, of_median_pay};
use crate::analysis::reading::Reading;
use crate::catalog::{Catalog, Result};
use crate::model::{
    Certification, CertificationNeed, CredentialKind, Lifecycle, MoveKind, Need, Role,
    RoleCertification,
};
use crate::report::Named;
use crate::report::fees::{DescribedFee, Priced};
use crate::report::figure::{Figure, Number};
use crate::report::profile::{typical_education, typical_experience, wages};
use std::collections::BTreeSet;

/// A role with the occupation that measures it, read once.
pub struct Stop<'a> {
    pub role: &'a Role,
    pub readings: Vec<Reading>,
}

impl Stop<'_> {
    /// Certifications that the role asks or values; one that is only aimed at such work is no gate.
    pub fn wanted(&self) -> impl Iterator<Item = &RoleCertification> {
        let listed = self.role.certifications.iter();
        listed.filter(|listed| listed.need != CertificationNeed::AimedAt)
    }
}

impl Step {
    /// The step between two stops, given the certifications that are taken as held.
    pub(super) fn of(
        catalog: &Catalog,
        before: &Stop,
        after: &Stop,
        known: &BTreeSet<&str>,
    ) -> Result<Self> {
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

impl StepCertification {
    /// A certification as a role lists it.
    pub(super) fn of(certification: Certification, listed: &RoleCertification) -> Self {
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

    /// What its exams cost, for a sum.
    pub(super) fn priced(&self) -> Priced<'_> {
        Priced {
            id: &self.id,
            exams: self.exams,
            fees: &self.fees,
        }
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
