//! CSV in long form: one row an entry, with its figure and its sources.

use crate::report::{Cited, figure::Number};

/// The header, which is the same for every command.
pub const HEADER: [&str; 15] = [
    "section",
    "item",
    "subject",
    "text",
    "value",
    "unit",
    "status",
    "period",
    "area",
    "occupation",
    "occupation_title",
    "fit",
    "source",
    "address",
    "layer",
];

/// The page as CSV. Several sources of one entry are joined by a semicolon and a space.
pub fn draw(cited: &Cited<'_>) -> csv::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for record in cited.page.records() {
        let figure = record.entry.figure.as_ref();
        let sources: Vec<_> = record.entry.cites().collect();
        let addresses: Vec<_> = sources
            .iter()
            .filter_map(|id| cited.source(id))
            .map(|source| source.address.as_str())
            .collect();
        let value = figure
            .and_then(|figure| figure.value)
            .map(|Number(number)| number.to_string());
        let cell = |field: Option<&str>| inert(field.unwrap_or_default());
        writer.write_record([
            inert(record.section),
            inert(record.item),
            inert(record.subject),
            inert(&record.entry.text),
            value.unwrap_or_default(),
            cell(figure.map(|figure| figure.unit.key())),
            cell(figure.map(|figure| figure.status)),
            cell(figure.and_then(|figure| figure.origin.period.as_deref())),
            cell(figure.and_then(|figure| figure.origin.area.as_deref())),
            cell(figure.and_then(|figure| figure.origin.occupation.as_deref())),
            cell(figure.and_then(|figure| figure.origin.occupation_title.as_deref())),
            cell(
                figure
                    .and_then(|figure| figure.origin.fit)
                    .map(crate::model::Label::key),
            ),
            inert(&sources.join("; ")),
            inert(&addresses.join("; ")),
            cell(cited.layer(&record)),
        ])?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    // Every field came from a string.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A field that no spreadsheet takes for a formula.
///
/// A leading `=`, `@`, tab or carriage return, or a sign that does not begin a number, is put behind an
/// apostrophe, as the OWASP advice on CSV injection has it.
pub fn inert(field: &str) -> String {
    let mut letters = field.chars();
    let risky = match letters.next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => letters
            .next()
            .is_some_and(|second| !second.is_ascii_digit() && second != '$'),
        _ => false,
    };
    if risky {
        format!("'{field}")
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn formulas_are_disarmed_and_numbers_left_alone() {
        for (field, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-cmd", "'-cmd"),
            ("-", "-"),
            ("-3.7%", "-3.7%"),
            ("+$113,280", "+$113,280"),
            ("A+", "A+"),
            ("", ""),
        ] {
            assert_eq!(inert(field), expected);
        }
    }
}
