//! The commands room: one file a verb, from arguments to a drawn report.

mod ask;
mod certs;
mod compare;
mod failure;
mod fit;
mod gap;
mod history;
mod list;
mod path;
mod person;
mod search;
mod settings;
mod show;
mod sources;

pub use failure::Failure;

use crate::catalog::Catalog;
use crate::cli::{Cli, Command, Output};
use crate::render::{Settings, draw};
use crate::report::Report;

/// The answer to what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What goes to standard output.
    pub text: String,
    /// Whether anything was found; the exit status is 1 if not.
    pub found: bool,
}

/// Runs what was typed.
pub fn run(cli: &Cli) -> Result<Answer, Failure> {
    let catalog = Catalog::bundled();
    match &cli.command {
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
