//! Rows for spreadsheets and scripts: CSV, or TSV, in which every line is a row and every tab ends a cell.

use super::fields::Value;
use super::inert::{is_plain, seen, visible};
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

/// What sets cells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// RFC 4180: a comma, and quotation marks around what needs them.
    Comma,
    /// A tab, and a backslash before what could be taken for the end of a cell or a row.
    Tab,
}

/// Takes rows and writes them.
pub enum Rows<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Tsv(BufWriter<W>),
}

impl<W: Write> Rows<W> {
    pub fn new(delimiter: Delimiter, out: W) -> Self {
        match delimiter {
            Delimiter::Comma => Self::Csv(Box::new(csv::Writer::from_writer(out))),
            Delimiter::Tab => Self::Tsv(BufWriter::new(out)),
        }
    }

    /// Writes the names of the columns.
    pub fn head(&mut self, names: impl Iterator<Item = &'static str>) -> io::Result<()> {
        self.write(names.map(Cow::Borrowed))
    }

    /// Writes a row. No cell of it is a formula, and in TSV none holds a tab or ends a line.
    pub fn row<'v>(&mut self, values: impl Iterator<Item = &'v Value<'v>>) -> io::Result<()> {
        let csv = matches!(self, Self::Csv(_));
        self.write(values.map(|value| match value {
            Value::Missing => Cow::Borrowed(""),
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Count(count) => Cow::Owned(count.to_string()),
            Value::Json(number) => Cow::Owned(number.to_string()),
            Value::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Value::Foreign(text) if csv => Cow::Owned(unformulated(&visible(text)).into_owned()),
            Value::Text(text) | Value::Foreign(text) => unformulated(text),
        }))
    }

    fn write<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>) -> io::Result<()> {
        match self {
            Self::Csv(writer) => writer.write_record(cells.map(Bytes)).map_err(plain),
            Self::Tsv(out) => {
                for (position, cell) in cells.enumerate() {
                    let before = if position > 0 { "\t" } else { "" };
                    write!(out, "{before}{}", escaped(&cell))?;
                }
                out.write_all(b"\n")
            }
        }
    }

    /// Hands over what has been written so far.
    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Csv(writer) => writer.flush(),
            Self::Tsv(out) => out.flush(),
        }
    }
}

/// A cell as the CSV writer takes it.
struct Bytes<'c>(Cow<'c, str>);

impl AsRef<[u8]> for Bytes<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The error of the pipe or the disk, if that is what it was.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A cell that no spreadsheet takes for a formula.
///
/// A leading `=`, `@`, tab or end of a line, or a sign that does not begin a figure, is put behind an apostrophe, as the
/// OWASP advice on CSV injection has it; so are these behind spaces, and their full-width forms.
fn unformulated(cell: &str) -> Cow<'_, str> {
    let bare = cell.trim_start_matches(' ');
    let risky = match bare.chars().next() {
        Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＠' | '＋' | '－') => true,
        Some('+' | '-') => !is_figure(bare.get(1..).unwrap_or_default()),
        _ => false,
    };
    if risky {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Whether what follows a sign is a number, or one with words after it: `3.7%, 2024–34 (stand-in)`. A sum, a call and
/// a command are none: `2+3+cmd|' /C calc'!A0`.
fn is_figure(unsigned: &str) -> bool {
    let digits = unsigned.strip_prefix('$').unwrap_or(unsigned);
    let words = digits.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    // Commas stand between digits, and after the number.
    if let Some(rest) = words.strip_prefix(',')
        && rest.starts_with(|letter: char| letter.is_ascii_digit())
        && words.len() < digits.len()
    {
        return is_figure(rest);
    }
    if unsigned.is_empty() {
        return true;
    }
    let words = words.strip_prefix('%').unwrap_or(words);
    let told = words.is_empty() || words.starts_with(", ") || words.starts_with(" (");
    let mut pairs = words.chars().zip(words.chars().skip(1));
    let calls = pairs.any(|(before, letter)| letter == '(' && before.is_alphanumeric());
    digits.starts_with(|letter: char| letter.is_ascii_digit())
        && told
        && !calls
        && !words.contains(['=', '|', '!', '@'])
}

/// A cell of TSV: `\t`, `\n`, `\r` and `\\` for a tab, the ends of lines and a backslash, and `\u{1b}` for
/// all else that could move a cursor or turn text round.
fn escaped(cell: &str) -> Cow<'_, str> {
    if !cell.contains('\\') && is_plain(cell) {
        return Cow::Borrowed(cell);
    }
    let mut out = String::with_capacity(cell.len() + 8);
    for (_, letter, seen) in seen(cell) {
        match letter {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            other if !seen => out.extend(other.escape_unicode()),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_left_alone() {
        for (field, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-cmd", "'-cmd"),
            ("-", "-"),
            ("-3.7", "-3.7"),
            ("-3.7%", "-3.7%"),
            ("+$113,280", "+$113,280"),
            ("-1,134,400", "-1,134,400"),
            ("+4.0%, 2026–36 (stand-in)", "+4.0%, 2026–36 (stand-in)"),
            (
                "+4.0%, 1,500 openings a year",
                "+4.0%, 1,500 openings a year",
            ),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("-2 -3", "'-2 -3"),
            ("+1, cmd|' /C calc'!A0", "'+1, cmd|' /C calc'!A0"),
            ("-1 (HYPERLINK(A1))", "'-1 (HYPERLINK(A1))"),
            ("+$,5", "'+$,5"),
            (" =1+1", "' =1+1"),
            ("\n=1", "'\n=1"),
            ("＝1+1", "'＝1+1"),
            ("A+", "A+"),
            ("", ""),
        ] {
            assert_eq!(unformulated(field), expected);
        }
    }

    fn written(delimiter: Delimiter, rows: &[&[Value]]) -> String {
        let mut bytes = Vec::new();
        let mut writer = Rows::new(delimiter, &mut bytes);
        for row in rows {
            writer.row(row.iter()).unwrap();
        }
        writer.flush().unwrap();
        drop(writer);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn no_text_ends_a_cell_or_a_row_of_tsv() {
        let text = Value::Foreign("a\tb\nc\\n\r\u{1b}[2J\u{202e}é".into());
        let formula = Value::Text("=1\t2".into());
        assert_eq!(
            written(
                Delimiter::Tab,
                &[&[text, Value::Missing, formula], &[Value::Missing]]
            ),
            "a\\tb\\nc\\\\n\\r\\u{1b}[2J\\u{202e}é\t\t'=1\\t2\n\n"
        );
    }

    #[test]
    fn csv_quotes_what_needs_it_and_spells_out_what_comes_from_outside() {
        let row: &[Value] = &[
            Value::Text("$61,860".into()),
            Value::Foreign("a\u{1b}b".into()),
            Value::Count(7),
            Value::Flag(true),
        ];
        assert_eq!(
            written(Delimiter::Comma, &[row]),
            "\"$61,860\",a\\u{1b}b,7,true\n"
        );
    }
}
