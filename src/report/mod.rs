//! The report room: what a command found, as types that serialise. This is the JSON contract.
//!
//! Every report can also be laid out as a [`Page`], which is all that the other formats draw.

pub mod age;
pub mod certs;
pub mod check;
pub mod compare;
pub mod data;
pub mod fees;
pub mod figure;
pub mod fit;
pub mod gap;
pub mod history;
pub mod layers;
pub mod list;
pub mod page;
pub mod path;
pub mod pick;
pub mod picture;
pub mod profile;
#[cfg(test)]
mod schema;
pub mod schemas;
pub mod search;
pub mod section;
mod sections;
mod sentence;
pub mod show;
pub mod sources;
pub mod stops;

pub use figure::{Figure, Unit};
pub use layers::LayerUse;
pub use page::{Cell, Citation, Cited, Column, Entry, Page, Row, Section, Subjects, Tone};

use crate::catalog::{Catalog, Result};
use crate::model::Reference;
use serde::Serialize;
use std::collections::BTreeSet;

/// A role by id and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Named {
    /// What commands know it by.
    pub id: String,
    /// What people call it.
    pub title: String,
}

/// What a command found.
pub trait Report: Serialize {
    /// The name and version of its JSON form: `roles/compare/1`. Within a version it only grows.
    const SCHEMA: &'static str;

    /// Whether the rows of its sections run over time, the newest last.
    const IS_SERIES: bool = false;

    /// The same, laid out for the formats that are not JSON, with the publications it cites left out.
    fn page(&self) -> Page<'_>;

    /// Fields that it has, and that its page leaves out because nothing is to be seen in them.
    fn left_out(&self) -> Vec<String> {
        Vec::new()
    }

    /// The ids of what the report is about, in its order, for other commands to take; repeats do no harm.
    fn names(&self) -> Vec<&str>;

    /// The ids of the publications that the report rests on; repeats do no harm.
    fn cited(&self) -> Vec<&str>;
}

/// A report with what made it, as JSON gives it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Envelope<'a, R> {
    pub schema: &'static str,
    /// What made it.
    pub program: Program,
    /// What it was made from.
    pub data: Edition,
    /// The layers of the user's own data, with what was taken from each; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub layers: Vec<LayerUse>,
    #[serde(flatten)]
    pub report: &'a R,
    /// Every publication that the report rests on.
    pub sources: Vec<Citation>,
}

/// The program that made a report.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// Its version.
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
    let sources = cited(catalog, &distinct(report.cited()))?;
    Ok(Envelope {
        schema: R::SCHEMA,
        program: Program::THIS,
        data: Edition::of(catalog),
        // All that is taken has been taken now.
        layers: layers::layers(catalog),
        report,
        sources,
    })
}

/// The page of a report, with every publication that it cites.
pub fn cited_page<'a, R: Report>(report: &'a R, catalog: &Catalog) -> Result<Cited<'a>> {
    cite(report.page(), catalog)
}

/// A page with every publication that it cites.
pub fn cite<'a>(mut page: Page<'a>, catalog: &Catalog) -> Result<Cited<'a>> {
    let citations = distinct(page.cited());
    let sources = cited(catalog, &citations)?;
    let codes: BTreeSet<_> = citations
        .into_iter()
        .filter_map(|citation| Reference::of(citation).occupation)
        .collect();
    let named = codes
        .into_iter()
        .map(|code| Ok((code.to_owned(), catalog.onet_title(code)?)));
    let occupations = named.collect::<Result<_>>()?;
    let layers = layers::layers(catalog);
    page.remarks
        .extend(layers.iter().filter_map(layers::sentence));
    Ok(Cited {
        page,
        sources,
        occupations,
        layers,
    })
}

/// Citations, each once, in the order of first mention.
fn distinct<'c>(citations: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    let mut seen = BTreeSet::new();
    citations
        .into_iter()
        .filter(|citation| seen.insert(*citation))
        .collect()
}

/// Looks up the publications that are cited, each once, in the order of first mention.
fn cited(catalog: &Catalog, citations: &[&str]) -> Result<Vec<Citation>> {
    let sources = citations
        .iter()
        .map(|citation| Reference::of(citation).source);
    let sources = distinct(sources).into_iter();
    sources.map(|id| citation(catalog, id)).collect()
}

/// Looks a publication up.
fn citation(catalog: &Catalog, id: &str) -> Result<Citation> {
    let layer = catalog.layer_of_source(id);
    Ok(Citation {
        layer: layer.map(|layer| layer.name.clone()),
        ..Citation::from(catalog.source(id)?)
    })
}

/// The edition of a publication, or its date, as people write it; none where it is undated.
pub fn date_or_edition(source: &Citation) -> Option<String> {
    let text = source.edition.as_deref().or(source.date.as_deref())?;
    Some(
        crate::model::Edition::parse(text)
            .map_or_else(|| text.to_owned(), |edition| edition.to_string()),
    )
}
