//! JSON: the report as it is. JSON Lines: one record an entry.

use super::escape;
use crate::report::{Cited, Envelope, Figure, Report};
use serde::Serialize;

/// The report in its envelope, on one line or indented.
pub fn draw<R: Report>(envelope: &Envelope<'_, R>, indent: bool) -> serde_json::Result<String> {
    let mut json = escape::document(envelope, indent)?;
    json.push('\n');
    Ok(json)
}

/// One entry of a page as a line of its own.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Line<'a> {
    schema: &'static str,
    /// Which section it stands in: `pay`.
    section: &'a str,
    /// Which row of it: `median`.
    item: &'a str,
    /// What it is about: the id of a role, a certification or a source; in a history the period.
    subject: &'a str,
    /// The entry in words.
    text: &'a str,
    /// The figure that the words give; null where they give none.
    figure: Option<&'a Figure>,
    /// The ids of all publications it rests on.
    sources: Vec<&'a str>,
    /// The layer of the user's own data that it stands in.
    layer: Option<&'a str>,
}

/// Every entry of a page as a line of JSON.
pub fn draw_lines(cited: &Cited<'_>) -> serde_json::Result<String> {
    let mut text = String::new();
    for record in cited.page.records() {
        let line = Line {
            schema: "roles/record/1",
            section: record.section,
            item: record.item,
            subject: record.subject,
            text: &record.entry.text,
            figure: record.entry.figure.as_ref(),
            sources: record.entry.cites().collect(),
            layer: cited.layer(&record),
        };
        text.push_str(&escape::line(&line)?);
        text.push('\n');
    }
    Ok(text)
}
