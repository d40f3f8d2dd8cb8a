//! One thing in a cell, and what it means to who reads it.

use crate::report::figure::{Figure, Number, Unit};
use serde::Serialize;
use std::borrow::Cow;

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
