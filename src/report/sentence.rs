//! What sets roles apart, in words. The rule is fixed: the day's work, then pay, outlook and entry education
//! of the preferred readings, each with its period; then whose figures these are. A stand-in says that it is one.

use super::profile::Profile;
use crate::analysis::contrast::{Contrast, of_entry_education, of_growth, of_pay};
use crate::analysis::reading::Reading;
use crate::model::{EducationLevel, Label, Measure};
use crate::report::figure::grouped;

/// The sentence that opens a comparison: what mainly sets the roles apart.
pub fn what_sets_apart(profiles: &[Profile]) -> String {
    let Some((first, others)) = profiles.split_first() else {
        return String::new();
    };
    if !others.is_empty() && others.iter().all(|other| other.id == first.id) {
        return format!("{} is compared with itself: nothing differs.", first.title);
    }
    // A role that is named twice is told of once.
    let mut told: Vec<&Profile> = Vec::new();
    for profile in profiles {
        if told.iter().all(|other| other.id != profile.id) {
            told.push(profile);
        }
    }
    let days = told
        .iter()
        .map(|profile| format!("{} {}", profile.plural, profile.day));
    let days: Vec<_> = days.collect();
    let days = capitalised(&match days.as_slice() {
        [a, b] => format!("{a}, while {b}"),
        more => list(more, "; ", "; and "),
    });
    let Some(readings) = preferred(told.iter().copied()) else {
        return format!("{days}.");
    };
    let parts = [
        pay(&readings),
        outlook(&readings),
        education(&readings, &told),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{days}: {}.", list(&parts, ", ", ", and "))
}

/// The sentence that says whose figures a comparison rests on, and for whom they only stand in.
pub fn whose_figures(profiles: &[Profile]) -> Option<String> {
    let readings = preferred(profiles.iter())?;
    let mut groups: Vec<(&Reading, Vec<&Profile>)> = Vec::new();
    for (reading, profile) in readings.iter().zip(profiles) {
        match groups
            .iter_mut()
            .find(|(other, _)| other.occupation.soc == reading.occupation.soc)
        {
            Some((_, group)) => group.push(profile),
            None => groups.push((reading, vec![profile])),
        }
    }
    let clauses: Vec<_> = groups
        .iter()
        .map(|(reading, group)| format!("{} {}", reading.occupation.name, served(group)))
        .collect();
    Some(match clauses.as_slice() {
        [one] => format!("One occupation measures them: {one}."),
        several => format!(
            "Different occupations measure them: {}.",
            list(several, "; ", "; and ")
        ),
    })
}

/// For which roles an occupation is measured, and for which it stands in.
fn served(group: &[&Profile]) -> String {
    let stands_in = |profile: &&&Profile| {
        profile
            .preferred()
            .is_some_and(|reading| reading.fit().is_stand_in())
    };
    let names = |profiles: Vec<&&Profile>| {
        let mut names: Vec<String> = Vec::new();
        for profile in profiles {
            if !names.contains(&profile.plural) {
                names.push(profile.plural.clone());
            }
        }
        list(&names, ", ", " and ")
    };
    let (borrowing, own): (Vec<_>, Vec<_>) = group.iter().partition(stands_in);
    match (own.is_empty(), borrowing.is_empty()) {
        (false, true) => format!("for {}", names(own)),
        (true, false) => format!("as a stand-in for {}", names(borrowing)),
        _ => format!(
            "for {} and, as a stand-in, for {}",
            names(own),
            names(borrowing)
        ),
    }
}

/// The preferred reading of every role, if each has one.
fn preferred<'p>(profiles: impl Iterator<Item = &'p Profile>) -> Option<Vec<&'p Reading>> {
    profiles
        .map(Profile::preferred)
        .collect::<Option<Vec<_>>>()
        .filter(|readings| !readings.is_empty())
}

fn pay(readings: &[&Reading]) -> String {
    let period = one_or_many(readings, |reading| {
        reading.newest_pay().map(|pay| format!("May {}", pay.year))
    });
    match of_pay(readings) {
        Contrast::SharedOccupation { value } => {
            let figure = value.map_or("unknown".to_owned(), dollars);
            format!("pay cannot tell them apart (one median of {figure} a year, {period})")
        }
        Contrast::Same { value } => format!(
            "the median pay is the same, {} a year ({period})",
            dollars(value)
        ),
        Contrast::Differs { values } => {
            format!(
                "the median pay is {} a year ({period})",
                against(&spoken(values, readings, dollars))
            )
        }
        Contrast::Unknown => "pay is unknown".to_owned(),
    }
}

