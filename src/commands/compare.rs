//! `roles compare`

use super::show::wanted;
use super::{Answer, Failure, answer, near};
use crate::catalog::{Catalog, LookupError};
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
            let base = match catalog.find_role(name) {
                Err(LookupError::Unknown { what, name, .. }) => {
                    let among = near(&name, roles.iter().map(String::as_str));
                    let error = LookupError::Unknown {
                        what,
                        name,
                        near: among,
                    };
                    let mut failure = Failure::from(error);
                    failure.hints = vec![format!("it is one of {}", roles.join(", "))];
                    return Err(failure);
                }
                found => found?,
            };
            let position = roles.iter().position(|role| *role == base);
            position.ok_or_else(|| not_among(&roles, &base))?
        }
    };
    let options = Options {
        wanted,
        only_differences: arguments.only_diff,
        base,
    };
    answer(Compare::of(catalog, &roles, &options)?, catalog, output)
}

/// The most roles that are compared.
const MOST: usize = 6;

/// A base that is none of the roles, with the line that has it as one.
fn not_among(roles: &[String], base: &str) -> Failure {
    let (kept, add) = match roles.split_last() {
        Some((last, kept)) if roles.len() >= MOST => (kept, format!("take it instead of {last}")),
        _ => (roles, "add it".to_owned()),
    };
    let kept = kept.join(" ");
    Failure::new(
        format!("--base {base} is not among the roles compared"),
        format!("{add}: roles compare {kept} {base} --base {base}"),
    )
}
