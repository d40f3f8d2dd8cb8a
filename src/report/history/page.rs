//! A history laid out: a year a row, an edition a row, and the breaks between them.

use super::{History, PaidYear, ProjectedEdition, words};
use crate::analysis::history::eighths;
use crate::model::{Fit, Measure};
use crate::report::figure::Figure;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use crate::report::picture::{Bar, Picture, Series};
use crate::report::sections;

/// The cells that the longest bar of the chart fills.
const LONGEST_BAR: usize = 16;
/// A cell filled by none to seven eighths.
const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

pub fn lay_out(history: &History) -> Page<'_> {
    let sections = [pay(history), outlook(history), breaks(history)];
    let sections: Vec<_> = sections
        .into_iter()
        .filter(|section| !section.rows.is_empty())
        .collect();
    let mut lead = words::lead(history);
    if sections.is_empty() {
        lead.push("Nothing is recorded here.".to_owned());
    }
    let mut remarks = words::remarks(history);
    remarks.extend(sections::legend(&sections));
    Page {
        title: format!("{}, year by year", name(history)),
        lead,
        sections,
        remarks,
        graph: None,
    }
}

/// The role that was asked for, or the occupation with its code.
fn name(history: &History) -> String {
    let subject = &history.subject;
    subject.role.as_ref().map_or_else(
        || format!("{} ({})", subject.occupation_title, subject.occupation),
        |role| role.title.clone(),
    )
}

/// Columns of figures by id and title; those of a stand-in say so.
fn columns(history: &History, columns: &[(&str, &str, u8)]) -> Vec<Column> {
    let mut columns = Column::all(columns);
    if history.subject.fit.is_some_and(Fit::is_stand_in) {
        for column in &mut columns {
            column.title = format!("{} (stand-in)", column.title);
        }
    }
    columns
}

fn cell(figure: &Figure) -> Cell<'static> {
    Cell::one(Entry::of(figure.text(), figure.clone()))
}

fn pay(history: &History) -> Section<'_> {
    let figures = [
        ("median", "Median a year", 0),
        ("p10", "10th percentile", 0),
        ("p90", "90th percentile", 0),
        ("mean", "Mean", 1),
        ("jobs", "Jobs", 0),
    ];
    let mut columns = columns(history, &figures);
    columns.push(Column {
        dispensable: 2,
        drawn: true,
        ..Column::new("chart", "Median as a bar")
    });
    let medians = history.pay.iter().filter_map(|year| year.median.value);
    let largest = medians.map(|number| number.0).fold(0.0, f64::max);
    let row = |year: &PaidYear| {
        let figures = [&year.median, &year.p10, &year.p90, &year.mean, &year.jobs];
        let bar = Cell::one(Entry::plain(bar(&year.median, largest)));
        Row::alone(
            year.median.origin.period.clone().unwrap_or_default(),
            format!("May {}", year.year),
            figures.into_iter().map(cell).chain([bar]).collect(),
        )
    };
    let points = history.pay.iter().map(|year| Bar {
        label: year.year.to_string(),
        figure: year.median.clone(),
    });
    Section {
        picture: series("Median pay", points),
        id: "pay".to_owned(),
        title: "Pay".to_owned(),
        subjects: Subjects::Rows,
        columns,
        rows: history.pay.iter().map(row).collect(),
    }
}

/// A bar as long as the median is high.
fn bar(median: &Figure, largest: f64) -> String {
    let measure = median
        .value
        .map_or(Measure::Unknown, |number| Measure::Value(number.0));
    let filled = eighths(measure, largest, LONGEST_BAR);
    let part = PARTS.get(filled % 8).copied().unwrap_or_default();
    format!("{}{part}", "█".repeat(filled / 8))
}

/// A series as a picture, if there is anything to run from and to.
fn series(title: &str, points: impl Iterator<Item = Bar>) -> Option<Picture> {
    let points: Vec<_> = points.collect();
    (points.len() > 1).then(|| {
        Picture::Series(Series {
            title: title.to_owned(),
            points,
        })
    })
}

fn outlook(history: &History) -> Section<'_> {
    let figures = [
        ("growth", "Growth in ten years", 0),
        ("openings", "Openings a year", 0),
        ("jobs-start", "Jobs at the start", 0),
        ("jobs-end", "Jobs at the end", 0),
    ];
    let mut columns = columns(history, &figures);
    let noted = history.outlook.iter().any(|edition| edition.note.is_some());
    if noted {
        columns.push(Column::new("note", "To know"));
    }
    let row = |edition: &'_ ProjectedEdition| {
        let figures = [
            &edition.growth,
            &edition.openings,
            &edition.jobs_start,
            &edition.jobs_end,
        ];
        let mut cells: Vec<_> = figures.into_iter().map(cell).collect();
        if noted {
            let entries = edition.note.iter().cloned().map(Entry::plain).collect();
            cells.push(Cell { entries });
        }
        Row::alone(
            edition.edition.clone(),
            words::edition_text(&edition.edition),
            cells,
        )
    };
    let points = history.outlook.iter().map(|edition| Bar {
        label: words::edition_text(&edition.edition),
        figure: edition.growth.clone(),
    });
    Section {
        picture: series("Projected growth in ten years", points),
        id: "outlook".to_owned(),
        title: "Outlook".to_owned(),
        subjects: Subjects::Rows,
        columns,
        rows: history.outlook.iter().map(row).collect(),
    }
}

fn breaks(history: &History) -> Section<'_> {
    let subject = &history.subject;
    let id = subject
        .role
        .as_ref()
        .map_or(&subject.occupation, |role| &role.id);
    let row = |found: &'_ super::SeriesBreak| {
        let text = format!("{}.", found.text.trim_end_matches('.'));
        Row::single(
            found.item(),
            format!("May {}", found.period.trim_end_matches("-05")),
            Cell::one(Entry::cited(text, found.sources.clone())),
        )
    };
    Section {
        picture: None,
        id: "breaks".to_owned(),
        title: "Breaks in the pay series".to_owned(),
        subjects: Subjects::Columns,
        columns: vec![Column::new(id, name(history))],
        rows: history.breaks.iter().map(row).collect(),
    }
}
