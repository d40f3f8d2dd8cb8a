//! `roles check --explain`: a rule, for those who write texts.

use crate::analysis::check::Rule;
use crate::report::Report;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use serde::Serialize;

/// What a rule finds, why, and when it is silent.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Explained {
    pub rule: &'static str,
    pub finds: &'static str,
    pub because: &'static str,
    pub silent_where: &'static str,
    /// Texts in Markdown that it finds something in.
    pub found: &'static [&'static str],
    /// Texts in Markdown that it finds nothing in.
    pub not_found: &'static [&'static str],
}

impl From<&'static Rule> for Explained {
    fn from(rule: &'static Rule) -> Self {
        Self {
            rule: rule.name,
            finds: rule.finds,
            because: rule.because,
            silent_where: rule.quiet_where,
            found: rule.fires,
            not_found: rule.quiet,
        }
    }
}

impl Report for Explained {
    const SCHEMA: &'static str = "roles/check-rule/1";

    fn page(&self) -> Page<'_> {
        let one = |text: &'static str| Cell::one(Entry::plain(text));
        let pardon = format!("<!-- roles-ignore: {} reason -->", self.rule);
        let rows = [
            ("finds", "Finds", one(self.finds)),
            ("because", "Why", one(self.because)),
            ("silent-where", "Silent where", one(self.silent_where)),
            ("found", "Found in", examples(self.found)),
            ("not-found", "Not in", examples(self.not_found)),
            (
                "silenced-by",
                "Silenced by",
                Cell::one(Entry::plain(pardon)),
            ),
        ];
        let rows = rows
            .into_iter()
            .map(|(item, label, cell)| Row::single(item, label, cell));
        let section = Section {
            picture: None,
            id: "rule".to_owned(),
            title: "Rule".to_owned(),
            subjects: Subjects::Columns,
            columns: vec![Column::new(self.rule, self.rule)],
            rows: rows.collect(),
        };
        Page {
            title: self.rule.to_owned(),
            sections: vec![section],
            ..Page::default()
        }
    }

    fn names(&self) -> Vec<&str> {
        vec![self.rule]
    }

    fn cited(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// Texts in quotation marks, each on one line.
fn examples(texts: &[&str]) -> Cell<'static> {
    let quoted = texts.iter().map(|text| {
        let lines: Vec<_> = text.split('\n').filter(|line| !line.is_empty()).collect();
        Entry::plain(format!("\"{}\"", lines.join(" / ")))
    });
    Cell {
        entries: quoted.collect(),
    }
}
