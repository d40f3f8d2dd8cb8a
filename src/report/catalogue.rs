//! `roles sources` and `roles certs`: what the figures rest on, and every certification.

use super::figure::{Figure, Origin, Unit};
use super::page::{Cell, Citation, Column, Entry, Page, Row, Section, Subjects};
use super::profile::{Replacement, status_text};
use super::{Report, sections};
use crate::catalog::{Catalog, Result};
use crate::model::{
    Certification, CertificationLevel, CertificationNeed, Claim, CredentialKind, Fee, Label,
    Lifecycle, Measure, Payer, Statement, Validity,
};
use serde::Serialize;
use std::borrow::Cow;
use std::sync::Arc;

/// The publications that values rest on. The envelope's `sources` describes each.
#[derive(Debug, Serialize)]
pub struct Sources {
    /// The ids of what was asked for.
    pub listed: Vec<String>,
    #[serde(skip)]
    page: Page,
}

impl Sources {
    /// One publication, or all of them.
    pub fn of(catalog: &Catalog, id: Option<&str>) -> Result<Self> {
        let ids = id.map_or_else(|| catalog.source_ids(), |id| vec![id.to_owned()]);
        let sources = ids
            .iter()
            .map(|id| catalog.source(id).map(Citation::from))
            .collect::<Result<Vec<_>>>()?;
        let columns = [
            ("title", "Title"),
            ("publisher", "Publisher"),
            ("kind", "Kind"),
            ("edition", "Edition or date"),
            ("licence", "Licence"),
            ("address", "Address"),
            ("attribution", "Credit"),
            ("caution", "To know"),
        ];
        let value = |source: &Citation, column: &str| match column {
            "title" => Some(source.title.clone()),
            "publisher" => Some(source.publisher.clone()),
            "kind" => Some(source.kind.label().to_owned()),
            "edition" => source
                .edition
                .clone()
                .or_else(|| source.date.clone())
                .or(Some("undated".to_owned())),
            "licence" => Some(source.licence.clone()),
            "address" => Some(source.address.clone()),
            "attribution" => source.attribution.clone(),
            _ => source.caution.clone(),
        };
        // Details that fill a screen are kept for a single publication.
        let columns: Vec<_> = columns
            .iter()
            .filter(|(id, _)| ids.len() == 1 || !matches!(*id, "attribution" | "caution"))
            .collect();
        let section = if let [source] = sources.as_slice() {
            let rows = columns.iter().map(|(id, title)| {
                let text = value(source, id).unwrap_or_else(|| "none".to_owned());
                Row {
                    item: (*id).into(),
                    label: (*title).into(),
                    same: None,
                    cells: vec![Cell::one(Entry::plain(text))],
                }
            });
            let column = Column {
                id: source.id.clone(),
                title: source.id.clone(),
            };
            let (subjects, columns) = (Subjects::Columns, vec![column]);
            Section {
                id: "sources".into(),
                title: "Source".into(),
                subjects,
                columns,
                rows: rows.collect(),
            }
        } else {
            let rows = sources.iter().map(|source| {
                let text = |id: &str| value(source, id).unwrap_or_else(|| "none".to_owned());
                let cells = columns
                    .iter()
                    .map(|(id, _)| Cell::one(Entry::plain(text(id))));
                Row {
                    item: source.id.clone(),
                    label: source.id.clone(),
                    same: None,
                    cells: cells.collect(),
                }
            });
            let columns = columns.iter().map(|(id, title)| Column {
                id: (*id).into(),
                title: (*title).into(),
            });
            let (subjects, columns) = (Subjects::Rows, columns.collect());
            Section {
                id: "sources".into(),
                title: "Source".into(),
                subjects,
                columns,
                rows: rows.collect(),
            }
        };
        let title = match sources.as_slice() {
            [one] => one.title.clone(),
            many => format!("{} sources", many.len()),
        };
        Ok(Self {
            listed: ids,
            page: Page {
                title,
                sections: vec![section],
                ..Page::default()
            },
        })
    }
}

impl Report for Sources {
    const SCHEMA: &'static str = "roles/sources/1";

