//! The long form: one row an entry, with its figure and its sources. In CSV, TSV, or as flat JSON Lines.

use super::Error;
use super::fields::{Choice, Value};
use super::rows::{Delimiter, Rows};
use crate::model::Label;
use crate::report::{Cited, page::Record};

/// The columns, which are the same for every command. New ones are only ever added at the end.
pub const HEADER: [&str; 15] = [
    "section",
    "item",
    "subject",
    "text",
    "value",
    "unit",
    "status",
    "period",
    "area",
    "occupation",
    "occupation_title",
    "fit",
    "source",
    "address",
    "layer",
];

/// What stands in the columns for one entry. Several sources are joined by a semicolon and a space.
fn values<'v>(record: &Record<'v, '_>, cited: &'v Cited<'_>) -> [Value<'v>; HEADER.len()] {
    let figure = record.entry.figure.as_ref();
    let origin = figure.map(|figure| &figure.origin);
    let sources: Vec<_> = record.entry.cites().collect();
    let addresses: Vec<_> = sources
        .iter()
        .filter_map(|id| cited.source(id))
        .map(|source| source.address.as_str())
        .collect();
    [
        Value::text(Some(record.section)),
        Value::text(Some(record.item)),
        Value::text(Some(record.subject)),
        Value::text(Some(&record.entry.text)),
        figure
            .and_then(|figure| figure.value)
            .map_or(Value::Missing, Value::Number),
        Value::text(figure.map(|figure| figure.unit.key())),
        Value::text(figure.map(|figure| figure.status)),
        Value::text(origin.and_then(|origin| origin.period.as_deref())),
        Value::text(origin.and_then(|origin| origin.area.as_deref())),
        Value::text(origin.and_then(|origin| origin.occupation.as_deref())),
        Value::text(origin.and_then(|origin| origin.occupation_title.as_deref())),
        Value::text(origin.and_then(|origin| origin.fit).map(Label::key)),
        Value::list(&sources),
        Value::list(&addresses),
        Value::text(cited.layer(record)),
    ]
}

/// The page as rows below a header, with the columns that are asked for.
pub fn draw(cited: &Cited<'_>, delimiter: Delimiter, fields: &[String]) -> Result<String, Error> {
    let choice = Choice::of(&HEADER, fields)?;
    let mut bytes = Vec::new();
    let mut rows = Rows::new(delimiter, &mut bytes);
    rows.head(choice.names())?;
    for record in cited.page.records() {
        rows.row(choice.pick(&values(&record, cited)))?;
    }
    rows.flush()?;
    drop(rows);
    // Every cell came from a string.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The page as flat JSON objects, one a line, with the columns that are asked for.
pub fn draw_lines(cited: &Cited<'_>, fields: &[String]) -> Result<String, Error> {
    let choice = Choice::of(&HEADER, fields)?;
    let mut text = String::new();
    for record in cited.page.records() {
        text.push_str(&choice.object(&values(&record, cited))?);
        text.push('\n');
    }
    Ok(text)
}
