//! A folder of TOML files as read into the model, and the line that each value stands in.

mod add;

use super::collection::Collection;
use super::entry::{Change, Layering};
use super::file::Text;
use super::place::{Place, offset_in};
use super::problem::{Address, Finding, Kind, Problem};
use super::shelf::Shelf;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use toml::de::DeTable;

/// A folder, or a part of one, as read: what it holds, and the files to point at when something is wrong.
#[derive(Debug, Default)]
pub struct Folder {
    pub collection: Collection,
    files: Vec<Text>,
    places: BTreeMap<(Kind, usize), Place>,
    /// Items that are there, but could not be read.
    broken: BTreeSet<(Kind, String)>,
}

/// How many problems are told of one file; whoever has mended these is told of the next.
pub const MOST: usize = 200;

/// The folder below a folder of data that holds one file an item of a kind; other kinds stand in lists.
pub fn subfolder(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Role => Some("roles"),
        Kind::Occupation => Some("occupations"),
        _ => None,
    }
}

/// Reads every `.toml` file below `root`, in the order of their names.
///
/// What cannot be read as the model is left out and reported; the rest is returned.
/// `root` must exist; `name` stands before file names in problems, as in `data/roles/cio.toml`. A folder may be a
/// layer: laid over other data, which its items may patch.
pub fn read(
    root: &Path,
    name: &str,
    layering: Option<Layering<'_>>,
) -> io::Result<(Folder, Vec<Problem>)> {
    read_shelf(&root.into(), name, layering)
}

/// The same of files wherever they stand.
pub fn read_shelf(
    shelf: &Shelf,
    name: &str,
    layering: Option<Layering<'_>>,
) -> io::Result<(Folder, Vec<Problem>)> {
    let mut folder = Folder::default();
    let mut problems = Vec::new();
    for kind in [Some(Kind::Role), Some(Kind::Occupation), None] {
        for file in files(shelf, name, kind)? {
            problems.extend(match file {
                Ok(file) => folder.add(file, kind, layering),
                Err(problem) => vec![problem],
            });
        }
    }
    Ok((folder, problems))
}

/// The `.toml` files that hold one item of `kind` each, or lists; in the order of their names.
///
/// Hidden files are passed over.
pub fn files(
    shelf: &Shelf,
    name: &str,
    kind: Option<Kind>,
) -> io::Result<Vec<Result<Text, Problem>>> {
    let subfolder = kind.and_then(subfolder).unwrap_or_default();
    let joined = |parts: &[&str]| {
        let parts = parts.iter().filter(|part| !part.is_empty());
        parts.copied().collect::<Vec<_>>().join("/")
    };
    let read = |leaf: String| {
        let place = joined(&[subfolder, &leaf]);
        shelf.read(&place, joined(&[name, &place]))
    };
    Ok(shelf.names(subfolder)?.into_iter().map(read).collect())
}

impl Folder {
    /// Lays what was read over other items, which have no place in its files.
    pub fn lay_over(&mut self, below: Collection) {
        let mut under = BTreeMap::new();
        macro_rules! lay_over {
            ($($list:ident: $kind:ident),+) => {$(
                let (own, mut items) = (&mut self.collection.$list, below.$list);
                under.insert(Kind::$kind, items.len());
                items.append(own);
                *own = items;
            )+};
        }
        lay_over!(
            roles: Role, occupations: Occupation, certifications: Certification, claims: Claim, skills: Skill,
            elements: Element, resources: Resource, sources: Source, synonyms: Synonyms
        );
        let places = std::mem::take(&mut self.places).into_iter();
        let raised = places.map(|((kind, item), place)| {
            let below = under.get(&kind).copied().unwrap_or_default();
            ((kind, item + below), place)
        });
        self.places = raised.collect();
    }

    /// Whether an item of this kind and id is there, but could not be read.
    pub fn is_broken(&self, kind: Kind, id: &str) -> bool {
        self.broken.contains(&(kind, id.to_owned()))
    }

    /// How the item at this position of its kind changes what lies below.
    pub fn change(&self, kind: Kind, item: usize) -> Option<&Change> {
        self.place(kind, item).map(|place| &place.change)
    }

    fn place(&self, kind: Kind, item: usize) -> Option<&Place> {
        self.places.get(&(kind, item))
    }

    /// Puts findings at their lines: that of the value, or of the nearest thing around it that is there.
    pub fn locate(&self, findings: &[Finding]) -> Vec<Problem> {
        let mut by_file: BTreeMap<usize, Vec<Problem>> = BTreeMap::new();
        let mut problems = Vec::new();
        let spares: Vec<_> = self.files.iter().map(Spare::of).collect();
        for finding in findings {
            let Address { kind, item, keys } = &finding.address;
            let place = self.place(*kind, *item);
            let found = place.and_then(|place| Some((spares.get(place.file)?, place)));
            let Some((spare, place)) = found else {
                let place = self.collection.called(*kind, *item);
                problems.push(Problem::of_file(&place, &finding.message, &finding.hint));
                continue;
            };
            let told = by_file.entry(place.file).or_default();
            if told.len() > MOST {
                continue;
            }
            let keys: Vec<_> = place
                .keys
                .iter()
                .cloned()
                .chain(place.written(keys))
                .collect();
            let offset = spare.table().map(|table| offset_in(table, keys.iter()));
            let offset = offset.unwrap_or_default();
            told.push(spare.file.problem(offset, &finding.message, &finding.hint));
        }
        problems.extend(by_file.into_values().flat_map(bounded));
        problems
    }

    /// The name of the file an item stands in, without folder and extension.
    pub fn stem(&self, kind: Kind, item: usize) -> Option<&str> {
        let file = self.files.get(self.place(kind, item)?.file)?;
        stem(&file.name)
    }
}

/// No more problems of a file than can be told, with a word on the rest.
fn bounded(mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() > MOST {
        problems.truncate(MOST);
        problems.extend(problems.last().cloned().map(|last| Problem {
            message: "there is more to mend in this file".to_owned(),
            hint: "mend what stands before this first".to_owned(),
            ..last
        }));
    }
    problems
}

/// A file read once more, when that is needed: what reads an item uses its table up.
struct Spare<'t> {
    file: &'t Text,
    table: OnceCell<Option<DeTable<'t>>>,
}

impl<'t> Spare<'t> {
    fn of(file: &'t Text) -> Self {
        let table = OnceCell::new();
        Self { file, table }
    }

    fn table(&self) -> Option<&DeTable<'t>> {
        let read = || Some(DeTable::parse(&self.file.text).ok()?.into_inner());
        self.table.get_or_init(read).as_ref()
    }
}

/// The name of a file without folder and extension.
fn stem(name: &str) -> Option<&str> {
    let leaf = name.rsplit('/').next().unwrap_or(name);
    leaf.strip_suffix(".toml")
}
