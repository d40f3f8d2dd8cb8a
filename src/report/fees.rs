//! What exams cost together, from prices that each have a day and a source.

use super::figure::{Figure, Number, Origin, Unit};
use crate::model::{Fee, FeePer, Measure, Payer};
use serde::Serialize;
use std::sync::Arc;

/// A fee as a figure: its period is the day the price was read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DescribedFee {
    /// The price; its period is the day on which it was read.
    pub fee: Figure,
    /// What it buys.
    pub per: FeePer,
    /// Who pays it.
    pub payer: Payer,
    /// Whether the source says "about".
    pub approximate: bool,
    /// What to know of it.
    pub note: Option<String>,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

impl From<&Fee> for DescribedFee {
    fn from(fee: &Fee) -> Self {
        let origin = Arc::new(Origin {
            period: fee.as_of.as_ref().map(|date| date.to_string()),
            area: Some("United States".to_owned()),
            source: fee.sources.first().cloned().unwrap_or_default(),
            ..Origin::default()
        });
        Self {
            fee: Figure::new(
                Measure::Value(f64::from(fee.dollars)),
                Unit::Dollars,
                &origin,
            ),
            per: fee.per,
            payer: fee.payer,
            approximate: fee.approximate,
            note: fee.note.clone(),
            sources: fee.sources.clone(),
        }
    }
}

/// The prices of one certification, as far as a sum needs them.
#[derive(Debug, Clone, Copy)]
pub struct Priced<'a> {
    pub id: &'a str,
    /// How many exams it takes, where that is known.
    pub exams: Option<u8>,
    pub fees: &'a [DescribedFee],
}

impl<'a> Priced<'a> {
    /// The lowest price of all its exams for one who is no member, with its dollars.
    ///
    /// A price an attempt is that of all exams only where there is but one.
    pub fn lowest(&self) -> Option<(&'a DescribedFee, u32)> {
        let buys_all = |fee: &&DescribedFee| match fee.per {
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
}

/// What the exams of active certifications cost together, at the lowest price for those who are no members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

impl ExamFees {
    /// The sum over certifications that can be earned.
    pub fn of<'a>(certifications: impl Iterator<Item = Priced<'a>>) -> Self {
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
        for priced in certifications {
            let id = priced.id.to_owned();
            match priced.lowest() {
                Some((fee, dollars)) => fees.add(id, fee, dollars),
                None if priced.fees.iter().any(|fee| fee.per == FeePer::Month) => {
                    fees.monthly.push(id);
                }
                None => fees.unknown.push(id),
            }
        }
        fees
    }

    fn add(&mut self, id: String, fee: &DescribedFee, dollars: u32) {
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
