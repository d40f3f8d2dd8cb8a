//! `roles search`

use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::search::Search;

/// Searches names and statements; finding nothing is an answer too.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Search,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let search = Search::of(catalog, &arguments.words.join(" "))?;
    if search.words.is_empty() {
        return Err(Failure::new(
            "there is no word to search for",
            "name what the work is about: roles search \"vendor contracts\"",
        ));
    }
    let found = !search.hits.is_empty();
    Ok(Answer {
        found,
        ..answer(search, catalog, output)?
    })
}
