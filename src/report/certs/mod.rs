//! `roles certs`: every certification, whether it can still be earned, what it costs, and who lists it.

mod page;
mod table;
mod totals;

pub use totals::Totals;

use super::fees::DescribedFee;
use super::page::Page;
use super::profile::Replacement;
use super::{Named, Report};
use crate::catalog::{Catalog, Result};
use crate::model::{
    Certification, CertificationLevel, CertificationNeed, Claim, CredentialKind, Lifecycle,
    Statement, Validity,
};
use serde::Serialize;

/// Certifications with their status, fee and validity, and the roles that list them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Certifications {
    pub certifications: Vec<Described>,
    /// The role whose certifications these are; none where all were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Named>,
    /// How they are sorted and what they come to; none where one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<Totals>,
}

crate::model::label::vocabulary! {
    /// What certifications are sorted by; those that are equal stand by name.
    Sort {
        Status = "status", "status";
        Fee = "fee", "exam fee, the lowest first";
        Name = "name", "name";
    }
}

/// Which certifications are listed, and how.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Only those that stand so; a degree has no status and is left out.
    pub status: Option<Lifecycle>,
    /// Only those that the role with this id lists.
    pub role: Option<String>,
    /// By status, if nothing else is asked for.
    pub sort: Option<Sort>,
}

/// A certification with names looked up and fees as figures.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

/// A role that lists a certification.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
        match id {
            None => Self::listed(catalog, &Options::default()),
            Some(id) => Ok(Self {
                certifications: described(catalog, &[id.to_owned()])?,
                role: None,
                sort: None,
                totals: None,
            }),
        }
    }

    /// The certifications that the options let through.
    pub fn listed(catalog: &Catalog, options: &Options) -> Result<Self> {
        let mut certifications = described(catalog, &catalog.certification_ids()?)?;
        let stands = |described: &Described| {
            let degree = described.kind == CredentialKind::Degree;
            options
                .status
                .is_none_or(|status| status == described.status && !degree)
        };
        let lists = |described: &Described| {
            let listed_by = |role: &String| described.roles.iter().any(|by| by.id == *role);
            options.role.as_ref().is_none_or(listed_by)
        };
        certifications.retain(|described| stands(described) && lists(described));
        let sort = options.sort.unwrap_or(Sort::Status);
        certifications.sort_by(|a, b| {
            let order = match sort {
                Sort::Status => a.status.cmp(&b.status),
                Sort::Fee => a.fee_rank().cmp(&b.fee_rank()),
                Sort::Name => std::cmp::Ordering::Equal,
            };
            order.then_with(|| a.name.cmp(&b.name))
        });
        let role = options.role.as_ref().map(|id| {
            let title = catalog.role_title(id)?;
            Ok(Named {
                id: id.clone(),
                title,
            })
        });
        Ok(Self {
            totals: Some(Totals::of(&certifications, options.role.is_some())),
            certifications,
            role: role.transpose()?,
            sort: Some(sort),
        })
    }
}

/// Certifications in the order of their ids, with the roles that list them.
fn described(catalog: &Catalog, ids: &[String]) -> Result<Vec<Described>> {
    let roles = catalog
        .role_ids()?
        .iter()
        .map(|id| catalog.role(id))
        .collect::<Result<Vec<_>>>()?;
    let mut certifications = Vec::new();
    for id in ids {
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
    Ok(certifications)
}

impl Report for Certifications {
    const SCHEMA: &'static str = "roles/certs/1";

    fn page(&self) -> Page<'_> {
        match (self.certifications.as_slice(), &self.totals) {
            ([one], None) => page::alone(one),
            _ => table::together(self),
        }
    }

    fn names(&self) -> Vec<&str> {
        let certifications = self.certifications.iter();
        certifications
            .map(|described| described.id.as_str())
            .collect()
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
