//! The render room: a report drawn as text for one medium or another. Knows no role.

mod ascii;
pub mod check;
mod csv;
mod graph;
mod inert;
mod json;
mod markdown;
mod notes;
mod paint;
mod picture;
mod sentences;
mod style;
mod terminal;
mod wrap;

pub use ascii::Glyphs;
pub use inert::inert;
pub use style::{Meaning, styled};

use crate::catalog::{self, Catalog};
use crate::report::{Report, cited_page, envelope};
use std::fmt;
use std::mem::ManuallyDrop;

/// The formats that every command can answer in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Table,
    Json,
    Jsonl,
    Csv,
    Markdown,
    /// A graph for issue trackers; only for what is one.
    Mermaid,
    /// A graph for Graphviz; only for what is one.
    Dot,
    /// A log for code scanning; only for findings in texts.
    Sarif,
    /// Annotations on a pull request; only for findings in texts.
    Github,
}

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
pub struct Settings {
    pub format: Format,
    /// Columns of text that a line may take; only tables heed it.
    pub width: usize,
    /// Whether escape codes may be used.
    pub color: bool,
    /// Whether JSON is indented, as a person at a terminal would have it.
    pub indent: bool,
    /// How text is laid out; only tables heed it, and what follows.
    pub layout: Layout,
    pub glyphs: Glyphs,
    /// Whether figures are drawn as pictures too.
    pub pictures: bool,
}

impl Default for Settings {
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
        }
    }
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
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(why) => write!(f, "the answer cannot be written: {why}"),
            Self::NoGraph => f.write_str("this answer is not a graph"),
            Self::NoFindings => f.write_str("this answer has no findings in texts"),
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
        Format::Table if settings.layout == Layout::Sentences => {
            Ok(sentences::draw(&page, settings))
        }
        Format::Table => Ok(terminal::draw(&page, settings)),
        Format::Markdown => Ok(markdown::draw(&page)),
        Format::Jsonl | Format::Json => Ok(json::draw_lines(&page.page)?),
        Format::Csv => Ok(csv::draw(&page)?),
        Format::Mermaid => Ok(graph::mermaid(graph()?)),
        Format::Dot => Ok(graph::dot(graph()?)),
        Format::Sarif | Format::Github => Err(Error::NoFindings),
    }
}
