//! Reading a folder of TOML files into the model, and finding the line a value stands in.

use super::problem::{Address, Finding, Key, Kind, Problem};
use crate::model::{
    Certification, Claim, Date, Element, Occupation, Resource, Role, Skill, Source, Synonyms,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::io;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// Everything that a folder of data holds, in the order of its files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collection {
    /// The day on which the data was last gone through as a whole.
    pub edition: Option<Date>,
    pub roles: Vec<Role>,
    pub occupations: Vec<Occupation>,
    pub certifications: Vec<Certification>,
    pub claims: Vec<Claim>,
    pub skills: Vec<Skill>,
    pub elements: Vec<Element>,
    pub resources: Vec<Resource>,
    pub sources: Vec<Source>,
    pub synonyms: Vec<Synonyms>,
}

/// A folder as read: what it holds, and the files to point at when something is wrong.
#[derive(Debug, Default)]
pub struct Folder {
    pub collection: Collection,
    files: Vec<File>,
    places: Vec<Place>,
}

/// A file that was read.
#[derive(Debug)]
struct File {
    /// Relative to the folder, with forward slashes.
    name: String,
    text: String,
}

/// Where an item stands: a whole file, or an entry of a list in one.
#[derive(Debug)]
struct Place {
    kind: Kind,
    item: usize,
    file: usize,
    keys: Vec<Key>,
}

/// Files that hold a list of items under one or more keys.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    #[serde(default)]
    edition: Option<Date>,
    #[serde(default)]
    certifications: Vec<Certification>,
    #[serde(default)]
    claims: Vec<Claim>,
    #[serde(default)]
    skills: Vec<Skill>,
    #[serde(default)]
    elements: Vec<Element>,
    #[serde(default)]
    resources: Vec<Resource>,
    #[serde(default)]
    sources: Vec<Source>,
    #[serde(default)]
    synonyms: Vec<Synonyms>,
}

