//! Profiles laid out side by side: one column a role, one row a theme or item.

mod credentials;
mod figures;
mod people;
mod text;

pub use credentials::claim;

use super::page::{Cell, Column, Entry, Row, Section, Subjects};
use super::profile::Profile;
use super::section::SectionId;
use crate::analysis::lineup::Sharing;
use crate::model::Label;

/// Every section that the profiles have, in their order. Differences are taken against the profile at `base`.
pub fn lay_out(profiles: &[Profile], base: usize) -> Vec<Section> {
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
            SectionId::MeasuredBy => sections.extend(figures::measured_by(profiles)),
            SectionId::Pay => sections.extend(figures::pay(profiles, base)),
            SectionId::Outlook => sections.extend(figures::outlook(profiles, base)),
            SectionId::Ratings => sections.extend(figures::ratings(profiles)),
            SectionId::Moves => sections.extend(credentials::moves(profiles)),
            SectionId::Claims => sections.extend(credentials::claims(profiles)),
            SectionId::Resources => sections.extend(credentials::resources(profiles)),
        }
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}

/// A section with one column a profile.
fn section(id: SectionId, title: &str, profiles: &[Profile], rows: Vec<Row>) -> Section {
    let column = |profile: &Profile| Column {
        id: profile.id.clone(),
        title: profile.title.clone(),
    };
    Section {
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
fn row<T>(item: &str, label: &str, parts: &[T], cell: impl Fn(&T) -> Cell) -> Row {
    Row::new(item, label, parts.iter().map(cell).collect())
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

/// Statements as entries.
fn statements(statements: &[crate::model::Statement]) -> Vec<Entry> {
    statements
        .iter()
        .map(|statement| Entry::cited(&statement.text, &statement.sources))
        .collect()
}

/// What a cell says where a role's sources say nothing.
const NOT_NAMED: &str = "not named";
