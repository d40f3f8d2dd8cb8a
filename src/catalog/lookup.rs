//! Finding what a person means by a name: an id, a title, an alias, or a code, in any case.

use super::base::namings;
use super::{Catalog, Error};
use crate::data::Kind;
use crate::data::pack::Naming;
use crate::data::rules::normal;
use crate::model::{Label, Role};
use std::collections::BTreeMap;
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
            let own = [id.clone(), certification.name, certification.short];
            let codes = certification.exam_codes;
            spellings.extend(
                own.iter()
                    .chain(&certification.aliases)
                    .chain(&codes)
                    .map(|name| (normal(name), id.clone())),
            );
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
        Ok(named)
    }

    /// Every name of every role, with how it names which.
    pub fn role_names(&self) -> Result<Vec<(String, Naming, String)>, Error> {
        let mut names = self.base.names();
        names.retain(|(.., role)| !self.in_files(Kind::Role, role));
        names.extend(self.layered_names()?);
        Ok(names)
    }

    /// Every name of every role that a layer has.
    fn layered_names(&self) -> Result<Vec<(String, Naming, String)>, Error> {
        let mut ids = Vec::new();
        for layer in self.layers() {
            ids.extend(layer.stems(Kind::Role)?);
        }
        ids.sort();
        ids.dedup();
        let mut names = Vec::new();
        for id in ids {
            // Whoever asks for names does not rest an answer on these roles yet.
            let role = self.settled::<Role>(self.layers().len(), &id)?;
            names.extend(role.iter().flat_map(namings));
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

/// The target whose name is spelled most like `wanted`, if it is near: no suggestion beats a silly one.
///
/// Near means at most a third of the length in edits (Damerau-Levenshtein). Ties go to the first in order.
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
        .min()
        .map(|(_, _, id)| id.to_owned())
}
