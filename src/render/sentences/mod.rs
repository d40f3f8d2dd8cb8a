//! A page in whole sentences, one a line, to be read aloud: nothing is drawn, and nothing is told by place or colour.

mod saying;
mod speech;

use speech::spoken;
pub use speech::{ended, said};

use super::Settings;
use super::notes::Notes;
use super::wrap::wrap;
use crate::report::Cited;
use saying::Saying;

/// The narrowest a line may be.
const NARROWEST: usize = 20;

/// Draws a page as sentences.
pub fn draw(cited: &Cited<'_>, settings: Settings) -> String {
    let page = &cited.page;
    let mut text = Text {
        room: settings.width.max(NARROWEST),
        text: String::new(),
    };
    text.sentence(&said(&page.title));
    for sentence in &page.lead {
        text.gap();
        text.sentence(&said(sentence));
    }
    let mut notes = Notes::of(cited);
    for section in &page.sections {
        text.gap();
        let saying = Saying { section };
        if !saying.is_parted() {
            text.sentence(&format!("Section: {}.", spoken(&section.title)));
        }
        for (position, row) in section.rows.iter().enumerate() {
            if position > 0 && saying.is_parted() {
                text.gap();
            }
            for sentence in saying.row(row, &mut notes) {
                text.sentence(&sentence);
            }
        }
    }
    for remark in &page.remarks {
        text.gap();
        text.sentence(&said(remark));
    }
    let credits = notes.credits();
    let notes = notes.references();
    if !notes.is_empty() {
        text.gap();
        text.sentence("Sources.");
        for (position, note) in notes.iter().enumerate() {
            let words = said(&note.words);
            text.sentence(&format!("Source {}: {words}", position + 1));
            if let Some(publication) = note.publication {
                text.sentence(&format!("Address: {}", publication.address));
            }
        }
    }
    for credit in credits {
        text.gap();
        text.sentence(&said(credit));
    }
    text.text
}

/// Sentences in lines.
struct Text {
    room: usize,
    text: String,
}

impl Text {
    fn sentence(&mut self, sentence: &str) {
        let lines = wrap(sentence, self.room, "", "");
        self.text.push_str(lines.text());
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }
}
