//! What lies below every layer: the data that came with the program, or a collection in memory. In the catalog room.

use super::bundled;
use super::stored::Stored;
use super::{Error, OnetRatings, Result};
use crate::data::Collection;
use crate::data::pack::{Naming, SYNONYMS, names};
use crate::model::{Claim, Date, Occupation, OnetProfile, Rating, Resource, Role, Synonyms};
use std::collections::BTreeMap;

/// Where a catalog's own data is kept.
#[derive(Debug)]
pub(super) enum Base {
    /// The records that the build packed; each is read when it is asked for.
    Bundled,
    /// A collection in memory.
    Held(Box<Collection>),
}

impl Base {
    /// The item with this id, if there is one. A bundled occupation comes without its O*NET profiles.
    pub fn get<T: Stored>(&self, id: &str) -> Result<Option<T>> {
        match self {
            Self::Bundled => T::table().record(id),
            Self::Held(held) => Ok(T::list(held).iter().find(|item| item.id() == id).cloned()),
        }
    }

    /// Whether there is an item with this id.
    pub fn has<T: Stored>(&self, id: &str) -> bool {
        match self {
            Self::Bundled => T::table().has(id),
            Self::Held(held) => T::list(held).iter().any(|item| item.id() == id),
        }
    }

    /// The ids of all items of a kind, sorted.
    pub fn ids<T: Stored>(&self) -> Vec<String> {
        match self {
            Self::Bundled => T::table().ids().map(str::to_owned).collect(),
            Self::Held(held) => {
                let mut ids: Vec<_> = T::list(held)
                    .iter()
                    .map(|item| item.id().to_owned())
                    .collect();
                ids.sort();
                ids
            }
        }
    }

    /// The occupation with this SOC code and its figures, without its O*NET profiles.
    pub fn figures(&self, soc: &str) -> Result<Option<Occupation>> {
        Ok(self.get(soc)?.map(without_profiles))
    }

    pub fn edition(&self) -> Option<Date> {
        match self {
            Self::Bundled => Date::parse(bundled::EDITION),
            Self::Held(held) => held.edition.clone(),
        }
    }

    /// The ids of the claims that concern a role or a certification, in the order of the data.
    pub fn claims_about(&self, subject: &str) -> Vec<String> {
        match self {
            Self::Bundled => {
                let ids = bundled::concerning(bundled::CLAIMS_ABOUT, subject);
                ids.map(str::to_owned).collect()
            }
            Self::Held(held) => {
                let claims = held.claims.iter().filter(|claim| is_about(claim, subject));
                claims.map(|claim| claim.id.clone()).collect()
            }
        }
    }

    /// The ids of the resources that are named for a role, in the order of the data.
    pub fn resources_for(&self, role: &str) -> Vec<String> {
        match self {
            Self::Bundled => {
                let ids = bundled::concerning(bundled::RESOURCES_FOR, role);
                ids.map(str::to_owned).collect()
            }
            Self::Held(held) => {
                let named = held
                    .resources
                    .iter()
                    .filter(|resource| is_for(resource, role));
                named.map(|resource| resource.id.clone()).collect()
            }
        }
    }

    /// The title of a role, which costs less than the role.
    pub fn role_title(&self, id: &str) -> Option<String> {
        match self {
            Self::Bundled => bundled::title(bundled::TITLES, id).map(str::to_owned),
            Self::Held(held) => {
                let mut roles = held.roles.iter();
                roles
                    .find(|role| role.id == id)
                    .map(|role| role.title.clone())
            }
        }
    }

    /// The title of an O*NET occupation, which costs less than its profile.
    pub fn onet_title(&self, code: &str) -> Option<String> {
        match self {
            Self::Bundled => bundled::title(bundled::ONET_TITLES, code).map(str::to_owned),
            Self::Held(held) => {
                profile_in(&held.occupations, code).map(|profile| profile.title.clone())
            }
        }
    }

    /// An O*NET profile without its ratings and job titles.
    pub fn profile(&self, code: &str) -> Result<Option<OnetProfile>> {
        match self {
            Self::Bundled => bundled::PROFILES.record(code),
            Self::Held(held) => Ok(profile_in(&held.occupations, code).map(answers)),
        }
    }

    /// The ratings of an O*NET occupation by element.
    pub fn ratings(&self, code: &str) -> Result<Option<OnetRatings>> {
        match self {
            Self::Bundled => {
                // A map is packed as the list of what it holds.
                let record: Option<(&str, Vec<(&str, Rating)>)> = bundled::RATINGS.record(code)?;
                Ok(record.map(|(_, rated)| OnetRatings::bundled(rated)))
            }
            Self::Held(held) => {
                let profile = profile_in(&held.occupations, code);
                Ok(profile.map(|profile| profile.ratings.clone().into()))
            }
        }
    }

    /// The job titles that O*NET lists for an occupation.
    pub fn job_titles(&self, code: &str) -> Result<Option<Vec<String>>> {
        match self {
            Self::Bundled => {
                let record: Option<(String, Vec<String>)> = bundled::JOB_TITLES.record(code)?;
                Ok(record.map(|(_, titles)| titles))
            }
            Self::Held(held) => {
                let profile = profile_in(&held.occupations, code);
                Ok(profile.map(|profile| profile.titles.clone()))
            }
        }
    }

