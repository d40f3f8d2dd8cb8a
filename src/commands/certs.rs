//! `roles certs`

use super::failure::word;
use super::{Answer, Failure, answer};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::certs::{Certifications, Options};

/// Lists the certifications that fit, or describes one.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Certs,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let report = match &arguments.certification {
        Some(name) => {
            let id = catalog.find_certification(name)?;
            Certifications::of(catalog, Some(&id))?
        }
        None => Certifications::listed(catalog, &options(catalog, arguments)?)?,
    };
    let found = !report.certifications.is_empty();
    Ok(Answer {
        found,
        ..answer(report, catalog, output)?
    })
}

fn options(catalog: &Catalog, arguments: &cli::Certs) -> Result<Options, Failure> {
    Ok(Options {
        status: word("--status", arguments.status.as_deref())?,
        role: arguments
            .role
            .as_deref()
            .map(|role| catalog.find_role(role))
            .transpose()?,
        sort: word("--sort", arguments.sort.as_deref())?,
    })
}
