//! CSV and TSV: a row for each finding.

use super::Sink;
use crate::render::Error;
use crate::render::fields::{Choice, Value};
use crate::render::rows::{Delimiter, Rows};
use crate::report::check::{Finding, Id, Summary};
use std::io::{self, Write};

/// The columns. New ones are only ever added at the end.
pub const HEADER: [&str; 15] = [
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
    "layer",
];

/// What stands in the columns for a finding.
pub fn values(finding: &Finding) -> [Value<'_>; HEADER.len()] {
    let record = finding.record.as_ref();
    let place = &finding.place;
    let foreign = |text| Value::Foreign(std::borrow::Cow::Borrowed(text));
    let sources: Vec<_> = finding.sources.iter().map(String::as_str).collect();
    [
        foreign(finding.file.as_str()),
        record.map_or(Value::Missing, |record| Value::Count(record.line)),
        match record.and_then(|record| record.id.as_ref()) {
            None => Value::Missing,
            Some(Id::Text(text)) => foreign(text),
            Some(Id::Number(number)) => Value::Json(number),
        },
        Value::Count(place.line),
        Value::Count(place.column),
        Value::Count(place.end_line),
        Value::Count(place.end_column),
        Value::text(Some(finding.rule)),
        Value::Flag(finding.certain),
        foreign(&finding.matched),
        foreign(&finding.claims),
        foreign(&finding.data),
        foreign(&finding.instead),
        Value::list(&sources),
        Value::text(finding.layer.as_deref()),
    ]
}

/// Writes a row for each finding.
pub struct Table<'s> {
    rows: Rows<&'s mut dyn Write>,
    choice: Choice,
    headed: bool,
}

impl<'s> Table<'s> {
    pub fn new(
        delimiter: Delimiter,
        out: &'s mut dyn Write,
        fields: &[String],
    ) -> Result<Self, Error> {
        Ok(Self {
            choice: Choice::of(&HEADER, fields)?,
            rows: Rows::new(delimiter, out),
            headed: false,
        })
    }

    fn head(&mut self) -> io::Result<()> {
        if !self.headed {
            self.headed = true;
            self.rows.head(self.choice.names())?;
        }
        Ok(())
    }
}

impl Sink for Table<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        self.head()?;
        self.rows.row(self.choice.pick(&values(&finding)))
    }

    fn finish(&mut self, _summary: Summary) -> io::Result<()> {
        self.head()?;
        self.rows.flush()
    }
}
