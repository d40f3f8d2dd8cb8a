//! Why a report could not be drawn. In the render room.

use crate::catalog;
use crate::report::pick::UnknownField;
use std::fmt;

/// Why a report could not be drawn.
#[derive(Debug)]
pub enum Error {
    /// It could not be written in the format.
    Failed(String),
    /// What it cites cannot be looked up.
    Catalog(catalog::Error),
    /// The format draws graphs, and the report is not one.
    NoGraph,
    /// The format is for findings in texts, and the report has none.
    NoFindings,
    /// The answer has no such field; each of its sections, or the one nameless whole, has these.
    NoField {
        name: String,
        known: Vec<(String, Vec<String>)>,
    },
    /// The format has no columns to choose from; these have.
    NoFields(&'static str),
    /// The format is for a whole page, and findings come one by one.
    NoPage,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(why) => write!(f, "the answer cannot be written: {why}"),
            Self::Catalog(error) => error.fmt(f),
            Self::NoGraph => f.write_str("this answer is not a graph"),
            Self::NoFindings => f.write_str("this answer has no findings in texts"),
            Self::NoField { name, .. } => write!(f, "no field \"{name}\""),
            Self::NoFields(_) => f.write_str("this format has no columns to choose with --fields"),
            Self::NoPage => f.write_str("findings in texts are no hand-out"),
        }
    }
}

impl std::error::Error for Error {}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<UnknownField> for Error {
    fn from(UnknownField { name, known }: UnknownField) -> Self {
        Self::NoField { name, known }
    }
}

impl From<catalog::Error> for Error {
    fn from(error: catalog::Error) -> Self {
        Self::Catalog(error)
    }
}
