//! One role, certification or source a row. A mark that a whole column shares stands in its header.

use super::grid::{GridRow, Marked, bullet, gridded, joined, marked};
use super::pen::{Body, Pen};
use super::table::{self, Drawn, cells};
use crate::render::Layout;
use crate::render::notes::{Detail, Notes};
use crate::render::paint::Paint;
use crate::report::{Column, Row, Section};

/// A column that is drawn, with its place among a row's cells.
type Kept<'s> = (usize, &'s Column);

impl Pen {
    /// A subject a row. Where there is no room, columns that can be spared are left out, and it is said which; where
    /// there is still none, one subject stands below the other.
    pub fn in_rows<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        let detail = Detail::of(section);
        let marked_row = |row: &'a Row| {
            let cells = row.cells.iter().map(|cell| marked(cell, notes, detail));
            cells.collect()
        };
        let mut marked_cells: Vec<Vec<Marked>> = section.rows.iter().map(marked_row).collect();
        let mut kept: Vec<Kept<'_>> = section.columns.iter().enumerate().collect();
        let mut left_out: Vec<&str> = Vec::new();
        loop {
            let columns: Vec<_> = kept.iter().map(|(_, column)| *column).collect();
            let (header, rows) = gridded(section, &columns, &marked_cells);
            let header: Vec<&str> = header.iter().map(String::as_str).collect();
            let texts: Vec<_> = rows.iter().map(texts).collect();
            if self.settings.layout == Layout::Stacked {
                return self.listed(&header, &texts);
            }
            if let Some(drawn) = table::draw(&header, &texts, self.room) {
                let mut text = self.with_header(section, &kept, &rows, drawn);
                if !left_out.is_empty() {
                    let left_out = left_out.join(", ");
                    text.push_str(&self.paragraph(
                        &format!("Left out for want of room: {left_out}."),
                        "",
                        "",
                    ));
                }
                return text;
            }
            let spare = kept.iter().enumerate();
            let spare = spare.filter(|(_, (_, column))| column.dispensable > 0);
            let spare = spare.min_by_key(|(_, (_, column))| column.dispensable);
            let Some((position, (_, column))) = spare else {
                return self.listed(&header, &texts);
            };
            left_out.push(&column.title);
            kept.remove(position);
            for row in &mut marked_cells {
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
        let mut body = Body::new(header.collect::<String>() + &self.rule(drawn.width));
        let rows = section.rows.iter().zip(rows);
        for ((row, grid), lines) in rows.zip(&drawn.rows) {
            let lines = if self.color() {
                &painted(row, kept, grid, lines, &drawn.starts)
            } else {
                lines
            };
            body.row(
                &lines
                    .iter()
                    .map(|line| format!("{line}\n"))
                    .collect::<String>(),
            );
        }
        body.text
    }

    /// One subject below the other, each as a paragraph that names its items.
    fn listed(&self, header: &[&str], rows: &[Vec<String>]) -> String {
        let mut text = String::new();
        for row in rows {
            let Some((label, cells)) = row.split_first() else {
                continue;
            };
            text.push_str(&self.heading(label));
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
