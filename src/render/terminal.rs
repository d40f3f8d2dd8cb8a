//! Text for a terminal: tables while there is room for them, else one thing below the other.

use super::columns::{Columns, GAP};
use super::grid::{Marked, gridded, marked};
use super::notes::{Detail, Notes};
use super::table;
use super::wrap::{width, wrap};
use crate::report::{Cell, Cited, Page, Row, Section, Subjects};
use anstyle::Style;

/// Room for most answers, so that the text need not move while it grows.
const ROOM: usize = 96 * 1024;
/// The narrowest column that still reads as text, in characters.
const READABLE: usize = 18;
/// The narrowest a line may be; below it text is drawn at this width.
const NARROWEST: usize = 20;

/// Draws a page within `width` columns.
pub fn draw(cited: &Cited<'_>, room: usize, color: bool) -> String {
    let room = room.max(NARROWEST);
    let page = &cited.page;
    let pen = Pen {
        room,
        color,
        label_width: label_width(page, room),
    };
    let mut notes = Notes::of(cited);
    let mut text = String::with_capacity(ROOM);
    text.push_str(&pen.heading(&page.title));
    for sentence in &page.lead {
        text.push('\n');
        text.push_str(&pen.paragraph(sentence, "", ""));
    }
    for section in &page.sections {
        text.push('\n');
        text.push_str(&pen.section(section, &mut notes));
    }
    for remark in &page.remarks {
        text.push('\n');
        text.push_str(&pen.paragraph(remark, "", ""));
    }
    let credits = notes.credits();
    let notes = notes.texts();
    if !notes.is_empty() {
        text.push('\n');
        text.push_str(&pen.heading("Notes"));
        let indent = notes.len().to_string().len() + 3;
        for (position, note) in notes.iter().enumerate() {
            let number = format!("[{}]", position + 1);
            text.push_str(&pen.paragraph(note, &format!("{number:<indent$}"), &" ".repeat(indent)));
        }
    }
    for credit in credits {
        text.push('\n');
        text.push_str(&pen.paragraph(credit, "", ""));
    }
    text
}

/// What everything on a page is drawn with.
struct Pen {
    /// Columns that a line may take.
    room: usize,
    color: bool,
    /// The width of the labels before the columns, the same in every section so that columns align.
    label_width: usize,
}

/// Room for the longest label, within a quarter of the line.
fn label_width(page: &Page, room: usize) -> usize {
    let sections = page
        .sections
        .iter()
        .filter(|section| section.subjects == Subjects::Columns);
    let labels = sections.flat_map(|section| {
        section
            .rows
            .iter()
            .map(|row| &row.label)
            .chain([&section.title])
            .map(|label| width(label) + GAP)
    });
    labels.max().unwrap_or(0).min(room / 4).clamp(12, 28)
}

impl Pen {
    fn heading(&self, text: &str) -> String {
        let lines = wrap(text.split(' '), self.room, "", "")
            .into_iter()
            .map(|line| format!("{}\n", self.bold(&line)));
        lines.collect()
    }

    fn bold(&self, text: &str) -> String {
        let style = if self.color {
            Style::new().bold()
        } else {
            Style::new()
        };
        format!("{style}{text}{style:#}")
    }

    fn paragraph(&self, text: &str, first: &str, rest: &str) -> String {
        wrap(text.split(' '), self.room, first, rest)
            .into_iter()
            .map(|line| format!("{line}\n"))
            .collect()
    }

