//! Cells of a table that has one subject a row: their texts, and the marks that whole columns share.

use crate::render::notes::{Detail, Notes};
use crate::render::shared::Shared;
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
    let marks = |cell: &Marked| cell.iter().map(|(_, mark)| mark.clone()).collect();
    let marks: Vec<Vec<Vec<String>>> = cells
        .iter()
        .map(|row| row.iter().map(marks).collect())
        .collect();
    let shared = Shared::of(section, columns.len(), &marks);
    let titles = columns
        .iter()
        .zip(&shared.columns)
        .map(|(column, mark)| format!("{}{mark}", column.title));
    let header = std::iter::once(section.title.clone())
        .chain(titles)
        .collect();
    let rows = section.rows.iter().zip(cells).zip(&shared.rows);
    let rows = rows.map(|((row, cells), of_row)| {
        let cells = cells.iter().enumerate().map(|(column, cell)| {
            let elsewhere = shared.elsewhere(of_row, column);
            let entries = cell.iter().map(|(text, mark)| {
                let mark = if Some(mark) == elsewhere {
                    ""
                } else {
                    mark.as_str()
                };
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

/// The entries of a cell, each with its marks apart.
pub type Marked = Vec<(String, String)>;

pub fn marked<'a>(cell: &'a Cell, notes: &mut Notes<'a>, detail: Detail) -> Marked {
    cell.entries
        .iter()
        .map(|entry| (entry.text.to_string(), notes.mark(entry, detail)))
        .collect()
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
