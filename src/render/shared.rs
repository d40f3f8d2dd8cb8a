//! Marks that need not stand in every cell of a table, since a whole column or row shares them.

use super::notes::Detail;
use crate::report::{Cell, Row, Section};

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
