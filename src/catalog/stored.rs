//! Items and the tables that the build packs them into. In the catalog room.

use super::Result;
use super::base::Base;
use super::bundled::{self, Table};
use crate::data::Item;
use crate::model::{Certification, Claim, Element, Occupation, Resource, Role, Skill, Source};

/// An item that the build packs into a table of records.
pub(super) trait Stored: Item {
    /// The table with its records.
    fn table() -> &'static Table;

    /// The item as its data file has it.
    fn whole(base: &Base, id: &str) -> Result<Option<Self>> {
        base.get(id)
    }
}

macro_rules! stored {
    ($($item:ident: $table:ident),+) => {$(
        impl Stored for $item {
            fn table() -> &'static Table {
                &bundled::$table
            }
        }
    )+};
}

stored!(
    Role: ROLES, Certification: CERTIFICATIONS, Claim: CLAIMS, Skill: SKILLS, Element: ELEMENTS,
    Resource: RESOURCES, Source: SOURCES
);

impl Stored for Occupation {
    fn table() -> &'static Table {
        &bundled::OCCUPATIONS
    }

    /// An occupation is packed in parts; this puts them together.
    fn whole(base: &Base, soc: &str) -> Result<Option<Self>> {
        let Base::Bundled = base else {
            return base.get(soc);
        };
        let Some(mut occupation) = base.get::<Self>(soc)? else {
            return Ok(None);
        };
        let own = |code: &&str| {
            code.strip_prefix(soc)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        for code in bundled::PROFILES.ids().filter(own) {
            if let Some(mut profile) = base.profile(code)? {
                profile.ratings = base.ratings(code)?.unwrap_or_default().into();
                profile.titles = base.job_titles(code)?.unwrap_or_default();
                occupation.onet.push(profile);
            }
        }
        Ok(Some(occupation))
    }
}
