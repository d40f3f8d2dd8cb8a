//! `roles path`

use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::path::Path;

/// The ways from one role to another; that there is none is an answer too.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Path,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let (from, to) = (
        catalog.find_role(&arguments.from)?,
        catalog.find_role(&arguments.to)?,
    );
    if from == to {
        let message = format!(
            "{} and {} are the same role",
            arguments.from.trim(),
            arguments.to.trim()
        );
        let hint = format!("name the role to get to: roles path {from} TO");
        return Err(Failure::new(message, hint));
    }
    let path = Path::of(catalog, &from, &to, usize::from(arguments.k))?;
    let found = !path.ways.is_empty();
    Ok(Answer {
        found,
        ..answer(path, catalog, output)?
    })
}
