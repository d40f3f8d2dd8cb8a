//! Rules on names: ids, file names, titles and aliases.

use super::super::collection::Collection;
use super::super::folder::Folder;
use super::super::problem::{Address, Kind};
use super::{Findings, Judged};
use std::collections::{BTreeMap, BTreeSet};

/// A name as it is compared: lower case, single spaces.
pub fn normal(name: &str) -> String {
    name.split_whitespace()
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The ids of every kind, in the order of the collection.
fn ids(collection: &Collection) -> Vec<(Kind, Vec<&str>)> {
    vec![
        (
            Kind::Role,
            collection
                .roles
                .iter()
                .map(|item| item.id.as_str())
                .collect(),
        ),
        (
            Kind::Occupation,
            collection
                .occupations
                .iter()
                .map(|item| item.soc.as_str())
                .collect(),
        ),
        (
            Kind::Certification,
            collection
                .certifications
                .iter()
                .map(|item| item.id.as_str())
                .collect(),
        ),
        (
            Kind::Claim,
            collection
                .claims
                .iter()
                .map(|item| item.id.as_str())
                .collect(),
        ),
        (
            Kind::Skill,
            collection
                .skills
                .iter()
                .map(|item| item.id.as_str())
                .collect(),
        ),
        (
            Kind::Element,
            collection
                .elements
                .iter()
                .map(|item| item.id.as_str())
                .collect(),
        ),
        (
            Kind::Resource,
            collection
                .resources
                .iter()
                .map(|item| item.id.as_str())
                .collect(),
        ),
        (
            Kind::Source,
            collection
                .sources
                .iter()
                .map(|item| item.id.as_str())
                .collect(),
        ),
    ]
}

/// The key that holds the id of an item.
fn id_key(kind: Kind) -> &'static str {
    if kind == Kind::Occupation {
        "soc"
    } else {
        "id"
    }
}

pub(super) fn unique_ids(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (kind, ids) in ids(collection) {
        let mut seen = BTreeSet::new();
        for (item, id) in ids.iter().enumerate() {
            let address = Address::of(kind, item).at(id_key(kind));
            let well_formed = !id.is_empty()
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
            if !well_formed {
                findings.add(
                    address,
                    format!("\"{id}\" is no id"),
                    "use lower-case letters, digits and hyphens",
                );
            } else if !seen.insert(id) {
                findings.add(
                    address,
                    format!("the id \"{id}\" is used twice"),
                    "give one of the two another id, or merge them",
                );
            }
        }
    }
}

pub(super) fn file_names(folder: &Folder, findings: &mut Findings) {
    for (kind, ids) in ids(&folder.collection) {
        if !matches!(kind, Kind::Role | Kind::Occupation) {
            continue;
        }
        for (item, id) in ids.iter().enumerate() {
            if let Some(stem) = folder.stem(kind, item).filter(|stem| stem != id) {
                findings.add(
                    Address::of(kind, item).at(id_key(kind)),
                    format!("\"{id}\" stands in a file named {stem}.toml"),
                    format!("rename the file to {id}.toml, or the id to \"{stem}\""),
                );
            }
        }
    }
}

pub(super) fn unique_names(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    let roles = collection
        .roles
        .iter()
        .enumerate()
        .flat_map(|(item, role)| {
            let own = Address::of(Kind::Role, item);
            let aliases = role.aliases.iter().enumerate();
            let aliases = aliases.map({
                let own = own.clone();
                move |(position, alias)| (own.at("aliases").at(position), alias)
            });
            [(own.at("id"), &role.id), (own.at("title"), &role.title)]
                .into_iter()
                .chain(aliases)
        });
    once(
        "role",
        "use [[shared_titles]] if it truly names both",
        roles,
        findings,
    );

    let certifications =
        collection
            .certifications
            .iter()
            .enumerate()
            .flat_map(|(item, certification)| {
                let own = Address::of(Kind::Certification, item);
                let aliases = certification.aliases.iter().enumerate();
                let aliases = aliases.map({
                    let own = own.clone();
                    move |(position, alias)| (own.at("aliases").at(position), alias)
                });
                [
                    (own.at("id"), &certification.id),
                    (own.at("name"), &certification.name),
                    (own.at("short"), &certification.short),
                ]
                .into_iter()
                .chain(aliases)
            });
    once(
        "certification",
        "keep it where it belongs",
        certifications,
        findings,
    );
}

/// Reports names that two items share. The same item may spell its own id and title alike.
fn once<'a>(
    what: &str,
    hint: &str,
    names: impl Iterator<Item = (Address, &'a String)>,
    findings: &mut Findings,
) {
    let mut owners = BTreeMap::new();
    for (address, name) in names {
        if let Some(owner) = owners
            .insert(normal(name), address.item)
            .filter(|owner| *owner != address.item)
        {
            owners.insert(normal(name), owner);
            findings.add(
                address,
                format!("\"{name}\" already names another {what}"),
                hint,
            );
        }
    }
}

pub(super) fn shared_titles(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, role) in collection.roles.iter().enumerate() {
        for (position, shared) in role.shared_titles.iter().enumerate() {
            let wanted = normal(&shared.title);
            let elsewhere = collection
                .roles
                .iter()
                .filter(|other| other.id != role.id)
                .any(|other| {
                    let titles = other.shared_titles.iter().map(|shared| &shared.title);
                    other
                        .aliases
                        .iter()
                        .chain([&other.title])
                        .chain(titles)
                        .any(|title| normal(title) == wanted)
                });
            let address = Address::of(Kind::Role, item)
                .at("shared_titles")
                .at(position)
                .at("title");
            if !elsewhere {
                findings.add(
                    address,
                    format!("no other role is called \"{}\"", shared.title),
                    "make it an alias, or name it at the other role too",
                );
            } else if role
                .aliases
                .iter()
                .chain([&role.title])
                .any(|own| normal(own) == wanted)
            {
                findings.add(
                    address,
                    format!("\"{}\" is this role's own title or alias too", shared.title),
                    "keep it only under [[shared_titles]]",
                );
            }
        }
    }
}
