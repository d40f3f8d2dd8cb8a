//! Sections of a hand-out as tables. Every part names its role, since narrow screens lay tables out as lists.

use super::group::{Line, are_words, lines};
use super::mark;
use super::note::Mentions;
use super::text::{seen, words};
use crate::render::notes::Detail;
use crate::render::shared::Shared;
use crate::report::{Cell, Column, Entry, Row, Section, Subjects};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The table of a section. `labelled_by` is the id of its heading.
pub fn draw<'a>(
    section: &'a Section<'a>,
    labelled_by: &str,
    mentions: &mut Mentions<'a>,
) -> Markup {
    let (heads, rows) = match section.subjects {
        Subjects::Columns => (heads(section), side_by_side(section, mentions)),
        Subjects::Rows => in_rows(section, mentions),
    };
    // A role alone is named by the title; a header over its one column would only repeat it.
    let alone = section.subjects == Subjects::Columns && heads.len() == 1;
    html! {
        table.{ (kind(section)) " of-" (heads.len()) } role="table" aria-labelledby=(labelled_by) {
            @if !alone {
                thead role="rowgroup" {
                    tr role="row" {
                        td role="cell" {}
                        @for head in heads {
                            th scope="col" role="columnheader" { (head) }
                        }
                    }
                }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    (row)
                }
            }
        }
    }
}

/// How a section is laid out: with its subjects as rows or as columns; and if those, whether its labels say the most.
pub fn kind(section: &Section<'_>) -> &'static str {
    let lines = match section.subjects {
        Subjects::Rows => return "rows",
        Subjects::Columns => lines(&section.rows),
    };
    let short = |cell: &Cell<'_>| match cell.entries.as_slice() {
        [entry] => entry.text.chars().count() <= SHORT,
        entries => entries.is_empty(),
    };
    let mut cells = section.rows.iter().flat_map(|row| &row.cells);
    let grouped = lines.iter().any(|line| matches!(line, Line::Same(_)));
    if section.columns.len() == 1 && are_words(&lines) {
        "roles"
    } else if grouped || cells.all(short) {
        "roles short"
    } else {
        "roles"
    }
}

/// The longest text of a cell that needs no more room than its row's label, in characters.
const SHORT: usize = 26;

/// The titles of the columns.
fn heads(section: &Section<'_>) -> Vec<Markup> {
    let title = |column: &Column| html! { (seen(&column.title)) };
    shown(section).map(|(_, column)| title(column)).collect()
}

/// The columns that say something; one that only draws what others say is a chart here.
fn shown<'s>(section: &'s Section<'_>) -> impl Iterator<Item = (usize, &'s Column)> {
    let columns = section.columns.iter().enumerate();
    columns.filter(|(_, column)| !column.drawn)
}

/// One column a role. Rows that say the same are one line.
fn side_by_side<'a>(section: &'a Section<'a>, mentions: &mut Mentions<'a>) -> Vec<Markup> {
    let lines = lines(&section.rows);
    let alone = section.columns.len() == 1;
    // Of a role alone, what is said of the things is the shorter label for them.
    let told_first = alone && are_words(&lines);
    let mut drawn = Vec::new();
    for line in lines {
        drawn.push(match line {
            Line::One(row) if told_first => told(&[row], mentions),
            Line::One(row) => draw_row(section, row, mentions),
            Line::Same(rows) if told_first => told(&rows, mentions),
            Line::Same(rows) => together(section, &rows, mentions),
        });
    }
    drawn
}

/// A row with its label and its cells.
fn draw_row<'a>(section: &'a Section<'a>, row: &'a Row<'a>, mentions: &mut Mentions<'a>) -> Markup {
    let cells = cells(section, row, |entry| {
        let numbers = mentions.numbers(entry, Detail::Occupation);
        mentions.raised(&numbers)
    });
    html! {
        tr role="row" {
            th scope="row" role="rowheader" class=[mark::of_label(&row.label)] {
                @if row.label == section.title {
                    span.unseen { (seen(&row.label)) }
                } @else {
                    (words(&row.label))
                }
            }
            @for cell in cells { (cell) }
        }
    }
}

/// Rows that say the same, in one row that names them all; each name has the marks of its own row.
fn together<'a>(
    section: &'a Section<'a>,
    rows: &[&'a Row<'a>],
    mentions: &mut Mentions<'a>,
) -> Markup {
    let names = names(rows, mentions);
    let cells = rows
        .first()
        .map(|row| cells(section, row, |_| Markup::default()));
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (names) }
            @for cell in cells.into_iter().flatten() { (cell) }
        }
    }
}

