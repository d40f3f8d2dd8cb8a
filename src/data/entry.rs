//! One item of a file, read from its TOML table: whole, or as a patch of what lies below it. In the data room.
//!
//! A mistake does not end the reading: it is reported and left out, so that the next one is found too.

use super::file::Text;
use super::item::Item;
use super::patch;
use super::problem::{Kind, Problem};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

/// What the items of a layer are laid over.
pub trait Below {
    /// Whether there is an item of this kind with this id.
    fn has(&self, kind: Kind, id: &str) -> bool;

    /// The item with this id as TOML, if there is one; or what is wrong with it.
    fn toml(&self, kind: Kind, id: &str) -> Result<Option<String>, Vec<Problem>>;
}

/// A layer, and what it is laid over.
#[derive(Clone, Copy)]
pub struct Layering<'a> {
    /// The name that references to publications bear within the layer.
    pub name: &'a str,
    pub below: &'a dyn Below,
}

/// How an item of a layer changes what lies below it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// There is nothing of its name below.
    New,
    /// It stands in place of what is below.
    Replaced,
    /// It changes these keys of what is below, and leaves the others.
    Patched(Vec<String>),
}

/// An item as read.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    pub item: T,
    pub change: Change,
    /// The lists that a patch adds to, with how many entries each had before.
    pub added: Vec<(String, usize)>,
}

/// What reading came to: an item or all that is wrong with it, and its id where that much could be read.
pub struct Read<T> {
    pub entry: Result<Entry<T>, Vec<Problem>>,
    pub id: Option<String>,
}

/// Something wrong in a table, and where in the file.
pub(super) struct Mistake {
    pub span: Range<usize>,
    pub message: String,
    /// How to mend it; the field guide to the data, if not given.
    pub hint: Option<String>,
}

impl Mistake {
    pub fn new(span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    pub fn problem(self, file: &Text) -> Problem {
        let hint = "data/README.md shows every key with an example";
        file.problem(
            self.span.start,
            plain(&self.message),
            self.hint.as_deref().unwrap_or(hint),
        )
    }
}

impl From<toml::de::Error> for Mistake {
    fn from(error: toml::de::Error) -> Self {
        Self {
            span: error.span().unwrap_or_default(),
            message: match error.message() {
                "recursion limit" | "cannot recurse further; max recursion depth met" => {
                    "this is nested too deeply".to_owned()
                }
                message => message.replace('\n', ", "),
            },
            hint: None,
        }
    }
}

/// A message in the words of data files, not of the types that hold them.
fn plain(message: &str) -> String {
    if message == "wanted string or table" {
        return "invalid type, expected a word in quotes".to_owned();
    }
    let Some((found, expected)) = message.rsplit_once(", expected ") else {
        return message.to_owned();
    };
    let found = found
        .replace("invalid type: map", "invalid type: a table")
        .replace("` as i128", "`")
        .replace("invalid type: sequence", "invalid type: a list");
    let expected = match expected {
        "u8" | "u16" | "u32" | "i64" => "a whole number",
        "f64" => "a number",
        "a boolean" => "true or false",
        "a sequence" => "a list in square brackets",
        "a map" => "a table",
        "a string" => "a text in quotes",
        other if other.starts_with("struct ") => "a table, { … } or under a header in brackets",
        other => other,
    };
    format!("{found}, expected {expected}")
}

/// Reads an item from its table. `again` makes the table anew, for when a mistake in it has to be left out.
pub fn read<'t, T: Item>(
    file: &'t Text,
    table: Spanned<DeTable<'t>>,
    again: impl Fn() -> Option<Spanned<DeTable<'t>>>,
    layering: Option<Layering<'_>>,
) -> Read<T> {
    let root = table.span();
    let id = text_at(table.get_ref(), T::KIND.id_key());
    let mut problems = Vec::new();
    let base = match patch::base(file, &table, T::KIND, id.as_deref(), layering) {
        Ok(base) => base,
        Err(problems) => {
            let entry = Err(problems);
            return Read { entry, id };
        }
    };
    if base.is_none() {
        let missing = T::REQUIRED
            .iter()
            .filter(|key| !table.get_ref().contains_key(**key));
        problems.extend(missing.map(|key| {
            let (line, kind) = (format!("missing field `{key}`"), T::KIND.name());
            let hint =
                format!("every {kind} has it; data/README.md shows every key with an example");
            file.problem(root.start, line, &hint)
        }));
    }
    let most = if file.text.len() > LONG { 1 } else { MOST };
    let mut left_out = Vec::new();
    let mut next = Some(table);
    let mut entry = None;
    while let Some(table) = next.take() {
        let mistake = match attempt(table, layering, base.as_deref()) {
            Ok(read) => {
                entry = Some(read);
                break;
            }
            Err(mistake) => mistake,
        };
        // What the whole of it lacks has been said, or was left out as a mistake.
        if mistake.span.start == root.start && mistake.message.starts_with("missing field") {
            break;
        }
        left_out.push(mistake.span.start);
        problems.push(mistake.problem(file));
        if left_out.len() == most {
            let hint = "mend those before it first";
            problems.push(file.problem(
                root.start,
                "there may be more mistakes in this item",
                hint,
            ));
        }
        next = again()
            .filter(|_| left_out.len() < most)
            .and_then(|mut table| {
                let gone = left_out
                    .iter()
                    .all(|offset| leave_out(table.get_mut(), *offset));
                gone.then_some(table)
            });
    }
    let entry = match entry {
        Some(entry) if problems.is_empty() => Ok(entry),
        _ => {
            if problems.is_empty() {
                let message = format!("no {} can be read here", T::KIND.name());
                let hint = "data/README.md shows every key with an example";
                problems.push(file.problem(root.start, message, hint));
            }
            Err(problems)
        }
    };
    Read { entry, id }
}

