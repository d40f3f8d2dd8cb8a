//! Files to begin with: every key explained where it stands, in a form that can be read and shown at once.

use crate::catalog::Catalog;
use crate::commands::Failure;
use crate::commands::data::schema;
use crate::commands::draft::begin;
use crate::commands::meant::quoted;
use crate::data::Kind;
use crate::data::folder::subfolder;
use crate::model::visible;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use toml::de::DeTable;

/// The text of an item to begin with.
pub struct Skeleton {
    kind: Kind,
    id: String,
    text: String,
    /// The source that the text cites, if it is not there yet.
    source: Option<String>,
}

/// What was written, as people name the files.
pub struct Begun {
    pub file: String,
    pub also: Vec<String>,
}

/// The id of the source that a skeleton cites.
const OWN_SOURCE: &str = "own";

impl Skeleton {
    /// A new item, or a patch of one that lies below.
    pub fn new(kind: Kind, id: &str, patch: bool, root: &Path, catalog: &Catalog) -> Self {
        let template = match (kind, patch) {
            (Kind::Occupation, false) => include_str!("occupation.toml"),
            (Kind::Occupation, true) => include_str!("occupation-patch.toml"),
            (Kind::Certification, false) => include_str!("certification.toml"),
            (Kind::Certification, true) => include_str!("certification-patch.toml"),
            (Kind::Skill, false) => include_str!("skill.toml"),
            (Kind::Skill, true) => include_str!("skill-patch.toml"),
            (Kind::Source, false) => include_str!("source.toml"),
            (Kind::Source, true) => include_str!("source-patch.toml"),
            (_, false) => include_str!("role.toml"),
            (_, true) => include_str!("role-patch.toml"),
        };
        let needs_source = !patch && matches!(kind, Kind::Role | Kind::Certification);
        // The folder is to stand on its own, wherever else there is a source of that name.
        let has_source = catalog
            .layer_of_source(OWN_SOURCE)
            .is_some_and(|layer| layer.root() == root);
        let source = needs_source && !has_source;
        Self {
            kind,
            id: id.to_owned(),
            text: filled(template, id),
            source: source.then(|| filled(include_str!("source.toml"), OWN_SOURCE)),
        }
    }

    /// Writes it into a folder of data. An item of its own file is never written over; a list grows.
    pub fn write(&self, root: &Path) -> Result<Begun, Failure> {
        let mut also = Vec::new();
        let file = match subfolder(self.kind) {
            Some(subfolder) => {
                let folder = root.join(subfolder);
                let path = folder.join(format!("{}.toml", self.id));
                fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
                begin(&path, &self.text).map_err(|error| failed(&path, &error))?;
                path
            }
            None => {
                let path = root.join(list(self.kind));
                grow(&path, &self.text).map_err(|error| failed(&path, &error))?;
                path
            }
        };
        let mut schemas = vec![schema_of(self.kind)];
        if let Some(source) = &self.source {
            let path = root.join(list(Kind::Source));
            grow(&path, source).map_err(|error| failed(&path, &error))?;
            also.push(format!("the source \"{OWN_SOURCE}\" in {}", shown(&path)));
            schemas.push(schema_of(Kind::Source));
        }
        for name in schemas {
            let path = root.join("schemas").join(format!("{name}.json"));
            if !path.exists() {
                let folder = root.join("schemas");
                fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
                match begin(&path, schema::text(name)?) {
                    Ok(()) => also.push(format!("{}, for editors", shown(&path))),
                    // Another has begun a file here at the same time.
                    Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                    Err(error) => return Err(failed(&path, &error)),
                }
            }
        }
        let file = shown(&file);
        Ok(Begun { file, also })
    }
}

/// The schema that the first line of a file names, so that editors complete and check its keys.
fn schema_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Role => "role",
        Kind::Occupation => "occupation",
        _ => "lists",
    }
}

fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).replace('\\', "/")
}

/// A template with the names of the item in it.
fn filled(template: &str, id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    let title: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect();
    template
        .replace("{id}", id)
        .replace("{title}", &title)
        .replace("{plural}", &format!("{words}s"))
        .replace("{source}", OWN_SOURCE)
}

/// The file of lists that an item is put in.
fn list(kind: Kind) -> &'static str {
    match kind {
        Kind::Certification => "certifications.toml",
        Kind::Skill => "skills.toml",
        _ => "sources.toml",
    }
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    let path = shown(path);
    if error.kind() == ErrorKind::AlreadyExists {
        return Failure::new(
            format!("{path} is there already"),
            format!("edit it, and then: roles data check {}", quoted(&path)),
        );
    }
    let hint = match error.kind() {
        ErrorKind::InvalidInput => "make it a file, or take it away".to_owned(),
        ErrorKind::InvalidData => format!("mend it first: roles data check {}", quoted(&path)),
        _ => "name a folder that you may write in, with --data DIR".to_owned(),
    };
    Failure::new(format!("cannot write {path}: {error}"), hint)
}

/// Adds text to the end of a file, or begins it; what was there stays if that fails.
///
/// The file is written in place, under a lock: a link stays a link, and of two that add at once neither is lost.
fn grow(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.read(true).append(true).create(true).open(path)?;
    // A pipe or a device in its place would never end.
    if !file.metadata()?.is_file() {
        let message = "it is no plain file";
        return Err(io::Error::new(ErrorKind::InvalidInput, message));
    }
    file.lock()?;
    let mut before = String::new();
    file.read_to_string(&mut before)?;
    if let Err(error) = DeTable::parse(&before) {
        let message = format!("what is in it cannot be read: {}", error.message());
        return Err(io::Error::new(ErrorKind::InvalidData, message));
    }
    let start = match before.as_str() {
        "" => format!("#:schema ./schemas/{}.json\n", schema_of(Kind::Source)),
        before if before.ends_with('\n') => String::new(),
        _ => "\n".to_owned(),
    };
    let written = file
        .write_all(format!("{start}{text}").as_bytes())
        .and_then(|()| file.sync_all());
    written.inspect_err(|_| {
        let length = u64::try_from(before.len()).unwrap_or(u64::MAX);
        let _ = file.set_len(length);
    })
}
