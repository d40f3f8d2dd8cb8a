//! A row of a section as sentences: what it is, whom it is about, what is said, and by which source.

use super::speech::{ended, figure, spoken, title};
use crate::render::notes::{Detail, Notes};
use crate::report::figure::{Figure, Unit};
use crate::report::{Cell, Column, Entry, Row, Section, Subjects};

/// The most letters of a thing that is told beside others.
const SHORT: usize = 40;
/// What says that a figure is of another occupation.
const STAND_IN: &str = "stand-in";

/// A section whose rows are told.
pub struct Saying<'s> {
    pub section: &'s Section<'s>,
}

impl<'s> Saying<'s> {
    /// Whether each row is a subject of its own, with a pause before it.
    pub fn is_parted(&self) -> bool {
        self.section.subjects == Subjects::Rows
    }

    /// The sentences of a row.
    pub fn row(&self, row: &'s Row, notes: &mut Notes<'s>) -> Vec<String> {
        match self.section.subjects {
            Subjects::Rows => self.subject(row, notes),
            Subjects::Columns => self.item(row, notes),
        }
    }

    /// All that is said of one subject, item by item.
    fn subject(&self, row: &'s Row, notes: &mut Notes<'s>) -> Vec<String> {
        let detail = Detail::of(self.section);
        let name = format!("{}: {}", spoken(&self.section.title), spoken(&row.label));
        let mut sentences = vec![ended(name)];
        let cells = self.section.columns.iter().zip(&row.cells);
        for (column, cell) in cells.filter(|(column, _)| !column.drawn) {
            let label = label(&column.title, std::iter::once(cell));
            self.tell(&mut sentences, &label, cell, notes, (detail, row));
        }
        sentences
    }

