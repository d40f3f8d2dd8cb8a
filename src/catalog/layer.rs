//! A folder of the user's own data, read piece by piece: one file for a role, and lists once. In the catalog room.

use super::index::Index;
use super::{Error, Result};
use crate::data::folder::{self, Folder, subfolder};
use crate::data::{Item, Kind, Layering, Problem, Shelf};
use crate::model::visible;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// A folder of data that is laid over what came with the program.
#[derive(Debug)]
pub struct Layer {
    /// What references within it are marked with: unique among the layers, in letters, digits, dots and hyphens.
    pub name: String,
    /// The folder, as the user names it.
    pub path: String,
    root: PathBuf,
    /// The files in it.
    shelf: Shelf,
    /// Where the names of its roles may be kept between runs.
    cache: Option<PathBuf>,
    lists: OnceLock<Lists>,
    /// Which items were looked for, and whether each has a file: what one role refers to, most others do too.
    files: Mutex<BTreeMap<Kind, BTreeMap<String, bool>>>,
}

/// The files of a layer that hold lists.
#[derive(Debug)]
pub(super) struct Lists {
    pub folder: Folder,
    /// What kept items from being read.
    pub problems: Vec<Problem>,
    /// What breaks a rule, once that was asked.
    pub judged: OnceLock<Vec<Problem>>,
}

impl Layer {
    /// A layer of this folder, which must exist. Nothing of it is read yet.
    pub fn new(name: String, root: PathBuf) -> Self {
        let path = visible(&root.to_string_lossy()).replace('\\', "/");
        let path = match path.trim_end_matches('/') {
            "" => path,
            trimmed => trimmed.to_owned(),
        };
        Self {
            name,
            path,
            shelf: Shelf::from(root.as_path()),
            root,
            cache: None,
            lists: OnceLock::new(),
            files: Mutex::default(),
        }
    }

    /// A layer of files in memory, by their places: `roles/cio.toml`. Problems call it by its name.
    pub fn of(name: String, files: BTreeMap<String, Vec<u8>>) -> Self {
        Self {
            shelf: Shelf::Held(files),
            ..Self::new(name.clone(), PathBuf::from(name))
        }
    }

    /// The same, with a folder to keep the names of its roles in between runs.
    pub fn kept_in(self, cache: Option<PathBuf>) -> Self {
        Self { cache, ..self }
    }

    /// What was kept of the names of its roles, of which it has this many.
    pub(super) fn names(&self, count: usize) -> Index {
        Index::open(self.cache.as_deref(), &self.root, count)
    }

    /// The place of an item's file among those of the layer, for a kind that has a file for each.
    fn place(&self, kind: Kind, id: &str) -> Option<String> {
        let subfolder = subfolder(kind)?;
        // An id that a person typed is one name below the folder, and leads nowhere else.
        let mut parts = Path::new(id).components();
        if !matches!(
            (parts.next(), parts.next()),
            (Some(Component::Normal(_)), None)
        ) {
            return None;
        }
        Some(format!("{subfolder}/{id}.toml"))
    }

    /// Where the file of an item stands, if there is one, for a kind that has a file for each.
    pub(super) fn file(&self, kind: Kind, id: &str) -> Option<PathBuf> {
        Some(self.root.join(self.place(kind, id)?))
    }

    /// Whether it has an item of a kind that has a file for each. Nothing is read for it, and each is looked for once.
    pub(super) fn has_file(&self, kind: Kind, id: &str) -> bool {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let files = files.entry(kind).or_default();
        if let Some(there) = files.get(id) {
            return *there;
        }
        let place = self.place(kind, id);
        let there = place.is_some_and(|place| self.shelf.has(&place));
        files.insert(id.to_owned(), there);
        there
    }

    /// Reads the one file of an item, if it has one.
    pub(super) fn read(
        &self,
        kind: Kind,
        id: &str,
        layering: Layering<'_>,
    ) -> Result<Option<Folder>> {
        let place = self.place(kind, id);
        let Some(place) = place.filter(|_| self.has_file(kind, id)) else {
            return Ok(None);
        };
        let text = self.shelf.read(&place, format!("{}/{place}", self.path));
        let text = text.map_err(|problem| Error::Broken(vec![problem]))?;
        let mut folder = Folder::default();
        let problems = folder.add(text, Some(kind), Some(layering));
        if problems.is_empty() {
            Ok(Some(folder))
        } else {
            Err(Error::Broken(problems))
        }
    }

    /// The ids of the items of a kind that has a file for each, by the names of their files, sorted.
    pub(super) fn stems(&self, kind: Kind) -> Result<Vec<String>> {
        let Some(subfolder) = subfolder(kind) else {
            return Ok(Vec::new());
        };
        let names = self.shelf.names(subfolder);
        let names = names.map_err(|error| self.unreadable(subfolder, &error))?;
        let stems = names.iter().filter_map(|name| name.strip_suffix(".toml"));
        Ok(stems.map(str::to_owned).collect())
    }

