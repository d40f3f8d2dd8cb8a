//! Items of the bundled data with edits in them: what a layer most likely holds, and seldom what its author meant.

use super::ask::BUNDLED;
use super::layer::{Files, tried};
use arbitrary::{Result, Unstructured};
use std::sync::LazyLock;
use toml::{Table, Value};

/// Takes an input as a choice of items and of edits in them.
pub fn run(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let mut items = Vec::new();
    let salt = usize::from(bytes.arbitrary::<u16>().unwrap_or_default());
    // Where the bytes end too soon, what they gave so far is tried.
    let _ = edited(&mut bytes, &mut items);
    tried(&files(&items), salt);
}

/// An item to begin with: its place, the list that it stands in, and the item as TOML.
#[derive(Clone)]
struct Start {
    place: String,
    list: Option<&'static str>,
    item: Table,
}

/// Every bundled item that a layer may have.
static STARTS: LazyLock<Vec<Start>> = LazyLock::new(|| {
    let mut starts = Vec::new();
    macro_rules! starts {
        ($($ids:ident, $get:ident, $place:expr, $list:expr;)+) => {$(
            for id in BUNDLED.$ids().unwrap() {
                let place: fn(&str) -> String = $place;
                starts.push(Start {
                    place: place(&id),
                    list: $list,
                    item: Table::try_from(BUNDLED.$get(&id).unwrap()).unwrap(),
                });
            }
        )+};
    }
    starts! {
        role_ids, role, |id| format!("roles/{id}.toml"), None;
        occupation_ids, occupation, |soc| format!("occupations/{soc}.toml"), None;
        certification_ids, certification, |_| "certifications.toml".to_owned(), Some("certifications");
        skill_ids, skill, |_| "skills.toml".to_owned(), Some("skills");
        source_ids, source, |_| "sources.toml".to_owned(), Some("sources");
        claim_ids, claim, |_| "claims.toml".to_owned(), Some("claims");
        resource_ids, resource, |_| "resources.toml".to_owned(), Some("resources");
    }
    starts
});

/// Items with edits in them.
fn edited(bytes: &mut Unstructured, items: &mut Vec<Start>) -> Result<()> {
    for _ in 0..bytes.int_in_range(1..=3)? {
        let mut start = bytes.choose(&STARTS)?.clone();
        match bytes.int_in_range(0..=3)? {
            0 => start.rename(["acme-one", "acme-two", "99-9999"][bytes.choose_index(3)?]),
            1 => start.patch(bytes)?,
            _ => {}
        }
        items.push(start);
        let last = items.len() - 1;
        for _ in 0..bytes.int_in_range(0..=4)? {
            edit(&mut items[last].item, bytes)?;
        }
    }
    Ok(())
}

/// The files that hold these items.
fn files(items: &[Start]) -> Files {
    let mut files = Files::new();
    for Start { place, list, item } in items {
        let text = match list {
            None => toml::to_string(item),
            Some(list) => {
                let entries = Value::Array(vec![item.clone().into()]);
                toml::to_string(&Table::from_iter([((*list).to_owned(), entries)]))
            }
        };
        let text = text.expect("what was read can be written");
        let file = files.entry(place.clone()).or_default();
        if list.is_none() {
            file.clear();
        }
        file.extend(text.into_bytes());
    }
    files
}

impl Start {
    /// Makes it another item, of names of its own.
    fn rename(&mut self, id: &str) {
        let key = if self.item.contains_key("soc") {
            "soc"
        } else {
            "id"
        };
        let old = self.item.insert(key.to_owned(), id.into());
        if let Some(old) = old.as_ref().and_then(Value::as_str) {
            self.place = self.place.replace(old, id);
        }
        for key in ["aliases", "shared_titles", "exam_codes"] {
            self.item.remove(key);
        }
        for key in ["title", "plural", "name", "short"] {
            if let Some(Value::String(text)) = self.item.get_mut(key) {
                *text = format!("{text} of {id}");
            }
        }
    }

    /// Makes it a patch of some of its keys.
    fn patch(&mut self, bytes: &mut Unstructured) -> Result<()> {
        let whole = std::mem::take(&mut self.item);
        let mut add = Table::new();
        for (key, value) in whole {
            let id = key == "id" || key == "soc";
            match (bytes.int_in_range(0..=5)?, value) {
                (0, value) => drop(self.item.insert(key, value)),
                (1, value @ Value::Array(_)) => drop(add.insert(key, value)),
                (_, value) if id => drop(self.item.insert(key, value)),
                _ => {}
            }
        }
        self.item.insert("patch".to_owned(), true.into());
        if !add.is_empty() {
            self.item.insert("add".to_owned(), add.into());
        }
        if bytes.ratio(1, 4)? {
            let keys = [
                "retired_on",
                "aliases",
                "caution",
                "notes",
                "level",
                "moves",
                "outlook",
            ];
            let key = bytes.choose(&keys)?;
            self.item
                .insert("remove".to_owned(), Value::Array(vec![(*key).into()]));
        }
        Ok(())
    }
}