    /// One item, column by column; columns that say the same without a source, or give the same figure, are told together.
    fn item(&self, row: &'s Row, notes: &mut Notes<'s>) -> Vec<String> {
        let label = label(&row.label, row.cells.iter());
        let context = (Detail::Occupation, row);
        let mut sentences = Vec::new();
        let columns: Vec<_> = self.section.columns.iter().zip(&row.cells).collect();
        for (position, (column, cell)) in columns.iter().enumerate() {
            if columns.len() == 1 {
                self.tell(&mut sentences, &label, cell, notes, context);
                continue;
            }
            let shared = is_plain(cell) || is_figure(cell);
            let alike = |(_, other): &&(&'s Column, &'s Cell<'s>)| shared && other == cell;
            if columns.iter().take(position).any(|other| alike(&other)) {
                continue;
            }
            let others = columns.iter().skip(position + 1).filter(alike);
            let names = std::iter::once(column.title.as_str())
                .chain(others.map(|(column, _)| column.title.as_str()));
            let names: Vec<_> = names.map(title).collect();
            let label = format!("{label}: {}", and(&names));
            self.tell(&mut sentences, &label, cell, notes, context);
        }
        sentences
    }

    /// What a cell says: in one sentence if it is one thing, or a few short ones of one source; else point by point.
    fn tell(
        &self,
        sentences: &mut Vec<String>,
        label: &str,
        cell: &'s Cell,
        notes: &mut Notes<'s>,
        (detail, row): (Detail, &'s Row),
    ) {
        let mut told = |entry: &'s Entry| (words(entry, row, label), notes.numbers(entry, detail));
        let told: Vec<_> = cell.entries.iter().map(&mut told).collect();
        let stop = if label.contains(": ") { "," } else { ":" };
        match told.as_slice() {
            [] => {}
            // A claim says itself that it is one.
            [(words, numbers)] if label == "Claims" && words.starts_with("Claim: ") => {
                sentences.push(ended(words.clone()) + &sources(numbers));
            }
            [(words, numbers)] => {
                // A statement that is a sentence of its own begins after a stop.
                let whole = stop == "," && words.starts_with(char::is_uppercase);
                let stop = if whole { "." } else { stop };
                sentences.push(ended(format!("{label}{stop} {words}")) + &sources(numbers));
            }
            [(_, numbers), ..] if are_short(&told) => {
                let words: Vec<_> = told.iter().map(|(words, _)| words.as_str()).collect();
                let words = words.join("; ");
                sentences.push(ended(format!("{label}{stop} {words}")) + &sources(numbers));
            }
            several => {
                for (position, (words, numbers)) in several.iter().enumerate() {
                    let first = match position {
                        0 => format!("{label}, {} points. ", several.len()),
                        _ => String::new(),
                    };
                    let words = format!("{first}Point {}: {words}", position + 1);
                    sentences.push(ended(words) + &sources(numbers));
                }
            }
        }
    }
}

/// Whether things are few words each, and rest on the same sources, so that they are heard in one breath.
fn are_short(told: &[(String, Vec<usize>)]) -> bool {
    let is_short = |words: &str| words.len() <= SHORT && !words.starts_with(char::is_uppercase);
    let alike = told.windows(2).all(|pair| match pair {
        [(_, a), (_, b)] => a == b,
        _ => true,
    });
    alike && told.len() <= 3 && told.iter().all(|(words, _)| is_short(words))
}

/// Whether a cell is one thing that rests on no source: `not named`.
fn is_plain(cell: &Cell) -> bool {
    match cell.entries.as_slice() {
        [entry] => entry.cites().next().is_none(),
        _ => false,
    }
}

/// Whether a cell is one figure. Two that are equal have one value, period and source, and stand in alike.
fn is_figure(cell: &Cell) -> bool {
    matches!(cell.entries.as_slice(), [entry] if entry.figure.is_some())
}

/// The name of an item. One of dollars a year says of what: `Median a year` is said as `Median pay`.
fn label<'c>(label: &str, cells: impl Iterator<Item = &'c Cell<'c>>) -> String {
    let mut entries = cells.flat_map(|cell| &cell.entries);
    let of_pay = entries.any(|entry| {
        let figure = entry.figure.as_ref();
        figure.is_some_and(|figure| {
            figure.unit == Unit::DollarsPerYear
                && figure.status != "computed"
                && rest(entry, figure).is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
        })
    });
    let label = spoken(label);
    if !of_pay || label.to_lowercase().contains("pay") {
        return label;
    }
    let (name, after) = label.split_once(',').unwrap_or((&label, ""));
    let name = name.strip_suffix(" a year").unwrap_or(name);
    let name = if name.ends_with("percentile") {
        format!("{name} of pay")
    } else {
        format!("{name} pay")
    };
    match after {
        "" => name,
        after => format!("{name},{after}"),
    }
}

/// An entry in words. A figure brings its unit, its period, and whether it stands in, unless its label says so.
fn words(entry: &Entry, row: &Row, label: &str) -> String {
    let Some(own) = &entry.figure else {
        return stopped(spoken(&entry.text));
    };
    let Some(rest) = rest(entry, own) else {
        return with_unit(&entry.text, own);
    };
    let mut text = if own.unit == Unit::OpeningsPerYear
        && (rest.starts_with(" openings") || label.starts_with("Openings a year"))
    {
        spoken(&own.text())
    } else {
        figure(own)
    };
    let more = with_unit(rest, own);
    let joint = match (rest.chars().next(), own.unit) {
        (None | Some(','), _) => "",
        (_, Unit::PercentOfRespondents) => ", ",
        _ if more.starts_with(',') => "",
        _ => " ",
    };
    text.push_str(joint);
    text.push_str(&more);
    let period = own
        .period_text()
        .filter(|_| own.origin.occupation.is_some());
    let told = |period: &String| entry.text.contains(period.as_str()) || row.label == *period;
    if let Some(period) = period.filter(|period| !told(period)) {
        text.push_str(&format!(", {}", spoken(&period)));
    }
    if own.is_stand_in() && !label.contains(STAND_IN) && !entry.text.contains(STAND_IN) {
        text.push_str(", a stand-in");
    }
    text
}

/// A claim with a stop before its verdict, where there is none yet.
fn stopped(text: String) -> String {
    const VERDICT: &str = "\" Verdict: ";
    match text.split_once(VERDICT) {
        Some((claim, verdict))
            if claim.starts_with("Claim: ") && !claim.ends_with(['.', '?', '!']) =>
        {
            format!("{claim}.{VERDICT}{verdict}")
        }
        _ => text,
    }
}

/// What an entry says beyond its figure, where it begins with that.
fn rest<'e>(entry: &'e Entry, figure: &Figure) -> Option<&'e str> {
    entry.text.strip_prefix(figure.text().as_str())
}

/// Text in words, its dollars those of a year where the figure's are.
fn with_unit(text: &str, figure: &Figure) -> String {
    let text = spoken(text);
    if figure.unit != Unit::DollarsPerYear {
        return text;
    }
    let parts: Vec<_> = text.split(" dollars").collect();
    let mut out = String::with_capacity(text.len() + 16);
    for (position, part) in parts.iter().enumerate() {
        if position > 0 {
            let told = part.starts_with(" a year");
            out.push_str(if told { " dollars" } else { " dollars a year" });
        }
        out.push_str(part);
    }
    out
}

/// The sources as a sentence of their own, after a space; nothing without any.
fn sources(numbers: &[usize]) -> String {
    let numbers: Vec<_> = numbers.iter().map(usize::to_string).collect();
    match numbers.as_slice() {
        [] => String::new(),
        [one] => format!(" Source {one}."),
        several => format!(" Sources {}.", and(several)),
    }
}

/// Names in a row.
fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
