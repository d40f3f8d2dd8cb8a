//! The commands room: one file a verb, from arguments to a drawn report.

mod ask;
mod certs;
mod check;
mod compare;
mod environment;
mod failure;
mod fit;
mod gap;
mod history;
mod list;
mod outcome;
mod pager;
mod path;
mod person;
mod search;
mod settings;
mod show;
mod sources;

pub use failure::Failure;
pub use outcome::Outcome;
pub use settings::complaint_color;

use crate::catalog::Catalog;
use crate::cli::{Cli, Command, Output};
use crate::render::{Settings, draw};
use crate::report::Report;
use pager::Pager;
use std::io::Write;
use std::mem::ManuallyDrop;

/// A whole answer, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answer {
    text: String,
    /// Whether anything was found.
    found: bool,
}

/// Runs what was typed. The answer goes to `out`, or to a pager where standard output is a terminal that it does not fit
/// on; what a run has to complain of goes to
/// `complaints` as it happens.
pub fn run(cli: &Cli, out: &mut dyn Write, complaints: &mut dyn Write) -> Result<Outcome, Failure> {
    let catalog = Catalog::bundled();
    let answer = match &cli.command {
        Command::List(arguments) => list::run(&catalog, arguments, &cli.output),
        Command::Show(arguments) => show::run(&catalog, arguments, &cli.output),
        Command::Compare(arguments) => compare::run(&catalog, arguments, &cli.output),
        Command::Gap(arguments) => gap::run(&catalog, arguments, &cli.output),
        Command::Path(arguments) => path::run(&catalog, arguments, &cli.output),
        Command::Fit(arguments) => fit::run(&catalog, arguments, &cli.output),
        Command::Sources(arguments) => sources::run(&catalog, arguments, &cli.output),
        Command::Certs(arguments) => certs::run(&catalog, arguments, &cli.output),
        Command::History(arguments) => history::run(&catalog, arguments, &cli.output),
        Command::Search(arguments) => search::run(&catalog, arguments, &cli.output),
        Command::Check(arguments) => {
            return check::run(&catalog, arguments, &cli.output, out, complaints);
        }
    }?;
    write(answer, &cli.output, out, complaints)
}

/// Writes a whole answer.
fn write(
    answer: Answer,
    output: &Output,
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> Result<Outcome, Failure> {
    // The process ends next; giving the text's memory back first would only cost time.
    let answer = ManuallyDrop::new(answer);
    let written = match Pager::start(output, &answer.text, complaints) {
        Some(pager) => pager.show(&answer.text),
        None => out
            .write_all(answer.text.as_bytes())
            .and_then(|()| out.flush()),
    };
    match written {
        Ok(()) if answer.found => Ok(Outcome::Done),
        Ok(()) => Ok(Outcome::No),
        Err(error) => Outcome::of_write(&error),
    }
}

/// Draws a report that found something.
fn answer<R: Report>(report: R, catalog: &Catalog, output: &Output) -> Result<Answer, Failure> {
    let settings: Settings = settings::resolve(output);
    let text = draw(&report, catalog, settings)?;
    // The process ends when this is written; taking a large report apart first would only cost time.
    std::mem::forget(report);
    Ok(Answer { text, found: true })
}
