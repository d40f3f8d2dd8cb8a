//! `roles data check`

use crate::catalog::Catalog;
use crate::cli::{CheckData, Output};
use crate::commands::{Answer, Failure, answer, layers};
use crate::data::Problem;
use crate::model::visible;
use crate::report::data::check::DataCheck;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks a folder of data or a file in one, or every layer that is read.
pub fn run(arguments: &CheckData, output: &Output) -> Result<Answer, Failure> {
    let (catalog, checked, problems) = match &arguments.path {
        None => {
            let catalog = layers::catalog(&output.data)?;
            let problems = audits(&catalog, 0)?;
            let checked = catalog.layers().iter().map(|layer| layer.path.clone());
            let checked = checked.collect();
            (catalog, checked, problems)
        }
        Some(path) => {
            let root = root_of(path)?;
            let mut folders = output.data.clone();
            let same =
                |folder: &PathBuf| fs::canonicalize(folder).ok() == fs::canonicalize(&root).ok();
            if !folders.iter().any(same) {
                folders.push(root.clone());
            }
            let catalog = layers::catalog(&folders)?;
            let position = catalog
                .layers()
                .iter()
                .position(|layer| same(&layer.root().to_owned()));
            let mut problems =
                position.map_or_else(|| Ok(Vec::new()), |position| catalog.audit(position))?;
            if path.is_file() {
                let leaf = path.strip_prefix(&root).unwrap_or(path);
                let ending = format!("/{}", leaf.to_string_lossy().replace('\\', "/"));
                problems.retain(|problem| problem.file.ends_with(&ending));
            }
            (
                catalog,
                vec![visible(&path.to_string_lossy()).into_owned()],
                problems,
            )
        }
    };
    let found = problems.is_empty();
    let report = DataCheck {
        checked,
        problems: problems.into_iter().map(Into::into).collect(),
    };
    Ok(Answer {
        found,
        ..answer(report, &catalog, output)?
    })
}

/// Everything wrong in the layers from this position on.
fn audits(catalog: &Catalog, from: usize) -> Result<Vec<Problem>, Failure> {
    let mut problems = Vec::new();
    for position in from..catalog.layers().len() {
        problems.extend(catalog.audit(position)?);
    }
    Ok(problems)
}

/// The folder of data that a path is, or that a file belongs to.
fn root_of(path: &Path) -> Result<PathBuf, Failure> {
    let shown = path.display();
    let what = fs::metadata(path).map_err(|error| {
        let hint = "name a folder of data, or a file in one; roles data paths lists what is read";
        Failure::new(format!("cannot read {shown}: {error}"), hint)
    })?;
    if what.is_dir() {
        return Ok(path.to_owned());
    }
    let parent = |path: &Path| match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
        Some(parent) => parent.to_owned(),
        None => PathBuf::from("/"),
    };
    let folder = parent(path);
    let each = ["roles", "occupations"].map(|name| folder.ends_with(name));
    if path.extension().is_none_or(|extension| extension != "toml") {
        let hint = "data files end in .toml; name one, or a folder of them";
        return Err(Failure::new(format!("{shown} is no data file"), hint));
    }
    Ok(if each.contains(&true) {
        parent(&folder)
    } else {
        folder
    })
}
