//! The room of a picture: labels to the left of it, or above each line where a line is short.

use crate::render::Settings;
use crate::render::wrap::{Word, width, wrap, wrap_words};

/// The room from which even long labels stand beside their lines.
const BESIDE: usize = 64;
/// The space between a label and its line.
const GAP: usize = 2;

/// How the columns of a line are shared.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub room: usize,
    /// Columns of the labels with the gap behind them; zero where they stand above.
    pub label: usize,
    pub color: bool,
}

impl Frame {
    pub fn new(room: usize, settings: Settings) -> Self {
        Self {
            room,
            label: 0,
            color: settings.color,
        }
    }

    /// The same with room for these labels, at most a third of the line.
    pub fn labelled<'l>(self, labels: impl Iterator<Item = &'l String>) -> Self {
        let longest = labels.map(|label| width(label)).max().unwrap_or(0) + GAP;
        let most = self.room / 3;
        let label = if self.room < BESIDE && longest > most {
            0
        } else {
            longest.min(most)
        };
        Self { label, ..self }
    }

    /// The columns beside the labels.
    pub fn columns(self) -> usize {
        self.room.saturating_sub(self.label)
    }

    /// A line with its label beside or above it. `line` may have colours in it.
    pub fn line(self, label: &str, line: &str) -> String {
        if self.label == 0 {
            let above = self.words(label);
            return format!("{above}{}\n", line.trim_end());
        }
        let lines = wrap(label, self.label - GAP, "", "");
        let mut text = String::new();
        for (position, label) in lines.iter().enumerate() {
            let gap = " ".repeat(self.label.saturating_sub(label.width));
            let line = if position == 0 { line } else { "" };
            text.push_str(format!("{}{gap}{line}", label.text).trim_end());
            text.push('\n');
        }
        text
    }

    /// A sentence of its own.
    pub fn words(self, text: &str) -> String {
        wrap(text, self.room, "", "").into_text()
    }

    /// Phrases that stay whole.
    pub fn phrases<'p>(self, phrases: impl Iterator<Item = &'p str>) -> String {
        wrap_words(phrases.map(Word::of), self.room, "", "").into_text()
    }
}
