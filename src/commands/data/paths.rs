//! `roles data paths`

use crate::catalog::Catalog;
use crate::cli::Output;
use crate::commands::{Answer, Failure, answer, layers};
use crate::model::visible;
use crate::report::data::paths::{DataPaths, UserFolder};

/// Tells which data is read, in order.
pub fn run(catalog: &Catalog, output: &Output) -> Result<Answer, Failure> {
    let user = layers::user_folder().map(|folder| UserFolder {
        path: visible(&folder.to_string_lossy()).into_owned(),
        exists: folder.is_dir(),
    });
    answer(DataPaths::of(catalog, user)?, catalog, output)
}
