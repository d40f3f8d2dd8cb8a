//! `roles show`: one role, whole or in part.

use super::page::Page;
use super::profile::{Depth, Profile};
use super::section::Wanted;
use super::{Report, sections};
use crate::catalog::{Catalog, Result};
use serde::Serialize;

/// The profile of a role.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Show {
    pub role: Profile,
    /// What a hand-out leaves out, as a sentence.
    #[serde(skip)]
    left_out: Option<String>,
}

impl Show {
    /// Gathers the wanted sections of the role with this id.
    pub fn of(catalog: &Catalog, role: &str, wanted: &Wanted) -> Result<Self> {
        Ok(Self {
            role: Profile::build(catalog, catalog.role(role)?, wanted, Depth::ALONE)?,
            left_out: wanted.left_out(),
        })
    }
}

impl Report for Show {
    const SCHEMA: &'static str = "roles/show/1";

    fn page(&self) -> Page<'_> {
        let sections = sections::lay_out(std::slice::from_ref(&self.role), 0);
        let none = sections
            .is_empty()
            .then(|| "Nothing is recorded here.".to_owned());
        let mut remarks = sections::legend(&sections);
        remarks.extend(self.left_out.clone());
        Page {
            title: self.role.title.clone(),
            lead: none.into_iter().collect(),
            remarks,
            sections,
            graph: None,
        }
    }

    fn names(&self) -> Vec<&str> {
        vec![&self.role.id]
    }

    fn cited(&self) -> Vec<&str> {
        self.role.cited()
    }
}
