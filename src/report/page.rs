//! A page: sections of rows and cells, the one shape that every format but JSON draws.

use super::figure::{Figure, Number, Unit};
use super::layers::{LayerUse, layer_of};
use super::picture::Picture;
use crate::model::{Reference, Source};
use serde::Serialize;
use std::borrow::Cow;

/// A report laid out.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Page<'a> {
    /// What the page is about, in a few words.
    pub title: String,
    /// Sentences before the tables; the first says the most.
    pub lead: Vec<String>,
    pub sections: Vec<Section<'a>>,
    /// Remarks after the tables that hold for all of it.
    pub remarks: Vec<String>,
    /// What the page shows as a graph, for the formats that draw one.
    #[serde(skip)]
    pub graph: Option<Graph>,
}

/// Things and the steps between them, each once, in the order of first mention.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// Ids and labels.
    pub nodes: Vec<(String, String)>,
    /// From, to, and what the step is.
    pub edges: Vec<(String, String, String)>,
}

impl Graph {
    /// Adds a step between two things, which are given by id and label.
    pub fn join(&mut self, from: (&str, &str), to: (&str, &str), label: &str) {
        for (id, title) in [from, to] {
            if !self.nodes.iter().any(|(known, _)| known == id) {
                self.nodes.push((id.to_owned(), title.to_owned()));
            }
        }
        let edge = (from.0.to_owned(), to.0.to_owned(), label.to_owned());
        if !self.edges.contains(&edge) {
            self.edges.push(edge);
        }
    }
}

/// A page with what it cites, ready to be drawn.
#[derive(Debug)]
pub struct Cited<'a> {
    pub page: Page<'a>,
    /// Every publication that is cited, in the order of first mention.
    pub sources: Vec<Citation>,
    /// The code and title of every occupation that a citation names within a publication.
    pub occupations: Vec<(String, String)>,
    /// The layers of the user's own data, with what the page took from each.
    pub layers: Vec<LayerUse>,
}

impl Cited<'_> {
    /// The layer that an entry stands in; none where it came with the program.
    pub fn layer<'c>(&'c self, record: &Record<'c, '_>) -> Option<&'c str> {
        let mut cited = record.entry.cites().peekable();
        if cited.peek().is_none() {
            return layer_of(&self.layers, record.subject, record.item);
        }
        cited.find_map(|text| Reference::of(text).layer)
    }

    /// The publication that a citation names.
    pub fn source(&self, citation: &str) -> Option<&Citation> {
        let id = Reference::of(citation).source;
        self.sources.iter().find(|source| source.id == id)
    }
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

/// What stands where a row meets a column.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Cell<'a> {
    /// Most cells hold one.
    pub entries: Vec<Entry<'a>>,
}

/// One thing in a cell: words, and the figure they put into words if there is one.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Entry<'a> {
    /// The entry in words.
    pub text: Cow<'a, str>,
    /// The figure that the words give, if they give one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The publications it rests on; a figure names its own.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub sources: Cow<'a, [String]>,
    /// What it means to who reads it, where that is more than a plain statement.
    #[serde(skip)]
    pub tone: Tone,
}

/// What an entry means to who reads it. Its words say so too; a medium that has colours may show it by one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// It should not be taken at its face: retired, contradicted.
    Warning,
    /// A number that goes up.
    Rise,
    /// A number that goes down.
    Fall,
    /// Nothing is said here: not named, not computed.
    Muted,
}

/// A publication, as notes and JSON name it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Citation {
    /// What figures and statements cite it by.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What kind of publication it is.
    pub kind: crate::model::SourceKind,
    /// The edition as the publisher names it.
    pub edition: Option<String>,
    /// When it was published or, for a page that changes, last read.
    pub date: Option<String>,
    /// Where it can be read.
    pub address: String,
    /// Terms of use in a few words.
    pub licence: String,
    /// The credit that the licence asks for.
    pub attribution: Option<String>,
    /// What to know before leaning on it.
    pub caution: Option<String>,
    /// The layer of the user's own data that describes it; left out where it came with the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<String>,
}

