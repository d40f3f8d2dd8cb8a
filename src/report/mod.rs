//! The report room: what a command found, as types that serialise. This is the JSON contract.
//!
//! Every report can also be laid out as a [`Page`], which is all that the other formats draw.

pub mod certs;
pub mod check;
pub mod compare;
pub mod fees;
pub mod figure;
pub mod fit;
pub mod gap;
pub mod history;
pub mod list;
pub mod page;
pub mod path;
pub mod picture;
pub mod profile;
pub mod search;
pub mod section;
mod sections;
mod sentence;
pub mod show;
pub mod sources;

pub use figure::{Figure, Unit};
pub use page::{Cell, Citation, Cited, Column, Entry, Page, Row, Section, Subjects, Tone};

use page::located;

use crate::catalog::{Catalog, Result};
use serde::Serialize;
use std::collections::BTreeSet;

/// A role by id and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    pub id: String,
    pub title: String,
}

/// What a command found.
pub trait Report: Serialize {
    /// The name and version of its JSON form: `roles/compare/1`. Within a version it only grows.
    const SCHEMA: &'static str;

    /// The same, laid out for the formats that are not JSON, with the publications it cites left out.
    fn page(&self) -> Page<'_>;

    /// The ids of the publications that the report rests on; repeats do no harm.
    fn cited(&self) -> Vec<&str>;
}

/// A report with what made it, as JSON gives it.
#[derive(Debug, Serialize)]
pub struct Envelope<'a, R> {
    pub schema: &'static str,
    pub program: Program,
    pub data: Edition,
    #[serde(flatten)]
    pub report: &'a R,
    /// Every publication that the report rests on.
    pub sources: Vec<Citation>,
}

/// The program that made a report.
#[derive(Debug, Serialize)]
pub struct Program {
    pub name: &'static str,
    pub version: &'static str,
}

impl Program {
    /// This program.
    pub const THIS: Self = Self {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
    };
}

/// The data a report is made from.
#[derive(Debug, Clone, Serialize)]
pub struct Edition {
    /// The day on which the data was last gone through as a whole.
    pub edition: Option<String>,
}

impl Edition {
    /// The edition of a catalog's data.
    pub fn of(catalog: &Catalog) -> Self {
        Self {
            edition: catalog.edition().map(|date| date.to_string()),
        }
    }
}

/// Wraps a report in its envelope.
pub fn envelope<'a, R: Report>(report: &'a R, catalog: &Catalog) -> Result<Envelope<'a, R>> {
    Ok(Envelope {
        schema: R::SCHEMA,
        program: Program::THIS,
        data: Edition::of(catalog),
        report,
        sources: citations(catalog, report.cited())?,
    })
}

/// The page of a report, with every publication that it cites.
pub fn cited_page<'a, R: Report>(report: &'a R, catalog: &Catalog) -> Result<Cited<'a>> {
    let page = report.page();
    let sources = citations(catalog, page.cited().collect())?;
    let codes: BTreeSet<_> = page
        .cited()
        .filter_map(|citation| located(citation).1)
        .collect();
    let named = codes
        .into_iter()
        .map(|code| Ok((code.to_owned(), catalog.onet_title(code)?)));
    let occupations = named.collect::<Result<_>>()?;
    Ok(Cited {
        page,
        sources,
        occupations,
    })
}

/// Looks publications up, each once, in the order of first mention.
fn citations(catalog: &Catalog, ids: Vec<&str>) -> Result<Vec<Citation>> {
    let mut seen = BTreeSet::new();
    let ids = ids
        .into_iter()
        .map(|citation| located(citation).0)
        .filter(|id| seen.insert(*id));
    ids.map(|id| catalog.source(id).map(Citation::from))
        .collect()
}

/// The edition of a publication, or its date, as people write it; none where it is undated.
pub fn date_or_edition(source: &Citation) -> Option<String> {
    let text = source.edition.as_deref().or(source.date.as_deref())?;
    Some(
        crate::model::Edition::parse(text)
            .map_or_else(|| text.to_owned(), |edition| edition.to_string()),
    )
}
