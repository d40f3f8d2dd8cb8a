//! What roles are measured by: the preferred reading with its fit and reason, and what it leaves out.

use super::{all, row, section};
use crate::model::Label;
use crate::report::page::{Cell, Entry, Section};
use crate::report::profile::{Profile, ProfileReading};
use crate::report::section::SectionId;

/// The preferred reading of a role.
fn preferred(readings: &[ProfileReading]) -> Option<&ProfileReading> {
    readings.iter().find(|reading| reading.preferred)
}

pub fn measured_by<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.measured_by.as_ref())?;
    let rows = vec![
        row("occupation", "Occupation", &parts, |readings| {
            let occupation = preferred(readings).map(|reading| {
                let text = format!("{} ({})", reading.occupation_title, reading.occupation);
                Entry::cited(text, &reading.sources)
            });
            Cell::all(occupation.into_iter().collect(), "none")
        }),
        row("fit", "Fit", &parts, |readings| {
            let fit = preferred(readings).map(|reading| match reading.fit {
                fit if fit.is_stand_in() => format!("{}: a stand-in", fit.label()),
                fit => fit.label().to_owned(),
            });
            Cell::one(Entry::plain(fit.unwrap_or_else(|| "none".to_owned())))
        }),
        row("reason", "Why", &parts, |readings| {
            Cell::all(
                preferred(readings)
                    .map(|reading| Entry::plain(&reading.reason))
                    .into_iter()
                    .collect(),
                "none",
            )
        }),
        row("notes", "To know", &parts, |readings| {
            let notes = preferred(readings)
                .into_iter()
                .flat_map(|reading| &reading.notes);
            Cell::all(notes.map(Entry::plain).collect(), "nothing in particular")
        }),
        row("left-out", "Other readings", &parts, |readings| {
            let others = readings
                .iter()
                .filter(|reading| !reading.preferred)
                .map(|reading| {
                    let (code, title, fit) = (
                        &reading.occupation,
                        &reading.occupation_title,
                        reading.fit.label(),
                    );
                    Entry::cited(
                        format!("{title} ({code}), {fit}: {}", reading.reason),
                        &reading.sources,
                    )
                });
            Cell::all(others.collect(), "none")
        }),
    ];
    Some(section(
        SectionId::MeasuredBy,
        SectionId::MeasuredBy.label(),
        profiles,
        rows,
    ))
}