impl From<Source> for Citation {
    fn from(source: Source) -> Self {
        Self {
            id: source.id,
            title: source.title,
            publisher: source.publisher,
            kind: source.kind,
            edition: source.edition,
            date: source.date.map(|date| date.to_string()),
            address: source.address,
            licence: source.licence,
            attribution: source.attribution,
            caution: source.caution,
            layer: None,
        }
    }
}

impl Tone {
    /// A projected change rises or falls; any other figure is what it is.
    fn of(figure: &Figure) -> Self {
        let changes = matches!(figure.unit, Unit::Percent | Unit::JobsChange);
        match figure.value {
            Some(Number(number)) if changes && number > 0.0 => Self::Rise,
            Some(Number(number)) if changes && number < 0.0 => Self::Fall,
            _ => Self::Plain,
        }
    }
}

impl<'a> Entry<'a> {
    /// Words that rest on sources.
    pub fn cited(text: impl Into<Cow<'a, str>>, sources: impl Into<Cow<'a, [String]>>) -> Self {
        Self {
            text: text.into(),
            sources: sources.into(),
            ..Self::default()
        }
    }

    /// Words of our own that need no source.
    pub fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A figure put into words; what changes has the tone of its sign.
    pub fn of(text: impl Into<Cow<'a, str>>, figure: Figure) -> Self {
        Self {
            text: text.into(),
            tone: Tone::of(&figure),
            figure: Some(figure),
            ..Self::default()
        }
    }

    /// The same, with what it means.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// Where its words say that a figure only stands in: a bracket that begins so, or the word alone.
    pub fn caution(&self) -> Option<std::ops::Range<usize>> {
        const WORD: &str = "stand-in";
        let at = self.text.find(WORD)?;
        let (before, after) = self.text.split_at(at);
        Some(match after.find(')') {
            Some(close) if before.ends_with('(') => at - 1..at + close + 1,
            _ => at..at + WORD.len(),
        })
    }

    /// Every publication it rests on, the figure's own first.
    pub fn cites(&self) -> impl Iterator<Item = &str> {
        let own = self
            .figure
            .iter()
            .map(|figure| figure.origin.source.as_str());
        own.chain(self.sources.iter().map(String::as_str))
            .filter(|id| !id.is_empty())
    }
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

impl<'a> Row<'a> {
    /// A row of a comparison. It knows whether all its cells say the same.
    pub fn new(item: impl Into<String>, label: impl Into<String>, cells: Vec<Cell<'a>>) -> Self {
        let same = cells.windows(2).all(|pair| match pair {
            [a, b] => a.says_the_same(b),
            _ => true,
        });
        Self::judged(item, label, cells, same)
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

impl<'a> Page<'a> {
    /// The ids of the publications that the sections cite, in order, with repeats.
    pub fn cited(&self) -> impl Iterator<Item = &str> {
        let cells = self
            .sections
            .iter()
            .flat_map(|section| &section.rows)
            .flat_map(|row| &row.cells);
        cells.flat_map(|cell| &cell.entries).flat_map(Entry::cites)
    }

    /// Every entry with what it is about, row by row: the long form that CSV and JSON Lines give.
    pub fn records(&self) -> impl Iterator<Item = Record<'_, 'a>> {
        self.sectioned().map(|(_, record)| record)
    }

    /// The same, each with the section that it stands in.
    pub fn sectioned(&self) -> impl Iterator<Item = (&Section<'a>, Record<'_, 'a>)> {
        self.sections.iter().flat_map(|section| {
            section.rows.iter().flat_map(move |row| {
                section
                    .columns
                    .iter()
                    .zip(&row.cells)
                    .filter(|(column, _)| !column.drawn)
                    .flat_map(move |(column, cell)| {
                        let (subject, item) = match section.subjects {
                            Subjects::Columns => (column.id.as_str(), row.item.as_str()),
                            Subjects::Rows => (row.item.as_str(), column.id.as_str()),
                        };
                        cell.entries.iter().map(move |entry| {
                            let record = Record {
                                section: &section.id,
                                item,
                                subject,
                                entry,
                            };
                            (section, record)
                        })
                    })
            })
        })
    }
}

/// One entry with its coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Record<'r, 'a> {
    pub section: &'r str,
    pub item: &'r str,
    /// The role, certification, source or period it is about.
    pub subject: &'r str,
    pub entry: &'r Entry<'a>,
}
