//! A page with what it cites: every publication once, every occupation, every layer.

use super::{Page, Record};
use crate::model::{Reference, Source, SourceKind};
use crate::report::layers::{LayerUse, layer_of};
use serde::Serialize;

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
    pub kind: SourceKind,
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
