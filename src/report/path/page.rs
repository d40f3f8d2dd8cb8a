//! The page of the ways between two roles: a section each, then the figures of every role on them.

use super::{Path, Reachable, Step, StepCertification, Way};
use crate::model::Label;
use crate::report::Named;
use crate::report::fees::ExamFees;
use crate::report::figure::grouped;
use crate::report::page::{Cell, Column, Entry, Graph, Page, Row, Section, Subjects};
use crate::report::profile::TypicalEntry;
use crate::report::sections::legend;
use crate::report::stops;
use std::collections::BTreeSet;

/// Lays the ways out, the best first.
pub fn lay_out(path: &Path) -> Page<'_> {
    let ways = path.ways.iter().enumerate();
    let sections: Vec<_> = ways
        .map(|(position, way)| way.section(position, &path.to))
        .chain(stops::pay(&path.roles))
        .chain(stops::outlook(&path.roles))
        .collect();
    let lead = match (path.ways.first(), path.nearest.as_slice()) {
        (Some(way), _) => {
            let titles = way.steps.iter().map(|step| step.to.title.as_str());
            let stops: Vec<_> = [path.from.title.as_str()]
                .into_iter()
                .chain(titles)
                .collect();
            vec![format!("{}.", stops.join(" → "))]
        }
        (None, []) => vec![format!(
            "No move in the data leads on from {}.",
            path.from.title
        )],
        (None, nearest) => {
            let named = |near: &Reachable| {
                let steps = if near.steps == 1 {
                    "1 step".to_owned()
                } else {
                    format!("{} steps", near.steps)
                };
                format!("{} ({steps})", near.role.title)
            };
            let nearest: Vec<_> = nearest.iter().map(named).collect();
            let no_way = format!(
                "No way over the moves in the data leads from {} to {}.",
                path.from.title, path.to.title
            );
            vec![no_way, format!("Within reach: {}.", nearest.join(", "))]
        }
    };
    let mut graph = Graph::default();
    for step in path.ways.iter().flat_map(|way| &way.steps) {
        graph.join(
            (&step.from.id, &step.from.title),
            (&step.to.id, &step.to.title),
            step.kind.label(),
        );
    }
    let mut remarks = path.assumptions.clone();
    remarks.extend(legend(&sections));
    Page {
        title: format!("{} → {}", path.from.title, path.to.title),
        lead,
        sections,
        remarks,
        graph: Some(graph),
    }
}

impl Way {
    /// How long it takes, as far as a source tells.
    fn time(&self) -> Entry<'_> {
        let Some(entry) = &self.experience else {
            return Entry::plain("unknown: no source states it");
        };
        let text = format!(
            "related work that is typical at entry: {}{}; how long the steps take is unknown",
            entry.value.label(),
            entry.provenance()
        );
        Entry::cited(text, std::slice::from_ref(&entry.source))
    }

    fn section(&self, position: usize, to: &Named) -> Section<'_> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            let label = format!("{}. {}", number + 1, step.to.title);
            let entries = step.entries();
            rows.push(Row::single(&step.to.id, label, Cell { entries }));
        }
        let fees = Entry::cited(fees_text(&self.exam_fees), &self.exam_fees.sources);
        rows.push(Row::single("fees", "Exam fees", Cell::one(fees)));
        rows.push(Row::single("time", "Time", Cell::one(self.time())));
        let steps = self.steps.len();
        let steps = if steps == 1 {
            "one step".to_owned()
        } else {
            format!("{steps} steps")
        };
        Section {
            picture: None,
            id: format!("way-{}", position + 1),
            title: format!("Way {}: {steps}", position + 1),
            subjects: Subjects::Columns,
            columns: vec![Column::new(&to.id, &to.title)],
            rows,
        }
    }
}

