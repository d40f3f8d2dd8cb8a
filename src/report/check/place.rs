//! Where something stands in a file, as people and editors count.

use serde::Serialize;
use std::ops::Range;

/// A point in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Bytes from the start of the file.
    pub byte: u64,
    /// From 1.
    pub line: u64,
    /// From 1, in characters.
    pub column: u64,
}

/// A stretch of a file: from its first character up to, and without, the one at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Place {
    /// From 1.
    pub line: u64,
    /// From 1, in characters.
    pub column: u64,
    /// The line of its end.
    pub end_line: u64,
    /// The column just after its end.
    pub end_column: u64,
    /// Bytes from the start of the file, or of the record's text.
    pub byte: u64,
    /// Bytes up to just after its end.
    pub end_byte: u64,
}

impl Point {
    /// Where a file begins.
    pub const START: Self = Self {
        byte: 0,
        line: 1,
        column: 1,
    };

    /// The point that lies this much text further on.
    pub fn after(self, text: &str) -> Self {
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        let last = text.rsplit('\n').next().unwrap_or_default();
        let letters = last.chars().count() as u64;
        Self {
            byte: self.byte + text.len() as u64,
            line: self.line + lines as u64,
            column: if lines > 0 { 1 } else { self.column } + letters,
        }
    }
}

/// Tells the places of stretches of a text, at little cost while they come in order.
#[derive(Debug, Clone)]
pub struct Ruler<'t> {
    text: &'t str,
    start: Point,
    /// How far it has counted, in bytes of the text.
    counted: usize,
    point: Point,
}

impl<'t> Ruler<'t> {
    /// A ruler for a text that begins at this point of its file.
    pub fn new(text: &'t str, start: Point) -> Self {
        Self {
            text,
            start,
            counted: 0,
            point: start,
        }
    }

    /// The place of a stretch of the text, given in bytes.
    pub fn place(&mut self, at: &Range<usize>) -> Place {
        let start = self.point(at.start);
        let end = self.clone().point(at.end.max(at.start));
        Place {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            byte: start.byte,
            end_byte: end.byte,
        }
    }

    fn point(&mut self, at: usize) -> Point {
        if at < self.counted {
            (self.counted, self.point) = (0, self.start);
        }
        if let Some(between) = self.text.get(self.counted..at) {
            self.point = self.point.after(between);
            self.counted = at;
        }
        self.point
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_go_on() {
        let start = Point {
            byte: 100,
            line: 7,
            column: 5,
        };
        let text = "é日x\r\nab\n\nc";
        let mut ruler = Ruler::new(text, start);
        let place = |ruler: &mut Ruler, words: &str| {
            let at = text.find(words).unwrap();
            let place = ruler.place(&(at..at + words.len()));
            (
                place.line,
                place.column,
                place.end_line,
                place.end_column,
                place.byte,
            )
        };
        assert_eq!(place(&mut ruler, "x"), (7, 7, 7, 8, 105));
        assert_eq!(place(&mut ruler, "b\n\nc"), (8, 2, 10, 2, 109));
        assert_eq!(place(&mut ruler, "日"), (7, 6, 7, 7, 102), "and back again");
    }
}