/// Texts that are more than they seem.
const TEXTS: [&str; 33] = [
    "",
    " ",
    "x",
    "-",
    "=1+1",
    "@x",
    "it-support",
    "cio",
    "15-1232",
    "15-1232.00",
    "oews-2025",
    "oews-2025#15-1232",
    "oews-2025#@acme",
    "retired",
    "unknown",
    "2021-01-31",
    "2026",
    "2099-12",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=x>",
    "a|b\\|c`*_[x](y)",
    "https://a.b/c?d=<e>&\"f\"",
    "javascript:alert(1)",
    "日本語のヘルプデスク👨‍👩‍👧‍👦",
    "e\u{301}\u{301}\u{301}",
    "\u{1b}[2J",
    "\u{202e}x",
    "a\tb",
    "a\nb",
    "\"quoted\" \\ and; #quot; -->",
    "ﷺ",
    "\u{a0}",
    "Ünïcödé",
];

/// One edit: the bytes lead down from the root to some value, and say what becomes of it.
fn edit(table: &mut Table, bytes: &mut Unstructured) -> Result<()> {
    let keys: Vec<String> = table.keys().cloned().collect();
    if keys.is_empty() {
        return Ok(());
    }
    let key = bytes.choose(&keys)?.clone();
    if bytes.ratio(1, 16)? {
        let value = table.remove(&key);
        if bytes.ratio(1, 2)? {
            table.extend(value.map(|value| (format!("{key}s"), value)));
        }
        return Ok(());
    }
    match table.get_mut(&key) {
        Some(value) => edit_value(value, bytes),
        None => Ok(()),
    }
}

fn edit_value(value: &mut Value, bytes: &mut Unstructured) -> Result<()> {
    match value {
        Value::Table(table) if bytes.ratio(7, 8)? => return edit(table, bytes),
        Value::Array(entries) if !entries.is_empty() => {
            let at = bytes.choose_index(entries.len())?;
            match bytes.int_in_range(0..=9)? {
                0 => drop(entries.remove(at)),
                1 => entries.push(entries[at].clone()),
                2 => entries.swap(0, at),
                3 => entries.clear(),
                _ => return edit_value(&mut entries[at], bytes),
            }
            return Ok(());
        }
        Value::Integer(number) => {
            let numbers = [
                0,
                1,
                -1,
                number.saturating_add(1),
                number.saturating_sub(1),
                100,
                239_200,
                i64::MAX,
                i64::from(u32::MAX),
            ];
            *number = *bytes.choose(&numbers)?;
            return Ok(());
        }
        Value::Float(number) => {
            let numbers = [
                0.0,
                -0.0,
                100.1,
                *number + 0.1,
                -*number,
                1e300,
                1e-300,
                f64::NAN,
                f64::INFINITY,
            ];
            *number = *bytes.choose(&numbers)?;
            return Ok(());
        }
        Value::Boolean(flag) => {
            *flag = !*flag;
            return Ok(());
        }
        Value::String(text) if bytes.ratio(7, 8)? => {
            return edit_text(text, bytes);
        }
        _ => {}
    }
    *value = match bytes.int_in_range(0..=4)? {
        0 => Value::Integer(0),
        1 => Value::Array(Vec::new()),
        2 => Value::Table(Table::new()),
        3 => Value::Boolean(true),
        _ => Value::String("x".to_owned()),
    };
    Ok(())
}

fn edit_text(text: &mut String, bytes: &mut Unstructured) -> Result<()> {
    match bytes.int_in_range(0..=4)? {
        0 => *text = (*bytes.choose(&TEXTS)?).to_owned(),
        1 => text.push_str(bytes.choose(&TEXTS)?),
        2 => text.insert_str(0, bytes.choose(&TEXTS)?),
        3 => {
            let length = bytes.int_in_range(0..=24)?;
            let given = bytes.bytes(length.min(bytes.len()))?;
            *text = String::from_utf8_lossy(given).into_owned();
        }
        _ => *text = text.repeat(bytes.int_in_range(2..=40)?),
    }
    Ok(())
}
