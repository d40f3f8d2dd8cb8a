//! `roles compare`

use super::show::wanted;
use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::compare::{Compare, Options};
use crate::report::section::OF_SEVERAL;

/// Compares two to six roles.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Compare,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let wanted = wanted(&arguments.sections, output, OF_SEVERAL)?;
    let roles = arguments
        .roles
        .iter()
        .map(|name| catalog.find_role(name))
        .collect::<Result<Vec<_>, _>>()?;
    let base = match &arguments.base {
        None => 0,
        Some(name) => {
            let base = catalog.find_role(name)?;
            roles.iter().position(|role| *role == base).ok_or_else(|| {
                let hint = format!(
                    "add it: roles compare {} {base} --base {base}",
                    roles.join(" ")
                );
                Failure::new(
                    format!("--base {base} is not among the roles compared"),
                    hint,
                )
            })?
        }
    };
    let options = Options {
        wanted,
        only_differences: arguments.only_diff,
        base,
    };
    answer(Compare::of(catalog, &roles, &options)?, catalog, output)
}
