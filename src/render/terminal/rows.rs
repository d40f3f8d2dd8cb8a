//! One role, certification or source a row. A mark that a whole column shares stands in its header.

use super::grid::{GridRow, Marked, bullet, gridded, joined, marked};
use super::pen::{Body, Pen};
use super::table::{self, Drawn, cells};
use crate::render::Layout;
use crate::render::notes::{Detail, Notes};
use crate::render::paint::Paint;
use crate::report::{Column, Row, Section};
use std::borrow::Cow;

/// A column that is drawn, with its place among a row's cells.
type Kept<'s> = (usize, &'s Column);

impl Pen<'_> {
    /// A subject a row. Where there is no room, columns that can be spared are left out, and it is said which; where
    /// there is still none, one subject stands below the other.
    pub fn in_rows<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        let detail = Detail::of(section);
        let marked_row = |row: &'a Row| {
            let cells = row.cells.iter().map(|cell| marked(cell, notes, detail));
            cells.collect()
        };
        let all_cells: Vec<Vec<Marked>> = section.rows.iter().map(marked_row).collect();
        if self.settings.layout != Layout::Stacked {
            let all = section.columns.iter().enumerate().collect();
            let breaks = self.settings.layout == Layout::Table;
            let table = self.fitting(section, all, &all_cells, breaks);
            if let Some(table) = table {
                return table;
            }
        }
        // What has no room beside the rest has it below. Drawings of other columns are nothing without them beside.
        let is_kept = |position: usize| {
            let column = section.columns.get(position);
            column.is_some_and(|column| !column.drawn)
        };
        let columns: Vec<_> = section
            .columns
            .iter()
            .filter(|column| !column.drawn)
            .collect();
        let cells = all_cells.into_iter().map(|row| {
            let cells = row.into_iter().enumerate();
            let kept = cells.filter(|(position, _)| is_kept(*position));
            kept.map(|(_, cell)| cell).collect()
        });
        let (header, rows) = gridded(section, &columns, &cells.collect::<Vec<_>>());
        self.listed(&header, &rows.iter().map(texts).collect::<Vec<_>>())
    }

    /// A table of as many columns as there is room for; none if not even those fit that cannot be spared.
    fn fitting<'s>(
        &self,
        section: &'s Section,
        mut kept: Vec<Kept<'s>>,
        all_cells: &[Vec<Marked>],
        breaks: bool,
    ) -> Option<String> {
        let mut marked_cells = Cow::Borrowed(all_cells);
        let mut left_out: Vec<&str> = Vec::new();
        loop {
            let columns: Vec<_> = kept.iter().map(|(_, column)| *column).collect();
            let (header, rows) = gridded(section, &columns, &marked_cells);
            let header: Vec<&str> = header.iter().map(String::as_str).collect();
            let texts: Vec<_> = rows.iter().map(texts).collect();
            let spare = kept.iter().enumerate();
            let spare = spare.filter(|(_, (_, column))| column.dispensable > 0);
            let spare = spare.min_by_key(|(_, (_, column))| column.dispensable);
            // Words break only where there is nothing left to spare.
            let breaks = breaks && spare.is_none();
            if let Some(drawn) = table::draw(&header, &texts, self.room, breaks) {
                let mut text = self.with_header(section, &kept, &rows, drawn);
                if !left_out.is_empty() {
                    let left_out = left_out.join(", ");
                    let remark = format!("Left out for want of room: {left_out}.");
                    text.push_str(&self.paragraph(&remark, "", ""));
                }
                return Some(text);
            }
            let (position, (_, column)) = spare?;
            left_out.push(&column.title);
            kept.remove(position);
            for row in marked_cells.to_mut() {
                row.remove(position);
            }
        }
    }

    /// The lines of a table with its header, which comes back where the table is long.
    fn with_header(
        &self,
        section: &Section,
        kept: &[Kept<'_>],
        rows: &[GridRow],
        drawn: Drawn,
    ) -> String {
        let header = drawn.header.iter();
        let header = header.map(|line| format!("{}\n", self.bold(line)));
        let header = header.collect::<String>() + &self.rule(drawn.width);
        let mut text = header.clone();
        let mut body = Body::new(&mut text, header);
        let rows = section.rows.iter().zip(rows);
        for ((row, grid), lines) in rows.zip(&drawn.rows) {
            let lines = if self.color() {
                &painted(row, kept, grid, lines, &drawn.starts)
            } else {
                lines
            };
            let out = body.row(lines.len());
            for line in lines {
                out.push_str(line);
                out.push('\n');
            }
        }
        text
    }

    /// The section's title, then one subject below the other, each as a paragraph that names its items.
    fn listed(&self, header: &[String], rows: &[Vec<String>]) -> String {
        let mut text = header
            .first()
            .map_or_else(String::new, |title| self.heading(title));
        for row in rows {
            let Some((label, cells)) = row.split_first() else {
                continue;
            };
            text.push_str(&self.paragraph(label, "", "  "));
            let said = header.iter().skip(1).zip(cells);
            let items = said
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(title, cell)| {
                    let cell = cell.replace("\n- ", ", ");
                    format!("{title}: {}", cell.strip_prefix("- ").unwrap_or(&cell))
                });
            text.push_str(&self.paragraph(&items.collect::<Vec<_>>().join("; "), "  ", "  "));
        }
        text
    }
}

/// The texts of a row, its label first.
fn texts(row: &GridRow) -> Vec<String> {
    let label = std::iter::once(row.label.clone());
    label.chain(row.cells.iter().map(joined)).collect()
}

/// The lines of a row in the colours of its entries.
fn painted(
    row: &Row,
    kept: &[Kept<'_>],
    grid: &GridRow,
    lines: &[String],
    starts: &[usize],
) -> Vec<String> {
    let mut label = Paint::default();
    label.plain(&grid.label);
    let mut paints = vec![label];
    for ((position, _), marked) in kept.iter().zip(&grid.cells) {
        let mut paint = Paint::default();
        let entries = row.cells.get(*position).map(|cell| &cell.entries);
        for (entry, (_, mark)) in entries.into_iter().flatten().zip(marked) {
            paint.plain(bullet(marked));
            paint.entry(entry, mark);
        }
        paints.push(paint);
    }
    let line = |line: &String| {
        let places = cells(line, starts).into_iter().zip(&mut paints);
        let parts = places.map(|(at, paint)| paint.line(line.get(at).unwrap_or_default(), 0));
        parts.collect()
    };
    lines.iter().map(line).collect()
}
