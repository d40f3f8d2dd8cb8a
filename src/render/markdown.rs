//! Markdown with pipe tables, as issue trackers draw it.

use super::inert::seen;
use super::notes::{Detail, Notes};
use crate::report::{Cell, Cited, Section};

/// The page as Markdown.
pub fn draw(cited: &Cited<'_>) -> String {
    let page = &cited.page;
    let mut notes = Notes::of(cited);
    let mut text = format!("# {}\n", escaped(&page.title));
    for sentence in &page.lead {
        text.push_str(&format!("\n{}\n", paragraph(sentence)));
    }
    for section in &page.sections {
        text.push_str(&draw_section(section, &mut notes));
    }
    for remark in &page.remarks {
        text.push_str(&format!("\n{}\n", paragraph(remark)));
    }
    let credits = notes.credits();
    let notes = notes.texts();
    if !notes.is_empty() {
        text.push_str("\n## Notes\n\n");
        for (position, note) in notes.iter().enumerate() {
            text.push_str(&format!("{}. {}\n", position + 1, paragraph(note)));
        }
    }
    for credit in credits {
        text.push_str(&format!("\n{}\n", paragraph(credit)));
    }
    text
}

fn draw_section<'a>(section: &'a Section, notes: &mut Notes<'a>) -> String {
    let mut text = format!("\n## {}\n\n|", escaped(&section.title));
    let titles =
        std::iter::once("").chain(section.columns.iter().map(|column| column.title.as_str()));
    for title in titles {
        text.push_str(&format!(" {} |", escaped(title)));
    }
    text.push_str("\n|");
    text.push_str(&" --- |".repeat(section.columns.len() + 1));
    text.push('\n');
    let detail = Detail::of(section);
    for row in &section.rows {
        text.push_str(&format!("| {} |", escaped(&row.label)));
        for cell in &row.cells {
            text.push_str(&format!(" {} |", draw_cell(cell, notes, detail)));
        }
        text.push('\n');
    }
    text
}

fn draw_cell<'a>(cell: &'a Cell, notes: &mut Notes<'a>, detail: Detail) -> String {
    let entries = cell
        .entries
        .iter()
        .map(|entry| format!("{}{}", escaped(&entry.text), notes.mark(entry, detail)));
    entries.collect::<Vec<_>>().join("<br>")
}

/// The same at the start of a line, where a sign or a number could begin a heading, a list, a quote or a rule.
fn paragraph(text: &str) -> String {
    let text = escaped(text.trim_start());
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = digits.len() < text.len() && digits.starts_with(['.', ')']);
    if numbered {
        let number = text.get(..text.len() - digits.len()).unwrap_or_default();
        format!("{number}\\{digits}")
    } else if text.starts_with(['#', '>', '='])
        || text.starts_with("- ")
        || text.starts_with("+ ")
        || text.starts_with("--")
    {
        format!("\\{text}")
    } else {
        text
    }
}

/// Text that Markdown shows as it is. Addresses keep their underscores, so that they stay links; what in one could end
/// it or begin another link is percent-encoded.
fn escaped(text: &str) -> String {
    let words = text.split_inclusive(char::is_whitespace).map(|word| {
        let link = word.starts_with("http://") || word.starts_with("https://");
        let mut out = String::with_capacity(word.len());
        for (_, letter, seen) in seen(word) {
            match letter {
                '\n' | '\r' => out.push(' '),
                letter if !seen => out.extend(letter.escape_unicode()),
                '|' | '\\' | '`' | '*' | '[' | ']' if link => {
                    out.push_str(&format!("%{:02X}", u32::from(letter)));
                }
                '|' | '\\' | '`' | '*' => out.extend(['\\', letter]),
                '_' | '[' | ']' | '~' if !link => out.extend(['\\', letter]),
                '<' => out.push_str("&lt;"),
                '&' if !link => out.push_str("&amp;"),
                _ => out.push(letter),
            }
        }
        out
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::{escaped, paragraph};

    #[test]
    fn nothing_in_a_cell_can_end_it_or_start_markup() {
        assert_eq!(
            escaped("O*NET | <b> a_b\n[x]"),
            "O\\*NET \\| &lt;b> a\\_b \\[x\\]"
        );
        assert_eq!(
            escaped("see https://a.b/c_d?e=1&f"),
            "see https://a.b/c_d?e=1&f"
        );
        assert_eq!(
            escaped("https://a.b/[x](javascript:y)|`*\\z"),
            "https://a.b/%5Bx%5D(javascript:y)%7C%60%2A%5Cz"
        );
    }

    #[test]
    fn no_text_begins_a_heading_a_list_a_quote_or_a_rule() {
        for (text, shown) in [
            ("# a", "\\# a"),
            ("> a", "\\> a"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("1. a", "1\\. a"),
            ("12) a", "12\\) a"),
            ("    a", "a"),
            ("-3.7% it is", "-3.7% it is"),
            ("17 roles", "17 roles"),
        ] {
            assert_eq!(paragraph(text), shown);
        }
    }
}
