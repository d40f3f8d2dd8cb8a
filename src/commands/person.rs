//! A person's own file, read and with its names looked up.

use super::Failure;
use crate::analysis::gap::Held;
use crate::catalog::{Catalog, LookupError};
use crate::data::person::PersonFile;
use crate::data::problem::Key;
use crate::model::Person;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A person with the ids of what they hold.
pub struct Known {
    pub person: Person,
    pub held: Held,
}

/// Reads the file that `--me` names. Nothing of it goes anywhere but into the answer.
pub fn load(catalog: &Catalog, path: &Path) -> Result<Known, Failure> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| {
        let hint = "give the path of a TOML file; docs/me.md shows one";
        Failure::new(format!("cannot read {name}: {error}"), hint)
    })?;
    known(catalog, &name, text)
}

/// Reads the text of such a file and looks its names up.
pub fn known(catalog: &Catalog, name: &str, text: String) -> Result<Known, Failure> {
    let file = PersonFile::read(name, text)?;
    let Person {
        certifications,
        skills,
        education,
        years,
        ..
    } = &file.person;
    let held = Held {
        certifications: ids(&file, "certifications", certifications.as_ref(), |name| {
            catalog.find_certification(name)
        })?,
        skills: ids(&file, "skills", skills.as_ref(), |name| {
            catalog.find_skill(name)
        })?,
        education: *education,
        years: *years,
    };
    Ok(Known {
        held,
        person: file.person,
    })
}

/// Looks up every name of a list; one that means nothing is shown where it stands.
fn ids(
    file: &PersonFile,
    list: &str,
    names: Option<&Vec<String>>,
    find: impl Fn(&str) -> Result<String, LookupError>,
) -> Result<Option<BTreeSet<String>>, Failure> {
    let Some(names) = names else { return Ok(None) };
    let mut ids = BTreeSet::new();
    for (position, name) in names.iter().enumerate() {
        let id = find(name).map_err(|error| {
            let failure = Failure::from(error);
            let place = [Key::from(list), Key::from(position)];
            let shown = Failure::from(file.problem(&place, failure.message, ""));
            Failure {
                hints: failure.hints,
                ..shown
            }
        })?;
        ids.insert(id);
    }
    Ok(Some(ids))
}
