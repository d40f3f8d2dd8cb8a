//! Numbered notes: where every entry of a page comes from.

use crate::report::{Citation, Entry, Figure, Page, Subjects};

/// The notes of a page, numbered from 1 in the order of first mention.
pub struct Notes<'a> {
    page: &'a Page,
    notes: Vec<Note<'a>>,
}

/// What one note is about: a publication, and the first figure that it is noted for.
struct Note<'a> {
    source: &'a str,
    figure: Option<&'a Figure>,
    detail: Detail,
}

/// How much a note says of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Period and occupation: figures of different occupations have notes of their own.
    Occupation,
    /// The period alone, where a column beside the figure names the occupation.
    Period,
}

impl Detail {
    /// Where each row is a subject, a column names its occupation.
    pub fn of(subjects: Subjects) -> Self {
        match subjects {
            Subjects::Columns => Self::Occupation,
            Subjects::Rows => Self::Period,
        }
    }
}

impl<'a> Notes<'a> {
    /// Starts with no notes.
    pub fn of(page: &'a Page) -> Self {
        Self {
            page,
            notes: Vec::new(),
        }
    }

    /// The marks of an entry, adding notes that are new: ` [1,4]`, or nothing.
    pub fn mark(&mut self, entry: &'a Entry, detail: Detail) -> String {
        let mut numbers = Vec::new();
        if let Some(figure) = entry
            .figure
            .as_ref()
            .filter(|figure| !figure.origin.source.is_empty())
        {
            numbers.push(self.number(&figure.origin.source, Some(figure), detail));
        }
        for source in &entry.sources {
            numbers.push(self.number(source, None, detail));
        }
        numbers.sort_unstable();
        numbers.dedup();
        if numbers.is_empty() {
            return String::new();
        }
        let numbers: Vec<_> = numbers.iter().map(usize::to_string).collect();
        format!(" [{}]", numbers.join(","))
    }

    fn number(&mut self, source: &'a str, figure: Option<&'a Figure>, detail: Detail) -> usize {
        // Figures of one publication share a note while they measure the same thing at the same time.
        let measured = |figure: Option<&'a Figure>| {
            figure.map(|figure| {
                let occupation = if detail == Detail::Occupation {
                    figure.origin.occupation.as_deref()
                } else {
                    None
                };
                (figure.origin.period.as_deref(), occupation)
            })
        };
        let alike = |note: &Note<'a>| {
            note.source == source
                && (note.detail == detail || figure.is_none())
                && measured(note.figure) == measured(figure)
        };
        if let Some(position) = self.notes.iter().position(alike) {
            return position + 1;
        }
        self.notes.push(Note {
            source,
            figure,
            detail,
        });
        self.notes.len()
    }

    /// The text of every note, in order: publication, period, occupation, area, fit, address.
    pub fn texts(&self) -> Vec<String> {
        self.notes.iter().map(|note| note.text(self.page)).collect()
    }
}

impl Note<'_> {
    fn text(&self, page: &Page) -> String {
        let Some(source) = page.source(self.source) else {
            return self.source.to_owned();
        };
        let Some(figure) = self.figure else {
            return format!("{}. {}", publication(source, None), source.address);
        };
        let period = figure.period_text().unwrap_or_else(|| "undated".to_owned());
        let publication = publication(source, Some(&period));
        let measured = match (&figure.origin.occupation, &figure.origin.occupation_title) {
            (Some(_), Some(_)) if self.detail == Detail::Period => {
                let area = figure.origin.area.as_deref().unwrap_or("area unknown");
                format!("{period}, of the occupation that each role is measured by, {area}")
            }
            (Some(code), Some(title)) => {
                let area = figure.origin.area.as_deref().unwrap_or("area unknown");
                format!("{period}, {title} ({code}), {area}")
            }
            _ => format!("read {period}"),
        };
        format!("{publication}: {measured}. {}", source.address)
    }
}

/// A publication in words: publisher, title, and its edition unless that is the period already named.
fn publication(source: &Citation, period: Option<&str>) -> String {
    let edition = source.edition.as_deref().or(source.date.as_deref());
    let edition = edition
        .filter(|edition: &&str| period.is_none_or(|period| period.replace('–', "-") != *edition));
    let edition = edition.map_or_else(String::new, |edition| format!(", {edition}"));
    format!("{}, {}{edition}", source.publisher, source.title)
}
