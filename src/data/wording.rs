//! Texts as texts: that they say something, in letters that are seen, on one line. In the data room.

use super::entry::Mistake;
use super::folder::MOST;
use crate::model::{is_plain, seen};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Every text and key in a table that is empty, or has letters that would do something to whoever reads it.
pub(super) fn mistakes(table: &DeTable<'_>) -> Vec<Mistake> {
    let mut found = Vec::new();
    of_table(table, &mut found);
    found
}

fn of_table(table: &DeTable<'_>, found: &mut Vec<Mistake>) {
    for (key, value) in table {
        of_text(key.get_ref(), key.span(), found);
        of_value(value, found);
    }
}

fn of_value(value: &Spanned<DeValue<'_>>, found: &mut Vec<Mistake>) {
    if found.len() > MOST {
        return;
    }
    match value.get_ref() {
        DeValue::String(text) if text.trim().is_empty() => found.push(Mistake::new(
            value.span(),
            "this text is empty",
            "say something, or leave the key out",
        )),
        DeValue::String(text) => of_text(text, value.span(), found),
        DeValue::Array(entries) => entries.iter().for_each(|entry| of_value(entry, found)),
        DeValue::Table(table) => of_table(table, found),
        _ => {}
    }
}

fn of_text(text: &str, span: Range<usize>, found: &mut Vec<Mistake>) {
    if is_plain(text) {
        return;
    }
    let Some((_, letter, _)) = seen(text).find(|(_, _, seen)| !seen) else {
        return;
    };
    let (message, hint) = match letter {
        '\n' | '\r' => (
            "this text has more than one line".to_owned(),
            "write it on one line; a backslash at the end of a line in \"\"\"…\"\"\" joins the next to it",
        ),
        letter => (
            format!(
                "this text has the letter U+{:04X}, which is not seen",
                u32::from(letter)
            ),
            "take it out: a text is of letters that can be read",
        ),
    };
    found.push(Mistake::new(span, message, hint));
}
