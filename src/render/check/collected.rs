//! Formats that need all findings before they can be drawn: JSON and Markdown.

use super::Sink;
use crate::catalog::Catalog;
use crate::render::{Settings, draw};
use crate::report::check::{Check, Finding, Summary};
use std::io::{self, Write};

/// Keeps findings, and draws them as one report.
pub struct Collected<'s> {
    settings: Settings<'s>,
    catalog: &'s Catalog,
    out: &'s mut dyn Write,
    findings: Vec<Finding>,
}

impl<'s> Collected<'s> {
    pub fn new(settings: Settings<'s>, catalog: &'s Catalog, out: &'s mut dyn Write) -> Self {
        Self {
            settings,
            catalog,
            out,
            findings: Vec::new(),
        }
    }
}

impl Sink for Collected<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        self.findings.push(finding);
        Ok(())
    }

    fn finish(&mut self, summary: Summary) -> io::Result<()> {
        let findings = std::mem::take(&mut self.findings);
        let report = Check { summary, findings };
        let text = draw(&report, self.catalog, self.settings).map_err(io::Error::other)?;
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}
