//! Packing a collection: one record an item, so that reading one costs nothing of the others.

use super::collection::Collection;
use super::rules::normal;
use crate::model::{Occupation, OnetProfile, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The id of the one record that holds every group of synonyms.
pub const SYNONYMS: &str = "all";

/// How a name names a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Naming {
    Id,
    Title,
    Alias,
    /// A title that another role has too.
    SharedTitle,
    /// The SOC or O*NET-SOC code that the role is measured by.
    Code,
    /// The code of another reading of the role, whose figures are not the preferred ones.
    OtherCode,
}

/// Every name of a role in its normal form, with how it names it.
pub fn names(role: &Role) -> Vec<(String, Naming)> {
    let mut names = vec![
        (normal(&role.id), Naming::Id),
        (normal(&role.title), Naming::Title),
    ];
    names.extend(
        role.aliases
            .iter()
            .map(|alias| (normal(alias), Naming::Alias)),
    );
    names.extend(
        role.shared_titles
            .iter()
            .map(|shared| (normal(&shared.title), Naming::SharedTitle)),
    );
    for (position, reading) in role.measured_by.iter().enumerate() {
        let naming = if position == 0 {
            Naming::Code
        } else {
            Naming::OtherCode
        };
        names.push((reading.occupation.clone(), naming));
        names.extend(reading.onet.clone().map(|code| (code, naming)));
    }
    names.sort();
    names.dedup_by(|later, earlier| later.0 == earlier.0);
    names
}

/// Where a record lies in the packed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// The records of a collection, one after the other, and where each lies, by kind and id.
#[derive(Debug, Default)]
pub struct Packed {
    pub bytes: Vec<u8>,
    pub records: Vec<(&'static str, Vec<(String, Span)>)>,
}

/// Packs every item of a collection. Fails only if an item cannot be encoded.
pub fn pack(collection: &Collection) -> Result<Packed, postcard::Error> {
    let mut packed = Packed::default();
    packed.add("ROLES", &collection.roles, |item| &item.id)?;
    // An occupation's figures are asked for far more often than its many O*NET ratings.
    let figures = |occupation: &Occupation| Occupation {
        onet: Vec::new(),
        ..occupation.clone()
    };
    let profiles = || collection.occupations.iter().flat_map(|item| &item.onet);
    let answers = |profile: &OnetProfile| OnetProfile {
        ratings: BTreeMap::new(),
        titles: Vec::new(),
        ..profile.clone()
    };
    let ratings: Vec<_> = profiles()
        .map(|profile| (profile.code.clone(), profile.ratings.clone()))
        .collect();
    let titles: Vec<_> = profiles()
        .map(|profile| (profile.code.clone(), profile.titles.clone()))
        .collect();
    packed.add(
        "OCCUPATIONS",
        &collection
            .occupations
            .iter()
            .map(figures)
            .collect::<Vec<_>>(),
        |item| &item.soc,
    )?;
    packed.add(
        "PROFILES",
        &profiles().map(answers).collect::<Vec<_>>(),
        |item| &item.code,
    )?;
    packed.add("RATINGS", &ratings, |(code, _)| code)?;
    packed.add("JOB_TITLES", &titles, |(code, _)| code)?;
    packed.add("CERTIFICATIONS", &collection.certifications, |item| {
        &item.id
    })?;
    packed.add("CLAIMS", &collection.claims, |item| &item.id)?;
    packed.add("SKILLS", &collection.skills, |item| &item.id)?;
    packed.add("ELEMENTS", &collection.elements, |item| &item.id)?;
    packed.add("RESOURCES", &collection.resources, |item| &item.id)?;
    packed.add("SOURCES", &collection.sources, |item| &item.id)?;
    // Whoever wants one group of synonyms wants them all.
    let synonyms = (SYNONYMS.to_owned(), collection.synonyms.clone());
    packed.add("SYNONYMS", &[synonyms], |(id, _)| id)?;
    Ok(packed)
}

impl Packed {
    fn add<T: Serialize>(
        &mut self,
        kind: &'static str,
        items: &[T],
        id: impl Fn(&T) -> &String,
    ) -> Result<(), postcard::Error> {
        let mut records = Vec::with_capacity(items.len());
        for item in items {
            let start = self.bytes.len();
            self.bytes.extend(postcard::to_allocvec(item)?);
            records.push((
                id(item).clone(),
                Span {
                    start,
                    end: self.bytes.len(),
                },
            ));
        }
        records.sort_by(|a, b| a.0.cmp(&b.0));
        self.records.push((kind, records));
        Ok(())
    }
}

/// Reads a packed record back; what is read may borrow from it.
pub fn unpack<'r, T: Deserialize<'r>>(record: &'r [u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(record)
}
