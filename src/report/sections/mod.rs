//! Profiles laid out side by side: one column a role, one row a theme or item.

mod credentials;
mod figures;
mod measured;
mod people;
mod ratings;
mod text;

pub use credentials::claim;

use super::figure::Figure;
use super::page::{Cell, Column, Entry, Row, Section, Subjects};
use super::profile::Profile;
use super::section::SectionId;
use crate::analysis::lineup::Sharing;
use crate::model::Label;

/// Every section that the profiles have, in their order. Differences are taken against the profile at `base`.
pub fn lay_out<'a>(profiles: &'a [Profile], base: usize) -> Vec<Section<'a>> {
    let mut sections = Vec::new();
    for id in SectionId::ALL {
        match id {
            SectionId::Overview => sections.extend(text::overview(profiles)),
            SectionId::Focus => sections.extend(text::focus(profiles)),
            SectionId::Scope => sections.extend(text::scope(profiles)),
            SectionId::Duties => sections.extend(text::duties(profiles)),
            SectionId::Aspects => sections.extend(text::aspects(profiles)),
            SectionId::Skills => sections.extend(people::skills(profiles)),
            SectionId::Education => sections.extend(people::education(profiles)),
            SectionId::Experience => sections.extend(people::experience(profiles)),
            SectionId::Certifications => sections.extend(credentials::certifications(profiles)),
            SectionId::MeasuredBy => sections.extend(measured::measured_by(profiles)),
            SectionId::Pay => sections.extend(figures::pay(profiles, base)),
            SectionId::Outlook => sections.extend(figures::outlook(profiles, base)),
            SectionId::Ratings => sections.extend(ratings::ratings(profiles)),
            SectionId::Moves => sections.extend(credentials::moves(profiles)),
            SectionId::Claims => sections.extend(credentials::claims(profiles)),
            SectionId::Resources => sections.extend(credentials::resources(profiles)),
        }
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}

/// What the words mean that a reader meets in these sections, as far as they occur.
pub fn legend(sections: &[Section]) -> Vec<String> {
    let cells = sections
        .iter()
        .flat_map(|section| &section.rows)
        .flat_map(|row| &row.cells);
    let entries: Vec<&Entry> = cells.flat_map(|cell| &cell.entries).collect();
    let any = |test: &dyn Fn(&Entry) -> bool| entries.iter().any(|entry| test(entry));
    let mut legend = Vec::new();
    let stands_in = |entry: &Entry| {
        entry.figure.as_ref().is_some_and(Figure::is_stand_in) || entry.text.contains("stand-in")
    };
    if any(&stands_in) {
        legend.push(
            "Stand-in: the figure is of an occupation that is not this role alone. Shared: official sources put \
             other roles there too; broader: the role is a part of it; proxy: it is only the nearest one published.",
        );
    }
    if any(&|entry| entry.text == NOT_NAMED) {
        legend.push("Not named: no source at hand says so, which does not mean that it is not so.");
    }
    legend.into_iter().map(str::to_owned).collect()
}

/// A section with one column a profile.
fn section<'a>(
    id: SectionId,
    title: &str,
    profiles: &[Profile],
    rows: Vec<Row<'a>>,
) -> Section<'a> {
    let column = |profile: &Profile| Column::new(&profile.id, &profile.title);
    Section {
        picture: None,
        id: id.key().to_owned(),
        title: title.to_owned(),
        subjects: Subjects::Columns,
        columns: profiles.iter().map(column).collect(),
        rows,
    }
}

/// What every profile has in a section, if the section was asked for.
fn all<'a, T>(
    profiles: &'a [Profile],
    part: impl Fn(&'a Profile) -> Option<&'a T>,
) -> Option<Vec<&'a T>> {
    profiles.iter().map(part).collect()
}

/// A row with one cell a profile.
fn row<'a, T>(
    item: &str,
    label: &str,
    parts: &[&'a T],
    cell: impl Fn(&'a T) -> Cell<'a>,
) -> Row<'a> {
    Row::new(item, label, parts.iter().map(|part| cell(part)).collect())
}

/// How far something is shared, in words; nothing for a role alone.
fn sharing_text(sharing: Sharing, count: usize) -> String {
    match sharing {
        _ if count < 2 => String::new(),
        Sharing::All => ", shared".to_owned(),
        Sharing::Some(some) => format!(", shared by {some} of {count}"),
        Sharing::Only(_) => ", only here".to_owned(),
    }
}

/// A figure in words, with a word if it stands in.
fn worded(text: String, figure: &Figure) -> Entry<'static> {
    let mark = if figure.is_stand_in() {
        " (stand-in)"
    } else {
        ""
    };
    Entry::of(format!("{text}{mark}"), figure.clone())
}

/// Statements as entries.
fn statements(statements: &[crate::model::Statement]) -> Vec<Entry<'_>> {
    statements
        .iter()
        .map(|statement| Entry::cited(&statement.text, &statement.sources))
        .collect()
}

/// What a cell says where a role's sources say nothing.
const NOT_NAMED: &str = "not named";
