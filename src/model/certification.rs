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
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Whole US dollars, before tax.
    pub dollars: u32,
    pub per: FeePer,
    #[serde(default = "Fee::anyone")]
    pub payer: Payer,
    /// Whether the source says "about".
    #[serde(default)]
    pub approximate: bool,
    /// When the price was read; none where the page is undated.
    #[serde(default)]
    pub as_of: Option<Date>,
    #[serde(default)]
    pub note: Option<String>,
    pub sources: Vec<String>,
}

impl Fee {
    fn anyone() -> Payer {
        Payer::Anyone
    }
}

/// How long a certification holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    #[serde(default)]
    pub as_of: Option<Date>,
    pub sources: Vec<String>,
}

/// What may be taken today in place of a retired certification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instead {
    pub certification: String,
    /// Why, and whose reading that is.
    pub reason: String,
}

/// A certification, or what is taken for one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certification {
    pub id: String,
    pub name: String,
    /// The short name people use: `PMP`, `A+`.
    pub short: String,
    /// Other spellings and exam codes, none shared with another certification.
    #[serde(default)]
    pub aliases: Vec<String>,
    pub issuer: String,
    pub kind: CredentialKind,
    pub level: CertificationLevel,
    /// Whether the level is the issuer's word, or our classification.
    pub level_by_issuer: bool,
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
    #[serde(default)]
    pub fees: Vec<Fee>,
    #[serde(default)]
    pub validity: Option<Validity>,
    #[serde(default)]
    pub prerequisites: Option<Statement>,
    /// What to take today if it is retired.
    #[serde(default)]
    pub instead: Vec<Instead>,
    #[serde(default)]
    pub notes: Vec<Statement>,
}
