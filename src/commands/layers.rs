//! Which layers of the user's own data lie over what came with the program.

use super::meant::quoted;
use super::{Failure, home};
use crate::catalog::{Catalog, Layer};
use etcetera::BaseStrategy;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The name of the layer in the user's own data folder.
const USER: &str = "user";

/// The bundled data with the user's own folder over it, if there is one, and then each folder given, the last on top.
pub fn catalog(folders: &[PathBuf]) -> Result<Catalog, Failure> {
    let user = user_folder().filter(|folder| folder.symlink_metadata().is_ok());
    if user.is_none() && folders.is_empty() {
        return Ok(Catalog::bundled());
    }
    let mut names = BTreeSet::new();
    let mut layers = Vec::new();
    let cache = cache_folder();
    if let Some(folder) = user {
        is_folder(&folder)?;
        names.insert(USER.to_owned());
        layers.push(Layer::new(USER.to_owned(), folder).kept_in(cache.clone()));
    }
    for folder in folders {
        is_folder(folder)?;
        let layer = Layer::new(name(folder, &mut names), folder.clone());
        layers.push(layer.kept_in(cache.clone()));
    }
    Ok(Catalog::bundled().with_layers(layers))
}

/// `roles` in the user's data folder, by the XDG rules where they hold; none where the user has no home.
pub fn user_folder() -> Option<PathBuf> {
    Some(folder("XDG_DATA_HOME", |places| places.data_dir())?.join("roles"))
}

/// `roles` in the user's cache folder, by the same rules.
fn cache_folder() -> Option<PathBuf> {
    Some(folder("XDG_CACHE_HOME", |places| places.cache_dir())?.join("roles"))
}

/// Where this system keeps something that belongs to a user: in the folder that a variable names, else below the home.
fn folder(named: &str, of: fn(&dyn BaseStrategy) -> PathBuf) -> Option<PathBuf> {
    // A path that is not absolute is to be ignored.
    let asked = env::var_os(named).map(PathBuf::from);
    let asked = asked.filter(|folder| cfg!(unix) && folder.is_absolute());
    if asked.is_some() || !home::is_named() {
        return asked;
    }
    Some(of(&etcetera::choose_base_strategy().ok()?))
}

fn is_folder(folder: &Path) -> Result<(), Failure> {
    let shown = folder.display();
    match fs::metadata(folder) {
        Ok(what) if what.is_dir() => Ok(()),
        Ok(_) => Err(Failure::new(
            format!("{shown} is no folder"),
            "name the folder that holds roles/, occupations/ and the lists; docs/data.md describes it",
        )),
        Err(_) if folder.is_symlink() => Err(Failure::new(
            format!("{shown} is a link that leads to no folder"),
            "let it lead to one, or take it away",
        )),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Failure::new(
            format!("there is no folder {shown}"),
            format!(
                "begin one: roles data new my-role --data {}",
                quoted(&folder.to_string_lossy())
            ),
        )),
        Err(error) => Err(Failure::new(
            format!("the folder {shown} cannot be read: {error}"),
            "name one that you may read",
        )),
    }
}

/// A name for a layer: that of its folder in letters, digits, dots and hyphens, with a number if it is taken.
fn name(folder: &Path, taken: &mut BTreeSet<String>) -> String {
    let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let leaf = whole
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let plain = leaf.replace(
        |letter: char| !letter.is_ascii_alphanumeric() && letter != '.',
        "-",
    );
    let plain = match plain.trim_matches(['-', '.']) {
        "" => "layer",
        plain => plain,
    };
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let mut names = std::iter::once(plain.to_owned()).chain(numbered);
    let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_named_by_their_folders_and_told_apart() {
        let mut taken = BTreeSet::from([USER.to_owned()]);
        let mut named = |path: &str| name(Path::new(path), &mut taken);
        assert_eq!(named("/no-such/Acme Training"), "acme-training");
        assert_eq!(named("/no-such/other/acme-training"), "acme-training-2");
        assert_eq!(named("/no-such/user"), "user-2");
        assert_eq!(named("/no-such/日本"), "layer");
    }
}
