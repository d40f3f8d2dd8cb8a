//! The render room: a report drawn as text for one medium or another. Knows no role.

mod csv;
mod json;
mod markdown;
mod notes;
mod table;
mod terminal;

use crate::catalog::Catalog;
use crate::report::Report;
use std::fmt;

/// The formats that every command can answer in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Table,
    Json,
    Jsonl,
    Csv,
    Markdown,
}

/// How an answer is drawn. Everything is decided before drawing begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    pub format: Format,
    /// Columns of text that a line may take; only tables heed it.
    pub width: usize,
    /// Whether escape codes may be used.
    pub color: bool,
}

/// Why a report could not be drawn.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer cannot be written: {}", self.0)
    }
}

impl std::error::Error for Error {}

/// Draws a report. The text ends with a line break.
pub fn draw<R: Report>(report: &R, catalog: &Catalog, settings: Settings) -> Result<String, Error> {
    let page = report.page();
    match settings.format {
        Format::Table => Ok(terminal::draw(page, settings.width, settings.color)),
        Format::Markdown => Ok(markdown::draw(page)),
        Format::Json => json::draw(report, catalog).map_err(|error| Error(error.to_string())),
        Format::Jsonl => json::draw_lines(page).map_err(|error| Error(error.to_string())),
        Format::Csv => csv::draw(page).map_err(|error| Error(error.to_string())),
    }
}
