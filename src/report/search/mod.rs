//! `roles search`: which roles and certifications a few words find, and where.

mod subjects;

use subjects::retired;

use super::Report;
use super::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use crate::analysis::search::{Hit, Place, SubjectKind, Text, search};
use crate::analysis::wording::{Term, words};
use crate::catalog::{Catalog, Result};
use crate::model::{Label, Statement};
use serde::Serialize;

/// How many matches of a hit a table shows; JSON has them all.
const SHOWN: usize = 3;

/// What a few words find, the best first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Search {
    /// The words that were searched, in lower case.
    pub words: Vec<String>,
    /// What some of them were found as.
    pub synonyms: Vec<FoundAs>,
    pub hits: Vec<Found>,
}

/// A word with the words or phrases of the same meaning that it was found as.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FoundAs {
    pub word: String,
    pub synonyms: Vec<String>,
}

/// A role or a certification that was found.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Found {
    /// Whether it is a role or a certification.
    pub kind: SubjectKind,
    /// What commands know it by.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Since when a certification can no longer be earned; null for all else.
    pub retired: Option<Statement>,
    /// The texts that hold the words, the best first.
    pub matches: Vec<Match>,
}

/// A text that holds words that were searched.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Match {
    /// Where the text stands.
    pub place: Place,
    /// The place in the words that a table gives it.
    #[serde(skip)]
    label: String,
    /// The text.
    pub text: String,
    /// The publications it rests on; empty for a name that we give.
    pub sources: Vec<String>,
}

impl Search {
    /// Searches every role and certification. Words that say nothing, or none, find nothing.
    pub fn of(catalog: &Catalog, query: &str) -> Result<Self> {
        let groups = catalog.synonyms()?;
        let terms = Term::all(query, &groups);
        let hits = search(subjects::subjects(catalog)?, &terms);
        Ok(Self {
            synonyms: found_as(&terms, &hits),
            words: terms.into_iter().map(|term| term.word).collect(),
            hits: hits
                .into_iter()
                .map(|hit| Found::of(catalog, hit))
                .collect::<Result<_>>()?,
        })
    }
}

/// The synonyms that stand in a match, by the word that led to them.
fn found_as(terms: &[Term], hits: &[Hit]) -> Vec<FoundAs> {
    let texts: Vec<_> = hits
        .iter()
        .flat_map(|hit| &hit.matches)
        .map(|text| words(&text.text))
        .collect();
    let found = terms.iter().map(|term| FoundAs {
        word: term.word.clone(),
        synonyms: term.synonyms_in(&texts).map(str::to_owned).collect(),
    });
    found.filter(|found| !found.synonyms.is_empty()).collect()
}

impl From<Text> for Match {
    fn from(text: Text) -> Self {
        Self {
            place: text.place,
            label: match text.about {
                Some(about) => about.to_lowercase(),
                None => text.place.label().to_owned(),
            },
            text: text.text,
            sources: text.sources,
        }
    }
}

impl Found {
    fn of(catalog: &Catalog, hit: Hit) -> Result<Self> {
        let retired = match hit.kind {
            SubjectKind::Role => None,
            SubjectKind::Certification => retired(&catalog.certification(&hit.id)?),
        };
        Ok(Self {
            kind: hit.kind,
            id: hit.id,
            title: hit.title,
            retired,
            matches: hit.matches.into_iter().map(Match::from).collect(),
        })
    }

    /// The best matches, each after its place, and how many more there are.
    fn places(&self) -> Cell<'_> {
        let shown = self.matches.iter().take(SHOWN);
        let shown =
            shown.map(|one| Entry::cited(format!("{}: {}", one.label, one.text), &one.sources));
        let more = self.matches.len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| Entry::plain(format!("and {more} more")));
        Cell {
            entries: shown.chain(more).collect(),
        }
    }

    fn row(&self) -> Row<'_> {
        let kind = self.kind.label();
        let kind = match &self.retired {
            Some(retired) => Entry::cited(format!("{kind}, {}", retired.text), &retired.sources),
            None => Entry::plain(kind),
        };
        let cells = vec![
            Cell::one(Entry::plain(&self.title)),
            Cell::one(kind),
            self.places(),
        ];
        Row::alone(self.id.clone(), self.id.clone(), cells)
    }
}

/// How many of a kind there are, in words.
fn counted(hits: &[Found], kind: SubjectKind) -> Option<String> {
    let label = kind.label();
    match hits.iter().filter(|hit| hit.kind == kind).count() {
        0 => None,
        1 => Some(format!("1 {label}")),
        many => Some(format!("{many} {label}s")),
    }
}

impl Report for Search {
    const SCHEMA: &'static str = "roles/search/1";

    fn page(&self) -> Page<'_> {
        let words = self.words.join(" ");
        let counts: Vec<_> = SubjectKind::ALL
            .iter()
            .filter_map(|kind| counted(&self.hits, *kind))
            .collect();
        let title = if counts.is_empty() {
            format!("Nothing found for \"{words}\"")
        } else {
            format!("{} found for \"{words}\"", counts.join(" and "))
        };
        let also = self.synonyms.iter().map(|also| {
            let synonyms = also.synonyms.iter().map(|word| format!("\"{word}\""));
            let synonyms = synonyms.collect::<Vec<_>>().join(" and ");
            format!("\"{}\" was also found as {synonyms}.", also.word)
        });
        let columns = [
            ("title", "Title", 1),
            ("kind", "Kind", 0),
            ("where", "Where", 0),
        ];
        let section = Section {
            picture: None,
            id: "hits".to_owned(),
            title: "Found".to_owned(),
            subjects: Subjects::Rows,
            columns: Column::qualified(Column::all(&columns), "kind"),
            rows: self.hits.iter().map(Found::row).collect(),
        };
        Page {
            title,
            lead: also.collect(),
            sections: (!self.hits.is_empty())
                .then_some(section)
                .into_iter()
                .collect(),
            ..Page::default()
        }
    }

    fn names(&self) -> Vec<&str> {
        let roles = self.hits.iter().filter(|hit| hit.kind == SubjectKind::Role);
        roles.map(|hit| hit.id.as_str()).collect()
    }

    fn cited(&self) -> Vec<&str> {
        let retired = self.hits.iter().filter_map(|hit| hit.retired.as_ref());
        let retired = retired.flat_map(|retired| &retired.sources);
        let matches = self.hits.iter().flat_map(|hit| &hit.matches);
        let matches = matches.flat_map(|one| &one.sources);
        matches.chain(retired).map(String::as_str).collect()
    }
}
