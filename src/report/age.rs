//! Figures of an answer that are older than someone will have them, each named.

use super::check::{Finding, Part};
use super::page::{Page, Record, Section, Subjects};
use super::{Figure, Report};
use crate::analysis::age::{Limit, Standing};
use std::collections::BTreeSet;

/// How many figures are named, at most.
const NAMED: usize = 20;

/// The figures of an answer that a limit does not let through.
#[derive(Debug)]
pub struct Aged {
    limit: Limit,
    /// The limit as it was typed.
    typed: String,
    /// How many figures were looked at.
    seen: usize,
    old: usize,
    undated: usize,
    /// A line for each that is old or undated, as far as they are named.
    lines: Vec<String>,
    /// Every such line, since a figure may stand in several places.
    said: BTreeSet<String>,
}

impl Aged {
    /// Looks at nothing yet.
    pub fn new(limit: Limit, typed: &str) -> Self {
        Self {
            limit,
            typed: typed.to_owned(),
            seen: 0,
            old: 0,
            undated: 0,
            lines: Vec::new(),
            said: BTreeSet::new(),
        }
    }

    /// Looks at every figure on the page of a report; of series only at the newest, since that older ones are there is
    /// the point of them.
    pub fn look<R: Report>(&mut self, page: &Page<'_>) {
        let newest = |section: &Section, record: &Record| {
            let newest = section.rows.last();
            section.subjects == Subjects::Rows
                && newest.is_some_and(|row| row.item == record.subject)
        };
        for (section, record) in page.sectioned() {
            if R::IS_SERIES && !newest(section, &record) {
                continue;
            }
            if let Some(figure) = &record.entry.figure {
                self.add(
                    &format!("{} {} of {}", record.section, record.item, record.subject),
                    figure,
                );
            }
        }
    }

    /// Looks at the figures that a finding holds against a text. That what the text gives is old is the finding.
    pub fn look_at(&mut self, finding: &Finding) {
        for shown in &finding.figures {
            if matches!(shown.part, Part::Newest | Part::Own) {
                let occupation = shown
                    .figure
                    .origin
                    .occupation
                    .as_deref()
                    .unwrap_or_default();
                self.add(&format!("{} of {occupation}", shown.measure), &shown.figure);
            }
        }
    }

    /// Of what is unknown there is nothing that could be old; what a source withholds it withheld at a time.
    fn add(&mut self, name: &str, figure: &Figure) {
        if figure.status == "unknown" {
            return;
        }
        self.seen += 1;
        let value = figure.text();
        let source = &figure.origin.source;
        let line = match self.limit.standing(figure.origin.period.as_deref()) {
            Standing::Recent => return,
            Standing::Undated => format!("undated: {name}: {value} [{source}]"),
            Standing::Old(age) => {
                let period = figure.period_text().unwrap_or_default();
                let today = self.limit.today;
                format!("too old: {name}: {value}, {period}, {age} before {today} [{source}]")
            }
        };
        if !self.said.insert(line.clone()) {
            self.seen -= 1;
            return;
        }
        match figure.origin.period {
            Some(_) => self.old += 1,
            None => self.undated += 1,
        }
        if self.lines.len() < NAMED {
            self.lines.push(line);
        }
    }

    /// Whether every figure is recent enough.
    pub fn is_empty(&self) -> bool {
        self.old + self.undated == 0
    }

    /// What there is to say: each figure in a line, then how many there are. Nothing where all are recent.
    pub fn lines(&self) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let is = |number: usize| if number == 1 { "is" } else { "are" };
        let of = match self.seen {
            1 => "1 figure".to_owned(),
            many => format!("{many} figures"),
        };
        let (old, undated, typed) = (self.old, self.undated, &self.typed);
        let found = match (old, undated) {
            (0, _) => format!("{undated} of {of} {} undated", is(undated)),
            (_, 0) => format!("{old} of {of} {} older than {typed}", is(old)),
            _ => format!(
                "{old} of {of} {} older than {typed}, and {undated} {} undated",
                is(old),
                is(undated)
            ),
        };
        let last = if old + undated > self.lines.len() {
            format!("{found}; the first {NAMED} are named")
        } else {
            found
        };
        self.lines.iter().cloned().chain([last]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::age::counted_from;
    use crate::model::{Measure, Span};
    use crate::report::figure::{Origin, Unit};
    use std::sync::Arc;

    fn figure(measure: Measure, period: Option<&str>) -> Figure {
        let origin = Origin {
            period: period.map(str::to_owned),
            source: "s".to_owned(),
            ..Origin::default()
        };
        Figure::new(measure, Unit::DollarsPerYear, &Arc::new(origin))
    }

    fn aged(figures: &[(&str, Measure, Option<&str>)]) -> Aged {
        let limit = Limit {
            age: Span::parse("2y").unwrap(),
            today: counted_from("2026-11-25").unwrap(),
        };
        let mut aged = Aged::new(limit, "2y");
        for (name, measure, period) in figures {
            aged.add(name, &figure(*measure, *period));
        }
        aged
    }

    #[test]
    fn what_is_old_or_undated_is_named_once_and_what_is_unknown_has_no_age() {
        let old = ("a", Measure::Value(52_270.0), Some("2019-05"));
        let aged = aged(&[
            old,
            ("b", Measure::Value(1.0), Some("2025-05")),
            old,
            ("c", Measure::NotPublished, Some("2020-05")),
            ("d", Measure::Unknown, None),
            ("e", Measure::Value(400.0), None),
        ]);
        assert_eq!(
            aged.lines(),
            [
                "too old: a: $52,270, May 2019, 7 years 5 months before 2026-11-25 [s]",
                "too old: c: not published, May 2020, 6 years 5 months before 2026-11-25 [s]",
                "undated: e: $400 [s]",
                "2 of 4 figures are older than 2y, and 1 is undated",
            ]
        );
    }

    #[test]
    fn not_all_of_many_are_named_but_all_are_counted() {
        let names: Vec<_> = (0..25).map(|number| number.to_string()).collect();
        let old = |name| (name, Measure::Value(1.0), Some("2019-05"));
        let lines = aged(
            &names
                .iter()
                .map(|name| old(name.as_str()))
                .collect::<Vec<_>>(),
        )
        .lines();
        assert_eq!(lines.len(), NAMED + 1);
        assert_eq!(
            lines[NAMED],
            "25 of 25 figures are older than 2y; the first 20 are named"
        );
        assert!(
            aged(&[("b", Measure::Value(1.0), Some("2025-05"))])
                .lines()
                .is_empty()
        );
    }
}
