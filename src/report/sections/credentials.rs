//! Certifications, moves, claims and resources.

use super::{NOT_NAMED, all, section, sharing_text};
use crate::analysis::lineup::line_up;
use crate::model::{Claim, Label, Topic, Verdict};
use crate::report::page::{Cell, Entry, Row, Section, Tone};
use crate::report::profile::{Profile, ProfileCertification, status_text};
use crate::report::section::SectionId;

/// One row a certification, those that can be earned first. A retired one is never put as a recommendation.
pub fn certifications<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.certifications.as_ref())?;
    let keyed = parts.into_iter().map(|certifications| {
        let key =
            |listed: &ProfileCertification| (listed.status, listed.name.clone(), listed.id.clone());
        certifications
            .iter()
            .map(|listed| (key(listed), listed))
            .collect()
    });
    let rows = line_up(keyed).into_iter().map(|row| {
        let sharing = sharing_text(row.sharing(), profiles.len());
        let same = row.places.windows(2).all(|pair| match pair {
            [a, b] => a.map(|listed| listed.need) == b.map(|listed| listed.need),
            _ => true,
        });
        let label = row.places.iter().flatten().next().map(|listed| {
            let status = status_text(listed.kind, listed.status, listed.retired_on.as_deref());
            format!("{} ({status})", listed.name)
        });
        let cells = row.places.iter().map(|place| {
            place.map_or_else(
                || Cell::one(Entry::plain(NOT_NAMED).toned(Tone::Muted)),
                |listed| Cell {
                    entries: certification(listed, &sharing),
                },
            )
        });
        let (_, name, id) = &row.key;
        Row::judged(
            id,
            label.unwrap_or_else(|| name.clone()),
            cells.collect(),
            same,
        )
    });
    Some(section(
        SectionId::Certifications,
        SectionId::Certifications.label(),
        profiles,
        rows.collect(),
    ))
}

fn certification<'a>(listed: &'a ProfileCertification, sharing: &str) -> Vec<Entry<'a>> {
    if let Some(need) = listed.need {
        return vec![Entry::cited(
            format!("{}{sharing}", need.label()),
            &listed.sources,
        )];
    }
    let mut sources = listed.sources.clone();
    sources.extend(listed.status_sources.iter().cloned());
    let since = listed.retired_on.as_deref().unwrap_or("an unknown date");
    let mut entries = vec![
        Entry::cited(
            format!("named, but retired since {since}: it cannot be earned{sharing}"),
            sources,
        )
        .toned(Tone::Warning),
    ];
    let instead: Vec<_> = listed
        .instead
        .iter()
        .map(|other| other.short.as_str())
        .collect();
    if !instead.is_empty() {
        entries.push(Entry::plain(format!(
            "today, by our reading: {}",
            instead.join(" or ")
        )));
    }
    entries
}

pub fn moves<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.moves.as_ref())?;
    let keyed = parts.into_iter().map(|moves| {
        moves
            .iter()
            .map(|step| ((step.title.clone(), step.to.clone()), step))
            .collect()
    });
    let rows = line_up(keyed).into_iter().map(|row| {
        let cells = row.places.iter().enumerate().map(|(position, place)| {
            let itself = profiles
                .get(position)
                .is_some_and(|profile| profile.id == row.key.1);
            Cell::one(match place {
                Some(step) => Entry::cited(
                    format!("{}: {}", step.kind.label(), step.evidence),
                    &step.sources,
                ),
                None if itself => Entry::plain("this role itself"),
                None => Entry::plain("no move known").toned(Tone::Muted),
            })
        });
        Row::new(&row.key.1, &row.key.0, cells.collect())
    });
    Some(section(
        SectionId::Moves,
        SectionId::Moves.label(),
        profiles,
        rows.collect(),
    ))
}

/// One row a topic; every claim stands with its verdict and what the primary sources say.
pub fn claims<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.claims.as_ref())?;
    let rows = Topic::ALL.iter().filter_map(|topic| {
        let about = |claims: &&'a Vec<Claim>| -> Vec<Entry<'a>> {
            claims
                .iter()
                .filter(|claim| claim.topic == *topic)
                .map(claim)
                .collect()
        };
        let entries: Vec<_> = parts.iter().map(about).collect();
        let cells = || {
            entries
                .iter()
                .cloned()
                .map(|entries| Cell::all(entries, "no claim"))
                .collect()
        };
        let label = format!("On {}", topic.label());
        entries
            .iter()
            .any(|entries| !entries.is_empty())
            .then(|| Row::new(topic.key(), label, cells()))
    });
    Some(section(
        SectionId::Claims,
        SectionId::Claims.label(),
        profiles,
        rows.collect(),
    ))
}

/// A claim as theirs, its verdict, and why.
pub fn claim(claim: &Claim) -> Entry<'_> {
    let mut sources = vec![claim.source.clone()];
    sources.extend(claim.evidence.iter().cloned());
    let (says, verdict, because) = (&claim.says, claim.verdict.label(), &claim.because);
    let entry = Entry::cited(
        format!("Claim: \u{201c}{says}\u{201d} Verdict: {verdict}. {because}."),
        sources,
    );
    match claim.verdict {
        Verdict::RightForItsYear | Verdict::NoSource => entry,
        _ => entry.toned(Tone::Warning),
    }
}

pub fn resources<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.resources.as_ref())?;
    let keyed = parts.into_iter().map(|resources| {
        resources
            .iter()
            .map(|resource| ((resource.name.clone(), resource.id.clone()), resource))
            .collect()
    });
    let rows = line_up(keyed).into_iter().map(|row| {
        let cells = row.places.iter().map(|place| {
            Cell::one(match place {
                Some(resource) => Entry::cited(&resource.offers, &resource.sources),
                None => Entry::plain(NOT_NAMED).toned(Tone::Muted),
            })
        });
        Row::new(&row.key.1, &row.key.0, cells.collect())
    });
    Some(section(
        SectionId::Resources,
        SectionId::Resources.label(),
        profiles,
        rows.collect(),
    ))
}
