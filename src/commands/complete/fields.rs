//! What `--fields` may name on the line that is being typed.

use super::words::Words;
use crate::catalog::Result;
use crate::cli::FormatName;
use crate::render::{COLUMNS, Fields, Format, check};
use crate::report::Report;
use crate::report::certs::Certifications;
use crate::report::compare::{self, Compare};
use crate::report::list::{self, List};
use crate::report::section::Wanted;
use crate::report::show::Show;
use crate::report::sources::Sources;
use clap::ValueEnum;

/// The columns of a format for scripts; else the columns or rows of the command's tables.
pub fn fields(words: &Words, verb: &str) -> Vec<String> {
    let named = words.format();
    let named = named.and_then(|name| FormatName::from_str(name, true).ok());
    let columns: &[&str] = match named.map(Format::from).unwrap_or_default().fields() {
        Fields::OfRecords if verb == "check" => &check::COLUMNS,
        Fields::OfRecords => &COLUMNS,
        Fields::OfPage => return of_table(words, verb).unwrap_or_default(),
        Fields::None => &[],
    };
    columns.iter().map(|&column| column.to_owned()).collect()
}

fn of_table(words: &Words, verb: &str) -> Result<Vec<String>> {
    let catalog = words.catalog();
    let roles = words.roles(&catalog);
    Ok(match (verb, roles.as_slice()) {
        ("list", _) => all(&List::of(&catalog, &list::Options::default())?),
        ("certs", _) => all(&Certifications::of(&catalog, None)?),
        ("sources", _) => all(&Sources::of(&catalog, None)?),
        ("show", [role, ..]) => all(&Show::of(&catalog, role, &Wanted::default())?),
        ("compare", [_, _, ..]) => {
            let options = compare::Options::default();
            all(&Compare::of(&catalog, &roles, &options)?)
        }
        _ => Vec::new(),
    })
}

/// Every field of a report's page, once.
fn all(report: &impl Report) -> Vec<String> {
    let mut all = Vec::new();
    for field in report
        .page()
        .fields()
        .into_iter()
        .flat_map(|(_, fields)| fields)
    {
        if !all.contains(&field) {
            all.push(field);
        }
    }
    all
}
