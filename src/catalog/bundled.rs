//! The data that the build packed into the program: an index in statics, records in bytes.

use super::{Error, Result};
use crate::data::pack::{Naming, unpack};
use serde::Deserialize;

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

static RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundle.bin"));

/// A stretch of text or bytes: where it begins and ends.
type Stretch = (u32, u32);

/// The ids of one kind, sorted, and where the record of each lies.
///
/// Ids stand in one text, so that a table holds no pointers that the loader would have to fill in.
pub struct Table {
    keys: &'static str,
    records: &'static [(Stretch, Stretch)],
}

/// The names of all roles, sorted, with how each names which role.
pub struct Names {
    keys: &'static str,
    /// The stretch of the name, how it names the role, and the position of the role in [`ROLES`].
    namings: &'static [(Stretch, Naming, u32)],
}

fn text(keys: &'static str, (start, end): Stretch) -> &'static str {
    keys.get(start as usize..end as usize).unwrap_or_default()
}

impl Table {
    /// Every id, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.records.iter().map(|(key, _)| text(self.keys, *key))
    }

    /// Where the record with this id stands among the others.
    fn position(&self, id: &str) -> Option<usize> {
        self.records
            .binary_search_by(|(key, _)| text(self.keys, *key).cmp(id))
            .ok()
    }

    /// Whether there is a record with this id.
    pub fn has(&self, id: &str) -> bool {
        self.position(id).is_some()
    }

    /// Reads the record with this id.
    pub fn record<T: Deserialize<'static>>(&self, id: &str) -> Result<Option<T>> {
        let Some(position) = self.position(id) else {
            return Ok(None);
        };
        let stretch = self.records.get(position).map(|(_, record)| *record);
        let bytes = stretch.and_then(|(start, end)| RECORDS.get(start as usize..end as usize));
        let item = bytes.and_then(|bytes| unpack(bytes).ok());
        item.map(Some)
            .ok_or_else(|| Error::Damaged { id: id.to_owned() })
    }
}

/// A name with how it names which role.
pub type Named = (&'static str, Naming, &'static str);

impl Names {
    /// Every naming of every role, sorted by name.
    pub fn all(&self) -> impl Iterator<Item = Named> {
        self.namings.iter().map(|naming| self.read(naming))
    }

    /// Every naming of a role by `name`, which is in its normal form.
    pub fn named(&self, name: &str) -> impl Iterator<Item = Named> {
        let start = self
            .namings
            .partition_point(|naming| self.read(naming).0 < name);
        let end = self
            .namings
            .partition_point(|naming| self.read(naming).0 <= name);
        self.namings
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .map(|naming| self.read(naming))
    }

    fn read(&self, (name, naming, role): &(Stretch, Naming, u32)) -> Named {
        let role = ROLES
            .records
            .get(*role as usize)
            .map_or("", |(key, _)| text(ROLES.keys, *key));
        (text(self.keys, *name), *naming, role)
    }
}

/// The title of a role by [`TITLES`], or of an O*NET occupation by [`ONET_TITLES`], without reading the rest of it.
pub fn title(index: &'static str, id: &str) -> Option<&'static str> {
    index
        .lines()
        .find_map(|line| line.strip_prefix(id)?.strip_prefix(':'))
}

/// The ids of what concerns a subject, by [`CLAIMS_ABOUT`] or [`RESOURCES_FOR`], in the order of the data.
pub fn concerning(index: &'static str, subject: &str) -> impl Iterator<Item = &'static str> {
    let concerning = move |line: &'static str| {
        let (id, subjects) = line.split_once(':')?;
        subjects
            .split(',')
            .any(|other| other == subject)
            .then_some(id)
    };
    index.lines().filter_map(concerning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Certification, Claim, Element, Occupation, OnetProfile, Resource, Role, Skill, Source,
    };

    /// Reads every record of a table and counts them.
    fn all<T: Deserialize<'static>>(table: &Table) -> usize {
        assert!(table.ids().is_sorted());
        for id in table.ids() {
            table.record::<T>(id).unwrap().unwrap();
        }
        table.ids().count()
    }

    #[test]
    fn every_record_reads_back() {
        assert!(all::<Role>(&ROLES) >= 17);
        assert!(all::<Occupation>(&OCCUPATIONS) >= 21);
        assert!(all::<OnetProfile>(&PROFILES) >= 14);
        assert!(all::<Certification>(&CERTIFICATIONS) >= 41);
        assert!(all::<Claim>(&CLAIMS) >= 20);
        assert!(all::<Skill>(&SKILLS) >= 40);
        assert_eq!(all::<Element>(&ELEMENTS), 68);
        assert!(all::<Resource>(&RESOURCES) >= 10);
        assert!(all::<Source>(&SOURCES) >= 30);
    }

    #[test]
    fn an_unknown_id_is_none() {
        assert_eq!(ROLES.record::<Role>("no-such-role"), Ok(None));
    }
}
