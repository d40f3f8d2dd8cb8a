//! Where all that is said of the texts comes together: findings go to the sink, complaints to whoever runs this.

use crate::catalog;
use crate::cli::Output;
use crate::commands::{Failure, Outcome, complain, complaint_color};
use crate::render::check::Sink;
use crate::render::inert;
use crate::report::age::Aged;
use crate::report::check::{Checked, Finding, Summary, Unreadable, spoken};
use std::io::{self, Write};
use std::ops::ControlFlow;

/// Something that is said while texts are checked.
#[derive(Debug)]
pub enum Said {
    Finding(Box<Finding>),
    /// Something to put right that does not keep a file from being checked.
    Warning(String),
    /// A file that cannot be read, or not to its end, and what can be done.
    Unreadable(Unreadable, String),
    /// A text has been checked in which there was something to say.
    Pause,
    /// How much has been checked.
    Checked(Checked),
    /// The catalog itself failed.
    Broken(catalog::Error),
}

/// Hears what is said; says whether to go on.
pub type Hear<'h> = dyn FnMut(Said) -> ControlFlow<()> + 'h;

/// Takes what is said, in order.
pub struct Desk<'d> {
    sink: Box<dyn Sink + 'd>,
    complaints: &'d mut dyn Write,
    output: &'d Output,
    summary: Summary,
    /// The most findings that are wanted.
    limit: Option<u64>,
    /// The figures to hold against a text that are older than they may be, where that is asked.
    aged: Option<Aged>,
    /// Why the work ended before its end, if it did.
    ended: Option<Result<Outcome, Failure>>,
}

impl<'d> Desk<'d> {
    pub fn new(
        sink: Box<dyn Sink + 'd>,
        (complaints, output): (&'d mut dyn Write, &'d Output),
        limit: Option<u64>,
        aged: Option<Aged>,
    ) -> Self {
        Self {
            sink,
            complaints,
            output,
            limit,
            aged,
            summary: Summary::default(),
            ended: None,
        }
    }

    /// Passes on what is said. The work should end where nobody reads on, or enough is found.
    pub fn hear(&mut self, said: Said) -> ControlFlow<()> {
        match said {
            Said::Finding(finding) => {
                self.summary.count(&finding);
                if let Some(aged) = &mut self.aged {
                    aged.look_at(&finding);
                }
                if let Err(error) = self.sink.finding(*finding) {
                    return self.end(Outcome::of_write(&error));
                }
                if Some(self.summary.findings()) == self.limit {
                    self.summary.stopped_early = true;
                    return ControlFlow::Break(());
                }
            }
            Said::Warning(warning) => self.complain(&format!("warning: {}", inert(&warning))),
            Said::Unreadable(what, hint) => {
                let message = format!("{}: {}", spoken(&what.file), what.reason);
                let color = complaint_color(self.output.color);
                self.complain(&Failure::new(message, hint).told(color));
                self.summary.unreadable.push(what);
            }
            Said::Pause => {}
            Said::Checked(more) => self.summary.checked.add(more),
            Said::Broken(error) => return self.end(Err(error.into())),
        }
        ControlFlow::Continue(())
    }

    fn complain(&mut self, complaint: &str) {
        // Where standard error is closed there is nowhere left to say so.
        let _ = writeln!(self.complaints, "{complaint}");
    }

    fn end(&mut self, how: Result<Outcome, Failure>) -> ControlFlow<()> {
        self.ended = Some(how);
        ControlFlow::Break(())
    }

    /// Ends the answer, and says how the run ended.
    pub fn close(mut self) -> Result<Outcome, Failure> {
        if let Some(ended) = self.ended {
            return ended;
        }
        let outcome = match &self.summary {
            summary if summary.is_incomplete() => Outcome::Incomplete,
            summary if summary.findings() > 0 => Outcome::No,
            _ => Outcome::Done,
        };
        let finished: io::Result<()> = self.sink.finish(self.summary);
        if let Err(error) = finished {
            return Outcome::of_write(&error);
        }
        // There are findings where there are such figures, so the status is what it is.
        complain(
            &self.aged.map_or_else(Vec::new, |aged| aged.lines()),
            self.complaints,
        );
        Ok(outcome)
    }
}