/// Reads every `.toml` file below `root`, in the order of their names.
///
/// Files that cannot be read as the model are left out and reported; the rest is returned.
/// `root` must exist; `name` stands before file names in problems, as in `data/roles/cio.toml`.
pub fn read(root: &Path, name: &str) -> io::Result<(Folder, Vec<Problem>)> {
    let mut folder = Folder::default();
    let mut problems = Vec::new();
    for (subfolder, kind) in [
        ("roles", Some(Kind::Role)),
        ("occupations", Some(Kind::Occupation)),
        ("", None),
    ] {
        let path = root.join(subfolder);
        if !subfolder.is_empty() && !path.exists() {
            continue;
        }
        let mut entries = fs::read_dir(&path)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            if path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let leaf = entry.file_name().to_string_lossy().into_owned();
            let shown = [name, subfolder, &leaf]
                .into_iter()
                .filter(|part| !part.is_empty());
            let shown = shown.collect::<Vec<_>>().join("/");
            match fs::read_to_string(&path) {
                Ok(text) => problems.extend(folder.add(shown, text, kind).err()),
                Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                    problems.push(Problem {
                        file: shown,
                        line: 1,
                        column: 1,
                        message: "this file is not UTF-8 text".to_owned(),
                        hint: "save it with the encoding UTF-8".to_owned(),
                    })
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok((folder, problems))
}

impl Folder {
    /// Reads one file as an item of `kind`, or as lists of items where that is `None`.
    fn add(&mut self, name: String, text: String, kind: Option<Kind>) -> Result<(), Problem> {
        let file = self.files.len();
        let held = &mut self.collection;
        let mut places = Vec::new();
        let mut place = |kind, first: usize, count: usize, key: Option<&str>| {
            places.extend((0..count).map(|position| {
                Place {
                    kind,
                    item: first + position,
                    file,
                    keys: key
                        .map(|key| vec![key.into(), position.into()])
                        .unwrap_or_default(),
                }
            }));
        };
        match kind {
            Some(Kind::Role) => {
                place(Kind::Role, held.roles.len(), 1, None);
                held.roles.push(parse(&name, &text)?);
            }
            Some(Kind::Occupation) => {
                place(Kind::Occupation, held.occupations.len(), 1, None);
                held.occupations.push(parse(&name, &text)?);
            }
            _ => {
                let mut lists: Lists = parse(&name, &text)?;
                held.edition = lists.edition.take().or(held.edition.take());
                macro_rules! take {
                    ($($list:ident: $kind:ident),+) => {$(
                        place(Kind::$kind, held.$list.len(), lists.$list.len(), Some(stringify!($list)));
                        held.$list.append(&mut lists.$list);
                    )+};
                }
                take!(certifications: Certification, claims: Claim, skills: Skill, elements: Element,
                      resources: Resource, sources: Source, synonyms: Synonyms);
            }
        }
        self.files.push(File { name, text });
        self.places.extend(places);
        Ok(())
    }

    /// Puts a finding at its line: that of the value, or of the nearest thing around it that is there.
    pub fn locate(&self, finding: &Finding) -> Problem {
        let Address { kind, item, keys } = &finding.address;
        let place = self
            .places
            .iter()
            .find(|place| place.kind == *kind && place.item == *item);
        let (file, offset) =
            match place.and_then(|place| Some((self.files.get(place.file)?, place))) {
                Some((file, place)) => {
                    let keys = place.keys.iter().chain(keys);
                    (
                        file.name.clone(),
                        offset_of(&file.text, keys).map(|at| position(&file.text, at)),
                    )
                }
                None => (String::new(), None),
            };
        let (line, column) = offset.unwrap_or((1, 1));
        Problem {
            file,
            line,
            column,
            message: finding.message.clone(),
            hint: finding.hint.clone(),
        }
    }

    /// The name of the file an item stands in, without folder and extension.
    pub fn stem(&self, kind: Kind, item: usize) -> Option<&str> {
        let place = self
            .places
            .iter()
            .find(|place| place.kind == kind && place.item == item)?;
        let name = self.files.get(place.file)?.name.as_str();
        let leaf = name.rsplit('/').next().unwrap_or(name);
        leaf.strip_suffix(".toml")
    }
}

/// Reads TOML as `T`; the error says where and what was expected.
pub(super) fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| {
        let (line, column) = error
            .span()
            .map_or((1, 1), |span| position(text, span.start));
        Problem {
            file: name.to_owned(),
            line,
            column,
            message: error.message().replace('\n', ", "),
            hint: "data/README.md shows every key with an example".to_owned(),
        }
    })
}

/// Follows keys into a document, as far as they lead.
pub(super) fn offset_of<'k>(text: &str, keys: impl Iterator<Item = &'k Key>) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let mut offset = table.span().start;
    let root = DeValue::Table(table.into_inner());
    let mut value = &root;
    for key in keys {
        let next = match key {
            Key::Name(name) => value.get(name.as_str()),
            Key::Index(index) => value.get(*index),
        };
        let Some(next) = next else { break };
        offset = next.span().start;
        value = next.get_ref();
    }
    Some(offset)
}

/// The line and column, from 1, of a byte offset.
pub(super) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_at_its_line_and_a_missing_one_at_what_holds_it() {
        let text = "# é\n[[sources]]\nid = \"a\"\n\n[[sources]]\nid = \"b\"\n";
        let at = |keys: &[Key]| position(text, offset_of(text, keys.iter()).unwrap());
        assert_eq!(at(&["sources".into(), 1.into(), "id".into()]), (6, 6));
        assert_eq!(at(&["sources".into(), 1.into(), "address".into()]), (5, 1));
    }

    #[test]
    fn a_misspelt_key_is_refused_where_it_stands() {
        let problem = Folder::default()
            .add(
                "s.toml".into(),
                "[[skills]]\nid = \"a\"\nnmae = \"A\"\n".into(),
                None,
            )
            .unwrap_err();
        assert_eq!((problem.line, problem.column), (3, 1));
        assert!(problem.message.contains("nmae"), "{problem}");
    }
}
