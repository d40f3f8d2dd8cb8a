//! `roles certs`: every certification, whether it can still be earned, what it costs, and who lists it.

use super::figure::{Figure, Origin, Unit};
use super::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use super::profile::{Replacement, status_text};
use super::{Report, sections};
use crate::catalog::{Catalog, Result};
use crate::model::{
    Certification, CertificationLevel, CertificationNeed, Claim, CredentialKind, Fee, FeePer,
    Label, Lifecycle, Measure, Payer, Statement, Validity,
};
use serde::Serialize;
use std::borrow::Cow;
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
            [one] => one_page(one),
            many => table_page(many),
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

    fn status_entry(&self) -> Entry<'_> {
        let checked = match (&self.status_as_of, self.status) {
            (_, Lifecycle::Unknown) => return Entry::cited("unknown", &self.status_sources),
            (Some(date), status) if status != Lifecycle::Retired => format!(", checked {date}"),
            _ => String::new(),
        };
        let status = status_text(self.kind, self.status, self.retired_on.as_deref());
        Entry::cited(format!("{status}{checked}"), &self.status_sources)
    }

    fn level_text(&self) -> String {
        let ours = if self.level_by_issuer {
            ""
        } else {
            " (our classification)"
        };
        format!("{}{ours}", self.level.label())
    }

    fn fees(&self) -> Cell<'_> {
        let none = match (self.kind, self.status) {
            (CredentialKind::Degree, _) => "not an exam",
            (_, Lifecycle::Retired) => "none: retired",
            _ => "unknown",
        };
        Cell::all(
            self.fees.iter().map(|fee| fee.entry(self.exams)).collect(),
            none,
        )
    }

    fn validity(&self) -> Cell<'_> {
        let Some(validity) = &self.validity else {
            let degree = self.kind == CredentialKind::Degree;
            return Cell::one(Entry::plain(if degree {
                "not a certification"
            } else {
                "unknown"
            }));
        };
        let text = match (validity.years, validity.expires) {
            (Some(1), _) => "1 year".to_owned(),
            (Some(years), _) => format!("{years} years"),
            (None, Some(false)) => "does not expire".to_owned(),
            _ => "unknown".to_owned(),
        };
        let read = validity
            .as_of
            .as_ref()
            .map_or(", undated".to_owned(), |date| format!(", read {date}"));
        Cell::one(Entry::cited(format!("{text}{read}"), &validity.sources))
    }

    fn roles(&self) -> Cell<'_> {
        let named = self.roles.iter().map(|role| {
            let why = role
                .need
                .map_or("named, but retired", CertificationNeed::label);
            Entry::cited(format!("{} ({why})", role.title), &role.sources)
        });
        Cell::all(named.collect(), "no role here")
    }

    fn exams_text(&self) -> Option<String> {
        match (self.exams, self.exam_codes.join(", ")) {
            (None, codes) if codes.is_empty() => None,
            (None, codes) => Some(codes),
            (Some(count), codes) if codes.is_empty() => Some(count.to_string()),
            (Some(count), codes) => Some(format!("{count}: {codes}")),
        }
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

impl DescribedFee {
    /// The fee in words: `about $400, for non-members, read 2026-06-30`.
    fn entry(&self, exams: Option<u8>) -> Entry<'_> {
        let about = if self.approximate { "about " } else { "" };
        let per = match self.per {
            FeePer::Certification if exams == Some(1) => String::new(),
            per => format!(" {}", per.label()),
        };
        let payer = match self.payer {
            Payer::Anyone => String::new(),
            payer => format!(" for {}", payer.label()),
        };
        let read = self
            .fee
            .origin
            .period
            .as_ref()
            .map_or(", undated".to_owned(), |date| format!(", read {date}"));
        let text = format!("{about}{}{per}{payer}{read}", self.fee.text());
        Entry {
            text: text.into(),
            figure: Some(self.fee.clone()),
            sources: self.sources.iter().skip(1).cloned().collect(),
        }
    }
}

