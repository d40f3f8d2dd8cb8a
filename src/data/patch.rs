//! Laying a patch over what is below it: keys replace, those named under `remove` go, and what stands under `add` joins
//! the lists. In the data room.

use super::entry::{Layering, Mistake};
use super::file::Text;
use super::item::Item;
use super::problem::{Kind, Problem};
use crate::model::Reference;
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The key that makes an item a patch.
pub const PATCH: &str = "patch";
/// The key of the lists to add to.
pub const ADD: &str = "add";
/// The key of the names of keys to take away.
pub const REMOVE: &str = "remove";

/// The TOML of what a patch is laid over; none for an item that is whole.
pub(super) fn base(
    file: &Text,
    table: &Spanned<DeTable<'_>>,
    kind: Kind,
    id: Option<&str>,
    layering: Option<Layering<'_>>,
) -> Result<Option<String>, Vec<Problem>> {
    let Some(layering) = layering else {
        return Ok(None);
    };
    let one = |mistake: Mistake| vec![mistake.problem(file)];
    let patched = patched(table, kind, id, layering).map_err(one)?;
    let Some(id) = patched else { return Ok(None) };
    let base = layering.below.toml(kind, id)?;
    base.map(Some).ok_or_else(|| {
        let what = kind.name();
        one(Mistake::new(
            span_at(table, kind.id_key()),
            format!("there is no {what} \"{id}\" below this layer to patch"),
            "correct the id, or take patch = true away to add it as a new one",
        ))
    })
}

/// The id of what a table patches; none if it is whole.
fn patched<'a>(
    table: &Spanned<DeTable<'_>>,
    kind: Kind,
    id: Option<&'a str>,
    layering: Layering<'_>,
) -> Result<Option<&'a str>, Mistake> {
    let (what, id_key) = (kind.name(), kind.id_key());
    if !kind.can_be_layered() {
        return match id.filter(|id| layering.below.has(kind, id)) {
            None => Ok(None),
            Some(id) => Err(Mistake::new(
                span_at(table, id_key),
                format!("the {what} \"{id}\" stands below this layer, which can only add to these"),
                "give it an id of its own",
            )),
        };
    }
    let patches = match table.get_ref().get(PATCH) {
        None => false,
        Some(value) => value.get_ref().as_bool().ok_or_else(|| {
            Mistake::new(
                value.span(),
                "patch is neither true nor false",
                "write patch = true to change only some keys of what lies below",
            )
        })?,
    };
    if !patches {
        let own = [ADD, REMOVE];
        let found = own
            .iter()
            .find_map(|key| table.get_ref().get_key_value(*key));
        return match found {
            None => Ok(None),
            Some((key, _)) => Err(Mistake::new(
                key.span(),
                format!("only a patch can {} what is below", key.get_ref()),
                "write patch = true above, or write the item as it should be",
            )),
        };
    }
    let area = table.get_ref().get_key_value("area");
    if let Some((key, _)) = area.filter(|_| kind == Kind::Occupation) {
        return Err(Mistake::new(
            key.span(),
            "a patch cannot change the area, which all the figures below hold for",
            "leave it out, or write the occupation whole with figures of that area",
        ));
    }
    id.map(Some).ok_or_else(|| {
        Mistake::new(
            table.span(),
            format!("this patch does not say which {what} it changes"),
            format!("name it: {id_key} = \"…\""),
        )
    })
}

/// Where a value stands, or the table if there is none.
fn span_at(table: &Spanned<DeTable<'_>>, key: &str) -> std::ops::Range<usize> {
    let value = table.get_ref().get(key);
    value.map_or_else(|| table.span(), Spanned::span)
}

/// A patch laid over its base.
pub(super) struct Merged<'t> {
    pub table: DeTable<'t>,
    /// The keys that the patch changes, sorted.
    pub keys: Vec<String>,
    /// The lists that it adds to, with how many entries each had before.
    pub added: Vec<(String, usize)>,
}

