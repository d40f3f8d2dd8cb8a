//! What is wrong with data, where it stands, and how to mend it.

use std::fmt;

/// The kinds of item that a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Role,
    Occupation,
    Certification,
    Claim,
    Skill,
    Element,
    Resource,
    Source,
    Synonyms,
}

/// One step from an item down to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    Name(String),
    Index(usize),
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl From<usize> for Key {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A value in the data, by the item that holds it: independent of files and lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub kind: Kind,
    /// The position of the item among those of its kind.
    pub item: usize,
    /// The way from the item down to the value; empty for the item itself.
    pub keys: Vec<Key>,
}

impl Address {
    /// The address of an item as a whole.
    pub fn of(kind: Kind, item: usize) -> Self {
        Self {
            kind,
            item,
            keys: Vec::new(),
        }
    }

    /// The address of what stands at `key` in this value.
    pub fn at(&self, key: impl Into<Key>) -> Self {
        let mut keys = self.keys.clone();
        keys.push(key.into());
        Self {
            kind: self.kind,
            item: self.item,
            keys,
        }
    }
}

/// A broken rule, before it is known in which line of which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub address: Address,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// How to mend it.
    pub hint: String,
}

/// A mistake in a file, with its place. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub message: String,
    pub hint: String,
}

impl Problem {
    /// A mistake of a file as a whole.
    pub fn of_file(file: &str, message: impl Into<String>, hint: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 1,
            column: 1,
            message: message.into(),
            hint: hint.to_owned(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.message
        )?;
        if !self.hint.is_empty() {
            write!(f, "\n  hint: {}", self.hint)?;
        }
        Ok(())
    }
}
