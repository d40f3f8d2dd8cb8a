//! `roles gap`

use super::meant::quoted;
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
        (Some(path), roles) => {
            let message = "with --me there is one role, the one to get to";
            let (file, to) = (path.display().to_string(), roles.last());
            let to = quoted(to.map_or("TO", String::as_str));
            return Err(Failure::new(
                message,
                format!("roles gap --me {} {to}", quoted(&file)),
            ));
        }
        (None, roles) => {
            let message = "two roles are needed, where from and where to";
            let role = quoted(roles.first().map_or("FROM", String::as_str));
            return Err(Failure::new(
                message,
                format!("roles gap {role} TO, or roles gap --me FILE {role}"),
            ));
        }
    };
    let to = catalog.find_role(to)?;
    answer(Gap::of(catalog, &start, &to)?, catalog, output)
}
