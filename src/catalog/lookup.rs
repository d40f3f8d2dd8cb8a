//! Finding what a person means by a name: an id, a title, an alias, or a code, in any case.

use super::index::{Index, Stamp};
use super::{Catalog, Error, Layer};
use crate::data::pack::{Naming, names};
use crate::data::rules::normal;
use crate::data::{Change, Kind};
use crate::model::Label;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Something that an ambiguous name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub id: String,
    pub title: String,
    /// Why the name may mean it.
    pub because: String,
}

/// Why a name names nothing in particular.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookupError {
    /// Nothing has this name. `near` holds what is spelled much like it.
    Unknown {
        what: &'static str,
        name: String,
        near: Option<String>,
    },
    /// More than one thing has this name; none is picked.
    Ambiguous {
        what: &'static str,
        name: String,
        candidates: Vec<Candidate>,
    },
    /// The catalog itself failed.
    Catalog(Error),
}

impl From<Error> for LookupError {
    fn from(error: Error) -> Self {
        Self::Catalog(error)
    }
}

impl fmt::Display for LookupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { what, name, .. } => write!(f, "no {what} \"{name}\""),
            Self::Ambiguous {
                what,
                name,
                candidates,
            } if candidates.len() == 1 => {
                write!(f, "no {what} is measured by \"{name}\" first")
            }
            Self::Ambiguous {
                what,
                name,
                candidates,
            } => {
                write!(f, "\"{name}\" may mean {} {what}s", candidates.len())
            }
            Self::Catalog(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for LookupError {}

impl Catalog {
    /// The id of the role that `name` means: an id, a title, an alias, a SOC or an O*NET code, in any case.
    ///
    /// An id means its role alone. Any other name that fits several roles is an error that lists them.
    pub fn find_role(&self, name: &str) -> Result<String, LookupError> {
        let wanted = normal(name);
        // An id costs a look at its own record or file, whatever else there is.
        if self.knows(Kind::Role, &wanted) {
            return Ok(wanted);
        }
        match self.named(&wanted)?.as_slice() {
            [] => Err(LookupError::Unknown {
                what: "role",
                name: name.trim().to_owned(),
                near: nearest(
                    &wanted,
                    self.role_names()?
                        .iter()
                        .filter(|(_, naming, _)| {
                            !matches!(naming, Naming::Code | Naming::OtherCode)
                        })
                        .map(|(name, _, role)| (name.as_str(), role.as_str())),
                ),
            }),
            [(naming, role)] if *naming != Naming::OtherCode => Ok(role.clone()),
            several => {
                let candidates = several
                    .iter()
                    .map(|(naming, role)| self.candidate(&wanted, *naming, role));
                Err(LookupError::Ambiguous {
                    what: "role",
                    name: name.trim().to_owned(),
                    candidates: candidates.collect::<Result<_, _>>()?,
                })
            }
        }
    }

    /// The id of the certification that `name` means: an id, a name, a short name, an alias or an exam code.
    pub fn find_certification(&self, name: &str) -> Result<String, LookupError> {
        self.certification_spellings()?.find(name)
    }

    /// Everything that a certification may be called.
    pub fn certification_spellings(&self) -> Result<Spellings, Error> {
        let mut spellings = BTreeMap::new();
        for id in self.certification_ids()? {
            let certification = self.certification(&id)?;
            let names = certification.names();
            spellings.extend(names.map(|name| (normal(name), id.clone())));
        }
        Ok(Spellings {
            what: "certification",
            ids: spellings,
        })
    }

    /// Everything that a skill may be called: its id or its name.
    pub fn skill_spellings(&self) -> Result<Spellings, Error> {
        let mut spellings = BTreeMap::new();
        for id in self.skill_ids()? {
            let skill = self.skill(&id)?;
            spellings.insert(normal(&skill.name), id.clone());
            spellings.insert(normal(&id), id);
        }
        Ok(Spellings {
            what: "skill",
            ids: spellings,
        })
    }

    /// The id of the source that `name` means: its id, in any case.
    pub fn find_source(&self, name: &str) -> Result<String, LookupError> {
        let ids = self.source_ids()?.into_iter().map(|id| (normal(&id), id));
        let spellings = Spellings {
            what: "source",
            ids: ids.collect(),
        };
        spellings.find(name)
    }

    /// The roles that a name in its normal form may mean, each once.
    fn named(&self, name: &str) -> Result<Vec<(Naming, String)>, Error> {
        let below = self.base.named(name).into_iter();
        let mut named: Vec<_> = below
            .filter(|(_, role)| !self.in_files(Kind::Role, role))
            .collect();
        let layered = self.layered_names()?.into_iter();
        named.extend(
            layered
                .filter(|(other, ..)| other == name)
                .map(|(_, naming, role)| (naming, role)),
        );
        named.sort();
        Ok(named)
    }

    /// Every name of every role, with how it names which, in no order.
    pub fn role_names(&self) -> Result<Vec<(String, Naming, String)>, Error> {
        let mut names = self.base.names();
        names.retain(|(.., role)| !self.in_files(Kind::Role, role));
        names.extend(self.layered_names()?);
        Ok(names)
    }

    /// Every name of every role that a layer has, in no order.
    fn layered_names(&self) -> Result<Vec<(String, Naming, String)>, Error> {
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        for (position, layer) in self.layers().iter().enumerate().rev() {
            let roles = layer.stems(Kind::Role)?;
            let mut index = layer.names(roles.len());
            for role in roles {
                if !seen.insert(role.clone()) {
                    continue;
                }
                let names = self.names_of(position, layer, &role, &mut index)?;
                all.extend(
                    names
                        .into_iter()
                        .map(|(name, naming)| (name, naming, role.clone())),
                );
            }
            index.close();
        }
        Ok(all)
    }

    /// The names of a role whose topmost layer this is.
    fn names_of(
        &self,
        position: usize,
        layer: &Layer,
        role: &str,
        index: &mut Index,
    ) -> Result<Vec<(String, Naming)>, Error> {
        let Some(path) = layer.file(Kind::Role, role) else {
            return Ok(Vec::new());
        };
        if let Some(names) = index.get(role, &path) {
            return Ok(names);
        }
        // The stamp is taken first: what changes while the file is read shows in the next.
        let stamp = Stamp::to_keep(&path);
        let Some((item, change)) = self.role_in(position, role)? else {
            return Ok(Vec::new());
        };
        let names = names(&item);
        // What a patch is called depends on what is below it as well.
        if !matches!(change, Change::Patched(_)) {
            index.put(role, stamp, &names);
        }
        Ok(names)
    }

    fn candidate(&self, name: &str, naming: Naming, id: &str) -> Result<Candidate, Error> {
        let role = self.role(id)?;
        let because = match naming {
            Naming::Code | Naming::OtherCode => role
                .measured_by
                .iter()
                .find(|reading| reading.occupation == name || reading.onet.as_deref() == Some(name))
                .map(|reading| match naming {
                    Naming::Code => format!("measured by it; fit: {}", reading.fit.label()),
                    _ => format!(
                        "another reading, not the preferred one; fit: {}",
                        reading.fit.label()
                    ),
                }),
            Naming::SharedTitle => role
                .shared_titles
                .iter()
                .find(|shared| normal(&shared.title) == name)
                .map(|shared| shared.reason.clone()),
            Naming::Title => Some("its title".to_owned()),
            Naming::Id | Naming::Alias => None,
        };
        let because = because.unwrap_or_else(|| "another name of it".to_owned());
        Ok(Candidate {
            id: role.id,
            title: role.title,
            because,
        })
    }
}

/// Every spelling of one kind of thing with the id it means, gathered once for any number of names.
pub struct Spellings {
    what: &'static str,
    ids: BTreeMap<String, String>,
}

impl Spellings {
    /// The id that `name` means, in any case; the nearest is suggested if it means none.
    pub fn find(&self, name: &str) -> Result<String, LookupError> {
        let wanted = normal(name);
        self.ids
            .get(&wanted)
            .cloned()
            .ok_or_else(|| LookupError::Unknown {
                what: self.what,
                name: name.trim().to_owned(),
                near: nearest(
                    &wanted,
                    self.ids
                        .iter()
                        .map(|(name, id)| (name.as_str(), id.as_str())),
                ),
            })
    }
}

/// From how many letters on a word may be told by most of them.
const SHORT: usize = 5;

/// The letters of a word, in alphabetical order.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<_> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// The target whose name is spelled most like `wanted`, if it is near: no suggestion beats a silly one.
///
/// Near means at most a third of the length in edits (Damerau-Levenshtein); of a word of less than five letters only that
/// two of them have changed places, for with another letter it is another word: ceo is not cio. Ties go to the first in
/// order.
pub fn nearest<'a>(
    wanted: &str,
    names: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<String> {
    let length = wanted.chars().count();
    let reach = length / 3;
    names
        .filter(|(name, _)| name.chars().count().abs_diff(length) <= reach)
        .map(|(name, id)| (strsim::osa_distance(wanted, name), name, id))
        .filter(|(distance, ..)| *distance <= reach)
        .filter(|(_, name, _)| length >= SHORT || letters(name) == letters(wanted))
        .min()
        .map(|(_, _, id)| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_short_word_only_letters_that_changed_places_are_forgiven() {
        let near = |wanted: &str| {
            let names = ["cio", "ciso", "it-manager", "list"];
            nearest(wanted, names.map(|name| (name, name)).into_iter())
        };
        assert_eq!(near("ceo"), None);
        assert_eq!(near("cso"), None);
        assert_eq!(near("coi").as_deref(), Some("cio"));
        assert_eq!(near("lsit").as_deref(), Some("list"));
        assert_eq!(near("it-manger").as_deref(), Some("it-manager"));
        assert_eq!(near("it-mngr"), None);
    }
}
