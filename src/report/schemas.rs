//! `roles data schema`: which JSON Schemas there are, and what each describes.

use super::Report;
use super::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use serde::Serialize;

/// The JSON Schemas that can be printed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Schemas {
    /// Those of data files first, then those of answers.
    pub schemas: Vec<SchemaName>,
}

/// A JSON Schema that can be printed.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SchemaName {
    /// What `roles data schema` knows it by.
    pub name: &'static str,
    /// What must look as it says.
    pub describes: &'static str,
}

impl Report for Schemas {
    const SCHEMA: &'static str = "roles/schemas/1";

    fn page(&self) -> Page<'_> {
        let row = |schema: &SchemaName| {
            Row::single(
                schema.name,
                schema.name,
                Cell::one(Entry::plain(schema.describes)),
            )
        };
        let section = Section {
            picture: None,
            id: "schemas".to_owned(),
            title: "Schema".to_owned(),
            subjects: Subjects::Rows,
            columns: vec![Column::new("describes", "Describes")],
            rows: self.schemas.iter().map(row).collect(),
        };
        Page {
            title: format!("{} JSON Schemas", self.schemas.len()),
            lead: vec!["`roles data schema NAME` prints one.".to_owned()],
            sections: vec![section],
            ..Page::default()
        }
    }

    fn names(&self) -> Vec<&str> {
        self.schemas.iter().map(|schema| schema.name).collect()
    }

    fn cited(&self) -> Vec<&str> {
        Vec::new()
    }
}
