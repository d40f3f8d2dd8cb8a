//! A page cut down to the columns and rows that are asked for by name.

use super::page::{Cell, Page, Section, Subjects};

/// The name of the first column where each row is a subject.
const ID: &str = "id";

/// What must be said of a row whichever of its columns are shown: no figure stands in, and nothing is retired, unsaid.
const SAID: [&str; 2] = ["stand-in", "retired"];

/// A name that no section of a page knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownField {
    pub name: String,
    /// What could have been asked for: the id of each section, with the fields that it has.
    pub known: Vec<(String, Vec<String>)>,
}

impl Page<'_> {
    /// Keeps what is asked for, in the order in which it is.
    ///
    /// A field is a column where each row is a subject, as in a list; it is a row where each column is one, as in a
    /// comparison. A section that has none of the fields is left out. The column of ids is always the first: a row
    /// without its name would say nothing. A field of `left_out` is known, though no row shows it.
    pub fn pick(
        &mut self,
        fields: &[String],
        left_out: &[String],
        is_named: impl Fn(&str, &str) -> bool,
    ) -> Result<(), UnknownField> {
        let is_known = |section: &Section, field: &str| {
            fields_of(section)
                .iter()
                .any(|known| is_named(known, field))
        };
        for field in fields {
            // Where nothing is found there is no section to ask.
            let any = self.sections.iter().any(|section| is_known(section, field));
            let is_left_out = || left_out.iter().any(|known| is_named(known, field));
            if !any && !self.sections.is_empty() && !is_left_out() {
                return Err(UnknownField {
                    name: field.trim().to_owned(),
                    known: self.fields(),
                });
            }
        }
        self.sections
            .retain(|section| fields.iter().any(|field| is_known(section, field)));
        for section in &mut self.sections {
            // It shows figures that may not have been asked for.
            section.picture = None;
            section.pick(fields, &is_named);
        }
        if self.sections.is_empty() && !left_out.is_empty() {
            self.lead.push("No differences here.".to_owned());
        }
        Ok(())
    }

    /// The fields of every section; sections of one id are taken together.
    pub fn fields(&self) -> Vec<(String, Vec<String>)> {
        let mut known: Vec<(String, Vec<String>)> = Vec::new();
        for section in &self.sections {
            let fields = fields_of(section).into_iter().map(str::to_owned);
            match known.iter_mut().find(|(id, _)| *id == section.id) {
                Some((_, all)) => {
                    for field in fields {
                        if !all.contains(&field) {
                            all.push(field);
                        }
                    }
                }
                None => known.push((section.id.clone(), fields.collect())),
            }
        }
        known
    }
}

/// What can be asked for of a section.
fn fields_of<'s>(section: &'s Section<'_>) -> Vec<&'s str> {
    match section.subjects {
        Subjects::Rows => {
            let columns = section.columns.iter().map(|column| column.id.as_str());
            [ID].into_iter().chain(columns).collect()
        }
        Subjects::Columns => section.rows.iter().map(|row| row.item.as_str()).collect(),
    }
}

