//! `roles certs`

use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::certs::Certifications;

/// Lists every certification, or describes one.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Certs,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let id = arguments
        .certification
        .as_deref()
        .map(|name| catalog.find_certification(name))
        .transpose()?;
    answer(Certifications::of(catalog, id.as_deref())?, catalog, output)
}
