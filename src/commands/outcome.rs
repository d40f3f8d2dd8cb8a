//! How a run ended.

use std::io::{self, ErrorKind};

use super::Failure;

/// How a run that could answer ended, for the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is done and well; or the reader has seen enough.
    Done,
    /// The honest no: nothing was found where something was asked for, or faults were found where there should be none.
    No,
    /// Something could not be read; the rest was done.
    Incomplete,
    /// Nothing could be answered.
    Failed,
}

impl Outcome {
    /// The exit status.
    pub fn status(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::Incomplete | Self::Failed => 2,
        }
    }

    /// What an error in writing the answer comes to. A reader who closed the pipe is no failure.
    pub fn of_write(error: &io::Error) -> Result<Self, Failure> {
        match error.kind() {
            ErrorKind::BrokenPipe => Ok(Self::Done),
            _ => Err(Failure {
                message: format!("cannot write the answer: {error}"),
                ..Failure::default()
            }),
        }
    }
}
