//! The files that have findings, one a line, as `grep -l` gives them.

use super::Sink;
use crate::render::inert::visible;
use crate::report::check::{Finding, Summary};
use std::io::{self, Write};

/// Writes the name of each file once, at its first finding.
pub struct Names<'s> {
    out: &'s mut dyn Write,
    last: Option<String>,
}

impl<'s> Names<'s> {
    pub fn new(out: &'s mut dyn Write) -> Self {
        let last = None;
        Self { out, last }
    }
}

impl Sink for Names<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        // The findings of a file come one after the other.
        if self.last.as_ref() == Some(&finding.file) {
            return Ok(());
        }
        writeln!(self.out, "{}", visible(&finding.file))?;
        self.last = Some(finding.file);
        self.out.flush()
    }

    fn finish(&mut self, _summary: Summary) -> io::Result<()> {
        self.out.flush()
    }
}