    /// That a folder of it cannot be read.
    pub(super) fn unreadable(&self, subfolder: &str, error: &std::io::Error) -> Error {
        let message = format!("this folder cannot be read: {error}");
        let hint = "make it a folder that you may read";
        let name = format!("{}/{subfolder}", self.path);
        Error::Broken(vec![Problem::of_file(
            name.trim_end_matches('/'),
            message,
            hint,
        )])
    }

    /// The lists, read when they are first asked for.
    pub(super) fn lists(&self, layering: Layering<'_>) -> &Lists {
        self.lists.get_or_init(|| {
            let mut folder = Folder::default();
            let mut problems = Vec::new();
            match folder::files(&self.shelf, &self.path, None) {
                Ok(files) => {
                    for file in files {
                        problems.extend(match file {
                            Ok(file) => folder.add(file, None, Some(layering)),
                            Err(problem) => vec![problem],
                        });
                    }
                }
                Err(error) => {
                    if let Error::Broken(unreadable) = self.unreadable("", &error) {
                        problems.extend(unreadable);
                    }
                }
            }
            Lists {
                folder,
                problems,
                judged: OnceLock::new(),
            }
        })
    }

    /// Everything in the layer, read anew: as the build reads `data/`, but laid over what is below.
    pub(super) fn whole(&self, layering: Layering<'_>) -> std::io::Result<(Folder, Vec<Problem>)> {
        folder::read_shelf(&self.shelf, &self.path, Some(layering))
    }

    /// What lies in the folder as if it were data, and is not read.
    pub(super) fn unread(&self) -> Vec<Problem> {
        let each = [Kind::Role, Kind::Occupation]
            .into_iter()
            .filter_map(subfolder);
        let each: Vec<_> = each.collect();
        let mut problems = self.unread_in("", &each);
        for subfolder in &each {
            problems.extend(self.unread_in(subfolder, &[]));
        }
        problems
    }

    /// The same in the folder itself, with the subfolders that are read, or in one of these.
    fn unread_in(&self, folder: &str, subfolders: &[&str]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (leaf, is_folder) in self.shelf.entries(folder) {
            let is_text = leaf.to_str().is_some();
            let name = leaf.to_string_lossy().into_owned();
            let plain = name.to_lowercase();
            let meant = subfolders
                .iter()
                .find(|known| plain == **known || format!("{plain}s") == **known);
            let file = plain.ends_with(".toml");
            let (message, hint) = match meant {
                None if file && !is_text => (
                    "this file is not read: its name is not UTF-8 text",
                    "give it a name in UTF-8".to_owned(),
                ),
                Some(known) if name != *known => {
                    ("this folder is not read", format!("call it {known}"))
                }
                Some(_) if is_folder => continue,
                Some(_) => (
                    "this is no folder, so nothing is read",
                    "make it one".to_owned(),
                ),
                None if is_folder && !folder.is_empty() && !file => (
                    "this folder is not read",
                    format!("put its files into {folder}"),
                ),
                None if file && !name.ends_with(".toml") => (
                    "this file is not read",
                    "let its name end in .toml".to_owned(),
                ),
                None => continue,
            };
            let parts = [self.path.as_str(), folder, &name];
            let place: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            problems.push(Problem::of_file(&place.join("/"), message, &hint));
        }
        problems
    }

    /// How many data files it has that hold one item of a kind each, or lists where that is `None`.
    pub fn count(&self, kind: Option<Kind>) -> Result<usize> {
        let subfolder = kind.and_then(subfolder).unwrap_or_default();
        let names = self.shelf.names(subfolder);
        let names = names.map_err(|error| self.unreadable(subfolder, &error))?;
        Ok(names.len())
    }

    /// The folder that it is.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Lists {
    /// The position and the item with this id.
    pub fn find<T: Item>(&self, id: &str) -> Option<(usize, &T)> {
        let mut items = T::list(&self.folder.collection).iter().enumerate();
        items.find(|(_, item)| item.id() == id)
    }

    /// The items, if nothing kept any from being read.
    pub fn sound(&self) -> Result<&Folder> {
        if self.problems.is_empty() {
            Ok(&self.folder)
        } else {
            Err(Error::Broken(self.problems.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, fs, process};

    #[test]
    fn a_file_is_looked_for_once_a_run() {
        let root = env::temp_dir().join(format!("roles-layer-{}", process::id()));
        fs::create_dir_all(root.join("roles")).unwrap();
        let layer = || Layer::new("own".to_owned(), root.clone());
        let run = layer();
        assert!(!run.has_file(Kind::Role, "late"));
        fs::write(root.join("roles/late.toml"), "").unwrap();
        assert!(!run.has_file(Kind::Role, "late"));
        assert!(layer().has_file(Kind::Role, "late"));
        fs::remove_dir_all(root).unwrap();
    }
}
