//! Text side by side in columns of equal width, a rule below the header.
//!
//! A comparison knows its widths beforehand, so nothing needs measuring twice: each cell comes wrapped.

use crate::render::wrap::Line;

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

    /// Writes one row: the label and each cell as lines that fit their columns.
    pub fn row(self, out: &mut String, label: &[Line], cells: &[Vec<Line>]) {
        let height = cells
            .iter()
            .map(Vec::len)
            .chain([label.len()])
            .max()
            .unwrap_or(0);
        for line in 0..height {
            let start = out.len();
            pad(out, label.get(line), self.label);
            for cell in cells {
                pad(out, cell.get(line), self.width);
            }
            out.truncate(start + out.get(start..).unwrap_or_default().trim_end().len());
            out.push('\n');
        }
    }

    /// The columns that all of it takes.
    pub fn all(self) -> usize {
        (self.label + self.width * self.count).saturating_sub(GAP)
    }
}

/// Writes a line and spaces up to `width`.
fn pad(out: &mut String, line: Option<&Line>, width: usize) {
    let gap = width.saturating_sub(line.map_or(0, |line| line.width));
    out.push_str(line.map_or("", |line| &line.text));
    out.push_str(SPACES.get(..gap).unwrap_or(SPACES));
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
            let lines = text.iter().map(|line| Line {
                text: (*line).to_owned(),
                width: width(line),
            });
            lines.collect::<Vec<_>>()
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
