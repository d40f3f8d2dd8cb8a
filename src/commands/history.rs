//! `roles history`

use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::history::History;

/// Shows the figures of an occupation over time: by its code, or as what measures a role.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::History,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let name = arguments.role.trim();
    let history = if catalog.occupation_ids()?.iter().any(|soc| soc == name) {
        History::of_occupation(catalog, name)?
    } else {
        History::of_role(catalog, &catalog.find_role(name)?)?
    };
    let found = !history.is_empty();
    Ok(Answer {
        found,
        ..answer(history, catalog, output)?
    })
}
