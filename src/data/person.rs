//! A person's own file: what they hold and wish for, read like data and checked like data.

use super::entry::Mistake;
use super::file::Text;
use super::place::offset_in;
use super::problem::{Key, Problem};
use crate::model::Person;
use serde::Deserialize;
use toml::de::{DeTable, Deserializer};

/// A person's file as read, kept so that a problem found later can be shown where it stands.
#[derive(Debug)]
pub struct PersonFile {
    pub person: Person,
    file: Text,
}

impl PersonFile {
    /// Reads a file's text. The error says where, what was expected, and how to mend it.
    pub fn read(file: Text) -> Result<Self, Problem> {
        let table = DeTable::parse(&file.text);
        let person = table.and_then(|table| Person::deserialize(Deserializer::from(table)));
        let person = person.map_err(|error| {
            let mistake = Mistake::from(error);
            Mistake::new(mistake.span, plain(mistake.message), HINT).problem(&file)
        })?;
        let file = Self { person, file };
        match file.person.years {
            Some(years) if years > 70 => Err(file.problem(
                &["years".into()],
                format!("invalid value: integer `{years}`, expected {YEARS}"),
                HINT,
            )),
            _ => Ok(file),
        }
    }

    /// A problem with the value at these keys.
    pub fn problem(&self, keys: &[Key], message: impl Into<String>, hint: &str) -> Problem {
        let table = DeTable::parse(&self.file.text);
        let offset = table.map(|table| offset_in(table.get_ref(), keys.iter()));
        let offset = offset.unwrap_or_default();
        self.file.problem(offset, message, hint)
    }
}

/// How mistakes are mended.
const HINT: &str = "docs/me.md shows every key with an example";

/// What `years` takes.
const YEARS: &str = "a whole number of years from 0 to 70";

/// What a key with a few allowed words takes.
const WORD: &str = "a word in quotes";

/// A message that says in plain words what is expected, not in the names of types.
fn plain(message: String) -> String {
    if message == "wanted string or table" {
        return format!("invalid type, expected {WORD}");
    }
    let Some((found, expected)) = message.rsplit_once(", expected ") else {
        return message;
    };
    let expected = match expected {
        "u8" => YEARS,
        "u32" => "whole US dollars a year, such as 60000",
        "a boolean" => "true or false",
        "a sequence" => "a list of names in square brackets",
        "a string" => "a name in quotes",
        other => other,
    };
    format!("{found}, expected {expected}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Text {
        Text {
            name: "me.toml".to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_mistake_is_shown_where_it_stands() {
        let read = |text: &str| PersonFile::read(file(text)).map(|file| file.person);
        assert_eq!(read("years = 3\n").unwrap().years, Some(3));
        for (text, place) in [
            ("years = 3\neduction = \"bachelor\"\n", (2, 1)),
            ("\nyears = 99\n", (2, 9)),
        ] {
            let problem = read(text).unwrap_err();
            assert_eq!((problem.line, problem.column), place, "{problem}");
        }
    }

    #[test]
    fn what_is_expected_is_said_in_plain_words() {
        for (text, found, expected) in [
            ("years = \"3\"", "string \"3\"", YEARS),
            ("years = 2.5", "floating point `2.5`", YEARS),
            ("years = 300", "integer `300`", YEARS),
            ("years = 71", "integer `71`", YEARS),
            ("years = -1", "integer `-1`", YEARS),
            (
                "least_pay = \"60k\"",
                "string \"60k\"",
                "whole US dollars a year, such as 60000",
            ),
            ("growth = \"yes\"", "string \"yes\"", "true or false"),
            (
                "skills = \"a\"",
                "string \"a\"",
                "a list of names in square brackets",
            ),
            ("skills = [1]", "integer `1`", "a name in quotes"),
            ("education = 3", "invalid type", WORD),
        ] {
            let problem = PersonFile::read(file(&format!("\n{text}\n"))).unwrap_err();
            assert_eq!(problem.line, 2);
            let ending = format!("{found}, expected {expected}");
            assert!(problem.message.ends_with(&ending), "{problem}");
        }
    }

    #[test]
    fn a_file_that_is_not_text_says_where() {
        let problem =
            Text::decode("me.toml".to_owned(), b"# \xc3\xa9\n# \xff\n".to_vec()).unwrap_err();
        assert_eq!((problem.line, problem.column), (2, 3), "{problem}");
    }
}
