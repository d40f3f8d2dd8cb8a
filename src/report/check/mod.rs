//! `roles check`: what texts say that the data contradicts, in words, with what would be true.

mod excerpt;
mod explained;
mod figures;
mod given;
mod place;
mod summary;
mod teller;
mod told;
mod whole;
mod whom;

pub use excerpt::Excerpt;
pub use explained::Explained;
pub use figures::{Part, Shown};
pub use place::{Place, Point, Ruler};
pub use summary::{Checked, Summary, Unreadable};
pub use teller::{Teller, Text};
pub use whole::Check;

use serde::Serialize;

/// Something that is wrong in a text, for readers.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Finding {
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// What that rule finds, in very few words.
    #[serde(skip)]
    pub title: &'static str,
    /// Whether the text leaves no fair doubt.
    pub certain: bool,
    /// The file as it was named; `-` is standard input.
    pub file: String,
    /// The record of a file of JSON Lines; places then count within its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
    pub place: Place,
    /// The words of the source at that place, white space as single spaces.
    #[serde(rename = "match")]
    pub matched: String,
    /// What the text claims, as a predicate: `gives $54,760 for 2020`.
    pub claims: String,
    /// What the data says.
    pub data: String,
    /// A wording that would be true.
    pub instead: String,
    /// The official figures that show it.
    pub figures: Vec<Shown>,
    /// The ids of the publications it rests on.
    pub sources: Vec<String>,
    /// The layer of the user's own data that it rests on; null where all of it came with the program.
    pub layer: Option<String>,
    #[serde(skip)]
    pub excerpt: Excerpt,
}

impl Finding {
    /// Where it stands in its file: `12:34`; in a file of JSON Lines `line 7, id 2041, 12:34`.
    pub fn standing(&self) -> String {
        let id = self.record.as_ref().and_then(|record| record.id.as_ref());
        self.standing_by(&id.map_or_else(String::new, |id| format!("id {id}, ")))
    }

    /// The same without the id of a record, which its line tells as well: `line 7, 12:34`.
    pub fn standing_by_line(&self) -> String {
        self.standing_by("")
    }

    fn standing_by(&self, id: &str) -> String {
        let Place { line, column, .. } = self.place;
        let record = self.record.as_ref();
        let record = record.map(|record| format!("line {}, {id}", record.line));
        format!("{}{line}:{column}", record.unwrap_or_default())
    }

    /// All of it in a paragraph.
    pub fn message(&self) -> String {
        format!(
            "The text {}. Data: {}. Instead: {}",
            self.claims, self.data, self.instead
        )
    }
}

/// A file's name for people: standard input, which is named `-`, is not taken for a stray mark.
pub fn spoken(file: &str) -> &str {
    if file == "-" { "<stdin>" } else { file }
}

/// A record of a file of JSON Lines.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Record {
    /// The line of the file, from 1.
    pub line: u64,
    /// What the record calls itself; null where it does not say.
    pub id: Option<Id>,
}

/// What a record calls itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Id {
    Number(serde_json::Number),
    Text(String),
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}
