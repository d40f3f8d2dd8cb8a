//! What sets roles apart, in one sentence. The rule is fixed: the day's work, then pay, outlook and entry
//! education of the preferred readings, each with its period and a word where it cannot tell the roles apart.

use super::profile::Profile;
use crate::analysis::contrast::{Contrast, of_entry_education, of_growth, of_pay};
use crate::analysis::reading::Reading;
use crate::model::{EducationLevel, Label, Measure};
use crate::report::figure::grouped;

/// The sentence that opens a comparison.
pub fn what_sets_apart(profiles: &[Profile]) -> String {
    let Some((first, others)) = profiles.split_first() else {
        return String::new();
    };
    if !others.is_empty() && others.iter().all(|other| other.id == first.id) {
        return format!("{} is compared with itself: nothing differs.", first.title);
    }
    let days: Vec<_> = profiles
        .iter()
        .map(|profile| format!("{} {}", profile.plural, profile.day))
        .collect();
    let days = capitalised(&match days.as_slice() {
        [a, b] => format!("{a}, while {b}"),
        more => list(more, "; ", "; and "),
    });
    let readings: Option<Vec<&Reading>> = profiles.iter().map(Profile::preferred).collect();
    let Some(readings) = readings.filter(|readings| !readings.is_empty()) else {
        return format!("{days}.");
    };
    let parts = [pay(&readings), outlook(&readings), education(&readings)];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{days}: {}.", list(&parts, ", ", ", and "))
}

fn pay(readings: &[&Reading]) -> String {
    let period = one_or_many(readings, |reading| {
        reading.newest_pay().map(|pay| format!("May {}", pay.year))
    });
    match of_pay(readings) {
        Contrast::SharedOccupation { value } => {
            let figure = value.map_or("unknown".to_owned(), dollars);
            format!(
                "pay cannot tell them apart, since {} measure them all (median {figure}, {period})",
                name(readings)
            )
        }
        Contrast::Same { value } => format!(
            "the median pay is the same, {} a year ({period})",
            dollars(value)
        ),
        Contrast::Differs { values } => {
            let values: Vec<_> = values
                .into_iter()
                .map(|value| value.map_or("unknown".to_owned(), dollars))
                .collect();
            format!(
                "the median pay is {} a year ({period}, {})",
                against(&values),
                measured_by(readings)
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
            let values: Vec<_> = values
                .into_iter()
                .map(|value| value.map_or("unknown".to_owned(), percent))
                .collect();
            format!(
                "jobs are projected to change by {} ({edition})",
                against(&values)
            )
        }
    }
}

fn education(readings: &[&Reading]) -> String {
    match of_entry_education(readings) {
        Contrast::SharedOccupation { value: Some(value) } | Contrast::Same { value } => {
            format!("entry typically asks for {} in each", asked(value))
        }
        Contrast::Differs { values } => {
            let values: Vec<_> = values
                .into_iter()
                .map(|value| value.map_or("unknown".to_owned(), asked))
                .collect();
            format!("entry typically asks for {}", against(&values))
        }
        Contrast::SharedOccupation { value: None } | Contrast::Unknown => String::new(),
    }
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

/// The occupations that measure the roles, each once, with a word on those that only stand in.
fn measured_by(readings: &[&Reading]) -> String {
    let mut names: Vec<String> = Vec::new();
    for reading in readings {
        let stand_in = if reading.fit().is_stand_in() {
            " as a stand-in"
        } else {
            ""
        };
        let name = format!("{}{stand_in}", reading.occupation.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    format!(
        "measured by different occupations: {}",
        list(&names, ", ", " and ")
    )
}

/// The occupation that measures them all, in running text.
fn name<'a>(readings: &[&'a Reading]) -> &'a str {
    readings
        .first()
        .map_or("", |reading| &reading.occupation.name)
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
        more => list(more, ", ", " and "),
    }
}

fn list(items: &[String], between: &str, last: &str) -> String {
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
