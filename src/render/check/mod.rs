//! Findings in texts, drawn one by one as they come.
//!
//! A format is one file with one [`Sink`].

mod csv;
mod github;
mod jsonl;
mod sarif;
mod snippet;
mod spoken;
mod table;
mod whole;

use super::{Error, Format, Layout, Settings};
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
    settings: Settings,
    catalog: &'s Catalog,
    out: &'s mut dyn Write,
) -> Result<Box<dyn Sink + 's>, Error> {
    Ok(match settings.format {
        Format::Table if settings.layout == Layout::Sentences => {
            Box::new(spoken::Sentences::new(settings, out))
        }
        Format::Table => Box::new(table::Snippets::new(settings, out)),
        Format::Json | Format::Markdown => Box::new(whole::Whole::new(settings, catalog, out)),
        Format::Jsonl => Box::new(jsonl::Lines::new(out)),
        Format::Csv => Box::new(csv::Rows::new(out)),
        Format::Sarif => Box::new(sarif::Log::new(out, settings.indent)),
        Format::Github => Box::new(github::Commands(out)),
        Format::Mermaid | Format::Dot => return Err(Error::NoGraph),
    })
}
