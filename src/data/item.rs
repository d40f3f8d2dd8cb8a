//! What all that stands in data files has in common, whatever kind it is. In the data room.

use super::collection::Collection;
use super::problem::Kind;
use crate::model::{
    Certification, Claim, Element, Occupation, Resource, Role, Skill, Source, Synonyms,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Something that a data file holds.
pub trait Item: Serialize + DeserializeOwned + Clone + 'static {
    const KIND: Kind;
    /// The keys without which it is none.
    const REQUIRED: &'static [&'static str];

    /// What it is referred to by; a group of synonyms has nothing of the kind.
    fn id(&self) -> &str;

    /// All of its kind in a collection.
    fn list(collection: &Collection) -> &Vec<Self>;

    /// The same, to be changed.
    fn list_mut(collection: &mut Collection) -> &mut Vec<Self>;
}

macro_rules! items {
    ($($item:ident: $list:ident, $id:expr, [$($required:literal),*];)+) => {$(
        impl Item for $item {
            const KIND: Kind = Kind::$item;
            const REQUIRED: &'static [&'static str] = &[$($required),*];

            fn id(&self) -> &str {
                let id: fn(&Self) -> &str = $id;
                id(self)
            }

            fn list(collection: &Collection) -> &Vec<Self> {
                &collection.$list
            }

            fn list_mut(collection: &mut Collection) -> &mut Vec<Self> {
                &mut collection.$list
            }
        }
    )+};
}

items! {
    Role: roles, |item| &item.id,
        ["id", "title", "plural", "family", "level", "summary", "day", "measured_by"];
    Occupation: occupations, |item| &item.soc, ["soc", "title", "name", "area"];
    Certification: certifications, |item| &item.id,
        ["id", "name", "short", "issuer", "kind", "level", "level_by_issuer", "status", "status_sources"];
    Claim: claims, |item| &item.id, ["id", "topic", "says", "source", "verdict", "because"];
    Skill: skills, |item| &item.id, ["id", "name", "kind"];
    Element: elements, |item| &item.id, ["id", "element", "name", "kind"];
    Resource: resources, |item| &item.id, ["id", "name", "offers", "roles", "sources"];
    Source: sources, |item| &item.id, ["id", "title", "publisher", "kind", "licence"];
    Synonyms: synonyms, |_| "", ["words"];
}

impl Kind {
    /// What one of its kind is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Occupation => "occupation",
            Self::Certification => "certification",
            Self::Claim => "claim",
            Self::Skill => "skill",
            Self::Element => "element",
            Self::Resource => "resource",
            Self::Source => "source",
            Self::Synonyms => "group of synonyms",
        }
    }

    /// The key that holds the id of one of its kind.
    pub fn id_key(self) -> &'static str {
        if self == Self::Occupation {
            "soc"
        } else {
            "id"
        }
    }

    /// Whether a layer may change what lies below it; all else it can only add to.
    pub fn can_be_layered(self) -> bool {
        matches!(
            self,
            Self::Role | Self::Occupation | Self::Certification | Self::Skill | Self::Source
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Takes away each key of an item in turn, and sees whether it is still one.
    fn required<T: Item>(items: &[T]) {
        let read = |table: toml::Table| T::deserialize(table).is_ok();
        let table = toml::Table::try_from(items.first().unwrap()).unwrap();
        assert!(read(table.clone()), "{:?}", T::KIND);
        for key in table.keys() {
            let mut without = table.clone();
            without.remove(key);
            assert_ne!(read(without), T::REQUIRED.contains(&key.as_str()), "{key}");
        }
        assert!(T::REQUIRED.iter().all(|key| table.contains_key(*key)));
    }

    #[test]
    fn what_is_required_is_what_cannot_be_left_out() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let held = super::super::read(&root, "data", None)
            .unwrap()
            .0
            .collection;
        required(&held.roles);
        required(&held.occupations);
        required(&held.certifications);
        required(&held.claims);
        required(&held.skills);
        required(&held.elements);
        required(&held.resources);
        required(&held.sources);
        required(&held.synonyms);
    }
}