/// What the exams on a way cost, and for which ones that is unknown.
fn fees_text(fees: &ExamFees) -> String {
    let read = match (&fees.read_from, &fees.read_to) {
        (Some(first), Some(last)) if first == last => format!(", read {first}"),
        (Some(first), Some(last)) => format!(", read {first} to {last}"),
        _ => String::new(),
    };
    let undated = match fees.undated.len() {
        0 => String::new(),
        undated => format!(", undated for {}", counted(undated)),
    };
    let about = if fees.approximate { "about " } else { "" };
    let mut parts = Vec::new();
    if let Some(dollars) = fees.value {
        let sum = grouped(f64::from(dollars));
        let counted = counted(fees.counted.len());
        parts.push(format!("{about}${sum} for {counted}{read}{undated}"));
    }
    if !fees.monthly.is_empty() {
        parts.push(format!("by the month for {}", counted(fees.monthly.len())));
    }
    if !fees.unknown.is_empty() {
        parts.push(format!("unknown for {}", counted(fees.unknown.len())));
    }
    if parts.is_empty() {
        "none: this way asks or values no new certification that is known to be on offer".to_owned()
    } else {
        parts.join("; ")
    }
}

fn counted(certifications: usize) -> String {
    if certifications == 1 {
        "one certification".to_owned()
    } else {
        format!("{certifications} certifications")
    }
}

impl Step {
    fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = vec![Entry::cited(
            format!("{}: {}", self.kind.label(), self.evidence),
            &self.sources,
        )];
        let asks = [
            self.education
                .as_ref()
                .map(|entry| asked(entry, entry.value.label(), "education")),
            self.experience
                .as_ref()
                .map(|entry| asked(entry, entry.value.label(), "related work")),
        ];
        entries.extend(asks.into_iter().flatten());
        let certifications = self.certifications.iter();
        entries.extend(certifications.flat_map(StepCertification::entries));
        if !self.new_skills.is_empty() {
            let names: Vec<_> = self
                .new_skills
                .iter()
                .map(|skill| skill.name.as_str())
                .collect();
            let sources: BTreeSet<_> = self
                .new_skills
                .iter()
                .flat_map(|skill| skill.sources.iter().cloned())
                .collect();
            entries.push(Entry::cited(
                format!("new: {}", names.join(", ")),
                sources.into_iter().collect::<Vec<_>>(),
            ));
        }
        entries.push(match (&self.pay, &self.pay_unknown_because) {
            (Some(figure), _) => {
                let number = figure.value.map_or(0.0, |number| number.0);
                let sign = if number < 0.0 { "-" } else { "+" };
                let period = figure.period_text().unwrap_or_default();
                Entry::of(
                    format!(
                        "median pay: {sign}${} a year, {period}",
                        grouped(number.abs())
                    ),
                    figure.clone(),
                )
            }
            (None, because) => Entry::plain(format!(
                "median pay: not told apart, {}",
                because.as_deref().unwrap_or("unknown")
            )),
        });
        entries.extend(self.pay_before.as_ref().map(|before| {
            Entry::of(
                format!("median pay before: {} a year", before.text()),
                before.clone(),
            )
        }));
        entries
    }
}

impl StepCertification {
    /// What it is to the role, and what it costs; then what it asks, if a source says so.
    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let fee = self
            .fee
            .as_ref()
            .map_or("fee unknown".to_owned(), |priced| {
                let read = priced.fee.origin.period.as_ref();
                let read = read.map_or("undated".to_owned(), |date| format!("read {date}"));
                let about = if priced.approximate { "about " } else { "" };
                format!("{about}{}, {read}", priced.fee.text())
            });
        let text = format!("{} is {} ({fee})", self.name, self.need.label());
        let listed = Entry {
            figure: self.fee.as_ref().map(|priced| priced.fee.clone()),
            ..Entry::cited(text, &self.sources)
        };
        let asks = self.prerequisites.as_ref().map(|asks| {
            let text = format!("prerequisites of {}: {}", self.name, asks.text);
            Entry::cited(text, &asks.sources)
        });
        [listed].into_iter().chain(asks)
    }
}

/// What is typical at entry, in words.
fn asked<'a, T>(entry: &'a TypicalEntry<T>, value: &str, what: &str) -> Entry<'a> {
    let text = format!("typical {what}: {value}{}", entry.provenance());
    Entry::cited(text, std::slice::from_ref(&entry.source))
}
