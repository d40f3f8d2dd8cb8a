//! A certification laid out alone, item by item, and the words that a list of them shares.

use super::{Described, DescribedFee};
use crate::model::{CertificationNeed, CredentialKind, FeePer, Label, Lifecycle, Payer};
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects, Tone};
use crate::report::profile::{Replacement, status_text};
use crate::report::sections;
use std::borrow::Cow;

impl Described {
    pub(super) fn status_entry(&self) -> Entry<'_> {
        let checked = match (&self.status_as_of, self.status) {
            (_, Lifecycle::Unknown) => return Entry::cited("unknown", &self.status_sources),
            (Some(date), status) if status != Lifecycle::Retired => format!(", checked {date}"),
            _ => String::new(),
        };
        let status = status_text(self.kind, self.status, self.retired_on.as_deref());
        let entry = Entry::cited(format!("{status}{checked}"), &self.status_sources);
        match self.status {
            Lifecycle::Retired | Lifecycle::Retiring => entry.toned(Tone::Warning),
            _ => entry,
        }
    }

    pub(super) fn level_text(&self) -> String {
        let ours = if self.level_by_issuer {
            ""
        } else {
            " (our classification)"
        };
        format!("{}{ours}", self.level.label())
    }

    pub(super) fn fees(&self) -> Cell<'_> {
        let none = match (self.kind, self.status) {
            (CredentialKind::Degree, _) => "not an exam",
            (_, Lifecycle::Retired) => "none: retired",
            _ => "unknown",
        };
        Cell::all(
            self.fees.iter().map(|fee| fee.entry(self.exams)).collect(),
            none,
        )
    }

    pub(super) fn validity(&self) -> Cell<'_> {
        let Some(validity) = &self.validity else {
            let degree = self.kind == CredentialKind::Degree;
            return Cell::one(Entry::plain(if degree {
                "not a certification"
            } else {
                "unknown"
            }));
        };
        let text = match (validity.years, validity.expires) {
            (Some(1), _) => "1 year".to_owned(),
            (Some(years), _) => format!("{years} years"),
            (None, Some(false)) => "does not expire".to_owned(),
            _ => "unknown".to_owned(),
        };
        let read = validity
            .as_of
            .as_ref()
            .map_or(", undated".to_owned(), |date| format!(", read {date}"));
        Cell::one(Entry::cited(format!("{text}{read}"), &validity.sources))
    }

    /// The roles that list it, or only the one that was asked for.
    pub(super) fn roles(&self, asked: Option<&str>) -> Cell<'_> {
        let listed = self.roles.iter();
        let listed = listed.filter(|role| asked.is_none_or(|asked| asked == role.id));
        let named = listed.map(|role| {
            let why = role
                .need
                .map_or("named, but retired", CertificationNeed::label);
            Entry::cited(format!("{} ({why})", role.title), &role.sources)
        });
        Cell::all(named.collect(), "no role here")
    }

    /// What may be taken today in its place.
    pub(super) fn instead(&self) -> Cell<'_> {
        let named = |other: &Replacement| Entry::plain(format!("{}: {}", other.name, other.reason));
        Cell {
            entries: self.instead.iter().map(named).collect(),
        }
    }

    fn exams_text(&self) -> Option<String> {
        match (self.exams, self.exam_codes.join(", ")) {
            (None, codes) if codes.is_empty() => None,
            (None, codes) => Some(codes),
            (Some(count), codes) if codes.is_empty() => Some(count.to_string()),
            (Some(count), codes) => Some(format!("{count}: {codes}")),
        }
    }
}