    fn section<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        match section.subjects {
            Subjects::Columns => self.side_by_side(section, notes),
            Subjects::Rows => self.in_rows(section, notes),
        }
    }

    /// Roles side by side; the section's title heads the labels.
    fn side_by_side<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        let count = section.columns.len().max(1);
        let each = self.room.saturating_sub(self.label_width) / count;
        if each < READABLE {
            return self.stacked(section, notes);
        }
        let columns = Columns {
            label: self.label_width,
            width: each,
            count,
        };
        let mut text = if count == 1 {
            self.heading(&section.title)
        } else {
            let titles = section
                .columns
                .iter()
                .map(|column| wrap(column.title.split(' '), columns.room(), "", ""));
            let mut header = String::new();
            let label = wrap(section.title.split(' '), columns.label_room(), "", "");
            columns.row(&mut header, &label, &titles.collect::<Vec<_>>());
            header
                .lines()
                .map(|line| format!("{}\n", self.bold(line)))
                .collect()
        };
        columns.rule(&mut text);
        for row in &section.rows {
            let label = if row.label == section.title {
                ""
            } else {
                row.label.as_str()
            };
            let cells: Vec<_> = row
                .cells
                .iter()
                .map(|cell| wrapped(cell, notes, columns.room()))
                .collect();
            columns.row(
                &mut text,
                &wrap(label.split(' '), columns.label_room(), "", ""),
                &cells,
            );
        }
        text
    }

    /// One role, certification or source a row. A mark that a whole column shares stands in its header.
    ///
    /// Where there is no room, columns that can be spared are left out, and it is said which.
    fn in_rows<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        let detail = Detail::of(section);
        let marked_row = |row: &'a Row| {
            let cells = row.cells.iter().map(|cell| marked(cell, notes, detail));
            cells.collect()
        };
        let mut marked_cells: Vec<Vec<Marked>> = section.rows.iter().map(marked_row).collect();
        let mut columns: Vec<_> = section.columns.iter().collect();
        let mut left_out: Vec<&str> = Vec::new();
        loop {
            let (header, rows) = gridded(section, &columns, &marked_cells);
            let header: Vec<&str> = header.iter().map(String::as_str).collect();
            if let Some(table) = table::draw(&header, &rows, self.room) {
                let mut text = self.with_bold_header(table);
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
            let spare = columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.dispensable > 0);
            let Some((position, column)) = spare.min_by_key(|(_, column)| column.dispensable)
            else {
                return self.listed(&header, &rows);
            };
            left_out.push(&column.title);
            columns.remove(position);
            for row in &mut marked_cells {
                row.remove(position);
            }
        }
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

    fn with_bold_header(&self, table: String) -> String {
        let header_ends = table
            .lines()
            .position(|line| line.starts_with('─'))
            .unwrap_or(0);
        let lines = table.lines().enumerate().map(|(position, line)| {
            if position < header_ends {
                format!("{}\n", self.bold(line))
            } else {
                format!("{line}\n")
            }
        });
        lines.collect()
    }

    /// One thing below the other: each row's label, then what stands under each column.
    fn stacked<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        let mut text = self.heading(&section.title);
        for row in &section.rows {
            if row.label != section.title {
                text.push_str(&self.paragraph(&row.label, "", "  "));
            }
            for (column, cell) in section.columns.iter().zip(&row.cells) {
                let named = section.columns.len() > 1;
                let name = if named {
                    format!("{}: ", column.title)
                } else {
                    String::new()
                };
                match cell.entries.as_slice() {
                    [entry] => {
                        let line = format!(
                            "{name}{}{}",
                            entry.text,
                            notes.mark(entry, Detail::Occupation)
                        );
                        text.push_str(&self.paragraph(&line, "  ", "    "));
                    }
                    entries => {
                        if named {
                            text.push_str(&self.paragraph(name.trim_end(), "  ", "    "));
                        }
                        for entry in entries {
                            let line =
                                format!("{}{}", entry.text, notes.mark(entry, Detail::Occupation));
                            text.push_str(&self.paragraph(&line, "    - ", "      "));
                        }
                    }
                }
            }
        }
        text
    }
}

/// The words of a cell in lines of at most `room` columns; several entries each begin with a hyphen.
fn wrapped<'a>(cell: &'a Cell, notes: &mut Notes<'a>, room: usize) -> Vec<String> {
    let (first, rest) = if cell.entries.len() > 1 {
        ("- ", "  ")
    } else {
        ("", "")
    };
    let lines = cell.entries.iter().flat_map(|entry| {
        let mark = notes.mark(entry, Detail::Occupation);
        wrap(
            entry.text.split(' ').chain(mark.split(' ')),
            room,
            first,
            rest,
        )
    });
    lines.collect()
}
