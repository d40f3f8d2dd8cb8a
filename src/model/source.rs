//! Publications that values rest on.

use super::date::Date;
use super::label::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What kind of publication a source is; statistics outrank claims.
    SourceKind {
        Statistics = "statistics", "official statistics";
        Handbook = "handbook", "official handbook or classification";
        Issuer = "issuer", "the issuer's own page";
        Reference = "reference", "reference data";
        Secondary = "secondary", "secondary page";
        Article = "article", "careers article";
    }
}

/// A publication: who published what, when, where, and on which terms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub kind: SourceKind,
    /// The edition as the publisher names it: `May 2025`, `29.3`, `2024-34`.
    #[serde(default)]
    pub edition: Option<String>,
    /// When it was published or, for a page that changes, last read.
    #[serde(default)]
    pub date: Option<Date>,
    /// Where it can be read: an `https://` or `http://` address.
    #[serde(default)]
    pub address: String,
    /// Terms of use in a few words.
    pub licence: String,
    /// The credit that the licence asks for.
    #[serde(default)]
    pub attribution: Option<String>,
    /// What a reader should know before leaning on it.
    #[serde(default)]
    pub caution: Option<String>,
}
