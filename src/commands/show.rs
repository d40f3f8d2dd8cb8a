//! `roles show`

use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::section::Wanted;
use crate::report::show::Show;

/// Shows one role.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Show,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let wanted = wanted(&arguments.sections)?;
    let role = catalog.find_role(&arguments.role)?;
    answer(Show::of(catalog, &role, &wanted)?, catalog, output)
}

/// The sections that were asked for.
pub fn wanted(sections: &cli::Sections) -> Result<Wanted, Failure> {
    Wanted::parse(&sections.names).map_err(|unknown| {
        let known: Vec<_> = Wanted::known().collect();
        Failure::new(
            format!("no section \"{}\"", unknown.0),
            format!("there are {}", known.join(", ")),
        )
    })
}
