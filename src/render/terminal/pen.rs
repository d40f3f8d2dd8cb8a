//! What everything on a page is drawn with: the room, the signs, and the colours.

use crate::render::Settings;
use crate::render::style::{Meaning, styled};
use crate::render::wrap::wrap;

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
        let lines = wrap(text, self.room, "", "");
        lines
            .iter()
            .map(|line| format!("{}\n", self.bold(line.text)))
            .collect()
    }

    pub fn bold(&self, text: &str) -> String {
        styled(text, Meaning::Heading, self.color())
    }

    pub fn paragraph(&self, text: &str, first: &str, rest: &str) -> String {
        wrap(text, self.room, first, rest).into_text()
    }

    /// A rule of this many columns.
    pub fn rule(&self, width: usize) -> String {
        format!("{}\n", "─".repeat(width))
    }
}

/// Rows below a header that comes back in a long table, always between two rows.
pub struct Body<'o> {
    out: &'o mut String,
    /// The header as it comes back.
    again: String,
    since: usize,
}

impl<'o> Body<'o> {
    /// Writes to `out`, which has the header already.
    pub fn new(out: &'o mut String, again: String) -> Self {
        Self {
            out,
            again,
            since: 0,
        }
    }

    /// Where a row of this many lines is to be written: below the header once more where the last one is out of sight.
    pub fn row(&mut self, lines: usize) -> &mut String {
        if self.since > 0 && self.since + lines > AGAIN && !self.again.is_empty() {
            self.out.push('\n');
            self.out.push_str(&self.again);
            self.since = 0;
        }
        self.since += lines;
        self.out
    }
}
