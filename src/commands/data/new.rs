//! `roles data new`

use super::skeleton::{Begun, Skeleton};
use crate::catalog::Catalog;
use crate::cli::{KindName, NewData, Output};
use crate::commands::{Answer, Failure, answer, layers};
use crate::data::Kind;
use crate::report::data::new::DataNew;
use std::fs;
use std::path::PathBuf;

/// Begins a file in the last folder of `--data`, or in the user's own.
pub fn run(arguments: &NewData, output: &Output) -> Result<Answer, Failure> {
    let given = output.data.last().cloned();
    let root = given.clone().or_else(layers::user_folder).ok_or_else(|| {
        let hint = format!(
            "say where to: roles data new {} --data my-data",
            arguments.id
        );
        Failure::new("you have no home folder to begin a file in", hint)
    })?;
    let id = arguments.id.trim().to_owned();
    let kind = match arguments.kind {
        Some(KindName::Role) => Kind::Role,
        Some(KindName::Occupation) => Kind::Occupation,
        Some(KindName::Certification) => Kind::Certification,
        Some(KindName::Skill) => Kind::Skill,
        Some(KindName::Source) => Kind::Source,
        None if is_soc(&id) => Kind::Occupation,
        None => Kind::Role,
    };
    check_id(&id, kind)?;
    drawable(&id, kind, output)?;
    let created = !root.exists();
    create(&root)?;
    let skeleton = layers::catalog(&output.data).and_then(|catalog| {
        let known = catalog.knows(kind, &id);
        let what = kind.name();
        match (arguments.patch, known) {
            (false, true) => Err(Failure::new(
                format!("there is a {what} {id} already"),
                format!("to change it: roles data new {id} --patch; else give another id"),
            )),
            (true, false) => Err(Failure::new(
                format!("there is no {what} {id} to change"),
                format!("to add it: roles data new {id}"),
            )),
            _ => Ok((
                Skeleton::new(kind, &id, arguments.patch, &root, &catalog),
                catalog,
            )),
        }
    });
    let (skeleton, catalog) = match skeleton {
        Ok(found) => found,
        Err(failure) => {
            if created {
                // Nothing was begun, so nothing stays behind; a folder that is not empty stays anyhow.
                let _ = fs::remove_dir(&root);
            }
            return Err(failure);
        }
    };
    let Begun { file, also } = skeleton.write(&root)?;
    let shown = root.display();
    let option = given.map_or_else(String::new, |_| format!(" --data {shown}"));
    let look = match kind {
        Kind::Role => format!("roles show {id}{option}"),
        Kind::Occupation => format!("roles history {id}{option}"),
        Kind::Certification => format!("roles certs {id}{option}"),
        Kind::Source => format!("roles sources {id}{option}"),
        _ => format!("roles data paths{option}"),
    };
    let report = DataNew {
        id,
        kind: kind.name(),
        file,
        also,
        next: vec![format!("roles data check {shown}"), look],
    };
    answer(report, &catalog, output)
}

/// Whether the answer can be given as it is asked for: nothing may be begun where it cannot.
fn drawable(id: &str, kind: Kind, output: &Output) -> Result<(), Failure> {
    let report = DataNew {
        id: id.to_owned(),
        kind: kind.name(),
        file: String::new(),
        also: Vec::new(),
        next: Vec::new(),
    };
    answer(report, &Catalog::bundled(), output).map(|_| ())
}

fn create(root: &PathBuf) -> Result<(), Failure> {
    fs::create_dir_all(root).map_err(|error| {
        let message = format!("cannot make the folder {}: {error}", root.display());
        Failure::new(
            message,
            "name a folder that you may write in, with --data DIR",
        )
    })
}

fn is_soc(id: &str) -> bool {
    let shape = id
        .bytes()
        .map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    shape.eq(*b"00-0000")
}

fn check_id(id: &str, kind: Kind) -> Result<(), Failure> {
    let letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let fits =
        id.chars().all(|c| letter(c) || "-.".contains(c)) && id.chars().next().is_some_and(letter);
    let plain: String = id
        .to_lowercase()
        .chars()
        .map(|c| if letter(c) { c } else { '-' })
        .collect();
    if kind == Kind::Occupation && !is_soc(id) {
        let hint = "write two digits, a hyphen and four digits, as in 15-1232";
        return Err(Failure::new(format!("\"{id}\" is no SOC code"), hint));
    }
    if fits {
        return Ok(());
    }
    let hint = match plain.trim_matches('-') {
        "" => "use lower-case letters, digits and hyphens".to_owned(),
        plain => format!("use lower-case letters, digits and hyphens: roles data new {plain}"),
    };
    Err(Failure::new(format!("\"{id}\" is no id"), hint))
}
