//! The render room: a report drawn as text for one medium or another. Knows no role.

pub mod check;
mod columns;
mod csv;
mod graph;
mod grid;
mod html;
mod inert;
mod json;
mod markdown;
mod notes;
mod table;
mod terminal;
mod wrap;

pub use inert::inert;

use crate::catalog::{self, Catalog};
use crate::report::{Edition, Report, cited_page, envelope};
use std::fmt;
use std::mem::ManuallyDrop;

/// The formats that every command can answer in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Table,
    Json,
    Jsonl,
    Csv,
    Markdown,
    /// One page for a browser and for paper.
    Html,
    /// A graph for issue trackers; only for what is one.
    Mermaid,
    /// A graph for Graphviz; only for what is one.
    Dot,
    /// A log for code scanning; only for findings in texts.
    Sarif,
    /// Annotations on a pull request; only for findings in texts.
    Github,
}

/// How an answer is drawn. Everything is decided before drawing begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    pub format: Format,
    /// Columns of text that a line may take; only tables heed it.
    pub width: usize,
    /// Whether escape codes may be used.
    pub color: bool,
    /// Whether JSON is indented, as a person at a terminal would have it.
    pub indent: bool,
}

/// Why a report could not be drawn.
#[derive(Debug)]
pub enum Error {
    /// It could not be written in the format.
    Failed(String),
    /// The format draws graphs, and the report is not one.
    NoGraph,
    /// The format is for findings in texts, and the report has none.
    NoFindings,
    /// The format is for a whole page, and findings come one by one.
    NoPage,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(why) => write!(f, "the answer cannot be written: {why}"),
            Self::NoGraph => f.write_str("this answer is not a graph"),
            Self::NoFindings => f.write_str("this answer has no findings in texts"),
            Self::NoPage => f.write_str("findings in texts are no hand-out"),
        }
    }
}

impl std::error::Error for Error {}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<::csv::Error> for Error {
    fn from(error: ::csv::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<catalog::Error> for Error {
    fn from(error: catalog::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Draws a report. The text ends with a line break.
pub fn draw<R: Report>(report: &R, catalog: &Catalog, settings: Settings) -> Result<String, Error> {
    if settings.format == Format::Json {
        return Ok(json::draw(&envelope(report, catalog)?, settings.indent)?);
    }
    // The process ends when the answer is written; taking a page apart first would only cost time.
    let page = ManuallyDrop::new(cited_page(report, catalog)?);
    let graph = || page.page.graph.as_ref().ok_or(Error::NoGraph);
    match settings.format {
        Format::Table => Ok(terminal::draw(&page, settings.width, settings.color)),
        Format::Markdown => Ok(markdown::draw(&page)),
        Format::Html => Ok(html::draw(&page, &Edition::of(catalog))),
        Format::Jsonl | Format::Json => Ok(json::draw_lines(&page.page)?),
        Format::Csv => Ok(csv::draw(&page)?),
        Format::Mermaid => Ok(graph::mermaid(graph()?)),
        Format::Dot => Ok(graph::dot(graph()?)),
        Format::Sarif | Format::Github => Err(Error::NoFindings),
    }
}
