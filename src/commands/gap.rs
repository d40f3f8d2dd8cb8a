//! `roles gap`

use super::{Answer, Failure, answer, person};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::gap::{Gap, Start};

/// What carries over to a role, from another role or from a person's own file.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Gap,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let (start, to) = match (&arguments.me, arguments.roles.as_slice()) {
        (Some(path), [to]) => (Start::Person(person::load(catalog, path)?.held), to),
        (None, [from, to]) => (Start::Role(catalog.find_role(from)?), to),
        (Some(_), _) => {
            let message = "with --me there is one role, the one to get to";
            return Err(Failure::new(message, "roles gap --me FILE ROLE"));
        }
        (None, _) => {
            let message = "two roles are needed, where from and where to";
            return Err(Failure::new(
                message,
                "roles gap FROM TO, or roles gap --me FILE TO",
            ));
        }
    };
    let to = catalog.find_role(to)?;
    answer(Gap::of(catalog, &start, &to)?, catalog, output)
}
