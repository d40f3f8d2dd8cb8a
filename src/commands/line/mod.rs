//! A line read: what is to be run, what is to be shown instead, or what is wrong with it.

mod misfit;
mod number;
mod wrong;

use super::settings::answer_color;
use super::{Failure, help};
use crate::cli::{Cli, ColorName};
use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};
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
    let moved = Cli::verb_first(line);
    let line = moved.as_deref().unwrap_or(line);
    if let Some(cli) = Cli::of_verb(line) {
        return Ok(Typed::Command(Box::new(cli)));
    }
    match Cli::try_parse_from(line) {
        Ok(cli) => Ok(Typed::Command(Box::new(cli))),
        Err(error) => match error.kind() {
            // The version has no colour that would be worth asking the terminal about.
            ErrorKind::DisplayVersion => Ok(Typed::Text(error.render().to_string())),
            ErrorKind::DisplayHelp => {
                let text = narrowed(line).unwrap_or_else(|| error.render());
                Ok(Typed::Text(if answer_color(color(line)) {
                    text.ansi().to_string()
                } else {
                    text.to_string()
                }))
            }
            _ => Err(Wrong::new(&error, line).told()),
        },
    }
}

/// The help that a line asks for, as wide as its `--width` says; none where it says nothing that can be read.
fn narrowed(line: &[OsString]) -> Option<StyledStr> {
    let width = value(line, "--width")?.parse().ok()?;
    // As wide as answers may be.
    let width = (20..=1000).contains(&width).then_some(width)?;
    let command = Cli::command().term_width(width);
    let error = command.try_get_matches_from(line).err()?;
    Some(error.render())
}

/// What a line that cannot be read as a whole says of colours all the same.
pub fn color(line: &[OsString]) -> ColorName {
    let named = value(line, "--color").and_then(|value| ColorName::from_str(value, false).ok());
    named.unwrap_or(ColorName::Auto)
}

/// The value of an option in a line as it was typed; the last, if there are several.
fn value<'l>(line: &'l [OsString], option: &str) -> Option<&'l str> {
    let words = line
        .iter()
        .skip(1)
        .map(|word| word.to_str().unwrap_or_default());
    let mut words = words.take_while(|word| *word != "--");
    let mut found = None;
    while let Some(word) = words.next() {
        if word == option {
            found = words.next();
        } else if let Some(value) = word
            .strip_prefix(option)
            .and_then(|rest| rest.strip_prefix('='))
        {
            found = Some(value);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Result<String, String> {
        let line: Vec<_> = line.split(' ').map(OsString::from).collect();
        match read(&line) {
            Ok(Typed::Command(cli)) => Ok(format!("{cli:?}")),
            Ok(Typed::Text(text)) => Ok(text),
            Err(failure) => Err(format!("{failure:?}")),
        }
    }

    #[test]
    fn what_goes_with_any_command_says_the_same_before_it() {
        for (before, after) in [
            ("--data A list --data B", "list --data A --data B"),
            ("--data=A --fields id list", "list --data=A --fields id"),
            ("-o csv show cio", "show -o csv cio"),
            (
                "-ocsv --ascii data paths --data D",
                "data -ocsv --ascii paths --data D",
            ),
            ("--json show cio -o csv", "show --json cio -o csv"),
            (
                "--width 80 show cio --width 90",
                "show --width 80 cio --width 90",
            ),
        ] {
            let [before, after] = [before, after].map(|line| said(&format!("roles {line}")));
            assert_eq!(before, after);
        }
        assert!(
            said("roles --data A list --data B")
                .unwrap()
                .contains(r#"["A", "B"]"#)
        );
        assert!(said("roles --json show cio -o csv").is_err());
    }

    #[test]
    fn what_begins_with_no_verb_and_none_of_these_is_read_as_it_stands() {
        for line in [
            "roles --version",
            "roles --data",
            "roles --data A",
            "roles - list",
            "roles -- list",
            "roles --sort pay list",
        ] {
            let line: Vec<_> = line.split(' ').map(OsString::from).collect();
            assert_eq!(Cli::verb_first(&line), None, "{line:?}");
        }
    }
}
