//! Colours for text that is already set in lines: they follow its letters, wherever the lines broke.

use super::style::Meaning;
use crate::report::{Entry, Tone};
use anstyle::Style;
use std::collections::VecDeque;

/// What is still to be painted, in the order of the letters.
///
/// Wrapping drops and adds spaces and nothing else, so that the letters tell where a piece begins and ends.
#[derive(Debug, Default)]
pub struct Paint {
    pieces: VecDeque<Piece>,
}

/// So many bytes of letters in one style.
#[derive(Debug)]
struct Piece {
    letters: usize,
    style: Style,
}

impl Paint {
    /// Adds text as it is.
    pub fn plain(&mut self, text: &str) {
        self.add(text, Meaning::Tone(Tone::Plain));
    }

    /// Adds the words of an entry in its tone, and the mark after them.
    pub fn entry(&mut self, entry: &Entry, mark: &str) {
        let tone = Meaning::Tone(entry.tone);
        let text: &str = &entry.text;
        let caution = entry.caution();
        let parts = caution.and_then(|at| {
            let (before, after) = (text.get(..at.start)?, text.get(at.end..)?);
            Some((before, text.get(at)?, after))
        });
        match parts {
            Some((before, caution, after)) => {
                self.add(before, tone);
                self.add(caution, Meaning::Tone(Tone::Warning));
                self.add(after, tone);
            }
            None => self.add(text, tone),
        }
        self.add(mark, Meaning::Citation);
    }

    fn add(&mut self, text: &str, meaning: Meaning) {
        let letters = text.bytes().filter(|byte| !is_space(*byte)).count();
        if letters > 0 {
            let style = meaning.style();
            self.pieces.push_back(Piece { letters, style });
        }
    }

    /// The next line, its first `indent` bytes as they are.
    pub fn line(&mut self, line: &str, indent: usize) -> String {
        let (before, rest) = line.split_at_checked(indent).unwrap_or(("", line));
        let mut out = String::with_capacity(line.len() + 24);
        out.push_str(before);
        let mut open = Style::new();
        for letter in rest.chars() {
            if !letter.is_ascii() || !is_space(letter as u8) {
                let style = self.take(letter.len_utf8());
                if style != open {
                    out.push_str(&format!("{open:#}{style}"));
                    open = style;
                }
            }
            out.push(letter);
        }
        out.push_str(&format!("{open:#}"));
        out
    }

    /// The style of the next letter, which takes this many bytes.
    fn take(&mut self, bytes: usize) -> Style {
        let Some(piece) = self.pieces.front_mut() else {
            return Style::new();
        };
        let style = piece.style;
        piece.letters = piece.letters.saturating_sub(bytes);
        if piece.letters == 0 {
            self.pieces.pop_front();
        }
        style
    }
}

/// What wrapping may drop or add.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::wrap::wrap;

    #[test]
    fn colours_follow_the_letters_over_line_breaks() {
        let entry = Entry::plain("+5.6%, 2024–34 (stand-in: broader occupation)").toned(Tone::Rise);
        let text = format!("{} [2]", entry.text);
        let mut paint = Paint::default();
        paint.entry(&entry, " [2]");
        let lines = wrap(&text, 24, "- ", "  ");
        let painted: Vec<_> = lines.iter().map(|line| paint.line(line.text, 2)).collect();
        let (green, magenta, dim, end) = ("\u{1b}[32m", "\u{1b}[35m", "\u{1b}[2m", "\u{1b}[0m");
        assert_eq!(
            painted,
            [
                format!("- {green}+5.6%, 2024–34{end}"),
                format!("  {magenta}(stand-in: broader{end}"),
                format!("  {magenta}occupation) {end}{dim}[2]{end}"),
            ]
        );
        assert!(paint.pieces.is_empty());
    }
}
