//! `roles compare`: roles side by side, and what sets them apart.

use super::page::{Page, Section};
use super::profile::{Depth, Profile, ProfileReading};
use super::section::Wanted;
use super::{Report, sections, sentence};
use crate::catalog::{Catalog, Result};
use crate::model::{Family, Level};
use serde::{Serialize, Serializer};

/// A comparison of roles.
#[derive(Debug)]
pub struct Compare {
    /// The roles, in the order of the columns.
    pub profiles: Vec<Profile>,
    /// The position of the role that differences are taken against.
    base: usize,
    /// Whether rows where every role has the same are left out.
    only_differences: bool,
    /// What a hand-out leaves out, as a sentence; none where this is no hand-out.
    left_out: Option<String>,
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
        let build = |role: &String| {
            Profile::build(
                catalog,
                catalog.role(role)?,
                &options.wanted,
                Depth::COMPARED,
            )
        };
        let profiles = roles.iter().map(build).collect::<Result<_>>()?;
        Ok(Self {
            profiles,
            base: options.base,
            only_differences: options.only_differences,
            left_out: options.wanted.left_out(),
        })
    }

    /// What mainly sets the roles apart, in one sentence.
    pub fn sentence(&self) -> String {
        sentence::what_sets_apart(&self.profiles)
    }

    /// Whose figures these are, and for whom they only stand in.
    pub fn basis(&self) -> Option<String> {
        sentence::whose_figures(&self.profiles)
    }

    /// The sections, without the rows that were not asked for.
    fn sections(&self) -> Vec<Section<'_>> {
        let mut sections = sections::lay_out(&self.profiles, self.base);
        if self.left_out.is_some() {
            // What else measures a role is named; there is no room for all its figures.
            for section in &mut sections {
                section
                    .rows
                    .retain(|row| !OTHER_FIGURES.contains(&row.item.as_str()));
            }
        }
        if self.only_differences {
            for section in &mut sections {
                section.rows.retain(|row| row.same != Some(true));
            }
            sections.retain(|section| !section.rows.is_empty());
        }
        sections
    }
}

/// The rows with figures by other readings than the preferred one.
const OTHER_FIGURES: [&str; 2] = ["other-readings", "other-respondents"];

/// A comparison as JSON has it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Json<'a> {
    /// What mainly sets the roles apart.
    sentence: String,
    /// Whose figures these are, and for whom they only stand in.
    basis: Option<String>,
    /// The id of the role that differences are taken against.
    base: Option<&'a str>,
    /// Whether rows where every role has the same are left out.
    only_differences: bool,
    /// In the order of the columns.
    roles: Vec<Compared<'a>>,
    /// What is compared, section by section.
    sections: Vec<Section<'a>>,
}

/// A role in a comparison.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Compared<'a> {
    id: &'a str,
    title: &'a str,
    family: Family,
    level: Level,
    /// What it is measured by, the preferred reading first.
    measured_by: Vec<ProfileReading>,
}

impl<'a> From<&'a Profile> for Compared<'a> {
    fn from(profile: &'a Profile) -> Self {
        Self {
            id: &profile.id,
            title: &profile.title,
            family: profile.family,
            level: profile.level,
            measured_by: super::profile::measured_by(&profile.readings),
        }
    }
}

impl Serialize for Compare {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let json = Json {
            sentence: self.sentence(),
            basis: self.basis(),
            base: self
                .profiles
                .get(self.base)
                .map(|profile| profile.id.as_str()),
            only_differences: self.only_differences,
            roles: self.profiles.iter().map(Compared::from).collect(),
            sections: self.sections(),
        };
        json.serialize(serializer)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Compare {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Compare".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Json::json_schema(generator)
    }
}

impl Report for Compare {
    const SCHEMA: &'static str = "roles/compare/1";

    fn page(&self) -> Page<'_> {
        let titles: Vec<_> = self
            .profiles
            .iter()
            .map(|profile| profile.title.as_str())
            .collect();
        let sections = self.sections();
        let mut lead = vec![self.sentence()];
        lead.extend(self.basis());
        if sections.is_empty() {
            let none = if self.only_differences {
                "No differences here."
            } else {
                "Nothing is recorded here."
            };
            lead.push(none.to_owned());
        }
        let mut remarks = sections::legend(&sections);
        if let Some(left_out) = &self.left_out {
            remarks.push(format!("{left_out} So are the figures by other readings."));
        }
        Page {
            title: titles.join(" · "),
            lead,
            remarks,
            sections,
            graph: None,
        }
    }

    fn left_out(&self) -> Vec<String> {
        if !self.only_differences {
            return Vec::new();
        }
        let all = sections::lay_out(&self.profiles, self.base).into_iter();
        let rows = all.flat_map(|section| section.rows);
        let same = rows.filter(|row| row.same == Some(true));
        same.map(|row| row.item).collect()
    }

    fn names(&self) -> Vec<&str> {
        self.profiles
            .iter()
            .map(|profile| profile.id.as_str())
            .collect()
    }

    fn cited(&self) -> Vec<&str> {
        let measured = self.profiles.iter().flat_map(|profile| &profile.readings);
        let measured = measured
            .flat_map(|reading| &reading.link.sources)
            .map(String::as_str);
        self.profiles
            .iter()
            .flat_map(Profile::cited)
            .chain(measured)
            .collect()
    }
}