/// Of a role alone, what is said, and then the things that it is said of.
fn told<'a>(rows: &[&'a Row<'a>], mentions: &mut Mentions<'a>) -> Markup {
    let entries = rows.first().into_iter().flat_map(|row| &row.cells);
    let entry = entries.flat_map(|cell| &cell.entries).next();
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { @if let Some(entry) = entry { (words(&entry.text)) } }
            td role="cell" { (names(rows, mentions)) }
        }
    }
}

/// The labels of rows as a list in a line, each with the marks of its row.
fn names<'a>(rows: &[&'a Row<'a>], mentions: &mut Mentions<'a>) -> Markup {
    let name = |row: &&'a Row<'a>| {
        let entries = row.cells.iter().flat_map(|cell| &cell.entries);
        let numbers = entries.flat_map(|entry| mentions.numbers(entry, Detail::Occupation));
        let numbers: BTreeSet<usize> = numbers.collect();
        let mark = mentions.raised(&numbers.into_iter().collect::<Vec<_>>());
        html! { li { (words(&row.label)) (mark) } }
    };
    let names: Vec<Markup> = rows.iter().map(name).collect();
    html! { ul.names { @for name in names { (name) } } }
}

/// The cells of a row under their roles.
fn cells<'a>(
    section: &'a Section<'a>,
    row: &'a Row<'a>,
    mut raised: impl FnMut(&'a Entry<'a>) -> Markup,
) -> Vec<Markup> {
    let alone = section.columns.len() == 1;
    let cells = shown(section).filter_map(|(position, column)| {
        let cell = row.cells.get(position)?;
        let name = (!alone).then_some(column.title.as_str());
        Some(draw_cell(cell, name, &mut raised))
    });
    cells.collect()
}

/// One subject a row. A mark that a whole column shares stands in its header.
fn in_rows<'a>(
    section: &'a Section<'a>,
    mentions: &mut Mentions<'a>,
) -> (Vec<Markup>, Vec<Markup>) {
    let detail = Detail::of(section);
    let mut of_cell = |cell: &'a Cell<'a>| -> Vec<Vec<usize>> {
        let entries = cell.entries.iter();
        entries
            .map(|entry| mentions.numbers(entry, detail))
            .collect()
    };
    let of_row = |row: &'a Row<'a>| row.cells.iter().map(&mut of_cell).collect();
    let marks: Vec<Vec<Vec<Vec<usize>>>> = section.rows.iter().map(of_row).collect();
    let shared = Shared::of(section, section.columns.len(), &marks);
    let head = |(position, column): (usize, &Column)| {
        let numbers = shared.columns.get(position).map(Vec::as_slice);
        let mark = mentions.raised(numbers.unwrap_or_default());
        html! { (seen(&column.title)) (mark) }
    };
    let heads = shown(section).map(head).collect();
    let mut rows = Vec::new();
    for ((row, marks), of_row) in section.rows.iter().zip(&marks).zip(&shared.rows) {
        let label_mark = mentions.raised(of_row);
        let mut cells = Vec::new();
        for (position, column) in shown(section) {
            let (Some(cell), Some(marks)) = (row.cells.get(position), marks.get(position)) else {
                continue;
            };
            let elsewhere = shared.elsewhere(of_row, position);
            let mut marks = marks.iter();
            cells.push(draw_cell(cell, Some(&column.title), |_| {
                let numbers = marks.next().filter(|mark| Some(*mark) != elsewhere);
                mentions.raised(numbers.map_or(&[], Vec::as_slice))
            }));
        }
        rows.push(html! {
            tr role="row" {
                th scope="row" role="rowheader" class=[mark::of_label(&row.label)] {
                    (words(&row.label)) (label_mark)
                }
                @for cell in cells { (cell) }
            }
        });
    }
    (heads, rows)
}

/// A cell with its entries; where several stand in it, as a list. It names its column for narrow screens.
fn draw_cell<'a>(
    cell: &'a Cell<'a>,
    column: Option<&str>,
    mut raised: impl FnMut(&'a Entry<'a>) -> Markup,
) -> Markup {
    let entries: Vec<_> = cell
        .entries
        .iter()
        .map(|entry| (entry, raised(entry)))
        .collect();
    let several = entries.len() > 1;
    let name = column.map(seen);
    html! {
        td role="cell" data-column=[name] {
            @if several {
                ul {
                    @for (entry, mark) in entries {
                        li class=[mark::of_entry(entry)] { (words(&entry.text)) (mark) }
                    }
                }
            } @else {
                @for (entry, mark) in entries {
                    @if let Some(class) = mark::of_entry(entry) {
                        span class=(class) { (words(&entry.text)) (mark) }
                    } @else {
                        (words(&entry.text)) (mark)
                    }
                }
            }
        }
    }
}
