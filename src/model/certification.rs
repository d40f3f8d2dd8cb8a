//! Certifications: who issues them, whether they can still be earned, and what they cost.

use super::date::Date;
use super::label::vocabulary;
use super::role::Statement;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a credential is; only the first is a certification in the strict sense.
    CredentialKind {
        Certification = "certification", "certification";
        CourseCertificate = "course-certificate", "course certificate";
        Degree = "degree", "degree, not a certification";
    }
}

vocabulary! {
    /// Where a certification stands in its life.
    Lifecycle {
        Active = "active", "active";
        Retiring = "retiring", "retiring";
        Retired = "retired", "retired";
        Unknown = "unknown", "unknown";
    }
}

vocabulary! {
    /// The level a certification is at, lowest first.
    CertificationLevel {
        PreCareer = "pre-career", "pre-career";
        Entry = "entry", "entry";
        Foundation = "foundation", "foundation";
        Associate = "associate", "associate";
        Professional = "professional", "professional";
        Expert = "expert", "expert";
        Degree = "degree", "degree";
    }
}

vocabulary! {
    /// Who pays a fee.
    Payer {
        Anyone = "anyone", "anyone";
        Member = "member", "members";
        NonMember = "non-member", "non-members";
    }
}

vocabulary! {
    /// What a fee buys.
    FeePer {
        Certification = "certification", "all exams";
        Attempt = "attempt", "an attempt";
        Month = "month", "a month";
    }
}

/// A price in US dollars, with the day it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Whole US dollars, before tax.
    pub dollars: u32,
    /// What it buys.
    pub per: FeePer,
    /// Who pays it; anyone, if left out.
    #[serde(default = "Fee::anyone")]
    pub payer: Payer,
    /// Whether the source says "about".
    #[serde(default)]
    pub approximate: bool,
    /// When the price was read; none where the page is undated.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// What to know of it: that it is for each of two exams.
    #[serde(default)]
    pub note: Option<String>,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

impl Fee {
    fn anyone() -> Payer {
        Payer::Anyone
    }
}

/// How long a certification holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// Years until it must be renewed; none with `expires = false`, or where it is unknown.
    #[serde(default)]
    pub years: Option<u8>,
    /// `false` where it never lapses.
    #[serde(default)]
    pub expires: Option<bool>,
    /// How it is renewed, and what that costs.
    #[serde(default)]
    pub renewal: Option<String>,
    /// When it was read; none where the page is undated.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// What may be taken today in place of a retired certification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Instead {
    /// The id of a certification.
    pub certification: String,
    /// Why, and whose reading that is.
    pub reason: String,
}

/// A certification, or what is taken for one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Certification {
    /// Lower case, words joined by hyphens.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// The short name people use: `PMP`, `A+`.
    pub short: String,
    /// Other spellings and exam codes, none shared with another certification.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Who issues it.
    pub issuer: String,
    /// Whether it is a certification in the strict sense.
    pub kind: CredentialKind,
    /// How far up it stands.
    pub level: CertificationLevel,
    /// Whether the level is the issuer's word, or our classification.
    pub level_by_issuer: bool,
    /// Whether it can still be earned.
    pub status: Lifecycle,
    /// When the status was last confirmed; none where the page is undated.
    #[serde(default)]
    pub status_as_of: Option<Date>,
    /// The day from which it can no longer be earned; required once retired.
    #[serde(default)]
    pub retired_on: Option<Date>,
    /// Where the status was read.
    pub status_sources: Vec<String>,
    /// How many exams or tests it takes; none where that is unknown.
    #[serde(default)]
    pub exams: Option<u8>,
    /// The exam codes in force.
    #[serde(default)]
    pub exam_codes: Vec<String>,
    /// The official page, where its address is confirmed.
    #[serde(default)]
    pub address: Option<String>,
    /// What it costs, one entry a price.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// How long it holds.
    #[serde(default)]
    pub validity: Option<Validity>,
    /// What it asks of those who want to sit its exam.
    #[serde(default)]
    pub prerequisites: Option<Statement>,
    /// What to take today if it is retired.
    #[serde(default)]
    pub instead: Vec<Instead>,
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Statement>,
}

impl Certification {
    /// Everything it may be called: id, name, short name, other spellings and exam codes.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        [&self.id, &self.name, &self.short]
            .into_iter()
            .chain(&self.aliases)
            .chain(&self.exam_codes)
    }
}
