//! What a layer may not hide: the warnings of the data below it. In the catalog room.
//!
//! A layer has the last word on values. On a warning it has not: what is retired, borrowed or to be read with care below
//! stays so above, and where a layer says otherwise both are told.

use super::Catalog;
use crate::data::rules::normal;
use crate::model::{
    Certification, Claim, Element, Fit, Label, Lifecycle, Occupation, Resource, Role, Skill,
    Source, Statement,
};

/// An item that may carry warnings.
pub(super) trait Warning: Sized {
    /// Takes over the warnings of what it is laid over.
    fn keep_warnings(&mut self, _below: &Self, _catalog: &Catalog) {}
}

impl Warning for Claim {}
impl Warning for Element {}
impl Warning for Resource {}
impl Warning for Skill {}

impl Warning for Source {
    fn keep_warnings(&mut self, below: &Self, _: &Catalog) {
        let Some(caution) = &below.caution else {
            return;
        };
        self.caution = Some(match self.caution.take() {
            Some(own) if own.contains(caution) => own,
            Some(own) => format!("{}. {caution}", own.trim_end_matches('.')),
            None => caution.clone(),
        });
    }
}

impl Warning for Occupation {
    fn keep_warnings(&mut self, below: &Self, _: &Catalog) {
        for note in &below.notes {
            if !self.notes.contains(note) {
                self.notes.push(note.clone());
            }
        }
        for projection in &mut self.outlook {
            let mut editions = below.outlook.iter();
            let before = editions.find(|other| other.edition == projection.edition);
            if projection.note.is_none() {
                projection.note = before.and_then(|before| before.note.clone());
            }
        }
    }
}

impl Warning for Certification {
    fn keep_warnings(&mut self, below: &Self, _: &Catalog) {
        for note in &below.notes {
            if self.notes.iter().all(|own| own.text != note.text) {
                self.notes.push(note.clone());
            }
        }
        if !ends(below.status) {
            return;
        }
        // Whoever looks for what is gone, by whatever name it had, is to find that it is gone.
        for name in [&below.name, &below.short]
            .into_iter()
            .chain(&below.aliases)
            .chain(&below.exam_codes)
        {
            // A text is read for names and not for ids, which come first.
            let known = self.names().skip(1).any(|own| normal(own) == normal(name));
            if !known {
                self.aliases.push(name.clone());
            }
        }
        let goes_on = below.status == Lifecycle::Retiring && self.status == Lifecycle::Retired;
        let agrees = self.status == below.status && self.retired_on == below.retired_on;
        if agrees || goes_on {
            return;
        }
        self.notes.push(Statement {
            text: format!(
                "A layer has it as {}, which what lies below it outweighs",
                standing(self)
            ),
            sources: std::mem::take(&mut self.status_sources),
        });
        self.status = below.status;
        self.status_as_of.clone_from(&below.status_as_of);
        self.retired_on.clone_from(&below.retired_on);
        self.status_sources.clone_from(&below.status_sources);
        if self.instead.is_empty() {
            self.instead.clone_from(&below.instead);
        }
    }
}

/// Where a certification stands, with the day if it has an end.
fn standing(certification: &Certification) -> String {
    let since = certification.retired_on.as_ref();
    let since = since.map_or_else(String::new, |date| format!(" {date}"));
    format!("{}{since}", certification.status.label())
}

/// Whether a certification has an end, or will have.
fn ends(status: Lifecycle) -> bool {
    matches!(status, Lifecycle::Retired | Lifecycle::Retiring)
}

impl Warning for Role {
    fn keep_warnings(&mut self, below: &Self, catalog: &Catalog) {
        for reading in &mut self.measured_by {
            let mut readings = below.measured_by.iter();
            let before = readings.find(|other| other.occupation == reading.occupation);
            let borrowed = before.filter(|before| before.fit.is_stand_in());
            if let Some(before) = borrowed.filter(|_| reading.fit == Fit::Exact) {
                reading.fit = before.fit;
                reading.reason = format!(
                    "{}; a layer has it as exact: {}",
                    before.reason, reading.reason
                );
            }
        }
        let (preferred, before) = (self.measured_by.first_mut(), below.measured_by.first());
        if let (Some(preferred), Some(before)) = (preferred, before)
            && before.fit.is_stand_in()
            && preferred.fit == Fit::Exact
        {
            preferred.reason = format!(
                "{}; the data below this layer knows no exact one and takes {} as a stand-in, {}: {}",
                preferred.reason,
                before.occupation,
                before.fit.label(),
                before.reason
            );
        }
        // What articles still name is shown as retired, so that no one takes its absence for advice.
        for listed in &below.certifications {
            let known =
                |own: &crate::model::RoleCertification| own.certification == listed.certification;
            let retired = catalog.status_of(&listed.certification).is_some_and(ends);
            if retired && !self.certifications.iter().any(known) {
                self.certifications.push(listed.clone());
            }
        }
    }
}
