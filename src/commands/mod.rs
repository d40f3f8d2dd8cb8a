//! The commands room: one file a verb, from arguments to a drawn report.

mod ask;
mod certs;
mod check;
mod clock;
mod compare;
mod complete;
mod completions;
mod data;
mod draft;
mod environment;
mod failure;
mod fit;
mod gap;
mod help;
mod history;
mod home;
mod layers;
mod line;
mod list;
mod man;
mod meant;
mod outcome;
mod pager;
mod path;
mod person;
mod prose;
mod search;
mod settings;
mod show;
mod sources;

pub use check::text as check_text;
pub use failure::Failure;
pub use meant::Meant;
pub use outcome::Outcome;
pub use person::{Known, known as person};
pub use settings::complaint_color;

use line::Typed;
use meant::near;

use crate::catalog::Catalog;
use crate::cli::{Cli, ColorName, Command, Output};
use crate::render::{Settings, draw, page};
use crate::report::Report;
use pager::Pager;
use std::ffi::OsString;
use std::io::{self, Write};
use std::mem::ManuallyDrop;

/// A whole answer, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answer {
    text: String,
    /// Whether anything was found.
    found: bool,
    /// The figures that are older than `--max-age` has them, a line each.
    aged: Vec<String>,
}

impl Answer {
    /// An answer that is a text and no report.
    fn of(text: String) -> Self {
        Self {
            text,
            found: true,
            aged: Vec::new(),
        }
    }
}

/// Reads a line, the program's name first, and does what it says, see [`run`]; or tells a shell what it may become.
///
/// What cannot be done is told to `complaints`.
///
/// ```
/// use roles::commands::{Outcome, start};
///
/// let line = ["roles", "list", "--level", "director", "--format", "names"].map(Into::into);
/// let (mut out, mut complaints) = (Vec::new(), Vec::new());
/// assert_eq!(start(&line, &mut out, &mut complaints), Outcome::Done);
/// assert_eq!(out, b"it-support-director\n");
/// ```
pub fn start(line: &[OsString], out: &mut dyn Write, complaints: &mut dyn Write) -> Outcome {
    if let Some(outcome) = complete::answer(line, out) {
        return outcome;
    }
    let (ended, color) = match line::read(line) {
        Ok(Typed::Command(cli)) => (run(&cli, out, complaints), cli.output.color),
        Ok(Typed::Text(text)) => {
            let written = put(&text, out).map(|()| Outcome::Done);
            (
                written.or_else(|error| Outcome::of_write(&error)),
                ColorName::Auto,
            )
        }
        Err(failure) => (Err(failure), line::color(line)),
    };
    ended.unwrap_or_else(|failure| {
        let told = failure.in_line(line).told(complaint_color(color));
        // Standard error may be closed too; there is nowhere left to say so.
        let _ = writeln!(complaints, "{told}");
        Outcome::Failed
    })
}

/// Runs what was typed. The answer goes to `out`, or to a pager where standard output is a terminal that it does not fit
/// on; what a run has to complain of goes to `complaints` as it happens.
pub fn run(cli: &Cli, out: &mut dyn Write, complaints: &mut dyn Write) -> Result<Outcome, Failure> {
    run_over(&|| layers::catalog(&cli.output.data), cli, out, complaints)
}

/// The same over a catalog from elsewhere, which is asked for where the command needs one: for those who hold their data
/// in memory. `roles data` reads folders all the same.
pub fn run_over(
    catalog: &dyn Fn() -> Result<Catalog, Failure>,
    cli: &Cli,
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let answer = match &cli.command {
        Command::List(arguments) => list::run(&catalog()?, arguments, &cli.output),
        Command::Show(arguments) => show::run(&catalog()?, arguments, &cli.output),
        Command::Compare(arguments) => compare::run(&catalog()?, arguments, &cli.output),
        Command::Gap(arguments) => gap::run(&catalog()?, arguments, &cli.output),
        Command::Path(arguments) => path::run(&catalog()?, arguments, &cli.output),
        Command::Fit(arguments) => fit::run(&catalog()?, arguments, &cli.output),
        Command::Sources(arguments) => sources::run(&catalog()?, arguments, &cli.output),
        Command::Certs(arguments) => certs::run(&catalog()?, arguments, &cli.output),
        Command::History(arguments) => history::run(&catalog()?, arguments, &cli.output),
        Command::Search(arguments) => search::run(&catalog()?, arguments, &cli.output),
        Command::Data(arguments) => data::run(&arguments.command, &cli.output),
        Command::Completions(arguments) => completions::run(arguments, &cli.output),
        Command::Man(arguments) => man::run(arguments, &cli.output),
        Command::Help(arguments) => help::run(arguments, &cli.output),
        Command::Check(arguments) => {
            return check::run(&catalog()?, arguments, &cli.output, out, complaints);
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
        None => put(&answer.text, out),
    };
    if let Err(error) = written {
        return Outcome::of_write(&error);
    }
    complain(&answer.aged, complaints);
    Ok(if answer.found && answer.aged.is_empty() {
        Outcome::Done
    } else {
        Outcome::No
    })
}

/// Writes a text to its end.
fn put(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says which figures are too old.
fn complain(aged: &[String], complaints: &mut dyn Write) {
    for line in aged {
        // Where standard error is closed there is nowhere left to say so.
        let _ = writeln!(complaints, "{line}");
    }
}

/// Draws a report that found something.
fn answer<R: Report>(report: R, catalog: &Catalog, output: &Output) -> Result<Answer, Failure> {
    let settings: Settings = settings::resolve(output);
    let mut aged = clock::aged(output)?;
    let text = draw(&report, catalog, settings)?;
    let mut lines = Vec::new();
    if let Some(aged) = &mut aged {
        aged.look::<R>(&page(&report, settings)?);
        lines = aged.lines();
    }
    // The process ends when this is written; taking a large report apart first would only cost time.
    std::mem::forget(report);
    Ok(Answer {
        text,
        found: true,
        aged: lines,
    })
}
