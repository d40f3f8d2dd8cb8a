//! O*NET's ratings side by side: the most important elements of each role, with the others' ratings of the same.

use super::{all, row, section, worded};
use crate::model::Label;
use crate::report::figure::Figure;
use crate::report::page::{Cell, Entry, Section};
use crate::report::profile::{Profile, Rated};
use crate::report::section::SectionId;
use std::collections::BTreeSet;

pub fn ratings<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.ratings.as_ref())?;
    let mut rows = vec![
        row("rated", "Rated", &parts, |ratings| {
            let count = ratings.count;
            let cut = ratings.preferred.elements.len() < count;
            let mut entries = vec![rated(&ratings.preferred)];
            if cut {
                entries.push(Entry::plain(format!(
                    "{count} elements; the most important are shown"
                )));
            }
            Cell { entries }
        }),
        row("job-zone", "Job zone", &parts, |ratings| {
            Cell::one(match &ratings.preferred.job_zone {
                Some(zone) => worded(format!("{} of 5", zone.text()), zone),
                None => Entry::plain("not rated"),
            })
        }),
    ];
    let top = parts.iter().flat_map(|ratings| &ratings.preferred.elements);
    let elements: BTreeSet<_> = top
        .map(|element| (element.kind, &element.name, &element.id))
        .collect();
    for (_, name, id) in elements {
        rows.push(row(id, name, &parts, |ratings| match ratings.of(id) {
            Some((how_important, which_level)) => Cell {
                entries: vec![importance(&how_important, ""), level(&which_level)],
            },
            None => Cell::one(Entry::plain("not rated")),
        }));
    }
    rows.push(row(
        "in-demand",
        "Software in demand",
        &parts,
        |ratings| match &ratings.preferred.source {
            Some(source) if !ratings.in_demand.is_empty() => Cell::one(Entry::cited(
                ratings.in_demand.join(", "),
                std::slice::from_ref(source),
            )),
            _ => Cell::one(Entry::plain("not listed")),
        },
    ));
    if parts
        .iter()
        .any(|ratings| !ratings.other_readings.is_empty())
    {
        rows.push(row("other-readings", "Other readings", &parts, |ratings| {
            let entries = ratings.other_readings.iter().flat_map(|other| {
                let elements = other
                    .elements
                    .iter()
                    .map(|element| importance(&element.importance, &format!("{}: ", element.name)));
                [rated(other)].into_iter().chain(elements)
            });
            Cell::all(entries.collect(), "none")
        }));
    }
    Some(section(
        SectionId::Ratings,
        SectionId::Ratings.label(),
        profiles,
        rows,
    ))
}

fn importance(figure: &Figure, before: &str) -> Entry<'static> {
    worded(format!("{before}importance {}", of(figure, 5)), figure)
}

/// O*NET leaves the level empty where it marks an element as not relevant to the occupation.
fn level(figure: &Figure) -> Entry<'static> {
    let text = match figure.status {
        "not-published" => "level not relevant".to_owned(),
        _ => format!("level {}", of(figure, 7)),
    };
    worded(text, figure)
}

/// A rating with the top of its scale, where there is a number.
fn of(figure: &Figure, top: u8) -> String {
    if figure.value.is_some() {
        format!("{} of {top}", figure.text())
    } else {
        figure.text()
    }
}

fn rated(rated: &Rated) -> Entry<'_> {
    let source = rated.source.as_slice();
    match (&rated.onet, &rated.title, &rated.rated) {
        (Some(code), Some(title), Some(date)) => {
            Entry::cited(format!("{date}, as {title} ({code})"), source)
        }
        (Some(code), Some(title), None) => Entry::cited(
            format!("not rated: O*NET has no ratings of {title} ({code})"),
            source,
        ),
        _ => Entry::plain("not rated: no O*NET occupation stands for this reading"),
    }
}
