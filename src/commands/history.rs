//! `roles history`

use super::{Answer, Failure, answer};
use crate::catalog::{Catalog, LookupError};
use crate::cli;
use crate::report::history::History;

/// Shows the figures of an occupation over time: by its code, or as what measures a role.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::History,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let name = arguments.role.trim();
    let occupations = catalog.occupation_ids()?;
    let history = if occupations.iter().any(|soc| soc == name) {
        History::of_occupation(catalog, name)?
    } else {
        let role = catalog.find_role(name).map_err(|error| match error {
            LookupError::Unknown { .. } if is_code(name) => Failure::new(
                format!("no figures of an occupation \"{name}\""),
                format!("there are those of {}", occupations.join(", ")),
            ),
            error => error.into(),
        })?;
        History::of_role(catalog, &role)?
    };
    let found = !history.is_empty();
    Ok(Answer {
        found,
        ..answer(history, catalog, output)?
    })
}

/// Whether a name is spelled like the code of an occupation, `15-1232` or `15-1232.00`.
fn is_code(name: &str) -> bool {
    let codes = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '.');
    name.contains('-') && name.chars().all(codes)
}
