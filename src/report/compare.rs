//! `roles compare`: roles side by side, and what sets them apart.

use super::page::{Page, Section};
use super::profile::{Depth, Profile, ProfileReading};
use super::section::Wanted;
use super::{Report, sections, sentence};
use crate::catalog::{Catalog, Result};
use crate::model::{Family, Level};
use serde::Serialize;
use std::borrow::Cow;

/// A comparison of roles.
#[derive(Debug, Serialize)]
pub struct Compare {
    /// What mainly sets the roles apart, in one sentence.
    pub sentence: String,
    /// Whose figures these are, and for whom they only stand in.
    pub basis: Option<String>,
    /// The id of the role that differences are taken against.
    pub base: String,
    /// Whether rows where every role has the same are left out.
    pub only_differences: bool,
    /// The roles, in the order of the columns.
    pub roles: Vec<Compared>,
    #[serde(flatten)]
    layout: Layout,
    /// What the sections were laid out from.
    #[serde(skip)]
    pub profiles: Vec<Profile>,
}

/// The sections of the page stand in the JSON as they are.
#[derive(Debug)]
struct Layout(Page);

impl Serialize for Layout {
    fn serialize<S: serde::Serializer>(
        &self,
        serializer: S,
    ) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry::<_, Vec<Section>>("sections", &self.0.sections)?;
        map.end()
    }
}

/// A role in a comparison.
#[derive(Debug, Serialize)]
pub struct Compared {
    pub id: String,
    pub title: String,
    pub family: Family,
    pub level: Level,
    /// What it is measured by, the preferred reading first.
    pub measured_by: Vec<ProfileReading>,
}

/// How roles are to be compared.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub wanted: Wanted,
    /// Leave out rows where every role has the same.
    pub only_differences: bool,
    /// The position of the role that differences are taken against.
    pub base: usize,
}

impl Compare {
    /// Compares the roles with these ids, in this order.
    pub fn of(catalog: &Catalog, roles: &[String], options: &Options) -> Result<Self> {
        let profiles = roles
            .iter()
            .map(|role| {
                Profile::build(
                    catalog,
                    catalog.role(role)?,
                    &options.wanted,
                    Depth::COMPARED,
                )
            })
            .collect::<Result<Vec<_>>>()?;
        let mut sections = sections::lay_out(&profiles, options.base);
        if options.only_differences {
            for section in &mut sections {
                section.rows.retain(|row| row.same != Some(true));
            }
            sections.retain(|section| !section.rows.is_empty());
        }
        let titles: Vec<_> = profiles
            .iter()
            .map(|profile| profile.title.as_str())
            .collect();
        let sentence = sentence::what_sets_apart(&profiles);
        let basis = sentence::whose_figures(&profiles);
        let mut lead = vec![sentence.clone()];
        lead.extend(basis.clone());
        if sections.is_empty() {
            lead.push(
                if options.only_differences {
                    "No differences here."
                } else {
                    "Nothing is recorded here."
                }
                .to_owned(),
            );
        }
        let page = Page {
            title: titles.join(" · "),
            lead,
            remarks: sections::legend(&sections),
            sections,
            ..Page::default()
        };
        let base = profiles
            .get(options.base)
            .map_or_else(String::new, |profile| profile.id.clone());
        Ok(Self {
            sentence,
            basis,
            base,
            only_differences: options.only_differences,
            layout: Layout(page),
            roles: profiles.iter().map(Compared::from).collect(),
            profiles,
        })
    }
}

impl From<&Profile> for Compared {
    fn from(profile: &Profile) -> Self {
        Self {
            id: profile.id.clone(),
            title: profile.title.clone(),
            family: profile.family,
            level: profile.level,
            measured_by: super::profile::measured_by(&profile.readings),
        }
    }
}

impl Report for Compare {
    const SCHEMA: &'static str = "roles/compare/1";

    fn page(&self) -> Cow<'_, Page> {
        Cow::Borrowed(&self.layout.0)
    }

    fn cited(&self) -> Vec<&str> {
        let readings = self
            .roles
            .iter()
            .flat_map(|role| &role.measured_by)
            .flat_map(|reading| &reading.sources);
        self.layout
            .0
            .cited()
            .chain(readings.map(String::as_str))
            .collect()
    }
}
