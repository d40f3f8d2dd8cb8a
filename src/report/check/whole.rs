//! All findings with what was checked, as one report.

use super::{Finding, Summary};
use crate::report::Report;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use serde::Serialize;

/// What texts say that the data contradicts.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Check {
    #[serde(flatten)]
    pub summary: Summary,
    /// In the order of the files and of their texts.
    pub findings: Vec<Finding>,
}

impl Report for Check {
    const SCHEMA: &'static str = "roles/check/1";

    /// A table a file.
    fn page(&self) -> Page<'_> {
        let files = self.findings.chunk_by(|a, b| a.file == b.file);
        let unreadable = self.summary.unreadable.iter();
        let unreadable =
            unreadable.map(|what| format!("Not checked: {}: {}.", what.file, what.reason));
        Page {
            title: "What the texts say, and what the data says".to_owned(),
            lead: vec![self.summary.sentence()],
            sections: files.map(section).collect(),
            remarks: unreadable.collect(),
            graph: None,
        }
    }

    fn names(&self) -> Vec<&str> {
        self.findings
            .iter()
            .map(|finding| finding.file.as_str())
            .collect()
    }

    fn cited(&self) -> Vec<&str> {
        let sources = self.findings.iter().flat_map(|finding| &finding.sources);
        sources.map(String::as_str).collect()
    }
}

/// The findings of one file.
fn section(findings: &[Finding]) -> Section<'_> {
    let file = findings.first().map(|finding| finding.file.clone());
    Section {
        picture: None,
        id: "findings".to_owned(),
        title: file.unwrap_or_default(),
        subjects: Subjects::Rows,
        columns: Column::all(&[
            ("rule", "Rule", 0),
            ("claims", "The text", 0),
            ("data", "The data", 0),
            ("instead", "Instead", 0),
        ]),
        rows: findings.iter().map(row).collect(),
    }
}

fn row(finding: &Finding) -> Row<'_> {
    let plain = |text: String| Cell::one(Entry::plain(text));
    let doubt = if finding.certain { "" } else { " (uncertain)" };
    let sources = finding.sources.as_slice();
    Row::alone(
        finding.rule.to_owned(),
        finding.standing(),
        vec![
            plain(format!("{}{doubt}", finding.rule)),
            plain(finding.claims.clone()),
            Cell::one(Entry::cited(finding.data.as_str(), sources)),
            plain(finding.instead.clone()),
        ],
    )
}
