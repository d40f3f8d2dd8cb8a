//! `roles sources`

use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::sources::Sources;

/// Lists every publication, or describes one.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Sources,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let id = arguments
        .source
        .as_deref()
        .map(|name| catalog.find_source(name))
        .transpose()?;
    answer(Sources::of(catalog, id.as_deref())?, catalog, output)
}
