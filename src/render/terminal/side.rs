//! Roles side by side, while each has room to be read.

use super::columns::{Columns, GAP};
use super::pen::{Body, Pen};
use crate::render::Layout;
use crate::render::notes::{Detail, Notes};
use crate::render::paint::Paint;
use crate::render::wrap::{Lines, Word, has_digit, long_words, width, wrap};
use crate::report::{Cell, Section};

/// The narrowest column that still reads as text, in characters, its gap among them.
const READABLE: usize = 24;
/// The narrowest column that can be asked for: words break in it, but it can be drawn.
const DRAWABLE: usize = 8;
/// What one of several entries begins with, in characters.
const BULLET: usize = 2;

impl Pen<'_> {
    /// Roles side by side; the section's title heads the labels.
    pub fn side_by_side<'a>(&self, out: &mut String, section: &'a Section, notes: &mut Notes<'a>) {
        let count = section.columns.len().max(1);
        let each = self.room.saturating_sub(self.label_width) / count;
        let least = match self.settings.layout {
            Layout::Table => DRAWABLE,
            _ => READABLE,
        };
        if each < least || has_wider_figure(section, each.saturating_sub(GAP)) {
            out.push_str(&self.stacked(section, notes));
            return;
        }
        let columns = Columns {
            label: self.label_width,
            width: each,
            count,
        };
        let header = self.header(section, &section.title, columns);
        out.push_str(&header);
        let again = if count == 1 {
            // With no columns to name again, the title alone would read as another section.
            self.header(section, &format!("{} (continued)", section.title), columns)
        } else {
            header
        };
        let mut body = Body::new(out, again);
        // The same lines are filled for every row.
        let mut label = Lines::default();
        let mut cells = Vec::new();
        for row in &section.rows {
            label.clear();
            if row.label != section.title {
                let filling = label.fill(columns.label_room(), "", "");
                filling.text(&row.label).end();
            }
            cells.resize_with(row.cells.len(), Lines::default);
            for (lines, cell) in cells.iter_mut().zip(&row.cells) {
                self.wrap_cell(lines, cell, notes, columns.room());
            }
            let out = body.row(Columns::height(&label, &cells));
            columns.row(out, &label, &cells);
        }
    }

    /// The titles with a rule below them.
    fn header(&self, section: &Section, title: &str, columns: Columns) -> String {
        let mut text = if columns.count == 1 {
            self.heading(title)
        } else {
            let titles = section
                .columns
                .iter()
                .map(|column| wrap(&column.title, columns.room(), "", ""));
            let mut header = String::new();
            let label = wrap(title, columns.label_room(), "", "");
            columns.row(&mut header, &label, &titles.collect::<Vec<_>>());
            header
                .lines()
                .map(|line| format!("{}\n", self.bold(line)))
                .collect()
        };
        text.push_str(&self.rule(columns.all()));
        text
    }

    /// Sets the words of a cell in lines of at most `room` columns; several entries each begin with a hyphen.
    fn wrap_cell<'a>(&self, lines: &mut Lines, cell: &'a Cell, notes: &mut Notes<'a>, room: usize) {
        lines.clear();
        let (first, rest) = if cell.entries.len() > 1 {
            ("- ", "  ")
        } else {
            ("", "")
        };
        for entry in &cell.entries {
            let mark = notes.mark(entry, Detail::Occupation);
            let set = |lines: &mut Lines| {
                let filling = lines.fill(room, first, rest);
                filling.text(&entry.text).words(parts(&mark, room)).end();
            };
            if self.color() {
                let mut plain = Lines::default();
                set(&mut plain);
                let mut paint = Paint::default();
                paint.entry(entry, &mark);
                for line in plain.iter() {
                    lines.push(&paint.line(line.text, first.len()), line.width);
                }
            } else {
                set(lines);
            }
        }
    }
}

/// Whether a word with digits has no room, which would be read as another figure if it were broken.
fn has_wider_figure(section: &Section, room: usize) -> bool {
    let cells = section.rows.iter().flat_map(|row| &row.cells);
    let mut entries = cells.flat_map(|cell| &cell.entries);
    entries.any(|entry| {
        let mut long = long_words(&entry.text, room.saturating_sub(BULLET));
        long.any(has_digit)
    })
}

/// The numbers of a mark, apart where they have no room together.
fn parts(mark: &str, room: usize) -> impl Iterator<Item = Word<'_>> {
    let apart = width(mark) + BULLET > room;
    let parts = mark.trim_start();
    let parts = parts.split_inclusive(move |letter| apart && letter == ',');
    parts.map(Word::of)
}
