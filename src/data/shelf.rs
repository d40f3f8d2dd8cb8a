//! Where data files stand: in a folder, or in memory, as tests and fuzzers hold them. In the data room.

use super::file::Text;
use super::problem::Problem;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Files, each known by its place: `sources.toml`, `roles/cio.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shelf {
    /// The files of a folder.
    Folder(PathBuf),
    /// Files that are held, by their places.
    Held(BTreeMap<String, Vec<u8>>),
}

impl From<&Path> for Shelf {
    fn from(folder: &Path) -> Self {
        Self::Folder(folder.to_owned())
    }
}

impl Shelf {
    /// The names of the `.toml` files in a folder of it, sorted; none where there is no such folder. The empty name is
    /// that of the whole. Passed over is what is hidden, or has a name that is not UTF-8, since nothing can be called so.
    pub fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let mut names = match self {
            Self::Folder(root) => leaves(&root.join(folder))?,
            Self::Held(files) => {
                let places = files.keys().map(|place| parted(place));
                let here = places.filter(|(parent, _)| *parent == folder);
                here.map(|(_, leaf)| leaf.to_owned()).collect()
            }
        };
        names.retain(|name| name.ends_with(".toml") && !name.starts_with('.'));
        names.sort();
        Ok(names)
    }

    /// Whether there is a file at a place. A link to nothing is there, and is a mistake.
    pub fn has(&self, place: &str) -> bool {
        match self {
            Self::Folder(root) => root.join(place).symlink_metadata().is_ok(),
            Self::Held(files) => files.contains_key(place),
        }
    }

    /// Reads the file at a place, `name` in problems. What is there and is no text is a problem.
    pub fn read(&self, place: &str, name: String) -> Result<Text, Problem> {
        let text = match self {
            Self::Folder(root) => Text::read(&root.join(place), name.clone())?,
            Self::Held(files) => match files.get(place) {
                Some(bytes) => Some(Text::decode(name.clone(), bytes.clone())?),
                None => None,
            },
        };
        text.ok_or_else(|| {
            let hint = "make it a file, or take it away";
            Problem::of_file(&name, "this is a link to nothing", hint)
        })
    }

    /// What a folder of it holds that is not hidden, sorted, and whether each is a folder.
    pub fn entries(&self, folder: &str) -> Vec<(OsString, bool)> {
        let mut entries: Vec<_> = match self {
            Self::Folder(root) => {
                let entries = fs::read_dir(root.join(folder)).into_iter().flatten();
                let entry = |entry: fs::DirEntry| {
                    let is_folder = entry.path().is_dir();
                    (entry.file_name(), is_folder)
                };
                entries.flatten().map(entry).collect()
            }
            Self::Held(files) => {
                let below = |place: &str| {
                    let rest = match folder {
                        "" => place,
                        _ => place.strip_prefix(folder)?.strip_prefix('/')?,
                    };
                    Some(match rest.split_once('/') {
                        Some((name, _)) => (name.into(), true),
                        None => (rest.into(), false),
                    })
                };
                files.keys().filter_map(|place| below(place)).collect()
            }
        };
        entries.retain(|(name, _)| !name.as_encoded_bytes().starts_with(b"."));
        entries.sort();
        entries.dedup();
        entries
    }
}

/// The names of all that a folder holds, as far as they are UTF-8; none where there is no such folder.
fn leaves(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let name = |entry: io::Result<fs::DirEntry>| match entry {
        Ok(entry) => entry.file_name().into_string().ok().map(Ok),
        Err(error) => Some(Err(error)),
    };
    entries.filter_map(name).collect()
}

/// The folder and the name that make up a place.
fn parted(place: &str) -> (&str, &str) {
    place.rsplit_once('/').unwrap_or(("", place))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same files in memory and in a folder, which goes away with the value.
    struct Both(Shelf, PathBuf);

    impl Both {
        fn of(places: &[&str]) -> Self {
            let root = std::env::temp_dir().join(format!("roles-shelf-{}", std::process::id()));
            let mut held = BTreeMap::new();
            for place in places {
                let path = root.join(place);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, place).unwrap();
                held.insert((*place).to_owned(), place.as_bytes().to_vec());
            }
            Self(Shelf::Held(held), root)
        }
    }

    impl Drop for Both {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.1);
        }
    }

    #[test]
    fn what_is_held_answers_like_a_folder() {
        let both = Both::of(&[
            "sources.toml",
            ".hidden.toml",
            "note.txt",
            "roles/cio.toml",
            "roles/inner/deep.toml",
            "roles-too/x.toml",
        ]);
        let (held, folder) = (&both.0, &Shelf::from(both.1.as_path()));
        for place in ["", "roles", "roles/inner", "occupations"] {
            assert_eq!(held.names(place).unwrap(), folder.names(place).unwrap());
            assert_eq!(held.entries(place), folder.entries(place));
        }
        assert_eq!(held.names("roles").unwrap(), ["cio.toml"]);
        assert_eq!(held.entries("").len(), 4);
        for place in ["roles/cio.toml", "roles/ceo.toml", "note.txt"] {
            assert_eq!(held.has(place), folder.has(place), "{place}");
            let read = |shelf: &Shelf| shelf.read(place, "x".to_owned()).map(|text| text.text);
            assert_eq!(read(held), read(folder), "{place}");
        }
    }
}