/// How many mistakes in one item are reported.
const MOST: usize = 50;
/// The longest file, in bytes, of which an item is read once more for each of its mistakes.
const LONG: usize = 256 << 10;

/// Reads a table as an item, laid over what is below where it is a patch.
fn attempt<T: Item>(
    table: Spanned<DeTable<'_>>,
    layering: Option<Layering<'_>>,
    base: Option<&str>,
) -> Result<Entry<T>, Mistake> {
    let root = table.span();
    let mut table = table.into_inner();
    let Some(layering) = layering else {
        let item = T::deserialize(Deserializer::from(Spanned::new(root, table)))?;
        return Ok(Entry {
            item,
            change: Change::New,
            added: Vec::new(),
        });
    };
    patch::mark(&mut table, layering.name);
    match base {
        None => {
            let item = T::deserialize(Deserializer::from(Spanned::new(root, table)))?;
            let change = if layering.below.has(T::KIND, T::id(&item)) {
                Change::Replaced
            } else {
                Change::New
            };
            Ok(Entry {
                item,
                change,
                added: Vec::new(),
            })
        }
        Some(base) => {
            let patch::Merged { table, keys, added } = patch::merge::<T>(table, base)?;
            let item = T::deserialize(Deserializer::from(Spanned::new(root, table)))?;
            Ok(Entry {
                item,
                change: Change::Patched(keys),
                added,
            })
        }
    }
}

/// The text under a key.
pub(super) fn text_at(table: &DeTable<'_>, key: &str) -> Option<String> {
    table.get(key)?.get_ref().as_str().map(str::to_owned)
}

/// Takes the smallest thing that can be spared around an offset out of a table: an entry of a list, else a key.
fn leave_out<'t>(table: &mut DeTable<'t>, offset: usize) -> bool {
    let found = table
        .iter()
        .find(|(key, value)| key.span().contains(&offset) || holds(value, offset));
    let Some(key) = found.map(|(key, _)| key.clone()) else {
        return false;
    };
    match table.get_mut(&key).map(Spanned::get_mut) {
        Some(DeValue::Table(inner)) if key.get_ref() == patch::ADD => {
            leave_out(inner, offset) || table.remove(&key).is_some()
        }
        Some(DeValue::Array(entries)) if entries.iter().any(|entry| holds(entry, offset)) => {
            *entries = std::mem::replace(entries, DeArray::new())
                .into_iter()
                .filter(|entry| !holds(entry, offset))
                .collect();
            true
        }
        _ => table.remove(&key).is_some(),
    }
}

/// Whether a value, or anything in it, stands at an offset.
fn holds(value: &Spanned<DeValue<'_>>, offset: usize) -> bool {
    value.span().contains(&offset)
        || match value.get_ref() {
            DeValue::Array(entries) => entries.iter().any(|entry| holds(entry, offset)),
            DeValue::Table(table) => table
                .iter()
                .any(|(key, value)| key.span().contains(&offset) || holds(value, offset)),
            _ => false,
        }
}
