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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What statements and figures cite it by.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What kind of publication it is.
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

/// A reference to a publication, taken apart: `onet-29.3#15-1232.00@acme`.
///
/// What is cited is a publication, an occupation that is meant within it, and the layer of data that cites it.
/// All but the publication may be left out: `oews-2025`, `onet-29.3#15-1232.00`, `oews-2025#@acme`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The id of the publication.
    pub source: &'a str,
    /// The O*NET-SOC code of the occupation that is meant in it.
    pub occupation: Option<&'a str>,
    /// The layer that the cited value stands in; none for what came with the program.
    pub layer: Option<&'a str>,
}

impl<'a> Reference<'a> {
    /// Takes a reference apart. Every text is one: what is no id names no publication.
    pub fn of(text: &'a str) -> Self {
        let (source, place) = text.split_once('#').unwrap_or((text, ""));
        let (occupation, layer) = match place.rsplit_once('@') {
            Some((occupation, layer)) => (occupation, Some(layer)),
            None => (place, None),
        };
        Self {
            source,
            occupation: Some(occupation).filter(|code| !code.is_empty()),
            layer,
        }
    }

    /// The same reference from within a layer.
    pub fn within(text: &str, layer: &str) -> String {
        let separator = if text.contains('#') { "" } else { "#" };
        format!("{text}{separator}@{layer}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_comes_apart_as_it_was_put_together() {
        fn parts(text: &str) -> (&str, Option<&str>, Option<&str>) {
            let reference = Reference::of(text);
            (reference.source, reference.occupation, reference.layer)
        }
        assert_eq!(parts("oews-2025"), ("oews-2025", None, None));
        let code = Some("15-1232.00");
        assert_eq!(parts("onet-29.3#15-1232.00"), ("onet-29.3", code, None));
        for (text, occupation) in [("oews-2025", None), ("oews-2025#15-1232.00", code)] {
            let within = Reference::within(text, "acme");
            assert_eq!(parts(&within), ("oews-2025", occupation, Some("acme")));
        }
        // What a data file writes cannot pass for the mark of another layer.
        let forged = Reference::within("oews-2025#@other", "acme");
        assert_eq!(parts(&forged), ("oews-2025", Some("@other"), Some("acme")));
    }
}
