//! A page: sections of rows and cells, the one shape that every format but JSON draws.

mod cited;
mod entry;
mod graph;
mod section;

pub use cited::{Citation, Cited};
pub use entry::{Entry, Tone};
pub use graph::Graph;
pub use section::{Cell, Column, Row, Section, Subjects};

use serde::Serialize;

/// A report laid out.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Page<'a> {
    /// What the page is about, in a few words.
    pub title: String,
    /// Sentences before the tables; the first says the most.
    pub lead: Vec<String>,
    pub sections: Vec<Section<'a>>,
    /// Remarks after the tables that hold for all of it.
    pub remarks: Vec<String>,
    /// What the page shows as a graph, for the formats that draw one.
    #[serde(skip)]
    pub graph: Option<Graph>,
}

impl<'a> Page<'a> {
    /// The ids of the publications that the sections cite, in order, with repeats.
    pub fn cited(&self) -> impl Iterator<Item = &str> {
        let cells = self
            .sections
            .iter()
            .flat_map(|section| &section.rows)
            .flat_map(|row| &row.cells);
        cells.flat_map(|cell| &cell.entries).flat_map(Entry::cites)
    }

    /// Every entry with what it is about, row by row: the long form that CSV and JSON Lines give.
    pub fn records(&self) -> impl Iterator<Item = Record<'_, 'a>> {
        self.sectioned().map(|(_, record)| record)
    }

    /// The same, each with the section that it stands in.
    pub fn sectioned(&self) -> impl Iterator<Item = (&Section<'a>, Record<'_, 'a>)> {
        self.sections.iter().flat_map(|section| {
            section.rows.iter().flat_map(move |row| {
                section
                    .columns
                    .iter()
                    .zip(&row.cells)
                    .filter(|(column, _)| !column.drawn)
                    .flat_map(move |(column, cell)| {
                        let (subject, item) = match section.subjects {
                            Subjects::Columns => (column.id.as_str(), row.item.as_str()),
                            Subjects::Rows => (row.item.as_str(), column.id.as_str()),
                        };
                        cell.entries.iter().map(move |entry| {
                            let record = Record {
                                section: &section.id,
                                item,
                                subject,
                                entry,
                            };
                            (section, record)
                        })
                    })
            })
        })
    }
}

/// One entry with its coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Record<'r, 'a> {
    pub section: &'r str,
    pub item: &'r str,
    /// The role, certification, source or period it is about.
    pub subject: &'r str,
    pub entry: &'r Entry<'a>,
}
