//! Certifications counted by status, and what the exams of those that can be earned cost together.

use super::Described;
use crate::model::{CredentialKind, FeePer, Lifecycle, Payer};
use crate::report::Unit;
use crate::report::figure::Number;
use serde::Serialize;

/// How many certifications are listed, and how they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// What the exams of active certifications cost together, at the lowest price for those who are no members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExamFees {
    /// The sum of the known fees; null where none is known.
    pub value: Option<u32>,
    pub unit: Unit,
    /// `computed`, or `unknown`.
    pub status: &'static str,
    pub area: &'static str,
    /// Whether a source says "about" of one of the fees.
    pub approximate: bool,
    /// The first and the last day, as exact as its source, on which a dated fee was read.
    pub read_from: Option<String>,
    pub read_to: Option<String>,
    /// The ids of the certifications that are in the sum.
    pub counted: Vec<String>,
    /// The ids of those in the sum whose fee is undated.
    pub undated: Vec<String>,
    /// The ids of active ones whose exam fee is unknown.
    pub unknown: Vec<String>,
    /// The ids of active ones that cost a monthly fee and no exam fee.
    pub monthly: Vec<String>,
    pub sources: Vec<String>,
}

impl Described {
    /// The lowest price of all its exams for one who is no member, as its place among the fees and in dollars.
    ///
    /// A price an attempt is that of all exams only where there is but one.
    fn lowest_fee(&self) -> Option<(&super::DescribedFee, u32)> {
        let buys_all = |fee: &&super::DescribedFee| match fee.per {
            FeePer::Certification => true,
            FeePer::Attempt => self.exams == Some(1),
            FeePer::Month => false,
        };
        let open = self.fees.iter().filter(|fee| fee.payer != Payer::Member);
        let priced = open.filter(buys_all).filter_map(|fee| {
            let Number(dollars) = fee.fee.value?;
            // Fees are whole dollars, read from such.
            Some((fee, dollars as u32))
        });
        priced.min_by_key(|(_, dollars)| *dollars)
    }

    /// What it is sorted by where fees are asked for: known exam fees, other prices, what has
    /// none, and last the unknown.
    pub fn fee_rank(&self) -> (u8, u32) {
        match self.lowest_fee() {
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
            exam_fees: of_a_role.then(|| ExamFees::of(certifications)),
        }
    }
}

impl ExamFees {
    fn of(certifications: &[Described]) -> Self {
        let mut fees = Self {
            value: None,
            unit: Unit::Dollars,
            status: "unknown",
            area: "United States",
            approximate: false,
            read_from: None,
            read_to: None,
            counted: Vec::new(),
            undated: Vec::new(),
            unknown: Vec::new(),
            monthly: Vec::new(),
            sources: Vec::new(),
        };
        let active = certifications.iter().filter(|described| {
            described.kind != CredentialKind::Degree && described.status == Lifecycle::Active
        });
        for described in active {
            let id = described.id.clone();
            match described.lowest_fee() {
                Some((fee, dollars)) => fees.add(id, fee, dollars),
                None if described.fees.iter().any(|fee| fee.per == FeePer::Month) => {
                    fees.monthly.push(id);
                }
                None => fees.unknown.push(id),
            }
        }
        fees
    }

    fn add(&mut self, id: String, fee: &super::DescribedFee, dollars: u32) {
        self.value = Some(self.value.unwrap_or_default() + dollars);
        self.status = "computed";
        self.approximate |= fee.approximate;
        match &fee.fee.origin.period {
            None => self.undated.push(id.clone()),
            Some(read) => {
                let first = self.read_from.get_or_insert_with(|| read.clone());
                if read < first {
                    first.clone_from(read);
                }
                let last = self.read_to.get_or_insert_with(|| read.clone());
                if read > last {
                    last.clone_from(read);
                }
            }
        }
        self.counted.push(id);
        for source in &fee.sources {
            if !self.sources.contains(source) {
                self.sources.push(source.clone());
            }
        }
    }
}
