//! `roles list`

use super::failure::word;
use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::list::{List, Options};

/// Lists the roles that fit; finding none is an answer too.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::List,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let options = Options {
        family: arguments
            .family
            .as_deref()
            .map(|family| word("--family", family))
            .transpose()?,
        level: arguments
            .level
            .as_deref()
            .map(|level| word("--level", level))
            .transpose()?,
        sort: arguments
            .sort
            .as_deref()
            .map(|sort| word("--sort", sort))
            .transpose()?,
    };
    let list = List::of(catalog, &options)?;
    let found = !list.roles.is_empty();
    Ok(Answer {
        found,
        ..answer(list, catalog, output)?
    })
}
