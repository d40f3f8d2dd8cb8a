//! `roles check`: texts in, findings out, as they come.

mod crew;
mod desk;
mod fault;
mod input;
mod lines;
mod plan;
mod reading;
mod record;
mod rules;
mod source;
mod standard;

use super::{Failure, Outcome, answer, clock, settings, write};
use crate::analysis::check::Checker;
use crate::catalog::Catalog;
use crate::cli;
use crate::render::check::sink;
use crate::report::check::{Explained, Teller};
use desk::Desk;
use plan::Plan;
use std::io::{Read, Write};
use std::mem::ManuallyDrop;

/// Checks texts, writing each finding when it is found; or explains a rule.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Check,
    output: &cli::Output,
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> Result<Outcome, Failure> {
    if let Some(name) = &arguments.explain {
        let rule = Explained::from(rules::find(name)?);
        return write(answer(rule, catalog, output)?, output, out, complaints);
    }
    let rules = rules::selected(&arguments.rules, &arguments.ignored)?;
    if arguments.files.is_empty() {
        return Err(Failure::new(
            "there is no text to check",
            "roles check FILE, or roles check - to read standard input",
        ));
    }
    let aged = clock::aged(output)?;
    let sink = sink(settings::resolve(output), catalog, out)?;
    // The process ends with the last finding; taking the names and figures apart first would only cost time.
    let checker = ManuallyDrop::new(Checker::new(catalog)?);
    let teller = Teller {
        checker: &checker,
        catalog,
    };
    let plan = Plan::new(arguments, teller, rules);
    let limit = arguments.max_findings.map(u64::from);
    let mut desk = Desk::new(sink, (complaints, output), limit, aged);
    crew::check(&plan, arguments, &mut |said| desk.hear(said));
    desk.close()
}

/// Checks one text that is at hand under a name, instead of those that the arguments name, by a checker that was made
/// before. Answers and ends as the command does.
pub fn text(
    teller: Teller<'_>,
    (arguments, output): (&cli::Check, &cli::Output),
    (name, text): (&str, impl Read),
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let rules = rules::selected(&arguments.rules, &arguments.ignored)?;
    let aged = clock::aged(output)?;
    let sink = sink(settings::resolve(output), teller.catalog, out)?;
    let plan = Plan::new(arguments, teller, rules);
    let limit = arguments.max_findings.map(u64::from);
    let mut desk = Desk::new(sink, (complaints, output), limit, aged);
    // Why it ended the desk knows.
    let _ = reading::check_text(&plan, name, text, &mut |said| desk.hear(said));
    desk.close()
}
