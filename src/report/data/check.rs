//! `roles data check`: what is wrong in the user's own data.

use crate::data::Problem;
use crate::model::visible;
use crate::report::Report;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use serde::Serialize;

/// What was checked, and everything that is wrong in it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DataCheck {
    /// The folders or the file that were checked, as they were named.
    pub checked: Vec<String>,
    /// In the order of files and lines.
    pub problems: Vec<DataProblem>,
}

/// A mistake with its place.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DataProblem {
    /// With forward slashes, beginning as the folder was named.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub message: String,
    /// How to mend it.
    pub hint: String,
}

impl From<Problem> for DataProblem {
    fn from(problem: Problem) -> Self {
        let seen = |text: String| visible(&text).into_owned();
        Self {
            file: seen(problem.file),
            line: problem.line,
            column: problem.column,
            message: seen(problem.message),
            hint: seen(problem.hint),
        }
    }
}

impl Report for DataCheck {
    const SCHEMA: &'static str = "roles/data-check/1";

    fn page(&self) -> Page<'_> {
        let checked = self.checked.join(", ");
        let title = match self.problems.len() {
            0 if self.checked.is_empty() => "There is no data of your own to check".to_owned(),
            0 => format!("Nothing is wrong in {checked}"),
            1 => format!("One thing to mend in {checked}"),
            many => format!("{many} things to mend in {checked}"),
        };
        let row = |problem: &'_ DataProblem| {
            let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
            let cells =
                [&problem.message, &problem.hint].map(|text| Cell::one(Entry::plain(text.clone())));
            Row::alone(place.clone(), place, cells.into())
        };
        let section = Section {
            id: "problems".to_owned(),
            title: "Where".to_owned(),
            subjects: Subjects::Rows,
            columns: Column::all(&[
                ("message", "What is wrong", 0),
                ("hint", "How to mend it", 0),
            ]),
            rows: self.problems.iter().map(row).collect(),
            picture: None,
        };
        let sections = if self.problems.is_empty() {
            Vec::new()
        } else {
            vec![section]
        };
        Page {
            title,
            sections,
            ..Page::default()
        }
    }

    fn names(&self) -> Vec<&str> {
        self.problems
            .iter()
            .map(|problem| problem.file.as_str())
            .collect()
    }

    fn cited(&self) -> Vec<&str> {
        Vec::new()
    }
}