impl DescribedFee {
    /// The fee in words: `about $400, for non-members, read 2026-06-30`.
    fn entry(&self, exams: Option<u8>) -> Entry<'_> {
        let about = if self.approximate { "about " } else { "" };
        let per = match self.per {
            FeePer::Certification if exams == Some(1) => String::new(),
            per => format!(" {}", per.label()),
        };
        let payer = match self.payer {
            Payer::Anyone => String::new(),
            payer => format!(" for {}", payer.label()),
        };
        let read = self
            .fee
            .origin
            .period
            .as_ref()
            .map_or(", undated".to_owned(), |date| format!(", read {date}"));
        let text = format!("{about}{}{per}{payer}{read}", self.fee.text());
        Entry {
            text: text.into(),
            figure: Some(self.fee.clone()),
            sources: self.sources.iter().skip(1).cloned().collect(),
            ..Entry::default()
        }
    }
}

/// Statements with their sources, or words for none.
fn statements<'a>(
    stated: impl Iterator<Item = (&'a String, &'a Vec<String>)>,
    none: &'a str,
) -> Cell<'a> {
    Cell::all(
        stated
            .map(|(text, sources)| Entry::cited(text, sources))
            .collect(),
        none,
    )
}

pub fn alone(certification: &Described) -> Page<'_> {
    fn plain<'a>(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell::one(Entry::plain(text))
    }
    let unknown = || "unknown".to_owned();
    let kind = if certification.kind == CredentialKind::Degree {
        "Degree"
    } else {
        "Certification"
    };
    let mut rows = vec![
        ("issuer", "Issuer", plain(&certification.issuer)),
        ("kind", "Kind", plain(certification.kind.label())),
        ("level", "Level", plain(certification.level_text())),
        ("status", "Status", Cell::one(certification.status_entry())),
    ];
    if !certification.instead.is_empty() {
        rows.push(("instead", "Taken today", certification.instead()));
    }
    if certification.kind != CredentialKind::Degree {
        rows.push((
            "exams",
            "Exams",
            plain(certification.exams_text().unwrap_or_else(unknown)),
        ));
        rows.push(("fee", "Exam fee", certification.fees()));
        let notes = certification
            .fees
            .iter()
            .filter_map(|fee| Some((fee.note.as_ref()?, &fee.sources)));
        rows.push(("fee-notes", "On the fee", statements(notes, "")));
        rows.push(("validity", "Valid for", certification.validity()));
        let validity = certification.validity.iter();
        let renewal =
            validity.filter_map(|validity| Some((validity.renewal.as_ref()?, &validity.sources)));
        let lapses = certification
            .validity
            .as_ref()
            .is_none_or(|validity| validity.expires != Some(false));
        rows.push((
            "renewal",
            "Renewal",
            statements(renewal, if lapses { "unknown" } else { "" }),
        ));
        let asked = certification
            .prerequisites
            .iter()
            .map(|asked| (&asked.text, &asked.sources));
        let open = certification.status != Lifecycle::Retired;
        rows.push((
            "prerequisites",
            "Prerequisites",
            statements(asked, if open { "unknown" } else { "" }),
        ));
        rows.push((
            "address",
            "Official page",
            plain(certification.address.clone().unwrap_or_else(unknown)),
        ));
    }
    rows.push(("roles", "Listed for", certification.roles(None)));
    let notes = certification
        .notes
        .iter()
        .map(|note| (&note.text, &note.sources));
    rows.push(("notes", "To know", statements(notes, "")));
    rows.push((
        "claims",
        "Claims",
        Cell {
            entries: certification.claims.iter().map(sections::claim).collect(),
        },
    ));
    // What there is nothing to say of is not said.
    rows.retain(|(_, _, cell)| cell.entries.iter().any(|entry| !entry.text.is_empty()));
    let rows = rows
        .into_iter()
        .map(|(item, label, cell)| Row::single(item, label, cell));
    let section = Section {
        picture: None,
        id: "certifications".to_owned(),
        title: kind.to_owned(),
        subjects: Subjects::Columns,
        columns: vec![Column::new(&certification.id, &certification.short)],
        rows: rows.collect(),
    };
    Page {
        title: certification.name.clone(),
        sections: vec![section],
        ..Page::default()
    }
}
