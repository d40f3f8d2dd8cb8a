//! JSON Lines: a line for each finding, handed over at once.

use super::Sink;
use super::csv::{HEADER, values};
use crate::render::fields::Choice;
use crate::render::{Error, escape};
use crate::report::check::{Finding, Summary};
use serde::Serialize;
use std::io::{self, Write};

/// Writes a line for each finding.
pub struct Lines<'s> {
    out: &'s mut dyn Write,
    /// The columns that are wanted, where any are named: a line is flat then.
    choice: Option<Choice>,
}

/// A finding as a line of its own.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    finding: &'a Finding,
}

impl<'s> Lines<'s> {
    pub fn new(out: &'s mut dyn Write, fields: &[String]) -> Result<Self, Error> {
        let choice = (!fields.is_empty()).then(|| Choice::of(&HEADER, fields));
        Ok(Self {
            out,
            choice: choice.transpose()?,
        })
    }
}

impl Sink for Lines<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        let line = Line {
            schema: "roles/finding/1",
            finding: &finding,
        };
        let mut json = match &self.choice {
            None => escape::line(&line)?,
            Some(choice) => choice.object(&values(&finding))?,
        };
        json.push('\n');
        self.out.write_all(json.as_bytes())?;
        self.out.flush()
    }

    fn finish(&mut self, _summary: Summary) -> io::Result<()> {
        self.out.flush()
    }
}
