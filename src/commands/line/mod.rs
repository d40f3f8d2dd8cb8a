//! A line read: what is to be run, what is to be shown instead, or what is wrong with it.

mod misfit;
mod number;
mod wrong;

use super::{Failure, help};
use crate::cli::Cli;
use clap::Parser;
use clap::error::ErrorKind;
use std::ffi::OsString;
use wrong::Wrong;

/// What a line says.
pub enum Typed {
    Command(Box<Cli>),
    /// Help or the version, for standard output.
    Text(String),
}

/// Reads a line, the program's name first.
pub fn read(line: &[OsString]) -> Result<Typed, Failure> {
    if line.len() <= 1 {
        return Ok(Typed::Text(help::start()));
    }
    match Cli::try_parse_from(line) {
        Ok(cli) => Ok(Typed::Command(Box::new(cli))),
        Err(error) => match error.kind() {
            // The version has no colour that would be worth asking the terminal about.
            ErrorKind::DisplayVersion => Ok(Typed::Text(error.render().to_string())),
            ErrorKind::DisplayHelp => {
                let text = error.render();
                Ok(Typed::Text(if help::colored() {
                    text.ansi().to_string()
                } else {
                    text.to_string()
                }))
            }
            _ => Err(Wrong::new(&error, line).told()),
        },
    }
}
