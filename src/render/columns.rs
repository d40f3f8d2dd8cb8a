//! Text side by side in columns of equal width, a rule below the header.
//!
//! A comparison knows its widths beforehand, so nothing needs measuring twice: each cell comes wrapped.

use super::wrap;

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
    pub fn row(self, out: &mut String, label: &[String], cells: &[Vec<String>]) {
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

    /// Writes a rule as wide as all columns.
    pub fn rule(self, out: &mut String) {
        out.push_str(&"─".repeat((self.label + self.width * self.count).saturating_sub(GAP)));
        out.push('\n');
    }
}

/// Writes a line and spaces up to `width`.
fn pad(out: &mut String, line: Option<&String>, width: usize) {
    let line = line.map_or("", String::as_str);
    out.push_str(line);
    let gap = width.saturating_sub(wrap::width(line));
    out.push_str(SPACES.get(..gap).unwrap_or(SPACES));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_different_height_stay_in_their_columns() {
        let columns = Columns {
            label: 5,
            width: 6,
            count: 2,
        };
        let lines = |text: &[&str]| {
            text.iter()
                .map(|line| (*line).to_owned())
                .collect::<Vec<_>>()
        };
        let mut out = String::new();
        columns.row(
            &mut out,
            &lines(&["pay"]),
            &[lines(&["a", "b"]), lines(&["日本"])],
        );
        columns.rule(&mut out);
        assert_eq!(out, "pay  a     日本\n     b\n───────────────\n");
    }
}
