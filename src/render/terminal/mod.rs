//! Text for a terminal: tables while there is room for them, else one thing below the other.

mod columns;
mod grid;
mod pen;
mod rows;
mod side;
mod stacked;
mod table;

use super::ascii::{self, Glyphs};
use super::notes::Notes;
use super::picture;
use super::wrap::width;
use super::{Layout, Settings};
use crate::report::{Cited, Page, Section, Subjects};
use columns::GAP;
use pen::Pen;

/// Room for most answers, so that the text need not move while it grows.
const ROOM: usize = 96 * 1024;
/// The narrowest a line may be; below it text is drawn at this width.
const NARROWEST: usize = 20;

/// Draws a page within the width of the settings.
pub fn draw(cited: &Cited<'_>, settings: Settings) -> String {
    let room = settings.width.max(NARROWEST);
    let page = &cited.page;
    let pen = Pen {
        settings,
        room,
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
        pen.section(&mut text, section, &mut notes);
        if let Some(picture) = section.picture.as_ref().filter(|_| settings.pictures)
            && let Some(picture) = picture::draw(picture, room, settings)
        {
            text.push('\n');
            text.push_str(&picture);
        }
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
        let hanging = " ".repeat(indent);
        for (position, note) in notes.iter().enumerate() {
            let number = format!("[{}]", position + 1);
            let before = format!("{number:<indent$}");
            text.push_str(&pen.paragraph(note, &before, &hanging));
        }
    }
    for credit in credits {
        text.push('\n');
        text.push_str(&pen.paragraph(credit, "", ""));
    }
    match settings.glyphs {
        Glyphs::Unicode => text,
        Glyphs::Ascii => ascii::plain(&text),
    }
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

impl Pen<'_> {
    fn section<'a>(&self, out: &mut String, section: &'a Section, notes: &mut Notes<'a>) {
        match (section.subjects, self.settings.layout) {
            (Subjects::Columns, Layout::Stacked) => out.push_str(&self.stacked(section, notes)),
            (Subjects::Columns, _) => self.side_by_side(out, section, notes),
            (Subjects::Rows, _) => out.push_str(&self.in_rows(section, notes)),
        }
    }
}