impl Section<'_> {
    fn pick(&mut self, fields: &[String], is_named: &impl Fn(&str, &str) -> bool) {
        let rank = |known: &str| fields.iter().position(|field| is_named(known, field));
        if self.subjects == Subjects::Columns {
            self.rows.retain(|row| rank(&row.item).is_some());
            self.rows.sort_by_key(|row| rank(&row.item));
            return;
        }
        let columns = self.columns.iter().enumerate();
        let mut kept: Vec<_> = columns
            .filter_map(|(position, column)| Some((rank(&column.id)?, position)))
            .collect();
        kept.sort_unstable();
        let qualifies: Vec<_> = self.columns.iter().map(|column| column.qualifies).collect();
        for row in &mut self.rows {
            let says = |cell: &Cell, word: &str| {
                cell.entries.iter().any(|entry| entry.text.contains(word))
            };
            let unsaid = |word: &&&str| {
                let qualified = row.cells.iter().zip(&qualifies);
                let mut qualified = qualified.filter(|(_, qualifies)| **qualifies);
                let mut kept = kept
                    .iter()
                    .filter_map(|(_, position)| row.cells.get(*position));
                qualified.any(|(cell, _)| says(cell, word)) && !kept.any(|cell| says(cell, word))
            };
            let unsaid: Vec<_> = SAID.iter().filter(unsaid).copied().collect();
            if !unsaid.is_empty() {
                row.label = format!("{} ({})", row.label, unsaid.join(", "));
            }
            let mut cells: Vec<_> = row.cells.drain(..).map(Some).collect();
            let taken = kept
                .iter()
                .map(|(_, position)| cells.get_mut(*position)?.take());
            let taken = taken.map(Option::unwrap_or_default).collect();
            row.cells = taken;
        }
        let mut columns: Vec<_> = self.columns.drain(..).map(Some).collect();
        let taken = kept
            .iter()
            .filter_map(|(_, position)| columns.get_mut(*position)?.take());
        self.columns = taken.collect();
        for column in &mut self.columns {
            // What is asked for by name is not left out for want of room.
            column.dispensable = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::page::{Column, Entry, Row};
    use super::*;

    fn section(id: &str, subjects: Subjects, columns: &[&str], rows: &[&str]) -> Section<'static> {
        let row = |item: &&str| {
            let cells = columns
                .iter()
                .map(|column| Cell::one(Entry::plain(format!("{item}/{column}"))));
            Row::alone((*item).to_owned(), (*item).to_owned(), cells.collect())
        };
        let columns = columns.iter().map(|&column| Column {
            dispensable: 1,
            ..Column::new(column, column)
        });
        Section {
            picture: None,
            id: id.to_owned(),
            title: id.to_owned(),
            subjects,
            rows: rows.iter().map(row).collect(),
            columns: columns.collect(),
        }
    }

    fn picked(fields: &[&str]) -> Result<Vec<String>, UnknownField> {
        let mut page = Page {
            sections: vec![
                section(
                    "list",
                    Subjects::Rows,
                    &["title", "pay", "growth"],
                    &["a", "b"],
                ),
                section("pay", Subjects::Columns, &["a", "b"], &["median", "jobs"]),
            ],
            ..Page::default()
        };
        let fields: Vec<_> = fields.iter().map(|&field| field.to_owned()).collect();
        page.pick(&fields, &[], |known, typed| known == typed)?;
        let rows = page.sections.iter().flat_map(|section| &section.rows);
        Ok(rows
            .map(|row| {
                let texts = row.cells.iter().flat_map(|cell| &cell.entries);
                texts
                    .map(|entry| entry.text.to_string())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect())
    }

    #[test]
    fn columns_of_a_list_and_rows_of_a_comparison_come_in_the_order_asked() {
        assert_eq!(
            picked(&["growth", "title"]).unwrap(),
            ["a/growth a/title", "b/growth b/title"]
        );
        assert_eq!(
            picked(&["jobs", "median"]).unwrap(),
            ["jobs/a jobs/b", "median/a median/b"]
        );
        assert_eq!(picked(&["id"]).unwrap(), ["", ""]);
    }

    #[test]
    fn what_qualifies_a_row_is_said_though_its_column_is_not_asked_for() {
        let labels = |fields: &[&str]| {
            let mut list = section(
                "list",
                Subjects::Rows,
                &["pay", "status"],
                &["retired", "kept"],
            );
            list.columns = Column::qualified(list.columns, "status");
            list.pick(
                &fields
                    .iter()
                    .map(|&field| field.to_owned())
                    .collect::<Vec<_>>(),
                &|known: &str, typed: &str| known == typed,
            );
            list.rows
                .into_iter()
                .map(|row| row.label)
                .collect::<Vec<_>>()
        };
        assert_eq!(labels(&["status"]), ["retired", "kept"]);
        assert_eq!(labels(&["id"]), ["retired (retired)", "kept"]);
    }

    #[test]
    fn a_field_that_no_section_has_is_named_with_those_there_are() {
        let unknown = picked(&["pay", "salery"]).unwrap_err();
        assert_eq!(unknown.name, "salery");
        let (id, fields) = &unknown.known[0];
        assert_eq!(
            (id.as_str(), fields.join(",").as_str()),
            ("list", "id,title,pay,growth")
        );
    }
}
