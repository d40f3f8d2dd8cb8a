//! A person's own file: what they hold and wish for, read like data and checked like data.

use super::folder::{offset_of, parse, position};
use super::problem::{Key, Problem};
use crate::model::Person;

/// A person's file as read, kept so that a problem found later can be shown where it stands.
#[derive(Debug)]
pub struct PersonFile {
    pub person: Person,
    name: String,
    text: String,
}

impl PersonFile {
    /// Reads a file's text. The error says where, what was expected, and how to mend it.
    pub fn read(name: &str, text: String) -> Result<Self, Problem> {
        let person: Person = parse(name, &text).map_err(|problem| Problem {
            hint: "docs/me.md shows every key with an example".to_owned(),
            ..problem
        })?;
        let file = Self {
            person,
            name: name.to_owned(),
            text,
        };
        match file.person.years {
            Some(years) if years > 70 => Err(file.problem(
                &["years".into()],
                format!("{years} years of work"),
                "give 0 to 70",
            )),
            _ => Ok(file),
        }
    }

    /// A problem with the value at these keys.
    pub fn problem(
        &self,
        keys: &[Key],
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Problem {
        let place = offset_of(&self.text, keys.iter()).map(|offset| position(&self.text, offset));
        let (line, column) = place.unwrap_or((1, 1));
        Problem {
            file: self.name.clone(),
            line,
            column,
            message: message.into(),
            hint: hint.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_shown_where_it_stands() {
        let read =
            |text: &str| PersonFile::read("me.toml", text.to_owned()).map(|file| file.person);
        assert_eq!(read("years = 3\n").unwrap().years, Some(3));
        for (text, place) in [
            ("years = 3\neduction = \"bachelor\"\n", (2, 1)),
            ("\nyears = 99\n", (2, 9)),
        ] {
            let problem = read(text).unwrap_err();
            assert_eq!((problem.line, problem.column), place, "{problem}");
        }
    }
}