    pub fn synonyms(&self) -> Result<Vec<Synonyms>> {
        match self {
            Self::Bundled => {
                let record: Option<(String, Vec<Synonyms>)> = bundled::SYNONYMS.record(SYNONYMS)?;
                Ok(record.map(|(_, groups)| groups).unwrap_or_default())
            }
            Self::Held(held) => Ok(held.synonyms.clone()),
        }
    }

    /// The roles that a name in its normal form may mean, each once.
    pub fn named(&self, name: &str) -> Vec<(Naming, String)> {
        match self {
            Self::Bundled => bundled::NAMES
                .named(name)
                .map(|(_, naming, role)| (naming, role.to_owned()))
                .collect(),
            Self::Held(_) => {
                let all = self.names().into_iter();
                all.filter(|(other, ..)| other == name)
                    .map(|(_, naming, role)| (naming, role))
                    .collect()
            }
        }
    }

    /// Every name of every role, with how it names which.
    pub fn names(&self) -> Vec<(String, Naming, String)> {
        match self {
            Self::Bundled => bundled::NAMES
                .all()
                .map(|(name, naming, role)| (name.to_owned(), naming, role.to_owned()))
                .collect(),
            Self::Held(held) => held.roles.iter().flat_map(namings).collect(),
        }
    }
}

/// Every name of a role, with how it names it.
fn namings(role: &Role) -> impl Iterator<Item = (String, Naming, String)> {
    let id = role.id.clone();
    let named = names(role).into_iter();
    named.map(move |(name, naming)| (name, naming, id.clone()))
}

/// Whether a claim concerns a role or a certification.
pub(super) fn is_about(claim: &Claim, subject: &str) -> bool {
    let mut subjects = claim.roles.iter().chain(&claim.certifications);
    subjects.any(|id| id == subject)
}

/// Whether a resource is named for a role.
pub(super) fn is_for(resource: &Resource, role: &str) -> bool {
    resource.roles.iter().any(|id| id == role)
}

/// An occupation's figures alone.
pub(super) fn without_profiles(mut occupation: Occupation) -> Occupation {
    occupation.onet.clear();
    occupation
}

/// A profile without its ratings and job titles.
pub(super) fn answers(profile: &OnetProfile) -> OnetProfile {
    OnetProfile {
        ratings: BTreeMap::new(),
        titles: Vec::new(),
        ..profile.clone()
    }
}

/// The O*NET profile with this code among those of occupations.
pub(super) fn profile_in<'a>(
    occupations: impl IntoIterator<Item = &'a Occupation>,
    code: &str,
) -> Option<&'a OnetProfile> {
    let mut profiles = occupations
        .into_iter()
        .flat_map(|occupation| &occupation.onet);
    profiles.find(|profile| profile.code == code)
}

/// A reference that leads nowhere.
pub(super) fn missing(id: &str) -> Error {
    Error::Missing { id: id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Certification, Element, Skill, Source};
    use std::fmt::Debug;
    use std::path::Path;

    /// Asks what the build packed, and the same data as it is read from its folder.
    struct Both {
        packed: Base,
        held: Base,
    }

    impl Both {
        fn same<T: PartialEq + Debug>(&self, ask: impl Fn(&Base) -> T) {
            assert_eq!(ask(&self.packed), ask(&self.held));
        }

        fn items<T: Stored + PartialEq + Debug>(&self) -> Vec<String> {
            self.same(Base::ids::<T>);
            let ids = self.held.ids::<T>();
            for id in ids.iter().map(String::as_str).chain(["", "no-such-id"]) {
                self.same(|base| T::whole(base, id).unwrap());
                self.same(|base| base.has::<T>(id));
                self.same(|base| base.claims_about(id));
            }
            ids
        }
    }

    #[test]
    fn packed_data_answers_as_the_same_data_in_memory_does() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let (folder, problems) = crate::data::read(&root, "data", None).unwrap();
        assert_eq!(problems, []);
        let both = Both {
            packed: Base::Bundled,
            held: Base::Held(Box::new(folder.collection)),
        };
        for role in both.items::<Role>() {
            both.same(|base| base.resources_for(&role));
            both.same(|base| base.role_title(&role));
        }
        both.items::<Certification>();
        both.items::<Claim>();
        both.items::<Skill>();
        both.items::<Element>();
        both.items::<Resource>();
        both.items::<Source>();
        for soc in both.items::<Occupation>() {
            both.same(|base| base.figures(&soc).unwrap());
            for profile in Occupation::whole(&both.held, &soc).unwrap().unwrap().onet {
                let code = profile.code;
                both.same(|base| base.profile(&code).unwrap());
                both.same(|base| base.onet_title(&code));
                both.same(|base| base.ratings(&code).unwrap());
                both.same(|base| base.job_titles(&code).unwrap());
            }
        }
        both.same(|base| base.edition());
        both.same(|base| base.synonyms().unwrap());
        let sorted = |mut names: Vec<_>| {
            names.sort();
            names
        };
        both.same(|base| sorted(base.names()));
        for (name, ..) in both.held.names().into_iter().step_by(9) {
            both.same(|base| {
                let mut named = base.named(&name);
                named.sort();
                named
            });
        }
    }
}
