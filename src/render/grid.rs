//! Cells of a table that has one subject a row: their texts, and the marks that whole columns share.

use super::notes::{Detail, Notes};
use crate::report::{Cell, Column, Section};

/// The header and the rows of a table, the marks that a whole column shares moved to its header.
pub fn gridded(
    section: &Section,
    columns: &[&Column],
    cells: &[Vec<Marked>],
) -> (Vec<String>, Vec<Vec<String>>) {
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
    let rows = section.rows.iter().zip(cells).map(|(row, cells)| {
        let texts = cells
            .iter()
            .zip(&shared)
            .map(|(cell, shared)| joined(cell, shared));
        std::iter::once(row.label.clone()).chain(texts).collect()
    });
    (header, rows.collect())
}

/// The entries of a cell, each with its marks apart.
pub type Marked = Vec<(String, String)>;

pub fn marked<'a>(cell: &'a Cell, notes: &mut Notes<'a>) -> Marked {
    cell.entries
        .iter()
        .map(|entry| (entry.text.to_string(), notes.mark(entry, Detail::Period)))
        .collect()
}

/// The mark that every entry of a column has; nothing where they differ or some rest on no source.
fn shared_mark(rows: &[Vec<Marked>], column: usize) -> String {
    let entries = rows.iter().filter_map(|row| row.get(column)).flatten();
    let mut marks = entries.map(|(_, mark)| mark);
    let first = marks.next().cloned().unwrap_or_default();
    if marks.all(|mark| *mark == first) {
        first
    } else {
        String::new()
    }
}

/// The entries of a cell in lines, without the mark that its column's header has.
fn joined(cell: &Marked, shared: &str) -> String {
    let bullet = if cell.len() > 1 { "- " } else { "" };
    let lines = cell.iter().map(|(text, mark)| {
        let mark = if mark == shared { "" } else { mark.as_str() };
        format!("{bullet}{text}{mark}")
    });
    lines.collect::<Vec<_>>().join("\n")
}
