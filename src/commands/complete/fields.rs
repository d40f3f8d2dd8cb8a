//! What `--fields` may name on the line that is being typed.

use super::words::Words;
use crate::analysis::gap::Held;
use crate::catalog::Result;
use crate::cli::FormatName;
use crate::model::Person;
use crate::render::{COLUMNS, Fields, Format, check};
use crate::report::Report;
use crate::report::certs::Certifications;
use crate::report::compare::{self, Compare};
use crate::report::fit::Fits;
use crate::report::gap::{Gap, Start};
use crate::report::history::History;
use crate::report::list::{self, List};
use crate::report::path::Path;
use crate::report::search::Search;
use crate::report::section::Wanted;
use crate::report::show::Show;
use crate::report::sources::Sources;
use clap::ValueEnum;

/// The columns of a format for scripts; else the columns or rows of the command's tables.
///
/// `plain` are the words of the line that are no options, the command first.
pub fn fields(words: &Words, plain: &[&str]) -> Vec<String> {
    let (verb, named) = plain.split_first().unwrap_or((&"", &[]));
    let format = words.format();
    let format = format.and_then(|name| FormatName::from_str(name, true).ok());
    let columns: &[&str] = match format.map(Format::from).unwrap_or_default().fields() {
        Fields::OfRecords if *verb == "check" => &check::COLUMNS,
        Fields::OfRecords => &COLUMNS,
        Fields::OfPage => return of_table(words, verb, named).unwrap_or_default(),
        Fields::None => &[],
    };
    columns.iter().map(|&column| column.to_owned()).collect()
}

/// Those of the answer that the line would get, as far as it is typed.
fn of_table(words: &Words, verb: &str, named: &[&str]) -> Result<Vec<String>> {
    let catalog = words.catalog();
    let roles = words.roles(&catalog);
    Ok(match (verb, roles.as_slice()) {
        ("list", _) => all(&List::of(&catalog, &list::Options::default())?),
        ("certs", _) => all(&Certifications::of(&catalog, None)?),
        ("sources", _) => all(&Sources::of(&catalog, None)?),
        ("search", _) => all(&Search::of(&catalog, &named.join(" "))?),
        // What a person's own file states has more; it is not read for this.
        ("fit", _) => all(&Fits::of(&catalog, &Person::default(), &Held::default())?),
        ("show", [role, ..]) => all(&Show::of(&catalog, role, &Wanted::default())?),
        ("history", [role, ..]) => all(&History::of_role(&catalog, role)?),
        ("history", []) => match named {
            [soc, ..] => all(&History::of_occupation(&catalog, soc)?),
            [] => Vec::new(),
        },
        ("gap", [from, to, ..]) => all(&Gap::of(&catalog, &Start::Role(from.clone()), to)?),
        ("path", [from, to, ..]) => all(&Path::of(&catalog, from, to, WAYS)?),
        ("compare", [_, _, ..]) => {
            let options = compare::Options::default();
            all(&Compare::of(&catalog, &roles, &options)?)
        }
        _ => Vec::new(),
    })
}

/// How many ways are shown where no one says.
const WAYS: usize = 3;

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
