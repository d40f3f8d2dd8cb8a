//! Sections: tables of rows, columns and cells.

use super::{Entry, Tone};
use crate::report::picture::Picture;
use serde::Serialize;

/// A table with a heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Section<'a> {
    /// Its name for `--section`, JSON and CSV.
    pub id: String,
    /// The same for people.
    pub title: String,
    /// Whether each column or each row is a role.
    pub subjects: Subjects,
    /// The roles.
    pub columns: Vec<Column>,
    /// The items.
    pub rows: Vec<Row<'a>>,
    /// What it shows as a picture too.
    #[serde(skip)]
    pub picture: Option<Picture>,
}

/// Where the things that a section is about stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Subjects {
    /// Each column is a role, each row an item.
    Columns,
    /// Each row is a role, certification or source, each column an item.
    Rows,
}

/// A column of a section, after the one with the rows' labels.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Column {
    /// The id of the role, or the name of the item.
    pub id: String,
    pub title: String,
    /// Whether a table may leave it out where there is no room: 0 never, else the lower the sooner.
    #[serde(skip)]
    pub dispensable: u8,
    /// Whether it only draws what other columns say, so that formats for scripts leave it out.
    #[serde(skip)]
    pub drawn: bool,
    /// Whether what it says holds for the rest of its row: that its figures stand in, that the thing is retired.
    #[serde(skip)]
    pub qualifies: bool,
}

impl Column {
    /// A column that a table never leaves out.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            dispensable: 0,
            drawn: false,
            qualifies: false,
        }
    }

    /// Columns by id, title and rank of dispensability.
    pub fn all(columns: &[(&str, &str, u8)]) -> Vec<Self> {
        let column = |(id, title, dispensable): &(&str, &str, u8)| Self {
            dispensable: *dispensable,
            ..Self::new(*id, *title)
        };
        columns.iter().map(column).collect()
    }

    /// Columns of which the one with this id qualifies the rest of its row.
    pub fn qualified(mut columns: Vec<Self>, id: &str) -> Vec<Self> {
        for column in &mut columns {
            column.qualifies |= column.id == id;
        }
        columns
    }
}

/// A row of a section, with one cell a column.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Row<'a> {
    /// Its name in JSON and CSV: a theme, a skill, `median`.
    pub item: String,
    /// The same for people.
    pub label: String,
    /// Whether every role has the same here; none where that has no meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same: Option<bool>,
    /// One a column.
    pub cells: Vec<Cell<'a>>,
}

impl<'a> Row<'a> {
    /// A row of a comparison. It knows whether all its cells say the same.
    pub fn new(item: impl Into<String>, label: impl Into<String>, cells: Vec<Cell<'a>>) -> Self {
        let same = cells.windows(2).all(|pair| match pair {
            [a, b] => a.says_the_same(b),
            _ => true,
        });
        Self::judged(item, label, cells, same)
    }

    /// A row about one thing by itself: there is nothing to be the same as.
    pub fn alone(item: impl Into<String>, label: impl Into<String>, cells: Vec<Cell<'a>>) -> Self {
        Self {
            item: item.into(),
            label: label.into(),
            same: None,
            cells,
        }
    }

    /// A row of a table with one column: there is nothing to be the same as.
    pub fn single(item: impl Into<String>, label: impl Into<String>, cell: Cell<'a>) -> Self {
        Self::judged(item, label, vec![cell], true)
    }

    /// A row whose cells are told apart on other grounds than their words.
    pub fn judged(
        item: impl Into<String>,
        label: impl Into<String>,
        cells: Vec<Cell<'a>>,
        same: bool,
    ) -> Self {
        let same = (cells.len() > 1).then_some(same);
        Self {
            item: item.into(),
            label: label.into(),
            same,
            cells,
        }
    }
}

/// What stands where a row meets a column.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Cell<'a> {
    /// Most cells hold one.
    pub entries: Vec<Entry<'a>>,
}

impl<'a> Cell<'a> {
    /// A cell that holds one entry.
    pub fn one(entry: Entry<'a>) -> Self {
        Self {
            entries: vec![entry],
        }
    }

    /// A cell that holds entries, or says in words that there are none.
    pub fn all(entries: Vec<Entry<'a>>, none: &'a str) -> Self {
        if entries.is_empty() {
            Self::one(Entry::plain(none).toned(Tone::Muted))
        } else {
            Self { entries }
        }
    }

    /// Whether two cells say the same, whatever they rest on.
    fn says_the_same(&self, other: &Self) -> bool {
        let texts = |cell: &Self| {
            cell.entries
                .iter()
                .map(|entry| entry.text.clone())
                .collect::<Vec<_>>()
        };
        texts(self) == texts(other)
    }
}
