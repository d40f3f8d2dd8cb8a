//! One thing below the other, where there is no room for columns.

use super::pen::Pen;
use crate::render::notes::{Detail, Notes};
use crate::render::paint::Paint;
use crate::render::wrap::Lines;
use crate::report::{Entry, Section};

impl Pen<'_> {
    /// Each row's label, then what stands under each column.
    pub fn stacked<'a>(&self, section: &'a Section, notes: &mut Notes<'a>) -> String {
        let mut text = self.heading(&section.title);
        let named = section.columns.len() > 1;
        for row in &section.rows {
            if row.label != section.title {
                text.push_str(&self.paragraph(&row.label, "", "  "));
            }
            for (column, cell) in section.columns.iter().zip(&row.cells) {
                let name = if named {
                    format!("{}:", column.title)
                } else {
                    String::new()
                };
                match cell.entries.as_slice() {
                    [entry] => text.push_str(&self.item(&name, entry, notes, ("  ", "    "))),
                    entries => {
                        if named {
                            text.push_str(&self.paragraph(&name, "  ", "    "));
                        }
                        for entry in entries {
                            text.push_str(&self.item("", entry, notes, ("    - ", "      ")));
                        }
                    }
                }
            }
        }
        text
    }

    /// An entry with the name of whom it is about before it, the first line indented in its own way.
    fn item<'a>(
        &self,
        name: &str,
        entry: &'a Entry,
        notes: &mut Notes<'a>,
        (first, rest): (&str, &str),
    ) -> String {
        let mark = notes.mark(entry, Detail::Occupation);
        let mut lines = Lines::default();
        let filling = lines.fill(self.room, first, rest);
        filling.text(name).text(&entry.text).text(&mark).end();
        if !self.color() {
            return lines.into_text();
        }
        let mut paint = Paint::default();
        paint.plain(name);
        paint.entry(entry, &mark);
        let indents = std::iter::once(first.len()).chain(std::iter::repeat(rest.len()));
        let painted = lines.iter().zip(indents);
        painted
            .map(|(line, indent)| paint.line(line.text, indent) + "\n")
            .collect()
    }
}
