//! Tables whose columns share the width as their content asks. The one file that names comfy-table.

use crate::render::wrap::{has_digit, width};
use comfy_table::{
    Cell, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width,
};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The space between columns.
const GAP: usize = 2;

/// The least room of a column whose words may break, its gap among it.
const BROKEN: usize = 8;

/// A rule below the header, and nothing else: columns are told apart by space.
const RULED: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Stands, without any width, where a row or a column begins. No text that is shown has one.
const BEGIN: char = '\u{2060}';

/// A table in lines, of which it is known what they belong to.
#[derive(Debug, Default)]
pub struct Drawn {
    pub header: Vec<String>,
    /// The columns that all of it takes.
    pub width: usize,
    /// The lines of each row.
    pub rows: Vec<Vec<String>>,
    /// Where each column begins, in columns of the terminal.
    pub starts: Vec<usize>,
}

/// Lines of a table whose columns share the width as their content asks; none if words would have to break and may
/// not, or there is no room at all. A word with digits never breaks: its first line would read as another figure.
///
/// The first column holds ids, which stay whole to be copied.
pub fn draw(header: &[&str], rows: &[Vec<String>], room: usize, breaks: bool) -> Option<Drawn> {
    let least = (0..header.len()).map(|column| {
        if breaks && column > 0 {
            let whole = least(header, rows, column, has_digit);
            let broken = least(header, rows, column, |_| true).min(BROKEN);
            whole.max(broken)
        } else {
            least(header, rows, column, |_| true)
        }
    });
    let least: Vec<_> = least.collect();
    if least.iter().sum::<usize>() > room {
        return None;
    }
    let mut table = table(header, rows);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(room).unwrap_or(u16::MAX));
    let bound = |least: &usize| {
        ColumnConstraint::LowerBoundary(Width::Fixed(u16::try_from(*least).unwrap_or(u16::MAX)))
    };
    table.set_constraints(least.iter().map(bound));
    if let Some(ids) = table.column_mut(0) {
        ids.set_constraint(ColumnConstraint::ContentWidth);
    }
    Some(parted(&table.trim_fmt()))
}

/// The room that a column's longest word of some kind takes, or in the first its longest text.
fn least(
    header: &[&str],
    rows: &[Vec<String>],
    column: usize,
    counts: impl Fn(&str) -> bool,
) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let texts = header.get(column).copied().into_iter();
    let texts = texts.chain(cells.map(String::as_str));
    let widths = texts.map(|text| {
        if column == 0 {
            return width(text);
        }
        let words = text
            .split_whitespace()
            .filter(|word| counts(word))
            .map(width);
        words.max().unwrap_or(0)
    });
    widths.max().unwrap_or(0) + GAP
}

fn table(header: &[&str], rows: &[Vec<String>]) -> Table {
    let mut table = Table::new();
    table.load_style(RULED);
    let begun = |text: &str| Cell::new(format!("{BEGIN}{text}"));
    table.set_header(header.iter().map(|title| begun(title)));
    table.add_rows(rows.iter().map(|row| {
        let first = row.first().map(|label| begun(label));
        let rest = row.iter().skip(1).map(Cell::new);
        first.into_iter().chain(rest)
    }));
    for column in table.column_iter_mut() {
        column.set_padding((0, GAP as u16));
    }
    table
}

/// The lines of a table, parted into header and rows.
fn parted(text: &str) -> Drawn {
    let mut drawn = Drawn::default();
    let mut ruled = false;
    for line in text.lines() {
        let begins = line.starts_with(BEGIN);
        if drawn.starts.is_empty() {
            drawn.starts = starts(line);
        }
        let line = line.replace(BEGIN, "");
        if !ruled && line.starts_with('─') {
            ruled = true;
            drawn.width = width(&line);
        } else if !ruled {
            drawn.header.push(line);
        } else if begins {
            drawn.rows.push(vec![line]);
        } else if let Some(row) = drawn.rows.last_mut() {
            row.push(line);
        }
    }
    drawn
}

/// Where the columns begin, from the first line of the header.
fn starts(line: &str) -> Vec<usize> {
    let mut before = 0;
    let mut starts = Vec::new();
    for (position, part) in line.split(BEGIN).enumerate() {
        before += width(part);
        if position > 0 {
            starts.push(before - width(part));
        }
    }
    starts
}

/// The bytes of a line that stand in each column.
pub fn cells(line: &str, starts: &[usize]) -> Vec<Range<usize>> {
    let mut bytes = Vec::with_capacity(starts.len() + 1);
    let mut used = 0;
    for (byte, letter) in line.grapheme_indices(true) {
        while starts.get(bytes.len()).is_some_and(|start| *start <= used) {
            bytes.push(byte);
        }
        used += width(letter);
    }
    bytes.resize(starts.len(), line.len());
    let ends = bytes.iter().skip(1).copied().chain([line.len()]);
    bytes
        .iter()
        .zip(ends)
        .map(|(start, end)| *start..end)
        .collect()
}
