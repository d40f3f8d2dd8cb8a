//! Findings in texts, drawn one by one as they come.
//!
//! A format is one file with one [`Sink`]; what the ordinary drawing draws of all findings together is collected first.

mod collected;
mod csv;
mod github;
mod jsonl;
mod names;
mod sarif;
mod snippet;
mod spoken;
mod table;

pub use csv::HEADER as COLUMNS;
#[cfg(test)]
pub use jsonl::Line as FindingLine;

use super::rows::Delimiter;
use super::{Error, Fields, Format, Layout, Settings};
use crate::catalog::Catalog;
use crate::report::check::{Finding, Summary};
use std::io::{self, Write};

/// What takes findings and draws them.
pub trait Sink {
    /// Takes the next finding; findings come in the order of the files and of their texts.
    fn finding(&mut self, finding: Finding) -> io::Result<()>;

    /// Ends what is drawn, once all findings have come, and hands everything over to who reads it.
    fn finish(&mut self, summary: Summary) -> io::Result<()>;
}

/// The sink of a format.
pub fn sink<'s>(
    settings: Settings<'s>,
    catalog: &'s Catalog,
    out: &'s mut dyn Write,
) -> Result<Box<dyn Sink + 's>, Error> {
    let fields = settings.fields;
    if !fields.is_empty() && settings.format.fields() != Fields::OfRecords {
        return Err(Error::NoFields("csv, tsv and jsonl"));
    }
    Ok(match settings.format {
        Format::Table if settings.layout == Layout::Sentences => {
            Box::new(spoken::Sentences::new(settings, catalog, out))
        }
        Format::Table => Box::new(table::Snippets::new(settings, catalog, out)),
        Format::Json | Format::Markdown => {
            Box::new(collected::Collected::new(settings, catalog, out))
        }
        Format::Jsonl => Box::new(jsonl::Lines::new(out, fields)?),
        Format::Csv => Box::new(csv::Table::new(Delimiter::Comma, out, fields)?),
        Format::Tsv => Box::new(csv::Table::new(Delimiter::Tab, out, fields)?),
        Format::Names => Box::new(names::Names::new(out)),
        Format::Sarif => Box::new(sarif::Log::new(out, settings.indent)),
        Format::Github => Box::new(github::Commands(out)),
        Format::Mermaid | Format::Dot => return Err(Error::NoGraph),
        Format::Html => return Err(Error::NoPage),
    })
}
