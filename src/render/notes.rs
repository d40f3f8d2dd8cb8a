//! Numbered notes: where every entry of a page comes from.

use crate::model::Reference;
use crate::report::{Citation, Cited, Column, Entry, Figure, Section, Subjects, date_or_edition};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Room for the text of most notes.
const ROOM: usize = 240;

/// The notes of a page, numbered from 1 in the order of first mention.
pub struct Notes<'a> {
    cited: &'a Cited<'a>,
    notes: Vec<Note<'a>>,
    /// The number of each by what it is about.
    numbers: BTreeMap<Subject<'a>, usize>,
}

/// What tells one note from another: the publication, and of a figure when and what it measures, as far as is said of it.
type Subject<'a> = (&'a str, Option<(Detail, Option<&'a str>, Option<&'a str>)>);

/// What one note is about: a publication, and the first figure that it is noted for.
struct Note<'a> {
    source: &'a str,
    figure: Option<&'a Figure>,
    detail: Detail,
}

/// A note in parts.
pub struct Parts<'a> {
    /// The publication and what is meant in it, as a sentence.
    pub words: String,
    /// What is meant in the publication alone; none where all of it is.
    pub meant: Option<String>,
    /// The publication itself; none where it is not described.
    pub publication: Option<&'a Citation>,
}

/// How much a note says of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Period and occupation: figures of different occupations have notes of their own.
    Occupation,
    /// The period alone, where a column beside the figure names the occupation.
    Period,
}

impl Detail {
    /// Where each row is a role, a column names its occupation.
    pub fn of(section: &Section) -> Self {
        let names_it = |column: &Column| column.id == "occupation";
        match section.subjects {
            Subjects::Rows if section.columns.iter().any(names_it) => Self::Period,
            _ => Self::Occupation,
        }
    }
}

impl<'a> Notes<'a> {
    /// Starts with no notes.
    pub fn of(cited: &'a Cited<'a>) -> Self {
        Self {
            cited,
            notes: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// The marks of an entry, adding notes that are new: ` [1,4]`, or nothing.
    pub fn mark(&mut self, entry: &'a Entry, detail: Detail) -> String {
        let numbers = self.numbers(entry, detail);
        let mut mark = String::with_capacity(numbers.len() * 4 + 2);
        for number in numbers {
            mark.push_str(if mark.is_empty() { " [" } else { "," });
            // Writing to a string cannot fail.
            let _ = write!(mark, "{number}");
        }
        if !mark.is_empty() {
            mark.push(']');
        }
        mark
    }

    /// The numbers of an entry's notes, each once and the lowest first, adding notes that are new.
    pub fn numbers(&mut self, entry: &'a Entry, detail: Detail) -> Vec<usize> {
        let figure = entry.figure.as_ref();
        let figure = figure.filter(|figure| !figure.origin.source.is_empty());
        let mut numbers = Vec::with_capacity(entry.sources.len() + 1);
        if let Some(figure) = figure {
            // What measures no occupation, such as a fee, says its date beside it and needs no note of its own.
            let measured = figure.origin.occupation.is_some().then_some(figure);
            numbers.push(self.number(&figure.origin.source, measured, detail));
        }
        for source in entry.sources.iter() {
            numbers.push(self.number(source, None, detail));
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, source: &'a str, figure: Option<&'a Figure>, detail: Detail) -> usize {
        // Figures of one publication share a note while they measure the same thing at the same time.
        let measured = figure.map(|figure| {
            let occupation = figure.origin.occupation.as_deref();
            let occupation = occupation.filter(|_| detail == Detail::Occupation);
            (detail, figure.origin.period.as_deref(), occupation)
        });
        let notes = &mut self.notes;
        let number = self.numbers.entry((source, measured));
        *number.or_insert_with(|| {
            notes.push(Note {
                source,
                figure,
                detail,
            });
            notes.len()
        })
    }

    /// The text of every note, in order: publication, what is meant in it, address.
    pub fn texts(&self) -> Vec<String> {
        let text = |note: &Note<'a>| {
            let publication = self.cited.source(note.source);
            let meant = publication.and_then(|_| note.meant(self.cited));
            let mut text = note.words(publication, meant.as_deref());
            if let Some(publication) = publication {
                text.push(' ');
                text.push_str(&publication.address);
            }
            text
        };
        self.notes.iter().map(text).collect()
    }

    /// The same in parts, for formats that can link.
    pub fn references(&self) -> Vec<Parts<'a>> {
        let parts = |note: &Note<'a>| {
            let publication = self.cited.source(note.source);
            let meant = note.meant(self.cited);
            Parts {
                words: note.words(publication, meant.as_deref()),
                meant,
                publication,
            }
        };
        self.notes.iter().map(parts).collect()
    }

    /// The credits that the licences of the noted publications ask for, each once.
    pub fn credits(&self) -> Vec<&'a str> {
        let mut credits = Vec::new();
        for note in &self.notes {
            if let Some(credit) = self
                .cited
                .source(note.source)
                .and_then(|source| source.attribution.as_deref())
                && !credits.contains(&credit)
            {
                credits.push(credit);
            }
        }
        credits
    }
}

impl Note<'_> {
    /// What it says before the address: publisher, title, and the edition unless that is the period already named; then
    /// what is meant in it.
    fn words(&self, publication: Option<&Citation>, meant: Option<&str>) -> String {
        let Some(source) = publication else {
            return self.source.to_owned();
        };
        let mut words = String::with_capacity(ROOM);
        words.push_str(&source.publisher);
        words.push_str(", ");
        words.push_str(&source.title);
        let period = self.figure.and_then(Figure::period_text);
        if let Some(edition) =
            date_or_edition(source).filter(|edition| period.as_ref() != Some(edition))
        {
            words.push_str(", ");
            words.push_str(&edition);
        }
        if let Some(meant) = meant {
            words.push_str(": ");
            words.push_str(meant);
        }
        if !words.ends_with(['.', '?', '!']) {
            words.push('.');
        }
        words
    }

    /// What is meant in the publication, and the layer of the user's own data that says so.
    fn meant(&self, cited: &Cited<'_>) -> Option<String> {
        let reference = Reference::of(self.source);
        let layer = reference.layer.map(|layer| format!("in layer {layer}"));
        let parts = [self.located(reference, cited), layer];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// What is meant in the publication: of a figure its period, occupation and area, of a statement the occupation.
    fn located(&self, reference: Reference<'_>, cited: &Cited<'_>) -> Option<String> {
        match (self.figure, reference.occupation) {
            (Some(figure), _) => {
                let period = figure.period_text();
                let period = period.unwrap_or_else(|| "undated".to_owned());
                let area = figure.origin.area.as_deref().unwrap_or("area unknown");
                match (&figure.origin.occupation_title, &figure.origin.occupation) {
                    (Some(title), Some(code)) if self.detail == Detail::Occupation => {
                        Some(format!("{period}, {title} ({code}), {area}"))
                    }
                    _ => Some(format!(
                        "{period}, of the occupation that each role is measured by, {area}"
                    )),
                }
            }
            (None, Some(code)) => {
                let title = cited
                    .occupations
                    .iter()
                    .find(|(known, _)| known == code)
                    .map(|(_, title)| title.as_str());
                Some(title.map_or_else(|| code.to_owned(), |title| format!("{title} ({code})")))
            }
            (None, None) => None,
        }
    }
}
