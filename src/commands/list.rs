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
        family: word("--family", arguments.family.as_deref())?,
        level: word("--level", arguments.level.as_deref())?,
        sort: word("--sort", arguments.sort.as_deref())?,
    };
    let list = List::of(catalog, &options)?;
    let found = !list.roles.is_empty();
    Ok(Answer {
        found,
        ..answer(list, catalog, output)?
    })
}
