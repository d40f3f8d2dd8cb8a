//! Reading one file into a folder: its items, each with its place, and what is wrong in it.

use super::super::entry::{self, Entry, Layering, Mistake};
use super::super::file::Text;
use super::super::item::Item;
use super::super::place::Place;
use super::super::problem::{Key, Kind, Problem};
use super::super::wording;
use super::{Folder, MOST, Spare, bounded, stem};
use crate::model::{
    Certification, Claim, Date, Element, Occupation, Resource, Role, Skill, Source, Synonyms,
};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The longest file, in bytes, in which reading goes on after a mistake that TOML itself forbids: each costs memory.
const RECOVERED: usize = 256 << 10;

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
