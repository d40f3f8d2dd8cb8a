//! `roles data new`: what was begun.

use crate::report::Report;
use crate::report::page::Page;
use serde::Serialize;

/// The files that were written, and what to do next.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DataNew {
    pub id: String,
    /// `role`, `occupation`, `certification`, `skill` or `source`.
    pub kind: &'static str,
    /// The file to edit.
    pub file: String,
    /// Other files that it needs and that were not there.
    pub also: Vec<String>,
    /// What to do next, as commands.
    pub next: Vec<String>,
}

impl Report for DataNew {
    const SCHEMA: &'static str = "roles/data-new/1";

    fn page(&self) -> Page<'_> {
        let mut lead = vec![format!(
            "The {} {} is begun in {}. Every key in it is explained where it stands.",
            self.kind, self.id, self.file
        )];
        if !self.also.is_empty() {
            lead.push(format!("With it came {}.", self.also.join("; ")));
        }
        lead.push(format!("Next: {}", self.next.join("; then ")));
        Page {
            title: self.file.clone(),
            lead,
            ..Page::default()
        }
    }

    fn names(&self) -> Vec<&str> {
        vec![&self.file]
    }

    fn cited(&self) -> Vec<&str> {
        Vec::new()
    }
}
