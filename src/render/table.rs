//! Tables whose columns share the width as their content asks. The one file that names comfy-table.

use super::wrap::width;
use comfy_table::{
    Cell, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width,
};

/// The space between columns.
const GAP: usize = 2;

/// A rule below the header, and nothing else: columns are told apart by space.
const RULED: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Lines of a table whose columns share the width as their content asks; none if words would have to break.
///
/// The first column holds ids, which stay whole to be copied.
pub fn draw(header: &[&str], rows: &[Vec<String>], room: usize) -> Option<String> {
    let mut table = table(header, rows);
    let texts = |column: usize| {
        let cells = rows
            .iter()
            .filter_map(move |row| row.get(column))
            .map(String::as_str);
        header.get(column).copied().into_iter().chain(cells)
    };
    let least = |column: usize| {
        let words = texts(column).flat_map(|text| {
            if column == 0 {
                vec![text]
            } else {
                text.split_whitespace().collect()
            }
        });
        words.map(width).max().unwrap_or(0) + GAP
    };
    let least: Vec<_> = (0..header.len()).map(least).collect();
    if least.iter().sum::<usize>() > room {
        return None;
    }
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(room).unwrap_or(u16::MAX));
    let bound = |least: &usize| {
        ColumnConstraint::LowerBoundary(Width::Fixed(u16::try_from(*least).unwrap_or(u16::MAX)))
    };
    table.set_constraints(least.iter().map(bound));
    if let Some(ids) = table.column_mut(0) {
        ids.set_constraint(ColumnConstraint::ContentWidth);
    }
    Some(table.trim_fmt())
}

fn table(header: &[&str], rows: &[Vec<String>]) -> Table {
    let mut table = Table::new();
    table.load_style(RULED);
    table.set_header(header.iter().map(Cell::new));
    table.add_rows(rows);
    for column in table.column_iter_mut() {
        column.set_padding((0, GAP as u16));
    }
    table
}
