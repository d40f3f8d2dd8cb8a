//! Reading a folder of TOML files into the model, and finding the line a value stands in.

use super::collection::Collection;
use super::entry::{self, Change, Entry, Layering, Mistake};
use super::file::Text;
use super::item::Item;
use super::place::{Place, offset_in};
use super::problem::{Address, Finding, Key, Kind, Problem};
use super::shelf::Shelf;
use super::wording;
use crate::model::{
    Certification, Claim, Date, Element, Occupation, Resource, Role, Skill, Source, Synonyms,
};
use serde::Deserialize;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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
/// The longest file, in bytes, in which reading goes on after a mistake that TOML itself forbids: each costs memory.
const RECOVERED: usize = 256 << 10;

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
    /// Reads one file as an item of `kind`, or as lists of items where that is `None`, and returns what is wrong.
    pub fn add(
        &mut self,
        file: Text,
        kind: Option<Kind>,
        layering: Option<Layering<'_>>,
    ) -> Vec<Problem> {
        let table = match parsed(&file) {
            Ok(table) => table,
            Err(problems) => {
                if let Some((kind, stem)) = kind.zip(stem(&file.name)) {
                    self.broken.insert((kind, stem.to_owned()));
                }
                return problems;
            }
        };
        let odd = wording::mistakes(table.get_ref()).into_iter();
        let odd: Vec<_> = odd.map(|mistake| mistake.problem(&file)).collect();
        let at = self.files.len();
        let mut problems = match kind {
            Some(Kind::Role) => self.add_item::<Role>(&file, at, table, layering),
            Some(Kind::Occupation) => self.add_item::<Occupation>(&file, at, table, layering),
            _ => self.add_lists(&file, at, table, layering),
        };
        self.files.push(file);
        problems.extend(odd);
        problems.sort();
        bounded(problems)
    }

    /// Reads a table that is a file as an item.
    fn add_item<'t, T: Item>(
        &mut self,
        file: &'t Text,
        at: usize,
        table: Spanned<DeTable<'t>>,
        layering: Option<Layering<'_>>,
    ) -> Vec<Problem> {
        let again = || DeTable::parse(&file.text).ok();
        let read = entry::read::<T>(file, table, again, layering);
        let id = read.id.or_else(|| stem(&file.name).map(str::to_owned));
        self.keep(read.entry, id, at, Vec::new())
    }

    /// Reads a file of lists.
    fn add_lists<'t>(
        &mut self,
        file: &'t Text,
        at: usize,
        table: Spanned<DeTable<'t>>,
        layering: Option<Layering<'_>>,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        let spare = Spare::of(file);
        for (key, value) in table.into_inner() {
            if problems.len() > MOST {
                break;
            }
            let span = key.span();
            macro_rules! lists {
                ($($list:literal: $item:ident),+) => {
                    match key.get_ref().as_ref() {
                        "edition" if layering.is_some() => {
                            let mistake = Mistake::new(
                                span,
                                "an edition is of the data that came with the program",
                                "take it away: a layer has none",
                            );
                            problems.push(mistake.problem(file));
                        }
                        "edition" => match Date::deserialize(toml::de::ValueDeserializer::from(value)) {
                            Ok(edition) => self.collection.edition = Some(edition),
                            Err(error) => problems.push(Mistake::from(error).problem(file)),
                        },
                        $($list => self.add_list::<$item>((file, &spare), at, ($list, value), layering, &mut problems),)+
                        other => {
                            let known = ["edition", $($list),+].join(", ");
                            let mistake = Mistake::new(
                                span,
                                format!("there is no list \"{other}\""),
                                format!("a file of lists may have {known}"),
                            );
                            problems.push(mistake.problem(file));
                        }
                    }
                };
            }
            lists!(
                "certifications": Certification, "claims": Claim, "skills": Skill, "elements": Element,
                "resources": Resource, "sources": Source, "synonyms": Synonyms
            );
        }
        problems
    }

    /// Reads the entries of one list.
    fn add_list<'t, T: Item>(
        &mut self,
        (file, spare): (&'t Text, &Spare<'t>),
        at: usize,
        (list, value): (&str, Spanned<DeValue<'t>>),
        layering: Option<Layering<'_>>,
        problems: &mut Vec<Problem>,
    ) {
        let no_list = |span| {
            let hint = format!("begin each of them with [[{list}]]");
            Mistake::new(span, format!("{list} is no list of tables"), hint).problem(file)
        };
        let span = value.span();
        let DeValue::Array(entries) = value.into_inner() else {
            problems.push(no_list(span));
            return;
        };
        for (position, entry) in entries.into_iter().enumerate() {
            let span = entry.span();
            let DeValue::Table(table) = entry.into_inner() else {
                problems.push(no_list(span));
                continue;
            };
            // What is not gone through any more is there all the same.
            if problems.len() > MOST {
                let id = entry::text_at(&table, T::KIND.id_key());
                self.broken.extend(id.map(|id| (T::KIND, id)));
                continue;
            }
            let again = || {
                let entry = spare.table()?.get(list)?.get_ref().get(position)?;
                let table = entry.get_ref().as_table()?.clone();
                Some(Spanned::new(entry.span(), table))
            };
            let read = entry::read::<T>(file, Spanned::new(span, table), again, layering);
            let keys = vec![list.into(), position.into()];
            problems.extend(self.keep(read.entry, read.id, at, keys));
        }
    }

    /// Keeps an item with its place, or remembers that it is there and broken.
    fn keep<T: Item>(
        &mut self,
        entry: Result<Entry<T>, Vec<Problem>>,
        id: Option<String>,
        file: usize,
        keys: Vec<Key>,
    ) -> Vec<Problem> {
        match entry {
            Ok(Entry {
                item,
                change,
                added,
            }) => {
                let list = T::list_mut(&mut self.collection);
                let place = Place {
                    file,
                    keys,
                    change,
                    added,
                };
                self.places.insert((T::KIND, list.len()), place);
                list.push(item);
                Vec::new()
            }
            Err(problems) => {
                self.broken.extend(id.map(|id| (T::KIND, id)));
                problems
            }
        }
    }

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

