//! Text set in roff, the language of man pages.

use crate::cli::prose::Block;
use roff::{Inline, Roff, bold, roman};

/// A man page while it is written.
pub struct Sheet {
    /// The line that begins a page.
    title: String,
    text: Roff,
    /// Whether a heading was written last, below which no paragraph need begin.
    headed: bool,
}

impl Sheet {
    /// A page of the first section, with the source in its foot. It has no date: it is of its version.
    pub fn new(name: &str, source: &str) -> Self {
        // An empty word has to be quoted, which the library does not.
        let name = name.to_uppercase().replace('-', "\\-");
        Self {
            title: format!(".TH {name} 1 \"\" \"{source}\" \"User Commands\"\n"),
            text: Roff::new(),
            headed: false,
        }
    }

    pub fn section(&mut self, title: &str) {
        self.text.control("SH", [title.to_uppercase().as_str()]);
        self.headed = true;
    }

    /// A line of what is given.
    pub fn line(&mut self, words: Vec<Inline>) {
        self.text.text(words);
        self.headed = false;
    }

    /// A paragraph of running text.
    pub fn paragraph(&mut self, text: &str) {
        self.begin();
        self.line(marked(text));
    }

    /// Begins a paragraph.
    fn begin(&mut self) {
        if !self.headed {
            self.text.control("PP", []);
        }
    }

    /// Something, and below it what is to be said of it.
    pub fn item(&mut self, what: Vec<Inline>, text: &str) {
        self.text.control("TP", []);
        self.line(what);
        self.line(marked(text));
    }

    /// A further paragraph on the item above.
    pub fn further(&mut self, text: &str) {
        self.text.control("IP", []);
        self.line(marked(text));
    }

    /// Help text, with headings of the second rank.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(title) => {
                    self.text.control("SS", [*title]);
                    self.headed = true;
                }
                Block::Paragraph(text) => self.paragraph(text),
                Block::Term { term, text } => self.item(vec![bold(*term)], text),
                Block::Example {
                    command,
                    remark: "",
                } => {
                    self.begin();
                    self.line(vec![bold(*command)]);
                }
                Block::Example { command, remark } => self.item(vec![bold(*command)], remark),
            }
        }
    }

    pub fn drawn(&self) -> String {
        format!("{}{}", self.title, self.text.render())
    }
}

/// Running text, in which what is to be typed stands in bold instead of between backticks.
fn marked(text: &str) -> Vec<Inline> {
    let pieces = text.split('`').enumerate();
    let pieces = pieces.filter(|(_, piece)| !piece.is_empty());
    pieces
        .map(|(position, piece)| match position % 2 {
            0 => roman(piece),
            _ => bold(piece),
        })
        .collect()
}
