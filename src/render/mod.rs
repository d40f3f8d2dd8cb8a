//! The render room: a report drawn as text for one medium or another. Knows no role.

mod ascii;
pub mod check;
mod csv;
mod error;
mod escape;
mod fields;
mod format;
mod graph;
mod html;
mod inert;
mod json;
mod markdown;
mod names;
mod notes;
mod paint;
mod picture;
mod rows;
mod scale;
mod sentences;
mod shared;
mod style;
mod terminal;
mod wrap;

pub use ascii::Glyphs;
pub use csv::HEADER as COLUMNS;
pub use error::Error;
pub use format::{Fields, Format};
pub use inert::inert;
#[cfg(test)]
pub use json::Line as Record;
pub use style::{Meaning, styled};
pub use wrap::{Word, width, wrap_words};

use rows::Delimiter;

use crate::catalog::Catalog;
use crate::report::{Edition, Page, Report, cite, envelope};
use std::mem::ManuallyDrop;

/// How text for people is laid out; other formats have but one layout.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Columns while each has room to be read, else one thing below the other.
    #[default]
    Auto,
    /// Columns as long as they can be drawn at all.
    Table,
    /// One thing below the other.
    Stacked,
    /// Whole sentences, to be read aloud.
    Sentences,
}

/// How an answer is drawn. Everything is decided before drawing begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings<'a> {
    pub format: Format,
    /// Columns of text that a line may take; only tables heed it.
    pub width: usize,
    /// Whether escape codes may be used.
    pub color: bool,
    /// Whether JSON is indented, as a person at a terminal would have it.
    pub indent: bool,
    /// The columns that are wanted, in their order; none means all.
    pub fields: &'a [String],
    /// How text is laid out; only tables heed it, and what follows.
    pub layout: Layout,
    pub glyphs: Glyphs,
    /// Whether figures are drawn as pictures too.
    pub pictures: bool,
}

impl Default for Settings<'_> {
    /// A table of a hundred columns without colours.
    fn default() -> Self {
        Self {
            format: Format::Table,
            width: 100,
            color: false,
            indent: false,
            layout: Layout::Auto,
            glyphs: Glyphs::Unicode,
            pictures: true,
            fields: &[],
        }
    }
}

/// The page of a report, cut down to the columns and rows that are asked for where these are fields.
pub fn page<'a, R: Report>(report: &'a R, settings: Settings) -> Result<Page<'a>, Error> {
    let mut page = report.page();
    match settings.format.fields() {
        _ if settings.fields.is_empty() => {}
        Fields::OfPage => page.pick(settings.fields, &report.left_out(), fields::is_named)?,
        Fields::OfRecords => {}
        Fields::None => return Err(Error::NoFields("table, markdown, csv, tsv and jsonl")),
    }
    Ok(page)
}

/// Draws a report. The text ends with a line break.
pub fn draw<R: Report>(report: &R, catalog: &Catalog, settings: Settings) -> Result<String, Error> {
    let fields = settings.fields;
    let whole = fields.is_empty();
    match settings.format {
        Format::Json if whole => {
            return Ok(json::draw(&envelope(report, catalog)?, settings.indent)?);
        }
        Format::Names if whole => return Ok(names::draw(&report.names())),
        _ => {}
    }
    let page = page(report, settings)?;
    // The process ends when the answer is written; taking a page apart first would only cost time.
    let page = ManuallyDrop::new(cite(page, catalog)?);
    let graph = || page.page.graph.as_ref().ok_or(Error::NoGraph);
    match settings.format {
        Format::Table if settings.layout == Layout::Sentences => {
            Ok(sentences::draw(&page, settings))
        }
        Format::Table => Ok(terminal::draw(&page, settings)),
        Format::Markdown => Ok(markdown::draw(&page)),
        Format::Jsonl if !whole => csv::draw_lines(&page, fields),
        Format::Jsonl | Format::Json | Format::Names => Ok(json::draw_lines(&page)?),
        Format::Csv => csv::draw(&page, Delimiter::Comma, fields),
        Format::Tsv => csv::draw(&page, Delimiter::Tab, fields),
        Format::Html => Ok(html::draw(&page, &Edition::of(catalog))),
        Format::Mermaid => Ok(graph::mermaid(graph()?)),
        Format::Dot => Ok(graph::dot(graph()?)),
        Format::Sarif | Format::Github => Err(Error::NoFindings),
    }
}
