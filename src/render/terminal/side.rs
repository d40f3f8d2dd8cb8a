//! Roles side by side, while each has room to be read.

use super::columns::{Columns, GAP};
use super::pen::{Body, Pen};
use crate::render::Layout;
use crate::render::notes::{Detail, Notes};
use crate::render::paint::Paint;
use crate::render::wrap::{Line, has_digit, width, wrap};
use crate::report::{Cell, Section};

/// The narrowest column that still reads as text, in characters, its gap among them.
const READABLE: usize = 24;
/// The narrowest column that can be asked for: words break in it, but it can be drawn.
const DRAWABLE: usize = 8;
/// What one of several entries begins with, in characters.
const BULLET: usize = 2;

impl Pen<'_> {
    /// Roles side by side; the section's title heads the labels.
    pub fn side_by_side<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        let count = section.columns.len().max(1);
        let each = self.room.saturating_sub(self.label_width) / count;
        let least = match self.settings.layout {
            Layout::Table => DRAWABLE,
            _ => READABLE,
        };
        if each < least || has_wider_figure(section, each.saturating_sub(GAP)) {
            return self.stacked(section, notes);
        }
        let columns = Columns {
            label: self.label_width,
            width: each,
            count,
        };
        let mut body = Body::new(self.header(section, &section.title, columns));
        if count == 1 {
            // With no columns to name again, the title alone would read as another section.
            let again = format!("{} (continued)", section.title);
            body = body.again(self.header(section, &again, columns));
        }
        let mut drawn = String::new();
        for row in &section.rows {
            let label = if row.label == section.title {
                ""
            } else {
                row.label.as_str()
            };
            let cells: Vec<_> = row
                .cells
                .iter()
                .map(|cell| self.wrapped(cell, notes, columns.room()))
                .collect();
            drawn.clear();
            columns.row(
                &mut drawn,
                &wrap(label.split(' '), columns.label_room(), "", ""),
                &cells,
            );
            body.row(&drawn);
        }
        body.text
    }

    /// The titles with a rule below them.
    fn header(&self, section: &Section, title: &str, columns: Columns) -> String {
        let mut text = if columns.count == 1 {
            self.heading(title)
        } else {
            let titles = section
                .columns
                .iter()
                .map(|column| wrap(column.title.split(' '), columns.room(), "", ""));
            let mut header = String::new();
            let label = wrap(title.split(' '), columns.label_room(), "", "");
            columns.row(&mut header, &label, &titles.collect::<Vec<_>>());
            header
                .lines()
                .map(|line| format!("{}\n", self.bold(line)))
                .collect()
        };
        text.push_str(&self.rule(columns.all()));
        text
    }

    /// The words of a cell in lines of at most `room` columns; several entries each begin with a hyphen.
    fn wrapped<'a>(&self, cell: &'a Cell, notes: &mut Notes<'a>, room: usize) -> Vec<Line> {
        let (first, rest) = if cell.entries.len() > 1 {
            ("- ", "  ")
        } else {
            ("", "")
        };
        let lines = cell.entries.iter().flat_map(|entry| {
            let mark = notes.mark(entry, Detail::Occupation);
            let parts = parts(&mark, room);
            let words = entry.text.split(' ').chain(parts);
            let mut lines = wrap(words, room, first, rest);
            if self.color() {
                let mut paint = Paint::default();
                paint.entry(entry, &mark);
                for line in &mut lines {
                    line.text = paint.line(&line.text, first.len());
                }
            }
            lines
        });
        lines.collect()
    }
}

/// Whether a word with digits has no room, which would be read as another figure if it were broken.
fn has_wider_figure(section: &Section, room: usize) -> bool {
    let cells = section.rows.iter().flat_map(|row| &row.cells);
    let mut entries = cells.flat_map(|cell| &cell.entries);
    entries.any(|entry| {
        let mut words = entry.text.split(' ');
        words.any(|word| {
            word.len() + BULLET > room && width(word) + BULLET > room && has_digit(word)
        })
    })
}

/// The numbers of a mark, apart where they have no room together.
fn parts(mark: &str, room: usize) -> impl Iterator<Item = &str> {
    let apart = width(mark) + BULLET > room;
    mark.split(' ')
        .flat_map(move |word| word.split_inclusive(move |letter| apart && letter == ','))
}
