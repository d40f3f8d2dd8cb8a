//! The page of a fit: the roles in order, then each with its verdicts.

use super::{Check, Fits, Judged};
use crate::analysis::fit::{TECHNICAL, Verdict};
use crate::model::Label;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects, Tone};
use crate::report::sections;

/// Lays the verdicts out.
pub fn lay_out(fits: &Fits) -> Page<'_> {
    let judged = fits.roles.iter().filter(|judged| !judged.checks.is_empty());
    let sections: Vec<_> = std::iter::once(fits.order())
        .chain(judged.map(Fits::reasons))
        .collect();
    let technical: Vec<_> = TECHNICAL
        .iter()
        .map(|theme| theme.label().to_lowercase())
        .collect();
    let mut remarks = vec![
        format!("Technical duties are those under: {}.", technical.join(", ")),
        "Roles with the same place are tied. Nothing is weighed: a conflict in one wish counts as much as in another."
            .to_owned(),
    ];
    remarks.extend(sections::legend(&sections));
    let none = fits.roles.iter().all(|judged| judged.checks.is_empty());
    let lead = if none {
        "The file states no wish, so nothing is judged."
    } else {
        "Fewest conflicts first, then fewest unknowns."
    };
    Page {
        title: format!("{} roles against your file", fits.roles.len()),
        lead: vec![lead.to_owned()],
        sections,
        remarks,
        graph: None,
    }
}

impl Fits {
    /// A role's place in words: `2`, or `2, tied`.
    fn place(&self, judged: &Judged) -> String {
        let alike = self
            .roles
            .iter()
            .filter(|other| other.place == judged.place);
        let tied = if alike.count() > 1 { ", tied" } else { "" };
        format!("{}{tied}", judged.place)
    }

    /// The roles in order, with what conflicts and what is unknown.
    fn order(&self) -> Section<'_> {
        let rows = self.roles.iter().map(|judged| {
            let of = |wanted: Verdict| {
                let checks = judged.checks.iter().filter(|check| check.verdict == wanted);
                let wishes: Vec<_> = checks.map(|check| check.wish.label()).collect();
                let text = if wishes.is_empty() {
                    "none".to_owned()
                } else {
                    wishes.join(", ")
                };
                Cell::one(Entry::plain(text))
            };
            Row::alone(
                judged.role.id.clone(),
                judged.role.id.clone(),
                vec![
                    Cell::one(Entry::plain(self.place(judged))),
                    of(Verdict::Conflict),
                    of(Verdict::Unknown),
                ],
            )
        });
        let columns = [
            ("place", "Place", 0),
            ("conflicts", "Conflicts", 0),
            ("unknowns", "Unknown", 0),
        ];
        Section {
            picture: None,
            id: "order".to_owned(),
            title: "Role".to_owned(),
            subjects: Subjects::Rows,
            columns: Column::all(&columns),
            rows: rows.collect(),
        }
    }

    /// A role with its verdicts: conflicts first, then what is unknown, then what passes.
    fn reasons(judged: &Judged) -> Section<'_> {
        let mut rows = Vec::new();
        for verdict in [Verdict::Conflict, Verdict::Unknown, Verdict::Pass] {
            let checks = judged.checks.iter();
            rows.extend(
                checks
                    .filter(|check| check.verdict == verdict)
                    .map(Check::row),
            );
        }
        Section {
            picture: None,
            id: "fit".to_owned(),
            title: judged.role.title.clone(),
            subjects: Subjects::Columns,
            columns: vec![Column::new(&judged.role.id, &judged.role.title)],
            rows,
        }
    }
}

impl Check {
    fn row(&self) -> Row<'_> {
        let text = format!("{}: {}", self.verdict.label(), self.reason);
        let entry = Entry {
            figure: self.figure.clone(),
            tone: match self.verdict {
                Verdict::Pass => Tone::Plain,
                Verdict::Conflict => Tone::Warning,
                Verdict::Unknown => Tone::Muted,
            },
            ..Entry::cited(text, self.sources.as_slice())
        };
        Row::single(
            self.wish.key(),
            capital(self.wish.label()),
            Cell::one(entry),
        )
    }
}

fn capital(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
