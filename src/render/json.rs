//! JSON: the report as it is. JSON Lines: one record an entry.

use crate::report::{Envelope, Figure, Page, Report};
use serde::Serialize;

/// The report in its envelope, on one line or indented.
pub fn draw<R: Report>(envelope: &Envelope<'_, R>, indent: bool) -> serde_json::Result<String> {
    let mut text = if indent {
        serde_json::to_string_pretty(envelope)?
    } else {
        serde_json::to_string(envelope)?
    };
    text.push('\n');
    Ok(text)
}

/// One entry of a page as a line of its own.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    section: &'a str,
    item: &'a str,
    subject: &'a str,
    text: &'a str,
    figure: Option<&'a Figure>,
    sources: Vec<&'a str>,
}

/// Every entry of the page as a line of JSON.
pub fn draw_lines(page: &Page) -> serde_json::Result<String> {
    let mut text = String::new();
    for record in page.records() {
        let line = Line {
            schema: "roles/record/1",
            section: record.section,
            item: record.item,
            subject: record.subject,
            text: &record.entry.text,
            figure: record.entry.figure.as_ref(),
            sources: record.entry.cites().collect(),
        };
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    Ok(text)
}
