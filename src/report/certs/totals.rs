//! Certifications counted by status, with what the exams of those that can be earned cost together.

use super::Described;
use crate::model::{CredentialKind, Lifecycle};
use crate::report::fees::{ExamFees, Priced};
use serde::Serialize;

/// How many certifications are listed, and how they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Totals {
    pub count: usize,
    pub active: usize,
    pub retiring: usize,
    pub retired: usize,
    pub unknown: usize,
    /// Degrees that are named like certifications; they have no status.
    pub degrees: usize,
    /// What the exams cost; null unless the certifications of one role were asked for.
    pub exam_fees: Option<ExamFees>,
}

impl Described {
    /// Its prices, as far as a sum needs them.
    fn priced(&self) -> Priced<'_> {
        Priced {
            id: &self.id,
            exams: self.exams,
            fees: &self.fees,
        }
    }

    /// What it is sorted by where fees are asked for: known exam fees, other prices, what has
    /// none, and last the unknown.
    pub fn fee_rank(&self) -> (u8, u32) {
        match self.priced().lowest() {
            Some((_, dollars)) => (0, dollars),
            None if !self.fees.is_empty() => (1, 0),
            None if self.kind == CredentialKind::Degree || self.status == Lifecycle::Retired => {
                (2, 0)
            }
            None => (3, 0),
        }
    }
}

impl Totals {
    /// Counts certifications, and sums exam fees where they are one role's.
    pub fn of(certifications: &[Described], of_a_role: bool) -> Self {
        let degree = |described: &&Described| described.kind == CredentialKind::Degree;
        let count = |status: Lifecycle| {
            let stands = certifications
                .iter()
                .filter(|described| !degree(described) && described.status == status);
            stands.count()
        };
        Self {
            count: certifications.len(),
            active: count(Lifecycle::Active),
            retiring: count(Lifecycle::Retiring),
            retired: count(Lifecycle::Retired),
            unknown: count(Lifecycle::Unknown),
            degrees: certifications.iter().filter(degree).count(),
            exam_fees: of_a_role.then(|| {
                let active = certifications.iter().filter(|described| {
                    !degree(described) && described.status == Lifecycle::Active
                });
                ExamFees::of(active.map(Described::priced))
            }),
        }
    }
}