    fn page(&self) -> Cow<'_, Page> {
        Cow::Borrowed(&self.page)
    }

    fn cited(&self) -> Vec<&str> {
        self.listed.iter().map(String::as_str).collect()
    }
}

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
    pub per: crate::model::FeePer,
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
    pub need: CertificationNeed,
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
                    need: listed.need,
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

    fn page(&self) -> Cow<'_, Page> {
        Cow::Owned(match self.certifications.as_slice() {
            [one] => one_page(one),
            many => table_page(many),
        })
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

    fn status_entry(&self) -> Entry {
        let status = status_text(self.kind, self.status, self.retired_on.as_deref());
        let checked = match &self.status_as_of {
            Some(date) if self.status != Lifecycle::Retired => format!(", checked {date}"),
            _ => String::new(),
        };
        Entry::cited(format!("{status}{checked}"), &self.status_sources)
    }

    fn fees(&self) -> Cell {
        let none = if self.status == Lifecycle::Retired {
            "none: retired"
        } else {
            "unknown"
        };
        Cell::all(self.fees.iter().map(DescribedFee::entry).collect(), none)
    }

    fn validity(&self) -> Cell {
        let Some(validity) = &self.validity else {
            return Cell::one(Entry::plain("unknown"));
        };
        let text = match (validity.years, validity.expires) {
            (Some(1), _) => "1 year".to_owned(),
            (Some(years), _) => format!("{years} years"),
            (None, Some(false)) => "does not expire".to_owned(),
            _ => "unknown".to_owned(),
        };
        Cell::one(Entry::cited(text, &validity.sources))
    }

    fn roles(&self) -> Cell {
        let named = |role: &ListedBy| match self.status {
            Lifecycle::Retired => Entry::cited(
                format!("{} (named, but retired)", role.title),
                &role.sources,
            ),
            _ => Entry::cited(
                format!("{} ({})", role.title, role.need.label()),
                &role.sources,
            ),
        };
        Cell::all(self.roles.iter().map(named).collect(), "none here")
    }

    fn instead(&self) -> Cell {
        let named = |other: &Replacement| Entry::plain(format!("{}: {}", other.name, other.reason));
        Cell::all(self.instead.iter().map(named).collect(), "none named")
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
    /// The fee in words: `about $400, all exams, for non-members, read 2026-06-30`.
    fn entry(&self) -> Entry {
        let about = if self.approximate { "about " } else { "" };
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
        let text = format!(
            "{about}{} {}{payer}{read}",
            self.fee.text(),
            self.per.label()
        );
        Entry {
            text,
            figure: Some(self.fee.clone()),
            sources: self.sources.iter().skip(1).cloned().collect(),
        }
    }
}

fn table_page(certifications: &[Described]) -> Page {
    let columns = [
        ("name", "Name"),
        ("issuer", "Issuer"),
        ("level", "Level"),
        ("status", "Status"),
        ("fee", "Exam fee"),
        ("validity", "Valid for"),
        ("roles", "Listed for"),
    ];
    let rows = certifications.iter().map(|certification| {
        let cells = vec![
            Cell::one(Entry::plain(&certification.name)),
            Cell::one(Entry::plain(&certification.issuer)),
            Cell::one(Entry::plain(certification.level.label())),
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
        columns: columns
            .iter()
            .map(|(id, title)| Column {
                id: (*id).into(),
                title: (*title).into(),
            })
            .collect(),
        rows: rows.collect(),
    };
    Page {
        title: format!("{} certifications", certifications.len()),
        sections: vec![section],
        ..Page::default()
    }
}

fn one_page(certification: &Described) -> Page {
    let plain = |text: &str| Cell::one(Entry::plain(text));
    let level = certification.level.label();
    let level_by = if certification.level_by_issuer {
        "the issuer's word"
    } else {
        "our classification"
    };
    let exams = match (certification.exams, certification.exam_codes.join(", ")) {
        (None, codes) if codes.is_empty() => "unknown".to_owned(),
        (None, codes) => codes,
        (Some(count), codes) if codes.is_empty() => count.to_string(),
        (Some(count), codes) => format!("{count}: {codes}"),
    };
    let validity = certification.validity.as_ref();
    let renewal = validity
        .and_then(|validity| Some(Entry::cited(validity.renewal.as_ref()?, &validity.sources)));
    let notes = certification
        .fees
        .iter()
        .filter_map(|fee| Some(Entry::cited(fee.note.as_ref()?, &fee.sources)));
    let stated = certification
        .notes
        .iter()
        .map(|note| Entry::cited(&note.text, &note.sources));
    let prerequisites = certification
        .prerequisites
        .iter()
        .map(|note| Entry::cited(&note.text, &note.sources));
    let mut rows = vec![
        ("issuer", "Issuer", plain(&certification.issuer)),
        ("kind", "Kind", plain(certification.kind.label())),
        ("level", "Level", plain(&format!("{level} ({level_by})"))),
        ("status", "Status", Cell::one(certification.status_entry())),
        ("exams", "Exams", plain(&exams)),
        ("fee", "Exam fee", certification.fees()),
        (
            "fee-notes",
            "On the fee",
            Cell::all(notes.collect(), "nothing"),
        ),
        ("validity", "Valid for", certification.validity()),
        (
            "renewal",
            "Renewal",
            Cell::all(renewal.into_iter().collect(), "unknown"),
        ),
        (
            "prerequisites",
            "Prerequisites",
            Cell::all(prerequisites.collect(), "unknown"),
        ),
        (
            "address",
            "Official page",
            plain(certification.address.as_deref().unwrap_or("unknown")),
        ),
        ("roles", "Listed for", certification.roles()),
        ("notes", "To know", Cell::all(stated.collect(), "nothing")),
        (
            "claims",
            "Claims",
            Cell::all(
                certification.claims.iter().map(sections::claim).collect(),
                "none",
            ),
        ),
    ];
    if certification.status == Lifecycle::Retired {
        rows.insert(4, ("instead", "Taken today", certification.instead()));
    }
    let rows = rows.into_iter().map(|(item, label, cell)| Row {
        item: item.to_owned(),
        label: label.to_owned(),
        same: None,
        cells: vec![cell],
    });
    let section = Section {
        id: "certifications".to_owned(),
        title: "Certification".to_owned(),
        subjects: Subjects::Columns,
        columns: vec![Column {
            id: certification.id.clone(),
            title: certification.short.clone(),
        }],
        rows: rows.collect(),
    };
    Page {
        title: certification.name.clone(),
        sections: vec![section],
        ..Page::default()
    }
}
