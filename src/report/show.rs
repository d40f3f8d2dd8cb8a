//! `roles show`: one role, whole or in part.

use super::page::Page;
use super::profile::Profile;
use super::section::Wanted;
use super::{Report, sections};
use crate::catalog::{Catalog, Result};
use serde::Serialize;

/// The profile of a role.
#[derive(Debug, Serialize)]
pub struct Show {
    pub role: Profile,
    #[serde(skip)]
    page: Page,
}

impl Show {
    /// Gathers the wanted sections of the role with this id.
    pub fn of(catalog: &Catalog, role: &str, wanted: &Wanted) -> Result<Self> {
        let profile = Profile::build(catalog, catalog.role(role)?, wanted)?;
        let profiles = [profile];
        let sections = sections::lay_out(&profiles, 0);
        let [role] = profiles;
        let page = Page { title: role.title.clone(), sections, ..Page::default() }.with_sources(catalog)?;
        Ok(Self { role, page })
    }
}

impl Report for Show {
    const SCHEMA: &'static str = "roles/show/1";

    fn page(&self) -> &Page {
        &self.page
    }
}
