//! The names and words that are looked for in a text.

use super::cue::{Cue, cues};
use super::names::{self, Credential, Subject};
use super::spelling::{Spellings, Words};
use crate::catalog::{Catalog, Result};
use crate::model::Occupation;
use std::ops::Range;

/// What a word or name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// A position in [`Lexicon::subjects`].
    Subject(usize),
    /// The same, by a name of the work and not of the person: "help desk". It yields to a name of persons.
    Work(usize),
    /// The last word of many titles: "specialists". Who is meant, the text before it says.
    Head,
    /// A position in [`Lexicon::credentials`].
    Credential(usize),
    Cue(Cue),
}

/// Names and words with what they mean.
#[derive(Debug)]
pub struct Lexicon {
    pub subjects: Vec<Subject>,
    pub credentials: Vec<Credential>,
    spellings: Spellings,
}

impl Lexicon {
    /// Gathers the names of a catalog, of which these are the occupations.
    pub fn of(catalog: &Catalog, occupations: &[Occupation]) -> Result<Self> {
        let mut words = Words::default();
        for (cue, word) in cues() {
            words.add(word, Meaning::Cue(cue));
        }
        names::heads(&mut words);
        let subjects = names::subjects(catalog, occupations, &mut words)?;
        let credentials = names::credentials(catalog, &mut words)?;
        Ok(Self {
            subjects,
            credentials,
            spellings: Spellings::of(words),
        })
    }

    /// Every name and word in a text, in order, the longest at each place; none is part of a longer word. `lower` is the
    /// text with its ASCII letters in lower case.
    pub fn find(&self, text: &str, lower: &str) -> Vec<(Range<usize>, &[Meaning])> {
        self.spellings.find(text, lower)
    }

    /// The spellings, in lower case and in order, of everything that means what is asked for.
    pub fn spellings(&self, wanted: impl Fn(Meaning) -> bool) -> Vec<String> {
        self.spellings.meaning(wanted)
    }

    /// The subject of a position.
    pub fn subject(&self, position: usize) -> Option<&Subject> {
        self.subjects.get(position)
    }
}
