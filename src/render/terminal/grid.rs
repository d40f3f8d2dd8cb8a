//! Cells of a table that has one subject a row: their texts, and the marks that whole columns share.

use crate::render::notes::{Detail, Notes};
use crate::report::{Cell, Column, Section};

/// A row of a table: its label, and its cells without the marks that stand in a header or a label.
pub struct GridRow {
    pub label: String,
    pub cells: Vec<Marked>,
}

/// The header and the rows of a table, the marks that a whole column shares moved to its header.
pub fn gridded(
    section: &Section,
    columns: &[&Column],
    cells: &[Vec<Marked>],
) -> (Vec<String>, Vec<GridRow>) {
    let shared: Vec<String> = (0..columns.len())
        .map(|column| shared_mark(cells, column))
        .collect();
    let titles = columns
        .iter()
        .zip(&shared)
        .map(|(column, mark)| format!("{}{mark}", column.title));
    let header = std::iter::once(section.title.clone())
        .chain(titles)
        .collect();
    let periods = Detail::of(section) == Detail::Occupation;
    let rows = section.rows.iter().zip(cells).map(|(row, cells)| {
        // Figures of one period have one source: it is marked once, beside the period.
        let of_row = if periods && row.cells.iter().all(is_measured) {
            mark_in_common(cells.iter().flatten())
        } else {
            String::new()
        };
        let cells = cells.iter().zip(&shared).map(|(cell, shared)| {
            let elsewhere = if of_row.is_empty() { shared } else { &of_row };
            let entries = cell.iter().map(|(text, mark)| {
                let mark = if mark == elsewhere { "" } else { mark.as_str() };
                (text.clone(), mark.to_owned())
            });
            entries.collect()
        });
        GridRow {
            label: format!("{}{of_row}", row.label),
            cells: cells.collect(),
        }
    });
    (header, rows.collect())
}

/// Whether what a cell cites are figures of an occupation.
fn is_measured(cell: &Cell) -> bool {
    cell.entries.iter().all(|entry| match &entry.figure {
        Some(figure) => figure.origin.occupation.is_some(),
        None => entry.cites().next().is_none(),
    })
}

/// The entries of a cell, each with its marks apart.
pub type Marked = Vec<(String, String)>;

pub fn marked<'a>(cell: &'a Cell, notes: &mut Notes<'a>, detail: Detail) -> Marked {
    cell.entries
        .iter()
        .map(|entry| (entry.text.to_string(), notes.mark(entry, detail)))
        .collect()
}

/// The mark that every entry of a column has; nothing where they differ or some rest on no source.
fn shared_mark(rows: &[Vec<Marked>], column: usize) -> String {
    let entries = || rows.iter().filter_map(|row| row.get(column)).flatten();
    if entries().any(|(_, mark)| mark.is_empty()) {
        return String::new();
    }
    mark_in_common(entries())
}

/// The mark that every marked one of these entries has; nothing where they differ.
fn mark_in_common<'m>(entries: impl Iterator<Item = &'m (String, String)>) -> String {
    let mut marks = entries
        .map(|(_, mark)| mark)
        .filter(|mark| !mark.is_empty());
    let first = marks.next().cloned().unwrap_or_default();
    if marks.all(|mark| *mark == first) {
        first
    } else {
        String::new()
    }
}

/// The entries of a cell in lines; several entries each begin with a hyphen.
pub fn joined(cell: &Marked) -> String {
    let bullet = bullet(cell);
    let lines = cell
        .iter()
        .map(|(text, mark)| format!("{bullet}{text}{mark}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What each entry of a cell begins with.
pub fn bullet(cell: &Marked) -> &'static str {
    if cell.len() > 1 { "- " } else { "" }
}
