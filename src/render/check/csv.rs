//! CSV: a row for each finding.

use super::Sink;
use crate::render::csv::inert as unformulated;
use crate::render::inert::visible;
use crate::report::check::{Finding, Summary};
use std::io::{self, Write};

/// The header.
pub const HEADER: [&str; 14] = [
    "file",
    "record_line",
    "record_id",
    "line",
    "column",
    "end_line",
    "end_column",
    "rule",
    "certain",
    "match",
    "claims",
    "data",
    "instead",
    "sources",
];

/// Writes a row for each finding.
pub struct Rows<'s> {
    writer: csv::Writer<&'s mut dyn Write>,
    headed: bool,
}

impl<'s> Rows<'s> {
    pub fn new(out: &'s mut dyn Write) -> Self {
        let writer = csv::Writer::from_writer(out);
        Self {
            writer,
            headed: false,
        }
    }

    fn head(&mut self) -> io::Result<()> {
        if !self.headed {
            self.headed = true;
            self.writer.write_record(HEADER).map_err(plain)?;
        }
        Ok(())
    }
}

impl Sink for Rows<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        self.head()?;
        let record = finding.record.as_ref();
        let line = record.map(|record| record.line.to_string());
        let id = record.and_then(|record| record.id.as_ref());
        let id = id.map(ToString::to_string);
        let place = &finding.place;
        let cell = |text: &str| unformulated(&visible(text));
        let row = [
            cell(&finding.file),
            line.unwrap_or_default(),
            cell(&id.unwrap_or_default()),
            place.line.to_string(),
            place.column.to_string(),
            place.end_line.to_string(),
            place.end_column.to_string(),
            finding.rule.to_owned(),
            finding.certain.to_string(),
            cell(&finding.matched),
            cell(&finding.claims),
            cell(&finding.data),
            cell(&finding.instead),
            cell(&finding.sources.join("; ")),
        ];
        self.writer.write_record(row).map_err(plain)
    }

    fn finish(&mut self, _summary: Summary) -> io::Result<()> {
        self.head()?;
        self.writer.flush()
    }
}

/// The error of the pipe or the disk, if that is what it was.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
