//! JSON Lines: a line for each finding, handed over at once.

use super::Sink;
use crate::report::check::{Finding, Summary};
use serde::Serialize;
use std::io::{self, Write};

/// Writes a line for each finding.
pub struct Lines<'s> {
    out: &'s mut dyn Write,
    line: Vec<u8>,
}

/// A finding as a line of its own.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    finding: &'a Finding,
}

impl<'s> Lines<'s> {
    pub fn new(out: &'s mut dyn Write) -> Self {
        let line = Vec::new();
        Self { out, line }
    }
}

impl Sink for Lines<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        let line = Line {
            schema: "roles/finding/1",
            finding: &finding,
        };
        self.line.clear();
        serde_json::to_writer(&mut self.line, &line)?;
        self.line.push(b'\n');
        self.out.write_all(&self.line)?;
        self.out.flush()
    }

    fn finish(&mut self, _summary: Summary) -> io::Result<()> {
        self.out.flush()
    }
}
