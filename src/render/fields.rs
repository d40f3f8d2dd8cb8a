//! The columns that formats for scripts have: what stands in one, and which of them are asked for.

use super::{Error, escape};
use crate::report::figure::Number;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// What stands in a column of one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'v> {
    /// Nothing: an empty cell, or null.
    Missing,
    /// Text of the data's or our own.
    Text(Cow<'v, str>),
    /// Text from outside, which may hold anything.
    Foreign(Cow<'v, str>),
    Number(Number),
    Count(u64),
    Flag(bool),
    /// A number as someone else wrote it.
    Json(&'v serde_json::Number),
}

impl<'v> Value<'v> {
    /// Text that may be missing.
    pub fn text(text: Option<&'v str>) -> Self {
        text.map_or(Self::Missing, |text| Self::Text(text.into()))
    }

    /// A list as one text, its parts set apart by a semicolon and a space; nothing where it is empty.
    pub fn list(parts: &[&str]) -> Self {
        if parts.is_empty() {
            Self::Missing
        } else {
            Self::Text(parts.join("; ").into())
        }
    }
}

/// In JSON a number is a number, and what is missing is null.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing => serializer.serialize_none(),
            Self::Text(text) | Self::Foreign(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Json(number) => number.serialize(serializer),
        }
    }
}

/// The columns that are wanted, in the order in which they are.
#[derive(Debug, Clone)]
pub struct Choice {
    header: &'static [&'static str],
    positions: Vec<usize>,
}

impl Choice {
    /// The columns of these names, each once; all of them where none is named.
    pub fn of(header: &'static [&'static str], names: &[String]) -> Result<Self, Error> {
        let mut positions = Vec::with_capacity(header.len());
        if names.is_empty() {
            positions.extend(0..header.len());
        }
        for name in names {
            let position = header.iter().position(|known| is_named(known, name));
            let position = position.ok_or_else(|| Error::NoField {
                name: name.trim().to_owned(),
                known: vec![(
                    String::new(),
                    header.iter().map(|&known| known.into()).collect(),
                )],
            })?;
            if !positions.contains(&position) {
                positions.push(position);
            }
        }
        Ok(Self { header, positions })
    }

    /// The names of the columns.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.positions
            .iter()
            .filter_map(|position| self.header.get(*position).copied())
    }

    /// Of the values of all columns those that are wanted.
    pub fn pick<'s, 'v>(&'s self, values: &'s [Value<'v>]) -> impl Iterator<Item = &'s Value<'v>> {
        self.positions
            .iter()
            .filter_map(|position| values.get(*position))
    }

    /// A row as one flat JSON object.
    pub fn object(&self, values: &[Value]) -> serde_json::Result<String> {
        escape::line(&Object(self, values))
    }
}

/// A row as an object with the names of its columns.
struct Object<'s, 'v>(&'s Choice, &'s [Value<'v>]);

impl Serialize for Object<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.names().zip(self.0.pick(self.1)))
    }
}

/// Whether someone who types this means that name: in any case, hyphens and underscores alike.
pub fn is_named(known: &str, typed: &str) -> bool {
    let plain = |letter: char| match letter {
        '_' => '-',
        other => other.to_ascii_lowercase(),
    };
    known.chars().map(plain).eq(typed.trim().chars().map(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[&str] = &["section", "value", "occupation_title"];

    fn choice(names: &[&str]) -> Result<Choice, Error> {
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        Choice::of(HEADER, &names)
    }

    #[test]
    fn columns_come_in_the_order_asked_and_each_once() {
        let names = |asked: &[&str]| choice(asked).unwrap().names().collect::<Vec<_>>();
        assert_eq!(names(&[]), HEADER);
        assert_eq!(names(&[" Value", "section", "value"]), ["value", "section"]);
        assert_eq!(names(&["occupation-title"]), ["occupation_title"]);
        assert!(matches!(choice(&["vale"]), Err(Error::NoField { name, .. }) if name == "vale"));
    }

    #[test]
    fn a_flat_object_keeps_numbers_and_nulls() {
        let row = [
            Value::Text("pay".into()),
            Value::Number(Number(-3.5)),
            Value::Missing,
        ];
        let object = choice(&["value", "occupation_title", "section"])
            .unwrap()
            .object(&row)
            .unwrap();
        assert_eq!(
            object,
            r#"{"value":-3.5,"occupation_title":null,"section":"pay"}"#
        );
    }
}
