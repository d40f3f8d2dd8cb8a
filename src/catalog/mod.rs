//! The catalog room: where roles, occupations and the rest come from, and how they are named.

mod bundled;
mod lookup;
mod vocabulary;

pub use lookup::{Candidate, LookupError, Spellings, nearest};

use crate::data::Collection;
use crate::model::{
    Certification, Claim, Date, Element, Occupation, OnetProfile, Rating, Resource, Role, Skill,
    Source,
};
use std::collections::BTreeMap;
use std::fmt;

/// Everything that can be asked for, wherever it is kept.
#[derive(Debug, Clone)]
pub struct Catalog(Store);

/// Where a catalog keeps what it holds.
#[derive(Debug, Clone)]
enum Store {
    /// The records that the build packed; each is read when it is asked for.
    Bundled,
    /// A collection in memory.
    Held(Box<Collection>),
}

/// Why the catalog could not give what was asked for. Neither can be reached with data that passed the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// A record does not decode: the program was built wrongly.
    Damaged { id: String },
    /// A reference leads nowhere.
    Missing { id: String },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { id } => write!(f, "the bundled record \"{id}\" cannot be read"),
            Self::Missing { id } => write!(f, "the data refers to \"{id}\", which is not there"),
        }
    }
}

impl std::error::Error for Error {}

/// What the catalog gives, or why not.
pub type Result<T> = std::result::Result<T, Error>;

