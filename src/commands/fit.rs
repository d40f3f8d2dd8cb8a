//! `roles fit`

use super::{Answer, Failure, answer, ask, person};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::fit::Fits;
use std::io::{IsTerminal, stderr, stdin};

/// Judges every role against a person's own file, or, on a terminal, against a few answers.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Fit,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let known = match &arguments.me {
        Some(path) => person::load(catalog, path)?,
        None if stdin().is_terminal() && stderr().is_terminal() => {
            ask::questions(catalog, &mut stdin().lock(), &mut stderr())?
        }
        None => {
            let message =
                "nothing to judge roles by: there is no --me FILE, and no terminal to ask on";
            let hint = "roles fit --me FILE; docs/me.md shows what stands in the file, examples/me.toml is one";
            return Err(Failure::new(message, hint));
        }
    };
    answer(
        Fits::of(catalog, &known.person, &known.held)?,
        catalog,
        output,
    )
}