fn table_page(certifications: &[Described]) -> Page<'_> {
    let columns = [
        ("name", "Name", 2),
        ("issuer", "Issuer", 1),
        ("level", "Level", 3),
        ("status", "Status", 0),
        ("fee", "Exam fee", 0),
        ("validity", "Valid for", 0),
        ("roles", "Listed for", 4),
    ];
    let rows = certifications.iter().map(|certification| {
        let cells = vec![
            Cell::one(Entry::plain(&certification.name)),
            Cell::one(Entry::plain(&certification.issuer)),
            Cell::one(Entry::plain(certification.level_text())),
            Cell::one(certification.status_entry()),
            certification.fees(),
            certification.validity(),
            certification.roles(),
        ];
        Row {
            item: certification.id.clone(),
            label: certification.id.clone(),
            same: None,
            cells,
        }
    });
    let section = Section {
        id: "certifications".to_owned(),
        title: "Certification".to_owned(),
        subjects: Subjects::Rows,
        columns: Column::all(&columns),
        rows: rows.collect(),
    };
    Page {
        title: format!("{} certifications", certifications.len()),
        sections: vec![section],
        ..Page::default()
    }
}

/// Statements with their sources, or words for none.
fn statements<'a>(
    stated: impl Iterator<Item = (&'a String, &'a Vec<String>)>,
    none: &'a str,
) -> Cell<'a> {
    Cell::all(
        stated
            .map(|(text, sources)| Entry::cited(text, sources))
            .collect(),
        none,
    )
}

fn one_page(certification: &Described) -> Page<'_> {
    fn plain<'a>(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell::one(Entry::plain(text))
    }
    let unknown = || "unknown".to_owned();
    let kind = if certification.kind == CredentialKind::Degree {
        "Degree"
    } else {
        "Certification"
    };
    let mut rows = vec![
        ("issuer", "Issuer", plain(&certification.issuer)),
        ("kind", "Kind", plain(certification.kind.label())),
        ("level", "Level", plain(certification.level_text())),
        ("status", "Status", Cell::one(certification.status_entry())),
    ];
    if !certification.instead.is_empty() {
        let named = |other: &Replacement| Entry::plain(format!("{}: {}", other.name, other.reason));
        rows.push((
            "instead",
            "Taken today",
            Cell {
                entries: certification.instead.iter().map(named).collect(),
            },
        ));
    }
    if certification.kind != CredentialKind::Degree {
        rows.push((
            "exams",
            "Exams",
            plain(certification.exams_text().unwrap_or_else(unknown)),
        ));
        rows.push(("fee", "Exam fee", certification.fees()));
        let notes = certification
            .fees
            .iter()
            .filter_map(|fee| Some((fee.note.as_ref()?, &fee.sources)));
        rows.push(("fee-notes", "On the fee", statements(notes, "")));
        rows.push(("validity", "Valid for", certification.validity()));
        let validity = certification.validity.iter();
        let renewal =
            validity.filter_map(|validity| Some((validity.renewal.as_ref()?, &validity.sources)));
        let lapses = certification
            .validity
            .as_ref()
            .is_none_or(|validity| validity.expires != Some(false));
        rows.push((
            "renewal",
            "Renewal",
            statements(renewal, if lapses { "unknown" } else { "" }),
        ));
        let asked = certification
            .prerequisites
            .iter()
            .map(|asked| (&asked.text, &asked.sources));
        let open = certification.status != Lifecycle::Retired;
        rows.push((
            "prerequisites",
            "Prerequisites",
            statements(asked, if open { "unknown" } else { "" }),
        ));
        rows.push((
            "address",
            "Official page",
            plain(certification.address.clone().unwrap_or_else(unknown)),
        ));
    }
    rows.push(("roles", "Listed for", certification.roles()));
    let notes = certification
        .notes
        .iter()
        .map(|note| (&note.text, &note.sources));
    rows.push(("notes", "To know", statements(notes, "")));
    rows.push((
        "claims",
        "Claims",
        Cell {
            entries: certification.claims.iter().map(sections::claim).collect(),
        },
    ));
    // What there is nothing to say of is not said.
    rows.retain(|(_, _, cell)| cell.entries.iter().any(|entry| !entry.text.is_empty()));
    let rows = rows.into_iter().map(|(item, label, cell)| Row {
        item: item.to_owned(),
        label: label.to_owned(),
        same: None,
        cells: vec![cell],
    });
    let section = Section {
        id: "certifications".to_owned(),
        title: kind.to_owned(),
        subjects: Subjects::Columns,
        columns: vec![Column::new(&certification.id, &certification.short)],
        rows: rows.collect(),
    };
    Page {
        title: certification.name.clone(),
        sections: vec![section],
        ..Page::default()
    }
}
