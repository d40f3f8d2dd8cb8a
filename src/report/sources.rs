//! `roles sources`: what the figures rest on.

use super::page::{Cell, Citation, Column, Entry, Page, Row, Section, Subjects};
use super::{Report, citation, date_or_edition};
use crate::catalog::{Catalog, Result};
use crate::model::Label;
use serde::Serialize;

/// The publications that values rest on. The envelope's `sources` describes each.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Sources {
    /// The ids of what was asked for.
    pub listed: Vec<String>,
    #[serde(skip)]
    described: Vec<Citation>,
}

/// What is told of a publication. The details are kept for one that is asked for alone.
const ITEMS: &[(&str, &str, u8)] = &[
    ("title", "Title", 0),
    ("publisher", "Publisher", 3),
    ("kind", "Kind", 4),
    ("edition", "Edition or date", 0),
    ("licence", "Licence", 2),
    ("address", "Address", 1),
];
const DETAILS: &[(&str, &str, u8)] = &[("attribution", "Credit", 0), ("caution", "To know", 0)];

impl Sources {
    /// One publication, or all of them.
    pub fn of(catalog: &Catalog, id: Option<&str>) -> Result<Self> {
        let listed = match id {
            Some(id) => vec![id.to_owned()],
            None => catalog.source_ids()?,
        };
        let described = listed
            .iter()
            .map(|id| citation(catalog, id))
            .collect::<Result<_>>()?;
        Ok(Self { listed, described })
    }
}

fn item(source: &Citation, item: &str) -> Option<String> {
    match item {
        "title" => Some(source.title.clone()),
        "publisher" => Some(source.publisher.clone()),
        "kind" => Some(source.kind.label().to_owned()),
        "edition" => Some(date_or_edition(source).unwrap_or_else(|| "undated".to_owned())),
        "licence" => Some(source.licence.clone()),
        "address" => Some(source.address.clone()),
        "attribution" => source.attribution.clone(),
        _ => source.caution.clone(),
    }
}

/// One publication, item by item.
fn alone(source: &Citation) -> Section<'_> {
    let rows = ITEMS.iter().chain(DETAILS).filter_map(|(id, title, _)| {
        let text = item(source, id)?;
        Some(Row::single(*id, *title, Cell::one(Entry::plain(text))))
    });
    Section {
        picture: None,
        id: "sources".into(),
        title: "Source".into(),
        subjects: Subjects::Columns,
        columns: vec![Column::new(&source.id, &source.id)],
        rows: rows.collect(),
    }
}

/// All publications, one a row.
fn together(sources: &[Citation]) -> Section<'_> {
    let rows = sources.iter().map(|source| {
        let text = |id: &str| Cell::one(Entry::plain(item(source, id).unwrap_or_default()));
        let cells = ITEMS.iter().map(|(id, ..)| text(id)).collect();
        Row::alone(source.id.clone(), source.id.clone(), cells)
    });
    Section {
        picture: None,
        id: "sources".into(),
        title: "Source".into(),
        subjects: Subjects::Rows,
        columns: Column::all(ITEMS),
        rows: rows.collect(),
    }
}

impl Report for Sources {
    const SCHEMA: &'static str = "roles/sources/1";

    fn page(&self) -> Page<'_> {
        let (title, section) = match self.described.as_slice() {
            [one] => (one.title.clone(), alone(one)),
            many => (format!("{} sources", many.len()), together(many)),
        };
        Page {
            title,
            sections: vec![section],
            ..Page::default()
        }
    }

    fn names(&self) -> Vec<&str> {
        self.cited()
    }

    fn cited(&self) -> Vec<&str> {
        self.listed.iter().map(String::as_str).collect()
    }
}
