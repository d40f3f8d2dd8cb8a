//! What everything on a page is drawn with: the room, the signs, and the colours.

use crate::render::Settings;
use crate::render::style::{Meaning, styled};
use crate::render::wrap::{Line, wrap};

/// The lines of a table after which its header is drawn again, so that a screen seldom lacks one.
const AGAIN: usize = 40;

/// The room, the signs, and the colours.
#[derive(Debug, Clone, Copy)]
pub struct Pen<'s> {
    pub settings: Settings<'s>,
    /// Columns that a line may take.
    pub room: usize,
    /// The width of the labels before the columns, the same in every section so that columns align.
    pub label_width: usize,
}

impl Pen<'_> {
    pub fn color(&self) -> bool {
        self.settings.color
    }

    pub fn heading(&self, text: &str) -> String {
        let lines = wrap(text.split(' '), self.room, "", "")
            .into_iter()
            .map(|line| format!("{}\n", self.bold(&line.text)));
        lines.collect()
    }

    pub fn bold(&self, text: &str) -> String {
        styled(text, Meaning::Heading, self.color())
    }

    pub fn paragraph(&self, text: &str, first: &str, rest: &str) -> String {
        text_of(&wrap(text.split(' '), self.room, first, rest))
    }

    /// A rule of this many columns.
    pub fn rule(&self, width: usize) -> String {
        format!("{}\n", "─".repeat(width))
    }
}

/// Lines with their ends.
pub fn text_of(lines: &[Line]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Rows below a header that comes back in a long table, always between two rows.
pub struct Body {
    /// The header as it comes back.
    again: String,
    pub text: String,
    since: usize,
}

impl Body {
    /// Begins with the header.
    pub fn new(header: String) -> Self {
        Self {
            text: header.clone(),
            again: header,
            since: 0,
        }
    }

    /// The same with a header that comes back in other words.
    pub fn again(self, again: String) -> Self {
        Self { again, ..self }
    }

    /// Adds a row, below the header once more where the last one is out of sight.
    pub fn row(&mut self, row: &str) {
        let lines = row.lines().count();
        if self.since > 0 && self.since + lines > AGAIN && !self.again.is_empty() {
            self.text.push('\n');
            self.text.push_str(&self.again);
            self.since = 0;
        }
        self.text.push_str(row);
        self.since += lines;
    }
}
