//! Cells of a table that has one subject a row: their texts, and the marks that whole columns share.

use super::notes::{Detail, Notes};
use crate::report::{Cell, Column, Row, Section};

/// The header and the rows of a table, the marks that a whole column shares moved to its header.
pub fn gridded(
    section: &Section,
    columns: &[&Column],
    cells: &[Vec<Marked>],
) -> (Vec<String>, Vec<Vec<String>>) {
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
        let texts = cells.iter().enumerate().map(|(column, cell)| {
            let elsewhere = shared.elsewhere(of_row, column);
            joined(cell, elsewhere.map_or("", String::as_str))
        });
        let label = format!("{}{of_row}", row.label);
        std::iter::once(label).chain(texts).collect()
    });
    (header, rows.collect())
}

/// The marks that need not stand in every cell: those of whole columns, and those of whole rows.
pub struct Shared<M> {
    /// One a column, for its header; empty where its entries differ or some rest on no source.
    pub columns: Vec<M>,
    /// One a row, for its label; empty where its entries differ.
    pub rows: Vec<M>,
}

impl<M: Clone + Default + PartialEq> Shared<M> {
    /// Of a table with the marks of every entry, by row, cell and entry. An empty mark is the default.
    pub fn of(section: &Section, columns: usize, marks: &[Vec<Vec<M>>]) -> Self {
        let periods = Detail::of(section) == Detail::Occupation;
        let of_row = |(row, cells): (&Row, &Vec<Vec<M>>)| {
            // Figures of one period have one source: it is marked once, beside the period.
            if periods && row.cells.iter().all(is_measured) {
                in_common(cells.iter().flatten())
            } else {
                M::default()
            }
        };
        Self {
            columns: (0..columns)
                .map(|column| of_column(marks, column))
                .collect(),
            rows: section.rows.iter().zip(marks).map(of_row).collect(),
        }
    }

    /// The mark that the entries of a cell need not repeat, for a cell of a row with this mark.
    pub fn elsewhere<'m>(&'m self, of_row: &'m M, column: usize) -> Option<&'m M> {
        if *of_row == M::default() {
            self.columns.get(column)
        } else {
            Some(of_row)
        }
    }
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
fn of_column<M: Clone + Default + PartialEq>(rows: &[Vec<Vec<M>>], column: usize) -> M {
    let marks = || rows.iter().filter_map(|row| row.get(column)).flatten();
    if marks().any(|mark| *mark == M::default()) {
        return M::default();
    }
    in_common(marks())
}

/// The mark that every marked one of these entries has; nothing where they differ.
fn in_common<'m, M>(marks: impl Iterator<Item = &'m M>) -> M
where
    M: Clone + Default + PartialEq + 'm,
{
    let mut marks = marks.filter(|mark| **mark != M::default());
    let first = marks.next().cloned().unwrap_or_default();
    if marks.all(|mark| *mark == first) {
        first
    } else {
        M::default()
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