/// Defines how an item is got by its id from either store.
macro_rules! getters {
    ($($(#[$meta:meta])* $get:ident -> $item:ident, $list:ident, $table:ident, $key:ident;)+) => {
        impl Catalog {$(
            $(#[$meta])*
            pub fn $get(&self, id: &str) -> Result<$item> {
                let found = match &self.0 {
                    Store::Bundled => bundled::$table.record(id)?,
                    Store::Held(held) => held.$list.iter().find(|item| item.$key == id).cloned(),
                };
                found.ok_or_else(|| Error::Missing { id: id.to_owned() })
            }
        )+}
    };
}

getters! {
    /// The role with this id.
    role -> Role, roles, ROLES, id;
    /// The certification with this id.
    certification -> Certification, certifications, CERTIFICATIONS, id;
    /// The claim with this id.
    claim -> Claim, claims, CLAIMS, id;
    /// The skill with this id.
    skill -> Skill, skills, SKILLS, id;
    /// The O*NET element with this slug.
    element -> Element, elements, ELEMENTS, id;
    /// The resource with this id.
    resource -> Resource, resources, RESOURCES, id;
    /// The source with this id.
    source -> Source, sources, SOURCES, id;
}

/// Defines how the ids of a kind are listed, sorted, from either store.
macro_rules! listings {
    ($($(#[$meta:meta])* $ids:ident -> $list:ident, $table:ident, $key:ident;)+) => {
        impl Catalog {$(
            $(#[$meta])*
            pub fn $ids(&self) -> Vec<String> {
                match &self.0 {
                    Store::Bundled => bundled::$table.ids().map(str::to_owned).collect(),
                    Store::Held(held) => {
                        let mut ids: Vec<_> = held.$list.iter().map(|item| item.$key.clone()).collect();
                        ids.sort();
                        ids
                    }
                }
            }
        )+}
    };
}

listings! {
    /// The ids of all roles.
    role_ids -> roles, ROLES, id;
    /// The codes of all occupations.
    occupation_ids -> occupations, OCCUPATIONS, soc;
    /// The ids of all certifications.
    certification_ids -> certifications, CERTIFICATIONS, id;
    /// The ids of all claims.
    claim_ids -> claims, CLAIMS, id;
    /// The ids of all skills.
    skill_ids -> skills, SKILLS, id;
    /// The ids of all resources.
    resource_ids -> resources, RESOURCES, id;
    /// The ids of all sources.
    source_ids -> sources, SOURCES, id;
}

impl Catalog {
    /// The data that came with the program. Costs nothing until something is asked for.
    pub fn bundled() -> Self {
        Self(Store::Bundled)
    }

    /// A catalog of a collection in memory, which should have passed the data rules.
    pub fn of(collection: Collection) -> Self {
        Self(Store::Held(Box::new(collection)))
    }

    /// The day on which the data was last gone through as a whole.
    pub fn edition(&self) -> Option<Date> {
        match &self.0 {
            Store::Bundled => Date::parse(bundled::EDITION),
            Store::Held(held) => held.edition.clone(),
        }
    }

    /// The claims that concern a role or a certification, in the order of the data.
    pub fn claims_about(&self, subject: &str) -> Result<Vec<Claim>> {
        match &self.0 {
            Store::Bundled => bundled::concerning(bundled::CLAIMS_ABOUT, subject)
                .map(|id| self.claim(id))
                .collect(),
            Store::Held(held) => {
                let concerns = |ids: &[String]| ids.iter().any(|id| id == subject);
                let claims = held.claims.iter();
                Ok(claims
                    .filter(|claim| concerns(&claim.roles) || concerns(&claim.certifications))
                    .cloned()
                    .collect())
            }
        }
    }

    /// The occupation with this SOC code and its figures, without its O*NET profiles.
    pub fn occupation(&self, soc: &str) -> Result<Occupation> {
        let found = match &self.0 {
            Store::Bundled => bundled::OCCUPATIONS.record(soc)?,
            Store::Held(held) => held
                .occupations
                .iter()
                .find(|occupation| occupation.soc == soc)
                .map(|occupation| {
                    let mut figures = occupation.clone();
                    figures.onet.clear();
                    figures
                }),
        };
        found.ok_or_else(|| Error::Missing { id: soc.to_owned() })
    }

    /// The title of the role with this id, which costs less than the role.
    pub fn role_title(&self, id: &str) -> Result<String> {
        let found = match &self.0 {
            Store::Bundled => bundled::title(bundled::TITLES, id).map(str::to_owned),
            Store::Held(held) => held
                .roles
                .iter()
                .find(|role| role.id == id)
                .map(|role| role.title.clone()),
        };
        found.ok_or_else(|| Error::Missing { id: id.to_owned() })
    }

    /// The title of the O*NET occupation with this code, which costs less than its profile.
    pub fn onet_title(&self, code: &str) -> Result<String> {
        let found = match &self.0 {
            Store::Bundled => bundled::title(bundled::ONET_TITLES, code).map(str::to_owned),
            Store::Held(held) => held_profile(held, code).map(|profile| profile.title.clone()),
        };
        found.ok_or_else(|| Error::Missing {
            id: code.to_owned(),
        })
    }

    /// The resources that are named for a role, in the order of the data.
    pub fn resources_for(&self, role: &str) -> Result<Vec<Resource>> {
        match &self.0 {
            Store::Bundled => bundled::concerning(bundled::RESOURCES_FOR, role)
                .map(|id| self.resource(id))
                .collect(),
            Store::Held(held) => {
                let named = held
                    .resources
                    .iter()
                    .filter(|resource| resource.roles.iter().any(|id| id == role));
                Ok(named.cloned().collect())
            }
        }
    }

    /// The O*NET profile with this O*NET-SOC code, `15-1299.09`, without its ratings and job titles.
    pub fn onet_profile(&self, code: &str) -> Result<OnetProfile> {
        let found = match &self.0 {
            Store::Bundled => bundled::PROFILES.record(code)?,
            Store::Held(held) => held_profile(held, code).map(|profile| {
                let mut answers = profile.clone();
                answers.ratings.clear();
                answers.titles.clear();
                answers
            }),
        };
        found.ok_or_else(|| Error::Missing {
            id: code.to_owned(),
        })
    }

    /// The ratings of an O*NET occupation by element; empty where O*NET has none.
    pub fn onet_ratings(&self, code: &str) -> Result<BTreeMap<String, Rating>> {
        let found = match &self.0 {
            Store::Bundled => {
                let record: Option<(String, BTreeMap<String, Rating>)> =
                    bundled::RATINGS.record(code)?;
                record.map(|(_, ratings)| ratings)
            }
            Store::Held(held) => held_profile(held, code).map(|profile| profile.ratings.clone()),
        };
        found.ok_or_else(|| Error::Missing {
            id: code.to_owned(),
        })
    }
}

fn held_profile<'a>(held: &'a Collection, code: &str) -> Option<&'a OnetProfile> {
    let mut profiles = held
        .occupations
        .iter()
        .flat_map(|occupation| &occupation.onet);
    profiles.find(|profile| profile.code == code)
}
