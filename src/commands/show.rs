//! `roles show`

use super::{Answer, Failure, Meant, answer, near};
use crate::catalog::Catalog;
use crate::cli;
use crate::report::section::{OF_ONE, SectionId, UnknownSection, Wanted};
use crate::report::show::Show;

/// Shows one role.
pub fn run(
    catalog: &Catalog,
    arguments: &cli::Show,
    output: &cli::Output,
) -> Result<Answer, Failure> {
    let wanted = wanted(&arguments.sections, output, OF_ONE)?;
    let role = catalog.find_role(&arguments.role)?;
    answer(Show::of(catalog, &role, &wanted)?, catalog, output)
}

/// The sections that were asked for; where none were, all of them, or of a hand-out those that it holds.
pub fn wanted(
    sections: &cli::Sections,
    output: &cli::Output,
    handout: &[SectionId],
) -> Result<Wanted, Failure> {
    if sections.names.is_empty() && output.format == Some(cli::FormatName::Html) {
        return Ok(Wanted::handout(handout));
    }
    Wanted::parse(&sections.names).map_err(|UnknownSection(name)| {
        let known: Vec<_> = Wanted::known().collect();
        Failure {
            meant: near(&name, known.iter().copied()).map(|near| Meant::new(&name, near)),
            ..Failure::new(
                format!("no section \"{name}\""),
                format!("there are {}", known.join(", ")),
            )
        }
    })
}
