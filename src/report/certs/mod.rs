//! `roles certs`: every certification, whether it can still be earned, what it costs, and who lists it.

mod page;

use super::Report;
use super::figure::{Figure, Origin, Unit};
use super::page::Page;
use super::profile::Replacement;
use crate::catalog::{Catalog, Result};
use crate::model::{
    Certification, CertificationLevel, CertificationNeed, Claim, CredentialKind, Fee, FeePer,
    Lifecycle, Measure, Payer, Statement, Validity,
};
use serde::Serialize;
use std::sync::Arc;

/// Certifications with their status, fee and validity, and the roles that list them.
#[derive(Debug, Serialize)]
pub struct Certifications {
    pub certifications: Vec<Described>,
}

/// A certification with names looked up and fees as figures.
#[derive(Debug, Serialize)]
pub struct Described {
    pub id: String,
    pub name: String,
    pub short: String,
    pub aliases: Vec<String>,
    pub issuer: String,
    pub kind: CredentialKind,
    pub level: CertificationLevel,
    /// Whether the level is the issuer's word, or our classification.
    pub level_by_issuer: bool,
    pub status: Lifecycle,
    pub status_as_of: Option<String>,
    pub retired_on: Option<String>,
    pub status_sources: Vec<String>,
    pub exams: Option<u8>,
    pub exam_codes: Vec<String>,
    pub address: Option<String>,
    pub fees: Vec<DescribedFee>,
    pub validity: Option<Validity>,
    pub prerequisites: Option<Statement>,
    pub instead: Vec<Replacement>,
    pub notes: Vec<Statement>,
    pub roles: Vec<ListedBy>,
    pub claims: Vec<Claim>,
}

/// A fee as a figure: its period is the day the price was read.
#[derive(Debug, Serialize)]
pub struct DescribedFee {
    pub fee: Figure,
    pub per: FeePer,
    pub payer: Payer,
    pub approximate: bool,
    pub note: Option<String>,
    pub sources: Vec<String>,
}

/// A role that lists a certification.
#[derive(Debug, Serialize)]
pub struct ListedBy {
    pub id: String,
    pub title: String,
    /// Why it is listed; null once it is retired, since no one should take it any more.
    pub need: Option<CertificationNeed>,
    pub sources: Vec<String>,
}

impl Certifications {
    /// One certification, or all of them.
    pub fn of(catalog: &Catalog, id: Option<&str>) -> Result<Self> {
        let ids = id.map_or_else(|| catalog.certification_ids(), |id| vec![id.to_owned()]);
        let roles = catalog
            .role_ids()
            .iter()
            .map(|id| catalog.role(id))
            .collect::<Result<Vec<_>>>()?;
        let mut certifications = Vec::new();
        for id in &ids {
            let certification = catalog.certification(id)?;
            let listed_by = roles.iter().filter_map(|role| {
                let listed = role
                    .certifications
                    .iter()
                    .find(|listed| listed.certification == *id)?;
                let sources = listed.sources.clone();
                Some(ListedBy {
                    id: role.id.clone(),
                    title: role.title.clone(),
                    need: (certification.status != Lifecycle::Retired).then_some(listed.need),
                    sources,
                })
            });
            let listed_by = listed_by.collect();
            certifications.push(Described::build(catalog, certification, listed_by)?);
        }
        certifications.sort_by(|a, b| (a.status, &a.name).cmp(&(b.status, &b.name)));
        Ok(Self { certifications })
    }
}

impl Report for Certifications {
    const SCHEMA: &'static str = "roles/certs/1";

    fn page(&self) -> Page<'_> {
        match self.certifications.as_slice() {
            [one] => page::alone(one),
            many => page::together(many),
        }
    }

    fn cited(&self) -> Vec<&str> {
        self.certifications
            .iter()
            .flat_map(Described::cited)
            .map(String::as_str)
            .collect()
    }
}

impl Described {
    fn build(
        catalog: &Catalog,
        certification: Certification,
        roles: Vec<ListedBy>,
    ) -> Result<Self> {
        let instead = certification.instead.iter().map(|instead| {
            let other = catalog.certification(&instead.certification)?;
            Ok(Replacement {
                id: other.id,
                name: other.name,
                short: other.short,
                reason: instead.reason.clone(),
            })
        });
        Ok(Self {
            instead: instead.collect::<Result<_>>()?,
            claims: catalog.claims_about(&certification.id)?,
            fees: certification.fees.iter().map(DescribedFee::from).collect(),
            id: certification.id,
            name: certification.name,
            short: certification.short,
            aliases: certification.aliases,
            issuer: certification.issuer,
            kind: certification.kind,
            level: certification.level,
            level_by_issuer: certification.level_by_issuer,
            status: certification.status,
            status_as_of: certification.status_as_of.map(|date| date.to_string()),
            retired_on: certification.retired_on.map(|date| date.to_string()),
            status_sources: certification.status_sources,
            exams: certification.exams,
            exam_codes: certification.exam_codes,
            address: certification.address,
            validity: certification.validity,
            prerequisites: certification.prerequisites,
            notes: certification.notes,
            roles,
        })
    }

    /// The ids of every publication it rests on.
    fn cited(&self) -> impl Iterator<Item = &String> {
        let fees = self.fees.iter().flat_map(|fee| &fee.sources);
        let validity = self.validity.iter().flat_map(|validity| &validity.sources);
        let statements = self
            .prerequisites
            .iter()
            .chain(&self.notes)
            .flat_map(|statement| &statement.sources);
        let roles = self.roles.iter().flat_map(|role| &role.sources);
        let claims = self
            .claims
            .iter()
            .flat_map(|claim| [&claim.source].into_iter().chain(&claim.evidence));
        self.status_sources
            .iter()
            .chain(fees)
            .chain(validity)
            .chain(statements)
            .chain(roles)
            .chain(claims)
    }
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