fn outlook(readings: &[&Reading]) -> String {
    let edition = one_or_many(readings, |reading| {
        reading
            .newest_outlook()
            .map(|outlook| outlook.edition.to_string())
    });
    match of_growth(readings) {
        Contrast::SharedOccupation { value: Some(value) } => {
            format!("nor can the outlook ({}, {edition})", percent(value))
        }
        Contrast::SharedOccupation { value: None } | Contrast::Unknown => {
            "the outlook is unknown".to_owned()
        }
        Contrast::Same { value } => format!(
            "jobs are projected to change alike, by {} ({edition})",
            percent(value)
        ),
        Contrast::Differs { values } => {
            format!(
                "jobs are projected to change by {} ({edition})",
                against(&spoken(values, readings, percent))
            )
        }
    }
}

fn education(readings: &[&Reading], profiles: &[&Profile]) -> String {
    match of_entry_education(readings) {
        Contrast::SharedOccupation { value: Some(value) } | Contrast::Same { value } => {
            format!("entry typically asks for {} in each", asked(value))
        }
        Contrast::Differs { values } => {
            let values: Vec<_> = values
                .into_iter()
                .map(|value| value.map_or("unknown".to_owned(), asked))
                .collect();
            let asked = against(&shared(&values, profiles));
            format!("entry typically asks for {asked}")
        }
        Contrast::SharedOccupation { value: None } | Contrast::Unknown => String::new(),
    }
}

/// Each value once and, where roles share one, for whom it is.
fn shared(values: &[String], profiles: &[&Profile]) -> Vec<String> {
    let mut groups: Vec<(&String, Vec<String>)> = Vec::new();
    for (value, profile) in values.iter().zip(profiles) {
        match groups.iter_mut().find(|(known, _)| *known == value) {
            Some((_, names)) => names.push(profile.plural.clone()),
            None => groups.push((value, vec![profile.plural.clone()])),
        }
    }
    if groups.len() == values.len() {
        return values.to_vec();
    }
    let count = groups.len();
    let words = groups.iter().enumerate().map(|(position, (value, names))| {
        if position + 1 == count && names.len() > 1 {
            format!("{value} for the others")
        } else {
            format!("{value} for {}", list(names, ", ", " and "))
        }
    });
    words.collect()
}

/// Values in words; one that stands in for a role is called a stand-in's.
fn spoken(
    values: Vec<Option<Measure>>,
    readings: &[&Reading],
    words: impl Fn(Measure) -> String,
) -> Vec<String> {
    let spoken = values
        .into_iter()
        .zip(readings)
        .map(|(value, reading)| match value {
            None => "unknown".to_owned(),
            Some(value) if reading.fit().is_stand_in() => format!("a stand-in's {}", words(value)),
            Some(value) => words(value),
        });
    spoken.collect()
}

/// A level of education as something that is asked for.
fn asked(level: EducationLevel) -> String {
    match level {
        EducationLevel::SomeCollege => "some college".to_owned(),
        EducationLevel::Associate => format!("an {}", level.label()),
        EducationLevel::LessThanHighSchool | EducationLevel::PostDoctoral => {
            level.label().to_owned()
        }
        _ => format!("a {}", level.label()),
    }
}

/// A period that all share, or each in turn.
fn one_or_many(readings: &[&Reading], period: impl Fn(&Reading) -> Option<String>) -> String {
    let periods: Vec<_> = readings
        .iter()
        .map(|reading| period(reading).unwrap_or("unknown".to_owned()))
        .collect();
    match periods.split_first() {
        Some((first, others)) if others.iter().all(|other| other == first) => first.clone(),
        _ => list(&periods, ", ", " and "),
    }
}

/// Two values as "A against B", more as "A, B and C".
fn against(values: &[String]) -> String {
    match values {
        [a, b] => format!("{a} against {b}"),
        more => and(more),
    }
}

/// Items in a row, the last one joined in its own way.
pub(super) fn and(items: &[String]) -> String {
    list(items, ", ", " and ")
}

/// The same with other words between the items, and before the last.
pub(super) fn list(items: &[String], between: &str, last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., end] => format!("{}{last}{end}", most.join(between)),
    }
}

fn dollars(measure: Measure) -> String {
    match measure {
        Measure::Value(number) => format!("${}", grouped(number)),
        Measure::AtLeast(number) => format!("at least ${}", grouped(number)),
        other => other.status().replace('-', " "),
    }
}

fn percent(measure: Measure) -> String {
    measure.number().map_or_else(
        || measure.status().replace('-', " "),
        |number| format!("{number:+.1}%"),
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
