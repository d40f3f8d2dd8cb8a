//! Text side by side in columns of equal width, a rule below the header.
//!
//! A comparison knows its widths beforehand, so nothing needs measuring twice: each cell comes wrapped.

use crate::render::wrap::Lines;

/// The space between columns.
pub const GAP: usize = 2;

/// Enough for the widest column there can be.
const SPACES: &str = match str::from_utf8(&[b' '; 1024]) {
    Ok(spaces) => spaces,
    Err(_) => "",
};

/// The columns of a comparison: one for labels, then `count` of equal width.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    pub label: usize,
    pub width: usize,
    pub count: usize,
}

impl Columns {
    /// The room for text in a column; the last takes none for the gap after it, but stays like the others.
    pub fn room(self) -> usize {
        self.width.saturating_sub(GAP)
    }

    /// The room for text in the column of labels.
    pub fn label_room(self) -> usize {
        self.label.saturating_sub(GAP)
    }

    /// The lines that a row takes: those of its label or of its highest cell.
    pub fn height(label: &Lines, cells: &[Lines]) -> usize {
        cells.iter().map(Lines::len).fold(label.len(), usize::max)
    }

    /// Writes one row: the label and each cell as lines that fit their columns. No line ends in spaces.
    pub fn row(self, out: &mut String, label: &Lines, cells: &[Lines]) {
        for position in 0..Self::height(label, cells) {
            // The spaces that what comes next stands behind.
            let mut gap = 0;
            let widths = std::iter::once(self.label).chain(std::iter::repeat(self.width));
            for (lines, width) in std::iter::once(label).chain(cells).zip(widths) {
                match lines.get(position) {
                    Some(line) => {
                        out.push_str(SPACES.get(..gap).unwrap_or(SPACES));
                        out.push_str(line.text);
                        gap = width.saturating_sub(line.width);
                    }
                    None => gap += width,
                }
            }
            out.push('\n');
        }
    }

    /// The columns that all of it takes.
    pub fn all(self) -> usize {
        (self.label + self.width * self.count).saturating_sub(GAP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::wrap::width;
    #[test]
    fn cells_of_different_height_stay_in_their_columns() {
        let columns = Columns {
            label: 5,
            width: 6,
            count: 2,
        };
        let lines = |text: &[&str]| {
            let mut lines = Lines::default();
            for line in text {
                lines.push(line, width(line));
            }
            lines
        };
        let mut out = String::new();
        columns.row(
            &mut out,
            &lines(&["pay"]),
            &[lines(&["a", "b"]), lines(&["日本"])],
        );
        assert_eq!(out, "pay  a     日本\n     b\n");
        assert_eq!(columns.all(), 15);
    }
}