/// Lays a patch over the TOML of its base.
pub(super) fn merge<'t, T: Item>(
    mut patch: DeTable<'t>,
    base: &'t str,
) -> Result<Merged<'t>, Mistake> {
    patch.remove(PATCH);
    let (add, remove) = (patch.remove(ADD), patch.remove(REMOVE));
    let mut table = DeTable::parse(base)?.into_inner();
    let mut keys: Vec<_> = patch.keys().map(|key| key.get_ref().to_string()).collect();
    if let Some(remove) = remove {
        for name in names(&remove)? {
            if T::REQUIRED.contains(&name.get_ref().as_str()) {
                return Err(Mistake::new(
                    name.span(),
                    format!(
                        "{} cannot be removed: every {} has it",
                        name.get_ref(),
                        T::KIND.name()
                    ),
                    "give it another value instead",
                ));
            }
            if table.remove(name.get_ref().as_str()).is_none() {
                return Err(Mistake::new(
                    name.span(),
                    format!("there is no {} below to remove", name.get_ref()),
                    "name a key that what is below has",
                ));
            }
            keys.push(name.into_inner());
        }
    }
    for (key, value) in patch {
        // A key is compared by its text, so the span of the new one has to be put in with it.
        table.remove(&key);
        table.insert(key, value);
    }
    let mut added = Vec::new();
    if let Some(add) = add {
        let span = add.span();
        let DeValue::Table(lists) = add.into_inner() else {
            return Err(Mistake::new(
                span,
                "add is no table",
                "write the lists to add to below it, as in [[add.duties]]",
            ));
        };
        for (key, value) in lists {
            let (name, span) = (key.get_ref().to_string(), value.span());
            let DeValue::Array(more) = value.into_inner() else {
                return Err(Mistake::new(
                    span,
                    format!("add.{name} is no list"),
                    format!("write {name} = … without add to replace it"),
                ));
            };
            let list = table
                .entry(key)
                .or_insert_with(|| Spanned::new(span.clone(), DeValue::Array(Default::default())));
            let DeValue::Array(list) = list.get_mut() else {
                return Err(Mistake::new(
                    span,
                    format!("{name} is no list to add to"),
                    format!("write {name} = … without add to replace it"),
                ));
            };
            added.push((name.clone(), list.len()));
            for entry in more {
                list.push(entry);
            }
            keys.push(name);
        }
    }
    keys.retain(|key| !["id", "soc"].contains(&key.as_str()));
    keys.sort();
    keys.dedup();
    Ok(Merged { table, keys, added })
}

/// The names under `remove`.
fn names(remove: &Spanned<DeValue<'_>>) -> Result<Vec<Spanned<String>>, Mistake> {
    let no_list = |span| {
        let hint = "write it as in remove = [\"retired_on\"]";
        Mistake::new(span, "remove is no list of keys", hint)
    };
    let entries = remove.get_ref().as_array();
    let entries = entries.ok_or_else(|| no_list(remove.span()))?;
    let name = |entry: &Spanned<DeValue<'_>>| {
        let text = entry.get_ref().as_str().map(str::to_owned);
        let text = text.ok_or_else(|| no_list(entry.span()))?;
        Ok(Spanned::new(entry.span(), text))
    };
    entries.iter().map(name).collect()
}

/// Marks every reference to a publication with the layer that it stands in.
pub(super) fn mark(table: &mut DeTable<'_>, layer: &str) {
    for (key, value) in table.iter_mut() {
        mark_value(key.get_ref(), value.get_mut(), layer);
    }
}

fn mark_value(key: &str, value: &mut DeValue<'_>, layer: &str) {
    match value {
        DeValue::String(text) if key == "source" => *text = marked(text, layer),
        DeValue::Array(entries) => {
            let refers = ["sources", "status_sources", "evidence"].contains(&key);
            for entry in entries.iter_mut() {
                match entry.get_mut() {
                    DeValue::String(text) if refers => *text = marked(text, layer),
                    DeValue::String(_) => {}
                    other => mark_value(key, other, layer),
                }
            }
        }
        DeValue::Table(table) => mark(table, layer),
        _ => {}
    }
}

fn marked(text: &str, layer: &str) -> Cow<'static, str> {
    if text.is_empty() {
        Cow::Borrowed("")
    } else {
        Cow::Owned(Reference::within(text, layer))
    }
}
