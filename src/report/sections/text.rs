//! Sections of statements: overview, focus, scope, duties, and the aspects beyond duties.

use super::{NOT_NAMED, all, row, section, statements};
use crate::analysis::lineup::line_up;
use crate::model::{Label, Statement};
use crate::report::page::{Cell, Entry, Row, Section};
use crate::report::profile::Profile;
use crate::report::section::SectionId;

pub fn overview<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let each: Vec<&Profile> = profiles.iter().collect();
    let overviews = all(profiles, |profile| profile.overview.as_ref())?;
    fn one(statement: &Statement) -> Cell<'_> {
        Cell::one(Entry::cited(&statement.text, &statement.sources))
    }
    let titles = |profile: &Profile| {
        let own = profile.aliases.iter().cloned();
        let shared = profile
            .shared_titles
            .iter()
            .map(|shared| format!("{} (also another role)", shared.title));
        own.chain(shared).collect::<Vec<_>>().join(", ")
    };
    let mut rows = vec![
        row("family", "Family", &each, |profile| {
            Cell::one(Entry::plain(profile.family.label()))
        }),
        row("level", "Level", &each, |profile| {
            Cell::one(Entry::plain(profile.level.label()))
        }),
        row("summary", "In short", &overviews, |overview| {
            one(&overview.summary)
        }),
        row("day", "Day to day", &overviews, |overview| {
            one(&overview.day)
        }),
        row("works-in", "Works in", &overviews, |overview| {
            Cell::all(statements(&overview.works_in), NOT_NAMED)
        }),
    ];
    // Side by side the many titles would only push the rest out of sight.
    if profiles.len() == 1 {
        rows.push(row("aliases", "Also called", &each, |profile| {
            let titles = Some(titles(profile)).filter(|titles| !titles.is_empty());
            Cell::all(titles.map(Entry::plain).into_iter().collect(), NOT_NAMED)
        }));
    }
    Some(section(
        SectionId::Overview,
        SectionId::Overview.label(),
        profiles,
        rows,
    ))
}

pub fn focus<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    stated(SectionId::Focus, profiles, |profile| profile.focus.as_ref())
}

pub fn scope<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    stated(SectionId::Scope, profiles, |profile| profile.scope.as_ref())
}

/// A section of one row, which bears the section's name.
fn stated<'a>(
    id: SectionId,
    profiles: &'a [Profile],
    part: impl Fn(&'a Profile) -> Option<&'a Vec<Statement>>,
) -> Option<Section<'a>> {
    let parts = all(profiles, part)?;
    let row = row(id.key(), id.label(), &parts, |part| {
        Cell::all(statements(part), NOT_NAMED)
    });
    Some(section(id, id.label(), profiles, vec![row]))
}

pub fn duties<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let duties = all(profiles, |profile| profile.duties.as_ref())?;
    let keyed = duties.into_iter().map(|duties| {
        duties
            .iter()
            .map(|duty| (duty.theme, Entry::cited(&duty.text, &duty.sources)))
            .collect()
    });
    Some(section(
        SectionId::Duties,
        SectionId::Duties.label(),
        profiles,
        grouped(keyed),
    ))
}

pub fn aspects<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let aspects = all(profiles, |profile| profile.aspects.as_ref())?;
    let keyed = aspects.into_iter().map(|aspects| {
        aspects
            .iter()
            .map(|aspect| (aspect.about, Entry::cited(&aspect.text, &aspect.sources)))
            .collect()
    });
    Some(section(
        SectionId::Aspects,
        SectionId::Aspects.label(),
        profiles,
        grouped(keyed),
    ))
}

/// A row for every key of a vocabulary; each cell holds all that its role has under the key.
fn grouped<'a, K: Label + Ord>(roles: impl Iterator<Item = Vec<(K, Entry<'a>)>>) -> Vec<Row<'a>> {
    let grouped = roles.map(|entries| {
        let mut groups: Vec<(K, Vec<Entry<'a>>)> = Vec::new();
        for (key, entry) in entries {
            match groups.iter_mut().find(|(other, _)| *other == key) {
                Some((_, group)) => group.push(entry),
                None => groups.push((key, vec![entry])),
            }
        }
        groups
    });
    let rows = line_up(grouped).into_iter().map(|row| {
        let cells = row
            .places
            .into_iter()
            .map(|group| Cell::all(group.unwrap_or_default(), NOT_NAMED));
        Row::new(row.key.key(), row.key.label(), cells.collect())
    });
    rows.collect()
}
