//! A person's own file, read and with its names looked up.

use super::{Failure, Meant};
use crate::analysis::gap::Held;
use crate::catalog::{Catalog, Spellings};
use crate::data::Text;
use crate::data::person::PersonFile;
use crate::data::problem::Key;
use crate::model::Person;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A person with the ids of what they hold.
pub struct Known {
    pub person: Person,
    pub held: Held,
}

/// The longest file that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Reads the file that `--me` names. Nothing of it goes anywhere but into the answer.
pub fn load(catalog: &Catalog, path: &Path) -> Result<Known, Failure> {
    let name = path.display().to_string();
    let bytes = read(path).map_err(|error| {
        let hint = "give the path of a TOML file; docs/me.md shows one";
        Failure::new(format!("cannot read {name}: {error}"), hint)
    })?;
    known(catalog, text(&name, bytes)?)
}

/// Reads a file, but one byte more than is allowed at most: some files never end.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes of a file as text, if they are text and not too long.
fn text(name: &str, bytes: Vec<u8>) -> Result<Text, Failure> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= LONGEST) {
        Ok(Text::decode(name.to_owned(), bytes)?)
    } else {
        Err(Failure::new(
            format!("{name} is longer than 1 MiB"),
            "give a file of your own; examples/me.toml is less than 1 KiB long",
        ))
    }
}

/// Reads the text of such a file and looks its names up.
pub fn known(catalog: &Catalog, text: Text) -> Result<Known, Failure> {
    let file = PersonFile::read(text)?;
    let Person {
        certifications,
        skills,
        education,
        years,
        ..
    } = &file.person;
    let held = Held {
        certifications: ids(
            &file,
            "certifications",
            certifications.as_ref(),
            &catalog.certification_spellings()?,
        )?,
        skills: ids(
            &file,
            "skills",
            skills.as_ref(),
            &catalog.skill_spellings()?,
        )?,
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
    spellings: &Spellings,
) -> Result<Option<BTreeSet<String>>, Failure> {
    let Some(names) = names else { return Ok(None) };
    let mut ids = BTreeSet::new();
    for (position, name) in names.iter().enumerate() {
        let id = spellings.find(name).map_err(|error| {
            let failure = Failure::from(error);
            let place = [Key::from(list), Key::from(position)];
            let shown = Failure::from(file.problem(&place, failure.message, ""));
            Failure {
                meant: failure.meant.map(Meant::elsewhere),
                hints: failure.hints,
                ..shown
            }
        })?;
        ids.insert(id);
    }
    Ok(Some(ids))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_1_mib() {
        let longest = usize::try_from(LONGEST).unwrap();
        assert!(text("me.toml", vec![b'#'; longest]).is_ok());
        let failure = text("me.toml", vec![b'#'; longest + 1]).unwrap_err();
        assert_eq!(failure.message, "me.toml is longer than 1 MiB");
    }

    #[test]
    #[cfg(unix)]
    fn a_file_without_end_is_an_error() {
        let failure = load(&Catalog::bundled(), Path::new("/dev/zero"))
            .err()
            .unwrap();
        assert_eq!(failure.message, "/dev/zero is longer than 1 MiB");
    }
}
