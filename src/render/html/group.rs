//! Rows of a hand-out that say the same of different things, told once: a list of skills that all are `essential`.

use super::mark;
use crate::report::{Cell, Row};

/// What stands in one line of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Line<'a> {
    One(&'a Row<'a>),
    /// Rows whose cells say the same, two or more.
    Same(Vec<&'a Row<'a>>),
}

/// The longest text that is told once for several rows, in characters: a word or two, no statement.
const SHORT: usize = 40;
/// Fewer rows saved than this are not worth a table of two kinds of rows.
const WORTH: usize = 3;

/// The rows in lines, those that say the same at the place of the first of them.
pub fn lines<'a>(rows: &'a [Row<'a>]) -> Vec<Line<'a>> {
    let mut groups: Vec<Vec<&'a Row<'a>>> = Vec::new();
    for row in rows {
        let group = groups
            .iter_mut()
            .find(|group| group.iter().all(|other| same(other, row)));
        match group {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    if rows.len() - groups.len() < WORTH {
        return rows.iter().map(Line::One).collect();
    }
    let line = |group: Vec<&'a Row<'a>>| match group.as_slice() {
        [row] => Line::One(row),
        _ => Line::Same(group),
    };
    groups.into_iter().map(line).collect()
}

/// Whether all rows say a word or two, and some of them the same.
pub fn are_words(lines: &[Line<'_>]) -> bool {
    let grouped = lines.iter().any(|line| matches!(line, Line::Same(_)));
    let word_only = |line: &Line<'_>| match line {
        Line::One(row) => same(row, row),
        Line::Same(_) => true,
    };
    grouped && lines.iter().all(word_only)
}

/// Whether two rows say the same, in a word or two that are no figure and no warning.
fn same(a: &Row<'_>, b: &Row<'_>) -> bool {
    let mut cells = a.cells.iter().zip(&b.cells);
    let plain = |row: &Row<'_>| mark::of_label(&row.label).is_none();
    plain(a)
        && plain(b)
        && a.cells.len() == b.cells.len()
        && cells.all(|(a, b)| word(a).is_some_and(|text| word(b) == Some(text)))
}

/// What a cell says, if it is a word or two.
fn word<'a>(cell: &'a Cell<'_>) -> Option<&'a str> {
    match cell.entries.as_slice() {
        [entry] if entry.figure.is_none() && entry.text.chars().count() <= SHORT => {
            let warns = matches!(mark::of_entry(entry), Some("retired" | "stand-in"));
            (!warns).then_some(&*entry.text)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Entry;

    fn row(label: &'static str, text: &'static str) -> Row<'static> {
        Row::single(label, label, Cell::one(Entry::plain(text)))
    }

    fn labels(rows: &[Row<'_>]) -> Vec<Vec<String>> {
        let labels = |line: &Line<'_>| match line {
            Line::One(row) => vec![row.label.clone()],
            Line::Same(rows) => rows.iter().map(|row| row.label.clone()).collect(),
        };
        lines(rows).iter().map(labels).collect()
    }

    #[test]
    fn rows_that_say_the_same_are_one_line() {
        let rows = [
            row("a", "essential"),
            row("b", "useful"),
            row("c", "essential"),
            row("d", "essential"),
            row("e", "useful"),
        ];
        assert_eq!(labels(&rows), [vec!["a", "c", "d"], vec!["b", "e"]]);
        assert_eq!(labels(&rows[..3]).len(), 3, "not worth it");
    }

    #[test]
    fn what_warns_stands_alone() {
        let rows = [
            row("a (retired 2021-01-31)", "named"),
            row("b (retired 2021-01-31)", "named"),
            row("c", "stand-in"),
            row("d", "stand-in"),
            row("e", "essential"),
            row("f", "essential"),
            row("g", "essential"),
            row("h", "essential"),
        ];
        let expected = [
            vec!["a (retired 2021-01-31)"],
            vec!["b (retired 2021-01-31)"],
            vec!["c"],
            vec!["d"],
            vec!["e", "f", "g", "h"],
        ];
        assert_eq!(labels(&rows), expected);
    }
}
