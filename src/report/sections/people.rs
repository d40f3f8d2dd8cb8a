//! What people bring: skills, education, experience.

use super::{NOT_NAMED, all, row, section, sharing_text, worded};
use crate::analysis::lineup::line_up;
use crate::model::{Education, Label, SkillKind, Standing};
use crate::report::page::{Cell, Entry, Row, Section, Tone};
use crate::report::profile::{Answer, OtherAnswers, Profile, TypicalEntry};
use crate::report::section::SectionId;

/// How many answers of respondents are shown, the most frequent first.
const ANSWERS: usize = 3;

/// One section a kind of skill; skills that all roles need stand first.
pub fn skills<'a>(profiles: &'a [Profile]) -> Vec<Section<'a>> {
    let Some(skills) = all(profiles, |profile| profile.skills.as_ref()) else {
        return Vec::new();
    };
    let of_kind = |kind: SkillKind| {
        let keyed = skills.iter().map(|skills| {
            let of_kind = skills.iter().filter(|skill| skill.kind == kind);
            of_kind
                .map(|skill| ((skill.name.clone(), skill.id.clone()), skill))
                .collect()
        });
        let mut rows = line_up(keyed);
        rows.sort_by_key(|row| row.places.iter().filter(|place| place.is_none()).count());
        let rows = rows.into_iter().map(|row| {
            let sharing = sharing_text(row.sharing(), profiles.len());
            let same = row.places.windows(2).all(|pair| match pair {
                [a, b] => a.map(|skill| skill.need) == b.map(|skill| skill.need),
                _ => true,
            });
            let cells = row.places.iter().map(|place| {
                Cell::one(match place {
                    Some(skill) => {
                        Entry::cited(format!("{}{sharing}", skill.need.label()), &skill.sources)
                    }
                    None => Entry::plain(NOT_NAMED).toned(Tone::Muted),
                })
            });
            let (name, id) = &row.key;
            Row::judged(id, name, cells.collect(), same)
        });
        let title = match kind {
            SkillKind::Technical => "Technical skills",
            SkillKind::Interpersonal => "Interpersonal skills",
            SkillKind::Management => "Management skills",
        };
        section(SectionId::Skills, title, profiles, rows.collect())
    };
    SkillKind::ALL.iter().copied().map(of_kind).collect()
}

pub fn education<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.education.as_ref())?;
    let mut rows: Vec<_> = Standing::ALL
        .iter()
        .map(|standing| {
            let label = format!("{} (stated)", capitalised(standing.label()));
            row(standing.key(), &label, &parts, |part| {
                let stated = part
                    .stated
                    .iter()
                    .filter(|education| education.standing == *standing);
                Cell::all(stated.map(stated_education).collect(), NOT_NAMED)
            })
        })
        .filter(|row| {
            row.cells
                .iter()
                .flat_map(|cell| &cell.entries)
                .any(|entry| !entry.sources.is_empty())
        })
        .collect();
    rows.push(row(
        "typical-entry",
        "Typical entry (BLS)",
        &parts,
        |part| {
            typical_entry(
                part.typical_entry
                    .as_ref()
                    .map(|entry| (entry.value.label(), entry)),
            )
        },
    ));
    rows.push(row(
        "respondents",
        "Commonest answers (O*NET)",
        &parts,
        |part| answers(&part.respondents, |level| level.label().to_owned()),
    ));
    rows.extend(other_answers(
        &parts,
        |part| &part.other_readings,
        |level| level.label().to_owned(),
    ));
    Some(section(
        SectionId::Education,
        SectionId::Education.label(),
        profiles,
        rows,
    ))
}

pub fn experience<'a>(profiles: &'a [Profile]) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.experience.as_ref())?;
    let mut rows = vec![
        row("stated", "Stated", &parts, |part| {
            let stated = part
                .stated
                .iter()
                .map(|experience| Entry::cited(&experience.text, &experience.sources));
            Cell::all(stated.collect(), NOT_NAMED)
        }),
        row("typical-entry", "Typical entry (BLS)", &parts, |part| {
            typical_entry(
                part.typical_entry
                    .as_ref()
                    .map(|entry| (entry.value.label(), entry)),
            )
        }),
        row("training", "Training (BLS)", &parts, |part| {
            typical_entry(
                part.training
                    .as_ref()
                    .map(|entry| (entry.value.label(), entry)),
            )
        }),
        row("respondents", "Commonest answers (O*NET)", &parts, |part| {
            answers(&part.respondents, Clone::clone)
        }),
    ];
    rows.extend(other_answers(
        &parts,
        |part| &part.other_readings,
        Clone::clone,
    ));
    Some(section(
        SectionId::Experience,
        SectionId::Experience.label(),
        profiles,
        rows,
    ))
}

fn stated_education(education: &Education) -> Entry<'_> {
    let level = education.level.label();
    let text = match &education.field {
        Some(field) => format!("{level} in {field}"),
        None => level.to_owned(),
    };
    Entry::cited(text, &education.sources)
}

/// BLS's typical entry, with its edition and whether it stands in.
fn typical_entry<'a, T>(entry: Option<(&str, &'a TypicalEntry<T>)>) -> Cell<'a> {
    Cell::one(match entry {
        None => Entry::plain("not published"),
        Some((value, entry)) => {
            let edition = entry.period.replace('-', "–");
            let stand_in = if entry.fit.is_stand_in() {
                format!("; stand-in: {}", entry.occupation)
            } else {
                String::new()
            };
            Entry::cited(
                format!("{value} ({edition}{stand_in})"),
                std::slice::from_ref(&entry.source),
            )
        }
    })
}

/// The most frequent answers of respondents, with their shares.
fn answers<T>(answers: &[Answer<T>], label: impl Fn(&T) -> String) -> Cell<'static> {
    let entry = |answer: &Answer<T>| {
        worded(
            format!("{} {}", answer.share.text(), label(&answer.answer)),
            &answer.share,
        )
    };
    Cell::all(
        answers.iter().take(ANSWERS).map(entry).collect(),
        "not asked by O*NET",
    )
}

/// The most frequent answers under the other readings, each with its occupation; none where none was asked.
fn other_answers<'a, P, T: 'a>(
    parts: &[&'a P],
    others: impl Fn(&'a P) -> &'a Vec<OtherAnswers<T>>,
    label: impl Fn(&T) -> String,
) -> Option<Row<'a>> {
    let any = parts
        .iter()
        .any(|part| others(part).iter().any(|other| !other.answers.is_empty()));
    any.then(|| {
        row("other-respondents", "By other readings", parts, |part| {
            let entries = others(part).iter().flat_map(|other| {
                let label = &label;
                other.answers.iter().take(ANSWERS).map(move |answer| {
                    let words = format!(
                        "{} {}, as {}",
                        answer.share.text(),
                        label(&answer.answer),
                        other.title
                    );
                    worded(words, &answer.share)
                })
            });
            Cell::all(entries.collect(), "none")
        })
    })
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
