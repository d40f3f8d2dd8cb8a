//! The data that the build packed into the program: an index in statics, records in bytes.

use super::{Error, Result};
use crate::data::pack::{Naming, Span, unpack};
use serde::de::DeserializeOwned;

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

static RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundle.bin"));

/// Reads the record with this id from a table sorted by id.
pub fn record<T: DeserializeOwned>(table: &[(&str, Span)], id: &str) -> Result<Option<T>> {
    let Ok(position) = table.binary_search_by(|(key, _)| (*key).cmp(id)) else {
        return Ok(None);
    };
    let bytes = table.get(position).and_then(|(_, span)| RECORDS.get(span.start..span.end));
    let item = bytes.and_then(|bytes| unpack(bytes).ok());
    item.map(Some).ok_or_else(|| Error::Damaged { id: id.to_owned() })
}

/// Every naming of a role by `name`, which is in its normal form.
pub fn named(name: &str) -> &'static [(&'static str, Naming, &'static str)] {
    let start = NAMES.partition_point(|(other, ..)| *other < name);
    let end = NAMES.partition_point(|(other, ..)| *other <= name);
    NAMES.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Certification, Claim, Element, Occupation, Resource, Role, Skill, Source};

    /// Reads every record of a table and counts them.
    fn all<T: DeserializeOwned>(table: &[(&str, Span)]) -> usize {
        assert!(table.is_sorted_by_key(|(id, _)| *id));
        table.iter().map(|(id, _)| record::<T>(table, id).unwrap().unwrap()).count()
    }

    #[test]
    fn every_record_reads_back() {
        assert!(all::<Role>(ROLES) >= 17);
        assert!(all::<Occupation>(OCCUPATIONS) >= 21);
        assert!(all::<Certification>(CERTIFICATIONS) >= 30);
        assert!(all::<Claim>(CLAIMS) >= 20);
        assert!(all::<Skill>(SKILLS) >= 40);
        assert_eq!(all::<Element>(ELEMENTS), 68);
        assert!(all::<Resource>(RESOURCES) >= 10);
        assert!(all::<Source>(SOURCES) >= 30);
    }

    #[test]
    fn an_unknown_id_is_none() {
        assert_eq!(record::<Role>(ROLES, "no-such-role"), Ok(None));
    }
}