/// A file's text as TOML, or what in it is none.
fn parsed(file: &Text) -> Result<Spanned<DeTable<'_>>, Vec<Problem>> {
    let first = match DeTable::parse(&file.text) {
        Ok(table) => return Ok(table),
        Err(first) => first,
    };
    let mistakes = if file.text.len() > RECOVERED {
        vec![first]
    } else {
        DeTable::parse_recoverable(&file.text).1
    };
    let mistakes = mistakes.into_iter().take(MOST + 1).map(Mistake::from);
    let problems = mistakes.map(|mistake| mistake.problem(file)).collect();
    Err(bounded(problems))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_is_refused_where_it_stands() {
        let file = Text {
            name: "s.toml".into(),
            text: "[[skills]]\nid = \"a\"\nnmae = \"A\"\n[[skills]]\nid = 3\nkind = \"odd\"\n"
                .into(),
        };
        let problems = Folder::default().add(file, None, None);
        let found: Vec<_> = problems
            .iter()
            .map(|problem| (problem.line, problem.column, problem.message.as_str()))
            .collect();
        let places: Vec<_> = found
            .iter()
            .map(|(line, column, _)| (*line, *column))
            .collect();
        // Two keys that are missing, one that is misspelt; then one that is missing, and two wrong values.
        assert_eq!(
            places,
            [(1, 1), (1, 1), (3, 1), (4, 1), (5, 6), (6, 8)],
            "{found:?}"
        );
        assert!(found[2].2.contains("nmae"), "{found:?}");
    }

    /// What is wrong in a file of lists.
    fn told(text: String) -> Vec<Problem> {
        let name = "s.toml".into();
        Folder::default().add(Text { name, text }, None, None)
    }

    #[test]
    fn of_many_mistakes_in_a_file_the_first_are_told() {
        let many = 20 * MOST;
        let odd = "[[skills]]\nid = \"a\"\nname = \"A\"\nkind = \"odd\"\n".repeat(many);
        for (text, hint) in [
            (odd, "mend what stands before this first"),
            (
                "[[skills]]\n".repeat(many),
                "mend what stands before this first",
            ),
            ("=\n".repeat(many), "mend what stands before this first"),
            (
                "odd = \"\"\n".to_owned(),
                "say something, or leave the key out",
            ),
        ] {
            let problems = told(text);
            assert!(problems.len() <= MOST + 1, "{}", problems.len());
            assert_eq!(problems.last().unwrap().hint, hint);
        }
        // A long file that is no TOML is not gone through for more.
        let long = told("=\n".repeat(RECOVERED));
        assert_eq!(long.len(), 1, "{long:?}");
    }
}
